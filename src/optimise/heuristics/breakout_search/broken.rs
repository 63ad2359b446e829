//! What is broken on the board, and what that costs.

use super::incremental_state::{IncrementalState, KEPT, Line};
use crate::optimise::instance::f64_of;

/// Prices fall by this factor while nothing is broken, down to the first.
const FALL: f64 = 0.5;

impl IncrementalState<'_> {
    /// What the board is worth, less the price of what is broken.
    pub fn score(&mut self) -> f64 {
        let rows: f64 = self.broken_rows().map(|row| row.above() * row.price).sum();
        let purses: f64 = self.over.iter().zip(&self.purses).map(|(over, purse)| over * purse.1).sum();
        let floors: f64 = self.floors.iter().map(|floor| self.below(floor) * floor.3).sum();
        self.value - rows - purses - floors - self.short_of_targets() * self.target_price
    }

    /// The rows that are broken, in their order: of many rows few are.
    fn broken_rows(&self) -> impl Iterator<Item = &Line> {
        let of_word = |(word, &bits): (usize, &u64)| {
            let rest = std::iter::successors(Some(bits), |bits| Some(bits & bits.wrapping_sub(1)));
            rest.take_while(|bits| *bits != 0).map(move |bits| word * 64 + bits.trailing_zeros() as usize)
        };
        self.broken.iter().enumerate().flat_map(of_word).map(|row| &self.rows[row])
    }

    /// How much a ministry spends that it does not have, in its largest payments.
    pub fn overspent(&self, ministry: usize) -> f64 {
        let (mut carried, mut broken) = (0.0, 0.0);
        let years = ministry * self.years..(ministry + 1) * self.years;
        for (year, at) in years.enumerate() {
            let left = self.budgets[at] + carried - self.paid[at];
            // Sums of money are whole numbers, exact up to 2^53: half a unit is far more than rounding.
            if left < -0.5 {
                broken -= left;
                carried = 0.0;
            } else {
                carried = self.caps[ministry].as_ref().map_or(left, |caps| left.min(caps[year]));
            }
        }
        broken / self.purses[ministry].0
    }

    /// How far a service is below its floor, in its largest gains.
    fn below(&self, &(service, need, largest, _): &(usize, f64, f64, f64)) -> f64 {
        if self.levels[service] >= self.instance.services[service].floor {
            return 0.0;
        }
        let steps = &self.instance.services[service];
        if !steps.is_price {
            return ((need - f64_of(self.sums[service])) / largest).max(0.1);
        }
        // The nearest stretch that is dear enough, up or down.
        let sum = self.sums[service];
        let next = steps.needs.iter().position(|(need, _)| *need > sum);
        let up = next.map_or(f64::INFINITY, |at| f64_of(steps.needs[at].0 - sum));
        let here = next.unwrap_or(steps.needs.len()) - 1;
        let down = if here == 0 { f64::INFINITY } else { f64_of(sum - steps.needs[here].0 + 1) };
        (up.min(down) / largest).clamp(0.1, 100.0)
    }

    /// How far the domains that are nearest to their target are below it, as many as have to reach it; and how far
    /// domains are below their floors.
    fn short_of_targets(&mut self) -> f64 {
        let (needed, targets) = (self.instance.targets_needed, self.instance.targets.len());
        let floors: f64 = self.targets[targets..].iter().map(|floor| floor.short()).sum();
        if needed == 0 {
            return floors;
        }
        self.missing.clear();
        self.missing.extend(self.targets[..targets].iter().map(|target| target.short()));
        self.missing.sort_by(f64::total_cmp);
        // Where there are fewer domains than have to be at their target nothing can be done.
        floors + self.missing.iter().take(needed).sum::<f64>()
    }

    /// Whether no rule is broken.
    pub fn is_kept(&mut self) -> bool {
        self.rows.iter().all(|row| row.sum <= row.rhs + KEPT)
            && (0..self.purses.len()).all(|ministry| self.overspent(ministry) == 0.0)
            && self.floors.iter().all(|floor| self.below(floor) == 0.0)
            && self.short_of_targets() == 0.0
    }

    /// What is broken becomes dearer by a factor.
    pub fn raise_prices(&mut self, rise: f64) {
        for row in self.rows.iter_mut().filter(|row| row.sum > row.rhs + KEPT) {
            row.price *= rise;
        }
        for ministry in 0..self.purses.len() {
            if self.overspent(ministry) > 0.0 {
                self.purses[ministry].1 *= rise;
            }
        }
        for at in 0..self.floors.len() {
            if self.below(&self.floors[at]) > 0.0 {
                self.floors[at].3 *= rise;
            }
        }
        if self.short_of_targets() > 0.0 {
            self.target_price *= rise;
        }
    }

    /// All prices are the first again.
    pub fn forget_prices(&mut self) {
        let first = self.first;
        self.rows.iter_mut().for_each(|row| row.price = first);
        self.purses.iter_mut().for_each(|purse| purse.1 = first);
        self.floors.iter_mut().for_each(|floor| floor.3 = first);
        self.target_price = super::incremental_state::TARGETS * first;
    }

    /// Prices fall back towards the first, so that a rule that was once broken does not keep everybody from it for ever.
    pub fn relax_prices(&mut self) {
        let first = self.first;
        let fall = |price: &mut f64| *price = (*price * FALL).max(first);
        self.rows.iter_mut().for_each(|row| fall(&mut row.price));
        self.purses.iter_mut().for_each(|purse| fall(&mut purse.1));
        self.floors.iter_mut().for_each(|floor| fall(&mut floor.3));
        fall(&mut self.target_price);
    }
}
