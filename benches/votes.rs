//! Power from cap tables: the time to the steps of 8, 16 and 24 holders, and the engine on the Dutch case in which votes decide over
//! eight services, beside the case as it is.
//!
//! `cargo bench --bench votes -- [--write]`; with `--write` the section of benches/README.md is written.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

#[path = "../tests/made_up/mod.rs"]
mod made_up;
mod shared;

use beslismacht::measure::cap_table::steps;
use beslismacht::model::change::Change;
use beslismacht::model::compile::compile;
use beslismacht::model::{PowerRule, Workbook};
use beslismacht::optimise::{Options, SolverChoice, optimise};
use beslismacht::store;
use rust_decimal::Decimal;
use shared::{processor_seconds, put};

/// The services of the Dutch case that have a cap table and no floor.
const EIGHT: [&str; 8] = [
    "gov_email",
    "cobra_fibre",
    "nl_registry",
    "photonic_foundry",
    "quantum_processors",
    "nexperia_chips",
    "ai_factory",
    "eu_search_index",
];

fn main() {
    let write = std::env::args().any(|argument| argument == "--write");
    let mut text = String::from(
        "## Power from cap tables\n\nAll steps of a table whose stakes have two decimals, no two alike; a majority decides. \
         Written by `cargo bench --bench votes -- --write`.\n\n| other holders | coalitions | steps | Banzhaf, ms | \
         Shapley–Shubik, ms |\n| ---: | ---: | ---: | ---: | ---: |\n",
    );
    for many in [8, 12, 16, 20, 24] {
        let stakes = made_up::holders(many, 1);
        let timed = |rule| {
            let began = Instant::now();
            let found = steps(rule, Decimal::from(50), &stakes).unwrap().len();
            (found, began.elapsed().as_secs_f64() * 1e3)
        };
        let ((found, banzhaf), (_, shapley)) = (timed(PowerRule::Banzhaf), timed(PowerRule::Shapley));
        let _ = writeln!(text, "| {many} | {} | {found} | {banzhaf:.2} | {shapley:.2} |", 1_u32 << many);
    }
    text.push_str(
        "\nThe Dutch case with the engine, in processor time: as it is, and with votes deciding over eight of its services.\n\n\
         | the Netherlands | seconds | nodes | objective |\n| --- | ---: | ---: | ---: |\n",
    );
    let book = store::open(Path::new("portfolios/netherlands")).unwrap().workbook;
    for (what, rule) in
        [("as it is", "ladder"), ("eight by Banzhaf", "banzhaf"), ("eight by Shapley–Shubik", "shapley")]
    {
        let case = compile(&with(&book, rule)).case;
        let options = Options { solver: SolverChoice::Engine, ..Options::default() };
        let began = processor_seconds();
        let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
        let (seconds, objective) = (processor_seconds() - began, answer.evaluation.unwrap().objective.round_dp(6));
        let _ = writeln!(text, "| {what} | {seconds:.2} | {} | {objective} |", answer.solver.nodes);
    }
    println!("{text}");
    if write {
        put("votes", &text);
    }
}

/// The case with another source of power of the eight services.
fn with(book: &Workbook, rule: &str) -> Workbook {
    let mut book = book.clone();
    for service in EIGHT {
        let change = Change::parse_setting(&format!("services.power[{service}]={rule}")).unwrap();
        change.apply(&mut book).unwrap();
    }
    book
}
