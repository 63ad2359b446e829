//! What each analysis found, as a report: one file for each.

mod alternatives;
mod chance;
mod compare;
mod cooperate;
mod explain;
mod frontier;
mod importance;
mod impossible;
mod pareto;
mod robust;
mod stress;
mod words;

pub use alternatives::alternatives_report;
pub use compare::compare_report;
pub use cooperate::cooperate_report;
pub use explain::explain_report;
pub use frontier::{budget_frontier_report, budget_frontier_with_own};
pub use importance::importance_report;
pub use impossible::impossible_report;
pub use pareto::{pareto_report, pareto_with_own};
pub use robust::robust_report;
pub use stress::stress_report;
