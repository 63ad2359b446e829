//! A list of investments from elsewhere made into a case.
//!
//! [`understand`] finds the headings, what each column is, which rows are candidates and which are not, and in which years the
//! money falls. It says all of it, with the sums by year to compare with the source, before anything is written; what is wrong is
//! said with it, so that a planner can answer by [`Options`] and look again. A list can come from a text ([`read`]) or as cells
//! from elsewhere ([`Grid::of_rows`]).

mod beside;
mod build;
mod columns;
mod grid;
mod head;
mod items;
mod joint;
mod meaning;
mod names;
mod numbers;
mod options;
mod payers;
mod role;
mod rows;
mod settle;
mod told;
mod understood;
mod view;
mod words;

pub use crate::model::money::MoneyUnit;
pub use columns::{By, ListColumn};
pub use grid::{Grid, GridRow};
pub use options::Options;
pub use role::{Role, When};
pub use rows::{LeftOut, Reason};
pub use understood::{Sum, Understood, read, understand};

#[cfg(test)]
mod tests;
