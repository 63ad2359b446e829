//! Drawing that several screens share: numbers, bars, ladders.

pub(crate) mod bar;
pub(crate) mod ladder;
pub(crate) mod number;
