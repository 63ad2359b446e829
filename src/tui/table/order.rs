//! Which way a column is sorted.

use crate::tui::theme::Glyphs;

/// The order of a sorted column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Small first.
    Up,
    /// Large first.
    Down,
}

impl Order {
    /// The sign of a column that is sorted so.
    pub(crate) const fn sign(self, glyphs: Glyphs) -> &'static str {
        glyphs.sorted()[self as usize]
    }
}
