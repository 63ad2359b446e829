//! Candidates that cannot be paid together are looked into once, wherever the search meets them.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::model::compile::compile;
use crate::model::generate::shipped;
use crate::model::{Case, Status as Lock};
use crate::optimise::{Options, Progress, ProofStatus, Query, SolverChoice, ask};

/// The Dutch case with a candidate locked out.
fn without(id: &str) -> Case {
    let mut case = compile(&shipped("netherlands")).case;
    let at = case.candidates.iter().position(|candidate| candidate.id == id).unwrap();
    case.candidates[at].status = Lock::LockedOut;
    case
}

/// Both cases have choices whose relaxation is worth more than the best and that no whole percents pay for. Met a second
/// time they used to be split by starts and shares for tens of thousands of nodes.
#[test]
fn an_infeasible_choice_is_given_up_wherever_it_is_met() {
    let options = Options { solver: SolverChoice::Engine, ..Options::default() };
    for id in ["northsea-sensors", "milsatcom-payload"] {
        let question = Query::objective(Arc::new(without(id)));
        let mut warm = None;
        // From scratch, and from the best portfolio.
        for _ in 0..2 {
            let mut on = |progress: &Progress| {
                if progress.nodes > 5000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let reply = ask(&question, &options, warm.as_ref(), &mut on).unwrap();
            assert_eq!(reply.known, ProofStatus::Proven, "{id}: {} nodes", reply.nodes);
            warm = reply.portfolio().cloned();
        }
    }
}
