//! The axes of a chart: from values to places on the page, and the lines and numbers along them.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::page::{BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, text};
use crate::report::number::{FINE, short, tick};

/// From values to places on the page.
pub(super) struct Axis {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Axis {
    pub fn over(values: impl Iterator<Item = Decimal>, from: f64, to: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter_map(|value| value.to_f64()) {
            low = low.min(value);
            high = high.max(value);
        }
        if high - low < 1e-9 {
            (low, high) = (low - 0.5, high + 0.5);
        }
        Self { low, high, from, to }
    }

    pub fn place(&self, value: Decimal) -> f64 {
        self.place_of(value.to_f64().unwrap_or(self.low))
    }

    fn place_of(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// Every whole number, where there are few.
    fn whole(&self) -> Option<Vec<f64>> {
        let first = self.low.ceil();
        let all: Vec<f64> = (0..12).map(|at| first + f64::from(at)).take_while(|&it| it <= self.high + 1e-9).collect();
        (all.len() < 12).then_some(all)
    }

    /// Round values along the axis.
    fn ticks(&self) -> Vec<f64> {
        let rough = (self.high - self.low) / 5.0;
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|&step| step >= rough);
        let step = step.unwrap_or(rough);
        let first = (self.low / step).ceil();
        (0..12).map(|at| (first + f64::from(at)) * step).take_while(|&tick| tick <= self.high + step * 1e-9).collect()
    }
}

/// Which ticks an axis across has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ticks {
    /// Any round ones.
    Any,
    /// Only whole numbers.
    Whole,
}

/// The values of a point, as a reader sees them who points at it.
pub(super) fn values((across, up): (Decimal, Decimal)) -> String {
    format!("{}, {}", tick(across, FINE), short(up, FINE))
}

pub(super) fn axes(across: &Axis, up: &Axis, ticks: Ticks) -> String {
    let mut body = String::new();
    for tick in up.ticks() {
        let y = up.place_of(tick);
        let _ = write!(
            body,
            "<line x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#dddddd\"/>{}",
            WIDTH - RIGHT,
            text((LEFT - 5.0, y + 4.0), "end", &number(tick)),
        );
    }
    let whole = (ticks == Ticks::Whole).then(|| across.whole()).flatten();
    for tick in whole
        .unwrap_or_else(|| across.ticks())
        .into_iter()
        .filter(|tick| ticks == Ticks::Any || tick.fract().abs() < 1e-9)
    {
        let x = across.place_of(tick);
        let _ = write!(
            body,
            "<line x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{:.1}\" y2=\"{:.1}\" stroke=\"black\"/>{}",
            HEIGHT - BOTTOM,
            HEIGHT - BOTTOM + 4.0,
            text((x, HEIGHT - BOTTOM + 16.0), "middle", &number(tick)),
        );
    }
    let _ = write!(
        body,
        "<path d=\"M{LEFT} {TOP}V{:.1}H{:.1}\" fill=\"none\" stroke=\"black\"/>",
        HEIGHT - BOTTOM,
        WIDTH - RIGHT
    );
    body
}

/// A tick's number without the noise of floats.
fn number(value: f64) -> String {
    Decimal::try_from(value).map_or_else(|_| String::new(), |value| tick(value, FINE))
}
