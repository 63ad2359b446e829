//! Reports and cases as workbooks, and what comes back from a spreadsheet; through LibreOffice as well, where it is.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use beslismacht::store::xlsx::{XlsxCell, XlsxSheet, read};
use beslismacht::store::{Lock, OWN_FILE};
use rust_xlsxwriter::Workbook;

use super::support::{Place, root};

fn sheets(path: &Path) -> Vec<XlsxSheet> {
    read(&std::fs::read(path).unwrap()).unwrap()
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap())
    };
    entries.map(read).collect()
}

/// A workbook with a piece of the text of one of its sheets replaced, as a spreadsheet would write it.
#[allow(clippy::disallowed_methods, reason = "the test plays the part of a spreadsheet")]
fn edit(path: &Path, from: &str, to: &str) {
    let bytes = std::fs::read(path).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = 0;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        found += text.matches(from).count();
        new.start_file(file.name().unwrap().into_owned(), zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.replace(from, to).as_bytes()).unwrap();
    }
    assert_eq!(found, 1, "{from}");
    std::fs::write(path, new.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn a_report_is_a_workbook_with_the_figures_of_the_json() {
    let place = Place::new();
    let json = place.json(&["optimise", "small"], 0);
    place.output(&["optimise", "small", "--out", "answer.xlsx"], 0);
    let all = sheets(&place.path("answer.xlsx"));
    let held = |name: &str, key: &str, figures: &[&str]| {
        let sheet = all.iter().find(|sheet| sheet.name.starts_with(name)).unwrap_or_else(|| panic!("no sheet {name}"));
        let rows = json[key].as_array().unwrap();
        assert_eq!(sheet.rows.len(), rows.len() + 1, "{name}");
        for json in rows {
            let exact = |key: &&str| json[key].as_str().map_or_else(|| json[key].to_string(), str::to_owned);
            let wanted: Vec<String> = figures.iter().map(exact).collect();
            let says = |row: &BTreeMap<u32, XlsxCell>| {
                let cells: Vec<String> = row.values().map(XlsxCell::text).collect();
                wanted.iter().all(|text| cells.contains(text))
            };
            assert!(sheet.rows.values().any(says), "{name}: {wanted:?}");
        }
    };
    held("Spending by ministry", "spending", &["ministry", "year", "budget", "spent", "carried_in", "carried_out"]);
    held("Power by domain", "domains", &["domain", "weight", "power_before", "power_after", "target"]);
    held("Portfolio", "portfolio", &["candidate", "start", "in_force", "cost"]);
    // Only the seconds on the first sheet differ from run to run.
    place.output(&["optimise", "small", "--out", "again.xlsx"], 0);
    assert_eq!(all[1..], sheets(&place.path("again.xlsx"))[1..]);
}

#[test]
fn a_workbook_of_a_case_comes_back_to_the_same_bytes() {
    let place = Place::new();
    place.case_from(&root().join("portfolios/netherlands"), "nl");
    let before = files(&place.path("nl"));
    let said = place.said(&["export", "nl", "--xlsx", "nl.xlsx"], 0);
    assert!(said.contains("beslismacht import nl.xlsx --into nl"), "{said}");
    let told = place.output(&["import", "nl.xlsx", "--into", "nl", "--accept"], 0);
    assert!(told.contains("there is nothing to take over"), "{told}");
    assert_eq!(files(&place.path("nl")), before);
    place.output(&["import", "nl.xlsx", "--into", "new"], 0);
    assert_eq!(files(&place.path("new")), before);
    let said = place.said(&["import", "nl.xlsx", "--into", "other", "--accept"], 1);
    assert!(said.contains("other"), "{said}");
    let small = files(&place.path("small"));
    let said = place.said(&["import", "nl.xlsx", "--into", "small", "--accept", "--workbook-holds"], 1);
    assert!(said.contains("made of another case"), "{said}");
    assert_eq!(files(&place.path("small")), small);
    place.output(&["export", "nl", "--xlsx", "again.xlsx"], 0);
    assert_eq!(std::fs::read(place.path("nl.xlsx")).unwrap(), std::fs::read(place.path("again.xlsx")).unwrap());
}

#[test]
fn what_a_colleague_changed_is_shown_and_taken_over_when_it_is_accepted() {
    let place = Place::new();
    place.write("small/candidates.csv", "candidate,name,domain,cost_1,share_defence,share_economy,start_from\n\"buy\",\"Buy; it\",cloud,71.50,40,60,2027\n");
    let before = files(&place.path("small"));
    place.output(&["export", "small", "--xlsx", "small.xlsx"], 0);
    edit(&place.path("small.xlsx"), "<v>71.5</v>", "<v>72.25</v>");
    let told = place.json(&["import", "small.xlsx", "--into", "small"], 0);
    let change = &told["changes"][0];
    for (key, text) in [
        ("table", "candidates"),
        ("row", "buy"),
        ("name", "Buy; it"),
        ("column", "cost_1"),
        ("before", "71.50"),
        ("after", "72.25"),
    ] {
        assert_eq!(change[key], text, "{told:#}");
    }
    assert_eq!(told["changes"].as_array().unwrap().len(), 1);
    assert_eq!(files(&place.path("small")), before, "nothing is written without --accept");
    place.output(&["import", "small.xlsx", "--into", "small", "--accept=services,case"], 0);
    assert_eq!(files(&place.path("small")), before);
    {
        let _lock = Lock::take(&place.path("small"), "anna").unwrap();
        let said = place.said(&["import", "small.xlsx", "--into", "small", "--accept"], 1);
        assert!(said.contains("anna"), "{said}");
    }
    let said = place.said(&["import", "small.xlsx", "--into", "small", "--accept"], 0);
    assert!(said.contains("Written: candidates.csv."), "{said}");
    let mut expected = before;
    let text = String::from_utf8(expected["candidates.csv"].clone()).unwrap().replace("71.50", "72.25");
    expected.insert("candidates.csv".to_owned(), text.into_bytes());
    let mut now = files(&place.path("small"));
    let log = String::from_utf8(now.remove("changes.log").unwrap()).unwrap();
    assert!(log.lines().count() == 1 && log.contains("72.25"), "{log}");
    assert_eq!(now, expected);
    assert!(!place.path("small").join(OWN_FILE).exists());
    // The case was changed since, in the same cell.
    place.replace("small/candidates.csv", "72.25", "9");
    let said = place.said(&["import", "small.xlsx", "--into", "small", "--accept"], 1);
    assert!(
        said.contains("changed since the workbook was made, in candidates.csv")
            && said.contains("buy cost_1: 71.50 to 9 in the case, to 72.25 in the workbook"),
        "{said}"
    );
    let told = place.output(&["import", "small.xlsx", "--into", "small"], 0);
    assert!(told.contains("One change was not taken over") && !told.contains("nothing to take over"), "{told}");
    assert!(place.read("small/candidates.csv").contains(",9,"));
    place.output(&["import", "small.xlsx", "--into", "small", "--accept", "--workbook-holds"], 0);
    assert!(place.read("small/candidates.csv").contains(",72.25,"));
    // A formula without a result is no change.
    edit(&place.path("small.xlsx"), "<v>72.25</v>", "<f>1+1</f>");
    let said = place.said(&["import", "small.xlsx", "--into", "small", "--accept"], 1);
    assert!(said.contains("holds =1+1, which is no value"), "{said}");
    assert!(place.read("small/candidates.csv").contains(",72.25,"));
}

#[test]
fn a_list_from_a_spreadsheet_is_read_like_any_other_table() {
    let place = Place::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, head) in (0..).zip(["candidate", "cost", "gain"]) {
        sheet.write_string(0, at, head).unwrap();
    }
    for (row, (id, cost, gain)) in
        (1..).zip([("first", 5.125, 8.0), ("second", 7.0, 11.0), ("third", 4.0, 6.0), ("fourth", 3.0, 4.0)])
    {
        sheet.write_string(row, 0, id).unwrap();
        sheet.write_number(row, 1, cost).unwrap();
        sheet.write_number(row, 2, gain).unwrap();
    }
    book.save(place.path("list.xlsx")).unwrap();
    let answer = place.json(&["optimise", "list.xlsx", "--budget", "14"], 0);
    assert_eq!(answer["objective"], "21");
    place.output(&["import", "list.xlsx", "--budget", "14"], 0);
    assert_eq!(place.json(&["optimise", "list"], 0)["objective"], "21");
    assert!(place.read("list/candidates.csv").contains("5.125"));
    for bytes in [&b"PK\x03\x04 no archive"[..], b""] {
        #[allow(clippy::disallowed_methods, reason = "a test's own file")]
        std::fs::write(place.path("odd.xlsx"), bytes).unwrap();
        let said = place.said(&["import", "odd.xlsx"], 1);
        assert!(said.contains("odd.xlsx"), "{said}");
    }
}

/// LibreOffice with Dutch settings, which makes another workbook of a workbook; none where it is not on this machine.
fn through_libreoffice(place: &Place, name: &str, ending: &str) -> Option<()> {
    let profile = place.path("profile");
    if !profile.exists() {
        std::fs::create_dir_all(profile.join("user")).unwrap();
        place.write("profile/user/registrymodifications.xcu", DUTCH);
    }
    let office = ["soffice", "libreoffice"].into_iter().find_map(|office| {
        let mut command = Command::new(office);
        command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
        command.args(["--headless", "--convert-to", ending, "--outdir"]).arg(place.path("out")).arg(place.path(name));
        command.env("HOME", place.path("profile")).output().ok()
    });
    // `.tools/test` says where LibreOffice is not on the machine and this is left out.
    let output = office?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(())
}

const DUTCH: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale" oor:op="fuse"><value>nl-NL</value></prop></item>
</oor:items>
"#;

#[test]
fn libreoffice_with_dutch_settings_changes_no_cell() {
    let place = Place::new();
    place.write(
        "small/candidates.csv",
        "candidate,name,domain,cost_1,share_defence,share_economy,note,reason\n007,=1+1,cloud,0.125,20-60,40-80,\"a\n\"\"b\"\"\",+31 6\nb,1-2,cloud,1234.5,100,0,2027-01-01,_x0041_\nc, true ,cloud,123456789012.123456789,5,95,\t1e5,1.250\n",
    );
    place.case_from(&root().join("portfolios/netherlands"), "nl");
    for name in ["small", "nl"] {
        let (before, file) = (files(&place.path(name)), format!("{name}.xlsx"));
        place.output(&["export", name, "--xlsx", &file], 0);
        if through_libreoffice(&place, &file, "xlsx").is_none() {
            return;
        }
        let (made, now) = (sheets(&place.path(&file)), sheets(&place.path("out").join(&file)));
        assert_eq!(
            made.iter().map(|it| &it.name).collect::<Vec<_>>(),
            now.iter().map(|it| &it.name).collect::<Vec<_>>()
        );
        let back = format!("out/{file}");
        let told = place.output(&["import", &back, "--into", name, "--accept"], 0);
        assert!(told.contains("there is nothing to take over"), "{told}");
        assert_eq!(files(&place.path(name)), before);
    }
    // It was Dutch: its decimals begin with a comma.
    through_libreoffice(
        &place,
        "small.xlsx",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,5",
    )
    .unwrap();
    let out = files(&place.path("out"));
    assert!(out.values().any(|bytes| String::from_utf8_lossy(bytes).contains("0,125")), "{:?}", out.keys());
}
