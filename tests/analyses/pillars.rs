//! What pillars carry, against all portfolios.

use beslismacht::analyse::pillars::{Carried, Params};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Analysis, Oracle, Solving};
use beslismacht::measure::evaluate;
use beslismacht::model::{Amount, Case, Limit, Portfolio, Scope};
use beslismacht::optimise::SAME;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, best, cases, with_runner};

fn found(oracle: &dyn Oracle, case: &Case, least: usize) -> Carried {
    let params = Params { least };
    with_runner(oracle, 1, |runner| run(&params.sweep(case).unwrap(), runner)).unwrap()
}

/// How many cases have a pillar that carries a part of the bill.
fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) -> usize {
    let mut carried = 0;
    for (seed, case) in cases(seeds) {
        let found = found(oracle, &case, 33);
        assert_eq!(found.best.objective.is_some(), best(&case).is_some(), "case {seed}");
        let mut even = case.clone();
        for pillar in &found.pillars {
            let (scope, min) = (Scope::Pillar(pillar.pillar.clone()), Some(Amount::Percent(Decimal::from(33))));
            even.limits.push(Limit { scope, min, max: None, row: 0 });
        }
        let (is, should) = (found.even.as_ref().unwrap().objective, best(&even));
        let same = is.zip(should).map_or(is == should, |(is, should)| (is - should).abs() <= SAME);
        assert!(same, "case {seed}: {is:?} instead of {should:?}");
        carried += usize::from(found.pillars.iter().any(|it| it.best.cost > Decimal::ZERO));
        let whole = evaluate(&case, &found.best.picks.portfolio());
        for pillar in &found.pillars {
            let own = |inside: bool| {
                let picks = found.best.picks.portfolio();
                let chosen = picks.picks().iter();
                let chosen = chosen.filter(|it| (case[it.candidate].pillar == pillar.pillar) == inside).cloned();
                evaluate(&case, &Portfolio::new(chosen.collect()))
            };
            let (with, without) = (own(true), own(false));
            assert_eq!(pillar.best.cost, with.cost, "case {seed}");
            assert_eq!((pillar.best.alone, pillar.best.lost), (with.objective, whole.objective - without.objective));
            assert!((pillar.best.percent * whole.cost - with.cost * Decimal::ONE_HUNDRED).abs() < Decimal::new(1, 6));
        }
    }
    carried
}

#[test]
fn pillars_agree_with_all_portfolios() {
    assert!(check(&Exhaustive, 0..60) > 5);
}

#[test]
fn the_engine_finds_the_same() {
    check(&Solving { options: beslismacht::optimise::Options::default() }, 60..75);
}
