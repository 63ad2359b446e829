//! The rows of portfolios that must not be the answer.

use rust_decimal::Decimal;

use super::exact::{Exact, FINE, TooWide};
use super::rows::{Row, RowName, Term};
use super::services::in_year;
use super::{Above, Instance, LevelTerm, Steps, Unsupported, f64_of, f64_of_decimal};
use crate::measure::index::Weights;
use crate::model::{CandidateIx, Case, ServiceIx};
use crate::optimise::no_good::NoGood;

/// `Σ coefficient × x ≤ most`, for what is told by counting.
pub(crate) fn no_good(case: &Case, instance: &mut Instance, at: usize, cut: &NoGood) -> Result<(), Unsupported> {
    if let NoGood::ObjectiveFloor { view, objective } = cut {
        return worth_less(instance, at, view, *objective);
    }
    for counted in cut.rows() {
        let row = u32::try_from(instance.rows.len()).unwrap_or(u32::MAX);
        for item in 0..instance.items.len() {
            for start in 0..instance.items[item].starts.len() {
                let sign = counted.coefficient(CandidateIx(item), instance.start_year(case, item, start));
                if sign != 0 {
                    let term = Term { row, value: f64::from(sign), exact: i128::from(sign) };
                    instance.items[item].starts[start].fixed.push(term);
                }
            }
        }
        let exact = i128::from(counted.most);
        let size = f64_of(exact).abs() + f64_of(i128::try_from(instance.items.len()).unwrap_or(0));
        instance.rows.push(Row { name: RowName::NoGood(at), exact, unit: 1.0, rhs: f64_of(exact), norm: 1.0, size });
    }
    Ok(())
}

/// `- Σ points x - Σ gains of levels ≤ - least`, as another case values them.
fn worth_less(instance: &mut Instance, at: usize, view: &Case, least: Decimal) -> Result<(), Unsupported> {
    let weights = Weights::new(view);
    let years = instance.years.len();
    let worth = |steps: &Steps| in_year(view, weights.of_service(view, ServiceIx(steps.service)), (steps.year, years));
    let points = view.candidates.iter().map(|candidate| candidate.points);
    let valued = Valued::of(instance, &worth, points)?;
    let (norm, size) = valued.measure(0.0);
    let exact_least = Exact::points(least)?;
    let least = f64_of_decimal(least);
    let row = valued.add(instance, RowName::NoGood(at), least, (norm, size));
    instance.above.push(Above { row, points: valued.points, gains: valued.gains, least: exact_least });
    Ok(())
}

/// What candidates and levels are worth to somebody, in units of 10^-18 index points.
pub(super) struct Valued {
    /// By candidate.
    pub points: Vec<i128>,
    /// By service and level.
    pub gains: Vec<Vec<i128>>,
}

impl Valued {
    /// What they are worth where one unit of power of a service in a year is worth `worth`.
    pub fn of(
        instance: &Instance,
        worth: &dyn Fn(&Steps) -> Result<Decimal, TooWide>,
        points: impl Iterator<Item = Decimal>,
    ) -> Result<Self, TooWide> {
        let gains = |steps: &Steps| {
            let factor = worth(steps)?;
            let before = steps.levels[steps.needs[0].1].power;
            let gain =
                |power: Decimal| power.checked_sub(before).and_then(|rise| factor.checked_mul(rise)).ok_or(TooWide);
            steps.levels.iter().map(|level| Exact::points(gain(level.power)?)).collect::<Result<Vec<_>, TooWide>>()
        };
        Ok(Self {
            points: points.map(Exact::points).collect::<Result<_, _>>()?,
            gains: instance.services.iter().map(gains).collect::<Result<_, _>>()?,
        })
    }

    /// The largest coefficient of their row, and the sum of the largest of each variable. `more` is one of another column.
    pub fn measure(&self, more: f64) -> (f64, f64) {
        let largest = |numbers: &Vec<i128>| numbers.iter().map(|&worth| as_float(worth).abs()).fold(0.0, f64::max);
        let norm = self.gains.iter().map(largest).fold(largest(&self.points).max(more), f64::max).max(1e-12);
        let points = self.points.iter().map(|&points| as_float(points).abs());
        (norm, points.sum::<f64>() + self.gains.iter().map(largest).sum::<f64>() + more)
    }

    /// Adds the row `- Σ points x - Σ gains of levels ≤ - least`.
    pub fn add(&self, instance: &mut Instance, name: RowName, least: f64, (norm, size): (f64, f64)) -> u32 {
        let row = u32::try_from(instance.rows.len()).unwrap_or(u32::MAX);
        for (item, &points) in instance.items.iter_mut().zip(&self.points).filter(|(_, points)| **points != 0) {
            for start in &mut item.starts {
                start.fixed.push(Term { row, value: -as_float(points) / norm, exact: 0 });
            }
        }
        for (steps, gains) in instance.services.iter_mut().zip(&self.gains) {
            let term = |&gain: &i128| LevelTerm { value: -as_float(gain) / norm, exact: 0 };
            steps.terms.push((row, gains.iter().map(term).collect()));
        }
        // A hair lower, so that rounding excludes nothing that the decimals allow.
        let rhs = -(least - 1e-10) / norm;
        instance.rows.push(Row { name, exact: 0, unit: 1.0, rhs, norm, size: size / norm + rhs.abs() });
        row
    }
}

/// Units of 10^-18 index points as index points.
pub(super) fn as_float(worth: i128) -> f64 {
    f64_of(worth) / FINE
}
