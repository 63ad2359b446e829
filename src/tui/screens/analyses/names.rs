//! What the two screens of the analyses and the table of the first are called by.

use crate::tui::screen::{Screen, TableKey};

/// The list of the analyses.
pub(crate) const SCREEN: Screen = Screen("analyses");

/// The table of that list.
pub(crate) const TABLE: TableKey = TableKey::Of(SCREEN);

/// What one of them found.
pub(crate) const STUDY: Screen = Screen("study");
