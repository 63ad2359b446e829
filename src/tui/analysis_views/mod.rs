//! What runs of analyses look like: their reports, what only the screen has of them, and what their views show. What is drawn of one
//! analysis, and what its rows stand for, is in its file.

mod alternatives;
mod budget;
mod cooperate;
mod explain;
mod fortify;
mod grid;
mod importance;
mod pareto;
mod parts;
mod pictures;
mod pillars;
mod plan_changes;
mod robust;
mod runs;
mod stress;
#[cfg(test)]
mod tests;

pub(crate) use budget::so_far;
pub(crate) use grid::{AnalysisGrid, BAR_COLUMN};
pub(crate) use parts::{About, Meaning, Picture};
pub(crate) use pictures::{explained, extra, has_picture, mark_sentence, meaning, picture};
pub(crate) use runs::{AnalysisViews, Shape, ShownRun, Whose, repairs, state_words};
