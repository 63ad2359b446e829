#![allow(clippy::disallowed_methods, reason = "tests lay out files by hand")]

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::tests::save;
use super::{Opened, StoreError, open};
use crate::model::schema::TableId;
use crate::model::{Workbook, settings};

const ROUNDS: usize = 100;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("case.toml"), "title = \"0\"\nformat = 1\n").unwrap();
    fs::write(folder.path().join("domains.csv"), "domain,target\none,0\nother,0\n").unwrap();
    fs::write(folder.path().join("services.csv"), "service,control\nmail,0\n").unwrap();
    folder
}

fn set(workbook: &mut Workbook, table: TableId, row: usize, number: usize) {
    workbook.sheet_mut(table).set(row, 1, &number.to_string());
}

/// Saves one cell as a session does: where somebody else saved meanwhile, it reads again and does its edit once more.
fn put(folder: &Path, row: usize, number: usize) {
    loop {
        let Opened { mut workbook, files, .. } = open(folder).unwrap();
        set(&mut workbook, TableId::Domains, row, number);
        match save(folder, &files, &workbook) {
            Ok(_) => return,
            Err(StoreError::ChangedOnDisk(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn of_two_sessions_that_save_at_once_no_edit_is_lost() {
    let folder = folder();
    std::thread::scope(|scope| {
        for row in 0..2 {
            let folder = folder.path();
            scope.spawn(move || {
                for number in 1..=ROUNDS {
                    put(folder, row, number);
                    let now = open(folder).unwrap().workbook;
                    let cell = now.sheet(TableId::Domains).cell(row, "target");
                    assert_eq!(cell, number.to_string(), "what was said to be saved is on disk");
                }
            });
        }
    });
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 3, "no temporary file and no lock is left");
}

#[test]
fn a_reader_beside_a_saver_never_sees_files_of_two_versions() {
    let folder = folder();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 1..=ROUNDS {
                let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
                workbook.settings = settings::write(&workbook.settings, "title", &format!("\"{number}\"")).unwrap();
                set(&mut workbook, TableId::Domains, 0, number);
                set(&mut workbook, TableId::Services, 0, number);
                save(folder.path(), &files, &workbook).unwrap();
            }
            done.store(true, Ordering::SeqCst);
        });
        for _ in 0..2 {
            scope.spawn(|| {
                while !done.load(Ordering::SeqCst) {
                    let read = open(folder.path()).unwrap().workbook;
                    let target = read.sheet(TableId::Domains).cell(0, "target");
                    let control = read.sheet(TableId::Services).cell(0, "control");
                    assert_eq!(target, control);
                    assert!(read.settings.contains(&format!("title = \"{target}\"")), "{target}: {}", read.settings);
                    // The lock goes to whoever asks: the saver shall have a turn.
                    std::thread::sleep(std::time::Duration::from_millis(1));
                }
            });
        }
    });
}
