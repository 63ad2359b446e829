//! Portfolios within milliseconds, before anything is proven: what a search starts from.
//!
//! `breakout_search` on the integers of the engine, `greedy` on the case itself where the engine does not take it on. The
//! heuristics that need a relaxation or a tree (rounding, dives, exchanges, neighbourhoods) stand with the engine's search.

pub(super) mod breakout_search;
pub(super) mod greedy;
mod start;

pub(super) use greedy::greedy;
pub(super) use start::{opened, start};
