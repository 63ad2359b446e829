use rust_decimal::Decimal;

use super::program::{Tag, scale};
use super::{Form, state};
use crate::measure;
use crate::model::ShareRange;
use crate::optimise::testing::{bought_by_name, guarded, random_case, random_portfolio, rng, wearing_off};

fn near(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() < Decimal::new(1, 18)
}

/// Every form accepts exactly the portfolios that the evaluator accepts, at the evaluator's objective and bill.
#[test]
fn says_what_the_evaluator_says() {
    let (mut kept, mut broken) = (0, 0);
    for seed in 0..450 {
        let strictness = u32::try_from(seed % 3).unwrap();
        let case = random_case(seed, 6, strictness);
        // Of the last ones many buy from a holder by name.
        let case = match seed {
            0..200 => case,
            200..300 => guarded(if seed < 250 { case } else { wearing_off(case, seed) }, seed),
            _ => bought_by_name(case, seed),
        };
        let forms = [Form::Tight, Form::Natural].map(|form| state(&case, form));
        let rng = &mut rng(seed + 1_000);
        for _ in 0..20 {
            let portfolio = random_portfolio(rng, &case);
            let evaluation = measure::evaluate(&case, &portfolio);
            let keeps = evaluation.keeps_all_rules();
            for statement in &forms {
                let point = statement.point(&portfolio);
                let accepted = point.as_ref().is_some_and(|point| statement.keeps(point));
                let why: Vec<_> = evaluation.broken().map(|verdict| verdict.rule).collect();
                let refusing = point.as_ref().map(|point| {
                    let rows = statement.program.rows.iter();
                    rows.filter(|row| !row.holds(point)).cloned().collect::<Vec<_>>()
                });
                assert_eq!(
                    accepted, keeps,
                    "seed {seed}, {:?}: evaluator breaks {why:?}, program {refusing:?}, {portfolio:?}",
                    statement.form
                );
                if let (true, Some(point)) = (keeps, point) {
                    let worth = statement.worth(&point);
                    assert!(near(worth, evaluation.objective), "seed {seed}: {worth} is not {}", evaluation.objective);
                    assert_eq!(super::Program::at(&statement.program.bill, &point), evaluation.cost, "seed {seed}");
                }
            }
            if keeps { kept += 1 } else { broken += 1 }
        }
    }
    assert!(kept > 300 && broken > 300, "the random portfolios are not mixed: {kept} keep all rules, {broken} do not");
}

/// A portfolio read back from its own point is the same.
#[test]
fn reads_back_what_it_wrote() {
    for seed in 0..100 {
        let case = random_case(seed, 6, 1);
        let rng = &mut rng(seed);
        for form in [Form::Tight, Form::Natural] {
            let statement = state(&case, form);
            let portfolio = random_portfolio(rng, &case);
            if let Some(point) = statement.point(&portfolio).filter(|point| statement.keeps(point)) {
                let reading = statement.read(|column| f64::try_from(point[column.0]).unwrap());
                assert_eq!(reading.portfolio, portfolio, "seed {seed}");
            }
        }
    }
}

#[test]
fn rows_become_whole_numbers() {
    let on = |numbers: &[&str]| -> Vec<String> {
        let numbers: Vec<Decimal> = numbers.iter().map(|number| number.parse().unwrap()).collect();
        let scale = scale(numbers.iter().copied());
        numbers.iter().map(|&number| scale.of(number).normalize().to_string()).collect()
    };
    assert_eq!(on(&["0.25", "1.5", "3"]), ["1", "6", "12"]);
    assert_eq!(on(&["100", "250"]), ["2", "5"]);
    assert_eq!(on(&["0", "0"]), ["0", "0"]);
    // What they are multiplied by, 40 / 3, has no last digit.
    assert_eq!(on(&["0.075", "7.5", "-15"]), ["1", "100", "-200"]);
    // A third has no last digit: the largest number becomes a million.
    let third = Decimal::ONE / Decimal::from(3);
    assert_eq!(scale([third, Decimal::TWO].into_iter()).of(Decimal::TWO), Decimal::from(1_000_000));
}

#[test]
fn ranges_are_narrowed_to_what_the_others_leave() {
    let range = |min, max| ShareRange { min, max };
    // The second pays at most 60, so that the first pays at least 40.
    assert_eq!(
        crate::rules::share::possible(&[range(0, 100), range(20, 60)]),
        Some(vec![range(40, 80), range(20, 60)])
    );
    assert_eq!(crate::rules::share::possible(&[range(0, 100)]), Some(vec![range(100, 100)]));
    assert_eq!(crate::rules::share::possible(&[range(0, 40), range(0, 50)]), None);
    assert_eq!(crate::rules::share::possible(&[range(60, 100), range(50, 100)]), None);
}

/// Smallest coefficients: on the row of a level no gain counts for more than what the level still needs.
#[test]
fn no_gain_counts_for_more_than_the_need() {
    for seed in 0..100 {
        let case = random_case(seed, 8, 0);
        let statement = state(&case, Form::Tight);
        for column in &statement.program.columns {
            let super::What::Level { row } = column.what else { continue };
            let row = &statement.program.rows[row];
            assert_eq!(row.tag, Tag::Meaning);
            let need = row.terms.iter().map(|&(_, factor)| factor).min().unwrap();
            assert!(need < Decimal::ZERO);
            assert!(row.terms.iter().all(|&(_, factor)| factor <= -need), "seed {seed}: {row:?}");
        }
    }
}
