//! The rows and the groups of a case, for the checker: everything in integers of 10^-12, nothing rounded.

use crate::say;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::graph::{Room, graph};
use super::parts::{Group, Item, Layer, Move, PLACES, Signal, Slice, Start, Switch, Who, exact, large, product, total};
use crate::measure::Measures;
use crate::measure::purchases::{bit, purchases};
use crate::model::{Amount, Candidate, CandidateIx, CarryOver, Case, DomainIx, Scope, Status, Timing};
use crate::rules::{Joint, When, domain_floor, takeover_floor};

/// The whole case.
#[derive(Debug)]
pub(super) struct Model {
    pub names: HashMap<String, usize>,
    pub rhs: Vec<i128>,
    pub items: Vec<Item>,
    pub groups: Vec<Group>,
    pub switches: Vec<Switch>,
    /// No portfolio is worth less.
    pub worst: i128,
}

impl Model {
    /// The rows, candidates and groups of a case.
    pub fn new(case: &Case, groups: &[Vec<Slice>], homes: &BTreeMap<usize, usize>) -> Result<Self, String> {
        let mut it = Self {
            names: HashMap::new(),
            rhs: Vec::new(),
            items: Vec::new(),
            groups: Vec::new(),
            switches: Vec::new(),
            worst: 0,
        };
        for at in case.candidate_ixs() {
            it.items.push(item(case, at)?);
        }
        it.worst = total(it.items.iter().map(|item| item.points.min(0)))?;
        it.budgets(case)?;
        it.relations(case);
        it.limits(case)?;
        it.build_groups(case, groups, homes)?;
        it.targets(case)?;
        it.domain_floors(case)?;
        Ok(it)
    }

    fn row(&mut self, name: String, rhs: i128) -> usize {
        let at = self.rhs.len();
        self.rhs.push(rhs);
        self.names.insert(name, at);
        at
    }

    fn budgets(&mut self, case: &Case) -> Result<(), String> {
        for (m, ministry) in case.ministries.iter().enumerate() {
            let all = ministry.carry_over == CarryOver::All;
            let mut total = 0_i128;
            let mut rows = Vec::new();
            for (at, year) in case.years().enumerate() {
                let amount = exact(ministry.budget.get(at).copied().unwrap_or_default())?;
                total = total.checked_add(amount).ok_or_else(large)?;
                rows.push(self.row(format!("budget:{}:{year}", ministry.id), if all { total } else { amount }));
            }
            if let CarryOver::Fraction(fraction) = ministry.carry_over {
                for at in 0..rows.len().saturating_sub(1) {
                    let cap = product(ministry.budget.get(at).copied().unwrap_or_default(), fraction)?;
                    let terms = vec![(rows[at], cap), (rows[at + 1], -cap)];
                    self.switches.push(Switch { domain: None, terms });
                }
            }
            for (ix, candidate) in case.candidates.iter().enumerate() {
                for start in &mut self.items[ix].starts {
                    let first = case.year_ix(start.year).unwrap_or(0);
                    for (year, &row) in rows.iter().enumerate().skip(first) {
                        let mut percent = 0_i128;
                        for (at, cost) in candidate.costs.iter().enumerate() {
                            if first + at == year || (all && first + at < year) {
                                let more = percent_of(*cost, candidate)?;
                                percent = percent.checked_add(more).ok_or_else(large)?;
                            }
                        }
                        start.per_share[m].push((row, percent));
                    }
                }
            }
        }
        Ok(())
    }

    fn relations(&mut self, case: &Case) {
        let one = 10_i128.pow(PLACES);
        for relation in &case.relations {
            let number = relation.row + 1;
            for (part, inequality) in relation.inequalities().iter().enumerate() {
                let (terms, bound) = inequality.as_at_most();
                // Whoever counts against it can break it only by starting, so it is enough to look at those years.
                let starts = |&(who, factor): &(CandidateIx, i64)| {
                    self.items[who.0].starts.iter().map(|start| start.year).filter(move |_| factor > 0)
                };
                let rows: Vec<(String, i32)> = match (inequality.when, part) {
                    (When::Ever, 0) => vec![(format!("relation:{number}"), i32::MAX)],
                    (When::Ever, _) => vec![(format!("relation:{number}:{part}"), i32::MAX)],
                    (When::ByEachYear, _) => {
                        let years: BTreeSet<i32> = terms.iter().flat_map(starts).collect();
                        years.into_iter().map(|year| (format!("requires:{number}:{part}:{year}"), year)).collect()
                    }
                };
                for (name, last) in rows {
                    let row = self.row(name, i128::from(bound) * one);
                    for &(who, factor) in &terms {
                        for start in self.items[who.0].starts.iter_mut().filter(|start| start.year <= last) {
                            start.fixed.push((row, i128::from(factor) * one));
                        }
                    }
                }
            }
        }
    }

    fn limits(&mut self, case: &Case) -> Result<(), String> {
        for limit in &case.limits {
            for (amount, name, sign) in [(limit.min, "limit-min", -1), (limit.max, "limit-max", 1)] {
                let Some(amount) = amount else { continue };
                let (rhs, percent) = match amount {
                    Amount::Money(money) => (sign * exact(money)?, Decimal::ZERO),
                    Amount::Percent(percent) => (0, percent),
                };
                let row = self.row(format!("{name}:{}", limit.row + 1), rhs);
                for (ix, candidate) in case.candidates.iter().enumerate() {
                    let mut bill = 0_i128;
                    for cost in &candidate.costs {
                        let more = percent_of(*cost, candidate)?;
                        bill = bill.checked_add(more).ok_or_else(large)?;
                    }
                    let inside = !matches!(limit.scope, Scope::Ministry(_)) && limit.scope.concerns(candidate);
                    // `bill` is one percent of the public bill: times 100 for all of it, times p for p percent of it.
                    let part = scaled(bill, percent)?;
                    let whole = if inside { bill.checked_mul(100) } else { Some(0) };
                    let fixed = whole.and_then(|whole| whole.checked_sub(part)?.checked_mul(sign)).ok_or_else(large)?;
                    for start in &mut self.items[ix].starts {
                        start.fixed.push((row, fixed));
                        if let Scope::Ministry(ministry) = limit.scope {
                            start.per_share[ministry.0].push((row, sign * bill));
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn build_groups(
        &mut self,
        case: &Case,
        groups: &[Vec<Slice>],
        homes: &BTreeMap<usize, usize>,
    ) -> Result<(), String> {
        let measures = Measures::new(case);
        let mut room = Room::ALL;
        let last = case.horizon().saturating_sub(1);
        for (at, slices) in groups.iter().enumerate() {
            let mut layers: Vec<Layer> = Vec::new();
            let mut services: Vec<usize> = Vec::new();
            for &(service, _) in slices {
                if !services.contains(&service) {
                    services.push(service);
                }
            }
            let years: BTreeSet<usize> = slices.iter().map(|slice| slice.1).collect();
            for &service in &services {
                let latest = slices.iter().filter(|slice| slice.0 == service).map(|slice| slice.1).max();
                self.movers(case, (at, &services, &years), (service, latest.unwrap_or(0)), homes, &mut layers);
            }
            let domains = (0..case.domains.len()).filter(|&domain| {
                let mut inside = case.service_ixs().filter(|&it| case[it].domain.0 == domain).peekable();
                inside.peek().is_some() && inside.all(|it| slices.contains(&(it.0, last)))
            });
            let domains: Vec<usize> = if case.domains_at_target > 0 { domains.collect() } else { Vec::new() };
            self.groups.push(graph((case, &measures), slices, layers, domains, &mut room)?);
        }
        Ok(())
    }

    /// Adds the layers of what moves a service, which the group has up to a year.
    fn movers(
        &mut self,
        case: &Case,
        (at, services, years): (usize, &[usize], &BTreeSet<usize>),
        (service, latest): (usize, usize),
        homes: &BTreeMap<usize, usize>,
        layers: &mut Vec<Layer>,
    ) {
        for (ix, candidate) in case.candidates.iter().enumerate() {
            let moves = |it: &&crate::model::Effect| services.contains(&it.service.0);
            let first = candidate.effects.iter().filter(moves).map(|it| it.service.0).find(|it| services.contains(it));
            let here = candidate.effects.iter().any(|it| it.service.0 == service);
            let known = layers.iter().any(|layer| matches!(layer.who, Who::Home(it) | Who::Copy(it) if it == ix));
            if first.is_none() || !here || known {
                continue;
            }
            let mut layer = self.layer(Who::Home(ix), &[ix], years);
            let lasts = |it: &crate::model::Effect| it.lasts.and_then(|lasts| usize::try_from(lasts).ok());
            self.wearing(&mut layer, ix, years, candidate.effects.iter().filter(moves).filter_map(lasts));
            if homes.get(&ix) != Some(&at) {
                layer.who = Who::Copy(ix);
                for (&signal, pays) in layer.signals.iter().zip(&mut layer.pays) {
                    let lasts = signal.lasts.map(|lasts| format!(":lasts-{lasts}")).unwrap_or_default();
                    let name = format!("tie:{}:{at}{}{lasts}", candidate.id, by(case, signal.year));
                    let row = self.row(name, 0);
                    self.items[ix].ties.push((row, signal));
                    pays.push(row);
                }
            }
            for (at, effect) in candidate.effects.iter().enumerate().filter(|(_, effect)| moves(effect)) {
                let gain = crate::measure::control::effective_gain(case.risk, candidate, effect.control_gain);
                let granted =
                    effect.grants.and_then(|rung| case.rungs.get(rung.0)).map_or(Decimal::ZERO, |rung| rung.power);
                let bought = bit(&purchases(case, effect.service), CandidateIx(ix), at);
                let prevents = takeover_floor::lifts(effect);
                let service = effect.service.0;
                layer.moves.push(Move { service, gain, bought, granted, prevents, lasts: lasts(effect) });
            }
            layers.push(layer);
        }
        for relation in &case.relations {
            let Some(Joint { members, service: moved, control_gain }) = relation.joint() else { continue };
            if moved.0 != service {
                continue;
            }
            let gain = crate::measure::control::effective_synergy(case, members, control_gain);
            let members: BTreeSet<usize> = members.iter().map(|member| member.0).collect();
            let members: Vec<usize> = members.into_iter().collect();
            // What comes later than that has no layer: other groups share its rows, and would be paid for it once more.
            let first = |&member: &usize| self.items[member].starts.iter().map(|start| start.from).min();
            if members.iter().filter_map(first).any(|first| first > latest) {
                continue;
            }
            let mut layer = self.layer(Who::Synergy(members.clone()), &members, years);
            for (&signal, pays) in layer.signals.iter().zip(&mut layer.pays) {
                for &member in &members {
                    let id = &case.candidates[member].id;
                    let row = self.row(format!("member:{}:{id}{}", relation.row + 1, by(case, signal.year)), 0);
                    self.items[member].ties.push((row, signal));
                    pays.push(row);
                }
            }
            layer.moves.push(Move { service, gain, bought: 0, granted: Decimal::ZERO, prevents: false, lasts: None });
            layers.push(layer);
        }
    }

    /// A layer of these candidates, with the years of a group by which some start of one of them brings it into force, or
    /// earlier.
    fn layer(&self, who: Who, members: &[usize], years: &BTreeSet<usize>) -> Layer {
        let from = |member: usize| self.items[member].starts.iter().map(|start| start.from);
        let none = |member: &usize| self.items[*member].starts.is_empty();
        let first = members.iter().filter_map(|&member| from(member).min()).max();
        let first = first.filter(|_| !members.iter().any(none));
        let from = members.iter().flat_map(|&member| from(member)).filter(|from| first.is_some_and(|it| *from >= it));
        let by: BTreeSet<usize> = from.filter_map(|from| years.range(from..).next().copied()).collect();
        let signals: Vec<Signal> = by.into_iter().rev().map(|year| Signal { year, lasts: None }).collect();
        let classes = (0..=signals.len()).map(|class| (0..class).collect()).collect();
        Layer { who, pays: vec![Vec::new(); signals.len()], signals, classes, moves: Vec::new() }
    }

    /// Adds to the layer of a candidate what is there of it for so many years only: its classes are then what its starts bring.
    fn wearing(&self, layer: &mut Layer, item: usize, years: &BTreeSet<usize>, lasts: impl Iterator<Item = usize>) {
        let lasts: BTreeSet<usize> = lasts.collect();
        if lasts.is_empty() {
            return;
        }
        let from: BTreeSet<usize> = self.items[item].starts.iter().map(|start| start.from).collect();
        let all = lasts.iter().flat_map(|&lasts| years.iter().map(move |&year| Signal { year, lasts: Some(lasts) }));
        layer.signals.extend(all.filter(|signal| from.iter().any(|&from| signal.is_there(from))));
        layer.pays = vec![Vec::new(); layer.signals.len()];
        let mut classes = vec![Vec::new()];
        for there in from.iter().map(|&from| layer.there(from)) {
            if !classes.contains(&there) {
                classes.push(there);
            }
        }
        layer.classes = classes;
    }

    fn targets(&mut self, case: &Case) -> Result<(), String> {
        if case.domains_at_target == 0 {
            return Ok(());
        }
        let one = 10_i128.pow(PLACES);
        let needed = i128::try_from(case.domains_at_target).unwrap_or(i128::from(u64::MAX));
        let count = self.row("targets".to_owned(), -needed * one);
        for domain in case.domain_ixs() {
            if let Some(group) = self.groups.iter_mut().find(|group| group.domains.contains(&domain.0)) {
                let place = group.domains.iter().position(|&it| it == domain.0).unwrap_or(0);
                for end in group.ends.iter_mut().filter(|end| end.reached[place]) {
                    end.terms.push((count, -one));
                }
                continue;
            }
            let row = self.row(format!("target:{}", case[domain].id), 0);
            let weights = self.add_powers(case, domain, row)?;
            let need = product(case[domain].target, weights)?;
            self.switches.push(Switch { domain: Some(domain.0), terms: vec![(row, need), (count, -one)] });
        }
        Ok(())
    }

    /// `- Σ weight × power ≤ - power of the floor × Σ weights`; the floor of a domain of one service is that of the service.
    fn domain_floors(&mut self, case: &Case) -> Result<(), String> {
        for domain in case.domain_ixs() {
            let Some(floor) = domain_floor::rung(case, domain) else { continue };
            if domain_floor::of_service(case, domain).is_none() {
                let row = self.row(format!("domain-floor:{}", case[domain].id), 0);
                let weights = self.add_powers(case, domain, row)?;
                self.rhs[row] = -product(floor.power, weights)?;
            }
        }
        Ok(())
    }

    /// Takes `weight × power` of each service of a domain away from a row; the sum of the weights, or 1 where they say nothing.
    fn add_powers(&mut self, case: &Case, domain: DomainIx, row: usize) -> Result<Decimal, String> {
        let mut weights = Decimal::ZERO;
        for service in case.service_ixs().filter(|&it| case[it].domain == domain) {
            weights = weights.checked_add(case[service].weight).ok_or_else(large)?;
            let slice = (service.0, case.horizon().saturating_sub(1));
            let group = self.groups.iter_mut().find(|group| group.slices.contains(&slice));
            let group = group.ok_or(&say!("graph-service-no-group"))?;
            super::graph::add_power(group, slice, row, case[service].weight)?;
        }
        Ok(if weights.is_zero() { Decimal::ONE } else { weights })
    }
}

fn item(case: &Case, at: CandidateIx) -> Result<Item, String> {
    let candidate = &case[at];
    let mut starts = Vec::new();
    if candidate.status != Status::LockedOut {
        for year in candidate.starts(case.first_year, case.last_year) {
            let in_force = case.year_ix(candidate.in_force(year).max(case.first_year));
            starts.push(Start {
                year,
                from: in_force.unwrap_or(usize::MAX),
                fixed: Vec::new(),
                per_share: vec![Vec::new(); case.ministries.len()],
            });
        }
    }
    let locked_in = candidate.status == Status::LockedIn;
    Ok(Item { points: exact(candidate.points)?, starts, locked_in, ties: Vec::new() })
}

/// How the name of a row ends that is about the end of a year: where only that of the last year counts, nothing is said of it.
fn by(case: &Case, year: usize) -> String {
    let name = |year: i32| format!(":{}", case.first_year.saturating_add(year));
    if case.timing == Timing::Final { String::new() } else { i32::try_from(year).map(name).unwrap_or_default() }
}

/// One percent of the public part of a cost.
fn percent_of(cost: Decimal, candidate: &Candidate) -> Result<i128, String> {
    let rest = Decimal::ONE_HUNDRED.checked_sub(candidate.cofinance).ok_or_else(large)?;
    #[cfg(test)]
    let rest = rest + rest * candidate.overrun / Decimal::ONE_HUNDRED;
    let part = rest.checked_mul(Decimal::new(1, 4)).ok_or_else(large)?;
    product(cost, part)
}

/// A number times a decimal, which must stay whole.
fn scaled(number: i128, by: Decimal) -> Result<i128, String> {
    let by = by.normalize();
    let product = number.checked_mul(by.mantissa()).ok_or_else(large)?;
    let down = 10_i128.checked_pow(by.scale()).ok_or(&say!("model-share-has-more"))?;
    if product % down == 0 { Ok(product / down) } else { Err(say!("model-share-has-more")) }
}
