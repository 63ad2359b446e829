//! The engine: Dantzig–Wolfe column generation over decision diagrams, with branch and bound (branch and price).
//!
//! The steps of a service are what makes a case hard for a general solver: each rung is a weak row for it. Here every service,
//! or small cluster of services, is a reduced decision diagram ([`diagram`]). Everything that links services (budgets,
//! relations, limits, targets: the rows of [`instance`](super::instance)) gets a multiplier; what is left falls apart into a longest path for each diagram,
//! and the sum is an upper bound for any multipliers ([`bounding`]), over the nodes that a path can still reach ([`reachable`]).
//! The best multipliers come from a primal simplex method whose columns are paths, priced by their reduced cost ([`master`],
//! [`relaxation`]). Nodes are narrowed by single rows ([`propagation`]) and by reduced costs ([`fixing`]), split
//! ([`branching`]) and searched by best bound with dives ([`search()`]). The first incumbent comes from a heuristic without
//! any relaxation ([`heuristics`](super::heuristics)), later ones from what the relaxation suggests ([`primal`]); starts and
//! shares of candidates that are chosen are a search of their own ([`schedule`](mod@schedule)); all are judged in exact
//! integers. [`warm_start`] is what a search leaves behind, and [`tree_reuse`] how the next one begins there.
//!
//! # How soon, and how it stops
//!
//! The breakout search has a portfolio within milliseconds. Everything that takes longer than that (diagrams, passes, exchanges,
//! schedules, the final form) asks the [`clock`] whether to stop; a test counts the steps between two questions. Nobody who
//! stopped a search waits until the memory of its tree is given back.
//!
//! # Several threads, and no race
//!
//! Which of several portfolios with the same objective and bill is shown must not depend on who was first: the last stage
//! exchanges starts and splits, but not whole sets of candidates. So a general solver follows the search after a fixed number
//! of nodes instead of racing it, and large cases are searched in rounds of a fixed number of nodes, none of which learns
//! from the others before the round is over, also with one thread (`rounds` in [`search()`]). A count of nodes is the same
//! on every machine.
//!
//! Before that strong branching alone was tried on two cores. It is less than half of the time (0.23 in the Dutch case, 0.30
//! to 0.46 on ladders of 140 and 200 candidates, 0.02 with many budgets), so that it could bring little.

mod basis;
mod bounding;
mod branching;
mod clock;
mod closure;
mod column;
mod core;
mod diagram;
mod enumeration;
mod fixing;
mod groups;
mod held;
mod layout;
mod master;
mod prices;
mod primal;
mod problem;
mod propagation;
mod reachable;
mod record;
mod relaxation;
mod schedule;
mod search;
mod solve;
#[cfg(test)]
pub(super) mod tests;
mod tree_reuse;
mod warm_start;

pub(super) use problem::{Problem, problem};
pub(super) use record::{Entry, Record, Sparse};
pub(super) use schedule::{Wanted, schedule};
pub(super) use solve::{search, solve, solve_least};
pub use warm_start::WarmStart;
