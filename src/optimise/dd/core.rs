//! The core of a long list: what multipliers settle before the search begins.
//!
//! Candidates that move no service are alone: under multipliers each of them, or each group of which at most one may be
//! chosen, is worth what its best plan is worth. A long list of such candidates has few rows beside its groups (budgets of a few
//! years), so that the best multipliers are found in some dozen passes, without a row for each group: the multiplier of a
//! group is what its best member is worth ([`Groups::multipliers`]), which is Dantzig's bound for multiple-choice knapsacks. Against a
//! good portfolio they settle nearly all of the list; what is left is the core, a few dozen candidates around the one at which the
//! money runs out. It is searched like any other case, in which what is settled is a constant.
//!
//! The record of the search begins with these multipliers and what they settle, so that a proof needs nothing else.
//!
//! Sources: Dantzig, *Discrete-variable extremum problems*, 1957; Balas and Zemel, *An algorithm for large zero-one knapsack
//! problems*, 1980; Sinha and Zoltners, *The multiple-choice knapsack problem*, 1979; Kelley, *The cutting-plane method for
//! solving convex programs*, 1960.

use super::bounding::{LEFT_OUT, Pass, best_plan, split};
use super::clock::State;
use super::diagram::NONE;
use super::enumeration::enumerate;
use super::fixing::settle;
use super::groups::Groups;
use super::layout::Layout;
use super::problem::Problem;
use super::propagation::Propagation;
use super::record::{Entry, Record, Sparse, sparse};
use super::search::{Search, Tree, cutoff};
use crate::model::order::InOrder as _;
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::{Decision, Domains, Open};
use crate::optimise::instance::plan::{Selection, judge};
use crate::optimise::instance::settled::Settled;

/// A list of which a larger part stays open, in percent, is searched as it is.
const LARGEST: usize = 70;
/// This many candidates around the one at which the money runs out are searched for a good portfolio, with this many nodes.
const AROUND: usize = if cfg!(test) { 4 } else { 80 };
const NODES: u64 = 400;

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
        let Settled { instance, items, rows, value, exact, chosen } = Settled::of(&problem.instance, left)?;
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
        Some(Self { problem, open, value, exact, settled: chosen, items, rows })
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
    /// The core of a problem, given a portfolio; `None` if the problem is no long list, or most of it stays open. `tick`
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
            let tried = around_the_break(&groups, problem, open, base, tick);
            better([known, Groups::greedy(layout, open, first), tried], instance)?
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

    /// The multipliers of all rows with the lowest bound.
    pub fn prices(&self) -> &[f64] {
        self.fixed.first().map_or(&[], |(prices, _)| prices)
    }

    /// Gives a search of the core the best that there is, without a tree; `None` where there is too much to look at.
    pub fn enumerate(&self, search: &mut Search) -> Option<()> {
        let problem = search.problem;
        let all = self.prices();
        let prices: Vec<f64> = self.inner.rows.iter().map(|&row| all[row as usize]).collect();
        let better = {
            let (state, tick) = (search.state, &mut *search.tick);
            let known: (_, &dyn Fn(i128) -> f64) = (search.highest, &|worth| cutoff(problem, worth));
            let case = (&problem.instance, &problem.layout);
            enumerate(case, &self.inner.open, &prices, known, &mut || tick(&state))?
        };
        if let Some((selection, _)) = better {
            search.offer(&selection);
        }
        Some(())
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

/// A portfolio that is the best of its surroundings: what the multipliers are sure of is as they say, and the
/// candidates around the one at which the money runs out are searched.
fn around_the_break(
    groups: &Groups,
    problem: &Problem,
    open: &Domains,
    prices: &[f64],
    tick: &mut dyn FnMut() -> bool,
) -> Option<Selection> {
    let (instance, layout) = (&problem.instance, &problem.layout);
    let mut left = open.clone();
    let mut sure = Vec::new();
    for (_, items) in &groups.all {
        let worth = |&item: &usize| best_plan(instance, layout, open, prices, item);
        let mut all: Vec<(f64, u8, usize)> = items.iter().map(|item| (worth(item).0, worth(item).1, *item)).collect();
        all.retain(|(_, start, _)| *start != LEFT_OUT);
        all.order_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        let best = all.first().map_or(0.0, |first| first.0.max(0.0));
        let second = all.get(1).map_or(0.0, |second| second.0.max(0.0));
        for (at, &(worth, start, item)) in all.iter().enumerate() {
            let chosen = at == 0 && worth > 0.0;
            let margin = if chosen { worth - second } else { best - worth };
            sure.push((margin, chosen.then_some(start), item));
        }
    }
    sure.order_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
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
