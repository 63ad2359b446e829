//! A solver of our own: Dantzig–Wolfe over decision diagrams, with branch and bound.
//!
//! The steps of a service are what makes a case hard for a general solver: each rung is a weak row for it. Here every service,
//! or small cluster of services, is a reduced decision diagram ([`diagram`]). Everything that links services (budgets,
//! relations, limits, targets: [`rows`]) gets a multiplier; what is left falls apart into a longest path for each diagram,
//! and the sum is an upper bound for any multipliers ([`bounding`]), over the nodes that a path can still reach ([`live`]).
//! The best multipliers come from a primal simplex method whose columns are paths ([`master`], [`relaxation`]). Nodes are
//! narrowed by single rows ([`propagation`]) and by bounds ([`fixing`]), split ([`branching`]) and searched by best bound
//! with dives ([`search()`]). Portfolios are put together at first without any relaxation ([`quick`]), then from what the
//! relaxation suggests ([`primal`]); starts and shares of candidates that are chosen are a search of their own
//! ([`schedule`](mod@schedule)); all are judged in exact integers ([`plan`]).
//!
//! # How soon, and how it stops
//!
//! The quick search has a portfolio within milliseconds. Everything that takes longer than that (diagrams, passes, mending,
//! schedules, the final form) asks the [`clock`] whether to stop; a test counts the steps between two questions. Nobody who
//! stopped a search waits until the memory of its tree is given back.
//!
//! # One thread, and nobody beside it
//!
//! The search is sequential, and a general solver follows it after a fixed number of nodes instead of racing it. Both are for
//! the sake of the answer: which of several portfolios with the same objective and bill is shown would otherwise depend on
//! who was first, because the last stage exchanges starts and splits but not whole sets of candidates. A count of nodes is the
//! same on every machine.
//!
//! A second core was tried where the answer cannot depend on it: trials of candidates before a split begin with the same
//! basis, so that several threads can make them and a fixed order can take them in. With them the search went the same way
//! with one thread and two, but they are less than half of it: 0.23 of the time in the Dutch case, 0.30 to 0.46 on ladders of
//! 140 and 200 candidates, 0.10 with points only, 0.02 with many budgets. Two cores could at best have made ladders 1.3 times
//! as fast, and nothing where it takes the longest; so it was taken out again. What could save more are rounds in
//! which the best open nodes are worked on side by side, each with the best portfolio and the costs of branching that were
//! known at the start of the round: every node of a round is then a search of its own that must not learn from the others,
//! also with one thread. This has not been tried.

#[cfg(test)]
mod again;
mod basis;
mod bounding;
mod branching;
mod build;
mod clock;
mod column;
mod diagram;
mod diving;
mod domains;
mod exact;
mod fixing;
mod held;
mod instance;
mod layout;
mod live;
mod master;
mod memory;
mod mending;
mod plan;
mod prices;
mod primal;
mod propagation;
mod quick;
mod recall;
mod record;
mod relaxation;
mod replan;
mod rows;
mod schedule;
mod search;
mod solve;
mod start;
#[cfg(test)]
mod tests;

pub use solve::Engine;

pub(super) use domains::Decision;
pub(super) use instance::Halt;
pub(super) use memory::Remembered;
pub(super) use record::{Entry, Record, Sparse};
pub(super) use replan::replanned;
pub(super) use rows::RowName;
pub(super) use search::Problem;
pub(super) use solve::{problem, search};
pub(super) use start::start;
