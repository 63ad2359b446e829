//! One JSON object, for programs. Its keys are the field names of [`super::data`].

use serde::Serialize;

use super::data::Report;
use super::safe;

/// The report of a recommended portfolio.
pub fn write(report: &Report) -> Vec<u8> {
    object(report)
}

/// The object, indented, with a line break at the end; characters that are not seen are escaped, so the values are exact.
pub(super) fn object<T: Serialize>(value: &T) -> Vec<u8> {
    // Every key is a string and nothing here writes to a file, so serialising these types cannot fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    safe::json(&text).into_owned().into_bytes()
}
