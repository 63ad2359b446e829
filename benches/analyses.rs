//! Figures of the analyses: many related questions at one runner, side by side with as many fresh single ones, one after the
//! other; and of an answer after one edit, side by side with a fresh one. Both the time that passes and the processor time of
//! the whole process are taken.
//!
//! `cargo bench --bench analyses -- [--engine] [--write] [--worlds N] [--points N] CASE…` where a case is a folder, or `planning:N:SEED`
//! for a generated one of N candidates. With `--write` the sections of benches/README.md are written. `--edits` measures
//! edits alone, `--only NAME` the analyses whose name begins so, `--every N` every N-th of the fresh ones or of the edits,
//! `--limit S` gives each question at most S seconds.
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
use std::time::{Duration, Instant};

#[path = "analyses/edits.rs"]
mod edits;
#[path = "../tests/made_up/mod.rs"]
mod made_up;
mod shared;

use crate::made_up::{Shape, planning};
use crate::shared::{processor_seconds, put};
use beslismacht::analyse::budget_frontier::BudgetFrontier;
use beslismacht::analyse::case_transforms::{with_status, with_total_budget};
use beslismacht::analyse::forced_flip::candidate_pieces;
use beslismacht::analyse::importance::{BreakEvens, Importance, Piece};
use beslismacht::analyse::pareto::{Axis, Better, Pareto};
use beslismacht::analyse::robust::{self, Draws, Robust, WeightDraw};
use beslismacht::analyse::scenarios::Scenario;
use beslismacht::analyse::sweep::{Sweep, run};
use beslismacht::analyse::{AnalysisProgress, Oracle, QueryRunner, QueryStats, Solving};
use beslismacht::model::compile::compile;
use beslismacht::model::{Case, MinistryIx, Status as ModelStatus};
use beslismacht::optimise::{
    Aim, Measure, Options, Progress, Query, SAME, Side, SolverChoice, Stage, Status, WarmStart, optimise,
};
use beslismacht::store;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

const WORKERS: usize = 2;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut write, mut worlds, mut points, mut solver) = (false, 200, 50, SolverChoice::Auto);
    let (mut only_edits, mut every, mut limit, mut only) = (false, 1, 60, String::new());
    let mut cases = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--bench" => {}
            "--write" => write = true,
            "--engine" => solver = SolverChoice::Engine,
            "--edits" => only_edits = true,
            "--only" => only = arguments.next().unwrap(),
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
        "| case | analysis | questions | searched | implied | fresh, s | reused, s | part | fresh, CPU s | reused, CPU s | part |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut ratios = [Vec::new(), Vec::new()];
    let sample = Sample { every };
    for name in &cases {
        let case = case(name);
        let figures: [(&str, &dyn Fn() -> Figure); 5] = [
            ("frontier by budget", &|| frontier(&case, points, &ask, &sample)),
            ("replacement costs", &|| replacement(&case, &ask, &sample)),
            ("Pareto front of two ministries", &|| pareto(&case, &ask, &sample)),
            ("scenarios", &|| scenarios(&case, worlds, &ask, &sample)),
            ("random worlds", &|| random_worlds(&case, worlds, &ask, &sample)),
        ];
        for (analysis, figure) in figures.into_iter().filter(|(analysis, _)| analysis.starts_with(&only)) {
            let figure = figure();
            let Figure { fresh, reused, .. } = figure;
            let parts = [reused.passed / fresh.passed, reused.processor / fresh.processor];
            if analysis != "random worlds" {
                ratios.iter_mut().zip(parts).for_each(|(ratios, part)| ratios.push(part));
            }
            let line = format!(
                "| {name} | {analysis} | {} | {} | {} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} |",
                figure.questions,
                figure.stats.searched,
                figure.stats.implied,
                fresh.passed,
                reused.passed,
                parts[0],
                fresh.processor,
                reused.processor,
                parts[1]
            );
            eprintln!("{line}");
            let _ = writeln!(table, "{line}");
        }
    }
    let mean = |ratios: &Vec<f64>| {
        (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / f64::from(u32::try_from(ratios.len()).unwrap())).exp()
    };
    let [passed, processor] = [mean(&ratios[0]), mean(&ratios[1])];
    let section = format!(
        "## The analyses\n\nMany related questions at one runner, side by side in one run with the same number of fresh single solves; \
         the analyses work on {WORKERS} questions at a time, the fresh ones are solved one after the other, one thread each, gap 0, \
         at most {limit} s for each question. Seconds that passed, and seconds of processor time. \
         A fresh single solve is what `optimise` does for the case (best objective, lowest bill, prices, certificate), or the \
         question by itself where it has a bound; what makes a case impossible is not explained on either side. Of the fresh ones every {every}th was solved, beginning with the first, and \
         the time of all is computed from that; their values are compared with those found with reuse. *Searched* were \
         answered by a search, *implied* by what was already proven. A made-up scenario changes one to three cells: a cost, a \
         success, a lock, a control, a weight, a drift, a budget. In random worlds every weight, cost and gain is drawn anew. \
         `part` is the time with reuse as a part of the fresh time; its geometric mean without the random worlds is \
         **{passed:.2}** of the time that passes, and {processor:.2} of the processor time, which is what reuse alone saves. Made by `cargo bench --bench analyses -- --write --points {points} --worlds {worlds} --limit {limit} \
         --every {every}{} {}`.\n\n{table}\n",
        if solver == SolverChoice::Engine { " --engine" } else { "" },
        cases.join(" ")
    );
    println!("{section}");
    if write {
        put("analyses", &section);
    }
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
    stats: QueryStats,
    fresh: Seconds,
    reused: Seconds,
}

/// What something took.
#[derive(Debug, Clone, Copy)]
struct Seconds {
    passed: f64,
    processor: f64,
}

impl std::ops::Mul<f64> for Seconds {
    type Output = Self;
    fn mul(self, times: f64) -> Self {
        Self { passed: self.passed * times, processor: self.processor * times }
    }
}

/// Runs something at a runner: `(result, seconds, stats)`.
fn timed<T>(options: &Options, workers: usize, work: impl FnOnce(&QueryRunner<'_>) -> T) -> (T, Seconds, QueryStats) {
    let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
    let solving = Solving { options: options.clone() };
    let runner = QueryRunner::new(&solving, workers, &mut on);
    let (began, before) = (Instant::now(), processor_seconds());
    let result = work(&runner);
    let seconds = Seconds { passed: began.elapsed().as_secs_f64(), processor: processor_seconds() - before };
    (result, seconds, runner.stats())
}

/// One of this many questions is also answered by itself.
struct Sample {
    every: usize,
}

impl Sample {
    /// The same questions, each by itself: the time that all of them would take, by that of these. What they find
    /// has to be what was found with reuse.
    fn fresh(&self, questions: &[Query], found: &[Option<Decimal>], options: &Options) -> Seconds {
        let some: Vec<usize> = (0..questions.len()).step_by(self.every.max(1)).collect();
        let (values, seconds, _) =
            timed(options, 1, |runner| runner.blocks(&some, |at| Ok(single(&questions[at], options))).unwrap());
        for (at, value) in values {
            if let (Some(Some(found)), Some(Some(value))) = (found.get(at), value) {
                assert!(
                    (found - value).abs() <= SAME * Decimal::TWO,
                    "question {at}: {found} with reuse, {value} without"
                );
            }
        }
        let count = |number: usize| f64::from(u32::try_from(number).unwrap());
        seconds * (count(questions.len()) / count(some.len().max(1)))
    }
}

/// A fresh single solve: what `optimise` does for a case, the question as it stands where it is about something else. Its
/// value, where it is proven. Why nothing is possible is not asked here, as it is not in the analyses.
fn single(question: &Query, options: &Options) -> Option<Decimal> {
    let mut on = |progress: &Progress| {
        if progress.stage == Stage::Conflict { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let is_case = question.bounds.is_empty() && question.no_goods.is_empty();
    if is_case && (question.aim == Aim::Best || question.aim == Aim::Highest(Measure::Objective)) {
        let answer = optimise(&question.case, options, None, &mut on).unwrap();
        return answer.evaluation.filter(|_| answer.status == Status::Optimal).map(|it| it.objective);
    }
    let reply =
        Solving { options: options.clone() }.answer(question, None, &mut WarmStart::default(), &mut on).unwrap();
    reply.value.filter(|_| reply.is_proven())
}

fn best(case: Case) -> Query {
    Query::best(Arc::new(case))
}

fn frontier(case: &Case, points: usize, options: &Options, sample: &Sample) -> Figure {
    let frontier = BudgetFrontier::in_percent(case, Decimal::ZERO, Decimal::from(150), points - 1).unwrap();
    let (steps, reused, stats) = timed(options, WORKERS, |runner| run(&frontier, runner).unwrap());
    let questions: Vec<_> = steps.grid.iter().map(|&total| best(with_total_budget(case, total))).collect();
    let found: Vec<_> = steps.at.iter().map(|step| steps.steps[(*step)?].best.value).collect();
    Figure { questions: questions.len(), stats, fresh: sample.fresh(&questions, &found, options), reused }
}

fn replacement(case: &Case, options: &Options, sample: &Sample) -> Figure {
    let importance = Importance { case, cuts: 0, break_evens: BreakEvens::Without };
    let pieces: Vec<usize> = (0..candidate_pieces(case)).collect();
    let ((base, forced), reused, stats) = timed(options, WORKERS, |runner| {
        let base = importance.base(runner).unwrap();
        let pieces = runner.blocks(&pieces, |piece| importance.piece(runner, &base, piece, &|_| {})).unwrap();
        (base, pieces.into_iter().filter_map(|(_, piece)| piece))
    });
    let forced = forced.flat_map(|piece| match piece {
        Piece::Candidates(forced) => forced,
        _ => Vec::new(),
    });
    let found: Vec<_> = forced.map(|forced| forced.otherwise.value).collect();
    let questions: Vec<_> = case
        .candidate_ixs()
        .map(|candidate| {
            let forced_to = if base.picks.contains(candidate) { ModelStatus::LockedOut } else { ModelStatus::LockedIn };
            Query::objective(Arc::new(with_status(case, candidate, forced_to)))
        })
        .collect();
    Figure { questions: questions.len(), stats, fresh: sample.fresh(&questions, &found, options), reused }
}

fn pareto(case: &Case, options: &Options, sample: &Sample) -> Figure {
    let axis = |ministry: usize| Axis {
        name: case.ministries[ministry].id.clone(),
        measure: Measure::own_gain(case, MinistryIx(ministry)),
        better: Better::More,
    };
    let pareto = Pareto { case, first: axis(0), second: axis(1), points: None };
    let (front, reused, stats) = timed(options, WORKERS, |runner| run(&pareto, runner).unwrap());
    let shared = Arc::new(case.clone());
    let mut questions = Vec::new();
    let mut bound = None;
    for point in &front.points {
        let bounded = |question: Query| match bound {
            Some(bound) => question.with(pareto.second.measure.clone(), Side::AtLeast, bound),
            None => question,
        };
        let first = Aim::Highest(pareto.first.measure.clone());
        questions.push(bounded(Query::new(Arc::clone(&shared), first)));
        let second = Query::new(Arc::clone(&shared), Aim::Highest(pareto.second.measure.clone()));
        questions.push(bounded(second).with(pareto.first.measure.clone(), Side::AtLeast, point.first));
        bound = Some(point.second + SAME * Decimal::TWO);
    }
    let found: Vec<_> = front.points.iter().flat_map(|point| [Some(point.first), Some(point.second)]).collect();
    Figure { questions: questions.len(), stats, fresh: sample.fresh(&questions, &found, options), reused }
}

/// Made-up scenarios as planners write them: each changes one to three cells.
fn scenarios(case: &Case, count: usize, options: &Options, sample: &Sample) -> Figure {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let scenarios: Vec<Scenario> = (0..count)
        .map(|at| {
            let mut case = case.clone();
            (0..random.random_range(1..=3)).for_each(|_| happens(&mut case, &mut random));
            Scenario { name: format!("scenario {}", at + 1), case }
        })
        .collect();
    let none = Decimal::ZERO;
    let draws = Draws { count: 0, seed: 1, weights: WeightDraw::Ranking, costs: none, gains: none, success: none };
    let robust = Robust { case, scenarios: &scenarios, own: None, voice: None, draws, outcomes: 2 };
    let (answered, reused, stats) = timed(options, WORKERS, |runner| {
        let base = robust.base(runner).unwrap();
        let pieces: Vec<usize> = (0..robust.pieces(&base)).collect();
        runner.blocks(&pieces, |piece| robust.piece(runner, &base, piece, &|_| {})).unwrap()
    });
    let mut found = vec![None; count];
    for piece in answered.into_iter().filter_map(|(_, piece)| piece) {
        let robust::Piece::Worlds(worlds) = piece else { continue };
        for (at, best) in worlds.into_iter().filter(|(at, _)| *at > 0) {
            found[at - 1] = best.value.filter(|_| best.is_proven());
        }
    }
    let questions: Vec<_> = scenarios.into_iter().map(|scenario| best(scenario.case)).collect();
    Figure { questions: count, stats, fresh: sample.fresh(&questions, &found, options), reused }
}

/// One thing that may happen.
fn happens(case: &mut Case, random: &mut ChaCha8Rng) {
    let times = |number: &mut Decimal, percent: i64| *number = (*number * Decimal::new(percent, 2)).round_dp(4);
    let candidate = random.random_range(0..case.candidates.len());
    let service = random.random_range(0..case.services.len());
    match random.random_range(0..7) {
        0 => case.candidates[candidate].costs.iter_mut().for_each(|cost| times(cost, 120)),
        1 => times(&mut case.candidates[candidate].success, 80),
        2 => case.candidates[candidate].status = ModelStatus::LockedOut,
        3 => case.services[service].control = (case.services[service].control - Decimal::TEN).max(Decimal::ZERO),
        4 => times(&mut case.services[service].weight, 200),
        5 => case.services[service].drift += Decimal::new(5, 1),
        _ => {
            let ministry = random.random_range(0..case.ministries.len());
            let year = random.random_range(0..case.ministries[ministry].budget.len());
            times(&mut case.ministries[ministry].budget[year], 75);
        }
    }
}

fn random_worlds(case: &Case, worlds: usize, options: &Options, sample: &Sample) -> Figure {
    let draws = Draws {
        count: worlds,
        seed: 1,
        weights: WeightDraw::Percent(Decimal::from(20)),
        costs: Decimal::TEN,
        gains: Decimal::TEN,
        success: Decimal::ZERO,
    };
    let robust = Robust { case, scenarios: &[], own: None, voice: None, draws, outcomes: 2 };
    let (result, reused, stats) = timed(options, WORKERS, |runner| run(&robust, runner).unwrap());
    let questions: Vec<_> = robust.worlds().into_iter().map(|world| best(world.case)).collect();
    let found: Vec<_> = result.worlds.iter().map(|world| world.best.value).collect();
    Figure { questions: questions.len(), stats, fresh: sample.fresh(&questions, &found, options), reused }
}
