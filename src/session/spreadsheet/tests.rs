//! What goes out comes back: the same bytes where nothing was changed, and every change where something was.

use std::path::Path;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt as _, SeedableRng as _};

use super::{Returned, workbook};
use crate::model::Workbook;
use crate::model::schema::{TABLES, TableId};
use crate::session::edit::difference::Only;
use crate::store::xlsx::{XlsxCell, XlsxSheet, read};
use crate::store::{self, Opened};

fn opened(files: &[(&str, &[u8])]) -> Opened {
    let files: Vec<_> = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    store::open_bytes(Path::new(""), &files, None)
}

fn sheets(case: &Opened) -> Vec<XlsxSheet> {
    read(&workbook(&case.workbook, &case.files, None).unwrap()).unwrap()
}

fn back(sheets: &[XlsxSheet]) -> Returned {
    Returned::read(sheets, Path::new("")).unwrap().unwrap()
}

fn set(sheets: &mut [XlsxSheet], name: &str, (row, column): (u32, u32), cell: XlsxCell) {
    let sheet = sheets.iter_mut().find(|sheet| sheet.name == name).unwrap();
    sheet.rows.entry(row).or_default().insert(column, cell);
}

fn text(text: &str) -> XlsxCell {
    XlsxCell::Text(text.to_owned())
}

const SETTINGS: &str = "# A case.\nformat = 1\ntitle = \"A\"\nfirst_year = 2027\nlast_year = 2030\n\n[[ministry]]\nid = \"defence\" # one\nvoice = 0.50\n\n[[ministry]]\nid = \"ez\"\ncarry_over = \"all\"\n";
const CANDIDATES: &str = "candidate,name,domain,cost_1,share_defence,share_ez,note\nfab,Fab,chips,90.00,20-60,40-80,\"=1+1, \"\"so\"\"\"\ncable,Cable,sea,10,100,0,+31 6\nlab,Lab,chips,1234567890.123456789,40,60,\"two\nlines\"\n";

fn small() -> Opened {
    opened(&[
        ("case.toml", SETTINGS.as_bytes()),
        ("candidates.csv", CANDIDATES.as_bytes()),
        ("relations.csv", b"kind,members,count\nexcludes,fab lab,\nat_least,fab cable,1\n"),
    ])
}

#[test]
fn a_case_that_nobody_changed_comes_back_byte_for_byte() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios");
    let mut cases: Vec<Opened> =
        ["netherlands", "tutorial", "lorie-savage"].iter().map(|name| store::open(&root.join(name)).unwrap()).collect();
    cases.push(small());
    cases.push(opened(&[
        ("case.toml", SETTINGS.replace('\n', "\r\n").as_bytes()),
        ("candidates.csv", b"\xef\xbb\xbfsep=;\r\ncandidate;name;;cost_1;cost_1\r\n007;\"  x \";odd;1,5;2\r\n\r\n8;_x0041_\ttab;;1.250,00;3;beyond\r\n;;;;\r\n"),
        ("domains.csv", b"domain,name\ncaf\xe9,Caf\xe9\n"),
        ("limits.csv", b"scope,value,min,max\ndomain,sea,,30%\ndomain,sea,,0.30000000000000004\n"),
        ("scenarios.csv", b"scenario,table,id,column,change\ns,candidates,fab,cost_1,*1.1\ns,candidates,fab,cost_1,=2027-01-01\n"),
    ]));
    for case in cases {
        let returned = back(&sheets(&case));
        assert_eq!(returned.said, Vec::<String>::new());
        assert_eq!(returned.base.files, case.files);
        for file in &case.files {
            let bytes = |book: &Workbook| book.file(&file.name).map(|text| file.bytes(&text));
            assert_eq!(bytes(&returned.book), bytes(&case.workbook), "{}", file.name);
            assert_eq!(bytes(&returned.book).map(|bytes| store::sha256(&bytes)).as_ref(), Some(&file.sha256));
        }
        assert!(returned.onto(&case.workbook, &[], false).difference.is_empty());
    }
}

#[test]
fn what_spreadsheets_make_of_numbers_is_no_change() {
    let case = opened(&[
        ("case.toml", SETTINGS.as_bytes()),
        ("candidates.csv", b"candidate,cost_1,start_from,success,name\n7,0.3,2027,1.0,1.10\nb,5,2028,.5,x\n"),
    ]);
    let mut all = sheets(&case);
    set(&mut all, "candidates", (1, 0), XlsxCell::Number(7.0));
    set(&mut all, "candidates", (1, 1), XlsxCell::Number(0.1 + 0.2));
    set(&mut all, "candidates", (1, 2), XlsxCell::Date(2027.0, "1905-07-19".to_owned()));
    set(&mut all, "candidates", (1, 3), text("1,00"));
    set(&mut all, "candidates", (2, 1), XlsxCell::Date(5.0, "1900-01-05".to_owned()));
    set(&mut all, "candidates", (2, 3), text("0.50"));
    let returned = back(&all);
    assert_eq!(returned.book, case.workbook);
    set(&mut all, "candidates", (2, 2), XlsxCell::Date(46_388.0, "2027-01-01".to_owned()));
    set(&mut all, "candidates", (2, 1), text("1.250,50"));
    set(&mut all, "candidates", (1, 4), text("1.1"));
    let changed = back(&all).book.file("candidates.csv").unwrap();
    assert_eq!(changed, "candidate,cost_1,start_from,success,name\n7,0.3,2027,1.0,1.1\nb,1250.50,2027,.5,x\n");
}

#[test]
fn cells_rows_columns_and_settings_that_were_changed_are_taken_over() {
    let case = small();
    let mut all = sheets(&case);
    set(&mut all, "candidates", (1, 3), XlsxCell::Number(95.5));
    set(&mut all, "candidates", (1, 5), text("5-10"));
    // A new row above the last, in a sheet that was sorted by name from the end; the row of the cable is gone.
    let sheet = all.iter_mut().find(|sheet| sheet.name == "candidates").unwrap();
    let (fab, lab) = (sheet.rows[&1].clone(), sheet.rows[&3].clone());
    let new = [(0, text("ship")), (1, text("Ship, \"big\"")), (3, XlsxCell::Number(7.0))].into_iter().collect();
    sheet.rows.insert(1, lab);
    sheet.rows.insert(2, new);
    sheet.rows.insert(3, fab);
    let at = *sheet.rows[&0].iter().find(|(_, cell)| cell.text() == "success").unwrap().0;
    set(&mut all, "candidates", (3, at), XlsxCell::Number(0.8));
    set(&mut all, "relations", (2, 1), text("fab ship"));
    set(&mut all, "domains", (1, 0), text("chips"));
    let settings = all.iter().find(|sheet| sheet.name == "case").unwrap();
    let row = |key: &str| *settings.rows.iter().find(|(_, row)| row[&0].text() == key).unwrap().0;
    let (voice, risk, carry) = (row("ministry.defence.voice"), row("objective.risk"), row("ministry.ez.carry_over"));
    set(&mut all, "case", (voice, 1), XlsxCell::Number(0.25));
    set(&mut all, "case", (risk, 1), text("full"));
    set(&mut all, "case", (carry, 1), text("most"));
    let returned = back(&all);
    assert_eq!(
        returned.book.file("candidates.csv").unwrap(),
        "candidate,name,domain,cost_1,share_defence,share_ez,note,success\nfab,Fab,chips,95.5,20-60,5-10,\"=1+1, \"\"so\"\"\",0.8\nlab,Lab,chips,1234567890.123456789,40,60,\"two\nlines\",\nship,\"Ship, \"\"big\"\"\",,7,,,,\n"
    );
    assert_eq!(
        returned.book.file("relations.csv").unwrap(),
        "kind,members,count\nexcludes,fab lab,\nat_least,fab ship,1\n"
    );
    assert_eq!(returned.book.file("domains.csv").unwrap(), "domain\nchips\n");
    let settings = SETTINGS.replace("0.50", "0.25").replace(
        "\n\n[[ministry]]\nid = \"defence\"",
        "\n\n[objective]\nrisk = \"full\"\n\n[[ministry]]\nid = \"defence\"",
    );
    assert_eq!(returned.book.settings, settings);
    assert_eq!(returned.said.len(), 1, "{:?}", returned.said);
    let takeover = returned.onto(&case.workbook, &["candidates".to_owned()], false);
    assert_eq!(takeover.book.settings, case.workbook.settings);
    let rows: Vec<_> = takeover.difference.rows.iter().map(|row| (row.id.as_str(), row.only)).collect();
    assert_eq!(rows, [("cable", Only::Before), ("ship", Only::After)]);
    let cells: Vec<_> =
        takeover.difference.cells.iter().map(|it| format!("{} {}>{}", it.place(), it.before, it.after)).collect();
    assert_eq!(
        cells,
        ["candidates.cost_1[fab] 90.00>95.5", "candidates.share_ez[fab] 40-80>5-10", "candidates.success[fab] >0.8"]
    );
}

#[test]
fn what_the_case_was_changed_to_since_is_put_together_and_conflicts_are_told() {
    let case = small();
    let mut all = sheets(&case);
    set(&mut all, "candidates", (1, 3), XlsxCell::Number(95.0));
    set(&mut all, "candidates", (2, 1), text("The cable"));
    let returned = back(&all);
    let now = CANDIDATES.replace("90.00", "80").replace("Lab,chips", "The lab,chips");
    let now = opened(&[("case.toml", SETTINGS.as_bytes()), ("candidates.csv", now.as_bytes())]).workbook;
    let only = ["candidates".to_owned()];
    let taken = returned.onto(&now, &only, false);
    assert_eq!((taken.changed.as_slice(), taken.conflicts.len()), (&["candidates.csv", "relations.csv"][..], 1));
    let both = taken.book.file("candidates.csv").unwrap();
    assert!(
        both.contains("fab,Fab,chips,80,") && both.contains("cable,The cable,") && both.contains("The lab"),
        "{both}"
    );
    let theirs = returned.onto(&now, &only, true).book.file("candidates.csv").unwrap();
    assert_eq!(theirs, both.replace("chips,80,", "chips,95,"));
}

#[test]
fn errors_and_formulas_without_a_result_change_nothing_and_are_told() {
    let case = small();
    let mut all = sheets(&case);
    set(&mut all, "candidates", (1, 3), XlsxCell::NoValue("#DIV/0!".to_owned()));
    set(&mut all, "candidates", (2, 1), XlsxCell::Flag(true));
    set(&mut all, "candidates", (3, 1), text("The lab"));
    set(&mut all, "case", (1, 1), XlsxCell::NoValue("=A1".to_owned()));
    let returned = back(&all);
    assert_eq!(returned.book.settings, case.workbook.settings);
    let expected = CANDIDATES.replace(",Lab,", ",The lab,");
    assert_eq!(returned.book.file("candidates.csv").unwrap(), expected);
    assert_eq!(returned.odd, 3, "{:?}", returned.said);
    assert!(returned.said.iter().any(|said| said.contains("D2") && said.contains("#DIV/0!")), "{:?}", returned.said);
    // Without its key nobody knows which row it is.
    set(&mut all, "candidates", (1, 0), XlsxCell::NoValue("#REF!".to_owned()));
    let returned = back(&all);
    assert_eq!(returned.book, case.workbook, "{:?}", returned.said);
    // What a file holds of such cells is read as such.
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_boolean(0, 1, true).unwrap();
    sheet.write_formula(0, 3, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_formula(0, 2, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
    let row = read(&book.save_to_buffer().unwrap()).unwrap()[0].rows[&0].clone();
    assert_eq!(row[&3], XlsxCell::NoValue("#DIV/0!".to_owned()));
    assert_eq!((row[&1].clone(), row[&2].clone()), (XlsxCell::Flag(true), XlsxCell::Number(2.0)));
    assert_eq!((super::cells::called(1, 3), super::cells::called(0, 27)), ("D2".to_owned(), "AB1".to_owned()));
}

#[test]
fn a_workbook_of_another_case_is_known_for_one() {
    let returned = back(&sheets(&small()));
    let other = |settings: &str, candidates: &str| {
        opened(&[("case.toml", settings.as_bytes()), ("candidates.csv", candidates.as_bytes())]).workbook
    };
    let (titled, strange) = (SETTINGS.replace("\"A\"", "\"B\""), CANDIDATES.replace("\nfab,", "\nx,"));
    let strange = strange.replace("\ncable,", "\ny,").replace("\nlab,", "\nz,");
    assert!(returned.is_of(&small().workbook));
    assert!(returned.is_of(&other(&titled, &CANDIDATES.replace("90.00", "80"))), "the same ids");
    assert!(!returned.is_of(&other(&titled, &strange)) && !returned.is_of(&other(SETTINGS, &strange)));
}

#[test]
fn a_sheet_that_lost_something_takes_nothing_with_it() {
    let case = small();
    let mut all = sheets(&case);
    all.retain(|sheet| sheet.name != "relations");
    let candidates = all.iter_mut().find(|sheet| sheet.name == "candidates").unwrap();
    candidates.rows.values_mut().for_each(|row| drop(row.remove(&6)));
    let returned = back(&all);
    assert_eq!((returned.book.clone(), returned.said.len()), (case.workbook.clone(), 2), "{:?}", returned.said);
    // Without its heads nothing is known of a sheet, and nothing is deleted.
    let candidates = all.iter_mut().find(|sheet| sheet.name == "candidates").unwrap();
    candidates.rows.remove(&0);
    let returned = back(&all);
    assert_eq!(returned.book, case.workbook);
    assert!(returned.said.iter().any(|said| said.contains("which every row needs")), "{:?}", returned.said);
    let origin = all.iter_mut().find(|sheet| sheet.name == "beslismacht").unwrap();
    origin.rows.get_mut(&1).unwrap().insert(2, text("QUJD"));
    assert!(Returned::read(&all, Path::new("")).unwrap().unwrap_err().contains("case.toml"));
    all.retain(|sheet| sheet.name != "beslismacht");
    assert!(Returned::read(&all, Path::new("")).is_none());
}

#[test]
fn any_cells_that_are_changed_come_back_as_they_were_typed() {
    let case = store::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/netherlands")).unwrap();
    let clean = sheets(&case);
    for seed in 0..20 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let (mut all, mut expected) = (clean.clone(), case.workbook.clone());
        for _ in 0..30 {
            let table = &TABLES[random.random_range(0..TABLES.len())];
            let sheet = expected.sheet(table.id);
            if sheet.rows.is_empty()
                || table.id == TableId::Scenarios
                || table.id == TableId::Relations
                || table.id == TableId::Limits
            {
                continue;
            }
            let (row, column) = (random.random_range(0..sheet.rows.len()), random.random_range(0..sheet.header.len()));
            if table.key.contains(&sheet.header[column].as_str()) {
                continue;
            }
            let kind = super::cells::kind(table.column(&sheet.header[column]));
            let typed = match random.random_range(0..4) {
                0 => "=a, \"b\"\nc".to_owned(),
                1 => format!("{}", f64::from(random.random_range(0..100_000)) / 100.0),
                2 => "20-60".to_owned(),
                _ => "é ü 量".to_owned(),
            };
            let at = (u32::try_from(row).unwrap() + 1, u32::try_from(column).unwrap());
            let number = super::cells::number(&typed, kind);
            set(&mut all, table.name, at, number.map_or_else(|| text(&typed), XlsxCell::Number));
            expected.sheet_mut(table.id).set(row, column, &typed);
        }
        let returned = back(&all);
        assert_eq!(returned.said, Vec::<String>::new());
        assert!(returned.book.same_files(&expected), "seed {seed}");
    }
}

#[test]
fn the_same_case_makes_the_same_workbook() {
    let case = small();
    let make = || workbook(&case.workbook, &case.files, None).unwrap();
    assert_eq!(make(), make());
    let unread = opened(&[("case.toml", b"format = 1\n"), ("domains.csv", b"a\0b\xff\xfe\xff")]);
    if unread.files.iter().any(|file| !file.readable) {
        assert!(workbook(&unread.workbook, &unread.files, None).unwrap_err().contains("domains.csv"));
    }
}
