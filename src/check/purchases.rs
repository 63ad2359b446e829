//! Stakes that are bought from a holder by name.

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::measure::cap_table;
use crate::measure::purchases::{Bought, Purchase, purchases, sets, steps_after};
use crate::model::finding::{Findings, Place};
use crate::model::guess::suggest;
use crate::model::limits::MOST_PURCHASES;
use crate::model::ownership::called;
use crate::model::schema::TableId;
use crate::model::{Case, Effect, PowerRule, Relation, ServiceIx};
use crate::rules::{Side, When};
use crate::say;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let tables = [TableId::Services, TableId::Candidates, TableId::Effects, TableId::Holders, TableId::Owners];
    if !subject.settings_are_sound() || !subject.are_sound(&tables) {
        return;
    }
    let case = subject.case;
    let mut many = vec![0_usize; case.services.len()];
    for effect in case.candidates.iter().flat_map(|it| &it.effects).filter(|it| !it.buys_from.is_empty()) {
        many[effect.service.0] += 1;
        if many[effect.service.0] == MOST_PURCHASES + 1 {
            let message = say!("purchases-too-many", service = case[effect.service].id, most = MOST_PURCHASES);
            findings.error("too-many-purchases", place(effect), message, say!("purchases-too-many-fix"));
        }
        one(case, effect, findings);
    }
    for service in case.service_ixs().filter(|it| (1..=MOST_PURCHASES).contains(&many[it.0])) {
        let all = purchases(case, service);
        together(case, service, &all, findings);
        power(case, service, &all, findings);
    }
}

fn place(effect: &Effect) -> Place {
    Place::Cell(TableId::Effects, effect.row, "buys_from".to_owned())
}

/// What is wrong with a purchase by itself.
fn one(case: &Case, effect: &Effect, findings: &mut Findings) {
    let (service, seller) = (&case[effect.service], &effect.buys_from);
    let holders = || case.holders.iter().filter(|it| it.service == effect.service);
    let Some(holder) = holders().find(|it| it.holder == *seller) else {
        let message = say!("purchases-unknown", service = service.id, holder = seller);
        let fix = say!("purchases-unknown-fix");
        let names = || holders().filter(|it| !it.home).map(|it| it.holder.as_str());
        let fix = if findings.may_suggest(names().count()) { suggest(seller, names(), &fix) } else { fix };
        findings.error("buys-from-unknown", place(effect), message, fix);
        return;
    };
    if holder.home {
        let message = say!("purchases-home", service = service.id, holder = seller);
        findings.error("buys-from-home", place(effect), message, say!("purchases-home-fix"));
    } else if effect.control_gain.is_zero() {
        let message = say!("purchases-nothing", service = service.id, holder = seller);
        findings.warning("buys-nothing", place(effect), message, say!("purchases-nothing-fix"));
    } else if effect.control_gain > holder.stake {
        let (gain, stake) = (effect.control_gain.normalize(), holder.stake.normalize());
        let message = say!("purchases-too-much", service = service.id, holder = seller, gain = gain, stake = stake);
        let cell = Place::Cell(TableId::Effects, effect.row, "control_gain".to_owned());
        findings.error("buys-too-much", cell, message, say!("purchases-too-much-fix", stake = stake));
    } else if service.power == PowerRule::Ladder {
        let message = say!("purchases-on-ladder", service = service.id);
        findings.note("buys-on-ladder", place(effect), message, say!("purchases-on-ladder-fix"));
    }
}

/// Purchases that may all be chosen and together are more than the holder has: what goes beyond comes from all others alike.
fn together(case: &Case, service: ServiceIx, all: &[Purchase], findings: &mut Findings) {
    let mut told = Vec::new();
    for set in 0..1_u32 << all.len() {
        let inside: Vec<&Purchase> = members(all, set).collect();
        let Some(last) = inside.last().filter(|it| inside.iter().all(|other| other.holder == it.holder)) else {
            continue;
        };
        let holder = &case.holders[last.holder];
        let gain = |it: &&Purchase| case[it.candidate].effects[it.effect].control_gain;
        let sum: Decimal = inside.iter().map(gain).sum();
        let known = inside.len() < 2 || told.contains(&last.holder);
        if known || sum <= holder.stake || !may_all_be_chosen(case, &inside) {
            continue;
        }
        told.push(last.holder);
        let names: Vec<String> = inside.iter().map(|it| case[it.candidate].id.clone()).collect();
        let message = say!(
            "purchases-together",
            candidates = crate::messages::list(&names),
            sum = sum.normalize(),
            service = case[service].id,
            holder = called(case, &holder.holder),
            stake = holder.stake.normalize()
        );
        let effect = &case[last.candidate].effects[last.effect];
        findings.warning("buys-too-much-together", place(effect), message, say!("purchases-together-fix"));
    }
}

fn members(all: &[Purchase], set: Bought) -> impl Iterator<Item = &Purchase> {
    all.iter().enumerate().filter(move |(at, _)| set >> at & 1 == 1).map(|(_, it)| it)
}

/// Whether no lock and no relation that bounds a number from above keeps these from being chosen together.
fn may_all_be_chosen(case: &Case, purchases: &[&Purchase]) -> bool {
    let chosen = |it| i64::from(purchases.iter().any(|purchase| purchase.candidate == it));
    let bounds = case.relations.iter().flat_map(Relation::inequalities);
    purchases.iter().all(|it| case.may_be_chosen(it.candidate))
        && bounds.filter(|it| it.when == When::Ever && it.side == Side::AtMost).all(|it| {
            let sum: i64 = it.terms.iter().map(|&(candidate, factor)| factor.max(0) * chosen(candidate)).sum();
            sum <= it.bound
        })
}

/// Sets of purchases after which the votes give no power, though the table as it stands does.
fn power(case: &Case, service: ServiceIx, all: &[Purchase], findings: &mut Findings) {
    let it = &case[service];
    if cap_table::in_votes(it.quota.normalize(), &cap_table::others(case, service)).is_err() {
        return;
    }
    let years = if it.drift.is_zero() { 1 } else { case.horizon() };
    for set in sets(case, service).skip(1) {
        if (0..years).all(|year| steps_after(case, service, year, set).is_ok()) {
            continue;
        }
        let Some(last) = members(all, set).last() else { continue };
        let message = say!("purchases-too-fine", id = it.id);
        let effect = &case[last.candidate].effects[last.effect];
        findings.error("power-unknown", place(effect), message, say!("purchases-too-fine-fix"));
        return;
    }
}
