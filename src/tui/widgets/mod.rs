//! Drawing that several screens share: numbers, bars, ladders.

pub(crate) mod bar;
pub(crate) mod heat;
pub(crate) mod ladder;
pub(crate) mod plot;
pub(crate) mod stacks;

pub(crate) use crate::report::number;
