//! Stress as a report.

use crate::say;
use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::Chart;
use super::super::document::{Column, Table, Value};
use super::super::words::{count, counted};
use super::words::{ids, index, not_proven, status, status_column};
use super::{Context, Told};
use crate::analyse::scenarios::Scenario;
use crate::analyse::stress::{Fall, Hit, Params};
use crate::model::{CandidateIx, Case, RungIx, ServiceIx};

impl Told for Params {
    fn report(&self, found: &Vec<Hit>, context: Context<'_>) -> AnalysisReport {
        report((&self.scenarios, found), context)
    }
}

/// A fixed portfolio under each scenario.
pub fn report((scenarios, hits): (&[Scenario], &[Hit]), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let mut open: Vec<String> =
        not_proven(hits.iter().map(|hit| &hit.best), &say!("robust-best-answer")).into_iter().collect();
    if hits.len() < scenarios.len() {
        open.push(say!("stopped-scenarios-missing", missing = scenarios.len() - hits.len()));
    }
    AnalysisReport {
        analysis: "stress",
        title: say!("stress-portfolio-under-each"),
        summary: summary(scenarios, hits),
        open,
        tables: vec![table(case, scenarios, hits), falls(case, scenarios, hits), broken(scenarios, hits)],
        charts: vec![chart(scenarios, hits)],
        case: header,
    }
}

fn summary(scenarios: &[Scenario], hits: &[Hit]) -> Vec<String> {
    let Some(worst) = hits.iter().max_by_key(|hit| hit.lost) else {
        return vec![if scenarios.is_empty() {
            say!("stress-case-has-no")
        } else {
            say!("stress-no-scenario-answered")
        }];
    };
    let mut sentences = vec![if worst.lost > Decimal::ZERO {
        say!(
            "stress-worst-portfolio-scenario",
            scenario = scenarios[worst.scenario].name,
            lost = index(worst.lost),
            counted = counted(worst.falls.len(), "service stands", "services stand")
        )
    } else {
        say!("stress-no-scenario-does")
    }];
    let broken = hits.iter().filter(|hit| !hit.broken.is_empty()).count();
    if broken > 0 {
        sentences.push(say!("stress-broken-hits-breaks", broken = broken, hits = count(hits.len(), "scenario")));
    }
    sentences
}

fn table(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Table {
    let mut columns = vec![
        Column::words("scenario", "scenario"),
        Column::points("objective", say!("stress-objective-there")),
        Column::points("lost", "lost"),
        Column::figures("falls", say!("stress-services-fall"), 0),
        Column::figures("broken", say!("compare-rules-broken"), 0),
        Column::points("best", say!("stress-best-answer-there")),
        Column::points("regret", "regret"),
        Column::money("cost", say!("stress-cost-there")),
        Column::words("enter", say!("stress-best-has-besides")),
        Column::words("leave", say!("stress-best-has-not")),
    ];
    columns.extend(status_column());
    let row = |hit: &Hit| {
        let mut row: Vec<Value> = vec![
            scenarios[hit.scenario].name.clone().into(),
            hit.objective.into(),
            hit.lost.into(),
            hit.falls.len().into(),
            hit.broken.len().into(),
            hit.best.objective.into(),
            hit.regret.into(),
            hit.cost.into(),
            ids(case, hit.besides.iter().copied().map(CandidateIx)).into(),
            ids(case, hit.without.iter().copied().map(CandidateIx)).into(),
        ];
        row.extend(status(&hit.best));
        row
    };
    Table::new("scenarios", "Scenarios", columns, hits.iter().map(row)).note(say!("stress-regret-what-best"))
}

fn falls(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Table {
    let rung = |rung: Option<usize>| rung.and_then(|rung| case.rungs.get(RungIx(rung).0)).map(|rung| rung.name.clone());
    let row = |hit: &Hit, fall: &Fall| -> Vec<Value> {
        vec![
            scenarios[hit.scenario].name.clone().into(),
            case[ServiceIx(fall.service)].name.clone().into(),
            rung(fall.rung_before).into(),
            rung(fall.rung_after).into(),
            fall.power_before.into(),
            fall.power_after.into(),
        ]
    };
    Table::new(
        "falls",
        say!("stress-services-stand-lower"),
        vec![
            Column::words("scenario", "scenario"),
            Column::words("service", "service"),
            Column::words("rung_before", say!("stress-rung-case")),
            Column::words("rung_after", say!("stress-rung-scenario")),
            Column::figures("power_before", "power", 3),
            Column::figures("power_after", say!("stress-power-there"), 3),
        ],
        hits.iter().flat_map(|hit| hit.falls.iter().map(move |fall| row(hit, fall))),
    )
}

fn broken(scenarios: &[Scenario], hits: &[Hit]) -> Table {
    let rows = hits.iter().flat_map(|hit| {
        let name = &scenarios[hit.scenario].name;
        hit.broken.iter().map(move |rule| vec![name.clone().into(), rule.clone().into()])
    });
    Table::new(
        "broken",
        say!("stress-rules-portfolio-breaks"),
        vec![Column::words("scenario", "scenario"), Column::words("rule", "rule")],
        rows,
    )
}

fn chart(scenarios: &[Scenario], hits: &[Hit]) -> Chart {
    let bars = hits.iter().map(|hit| (hit.lost, scenarios[hit.scenario].name.clone()));
    Chart::bars(say!("stress-lost-each-scenario"), say!("stress-objective-lost-index"), "lost", bars)
}
