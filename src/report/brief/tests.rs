//! What the page says adds up, whatever the amounts are.

use super::page;
use crate::report::brief_data::{Brief, Held, Loss};
use crate::report::tests::report;
use crate::report::{Block, BriefReport, Figure, Options, PortfolioReport, Report, formats};

fn figure(text: &str) -> Figure {
    Figure(text.parse().unwrap())
}

fn briefed(spent: [&str; 4]) -> PortfolioReport {
    let mut report = report();
    let loss = Loss {
        name: "Cable".to_owned(),
        bill: figure("30"),
        index: figure("1.25"),
        points: figure("0"),
        falls: Some(("A service".to_owned(), "Majority".to_owned(), "Seat at the table".to_owned())),
    };
    report.brief = Some(Brief {
        picks: vec![loss],
        left_out: Vec::new(),
        locked_out: Vec::new(),
        scenarios: vec![Held { name: "storm".to_owned(), index: figure("3"), broken: 1 }],
        reserve: None,
        binding: Vec::new(),
        is_average: false,
    });
    let [a, a_all, b, b_all] = spent.map(figure);
    report.parts.spending[0].spent = a;
    report.parts.spending[1].spent = b;
    report.parts.ministries[0].spent = a_all;
    report.parts.ministries[1].spent = b_all;
    report.totals.cost = Some(Figure(a_all.0 + b_all.0));
    report
}

fn markdown(report: &dyn Report) -> String {
    String::from_utf8(formats::by_id("md").unwrap().write(report, &Options::PLAIN).unwrap()).unwrap()
}

#[test]
fn what_is_paid_adds_up_both_ways() {
    for spent in [
        ["1.005", "2.015", "0.335", "3.335"],
        ["0", "0.004", "0.004", "0.004"],
        ["7.125", "7.125", "0.115", "1"],
        ["1", "2", "3", "4"],
    ] {
        let report = briefed(spent);
        let blocks = page(&report);
        let Some(Block::Table(table)) = blocks.iter().find(|block| matches!(block, Block::Table(_))) else { panic!() };
        let rows: Vec<Vec<rust_decimal::Decimal>> =
            table.rows.iter().map(|row| row[1..].iter().map(|it| it.figure().unwrap()).collect()).collect();
        assert_eq!(rows.len(), 3);
        for ((one, other), all) in rows[0].iter().zip(&rows[1]).zip(&rows[2]) {
            assert_eq!(one + other, *all, "{spent:?}");
        }
        for row in &rows {
            assert_eq!(row[0], row[1] + row[2], "{spent:?}");
            assert!(row.iter().all(|it| it.scale() <= 2 && !it.is_sign_negative()), "{spent:?}");
        }
        assert_eq!(rows[2][0], crate::report::number::rounded(report.totals.cost.unwrap().0, 2));
    }
}

#[test]
fn the_index_that_is_shown_adds_up() {
    let shown = regex::Regex::new(r"index ([\d.]+) → ([\d.]+)\*\*\n\nThat is ([\d.]+) of").unwrap();
    for (before, gain) in [("40.4075", "24.2846"), ("0.05", "0.05"), ("33.33", "33.33")] {
        let mut report = briefed(["1", "2", "3", "4"]);
        let (from, up) = (figure(before), figure(gain));
        (report.totals.index_before, report.totals.gain) = (Some(from), Some(up));
        let text = markdown(&BriefReport(&report));
        let found = shown.captures(&text).unwrap();
        let [from, to, up] = [1, 2, 3].map(|at| figure(&found[at]).0);
        assert_eq!(from + up, to, "{text}");
    }
}

#[test]
fn a_note_without_the_page_is_what_it_was_and_the_page_comes_first() {
    let report = briefed(["1", "2", "3", "4"]);
    let note = markdown(&report);
    assert!(note.find("## Decision asked").unwrap() < note.find("## Annex").unwrap());
    assert!(!markdown(&BriefReport(&report)).contains("## Annex"));
    let with = formats::by_id("json").unwrap().write(&report, &Options::PLAIN).unwrap();
    let without = PortfolioReport { brief: None, ..report };
    assert_eq!(formats::by_id("json").unwrap().write(&without, &Options::PLAIN).unwrap(), with);
}

#[test]
fn a_reason_is_short_however_long_its_names_are() {
    let mut report = briefed(["1", "2", "3", "4"]);
    let long = "word ".repeat(12).trim_end().to_owned();
    let brief = report.brief.as_mut().unwrap();
    brief.picks[0].falls = Some((long.clone(), long.clone(), long));
    let text = markdown(&BriefReport(&report));
    assert!(text.contains("- **Cable** (30 million EUR): without it the index falls by 1.3."), "{text}");
    report.brief.as_mut().unwrap().picks[0].falls = Some(("A".to_owned(), "B".to_owned(), "C".to_owned()));
    let text = markdown(&BriefReport(&report));
    assert!(text.contains("without it the index falls by 1.3 and A from B to C."), "{text}");
}
