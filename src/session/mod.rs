//! What a planner works with, without a terminal.

pub mod analyses;
