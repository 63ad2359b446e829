//! The page about the interface for those who change it.

use std::collections::BTreeSet;
use std::path::Path;

/// The names of all functions in the Rust files of a folder and those below it.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            functions(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.extend(text.split("fn ").skip(1).filter_map(|rest| Some(rest.split_once('(')?.0.to_owned())));
        }
    }
}

#[test]
fn every_test_that_the_page_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("src/tui/README.md")).unwrap();
    let mut known = BTreeSet::new();
    functions(&root.join("tests"), &mut known);
    functions(&root.join("src/tui"), &mut known);
    functions(&root.join("src/session"), &mut known);
    functions(&root.join("src/report"), &mut known);
    let mut named = 0;
    for line in page.lines().filter(|line| line.starts_with("| ")).skip(2) {
        let last = line.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        for test in last.split(", ").filter(|test| *test != "none") {
            let test = test.trim_matches('`');
            assert!(known.contains(test), "there is no test {test}: {line}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
}
