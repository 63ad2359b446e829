//! Mutated tables, written back: what was read and not changed comes back byte for byte, and a cell that is changed changes
//! nothing else.

use super::decode::{Decoded, decode};
use super::dialect::{self, ReadTable};
use super::quick::column_of;
use super::{mutation, too_many_in};
use crate::model::Sheet;
use crate::model::quotes::open_quote;
use crate::model::schema::{TableId, table};
use rand::RngExt as _;

fn read(text: &str) -> ReadTable {
    dialect::read(text, &column_of, None)
}

/// The file's own text of a text as the program works with it.
fn written(read: &ReadTable, text: &str) -> String {
    match &read.foreign {
        Some(foreign) => foreign.write(text, table(TableId::Candidates)),
        None => text.to_owned(),
    }
}

fn comes_back(seed: u64) {
    let random = &mut mutation::rng(seed);
    let (_, bytes) = mutation::file("quick", random);
    let Decoded { text, encoding, trouble } = decode(bytes.clone());
    if trouble.is_some() || too_many_in(&text).is_some() {
        return;
    }
    let table = read(&text);
    if table.is_too_big() {
        return;
    }
    let same = encoding.encode(&written(&table, &table.text)) == bytes;
    assert!(same, "seed {seed}: {text:?} becomes {:?}", written(&table, &table.text));
    // One cell is changed.
    let mut sheet = Sheet::parse(TableId::Candidates, &table.text);
    if sheet.rows.is_empty() || open_quote(&sheet).is_some() {
        return;
    }
    let row = random.random_range(0..sheet.rows.len());
    if sheet.rows[row].cells.len() < 2 {
        return;
    }
    sheet.set(row, 0, "changed");
    let again = written(&table, &sheet.to_text());
    // All rows but this one are read again as they were, unless what was changed told how the file is to be read.
    let before = Sheet::parse(TableId::Candidates, &table.text);
    let again = read(&again);
    let after = Sheet::parse(TableId::Candidates, &again.text);
    let told = |table: &ReadTable| {
        table.findings("", encoding).into_iter().map(|it| (it.code, it.message)).collect::<Vec<_>>()
    };
    if before.header != after.header || told(&table) != told(&again) {
        return;
    }
    let cells = |sheet: &Sheet| {
        let others = sheet.rows.iter().enumerate().filter(|(at, _)| *at != row);
        others.map(|(_, row)| row.cells.clone()).collect::<Vec<_>>()
    };
    assert_eq!(cells(&after), cells(&before), "seed {seed}: more than row {row} of {text:?} changes");
}

#[test]
fn what_was_not_changed_comes_back_byte_for_byte() {
    (0..3_000).for_each(comes_back);
}

#[test]
#[ignore = "takes minutes; run it by name in an optimised build"]
fn what_was_not_changed_comes_back_a_million_times() {
    std::thread::scope(|scope| {
        scope.spawn(|| (10_000..510_000).for_each(comes_back));
        scope.spawn(|| (510_000..1_010_000).for_each(comes_back));
    });
}
