//! What a cell may hold, said while it is typed, and what could complete it.

use rust_decimal::Decimal;

use super::document::Document;
use super::table::parse_number;
use crate::model::Workbook;
use crate::model::schema::{Column, INSTRUMENTS, Kind, PILLARS, TableId, Unit};

/// What is wrong with a text for this kind of cell, as a sentence; nothing if it may stay.
pub(crate) fn problem(kind: Kind, required: bool, text: &str, document: &Document) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return required.then(|| "This needs a value.".to_string());
    }
    match kind {
        Kind::Text | Kind::Scoped => None,
        Kind::Id | Kind::Vocabulary(_) => (!is_id(text)).then(|| ID_RULE.to_string()),
        Kind::Number { min, max } => number(text, min, max),
        Kind::Whole { min, max } => whole(text, min, max),
        Kind::Year => whole(text, 1900, 2999),
        Kind::Share => share(text),
        Kind::Choice(words) => (!words.contains(&text)).then(|| format!("One of {}.", words.join(", "))),
        Kind::Ref(table) => unknown(table, text, &document.book),
        Kind::Refs(table) => text.split_whitespace().find_map(|id| unknown(table, id, &document.book)),
        Kind::Ministry => (document.case().ministry_by_id(text).is_none())
            .then(|| format!("No ministry `{text}`: they are in the settings.")),
        Kind::Rung => {
            let known = document.case().rungs.iter().any(|rung| rung.id == text);
            (!known).then(|| format!("No rung `{text}`: they are in the settings."))
        }
        Kind::Amount => number(text.strip_suffix('%').unwrap_or(text).trim(), Some(0), None),
        Kind::Change => change(text),
    }
}

const ID_RULE: &str = "An id has small letters, digits, - and _, and starts with a letter or digit.";

/// Whether a text is an id.
pub(crate) fn is_id(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    text.bytes().all(inside) && text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

fn number(text: &str, min: Option<i64>, max: Option<i64>) -> Option<String> {
    let Some(value) = parse_number(text) else {
        let hint = if text.contains(',') { " Write the decimals after a point." } else { "" };
        return Some(format!("`{text}` is not a number.{hint}"));
    };
    let low = min.filter(|&min| value < Decimal::from(min));
    let high = max.filter(|&max| value > Decimal::from(max));
    low.map(|min| format!("It may not be below {min}.")).or(high.map(|max| format!("It may not be above {max}.")))
}

fn whole(text: &str, min: i64, max: i64) -> Option<String> {
    match text.parse::<i64>() {
        Ok(value) if (min..=max).contains(&value) => None,
        Ok(_) => Some(format!("A whole number from {min} to {max}.")),
        Err(_) => Some(format!("`{text}` is not a whole number.")),
    }
}

fn share(text: &str) -> Option<String> {
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    match (from.trim().parse::<u8>(), to.trim().parse::<u8>()) {
        (Ok(from), Ok(to)) if from <= to && to <= 100 => None,
        _ => Some("A whole percent such as 40, or a range such as 20-60.".to_string()),
    }
}

fn change(text: &str) -> Option<String> {
    let fits = match text.split_at_checked(1) {
        Some(("=", _)) => true,
        Some(("+" | "-" | "*", rest)) => parse_number(rest).is_some(),
        _ => false,
    };
    (!fits).then(|| "Write =v to set, +v or -v to add, *v to multiply.".to_string())
}

fn unknown(table: TableId, id: &str, book: &Workbook) -> Option<String> {
    let sheet = book.sheet(table);
    let key = sheet.schema().key.first().copied().unwrap_or_default();
    let known = sheet.column(key).is_some_and(|at| (0..sheet.rows.len()).any(|row| sheet.cell_at(row, at) == id));
    (!known).then(|| format!("There is no `{id}` in {}.", sheet.schema().file))
}

/// What a cell of this kind could hold, each with what it means.
pub(crate) fn suggestions(kind: Kind, document: &Document) -> Vec<(String, String)> {
    let words = |words: &[&str]| words.iter().map(|word| ((*word).to_string(), String::new())).collect();
    match kind {
        Kind::Choice(choices) | Kind::Vocabulary(choices) => words(choices),
        Kind::Ref(table) | Kind::Refs(table) => ids(table, &document.book),
        Kind::Ministry => {
            document.case().ministries.iter().map(|ministry| (ministry.id.clone(), ministry.name.clone())).collect()
        }
        Kind::Rung => document.case().rungs.iter().map(|rung| (rung.id.clone(), rung.name.clone())).collect(),
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

fn ids(table: TableId, book: &Workbook) -> Vec<(String, String)> {
    let sheet = book.sheet(table);
    let key = sheet.schema().key.first().copied().unwrap_or_default();
    (0..sheet.rows.len()).map(|row| (sheet.cell(row, key).to_string(), sheet.cell(row, "name").to_string())).collect()
}

/// The word that is being typed at the end of a line: for lists of ids the last one.
pub(crate) fn last_word(kind: Kind, text: &str) -> &str {
    match kind {
        Kind::Refs(_) => text.rsplit(' ').next().unwrap_or(text),
        _ => text,
    }
}

/// A unit as the screen writes it after a number or a heading.
pub(crate) fn unit_words(unit: Unit, money: &str) -> String {
    match unit {
        Unit::None | Unit::Year => String::new(),
        Unit::Money => money.to_string(),
        Unit::Percent => "%".to_string(),
        Unit::Points => "pp".to_string(),
        Unit::Years => "years".to_string(),
        Unit::Fraction => "0-1".to_string(),
        Unit::Index => "index points".to_string(),
    }
}

/// What a column means, with its unit, its default and what it may hold.
pub(crate) fn explain(column: &Column, money: &str) -> String {
    let unit = unit_words(column.unit, money);
    let unit = if unit.is_empty() { unit } else { format!(" In {unit}.") };
    let default = match (column.required, column.default) {
        (true, _) => " Needed.".to_string(),
        (false, "") => String::new(),
        (false, default) => format!(" Empty: {default}."),
    };
    format!("{}{unit}{default}", column.help)
}
