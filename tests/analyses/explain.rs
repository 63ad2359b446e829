//! Explanations against all portfolios.

use beslismacht::analyse::derive::with_status;
use beslismacht::analyse::explain::Explain;
use beslismacht::analyse::sweep::run;
use beslismacht::measure::evaluate;
use beslismacht::model::{Pick, Status};
use beslismacht::optimise::{Known, SAME};

use super::exhaustive::{Exhaustive, at_desk, best, cases};

#[test]
fn a_candidate_is_in_or_out_for_the_reasons_that_are_told() {
    let mut obstacles = 0;
    for (seed, case) in cases(0..60) {
        let truth = best(&case);
        for candidate in case.candidate_ixs() {
            let reasons = at_desk(&Exhaustive, 1, |desk| run(&Explain { case: &case, candidate }, desk)).unwrap();
            assert_eq!(reasons.is_some(), truth.is_some(), "case {seed}");
            let Some(reasons) = reasons else { continue };
            let id = &case[candidate].id;
            assert_eq!(reasons.chosen, reasons.best.picks.contains(candidate));
            let status = if reasons.chosen { Status::LockedOut } else { Status::LockedIn };
            match best(&with_status(&case, candidate, status)) {
                None => assert_eq!(reasons.otherwise.known, Known::Impossible, "case {seed}, {id}"),
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
