//! What is said on standard error.

use std::io::{self, Write as _};

use crate::model::visible::shortened;
use crate::report::safe;

/// Says something. Where standard error is closed there is nobody left to tell.
pub(super) fn message(text: &str) {
    complain(&format!("{text}\n"));
}

/// Writes a text as it is, but for what would steer the terminal and the middle of lines that nobody reads to their end.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().write_all(safe::text(&shortened(text)).as_bytes());
}
