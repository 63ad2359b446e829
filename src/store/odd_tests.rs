#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests lay out files by hand")]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use super::tests::save;
use super::{
    Base, JOURNAL_FILE, Journal, LOCK_FILE, Lock, Opened, Places, discard_journal, open, read_own, recover, why_unread,
    write_own,
};
use crate::model::schema::TableId;

const PRECIOUS: &str = "what the planner must not lose\n";

/// A case of somebody else beside a file of the planner.
fn case() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    fs::create_dir(&case).unwrap();
    fs::write(case.join("case.toml"), "format = 1\n").unwrap();
    fs::write(case.join("domains.csv"), "domain,target\none,0\n").unwrap();
    fs::write(folder.path().join("precious"), PRECIOUS).unwrap();
    (folder, case)
}

fn precious(folder: &tempfile::TempDir) -> String {
    fs::read_to_string(folder.path().join("precious")).unwrap()
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn edited(case: &Path) -> (Vec<super::FileStamp>, crate::model::Workbook) {
    let Opened { mut workbook, files, .. } = open(case).unwrap();
    let sheet = workbook.sheet_mut(TableId::Domains);
    let at = sheet.column_or_new("target");
    sheet.set(0, at, "1");
    (files, workbook)
}

#[test]
fn a_lock_that_is_a_link_or_no_file_writes_nothing_elsewhere() {
    let (folder, case) = case();
    let lock = case.join(LOCK_FILE);
    symlink("../precious", &lock).unwrap();
    let refused = Lock::take(&case, "anna").unwrap_err().to_string();
    assert!(refused.contains("it is a link"), "{refused}");
    fs::remove_file(&lock).unwrap();
    symlink("../new", &lock).unwrap();
    assert!(Lock::take(&case, "anna").is_err());
    assert!(!folder.path().join("new").exists(), "nor is a file made where it points to");
    fs::remove_file(&lock).unwrap();
    fs::hard_link(folder.path().join("precious"), &lock).unwrap();
    let refused = Lock::take(&case, "anna").unwrap_err().to_string();
    assert!(refused.contains("another name"), "{refused}");
    fs::remove_file(&lock).unwrap();
    pipe(&lock);
    let refused = Lock::take(&case, "anna").unwrap_err().to_string();
    assert!(refused.contains("it is a pipe"), "{refused}");
    assert_eq!(precious(&folder), PRECIOUS);
}

#[test]
fn a_journal_or_a_file_of_its_own_that_is_a_link_is_neither_read_nor_written() {
    let (folder, case) = case();
    symlink("../precious", case.join(JOURNAL_FILE)).unwrap();
    pipe(&case.join(format!("{JOURNAL_FILE}-2")));
    let places = Places::of(&case, None);
    assert_eq!(recover::<String>(&places, &[], "Anna").unwrap(), None, "what has the name of a journal is none");
    let mut journal = Journal::new(places.clone(), &[]);
    journal.append(Vec::new(), &["an edit".to_owned()]).unwrap();
    drop(journal);
    // A program that another test begins at this moment holds the lock until it runs.
    let found = (0..200).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(5));
        recover::<String>(&places, &[], "Anna").unwrap()
    });
    let found = found.unwrap();
    assert_eq!((found.name.as_str(), found.steps.len()), (".beslismacht-journal-3", 1));
    symlink("../precious", case.join("own.csv")).unwrap();
    assert!(read_own(&case.join("own.csv")).is_err());
    assert!(write_own(&case.join("own.csv"), b"mine").is_err());
    assert_eq!(precious(&folder), PRECIOUS);
}

#[test]
fn a_table_that_is_a_link_is_written_where_it_is_only_inside_the_case() {
    let (folder, case) = case();
    fs::rename(case.join("domains.csv"), case.join("all.csv")).unwrap();
    symlink("all.csv", case.join("domains.csv")).unwrap();
    fs::set_permissions(case.join("all.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    let (files, workbook) = edited(&case);
    assert_eq!(save(&case, &files, &workbook).unwrap().written, ["domains.csv"]);
    assert!(fs::symlink_metadata(case.join("domains.csv")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(case.join("all.csv")).unwrap(), "domain,target\none,1\n");
    assert_eq!(fs::metadata(case.join("all.csv")).unwrap().permissions().mode() & 0o777, 0o640);
    let (files, workbook) = (files, workbook);
    fs::remove_file(case.join("domains.csv")).unwrap();
    symlink("../precious", case.join("domains.csv")).unwrap();
    assert!(save(&case, &files, &workbook).is_err());
    assert_eq!(precious(&folder), PRECIOUS);
}

/// A folder below a file can be written by nobody, not even by those who may do everything.
#[test]
fn where_the_folder_cannot_be_written_the_journal_is_kept_elsewhere_and_found_there() {
    let (folder, _) = case();
    let nowhere = folder.path().join("precious").join("case");
    let state = folder.path().join("state");
    let places = Places::of(&nowhere, Some(&state));
    places.try_out().unwrap();
    let mut journal = Journal::new(places.clone(), &[]);
    let base = Base { file: "domains.csv".to_owned(), text: None };
    journal.append(vec![base], &["one".to_owned()]).unwrap();
    journal.append(Vec::new(), &["two".to_owned()]).unwrap();
    assert!(journal.elsewhere().unwrap().starts_with(&state));
    assert_eq!(recover::<String>(&places, &[], "Anna").unwrap(), None, "a program that runs still writes to it");
    drop(journal);
    let found = recover::<String>(&places, &[], "Anna").unwrap().unwrap();
    assert_eq!((found.steps.as_slice(), found.bases.len()), (&["one".to_owned(), "two".to_owned()][..], 1));
    let other = Places::of(&folder.path().join("precious").join("other"), Some(&state));
    assert_eq!(recover::<String>(&other, &[], "Anna").unwrap(), None, "it belongs to one case alone");
    discard_journal(&places, &found.name).unwrap();
    assert_eq!(recover::<String>(&places, &[], "Anna").unwrap(), None);
    let nothing = Places::of(&nowhere, Some(&folder.path().join("precious").join("state")));
    assert!(nothing.try_out().is_err());
    assert!(Journal::new(nothing, &[]).append(Vec::new(), &["lost".to_owned()]).is_err());
}

#[test]
fn a_table_that_could_not_be_read_is_not_written() {
    let (_folder, case) = case();
    let text = "domain;target\none;0,5\n\"two;1\n";
    fs::write(case.join("domains.csv"), text).unwrap();
    let Opened { workbook, .. } = open(&case).unwrap();
    let sentence = why_unread(&workbook, "domains.csv").unwrap();
    assert!(sentence.contains("quote"), "{sentence}");
    assert_eq!(why_unread(&workbook, "case.toml"), None);
}

#[test]
fn what_is_no_table_at_all_is_called_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (text, kind) in [
        ("\u{feff} [{\"a\": 1}]", Some("JSON")),
        ("<!DOCTYPE html><table><tr><td>a</td></tr></table>", Some("HTML")),
        ("<?xml version=\"1.0\"?><a/>", Some("XML")),
        ("[ministry]\nid = 1\n", None),
        ("{a},cost\nb,1\n", None),
    ] {
        let path = folder.path().join("list.csv");
        fs::write(&path, text).unwrap();
        let told = super::read_text(&path).err().map(|error| error.to_string());
        assert_eq!(told.is_some(), kind.is_some(), "{text}: {told:?}");
        assert!(kind.is_none_or(|kind| told.unwrap().contains(&format!("{kind} and no table"))), "{text}");
    }
}

/// Where this file system has no extended attributes, or this user may not give files away, that part is not tested, and it is said.
#[test]
fn a_save_keeps_owner_permissions_and_extended_attributes() {
    use std::os::unix::fs::{MetadataExt as _, chown};

    use rustix::fs::{XattrFlags, getxattr, setxattr};

    let (_folder, case) = case();
    let file = case.join("domains.csv");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let marks = [("user.label", "internal"), ("user.origin", "plan of the ministry")];
    let has_marks = marks.iter().all(|(name, mark)| {
        setxattr(&file, *name, mark.as_bytes(), XattrFlags::empty())
            .inspect_err(|why| eprintln!("{name}: {why}"))
            .is_ok()
    });
    // Only who may do anything may give a file away.
    let _ = chown(&file, Some(4_711), Some(4_712)).inspect_err(|why| eprintln!("owner: {why}"));
    let before = fs::metadata(&file).unwrap();
    for round in 0..2 {
        let there = fs::metadata(&file).unwrap().ino();
        let (files, mut workbook) = edited(&case);
        let sheet = workbook.sheet_mut(TableId::Domains);
        let at = sheet.column_or_new("target");
        sheet.set(0, at, &format!("{}", 2 + round));
        save(&case, &files, &workbook).unwrap();
        let after = fs::metadata(&file).unwrap();
        assert_ne!(after.ino(), there, "another file stands in its place");
        assert_eq!((after.uid(), after.gid(), after.mode()), (before.uid(), before.gid(), before.mode()));
        for (name, mark) in marks.iter().filter(|_| has_marks) {
            let mut value = [0; 100];
            let length = getxattr(&file, *name, &mut value[..]).unwrap();
            assert_eq!(&value[..length], mark.as_bytes(), "{name}");
        }
    }
}
