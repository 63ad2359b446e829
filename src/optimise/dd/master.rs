//! The master problem of the Dantzig–Wolfe decomposition, by the primal simplex method with implicit columns.
//!
//! Its rows are the linking rows and one row `Σ λ = 1` for each diagram and each switch; its columns are slacks and the
//! paths that are found when they are needed. Only the basis is kept: a dense inverse, and for each position a slack, a path
//! or an artificial. The inverse is kept by columns: the image of what enters is a sum of a few of them, and a pivot leaves
//! alone those that have nothing in its row. The right-hand sides are perturbed upwards by about a millionth, so that
//! degenerate bases, of which the ties make many, do not stall it; bounds are always computed with the true right-hand sides
//! ([`super::bounding`]).
//!
//! Branching never touches the right-hand sides. The basis of the parent therefore stays feasible for the child: a path that the
//! child forbids stays in the basis at a penalty until it has left.
//!
//! # What keeps it right
//!
//! What leaves is chosen in two passes (Harris): how far one can go if every value may fall short by [`SHORT`], then the
//! largest pivot up to there; no pivot is below [`PIVOT`]. Where the inverse is made afresh a path goes to the row of its
//! diagram only if that pivot is a tenth of the largest, and what comes out negative is turned round and driven out like any
//! artificial. Then the basic values are not negative, the inverse times the basis is the identity, and the worth of the
//! basis is no higher than the bound of any pass: `is_sound` and the tests hold it to that.
//!
//! Sources: Dantzig and Wolfe, *Decomposition principle for linear programs*, 1960; Harris, *Pivot selection methods of the
//! Devex LP code*, 1973; Barnhart et al., *Branch-and-price*, 1998; Bazaraa, Jarvis and Sherali, *Linear Programming and
//! Network Flows*, 2010, chapters 5 and 7.

use crate::model::order::InOrder as _;
use std::sync::Arc;

use super::column::Column;
use crate::optimise::work;

/// What is in the basis.
#[derive(Debug, Clone)]
pub(crate) enum Basic {
    /// The slack of a row.
    Slack(usize),
    /// How far a row is broken: its unit column, turned round where the second is true.
    Broken(usize, bool),
    /// A path.
    Path(Arc<Column>),
    /// A path that would be negative, turned round: it has to leave like what is broken.
    Turned(Arc<Column>),
}

impl Basic {
    /// The same column with the other sign.
    fn turned(&self) -> Self {
        match self {
            Self::Slack(row) => Self::Broken(*row, true),
            Self::Broken(row, turned) => Self::Broken(*row, !turned),
            Self::Path(column) => Self::Turned(Arc::clone(column)),
            Self::Turned(column) => Self::Path(Arc::clone(column)),
        }
    }
}

/// The simplex method.
#[derive(Debug)]
pub(crate) struct Master {
    size: usize,
    rows: usize,
    /// Column by column: the inverse of the basis. The image of the unit column of row `r` is its `r`-th column.
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

/// Whether to stop is asked after about this many steps.
const OFTEN: usize = 1_000_000;

/// Reduced costs below this are taken for 0.
const TINY: f64 = 1e-9;
/// After this many pivots the inverse is made afresh.
const REFACTOR: usize = 400;
/// By so much a value may fall below 0 in one step, so that a larger pivot can be chosen.
const SHORT: f64 = 1e-9;
/// No smaller pivot is taken.
const PIVOT: f64 = 1e-7;
/// What is further below 0 after the inverse was made afresh is turned round.
const NEGATIVE: f64 = 1e-7;
/// A path goes to the row of its diagram if that pivot is at least this part of the largest.
const FITTING: f64 = 0.1;
/// Where no more than this part of the costs changes, the multipliers are changed and not made anew.
const FEW: usize = 16;

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

    /// Punishes what must leave the basis as another one does, from the next basis on.
    pub fn punish_like(&mut self, other: &Self) {
        self.penalty = other.penalty;
    }

    /// Marks what must leave the basis, and sets what it costs to stay.
    pub fn punish(&mut self, penalty: f64, mut is_open: impl FnMut(&Column) -> bool) {
        self.penalty = penalty;
        for (unwanted, basic) in self.unwanted.iter_mut().zip(&self.basis) {
            *unwanted = match basic {
                Basic::Slack(_) => false,
                Basic::Broken(..) | Basic::Turned(_) => true,
                Basic::Path(column) => !is_open(column.as_ref()),
            };
        }
        self.price_again();
    }

    /// How much of what must leave the basis is still there.
    pub fn unwanted(&self) -> f64 {
        self.values.iter().zip(&self.unwanted).filter(|(_, unwanted)| **unwanted).map(|(value, _)| value.max(0.0)).sum()
    }

    /// The worth of the basic solution, penalties included.
    pub fn worth(&self) -> f64 {
        self.costs.iter().zip(&self.values).map(|(cost, value)| cost * value).sum()
    }

    /// By how much the perturbed right-hand sides can raise the worth under these multipliers, with room for rounding.
    pub fn raised(&self, true_rhs: impl Iterator<Item = f64>, prices: &[f64]) -> f64 {
        let rows = self.rhs.iter().zip(true_rhs).zip(prices);
        rows.map(|((perturbed, rhs), price)| price * (perturbed - rhs + 1e-7 * rhs.abs())).sum()
    }

    /// Makes the inverse afresh, if anything was done since it last was; whether it did.
    pub fn afresh(&mut self, tick: Tick<'_>) -> bool {
        let stale = self.pivots > 0;
        if stale {
            self.refactor(tick);
        }
        stale
    }

    /// How many positions its basis has.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The basis as it is, to come back to.
    pub fn basis(&self) -> Vec<Basic> {
        self.basis.clone()
    }

    /// Comes back to a basis, or takes over that of another problem: what makes it infeasible is turned round, and driven out as
    /// what is broken.
    pub fn restore(&mut self, basis: Vec<Basic>, tick: Tick<'_>) {
        if self.size == 0 {
            // Bounds are found in another way.
            return;
        }
        self.unwanted.clear();
        self.unwanted.resize(basis.len(), false);
        self.basis = basis;
        self.refactor(tick);
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
        self.direction.copy_from_slice(&self.inverse[row * self.size..(row + 1) * self.size]);
        self.pivot(Basic::Slack(row), 0.0, -best.0, tick)
    }

    /// Brings a path into the basis if that gains; whether it did.
    pub fn enter(&mut self, column: &Arc<Column>, tick: Tick<'_>) -> bool {
        let gain = self.reduced_cost(column);
        if gain <= TINY {
            return false;
        }
        self.image(column);
        self.pivot(Basic::Path(Arc::clone(column)), column.value, gain, tick)
    }

    /// Sets `direction` to the image of a path.
    fn image(&mut self, column: &Column) {
        let size = self.size;
        work::done(size * (column.terms.len() + 1));
        let convexity = self.rows + column.block;
        self.direction.copy_from_slice(&self.inverse[convexity * size..(convexity + 1) * size]);
        for &(row, term) in &column.terms {
            let from = row as usize * size;
            for (sum, entry) in self.direction.iter_mut().zip(&self.inverse[from..from + size]) {
                *sum += term * entry;
            }
        }
    }

    /// Exchanges what enters along `direction` for what reaches 0 first.
    fn pivot(&mut self, entering: Basic, cost: f64, gain: f64, tick: Tick<'_>) -> bool {
        let mut far = f64::INFINITY;
        for (value, &step) in self.values.iter().zip(&self.direction) {
            if step > SHORT {
                far = far.min((value.max(0.0) + SHORT) / step);
            }
        }
        let mut leaving: Option<(f64, usize)> = None;
        for (at, (value, &step)) in self.values.iter().zip(&self.direction).enumerate() {
            if step >= PIVOT && value.max(0.0) <= far * step && leaving.is_none_or(|(largest, _)| step > largest) {
                leaving = Some((step, at));
            }
        }
        let Some((step, out)) = leaving else { return false };
        let ratio = self.values[out].max(0.0) / step;
        self.eliminate(out, gain);
        for (value, step) in self.values.iter_mut().zip(&self.direction) {
            *value -= ratio * step;
        }
        self.values[out] = ratio;
        self.basis[out] = entering;
        self.costs[out] = cost;
        self.unwanted[out] = false;
        self.pivots += 1;
        if self.pivots >= REFACTOR {
            self.refactor(tick);
        }
        true
    }

    /// Makes the `out`-th column of the basis the one whose image is `direction`, which gains so much for each unit.
    fn eliminate(&mut self, out: usize, gain: f64) {
        let size = self.size;
        let inverse = 1.0 / self.direction[out];
        let mut touched = 1;
        for (column, dual) in self.inverse.chunks_exact_mut(size.max(1)).zip(&mut self.duals) {
            if column[out] == 0.0 {
                continue;
            }
            touched += 1;
            let scaled = column[out] * inverse;
            for (entry, step) in column.iter_mut().zip(&self.direction) {
                *entry -= scaled * step;
            }
            column[out] = scaled;
            *dual += gain * scaled;
        }
        work::done(size * touched);
    }

    /// Makes the inverse afresh from the basis. A basis that has become singular, or infeasible by more than rounding, is
    /// completed with slacks and artificials. `tick` says when to stop: what is left then is a basis like any other, but not the
    /// one that was asked for.
    fn refactor(&mut self, tick: Tick<'_>) {
        let size = self.size;
        let unit = |at| if at < self.rows { Basic::Slack(at) } else { Basic::Broken(at, false) };
        let wanted = std::mem::replace(&mut self.basis, (0..size).map(unit).collect());
        let forbidden = std::mem::replace(&mut self.unwanted, vec![false; size]);
        self.inverse.fill(0.0);
        for at in 0..size {
            self.inverse[at * size + at] = 1.0;
        }
        self.pivots = 0;
        let mut free: Vec<bool> = vec![true; size];
        let mut paths = Vec::new();
        let mut of_block = vec![0; size - self.rows];
        for (basic, forbidden) in wanted.into_iter().zip(forbidden) {
            match basic {
                Basic::Slack(row) => free[row] = false,
                Basic::Broken(row, turned) => {
                    free[row] = false;
                    if turned {
                        self.inverse[row * size + row] = -1.0;
                    }
                    self.basis[row] = basic;
                }
                Basic::Path(ref column) | Basic::Turned(ref column) => {
                    of_block[column.block] += 1;
                    paths.push((column.block, basic, forbidden));
                }
            }
        }
        // Blocks with few paths first: their convexity rows are then pivots without fill.
        paths.order_by_key(|(block, ..)| (of_block[*block], *block));
        let mut since = 0;
        for (_, basic, forbidden) in paths {
            since += size * size;
            if since > OFTEN {
                since = 0;
                if tick() {
                    break;
                }
            }
            self.place(basic, forbidden, &mut free);
        }
        self.values.fill(0.0);
        for (column, rhs) in self.inverse.chunks_exact(size.max(1)).zip(&self.rhs) {
            for (value, entry) in self.values.iter_mut().zip(column) {
                *value += entry * rhs;
            }
        }
        self.turn_negative();
        self.price();
        debug_assert!(self.is_sound());
    }

    /// Puts a path back into the basis, unless it depends on what is there.
    fn place(&mut self, basic: Basic, forbidden: bool, free: &mut [bool]) {
        let (Basic::Path(column) | Basic::Turned(column)) = &basic else { return };
        let convexity = self.rows + column.block;
        self.image(&Arc::clone(column));
        if matches!(basic, Basic::Turned(_)) {
            self.direction.iter_mut().for_each(|entry| *entry = -*entry);
        }
        let size = |at: usize| self.direction[at].abs();
        let open = (0..self.size).filter(|&at| free[at] && size(at) > PIVOT);
        let Some(largest) = open.max_by(|&a, &b| size(a).total_cmp(&size(b))) else { return };
        let place = if free[convexity] && size(convexity) >= FITTING * size(largest) { convexity } else { largest };
        free[place] = false;
        self.eliminate(place, 0.0);
        self.basis[place] = basic;
        self.unwanted[place] = forbidden;
    }

    /// Turns round what is negative.
    fn turn_negative(&mut self) {
        let size = self.size;
        for at in 0..size {
            if self.values[at] < -NEGATIVE {
                self.inverse.iter_mut().skip(at).step_by(size.max(1)).for_each(|entry| *entry = -*entry);
                self.values[at] = -self.values[at];
                self.basis[at] = self.basis[at].turned();
            }
            if matches!(self.basis[at], Basic::Broken(..) | Basic::Turned(_)) {
                self.unwanted[at] = true;
            }
        }
    }

    /// What a position of the basis is worth.
    fn worth_of(&self, at: usize) -> f64 {
        let worth = match &self.basis[at] {
            Basic::Path(column) => column.value,
            Basic::Slack(_) | Basic::Broken(..) | Basic::Turned(_) => 0.0,
        };
        if self.unwanted[at] { worth - self.penalty } else { worth }
    }

    /// The costs of what is in the basis, and the multipliers that follow from them.
    fn price(&mut self) {
        for at in 0..self.size {
            self.costs[at] = self.worth_of(at);
        }
        work::done(self.size * self.size);
        for (dual, column) in self.duals.iter_mut().zip(self.inverse.chunks_exact(self.size.max(1))) {
            *dual = dot(&self.costs, column);
        }
    }

    /// The same where only some costs have changed.
    fn price_again(&mut self) {
        let size = self.size;
        let changed: Vec<(usize, f64)> = (0..size)
            .map(|at| (at, self.worth_of(at) - self.costs[at]))
            .filter(|(_, change)| change.abs() > 0.0)
            .collect();
        if changed.len() > size / FEW {
            return self.price();
        }
        work::done(size * (changed.len() + 1));
        for (at, change) in changed {
            self.costs[at] += change;
            for (dual, entry) in self.duals.iter_mut().zip(self.inverse.iter().skip(at).step_by(size.max(1))) {
                *dual += change * entry;
            }
        }
    }

    /// Whether no basic value is negative, and the inverse times the basis is the identity.
    pub(super) fn is_sound(&self) -> bool {
        let size = self.size;
        let identity = |at: usize| {
            let unit = |row: usize, sign: f64| {
                (0..size).map(|place| sign * self.inverse[row * size + place]).collect::<Vec<f64>>()
            };
            let image = match &self.basis[at] {
                Basic::Slack(row) => unit(*row, 1.0),
                Basic::Broken(row, turned) => unit(*row, if *turned { -1.0 } else { 1.0 }),
                Basic::Path(column) | Basic::Turned(column) => {
                    let mut sum = unit(self.rows + column.block, 1.0);
                    for &(row, term) in &column.terms {
                        for (place, sum) in sum.iter_mut().enumerate() {
                            *sum += term * self.inverse[row as usize * size + place];
                        }
                    }
                    let sign = if matches!(self.basis[at], Basic::Turned(_)) { -1.0 } else { 1.0 };
                    sum.into_iter().map(|entry| sign * entry).collect()
                }
            };
            image.iter().enumerate().all(|(place, entry)| (entry - f64::from(u8::from(place == at))).abs() <= 1e-6)
        };
        self.values.iter().all(|&value| value >= -NEGATIVE) && (0..size).all(identity)
    }
}

/// A sum of products in eight parts, which the machine adds side by side.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut parts = [0.0; 8];
    let ((ones, one), (others, other)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    for (a, b) in ones.iter().zip(others) {
        for at in 0..8 {
            parts[at] += a[at] * b[at];
        }
    }
    let rest: f64 = one.iter().zip(other).map(|(a, b)| a * b).sum();
    parts.iter().sum::<f64>() + rest
}
