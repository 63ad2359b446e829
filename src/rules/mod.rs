//! The rules that a portfolio has to keep: their names, what is said of each for a portfolio, and what the relations mean.
//!
//! [`relations`] has one file for each kind of relation. Whoever checks, judges, states, searches, proves, loosens, compares
//! or tells relations goes through it and through [`Inequality`], and knows no kind by its name.

mod all;
pub mod facts;
mod giving_up;
mod inequality;
pub mod relations;
mod rule;
mod told;
mod verdict;
pub(crate) mod words;

pub use all::rules;
pub use inequality::{Inequality, Side, When};
pub use relations::{Joint, Loosening};
pub use rule::Rule;
pub use verdict::Verdict;

pub(crate) use all::of_the_whole;
pub(crate) use relations::Starts;
