//! From a case to a proven portfolio.
//!
//! From the bottom up: what is asked and answered (`options`, `task`, `query`, `no_good`, `answer`); the case in integers
//! (`instance`), on which stand `heuristics` for a first incumbent and `dd`, the program's own engine (column generation over
//! decision diagrams, branch and bound); `milp`, the case as a mixed-integer program for general solvers; `solvers`, all of
//! them behind one trait; `certificate`, which recomputes what they say in decimals before anybody sees it; `lexicographic`,
//! the best objective and then the lowest bill, with `tie_break` and, where nothing is possible, `iis`; `reoptimise` for cases
//! that were changed a little; `stay_close`, of the best and cheapest the one that changes a plan least; `proof`, which can be checked without any of this. Floating point and `good_lp` are known here
//! and nowhere else.

mod answer;
mod ask;
mod canonical_case;
pub mod certificate;
mod conflict;
mod dd;
mod guests;
mod handover;
mod heuristics;
mod highest_level;
pub mod iis;
mod instance;
mod levels;
mod lexicographic;
mod milp;
mod no_good;
mod options;
pub mod proof;
mod query;
mod reoptimise;
mod run;
mod solvers;
mod stay_close;
mod task;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod tie_break;
mod work;

pub use answer::{Answer, Closeness, Kept, OptimiseError, SolverReport, Status};
pub use ask::{ask, ask_from};
pub use conflict::Conflict;
pub use dd::WarmStart;
pub use guests::{GuestKind, GuestProgram, Guests};
pub use highest_level::HighestLevel;
pub use lexicographic::{optimise, optimise_from};
pub use milp::export::{lp, mps, natural_mps};
pub use no_good::{Changes, ConditionalBound, NoGood};
pub use options::{Asked, Options, Progress, SolverChoice, Stage, Stop};
pub use query::{Aim, Bound, Measure, ProofStatus, Query, QueryResult, Side};
pub use solvers::choice::guest_version;
pub use solvers::{Engine, Solver};
pub use stay_close::{StayClose, optimise_close, percent_of};
pub use task::{BEST_WITHIN, End, Found, Goal, Precision, SAME, SolverError, Task};
