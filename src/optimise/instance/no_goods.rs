//! The rows of portfolios that must not be the answer.

use rust_decimal::Decimal;

use super::build::{FINE, in_year};
use super::exact::{Exact, TooWide};
use super::rows::{Row, RowName, Term};
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
    let years = instance.years.len();
    let row = u32::try_from(instance.rows.len()).unwrap_or(u32::MAX);
    let weights = Weights::new(view);
    let exact_points: Vec<i128> =
        view.candidates.iter().map(|candidate| Exact::points(candidate.points)).collect::<Result<_, _>>()?;
    let gains = |steps: &Steps| {
        let factor = in_year(view, weights.of_service(view, ServiceIx(steps.service)), (steps.year, years))?;
        let before = steps.levels[steps.needs[0].1].power;
        let gain = |power: Decimal| power.checked_sub(before).and_then(|rise| factor.checked_mul(rise)).ok_or(TooWide);
        steps.levels.iter().map(|level| Exact::points(gain(level.power)?)).collect::<Result<Vec<_>, TooWide>>()
    };
    let exact_gains: Vec<Vec<i128>> = instance.services.iter().map(gains).collect::<Result<_, _>>()?;
    let as_float = |worth: &i128| f64_of(*worth) / FINE;
    let points: Vec<f64> = exact_points.iter().map(as_float).collect();
    let gains: Vec<Vec<f64>> = exact_gains.iter().map(|gains| gains.iter().map(as_float).collect()).collect();
    let largest = |numbers: &Vec<f64>| numbers.iter().map(|number| number.abs()).fold(0.0, f64::max);
    let norm = gains.iter().map(largest).fold(largest(&points), f64::max).max(1e-12);
    let size = points.iter().map(|points| points.abs()).sum::<f64>() + gains.iter().map(largest).sum::<f64>();
    for (item, points) in instance.items.iter_mut().zip(&points).filter(|(_, points)| **points != 0.0) {
        for start in &mut item.starts {
            start.fixed.push(Term { row, value: -points / norm, exact: 0 });
        }
    }
    for (steps, gains) in instance.services.iter_mut().zip(&gains) {
        steps.terms.push((row, gains.iter().map(|gain| LevelTerm { value: -gain / norm, exact: 0 }).collect()));
    }
    let exact_least = Exact::points(least)?;
    let least = f64_of_decimal(least);
    // A hair lower, so that rounding excludes nothing that the decimals allow.
    let rhs = -(least - 1e-10) / norm;
    let size = size / norm + rhs.abs();
    instance.rows.push(Row { name: RowName::NoGood(at), exact: 0, unit: 1.0, rhs, norm, size });
    instance.above.push(Above { row, points: exact_points, gains: exact_gains, least: exact_least });
    Ok(())
}
