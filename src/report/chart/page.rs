//! The page that charts are drawn on: its measures and colours, and text that can stand on it.

use crate::model::visible::is_hidden;
use crate::report::text::fit;

pub(super) const WIDTH: f64 = 640.0;
pub(super) const HEIGHT: f64 = 360.0;
pub(super) const LEFT: f64 = 70.0;
pub(super) const RIGHT: f64 = 20.0;
pub(super) const TOP: f64 = 16.0;
pub(super) const BOTTOM: f64 = 50.0;
pub(super) const BAR: f64 = 18.0;
/// Colours that people with any colour vision tell apart (Okabe and Ito).
pub(in crate::report) const COLOURS: [&str; 6] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

pub(super) fn to_float(count: usize) -> f64 {
    u32::try_from(count).map_or(0.0, f64::from)
}

pub(super) fn shortened(text: &str) -> std::borrow::Cow<'_, str> {
    fit(text, 24, "…")
}

/// Text in which neither SVG nor HTML sees mark-up, on one line; what is not seen stands there as its number.
pub(in crate::report) fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            letter if is_hidden(letter) => safe.extend(letter.escape_unicode()),
            letter => safe.push(letter),
        }
    }
    safe
}

/// A text at a place; `anchor` says which of its ends stands there, its beginning where it is empty.
pub(super) fn text((x, y): (f64, f64), anchor: &str, text: &str) -> String {
    let anchor = if anchor.is_empty() { String::new() } else { format!(" text-anchor=\"{anchor}\"") };
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\"{anchor}>{}</text>", xml(text))
}
