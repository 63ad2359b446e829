//! Why the Dutch case is impossible once a single demand of it cannot be met: the processor time of thirty explanations.
//!
//! `cargo bench --bench conflicts -- [--write] [--limit S] [--skip N] [FOLDER]`; `--limit` gives each at most S seconds, with `--write` the section of benches/README.md is written.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

#[path = "../tests/right_answers/impossible.rs"]
mod impossible;
#[path = "analyses/page.rs"]
mod page;

use beslismacht::model::compile::compile;
use beslismacht::optimise::{Conflict, Options, Progress, Stage, optimise};
use beslismacht::store;
use page::{processor_seconds, put};

/// What an explanation took, in seconds of processor time, and what it is.
struct Figure {
    what: String,
    /// Until it was known that nothing is possible.
    known: f64,
    /// Until there was a first explanation, however long.
    first: f64,
    /// Until the shortest was known.
    conflict: f64,
    /// The whole, with the ways out.
    whole: f64,
    told: Option<Conflict>,
}

fn main() {
    let (mut write, mut skip, mut limit, mut folder) = (false, 0, 60, "portfolios/netherlands".to_owned());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--bench" => {}
            "--write" => write = true,
            "--skip" => skip = arguments.next().unwrap().parse().unwrap(),
            "--limit" => limit = arguments.next().unwrap().parse().unwrap(),
            _ => folder = argument,
        }
    }
    let case = compile(&store::open(std::path::Path::new(&folder)).unwrap().workbook).case;
    let mut figures: Vec<Figure> = Vec::new();
    for (what, case) in impossible::impossible(&case).into_iter().skip(skip) {
        let options = Options { time_limit: Some(Duration::from_secs(limit)), ..Options::default() };
        let began = (Instant::now(), processor_seconds());
        let took = || processor_seconds() - began.1;
        let (mut known, mut first, mut conflict) = (None, None, None);
        let answer = optimise(&case, &options, None, &mut |progress: &Progress| {
            if progress.stage == Stage::Conflict {
                known.get_or_insert_with(took);
            }
            if progress.conflict.is_some() {
                first.get_or_insert_with(took);
            }
            if progress.stage == Stage::Repair {
                conflict.get_or_insert_with(took);
            }
            ControlFlow::Continue(())
        })
        .unwrap();
        let whole = took();
        let [known, first, conflict] = [known, first, conflict].map(|it| it.unwrap_or(whole));
        let figure = Figure { what, known, first, conflict, whole, told: answer.conflict };
        eprintln!("{}", line(&figure));
        figures.push(figure);
    }
    let section = section(&figures);
    println!("{section}");
    if write {
        put("conflicts", &section);
    }
}

fn line(it: &Figure) -> String {
    let rules = it.told.as_ref().map_or_else(|| "–".to_owned(), |told| told.rules.len().to_string());
    let lines = it.told.as_ref().map_or_else(|| "–".to_owned(), |told| told.lines.len().to_string());
    let smallest = if it.told.as_ref().is_some_and(|told| told.proven_smallest) { "yes" } else { "no" };
    format!(
        "| {} | {rules} | {lines} | {smallest} | {:.2} | {:.2} | {:.2} | {:.2} |",
        it.what, it.known, it.first, it.conflict, it.whole
    )
}

fn section(figures: &[Figure]) -> String {
    let mut whole: Vec<f64> = figures.iter().map(|it| it.whole).collect();
    whole.sort_by(f64::total_cmp);
    let (median, worst) = (whole[whole.len() / 2], whole.last().copied().unwrap_or_default());
    let mut table = String::from(
        "| made impossible by | rules | lines | irreducible | impossible | first explanation | shortest | with ways out |\n\
         | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: |\n",
    );
    for figure in figures {
        let _ = writeln!(table, "{}", line(figure));
    }
    format!(
        "## Why nothing is possible\n\nThe Dutch case with one demand raised, or its money cut, by as little as makes it \
         impossible. Seconds of processor time, one thread, from the beginning of `optimise`: until it is proven that nothing is \
         possible, until there is a first explanation, until the shortest that is told is proven irreducible, and with the ways \
         out. *Lines* counts budgets of one ministry in years that follow each other once. The median of the whole is \
         **{median:.2} s**, the worst {worst:.2} s. Written by `cargo bench --bench conflicts -- --write`.\n\n{table}"
    )
}
