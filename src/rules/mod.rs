//! The rules that a portfolio has to keep: one file for each kind.
//!
//! The file of a kind says how a portfolio is judged by it, in words too; where it stands in a case, and what is wrong with it
//! there; how it is loosened for a repair; when the cells that state it make it no looser, from which the digest of a case is
//! made as well; and what it asks for as a sum, for whoever states or searches it: [`Inequality`], `budget::rows`,
//! `limit::bounds`, `share::possible`. `list` is the list of all kinds: everybody else goes through it, and knows no kind by
//! its name. [`relations`] has one file for each kind of relation.
//!
//! Two things stand elsewhere. Floors and targets are stated where the levels of power are, because they have no sum without
//! them. The engine reads starts, shares and locks as what a candidate may do, because its search narrows that and no rows.

pub mod bill;
pub mod budget;
mod change;
pub(crate) mod domain_floor;
mod fact;
pub mod facts;
pub(crate) mod floor;
mod inequality;
mod kind;
mod known;
pub(crate) mod limit;
mod list;
mod lock;
mod measured;
mod relation;
pub mod relations;
mod rule;
pub(crate) mod share;
mod start;
pub mod takeover_floor;
mod target;
mod verdict;
pub mod words;

pub use change::{Change, UNIT, ample, without_rule, without_rules};
pub use inequality::{Inequality, Side, When};
pub use list::{judged_and_negotiable, negotiable_rules, rules, told_together};
pub use measured::{PickResult, YearSpending};
pub use relations::Joint;
pub use rule::Rule;
pub use verdict::Verdict;

pub(crate) use change::units;
pub(crate) use list::{of_candidates, rules_in_conflicts, verdicts};
pub(crate) use measured::Measured;
pub(crate) use relations::Starts;
