//! What a text may hold that is typed.

use crate::model::schema::{Kind, Unit};

/// What a cell may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The kind of its text.
    pub kind: Kind,
    /// The unit of its number.
    pub unit: Unit,
    /// Whether it needs a value.
    pub required: bool,
}
