//! Why nothing is possible, and what would make it possible (an irreducible infeasible subset of the rules, and repairs).
//!
//! What may be given up, and how little of it, is declared in `rules`. Everything here asks only whether a case has any
//! portfolio, of the engine first (`feasibility`). `conflict` explains an answer; `correction_sets` finds the smallest ways out, a
//! few for the explanation and all of them for whoever wants to choose. Both rest on one `filter`.

mod conflict;
mod correction_sets;
mod feasibility;
mod filter;
#[cfg(test)]
mod tests;
mod words;

pub(super) use conflict::explain;
pub use correction_sets::{Complete, Loosened, MOST_RULES, repairs};
pub(super) use feasibility::worthless;
pub use feasibility::{Feasibility, any_portfolio};
