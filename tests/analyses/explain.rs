//! Explanations against all portfolios.

use beslismacht::analyse::break_even::{BreakEven, HIGHEST_BUDGET, HIGHEST_GAIN};
use beslismacht::analyse::case_transforms::{with_gain_factor, with_status, with_total_budget};
use beslismacht::analyse::explain::Explain;
use beslismacht::analyse::sweep::run;
use beslismacht::measure::evaluate;
use beslismacht::model::{CandidateIx, Case, Pick, Status};
use beslismacht::optimise::{ProofStatus, SAME};

use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, best, cases, with_runner};

#[test]
fn a_candidate_is_in_or_out_for_the_reasons_that_are_told() {
    let mut obstacles = 0;
    for (seed, case) in cases(0..60) {
        let truth = best(&case);
        for candidate in case.candidate_ixs() {
            let reasons =
                with_runner(&Exhaustive, 1, |runner| run(&Explain { case: &case, candidate }, runner)).unwrap().1;
            assert_eq!(reasons.is_some(), truth.is_some(), "case {seed}");
            let Some(reasons) = reasons else { continue };
            let id = &case[candidate].id;
            assert_eq!(reasons.chosen, reasons.best.picks.contains(candidate));
            let status = if reasons.chosen { Status::LockedOut } else { Status::LockedIn };
            match best(&with_status(&case, candidate, status)) {
                None => assert_eq!(reasons.otherwise.known, ProofStatus::Impossible, "case {seed}, {id}"),
                Some(otherwise) => {
                    let is = reasons.otherwise.objective.unwrap();
                    assert!((is - otherwise).abs() <= SAME, "case {seed}, {id}: {is} instead of {otherwise}");
                }
            }
            if let Some(obstacle) = &reasons.obstacle {
                let mut more = reasons.best.picks.portfolio();
                more.insert(Pick { candidate, start: obstacle.start, shares: obstacle.shares.clone() });
                let broken = evaluate(&case, &more).broken().count();
                assert_eq!(broken, obstacle.broken.len(), "case {seed}, {id}");
                obstacles += usize::from(broken > 0);
            }
        }
    }
    assert!(obstacles > 5, "{obstacles}");
}

/// Whether a candidate can be had with at least this objective.
fn had_with(case: &Case, candidate: CandidateIx, must: Decimal) -> bool {
    let with = all(case).into_iter().filter(|(it, _)| it.contains(candidate));
    with.map(|(_, it)| it.objective).max().is_some_and(|most| most >= must - SAME)
}

#[test]
fn turning_points_are_where_the_candidate_comes_in() {
    let (mut gains, mut budgets) = (0, 0);
    let hundredth = Decimal::new(1, 2);
    for (seed, case) in cases(0..90) {
        let Some(must) = best(&case) else { continue };
        for candidate in case.candidate_ixs() {
            let reasons =
                with_runner(&Exhaustive, 1, |runner| run(&Explain { case: &case, candidate }, runner)).unwrap().1;
            let reasons = reasons.unwrap();
            let what = format!("case {seed}, {}", case[candidate].id);
            let with_gain = |factor| had_with(&with_gain_factor(&case, candidate, factor), candidate, must);
            match reasons.gain {
                Some(BreakEven::At(factor)) => {
                    assert!(factor == Decimal::ONE || !with_gain(factor), "{what}: not yet in at {factor}");
                    assert!(with_gain(factor + hundredth * Decimal::TWO), "{what}: in beyond {factor}");
                    gains += 1;
                }
                Some(BreakEven::Never) => assert!(!with_gain(HIGHEST_GAIN), "{what}"),
                _ => {}
            }
            let with_budget =
                |factor| had_with(&with_total_budget(&case, case.total_budget() * factor), candidate, must);
            match reasons.budget {
                Some(BreakEven::At(factor)) => {
                    assert!(factor == Decimal::ONE || !with_budget(factor), "{what}: not yet in at {factor}");
                    assert!(with_budget(factor + hundredth * Decimal::TWO), "{what}: in beyond {factor}");
                    budgets += 1;
                }
                Some(BreakEven::Never) => assert!(!with_budget(HIGHEST_BUDGET), "{what}"),
                _ => {}
            }
        }
    }
    assert!(gains > 3 && budgets > 3, "{gains} {budgets}");
}
