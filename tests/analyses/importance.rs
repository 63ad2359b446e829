//! Replacement costs, prices and the order of funding against all portfolios.

use std::sync::Mutex;

use beslismacht::analyse::break_even::BreakEven;
use beslismacht::analyse::case_transforms::{with_status, without_rule};
use beslismacht::analyse::forced_flip::ForcedFlip;
use beslismacht::analyse::importance::{BreakEvens, Importance, Piece};
use beslismacht::analyse::sweep::{Sweep, run};
use beslismacht::analyse::{Oracle, Outcome, Solving};
use beslismacht::model::{CandidateIx, Case, Status};
use beslismacht::optimise::{ProofStatus, SAME};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, best, cases, with_runner};

fn same(outcome: &Outcome, truth: Option<Decimal>, what: &str) {
    match truth {
        None => assert_eq!(outcome.known, ProofStatus::Impossible, "{what}"),
        Some(truth) => {
            assert_eq!(outcome.known, ProofStatus::Proven, "{what}");
            let is = outcome.objective.unwrap();
            assert!((is - truth).abs() <= SAME, "{what}: {is} instead of {truth}");
        }
    }
}

fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) {
    for (seed, case) in cases(seeds) {
        let analysis = Importance { case: &case, cuts: 4, break_evens: BreakEvens::Without };
        let worth = with_runner(oracle, 2, |runner| run(&analysis, runner)).unwrap();
        let truth = best(&case);
        same(&worth.best, truth, &format!("case {seed}"));
        for forced in &worth.candidates {
            let candidate = CandidateIx(forced.candidate);
            let status = if forced.chosen { Status::LockedOut } else { Status::LockedIn };
            let otherwise = best(&with_status(&case, candidate, status));
            same(&forced.otherwise, otherwise, &format!("case {seed}, {}", case[candidate].id));
            if let (Status::Free, Some(best), Some(otherwise)) = (case[candidate].status, truth, otherwise) {
                assert!(best >= otherwise - SAME, "case {seed}: a replacement cost is never negative");
            }
        }
        if truth.is_some() {
            assert_eq!(worth.candidates.len(), case.candidates.len());
        }
        for (rule, outcome) in &worth.rules {
            let without = best(&without_rule(&case, *rule));
            same(outcome, without, &format!("case {seed} without {}", rule.describe(&case)));
        }
        funding(seed, &case, &worth.funding);
        assert_eq!(worth.missing, 0);
    }
}

fn funding(seed: u64, case: &Case, cuts: &[beslismacht::analyse::importance::Cut]) {
    for pair in cuts.windows(2) {
        let [large, small] = pair else { continue };
        assert!(
            small.best.picks.beyond(&large.best.picks).is_empty(),
            "case {seed}: picks are kept from the larger one"
        );
        let left: Vec<_> = large.best.picks.candidates().collect();
        let shrunk = beslismacht::analyse::case_transforms::with_total_budget(case, small.budget);
        let truth = best(&beslismacht::analyse::case_transforms::with_only(&shrunk, &left));
        same(&small.best, truth, &format!("case {seed} with {}", small.budget));
        same(&small.free, best(&shrunk), &format!("case {seed} with {} and a free choice", small.budget));
    }
}

#[test]
fn everything_is_worth_what_all_portfolios_say() {
    check(&Exhaustive, 0..90);
}

#[test]
fn the_solver_says_the_same() {
    check(&Solving::default(), 300..325);
}

#[test]
fn a_turning_cost_is_where_the_best_portfolio_changes() {
    let mut found = 0;
    for (seed, case) in cases(90..150) {
        let analysis = Importance { case: &case, cuts: 0, break_evens: BreakEvens::With };
        let worth = with_runner(&Exhaustive, 2, |runner| run(&analysis, runner)).unwrap();
        for forced in &worth.candidates {
            let Some(BreakEven::At(factor)) = forced.break_even else { continue };
            let candidate = CandidateIx(forced.candidate);
            let in_best = |factor: Decimal| {
                let case = beslismacht::analyse::case_transforms::with_cost_factor(&case, candidate, factor);
                let all = all(&case);
                let with = all.iter().filter(|(it, _)| it.contains(candidate)).map(|(_, it)| it.objective).max();
                let without = all.iter().filter(|(it, _)| !it.contains(candidate)).map(|(_, it)| it.objective).max();
                with.is_some_and(|with| without.is_none_or(|without| with >= without - SAME))
            };
            assert!(in_best(factor), "case {seed}, {}: still in at {factor}", case[candidate].id);
            let beyond = factor + Decimal::new(2, 2);
            assert!(!in_best(beyond), "case {seed}, {}: out at {beyond}", case[candidate].id);
            found += 1;
        }
    }
    assert!(found > 0);
}

#[test]
fn candidates_are_told_one_by_one_before_the_piece_is_finished() {
    let (_, case) = cases(0..40).find(|(_, case)| best(case).is_some() && case.candidates.len() > 3).unwrap();
    let analysis = Importance { case: &case, cuts: 0, break_evens: BreakEvens::Without };
    let told: Mutex<Vec<Piece>> = Mutex::default();
    let piece = with_runner(&Exhaustive, 2, |runner| {
        let base = analysis.base(runner)?;
        analysis.piece(runner, &base, 0, &|so_far| told.lock().unwrap().push(so_far))
    });
    let Piece::Candidates(all) = piece.unwrap() else { panic!("the first piece is about candidates") };
    let told: Vec<Vec<ForcedFlip>> = told
        .into_inner()
        .unwrap()
        .into_iter()
        .map(|piece| if let Piece::Candidates(some) = piece { some } else { panic!("of something else") })
        .collect();
    assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), (1..=all.len()).collect::<Vec<_>>());
    assert!(told.iter().flatten().all(|forced| all.contains(forced)), "what is told is what is found in the end");
}
