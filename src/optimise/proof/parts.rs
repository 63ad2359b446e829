//! What the checker builds a case from, in integers of 10^-12, nothing rounded.

use crate::say;
use rust_decimal::Decimal;

use crate::measure::control::worn;
use crate::model::{Case, ServiceIx};

/// Decimal places of everything that comes from the case.
pub(super) const PLACES: u32 = 12;

/// What a plan adds to rows: positions and coefficients.
pub(super) type Terms = Vec<(usize, i128)>;

/// A start of a candidate.
#[derive(Debug, Clone)]
pub(super) struct Start {
    pub year: i32,
    pub in_force: bool,
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
    /// Rows that pay it for being in force.
    pub ties: Vec<usize>,
}

/// Who is in force in a layer of a group, and what for.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub who: Who,
    /// The rows that it pays to.
    pub pays: Vec<usize>,
    /// For services of the group (by position): the gain, and the power granted.
    pub moves: Vec<(usize, Decimal, Decimal)>,
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
    pub layers: Vec<Layer>,
    /// By layer and node: where it leads out of force, and in force.
    pub arcs: Vec<Vec<(u32, u32)>>,
    /// By end: the gain (rounded up in the unit of worths), the power of its services, and the domains reached.
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

/// The control that is left of a service at the end.
pub(super) fn left(case: &Case, service: usize) -> Decimal {
    worn(&case[ServiceIx(service)], case.horizon().saturating_sub(1))
}
