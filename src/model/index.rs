//! Amounts, years, and the positions by which the parts of a case name each other.

use rust_decimal::Decimal;

/// Money in the unit of the case, such as million EUR.
pub type Money = Decimal;
/// A percentage, 0-100.
pub type Percent = Decimal;
/// A calendar year.
pub type Year = i32;

macro_rules! position {
    ($($name:ident, $field:ident;)+) => {$(
        #[doc = concat!("The position in [`Case::", stringify!($field), "`](super::Case::", stringify!($field), ").")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub usize);
    )+};
}

position! {
    MinistryIx, ministries;
    RungIx, rungs;
    DomainIx, domains;
    ServiceIx, services;
    CandidateIx, candidates;
}
