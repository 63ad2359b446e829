//! The core of a long list: what multipliers settle before the search begins.
//!
//! Candidates that move no service are alone: under multipliers each of them, or each group of which at most one may be
//! chosen, is worth what its best plan is worth. A long list of such candidates has few rows beside its groups (budgets of a few
//! years), so that the best multipliers are found in some dozen passes, without a row for each group: the multiplier of a
//! group is what its best member is worth ([`Groups::settle`]), which is Dantzig's bound for multiple-choice knapsacks. Against a
//! good portfolio they settle nearly all of the list; what is left is the core, a few dozen candidates around the one at which the
//! money runs out. It is searched like any other case, in which what is settled is a constant.
//!
//! The record of the search begins with these multipliers and what they settle, so that a proof needs nothing else.
//!
//! Sources: Dantzig, *Discrete-variable extremum problems*, 1957; Balas and Zemel, *An algorithm for large zero-one knapsack
//! problems*, 1980; Sinha and Zoltners, *The multiple-choice knapsack problem*, 1979; Kelley, *The cutting-plane method for
//! solving convex programs*, 1960.

use std::sync::Arc;

use super::bounding::{LEFT_OUT, Pass, plan_worth, price, split};
use super::clock::State;
use super::column::{Column, Sums};
use super::diagram::NONE;
use super::fixing::settle;
use super::layout::Layout;
use super::master::Master;
use super::primal::{Wish, arrange};
use super::problem::Problem;
use super::propagation::Propagation;
use super::record::{Entry, Record, Sparse, sparse};
use super::search::{Search, Tree};
use crate::optimise::instance::build::FINE;
use crate::optimise::instance::domains::{Decision, Domains, Open};
use crate::optimise::instance::plan::{Chosen, Selection, judge};
use crate::optimise::instance::rows::{RowName, Term};
use crate::optimise::instance::{Instance, f64_of};

/// Shorter lists are searched as they are; in tests nearly all are long, so that every exhaustive one is about them too.
const LONG: usize = if cfg!(test) { 6 } else { 200 };
/// So many rows beside the groups can be priced at once.
const MOST_ROWS: usize = 150;
/// The list is priced in so many parts: more of them need fewer passes, each of which costs more pivots.
const PARTS: usize = 24;
/// So many passes at most.
const PASSES: usize = 400;
/// A list of which a larger part stays open, in percent, is searched as it is.
const LARGEST: usize = 70;
/// So many candidates around the one at which the money runs out are searched for a good portfolio, with so many nodes.
const AROUND: usize = if cfg!(test) { 4 } else { 80 };
const NODES: u64 = 400;
/// Bounds that differ by less, relative to them, are as good as the same.
const NEAR: f64 = 1e-9;

/// Multipliers of all rows, and what they settle.
type Fixed = (Vec<f64>, Vec<Decision>);

/// What is left of a long list.
#[derive(Debug)]
pub(super) struct Core {
    /// The case without what is settled.
    pub inner: Inner,
    /// The portfolio against which anything is settled, and what it is worth, exactly.
    pub best: (Selection, i128),
    fixed: Vec<Fixed>,
}

/// A case without what is settled.
#[derive(Debug)]
pub(super) struct Inner {
    /// The case.
    pub problem: Problem,
    /// What is left open.
    pub open: Domains,
    /// What is settled is worth so much.
    pub value: f64,
    /// The same in exact units.
    pub exact: i128,
    /// What is settled, of the whole.
    settled: Selection,
    /// Where its candidates are in the whole.
    items: Vec<u32>,
    /// Where its rows are in the whole.
    rows: Vec<u32>,
}

impl Inner {
    /// What `left` leaves open of a problem.
    fn of(problem: &Problem, left: &Domains) -> Option<Self> {
        let Settled { instance, items, rows, value, exact, settled } = Settled::of(&problem.instance, left)?;
        let mut open = Domains::of(&instance);
        let ministries = instance.ministries;
        for (at, &item) in items.iter().enumerate() {
            open.items[at] = left.items[item as usize];
            open.least[at * ministries..(at + 1) * ministries].copy_from_slice(left.least(item as usize));
            open.most[at * ministries..(at + 1) * ministries].copy_from_slice(left.most(item as usize));
        }
        let layout = Layout::of_list(&instance);
        let propagation = Propagation::new(&instance);
        let problem = Problem { instance, layout, propagation, slack: problem.slack, money: problem.money };
        Some(Self { problem, open, value, exact, settled, items, rows })
    }

    /// A portfolio of the whole from one of what is left.
    pub fn whole(&self, inside: &Selection) -> Selection {
        let mut selection = self.settled.clone();
        for (&item, chosen) in self.items.iter().zip(inside) {
            selection[item as usize].clone_from(chosen);
        }
        selection
    }

    /// What is left of a portfolio of the whole, where that has what is settled.
    pub fn inside(&self, selection: &Selection) -> Option<Selection> {
        let inside = self.items.iter().map(|&item| selection[item as usize].clone()).collect();
        (self.whole(&inside) == *selection).then_some(inside)
    }
}

impl Core {
    /// The core of a problem, given a portfolio; none where the problem is no long list, or most of it stays open. `tick`
    /// is asked whether to stop.
    pub fn of(
        problem: &Problem,
        open: &Domains,
        known: Option<Selection>,
        cutoff: impl Fn(i128) -> f64,
        tick: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let instance = &problem.instance;
        let groups = Groups::of(instance)?;
        let layout = (instance, &problem.layout);
        let all = groups.multipliers(layout, open, tick)?;
        let (base, first) = all.first()?;
        let best = if instance.objective_at_least.is_some() {
            // What is put in beside it costs something, whatever it is.
            known?
        } else {
            let tried = groups.around_the_break(problem, open, base, tick);
            better([known, groups.greedy(layout, open, first), tried], instance)?
        };
        let worth = judge(instance, &best)?;
        let mut pass = Pass::new(instance, &problem.layout);
        let mut most: Option<(usize, Domains, Vec<Fixed>)> = None;
        for (base, prices) in all {
            let mut left = open.clone();
            let mut fixed = Vec::new();
            let mut settled = 0;
            // What shares a group with something much better is out. Where nothing like it is left, the better one is in.
            for round in 0..2 {
                let prices = if round == 0 { prices.clone() } else { groups.with_second(layout, &left, &base) };
                if tick() || pass.run(instance, &problem.layout, &left, &prices) == NONE {
                    return None;
                }
                let decisions = settle(layout, &left, &mut pass, &prices, cutoff(worth.exact));
                if !decisions.iter().all(|&decision| left.apply(decision)) {
                    return None;
                }
                settled += decisions.len();
                fixed.push((prices, decisions));
            }
            if most.as_ref().is_none_or(|(most, ..)| settled > *most) {
                most = Some((settled, left, fixed));
            }
        }
        let (_, left, fixed) = most?;
        let inner = Inner::of(problem, &left)?;
        if inner.items.len() * 100 > LARGEST * instance.items.len() {
            return None;
        }
        Some(Self { inner, best: (best, worth.exact), fixed })
    }

    /// Whether a case is a long list, so that it need not fit into memory as a whole.
    pub fn may_be_of(instance: &Instance) -> bool {
        Groups::of(instance).is_some()
    }

    /// The multipliers of all rows with the lowest bound.
    pub fn prices(&self) -> &[f64] {
        self.fixed.first().map_or(&[], |(prices, _)| prices)
    }

    /// The record of the whole from that of the core.
    pub fn record(&self, inside: Record) -> Record {
        let mut record = Record::default();
        for (prices, decisions) in &self.fixed {
            let place = record.add();
            record.set(place, Entry::Fixed(sparse(prices), decisions.clone(), place + 1));
        }
        let before = self.fixed.len();
        let item = |item: u32| self.inner.items[item as usize];
        let decision = |decision: Decision| match decision {
            Decision::Out(at) => Decision::Out(item(at)),
            Decision::In(at) => Decision::In(item(at)),
            Decision::NotStart(at, start) => Decision::NotStart(item(at), start),
            Decision::StartUpTo(at, start) => Decision::StartUpTo(item(at), start),
            Decision::StartAfter(at, start) => Decision::StartAfter(item(at), start),
            Decision::ShareUpTo(at, ministry, share) => Decision::ShareUpTo(item(at), ministry, share),
            Decision::ShareFrom(at, ministry, share) => Decision::ShareFrom(item(at), ministry, share),
            Decision::Off(_) | Decision::On(_) => decision,
        };
        let row = |row: u32| self.inner.rows[row as usize];
        let prices = |prices: Sparse| prices.into_iter().map(|(at, price)| (row(at), price)).collect::<Sparse>();
        for entry in inside.entries {
            let place = record.add();
            let entry = match entry {
                Entry::Split(sides) => Entry::Split(sides.map(|(it, next)| (decision(it), next + before))),
                Entry::Fixed(multipliers, settled, next) => {
                    Entry::Fixed(prices(multipliers), settled.into_iter().map(decision).collect(), next + before)
                }
                Entry::ByRow(settled, next) => {
                    Entry::ByRow(settled.into_iter().map(|(at, it)| (row(at), decision(it))).collect(), next + before)
                }
                Entry::Leaf(multipliers) => Entry::Leaf(prices(multipliers)),
                Entry::Broken(at) => Entry::Broken(row(at)),
                entry @ (Entry::Open | Entry::Empty | Entry::Settled) => entry,
            };
            record.set(place, entry);
        }
        record
    }
}

/// The best of some portfolios that keep every rule.
fn better(all: [Option<Selection>; 3], instance: &Instance) -> Option<Selection> {
    let worth = |it: &Selection| judge(instance, it).map(|worth| worth.exact);
    all.into_iter().flatten().filter_map(|it| Some((worth(&it)?, it))).max_by_key(|(worth, _)| *worth).map(|(_, it)| it)
}

/// A long list: candidates in groups of which at most one may be chosen, and few rows beside them.
struct Groups {
    /// The row of each group, and its candidates; candidates by themselves have none.
    groups: Vec<(Option<u32>, Vec<usize>)>,
    /// By row: its place among the rows beside the groups.
    place: Vec<Option<usize>>,
    /// The rows beside the groups.
    rows: Vec<usize>,
}

impl Groups {
    /// None where the case is no long list.
    fn of(instance: &Instance) -> Option<Self> {
        let alone = instance.items.iter().filter(|item| !item.starts.is_empty());
        let long = alone.count() >= LONG
            && instance.services.is_empty()
            && instance.above.is_empty()
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
        let mut it = Self { groups: Vec::new(), place: vec![None; instance.rows.len()], rows: Vec::new() };
        for (row, all) in members.into_iter().enumerate() {
            match all.filter(|all| is_one(instance.rows[row].rhs) && all.iter().all(|&item| !grouped[item])) {
                Some(all) if all.len() > 1 => {
                    all.iter().for_each(|&item| grouped[item] = true);
                    it.groups.push((u32::try_from(row).ok(), all));
                }
                _ => {
                    it.place[row] = Some(it.rows.len());
                    it.rows.push(row);
                }
            }
        }
        let single = (0..grouped.len()).filter(|&item| !grouped[item] && !instance.items[item].starts.is_empty());
        it.groups.extend(single.map(|item| (None, vec![item])));
        (it.rows.len() <= MOST_ROWS).then_some(it)
    }

    /// Multipliers for all rows: in a first stage those with the lowest bound. In a second stage, in which the objective is a
    /// row, what is not worth choosing in the first stage is seen at once by its multipliers, if that row's is large enough:
    /// several are tried. None where nothing is possible, or when told to stop.
    fn multipliers(
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
    fn with_second(&self, of: (&Instance, &Layout), open: &Domains, prices: &[f64]) -> Vec<f64> {
        self.with(of, open, prices.to_vec(), |_, second| second)
    }

    fn with(
        &self,
        (instance, layout): (&Instance, &Layout),
        open: &Domains,
        mut prices: Vec<f64>,
        choose: fn(f64, f64) -> f64,
    ) -> Vec<f64> {
        for (row, items) in &self.groups {
            let Some(row) = row else { continue };
            let (mut best, mut second) = (0.0, 0.0);
            for &item in items {
                let worth = price(instance, layout, open, &prices, item).on.0;
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

    /// A portfolio that is the best of its surroundings: what the multipliers are sure of is as they say, and the
    /// candidates around the one at which the money runs out are searched.
    fn around_the_break(
        &self,
        problem: &Problem,
        open: &Domains,
        prices: &[f64],
        tick: &mut dyn FnMut() -> bool,
    ) -> Option<Selection> {
        let (instance, layout) = (&problem.instance, &problem.layout);
        let mut left = open.clone();
        let mut sure = Vec::new();
        for (_, items) in &self.groups {
            let worth = |&item: &usize| price(instance, layout, open, prices, item).on;
            let mut all: Vec<(f64, u8, usize)> =
                items.iter().map(|item| (worth(item).0, worth(item).1, *item)).collect();
            all.retain(|(_, start, _)| *start != LEFT_OUT);
            all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
            let best = all.first().map_or(0.0, |first| first.0.max(0.0));
            let second = all.get(1).map_or(0.0, |second| second.0.max(0.0));
            for (at, &(worth, start, item)) in all.iter().enumerate() {
                let chosen = at == 0 && worth > 0.0;
                let margin = if chosen { worth - second } else { best - worth };
                sure.push((margin, chosen.then_some(start), item));
            }
        }
        sure.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
        for &(_, chosen, item) in sure.iter().skip(AROUND) {
            let index = u32::try_from(item).ok()?;
            let Some(start) = chosen else {
                if !left.apply(Decision::Out(index)) {
                    return None;
                }
                continue;
            };
            left.items[item] = Open { out: false, starts: 1 << start };
            let plan = &instance.items[item].starts[usize::from(start)];
            let shares = split(plan, open.least(item), open.most(item), prices);
            let from = item * instance.ministries;
            left.least[from..from + instance.ministries].copy_from_slice(&shares);
            left.most[from..from + instance.ministries].copy_from_slice(&shares);
        }
        let inner = Inner::of(problem, &left)?;
        let mut told = |_: &State| tick();
        let mut search = Search::new(&inner.problem, &inner.open, &mut told)?;
        search.run(&mut Tree::new(inner.open.clone(), None), NODES);
        let (inside, _) = search.incumbent.take()?;
        drop(search);
        Some(inner.whole(&inside))
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

    /// The best choice of each part of the list, and what all of them are worth. None where a group has none.
    fn parts(
        &self,
        instance: &Instance,
        layout: &Layout,
        open: &Domains,
        prices: &[f64],
        sums: &mut Sums,
    ) -> Option<(Vec<Arc<Column>>, f64)> {
        let parts = PARTS.min(self.groups.len());
        let mut columns = Vec::with_capacity(parts);
        let mut worth = 0.0;
        for part in 0..parts {
            let mut value = 0.0;
            for (_, items) in self.groups.iter().skip(part).step_by(parts) {
                let Some((item, start, gain)) = choice(instance, layout, open, prices, items)? else { continue };
                worth += gain;
                value += instance.items[item].value;
                let plan = &instance.items[item].starts[usize::from(start)];
                for term in &plan.fixed {
                    self.add(sums, term.row, term.value);
                }
                let shares = split(plan, open.least(item), open.most(item), prices);
                for (terms, share) in plan.per_share.iter().zip(shares) {
                    terms.iter().for_each(|term| self.add(sums, term.row, term.value * f64::from(share)));
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
    fn greedy(&self, (instance, layout): (&Instance, &Layout), open: &Domains, prices: &[f64]) -> Option<Selection> {
        let mut order: Vec<(bool, f64, usize)> = (0..instance.items.len())
            .filter(|&item| open.items[item].starts != 0)
            .map(|item| (open.items[item].is_in(), price(instance, layout, open, prices, item).on.0, item))
            .collect();
        // Those that must be in first; of a group the best before the others.
        order.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        let wish = |&(_, _, item): &(bool, f64, usize)| {
            let worth = |start: usize| plan_worth(instance, open, prices, item, start);
            let mut starts: Vec<u8> = (0..instance.items[item].starts.len())
                .filter(|at| open.items[item].starts & (1 << at) != 0)
                .filter_map(|at| u8::try_from(at).ok())
                .collect();
            starts.sort_by(|&a, &b| worth(usize::from(b)).total_cmp(&worth(usize::from(a))).then(a.cmp(&b)));
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
        let (worth, start) = price(instance, layout, open, prices, item).on;
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

/// A case without what is settled.
struct Settled {
    instance: Instance,
    items: Vec<u32>,
    rows: Vec<u32>,
    /// What is settled is worth so much.
    value: f64,
    exact: i128,
    settled: Selection,
}

impl Settled {
    /// Takes out candidates that are left out, or have one start and one split: those are paid beforehand. None where a row
    /// does not allow that.
    fn of(whole: &Instance, open: &Domains) -> Option<Self> {
        let mut instance = Instance { items: Vec::new(), ..whole.clone() };
        let mut place = vec![None; whole.items.len()];
        let mut items = Vec::new();
        let (mut value, mut exact) = (0.0, 0);
        let mut settled: Selection = vec![None; whole.items.len()];
        for (item, state) in open.items.iter().enumerate() {
            let one = state.starts.is_power_of_two() && open.least(item) == open.most(item);
            if state.starts != 0 && (state.out || !one) {
                place[item] = Some(items.len());
                items.push(u32::try_from(item).ok()?);
                instance.items.push(whole.items[item].clone());
            } else if state.starts != 0 {
                let start = u8::try_from(state.starts.trailing_zeros()).ok()?;
                let chosen = Chosen { start, shares: open.least(item).to_vec() };
                let it = &whole.items[item];
                value += it.value;
                exact += if whole.objective_at_least.is_some() { -it.bill } else { it.worth };
                instance.pay(it, &chosen);
                settled[item] = Some(chosen);
            }
        }
        let mut touched = vec![false; whole.rows.len()];
        let mut places = vec![u32::MAX; whole.rows.len()];
        each_term(&mut instance, |term| touched[term.row as usize] = true);
        let rows: Vec<u32> = (0..).zip(&touched).filter(|(_, touched)| **touched).map(|(row, _)| row).collect();
        rows.iter().zip(0..).for_each(|(&row, at)| places[row as usize] = at);
        each_term(&mut instance, |term| term.row = places[term.row as usize]);
        let mut keep = touched.iter();
        instance.rows.retain(|_| keep.next().copied().unwrap_or(false));
        let moved = |row: Option<u32>| row.map(|row| places[row as usize]).filter(|row| *row != u32::MAX);
        instance.budget_rows.iter_mut().flatten().for_each(|row| *row = moved(*row));
        for item in &mut instance.items {
            // What a candidate that is left out needs is looked after by rows, as is what is needed by one that is in.
            item.needs = item.needs.iter().filter_map(|&needed| place[needed]).collect();
        }
        Some(Self { instance, items, rows, value, exact, settled })
    }
}

/// All coefficients of candidates and switches.
fn each_term(instance: &mut Instance, mut with: impl FnMut(&mut Term)) {
    for start in instance.items.iter_mut().flat_map(|item| &mut item.starts) {
        start.fixed.iter_mut().chain(start.per_share.iter_mut().flatten()).for_each(&mut with);
    }
    instance.switches.iter_mut().flat_map(|switch| &mut switch.terms).for_each(with);
}

impl Instance {
    /// Takes what a chosen candidate pays and adds out of budgets and rows.
    fn pay(&mut self, item: &crate::optimise::instance::Item, chosen: &Chosen) {
        let start = &item.starts[usize::from(chosen.start)];
        let mut add = |term: &Term, times: u8| {
            let row = &mut self.rows[term.row as usize];
            row.exact -= term.exact * i128::from(times);
            row.rhs -= term.value * f64::from(times);
        };
        start.fixed.iter().for_each(|term| add(term, 1));
        for (terms, &share) in start.per_share.iter().zip(&chosen.shares) {
            terms.iter().for_each(|term| add(term, share));
        }
        for (budgets, &share) in self.budgets.iter_mut().zip(&chosen.shares) {
            for (budget, percent) in budgets.iter_mut().skip(start.year).zip(&item.yearly) {
                *budget -= percent * i128::from(share);
            }
        }
        if let Some(least) = &mut self.objective_at_least {
            *least -= item.worth;
        }
    }
}
