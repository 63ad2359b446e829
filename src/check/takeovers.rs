//! What a takeover has to cost at least: rules that say nothing, that cannot be computed, or that no portfolio can keep.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::measure::control::{effective_gain, synergies, with_gains, worn};
use crate::measure::ladder::places;
use crate::measure::purchases::sets;
use crate::measure::takeover_prices::TakeoverPrices;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Case, Effect, Money, Percent, ServiceIx};
use crate::rules::takeover_floor::{asked, has_sellers, lifts};
use crate::say;

/// So many sums of gains are looked at.
const SUMS: usize = 4_000;

/// The cell that says what a takeover of the service has to cost.
fn place(case: &Case, service: ServiceIx) -> Place {
    let column = "takeover_floor".to_owned();
    match case[service].takeover_floor {
        Some(_) => Place::Cell(TableId::Services, case[service].row, column),
        None => Place::Setting(format!("require.{column}")),
    }
}

/// Rules without prices, and prices that are not known.
pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    if !subject.are_sound(&[TableId::Services, TableId::Holders]) {
        return;
    }
    for at in case.service_ixs() {
        let (id, own) = (&case[at].id, case[at].takeover_floor);
        if own.is_some_and(|least| least > Decimal::ZERO) && !has_sellers(case, at) {
            let message = say!("takeovers-no-price", id = id);
            findings.warning("takeover-floor-without-price", place(case, at), message, say!("takeovers-add-price"));
        }
        let Some(floor) = asked(case, at) else { continue };
        if subject.are_sound(&[TableId::Effects]) && sets(case, at).len() > 1 {
            let message = say!("takeovers-by-name", service = case[at].name);
            findings.error("takeover-floor-by-name", place(case, at), message, say!("takeovers-by-name-fix"));
        }
        if TakeoverPrices::of(case, at).and_then(|prices| prices.stretches(floor, places(case, at))).is_err() {
            let message = say!("takeovers-too-many", id = id);
            findings.error("takeover-floor-unknown", place(case, at), message, say!("takeovers-join-smallest"));
        }
    }
    let is_asked = case.takeover_floor.is_some_and(|least| least > Decimal::ZERO);
    if is_asked && !case.service_ixs().any(|at| has_sellers(case, at)) {
        let setting = Place::Setting("require.takeover_floor".to_owned());
        let message = say!("takeovers-no-price-anywhere");
        findings.warning("takeover-floor-without-price", setting, message, say!("takeovers-add-price"));
    }
}

/// Rules that no portfolio can keep.
pub(super) fn reach(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    for at in case.service_ixs() {
        let (Some(floor), Ok(prices)) = (asked(case, at), TakeoverPrices::of(case, at)) else { continue };
        let Some(most) = most(case, at, &prices).filter(|most| *most < floor) else { continue };
        findings.error(
            "takeover-floor-out-of-reach",
            place(case, at),
            say!("takeovers-out-of-reach", id = case[at].id, floor = floor.normalize(), most = most.normalize()),
            say!("takeovers-lower-floor", most = most.normalize()),
        );
    }
}

/// The most that a takeover can be made to cost; `None` where it can be made impossible, or where that is not known.
fn most(case: &Case, service: ServiceIx, prices: &TakeoverPrices) -> Option<Money> {
    let can_be = |candidate: &crate::model::Candidate, effect: &Effect| {
        let mut starts = candidate.starts(case.first_year, case.last_year);
        starts.any(|start| effect.holds(candidate.in_force(start), case.last_year))
    };
    let mut gains: Vec<Percent> = Vec::new();
    for at in case.candidate_ixs().filter(|&at| case.may_be_chosen(at)) {
        let candidate = &case[at];
        for effect in candidate.effects.iter().filter(|it| it.service == service && can_be(candidate, it)) {
            if lifts(effect) {
                return None;
            }
            gains.push(effective_gain(case.risk, candidate, effect.control_gain));
        }
    }
    let together = synergies(case).into_iter().filter(|synergy| synergy.service == service);
    gains.extend(together.map(|synergy| synergy.gain));
    let mut controls = BTreeSet::from([worn(&case[service], case.horizon().saturating_sub(1))]);
    for gain in gains {
        let more: Vec<Percent> = controls.iter().map(|&control| with_gains(control, gain)).collect();
        controls.extend(more);
        if controls.len() > SUMS {
            return None;
        }
    }
    controls.into_iter().map(|control| prices.at(control)).reduce(|one, other| Some(one?.max(other?))).flatten()
}
