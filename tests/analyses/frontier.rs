//! The frontier by budget against a fresh search at every total.

use std::collections::BTreeSet;

use beslismacht::analyse::budget_frontier::{BudgetFrontier, BudgetSteps, Knee};
use beslismacht::analyse::case_transforms::with_total_budget;
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Oracle, Solving};
use beslismacht::measure::evaluate;
use beslismacht::model::{CandidateIx, Case, ShareRange};
use beslismacht::optimise::{ProofStatus, SAME};
use beslismacht::report::analyses::{Context, budget_frontier as frontier};
use beslismacht::report::{Value, header};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, cases, knapsack, with_runner};

fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>, least_stepped: usize) {
    let mut stepped = 0;
    for (seed, case) in cases(seeds) {
        let (from, to) = (Decimal::ZERO, Decimal::from(150));
        let Ok(frontier) = BudgetFrontier::in_percent(&case, from, to, 37) else { continue };
        let steps = with_runner(oracle, 2, |runner| run(&frontier, runner)).unwrap();
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

/// Random cases, and one in which much is swapped.
fn frontiers(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (u64, Case, BudgetSteps)> {
    let mut swaps = knapsack(&[3, 4, 7, 8], &[&[1, 2, 3, 5]], &[11]);
    // One split alone, so that all portfolios can be listed.
    swaps.candidates.iter_mut().for_each(|it| it.shares = vec![ShareRange { min: 100, max: 100 }]);
    std::iter::once((u64::MAX, swaps)).chain(cases(seeds)).filter_map(|(seed, case)| {
        let frontier = BudgetFrontier::in_percent(&case, Decimal::ZERO, Decimal::from(150), 37).ok()?;
        let steps = with_runner(&Exhaustive, 2, |runner| run(&frontier, runner)).unwrap();
        Some((seed, case, steps))
    })
}

#[test]
fn each_step_says_from_which_budget_it_can_be_paid_and_what_came_in() {
    let smallest = Decimal::new(1, 4);
    let (mut paid, mut left) = (0, 0);
    for (seed, case, steps) in frontiers(0..160) {
        let mut before: BTreeSet<CandidateIx> = BTreeSet::new();
        for step in &steps.steps {
            let picks: BTreeSet<CandidateIx> = step.best.picks.candidates().collect();
            if let Some(from) = step.fits_from {
                let keeps = |total: Decimal| {
                    let case = with_total_budget(&case, total);
                    evaluate(&case, &step.best.picks.portfolio()).keeps_all_rules()
                };
                assert!(from <= step.from && keeps(from), "case {seed}: it can be paid from {from} on");
                assert!(from.is_zero() || !keeps(from - smallest), "case {seed}: {from} is the lowest");
                paid += 1;
            }
            let enter: Vec<_> = picks.difference(&before).copied().collect();
            let leave: Vec<_> = before.difference(&picks).copied().collect();
            assert_eq!((&step.enter, &step.leave), (&enter, &leave), "case {seed} from {}", step.from);
            left += leave.len();
            before = picks;
        }
        for pair in steps.steps.windows(2) {
            let rise = pair[1].best.objective.zip(pair[0].best.objective).map(|(to, from)| to - from);
            let marginal = rise.map(|rise| (rise / (pair[1].from - pair[0].from)).normalize());
            assert_eq!(pair[1].marginal, marginal, "case {seed} from {}", pair[1].from);
        }
    }
    assert!(paid > 50 && left > 5, "{paid} {left}");
}

/// The steps that are corners of the concave hull, by the definition: above every line from a step before to one behind.
fn corners(points: &[(Decimal, Decimal)]) -> Vec<usize> {
    let is_corner = |at: usize| {
        let (x, y) = points[at];
        points[..at].iter().all(|before| {
            points[at + 1..].iter().all(|behind| (y - before.1) * (behind.0 - x) > (behind.1 - y) * (x - before.0))
        })
    };
    (0..points.len()).filter(|&at| is_corner(at)).collect()
}

fn knees(seed: u64, steps: &BudgetSteps) -> usize {
    let known: Vec<_> = steps.steps.iter().filter(|step| step.best.objective.is_some()).collect();
    let points: Vec<(Decimal, Decimal)> = known.iter().map(|step| (step.from, step.best.objective.unwrap())).collect();
    let corners = corners(&points);
    let slope = |a: usize, b: usize| (points[b].1 - points[a].1) / (points[b].0 - points[a].0);
    let mut marked: Vec<usize> = Vec::new();
    for three in corners.windows(3) {
        if slope(three[1], three[2]) * Decimal::TWO < slope(three[0], three[1]) {
            marked.push(three[1]);
        }
    }
    let ends = points.first().zip(points.last());
    let above = |at: usize| {
        let (first, last) = ends.unwrap();
        let line = first.1 + (points[at].0 - first.0) / (last.0 - first.0) * (last.1 - first.1);
        (points[at].1 - line).round_dp(15)
    };
    let main = marked.iter().copied().reduce(|a, b| if above(b) > above(a) { b } else { a });
    for (at, step) in known.iter().enumerate() {
        let should = if main == Some(at) {
            Knee::Main
        } else if marked.contains(&at) {
            Knee::Knee
        } else {
            Knee::None
        };
        assert_eq!(step.knee, should, "case {seed} from {}", step.from);
    }
    marked.len()
}

#[test]
fn knees_are_where_money_begins_to_bring_less_than_half() {
    let mut found = 0;
    for (seed, _, steps) in frontiers(0..400) {
        found += knees(seed, &steps);
    }
    assert!(found > 3, "{found}");
}

#[test]
fn a_frontier_by_hand_has_two_knees() {
    // 10 points for 1, then 4 for 1, then 1 for 1: money brings less than half after each of the first two.
    let case = knapsack(&[10, 4, 1], &[&[1, 1, 1]], &[3]);
    let frontier = BudgetFrontier::in_percent(&case, Decimal::ZERO, Decimal::ONE_HUNDRED, 3).unwrap();
    let steps = with_runner(&Solving::default(), 1, |runner| run(&frontier, runner)).unwrap();
    let rows: Vec<_> =
        steps.steps.iter().map(|step| (step.best.objective.unwrap(), step.marginal, step.knee)).collect();
    let whole = |number: i64| Decimal::from(number);
    assert_eq!(
        rows,
        [
            (whole(0), None, Knee::None),
            (whole(10), Some(whole(10)), Knee::Main),
            (whole(14), Some(whole(4)), Knee::Knee),
            (whole(15), Some(whole(1)), Knee::None),
        ]
    );
}

#[test]
fn the_first_thing_that_is_told_is_below_which_budget_nothing_is_possible() {
    let mut seen = 0;
    for (seed, case, steps) in frontiers(0..200) {
        let report =
            frontier::report(&steps, Context::new(&case, header(&case, String::new(), Vec::new(), Vec::new())));
        let impossible = steps.steps.iter().filter(|step| step.best.known == ProofStatus::Impossible).count();
        let first = report.summary.first().unwrap();
        if impossible == 0 || impossible == steps.steps.len() {
            assert!(!first.contains("or less no portfolio"), "case {seed}: {first}");
            continue;
        }
        seen += 1;
        assert!(first.contains("or less, no portfolio keeps every rule; from "), "case {seed}: {first}");
        let changes = steps.steps.len() - 1 - impossible;
        let often = match changes {
            0 => "stays the same".to_owned(),
            1 => "changes at least once".to_owned(),
            _ => format!("changes at least {changes} times"),
        };
        assert!(report.summary[1].contains(&often), "case {seed}: {}", report.summary[1]);
        let knee = report.tables[0].columns.iter().position(|column| column.key == "knee").unwrap();
        assert_eq!(report.tables[0].rows[0][knee], Value::from("impossible"), "case {seed}");
    }
    assert!(seen > 3, "only {seen} cases in which little money is too little");
}
