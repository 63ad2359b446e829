//! Changing a setting of `case.toml` by its dotted key.

use super::number;
use crate::model::change::{Change, Operation};
use crate::model::guess::suggest;
use crate::model::schema::{Kind, SETTINGS, Setting, setting_by_key};
use crate::model::settings::{self, Settings, Written};
use crate::model::workbook::Workbook;
use crate::say;

pub(super) fn apply(change: &Change, workbook: &mut Workbook) -> Result<usize, String> {
    if !change.id.is_empty() && change.id != "*" {
        return Err(say!("setting-case-toml-has", id = change.id));
    }
    let settings = Settings::parse(&workbook.settings)
        .map_err(|error| say!("setting-case-toml-cannot", message = error.message))?;
    let keys = keys(&change.column, &settings)?;
    let mut text = workbook.settings.clone();
    for (key, schema) in &keys {
        let literal = literal(change, schema, key, &settings)?;
        text = settings::write(&text, key, &literal)?;
    }
    workbook.settings = text;
    Ok(keys.len())
}

/// The keys that a key means: itself, or with `*` in place of an id, that of each ministry or rung.
fn keys(key: &str, settings: &Settings) -> Result<Vec<(String, &'static Setting)>, String> {
    let Some(schema) = setting_by_key(key) else {
        let known = known(settings);
        let remedy = suggest(key, known.iter().map(String::as_str), &say!("setting-name-setting-case"));
        return Err(say!("setting-there-no-setting", key = key, remedy = remedy));
    };
    let parts: Vec<&str> = key.splitn(3, '.').collect();
    let [kind @ ("ministry" | "rung"), id, name] = parts.as_slice() else { return Ok(vec![(key.to_owned(), schema)]) };
    let found: Vec<_> = settings
        .groups(kind)
        .filter(|group| *id == "*" || group.label == *id)
        .map(|group| (group.key(name), schema))
        .collect();
    if found.is_empty() {
        let labels = settings.groups(kind).map(|group| group.label.as_str());
        let remedy = suggest(id, labels, &say!("setting-use-id-kind", kind = kind));
        return Err(say!("setting-there-no-kind", kind = kind, id = id, remedy = remedy));
    }
    Ok(found)
}

/// Every key that could be meant in this case.
fn known(settings: &Settings) -> Vec<String> {
    let mut known = Vec::new();
    for setting in SETTINGS.iter().filter(|setting| !setting.is_per_language()) {
        match setting.key.split_once(".<id>.") {
            Some((kind, name)) => known.extend(settings.groups(kind).map(|group| group.key(name))),
            None => known.push(setting.key.to_owned()),
        }
    }
    known
}

/// What is to be written in `case.toml`.
fn literal(change: &Change, schema: &Setting, key: &str, settings: &Settings) -> Result<String, String> {
    let what = say!("setting-setting-key", key = key);
    let carry_over = schema.key.ends_with(".carry_over");
    let now = match settings.get(key).map(|entry| &entry.written) {
        Some(Written::Text(text)) => text.clone(),
        Some(Written::Number(number)) => number.replace('_', ""),
        Some(Written::Other(_)) => String::new(),
        None => schema.default.to_owned(),
    };
    match (&change.operation, schema.kind) {
        (Operation::Set(value), _) if carry_over && unquoted(value) == "all" => Ok(settings::quote("all")),
        (Operation::Set(value), Kind::Number { .. } | Kind::Whole { .. } | Kind::Year) if value.is_empty() => {
            Err(say!("setting-what-needs-number", setting = what))
        }
        (operation, Kind::Number { .. } | Kind::Whole { .. } | Kind::Year) => {
            if carry_over && now == "all" && !matches!(operation, Operation::Set(_)) {
                return Err(say!("setting-what-all-which", setting = what));
            }
            number::changed(operation, schema.kind, schema.unit, &now, &what).map(|text| as_toml(&text))
        }
        (Operation::Set(value), kind) => {
            let plain = Operation::Set(unquoted(value).to_owned());
            number::changed(&plain, kind, schema.unit, &now, &what).map(|text| settings::quote(&text))
        }
        (operation, kind) => {
            number::changed(operation, kind, schema.unit, &now, &what).map(|text| settings::quote(&text))
        }
    }
}

/// A text without the quotes around it: what is written as in `case.toml` means the same.
fn unquoted(text: &str) -> &str {
    let inside = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote).filter(|inner| !inner.contains(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}

/// A number as TOML writes it: with a digit on both sides of the point, and no zero or plus sign in front.
fn as_toml(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number.trim_start_matches('+')), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match fraction {
        Some("") | None => format!("{sign}{whole}"),
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
    }
}
