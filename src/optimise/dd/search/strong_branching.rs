//! Candidates of which little is known are tried out before a node is split: some passes bound both their children (strong
//! branching).

use super::Search;
use super::node::Work;
use crate::optimise::dd::branching::{Pseudocost, Question, score};
use crate::optimise::dd::master::Master;
use crate::optimise::dd::relaxation::Until;

/// A candidate is tried out until this many observations are known of both its sides.
const KNOWN: u32 = 2;
/// And where there is nothing but money to decide, so that many candidates are nearly alike.
const KNOWN_OF_POINTS: u32 = 4;

/// This many candidates are tried out at a node.
const TRIED: usize = 5;
const TRIED_OF_POINTS: usize = 8;

/// This many where hints say which are the most promising.
const HINTED: usize = 2;

/// This many passes for each child that is tried out.
const PASSES: usize = 20;
const PASSES_OF_POINTS: usize = 40;

/// Where all probes of a node begin.
struct Start {
    master: Master,
    /// The bound of the last pass, which says how hard a forbidden path is punished.
    last: f64,
    /// The multipliers of the node's bound.
    centre: Vec<f64>,
}

impl Search<'_> {
    /// Tries out questions of which little is known; the best to branch on, with the bounds of both children. None when
    /// told to stop.
    pub(super) fn try_out(&mut self, work: &Work, questions: &[Question]) -> Option<(Question, [f64; 2])> {
        let mut start = None;
        let mut tried = 0;
        let points_only = self.problem.instance.services.is_empty();
        let known = if points_only { KNOWN_OF_POINTS } else { KNOWN };
        let most = match (self.hints.is_empty(), points_only) {
            (false, _) => HINTED,
            (true, true) => TRIED_OF_POINTS,
            (true, false) => TRIED,
        };
        let mut best: Option<(f64, Question, [f64; 2])> = None;
        for &question in questions {
            if self.cost(&question).known() >= known {
                if best.is_none_or(|(score, ..)| question.estimate > score) {
                    best = Some((question.estimate, question, [work.bound; 2]));
                }
                continue;
            }
            if tried == most {
                continue;
            }
            tried += 1;
            let relaxation = &self.relaxation;
            let start = start.get_or_insert_with(|| Start {
                master: relaxation.master.clone(),
                last: relaxation.pass.bound,
                centre: relaxation.centre.clone(),
            });
            let bounds = self.trial(work, start, &question)?;
            let worth = score(work.bound - bounds[0], work.bound - bounds[1]);
            if best.is_none_or(|(score, ..)| worth > score) {
                best = Some((worth, question, bounds));
            }
            if bounds.iter().any(|&bound| bound <= self.cutoff()) {
                break;
            }
        }
        best.map(|(_, question, bounds)| (question, bounds))
    }

    /// What a question cost so far.
    pub(super) fn cost(&mut self, question: &Question) -> &mut Pseudocost {
        let costs = if question.start.is_none() { &mut self.learnt.costs } else { &mut self.start_costs };
        &mut costs[question.item]
    }

    /// The bounds of both children of a question after a few passes; none when told to stop.
    fn trial(&mut self, work: &Work, start: &Start, question: &Question) -> Option<[f64; 2]> {
        let mut bounds = [work.bound; 2];
        let floor = self.problem.instance.worst - 1.0;
        let passes = if self.problem.instance.services.is_empty() { PASSES_OF_POINTS } else { PASSES };
        for (side, decision) in question.sides().into_iter().enumerate() {
            let mut open = work.open.clone();
            open.apply(decision);
            let relaxed = self.relax(&open, Until { cutoff: self.cutoff(), passes, close: 0.05 });
            // No probe depends on the one before.
            self.relaxation.master.clone_from(&start.master);
            self.relaxation.pass.bound = start.last;
            self.relaxation.centre.clone_from(&start.centre);
            if relaxed.stopped {
                return None;
            }
            bounds[side] = relaxed.bound.min(work.bound);
            let (cost, distance) = (self.cost(question), [question.value, 1.0 - question.value][side]);
            let sum = if side == 0 { &mut cost.down } else { &mut cost.up };
            Pseudocost::learn(sum, work.bound - bounds[side].max(floor), distance);
        }
        Some(bounds)
    }
}
