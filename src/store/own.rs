//! Where each planner's own portfolio is kept: beside the case, in a file of his own, so that two people on one case never write over
//! each other's and version control merges both. A case that one planner worked on before keeps its `own.csv`.

use std::fs;
use std::path::Path;

use super::log::LogLine;
use super::names::{LOG_FILE, OWN_FILE};
use super::{read_own, sha256};
use crate::model::cell::to_id;
use crate::model::order::InOrder as _;

/// Whether a file of this name beside a case holds somebody's own portfolio.
pub fn is_own(name: &str) -> bool {
    let whose = name.strip_prefix("own-").and_then(|rest| rest.strip_suffix(".csv"));
    name == OWN_FILE || whose.is_some_and(|whose| !whose.is_empty())
}

/// The name of the file with an author's own portfolio. It is `own.csv` where that is there and nobody else is known to have saved it,
/// and the author has none of a name of his own.
pub fn own_file(case: &Path, author: &str) -> String {
    let mine = named(author);
    let there = |name: &str| fs::symlink_metadata(case.join(name)).is_ok();
    if there(&mine) || !there(OWN_FILE) || saved_by(case).is_some_and(|other| other != author) {
        return mine;
    }
    OWN_FILE.to_owned()
}

/// The own portfolios beside a case, by the names of their files.
pub fn own_files(case: &Path) -> Vec<String> {
    let entries = fs::read_dir(case).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| is_own(name));
    names.order();
    names
}

/// The file named after an author. Letters that cannot stand in it are told apart by a part of a hash.
fn named(author: &str) -> String {
    let id: String = to_id(author).replace('_', "-").chars().take(40).collect();
    let lost = id.is_empty() || !author.is_ascii() || author.len() > 40;
    let hash = sha256(author.as_bytes());
    let more = hash.get(..6).filter(|_| lost).unwrap_or_default();
    let parts: Vec<&str> = ["own", &id, more].into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.csv", parts.join("-"))
}

/// Who saved `own.csv` last, as the log has it.
fn saved_by(case: &Path) -> Option<String> {
    let bytes = read_own(&case.join(LOG_FILE)).ok()??;
    let text = String::from_utf8_lossy(&bytes);
    let said = format!("\"file\":\"{OWN_FILE}\"");
    let lines = text.lines().filter(|line| line.contains(&said));
    let lines = lines.filter_map(|line| serde_json::from_str::<LogLine>(line).ok());
    // Of two versions that were put together the lines do not stand in the order of their times.
    let last = lines.filter(|line| line.change.file == OWN_FILE && !line.author.is_empty());
    last.max_by(|one, other| one.time.cmp(&other.time)).map(|line| line.author)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_author_has_a_file_and_nobody_takes_another_ones() {
        assert_eq!(named("Anna de Vries"), "own-anna-de-vries.csv");
        let names = ["José", "Jos", "Josè", "李", "王", "?"].map(named);
        let mut apart = names.to_vec();
        apart.order();
        apart.dedup();
        assert_eq!(apart.len(), names.len(), "{names:?}");
        assert!(names.iter().all(|name| is_own(name)) && is_own("own.csv"));
        assert!(!is_own("own-.csv") && !is_own("owners.csv") && !is_own("own-anna.toml"));
        let folder = tempfile::tempdir().unwrap();
        let write =
            |name: &str, text: &str| super::super::write_own(&folder.path().join(name), text.as_bytes()).unwrap();
        let line = |author: &str, time: &str| {
            let change = crate::store::Logged { file: OWN_FILE.to_owned(), row: "x".to_owned(), ..Default::default() };
            let line = LogLine { author: author.to_owned(), time: time.to_owned(), change, ..LogLine::default() };
            format!("{}\n", serde_json::to_string(&line).unwrap())
        };
        assert_eq!(own_file(folder.path(), "Anna"), "own-anna.csv");
        // What nobody is known to have saved is whoever opens it's.
        write(OWN_FILE, "candidate,start\n");
        assert_eq!(own_file(folder.path(), "Anna"), OWN_FILE);
        write(
            LOG_FILE,
            &[line("Bart", "2026-11-30T10"), line("Anna", "2026-11-30T09"), line("", "2026-11-30T11")].concat(),
        );
        assert_eq!(own_file(folder.path(), "Bart"), OWN_FILE);
        assert_eq!(own_file(folder.path(), "Anna"), "own-anna.csv");
        write("own-bart.csv", "candidate,start\n");
        assert_eq!(own_file(folder.path(), "Bart"), "own-bart.csv");
        assert_eq!(own_files(folder.path()), ["own-bart.csv", OWN_FILE]);
    }
}
