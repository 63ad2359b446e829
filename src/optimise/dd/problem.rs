//! What does not change during a search: the case as the engine sees it, with its diagrams.

use crate::say;
use rust_decimal::Decimal;

use super::groups::Groups;
use super::layout::Layout;
use super::propagation::Propagation;
use super::relaxation::working_memory;
use crate::optimise::instance::build::below;
use crate::optimise::instance::exact::Exact;
use crate::optimise::instance::least::{LeastOf, divisor};
use crate::optimise::instance::no_goods::no_good;
use crate::optimise::instance::rows::{Row, RowName, Term};
use crate::optimise::instance::{Halt, Instance, Level, LevelTerm, Unsupported, f64_of, f64_of_decimal};
use crate::optimise::task::{Goal, Task};

/// A bound may be higher than the best by so much and still prove it, in units of 10^-18 index points: a tenth of what the
/// certificate allows. Where numbers are so large that a float cannot tell this, no bound comes as near, and portfolios are
/// compared one by one in integers.
pub(super) const PROVEN: i128 = 100_000_000_000;

/// With no more candidates than this the lowest bill is found to the last unit; with more, bills that differ by less than
/// 10^-9 of the largest count as the same, because a float's bound is no sharper.
const TO_THE_LAST: usize = 20;

/// What does not change during a search.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// The case.
    pub instance: Instance,
    /// Its diagrams.
    pub layout: Layout,
    /// Its rows, by candidate.
    pub propagation: Propagation,
    /// A node whose bound is higher than the best by no more than this is given up; in exact units of the value.
    pub slack: i128,
    /// How much money one unit of the value is, in the second stage; 1 in the first.
    pub money: f64,
}

impl Problem {
    /// The same without what follows from the steps of the objective: a proof is checked by its bounds alone.
    pub fn by_bounds(&self) -> Self {
        Self { slack: self.slack.min(PROVEN), ..self.clone() }
    }
}

/// The problem of a task, with the diagrams of `old` where they are the same. `tick` is asked whether to stop.
pub(crate) fn problem(task: &Task, old: Option<&Layout>, tick: &mut dyn FnMut() -> bool) -> Result<Problem, Halt> {
    problem_of(task, None, old, tick)
}

/// The same; where there are several objectives the least of them is what is maximised.
pub(super) fn problem_of(
    task: &Task,
    least: Option<&LeastOf>,
    old: Option<&Layout>,
    tick: &mut dyn FnMut() -> bool,
) -> Result<Problem, Halt> {
    let mut instance = Instance::late(task.case, task.no_goods, least.map_or(&[], |least| &least.late))?;
    let layout = Layout::new(&mut instance, old, tick)?;
    for (at, cut) in task.no_goods.iter().enumerate() {
        no_good(task.case, &mut instance, at, cut)?;
    }
    let (mut slack, mut money) = (PROVEN.max(step(&instance)), 1.0);
    if let Some(least) = least {
        let step = least.maximise(&mut instance, task.no_goods.len())?;
        // As with objectives none of which lies between two steps.
        slack = PROVEN.max(if step < PROVEN * 10 { 0 } else { step - step / 10 });
    }
    if let Goal::Cheapest { at_least } = task.goal {
        (slack, money) = cheapest(&mut instance, at_least)?;
    }
    let size = instance.rows.len() + instance.switches.len() + layout.diagrams.len();
    if working_memory(size) > task.options.memory_limit && Groups::of(&instance).is_none() {
        let why = say!("problem-its-size-rows", size = size);
        return Err(Unsupported(why).into());
    }
    let propagation = Propagation::new(&instance);
    Ok(Problem { instance, layout, propagation, slack, money })
}

/// No objective lies between two multiples of the largest number that divides all worths: nearly that, as a better
/// portfolio is better by at least so much. 0 where services are moved, whose power is a quotient.
fn step(instance: &Instance) -> i128 {
    if !instance.services.is_empty() {
        return 0;
    }
    let step = instance.items.iter().fold(0, |step, item| divisor(step, item.worth));
    // Worths that were rounded have no divisor worth speaking of.
    if step < PROVEN * 10 { 0 } else { step - step / 10 }
}

/// Makes the bill, with its sign turned, what is maximised, and the objective a row. Gives the slack: no bill lies
/// between two multiples of the largest number that divides all bills. And how much money one unit of the value is.
pub(super) fn cheapest(instance: &mut Instance, at_least: Decimal) -> Result<(i128, f64), Unsupported> {
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
        let term = |level: &Level| LevelTerm { value: -level.gain / norm, exact: 0 };
        steps.terms.push((row, steps.levels.iter().map(term).collect()));
    }
    let least = f64_of_decimal(at_least);
    // A hair lower, so that rounding excludes nothing that the decimals allow.
    let rhs = -(least - 1e-10) / norm;
    instance.rows.push(Row { name: RowName::Objective, exact: 0, unit: 1.0, rhs, norm, size: size / norm + rhs.abs() });
    instance.objective_at_least = Some(Exact::points(at_least)?);
    instance.fineness = f64_of(largest);
    instance.worst = below(-f64_of(instance.items.iter().map(|item| item.bill).sum()) / instance.fineness);
    let tolerated = if instance.items.len() <= TO_THE_LAST { 0 } else { largest / 1_000_000_000 };
    let slack = (step - (step / 10).max(1)).max(tolerated);
    Ok((slack, f64_of(largest) / 10_f64.powi(i32::try_from(instance.money_places).unwrap_or(i32::MAX))))
}
