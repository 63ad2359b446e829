//! The settings of a case as rows: the keys of `case.toml` with their values, defaults and meaning, and a text with one of them changed.

use crate::messages::term;
use crate::say;
use toml_edit::{DocumentMut, Item};

use super::names::default_words;
use super::wanted::Wanted;
use crate::model::schema::{Kind, SETTINGS, Setting, setting_by_key};
use crate::model::settings;

/// A setting of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingRow {
    /// Its dotted key: `ministry.defence.voice`.
    pub key: String,
    /// Its value as text; empty where it is left out.
    pub value: String,
    /// What leaving it out means.
    pub default: String,
    /// What it means.
    pub help: String,
}

/// The settings that a text of `case.toml` has or could have.
pub fn rows(text: &str) -> Vec<SettingRow> {
    let Ok(document) = text.parse::<DocumentMut>() else { return Vec::new() };
    let mut rows = Vec::new();
    for setting in SETTINGS.iter().filter(|setting| !setting.key.contains("<id>")) {
        for (key, item) in written(setting, setting.key, document.as_item()) {
            rows.push(row(setting, key, item));
        }
    }
    for array in ["ministry", "rung"] {
        let Some(tables) = document.get(array).and_then(Item::as_array_of_tables) else { continue };
        for table in tables {
            let id = table.get("id").and_then(Item::as_str).unwrap_or("?");
            for setting in SETTINGS {
                let Some(field) = setting.key.strip_prefix(&format!("{array}.<id>.")) else { continue };
                let group = Item::Table(table.clone());
                for (field, item) in written(setting, field, &group) {
                    rows.push(row(setting, format!("{array}.{id}.{field}"), item));
                }
            }
        }
    }
    rows
}

fn row(setting: &Setting, key: String, item: Option<&Item>) -> SettingRow {
    SettingRow {
        key,
        value: item.map_or_else(String::new, plain),
        default: default_words(setting.default),
        help: setting.spoken_help(),
    }
}

/// The keys of a setting in a table, with what they hold: one, written or not, and where it is one for each language, those that
/// are written.
fn written<'a>(setting: &Setting, field: &str, table: &'a Item) -> Vec<(String, Option<&'a Item>)> {
    if !setting.is_per_language() {
        return vec![(field.to_owned(), lookup(table, field))];
    }
    let before = setting.key.strip_suffix(field).unwrap_or_default();
    let keys = table.as_table_like().into_iter().flat_map(|table| table.iter());
    keys.filter(|(key, _)| setting.fits(&format!("{before}{key}")))
        .map(|(key, item)| (key.to_owned(), Some(item)))
        .collect()
}

fn lookup<'a>(root: &'a Item, key: &str) -> Option<&'a Item> {
    key.split('.').try_fold(root, |item, part| item.get(part))
}

fn plain(item: &Item) -> String {
    item.as_str().map_or_else(
        || item.as_value().map_or_else(String::new, |value| value.clone().decorated("", "").to_string()),
        str::to_string,
    )
}

/// What is typed for a setting: what it holds, also where a word may stand in its place.
pub fn typed_as(key: &str) -> Option<Wanted> {
    let setting = setting_by_key(key)?;
    Some(Wanted { kind: setting.kind, unit: setting.unit, required: setting.required })
}

/// What a setting may hold. The carry-over also takes `all`, so it is left to the check.
pub fn wanted(key: &str) -> Option<Wanted> {
    typed_as(key).filter(|_| !key.ends_with(".carry_over"))
}

/// What is wrong with the text of a setting that holds more than its kind says: the carry-over also takes a word.
pub fn problem(key: &str, text: &str) -> Option<String> {
    if !key.ends_with(".carry_over") || text.is_empty() || is_carry_all(key, text) {
        return None;
    }
    let part = text.parse::<rust_decimal::Decimal>().ok();
    let fits = part.is_some_and(|part| (rust_decimal::Decimal::ZERO..=rust_decimal::Decimal::ONE).contains(&part));
    (!fits).then(|| say!("settings-text-no-carry", text = text, all = say!("settings-carry-all")))
}

/// What a setting means.
pub fn help(key: &str) -> String {
    setting_by_key(key).map_or_else(String::new, |setting| {
        let default = if setting.default.is_empty() {
            String::new()
        } else {
            say!("settings-left-out-default", default = default_words(setting.default))
        };
        format!("{}{default}", setting.spoken_help())
    })
}

/// Whether a text says that all money may be carried over, in the word of the files or of people.
pub fn is_carry_all(key: &str, text: &str) -> bool {
    key.ends_with(".carry_over") && (text == "all" || text.to_lowercase() == say!("settings-carry-all"))
}

/// What a value of a setting says to people: a choice in words; whatever else there is stays.
pub fn told(key: &str, value: &str) -> String {
    match setting_by_key(key).map(|setting| setting.kind) {
        Some(Kind::Choice(_)) => term(value),
        _ if is_carry_all(key, value) => say!("settings-carry-all"),
        _ => value.to_owned(),
    }
}

/// The text of `case.toml` with a setting changed; every other byte stays, line ends too. An empty value takes the setting out.
///
/// # Errors
/// A sentence that says why it cannot be changed.
pub fn changed(text: &str, key: &str, value: &str) -> Result<String, String> {
    match value.trim() {
        "" => settings::remove(text, key),
        value => settings::write(text, key, &typed(value, setting_by_key(key))),
    }
}

/// The value as TOML.
fn typed(value: &str, setting: Option<&Setting>) -> String {
    let number = setting.is_some_and(|it| matches!(it.kind, Kind::Number { .. } | Kind::Whole { .. } | Kind::Year));
    if number && value.parse::<toml_edit::Value>().is_ok() { value.to_owned() } else { settings::quote(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "format = 1 # the format\ntitle = \"A\"\n\n[[ministry]]\nid = \"defence\"\nvoice = 0.5  # half\n";

    #[test]
    fn a_change_keeps_comments_and_all_else() {
        let changed = |key, value| changed(TEXT, key, value).unwrap();
        assert_eq!(changed("ministry.defence.voice", "0.75"), TEXT.replace("0.5 ", "0.75 "));
        assert_eq!(changed("ministry.defence.carry_over", "all"), format!("{TEXT}carry_over = \"all\"\n"));
        assert!(changed("objective.risk", "full").contains("[objective]\nrisk = \"full\"\n"));
        assert_eq!(changed("title", ""), TEXT.replace("title = \"A\"\n", ""));
    }

    #[test]
    fn every_line_keeps_its_own_end() {
        let text = TEXT.replace("format = 1 # the format\n", "format = 1 # the format\r\n").replace("]]\n", "]]\r\n");
        let changed = |key, value| changed(&text, key, value).unwrap();
        assert_eq!(changed("ministry.defence.voice", "0.75"), text.replace("0.5 ", "0.75 "));
        assert_eq!(changed("title", "B"), text.replace("\"A\"", "\"B\""));
        assert_eq!(changed("format", ""), text.replace("format = 1 # the format\r\n", ""));
        let all = TEXT.replace('\n', "\r\n");
        assert_eq!(super::changed(&all, "title", "B").unwrap(), all.replace("\"A\"", "\"B\""));
    }

    #[test]
    fn every_setting_is_listed_with_its_value() {
        let rows = rows(TEXT);
        let value = |key: &str| rows.iter().find(|row| row.key == key).map(|row| row.value.clone());
        assert_eq!(value("ministry.defence.voice"), Some("0.5".to_string()));
        assert_eq!(value("objective.risk"), Some(String::new()));
        assert_eq!(value("rung.seat.power"), None);
    }
}
