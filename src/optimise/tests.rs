use std::ops::ControlFlow;

use super::testing::random_case;
use super::{Answer, Options, SolverChoice, Status, optimise};
use crate::model::Case;

fn solve(case: &Case, solver: SolverChoice) -> Answer {
    let options = Options { solver, ..Options::default() };
    optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The tightened and the natural formulation, and microlp, have the same best objective and the same lowest bill.
#[cfg(feature = "highs")]
#[test]
fn all_forms_agree() {
    let mut possible = 0;
    for seed in 0..60 {
        let case = random_case(seed, 7, u32::try_from(seed % 4).unwrap());
        let tight = solve(&case, SolverChoice::Highs);
        let natural = solve(&case, SolverChoice::HighsNatural);
        assert_eq!(tight.status, natural.status, "seed {seed}");
        if let (Some(a), Some(b)) = (&tight.evaluation, &natural.evaluation) {
            possible += 1;
            assert_eq!(a.objective.round_dp(6), b.objective.round_dp(6), "seed {seed}");
            assert_eq!(a.cost, b.cost, "seed {seed}: {:?} {:?}", tight.portfolio, natural.portfolio);
            assert_eq!(tight.status, Status::Optimal);
        }
    }
    assert!(possible > 20, "only {possible} are possible");
}
