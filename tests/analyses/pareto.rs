//! Pareto fronts against all portfolios: unsupported points too, and a bi-objective knapsack out of two ministries' views.

use beslismacht::analyse::pareto::{Axis, Better, Front, Pareto};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Oracle, Solving};
use beslismacht::model::compile::compile;
use beslismacht::model::{Case, DomainIx, MinistryIx, Workbook};
use beslismacht::optimise::{Measure, SAME};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, cases, with_runner};

fn more(measure: Measure) -> Axis {
    Axis { name: "more".to_owned(), measure, better: Better::More }
}

fn less(measure: Measure) -> Axis {
    Axis { name: "less".to_owned(), measure, better: Better::Less }
}

/// The pairs that no portfolio beats in both.
pub fn truth(case: &Case, first: &Axis, second: &Axis) -> Vec<(Decimal, Decimal)> {
    let value = |axis: &Axis, portfolio, evaluation| axis.measure.of(case, portfolio, evaluation);
    let mut pairs: Vec<(Decimal, Decimal)> = all(case)
        .iter()
        .map(|(it, evaluation)| (value(first, it, evaluation), value(second, it, evaluation)))
        .collect();
    pairs.sort();
    pairs.dedup_by(|a, b| (a.0 - b.0).abs() <= SAME && (a.1 - b.1).abs() <= SAME);
    let beats = |a: &(Decimal, Decimal), b: &(Decimal, Decimal)| {
        let (one, two) = (first.better_by(a.0, b.0), second.better_by(a.1, b.1));
        one >= -SAME && two >= -SAME && (one > SAME || two > SAME)
    };
    let mut front: Vec<_> = pairs.iter().filter(|b| !pairs.iter().any(|a| beats(a, b))).copied().collect();
    front.sort_by(|a, b| second.better_by(a.1, b.1).cmp(&Decimal::ZERO));
    front.dedup_by(|a, b| (a.0 - b.0).abs() <= SAME && (a.1 - b.1).abs() <= SAME);
    front
}

fn front(oracle: &dyn Oracle, case: &Case, first: &Axis, second: &Axis) -> Front {
    let pareto = Pareto { case, first: first.clone(), second: second.clone(), points: None };
    with_runner(oracle, 2, |runner| run(&pareto, runner)).unwrap()
}

fn check(oracle: &dyn Oracle, seed: u64, case: &Case, first: &Axis, second: &Axis) -> usize {
    let found = front(oracle, case, first, second);
    let truth = truth(case, first, second);
    let pairs: Vec<_> = found.points.iter().map(|point| (point.first, point.second)).collect();
    assert_eq!(pairs.len(), truth.len(), "case {seed}: {pairs:?} instead of {truth:?}");
    for (is, should) in pairs.iter().zip(&truth) {
        let near = (is.0 - should.0).abs() <= SAME && (is.1 - should.1).abs() <= SAME;
        assert!(near, "case {seed}: {is:?} instead of {should:?}");
    }
    assert!(found.complete, "case {seed}");
    truth.len()
}

fn sweep(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) -> usize {
    let mut points = 0;
    for (seed, case) in cases(seeds) {
        let mut axes = vec![
            (more(Measure::Objective), less(Measure::Cost)),
            (more(Measure::risk_free_gain(&case)), less(Measure::Spending(DomainIx(0)))),
            (more(Measure::domain_power(&case, DomainIx(0))), more(Measure::Points)),
        ];
        if case.ministries.len() > 1 {
            axes.push((more(Measure::own_gain(&case, MinistryIx(0))), more(Measure::own_gain(&case, MinistryIx(1)))));
        }
        for (first, second) in axes {
            points += check(oracle, seed, &case, &first, &second);
        }
    }
    points
}

#[test]
fn all_points_of_every_front_come_out() {
    let points = sweep(&Exhaustive, 0..70);
    assert!(points > 100, "{points}");
}

/// The marks of a front, by their definitions.
fn marks(name: &str, front: &Front, first: &Axis, second: &Axis) {
    let good: Vec<(Decimal, Decimal)> = front
        .points
        .iter()
        .map(|point| (first.better_by(point.first, Decimal::ZERO), second.better_by(point.second, Decimal::ZERO)))
        .collect();
    let best = |of: fn(&(Decimal, Decimal)) -> Decimal| good.iter().map(of).max().unwrap();
    let worst = |of: fn(&(Decimal, Decimal)) -> Decimal| good.iter().map(of).min().unwrap();
    let one: fn(&(Decimal, Decimal)) -> Decimal = |it| it.0;
    let two: fn(&(Decimal, Decimal)) -> Decimal = |it| it.1;
    let lost = |of: fn(&(Decimal, Decimal)) -> Decimal, it: &(Decimal, Decimal)| {
        (best(of) - of(it)).checked_div(best(of) - worst(of)).unwrap_or_default()
    };
    let far = |it: &(Decimal, Decimal)| lost(one, it) * lost(one, it) + lost(two, it) * lost(two, it);
    let sacrifice = |it: &(Decimal, Decimal)| lost(one, it).max(lost(two, it));
    let near = |a: Decimal, b: Decimal| (a - b).abs() < Decimal::new(1, 12);
    let least = |of: &dyn Fn(&(Decimal, Decimal)) -> Decimal| good.iter().map(of).min().unwrap();
    assert!(near(far(&good[front.compromise.unwrap()]), least(&far)), "{name}: nearest to the ideal");
    assert!(near(sacrifice(&good[front.equal_sacrifice.unwrap()]), least(&sacrifice)), "{name}: of equal sacrifice");
    for (at, it) in good.iter().enumerate() {
        // Some weighted sum finds a point unless it lies under a line between two others.
        let under = good.iter().any(|a| {
            good.iter().any(|b| {
                a.1 < it.1
                    && it.1 < b.1
                    && (a.0 - it.0) * (b.1 - it.1) + (b.0 - it.0) * (it.1 - a.1) > Decimal::new(1, 9)
            })
        });
        assert_eq!(front.supported[at], !under, "{name}: {it:?}");
    }
}

#[test]
fn the_compromise_equal_sacrifice_and_unsupported_points_are_marked() {
    let mut unsupported = 0;
    let mut check = |name: &str, case: &Case, first: &Axis, second: &Axis| {
        let found = front(&Exhaustive, case, first, second);
        if found.points.len() > 1 {
            marks(name, &found, first, second);
            unsupported += found.supported.iter().filter(|supported| !**supported).count();
        }
    };
    for (seed, case) in cases(0..200) {
        check(&format!("case {seed}"), &case, &more(Measure::Objective), &less(Measure::Cost));
    }
    let case = eight_items();
    let own = |ministry| more(Measure::own_gain(&case, MinistryIx(ministry)));
    check("two views", &case, &own(0), &own(1));
    assert!(unsupported > 5, "{unsupported}");
}

#[test]
fn a_spread_has_at_most_as_many_points_as_were_asked_for() {
    let two = eight_items();
    let own = |ministry| more(Measure::own_gain(&two, MinistryIx(ministry)));
    let whole = truth(&two, &own(0), &own(1));
    for points in 2..=whole.len() + 2 {
        let pareto = Pareto { case: &two, first: own(0), second: own(1), points: Some(points) };
        let found = with_runner(&Exhaustive, 2, |runner| run(&pareto, runner)).unwrap();
        let pairs: Vec<_> = found.points.iter().map(|point| (point.first, point.second)).collect();
        assert!(pairs.len() <= points && found.complete && found.spread, "{points}: {}", pairs.len());
        assert!(pairs.iter().all(|pair| whole.contains(pair)), "{points}: all are on the front");
        assert_eq!((pairs.first(), pairs.last()), (whole.first(), whole.last()), "{points}: both ends are there");
        // From each of the equal steps the first point on.
        let (from, to) = (whole[0].1, whole[whole.len() - 1].1);
        for step in 1..points - 1 {
            let at = from + (to - from) * Decimal::from(step) / Decimal::from(points - 1);
            let next = whole.iter().find(|pair| pair.1 > at + SAME * Decimal::TWO).unwrap();
            assert!(pairs.contains(next), "{points}: {next:?}");
        }
    }
}

#[test]
fn the_solver_gives_the_same_fronts() {
    sweep(&Solving::default(), 500..515);
}

/// A knapsack whose two value vectors are two ministries' views: a domain and a service for each item, with the values as
/// the two ministries' domain weights.
fn two_views(values: &[(i64, i64)], costs: &[i64], budget: i64) -> Case {
    let mut workbook = Workbook::new(
        "format = 1\ntitle = \"two views\"\nfirst_year = 2027\nlast_year = 2027\n\
         [[ministry]]\nid = \"a\"\nvoice = 1\ncarry_over = 0\n[[ministry]]\nid = \"b\"\nvoice = 1\ncarry_over = 0\n\
         [[rung]]\nid = \"all\"\nat_least = 100\npower = 1\n"
            .to_owned(),
    );
    let mut file = |name: &str, head: &str, row: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..values.len()).map(row).collect();
        let text = format!("{head}\n{}\n", rows.join("\n"));
        workbook.put_file(name, &text);
    };
    file("domains.csv", "domain,name,weight_a,weight_b,target", &|at| {
        format!("d{at},d{at},{},{},0.5", values[at].0, values[at].1)
    });
    file("services.csv", "service,domain,name,control", &|at| format!("s{at},d{at},s{at},0"));
    file("candidates.csv", "candidate,name,domain,cost_1,share_a,share_b", &|at| {
        format!("c{at},c{at},d{at},{},100,0", costs[at])
    });
    file("effects.csv", "candidate,service,control_gain", &|at| format!("c{at},s{at},100"));
    workbook.put_file("budgets.csv", &format!("ministry,year,amount\na,2027,{budget}\n"));
    compile(&workbook).case
}

const VALUES: [(i64, i64); 8] = [(10, 2), (8, 3), (6, 5), (5, 7), (3, 9), (2, 8), (7, 4), (4, 6)];
const COSTS: [i64; 8] = [5, 4, 6, 3, 5, 4, 3, 2];

/// A knapsack of eight items in two views.
pub fn eight_items() -> Case {
    two_views(&VALUES, &COSTS, 14)
}

#[test]
fn a_bi_objective_knapsack_comes_out_of_two_ministries_views() {
    let (values, costs) = (VALUES, COSTS);
    let case = eight_items();
    let sums: (i64, i64) = values.iter().fold((0, 0), |sum, value| (sum.0 + value.0, sum.1 + value.1));
    let mut expected: Vec<(i64, i64)> = Vec::new();
    for set in 0..1_u32 << values.len() {
        let chosen: Vec<usize> = (0..values.len()).filter(|at| set >> at & 1 == 1).collect();
        if chosen.iter().map(|&at| costs[at]).sum::<i64>() <= 14 {
            expected.push(chosen.iter().fold((0, 0), |sum, &at| (sum.0 + values[at].0, sum.1 + values[at].1)));
        }
    }
    let pairs = expected.clone();
    expected.retain(|b| !pairs.iter().any(|a| a != b && a.0 >= b.0 && a.1 >= b.1));
    expected.sort_by_key(|pair| pair.1);
    expected.dedup();
    let axes = (more(Measure::own_gain(&case, MinistryIx(0))), more(Measure::own_gain(&case, MinistryIx(1))));
    let front = front(&Solving::default(), &case, &axes.0, &axes.1);
    let found: Vec<(Decimal, Decimal)> = front
        .points
        .iter()
        .map(|point| {
            let back =
                |gain: Decimal, sum: i64| (gain * Decimal::from(sum) / Decimal::ONE_HUNDRED).round_dp(9).normalize();
            (back(point.first, sums.0), back(point.second, sums.1))
        })
        .collect();
    let expected: Vec<_> = expected.into_iter().map(|(a, b)| (Decimal::from(a), Decimal::from(b))).collect();
    assert_eq!(found, expected);
    assert!(front.supported.iter().any(|supported| !supported), "the example has unsupported points");
}
