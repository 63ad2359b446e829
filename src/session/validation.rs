//! What a cell may hold, said while it is typed, and what could complete it.

use super::{Document, names};
use crate::messages::{term, word};
use crate::model::Workbook;
use crate::model::cell::check as check_cell;
use crate::model::guess::suggest;
use crate::model::ownership::called;
use crate::model::schema::{Column, INSTRUMENTS, Kind, PILLARS, Table, TableId, Unit};
use crate::model::typed::{self, Typed};
use crate::say;

pub use super::wanted::Wanted;

/// What a cell of a column may hold; none for a column of the planner's own.
pub fn of_cell(document: &Document, table: TableId, column: &str) -> Option<Wanted> {
    let column = document.book.sheet(table).schema().column(column)?;
    Some(Wanted { kind: column.kind, unit: column.unit, required: column.required })
}

/// What a ministry's money in a year may be.
pub const BUDGET: Wanted =
    Wanted { kind: Kind::Number { min: Some(0), max: None }, unit: Unit::Money, required: false };

/// What is wrong with a text for a cell, as a sentence; nothing if it may stay. The form of the text is judged by the same
/// rules as when a file is read; what it names must be there.
pub fn problem(wanted: Wanted, text: &str, document: &Document) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return wanted.required.then(|| say!("validation-this-needs-value"));
    }
    if let Kind::Choice(choices) = wanted.kind
        && !choices.contains(&text)
    {
        let list: Vec<String> = choices.iter().map(|choice| term(choice)).collect();
        return Some(say!("validation-no-choice", text = text, list = list.join(", ")));
    }
    // What names a row is there or it is not: how an id is written matters to nobody who types a name.
    let unknown_one = match wanted.kind {
        Kind::Ref(table) => unknown(table, text, &document.book),
        Kind::Refs(table) => text.split_whitespace().find_map(|id| unknown(table, id, &document.book)),
        _ => None,
    };
    if unknown_one.is_some() {
        return unknown_one;
    }
    if let Err(trouble) = check_cell(wanted.kind, wanted.unit, text) {
        return Some(trouble.to_string());
    }
    match wanted.kind {
        Kind::Ministry => {
            (document.case().ministry_by_id(text).is_none()).then(|| say!("validation-no-ministry-text", text = text))
        }
        Kind::Rung => {
            let known = document.case().rungs.iter().any(|rung| rung.id == text);
            (!known).then(|| say!("validation-no-rung-text", text = text))
        }
        Kind::Holder => {
            let known = document.case().holders.iter().any(|it| it.holder == text);
            (!known).then(|| say!("validation-no-holder", text = text))
        }
        Kind::Level => {
            let levels = &document.case().levels;
            let remedy = || {
                suggest(text, levels.iter().map(String::as_str), &say!("cell-write-one-list", list = levels.join(", ")))
            };
            (!levels.iter().any(|level| level == text)).then(remedy)
        }
        _ => None,
    }
}

/// What a text means that is typed for a cell: its number as the case writes it, or the two that it can be.
pub fn typed(wanted: Wanted, text: &str, document: &Document) -> Typed {
    if let Some(id) = by_name(wanted.kind, text, document) {
        return Typed::Text(id);
    }
    typed::typed(text, (wanted.kind, wanted.unit), typed::money_of(&document.book), None)
}

/// What people call so, where it is one thing alone and the text is no id: `Subsea cables` is `subsea_cables`.
fn by_name(kind: Kind, text: &str, document: &Document) -> Option<String> {
    let (all, name) = (suggestions(kind, document), text.to_lowercase());
    let mut found = all.iter().filter(|(_, called)| called.to_lowercase() == name);
    let (id, _) = found.next().filter(|_| !name.is_empty() && all.iter().all(|(id, _)| id != text))?;
    found.next().is_none().then(|| id.clone())
}

/// Refuses a text that cannot stand in a column of a table.
///
/// # Errors
/// The sentence that says why.
pub fn refuse(document: &Document, table: TableId, column: &str, text: &str) -> Result<(), String> {
    match of_cell(document, table, column).and_then(|wanted| problem(wanted, text, document)) {
        Some(problem) => Err(say!(
            "validation-text-cannot-stand",
            text = text,
            column = names::column(document.case(), table, column),
            problem = problem
        )),
        None => Ok(()),
    }
}

fn unknown(table: TableId, id: &str, book: &Workbook) -> Option<String> {
    let sheet = book.sheet(table);
    let key = sheet.schema().key.first().copied().unwrap_or_default();
    let known = sheet.column(key).is_some_and(|at| (0..sheet.rows.len()).any(|row| sheet.cell_at(row, at) == id));
    (!known).then(|| say!("validation-there-no-id", id = id, file = sheet.schema().title()))
}

/// What a cell of this kind could hold, each with what it means.
pub fn suggestions(kind: Kind, document: &Document) -> Vec<(String, String)> {
    let words = |words: &[&str]| words.iter().map(|word| ((*word).to_string(), term(word))).collect();
    match kind {
        Kind::Choice(choices) | Kind::Vocabulary(choices) => words(choices),
        Kind::Ref(table) | Kind::Refs(table) => ids(table, &document.book),
        Kind::Ministry => {
            document.case().ministries.iter().map(|ministry| (ministry.id.clone(), ministry.name.clone())).collect()
        }
        Kind::Rung => document.case().rungs.iter().map(|rung| (rung.id.clone(), rung.name.clone())).collect(),
        Kind::Holder => sellers(document),
        Kind::Level => document.case().levels.iter().map(|level| (level.clone(), String::new())).collect(),
        Kind::Scoped => {
            let mut all = ids(TableId::Domains, &document.book);
            all.extend(suggestions(Kind::Ministry, document));
            all.extend(words(INSTRUMENTS));
            all.extend(words(PILLARS));
            all
        }
        _ => Vec::new(),
    }
}

/// Who sells something of a service, each once, in the order of the file.
fn sellers(document: &Document) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for it in document.case().holders.iter().filter(|it| !it.home) {
        if all.iter().all(|(id, _)| *id != it.holder) {
            all.push((it.holder.clone(), called(document.case(), &it.holder)));
        }
    }
    all
}

fn ids(table: TableId, book: &Workbook) -> Vec<(String, String)> {
    let sheet = book.sheet(table);
    let key = sheet.schema().key.first().copied().unwrap_or_default();
    (0..sheet.rows.len()).map(|row| (sheet.cell(row, key).to_string(), sheet.name(row).to_string())).collect()
}

/// The word that is being typed at the end of a line: for lists of ids the last one.
pub fn last_word(kind: Kind, text: &str) -> &str {
    match kind {
        Kind::Refs(_) => text.rsplit(' ').next().unwrap_or(text),
        _ => text,
    }
}

/// A unit as the screen writes it after a number or a heading.
pub fn unit_words(unit: Unit, money: &str) -> String {
    match unit {
        Unit::None | Unit::Year | Unit::Fraction => String::new(),
        Unit::Money => money.to_string(),
        Unit::Percent => "%".to_string(),
        Unit::Points => "pp".to_string(),
        Unit::Years => word("years"),
        Unit::Index => say!("portfolio-index-points"),
    }
}

/// What a column means, with its unit, its default and what it may hold; and what the file calls it.
pub fn explain(table: &Table, column: &Column, header: &str, money: &str) -> String {
    let unit = unit_words(column.unit, money);
    let unit = match column.unit {
        Unit::Fraction => say!("validation-from"),
        _ if unit.is_empty() => unit,
        _ => say!("validation-in-unit", unit = unit),
    };
    let default = match (column.required, column.default) {
        (true, _) => say!("validation-needed"),
        (false, "") => String::new(),
        (false, default) => say!("validation-empty", default = names::default_words(default)),
    };
    let file = say!("validation-in-file", column = header);
    format!("{}{unit}{default}{file}", table.spoken_help(column))
}
