//! A workbook is read back: its figures are those of the JSON, what is shown of them adds up, and nothing in it is a formula.

use std::io::{Cursor, Read as _};

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::{FORMAT, LONGEST_NAME, Part, Plan};
use crate::report::formats::Options;
use crate::report::number::{rounded, sum};
use crate::report::tests::report;
use crate::report::{AnalysisReport, Chart, ChartKind, Column, Kind, Report, Series, Table, Value};
use crate::store::xlsx::{XlsxCell, XlsxSheet, digits, read};

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn bytes(report: &dyn Report) -> Vec<u8> {
    FORMAT.write(report, &Options::PLAIN).unwrap()
}

fn sheets(report: &dyn Report) -> Vec<XlsxSheet> {
    read(&bytes(report)).unwrap()
}

fn cell(sheet: &XlsxSheet, row: usize, column: usize) -> Option<&XlsxCell> {
    sheet.rows.get(&u32::try_from(row).unwrap())?.get(&u32::try_from(column).unwrap())
}

fn text(sheet: &XlsxSheet, row: usize, column: usize) -> String {
    cell(sheet, row, column).map_or_else(String::new, XlsxCell::text)
}

/// The tables of a report with the sheet that each stands on.
fn tables(report: &dyn Report) -> Vec<(Table, XlsxSheet)> {
    let (document, more) = (report.document(), report.tables());
    let mut plan = Plan::default();
    plan.name("Report");
    plan.blocks(&document.blocks, &document, true);
    more.iter().for_each(|table| plan.table(table));
    let parts = plan.parts.iter().filter_map(|(name, part)| match part {
        Part::Table(table) => Some((name.clone(), table.clone().into_owned())),
        Part::Chart(_) => None,
    });
    let sheets = sheets(report);
    parts.map(|(name, table)| (table, sheets.iter().find(|sheet| sheet.name == name).unwrap().clone())).collect()
}

/// Holds every figure of a report that the JSON has too; gives how many there were.
fn held_against_json(report: &dyn Report) -> usize {
    let json: Json = serde_json::from_slice(&report.json()).unwrap();
    let mut figures = 0;
    for (table, sheet) in tables(report) {
        let Some(rows) = json[table.key].as_array().filter(|rows| rows.len() == table.rows.len()) else { continue };
        for (row, json) in rows.iter().enumerate() {
            for (at, column) in table.columns.iter().enumerate() {
                let Some(expected) = json.get(&column.key).filter(|it| !it.is_object()) else { continue };
                match cell(&sheet, row + 1, at) {
                    Some(XlsxCell::Number(number)) => {
                        let exact = expected.as_str().map_or_else(|| expected.to_string(), str::to_owned);
                        assert_eq!(digits(*number), digits(exact.parse().unwrap()), "{} {}", table.key, column.key);
                        figures += 1;
                    }
                    other => {
                        let said = table.rows[row][at].shown(None);
                        assert_eq!(other.map_or_else(String::new, XlsxCell::text), said, "{}", column.key);
                    }
                }
            }
        }
    }
    figures
}

fn analysis(tables: Vec<Table>, charts: Vec<Chart>) -> AnalysisReport {
    let (title, summary) = ("A frontier".to_owned(), vec!["It is found.".to_owned()]);
    let (case, open, page) = (report().case, Vec::new(), Vec::new());
    AnalysisReport { case, analysis: "frontier", title, summary, open, tables, charts, page }
}

#[test]
fn every_figure_is_a_number_and_that_of_the_json() {
    assert!(held_against_json(&report()) > 20);
    let table = Table::of("rows", "Rows", ["0.1", "-12.345678901234", "999999999999.123456789012", "0.00000000001"])
        .figures("exact", 2, |text| d(text))
        .words("count", |_| 2027)
        .table();
    assert_eq!(held_against_json(&analysis(vec![table], Vec::new())), 8);
}

#[test]
fn the_name_of_a_sheet_is_as_short_as_spreadsheets_want_it() {
    let mut plan = Plan::default();
    for title in
        ["79228162514264337593543950335😀1", "9999😀0.000000000000000000000000", &"😀".repeat(40), "", "Report"]
    {
        let name = plan.name(title);
        assert!((1..=LONGEST_NAME).contains(&name.encode_utf16().count()), "{title}: {name}");
    }
    assert_eq!(plan.name("Spending"), "Spending");
}

#[test]
fn a_sheet_has_its_heads_its_units_and_words_of_the_language() {
    let report = report();
    let all = sheets(&report);
    let names: Vec<&str> = all.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names[0], "Report");
    assert!(names.contains(&"Spending by ministry and year") && names.contains(&"Power by domain"), "{names:?}");
    assert!(names.iter().all(|name| name.chars().count() <= 31));
    let spending = &all[names.iter().position(|name| name.starts_with("Spending by")).unwrap()];
    let heads: Vec<String> = (0..8).map(|at| text(spending, 0, at)).collect();
    assert!(heads.contains(&"budget (million EUR)".to_owned()), "{heads:?}");
    assert!(all[0].rows.values().any(|row| row[&0].text() == "A case for two: the recommended portfolio"));
    let dutch = crate::messages::in_language("nl", || sheets(&report));
    assert_eq!(dutch[0].name, "Rapport");
    let number = |all: &[XlsxSheet]| all.iter().flat_map(|it| it.rows.values().flat_map(|row| row.values())).count();
    assert_eq!(number(&dutch), number(&all), "the same cells in every language");
}

#[test]
fn what_is_shown_of_parts_adds_up_to_what_is_shown_of_their_total() {
    for (whole, parts) in [("10", 3), ("100", 7), ("0.05", 3), ("2", 6), ("1234567.89", 11)] {
        let part = d(whole) / Decimal::from(parts);
        let column = |key: &str| Column::new(key, key, Kind::Money(2));
        let whole_of = sum(&vec![part; usize::try_from(parts).unwrap()]).unwrap();
        let mut table = Table::of("rows", "Rows", [()]).column(column("bill"), |()| whole_of);
        for at in 0..parts {
            table = table.column(column(&format!("part_{at}")).part_of("bill"), |()| part);
        }
        let (_, sheet) = tables(&analysis(vec![table.table()], Vec::new())).remove(0);
        let shown = |at: usize| rounded(d(&text(&sheet, 1, at)), 2);
        let lines: Vec<Decimal> = (1..=usize::try_from(parts).unwrap()).map(shown).collect();
        assert_eq!(sum(&lines), Some(shown(0)), "{whole} in {parts}");
    }
}

/// The text of every part of the archive.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |at: usize| {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..count).map(part).collect()
}

const HOSTILE: &[&str] = &[
    "=HYPERLINK(\"http://evil.example\")",
    "+1+1",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "]]></t><f>1+1</f>",
    "_x0041_\u{1b}[31m\u{202e}",
    "=Sheet1!$A$1",
];

#[test]
fn nothing_of_a_case_becomes_a_formula_or_leads_out() {
    for hostile in HOSTILE {
        let mut report = report();
        report.case.title = (*hostile).to_owned();
        report.case.money = (*hostile).to_owned();
        report.case.changes = vec![(*hostile).to_owned()];
        for pick in &mut report.parts.portfolio {
            (pick.name, pick.candidate) = ((*hostile).to_owned(), (*hostile).to_owned());
        }
        report.parts.ministries.iter_mut().for_each(|line| line.name = (*hostile).to_owned());
        let charts =
            [ChartKind::Steps, ChartKind::Points, ChartKind::Lines, ChartKind::Bars, ChartKind::Spans, ChartKind::Heat]
                .map(|kind| {
                    let points = vec![
                        (Decimal::ONE, Decimal::ZERO, (*hostile).to_owned()),
                        (d("2"), Decimal::ZERO, "x".to_owned()),
                    ];
                    let series = vec![Series { name: (*hostile).to_owned(), points }];
                    let [title, across, up] = [*hostile; 3].map(str::to_owned);
                    Chart { title, across, up, kind, series }
                });
        let table = Table::of("rows", *hostile, [*hostile])
            .column(Column::new("a", *hostile, Kind::Words), |it| (*it).to_owned());
        let analysis = analysis(vec![table.table()], charts.into());
        for bytes in [bytes(&report), bytes(&analysis)] {
            let said = read(&bytes).unwrap();
            let names: Vec<String> = said.iter().map(|sheet| sheet.name.clone()).collect();
            for (name, text) in parts(&bytes) {
                if name.starts_with("xl/worksheets/") {
                    assert!(!text.contains("<f>") && !text.contains("<f "), "{hostile:?}: {name}");
                }
                assert!(!text.contains("TargetMode=\"External\""), "{hostile:?}: {name}");
                // A chart refers to cells of this very workbook.
                for reference in text.split("<c:f>").skip(1) {
                    let reference = reference.split("</c:f>").next().unwrap();
                    let sheet = reference.rsplit_once('!').unwrap().0.trim_matches('\'');
                    let sheet =
                        sheet.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
                    assert!(names.contains(&sheet), "{hostile:?}: {reference}");
                }
            }
            let all = || said.iter().flat_map(|sheet| sheet.rows.values().flat_map(|row| row.values()));
            let visible = crate::report::safe::line(hostile);
            assert!(all().any(|cell| cell.text().contains(visible.trim())), "{hostile:?}");
            assert!(all().all(|cell| !cell.text().contains(['\u{1b}', '\u{202e}'])));
        }
    }
}

#[test]
fn the_same_answer_makes_the_same_bytes_and_long_texts_are_cut() {
    assert_eq!(bytes(&report()), bytes(&report()));
    let long = "ab".repeat(20_000);
    let table =
        Table::of("rows", "Rows", [long]).column(Column::new("a", "a", Kind::Words), std::clone::Clone::clone).table();
    let (_, sheet) = tables(&analysis(vec![table], Vec::new())).remove(0);
    assert!(text(&sheet, 1, 0).ends_with('…') && text(&sheet, 1, 0).chars().count() == 32_767);
}

#[test]
fn charts_are_drawn_by_the_spreadsheet_from_cells_beside_them() {
    let points = |all: &[(&str, &str)]| all.iter().map(|(x, y)| (d(x), d(y), String::new())).collect::<Vec<_>>();
    let series = |name: &str, all: &[(&str, &str)]| Series { name: name.to_owned(), points: points(all) };
    let chart = |kind, series| {
        let [title, across, up] = ["Spending", "year", "million EUR"].map(str::to_owned);
        Chart { title, across, up, kind, series }
    };
    let lines =
        chart(ChartKind::Lines, vec![series("a", &[("2027", "1.5"), ("2028", "2")]), series("b", &[("2028", "3")])]);
    let stairs = chart(ChartKind::Steps, vec![series("best", &[("0", "1"), ("10", "4")])]);
    let report = analysis(Vec::new(), vec![lines, stairs]);
    let drawn = parts(&bytes(&report)).iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).count();
    assert_eq!(drawn, 2);
    let all = sheets(&report);
    let row = |sheet: &XlsxSheet, row: usize| (0..3).map(|at| text(sheet, row, at)).collect::<Vec<_>>();
    assert_eq!(
        (row(&all[1], 3), row(&all[1], 4)),
        (vec!["2027".into(), "1.5".into(), String::new()], vec!["2028".into(), "2".into(), "3".into()])
    );
    assert_eq!((3..6).map(|at| row(&all[2], at)[..2].join(" ")).collect::<Vec<_>>(), ["0 1", "10 1", "10 4"]);
    assert!(matches!(Value::Share(40).bare(), Value::Share(40)));
}

#[test]
fn what_a_terminal_says_in_short_stands_on_a_sheet_once_and_in_full() {
    let spending = tables(&report()).into_iter().find(|(table, _)| table.key == "spending").unwrap();
    let heads: Vec<&str> = spending.0.columns.iter().map(|it| it.head.as_str()).collect();
    assert_eq!(heads.iter().filter(|it| **it == "ministry").count(), 1, "{heads:?}");
    let first = |at: usize| text(&spending.1, 1, at);
    assert_eq!((first(0), first(heads.len() - 1)), ("Defence".to_owned(), "defence".to_owned()));
}
