use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use regex::Regex;

use super::LANGUAGES;

thread_local! {
    /// The keys whose texts tables have looked up.
    pub(super) static USED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// The texts of a language by key, with the names of the facts in each.
fn texts(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let read = FluentResource::try_new(file.to_owned());
    assert!(read.is_ok(), "{:?}", read.err().map(|(_, errors)| errors));
    let fact = Regex::new(r"\$([a-z_]+)").unwrap();
    let key = Regex::new(r"^([a-z][a-z0-9-]*) *=").unwrap();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some(found) = key.captures(line) {
            found[1].clone_into(&mut last);
            assert!(texts.insert(last.clone(), BTreeSet::new()).is_none(), "{last} stands twice");
        }
        for found in fact.captures_iter(line) {
            texts.get_mut(&last).unwrap().insert(found[1].to_owned());
        }
    }
    texts
}

fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push((path.clone(), fs::read_to_string(path).unwrap()));
        }
    }
}

/// What the sources say: each key with the names of its facts, and where.
fn said() -> Vec<(String, BTreeSet<String>, String)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let call = Regex::new(r#"say!\(\s*"([a-z0-9-]+)""#).unwrap();
    let name = Regex::new(r"^,\s*([a-z_]+) =").unwrap();
    let mut said = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| !path.ends_with("messages/mod.rs")) {
        for found in call.captures_iter(text) {
            let rest = &text[found.get(0).unwrap().end()..];
            let mut depth = 0;
            let mut names = BTreeSet::new();
            for (at, sign) in rest.char_indices() {
                match sign {
                    ',' if depth == 0 => {
                        names.extend(name.captures(&rest[at..]).map(|found| found[1].to_owned()));
                    }
                    '(' | '[' | '{' => depth += 1,
                    ')' if depth == 0 => break,
                    ')' | ']' | '}' => depth -= 1,
                    _ => {}
                }
            }
            said.push((found[1].to_owned(), names, path.display().to_string()));
        }
    }
    said
}

/// What the entries of all tables say; their keys are in [`USED`] then.
fn say_all() -> Vec<(String, String)> {
    use crate::analyse::AnalysisKind;
    use crate::check::CODES;
    use crate::model::RelationKind;
    use crate::model::schema::{SETTINGS, TABLES};
    let mut all = Vec::new();
    let mut add = |what: &str, name: &str, text: String| all.push((format!("{what} of {name}"), text));
    #[cfg(feature = "tui")]
    for entry in crate::tui::COMMANDS.iter() {
        add("title", entry.id, entry.title());
        add("doc", entry.id, entry.doc());
        add("heading", entry.context.id(), entry.context.title());
    }
    for code in CODES {
        add("finding", code.name, code.finds());
    }
    for format in crate::report::formats::FORMATS {
        add("about", format.id, format.about());
        add("short", format.id, format.short());
        // What holds everything lacks nothing.
        drop(format.lacks());
    }
    for table in TABLES {
        add("help", table.name, table.help());
        for column in table.columns {
            add("help", column.name.text(), table.help_of(column));
        }
    }
    for setting in SETTINGS {
        add("help", setting.key, setting.help());
    }
    for kind in RelationKind::ALL {
        add("meaning", kind.word(), kind.meaning());
    }
    for spec in AnalysisKind::ALL.iter().map(|kind| kind.spec()) {
        add("title", spec.id, spec.title());
        add("question", spec.id, spec.question());
        if spec.command.by.is_some() {
            add("by", spec.id, spec.by_help());
        }
        for param in spec.params {
            add("help", param.name, spec.help_of(param));
        }
        // Not every analysis has notes; of several that share a command one is enough to say what it does.
        drop((spec.about(), spec.notes()));
    }
    all
}

#[test]
fn every_key_has_a_text_with_its_facts_and_every_text_a_use() {
    let said = said();
    for (what, text) in say_all() {
        assert!(!text.is_empty(), "{what} has no text");
    }
    let looked_up = USED.take();
    for language in &LANGUAGES {
        let texts = texts(language.texts);
        for (key, names, path) in &said {
            let facts = texts.get(key);
            assert!(facts.is_some(), "{path}: {key} has no text in {}", language.name);
            assert!(facts == Some(names), "{path}: {key} is given {names:?}, its text wants {facts:?}");
        }
        for key in &looked_up {
            assert!(
                texts.get(key).is_some_and(BTreeSet::is_empty),
                "{key} has no text without facts in {}",
                language.name
            );
        }
        let used: BTreeSet<&String> = said.iter().map(|(key, ..)| key).chain(&looked_up).collect();
        let unused: Vec<&String> = texts.keys().filter(|key| !used.contains(key)).collect();
        assert!(unused.is_empty(), "{}: nothing says {unused:?}", language.name);
    }
}
