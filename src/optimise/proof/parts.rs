//! What the checker builds a case from, in integers of 10^-12, nothing rounded.

use crate::say;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::measure::control::worn;
use crate::model::{Case, ServiceIx, Timing};

/// Decimal places of everything that comes from the case.
pub(super) const PLACES: u32 = 12;

/// What a plan adds to rows: positions and coefficients.
pub(super) type Terms = Vec<(usize, i128)>;

/// A start of a candidate.
#[derive(Debug, Clone)]
pub(super) struct Start {
    pub year: i32,
    /// The position in the horizon of the year from which it is in force; past the end where it comes too late.
    pub from: usize,
    pub fixed: Terms,
    /// For each percent that a ministry pays.
    pub per_share: Vec<Terms>,
}

/// A candidate.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub points: i128,
    pub starts: Vec<Start>,
    pub locked_in: bool,
    /// Rows that pay it for being in force by the end of a year.
    pub ties: Vec<(usize, usize)>,
}

/// A service in a year whose end counts, by its position in the horizon.
pub(super) type Slice = (usize, usize);

/// Who is in force in a layer of a group, by when, and what for.
///
/// Class 0 is not to be in force by the end of any of `years`, class `c` to be so by that at `c - 1` and not by that at `c`.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub who: Who,
    /// Years by their position in the horizon, the latest first.
    pub years: Vec<usize>,
    /// The rows that it pays to, one list for each of these years: a class pays to those of every year by which it is in force.
    pub pays: Vec<Vec<usize>>,
    /// For services: the gain, and the power granted.
    pub moves: Vec<(usize, Decimal, Decimal)>,
}

impl Layer {
    /// The class of what is in force from a year on.
    pub fn class(&self, from: usize) -> usize {
        self.years.iter().take_while(|&&year| from <= year).count()
    }
}

/// Who is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    Home(usize),
    Copy(usize),
    Synergy(Vec<usize>),
}

/// A group of services as a layered graph. Nodes of the last layer are ends.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// The services, each in a year.
    pub slices: Vec<Slice>,
    pub layers: Vec<Layer>,
    /// By layer: where its nodes lead, those of a node together, class by class.
    pub arcs: Vec<Vec<u32>>,
    /// By end: the gain (rounded up in the unit of worths), the power of its services in their years, and the domains reached.
    pub ends: Vec<End>,
    /// The domains of which it holds all services.
    pub domains: Vec<usize>,
}

/// An end of a group.
#[derive(Debug, Clone)]
pub(super) struct End {
    pub gain: i128,
    pub powers: Vec<Decimal>,
    pub terms: Terms,
    pub reached: Vec<bool>,
}

/// What is all, nothing, or between: what a year carries over, or a domain that counts as at its target.
#[derive(Debug, Clone)]
pub(super) struct Switch {
    pub domain: Option<usize>,
    pub terms: Terms,
}

/// In place of the gain of an end that a floor forbids.
pub(super) const BELOW_FLOOR: i128 = i128::MIN;

/// Numbers of a case that are not whole in 10^-12, or too large.
pub(super) fn exact(number: Decimal) -> Result<i128, String> {
    let number = number.normalize();
    let up = PLACES.checked_sub(number.scale()).ok_or(&say!("parts-number-case-has"))?;
    number.mantissa().checked_mul(10_i128.pow(up)).ok_or_else(large)
}

pub(super) fn large() -> String {
    say!("parts-number-case-too")
}

/// A sum of integers.
pub(super) fn total(numbers: impl Iterator<Item = i128>) -> Result<i128, String> {
    numbers.into_iter().try_fold(0_i128, i128::checked_add).ok_or_else(large)
}

pub(super) fn product(a: Decimal, b: Decimal) -> Result<i128, String> {
    let (a, b) = (a.normalize(), b.normalize());
    let places = a.scale() + b.scale();
    let mantissa = a.mantissa().checked_mul(b.mantissa()).ok_or_else(large)?;
    if places <= PLACES {
        return mantissa.checked_mul(10_i128.pow(PLACES - places)).ok_or_else(large);
    }
    let down = 10_i128.checked_pow(places - PLACES).ok_or(&say!("parts-product-has-more"))?;
    if mantissa % down == 0 { Ok(mantissa / down) } else { Err(say!("parts-product-has-more")) }
}

/// The control that is left of a service at the end of a year.
pub(super) fn left(case: &Case, (service, year): Slice) -> Decimal {
    worn(&case[ServiceIx(service)], year)
}

/// The years whose end counts, by their position in the horizon.
pub(super) fn years_that_count(case: &Case) -> Range<usize> {
    let last = case.horizon().saturating_sub(1);
    if case.timing == Timing::Average { 0..last + 1 } else { last..last + 1 }
}
