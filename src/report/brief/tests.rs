//! What the page says adds up, whatever the amounts are.

use rust_decimal::Decimal;

use super::page;
use crate::messages::{in_language, language};
use crate::report::brief_data::{Brief, Held, Loss};
use crate::report::number::{fixed, rounded};
use crate::report::tests::report;
use crate::report::{Block, BriefReport, Figure, Options, PortfolioReport, Report, formats};
use crate::store::xlsx::XlsxCell;

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
        scenarios: vec![Held {
            name: "storm".to_owned(),
            index: figure("3"),
            broken: "the money of EZ falls short".to_owned(),
        }],
        reserve: None,
        nothing_gains: false,
        is_average: false,
        given: None,
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
        let rows: Vec<Vec<Decimal>> =
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
    let shown = regex_lite::Regex::new(r"index ([\d.]+) → ([\d.]+)\*\*\n\nThat is ([\d.]+) of").unwrap();
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
fn all_reasons_are_said_in_one_form() {
    let mut report = briefed(["1", "2", "3", "4"]);
    let text = markdown(&BriefReport(&report));
    let told = "- **Cable** (30 million EUR): without it, 1.3 points less";
    assert!(text.contains(&format!("{told}; A service falls to Seat at the table.")), "{text}");
    // Where one would be longer than 25 words, all are short.
    let long = "word ".repeat(12).trim_end().to_owned();
    report.brief.as_mut().unwrap().picks[0].falls = Some((long.clone(), long.clone(), long));
    let text = markdown(&BriefReport(&report));
    assert!(text.contains(&format!("{told}.")), "{text}");
}

/// What people read of a report in a format, a line for each row, paragraph and item, without marks.
fn read(report: &PortfolioReport, format: &str) -> String {
    let bytes = formats::by_id(format).unwrap().write(report, &Options::PLAIN).unwrap();
    if format == "xlsx" {
        let sheets = crate::store::xlsx::read(&bytes).unwrap();
        let shown = |cell: &XlsxCell| match cell {
            XlsxCell::Number(_) => fixed(rounded(cell.text().parse().unwrap(), 2), 2),
            other => other.text(),
        };
        let row =
            |row: &std::collections::BTreeMap<u32, XlsxCell>| row.values().map(shown).collect::<Vec<_>>().join(" ");
        return sheets.iter().flat_map(|sheet| sheet.rows.values()).map(row).collect::<Vec<_>>().join("\n");
    }
    let text = String::from_utf8(bytes).unwrap();
    let [hidden, marks] = [r"(?s)<(?:svg|style|script|details).*?</(?:svg|style|script|details)>", r"<[^>]*>|[*|\\]"]
        .map(|marks| regex_lite::Regex::new(marks).unwrap());
    marks.replace_all(&hidden.replace_all(&text, ""), " ").into_owned()
}

/// The numbers of a text in the language that is spoken.
fn numbers(text: &str) -> Vec<Decimal> {
    let number = regex_lite::Regex::new(r"-?\d[\d.,]*\d|\d").unwrap();
    let plain = |text: &str| match language() {
        "nl" => text.replace('.', "").replace(',', "."),
        _ => text.replace(',', ""),
    };
    number.find_iter(text).map(|found| plain(found.as_str()).parse().unwrap()).collect()
}

/// The first line that begins with a name, without it; blanks before it do not count.
fn line<'a>(text: &'a str, begins: &str) -> &'a str {
    let found = text.lines().find_map(|line| line.trim_start().strip_prefix(begins));
    found.unwrap_or_else(|| panic!("no line {begins}: {text}"))
}

#[test]
fn what_is_shown_adds_up_in_every_format_and_language() {
    let mut seed = 20_271_130_u64;
    let mut amount = |most: u64| {
        // Any amounts will do, but the same ones in every run.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Decimal::new(i64::try_from((seed >> 33) % most).unwrap(), 4)
    };
    for _ in 0..12 {
        let [first, second, later, after] = [(); 4].map(|()| amount(30_000_000));
        let whole = [first + later, second + after];
        let spent = [first, whole[0], second, whole[1]].map(|it| it.to_string());
        let mut report = briefed([&spent[0], &spent[1], &spent[2], &spent[3]]);
        let (before, gain) = (amount(500_000), amount(400_000));
        (report.totals.index_before, report.totals.gain) = (Some(Figure(before)), Some(Figure(gain)));
        // The bills of the domains.
        let part = amount(10_000);
        let bill = whole[0] + whole[1];
        report.parts.portfolio[0].cost = Figure(part);
        report.parts.portfolio[1].cost = Figure(bill - part);
        for (id, words) in [
            ("en", ["all", "Decision-power index ", "That is ", "1 pick,"]),
            ("nl", ["totaal", "Beslismachtindex ", "Dat is ", "1 keuze,"]),
        ] {
            in_language(id, || {
                for format in ["md", "html", "xlsx"] {
                    let text = read(&report, format);
                    let all = words[0];
                    let row = |begins: &str| numbers(line(&text, begins));
                    let rows = ["Defence ", "Economic Affairs ", all].map(row);
                    for row in &rows {
                        assert_eq!(row[0], row[1] + row[2], "{id} {format}: {rows:?}");
                    }
                    for at in 0..3 {
                        assert_eq!(rows[0][at] + rows[1][at], rows[2][at], "{id} {format}: {rows:?}");
                    }
                    let index = row(words[1]);
                    assert_eq!(index[0] + row(words[2])[0], index[1], "{id} {format}: {text}");
                    let bills: Decimal = text
                        .lines()
                        .filter(|it| it.trim_start().starts_with(words[3]))
                        .map(numbers)
                        .map(|it| it[1])
                        .sum();
                    assert_eq!(bills, rows[2][0], "{id} {format}: {text}");
                }
            });
        }
    }
}

#[test]
fn where_nothing_can_be_gained_nothing_is_asked() {
    for (id, tables) in [("en", ["effects", "candidates"]), ("nl", ["effecten", "kandidaten"])] {
        let mut report = briefed(["1", "2", "3", "4"]);
        if let Some(brief) = &mut report.brief {
            brief.nothing_gains = true;
        }
        let blocks = in_language(id, || page(&report));
        let [Block::Heading(_), Block::Paragraph(_, text)] = blocks.as_slice() else { panic!("{blocks:?}") };
        assert!(tables.iter().all(|it| text.contains(&format!("({it})"))), "{text}");
    }
}

#[test]
fn what_breaks_in_a_scenario_stands_beside_its_name() {
    let text = markdown(&briefed(["1", "2", "3", "4"]));
    assert!(text.contains("storm (the money of EZ falls short)"), "{text}");
    assert!(!text.contains("nodes"), "{text}");
}

#[test]
fn a_golden_share_is_told_with_its_risk_in_both_languages() {
    let mut report = briefed(["1", "2", "3", "4"]);
    let told = |report: &PortfolioReport| markdown(report).contains("golden share");
    assert!(!told(&report));
    report.parts.portfolio[0].has_legal_risk = true;
    let name = report.parts.portfolio[0].name.clone();
    let said = format!("A golden share is among the investments: {name}. A court may strike it down.");
    assert!(markdown(&report).contains(&said));
    in_language("nl", || assert!(markdown(&report).contains("Een rechter kan het verbieden.")));
}
