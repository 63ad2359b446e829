//! From candidates that are chosen to whole starts and whole percents with which every rule holds.
//!
//! Which candidates a relaxation chooses is often whole long before when they start and who pays are: it mixes starts and
//! splits so that the money of every ministry is just enough in every year. What is left then is a small problem of its own:
//! the same rows, no services, nobody who may be left out. It is searched from the surest side: the relaxation of that small
//! problem, in which every candidate is a diagram of one layer, says what fits together; then the starts are settled one by
//! one, the largest bills first, and after them the shares, so that small bills make up for what rounding large ones to
//! whole percents leaves. Each step is a handful of pivots on a small basis; when one leads nowhere, the last choice is made
//! the other way. One wrong turn at the top can cost any number of steps below it: after a while the search begins again from
//! the top in another order, and knows all conflicts that it has met.
//!
//! The order (most demanding first) and the way back are those of constraint programming: Haralick and Elliott, *Increasing
//! tree search efficiency for constraint satisfaction problems*, 1980. Source for settling by relaxations: Achterberg,
//! *Constraint Integer Programming*, 2007, chapter 9.

use std::collections::VecDeque;

use super::bounding::plan_worth;
use super::branching::WHOLE;
use super::layout::Layout;
use super::relaxation::{Fractions, Relaxation, Until};
use crate::optimise::instance::domains::{Decision, Domains};
use crate::optimise::instance::exact::FINE;
use crate::optimise::instance::plan::{Chosen, Selection, judge};
use crate::optimise::instance::rows::RowName;
use crate::optimise::instance::{Instance, Item, Switch};

/// This many passes for one step.
const PASSES: usize = 200;

/// No problem with more rows and candidates is looked into: its relaxation would take too much memory.
const LARGEST: usize = 4000;

/// A conflict is one only beyond this.
const CLEAR: f64 = 1e-6;

/// A chosen candidate that needs a start and a split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Wanted {
    /// The candidate.
    pub item: usize,
    /// The year, of those that count, by whose end it has to be in force at the latest.
    pub by: Option<usize>,
}

/// The candidates that a relaxation chooses for at least `least`, and those that are settled.
pub(crate) fn wanted(instance: &Instance, open: &Domains, fractions: &Fractions, least: f64) -> Vec<Wanted> {
    let chosen = |&item: &usize| {
        let state = open.items[item];
        state.starts != 0 && (state.is_in() || fractions.chosen[item] >= least)
    };
    let wanted = |item: usize| {
        let it = &instance.items[item];
        let half = 0.5 * fractions.chosen[item];
        let mut sum = 0.0;
        // The earlier it starts, the earlier it is in force: the year by which more than half of it is.
        let most = fractions.starts(item).iter().zip(&it.starts).find(|(part, _)| {
            sum += **part;
            sum > half
        });
        let by = most.map(|(_, start)| start.from).filter(|by| *by < instance.years.len());
        Wanted { item, by: by.filter(|_| !it.effects.is_empty()) }
    };
    (0..instance.items.len()).filter(chosen).map(wanted).collect()
}

/// What became of a search for starts and shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scheduled {
    /// These.
    Found(Selection),
    /// There are none: everything was tried.
    Never,
    /// None were found in this many steps, or it was told to stop.
    Unknown,
}

impl Scheduled {
    /// What was found.
    pub fn found(self) -> Option<Selection> {
        if let Self::Found(selection) = self { Some(selection) } else { None }
    }
}

/// Whole starts and shares for exactly these candidates, within what `open` leaves them, found in at most this many steps.
/// `tick` says when to stop.
///
/// [`Scheduled::Never`] is safe against rounding: something is given up for good only where multipliers prove that the small
/// problem, which is worth 0, is worth less than -1.
pub(crate) fn schedule(
    instance: &Instance,
    open: &Domains,
    wanted: &[Wanted],
    steps: usize,
    tick: &mut dyn FnMut() -> bool,
) -> Scheduled {
    let Some((small, starts)) = narrowed(instance, open, wanted) else { return Scheduled::Unknown };
    if small.rows.len() + small.items.len() > LARGEST {
        return Scheduled::Unknown;
    }
    let layout = Layout::of_chains(&small);
    let mut all = Domains::of(&small);
    if !all.settle_shares() {
        return Scheduled::Unknown;
    }
    let Some(mut relaxation) = Relaxation::new(&small, &layout, &all) else { return Scheduled::Unknown };
    let everything = all;
    let mut waiting = vec![everything.clone()];
    let mut haste = Haste::new(&small);
    let mut cuts = Cuts::new(&small);
    let mut everything_tried = true;
    let mut made = 0;
    while made < steps {
        let Some(mut open) = waiting.pop() else {
            return if everything_tried { Scheduled::Never } else { Scheduled::Unknown };
        };
        if !cuts.narrow(&mut open) {
            continue;
        }
        made += 1;
        if haste.is_over() {
            // Somewhere above was a wrong turn: from the top again in another order, with all conflicts that are known by now.
            haste.again(&small);
            waiting = vec![everything.clone()];
            everything_tried = true;
            continue;
        }
        let until = Until { cutoff: -1.0, passes: PASSES, close: 1.0 };
        let relaxed = relaxation.run((&small, &layout), &open, until, tick);
        if relaxed.stopped {
            return Scheduled::Unknown;
        }
        if relaxed.hopeless || relaxed.bound <= until.cutoff || relaxation.master.unwanted() > 1e-6 {
            if relaxed.bound <= until.cutoff && !relaxed.hopeless {
                let margin = relaxation.pass.margin_of(&small, &relaxed.prices);
                cuts.add(Cut::new(&small, &everything, &relaxed.prices, margin));
            } else {
                everything_tried &= relaxed.hopeless;
            }
            continue;
        }
        let fractions = relaxation.fractions(&small, &layout);
        if let Some((item, start)) = start_of(&haste.weights, &open, &fractions) {
            let mut other = open.clone();
            other.items[item].starts &= !(1 << start);
            open.items[item].starts = 1 << start;
            waiting.extend(Some(other).filter(|other| other.items[item].starts != 0));
            waiting.push(open);
        } else if let Some((item, ministry, share)) = share_of(&haste.weights, &open, &fractions) {
            waiting.extend(split(&open, item, ministry, share));
        } else if let Some(found) = whole(instance, wanted, &fractions, &starts) {
            return Scheduled::Found(found);
        } else {
            // Whole, and broken by less than the relaxation sees: the last choice the other way.
            everything_tried = false;
        }
    }
    Scheduled::Unknown
}

/// The first try takes this many steps; each later one takes more.
const FIRST: usize = 60;

/// Tries of growing length, each in another order: what a search from the largest bill down misses by one wrong turn at the
/// top, another order often finds at once (Gomes, Selman, Kautz, *Boosting combinatorial search through randomization*,
/// 1998). The first order is by bill, and all are fixed.
#[derive(Debug)]
struct Haste {
    /// How early each candidate is settled.
    weights: Vec<f64>,
    left: usize,
    length: usize,
    random: u64,
}

impl Haste {
    fn new(small: &Instance) -> Self {
        let weights = small.items.iter().map(|item| crate::optimise::instance::f64_of(item.bill)).collect();
        Self { weights, left: FIRST, length: FIRST, random: 0x9e37_79b9_7f4a_7c15 }
    }

    /// Whether this try is over. Takes one step of it.
    fn is_over(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left == 0
    }

    /// Begins another try.
    fn again(&mut self, small: &Instance) {
        self.length += self.length / 2;
        self.left = self.length;
        for (weight, item) in self.weights.iter_mut().zip(&small.items) {
            self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let part = f64::from(u32::try_from(self.random >> 33).unwrap_or(0)) / f64::from(u32::MAX >> 1);
            *weight = crate::optimise::instance::f64_of(item.bill) * (0.2 + part);
        }
    }
}

/// Why something does not fit: multipliers under which no choice that was open was worth as much as its rows ask for.
///
/// They hold for every choice, so that the same conflict is seen elsewhere without a relaxation, and choices that had no part in
/// it are not tried the other way in vain.
#[derive(Debug)]
struct Cut {
    /// What the rows leave, and what carrying over brings; with room for rounding.
    constant: f64,
    /// By start, the starts of one candidate behind those of the other.
    worth: Vec<f64>,
}

impl Cut {
    fn new(small: &Instance, everything: &Domains, prices: &[f64], margin: f64) -> Self {
        let rows: f64 = small.rows.iter().zip(prices).map(|(row, price)| row.rhs * price).sum();
        let carried = |switch: &Switch| {
            let worth: f64 = switch.terms.iter().map(|term| -term.value * prices[term.row as usize]).sum();
            worth.max(0.0)
        };
        let of_item = |item: usize| {
            let starts = 0..small.items[item].starts.len();
            starts.map(move |start| plan_worth(small, everything, prices, item, start))
        };
        Self {
            constant: rows + small.switches.iter().map(carried).sum::<f64>() + margin,
            worth: (0..small.items.len()).flat_map(of_item).collect(),
        }
    }

    /// Closes the starts that conflict with everything that is open; false when nothing fits. `starts` says how many starts each
    /// candidate has, `most` is room to compute in.
    fn narrows(&self, open: &mut Domains, starts: &[usize], most: &mut Vec<f64>) -> bool {
        most.clear();
        let mut slack = self.constant + CLEAR;
        let mut worth = self.worth.as_slice();
        for (state, &count) in open.items.iter().zip(starts) {
            let (own, others) = worth.split_at(count);
            worth = others;
            let mut best = f64::NEG_INFINITY;
            let mut left = state.starts;
            while left != 0 {
                best = own.get(left.trailing_zeros() as usize).map_or(best, |worth| best.max(*worth));
                left &= left - 1;
            }
            slack += best;
            most.push(best);
        }
        if slack < 0.0 {
            return false;
        }
        let mut worth = self.worth.as_slice();
        for ((state, &count), most) in open.items.iter_mut().zip(starts).zip(&*most) {
            let (own, others) = worth.split_at(count);
            worth = others;
            let mut left = state.starts;
            while left != 0 {
                let at = left.trailing_zeros();
                if own.get(at as usize).is_some_and(|worth| most - worth > slack) {
                    state.starts &= !(1 << at);
                }
                left &= left - 1;
            }
        }
        true
    }
}

/// This many conflicts are kept: those that were met last.
const CLASHES: usize = 64;

/// The conflicts that are known, the one that was met last first.
#[derive(Debug)]
struct Cuts {
    known: VecDeque<Cut>,
    /// How many starts each candidate has.
    starts: Vec<usize>,
    /// The most that each candidate can be worth with what is open: room to compute in.
    most: Vec<f64>,
}

impl Cuts {
    fn new(small: &Instance) -> Self {
        let starts = small.items.iter().map(|item| item.starts.len()).collect();
        Self { known: VecDeque::new(), starts, most: Vec::new() }
    }

    fn add(&mut self, cut: Cut) {
        self.known.truncate(CLASHES - 1);
        self.known.push_front(cut);
    }

    /// Closes the starts that conflict with everything that is open; false when nothing fits.
    fn narrow(&mut self, open: &mut Domains) -> bool {
        for at in 0..self.known.len() {
            if !self.known[at].narrows(open, &self.starts, &mut self.most) {
                // What conflicts here is likely to conflict nearby.
                if let Some(cut) = self.known.remove(at) {
                    self.known.push_front(cut);
                }
                return false;
            }
        }
        true
    }
}

/// The problem of these candidates alone: all of them chosen, nothing but their starts and shares to settle. With it which
/// start of the candidate each of its starts is.
fn narrowed(instance: &Instance, open: &Domains, wanted: &[Wanted]) -> Option<(Instance, Vec<Vec<u8>>)> {
    let starts = |wanted: &Wanted| -> Vec<u8> {
        let it = &instance.items[wanted.item];
        let mut mask = open.items[wanted.item].starts & wanted.by.map_or(u64::MAX, |by| it.by_year[by]);
        // What wears off is to be there still.
        let there = it
            .effects
            .iter()
            .map(|&at| &instance.effects[at])
            .filter(|effect| effect.lasts.is_some() && wanted.by == Some(instance.services[effect.service].year));
        there.for_each(|effect| mask = if mask & effect.on == 0 { mask } else { mask & effect.on });
        (0..it.starts.len()).filter(|at| mask & (1 << at) != 0).filter_map(|at| u8::try_from(at).ok()).collect()
    };
    let starts: Vec<Vec<u8>> = wanted.iter().map(starts).collect();
    let item = |(wanted, starts): (&Wanted, &Vec<u8>)| {
        let it = &instance.items[wanted.item];
        let starts: Vec<_> = starts.iter().map(|&at| it.starts[usize::from(at)].clone()).collect();
        (!starts.is_empty()).then(|| Item {
            locked_in: true,
            value: 0.0,
            points: 0.0,
            worth: 0,
            bill: it.bill,
            starts,
            by_year: Vec::new(),
            least: open.least(wanted.item).to_vec(),
            most: open.most(wanted.item).to_vec(),
            effects: Vec::new(),
            yearly: Vec::new(),
            needs: Vec::new(),
            wears_off: false,
        })
    };
    let items: Vec<Item> = wanted.iter().zip(&starts).map(item).collect::<Option<_>>()?;
    let mut small = Instance {
        items,
        years: instance.years.clone(),
        services: Vec::new(),
        effects: Vec::new(),
        switches: instance.switches.iter().filter(|switch| !switch.whole && switch.value <= 0.0).cloned().collect(),
        rows: instance.rows.clone(),
        money_places: instance.money_places,
        ministries: instance.ministries,
        budgets: Vec::new(),
        carries: Vec::new(),
        targets: Vec::new(),
        domain_floors: Vec::new(),
        count_row: None,
        targets_needed: 0,
        budget_rows: Vec::new(),
        worst: 0.0,
        fineness: FINE,
        objective_at_least: None,
        above: Vec::new(),
        least: None,
        late: Vec::new(),
    };
    let about_money_and_time = |name: RowName| {
        !matches!(
            name,
            RowName::Tie { .. }
                | RowName::Member { .. }
                | RowName::Target(_)
                | RowName::DomainsAtTarget
                | RowName::DomainFloor(_)
                | RowName::Objective
                | RowName::Least(_)
        )
    };
    let keep: Vec<bool> = small.rows.iter().map(|row| about_money_and_time(row.name)).collect();
    small.keep_rows(&keep);
    small.finish().ok()?;
    Some((small, starts))
}

/// The candidate with the largest bill whose starts are mixed, and the start it has most of.
fn start_of(weights: &[f64], open: &Domains, fractions: &Fractions) -> Option<(usize, usize)> {
    let most = |item: usize| {
        let starts = fractions.starts(item).iter().enumerate();
        starts.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0))).map_or((0, 0.0), |(at, part)| (at, *part))
    };
    let mixed = (0..weights.len()).filter(|&item| open.items[item].starts.count_ones() > 1);
    let mixed = mixed.filter(|&item| most(item).1 < 1.0 - WHOLE);
    let item = mixed.max_by(|&a, &b| weights[a].total_cmp(&weights[b]).then(b.cmp(&a)))?;
    Some((item, most(item).0))
}

/// The candidate with the largest bill of which a ministry pays no whole percent, that ministry, and its share.
fn share_of(weights: &[f64], open: &Domains, fractions: &Fractions) -> Option<(usize, usize, f64)> {
    let broken = |item: usize| {
        let shares = fractions.shares(item).iter().enumerate();
        let broken = shares.filter(|&(ministry, share)| {
            open.least(item)[ministry] < open.most(item)[ministry] && (share - share.round()).abs() > 1e-5
        });
        broken.map(|(ministry, share)| (item, ministry, *share)).next()
    };
    let all = (0..weights.len()).filter_map(broken);
    all.max_by(|a, b| weights[a.0].total_cmp(&weights[b.0]).then(b.0.cmp(&a.0)))
}

/// Three ways that cover every share: the nearest whole percent, and all that lies on either side of it. What is to be tried
/// first comes last: the nearest, then the side on which the share lies.
fn split(open: &Domains, item: usize, ministry: usize, share: f64) -> Vec<Domains> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let near = share.round().clamp(0.0, 100.0) as u8;
    let (Ok(index), Ok(payer)) = (u32::try_from(item), u8::try_from(ministry)) else { return Vec::new() };
    let narrowed = |decisions: &[Decision]| {
        let mut narrow = open.clone();
        let fine = decisions.iter().all(|&decision| narrow.apply(decision) && narrow.items[item].starts != 0);
        fine.then_some(narrow)
    };
    let below = near.checked_sub(1).and_then(|most| narrowed(&[Decision::ShareUpTo(index, payer, most)]));
    let above = narrowed(&[Decision::ShareFrom(index, payer, near + 1)]);
    let nearest = narrowed(&[Decision::ShareUpTo(index, payer, near), Decision::ShareFrom(index, payer, near)]);
    let sides = if share < f64::from(near) { [above, below] } else { [below, above] };
    sides.into_iter().chain([nearest]).flatten().collect()
}

/// The portfolio that a whole solution is, if it keeps every rule.
fn whole(instance: &Instance, wanted: &[Wanted], fractions: &Fractions, starts: &[Vec<u8>]) -> Option<Selection> {
    let mut selection: Selection = vec![None; instance.items.len()];
    for (at, wanted) in wanted.iter().enumerate() {
        let most = fractions.starts(at).iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let shares = fractions.shares(at).iter().map(|share| share.round().clamp(0.0, 100.0) as u8).collect();
        selection[wanted.item] = Some(Chosen { start: starts[at][most.0], shares });
    }
    judge(instance, &selection).map(|_| selection)
}
