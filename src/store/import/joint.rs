//! Ministries that pay together, in one cell.

use super::words::ministry_of;

/// What stands between ministries that pay together.
const BETWEEN: &[&str] = &["/", "&", "+", ";", ",", " en ", " EN ", " and ", " AND ", " und ", " et "];
/// A longer text names no ministries.
const LONGEST: usize = 200;

/// The ministries of a text that names several, each one that everybody knows or that is known from elsewhere; none for any other.
pub(super) fn joint<'t>(text: &'t str, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<&'t str>> {
    let known = |text: &str| ministry_of(text).is_some() || is_known(text);
    if text.len() > LONGEST || ministry_of(text).is_some() { None } else { split(text, &known) }
}

/// The parts of a text that are all known, where it can be cut into at least two.
fn split<'t>(text: &'t str, known: &dyn Fn(&str) -> bool) -> Option<Vec<&'t str>> {
    BETWEEN.iter().flat_map(|sign| text.match_indices(sign)).find_map(|(at, sign)| {
        let first = text.get(..at)?.trim();
        let rest = text.get(at + sign.len()..)?.trim();
        if !known(first) {
            return None;
        }
        let rest = if known(rest) { vec![rest] } else { split(rest, known)? };
        Some([vec![first], rest].concat())
    })
}
