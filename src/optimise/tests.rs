//! The optimiser as a whole. What every portfolio of a small case is worth is checked in `tests/right_answers`.

use std::ops::ControlFlow;
use std::time::Duration;

use rust_decimal::Decimal;

mod extreme;

use super::answer::{Answer, Status};
use super::lexicographic::optimise;
use super::options::{Options, Progress, SolverChoice, Stage, Stop};
use super::task::BEST_WITHIN;
use super::testing::{guests, highs, random_case};
use crate::measure::evaluate;
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning};
use crate::model::{Case, Portfolio};

fn solve(case: &Case, solver: SolverChoice) -> Answer {
    let options = Options { solver, guests: guests(), ..Options::default() };
    optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn plan(candidates: usize) -> Case {
    compile(&planning(candidates, 1, Shape::Ladder)).case
}

/// What an answer says of itself holds: the portfolio keeps all rules, the gap is the distance to the bound, and
/// `optimal` means within 1e-6.
fn is_honest(case: &Case, answer: &Answer) {
    let Some(portfolio) = &answer.portfolio else {
        assert!(matches!(answer.status, Status::Infeasible | Status::Unknown));
        return;
    };
    let evaluation = evaluate(case, portfolio);
    assert!(evaluation.keeps_all_rules());
    assert_eq!(Some(&evaluation), answer.evaluation.as_ref());
    if let (Some(bound), Some(gap)) = (answer.bound, answer.gap) {
        assert_eq!(gap, bound - evaluation.objective);
        assert_eq!(answer.status == Status::Optimal, gap <= BEST_WITHIN);
    }
}

/// The solver of this build answers small cases honestly, and the same case the same way.
#[test]
fn the_same_case_gives_the_same_portfolio() {
    for seed in 0..12 {
        let case = random_case(seed, 6, 1);
        let (first, again) = (solve(&case, SolverChoice::Auto), solve(&case, SolverChoice::Auto));
        is_honest(&case, &first);
        assert_eq!(first.portfolio, again.portfolio, "seed {seed}");
    }
}

/// A known portfolio is a start, also one that the solver would not find by itself in no time at all.
#[test]
fn a_portfolio_to_start_from_is_used() {
    let case = random_case(5, 6, 0);
    let best = solve(&case, SolverChoice::Auto);
    let options = Options { time_limit: Some(Duration::ZERO), ..Options::default() };
    let warm = best.portfolio.clone().unwrap();
    let answer = optimise(&case, &options, Some(&warm), &mut |_| ControlFlow::Continue(())).unwrap();
    is_honest(&case, &answer);
    assert_eq!(answer.evaluation.unwrap().objective, best.evaluation.unwrap().objective);
}

/// A warm portfolio that breaks a rule is not shown.
#[test]
fn a_broken_portfolio_to_start_from_is_left() {
    let mut case = random_case(5, 6, 0);
    let warm = solve(&case, SolverChoice::Auto).portfolio.unwrap();
    assert!(!warm.picks().is_empty());
    for ministry in &mut case.ministries {
        ministry.budget.fill(Decimal::ZERO);
    }
    let answer = optimise(&case, &Options::default(), Some(&warm), &mut |_| ControlFlow::Continue(())).unwrap();
    is_honest(&case, &answer);
    assert_ne!(answer.portfolio, Some(warm));
}

/// The greedy start keeps every budget.
#[test]
fn the_greedy_portfolio_keeps_the_budgets() {
    let mut whole = 0;
    for seed in 0..60 {
        let case = random_case(seed, 8, u32::try_from(seed % 3).unwrap());
        let portfolio = super::heuristics::greedy::greedy(&case, &mut || false);
        let evaluation = evaluate(&case, &portfolio);
        let over = evaluation.broken().any(|verdict| matches!(verdict.rule, crate::measure::Rule::Budget { .. }));
        assert!(!over, "seed {seed}");
        whole += usize::from(!portfolio.picks().is_empty() && evaluation.keeps_all_rules());
    }
    assert!(whole > 20, "only {whole} of 60 can be started from");
}

/// Microlp and HiGHS agree on small cases.
#[test]
fn microlp_agrees() {
    let Some(highs) = highs() else { return };
    for seed in 0..25 {
        let case = random_case(seed, 5, u32::try_from(seed % 3).unwrap());
        let (one, other) = (solve(&case, highs), solve(&case, SolverChoice::Microlp));
        assert_eq!(one.status, other.status, "seed {seed}");
        let value = |answer: &Answer| {
            answer.evaluation.as_ref().map(|evaluation| (evaluation.objective.round_dp(6), evaluation.cost))
        };
        assert_eq!(value(&one), value(&other), "seed {seed}");
    }
}

/// A cancel is obeyed at once, and the best so far is labelled as what it is.
#[test]
fn a_cancel_gives_the_best_so_far() {
    let case = plan(60);
    let mut asked = 0;
    let mut last = Progress::default();
    let answer = optimise(&case, &Options::default(), None, &mut |progress| {
        last = progress.clone();
        if progress.bound.is_some() {
            asked += 1;
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!((1..=3).contains(&asked), "it went on: told {asked} times to stop");
    assert_eq!((answer.status, answer.stopped), (Status::Feasible, Some(Stop::Cancelled)));
    is_honest(&case, &answer);
    assert!(answer.gap.unwrap() > BEST_WITHIN);
    assert_eq!(last.stage, Stage::Best);
    // Progress is in floats, the answer is not.
    assert!(answer.evaluation.unwrap().objective >= last.best.unwrap() - BEST_WITHIN);
}

/// A time limit gives the best so far with its bound.
#[test]
fn a_time_limit_gives_the_best_so_far() {
    let Some(highs) = highs() else { return };
    let case = plan(100);
    // The engine would have its proof by then.
    let options =
        Options { time_limit: Some(Duration::from_millis(700)), solver: highs, guests: guests(), ..Options::default() };
    let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((answer.status, answer.stopped), (Status::Feasible, Some(Stop::TimeLimit)));
    is_honest(&case, &answer);
}

/// A gap that was asked for ends the search with a bound within it, and is not called optimal.
#[test]
fn a_gap_is_not_called_a_proof() {
    let case = plan(40);
    let gap = Decimal::from(5);
    let options = Options { gap, ..Options::default() };
    let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    is_honest(&case, &answer);
    assert!(answer.gap.unwrap() <= gap + BEST_WITHIN);
    if answer.status != Status::Optimal {
        assert_eq!((answer.status, answer.stopped), (Status::Feasible, Some(Stop::GapReached)));
    }
}

/// Progress never goes back: time and nodes grow, the best rises, the bound falls and stays above the best.
#[test]
fn progress_goes_one_way() {
    let solvers = highs().map(|highs| (highs, 20)).into_iter().chain([(SolverChoice::Engine, 40)]);
    for (solver, candidates) in solvers {
        let mut seen: Vec<Progress> = Vec::new();
        let options = Options { solver, guests: guests(), ..Options::default() };
        optimise(&plan(candidates), &options, None, &mut |progress| {
            seen.push(progress.clone());
            ControlFlow::Continue(())
        })
        .unwrap();
        assert!(seen.len() > 3);
        for pair in seen.windows(2) {
            assert!(pair[0].seconds <= pair[1].seconds && pair[0].nodes <= pair[1].nodes, "{pair:?}");
            assert!(pair[0].best <= pair[1].best, "{pair:?}");
            if let (Some(before), Some(after)) = (pair[0].bound, pair[1].bound) {
                assert!(after <= before, "{pair:?}");
            }
            if let (Some(best), Some(bound)) = (pair[1].best, pair[1].bound) {
                assert!(bound >= best - BEST_WITHIN, "{pair:?}");
            }
        }
        assert!(seen.iter().any(|progress| progress.stage == Stage::Cheapest));
    }
}

/// Two threads give the answer of one.
#[test]
fn threads_do_not_change_the_answer() {
    let case = plan(20);
    let with = |threads: usize| -> Option<Portfolio> {
        let options = Options { threads, ..Options::default() };
        optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap().portfolio
    };
    assert_eq!(with(1), with(2));
    assert_eq!(with(2), with(2));
}

/// A panic of the caller's observer comes out as that panic, not as an abort in C++.
#[test]
fn a_panic_of_the_observer_passes_through() {
    let Some(highs) = highs() else { return };
    let case = plan(20);
    let caught = std::panic::catch_unwind(|| {
        let options = Options { solver: highs, guests: guests(), ..Options::default() };
        optimise(&case, &options, None, &mut |progress| {
            assert!(progress.bound.is_none(), "the observer's own words");
            ControlFlow::Continue(())
        })
    });
    let message = *caught.unwrap_err().downcast::<&str>().unwrap();
    assert_eq!(message, "the observer's own words");
}

/// The tightened and the natural formulation, and microlp, have the same best objective and the same lowest bill.
#[test]
fn all_forms_agree() {
    let Some(highs) = highs() else { return };
    let mut possible = 0;
    for seed in 0..60 {
        let case = random_case(seed, 7, u32::try_from(seed % 4).unwrap());
        let tight = solve(&case, highs);
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
fn is_possible_with(case: &Case, rules: &[crate::measure::Rule]) -> bool {
    let all = crate::rules::rules_in_conflicts(case);
    let others: Vec<_> = all.into_iter().filter(|rule| !rules.contains(rule)).collect();
    solve(&crate::rules::without_rules(case, &others), SolverChoice::Auto).status != Status::Infeasible
}

/// A conflict is impossible by itself, and possible without any one of its rules; the repair names something.
#[test]
fn conflicts_are_smallest() {
    let (mut seen, mut repaired) = (0, 0);
    for seed in 0..120 {
        let case = random_case(seed, 6, 3);
        let answer = solve(&case, SolverChoice::Auto);
        let Some(conflict) = answer.conflict else { continue };
        seen += 1;
        assert!(conflict.proven_smallest, "seed {seed}");
        assert_eq!(conflict.rules.len(), conflict.words.len());
        assert!(!conflict.all_facts, "seed {seed}: in a small case each fact is named");
        repaired += usize::from(conflict.repair.is_some());
        assert!(!is_possible_with(&case, &conflict.rules), "seed {seed}: {:?}", conflict.words);
        for left_out in &conflict.rules {
            let rest: Vec<_> = conflict.rules.iter().filter(|rule| *rule != left_out).copied().collect();
            assert!(is_possible_with(&case, &rest), "seed {seed}: {:?} without {left_out:?}", conflict.words);
        }
    }
    assert!(seen > 20, "only {seen} are impossible");
    assert!(repaired * 10 > seen * 9, "only {repaired} of {seen} have a repair");
}

#[test]
fn the_engine_says_what_its_cheapest_portfolio_costs() {
    for seed in 0..20 {
        let case = random_case(seed, 8, 0);
        let options = Options { solver: SolverChoice::Engine, ..Options::default() };
        let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
        assert!(!answer.solver.why.contains("refused"), "seed {seed}: {}", answer.solver.why);
    }
}

/// A case whose rows HiGHS's presolve once made impossible, though every zero keeps them.
#[test]
fn what_highs_makes_smaller_stays_possible() {
    let Some(highs) = highs() else { return };
    let case = Case { timing: crate::model::Timing::Final, ..random_case(1_562, 9, 2) };
    let value = |solver| solve(&case, solver).evaluation.unwrap().objective.round_dp(6);
    assert_eq!(value(highs), value(SolverChoice::HighsNatural));
    assert_eq!(value(highs), value(SolverChoice::Engine));
}
