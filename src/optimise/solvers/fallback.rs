//! The program's own engine first, and a general solver where the engine does not take a case on or gives up.

use crate::say;
use std::ops::ControlFlow;
use std::time::Instant;

use super::Solver;
use super::engine::Engine;
use crate::model::Portfolio;
use crate::optimise::dd::WarmStart;
use crate::optimise::handover::Handover;
use crate::optimise::options::{Progress, Stop};
use crate::optimise::task::{BEST_WITHIN, End, Found, Goal, Precision, SolverError, Task};

/// After this many nodes the engine has given up hope of a proof, and a general solver goes on from its best portfolio.
///
/// The engine proves what it is made for within some thousand nodes. What needs more has so many ties that a general
/// solver's cuts are the better tool; and nodes, unlike seconds, are the same on every machine.
const MOST_NODES: u64 = 50_000;

/// The engine, and a general solver behind it. Who took over stays: the second stage is asked of the one who proved the
/// first.
pub(super) struct FallbackSolver {
    both: Handover<dyn Solver>,
    /// After this many nodes the second takes over.
    most: u64,
}

impl FallbackSolver {
    /// The engine with this solver behind it.
    pub fn to(second: Box<dyn Solver>) -> Self {
        Self { both: Handover::new(Box::new(Engine), second), most: MOST_NODES }
    }

    /// The same, but the engine never gives up: for those who asked for it.
    pub fn patient(second: Box<dyn Solver>) -> Self {
        Self { most: u64::MAX, ..Self::to(second) }
    }

    /// Asks the second solver for what is left, from the best portfolio so far.
    fn go_on(
        &self,
        task: &Task,
        begun: Instant,
        best: Option<&Portfolio>,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        let time_left = task.time_left.map(|limit| limit.saturating_sub(begun.elapsed()));
        self.both.second.solve(&Task { time_left, warm: best.or(task.warm), ..task.clone() }, on)
    }
}

impl Solver for FallbackSolver {
    fn name(&self) -> &'static str {
        self.both.current().name()
    }

    fn version(&self) -> String {
        self.both.current().version()
    }

    fn doubts(&self, task: &Task) -> Option<String> {
        self.both.second.doubts(task)
    }

    fn remark(&self) -> Option<String> {
        self.both.remark(self.both.current().remark())
    }

    fn is_word(&self) -> bool {
        self.both.current().is_word()
    }

    fn distrust(&self, why: &str) -> bool {
        self.both.current().distrust(why)
    }

    fn solve_from(
        &self,
        task: &Task,
        warm_start: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        if self.both.is_done() {
            return self.both.second.solve(task, on);
        }
        let begun = Instant::now();
        let second = self.both.second.name();
        if task.precision == Precision::Tightest {
            self.both.hand_over(say!("fallback-second-took-over-because-answer", second = second));
            return self.go_on(task, begun, None, on);
        }
        let (mut stopped, mut nodes) = (false, 0);
        let mut doubts: Option<bool> = None;
        let found = Engine.solve_from(task, warm_start, &mut |progress| {
            let flow = on(progress);
            stopped |= flow.is_break();
            nodes = progress.nodes;
            // Whoever is not believed afterwards takes nothing over.
            let takes_over =
                nodes > self.most && !*doubts.get_or_insert_with(|| self.both.second.doubts(task).is_some());
            if takes_over { ControlFlow::Break(()) } else { flow }
        });
        let found = match found {
            Err(SolverError::DoesNotFit { why, .. }) => {
                self.both.hand_over(say!("fallback-second-took-over-because-engine", second = second, why = why));
                return self.go_on(task, begun, None, on);
            }
            found => found?,
        };
        if is_short(task.goal, &found) && self.both.second.doubts(task).is_some() {
            return Ok(Found { end: End::Stopped(Stop::TooFarApart), ..found });
        }
        let gave_up = found.end == End::Stopped(Stop::Cancelled) && !stopped;
        if gave_up || is_short(task.goal, &found) {
            self.both.hand_over(say!(
                "fallback-second-took-over-because-engine-gave",
                second = second,
                nodes = found.nodes
            ));
            let mut better = match self.go_on(task, begun, found.portfolio.as_ref(), on) {
                // What the engine has is kept.
                Err(SolverError::Failed { what, .. }) => {
                    let words = say!("fallback-second-was-asked", second = second, nodes = found.nodes, error = what);
                    self.both.hand_over(words);
                    return Ok(Found { end: End::Stopped(Stop::TooFarApart), ..found });
                }
                better => better?,
            };
            better.nodes += found.nodes;
            return Ok(better);
        }
        Ok(found)
    }
}

/// Whether a search ended without a proof: its bound is still above its best.
fn is_short(goal: Goal, found: &Found) -> bool {
    match (goal, found.end, found.value, found.bound) {
        (Goal::Best, End::Proven, Some(value), Some(bound)) => bound - value > BEST_WITHIN,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
