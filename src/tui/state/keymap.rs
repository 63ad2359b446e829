//! Which key does what, where: the table of commands, with what the keymap file changes.
//!
//! A keymap file is TOML: a table for each context, in it a command's name and its keys. A command that is named loses
//! its own keys; `[]` takes them away.
//!
//! ```toml
//! [table]
//! sort = ["s", "f6"]
//! ```

use crate::say;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::{Entry, Registry};
use crate::model::guess::suggest;
use crate::report::formats::markdown_cell;
use crate::tui::commands::{Command, Context};
use crate::tui::key::Key;

/// Which key does what, where.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// What there are keys for.
    pub(crate) registry: &'static Registry,
    commands: HashMap<(Context, Key), Command>,
    keys: HashMap<(Context, Command), Vec<Key>>,
}

impl Keymap {
    /// The keys that the commands have by themselves.
    pub(crate) fn new(registry: &'static Registry) -> Self {
        let mut map = Self { registry, commands: HashMap::new(), keys: HashMap::new() };
        for entry in &registry.entries {
            let keys = entry.keys.iter().filter_map(|key| Key::parse(key).ok()).collect();
            map.bind(entry, keys);
        }
        map
    }

    /// The keymap that a file makes of that; with a sentence for each thing that is wrong with the file, while the rest of it holds.
    pub(crate) fn read(registry: &'static Registry, text: &str) -> (Self, Vec<String>) {
        let mut map = Self::new(registry);
        let mut errors = Vec::new();
        let document = match text.parse::<toml_edit::DocumentMut>() {
            Ok(document) => document,
            Err(error) => {
                errors.push(say!("keymap-keymap-file-not", error = error.to_string().trim()));
                return (map, errors);
            }
        };
        let mut given = HashSet::new();
        for (context_id, item) in document.iter() {
            let context = registry.contexts.iter().copied().find(|context| context.id() == context_id);
            let (Some(context), Some(table)) = (context, item.as_table_like()) else {
                let names: Vec<_> = registry.contexts.iter().map(|context| context.id()).collect();
                let places = say!("keymap-places-names", names = names.join(", "));
                let known = suggest(context_id, names, &places);
                errors.push(say!("keymap-keymap-file-has", context_id = context_id, known = known));
                continue;
            };
            let mut here: Vec<(Key, &str)> = Vec::new();
            for (id, item) in table.iter() {
                match map.rebind(context, id, item) {
                    Ok(keys) => {
                        errors.extend(keys.iter().filter_map(|&key| twice(&mut here, key, id, context)));
                        given.extend(keys.into_iter().map(|key| (context, key)));
                    }
                    Err(error) => errors.push(error),
                }
            }
        }
        errors.extend(map.uncover(&given));
        let can_quit = [Command::Close, Command::Cancel, Command::Palette];
        if can_quit.iter().all(|&command| map.keys(command, Context::Everywhere).is_empty()) {
            errors.push(say!("keymap-keymap-file-leaves"));
            let cancel = registry.entry(Context::Everywhere, Command::Cancel);
            if let (Some(entry), Ok(key)) = (cancel, Key::parse("ctrl-c")) {
                map.bind(entry, vec![key]);
            }
        }
        (map, errors)
    }

    /// Takes a key that the file gives to a command away from commands of nearer places that have it by themselves: there it would
    /// do something else. Gives a sentence for each key that the file gives to both.
    fn uncover(&mut self, given: &HashSet<(Context, Key)>) -> Vec<String> {
        let mut errors = Vec::new();
        let mut hidden = Vec::new();
        for &(wider, key) in given {
            let Some(entry) = self.entry(wider, key).filter(|entry| !has_by_itself(entry, key)) else { continue };
            for nearer in self.registry.contexts.iter().copied().filter(|&near| self.registry.is_nearer(near, wider)) {
                match self.entry(nearer, key) {
                    Some(other) if other.command == entry.command => {}
                    // Those that share a key by themselves may well share another one.
                    Some(other) if other.keys.iter().any(|key| entry.keys.contains(key)) => {}
                    Some(other) if given.contains(&(nearer, key)) => errors.push(say!(
                        "keymap-keymap-file-gives",
                        key = key,
                        wide_place = wider.id(),
                        command = entry.id,
                        near_place = nearer.id(),
                        near_command = other.id
                    )),
                    Some(_) => hidden.push((nearer, key)),
                    None => {}
                }
            }
        }
        for (context, key) in hidden {
            if let Some(command) = self.commands.remove(&(context, key))
                && let Some(keys) = self.keys.get_mut(&(context, command))
            {
                keys.retain(|it| *it != key);
            }
        }
        errors.sort();
        errors
    }

    /// The line of the table of commands that a key stands for in a place.
    fn entry(&self, context: Context, key: Key) -> Option<&'static Entry> {
        self.registry.entry(context, self.command(key, context)?)
    }

    fn rebind(&mut self, context: Context, id: &str, item: &toml_edit::Item) -> Result<Vec<Key>, String> {
        let known = || self.registry.of(context);
        let entry = known().find(|entry| entry.id == id).ok_or_else(|| {
            let near = suggest(id, known().map(|entry| entry.id), "");
            say!("keymap-keymap-file-has-id", command = id, place = context.id(), near = near)
        })?;
        let names: Vec<&str> = match item.as_str() {
            Some(one) => vec![one],
            None => item
                .as_array()
                .and_then(|array| array.iter().map(toml_edit::Value::as_str).collect())
                .ok_or_else(|| say!("keymap-keymap-file-gives-id", id = id))?,
        };
        let keys = names
            .into_iter()
            .map(Key::parse)
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| say!("keymap-keymap-file-gives-id-wrong", id = id, error = error))?;
        if let Some(letter) = keys.iter().find(|key| context.types_letters() && key.character().is_some()) {
            return Err(say!("keymap-keymap-file-gives-id-key", command = id, letter = letter, place = context.id()));
        }
        self.bind(entry, keys.clone());
        Ok(keys)
    }

    fn bind(&mut self, entry: &Entry, keys: Vec<Key>) {
        let context = entry.context;
        self.commands.retain(|(place, _), command| !(*place == context && *command == entry.command));
        for &key in &keys {
            if let Some(other) = self.commands.insert((context, key), entry.command)
                && let Some(others) = self.keys.get_mut(&(context, other))
            {
                others.retain(|&k| k != key);
            }
        }
        self.keys.insert((context, entry.command), keys);
    }

    /// What a key does in a context.
    pub(crate) fn command(&self, key: Key, context: Context) -> Option<Command> {
        self.commands.get(&(context, key)).copied()
    }

    pub(crate) fn keys(&self, command: Command, context: Context) -> &[Key] {
        self.keys.get(&(context, command)).map_or(&[], Vec::as_slice)
    }

    /// The keys of a command in the nearest of these contexts that has it, as text: `j Down`.
    pub(crate) fn shown(&self, command: Command, contexts: &[Context]) -> String {
        contexts
            .iter()
            .find_map(|&context| self.keys.get(&(context, command)))
            .map_or_else(String::new, |keys| keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    /// A sentence with the keys that it speaks of: `‹undo›` becomes the first key of that command in the nearest of these
    /// contexts that has it, or else wherever it is; where it has no key, what the palette calls it.
    pub(crate) fn said<'a>(&self, text: &'a str, contexts: &[Context]) -> Cow<'a, str> {
        if !text.contains('‹') {
            return Cow::Borrowed(text);
        }
        let mut said = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('‹') {
            said.push_str(before);
            let named = after.split_once('›').and_then(|(id, more)| Some((self.entry_of(id, contexts)?, more)));
            if let Some((entry, more)) = named {
                match self.keys(entry.command, entry.context).first() {
                    Some(key) => said.push_str(&key.to_string()),
                    None => said += &say!("keymap-the-command", command = entry.title()),
                }
                rest = more;
            } else {
                said.push('‹');
                rest = after;
            }
        }
        said.push_str(rest);
        Cow::Owned(said)
    }

    /// A keymap file with every command and its present keys.
    pub fn to_toml(&self) -> String {
        let mut text = String::from(&say!("keymap-keys-beslismacht-command"));
        for &context in &self.registry.contexts {
            let mut lines = self.registry.of(context).peekable();
            if lines.peek().is_none() {
                continue;
            }
            let _ = write!(text, "\n# {}\n[{}]\n", context.title(), context.id());
            for entry in lines {
                let keys: Vec<_> = self
                    .keys(entry.command, context)
                    .iter()
                    .map(|key| toml_edit::Value::from(key.to_string()).to_string().trim().to_string())
                    .collect();
                let doc = entry.doc();
                let doc = self.said(&doc, &[context]);
                let _ = writeln!(text, "{} = [{}]  # {doc}", entry.id, keys.join(", "));
            }
        }
        text
    }

    /// The command of this name, in the nearest of these contexts that has one, or else wherever it is; `table/back` is that of one
    /// place.
    fn entry_of(&self, id: &str, contexts: &[Context]) -> Option<&'static Entry> {
        let registry = self.registry;
        if let Some((place, id)) = id.split_once('/') {
            return registry.entries.iter().find(|entry| entry.context.id() == place && entry.id == id);
        }
        let mut places = contexts.iter().chain(&registry.contexts).copied();
        places.find_map(|context| registry.of(context).find(|entry| entry.id == id))
    }

    /// The page of keys, in Markdown: what `src/tui/KEYS.md` holds.
    pub(crate) fn page(&self) -> String {
        let mut page = String::from(&say!("keymap-keys-made-from"));
        for &context in &self.registry.contexts {
            page.push_str(&say!("keymap-title-key-name", title = context.title()));
            for entry in self.registry.of(context) {
                let keys = self.keys(entry.command, context).iter();
                let keys: Vec<_> = keys.map(|key| format!("`{}`", markdown_cell(&key.to_string()))).collect();
                let doc = entry.doc();
                let doc = self.said(&doc, &[context]);
                let _ = writeln!(page, "| {} | `{}` | {doc} |", keys.join(" "), entry.id);
            }
        }
        page
    }
}

/// Whether a command has a key without any keymap file.
fn has_by_itself(entry: &Entry, key: Key) -> bool {
    entry.keys.iter().any(|name| Key::parse(name) == Ok(key))
}

/// A sentence where the file gives a key to a second command of a place; the last one has it.
fn twice<'a>(given: &mut Vec<(Key, &'a str)>, key: Key, id: &'a str, context: Context) -> Option<String> {
    let before = given.iter().find(|(other, by)| *other == key && *by != id).map(|(_, by)| *by);
    given.push((key, id));
    before.map(|by| {
        say!("keymap-keymap-file-gives-key", key = key, place = context.id(), command = by, later_command = id)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screen::Screen;
    use crate::tui::{COMMANDS, key_page};

    #[test]
    fn default_keys_are_read_and_mean_one_thing_in_a_context() {
        let map = Keymap::default();
        for entry in COMMANDS.iter() {
            assert_eq!(map.keys(entry.command, entry.context).len(), entry.keys.len(), "{}", entry.id);
        }
    }

    #[test]
    fn a_file_changes_keys_and_says_what_is_wrong() {
        let (map, errors) = Keymap::from_toml("[table]\nsort = [\"f6\"]\nfilter = \"s\"\nnothing = []\n[nowhere]\n");
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert_eq!(map.command(Key::parse("f6").unwrap(), Context::Table), Some(Command::Sort));
        assert_eq!(map.command(Key::parse("s").unwrap(), Context::Table), Some(Command::Filter));
        assert_eq!(map.shown(Command::Sort, &[Context::Screen(Screen::CANDIDATES), Context::Table]), "F6");
    }

    #[test]
    fn a_file_that_contradicts_itself_or_misspells_is_told_so() {
        let wrong = |text: &str| Keymap::from_toml(text).1.join(" ");
        let twice = wrong("[table]\nsort = [\"f6\", \"f6\"]\nfilter = \"f6\"\n");
        assert_eq!(twice, "In [table], the keymap file gives `F6` to both `sort` and `filter`; `filter` wins.");
        assert!(wrong("[table]\nsrot = \"f6\"\n").contains("Did you mean sort?"));
        assert!(wrong("[tabel]\nsort = \"f6\"\n").contains("Did you mean table?"));
        assert!(wrong("[line]\naccept = \"a\"\n").contains("types a character"));
        assert!(wrong("[typing]\nline-end = \"e\"\n").contains("types a character"));
        assert!(wrong("[question]\nkeep = \"f6\"\nlater = \"f6\"\n").contains("to both `keep` and `later`"));
        assert!(wrong("[everywhere]\nclose = []\ncancel = []\npalette = []\n").contains("no key to quit with"));
        assert_eq!(wrong("[everywhere]\nclose = []\npalette = []\n"), "");
        assert_eq!(wrong("[table]\nsort = \"f\"\nfilter = \"s\"\n"), "", "two commands may change places");
    }

    #[test]
    fn a_key_of_the_file_wins_over_keys_that_nearer_places_have_by_themselves() {
        let key = |name: &str| Key::parse(name).unwrap();
        let (map, errors) = Keymap::from_toml("[case]\nundo = \"U\"\n");
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!(map.command(key("U"), Context::Table), None, "it showed all columns there");
        assert!(map.keys(Command::ShowAll, Context::Table).is_empty(), "and the help is true");
        let (map, errors) = Keymap::from_toml("[case]\nundo = \"f9\"\n[table]\nsort = \"f9\"\n");
        assert_eq!(
            errors,
            ["The keymap file gives `F9` to `undo` in [case] and to `sort` in [table]. Where both apply, `sort` wins."]
        );
        assert_eq!(map.command(key("f9"), Context::Table), Some(Command::Sort));
        let (map, errors) = Keymap::from_toml("[case]\nexport = [\"E\", \"f9\"]\n");
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(
            map.command(key("E"), Context::Screen(Screen::ANALYSIS)),
            Some(Command::ExportAnalysis),
            "what it had before hides nothing"
        );
    }

    #[test]
    fn sentences_name_the_keys_that_the_planner_has() {
        let (map, _) = Keymap::from_toml("[case]\nundo = [\"f9\", \"u\"]\nsave = []\n");
        let said = |text| map.said(text, &[Context::Table, Context::Case]).into_owned();
        assert_eq!(said("‹undo› brings it back."), "F9 brings it back.");
        assert_eq!(said("‹save› writes it, ‹changes› shows it."), "the command \"Save\" writes it, Enter shows it.");
        assert_eq!(said("a ‹b› c ‹ d"), "a ‹b› c ‹ d", "what is no command is the planner's own text");
    }

    #[test]
    fn every_command_that_a_sentence_speaks_of_exists() {
        fn sources(folder: &std::path::Path, texts: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    sources(&path, texts);
                } else if path.extension().is_some_and(|it| it == "rs" || it == "ftl") && !path.ends_with("keymap.rs") {
                    texts.push(std::fs::read_to_string(path).unwrap());
                }
            }
        }
        let mut texts = Vec::new();
        for folder in ["src/tui", "src/messages"] {
            sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut texts);
        }
        let (map, mut count) = (Keymap::default(), 0);
        for text in &texts {
            for id in text.split('‹').skip(1).filter_map(|rest| Some(rest.split_once('›')?.0)) {
                let is_id = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '/');
                assert!(!is_id || map.entry_of(id, &[]).is_some(), "{id}");
                count += usize::from(is_id);
            }
        }
        assert!(count > 40, "{count}");
    }

    #[test]
    fn the_written_file_is_read_back_the_same() {
        let (map, errors) = Keymap::from_toml(&Keymap::default().to_toml());
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!(map.commands, Keymap::default().commands);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the page is made by hand-started runs of this test")]
    fn the_page_of_keys_is_up_to_date() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tui/KEYS.md");
        // The program that a planner has knows neither the screen nor the analysis that are only there in tests.
        let sections = key_page().replace("| `F12` | `dummy` | A screen that the tests add. |\n", "");
        let sections: String = sections.split_inclusive('\n').filter(|line| !line.contains("| `census` |")).collect();
        let sections = sections.split("\n## ").filter(|section| !section.starts_with("Dummy"));
        let page = sections.collect::<Vec<_>>().join("\n## ");
        if std::env::var_os("UPDATE_KEYS").is_some() {
            std::fs::write(path, &page).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), page, "run the test once with UPDATE_KEYS=1");
    }
}
