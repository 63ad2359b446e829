//! The least of several objectives as what is maximised.
//!
//! Each objective is a row: what is maximised, a column between 0 and the most that it can be, is no more than the objective is
//! above its offset. Under multipliers the rows add up to a weighted mean of the objectives, so that the bound of the engine is
//! the one by duality: the least is never above the best of any mean.

use rust_decimal::Decimal;

use super::exact::{Exact, TooWide};
use super::no_goods::{Valued, as_float};
use super::rows::{RowName, Term};
use super::{Above, Instance, Least, Steps, Switch, Unsupported};
use crate::model::Timing;

/// An objective: what it is worth to choose, and to hold power.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    /// What it counts from, in index points.
    pub offset: Decimal,
    /// What one unit of power is worth, by service.
    pub worths: Vec<Decimal>,
    /// What each candidate is worth besides.
    pub points: Vec<Decimal>,
}

/// Several objectives of which the least is to be as high as can be.
#[derive(Debug, Clone)]
pub(crate) struct LeastOf {
    /// The objectives.
    pub parts: Vec<Part>,
    /// What has to reach its offset besides.
    pub floors: Vec<Part>,
    /// By service: how many years late it sees what moves it. Empty where none does.
    pub late: Vec<usize>,
    /// What their power is measured by.
    pub timing: Timing,
}

impl LeastOf {
    /// Makes the least of the objectives what is maximised, whatever the case says. There are so many rows of portfolios that are
    /// left out. Gives the step: no least lies between two multiples of it, counted from the lowest; 0 where power counts.
    pub fn maximise(&self, instance: &mut Instance, no_goods: usize) -> Result<i128, Unsupported> {
        let mut valued = Vec::with_capacity(self.parts.len());
        let (mut lowest, mut highest) = (i128::MAX, i128::MAX);
        for part in &self.parts {
            let (it, offset) = self.valued(instance, part)?;
            let (low, high) = range(&it).ok_or(TooWide)?;
            lowest = lowest.min(low.checked_sub(offset).ok_or(TooWide)?);
            highest = highest.min(high.checked_sub(offset).ok_or(TooWide)?);
            valued.push((it, offset));
        }
        let span = as_float(highest.checked_sub(lowest).ok_or(TooWide)?).max(1e-6) * (1.0 + 1e-9);
        for item in &mut instance.items {
            item.value = 0.0;
        }
        for level in instance.services.iter_mut().flat_map(|steps| &mut steps.levels) {
            level.value = 0.0;
        }
        let mut least = Least { parts: Vec::new(), lowest };
        let (mut terms, mut step) = (Vec::new(), 0);
        for (at, (it, offset)) in valued.into_iter().enumerate() {
            let (norm, size) = it.measure(span);
            let from = offset.checked_add(lowest).ok_or(TooWide)?;
            let row = it.add(instance, RowName::Least(at), as_float(from), (norm, size));
            terms.push(Term { row, value: span / norm, exact: 0 });
            let worths = it.gains.iter().flatten().chain(&it.points);
            step = worths.fold(divisor(step, from), |step, &worth| divisor(step, worth));
            least.parts.push(Above { row, points: it.points, gains: it.gains, least: offset });
        }
        instance.switches.push(Switch { terms, whole: false, target: None, value: span });
        instance.least = Some(least);
        instance.worst = 0.0;
        for (at, floor) in self.floors.iter().enumerate() {
            let (it, offset) = self.valued(instance, floor)?;
            let (norm, size) = it.measure(0.0);
            let row = it.add(instance, RowName::NoGood(no_goods + at), as_float(offset), (norm, size));
            instance.above.push(Above { row, points: it.points, gains: it.gains, least: offset });
        }
        Ok(if instance.services.is_empty() || !self.is_about_power() { step } else { 0 })
    }

    /// Whether any objective has something of power, which is a quotient.
    fn is_about_power(&self) -> bool {
        self.parts.iter().flat_map(|part| &part.worths).any(|worth| !worth.is_zero())
    }

    /// What an objective is worth in exact units, and what it counts from.
    fn valued(&self, instance: &Instance, part: &Part) -> Result<(Valued, i128), TooWide> {
        let last = instance.years.last().copied().unwrap_or_default();
        let worth = |steps: &Steps| {
            let worth = part.worths.get(steps.service).copied().unwrap_or_default();
            let late = self.late.get(steps.service).copied().unwrap_or_default();
            match self.timing {
                Timing::Final if instance.years[steps.year] + late == last => Ok(worth),
                Timing::Final => Ok(Decimal::ZERO),
                Timing::Average => worth.checked_div(Decimal::from(instance.years.len())).ok_or(TooWide),
            }
        };
        let valued = Valued::of(instance, &worth, part.points.iter().copied())?;
        Ok((valued, Exact::points(part.offset)?))
    }
}

/// The least and the most that any choice is worth.
fn range(valued: &Valued) -> Option<(i128, i128)> {
    let (mut low, mut high) = (0_i128, 0_i128);
    for &points in &valued.points {
        low = low.checked_add(points.min(0))?;
        high = high.checked_add(points.max(0))?;
    }
    for gains in &valued.gains {
        low = low.checked_add(gains.iter().copied().min().unwrap_or(0))?;
        high = high.checked_add(gains.iter().copied().max().unwrap_or(0))?;
    }
    Some((low, high))
}

/// The greatest common divisor.
pub(crate) fn divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}
