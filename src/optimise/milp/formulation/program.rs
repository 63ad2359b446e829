//! A mixed-integer program in decimals: columns, rows that know which rule they came from, and an objective.
//!
//! Kept apart from any solver, so that it can be tested exactly, so that rules can be taken out and bent by name, and so
//! that it can be scaled to whole numbers before a float sees it.

use crate::model::order::InOrder as _;
use rust_decimal::Decimal;

use crate::measure::Rule;
use crate::model::{CandidateIx, DomainIx, MinistryIx, Year};
use crate::rules::Side;

/// The position of a column in [`Program::columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Col(pub usize);

/// What values a column may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A whole number.
    Whole,
    /// Any number.
    Continuous,
}

/// A variable.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    /// What it stands for.
    pub what: What,
    /// What values it may take.
    pub kind: Kind,
    /// Its largest value; its smallest is 0.
    pub upper: Decimal,
}

/// What a variable stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// 1 when the candidate starts in the year.
    Start { candidate: CandidateIx, year: Year },
    /// The percents above its least share that a ministry pays of a candidate that starts in the year.
    Share { candidate: CandidateIx, year: Year, ministry: MinistryIx },
    /// Money that a ministry takes from this year (by position in the horizon) into the next.
    Carried { ministry: MinistryIx, year: usize },
    /// 1 when the level of power is held; `row` is the row that allows it.
    Level { row: usize },
    /// 1 when all members of a synergy are in force; this many `rows` from `row` on hold it down.
    Together { row: usize, rows: usize },
    /// 1 when the domain counts as reaching its target; `row` is the row that allows it.
    AtTarget { domain: DomainIx, row: usize },
    /// 1 when the sum of gains lies in a stretch, or when something prevents a takeover; this many `rows` from `row` on allow it.
    Within { row: usize, rows: usize },
    /// The smallest of several measures, when that is to be as high as can be; shifted to stay above 0.
    Least,
}

/// Where a row comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tag {
    /// It says what a variable means; without it the others say nothing.
    Meaning,
    /// It makes the relaxation tighter without changing what is possible.
    Tightening,
    /// A rule of the case.
    Rule(Rule),
    /// A portfolio that must not be the answer.
    CutOff,
    /// The objective of the first stage, in the second.
    Objective,
}

/// A linear sum.
pub(crate) type Terms = Vec<(Col, Decimal)>;

/// A row: `lower ≤ Σ terms ≤ upper`, either side open where none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    /// Where it comes from.
    pub tag: Tag,
    /// The sum; every column at most once.
    pub terms: Terms,
    /// The lower side.
    pub lower: Option<Decimal>,
    /// The upper side.
    pub upper: Option<Decimal>,
}

/// A mixed-integer program.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Program {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// What every portfolio is worth in index points: the sum of these.
    pub worth: Terms,
    /// A constant part of the worth.
    pub worth_constant: Decimal,
    /// The total public bill.
    pub bill: Terms,
}

/// Adds up terms of the same column, drops those that are 0, and sorts by column.
pub(crate) fn tidy(mut terms: Terms) -> Terms {
    terms.order_by_key(|&(column, _)| column);
    let mut tidied: Terms = Vec::with_capacity(terms.len());
    for (column, factor) in terms {
        match tidied.last_mut() {
            Some(last) if last.0 == column => last.1 += factor,
            _ => tidied.push((column, factor)),
        }
    }
    tidied.retain(|&(_, factor)| !factor.is_zero());
    tidied
}

/// `factor × terms`.
pub(crate) fn times(terms: &Terms, factor: Decimal) -> impl Iterator<Item = (Col, Decimal)> + '_ {
    terms.iter().map(move |&(column, value)| (column, value * factor))
}

impl Program {
    /// Adds a variable.
    pub(crate) fn column(&mut self, what: What, kind: Kind, upper: Decimal) -> Col {
        self.columns.push(Column { what, kind, upper });
        Col(self.columns.len() - 1)
    }

    /// Adds `Σ terms ≤ upper`.
    pub(crate) fn at_most(&mut self, tag: Tag, terms: Terms, upper: Decimal) {
        self.rows.push(Row { tag, terms: tidy(terms), lower: None, upper: Some(upper) });
    }

    /// Adds `Σ terms ≥ lower`.
    pub(crate) fn at_least(&mut self, tag: Tag, terms: Terms, lower: Decimal) {
        self.rows.push(Row { tag, terms: tidy(terms), lower: Some(lower), upper: None });
    }

    /// Adds `Σ terms ≥ bound` or `≤ bound`.
    pub(crate) fn bound(&mut self, tag: Tag, terms: Terms, side: Side, bound: Decimal) {
        match side {
            Side::AtLeast => self.at_least(tag, terms, bound),
            Side::AtMost => self.at_most(tag, terms, bound),
        }
    }

    /// Adds `Σ terms = value`.
    pub(crate) fn equal(&mut self, tag: Tag, terms: Terms, value: Decimal) {
        self.rows.push(Row { tag, terms: tidy(terms), lower: Some(value), upper: Some(value) });
    }

    /// What a sum is worth at a point.
    pub(crate) fn at(terms: &Terms, point: &[Decimal]) -> Decimal {
        terms.iter().map(|&(Col(column), factor)| factor * point[column]).sum()
    }
}

impl Row {
    /// Whether a point keeps the row, exactly.
    pub(crate) fn holds(&self, point: &[Decimal]) -> bool {
        let value = Program::at(&self.terms, point);
        self.lower.is_none_or(|lower| lower <= value) && self.upper.is_none_or(|upper| value <= upper)
    }

    /// The row in whole numbers, or with its largest number at a million where its digits do not allow that:
    /// `(terms, lower, upper)`. Whatever a row is multiplied by, it says the same; in whole numbers the smallest way to
    /// break it is by 1, far above any tolerance.
    pub(crate) fn scaled(&self) -> (Terms, Option<Decimal>, Option<Decimal>) {
        let scale = scale(self.terms.iter().map(|&(_, factor)| factor).chain(self.lower).chain(self.upper));
        (
            self.terms.iter().map(|&(column, factor)| (column, scale.of(factor))).collect(),
            self.lower.map(|lower| scale.of(lower)),
            self.upper.map(|upper| scale.of(upper)),
        )
    }
}

/// The largest whole number that a scaled row holds.
const LARGEST: i64 = 1_000_000;

/// What numbers are multiplied by: a fraction, because `40 / 3` has no last digit though `7.5 × 40 / 3` is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scale {
    times: Decimal,
    over: Decimal,
}

impl Scale {
    /// Numbers stay as they are.
    pub(crate) const ONE: Self = Self { times: Decimal::ONE, over: Decimal::ONE };

    /// A scale without a divisor.
    pub(crate) const fn by(times: Decimal) -> Self {
        Self { times, over: Decimal::ONE }
    }

    /// A number on this scale, exactly where it becomes whole.
    pub(crate) fn of(self, number: Decimal) -> Decimal {
        let product = number.checked_mul(self.times).and_then(|product| product.checked_div(self.over));
        let quotient = || number.checked_div(self.over).and_then(|quotient| quotient.checked_mul(self.times));
        let largest = if number.is_sign_negative() { Decimal::MIN } else { Decimal::MAX };
        product.or_else(quotient).unwrap_or(largest)
    }

    /// The number that becomes 1 on this scale; rounded where it has no last digit.
    pub(crate) fn unit(self) -> Decimal {
        self.over / self.times
    }
}

/// The scale on which all numbers become whole and as small as possible, and none is above a million; where that cannot
/// be, the one on which the largest becomes a million.
pub(crate) fn scale(numbers: impl Iterator<Item = Decimal>) -> Scale {
    let numbers: Vec<Decimal> =
        numbers.map(|number| number.abs().normalize()).filter(|number| !number.is_zero()).collect();
    let Some(largest) = numbers.iter().max().copied() else { return Scale::ONE };
    let digits = numbers.iter().map(Decimal::scale).max().unwrap_or(0);
    if digits <= 12 {
        let shift = Decimal::from(10_i64.pow(digits));
        if let Some(divisor) = common_divisor(&numbers, digits).and_then(|it| u64::try_from(it).ok()) {
            let scale = Scale { times: shift, over: Decimal::from(divisor) };
            if largest.checked_mul(shift).is_some_and(|shifted| shifted / scale.over <= Decimal::from(LARGEST)) {
                return scale;
            }
        }
    }
    Scale { times: Decimal::from(LARGEST), over: largest }
}

/// The greatest common divisor of numbers with at most this many places, in units of the last of these; `None` if they are
/// too large to tell.
pub(crate) fn common_divisor(numbers: &[Decimal], places: u32) -> Option<i128> {
    let mut divisor = 0_i128;
    for number in numbers {
        let up = 10_i128.checked_pow(places.checked_sub(number.scale())?)?;
        let (mut a, mut b) = (divisor, number.mantissa().checked_mul(up)?);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        divisor = a;
    }
    (divisor > 0).then_some(divisor)
}
