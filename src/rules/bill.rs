//! What a candidate costs the public, and what each ministry pays of it.

use rust_decimal::Decimal;

use crate::model::exact::{multiply, percent_of, subtract, sum};
use crate::model::{Candidate, Money};

/// The public bill of a candidate in the first, second, … year after its start, in money.
///
/// `bill_k = cost_k × (1 - cofinance/100)`: others pay the cofinanced part.
pub fn public_bill(candidate: &Candidate) -> Vec<Money> {
    let public_part = public_part(candidate);
    candidate.costs.iter().map(|&cost| multiply(cost, public_part)).collect()
}

/// The part of its costs that the public pays.
pub fn public_part(candidate: &Candidate) -> Decimal {
    let part = subtract(Decimal::ONE, multiply(candidate.cofinance, Decimal::new(1, 2)));
    #[cfg(test)]
    let part = part + percent_of(part, candidate.overrun);
    part
}

/// What a ministry with this share (whole percent) pays of a bill: `bill × share/100`, exactly.
pub fn paid(bill: Money, share: u8) -> Money {
    percent_of(bill, Decimal::from(share))
}

/// The whole public bill, over all years.
pub fn total(bill: &[Money]) -> Money {
    sum(bill.iter().copied())
}

/// The whole public bill of a candidate, over all years.
pub fn whole(candidate: &Candidate) -> Money {
    total(&public_bill(candidate))
}

/// What others pay of a candidate, over all years: the cofinanced part.
pub fn by_others(candidate: &Candidate) -> Money {
    let alone = Candidate { cofinance: Decimal::ZERO, ..candidate.clone() };
    subtract(whole(&alone), whole(candidate))
}
