use crate::measure::evaluate;
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning, shipped};
use crate::model::{Case, Portfolio};
use crate::optimise::dd::tests::ask;
use crate::optimise::heuristics::start;
use crate::optimise::testing::random_case;
use crate::optimise::{Engine, Goal};

fn found(case: &Case) -> Option<Portfolio> {
    start(case, &[], &mut |_| false).unwrap()
}

fn dutch() -> Case {
    compile(&shipped("netherlands")).case
}

#[test]
fn the_dutch_case_has_a_portfolio_at_once() {
    let case = dutch();
    let (mut asked, mut before) = (0, 0);
    let portfolio = start(&case, &[], &mut |best| {
        asked += 1;
        if best.is_some() && before == 0 {
            before = asked;
        }
        false
    });
    assert!(evaluate(&case, &portfolio.unwrap().unwrap()).keeps_all_rules());
    assert!(before <= 40, "a thousand changes are tried between two questions, and there were {before}");
}

#[test]
fn generated_cases_have_one_as_well() {
    for seed in 0..6 {
        for shape in Shape::ALL {
            let case = compile(&planning(40, 20 + seed, shape)).case;
            let portfolio = found(&case).unwrap_or_else(|| panic!("{} {seed}", shape.name()));
            let evaluation = evaluate(&case, &portfolio);
            assert!(evaluation.keeps_all_rules() && !portfolio.picks().is_empty(), "{} {seed}", shape.name());
        }
    }
}

/// Of small cases of all kinds most that have a portfolio at all are given one, which keeps every rule.
#[test]
fn every_rule_is_kept() {
    let (mut some, mut missed) = (0, 0);
    for seed in 0..200 {
        let case = random_case(seed, 3 + (seed % 8) as usize, (seed % 4) as u32);
        let Some(portfolio) = found(&case) else {
            missed += usize::from(ask(&Engine, &case, Goal::Best).portfolio.is_some());
            continue;
        };
        let evaluation = evaluate(&case, &portfolio);
        let broken: Vec<_> = evaluation.broken().map(|verdict| verdict.sentence(&case)).collect();
        assert!(broken.is_empty(), "seed {seed}: {broken:?}");
        some += 1;
    }
    assert!(some > 100 && missed * 10 < some, "{some} found, {missed} missed");
}

#[test]
fn the_same_on_every_run_and_stopped_at_once() {
    let case = dutch();
    assert_eq!(found(&case), found(&case));
    let mut asked = 0;
    let stopped = start(&case, &[], &mut |_| {
        asked += 1;
        true
    });
    assert_eq!((stopped, asked), (Ok(None), 1));
}
