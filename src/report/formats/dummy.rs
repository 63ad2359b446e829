//! A format of the tests alone: the title of a report and its tables by key, in bytes that are no text.

use super::Format;
use crate::report::document::Audience;
use crate::report::safe::Sink;

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "dummy",
    aliases: &["stand-in"],
    endings: &["dmy"],
    one_table: false,
    reader: Audience::Programs,
    sink: Sink::Bytes,
    write: |report, _| {
        let mut bytes = vec![0xff, 0x00];
        bytes.extend(report.document().title().into_bytes());
        report.tables().iter().for_each(|table| bytes.extend(table.key.as_bytes()));
        Ok(bytes)
    },
};
