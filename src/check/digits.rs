//! Sums and products that need more digits than a decimal holds. Nothing is rounded in silence: where the exact number does
//! not fit, the case is not computed.

use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::measure::bill::public_part;
use crate::measure::cap_table;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Amount, CarryOver, Case, PowerRule, Risk};
use crate::rules::Joint;

const CODE: &str = "too-many-digits";

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let tables = [TableId::Candidates, TableId::Effects, TableId::Budgets, TableId::Relations, TableId::Limits];
    if !subject.settings_are_sound() || !subject.are_sound(&tables) {
        return;
    }
    money(subject.case, findings);
    control(subject.case, findings);
    targets(subject.case, findings);
}

/// Digits after the point.
fn places(number: Decimal) -> u32 {
    number.normalize().scale()
}

/// Numbers that are added up, and where the most digits after the point come from.
struct Sum {
    total: Decimal,
    places: u32,
    finest: Option<Place>,
}

impl Sum {
    const EMPTY: Self = Self { total: Decimal::ZERO, places: 0, finest: None };

    /// Takes a number in that comes out with this many places.
    fn add(&mut self, number: Decimal, places: u32, place: impl FnOnce() -> Place) {
        self.total = self.total.saturating_add(number.abs());
        if places > self.places || self.finest.is_none() {
            (self.places, self.finest) = (places.max(self.places), Some(place()));
        }
    }

    /// Digits of the sum before its point.
    fn before_the_point(&self) -> u32 {
        let (mut rest, mut digits) = (self.total.trunc(), 0);
        while !rest.is_zero() {
            (rest, digits) = ((rest / Decimal::TEN).trunc(), digits + 1);
        }
        digits
    }

    /// Reports a sum that does not fit into the 28 digits that a decimal surely holds.
    fn report(self, what: impl FnOnce() -> String, findings: &mut Findings) {
        let before = self.before_the_point();
        let Some(place) = self.finest.filter(|_| before + self.places > 28) else { return };
        let message = say!("digits-what-cannot-computed", figure = what(), before = before, places = self.places);
        let remedy = say!("digits-write-at-least", places = before + self.places - 28);
        findings.error(CODE, place, message, remedy);
    }
}

/// Bills times shares, against budgets and limits.
fn money(case: &Case, findings: &mut Findings) {
    let mut sum = Sum::EMPTY;
    let of_shares = if case.ministries.len() > 1 { 2 } else { 0 };
    for candidate in &case.candidates {
        let public = places(public_part(candidate));
        for (at, &cost) in candidate.costs.iter().enumerate().filter(|(_, cost)| !cost.is_zero()) {
            let place = || Place::Cell(TableId::Candidates, candidate.row, format!("cost_{}", at + 1));
            sum.add(cost, places(cost) + public + of_shares, place);
        }
    }
    for ministry in &case.ministries {
        let fraction = match ministry.carry_over {
            CarryOver::All => 0,
            CarryOver::Fraction(fraction) => places(fraction),
        };
        for &budget in ministry.budget.iter().filter(|budget| !budget.is_zero()) {
            sum.add(budget, places(budget) + fraction, || Place::Table(TableId::Budgets));
        }
    }
    let mut of_limits = 0;
    for amount in case.limits.iter().flat_map(|limit| [limit.min, limit.max]).flatten() {
        match amount {
            Amount::Percent(percent) => of_limits = of_limits.max(places(percent) + 2),
            Amount::Money(money) => sum.add(money, places(money), || Place::Table(TableId::Limits)),
        }
    }
    sum.places += of_limits;
    sum.report(|| say!("digits-spending"), findings);
}

/// Gains times success, against the rungs.
fn control(case: &Case, findings: &mut Findings) {
    let success = |at: usize| case.candidates.get(at).map_or(0, |candidate| places(candidate.success));
    let of_success = |at: usize| if case.risk == Risk::Expected { success(at) } else { 0 };
    let mut sums: Vec<Sum> = case.services.iter().map(|_| Sum::EMPTY).collect();
    for (it, sum) in case.services.iter().zip(&mut sums) {
        let own = places(it.control).max(places(it.drift));
        sum.add(it.control, own, || Place::Cell(TableId::Services, it.row, "control".to_owned()));
    }
    for (at, candidate) in case.candidates.iter().enumerate() {
        for effect in &candidate.effects {
            let place = || Place::Cell(TableId::Effects, effect.row, "control_gain".to_owned());
            sums[effect.service.0].add(effect.control_gain, places(effect.control_gain) + of_success(at), place);
        }
    }
    for relation in &case.relations {
        let Some(Joint { members, service, control_gain }) = relation.joint() else { continue };
        let of_members: u32 = members.iter().map(|member| of_success(member.0)).sum();
        let place = || Place::Cell(TableId::Relations, relation.row, "control_gain".to_owned());
        sums[service.0].add(control_gain, places(control_gain) + of_members, place);
    }
    for (it, sum) in case.services.iter().zip(sums) {
        sum.report(|| say!("digits-control-id", id = it.name), findings);
    }
}

/// Weights times power, against weights times target.
fn targets(case: &Case, findings: &mut Findings) {
    if case.domains_at_target == 0 {
        return;
    }
    let power = case.rungs.iter().map(|rung| places(rung.power)).max().unwrap_or(0);
    let mut sums: Vec<Sum> = case.domains.iter().map(|_| Sum::EMPTY).collect();
    for service in &case.services {
        let index = if service.power == PowerRule::Ladder { 0 } else { cap_table::PLACES };
        let factor = power.max(index).max(places(case[service.domain].target));
        let place = || Place::Cell(TableId::Services, service.row, "weight".to_owned());
        sums[service.domain.0].add(service.weight, places(service.weight) + factor, place);
    }
    for (it, sum) in case.domains.iter().zip(sums) {
        sum.report(|| say!("digits-power-domain-id", id = it.name), findings);
    }
}
