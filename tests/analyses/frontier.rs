//! The frontier by budget against a fresh search at every total.

use beslismacht::analyse::budget_frontier::BudgetFrontier;
use beslismacht::analyse::derive::with_total_budget;
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Answerer, Solving};
use beslismacht::optimise::SAME;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, at_desk, cases};

fn check(answerer: &dyn Answerer, seeds: std::ops::Range<u64>, least_stepped: usize) {
    let mut stepped = 0;
    for (seed, case) in cases(seeds) {
        let (from, to) = (Decimal::ZERO, Decimal::from(150));
        let Ok(frontier) = BudgetFrontier::in_percent(&case, from, to, 37) else { continue };
        let steps = at_desk(answerer, 2, |desk| run(&frontier, desk)).unwrap();
        stepped += usize::from(steps.steps.len() > 2);
        for (at, &total) in steps.grid.iter().enumerate() {
            let case = with_total_budget(&case, total);
            let truth = all(&case);
            let best = truth.iter().map(|(_, evaluation)| evaluation.objective).max();
            let step = &steps.steps[steps.at[at].unwrap()];
            assert!(step.best.is_proven());
            match (best, step.best.objective) {
                (Some(best), Some(is)) => {
                    assert!((best - is).abs() <= SAME, "case {seed} at {total}: {is} instead of {best}");
                    let cheapest = truth.iter().filter(|(_, it)| it.objective >= best - SAME);
                    let cheapest = cheapest.map(|(_, it)| it.cost).min().unwrap();
                    assert!((step.best.cost.unwrap() - cheapest).abs() <= SAME, "case {seed} at {total}");
                    let portfolio = step.best.picks.portfolio();
                    let evaluation = beslismacht::measure::evaluate(&case, &portfolio);
                    assert!(evaluation.keeps_all_rules(), "case {seed} at {total}");
                }
                (best, is) => assert_eq!(best, is, "case {seed} at {total}"),
            }
        }
        for pair in steps.steps.windows(2) {
            assert!(
                pair[0].best.objective <= pair[1].best.objective.map(|it| it + SAME),
                "case {seed}: it never falls"
            );
        }
    }
    assert!(stepped >= least_stepped, "only {stepped} frontiers with more than two steps");
}

#[test]
fn every_total_has_its_best_portfolio() {
    check(&Exhaustive, 0..200, 8);
}

#[test]
fn the_solver_gives_the_same_frontier() {
    check(&Solving::default(), 200..280, 4);
}
