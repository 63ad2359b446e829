//! Portfolios side by side: every number is that of the evaluator, and no pick is forgotten.

use std::sync::Arc;

use beslismacht::analyse::compare::{Column, Kind};
use beslismacht::measure::evaluate;
use beslismacht::model::{Case, Portfolio};
use beslismacht::optimise::QueryResult;
use beslismacht::report::analyses::{Context, compare};
use beslismacht::report::{Report, header};
use rust_decimal::Decimal;
use serde_json::Value;

use super::exhaustive::{all, cases};

fn report(columns: &[Column]) -> Value {
    let case = &columns[0].case;
    let bytes =
        compare::report(columns, Context::new(case, header(case, "case".to_owned(), Vec::new(), Vec::new()))).json();
    serde_json::from_slice(&bytes).unwrap()
}

fn row<'a>(report: &'a Value, table: &str, key: &str, name: &str) -> Option<&'a Value> {
    report[table].as_array().unwrap().iter().find(|row| row[key] == name)
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn near(is: &Value, should: Decimal, what: &str) {
    assert!((decimal(is) - should).abs() < Decimal::new(1, 11), "{what}: {is} instead of {should}");
}

/// The first, the middle and the last of all portfolios.
fn three(case: &Case) -> Option<Vec<(&'static str, Portfolio)>> {
    let mut all: Vec<Portfolio> = all(case).into_iter().map(|(portfolio, _)| portfolio).collect();
    (all.len() > 4).then_some(())?;
    let (last, middle, first) = (all.pop()?, all.swap_remove(all.len() / 2), all.swap_remove(1));
    Some(vec![("a", first), ("b", middle), ("c", last)])
}

#[test]
fn every_number_is_the_evaluators() {
    let mut tried = 0;
    for (seed, case) in cases(0..160) {
        let case = Arc::new(case);
        let Some(portfolios) = three(&case) else { continue };
        let columns: Vec<Column> = portfolios
            .iter()
            .map(|(name, it)| Column::own((*name).to_owned(), Arc::clone(&case), it.clone()))
            .collect();
        let report = report(&columns);
        for (name, portfolio) in &portfolios {
            let truth = evaluate(&case, portfolio);
            let what = format!("case {seed}, {name}");
            let metric = |metric: &str| row(&report, "metrics", "metric", metric).unwrap()[*name].clone();
            near(&metric("objective"), truth.objective, &what);
            near(&metric("gain"), truth.gain, &what);
            near(&metric("points"), truth.points, &what);
            near(&metric("index after"), truth.index_after, &what);
            near(&metric("cost"), truth.cost, &what);
            assert_eq!(metric("picks"), portfolio.picks().len(), "{what}");
            assert_eq!(metric("rules broken"), 0, "{what}");
            for (at, ministry) in case.ministries.iter().enumerate() {
                near(&metric(&format!("paid by {}", ministry.id)), truth.ministries[at].spent, &what);
                let own = truth.ministries[at].gain_by_own_weights;
                near(&metric(&format!("gain by {}", ministry.id)), own, &what);
            }
            for (at, year) in case.years().enumerate() {
                let spent: Decimal = truth.spending.iter().map(|years| years[at].spent).sum();
                match row(&report, "spending", "spending", &format!("in {year}")) {
                    Some(row) => near(&row[*name], spent, &what),
                    None => assert!(spent.is_zero(), "{what}"),
                }
            }
            let on: Decimal = case
                .domains
                .iter()
                .filter_map(|it| row(&report, "spending", "spending", &format!("on {}", it.id)))
                .map(|row| decimal(&row[*name]))
                .sum();
            near(&on.to_string().into(), truth.cost, &what);
        }
        picks(seed, &case, &portfolios, &report);
        rungs(seed, &case, &portfolios, &report);
        tried += 1;
    }
    assert!(tried > 15, "{tried}");
}

fn picks(seed: u64, case: &Case, portfolios: &[(&str, Portfolio)], report: &Value) {
    for candidate in case.candidate_ixs() {
        let id = &case[candidate].id;
        let starts: Vec<Option<i32>> =
            portfolios.iter().map(|(_, it)| it.pick(candidate).map(|pick| pick.start)).collect();
        let in_all = starts.iter().all(Option::is_some);
        let same = starts.windows(2).all(|pair| pair[0] == pair[1]);
        let shared = row(report, "shared", "candidate", id);
        let differing = row(report, "differing", "candidate", id);
        assert_eq!(shared.is_some(), in_all, "case {seed}, {id}");
        assert_eq!(differing.is_some(), !same, "case {seed}, {id}");
        for found in shared.iter().chain(&differing) {
            for ((name, _), start) in portfolios.iter().zip(&starts) {
                assert_eq!(found[*name].as_i64(), start.map(i64::from), "case {seed}, {id}, {name}");
            }
        }
    }
}

fn rungs(seed: u64, case: &Case, portfolios: &[(&str, Portfolio)], report: &Value) {
    let evaluations: Vec<_> = portfolios.iter().map(|(_, it)| evaluate(case, it)).collect();
    for service in case.service_ixs() {
        let held: Vec<_> = evaluations.iter().map(|it| it.services[service.0].rung_after).collect();
        let differs = row(report, "rungs", "service", &case[service].id);
        if held.iter().any(|rung| *rung != held[0]) {
            assert!(differs.is_some(), "case {seed}, {}", case[service].id);
        }
        let Some(differs) = differs else { continue };
        for ((name, _), rung) in portfolios.iter().zip(&held) {
            if let Some(rung) = rung {
                assert_eq!(differs[*name], case[*rung].name, "case {seed}, {}", case[service].id);
            }
        }
    }
}

#[test]
fn a_case_without_a_portfolio_is_no_empty_portfolio() {
    let (_, case) = cases(0..20).find(|(_, case)| three(case).is_some()).unwrap();
    let case = Arc::new(case);
    let own = Column::own("a".to_owned(), Arc::clone(&case), three(&case).unwrap().remove(0).1);
    let none = Column::best("b".to_owned(), Arc::clone(&case), &QueryResult::IMPOSSIBLE);
    let unknown = Column::best("c".to_owned(), Arc::clone(&case), &QueryResult::NOTHING);
    assert_eq!((none.kind, unknown.kind), (Kind::Impossible, Kind::Unknown));
    let report = report(&[own, none, unknown]);
    let metric = |name: &str| row(&report, "metrics", "metric", name).unwrap().clone();
    assert!(metric("objective")["a"].is_string());
    assert!(metric("objective")["b"].is_null() && metric("objective")["c"].is_null());
    assert_eq!(metric("status")["b"], "impossible");
    assert_eq!(metric("status")["c"], "not found");
    assert_eq!(report["proven"], false);
    assert!(report["summary"][0].as_str().unwrap().contains("No portfolio is possible in b"));
    assert!(report["differing"].as_array().unwrap().is_empty(), "there is one portfolio alone");
}

#[test]
fn candidates_of_different_cases_are_matched_by_id() {
    let (_, case) = cases(0..20).find(|(_, case)| three(case).is_some()).unwrap();
    let portfolio = three(&case).unwrap().pop().unwrap().1;
    let mut other = case.clone();
    other.candidates.reverse();
    let turned = portfolio.picks().iter().map(|pick| {
        let candidate = beslismacht::model::CandidateIx(case.candidates.len() - 1 - pick.candidate.0);
        beslismacht::model::Pick { candidate, ..pick.clone() }
    });
    let turned = Portfolio::new(turned.collect());
    let columns = [
        Column::own("a".to_owned(), Arc::new(case), portfolio.clone()),
        Column::own("b".to_owned(), Arc::new(other), turned),
    ];
    let report = report(&columns);
    assert!(report["differing"].as_array().unwrap().is_empty(), "{report}");
    assert_eq!(report["shared"].as_array().unwrap().len(), portfolio.picks().len());
}
