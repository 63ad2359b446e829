//! The Lagrangian bound: price the linking rows, take the longest path through every diagram.
//!
//! With multipliers `π ≥ 0` for rows `Σ a x ≤ b`, every portfolio is worth at most
//! `L(π) = Σ π b + Σ over diagrams of the longest path under v - π a`. The paths are found by one backward pass; a forward
//! pass gives, for every layer, the longest path with it and without it (max-marginals), from which [`super::fixing`]
//! draws what can no longer be better than the best known.
//!
//! # Why a bound is safe against rounding
//!
//! `L(π)` holds for *any* multipliers that are not negative, so nothing depends on how exactly they were found. What is
//! left is the rounding of the pass itself. It only adds, subtracts and multiplies numbers that come from exact integers by
//! one rounding; the longest path takes maxima, which round nothing. A sum of `n` products in floating point differs from
//! the exact one by at most `γ = (n + 2)u / (1 - (n + 2)u)` times the sum of absolute values, `u = 2^-53` (Higham, *Accuracy
//! and Stability of Numerical Algorithms*, 2002, chapter 3). `n` is at most the number of all coefficients, and the
//! absolute values of any portfolio add up to at most `Σ π size + Σ |v|`, where `size` of a row is the sum of the largest
//! absolute coefficient of each variable and of the right-hand side. [`Pass::margin`] is that with a factor of 8 to spare;
//! a node is given up only when `L(π) + margin` is low enough.
//!
//! Sources: Beasley, *Lagrangean relaxation*, in Reeves (ed.), 1993; Bergman et al., 2016.

use super::diagram::{Diagram, NONE, Who};
use super::layout::Layout;
use super::reachable::Reachable;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::rows::Term;
use crate::optimise::instance::{Instance, Start};
use crate::optimise::work;

/// The best plan of a class of a candidate's layer at home: its worth, and its start. In class 0, which comes into force too late,
/// that may be to leave it out.
pub(crate) type Plan = (f64, u8);

/// "Not chosen" in place of a start.
pub(crate) const LEFT_OUT: u8 = u8::MAX;

/// The working memory of the passes over all diagrams.
#[derive(Debug, Clone)]
pub(crate) struct Pass {
    /// The best plans, candidate by candidate, class by class.
    plans: Vec<Plan>,
    /// Where those of each candidate begin, and where the last one's end.
    begins: Vec<usize>,
    /// By diagram: the worth of each layer's arcs, class by class.
    pub arcs: Vec<Vec<f64>>,
    /// By diagram and node: the longest path from there.
    pub back: Vec<Vec<f64>>,
    /// By diagram and node: the longest path to there.
    pub front: Vec<Vec<f64>>,
    /// By diagram: the nodes that a path can still go through.
    reachable: Vec<Reachable>,
    /// By switch: whether it is on, and its worth when on.
    pub switches: Vec<(bool, f64)>,
    /// The bound.
    pub bound: f64,
    /// How far rounding can have lowered the bound.
    pub margin: f64,
    unit: f64,
    size: f64,
}

impl Pass {
    /// Memory for the diagrams of a layout.
    pub fn new(instance: &Instance, layout: &Layout) -> Self {
        let mut begins = vec![0];
        let width = |item: usize| layout.width(item);
        begins.extend((0..instance.items.len()).map(width).scan(0, |sum, width| {
            *sum += width;
            Some(*sum)
        }));
        let per_start =
            |start: &Start| start.fixed.len() + start.per_share.iter().map(|terms| terms.len() * 2).sum::<usize>();
        let terms: usize = instance.items.iter().map(|item| item.starts.iter().map(per_start).max().unwrap_or(0)).sum();
        let rows = instance.rows.len() + instance.switches.len() * 2;
        let layers: usize =
            layout.diagrams.iter().map(|diagram| diagram.layers.len() + diagram.services.len() * 3).sum();
        let count = u32::try_from(terms + rows + layers + 16).unwrap_or(u32::MAX);
        Self {
            plans: vec![(NONE, LEFT_OUT); begins.last().copied().unwrap_or(0)],
            begins,
            arcs: layout.diagrams.iter().map(|diagram| vec![0.0; diagram.graph.width()]).collect(),
            back: layout.diagrams.iter().map(|diagram| vec![0.0; diagram.graph.size()]).collect(),
            front: layout.diagrams.iter().map(|diagram| vec![0.0; diagram.graph.size()]).collect(),
            reachable: layout.diagrams.iter().map(|_| Reachable::default()).collect(),
            switches: vec![(false, 0.0); instance.switches.len()],
            bound: 0.0,
            margin: 0.0,
            unit: f64::from(count) * 8.0 * f64::EPSILON,
            size: instance.size(),
        }
    }

    /// The bound under these multipliers, none of which is negative, for what is still open.
    pub fn run(&mut self, instance: &Instance, layout: &Layout, open: &Domains, prices: &[f64]) -> f64 {
        work::done(instance.items.len() * 50);
        let mut bound = 0.0;
        let mut size = self.size;
        for (row, &price) in instance.rows.iter().zip(prices) {
            bound += price * row.rhs;
            size += price * row.size;
        }
        for at in 0..instance.items.len() {
            price(instance, layout, open, prices, at, &mut self.plans[self.begins[at]..self.begins[at + 1]]);
        }
        for (at, switch) in instance.switches.iter().enumerate() {
            let worth = switch.value - sum(&switch.terms, prices);
            let open = open.switches[at];
            let on = open.on && (worth > 0.0 || !open.off) && !switch.terms.is_empty();
            self.switches[at] = (on, worth);
            if on {
                bound += worth;
            }
        }
        for (at, diagram) in layout.diagrams.iter().enumerate() {
            self.weigh(open, prices, at, diagram);
            self.reachable[at].follow(diagram, &self.arcs[at]);
            work::done(self.reachable[at].len() * 4);
            bound += self.longest(instance, open, prices, at, diagram);
        }
        self.bound = bound;
        self.margin = size * self.unit;
        bound
    }

    /// How far rounding can lower a bound with these multipliers.
    pub fn margin_of(&self, instance: &Instance, prices: &[f64]) -> f64 {
        let rows = instance.rows.iter().zip(prices).map(|(row, price)| price * row.size);
        (self.size + rows.sum::<f64>()) * self.unit
    }

    /// The bound with all rounding in its disfavour.
    pub fn safe(&self) -> f64 {
        self.bound + self.margin
    }

    /// The best plans of a candidate, class by class.
    pub fn plans(&self, item: usize) -> &[Plan] {
        &self.plans[self.begins[item]..self.begins[item + 1]]
    }

    /// What each arc of a diagram is worth.
    fn weigh(&mut self, open: &Domains, prices: &[f64], at: usize, diagram: &Diagram) {
        for (layer, who) in diagram.layers.iter().enumerate() {
            let arcs = &mut self.arcs[at][diagram.graph.classes(layer)];
            if let Who::Home(item) = who.who {
                let plans = &self.plans[self.begins[item]..self.begins[item + 1]];
                arcs.iter_mut().zip(plans).for_each(|(arc, plan)| *arc = plan.0);
                continue;
            }
            let classes = who.open(open);
            let mut paid = 0.0;
            for (class, arc) in arcs.iter_mut().enumerate() {
                let pays = |signal: usize| who.pays[signal].iter().map(|&row| prices[row as usize]).sum::<f64>();
                if !who.turns.patterns.is_empty() {
                    paid = who.turns.there(class).map(pays).sum();
                } else if let Some(signal) = class.checked_sub(1) {
                    paid += pays(signal);
                }
                *arc = if classes & (1 << class) != 0 { -paid } else { NONE };
            }
        }
    }

    /// The backward pass.
    fn longest(&mut self, instance: &Instance, open: &Domains, prices: &[f64], at: usize, diagram: &Diagram) -> f64 {
        let (back, reachable) = (&mut self.back[at], &self.reachable[at]);
        let first = diagram.graph.first_terminal();
        for &node in reachable.terminals() {
            let terminal = node as usize - first;
            let levels = &diagram.terminals[terminal];
            back[node as usize] = terminal_worth(instance, open, diagram, (terminal, levels), prices);
        }
        let mut open_arcs = Vec::new();
        for layer in (0..diagram.layers.len()).rev() {
            let (begin, next) = diagram.graph.layer(layer);
            let arcs = &self.arcs[at][diagram.graph.classes(layer)];
            // Where an arc is closed its child may not be reachable, and what stands there is of an earlier pass.
            if let &[off, on] = arcs {
                for &node in reachable.layer(layer) {
                    let arc = (node as usize - begin) * 2;
                    let without = back[next[arc] as usize] + off;
                    let with = back[next[arc + 1] as usize] + on;
                    back[node as usize] = if with > without { with } else { without };
                }
                continue;
            }
            open_classes(arcs, &mut open_arcs);
            for &node in reachable.layer(layer) {
                let arc = (node as usize - begin) * arcs.len();
                let mut best = NONE;
                for &(class, worth) in &open_arcs {
                    let here = back[next[arc + class] as usize] + worth;
                    if here > best {
                        best = here;
                    }
                }
                back[node as usize] = best;
            }
        }
        back[0]
    }

    /// The forward pass through one diagram, after [`Self::run`].
    pub fn forward(&mut self, diagrams: &[Diagram], at: usize) {
        let diagram = &diagrams[at];
        let front = &mut self.front[at];
        front.fill(NONE);
        front[0] = 0.0;
        let mut open_arcs = Vec::new();
        for layer in 0..diagram.layers.len() {
            let (begin, next) = diagram.graph.layer(layer);
            let arcs = &self.arcs[at][diagram.graph.classes(layer)];
            open_classes(arcs, &mut open_arcs);
            for &node in self.reachable[at].layer(layer) {
                let here = front[node as usize];
                let arc = (node as usize - begin) * arcs.len();
                for &(class, worth) in &open_arcs {
                    let child = &mut front[next[arc + class] as usize];
                    if here + worth > *child {
                        *child = here + worth;
                    }
                }
            }
        }
    }

    /// The longest path through one diagram for each class of a layer, after [`Self::forward`].
    pub fn by_class(&self, diagrams: &[Diagram], at: usize, layer: usize, best: &mut Vec<f64>) {
        let graph = &diagrams[at].graph;
        let (begin, next) = graph.layer(layer);
        let arcs = &self.arcs[at][graph.classes(layer)];
        best.clear();
        best.resize(arcs.len(), NONE);
        let (front, back) = (&self.front[at], &self.back[at]);
        let nodes = self.reachable[at].layer(layer);
        for (class, &worth) in arcs.iter().enumerate().filter(|(_, worth)| **worth != NONE) {
            for &node in nodes {
                let child = next[(node as usize - begin) * arcs.len() + class] as usize;
                let here = front[node as usize] + worth + back[child];
                if here > best[class] {
                    best[class] = here;
                }
            }
        }
    }

    /// What the longest path of a diagram is worth.
    pub fn best(&self, at: usize) -> f64 {
        self.back[at][0]
    }
}

/// The classes whose arcs are open, with what these are worth.
fn open_classes(arcs: &[f64], open: &mut Vec<(usize, f64)>) {
    open.clear();
    open.extend(arcs.iter().copied().enumerate().filter(|(_, worth)| *worth != NONE));
}

/// What a terminal is worth: the rewards of its levels, less what they add to rows.
fn terminal_worth(
    instance: &Instance,
    open: &Domains,
    diagram: &Diagram,
    (terminal, levels): (usize, &[usize]),
    prices: &[f64],
) -> f64 {
    let mut worth = 0.0;
    for end in &diagram.ends {
        let state = open.switches[end.switch];
        let (allowed, price) =
            if end.reached[terminal] { (state.on, prices[end.row as usize]) } else { (state.off, 0.0) };
        if !allowed {
            return NONE;
        }
        worth += price;
    }
    for (&service, &level) in diagram.services.iter().zip(levels) {
        let steps = &instance.services[service];
        if level < steps.floor {
            return NONE;
        }
        worth += steps.levels[level].value;
        for (row, terms) in &steps.terms {
            worth -= prices[*row as usize] * terms[level].value;
        }
    }
    worth
}

/// The best plans of a candidate, class by class.
fn price(instance: &Instance, layout: &Layout, open: &Domains, prices: &[f64], at: usize, plans: &mut [Plan]) {
    let state = open.items[at];
    plans.fill((NONE, LEFT_OUT));
    if state.out {
        plans[0].0 = 0.0;
    }
    let mut left = state.starts;
    while left != 0 {
        let start = left.trailing_zeros();
        left &= left - 1;
        let at_start = start as usize;
        let worth = plan_worth(instance, open, prices, at, at_start) + tied(layout, prices, at, at_start);
        let plan = &mut plans[usize::from(layout.classes[at][at_start])];
        if worth > plan.0 {
            *plan = (worth, u8::try_from(start).unwrap_or(LEFT_OUT));
        }
    }
}

/// The best plan of a candidate that is chosen.
pub(super) fn best_plan(instance: &Instance, layout: &Layout, open: &Domains, prices: &[f64], at: usize) -> Plan {
    let mut best = (NONE, LEFT_OUT);
    let mut left = open.items[at].starts;
    while left != 0 {
        let start = left.trailing_zeros();
        left &= left - 1;
        let worth = plan_worth(instance, open, prices, at, start as usize) + tied(layout, prices, at, start as usize);
        if worth > best.0 {
            best = (worth, u8::try_from(start).unwrap_or(LEFT_OUT));
        }
    }
    best
}

/// What a candidate with this start is paid for being in force.
pub(super) fn tied(layout: &Layout, prices: &[f64], at: usize, start: usize) -> f64 {
    let paid = layout.ties[at].iter().filter(|(_, starts)| starts & (1 << start) != 0);
    paid.map(|&(row, _)| prices[row as usize]).sum()
}

/// What a candidate is worth that starts then, with the cheapest split of its bill, ties apart.
pub(super) fn plan_worth(instance: &Instance, open: &Domains, prices: &[f64], at: usize, start: usize) -> f64 {
    let item = &instance.items[at];
    let plan = &item.starts[start];
    item.value - sum(&plan.fixed, prices) - split_cost(plan, open.least(at), open.most(at), prices)
}

fn sum(terms: &[Term], prices: &[f64]) -> f64 {
    terms.iter().map(|term| term.value * prices[term.row as usize]).sum()
}

/// The price of the cheapest split.
fn split_cost(plan: &Start, least: &[u8], most: &[u8], prices: &[f64]) -> f64 {
    match least.len() {
        1 => 100.0 * sum(&plan.per_share[0], prices),
        2 => {
            let (one, other) = (sum(&plan.per_share[0], prices), sum(&plan.per_share[1], prices));
            let share = f64::from(first_of_two(one, other, least, most));
            share * one + (100.0 - share) * other
        }
        _ => {
            let mut shares = least.to_vec();
            let costs: Vec<f64> = plan.per_share.iter().map(|terms| sum(terms, prices)).collect();
            fill(&costs, most, &mut shares);
            shares.iter().zip(&costs).map(|(&share, cost)| f64::from(share) * cost).sum()
        }
    }
}

/// What the first of two ministries pays in the cheapest split.
fn first_of_two(one: f64, other: f64, least: &[u8], most: &[u8]) -> u8 {
    if one <= other { most[0].min(100 - least[1]) } else { least[0].max(100 - most[1]) }
}

/// Gives what is left of 100 percent to the cheapest.
fn fill(costs: &[f64], most: &[u8], shares: &mut [u8]) {
    let mut left = 100_u8.saturating_sub(shares.iter().fold(0_u8, |sum, &share| sum.saturating_add(share)));
    let mut order: Vec<usize> = (0..costs.len()).collect();
    order.sort_by(|&a, &b| costs[a].total_cmp(&costs[b]).then(a.cmp(&b)));
    for at in order {
        let more = left.min(most[at].saturating_sub(shares[at]));
        shares[at] += more;
        left -= more;
    }
}

/// The cheapest split of a bill: the shares of all ministries, in whole percents.
pub(super) fn split(plan: &Start, least: &[u8], most: &[u8], prices: &[f64]) -> Vec<u8> {
    let costs: Vec<f64> = plan.per_share.iter().map(|terms| sum(terms, prices)).collect();
    if costs.len() == 2 {
        let share = first_of_two(costs[0], costs[1], least, most);
        return vec![share, 100 - share];
    }
    let mut shares = least.to_vec();
    fill(&costs, most, &mut shares);
    shares
}
