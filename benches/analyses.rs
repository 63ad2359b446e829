//! Figures of the analyses: many related questions at one desk, side by side with as many fresh single ones; and of an answer
//! after one edit, side by side with a fresh one. All times are processor time of the whole process.
//!
//! `cargo bench --bench analyses -- [--engine] [--write] [--worlds N] [--points N] CASE…` where a case is a folder, or `planning:N:SEED`
//! for a generated one of N candidates. With `--write` the sections of PERFORMANCE.md are written. `--edits` measures
//! edits alone, `--every N` every N-th of them, `--limit S` gives each question at most S seconds.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr
)]

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

#[path = "analyses/edits.rs"]
mod edits;

use beslismacht::analyse::budget_frontier::BudgetFrontier;
use beslismacht::analyse::derive::{with_status, with_total_budget};
use beslismacht::analyse::importance::{Importance, TurningPoints};
use beslismacht::analyse::pareto::{Axis, Better, Pareto};
use beslismacht::analyse::robust::{Draws, Robust, WeightDraw};
use beslismacht::analyse::sweep::{Sweep, run};
use beslismacht::analyse::{Desk, Pace, Pool, Solving, Tally};
use beslismacht::model::compile::compile;
use beslismacht::model::generate::{Shape, planning};
use beslismacht::model::{Case, MinistryIx, Status};
use beslismacht::optimise::{Aim, Measure, Options, Question, SAME, Side, SolverChoice};
use beslismacht::store;
use rust_decimal::Decimal;

const WORKERS: usize = 2;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut write, mut worlds, mut points, mut solver) = (false, 200, 50, SolverChoice::Auto);
    let (mut only_edits, mut every, mut limit) = (false, 1, 60);
    let mut cases = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--bench" => {}
            "--write" => write = true,
            "--engine" => solver = SolverChoice::Engine,
            "--edits" => only_edits = true,
            "--every" => every = arguments.next().unwrap().parse().unwrap(),
            "--limit" => limit = arguments.next().unwrap().parse().unwrap(),
            "--worlds" => worlds = arguments.next().unwrap().parse().unwrap(),
            "--points" => points = arguments.next().unwrap().parse().unwrap(),
            _ => cases.push(argument),
        }
    }
    if cases.is_empty() {
        cases = vec!["portfolios/netherlands".to_owned(), "planning:60:9001".to_owned()];
    }
    let ask = Options { solver, time_limit: Some(Duration::from_secs(limit)), ..Options::default() };
    if only_edits {
        let section = edits::section(&cases, every, &ask, case);
        println!("{section}");
        if write {
            put("edits", &section);
        }
        return;
    }
    let mut table = String::from(
        "| case | analysis | questions | searched | implied | fresh, s | reused, s | part |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut ratios = Vec::new();
    for name in &cases {
        let case = case(name);
        let figures = [
            ("frontier by budget", frontier(&case, points, &ask)),
            ("replacement costs", replacement(&case, &ask)),
            ("Pareto front of two ministries", pareto(&case, &ask)),
            ("worlds", robust(&case, worlds, &ask)),
        ];
        for (analysis, figure) in figures {
            let ratio = figure.reused / figure.fresh;
            ratios.push(ratio);
            let line = format!(
                "| {name} | {analysis} | {} | {} | {} | {:.2} | {:.2} | {ratio:.2} |",
                figure.questions, figure.tally.searched, figure.tally.implied, figure.fresh, figure.reused
            );
            eprintln!("{line}");
            let _ = writeln!(table, "{line}");
        }
    }
    let mean =
        (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / f64::from(u32::try_from(ratios.len()).unwrap())).exp();
    let section = format!(
        "## The analyses\n\nMany related questions at one desk, side by side in one run with as many fresh single ones (each with \
         an empty pool); {WORKERS} questions at a time, one thread each, at gap 0, at most {limit} s for each question; seconds of \
         processor time. `part` is the time with reuse as a \
         part of the time of the fresh ones; its geometric mean is **{mean:.2}**. Made by \
         `cargo bench --bench analyses -- --write --points {points} --worlds {worlds} --limit {limit}{} {}`.\n\n{table}\n",
        if solver == SolverChoice::Engine { " --engine" } else { "" },
        cases.join(" ")
    );
    println!("{section}");
    if write {
        put("analyses", &section);
    }
}

/// Puts a section into PERFORMANCE.md, between its marks, at the end where it has none yet.
#[allow(clippy::disallowed_methods)] // A page of the project, not a planner's file.
fn put(name: &str, section: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/PERFORMANCE.md");
    let page = std::fs::read_to_string(path).unwrap_or_else(|_| "# Performance".to_owned());
    let (begin, end) = (format!("<!-- figures: {name} -->"), format!("<!-- end of figures: {name} -->"));
    let block = format!("{begin}\n{}\n{end}", section.trim_end());
    let page = match (page.split_once(&begin), page.split_once(&end)) {
        (Some((before, _)), Some((_, after))) => format!("{before}{block}{after}"),
        _ => format!("{}\n\n{block}\n", page.trim_end()),
    };
    std::fs::write(path, page).unwrap();
}

/// Processor time of the whole process so far, in seconds; 0 where the system does not say.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn case(name: &str) -> Case {
    let workbook = match name.strip_prefix("planning:") {
        Some(numbers) => {
            let (candidates, seed) = numbers.split_once(':').unwrap();
            planning(candidates.parse().unwrap(), seed.parse().unwrap(), Shape::Ladder)
        }
        None => store::open(std::path::Path::new(name)).unwrap().workbook,
    };
    compile(&workbook).case
}

struct Figure {
    questions: usize,
    tally: Tally,
    fresh: f64,
    reused: f64,
}

/// Runs something at a desk: `(result, seconds, tally)`.
fn timed<T>(options: &Options, work: impl FnOnce(&Desk<'_>) -> T) -> (T, f64, Tally) {
    let mut on = |_: &Pace| ControlFlow::Continue(());
    let solving = Solving { options: options.clone() };
    let desk = Desk::new(&solving, WORKERS, &mut on);
    let began = processor_seconds();
    let result = work(&desk);
    (result, processor_seconds() - began, desk.tally())
}

/// The same questions, each by itself.
fn fresh(questions: &[Question], options: &Options) -> f64 {
    let all: Vec<usize> = (0..questions.len()).collect();
    let ((), seconds, _) = timed(options, |desk| {
        desk.blocks(&all, |at| desk.ask(&mut Pool::default(), &questions[at], None, "fresh")).unwrap();
    });
    seconds
}

fn best(case: Case) -> Question {
    Question::best(Arc::new(case))
}

fn frontier(case: &Case, points: usize, options: &Options) -> Figure {
    let frontier = BudgetFrontier::in_percent(case, Decimal::ZERO, Decimal::from(150), points - 1).unwrap();
    let (steps, reused, tally) = timed(options, |desk| run(&frontier, desk).unwrap());
    let questions: Vec<_> = steps.grid.iter().map(|&total| best(with_total_budget(case, total))).collect();
    Figure { questions: questions.len(), tally, fresh: fresh(&questions, options), reused }
}

fn replacement(case: &Case, options: &Options) -> Figure {
    let importance = Importance { case, cuts: 0, turning: TurningPoints::Without };
    let pieces: Vec<usize> = (0..case.candidates.len().div_ceil(6)).collect();
    let (base, reused, tally) = timed(options, |desk| {
        let base = importance.base(desk).unwrap();
        desk.blocks(&pieces, |piece| importance.piece(desk, &base, piece)).unwrap();
        base
    });
    let questions: Vec<_> = case
        .candidate_ixs()
        .map(|candidate| {
            let status = if base.picks.contains(candidate) { Status::LockedOut } else { Status::LockedIn };
            best(with_status(case, candidate, status))
        })
        .collect();
    Figure { questions: questions.len(), tally, fresh: fresh(&questions, options), reused }
}

fn pareto(case: &Case, options: &Options) -> Figure {
    let axis = |ministry: usize| Axis {
        name: case.ministries[ministry].id.clone(),
        measure: Measure::own_gain(case, MinistryIx(ministry)),
        better: Better::More,
    };
    let pareto = Pareto { case, first: axis(0), second: axis(1), points: None };
    let (front, reused, tally) = timed(options, |desk| run(&pareto, desk).unwrap());
    let shared = Arc::new(case.clone());
    let mut questions = Vec::new();
    let mut bound = None;
    for point in &front.points {
        let bounded = |question: Question| match bound {
            Some(bound) => question.with(pareto.second.measure.clone(), Side::AtLeast, bound),
            None => question,
        };
        let first = Aim::Highest(pareto.first.measure.clone());
        questions.push(bounded(Question::new(Arc::clone(&shared), first)));
        let second = Question::new(Arc::clone(&shared), Aim::Highest(pareto.second.measure.clone()));
        questions.push(bounded(second).with(pareto.first.measure.clone(), Side::AtLeast, point.first));
        bound = Some(point.second + SAME * Decimal::TWO);
    }
    Figure { questions: questions.len(), tally, fresh: fresh(&questions, options), reused }
}

fn robust(case: &Case, worlds: usize, options: &Options) -> Figure {
    let draws = Draws {
        count: worlds,
        seed: 1,
        weights: WeightDraw::Percent(Decimal::from(20)),
        costs: Decimal::TEN,
        gains: Decimal::TEN,
    };
    let robust = Robust { case, scenarios: &[], own: None, voice: None, draws, outcomes: 2 };
    let (_, reused, tally) = timed(options, |desk| run(&robust, desk).unwrap());
    let questions: Vec<_> = robust.worlds().into_iter().map(|world| best(world.case)).collect();
    Figure { questions: questions.len(), tally, fresh: fresh(&questions, options), reused }
}
