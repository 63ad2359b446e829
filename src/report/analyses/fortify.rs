//! How dear takeovers can be made, as a report.

use super::prelude::*;
use crate::analyse::fortify::{Aside, Climb, Fortified, Held, Params, Siege, Stand, Step};
use crate::analyse::takeover::Stand as Exposed;
use crate::model::Money;
use crate::model::ownership::called;
use crate::report::style::Role;

impl Told for Params {
    fn report(&self, found: &Fortified, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        AnalysisReport {
            analysis: "fortify",
            title: say!("fortify-title"),
            summary: summary((case, &header), self.hostile, found),
            open: open(case, found),
            tables: vec![floors(case, found), services(case, found), attacks(case, found)],
            charts: chart(found, &header).into_iter().collect(),
            page: Vec::new(),
            case: header,
        }
    }
}

fn named(case: &Case, services: impl IntoIterator<Item = usize>) -> String {
    let names: Vec<&str> = services.into_iter().map(|at| case[ServiceIx(at)].name.as_str()).collect();
    list(&names)
}

fn cell(case: &Case, services: &[usize]) -> Value {
    let all = services.iter().map(|&at| &case[ServiceIx(at)]);
    Value::all_named(all.map(|it| (it.id.as_str(), it.name.as_str())))
}

/// The services that are left out for a reason.
fn aside(found: &Fortified, why: Aside) -> Vec<usize> {
    found.services.iter().filter(|it| it.aside == Some(why)).map(|it| it.service).collect()
}

/// What is not proven or not known.
fn open(case: &Case, found: &Fortified) -> Vec<String> {
    let mut open = Vec::new();
    if found.services.is_empty() {
        open.push(say!("takeover-fill"));
    }
    let steps = found.climb.iter().flat_map(|climb| &climb.steps).map(|step| &step.best);
    let stands = found.siege.iter().flat_map(|siege| &siege.stands).map(|stand| &stand.best);
    open.extend(not_proven([&found.best].into_iter().chain(steps).chain(stands)));
    for (why, key) in [(Aside::ByName, "fortify-by-name"), (Aside::TooMany, "takeover-unknown")] {
        let services = aside(found, why);
        if !services.is_empty() {
            let services = named(case, services);
            open.push(if key == "fortify-by-name" {
                say!("fortify-by-name", services = services)
            } else {
                say!("takeover-unknown", services = services)
            });
        }
    }
    if found.counted() > 0 && found.best.known != ProofStatus::Impossible {
        open.extend((!found.climb.as_ref().is_some_and(|it| it.is_highest)).then(|| say!("fortify-highest-open")));
        open.extend((!found.siege.as_ref().is_some_and(|it| it.is_least)).then(|| say!("fortify-least-open")));
    }
    open
}

fn summary((case, header): (&Case, &CaseHeader), hostile: Option<Money>, found: &Fortified) -> Vec<String> {
    if found.services.is_empty() {
        return vec![say!("takeover-no-table")];
    }
    let mut sentences = Vec::new();
    if found.counted() == 0 {
        sentences.push(say!("fortify-none-counts"));
    } else if found.best.known == ProofStatus::Impossible {
        sentences.push(say!("fortify-impossible"));
    }
    if let Some(climb) = &found.climb {
        sentences.extend(highest((case, header), climb));
        if !climb.stuck.is_empty() && found.counted() > 1 {
            sentences.push(say!("fortify-stuck", services = named(case, climb.stuck.iter().copied())));
        }
    }
    sentences.extend(found.siege.as_ref().and_then(|siege| least((case, header), hostile, siege)));
    let dearest = |it: &&Held| it.aside.is_none() && it.stands[2].as_ref().is_some_and(is_not_for_sale);
    let kept: Vec<usize> = found.services.iter().filter(dearest).map(|it| it.service).collect();
    if !kept.is_empty() {
        sentences.push(say!("fortify-not-for-sale", services = named(case, kept)));
    }
    for why in [Aside::NoPrice, Aside::Lifted] {
        let services = aside(found, why);
        if !services.is_empty() {
            let services = named(case, services);
            sentences.push(match why {
                Aside::NoPrice => say!("fortify-no-price", services = services),
                _ => say!("fortify-lifted", services = services),
            });
        }
    }
    sentences
}

/// How dear the cheapest takeover is with the best portfolio, and with the one that makes it dearest.
fn highest((case, header): (&Case, &CaseHeader), climb: &Climb) -> Vec<String> {
    let (Some(first), Some(dearest)) = (climb.steps.first(), climb.steps.last()) else { return Vec::new() };
    let Some(now) = first.least else { return vec![say!("fortify-nobody-now")] };
    let mut sentences =
        vec![say!("fortify-now", services = named(case, first.cheapest.iter().copied()), price = amount(header, now))];
    let (Some(best), Some(objective)) = (first.best.objective, dearest.best.objective) else { return sentences };
    let (lost, objective) = (between(best, objective), index(objective));
    sentences.push(match dearest.least {
        None => say!("fortify-nobody-then", lost = lost, objective = objective),
        Some(_) if climb.steps.len() == 1 && climb.is_highest => say!("fortify-no-dearer"),
        Some(price) if climb.is_highest => {
            say!("fortify-highest", price = amount(header, price), lost = lost, objective = objective)
        }
        Some(price) => say!("fortify-so-far", price = amount(header, price), lost = lost, objective = objective),
    });
    sentences
}

/// What an attacker wins with the best portfolio, and with the one that leaves the least.
fn least((case, header): (&Case, &CaseHeader), hostile: Option<Money>, siege: &Siege) -> Option<String> {
    let (first, last) = (siege.stands.first()?, siege.stands.last()?);
    let budget = hostile
        .map_or_else(|| say!("takeover-any-money"), |budget| say!("takeover-with", money = amount(header, budget)));
    if first.taken.is_empty() {
        return Some(say!("fortify-wins-nothing", budget = budget));
    }
    let (won, services) = (index(first.won), named(case, first.taken.iter().copied()));
    let (best, objective) = first.best.objective.zip(last.best.objective)?;
    Some(if siege.stands.len() == 1 {
        if siege.is_least {
            say!("fortify-wins-always", budget = budget, won = won, services = services)
        } else {
            say!("fortify-wins", budget = budget, won = won, services = services)
        }
    } else {
        say!(
            "fortify-wins-less",
            budget = budget,
            won = won,
            services = services,
            least = index(last.won),
            lost = between(best, objective)
        )
    })
}

/// What an answer loses against the best portfolio.
fn lost(found: &Fortified, it: &Outcome) -> Option<Decimal> {
    Some((found.best.objective? - it.objective?).normalize())
}

fn floors(case: &Case, found: &Fortified) -> Table {
    let steps: &[Step] = found.climb.as_ref().map_or(&[], |climb| &climb.steps);
    Table::of("floors", say!("fortify-floors"), steps)
        .money("price", |it| it.least)
        .words("cheapest", |it| cell(case, &it.cheapest))
        .points("objective", |it| it.best.objective)
        .points("lost", |it| lost(found, &it.best))
        .money("cost", |it| it.best.cost)
        .named("enter", case, |it| it.best.picks.beyond(&found.best.picks))
        .named("leave", case, |it| found.best.picks.beyond(&it.best.picks))
        .column(Column::of("asked", Kind::Money(MONEY)).for_programs(), |it| it.from)
        .picks(case, |it| &it.best)
        .status_beside(&found.best, |it| &it.best)
        .note(say!("fortify-floors-note"))
}

/// Whether there are holders enough to take a service, but of those with a price not enough.
fn is_not_for_sale(stand: &Exposed) -> bool {
    !stand.prevented && !stand.take.fewest.is_empty() && stand.take.price.is_none()
}

/// Whether a service can be taken with the portfolio that makes takeovers dearest, or why nothing is asked of it.
fn standing(it: &Held, stand: Option<&Exposed>) -> Value {
    let word = match (it.aside, stand) {
        (Some(Aside::NoPrice), _) => "no price",
        (Some(Aside::Lifted), _) => "not asked",
        (Some(Aside::ByName), _) => "by name",
        (Some(Aside::TooMany), _) => "too many",
        (None, None) => return Value::Empty,
        (None, Some(stand)) if stand.prevented => "prohibited",
        (None, Some(stand)) if stand.take.fewest.is_empty() => {
            return Value::marked(Role::Good, Value::Word("impossible".to_owned()));
        }
        (None, Some(stand)) if is_not_for_sale(stand) => "not for sale",
        _ => "possible",
    };
    Value::Word(word.to_owned())
}

fn services(case: &Case, found: &Fortified) -> Table {
    let price = |at: usize| move |it: &&Held| it.stands[at].as_ref().and_then(|stand| stand.take.price);
    let holders = |it: &&Held| {
        let all = it.stands[2].iter().flat_map(|stand| &stand.take.cheapest).filter_map(|&at| case.holders.get(at));
        let names: Vec<(&str, String)> = all.map(|it| (it.holder.as_str(), called(case, &it.holder))).collect();
        Value::all_named(names.iter().map(|(id, name)| (*id, name.as_str())))
    };
    let is_stuck = |it: &&Held| found.climb.as_ref().is_some_and(|climb| climb.stuck.contains(&it.service));
    Table::of("services", say!("fortify-services"), &found.services)
        .words("service", |it| cell(case, &[it.service]))
        .words("takeover", |it| standing(it, it.stands[2].as_ref()))
        .money("price_before", price(0))
        .money("price_best", price(1))
        .money("price_dearest", price(2))
        .words("no_dearer", |it| if is_stuck(it) { Value::Word("yes".to_owned()) } else { Value::Empty })
        .words("holders", holders)
        .note(say!("fortify-services-note"))
}

fn attacks(case: &Case, found: &Fortified) -> Table {
    let stands: &[Stand] = found.siege.as_ref().map_or(&[], |siege| &siege.stands);
    Table::of("attacks", say!("fortify-attacks"), stands)
        .points("won", |it| it.won)
        .money("price", |it| it.price)
        .words("taken", |it| cell(case, &it.taken))
        .points("objective", |it| it.best.objective)
        .points("lost", |it| lost(found, &it.best))
        .money("cost", |it| it.best.cost)
        .named("enter", case, |it| it.best.picks.beyond(&found.best.picks))
        .named("leave", case, |it| found.best.picks.beyond(&it.best.picks))
        .picks(case, |it| &it.best)
        .status_beside(&found.best, |it| &it.best)
        .note(say!("fortify-attacks-note"))
}

/// The best objective at each floor.
fn chart(found: &Fortified, header: &CaseHeader) -> Option<Chart> {
    let steps = &found.climb.as_ref()?.steps;
    let point = |step: &Step| Some((step.from, step.best.objective?, String::new()));
    let mut points: Vec<(Decimal, Decimal, String)> = steps.iter().filter_map(point).collect();
    let last = steps.last()?;
    points.extend(last.least.zip(last.best.objective).map(|(least, objective)| (least, objective, String::new())));
    Some(Chart {
        title: say!("fortify-chart"),
        across: say!("fortify-chart-across", unit = unit(header)),
        up: say!("alternatives-objective-index-points"),
        kind: ChartKind::Steps,
        series: vec![Series { name: word("best"), points }],
    })
}
