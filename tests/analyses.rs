//! The analyses against exhaustive search on small random cases, and against published answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
#![allow(clippy::disallowed_methods, reason = "cases are laid out by hand")]

mod analyses {
    mod alternatives;
    mod commands;
    mod compare;
    mod complete;
    mod cooperate;
    mod exhaustive;
    mod explain;
    mod frontier;
    mod importance;
    mod pareto;
    mod questions;
    mod repairs;
    mod reuse;
    mod robust;
    mod stopped;
}
