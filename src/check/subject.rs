//! What every check looks at.

use crate::model::schema::TableId;
use crate::model::{Case, Finding, Level, Place, Workbook};

/// What a check looks at.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub workbook: &'a Workbook,
    pub case: &'a Case,
    /// What was found while the case was read.
    pub read: &'a [Finding],
}

impl Subject<'_> {
    /// Whether `case.toml` was read without an error. Where it was not, what depends on it would only be found wrong as
    /// a consequence.
    pub fn settings_are_sound(&self) -> bool {
        !self.read.iter().any(|found| found.level == Level::Error && matches!(found.place, Place::Setting(_)))
    }

    /// Whether all these tables were read without an error.
    pub fn are_sound(&self, tables: &[TableId]) -> bool {
        !self.read.iter().any(|found| {
            found.level == Level::Error && table_of(&found.place).is_some_and(|table| tables.contains(&table))
        })
    }
}

/// The table that a place is in; `None` if it is not in a table.
pub(super) const fn table_of(place: &Place) -> Option<TableId> {
    match place {
        Place::Table(id) | Place::Header(id, _) | Place::Row(id, _) | Place::Cell(id, ..) => Some(*id),
        Place::Setting(_) | Place::Elsewhere => None,
    }
}
