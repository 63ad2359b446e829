//! What the checker builds a case from, in integers of 10^-12, nothing rounded.

use crate::say;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::measure::control::worn;
use crate::measure::purchases::Bought;
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
    /// Rows that pay it for what is there of it.
    pub ties: Vec<(usize, Signal)>,
}

/// That what lasts so many years, or for ever, is there at the end of a year of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signal {
    pub year: usize,
    pub lasts: Option<usize>,
}

impl Signal {
    /// Whether it is there if it is in force from a year on.
    pub fn is_there(self, from: usize) -> bool {
        from <= self.year && self.lasts.is_none_or(|lasts| self.year - from < lasts)
    }
}

/// A service in a year whose end counts, by its position in the horizon.
pub(super) type Slice = (usize, usize);

/// What may be there in a layer of a group, and what together.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub who: Who,
    /// First what never wears off, the latest year first.
    pub signals: Vec<Signal>,
    /// By class: the positions of those that are there. Class 0 has none. Where nothing wears off, class `c` has the first `c`.
    pub classes: Vec<Vec<usize>>,
    /// The rows that it pays to, one list for each signal.
    pub pays: Vec<Vec<usize>>,
    /// For services: what they are moved by.
    pub moves: Vec<Move>,
}

/// What a layer does to a service.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    pub service: usize,
    pub gain: Decimal,
    /// Its bit among the purchases by name that move the service; 0 where it is none.
    pub bought: Bought,
    /// The power granted.
    pub granted: Decimal,
    /// Whether nobody can take the service over meanwhile.
    pub prevents: bool,
    /// After so many years it has worn off.
    pub lasts: Option<usize>,
}

impl Layer {
    /// The signals of what is in force from a year on.
    pub fn there(&self, from: usize) -> Vec<usize> {
        (0..self.signals.len()).filter(|&at| self.signals[at].is_there(from)).collect()
    }

    /// The class of what is in force from a year on.
    pub fn class(&self, from: usize) -> usize {
        if self.signals.last().is_none_or(|it| it.lasts.is_none()) {
            return self.signals.iter().take_while(|it| from <= it.year).count();
        }
        let there = self.there(from);
        self.classes.iter().position(|class| *class == there).unwrap_or(0)
    }

    /// Whether a service is moved at the end of a year in a class.
    pub fn is_on(&self, class: usize, (service, year): Slice) -> bool {
        let Some(lasts) = self.moves.iter().find(|moved| moved.service == service).map(|moved| moved.lasts) else {
            return false;
        };
        self.classes[class].iter().map(|&at| self.signals[at]).any(|it| match lasts {
            // Of years with the same starts only the first is among the signals.
            None => it.lasts.is_none() && it.year <= year,
            Some(_) => it == Signal { year, lasts },
        })
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
    /// In place of it [`BELOW_FLOOR`] where a floor is broken.
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

/// In place of the gain of an end that a floor forbids, be it of power or of what a takeover costs.
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
