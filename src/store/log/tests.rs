use std::fs;

use super::*;
use crate::store::{self, Opened};

const NAME: &str = "candidates.csv";

fn start() -> (tempfile::TempDir, Opened) {
    let folder = tempfile::tempdir().unwrap();
    store::create_files::<String>(folder.path(), &[]).unwrap();
    for name in store::case_files() {
        if let Some(text) = store::tutorial().file(name) {
            store::write_file(&folder.path().join(name), text.as_bytes()).unwrap();
        }
    }
    let opened = store::open(folder.path()).unwrap();
    (folder, opened)
}

/// Saves another note for the first candidate, and logs it.
fn save(opened: &Opened, note: &str) -> (Opened, Result<(), StoreError>) {
    let mut book = opened.workbook.clone();
    let sheet = book.sheet_mut(crate::model::schema::TableId::Candidates);
    let at = sheet.column_or_new("note");
    sheet.set(0, at, note);
    let saving = Saving::begin(&opened.folder).unwrap();
    let saved = saving.save(&opened.files, &book, None).unwrap();
    let change = Logged {
        file: NAME.to_owned(),
        row: "own-cable".to_owned(),
        column: "note".to_owned(),
        before: None,
        after: Some(Said::Cell(note.to_owned())),
    };
    let signature = Signature { author: "Anna".to_owned(), why: "a try".to_owned() };
    let logged = saving.log((&saved, &opened.files), &signature, vec![change]);
    drop(saving);
    (store::open(&opened.folder).unwrap(), logged)
}

fn log(opened: &Opened) -> Log {
    read_log(&opened.folder).unwrap().unwrap()
}

#[test]
fn every_line_says_who_what_and_why_and_follows_the_one_before() {
    let (_folder, opened) = start();
    assert_eq!(read_log(&opened.folder).unwrap(), None);
    let (opened, _) = save(&opened, "one,\n\"two\"");
    let (opened, _) = save(&opened, "three");
    let log = log(&opened);
    assert_eq!((log.lines.len(), &log.broken, &log.unread, &log.changed), (2, &vec![], &vec![], &vec![]));
    let [first, second] = log.lines.as_slice() else { panic!("{log:?}") };
    assert_eq!((first.author.as_str(), first.why.as_str()), ("Anna", "a try"));
    assert_eq!(first.change.after, Some(Said::Cell("one,\n\"two\"".to_owned())));
    assert_eq!(first.previous, "");
    let text = fs::read_to_string(opened.folder.join(LOG_FILE)).unwrap();
    assert_eq!(text.lines().count(), 2, "a line for each change");
    assert_eq!(second.previous, sha256(text.lines().next().unwrap().as_bytes()));
    assert_eq!(second.sha256, sha256(&fs::read(opened.folder.join(NAME)).unwrap()));
    assert!(log.is_whole() && log.altered.is_empty());
    let before = text.lines().next().unwrap().split(OWN).next().unwrap().to_owned() + "}";
    assert_eq!(first.own, sha256(before.as_bytes()));
    assert!(first.time.ends_with('Z') && first.time.len() == 20, "{}", first.time);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
fn a_missing_line_a_changed_line_and_a_changed_file_are_noticed() {
    let (_folder, opened) = start();
    let mut opened = opened;
    for note in ["1", "2", "3", "4"] {
        opened = save(&opened, note).0;
    }
    let path = opened.folder.join(LOG_FILE);
    let whole = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    for (text, broken, unread) in [
        ([lines[0], lines[2], lines[3]].join("\n"), vec![2], vec![]),
        ([lines[1], lines[2], lines[3]].join("\n"), vec![1], vec![]),
        (whole.replacen("a try", "a lie", 1), vec![2], vec![]),
        // Two who went on from the same line, put together.
        ([lines[0], lines[1], lines[1], lines[2], lines[3]].join("\n"), vec![], vec![]),
        (format!("{whole}<<<<<<< HEAD\n"), vec![], vec![5]),
    ] {
        fs::write(&path, text).unwrap();
        assert_eq!((log(&opened).broken, log(&opened).unread), (broken, unread));
    }
    // Two went on from the same line, each with another one: no single line tells how all files stood.
    let other = lines[3].replacen("a try", "a word", 1);
    let other = other.split(OWN).next().unwrap();
    let other = format!("{other}{OWN}{}\"}}", sha256(format!("{other}}}").as_bytes()));
    fs::write(&path, format!("{whole}{other}\n")).unwrap();
    assert!(log(&opened).is_merged && log(&opened).is_whole(), "{:?}", log(&opened));
    fs::write(&path, &whole).unwrap();
    assert!(!log(&opened).is_merged);
    fs::write(opened.folder.join(NAME), fs::read_to_string(opened.folder.join(NAME)).unwrap() + "\n").unwrap();
    assert_eq!(log(&opened).changed, [NAME]);
    // The next save says so for good.
    let opened = save(&store::open(&opened.folder).unwrap(), "5").0;
    let log = log(&opened);
    assert_eq!((log.lines.len(), log.lines[4].author.as_str(), log.changed), (6, "", vec![]));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
fn half_a_line_is_left_as_it_is() {
    let (_folder, opened) = start();
    let (opened, _) = save(&opened, "1");
    let path = opened.folder.join(LOG_FILE);
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{whole}{{\"time\":\"2026")).unwrap();
    let (opened, _) = save(&opened, "2");
    let log = log(&opened);
    assert_eq!((log.lines.len(), log.broken, log.unread), (2, vec![], vec![2]));
    assert!(fs::read_to_string(&path).unwrap().starts_with(&whole), "nothing is written over");
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "the test plays the part of somebody else")]
fn a_log_that_cannot_be_written_loses_no_save_and_nothing_behind_a_link() {
    for link in [true, false] {
        let (folder, opened) = start();
        let precious = folder.path().with_extension("precious");
        fs::write(&precious, "precious").unwrap();
        let path = opened.folder.join(LOG_FILE);
        if link {
            std::os::unix::fs::symlink(&precious, &path).unwrap();
        } else {
            fs::create_dir(&path).unwrap();
        }
        let (opened, logged) = save(&opened, "saved all the same");
        assert!(logged.is_err());
        assert!(opened.workbook.file(NAME).unwrap().contains("saved all the same"));
        assert_eq!(fs::read_to_string(&precious).unwrap(), "precious");
        assert!(read_log(&opened.folder).is_err());
        fs::remove_file(precious).unwrap();
    }
}
