//! A long list: candidates in groups of which at most one may be chosen, and the multipliers of the few rows beside them.

use crate::model::order::InOrder as _;
use std::sync::Arc;

use super::bounding::{LEFT_OUT, best_plan, plan_worth, split};
use super::column::{Column, Sums};
use super::layout::Layout;
use super::master::Master;
use super::primal::{Wish, arrange};
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::exact::FINE;
use crate::optimise::instance::plan::Selection;
use crate::optimise::instance::rows::{RowName, Term};
use crate::optimise::instance::{Instance, f64_of};

/// Shorter lists are searched as they are; in tests nearly all are long, so that every exhaustive one is about them too.
const LONG: usize = if cfg!(test) { 6 } else { 200 };
/// This many rows beside the groups can be priced at once.
const MOST_ROWS: usize = 150;
/// The list is priced in this many parts: more of them need fewer passes, each of which costs more pivots.
const PARTS: usize = 24;
/// This many passes at most.
const PASSES: usize = 400;
/// Bounds that differ by less, relative to them, are as good as the same.
const NEAR: f64 = 1e-9;

/// A long list: candidates in groups of which at most one may be chosen, and few rows beside them.
#[derive(Debug)]
pub(super) struct Groups {
    /// The row of each group, and its candidates; candidates by themselves have none.
    pub all: Vec<(Option<u32>, Vec<usize>)>,
    /// By row: its place among the rows beside the groups.
    place: Vec<Option<usize>>,
    /// The rows beside the groups.
    rows: Vec<usize>,
}

impl Groups {
    /// `None` if the case is no long list.
    pub fn of(instance: &Instance) -> Option<Self> {
        let alone = instance.items.iter().filter(|item| !item.starts.is_empty());
        let long = alone.count() >= LONG
            && instance.services.is_empty()
            && instance.above.is_empty()
            && instance.least.is_none()
            && instance.targets_needed == 0
            && instance.switches.iter().all(|switch| !switch.whole && switch.target.is_none());
        if !long {
            return None;
        }
        let mut members: Vec<Option<Vec<usize>>> = vec![Some(Vec::new()); instance.rows.len()];
        for (at, item) in instance.items.iter().enumerate() {
            let shared = item.starts.iter().flat_map(|start| start.per_share.iter().flatten());
            shared.for_each(|term| members[term.row as usize] = None);
            for row in item.starts.iter().flat_map(|start| &start.fixed).map(|term| term.row) {
                let one = |term: &&Term| term.row == row && is_one(term.value);
                let always = item.starts.iter().all(|start| start.fixed.iter().filter(one).count() == 1);
                match &mut members[row as usize] {
                    Some(all) if always && all.last() != Some(&at) => all.push(at),
                    Some(_) if always => {}
                    other => *other = None,
                }
            }
        }
        for term in instance.switches.iter().flat_map(|switch| &switch.terms) {
            members[term.row as usize] = None;
        }
        let mut grouped = vec![false; instance.items.len()];
        let mut it = Self { all: Vec::new(), place: vec![None; instance.rows.len()], rows: Vec::new() };
        for (row, all) in members.into_iter().enumerate() {
            match all.filter(|all| is_one(instance.rows[row].rhs) && all.iter().all(|&item| !grouped[item])) {
                Some(all) if all.len() > 1 => {
                    for &item in &all {
                        grouped[item] = true;
                    }
                    it.all.push((u32::try_from(row).ok(), all));
                }
                _ => {
                    it.place[row] = Some(it.rows.len());
                    it.rows.push(row);
                }
            }
        }
        let single = (0..grouped.len()).filter(|&item| !grouped[item] && !instance.items[item].starts.is_empty());
        it.all.extend(single.map(|item| (None, vec![item])));
        (it.rows.len() <= MOST_ROWS).then_some(it)
    }

    /// Multipliers for all rows: in a first stage those with the lowest bound. In a second stage, in which the objective is a
    /// row, what is not worth choosing in the first stage is seen at once by its multipliers, if that row's is large enough:
    /// several are tried. None if nothing is possible, or when told to stop.
    pub fn multipliers(
        &self,
        (instance, layout): (&Instance, &Layout),
        open: &Domains,
        tick: &mut dyn FnMut() -> bool,
    ) -> Option<Vec<(Vec<f64>, Vec<f64>)>> {
        let objective = instance.rows.iter().position(|row| row.name == RowName::Objective);
        let (Some(objective), Some(least)) = (objective, instance.objective_at_least) else {
            let (_, prices) = self.lowest((instance, layout), open, tick)?;
            return Some(vec![(prices.clone(), self.with_best((instance, layout), open, prices))]);
        };
        let mut first = instance.clone();
        first.rows[objective].rhs = 0.0;
        for item in &mut first.items {
            item.value = item.points;
            item.starts.iter_mut().for_each(|start| start.fixed.retain(|term| term.row as usize != objective));
        }
        let (bound, prices) = self.lowest((&first, layout), open, tick)?;
        let gap = (bound - f64_of(least) / FINE).max(NEAR * bound.abs());
        let steep = -instance.worst / gap;
        let norm = instance.rows[objective].norm;
        let steeper = |factor: f64| {
            let mut prices: Vec<f64> = prices.iter().map(|price| price * steep * factor).collect();
            prices[objective] = steep * factor * norm;
            (prices.clone(), self.with_best((instance, layout), open, prices))
        };
        Some([0.01, 0.03, 0.1, 0.3, 1.0, 3.0].map(steeper).into())
    }

    /// With the multipliers of the groups: what the best member is worth. The bound is the same with anything between the
    /// best and the second.
    fn with_best(&self, of: (&Instance, &Layout), open: &Domains, prices: Vec<f64>) -> Vec<f64> {
        self.with(of, open, prices, |best, _| best)
    }

    /// With the multipliers of the groups: what the second member is worth.
    pub fn with_second(&self, of: (&Instance, &Layout), open: &Domains, prices: &[f64]) -> Vec<f64> {
        self.with(of, open, prices.to_vec(), |_, second| second)
    }

    fn with(
        &self,
        (instance, layout): (&Instance, &Layout),
        open: &Domains,
        mut prices: Vec<f64>,
        choose: fn(f64, f64) -> f64,
    ) -> Vec<f64> {
        for (row, items) in &self.all {
            let Some(row) = row else { continue };
            let (mut best, mut second) = (0.0, 0.0);
            for &item in items {
                let worth = best_plan(instance, layout, open, &prices, item).0;
                if worth > best {
                    (best, second) = (worth, best);
                } else if worth > second {
                    second = worth;
                }
            }
            prices[*row as usize] = choose(best, second);
        }
        prices
    }

    /// The lowest bound, and its multipliers of the rows beside the groups.
    fn lowest(
        &self,
        (instance, layout): (&Instance, &Layout),
        open: &Domains,
        tick: &mut dyn FnMut() -> bool,
    ) -> Option<(f64, Vec<f64>)> {
        let mut prices = vec![0.0; instance.rows.len()];
        let mut sums = Sums::new(self.rows.len());
        let first: Vec<Arc<Column>> = self.parts(instance, layout, open, &prices, &mut sums)?.0;
        let rhs: Vec<f64> = self.rows.iter().map(|&row| instance.rows[row].rhs).collect();
        let mut master = Master::new(&rhs, first);
        master.punish(instance.size().max(1.0), |_| true);
        let mut best = (f64::INFINITY, prices.clone());
        for _ in 0..PASSES {
            if tick() {
                return None;
            }
            while master.enter_slack(tick) {}
            for (&row, &dual) in self.rows.iter().zip(&master.duals) {
                prices[row] = if dual.is_finite() { dual.max(0.0) } else { 0.0 };
            }
            let (columns, worth) = self.parts(instance, layout, open, &prices, &mut sums)?;
            let bound = worth + self.rows.iter().map(|&row| prices[row] * instance.rows[row].rhs).sum::<f64>();
            if bound < best.0 {
                best = (bound, prices.clone());
            }
            let unwanted = master.unwanted() > 1e-7;
            if !unwanted && best.0 - master.worth() <= NEAR * best.0.abs() {
                break;
            }
            let entered = columns.iter().filter(|column| master.enter(column, tick)).count();
            if entered == 0 {
                if !unwanted {
                    break;
                }
                let harder = master.penalty() * 4.0;
                if !harder.is_finite() {
                    break;
                }
                master.punish(harder, |_| true);
            }
        }
        Some(best)
    }

    /// The best choice of each part of the list, and what all of them are worth. `None` if a group has none.
    fn parts(
        &self,
        instance: &Instance,
        layout: &Layout,
        open: &Domains,
        prices: &[f64],
        sums: &mut Sums,
    ) -> Option<(Vec<Arc<Column>>, f64)> {
        let parts = PARTS.min(self.all.len());
        let mut columns = Vec::with_capacity(parts);
        let mut worth = 0.0;
        for part in 0..parts {
            let mut value = 0.0;
            for (_, items) in self.all.iter().skip(part).step_by(parts) {
                let Some((item, start, gain)) = choice(instance, layout, open, prices, items)? else { continue };
                worth += gain;
                value += instance.items[item].value;
                let plan = &instance.items[item].starts[usize::from(start)];
                for term in &plan.fixed {
                    self.add(sums, term.row, term.value);
                }
                let shares = split(plan, open.least(item), open.most(item), prices);
                for (terms, share) in plan.per_share.iter().zip(shares) {
                    for term in terms {
                        self.add(sums, term.row, term.value * f64::from(share));
                    }
                }
            }
            let switches = instance.switches.iter().zip(&open.switches).skip(part).step_by(parts);
            for (switch, state) in switches {
                let gain = -switch.terms.iter().map(|term| term.value * prices[term.row as usize]).sum::<f64>();
                if state.on && (gain > 0.0 || !state.off) {
                    worth += gain;
                    switch.terms.iter().for_each(|term| self.add(sums, term.row, term.value));
                }
            }
            columns.push(Arc::new(Column::sum(part, value, sums.take())));
        }
        Some((columns, worth))
    }

    fn add(&self, sums: &mut Sums, row: u32, value: f64) {
        if let Some(place) = self.place[row as usize].and_then(|place| u32::try_from(place).ok()) {
            sums.add(place, value);
        }
    }

    /// A portfolio of what is worth the most under the multipliers, as far as the money goes.
    pub fn greedy((instance, layout): (&Instance, &Layout), open: &Domains, prices: &[f64]) -> Option<Selection> {
        let mut order: Vec<(bool, f64, usize)> = (0..instance.items.len())
            .filter(|&item| open.items[item].starts != 0)
            .map(|item| (open.items[item].is_in(), best_plan(instance, layout, open, prices, item).0, item))
            .collect();
        // Those that must be in first; of a group the best before the others.
        order.order_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        let wish = |&(_, _, item): &(bool, f64, usize)| {
            let worth = |start: usize| plan_worth(instance, open, prices, item, start);
            let mut starts: Vec<u8> = (0..instance.items[item].starts.len())
                .filter(|at| open.items[item].starts & (1 << at) != 0)
                .filter_map(|at| u8::try_from(at).ok())
                .collect();
            starts.order_by(|&a, &b| worth(usize::from(b)).total_cmp(&worth(usize::from(a))).then(a.cmp(&b)));
            let plan = &instance.items[item].starts[usize::from(*starts.first()?)];
            let shares = split(plan, open.least(item), open.most(item), prices);
            Some(Wish { item, starts, shares: shares.into_iter().map(f64::from).collect() })
        };
        let wishes: Vec<Wish> = order.iter().filter_map(wish).collect();
        arrange(instance, open, &wishes).map(|(selection, _)| selection)
    }
}

/// The best member of a group with its start and what it is worth; none inside where leaving all of them out is better, none at
/// all where that is not open and nothing else is.
#[allow(clippy::option_option, reason = "no choice and choosing none are two things")]
fn choice(
    instance: &Instance,
    layout: &Layout,
    open: &Domains,
    prices: &[f64],
    items: &[usize],
) -> Option<Option<(usize, u8, f64)>> {
    let mut best: Option<(usize, u8, f64)> = None;
    let mut must = None;
    for &item in items {
        let (worth, start) = best_plan(instance, layout, open, prices, item);
        if !open.items[item].out {
            if must.is_some() || start == LEFT_OUT {
                return None;
            }
            must = Some((item, start, worth));
        } else if start != LEFT_OUT && worth > best.map_or(0.0, |(_, _, most)| most) {
            best = Some((item, start, worth));
        }
    }
    Some(must.or(best))
}

fn is_one(value: f64) -> bool {
    (value - 1.0).abs() < 1e-12
}
