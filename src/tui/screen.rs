//! What screens and the tables on them are called by.

use crate::analyse::AnalysisKind;
use crate::model::schema::TableId;

/// A screen, by the name of its commands in keymap files. What it holds is in `screens`, in a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Screen(pub(crate) &'static str);

/// A table on some screen; its cursor, order and filter are kept by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TableKey {
    /// A table of the case.
    Sheet(TableId),
    /// The table of a screen.
    Of(Screen),
    /// A table of what an analysis found, by its key.
    Study(AnalysisKind, &'static str),
}
