//! What three kinds of event reach, as a report.

use super::prelude::*;
use crate::analyse::events::{Alternative, Denial, Layer, Outage, Params, Reached, Stop, Takeover};
use crate::measure::dependence::chain;
use crate::report::style::Role;
use crate::rules::words::ministry;

impl Told for Params {
    fn report(&self, found: &Reached, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        AnalysisReport {
            analysis: "events",
            title: say!("events-title"),
            summary: summary((case, &header), found),
            open: found.services.is_empty().then(|| say!("events-not-reached")).into_iter().collect(),
            tables: vec![
                services(case, found),
                laws(case, found),
                stops(case, found),
                outages(case, found),
                layers(case, found),
                alternatives(case, found),
                unknown(case),
            ],
            charts: vec![chart(found)],
            page: Vec::new(),
            case: header,
        }
    }
}

/// A service: its id for programs, its name for people.
fn service(case: &Case, at: usize) -> Value {
    let it = &case[ServiceIx(at)];
    Value::named(&it.id, &it.name)
}

fn all_services(case: &Case, all: impl IntoIterator<Item = usize>) -> Value {
    let all = all.into_iter().map(|at| &case[ServiceIx(at)]);
    Value::all_named(all.map(|it| (it.id.as_str(), it.name.as_str())))
}

/// How much of whose tasks stops, in a sentence.
fn whose(case: &Case, stop: &Stop) -> String {
    let part = |(at, percent): (usize, &Decimal)| {
        say!("events-tasks-of", percent = Figure(*percent).short(1), ministry = ministry(case, MinistryIx(at)))
    };
    list(&stop.tasks.iter().enumerate().map(part).collect::<Vec<_>>())
}

fn summary((case, header): (&Case, &CaseHeader), found: &Reached) -> Vec<String> {
    let mut sentences = Vec::new();
    let worst = found.laws.iter().max_by_key(|it| (it.stops[1].count(), it.stops[0].count()));
    sentences.push(match worst {
        _ if found.services.is_empty() => return Vec::new(),
        None => say!("events-no-law"),
        Some(it) => {
            let [before, after] = [it.stops[0].count(), it.stops[1].count()];
            let whose = whose(case, &it.stops[1]);
            say!("events-worst-law", law = it.law, before = before, after = after, tasks = whose)
        }
    });
    let worst = found.outages.iter().max_by_key(|it| (it.stops[1].count(), it.stops[0].count()));
    sentences.push(match worst {
        None => say!("events-no-chain"),
        Some(it) => {
            let name = &case[ServiceIx(it.service)].name;
            // It stops itself, too.
            let others = |stop: &Stop| stop.count().saturating_sub(1);
            say!("events-worst-outage", service = name, before = others(&it.stops[0]), after = others(&it.stops[1]))
        }
    });
    let [before, after] = found.weakest;
    sentences.push(say!("events-weakest", before = index(before), after = index(after), whole = index(found.index[1])));
    let next = found.layers.iter().find_map(|layer| Some((layer, layer.next.as_ref()?)));
    if let Some((layer, next)) = next {
        sentences.push(say!(
            "events-next",
            layer = case[ServiceIx(layer.service)].name,
            candidate = case[CandidateIx(next.candidate)].name,
            adds = index(next.adds),
            cost = amount(header, next.cost)
        ));
    }
    sentences
}

fn services(case: &Case, found: &Reached) -> Table {
    let takeover = |it: Takeover| match it {
        Takeover::Possible => Value::Word("possible".to_owned()),
        Takeover::Impossible => Value::marked(Role::Good, Value::Word("impossible".to_owned())),
        Takeover::Prohibited => Value::Word("prohibited".to_owned()),
    };
    // How many services an outage of this one stops, itself included.
    let stops = |at: usize| found.outages.iter().find(|it| it.service == at).map_or(1, |it| it.stops[1].count());
    Table::of("services", say!("events-services"), &found.services)
        .words("service", |it| service(case, it.service))
        .words("takeover", |it| it.takeover.map_or(Value::Empty, takeover))
        .words("denied_by", |it| it.denied_by.join(", "))
        .figures("outage_stops", 0, |it| stops(it.service))
        .column(Column::of("power", Kind::Power), |it| it.power)
        .column(Column::of("weakest_power", Kind::Power), |it| it.weakest_power)
        .words("weakest", |it| service(case, it.weakest))
        .note(say!("events-services-note"))
}

/// Columns of how many services stop and how much of whose tasks, before and after the portfolio.
fn with_stops<R: 'static>(
    table: crate::report::document::TableBuilder<R>,
    case: &Case,
    stop: impl Fn(&R, usize) -> &Stop + Copy,
) -> crate::report::document::TableBuilder<R> {
    let table =
        table.figures("stops_before", 0, |it| stop(it, 0).count()).figures("stops_after", 0, |it| stop(it, 1).count());
    let all = case.ministries.iter().enumerate().flat_map(|it| [(it, 0), (it, 1)]);
    table.each(all, |table, ((at, ministry), when)| {
        let key = format!("{}_{}", ["before", "after"][when], ministry.id);
        let head = if when == 0 {
            say!("events-tasks-before", ministry = ministry.name)
        } else {
            say!("events-tasks-after", ministry = ministry.name)
        };
        table.column(Column::new(key, head, Kind::Percent(1)), move |it| stop(it, when).tasks.get(at).copied())
    })
}

fn laws(case: &Case, found: &Reached) -> Table {
    let table = Table::of("laws", say!("events-laws"), found.laws.clone()).words("law", |it| it.law.clone());
    with_stops(table, case, |it: &Denial, when| &it.stops[when]).note(say!("events-laws-note"))
}

/// Each service that an order stops with nothing chosen, through which chain, and what of it is left with the portfolio.
fn stops(case: &Case, found: &Reached) -> Table {
    let mut rows = Vec::new();
    for it in &found.laws {
        let by = |when: usize| it.stops[when].by.iter().map(|it| it.map(ServiceIx)).collect::<Vec<_>>();
        let (before, after) = (by(0), by(1));
        for at in case.service_ixs().filter(|at| before[at.0].is_some()) {
            let (stops, by) = (after[at.0].is_some(), if after[at.0].is_some() { &after } else { &before });
            let through: Vec<usize> = chain(by, at).into_iter().skip(1).map(|it| it.0).collect();
            rows.push((it.law.as_str(), at, through, stops));
        }
    }
    Table::of("stops", say!("events-stops"), rows)
        .column(Column::of("law", Kind::Words).grouped(), |it| it.0.to_owned())
        .words("service", |it| service(case, it.1.0))
        .words("domain", |it| {
            let domain = &case[case[it.1].domain];
            Value::named(&domain.id, &domain.name)
        })
        .words("through", |it| all_services(case, it.2.iter().copied()))
        .words("with_portfolio", |it| {
            let (role, word) = if it.3 { (Role::Bad, "stops") } else { (Role::Good, "goes on") };
            Value::marked(role, Value::Word(word.to_owned()))
        })
        .note(say!("events-stops-note"))
}

fn outages(case: &Case, found: &Reached) -> Table {
    let others = |it: &Outage| {
        let stopped = it.stops[0].by.iter().enumerate().filter(|(at, by)| by.is_some() && *at != it.service);
        stopped.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let table = Table::of("outages", say!("events-outages"), found.outages.clone())
        .words("service", |it| service(case, it.service))
        .words("with_it", |it| all_services(case, others(it)));
    with_stops(table, case, |it: &Outage, when| &it.stops[when]).note(say!("events-outages-note"))
}

fn layers(case: &Case, found: &Reached) -> Table {
    let next = |it: &&Layer| it.next.as_ref().map_or(Value::Empty, |it| named(case, [CandidateIx(it.candidate)]));
    Table::of("layers", say!("events-layers"), &found.layers)
        .words("service", |it| service(case, it.service))
        .words("holds_back", |it| all_services(case, it.holds_back.iter().copied()))
        .points("held_back", |it| it.held_back)
        .words("candidate", next)
        .money("cost", |it| it.next.as_ref().map(|it| it.cost))
        .points("adds", |it| it.next.as_ref().map(|it| it.adds))
        .figures("for_money", 4, |it| it.next.as_ref().and_then(|it| it.for_money))
        .note(say!("events-layers-note"))
}

fn alternatives(case: &Case, found: &Reached) -> Table {
    Table::of("alternatives", say!("events-alternatives"), &found.alternatives)
        .candidate(case, |it| CandidateIx(it.candidate))
        .words("service", |it| service(case, it.service))
        .words("event", |it: &&Alternative| Value::Word(it.event.word().to_owned()))
        .money("cost", |it| it.cost)
        .column(Column::of("in_force", Kind::Year), |it| it.in_force)
        .words("chosen", |it| Value::Flag(it.chosen))
        .words("keeps", |it| all_services(case, it.keeps.iter().copied()))
        .note(say!("events-alternatives-note"))
}

fn chart(found: &Reached) -> Chart {
    let bars = found.laws.iter().map(|it| (Decimal::from(it.stops[1].count()), it.law.clone()));
    Chart::bars(say!("events-laws"), say!("events-services-stop"), word("law"), bars)
}
