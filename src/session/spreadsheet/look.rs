//! What sheets are called and how they look.

use rust_xlsxwriter::{Format, FormatAlign};

/// The name of the sheet with the settings; a table's is its own.
pub(super) const SETTINGS: &str = "case";

/// The look of a head; one that is needed stands out.
pub(super) fn head(needed: bool) -> Format {
    let look = Format::new().set_bold().set_align(FormatAlign::Top);
    look.set_background_color(if needed { "#C9DDF0" } else { "#E7EEF5" })
}
