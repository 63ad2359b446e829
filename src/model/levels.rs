//! The levels of classification of a case: from low to high, each a word of the ministries' own.

use toml_edit::Value;

use super::csv::part;
use super::settings::{Settings, Written};

/// The setting that lists them.
pub(crate) const KEY: &str = "classification.levels";

/// The levels of a case that lists none.
pub(crate) fn usual() -> Vec<String> {
    ["public", "internal", "confidential", "secret"].map(str::to_owned).into()
}

/// The levels that `case.toml` lists, as a list or in one text; the usual ones where it lists none, and nothing where what it
/// says is no list of different words.
pub fn of(settings: &Settings, text: &str) -> Option<Vec<String>> {
    let Some(entry) = settings.get(KEY) else { return Some(usual()) };
    let levels: Vec<String> = match &entry.written {
        // As a form or an option writes a list.
        Written::Text(list) if list.starts_with('[') => words_of(list)?,
        Written::Text(words) if words.contains(',') => words.split(',').map(|word| word.trim().to_owned()).collect(),
        Written::Text(words) => words.split_whitespace().map(str::to_owned).collect(),
        Written::Number(_) => return None,
        Written::Other(_) => words_of(part(text, entry.value.clone()))?,
    };
    let differ = |(at, level): (usize, &String)| !level.is_empty() && !levels[..at].contains(level);
    (!levels.is_empty() && levels.iter().enumerate().all(differ)).then_some(levels)
}

/// The words of a list of TOML.
fn words_of(list: &str) -> Option<Vec<String>> {
    let list = list.parse::<Value>().ok()?;
    list.as_array()?.iter().map(|word| word.as_str().map(|word| word.trim().to_owned())).collect()
}

/// The place of a level: the lowest where none is written, the highest where it is not known.
pub(crate) fn level(levels: &[String], text: &str) -> usize {
    let known = levels.iter().position(|level| level == text);
    known.unwrap_or(if text.is_empty() { 0 } else { levels.len().saturating_sub(1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_a_list_or_a_text_of_different_words() {
        let read = |text: &str| of(&Settings::parse(text).unwrap(), text);
        assert_eq!(read("format = 1\n"), Some(usual()));
        let two = Some(vec!["open".to_owned(), "Stg. Geheim".to_owned()]);
        assert_eq!(read("[classification]\nlevels = [\"open\", \"Stg. Geheim\"]\n"), two);
        assert_eq!(read("[classification]\nlevels = \"open, Stg. Geheim\"\n"), two);
        assert_eq!(read("[classification]\nlevels = '[\"open\", \"Stg. Geheim\"]'\n"), two);
        for wrong in ["[]", "3", "[\"a\", \"a\"]", "[\"a\", 3]", "\"\"", "true"] {
            assert_eq!(read(&format!("[classification]\nlevels = {wrong}\n")), None, "{wrong}");
        }
        let levels = usual();
        assert_eq!(["", "internal", "sceret"].map(|text| level(&levels, text)), [0, 1, 3]);
    }
}
