//! The analyses against exhaustive search on small random cases, and against published answers.

mod alternatives;
mod backtests;
mod commands;
mod compare;
mod complete;
mod cooperate;
mod events;
mod exhaustive;
mod explain;
mod fortify;
mod frontier;
mod importance;
mod pareto;
mod pillars;
mod questions;
mod repairs;
mod reuse;
mod robust;
mod stay_close;
mod stopped;
