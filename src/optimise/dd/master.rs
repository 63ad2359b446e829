//! The master problem of the Dantzig–Wolfe decomposition, by the primal simplex method with implicit columns.
//!
//! Its rows are the linking rows and one row `Σ λ = 1` for each diagram and each switch; its columns are slacks and the
//! paths that are found when they are needed. Only the basis is kept: a dense inverse, and for each position a slack, a path
//! or an artificial. The right-hand sides are perturbed upwards by about a millionth, so that degenerate bases, of which the ties
//! make many, do not stall it; bounds are always computed with the true right-hand sides ([`super::bounding`]).
//!
//! Branching never touches the right-hand sides. The basis of the parent therefore stays feasible for the child: a path that the
//! child forbids stays in the basis at a penalty until it has left.
//!
//! Sources: Dantzig and Wolfe, *Decomposition principle for linear programs*, 1960; Barnhart et al., *Branch-and-price*,
//! 1998; Bazaraa, Jarvis and Sherali, *Linear Programming and Network Flows*, 2010, chapters 5 and 7.

use std::sync::Arc;

use super::column::Column;
use crate::optimise::work;

/// What is in the basis.
#[derive(Debug, Clone)]
pub(crate) enum Basic {
    /// The slack of a row.
    Slack(usize),
    /// How far a row is broken.
    Broken,
    /// A path.
    Path(Arc<Column>),
}

/// The simplex method.
#[derive(Debug)]
pub(crate) struct Master {
    size: usize,
    rows: usize,
    /// Row by row: the inverse of the basis.
    inverse: Vec<f64>,
    /// By position.
    pub basis: Vec<Basic>,
    /// By position: the value of the basic variable.
    pub values: Vec<f64>,
    /// By position: its worth, penalties included.
    costs: Vec<f64>,
    /// By position: whether it has to leave the basis.
    unwanted: Vec<bool>,
    /// By row: the multipliers; those of the convexity rows follow.
    pub duals: Vec<f64>,
    rhs: Vec<f64>,
    penalty: f64,
    pivots: usize,
    direction: Vec<f64>,
}

impl Clone for Master {
    fn clone(&self) -> Self {
        Self {
            inverse: self.inverse.clone(),
            basis: self.basis.clone(),
            values: self.values.clone(),
            costs: self.costs.clone(),
            unwanted: self.unwanted.clone(),
            duals: self.duals.clone(),
            rhs: self.rhs.clone(),
            direction: self.direction.clone(),
            ..*self
        }
    }

    /// Takes over another one in the memory that is there: every probe of a child begins with this.
    fn clone_from(&mut self, other: &Self) {
        self.inverse.clone_from(&other.inverse);
        self.basis.clone_from(&other.basis);
        self.values.clone_from(&other.values);
        self.costs.clone_from(&other.costs);
        self.unwanted.clone_from(&other.unwanted);
        self.duals.clone_from(&other.duals);
        self.rhs.clone_from(&other.rhs);
        self.direction.clone_from(&other.direction);
        (self.size, self.rows, self.penalty, self.pivots) = (other.size, other.rows, other.penalty, other.pivots);
    }
}

/// Asked whether to stop.
pub(super) type Tick<'a> = &'a mut dyn FnMut() -> bool;

/// Whether to stop is asked after about so many steps.
const OFTEN: usize = 1_000_000;

/// Reduced costs below this are taken for 0.
const TINY: f64 = 1e-9;
/// After so many pivots the inverse is made afresh.
const REFACTOR: usize = 400;

impl Master {
    /// A basis of slacks and the given first path of each block. Rows that these break get an artificial.
    pub fn new(rhs: &[f64], first: Vec<Arc<Column>>) -> Self {
        let rows = rhs.len();
        let size = rows + first.len();
        let mut perturbed: Vec<f64> = rhs.to_vec();
        let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
        for rhs in &mut perturbed {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let random = f64::from(u32::try_from(seed >> 33).unwrap_or(0)) / f64::from(u32::MAX >> 1);
            *rhs += 1e-6 * (0.5 + 0.5 * random) * rhs.abs().max(1.0);
        }
        perturbed.extend(first.iter().map(|_| 1.0));
        let basis = (0..rows).map(Basic::Slack).chain(first.into_iter().map(Basic::Path)).collect();
        let mut it = Self {
            size,
            rows,
            inverse: vec![0.0; size * size],
            basis,
            values: vec![0.0; size],
            costs: vec![0.0; size],
            unwanted: vec![false; size],
            duals: vec![0.0; size],
            rhs: perturbed,
            penalty: 1.0,
            pivots: 0,
            direction: vec![0.0; size],
        };
        it.refactor(&mut || false);
        it
    }

    /// The penalty for what must leave the basis.
    pub fn penalty(&self) -> f64 {
        self.penalty
    }

    /// Marks what must leave the basis, and sets what it costs to stay.
    pub fn punish(&mut self, penalty: f64, mut is_open: impl FnMut(&Column) -> bool) {
        self.penalty = penalty;
        for at in 0..self.size {
            let (cost, unwanted) = match &self.basis[at] {
                Basic::Slack(_) => (0.0, false),
                Basic::Broken => (-penalty, true),
                Basic::Path(column) => {
                    let unwanted = !is_open(column.as_ref());
                    (if unwanted { column.value - penalty } else { column.value }, unwanted)
                }
            };
            self.costs[at] = cost;
            self.unwanted[at] = unwanted;
        }
        self.price();
    }

    /// How much of what must leave the basis is still there.
    pub fn unwanted(&self) -> f64 {
        self.values.iter().zip(&self.unwanted).filter(|(_, unwanted)| **unwanted).map(|(value, _)| value.max(0.0)).sum()
    }

    /// The worth of the basic solution, penalties included.
    pub fn worth(&self) -> f64 {
        self.costs.iter().zip(&self.values).map(|(cost, value)| cost * value).sum()
    }

    /// How many positions its basis has.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The basis as it is, to come back to.
    pub fn basis(&self) -> Vec<Basic> {
        self.basis.clone()
    }

    /// Comes back to a basis.
    pub fn restore(&mut self, basis: Vec<Basic>, tick: Tick<'_>) {
        self.basis = basis;
        self.refactor(tick);
    }

    /// Takes over the basis of another problem. A path that makes it infeasible is turned round, and driven out as what
    /// is broken.
    pub fn adopt(&mut self, basis: Vec<Basic>, tick: Tick<'_>) {
        self.restore(basis, tick);
        let size = self.size;
        for at in 0..size {
            if self.values[at] < -1e-7
                && let Basic::Path(_) = self.basis[at]
            {
                for entry in &mut self.inverse[at * size..(at + 1) * size] {
                    *entry = -*entry;
                }
                self.values[at] = -self.values[at];
                self.basis[at] = Basic::Broken;
            }
        }
    }

    /// What a path would gain for each unit of it.
    pub fn reduced_cost(&self, column: &Column) -> f64 {
        let priced: f64 = column.terms.iter().map(|&(row, term)| term * self.duals[row as usize]).sum();
        column.value - priced - self.duals[self.rows + column.block]
    }

    /// Brings the slack with the most negative multiplier into the basis; whether there was one.
    pub fn enter_slack(&mut self, tick: Tick<'_>) -> bool {
        let mut best = (-TINY, None);
        for (row, &dual) in self.duals[..self.rows].iter().enumerate() {
            if dual < best.0 {
                best = (dual, Some(row));
            }
        }
        let Some(row) = best.1 else { return false };
        for at in 0..self.size {
            self.direction[at] = self.inverse[at * self.size + row];
        }
        self.pivot(Basic::Slack(row), 0.0, -best.0, tick)
    }

    /// Brings a path into the basis if that gains; whether it did.
    pub fn enter(&mut self, column: &Arc<Column>, tick: Tick<'_>) -> bool {
        let gain = self.reduced_cost(column);
        if gain <= TINY {
            return false;
        }
        let convexity = self.rows + column.block;
        work::done(self.size * column.terms.len() * 2);
        for at in 0..self.size {
            let line = &self.inverse[at * self.size..(at + 1) * self.size];
            let sum: f64 = column.terms.iter().map(|&(row, term)| term * line[row as usize]).sum();
            self.direction[at] = sum + line[convexity];
        }
        self.pivot(Basic::Path(Arc::clone(column)), column.value, gain, tick)
    }

    /// Exchanges what enters along `direction` for what reaches 0 first.
    fn pivot(&mut self, entering: Basic, cost: f64, gain: f64, tick: Tick<'_>) -> bool {
        let mut leaving: Option<(f64, usize)> = None;
        for at in 0..self.size {
            let step = self.direction[at];
            if step > 1e-8 {
                let ratio = self.values[at].max(0.0) / step;
                let better = leaving.is_none_or(|(least, best)| {
                    ratio < least - 1e-12 || (ratio <= least + 1e-12 && step > self.direction[best])
                });
                if better {
                    leaving = Some((ratio, at));
                }
            }
        }
        let Some((ratio, out)) = leaving else { return false };
        self.eliminate(out);
        for at in 0..self.size {
            if at != out {
                self.values[at] -= ratio * self.direction[at];
            }
        }
        self.values[out] = ratio;
        self.basis[out] = entering;
        self.costs[out] = cost;
        self.unwanted[out] = false;
        let line = &self.inverse[out * self.size..(out + 1) * self.size];
        for (dual, entry) in self.duals.iter_mut().zip(line) {
            *dual += gain * entry;
        }
        self.pivots += 1;
        if self.pivots >= REFACTOR {
            self.refactor(tick);
        }
        true
    }

    /// Makes the `out`-th column of the basis the one whose image is `direction`.
    fn eliminate(&mut self, out: usize) {
        let size = self.size;
        work::done(size * size);
        let inverse = 1.0 / self.direction[out];
        let (before, rest) = self.inverse.split_at_mut(out * size);
        let (line, after) = rest.split_at_mut(size);
        for entry in line.iter_mut() {
            *entry *= inverse;
        }
        let lines = before.chunks_exact_mut(size).chain(after.chunks_exact_mut(size));
        let steps = self.direction[..out].iter().chain(&self.direction[out + 1..]);
        for (other, &step) in lines.zip(steps) {
            if step != 0.0 {
                for (entry, pivot) in other.iter_mut().zip(line.iter()) {
                    *entry -= step * pivot;
                }
            }
        }
    }

    /// Makes the inverse afresh from the basis. A basis that has become singular, or infeasible by more than rounding, is
    /// completed with slacks and artificials. `tick` says when to stop: what is left then is a basis like any other, but not the
    /// one that was asked for.
    fn refactor(&mut self, tick: Tick<'_>) {
        let size = self.size;
        let punished: Vec<Arc<Column>> = self.punished();
        let wanted = std::mem::replace(&mut self.basis, (0..self.rows).map(Basic::Slack).collect());
        self.basis.extend((0..size - self.rows).map(|_| Basic::Broken));
        self.inverse.fill(0.0);
        for at in 0..size {
            self.inverse[at * size + at] = 1.0;
        }
        self.pivots = 0;
        let mut free: Vec<bool> = vec![true; size];
        let mut paths = Vec::new();
        for basic in wanted {
            match basic {
                Basic::Slack(row) => free[row] = false,
                Basic::Broken => {}
                Basic::Path(column) => paths.push(column),
            }
        }
        // Blocks with few paths first: their convexity rows are then pivots without fill.
        paths.sort_by_key(|column| column.block);
        let mut since = 0;
        for column in paths {
            since += size * size;
            if since > OFTEN {
                since = 0;
                if tick() {
                    break;
                }
            }
            self.place(&column, &mut free);
        }
        for at in 0..size {
            let line = &self.inverse[at * size..(at + 1) * size];
            self.values[at] = line.iter().zip(&self.rhs).map(|(entry, rhs)| entry * rhs).sum();
        }
        self.mend();
        let is_punished = |column: &Column| punished.iter().any(|it| std::ptr::eq(Arc::as_ptr(it), column));
        self.punish(self.penalty, |column| !is_punished(column));
    }

    /// The paths that have to leave the basis.
    fn punished(&self) -> Vec<Arc<Column>> {
        let all = self.basis.iter().zip(&self.unwanted).filter(|(_, unwanted)| **unwanted);
        all.filter_map(|(basic, _)| if let Basic::Path(column) = basic { Some(Arc::clone(column)) } else { None })
            .collect()
    }

    fn place(&mut self, column: &Arc<Column>, free: &mut [bool]) {
        let convexity = self.rows + column.block;
        let size = self.size;
        work::done(size * column.terms.len() * 2);
        for at in 0..size {
            let line = &self.inverse[at * size..(at + 1) * size];
            let sum: f64 = column.terms.iter().map(|&(row, term)| term * line[row as usize]).sum();
            self.direction[at] = sum + line[convexity];
        }
        let place = if free[convexity] && self.direction[convexity].abs() > 1e-6 {
            Some(convexity)
        } else {
            let open = (0..size).filter(|&at| free[at] && self.direction[at].abs() > 1e-9);
            open.max_by(|&a, &b| self.direction[a].abs().total_cmp(&self.direction[b].abs()))
        };
        if let Some(place) = place {
            free[place] = false;
            self.eliminate(place);
            self.basis[place] = Basic::Path(Arc::clone(column));
        }
    }

    /// Turns what is negative into artificials of the right sign. Only slacks and convexity rows without a path can be:
    /// paths are feasible by construction, up to rounding.
    fn mend(&mut self) {
        for at in 0..self.size {
            if self.values[at] < -1e-7
                && let Basic::Slack(_) = self.basis[at]
            {
                let size = self.size;
                for entry in &mut self.inverse[at * size..(at + 1) * size] {
                    *entry = -*entry;
                }
                self.values[at] = -self.values[at];
                self.basis[at] = Basic::Broken;
            }
        }
    }

    /// The multipliers from the costs.
    fn price(&mut self) {
        self.duals.fill(0.0);
        work::done(self.size * self.size);
        for (at, &cost) in self.costs.iter().enumerate() {
            if cost != 0.0 {
                let line = &self.inverse[at * self.size..(at + 1) * self.size];
                for (dual, entry) in self.duals.iter_mut().zip(line) {
                    *dual += cost * entry;
                }
            }
        }
    }
}
