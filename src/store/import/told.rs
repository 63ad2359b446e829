//! What is said of how a list was read: full sentences for the planner.

use crate::model::order::InOrder as _;
use litemap::LiteMap;

use super::build::Built;
use super::columns::{By, ListColumn};
use super::items::Items;
use super::role::{Role, When};
use super::rows::Sorted;
use super::view::View;
use super::words::after_base;
use crate::messages::{list, word};
use crate::model::visible::visible;
use crate::say;

/// This many examples stand in a sentence.
const EXAMPLES: usize = 3;

/// Texts with how often each stands there, the most frequent first, and how many there are in all.
fn counted(texts: &LiteMap<String, usize>) -> (usize, String) {
    let mut all: Vec<_> = texts.iter().collect();
    all.order_by_key(|(_, count)| std::cmp::Reverse(**count));
    let shown = all.iter().take(EXAMPLES).map(|(text, count)| format!("\"{}\" ({count})", shortened(text)));
    let shown: Vec<String> = shown.chain((all.len() > EXAMPLES).then(|| word("others"))).collect();
    (texts.values().sum(), list(&shown))
}

/// A text for a sentence.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let text = visible(text);
    if text.chars().count() <= MOST {
        return text.into_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}

/// Lines of the file as a list.
fn lines(lines: &[usize]) -> String {
    let shown = lines.iter().take(9).map(ToString::to_string);
    list(&shown.chain((lines.len() > 9).then(|| word("others"))).collect::<Vec<_>>())
}

/// What is said of the columns and the years.
pub(super) fn of_columns(view: &View<'_>, lines_above: usize) -> Vec<String> {
    let mut told = Vec::new();
    if lines_above > 0 {
        told.push(say!("import-lines-above", count = lines_above));
    }
    for column in view.columns {
        let heading = shortened(&column.heading);
        match (&column.role, column.by) {
            (Role::Field("name"), By::Cells) => told.push(say!("import-name-by-cells", heading = heading)),
            (Role::Field("domain"), By::Cells) => told.push(say!("import-domain-by-cells", heading = heading)),
            (Role::Ministry, By::Cells) => told.push(say!("import-ministry-by-cells", heading = heading)),
            (Role::Keep, By::Heading) => {
                let role = column.denied.as_ref().map(Role::label);
                told.extend(role.map(|role| say!("import-denied", heading = heading, role = role)));
            }
            _ => {}
        }
    }
    // Figures that count for nothing are said, so that money among them is not lost unseen.
    let is_past = |it: &ListColumn| after_base(&it.heading).is_some_and(|(after, _)| after < 0);
    let unused = |it: &&ListColumn| it.role == Role::Keep && it.by != By::Planner && it.is_numeric() && !is_past(it);
    let unused: Vec<String> =
        view.columns.iter().filter(unused).map(|it| format!("\"{}\"", shortened(&it.heading))).collect();
    if !unused.is_empty() {
        told.push(say!("import-figures-unused", count = unused.len(), headings = list(&unused)));
    }
    let has = |role: &Role| view.at(role).is_some();
    if !view.is_calendar() {
        let whole = view.columns.iter().any(|column| matches!(column.role, Role::Cost(When::Unsaid, _)));
        let starts = has(&Role::Field("start_from"));
        told.push(match (whole, starts) {
            (true, true) => say!("import-one-amount-at-start", year = view.first_year),
            (true, false) => say!("import-one-amount", year = view.first_year),
            (false, _) => say!("import-years-from", year = view.first_year),
        });
    }
    if view.years.is_some() {
        told.push(say!("import-row-each-year"));
    }
    if view.negated {
        told.push(say!("import-negated"));
    }
    if !has(&Role::Field("points")) {
        told.push(say!("import-no-gain"));
    }
    if !has(&Role::Field("domain")) {
        told.push(say!("import-no-column-tells"));
    }
    if !has(&Role::Field("candidate")) {
        told.push(say!("import-no-column-holds"));
    }
    told
}

/// What is said of the rows.
pub(super) fn of_rows(sorted: &Sorted, made: &Items) -> Vec<String> {
    let mut told = Vec::new();
    if !sorted.alone.is_empty() {
        told.push(say!("import-total-alone", count = sorted.alone.len(), lines = lines(&sorted.alone)));
    }
    if !sorted.doubtful.is_empty() {
        told.push(say!("import-total-doubtful", count = sorted.doubtful.len(), lines = lines(&sorted.doubtful)));
    }
    if !sorted.begun.is_empty() {
        let (at, names): (Vec<usize>, Vec<&String>) = sorted.begun.iter().map(|(line, name)| (*line, name)).unzip();
        let shown: Vec<String> = names.iter().take(EXAMPLES).map(|name| format!("\"{}\"", shortened(name))).collect();
        told.push(say!("import-total-begins", count = at.len(), lines = lines(&at), names = list(&shown)));
    }
    if !made.ministries.is_empty() {
        let names: Vec<String> = made.ministries.iter().map(|(_, name)| shortened(name)).collect();
        told.push(say!("import-ministries", count = names.len(), names = list(&names)));
    }
    if made.joint_rows > 0 {
        let texts = made.joint.iter().take(EXAMPLES).map(|text| format!("\"{}\"", shortened(text)));
        told.push(say!("import-paid-jointly", count = made.joint_rows, texts = list(&texts.collect::<Vec<_>>())));
    }
    if !made.not_understood.is_empty() {
        let (count, texts) = counted(&made.not_understood);
        told.push(say!("import-not-understood", count = count, texts = texts));
    }
    if !made.no_amounts.is_empty() {
        let (count, texts) = counted(&made.no_amounts);
        told.push(say!("import-no-amounts", count = count, texts = texts));
    }
    for (heading, texts) in &made.unread {
        let (count, texts) = counted(texts);
        told.push(say!("import-unread", count = count, heading = shortened(heading), texts = texts));
    }
    if !made.states.is_empty() {
        let (count, texts) = counted(&made.states);
        told.push(say!("import-states", count = count, texts = texts));
    }
    for (heading, count) in &sorted.filled {
        told.push(say!("import-filled-down", count = *count, heading = shortened(heading)));
    }
    if made.added > 0 {
        told.push(say!("import-added-up", count = made.added));
    }
    if made.early > 0 {
        told.push(say!("import-start-early", count = made.early));
    }
    if made.paid_before > 0 {
        told.push(say!("import-paid-before", count = made.paid_before));
    }
    if made.lines_joined {
        told.push(say!("import-lines-joined"));
    }
    told
}

/// What is said of the case.
pub(super) fn of_case(built: &Built, budget: bool) -> Vec<String> {
    let mut told = Vec::new();
    if built.ids_made > 0 {
        told.push(say!("import-ids-made", count = built.ids_made));
    }
    for (line, id, given) in built.ids_again.iter().take(EXAMPLES) {
        told.push(say!("import-id-again", line = *line, id = id, given = given));
    }
    if built.ids_again.len() > EXAMPLES {
        told.push(say!("import-ids-again", count = built.ids_again.len() - EXAMPLES));
    }
    if built.relations.0 > 0 {
        told.push(say!("import-alternatives", count = built.relations.0));
    }
    if built.relations.1 > 0 {
        told.push(say!("import-predecessors", count = built.relations.1));
    }
    for (candidate, name, near) in built.missing.iter().take(EXAMPLES) {
        let (candidate, name) = (shortened(candidate), shortened(name));
        told.push(match near {
            Some(near) => say!("import-predecessor-near", candidate = candidate, name = name, near = shortened(near)),
            None => say!("import-predecessor-missing", candidate = candidate, name = name),
        });
    }
    if built.missing.len() > EXAMPLES {
        told.push(say!("import-predecessors-missing", count = built.missing.len() - EXAMPLES));
    }
    if built.rounded > 0 {
        told.push(say!("import-shares-rounded", count = built.rounded));
    }
    if built.uneven > 0 {
        told.push(say!("import-shares-uneven", count = built.uneven));
    }
    if built.odd_shares > 0 {
        told.push(say!("import-shares-odd", count = built.odd_shares));
    }
    told.push(if budget { say!("import-budget-divided") } else { say!("import-budget-all") });
    told.push(say!("import-no-service-no"));
    told
}

/// The sentence of columns of years before the base year.
pub(super) fn past(headings: &[String]) -> String {
    let shown: Vec<String> = headings.iter().map(|heading| format!("\"{}\"", shortened(heading))).collect();
    say!("import-past", count = headings.len(), headings = list(&shown), heading = shortened(&headings[0]))
}

/// The sentence of a column that sounds like costs and is not used as such.
pub(super) fn unused(column: &ListColumn) -> String {
    say!("import-unused", heading = shortened(&column.heading))
}
