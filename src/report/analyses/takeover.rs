//! Takeover stress as a report.

use super::prelude::*;
use crate::analyse::takeover::{Exposed, Exposure, Measure, Needed, Params, Stand, Worst};
use crate::measure::ownership::deciders;
use crate::model::Money;
use crate::model::ownership::{Decider, called, jurisdiction};
use crate::report::style::Role;

impl Told for Params {
    fn report(&self, found: &Exposure, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        let mut open: Vec<String> = Vec::new();
        if found.services.is_empty() && found.unknown.is_empty() {
            open.push(say!("takeover-fill"));
        }
        if !found.unknown.is_empty() {
            let names: Vec<&str> = found.unknown.iter().map(|&at| case[ServiceIx(at)].name.as_str()).collect();
            open.push(say!("takeover-unknown", services = list(&names)));
        }
        open.extend((!found.attacks.iter().all(Worst::is_proven)).then(|| say!("takeover-not-proven")));
        AnalysisReport {
            analysis: "takeover",
            title: say!("takeover-title"),
            summary: summary((case, &header), self.hostile, found),
            open,
            tables: vec![
                take(case, found),
                block(case, found),
                exposed(case, found),
                attacks(case, found),
                measures(case, found),
                unknown(case),
            ],
            charts: vec![chart(case, found)],
            page: Vec::new(),
            case: header,
        }
    }
}

fn name(case: &Case, service: usize) -> &str {
    &case[ServiceIx(service)].name
}

fn service(case: &Case, at: usize) -> Value {
    let it = &case[ServiceIx(at)];
    Value::named(&it.id, &it.name)
}

fn summary((case, header): (&Case, &CaseHeader), hostile: Option<Money>, found: &Exposure) -> Vec<String> {
    if found.services.is_empty() {
        return vec![say!("takeover-no-table")];
    }
    let open = |of: fn(&Exposed) -> &Stand| found.services.iter().filter(|it| !of(it).take.fewest.is_empty()).count();
    let (before, after) = (open(|it| &it.before), open(|it| &it.after));
    let mut sentences = vec![say!("takeover-open", services = found.services.len(), before = before, after = after)];
    let amount = |money| amount(header, money);
    let [nothing, chosen] = &found.attacks;
    sentences.push(if nothing.services.is_empty() && chosen.services.is_empty() {
        say!("takeover-none-for-money")
    } else {
        let budget =
            hostile.map_or_else(|| say!("takeover-any-money"), |budget| say!("takeover-with", money = amount(budget)));
        let (before, after) = (index(nothing.loss), index(chosen.loss));
        if chosen.services.is_empty() {
            say!("takeover-worst-before", budget = budget, before = before, price = amount(nothing.price))
        } else {
            say!("takeover-worst", budget = budget, before = before, after = after, price = amount(chosen.price))
        }
    });
    let cheapest = found.services.iter().filter_map(|it| Some((it.after.take.price?, it.service)));
    if let Some((price, service)) = cheapest.min() {
        sentences.push(say!("takeover-cheapest", service = name(case, service), price = amount(price)));
    }
    sentences
}

/// Holders by their names.
fn holders(case: &Case, all: &[usize]) -> Value {
    let parties = all.iter().filter_map(|&at| case.holders.get(at)).map(|it| it.holder.as_str());
    let names: Vec<(&str, String)> = parties.map(|id| (id, called(case, id))).collect();
    Value::all_named(names.iter().map(|(id, name)| (*id, name.as_str())))
}

/// What is needed with the portfolio: the cheapest set, else the fewest.
fn who(case: &Case, needed: &Needed) -> Value {
    holders(case, if needed.cheapest.is_empty() { &needed.fewest } else { &needed.cheapest })
}

/// How many holders are enough; nothing where not even all are.
fn many(needed: &Needed) -> Option<usize> {
    (!needed.fewest.is_empty()).then_some(needed.fewest.len())
}

/// Whether a service can be taken at all.
fn standing(stand: &Stand) -> Value {
    if stand.prevented {
        Value::Word("prohibited".to_owned())
    } else if stand.take.fewest.is_empty() {
        Value::marked(Role::Good, Value::Word("impossible".to_owned()))
    } else {
        Value::Word("possible".to_owned())
    }
}

fn take(case: &Case, found: &Exposure) -> Table {
    Table::of("services", say!("takeover-take"), &found.services)
        .words("service", |it| service(case, it.service))
        .column(Column::of("control_before", Kind::Percent(1)), |it| it.before.control)
        .column(Column::of("control_after", Kind::Percent(1)), |it| it.after.control)
        .words("takeover", |it| standing(&it.after))
        .figures("fewest_before", 0, |it| many(&it.before.take))
        .figures("fewest_after", 0, |it| many(&it.after.take))
        .money("price_before", |it| it.before.take.price)
        .money("price_after", |it| it.after.take.price)
        .points("lost", |it| it.after.loss)
        .words("holders", |it| who(case, &it.after.take))
        .note(say!("takeover-take-note"))
}

fn block(case: &Case, found: &Exposure) -> Table {
    Table::of("blocking", say!("takeover-block"), &found.services)
        .words("service", |it| service(case, it.service))
        .figures("fewest_before", 0, |it| many(&it.before.block))
        .figures("fewest_after", 0, |it| many(&it.after.block))
        .money("price_before", |it| it.before.block.price)
        .money("price_after", |it| it.after.block.price)
        .words("holders", |it| who(case, &it.after.block))
        .note(say!("takeover-block-note"))
}

/// Who is exposed to whom: the parties of each service besides the home bloc, with what they can do alone.
fn exposed(case: &Case, found: &Exposure) -> Table {
    let mut rows = Vec::new();
    for it in &found.services {
        let at = ServiceIx(it.service);
        let (quota, left) = (case[at].quota, Decimal::ONE_HUNDRED - it.after.control);
        let parties: Vec<(&str, Decimal)> = deciders(case, at)
            .into_iter()
            .filter_map(|(top, votes)| if let Decider::Party(party) = top { Some((party, votes)) } else { None })
            .collect();
        let listed: Decimal = parties.iter().map(|(_, votes)| *votes).sum();
        for (party, votes) in parties {
            // Both sides times what all of them hold.
            let held = votes * left;
            let can = if held > quota * listed {
                "controls"
            } else if held >= (Decimal::ONE_HUNDRED - quota) * listed {
                "blocks"
            } else {
                "neither"
            };
            let votes = held.checked_div(listed).unwrap_or_default().round_dp(6).normalize();
            rows.push((it.service, party, votes, can));
        }
    }
    Table::of("exposed", say!("takeover-exposed"), &rows)
        .words("service", |it| service(case, it.0))
        .words("holder", |it| Value::named(it.1, &called(case, it.1)))
        .words("jurisdiction", |it| jurisdiction(case, it.1).to_owned())
        .column(Column::of("votes", Kind::Percent(1)), |it| it.2)
        .words("alone", |it| Value::Word(it.3.to_owned()))
        .note(say!("takeover-exposed-note"))
}

fn attacks(case: &Case, found: &Exposure) -> Table {
    let rows = [(say!("services-nothing-chosen"), &found.attacks[0]), (say!("takeover-portfolio"), &found.attacks[1])];
    let services = |it: &Worst| {
        let all = it.services.iter().map(|&at| &case[ServiceIx(at)]);
        Value::all_named(all.map(|it| (it.id.as_str(), it.name.as_str())))
    };
    let status = |it: &Worst| Value::Word(if it.is_proven() { "proven" } else { "not proven" }.to_owned());
    Table::of("attacks", say!("takeover-attacks"), rows)
        .words("portfolio", |(name, _)| name.clone())
        .points("lost", |(_, it)| it.loss)
        .money("price", |(_, it)| it.price)
        .words("taken", |(_, it)| services(it))
        .words("status", |(_, it)| status(it))
        .points("bound", |(_, it)| it.bound)
        .note(say!("takeover-attacks-note"))
}

fn measures(case: &Case, found: &Exposure) -> Table {
    let ways = |it: &&Measure| {
        let all = [(it.buys, "buy"), (it.protects, "protect"), (it.prohibits, "prohibit")];
        let ways: Vec<(&str, String)> =
            all.into_iter().filter(|(does, _)| *does).map(|(_, way)| (way, word(way))).collect();
        Value::all_named(ways.iter().map(|(id, name)| (*id, name.as_str())))
    };
    let open = |it: &&Measure| {
        let all = [(!it.stand.take.fewest.is_empty(), "takeover"), (!it.stand.block.fewest.is_empty(), "blocking")];
        let open: Vec<(&str, String)> = all.into_iter().filter(|(is, _)| *is).map(|(_, it)| (it, word(it))).collect();
        Value::all_named(open.iter().map(|(id, name)| (*id, name.as_str())))
    };
    Table::of("measures", say!("takeover-measures"), &found.measures)
        .words("service", |it| service(case, it.service))
        .candidate(case, |it| CandidateIx(it.candidate))
        .words("way", ways)
        .money("cost", |it| it.cost)
        .column(Column::of("in_force", Kind::Year), |it| it.in_force)
        .figures("lasts", 0, |it| it.lasts.map(Decimal::from))
        .figures("power_added", 3, |it| it.power)
        .figures("fewest_after", 0, |it| many(&it.stand.take))
        .money("price_after", |it| it.stand.take.price)
        .words("left_open", open)
        .note(say!("takeover-measures-note"))
}

fn chart(case: &Case, found: &Exposure) -> Chart {
    let open = found.services.iter().filter(|it| !it.after.take.fewest.is_empty());
    let bars = open.map(|it| (it.after.loss, name(case, it.service).to_owned()));
    Chart::bars(say!("takeover-lost"), say!("takeover-objective-lost"), word("lost"), bars)
}
