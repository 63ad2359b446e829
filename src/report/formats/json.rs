//! One JSON object, for programs. Its keys are a contract, so each report serialises itself.

use serde::Serialize;

use super::format::Format;
use crate::report::document::Audience;
use crate::report::safe::{self, Sink};

/// One object.
pub(super) const FORMAT: Format = Format {
    id: "json",
    aliases: &[],
    endings: &["json"],
    one_table: false,
    reader: Audience::Programs,
    sink: Sink::Json,
    write: |report, _| Ok(report.json()),
};

/// The object, indented, with a line break at the end; characters that are not seen are escaped, so the values are exact.
pub(in crate::report) fn object<T: Serialize>(value: &T) -> Vec<u8> {
    // Every key is a string and nothing here writes to a file, so serialising these types cannot fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    safe::json(&text).into_owned().into_bytes()
}
