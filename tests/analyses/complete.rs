//! Completing picks against all portfolios.

use std::ops::ControlFlow;

use beslismacht::analyse::complete::{Complete, Completion, Fewest, Kept, Step};
use beslismacht::model::{CandidateIx, Case, Portfolio, Status};
use beslismacht::optimise::{ProofStatus, SAME, WarmStart};
use rust_decimal::Decimal;

use super::exhaustive::{all, cases};

fn complete(case: &Case, picks: &[CandidateIx], known: &[Portfolio]) -> (Completion, Vec<Step>) {
    complete_keeping(case, (picks, &[]), known)
}

fn complete_keeping(
    case: &Case,
    (picks, keep): (&[CandidateIx], &[CandidateIx]),
    known: &[Portfolio],
) -> (Completion, Vec<Step>) {
    let mut steps = Vec::new();
    let asked = Complete { case, picks, keep, known, options: &beslismacht::optimise::Options::default() };
    let found = asked.run(&mut WarmStart::default(), &mut |step, _| {
        steps.push(step);
        ControlFlow::Continue(())
    });
    (found.unwrap(), steps)
}

/// Some of the candidates, others for each seed.
fn some(case: &Case, seed: u64) -> Vec<CandidateIx> {
    case.candidate_ixs().filter(|ix| (seed >> (ix.0 % 5)) % 3 != 1).collect()
}

#[test]
fn the_most_picks_that_can_stand_together_stay_and_the_best_with_them_is_found() {
    let (mut whole, mut parts, mut none) = (0, 0, 0);
    for (seed, case) in cases(0..300) {
        let picks = some(&case, seed);
        let truth = all(&case);
        let count = |portfolio: &Portfolio| picks.iter().filter(|&&pick| portfolio.contains(pick)).count();
        let known: Vec<Portfolio> = truth.first().map(|(portfolio, _)| portfolio.clone()).into_iter().collect();
        let (found, _) = complete(&case, &picks, if seed % 2 == 0 { &known } else { &[] });
        let Some(most) = truth.iter().map(|(portfolio, _)| count(portfolio)).max() else {
            assert_eq!(found.reply.known, ProofStatus::Impossible, "case {seed}");
            none += 1;
            continue;
        };
        assert_eq!(picks.len() - found.out.len(), most, "case {seed}: as many stay as in any portfolio");
        assert_eq!(found.fewest, Fewest::Proven, "case {seed}");
        let (portfolio, gives) = found.reply.found.as_ref().unwrap();
        let kept: Vec<&CandidateIx> = picks.iter().filter(|pick| !found.out.contains(pick)).collect();
        assert!(kept.iter().all(|&&pick| portfolio.contains(pick)) && gives.keeps_all_rules(), "case {seed}");
        let with = truth.iter().filter(|(portfolio, _)| kept.iter().all(|&&pick| portfolio.contains(pick)));
        let best = with.map(|(_, gives)| gives.objective).max().unwrap();
        assert!((gives.objective - best).abs() <= SAME, "case {seed}: {} instead of {best}", gives.objective);
        *if found.out.is_empty() { &mut whole } else { &mut parts } += 1;
    }
    assert!(whole > 20 && parts > 20 && none > 3, "{whole} whole, {parts} in part, {none} without any");
}

/// What was put in last stays wherever any portfolio has it, with as many of the others as in any such portfolio; where none has it, that
/// is said, and it goes with the fewest others.
#[test]
fn the_others_make_room_for_what_was_put_in_last() {
    let (mut stays, mut cannot) = (0, 0);
    for (seed, case) in cases(0..300) {
        let picks = some(&case, seed);
        let Some(&last) = picks.last() else { continue };
        let truth = all(&case);
        if truth.is_empty() {
            continue;
        }
        let known: Vec<Portfolio> = truth.first().map(|(portfolio, _)| portfolio.clone()).into_iter().collect();
        let (found, _) = complete_keeping(&case, (&picks, &[last]), if seed % 2 == 0 { &known } else { &[] });
        let count = |portfolio: &Portfolio| picks.iter().filter(|&&pick| portfolio.contains(pick)).count();
        let most = |with: bool| {
            let all = truth.iter().filter(|(portfolio, _)| !with || portfolio.contains(last));
            all.map(|(portfolio, _)| count(portfolio)).max()
        };
        let is_possible = most(true).is_some();
        let expected = most(true).or(most(false)).unwrap();
        assert_eq!(picks.len() - found.out.len(), expected, "case {seed}");
        assert_eq!(found.out.contains(&last), !is_possible, "case {seed}");
        let kept = if found.out.is_empty() {
            Kept::NotAsked
        } else if is_possible {
            stays += 1;
            Kept::Stay
        } else {
            cannot += 1;
            Kept::CannotStay
        };
        assert_eq!(found.kept, kept, "case {seed}");
    }
    assert!(stays > 20 && cannot > 5, "{stays} stay, {cannot} cannot");
}

#[test]
fn what_is_stopped_says_how_many_could_stay() {
    let (_, case) = cases(0..300).find(|(_, case)| case.candidates.len() > 4 && all(case).len() > 6).unwrap();
    let truth = all(&case);
    let locked: Vec<CandidateIx> = case.candidate_ixs().filter(|&ix| case[ix].status == Status::LockedOut).collect();
    let mut case = case.clone();
    // All of them can never stand together, so that the most is looked for.
    case.candidates[0].status = Status::LockedOut;
    let picks: Vec<CandidateIx> = case.candidate_ixs().filter(|ix| !locked.contains(ix)).collect();
    let known: Vec<Portfolio> = truth.into_iter().map(|(portfolio, _)| portfolio).collect();
    let asked = Complete {
        case: &case,
        picks: &picks,
        keep: &[],
        known: &known,
        options: &beslismacht::optimise::Options::default(),
    };
    let found = asked.run(&mut WarmStart::default(), &mut |_, _| ControlFlow::Break(())).unwrap();
    let kept = picks.len() - found.out.len();
    match found.fewest {
        Fewest::Proven => {}
        Fewest::AtMost(most) => assert!(most >= kept && most <= picks.len(), "{most}"),
    }
    let (_, gives) = found.reply.found.as_ref().unwrap();
    assert!(gives.keeps_all_rules() && gives.objective >= Decimal::MIN, "what is known is given");
}
