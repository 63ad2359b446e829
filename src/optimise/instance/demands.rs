//! The rows of what a case demands: budgets, relations, limits, targets and floors of domains.

use rust_decimal::Decimal;

use super::exact::{Exact, TooWide};
use super::rows::{RowName, Term};
use super::{
    Building, Carry, Instance, Item, Level, LevelTerm, Switch, Target, Unsupported, f64_of, f64_of_decimal, push,
};
use crate::measure::ladder::ladder_after;
use crate::measure::purchases::sets;
use crate::model::{Amount, CarryOver, Case, DomainIx, MinistryIx, Scope, ServiceIx};
use crate::rules::limit::{Bound, SpendingBound};
use crate::rules::{Inequality, Side, When, budget, domain_floor};

impl Building<'_> {
    /// `spent ≤ amount + carried in`: the rows of [`budget::rows`]. Where only a part is carried, that is a column between 0
    /// and its cap.
    pub(super) fn budgets(&mut self, it: &mut Instance) -> Result<(), Unsupported> {
        let places = self.units.money;
        for (ministry, payer) in self.case.ministries.iter().enumerate() {
            let mut rows = Vec::new();
            for (year, row) in budget::rows(payer, false).enumerate() {
                let name = RowName::Budget { ministry: MinistryIx(ministry), year };
                let rhs = Exact::scaled(row.amount, places)?;
                rows.push((self.rows.add(name, rhs, power_of_ten(places)), row));
            }
            if let CarryOver::Fraction(fraction) = payer.carry_over {
                let cap = |(_, row): &(u32, budget::Row)| Exact::scaled(row.carried.unwrap_or_default(), places);
                let caps = rows.iter().map(cap).collect::<Result<Vec<_>, TooWide>>()?;
                for (pair, &cap) in rows.windows(2).zip(&caps).filter(|(_, cap)| **cap > 0) {
                    let term = |row: u32, exact: i128| Term { row, value: 0.0, exact };
                    let terms = vec![term(pair[0].0, cap), term(pair[1].0, -cap)];
                    it.switches.push(Switch { terms, whole: false, target: None, value: 0.0 });
                }
                it.carries[ministry] = Some(Carry { fraction: f64_of_decimal(fraction), caps });
            }
            for Item { starts, yearly, .. } in &mut it.items {
                for start in starts {
                    let mut sum = 0_i128;
                    for (year, (at, row)) in rows.iter().enumerate().skip(start.year) {
                        let percent = yearly.get(year - start.year).copied().unwrap_or_default();
                        let before = if row.from == year { 0 } else { sum };
                        sum = before.checked_add(percent).ok_or(TooWide)?;
                        push(&mut start.per_share[ministry], *at, sum);
                    }
                }
            }
            let amounts = payer.budget.iter().map(|&amount| Exact::scaled(amount, places));
            it.budgets.push(amounts.collect::<Result<_, TooWide>>()?);
            it.budget_rows.push(rows.into_iter().map(|(row, _)| Some(row)).collect());
        }
        Ok(())
    }

    pub(super) fn relations(&mut self, it: &mut Instance) {
        let case = self.case;
        for (relation, rule) in case.relations.iter().enumerate() {
            for (part, inequality) in rule.inequalities().iter().enumerate() {
                self.inequality(it, (relation, part), inequality);
            }
            for (candidate, need) in rule.needs() {
                it.items[candidate.0].needs.push(need.0);
            }
        }
    }

    fn inequality(&mut self, it: &mut Instance, (relation, part): (usize, usize), inequality: &Inequality) {
        let (terms, bound) = inequality.as_at_most();
        if inequality.when == When::Ever {
            let row = self.rows.add(RowName::Relation { relation, part }, bound.into(), 1.0);
            for (member, factor) in terms {
                for start in &mut it.items[member.0].starts {
                    push(&mut start.fixed, row, factor.into());
                }
            }
            return;
        }
        for year in inequality.years(|member| it.items[member.0].starts.iter().map(|start| start.year)) {
            let row = self.rows.add(RowName::Requires { relation, need: part, year }, bound.into(), 1.0);
            for &(member, factor) in &terms {
                for start in it.items[member.0].starts.iter_mut().filter(|start| start.year <= year) {
                    push(&mut start.fixed, row, factor.into());
                }
            }
        }
    }

    /// `sign × spending of the scope ≤ sign × amount`; for `p %`, `sign × (100 × scope - p × all) ≤ 0`.
    pub(super) fn limit(&mut self, it: &mut Instance, bound: SpendingBound) -> Result<(), Unsupported> {
        let SpendingBound { of: Bound(at, side), scope, amount } = bound;
        let (name, sign) = match side {
            Side::AtLeast => (RowName::LimitMin(at), -1),
            Side::AtMost => (RowName::LimitMax(at), 1),
        };
        let (rhs, scale, part) = match amount {
            Amount::Money(money) => (sign * Exact::scaled(money, self.units.money)?, 1, 0),
            Amount::Percent(percent) => {
                let percent = percent.normalize();
                let scale = 10_i128.checked_pow(percent.scale()).ok_or(TooWide)?;
                (0, scale.checked_mul(100).ok_or(TooWide)?, percent.mantissa())
            }
        };
        let unit = power_of_ten(self.units.money) * f64_of(scale);
        let row = self.rows.add(name, rhs, unit);
        for (ix, candidate) in self.case.candidates.iter().enumerate() {
            let inside = !matches!(scope, Scope::Ministry(_)) && scope.concerns(candidate);
            let item = &mut it.items[ix];
            let times = |factor: i128| item.bill.checked_mul(factor).and_then(|it| it.checked_mul(sign)).ok_or(TooWide);
            let fixed = times(if inside { scale - part } else { -part })?;
            let paid = times(scale)? / 100;
            for start in &mut item.starts {
                push(&mut start.fixed, row, fixed);
                if let Scope::Ministry(ministry) = scope {
                    push(&mut start.per_share[ministry.0], row, paid);
                }
            }
        }
        Ok(())
    }

    /// For each domain a switch that counts it as at its target, which it may be only with the power for it.
    pub(super) fn targets(&mut self, it: &mut Instance) -> Result<(), Unsupported> {
        let case = self.case;
        if case.domains_at_target == 0 {
            return Ok(());
        }
        let needed = i128::try_from(case.domains_at_target).unwrap_or(i128::from(u64::MAX));
        let count = self.rows.add(RowName::DomainsAtTarget, -needed, 1.0);
        it.count_row = Some(count);
        for domain in case.domain_ixs() {
            let places = target_places(case, domain);
            let row = self.rows.add(RowName::Target(domain), 0, power_of_ten(places));
            let (weights, services) = powers(case, it, (domain, row), places)?;
            let need = if weights.is_zero() {
                Exact::scaled(case[domain].target, places)?
            } else {
                Exact::product(case[domain].target, weights, places)?
            };
            it.targets.push(Target { row: Some(row), need, services });
            let term = |row: u32, exact: i128| Term { row, value: 0.0, exact };
            it.switches.push(Switch {
                terms: vec![term(row, need), term(count, -1)],
                whole: true,
                target: Some(it.targets.len() - 1),
                value: 0.0,
            });
        }
        Ok(())
    }

    /// `- Σ weight × power ≤ - power of the floor × Σ weights` for each domain of several services; the floor of a domain of one
    /// is that of the service.
    pub(super) fn domain_floors(&mut self, it: &mut Instance) -> Result<(), Unsupported> {
        let case = self.case;
        for domain in case.domain_ixs() {
            let Some(floor) = domain_floor::rung(case, domain) else { continue };
            if domain_floor::of_service(case, domain).is_some() {
                continue;
            }
            let places = target_places(case, domain);
            let row = self.rows.add(RowName::DomainFloor(domain), 0, power_of_ten(places));
            let (weights, services) = powers(case, it, (domain, row), places)?;
            // A domain in which nothing counts holds nothing.
            let weights = if weights.is_zero() { Decimal::ONE } else { weights };
            let need = Exact::product(floor.power, weights, places)?;
            self.rows.rows[row as usize].exact = -need;
            it.domain_floors.push(Target { row: Some(row), need, services });
        }
        Ok(())
    }
}

/// Services with what each of their levels adds to the sum of weight × power.
type Powers = Vec<(usize, Vec<i128>)>;

/// The services of a domain with what each of their levels adds to the sum of weight × power, which their terms in a row take
/// away; and the sum of their weights.
fn powers(
    case: &Case,
    it: &mut Instance,
    (domain, row): (DomainIx, u32),
    places: u32,
) -> Result<(Decimal, Powers), TooWide> {
    let mut weights = Decimal::ZERO;
    let mut services = Vec::new();
    for service in case.service_ixs().filter(|&service| case[service].domain == domain) {
        weights = weights.checked_add(case[service].weight).ok_or(TooWide)?;
        let steps = &mut it.services[service.0];
        let term = |level: &Level| {
            let exact = -Exact::product(case[service].weight, level.power, places)?;
            Ok(LevelTerm { value: 0.0, exact })
        };
        let levels = steps.levels.iter().map(term).collect::<Result<Vec<_>, TooWide>>()?;
        services.push((service.0, levels.iter().map(|level| -level.exact).collect()));
        steps.terms.push((row, levels));
    }
    Ok((weights, services))
}

/// `10^places`.
fn power_of_ten(places: u32) -> f64 {
    10_f64.powi(i32::try_from(places).unwrap_or(i32::MAX))
}

/// Decimal places that weight × power and target × weights need in a domain.
fn target_places(case: &Case, domain: DomainIx) -> u32 {
    let inside: Vec<ServiceIx> = case.service_ixs().filter(|&service| case[service].domain == domain).collect();
    let weight = inside.iter().map(|&service| Exact::places(case[service].weight)).max().unwrap_or(0);
    let last = case.horizon().saturating_sub(1);
    let ladders = inside
        .iter()
        .flat_map(|&service| sets(case, service).map(move |bought| ladder_after(case, service, last, bought)));
    let powers = ladders.flat_map(|ladder| ladder.to_vec()).map(|step| Exact::places(step.power));
    let powers = powers.chain(case.rungs.iter().map(|rung| Exact::places(rung.power))).max().unwrap_or(0);
    weight + powers.max(Exact::places(case[domain].target))
}
