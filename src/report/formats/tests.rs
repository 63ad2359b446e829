//! A format is there for everybody as soon as it is in the list.

use std::path::Path;

use super::super::tests::{infeasible, report};
use super::super::{AnalysisReport, Column, FindingsReport, Kind, Report, Table, TableReport};
use super::{FORMATS, Options, by_ending, by_id, dummy, endings, page};

/// A report of every kind.
fn reports() -> Vec<Box<dyn Report>> {
    let case = report().case;
    let table = Table::of("rows", "", ["b"]).column(Column::new("a", "a", Kind::Words), |cell| *cell).table();
    let analysis = AnalysisReport {
        case: case.clone(),
        analysis: "frontier",
        title: "A frontier".to_owned(),
        summary: vec!["It is found.".to_owned()],
        open: Vec::new(),
        tables: vec![table.clone()],
        charts: Vec::new(),
        page: Vec::new(),
    };
    let evaluation = crate::report::EvaluationReport {
        case: case.clone(),
        file: "mine.csv".to_owned(),
        keeps_all_rules: true,
        objective: crate::report::Figure::default(),
        totals: report().totals,
        broken: Vec::new(),
        best: None,
        parts: report().parts,
        rules: Vec::new(),
    };
    vec![
        Box::new(report()),
        Box::new(infeasible()),
        Box::new(evaluation),
        Box::new(FindingsReport { case: case.clone(), findings: Vec::new() }),
        Box::new(analysis),
        Box::new(TableReport { case, title: "side by side".to_owned(), about: "Two.".to_owned(), table }),
    ]
}

#[test]
fn a_new_format_is_known_by_its_name_and_by_its_ending() {
    assert_eq!(by_id("dummy").unwrap().id, dummy::FORMAT.id);
    assert_eq!(by_id("stand-in").unwrap().id, dummy::FORMAT.id);
    assert_eq!(by_ending(Path::new("a.DMY")).unwrap().id, dummy::FORMAT.id);
    assert_eq!(by_ending(Path::new("a")).unwrap().id, "table");
    let refusal = by_ending(Path::new("a.docx")).unwrap_err().to_string();
    assert!(refusal.starts_with("Cannot export .docx. Formats: table (.txt), csv (.csv), "), "{refusal}");
    assert!(refusal.ends_with(", dummy (.dmy)."), "{refusal}");
}

#[test]
fn a_new_format_is_in_prompts_and_in_the_documentation() {
    assert!(
        endings("the picks")
            .contains("; .csv the picks; .json everything, for programs; .md a note; .html a page with charts; ")
            && endings("the picks").ends_with("; .dmy a stand-in."),
        "{}",
        endings("the picks")
    );
    assert!(page().contains("| `dummy` | `.dmy` | A stand-in \\| for tests | all figures, because it is a stand-in |"));
}

#[test]
fn every_kind_of_report_is_written_in_every_format_that_can_hold_it() {
    for report in reports() {
        for format in FORMATS {
            let written = format.write(report.as_ref(), &Options::PLAIN);
            assert_eq!(written.is_ok(), format.holds(report.as_ref()), "{}: {written:?}", format.id);
            if let Ok(bytes) = &written {
                assert!(
                    !bytes.is_empty() && bytes.is_ascii() != format.is_binary() || bytes.len() > 40,
                    "{}",
                    format.id
                );
            }
        }
        let bytes = dummy::FORMAT.write(report.as_ref(), &Options::PLAIN).unwrap();
        assert!(bytes.starts_with(&[0xff, 0x00]), "what is no text stays as it is");
    }
}

#[test]
fn a_table_that_is_not_there_is_refused_with_those_that_are() {
    let csv = by_id("csv").unwrap();
    let refusal = csv.write(&report(), &Options { table: Some("moon"), ..Options::PLAIN }).unwrap_err();
    assert_eq!(refusal.to_string(), "There is no table `moon`. The tables are portfolio.");
    let refusal = csv.write(&infeasible(), &Options::PLAIN).unwrap_err();
    assert_eq!(refusal.to_string(), "There is no table to write. Write another format, such as .md: it says why.");
}
