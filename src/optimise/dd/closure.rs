//! Candidates that require others, and one budget: bounds by minimum cuts.
//!
//! Where nothing links candidates but who requires whom and one row of money, the rows of the needs would make the basis of the
//! master problem large and its columns nearly empty. Under a multiplier of the money alone, what is worth choosing is a
//! *closure*: no candidate without all that it needs. The best one is a minimum cut, and the flow over a need is the
//! multiplier of its row, so that the bound is that of the master problem. The bound is convex in the one multiplier: between a closure that
//! costs too much and one that does not, the next multiplier is where both are worth the same, until no other is worth more.
//!
//! Sources: Picard, *Maximal closure of a graph and applications to combinatorial problems*, 1976; Dinic, *Algorithm for
//! solution of a problem of maximum flow in networks with power estimation*, 1970; Kelley, *The cutting-plane method for
//! solving convex programs*, 1960.

use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::{Domains, Open};
use crate::optimise::instance::plan::{Chosen, Selection};
use crate::optimise::instance::rows::RowName;
use crate::optimise::work;

/// With fewer needs the master problem is as quick. In tests all are many.
const MANY: usize = if cfg!(test) { 1 } else { 100 };
/// With more of them one cut takes longer than anybody who says stop should wait.
const MOST: usize = 20_000;
/// No more cuts for one bound: a few are enough, and any multipliers are good for a bound.
const CUTS: usize = 50;
/// Worths that differ by less, relative to them, are alike.
const ALIKE: f64 = 1e-10;

/// Candidates, what each is worth and costs, and who requires whom.
#[derive(Debug, Clone)]
pub(super) struct Closure {
    /// By candidate: what it is worth, and what it adds to the row that links all.
    value: Vec<f64>,
    cost: Vec<f64>,
    /// The row that links all, if there is one, and its right-hand side.
    row: Option<usize>,
    rhs: f64,
    /// The row of each need, with the coefficient of the one who needs.
    rows: Vec<(usize, f64)>,
    /// By candidate: what it needs.
    needs: Vec<Vec<usize>>,
    network: Network,
    /// What the last bound chooses, 0 to 1.
    pub chosen: Vec<f64>,
    /// A choice that keeps the row, if there is one.
    within: Option<Vec<bool>>,
}

/// A choice with its worth, and what it adds to the row that links all.
#[derive(Debug, Clone)]
struct Choice {
    chosen: Vec<bool>,
    value: f64,
    cost: f64,
}

impl Closure {
    /// `None` if anything else links candidates, or little does.
    pub fn of(instance: &Instance, open: &Domains) -> Option<Self> {
        let items = &instance.items;
        let settled = |item: usize| items[item].starts.len() < 2 && open.least(item) == open.most(item);
        let plain = instance.services.is_empty() && instance.switches.is_empty() && instance.above.is_empty();
        if !plain || instance.rows.len() < MANY || !(0..items.len()).all(settled) {
            return None;
        }
        let mut members: Vec<Vec<(usize, f64)>> = vec![Vec::new(); instance.rows.len()];
        for (at, item) in items.iter().enumerate() {
            let Some(start) = item.starts.first() else { continue };
            let shared = start.per_share.iter().zip(open.least(at)).flat_map(|(terms, &share)| {
                terms.iter().map(move |term| (term.row as usize, term.value * f64::from(share)))
            });
            let fixed = start.fixed.iter().map(|term| (term.row as usize, term.value));
            for (row, value) in fixed.chain(shared) {
                match members[row].last_mut() {
                    Some((last, sum)) if *last == at => *sum += value,
                    _ => members[row].push((at, value)),
                }
            }
        }
        let mut it = Self {
            value: items.iter().map(|item| item.value).collect(),
            cost: vec![0.0; items.len()],
            row: None,
            rhs: f64::INFINITY,
            rows: Vec::new(),
            needs: vec![Vec::new(); items.len()],
            network: Network::default(),
            chosen: vec![0.0; items.len()],
            within: None,
        };
        let (mut arcs, mut linking) = (Vec::new(), Vec::new());
        for (row, members) in members.into_iter().enumerate() {
            let rhs = instance.rows[row].rhs;
            match members[..] {
                [] => {}
                [(one, a), (other, b)] if rhs == 0.0 && a * b < 0.0 && (a + b).abs() < 1e-12 => {
                    let (needing, needed) = if a > 0.0 { (one, other) } else { (other, one) };
                    it.rows.push((row, a.abs()));
                    it.needs[needing].push(needed);
                    arcs.push((needing, needed));
                }
                // Nobody may be chosen who needs what cannot be: single rows see that.
                [_] if rhs == 0.0 => {}
                _ => linking.push((row, members)),
            }
        }
        // In the second stage money is what is saved: what does not cost more than a portfolio that is known is paid for.
        if linking.len() == 2 && instance.objective_at_least.is_some() {
            linking.retain(|(row, _)| instance.rows[*row].name == RowName::Objective);
        }
        if linking.len() > 1 {
            return None;
        }
        if let Some((row, members)) = linking.pop() {
            (it.row, it.rhs) = (Some(row), instance.rows[row].rhs);
            for (item, cost) in members {
                it.cost[item] = cost;
            }
        }
        if it.rows.len() < MANY || it.rows.len() > MOST {
            return None;
        }
        it.network = Network::new(items.len(), &arcs);
        Some(it)
    }

    /// Finds the multipliers of all rows with the lowest bound, beginning with those of `near`. `tick` is asked whether to
    /// stop with those that are found by then.
    pub fn lowest(&mut self, open: &Domains, near: &[f64], prices: &mut [f64], tick: &mut dyn FnMut() -> bool) {
        prices.fill(0.0);
        let rhs = self.rhs;
        let breaks = |choice: &Choice| choice.cost > rhs;
        let mut price = self.row.map_or(0.0, |row| near[row]);
        let mut high = self.cut(open, 1.0, price);
        let mut low = None;
        if price > 0.0 && !breaks(&high) {
            price = 0.0;
            low = Some(std::mem::replace(&mut high, self.cut(open, 1.0, price)));
        }
        if breaks(&high) {
            let mut lowest = low.unwrap_or_else(|| self.cut(open, 0.0, 1.0));
            if breaks(&lowest) {
                // Nothing keeps the row: its price says so.
                let all: f64 = self.value.iter().map(|value| value.abs()).sum();
                price = all * 1e3 / (lowest.cost - rhs).max(1e-9);
                high = self.cut(open, 1.0, price);
            } else {
                for _ in 0..CUTS {
                    price = ((high.value - lowest.value) / (high.cost - lowest.cost)).max(0.0);
                    let next = self.cut(open, 1.0, price);
                    let worth = |choice: &Choice| choice.value - price * choice.cost;
                    if worth(&next) <= worth(&lowest) + ALIKE * (1.0 + worth(&lowest).abs()) || tick() {
                        break;
                    }
                    let side = if breaks(&next) { &mut high } else { &mut lowest };
                    *side = next;
                }
            }
            low = Some(lowest);
        }
        // Both are worth the most: so is any mixture, and one just keeps the row.
        let low = low.filter(|low| breaks(&high) && !breaks(low)).unwrap_or_else(|| high.clone());
        let part = if breaks(&high) { (rhs - low.cost) / (high.cost - low.cost).max(1e-12) } else { 0.0 };
        for ((chosen, low), high) in self.chosen.iter_mut().zip(&low.chosen).zip(&high.chosen) {
            *chosen = part * f64::from(u8::from(*high)) + (1.0 - part) * f64::from(u8::from(*low));
        }
        self.within = (!breaks(&low)).then_some(low.chosen);
        if let Some(row) = self.row {
            prices[row] = price;
        }
        for (at, &(row, coefficient)) in self.rows.iter().enumerate() {
            prices[row] = self.network.over_need(at) / coefficient;
        }
    }

    /// The closure that is worth the most, of those that are open: so many times what each is worth, less the price of what
    /// it costs.
    fn cut(&mut self, open: &Domains, times: f64, price: f64) -> Choice {
        let costs = self.value.iter().zip(&self.cost);
        let worth: Vec<f64> = costs.map(|(value, cost)| times * value - price * cost).collect();
        let most: f64 = worth.iter().map(|worth| worth.abs()).sum();
        // What must be in is worth more than all others, what is out costs more.
        let forced = |(worth, state): (&f64, &Open)| {
            if state.starts == 0 {
                -2.0 * most - 1.0
            } else if state.out {
                *worth
            } else {
                worth + 2.0 * most + 1.0
            }
        };
        let worth: Vec<f64> = worth.iter().zip(&open.items).map(forced).collect();
        let chosen = self.network.closure(&worth);
        let sum = |of: &[f64]| of.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(value, _)| value).sum();
        Choice { value: sum(&self.value), cost: sum(&self.cost), chosen }
    }

    /// A candidate that is not chosen, with all that it needs and that is not chosen either.
    fn lacking(&self, item: usize, chosen: &[bool]) -> Vec<usize> {
        let mut all = vec![item];
        let mut at = 0;
        while let Some(&item) = all.get(at) {
            at += 1;
            for &need in &self.needs[item] {
                if !chosen[need] && !all.contains(&need) {
                    all.push(need);
                }
            }
        }
        all
    }

    /// A portfolio: what the last bound chooses within the budget, and then, with all that it lacks, whoever gives most for his
    /// money while there is any.
    pub fn portfolio(&self, open: &Domains) -> Option<Selection> {
        let mut chosen = self.within.clone()?;
        let mut left =
            self.rhs - self.cost.iter().zip(&chosen).filter(|(_, it)| **it).map(|(cost, _)| cost).sum::<f64>();
        loop {
            let mut best: Option<(f64, f64, Vec<usize>)> = None;
            for item in (0..chosen.len()).filter(|&item| !chosen[item] && self.value[item] > 0.0) {
                let all = self.lacking(item, &chosen);
                let sum = |of: &[f64]| all.iter().map(|&item| of[item]).sum::<f64>();
                let (value, cost) = (sum(&self.value), sum(&self.cost));
                let gain = value / cost.max(1e-9);
                let fits = cost <= left && value > 0.0 && all.iter().all(|&item| open.items[item].starts != 0);
                if fits && best.as_ref().is_none_or(|(most, ..)| gain > *most) {
                    best = Some((gain, cost, all));
                }
            }
            let Some((_, cost, all)) = best else { break };
            left -= cost;
            for item in all {
                chosen[item] = true;
            }
        }
        work::done(chosen.len() * 100);
        let plan = |item: usize| Chosen { start: 0, shares: open.least(item).to_vec() };
        Some(chosen.iter().enumerate().map(|(item, chosen)| chosen.then(|| plan(item))).collect())
    }
}

/// A network whose minimum cuts are the best closures: from the source to what is worth something, from there to what it needs,
/// and from what costs something to the sink.
#[derive(Debug, Clone, Default)]
struct Network {
    /// By node: its arcs. The candidates come first, then source and sink.
    arcs: Vec<Vec<usize>>,
    /// By arc: where it leads. Every second one is the one before it, backwards.
    to: Vec<usize>,
    /// By arc: what it can still take.
    left: Vec<f64>,
    /// By node: how far from the source.
    level: Vec<usize>,
    /// By node: the first arc that was not tried.
    next: Vec<usize>,
    tiny: f64,
}

const FAR: usize = usize::MAX;

impl Network {
    fn new(items: usize, needs: &[(usize, usize)]) -> Self {
        let mut it = Self {
            arcs: vec![Vec::new(); items + 2],
            level: vec![FAR; items + 2],
            next: vec![0; items + 2],
            ..Self::default()
        };
        for item in 0..items {
            it.arc(items, item);
            it.arc(item, items + 1);
        }
        for &(needing, needed) in needs {
            it.arc(needing, needed);
        }
        it.left = vec![0.0; it.to.len()];
        it
    }

    fn arc(&mut self, from: usize, to: usize) {
        self.arcs[from].push(self.to.len());
        self.arcs[to].push(self.to.len() + 1);
        self.to.extend([to, from]);
    }

    fn items(&self) -> usize {
        self.arcs.len() - 2
    }

    /// What flows over a need.
    fn over_need(&self, at: usize) -> f64 {
        self.left[4 * self.items() + 2 * at + 1]
    }

    /// The best closure: the side of the source.
    fn closure(&mut self, worth: &[f64]) -> Vec<bool> {
        let items = self.items();
        for (item, worth) in worth.iter().enumerate() {
            self.left[4 * item..4 * item + 4].copy_from_slice(&[worth.max(0.0), 0.0, (-worth).max(0.0), 0.0]);
        }
        for pair in self.left[4 * items..].chunks_exact_mut(2) {
            pair.copy_from_slice(&[f64::INFINITY, 0.0]);
        }
        self.tiny = 1e-14 * worth.iter().map(|worth| worth.abs()).sum::<f64>();
        while self.levels() {
            self.next.fill(0);
            self.block();
        }
        self.level[..items].iter().map(|&level| level != FAR).collect()
    }

    /// How far every node is from the source; whether the sink can be reached.
    fn levels(&mut self) -> bool {
        let (source, sink) = (self.items(), self.items() + 1);
        self.level.fill(FAR);
        self.level[source] = 0;
        let mut queue = vec![source];
        let mut at = 0;
        while let Some(&node) = queue.get(at) {
            at += 1;
            for &arc in &self.arcs[node] {
                let to = self.to[arc];
                if self.left[arc] > self.tiny && self.level[to] == FAR {
                    self.level[to] = self.level[node] + 1;
                    queue.push(to);
                }
            }
        }
        work::done(self.to.len());
        self.level[sink] != FAR
    }

    /// Fills all shortest paths.
    fn block(&mut self) {
        let (source, sink) = (self.items(), self.items() + 1);
        let mut path: Vec<usize> = Vec::new();
        loop {
            let node = path.last().map_or(source, |&arc| self.to[arc]);
            if node == sink {
                let most = path.iter().map(|&arc| self.left[arc]).fold(f64::INFINITY, f64::min);
                for &arc in &path {
                    self.left[arc] -= most;
                    self.left[arc ^ 1] += most;
                }
                let full = path.iter().position(|&arc| self.left[arc] <= self.tiny).unwrap_or(0);
                path.truncate(full);
                continue;
            }
            let leads = |&arc: &usize| self.left[arc] > self.tiny && self.level[self.to[arc]] == self.level[node] + 1;
            let tried = self.next[node];
            if let Some(more) = self.arcs[node][tried..].iter().position(leads) {
                self.next[node] = tried + more;
                path.push(self.arcs[node][tried + more]);
            } else {
                self.next[node] = self.arcs[node].len();
                self.level[node] = if node == source { 0 } else { FAR };
                if path.pop().is_none() {
                    return;
                }
            }
        }
    }
}
