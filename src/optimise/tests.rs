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

/// Whether any portfolio of the case is possible once only these rules count, by a solver.
#[cfg(feature = "highs")]
fn is_possible_with(case: &Case, rules: &[crate::measure::Rule]) -> bool {
    let mut case = case.clone();
    for rule in crate::measure::rules(&case) {
        if !rules.contains(&rule) {
            if let crate::measure::Rule::Budget { ministry, year } = rule {
                let at = case.year_ix(year).unwrap();
                case.ministries[ministry.0].budget[at] = rust_decimal::Decimal::from(1_000_000);
                case.ministries[ministry.0].carry_over = crate::model::CarryOver::Fraction(0.into());
            } else {
                super::repair::give_up(&mut case, rule);
            }
        }
    }
    solve(&case, SolverChoice::Highs).status != Status::Infeasible
}

/// A conflict is impossible by itself, and possible without any one of its rules; the repair names something.
#[cfg(feature = "highs")]
#[test]
fn conflicts_are_smallest() {
    let (mut seen, mut repaired) = (0, 0);
    for seed in 0..120 {
        let case = random_case(seed, 6, 3);
        let answer = solve(&case, SolverChoice::Highs);
        let Some(conflict) = answer.conflict else { continue };
        seen += 1;
        assert!(conflict.proven_smallest, "seed {seed}");
        assert_eq!(conflict.rules.len(), conflict.words.len());
        repaired += usize::from(conflict.repair.is_some());
        // Money carried over ties the budgets of years together; such conflicts are checked by the next test.
        if conflict.rules.iter().any(|rule| matches!(rule, crate::measure::Rule::Budget { .. })) {
            continue;
        }
        assert!(!is_possible_with(&case, &conflict.rules), "seed {seed}: {:?}", conflict.words);
        for left_out in &conflict.rules {
            let rest: Vec<_> = conflict.rules.iter().filter(|rule| *rule != left_out).copied().collect();
            assert!(is_possible_with(&case, &rest), "seed {seed}: {:?} without {left_out:?}", conflict.words);
        }
    }
    assert!(seen > 20, "only {seen} are impossible");
    assert!(repaired * 10 > seen * 9, "only {repaired} of {seen} have a repair");
}
