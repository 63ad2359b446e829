//! One search of a run: an answer that the certificate refuses is asked for again, more and more carefully.

use super::{Lexicographic, Searched, better};
use crate::model::{CandidateIx, Portfolio, Status};
use crate::optimise::answer::OptimiseError;
use crate::optimise::certificate::{Certified, Refusal, examine};
use crate::optimise::no_good::NoGood;
use crate::optimise::options::{Stage, Stop};
use crate::optimise::solvers::Solver;
use crate::optimise::task::{End, Found, Goal, Precision, SolverError, Task};
use crate::say;

/// How often a refused answer is asked for again.
const ATTEMPTS: usize = 5;

impl Lexicographic<'_> {
    /// Asks until an answer passes the certificate: first as it is, then with the tightest tolerances, then with the
    /// refused portfolio cut off.
    pub(super) fn search(
        &mut self,
        solver: &dyn Solver,
        goal: Goal,
        start: Option<&Certified>,
    ) -> Result<Searched, OptimiseError> {
        let mut no_goods: Vec<NoGood> = self.left_out.to_vec();
        let mut precision = Precision::Normal;
        let mut last = None;
        let mut aside = Aside::default();
        let mut too_far_apart = false;
        for _ in 0..ATTEMPTS {
            let task = Task {
                case: self.run.case,
                options: self.run.options,
                time_left: self.run.time_left(),
                warm: start.map(|start| &start.portfolio),
                goal,
                no_goods: &no_goods,
                known: self.known,
                precision,
            };
            let stage = if goal == Goal::Best { Stage::Best } else { Stage::Cheapest };
            let mut warm_start = std::mem::take(self.warm_start);
            let found = solver.solve_from(&task, &mut warm_start, &mut |progress| self.run.tell(progress, stage));
            *self.warm_start = warm_start;
            let found = match found {
                // What was put together without a solver is the answer then.
                Err(why @ SolverError::TooLarge { .. }) => {
                    self.why.push(why.to_string());
                    Found::nothing(End::Stopped(Stop::MemoryLimit))
                }
                found => found?,
            };
            self.run.nodes += found.nodes;
            too_far_apart |= found.end == End::Stopped(Stop::TooFarApart);
            if let (Some(first), None) = (found.first_found, self.first_found) {
                self.first_found = Some(first);
            }
            match examine(self.run.case, &found, goal, &no_goods) {
                Ok(certified) => return Ok(aside.joined(Searched { certified, found })),
                Err(refusal) => {
                    self.why.push(say!("attempts-answer-was-refused", refusal = refusal));
                    if let (Precision::Tightest, Some(portfolio)) = (precision, found.portfolio) {
                        let starts = portfolio.picks().iter().map(|pick| (pick.candidate, pick.start));
                        no_goods.push(NoGood::Starts(starts.collect()));
                        self.set_aside(solver, &portfolio, &mut aside)?;
                    }
                    precision = Precision::Tightest;
                    last = Some(refusal);
                }
            }
            if let Some(stop) = self.run.over() {
                return Ok(Searched { certified: None, found: Found::nothing(End::Stopped(stop)) });
            }
        }
        if too_far_apart {
            return Ok(Searched { certified: None, found: Found::nothing(End::Stopped(Stop::TooFarApart)) });
        }
        let last = last.unwrap_or(Refusal::Unfounded);
        if solver.distrust(&last.to_string()) {
            return self.search(solver, goal, start);
        }
        Err(OptimiseError::Refused { solver: solver.name(), times: ATTEMPTS, last })
    }

    /// Before a portfolio is cut off: can its candidates with its starts be possible, with the bills shared otherwise?
    fn set_aside(
        &mut self,
        solver: &dyn Solver,
        portfolio: &Portfolio,
        aside: &mut Aside,
    ) -> Result<(), OptimiseError> {
        let mut fixed = self.run.case.clone();
        for (at, candidate) in fixed.candidates.iter_mut().enumerate() {
            candidate.status = Status::LockedOut;
            if let Some(pick) = portfolio.pick(CandidateIx(at)) {
                candidate.status = Status::LockedIn;
                (candidate.start_from, candidate.start_to) = (pick.start, pick.start);
            }
        }
        let (time_left, precision) = (self.run.time_left(), Precision::Tightest);
        let task = Task { time_left, precision, ..Task::best(&fixed, self.run.options) };
        let found = solver.solve(&task, &mut |progress| self.run.tell(progress, Stage::Best))?;
        let certified = examine(self.run.case, &found, Goal::Best, &[]).ok().flatten();
        aside.open |= certified.is_none() && found.end != End::Infeasible;
        aside.best = better(aside.best.take(), certified);
        Ok(())
    }
}

/// What became of portfolios that were cut off.
#[derive(Default)]
struct Aside {
    /// The best of them that keeps all rules, with the bills shared anew.
    best: Option<Certified>,
    /// Whether one of them may be possible after all.
    open: bool,
}

impl Aside {
    /// What the search found without them, together with what they are.
    fn joined(self, searched: Searched) -> Searched {
        let Searched { certified, mut found } = searched;
        if self.open {
            found.bound = None;
        }
        if let (End::Infeasible | End::Proven, true) = (found.end, self.open) {
            found.end = End::Stopped(Stop::GapReached);
        }
        if let Some(aside) = &self.best {
            found.bound = found.bound.map(|bound| bound.max(aside.evaluation.objective));
            if found.end == End::Infeasible {
                (found.end, found.bound) = (End::Proven, Some(aside.evaluation.objective));
            }
        }
        Searched { certified: better(certified, self.best), found }
    }
}
