//! Answers about a case that was changed a little, from what the answer before left behind.
//!
//! The engine keeps its tree, multipliers and basis in a [`WarmStart`](super::WarmStart) and reuses them itself; here stands
//! what a warm start is worth for another case ([`nearness`]), and how a query with another aim becomes one about the best
//! portfolio of a case, for which there is a warm start ([`recast`]).

mod nearness;
pub(super) mod recast;
#[cfg(test)]
mod tests;
pub(super) mod worlds;
