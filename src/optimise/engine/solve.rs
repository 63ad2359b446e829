//! The engine behind the trait of solvers.

use std::ops::ControlFlow;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::branching::Pseudocost;
use super::build::{FINE, below};
use super::clock::{Clock, upwards};
use super::domains::Domains;
use super::exact::{Exact, TooWide};
use super::instance::{Above, Halt, Instance, LevelTerm, Steps, Unfit, f64_of, f64_of_decimal};
use super::layout::Layout;
use super::memory::{KEPT, Learnt, Remembered};
use super::plan::{Chosen, Selection};
use super::prices;
use super::propagation::Propagation;
use super::recall::Recall;
use super::record::Record;
use super::relaxation::working_memory;
use super::rows::{Row, RowName, Term};
use super::search::{Problem, Proven, Purpose, Search, State, Tree, Went};
use crate::measure::index::Weights;
use crate::model::{CandidateIx, Case, Pick, Portfolio, ServiceIx};
use crate::optimise::{Asked, CutOff, End, Found, Goal, Memory, Progress, Solver, SolverError, Stop, Task};

/// A bound may be higher than the best by so much and still prove it, in units of 10^-18 index points: a tenth of what the
/// certificate allows. Where numbers are so large that a float cannot tell this, no bound comes as near, and portfolios are
/// compared one by one in integers.
const PROVEN: i128 = 100_000_000_000;

/// With no more candidates than this the lowest bill is found to the last unit; with more, bills that differ by less than
/// 10^-9 of the largest count as the same, because a float's bound is no sharper.
const TO_THE_LAST: usize = 20;

/// A solver of our own: Dantzig–Wolfe over decision diagrams. See the module for the method.
#[derive(Debug, Clone, Copy, Default)]
pub struct Engine;

const NAME: &str = "beslismacht engine";

impl Solver for Engine {
    fn name(&self) -> &'static str {
        NAME
    }

    fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    fn fits(&self, case: &Case) -> Result<(), String> {
        // Whether its diagrams stay small enough is seen when they are made.
        Instance::new(case).map(|_| ()).map_err(|Unfit(why)| why)
    }

    fn solve_from(
        &self,
        task: &Task,
        memory: &mut Memory,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        solve(task, memory, on).map_err(|Unfit(why)| SolverError::DoesNotFit { solver: NAME, why })
    }
}

/// The problem of a task, with the diagrams of `old` where they are the same. `tick` is asked whether to stop.
pub(crate) fn problem(task: &Task, old: Option<&Layout>, tick: &mut dyn FnMut() -> bool) -> Result<Problem, Halt> {
    let mut instance = Instance::new(task.case)?;
    let layout = Layout::new(&mut instance, old, tick)?;
    for (at, cut) in task.cut_offs.iter().enumerate() {
        cut_off(task.case, &mut instance, at, cut)?;
    }
    let (mut slack, mut money) = (PROVEN, 1.0);
    if let Goal::Cheapest { at_least } = task.goal {
        (slack, money) = cheapest(&mut instance, at_least)?;
    }
    let size = instance.rows.len() + instance.switches.len() + layout.diagrams.len();
    if working_memory(size) > task.options.memory_limit {
        let why = format!("its {size} rows and diagrams do not fit into the memory limit");
        return Err(Unfit(why).into());
    }
    let propagation = Propagation::new(&instance);
    Ok(Problem { instance, layout, propagation, slack, money })
}

/// Makes the bill, with its sign turned, what is maximised, and the objective a row. Gives the slack: no bill lies
/// between two multiples of the largest number that divides all bills. And how much money one unit of the value is.
fn cheapest(instance: &mut Instance, at_least: Decimal) -> Result<(i128, f64), Unfit> {
    let possible = || instance.items.iter().filter(|item| !item.starts.is_empty());
    let largest = possible().map(|item| item.bill).max().unwrap_or(0).max(1);
    let step = possible().fold(0, |step, item| divisor(step, item.bill)).max(1);
    let row = u32::try_from(instance.rows.len()).unwrap_or(u32::MAX);
    let mut size = 0.0;
    let mut norm = 1e-12_f64;
    for item in &mut instance.items {
        item.value = -f64_of(item.bill) / f64_of(largest);
        norm = norm.max(item.points.abs());
        size += item.points.abs();
    }
    for steps in &mut instance.services {
        for level in &mut steps.levels {
            level.value = 0.0;
            norm = norm.max(level.gain.abs());
        }
        size += steps.levels.iter().map(|level| level.gain.abs()).fold(0.0, f64::max);
    }
    for item in &mut instance.items {
        for start in &mut item.starts {
            if item.points != 0.0 {
                start.fixed.push(Term { row, value: -item.points / norm, exact: 0 });
            }
        }
    }
    for steps in &mut instance.services {
        let term = |level: &super::instance::Level| LevelTerm { value: -level.gain / norm, exact: 0 };
        steps.terms.push((row, steps.levels.iter().map(term).collect()));
    }
    let least = f64_of_decimal(at_least);
    // A hair lower, so that rounding excludes nothing that the decimals allow.
    let right = -(least - 1e-10) / norm;
    instance.rows.push(Row {
        name: RowName::Objective,
        exact: 0,
        unit: 1.0,
        right,
        norm,
        size: size / norm + right.abs(),
    });
    instance.objective_at_least = Some(Exact::points(at_least)?);
    instance.fineness = f64_of(largest);
    instance.worst = below(-f64_of(instance.items.iter().map(|item| item.bill).sum()) / instance.fineness);
    let tolerated = if instance.items.len() <= TO_THE_LAST { 0 } else { largest / 1_000_000_000 };
    let slack = (step - (step / 10).max(1)).max(tolerated);
    Ok((slack, f64_of(largest) / 10_f64.powi(i32::try_from(instance.money_places).unwrap_or(i32::MAX))))
}

/// The greatest common divisor.
fn divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

/// `Σ over its picks x - Σ over everything else x ≤ picks - 1`.
pub(super) fn cut_off(case: &Case, instance: &mut Instance, at: usize, cut: &CutOff) -> Result<(), Unfit> {
    let row = u32::try_from(instance.rows.len()).unwrap_or(u32::MAX);
    let count = match cut {
        CutOff::Below { view, objective } => return worth_less(instance, at, view, *objective),
        CutOff::Starts(picks) => picks.len(),
        CutOff::Candidates(picks) => picks.len(),
    };
    let is_in = |item: usize, year: i32| match cut {
        CutOff::Starts(picks) => picks.contains(&(CandidateIx(item), year)),
        CutOff::Candidates(picks) => picks.contains(&CandidateIx(item)),
        CutOff::Below { .. } => false,
    };
    for item in 0..instance.items.len() {
        for start in 0..instance.items[item].starts.len() {
            let sign = if is_in(item, instance.start_year(case, item, start)) { 1 } else { -1 };
            let term = Term { row, value: f64::from(sign), exact: i128::from(sign) };
            instance.items[item].starts[start].fixed.push(term);
        }
    }
    let exact = i128::try_from(count).unwrap_or(0) - 1;
    let size = f64_of(exact).abs() + f64_of(i128::try_from(instance.items.len()).unwrap_or(0));
    instance.rows.push(Row { name: RowName::CutOff(at), exact, unit: 1.0, right: f64_of(exact), norm: 1.0, size });
    Ok(())
}

/// `- Σ points x - Σ gains of levels ≤ - least`, as another case values them.
fn worth_less(instance: &mut Instance, at: usize, view: &Case, least: Decimal) -> Result<(), Unfit> {
    let row = u32::try_from(instance.rows.len()).unwrap_or(u32::MAX);
    let weights = Weights::new(view);
    let exact_points: Vec<i128> =
        view.candidates.iter().map(|candidate| Exact::points(candidate.points)).collect::<Result<_, _>>()?;
    let gains = |(steps, service): (&Steps, ServiceIx)| {
        let factor = weights.of_service(view, service);
        let before = steps.levels[steps.needs[0].1].power;
        let gain = |power: Decimal| power.checked_sub(before).and_then(|rise| factor.checked_mul(rise)).ok_or(TooWide);
        steps.levels.iter().map(|level| Exact::points(gain(level.power)?)).collect::<Result<Vec<_>, TooWide>>()
    };
    let exact_gains: Vec<Vec<i128>> =
        instance.services.iter().zip(view.service_ixs()).map(gains).collect::<Result<_, _>>()?;
    let as_float = |worth: &i128| f64_of(*worth) / FINE;
    let points: Vec<f64> = exact_points.iter().map(as_float).collect();
    let gains: Vec<Vec<f64>> = exact_gains.iter().map(|gains| gains.iter().map(as_float).collect()).collect();
    let largest = |numbers: &Vec<f64>| numbers.iter().map(|number| number.abs()).fold(0.0, f64::max);
    let norm = gains.iter().map(largest).fold(largest(&points), f64::max).max(1e-12);
    let size = points.iter().map(|points| points.abs()).sum::<f64>() + gains.iter().map(largest).sum::<f64>();
    for (item, points) in instance.items.iter_mut().zip(&points).filter(|(_, points)| **points != 0.0) {
        for start in &mut item.starts {
            start.fixed.push(Term { row, value: -points / norm, exact: 0 });
        }
    }
    for (steps, gains) in instance.services.iter_mut().zip(&gains) {
        steps.terms.push((row, gains.iter().map(|gain| LevelTerm { value: -gain / norm, exact: 0 }).collect()));
    }
    let exact_least = Exact::points(least)?;
    let least = f64_of_decimal(least);
    // A hair lower, so that rounding excludes nothing that the decimals allow.
    let right = -(least - 1e-10) / norm;
    let size = size / norm + right.abs();
    instance.rows.push(Row { name: RowName::CutOff(at), exact: 0, unit: 1.0, right, norm, size });
    instance.above.push(Above { row, points: exact_points, gains: exact_gains, least: exact_least });
    Ok(())
}

/// A portfolio as the engine writes it; none if it is not one of the case.
pub(super) fn selection_of(case: &Case, instance: &Instance, portfolio: &Portfolio) -> Option<Selection> {
    let mut selection: Selection = vec![None; instance.items.len()];
    for pick in portfolio.picks() {
        let start = instance.start_at(case, pick.candidate, pick.start)?;
        let chosen = Chosen { start: u8::try_from(start).ok()?, shares: pick.shares.clone() };
        *selection.get_mut(pick.candidate.0)? = Some(chosen);
    }
    Some(selection)
}

/// A portfolio of the engine as everybody else writes it.
pub(super) fn portfolio_of(case: &Case, instance: &Instance, selection: &Selection) -> Portfolio {
    let pick = |(item, chosen): (usize, &Option<Chosen>)| {
        let chosen = chosen.as_ref()?;
        let start = instance.start_year(case, item, usize::from(chosen.start));
        Some(Pick { candidate: CandidateIx(item), start, shares: chosen.shares.clone() })
    };
    Portfolio::new(selection.iter().enumerate().filter_map(pick).collect())
}

/// What nothing is worth more than: where the search looked, the best and the slack; where it did not, a float. None
/// where that is infinite.
fn bound(highest: Option<i128>, slack: i128, given_up: f64) -> Option<Decimal> {
    let settled = Exact::decimal_above(highest?.checked_add(slack)?)?;
    if given_up == f64::NEG_INFINITY { Some(settled) } else { upwards(given_up).map(|given_up| given_up.max(settled)) }
}

/// Searches a task from what an earlier search left behind, and leaves what this one knows.
fn solve(task: &Task, memory: &mut Memory, on: &mut dyn FnMut(&Progress) -> ControlFlow<()>) -> Result<Found, Unfit> {
    let mut clock = Clock::new(task, on);
    let nothing_yet = State { best: None, bound: f64::INFINITY, nodes: 0 };
    let problem = match again(task, memory) {
        Some(problem) => problem,
        None => {
            match problem(task, memory.best.as_ref().map(|it| &it.problem.layout), &mut || clock.tick(&nothing_yet)) {
                Ok(problem) => problem,
                Err(Halt::Unfit(unfit)) => return Err(unfit),
                Err(Halt::Stopped) => return Ok(Found::nothing(End::Stopped(clock.stop.unwrap_or(Stop::Cancelled)))),
            }
        }
    };
    let old = match task.goal {
        Goal::Best => memory.best.clone(),
        Goal::Cheapest { .. } => nearest(task.case, memory),
    };
    let recall = old.as_deref().and_then(|old| Recall::new(old, task.case, &problem, task.goal));
    let hints = match (&recall, &memory.hints, task.goal) {
        (None, Some(old), Goal::Best) => old.costs_for(task.case),
        _ => Vec::new(),
    };
    let Explored { found, record, learnt, portfolio } =
        explore(task, &problem, (recall.as_ref(), &hints), (&mut clock, Purpose::Answer));
    drop(recall);
    if matches!(found.end, End::Proven | End::Infeasible) {
        let case = task.case.clone();
        let new = Some(Arc::new(Remembered { case, problem, goal: task.goal, record, learnt, portfolio }));
        match task.goal {
            Goal::Best => memory.best = new,
            Goal::Cheapest { .. } => memory.cheapest = new,
        }
    }
    Ok(found)
}

/// The second stage's problem from the first one's: the diagrams are the same.
fn again(task: &Task, memory: &Memory) -> Option<Problem> {
    let Goal::Cheapest { at_least } = task.goal else { return None };
    let first = memory.best.as_ref().filter(|it| it.case == *task.case && task.cut_offs.is_empty())?;
    let Problem { mut instance, layout, .. } = first.problem.clone();
    if instance.rows.iter().any(|row| matches!(row.name, RowName::CutOff(_))) {
        return None;
    }
    let (slack, money) = cheapest(&mut instance, at_least).ok()?;
    let propagation = Propagation::new(&instance);
    Some(Problem { instance, layout, propagation, slack, money })
}

/// What the second stage starts from: the tree of an earlier second stage, else that of this case's first one, which says
/// at once where too little objective is left.
fn nearest(case: &Case, memory: &Memory) -> Option<Arc<Remembered>> {
    memory.cheapest.clone().or_else(|| memory.best.clone().filter(|it| it.case == *case))
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
    let explored = explore(task, problem, (None, &[]), (&mut Clock::new(task, on), Purpose::Proof));
    (explored.found, explored.record)
}

fn explore(
    task: &Task,
    problem: &Problem,
    (recall, hints): (Option<&Recall>, &[Pseudocost]),
    (clock, purpose): (&mut Clock, Purpose),
) -> Explored {
    let instance = &problem.instance;
    let mut open = Domains::of(instance);
    let mut nothing = Record::default();
    nothing.add();
    nothing.set(0, super::record::Entry::Empty);
    let infeasible = Explored {
        found: Found::nothing(End::Infeasible),
        record: Some(nothing),
        learnt: Learnt::default(),
        portfolio: None,
    };
    if !open.settle_shares() {
        return infeasible;
    }
    let mut tick = |state: &State| clock.tick(state);
    let Some(mut search) = Search::new(problem, &open, &mut tick) else { return infeasible };
    search.purpose = purpose;
    search.hints = hints.to_vec();
    if task.options.asked == Asked::AmongMany {
        search.hurry();
    }
    if let Some(selection) = task.warm.and_then(|warm| selection_of(task.case, instance, warm)) {
        search.offer(&selection);
    }
    if task.goal == Goal::Best && purpose == Purpose::Answer {
        search.known = task.known.iter().map(Proven::new).collect();
    }
    if let Some(recall) = recall {
        search.remember(recall, &open);
    }
    search.remember_at_most(task.options.memory_limit);
    // Nobody reads a large tree but a proof.
    let fresh = || if purpose == Purpose::Answer { Record::up_to(KEPT) } else { Record::default() };
    let mut tree = Tree::new(open.clone(), Some(fresh()));
    let mut went = search.run(&mut tree, recall.map_or(u64::MAX, Recall::patience));
    if went == Went::Stopped && !search.ran_full() && !(search.tick)(&search.state) {
        // The old tree leads nowhere: a fresh one, with the best that is known.
        let (best, nodes, highest) = (search.best.take(), search.nodes, search.highest);
        let known = std::mem::take(&mut search.known);
        drop(search);
        search = match Search::new(problem, &open, &mut tick) {
            Some(fresh) => fresh,
            None => return infeasible,
        };
        search.remember_at_most(task.options.memory_limit);
        search.nodes = nodes;
        search.highest = highest;
        search.purpose = purpose;
        search.known = known;
        search.hints = hints.to_vec();
        if task.options.asked == Asked::AmongMany {
            search.hurry();
        }
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
    let (best, nodes, learnt) = (search.best.take(), search.nodes, std::mem::take(&mut search.learnt));
    let (state, full, limited) = (search.state, search.ran_full(), search.was_limited());
    drop(search);
    let relaxed = match (task.goal, &best) {
        // Whoever stopped the search does not wait for prices.
        (Goal::Best, Some(_)) if task.options.asked == Asked::ByItself && went == Went::Through => {
            prices::relaxed(problem, &open, &mut || tick(&state))
        }
        _ => None,
    };
    let end = match (went, clock.stop) {
        (Went::Stopped, stop) => End::Stopped(stop.unwrap_or(if full { Stop::MemoryLimit } else { Stop::Cancelled })),
        (Went::Through, _) if best.is_none() => End::Infeasible,
        (Went::Through, _) => End::Proven,
    };
    let mut found = Found::nothing(end);
    found.nodes = nodes;
    if limited {
        found.options.push(("memory_limit".to_owned(), format!("{} MB", task.options.memory_limit / 1_000_000)));
    }
    found.first_found = clock.first_found();
    found.prices = relaxed.map(|relaxed| prices::shadow_prices(instance, &relaxed.prices));
    let mut portfolio = None;
    if let Some((selection, worth)) = best {
        found.portfolio = Some(portfolio_of(task.case, instance, &selection));
        (found.value, found.bound) = match task.goal {
            Goal::Best => (Exact::decimal_below(worth.objective), bound(highest, problem.slack, given_up)),
            Goal::Cheapest { .. } => {
                let bill = Decimal::try_from_i128_with_scale(worth.bill, instance.money_places).ok();
                // No bill lies between the best and what the bound leaves open.
                (bill, bill.filter(|_| end == End::Proven))
            }
        };
        portfolio = Some(selection);
    }
    Explored { found, record, learnt, portfolio }
}
