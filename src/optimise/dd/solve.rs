//! A search from the beginning to what it found: with what an earlier one left behind, and a second time without it where that
//! leads nowhere.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rust_decimal::Decimal;

use super::branching::Pseudocost;
use super::clock::{Clock, State, upwards};
use super::core::Core;
use super::prices::{self, Beside};
use super::problem::{PROVEN, Problem, cheapest, problem, problem_of};
use super::propagation::Propagation;
use super::record::{Entry, Record};
use super::search::{Proven, Purpose, Search, Tree, Went, cutoff};
use super::tree_reuse::TreeReuse;
use super::warm_start::{KEPT, Learnt, Remembered, WarmStart};
use crate::model::Case;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::exact::Exact;
use crate::optimise::instance::least::LeastOf;
use crate::optimise::instance::plan::{Selection, Worth, judge};
use crate::optimise::instance::portfolio::{portfolio_of, selection_of};
use crate::optimise::instance::rows::RowName;
use crate::optimise::instance::{Halt, Unsupported};
use crate::optimise::options::{Asked, Progress, Stop};
use crate::optimise::task::{End, Found, Goal, Task};

/// What nothing is worth more than: where the search looked, the best and the slack; where it did not, a float. None
/// where that is infinite.
fn bound(highest: Option<i128>, slack: i128, given_up: f64) -> Option<Decimal> {
    let settled = Exact::decimal_above(highest?.checked_add(slack)?)?;
    if given_up == f64::NEG_INFINITY { Some(settled) } else { upwards(given_up).map(|given_up| given_up.max(settled)) }
}

/// Searches a task from what an earlier search left behind, and leaves what this one knows.
pub(crate) fn solve(
    task: &Task,
    warm_start: &mut WarmStart,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Found, Unsupported> {
    let mut clock = Clock::new(task, on);
    let nothing_yet = State { best: None, bound: f64::INFINITY, nodes: 0 };
    let problem = match again(task, warm_start) {
        Some(problem) => problem,
        None => {
            let known = warm_start.best.as_ref().or(warm_start.hints.as_ref());
            match problem(task, known.map(|it| &it.problem.layout), &mut || clock.tick(&nothing_yet)) {
                Ok(problem) => problem,
                Err(Halt::Unsupported(unsupported)) => return Err(unsupported),
                Err(Halt::Stopped) => return Ok(Found::nothing(End::Stopped(clock.stop.unwrap_or(Stop::Cancelled)))),
            }
        }
    };
    let old = match task.goal {
        Goal::Best => warm_start.best.clone(),
        Goal::Cheapest { .. } => nearest(task.case, warm_start),
    };
    let reuse = old.as_deref().and_then(|old| TreeReuse::new(old, task.case, &problem, task.goal));
    let hints = match (&reuse, &warm_start.hints, task.goal) {
        (None, Some(old), Goal::Best) => old.costs_for(task.case),
        _ => Vec::new(),
    };
    let Explored { found, record, learnt, portfolio } =
        explore(task, &problem, (reuse.as_ref(), &hints), (&mut clock, Purpose::Answer));
    drop(reuse);
    if matches!(found.end, End::Proven | End::Infeasible) {
        let case = task.case.clone();
        let new = Some(Arc::new(Remembered { case, problem, goal: task.goal, record, learnt, portfolio }));
        match task.goal {
            Goal::Best => warm_start.best = new,
            Goal::Cheapest { .. } => warm_start.cheapest = new,
        }
    }
    Ok(found)
}

/// Searches for the portfolio that keeps the rules of a task whose least of several objectives is highest. What is found and told
/// counts from where those objectives do.
pub(crate) fn solve_least(
    task: &Task,
    least: &LeastOf,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Found, Unsupported> {
    let lowest = Cell::new(Decimal::ZERO);
    let from_lowest = |value: Option<Decimal>| value.and_then(|value| value.checked_add(lowest.get()));
    let mut tell = |progress: &Progress| {
        let (best, bound) = (from_lowest(progress.best), from_lowest(progress.bound));
        on(&Progress { best, bound, ..progress.clone() })
    };
    let mut clock = Clock::new(task, &mut tell);
    let nothing_yet = State { best: None, bound: f64::INFINITY, nodes: 0 };
    let problem = match problem_of(task, Some(least), None, &mut || clock.tick(&nothing_yet)) {
        Ok(problem) => problem,
        Err(Halt::Unsupported(unsupported)) => return Err(unsupported),
        Err(Halt::Stopped) => return Ok(Found::nothing(End::Stopped(clock.stop.unwrap_or(Stop::Cancelled)))),
    };
    let from = problem.instance.least.as_ref().map_or(0, |least| least.lowest);
    lowest.set(Exact::decimal_below(from).unwrap_or_default());
    let found = explore(task, &problem, (None, &[]), (&mut clock, Purpose::Answer)).found;
    let value = found.portfolio.as_ref().and_then(|portfolio| {
        let selection = selection_of(task.case, &problem.instance, portfolio)?;
        Exact::decimal_below(judge(&problem.instance, &selection)?.exact.checked_add(from)?)
    });
    let above = Exact::decimal_above(from).unwrap_or_default();
    let bound = found.bound.and_then(|bound| bound.checked_add(above));
    Ok(Found { value, bound, ..found })
}

/// The second stage's problem from the first one's: the diagrams are the same.
fn again(task: &Task, warm_start: &WarmStart) -> Option<Problem> {
    let Goal::Cheapest { at_least } = task.goal else { return None };
    let first = warm_start.best.as_ref().filter(|it| it.case == *task.case && task.no_goods.is_empty())?;
    let Problem { mut instance, layout, .. } = first.problem.clone();
    if instance.rows.iter().any(|row| matches!(row.name, RowName::NoGood(_))) {
        return None;
    }
    let (slack, money) = cheapest(&mut instance, at_least).ok()?;
    let propagation = Propagation::new(&instance);
    Some(Problem { instance, layout, propagation, slack, money })
}

/// What the second stage starts from: the tree of an earlier second stage, else that of this case's first one, which says
/// at once where too little objective is left.
fn nearest(case: &Case, warm_start: &WarmStart) -> Option<Arc<Remembered>> {
    warm_start.cheapest.clone().or_else(|| warm_start.best.clone().filter(|it| it.case == *case))
}

/// What a search gave.
struct Explored {
    found: Found,
    record: Option<Record>,
    learnt: Learnt,
    portfolio: Option<Selection>,
}

/// Searches a problem: what was found, and the tree that was written down.
pub(crate) fn search(
    task: &Task,
    problem: &Problem,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> (Found, Option<Record>) {
    let strict;
    let problem = if task.goal == Goal::Best && problem.slack > PROVEN {
        strict = problem.by_bounds();
        &strict
    } else {
        problem
    };
    let explored = explore(task, problem, (None, &[]), (&mut Clock::new(task, on), Purpose::Proof));
    (explored.found, explored.record)
}

/// Nothing is left of a problem before anything is tried.
fn impossible() -> Explored {
    let mut record = Record::default();
    record.add();
    record.set(0, Entry::Empty);
    Explored {
        found: Found::nothing(End::Infeasible),
        record: Some(record),
        learnt: Learnt::default(),
        portfolio: None,
    }
}

/// In smaller cases the prices take no longer than a thread to start.
const LARGE: usize = if cfg!(test) { 1 } else { 250 };

/// Whether a search that is through is asked for the prices of the whole case.
fn wants_prices(task: &Task) -> bool {
    task.goal == Goal::Best && task.options.asked == Asked::ByItself
}

/// Searches, with several threads where a case is large and they may be had: then the prices are sought beside it.
fn explore(
    task: &Task,
    problem: &Problem,
    from: (Option<&TreeReuse>, &[Pseudocost]),
    by: (&mut Clock, Purpose),
) -> Explored {
    let instance = &problem.instance;
    let mut open = Domains::of(instance);
    let large = instance.items.len() >= LARGE && !instance.services.is_empty();
    if task.options.threads < 2 || !large || !wants_prices(task) || !open.settle_shares() {
        return explore_with(task, problem, from, by, None);
    }
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let beside = Beside::start(scope, (problem, &open), &stop);
        explore_with(task, problem, from, by, Some(beside))
    })
}

fn explore_with(
    task: &Task,
    problem: &Problem,
    (reuse, hints): (Option<&TreeReuse>, &[Pseudocost]),
    (clock, purpose): (&mut Clock, Purpose),
    beside: Option<Beside>,
) -> Explored {
    let instance = &problem.instance;
    let mut open = Domains::of(instance);
    if !open.settle_shares() {
        return impossible();
    }
    let warm = task.warm.and_then(|warm| selection_of(task.case, instance, warm));
    let nothing_yet = State { best: None, bound: f64::INFINITY, nodes: 0 };
    let known = warm.clone().or_else(|| reuse.and_then(TreeReuse::best));
    let core = Core::of(problem, &open, known, |worth| cutoff(problem, worth), &mut || clock.tick(&nothing_yet));
    let whole = problem;
    let (problem, reuse, hints, warm) = match &core {
        Some(core) => (&core.inner.problem, None, &[][..], core.inner.inside(&core.best.0)),
        None => (problem, reuse, hints, warm),
    };
    let settled = core.as_ref().map_or(0.0, |core| core.inner.value);
    let mut tick = |state: &State| {
        clock.tick(&State { best: state.best.map(|best| best + settled), bound: state.bound + settled, ..*state })
    };
    if let Some(core) = &core {
        open.clone_from(&core.inner.open);
    }
    let Some(mut search) = Search::new(problem, &open, &mut tick) else { return impossible() };
    search.serve(task, purpose, hints);
    if let Some(selection) = warm {
        search.offer(&selection);
    } else if let Some(core) = &core {
        // It has not all that is settled, for nothing better has.
        search.highest = core.best.1.checked_sub(core.inner.exact);
    }
    if task.goal == Goal::Best && purpose == Purpose::Answer && core.is_none() {
        search.known = task.known.iter().map(Proven::new).collect();
    }
    if let Some(reuse) = reuse {
        search.remember(reuse, &open);
    }
    search.remember_at_most(task.options.memory_limit);
    search.in_rounds(task.options.threads);
    // Nobody reads a large tree but a proof.
    let fresh = || if purpose == Purpose::Answer { Record::up_to(KEPT) } else { Record::default() };
    let mut tree = Tree::new(open.clone(), Some(fresh()));
    let listed = core.as_ref().filter(|_| purpose == Purpose::Answer).and_then(|core| core.enumerate(&mut search));
    let mut went = if listed.is_some() {
        tree.settle();
        Went::Through
    } else {
        search.run(&mut tree, reuse.map_or(u64::MAX, TreeReuse::patience))
    };
    if went == Went::Stopped && !search.ran_full() && !(search.tick)(&search.state) {
        // The old tree leads nowhere: a fresh one, with the best that is known.
        let (best, nodes, highest) = (search.incumbent.take(), search.nodes, search.highest);
        let known = std::mem::take(&mut search.known);
        drop(search);
        search = match Search::new(problem, &open, &mut tick) {
            Some(fresh) => fresh,
            None => return impossible(),
        };
        search.remember_at_most(task.options.memory_limit);
        search.in_rounds(task.options.threads);
        search.nodes = nodes;
        search.highest = highest;
        search.known = known;
        search.serve(task, purpose, hints);
        if let Some((selection, _)) = best {
            search.offer(&selection);
        }
        std::mem::replace(&mut tree, Tree::new(open.clone(), Some(fresh()))).leave();
        went = search.run(&mut tree, u64::MAX);
    }
    // What is given up by the cutoff is worth no more than the best and the slack, exactly; the rest is told by floats.
    let (highest, given_up) = (search.highest, tree.bound().max(search.given_up));
    // What a search that was stopped wrote down is of no use to anybody.
    let record = if went == Went::Through { tree.record.take().and_then(Record::whole) } else { None };
    tree.leave();
    let (mut best, nodes, mut learnt) = (search.incumbent.take(), search.nodes, std::mem::take(&mut search.learnt));
    let (state, full, limited) = (search.state, search.ran_full(), search.was_limited());
    drop(search);
    let (mut highest, mut given_up, mut record) = (highest, given_up, record);
    if let Some(core) = &core {
        let found = best.map(|(inside, _)| core.inner.whole(&inside));
        let measured = |selection: Selection| judge(instance, &selection).map(|worth| (selection, worth));
        let no_worse = |(_, worth): &(Selection, Worth)| worth.exact >= core.best.1;
        best = found.and_then(measured).filter(no_worse).or_else(|| measured(core.best.0.clone()));
        highest = highest.and_then(|highest| highest.checked_add(core.inner.exact));
        given_up += core.inner.value;
        record = record.map(|record| core.record(record));
        // Paths and costs of the core are of no use to the next search, which has another core.
        learnt = Learnt {
            prices: core.prices().to_vec(),
            basis: Arc::default(),
            costs: vec![Pseudocost::default(); instance.items.len()],
        };
    }
    // Whoever stopped the search does not wait for prices.
    let multipliers = match &core {
        _ if best.is_none() || went == Went::Stopped || !wants_prices(task) => None,
        Some(core) => Some(core.prices().to_vec()),
        None => beside
            .and_then(|beside| beside.take(&mut || tick(&state)))
            .unwrap_or_else(|| prices::relaxed(problem, &open, &mut || tick(&state)))
            .map(|relaxed| relaxed.prices),
    };
    let ended = Ended { went, full, limited, nodes, best: best.as_ref(), highest, given_up };
    let found = told(task, whole, clock, &ended, multipliers.as_deref());
    Explored { found, record, learnt, portfolio: best.map(|(selection, _)| selection) }
}

/// How a search ended, of the whole problem.
struct Ended<'a> {
    went: Went,
    full: bool,
    limited: bool,
    nodes: u64,
    best: Option<&'a (Selection, Worth)>,
    highest: Option<i128>,
    given_up: f64,
}

/// What a search found, as it is told.
fn told(task: &Task, problem: &Problem, clock: &Clock, ended: &Ended, multipliers: Option<&[f64]>) -> Found {
    let instance = &problem.instance;
    let end = match (ended.went, clock.stop) {
        (Went::Stopped, Some(stop)) => End::Stopped(stop),
        (Went::Stopped, None) => End::Stopped(if ended.full { Stop::MemoryLimit } else { Stop::Cancelled }),
        (Went::Through, _) if ended.best.is_none() => End::Infeasible,
        (Went::Through, _) => End::Proven,
    };
    let mut found = Found::nothing(end);
    found.nodes = ended.nodes;
    if ended.limited {
        found.options.push(("memory_limit".to_owned(), format!("{} MB", task.options.memory_limit / 1_000_000)));
    }
    found.first_found = clock.first_found();
    found.prices = multipliers.map(|multipliers| prices::shadow_prices(instance, multipliers));
    if let Some((selection, worth)) = ended.best {
        found.portfolio = Some(portfolio_of(task.case, instance, selection));
        (found.value, found.bound) = match task.goal {
            Goal::Best => {
                let bound = bound(ended.highest, problem.slack.min(PROVEN), ended.given_up);
                (Exact::decimal_below(worth.objective), bound)
            }
            Goal::Cheapest { .. } => {
                let bill = Decimal::try_from_i128_with_scale(worth.bill, instance.money_places).ok();
                // No bill lies between the best and what the bound leaves open.
                (bill, bill.filter(|_| end == End::Proven))
            }
        };
    }
    found
}
