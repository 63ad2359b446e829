//! What the files beside the tables of a case are called.

/// The file of the log in the case's folder.
pub const LOG_FILE: &str = "changes.log";

/// The folder in a case's folder with the portfolios that were kept.
pub const KEPT_FOLDER: &str = "kept";

/// The file beside a case with the own portfolio of its only planner; others have files named after them, see [`super::own_file`].
pub const OWN_FILE: &str = "own.csv";
