//! The level of the weakest domain comes first: the highest that a portfolio can hold in every domain, and only then the index.
//!
//! Levels are rungs, so there are few. From the one that is known to be held the next higher one is asked for, as a floor under every
//! domain: *is there any portfolio at all?* The first level that none can hold ends it; that nothing higher is possible is proven with
//! it. Then the best portfolio of the case is found with the highest level that can be held as a floor.

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;
use std::time::Instant;

use rust_decimal::Decimal;

use super::answer::{Answer, OptimiseError, Status};
use super::highest_level::HighestLevel;
use super::iis::worthless;
use super::no_good::NoGood;
use super::options::{Asked, Options, Progress, Stage, Stop};
use crate::measure::evaluate;
use crate::model::{Case, Portfolio};

/// What a search is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    /// Any portfolio: the case says that none is worth more than another.
    Any,
    /// The best.
    Best,
}

/// Searches a case, with a portfolio to start from.
pub(super) type Search<'a> = &'a mut dyn FnMut(
    Sought,
    (&Case, &Options, Option<&Portfolio>),
    &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError>;

/// The best portfolio of a case in its fixed order that goes by its weakest domain first, by searches of cases that go by the index alone.
pub(super) fn highest(
    case: &Case,
    options: &Options,
    (warm, left_out): (Option<&Portfolio>, &[NoGood]),
    search: Search<'_>,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError> {
    let began = Instant::now();
    let left = |part: u32| options.time_limit.map(|limit| limit.saturating_sub(began.elapsed()) / part);
    let level_of = |portfolio: &Portfolio| evaluate(case, portfolio).overall();
    let allowed = |it: &&Portfolio| evaluate(case, it).keeps_all_rules() && !left_out.iter().any(|cut| cut.cuts(it));
    let mut known = warm.filter(allowed).cloned();
    let mut level = HighestLevel { held: known.as_ref().and_then(level_of), proven: true, impossible: None };
    let (mut nodes, mut stopped) = (0, None);
    while let Some(next) = HighestLevel::above(case, level.held) {
        let asked = Options { time_limit: left(2), asked: Asked::AmongMany, ..options.clone() };
        let floored = case.at_level(Some(next));
        let any = if left_out.is_empty() { worthless(&floored) } else { valueless(floored) };
        let mut tell = |progress: &Progress| {
            let (nodes, seconds) = (nodes + progress.nodes, began.elapsed().as_secs_f64());
            on(&Progress { stage: Stage::Level, nodes, seconds, ..Progress::default() })
        };
        let answer = search(Sought::Any, (&any, &asked, None), &mut tell)?;
        nodes += answer.solver.nodes;
        match (answer.status, answer.portfolio) {
            (_, Some(found)) => {
                level.held = level_of(&found).max(Some(next));
                known = Some(found);
            }
            (Status::Infeasible, None) => {
                level.impossible = Some(next);
                break;
            }
            (_, None) => {
                level.proven = false;
                stopped = answer.stopped.or(Some(Stop::TimeLimit));
                break;
            }
        }
    }
    let rest = Options { time_limit: left(1), ..options.clone() };
    let mut answer = search(Sought::Best, (&case.at_level(level.held), &rest, known.as_ref().or(warm)), on)?;
    answer.solver.nodes += nodes;
    answer.solver.seconds = Decimal::new(i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX), 3);
    if let (false, Some(found)) = (level.proven, &answer.portfolio) {
        level.held = level_of(found).max(level.held);
        answer.status = Status::Feasible;
        answer.stopped = answer.stopped.or(stopped);
    }
    answer.level = answer.portfolio.is_some().then_some(level);
    Ok(answer)
}

/// The case in which no portfolio is worth more than another, and all moves what it moved.
fn valueless(mut case: Case) -> Case {
    case.domains.iter_mut().flat_map(|domain| &mut domain.weights).for_each(|weight| *weight = Decimal::ZERO);
    case.candidates.iter_mut().for_each(|candidate| candidate.points = Decimal::ZERO);
    case
}
