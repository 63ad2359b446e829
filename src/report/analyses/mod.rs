//! What each analysis found, as a report: one file for each.

mod alternatives;
mod frontier;
mod importance;
mod pareto;
mod stress;
mod words;

pub use alternatives::alternatives_report;
pub use frontier::budget_frontier_report;
pub use importance::importance_report;
pub use pareto::pareto_report;
pub use stress::stress_report;
