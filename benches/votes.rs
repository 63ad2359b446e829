//! Power from cap tables: the time to the steps of 8, 16 and 24 holders, and the engine on the Dutch case in which votes decide over
//! eight services, beside the case as it is and the case in which no takeover may be cheap; and what the analyses of events and takeovers take there.
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

use beslismacht::analyse::sweep::{Sweep, run};
use beslismacht::analyse::{Analysis, AnalysisProgress, QueryRunner, Solving, events, takeover};
use beslismacht::measure::cap_table::steps;
use beslismacht::measure::network_power::network_power;
use beslismacht::model::change::Change;
use beslismacht::model::compile::compile;
use beslismacht::model::ownership::Control;
use beslismacht::model::{Portfolio, PowerRule, ServiceIx, Workbook};
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
        "\nHow often the vote of each of those at the top decides over a service, the country among them. In one place at most 20 votes meet; \
         what stands behind a company alone is counted before.\n\n| at the top | how | ms |\n| ---: | --- | ---: |\n",
    );
    for (many, how, told) in [
        (16, Behind::Nobody, "all hold stakes of the service"),
        (20, Behind::Nobody, "all hold stakes of the service"),
        (20, Behind::Shared, "all hold stakes of the service and of two companies that hold others"),
        (25, Behind::Each, "24 behind four companies, six behind each"),
    ] {
        let case = compile(&at_the_top(many, how)).case;
        let began = Instant::now();
        let found = network_power(&case, &Control::of(&case), ServiceIx(0)).unwrap().players.len();
        let milliseconds = began.elapsed().as_secs_f64() * 1e3;
        assert_eq!(found, many, "{told}");
        let _ = writeln!(text, "| {found} | {told} | {milliseconds:.1} |");
    }
    text.push_str(
        "\nThe Dutch case with the engine, in processor time: as it is, and with votes deciding over eight of its services.\n\n\
         | the Netherlands | seconds | nodes | objective |\n| --- | ---: | ---: | ---: |\n",
    );
    let book = store::open(Path::new("portfolios/netherlands")).unwrap().workbook;
    for (what, rule) in
        [("as it is", "ladder"), ("eight by Banzhaf", "banzhaf"), ("eight by Shapley–Shubik", "shapley")]
    {
        let (seconds, nodes, _, objective) = engine(&with(&book, rule));
        let _ = writeln!(text, "| {what} | {seconds:.2} | {nodes} | {objective} |");
    }
    let dear = with_setting(&book, "require.takeover_floor=150");
    let (seconds, nodes, _, objective) = engine(&dear);
    let _ = writeln!(text, "| no takeover below 150 million | {seconds:.2} | {nodes} | {objective} |");
    let (_, _, portfolio, _) = engine(&book);
    let case = compile(&book).case;
    text.push_str(
        "\nThe analyses of events (takeovers, foreign orders and outages, and where the next money goes) and of takeovers of that case and its \
         best portfolio, the mean of ten; nothing is searched in them.\n\n| analysis | services | ms |\n| --- | ---: | ---: |\n",
    );
    let takeover = takeover::Params::of(portfolio.clone(), None);
    let (found, milliseconds) = timed(&events::Params::of(portfolio).sweep(&case).unwrap());
    let _ = writeln!(text, "| events | {} | {milliseconds:.1} |", found.services.len());
    let (found, milliseconds) = timed(&takeover.sweep(&case).unwrap());
    let _ = writeln!(text, "| takeover | {} | {milliseconds:.1} |", found.services.len());
    println!("{text}");
    if write {
        put("votes", &text);
    }
}

/// Who stands behind the holders of a service.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    Nobody,
    /// All other holders, behind two of them.
    Shared,
    /// Six owners behind each of four.
    Each,
}

/// A case of one service at the top of which stand so many, the country with 10 % among them.
fn at_the_top(many: usize, behind: Behind) -> Workbook {
    let mut holders = String::from("service,holder,stake,bloc\ns,state,10,home\n");
    let mut owners = String::from("company,owner,stake\n");
    if behind == Behind::Each {
        for company in 0..4 {
            let _ = writeln!(holders, "s,company-{company},22.5,");
            for (owner, stake) in [10, 14, 16, 18, 20, 22].into_iter().enumerate() {
                let _ = writeln!(owners, "company-{company},owner-{company}-{owner},{stake}");
            }
        }
    } else {
        let others = many - 1;
        let companies = if behind == Behind::Shared { 2 } else { 0 };
        let stakes = made_up::holders(others + companies, 1);
        for (at, stake) in stakes.iter().enumerate() {
            let name = if at < others { "holder" } else { "company" };
            let _ = writeln!(holders, "s,{name}-{at},{stake},");
        }
        for company in others..others + companies {
            for (at, stake) in made_up::holders(others, 2 + company as u64).iter().enumerate() {
                let _ = writeln!(owners, "company-{company},holder-{at},{stake}");
            }
        }
    }
    Workbook::from_files(&[
        ("case.toml", "format = 1\nfirst_year = 2027\nlast_year = 2027\n[[ministry]]\nid = \"m\"\n"),
        ("domains.csv", "domain,weight_m\nd,1\n"),
        ("services.csv", "service,domain,control,power\ns,d,10,banzhaf\n"),
        ("candidates.csv", "candidate,domain,cost_1\n"),
        ("effects.csv", "candidate,service,control_gain\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,1\n"),
        ("holders.csv", &holders),
        ("owners.csv", &owners),
    ])
}

/// What the engine takes for a case, in seconds of processor time and nodes; its portfolio and the objective.
fn engine(book: &Workbook) -> (f64, u64, Portfolio, Decimal) {
    let options = Options { solver: SolverChoice::Engine, ..Options::default() };
    let began = processor_seconds();
    let answer = optimise(&compile(book).case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    let (seconds, objective) = (processor_seconds() - began, answer.evaluation.unwrap().objective.round_dp(6));
    (seconds, answer.solver.nodes, answer.portfolio.unwrap(), objective)
}

/// The mean time of an analysis in milliseconds, and what it found.
fn timed<S: Sweep>(sweep: &S) -> (S::Result, f64) {
    let solving = Solving { options: Options::default() };
    let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
    let runner = QueryRunner::new(&solving, 1, &mut on);
    let began = Instant::now();
    for _ in 1..10 {
        run(sweep, &runner).unwrap();
    }
    let found = run(sweep, &runner).unwrap();
    (found, began.elapsed().as_secs_f64() * 100.0)
}

fn with_setting(book: &Workbook, setting: &str) -> Workbook {
    let mut book = book.clone();
    Change::parse_setting(setting).unwrap().apply(&mut book).unwrap();
    book
}

/// The case with another source of power of the eight services.
fn with(book: &Workbook, rule: &str) -> Workbook {
    let set = |book: Workbook, service: &&str| with_setting(&book, &format!("services.power[{service}]={rule}"));
    EIGHT.iter().fold(book.clone(), set)
}
