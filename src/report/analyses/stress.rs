//! Stress as a report.

use super::prelude::*;
use crate::analyse::scenarios::Scenario;
use crate::analyse::stress::{Hit, Params};
use crate::model::order::InOrder as _;

impl Told for Params {
    fn report(&self, found: &Vec<Hit>, context: Context<'_>) -> AnalysisReport {
        report((&self.scenarios, found), context)
    }
}

/// A fixed portfolio under each scenario.
pub fn report((scenarios, hits): (&[Scenario], &[Hit]), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let mut open: Vec<String> = not_proven(hits.iter().map(|hit| &hit.best)).into_iter().collect();
    if hits.len() < scenarios.len() {
        open.push(say!("stopped-scenarios-missing", missing = scenarios.len() - hits.len()));
    }
    AnalysisReport {
        analysis: "stress",
        title: say!("stress-portfolio-under-each"),
        summary: summary(case, scenarios, hits),
        open,
        tables: vec![table(case, scenarios, hits), falls(case, scenarios, hits), broken(case, scenarios, hits)],
        charts: [chart(case, scenarios, hits)].into_iter().chain(grid(case, scenarios, hits)).collect(),
        page: Vec::new(),
        case: header,
    }
}

fn summary(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Vec<String> {
    let Some(worst) = hits.iter().max_by_key(|hit| hit.index_lost) else {
        return vec![if scenarios.is_empty() {
            say!("stress-case-has-no")
        } else {
            say!("stress-no-scenario-answered")
        }];
    };
    let mut sentences = vec![if worst.index_lost > Decimal::ZERO {
        say!(
            "stress-worst-portfolio-scenario",
            scenario = case.scenario_name(&scenarios[worst.scenario].name),
            lost = between(worst.index + worst.index_lost, worst.index),
            index = index(worst.index),
            services = worst.falls.len()
        )
    } else {
        say!("stress-no-scenario-does")
    }];
    let grows = hits.iter().filter(|hit| hit.index_lost > Decimal::ZERO && hit.lost < Decimal::ZERO).count();
    if grows > 0 {
        sentences.push(say!("stress-gain-grows", scenarios = grows));
    }
    let broken = hits.iter().filter(|hit| !hit.broken.is_empty()).count();
    if broken > 0 {
        sentences.push(say!("stress-broken-hits-breaks", broken = broken, scenarios = hits.len()));
    }
    sentences
}

/// A scenario: its id for programs, its name for people.
fn named_in(case: &Case, scenario: &Scenario) -> Value {
    Value::named(&scenario.name, &case.scenario_name(&scenario.name))
}

fn table(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Table {
    let candidates = |all: &[usize]| all.iter().copied().map(CandidateIx).collect();
    Table::of("scenarios", say!("stress-scenarios"), hits)
        .words("scenario", |hit| named_in(case, &scenarios[hit.scenario]))
        .points("index", |hit| hit.index)
        .points("index_lost", |hit| Value::difference(hit.index + hit.index_lost, hit.index, INDEX))
        .points("objective", |hit| hit.objective)
        .points("lost", |hit| Value::difference(hit.objective + hit.lost, hit.objective, INDEX))
        .figures("falls", 0, |hit| hit.falls.len())
        .figures("broken", 0, |hit| hit.broken.len())
        .points("best", |hit| hit.best.objective)
        .points("regret", |hit| {
            hit.regret.map(|regret| Value::difference(hit.objective + regret, hit.objective, INDEX))
        })
        .money("cost", |hit| hit.cost)
        .named("enter", case, |hit| candidates(&hit.besides))
        .named("leave", case, |hit| candidates(&hit.without))
        .status(|hit| &hit.best)
        .note(say!("stress-regret-what-best"))
}

fn falls(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Table {
    let rung = |rung: Option<usize>| rung.and_then(|rung| case.rungs.get(rung)).map(|rung| rung.name.clone());
    let rows = hits.iter().flat_map(|hit| hit.falls.iter().map(move |fall| (hit.scenario, fall)));
    Table::of("falls", say!("stress-services-stand-lower"), rows)
        .words("scenario", |&(scenario, _)| named_in(case, &scenarios[scenario]))
        .words("service", |(_, fall)| case[ServiceIx(fall.service)].name.clone())
        .words("rung_before", |(_, fall)| rung(fall.rung_before))
        .words("rung_after", |(_, fall)| rung(fall.rung_after))
        .figures("power_before", 3, |(_, fall)| fall.power_before)
        .figures("power_after", 3, |(_, fall)| fall.power_after)
        .table()
}

fn broken(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Table {
    let rows = hits.iter().flat_map(|hit| hit.broken.iter().map(move |rule| (hit.scenario, rule)));
    Table::of("broken", say!("stress-rules-portfolio-breaks"), rows)
        .words("scenario", |&(scenario, _)| named_in(case, &scenarios[scenario]))
        .words("rule", |(_, rule)| (*rule).clone())
        .table()
}

fn chart(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Chart {
    let bars = hits.iter().map(|hit| (hit.index_lost, case.scenario_name(&scenarios[hit.scenario].name)));
    Chart::bars(say!("stress-lost-each-scenario"), say!("stress-index-lost"), say!("stress-lost-each-scenario"), bars)
}

/// The most scenarios in the grid: those in which most is lost.
const GRID: usize = 24;

/// The grid of scenarios: a column for each in which a service stands lower, a row for each such service, and the power that it loses
/// there. `None` if none does.
fn grid(case: &Case, scenarios: &[Scenario], hits: &[Hit]) -> Option<Chart> {
    let mut hit: Vec<&Hit> = hits.iter().filter(|hit| !hit.falls.is_empty()).collect();
    hit.order_by_key(|hit| std::cmp::Reverse(hit.index_lost));
    hit.truncate(GRID);
    let falls_in = |hit: &Hit, service: ServiceIx| hit.falls.iter().any(|fall| fall.service == service.0);
    let fallen: Vec<ServiceIx> = case.service_ixs().filter(|at| hit.iter().any(|hit| falls_in(hit, *at))).collect();
    let cell = |hit: &Hit, service: ServiceIx| {
        let fall = hit.falls.iter().find(|fall| fall.service == service.0);
        let lost = fall.map(|fall| fall.power_before - fall.power_after);
        let empty = if lost.is_some() { Decimal::ZERO } else { Decimal::ONE };
        (lost.unwrap_or_default(), empty, case[service].name.clone())
    };
    let series = hit.iter().map(|hit| Series {
        name: case.scenario_name(&scenarios[hit.scenario].name),
        points: fallen.iter().map(|&service| cell(hit, service)).collect(),
    });
    let series: Vec<Series> = series.collect();
    (!series.is_empty()).then(|| Chart {
        title: say!("stress-grid"),
        across: say!("stress-grid-power-lost"),
        up: String::new(),
        kind: ChartKind::Heat,
        series,
    })
}
