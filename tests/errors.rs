//! The error catalogue: for each rule of the checks a small case that breaks it, and exactly what is found.
//!
//! Each folder of `tests/errors` holds the files in which it differs from `_base`, which has nothing to find; a file
//! `NAME.missing` takes one away, and a file `NAME.folder` puts a folder in its place. Its name is the rule's, with `--` and a word where a rule has several cases.
//! `expected.txt` holds all findings; with `BESLISMACHT_BLESS=1` it is written anew, to be read before it is kept.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use beslismacht::check::{CODES, check};
use beslismacht::model::{Finding, Level, compile};
use beslismacht::store;

const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors");

fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(CATALOGUE)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !name(path).starts_with('_'))
        .collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// The base case with the files of a folder laid over it.
fn findings(folder: &Path) -> Vec<Finding> {
    let place = tempfile::tempdir().unwrap();
    for source in [Path::new(CATALOGUE).join("_base"), folder.to_owned()] {
        for entry in fs::read_dir(source).unwrap() {
            let path = entry.unwrap().path();
            let name = name(&path);
            if let Some(missing) = name.strip_suffix(".missing") {
                fs::remove_file(place.path().join(missing)).unwrap();
            } else if let Some(folder) = name.strip_suffix(".folder") {
                fs::remove_file(place.path().join(folder)).unwrap();
                fs::create_dir(place.path().join(folder)).unwrap();
            } else {
                fs::copy(&path, place.path().join(name)).unwrap();
            }
        }
    }
    let workbook = store::open(place.path()).unwrap().workbook;
    check(&workbook, &compile(&workbook))
}

/// The findings of the base case with each of its files replaced by what is made of it.
fn findings_of(make: impl Fn(&Path, &str)) -> Vec<Finding> {
    let place = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(Path::new(CATALOGUE).join("_base")).unwrap() {
        let path = entry.unwrap().path();
        make(&place.path().join(name(&path)), &fs::read_to_string(&path).unwrap());
    }
    let workbook = store::open(place.path()).unwrap().workbook;
    check(&workbook, &compile(&workbook))
}

fn text(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let Finding { level, code, file, line, character, column, message, remedy, .. } = finding;
        let level = match level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        let column = if column.is_empty() { String::new() } else { format!(" {column}:") };
        writeln!(text, "{file}:{line}:{character}:{column} {level} [{code}]\n  {message}\n  {remedy}").unwrap();
    }
    text
}

#[test]
fn the_base_has_nothing_to_find() {
    assert_eq!(text(&findings(&Path::new(CATALOGUE).join("_base"))), "");
}

#[test]
fn every_case_finds_exactly_what_it_says() {
    let bless = std::env::var("BESLISMACHT_BLESS").is_ok();
    let mut wrong = String::new();
    for folder in folders() {
        let found = text(&findings(&folder));
        let path = folder.join("expected.txt");
        if bless {
            fs::write(&path, &found).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            writeln!(wrong, "== {}\n-- expected\n{expected}-- found\n{found}", name(&folder)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What depends on a file that cannot be read is not found wrong as a consequence.
#[test]
fn a_file_that_cannot_be_read_is_found_once_and_nothing_else() {
    for entry in fs::read_dir(Path::new(CATALOGUE).join("_base")).unwrap() {
        let spoilt = name(&entry.unwrap().path());
        let found = findings_of(|path, text| {
            if name(path) == spoilt { fs::create_dir(path).unwrap() } else { fs::write(path, text).unwrap() }
        });
        let [one] = found.as_slice() else { panic!("{spoilt}:\n{}", self::text(&found)) };
        assert_eq!((one.code, one.file.as_str(), one.level), ("unreadable-file", spoilt.as_str(), Level::Error));
    }
}

#[test]
fn line_ends_of_long_ago_are_told_once_in_each_table_and_nothing_else() {
    for entry in fs::read_dir(Path::new(CATALOGUE).join("_base")).unwrap() {
        let spoilt = name(&entry.unwrap().path());
        let found = findings_of(|path, text| {
            let old = name(path) == spoilt;
            fs::write(path, if old { text.replace('\n', "\r") } else { text.to_owned() }).unwrap();
        });
        let [one] = found.as_slice() else { panic!("{spoilt}:\n{}", self::text(&found)) };
        assert_eq!(one.file, spoilt);
        assert_eq!(one.code == "dialect", spoilt != "case.toml");
    }
}

fn is_listed(code: &str) -> bool {
    CODES.iter().any(|it| it.name == code)
}

#[test]
fn every_case_finds_the_rule_that_it_is_named_after() {
    for folder in folders() {
        let name = name(&folder);
        let code = name.split("--").next().unwrap();
        assert!(is_listed(code), "{name} is named after no rule");
        assert!(findings(&folder).iter().any(|finding| finding.code == code), "{name} does not find {code}");
    }
}

#[test]
fn every_rule_has_a_case_and_every_finding_a_rule() {
    let found: Vec<Finding> = folders().iter().flat_map(|folder| findings(folder)).collect();
    let without: Vec<_> = CODES
        .iter()
        .filter(|code| !found.iter().any(|finding| (finding.code, finding.level) == (code.name, code.level)))
        .map(|code| code.name)
        .collect();
    assert!(without.is_empty(), "rules without a case at their level: {without:?}");
    let unlisted: BTreeSet<_> = found.iter().map(|finding| finding.code).filter(|code| !is_listed(code)).collect();
    assert!(unlisted.is_empty(), "findings without a rule in CODES: {unlisted:?}");
}

#[test]
fn every_finding_is_in_full_sentences_and_names_its_place() {
    for folder in folders() {
        for finding in findings(&folder) {
            let sentences = [&finding.message, &finding.remedy];
            assert!(
                sentences.iter().all(
                    |text| text.ends_with(['.', '?', '…']) && text.starts_with(|first: char| !first.is_lowercase())
                ),
                "{}: {finding:#?}",
                name(&folder)
            );
            assert!(!finding.file.is_empty());
        }
    }
}
