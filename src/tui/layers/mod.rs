//! The layers, one file each: what they hold, how they are drawn, what their keys do.

pub(crate) mod ask;
pub(crate) mod form;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod options;
pub(crate) mod text;
