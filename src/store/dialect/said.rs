//! What is told of how a table was read.

use std::collections::BTreeMap;

use super::weigh::Weighed;
use super::{Layout, Level, Trouble};
use crate::messages::list;
use crate::model::DecimalMark;
use crate::model::visible::visible;
use crate::say;

/// How a table was read where that is not how the program writes, in a few words each.
pub(super) fn how(layout: &Layout, decimal: DecimalMark, old_lines: bool, changed: bool) -> Vec<String> {
    let mut how = Vec::new();
    match layout.mark {
        b',' => {}
        b';' => how.push(say!("dialect-semicolons")),
        b'\t' => how.push(say!("dialect-tabs")),
        other => how.push(say!("dialect-marks", mark = char::from(other))),
    }
    if changed && decimal == DecimalMark::Comma {
        how.push(say!("dialect-decimal-commas"));
    } else if changed {
        how.push(say!("dialect-signs"));
    }
    if old_lines {
        how.push(say!("dialect-old-lines"));
    }
    how
}

/// What its planner should look at.
pub(super) fn said(layout: &Layout, weighed: &Weighed) -> Vec<(Level, usize, Trouble)> {
    let mut said = Vec::new();
    if layout.above > 0 {
        let message = say!("dialect-header-below", line = layout.line);
        let remedy = say!("dialect-delete-above", line = layout.line);
        said.push((Level::Error, layout.line, Trouble::new("header-below", message, remedy)));
    }
    said.extend(doubt(weighed).map(|trouble| (Level::Warning, layout.line, trouble)));
    said
}

/// The question what a mark means, where nothing in the file tells it.
pub(super) fn doubt(weighed: &Weighed) -> Option<Trouble> {
    let doubt = weighed.doubt.as_ref()?;
    let message = say!(
        "dialect-doubt",
        example = doubt.example,
        column = visible(&doubt.column),
        point = doubt.point.normalize(),
        comma = doubt.comma.normalize()
    );
    let remedy = match weighed.mark {
        DecimalMark::Point => say!("dialect-doubt-point"),
        DecimalMark::Comma => say!("dialect-doubt-comma"),
    };
    Some(Trouble::new("decimal-doubt", message, remedy))
}

/// That amounts are in more currencies than one, each with a cell that says so.
pub(super) fn currencies(found: &BTreeMap<&str, String>) -> Option<Trouble> {
    let shown = |(_, cell): (&&str, &String)| format!("\"{}\"", visible(cell));
    let message = || say!("dialect-currencies", cells = list(&found.iter().map(shown).collect::<Vec<_>>()));
    (found.len() > 1).then(|| Trouble::new("mixed-currency", message(), say!("dialect-one-currency")))
}

/// What a table was read with.
pub(in crate::store) fn read_with(how: &[String]) -> Trouble {
    Trouble::new("dialect", say!("dialect-read", how = list(how)), say!("dialect-nothing"))
}
