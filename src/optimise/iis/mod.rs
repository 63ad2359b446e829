//! Why nothing is possible, and what would make it possible (an irreducible infeasible subset of the rules, and repairs).
//!
//! What may be given up, and how little of it, is declared in `rules`. `conflict` explains an answer with a general solver;
//! `elastic` finds the cheapest way out for it in one program; `correction_sets` finds all smallest ways out with whoever
//! can say whether a case is possible. Conflicts of both come from one `filter`.

mod conflict;
mod correction_sets;
mod elastic;
mod filter;
mod probe;
#[cfg(test)]
mod tests;

pub(super) use conflict::explain;
pub use correction_sets::{Complete, Feasibility, Loosened, MOST_RULES, first_conflict, repairs};
