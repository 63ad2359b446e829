//! No row is lost in silence: each line of a mutated table is read as a row, or something that is found names it.
//!
//! What a line is, is told here by its line break alone, so that a reader that swallows lines cannot excuse itself.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use super::mutation::{mutated, pick, rng};
use super::readers::SMALL;
use beslismacht::check::check;
use beslismacht::model::compile::compile;
use beslismacht::model::schema::TableId;
use beslismacht::model::{Finding, Level, Workbook};
use beslismacht::store;
use rand::RngExt;
use rand::rngs::ChaCha8Rng;
use rust_decimal::Decimal;

/// A table with rows `row-0`, `row-1` and so on, written in one of the ways of spreadsheets.
fn table(header: &str, row: &dyn Fn(usize) -> Vec<String>, random: &mut ChaCha8Rng, foreign: bool) -> String {
    let mark = if foreign { *pick(random, &[",", ";", "\t", "|"]) } else { "," };
    let end = *pick(random, &["\n", "\n", "\r\n"]);
    let mut text = header.replace(',', mark) + end;
    for at in 0..random.random_range(2..9) {
        let cells: Vec<String> = row(at)
            .into_iter()
            .map(|cell| if random.random_range(0..6) == 0 { format!("\"{cell}\"") } else { cell })
            .collect();
        let _ = write!(text, "{}{end}", cells.join(mark));
    }
    text
}

/// Mutates all but the header, so that most files stay tables.
fn spoilt(text: &str, random: &mut ChaCha8Rng) -> String {
    let at = text.find('\n').map_or(0, |at| at + 1);
    let (header, rows) = text.split_at(at);
    let from = if random.random_range(0..10) == 0 { "" } else { header };
    let rest = if from.is_empty() { text } else { rows };
    let rest = mutated(rest.as_bytes(), text.as_bytes(), random);
    format!("{from}{}", String::from_utf8_lossy(&rest))
}

/// In place of the id of a row whose line may be another one's: a portfolio does not say which it was read from.
const UNSURE: &str = "?";

/// Asserts that each line with a row is among those that are read, or is named.
fn none_is_lost(seed: u64, text: &str, read: &BTreeMap<usize, String>, findings: &[Finding]) {
    // An error about the file or its header stops everything, and so does a quote that is never closed.
    let lines = || text.split('\n');
    let header = lines().position(|line| line.contains("candidate"));
    let header = header.or_else(|| lines().position(|line| !line.trim().is_empty())).map_or(1, |at| at + 1);
    let whole = |it: &Finding| it.level == Level::Error && (it.line <= header || it.code == "open-quote");
    if findings.iter().any(whole) || text.contains('\0') {
        return;
    }
    let marks = text.lines().next().map_or(1, |head| {
        [',', ';', '\t', '|'].iter().map(|mark| head.matches(*mark).count()).max().unwrap_or(1).max(1)
    });
    let looks_like_a_row = |line: &str| [',', ';', '\t', '|'].iter().any(|mark| line.matches(*mark).count() >= marks);
    let quotes: Vec<usize> = findings
        .iter()
        .filter(|it| matches!(it.code, "row-in-cell" | "open-quote" | "stray-quote"))
        .map(|it| it.line)
        .collect();
    for (at, line) in text.split('\n').enumerate().skip(header) {
        let number = at + 1;
        let is_row = line.contains("row-") && looks_like_a_row(line);
        let is_named = || findings.iter().any(|it| it.line == number);
        // The quote that took it in is named, and no row begins between the two.
        let is_in_a_cell = || {
            quotes.iter().any(|&from| {
                from <= number && (from + 1..=number).all(|it| read.get(&it).is_none_or(|id| id == UNSURE))
            })
        };
        // A row that is named goes on to this line, in a cell with a line break.
        let quotes_in = |lines: std::ops::Range<usize>| {
            text.split('\n').skip(lines.start).take(lines.len()).map(|line| line.matches('"').count()).sum::<usize>()
        };
        let goes_on = || {
            let mut above = findings.iter().filter(|it| (header + 1..number).contains(&it.line));
            above.any(|it| quotes_in(it.line - 1..number - 1) % 2 == 1)
        };
        // The row that was read last begins above with a quoted line break, and is the one of this line.
        let is_read_above = || {
            let above = read.range(..number).next_back();
            above.is_some_and(|(_, id)| line.starts_with(&format!("{id}\"")) || line.starts_with(&format!("{id},")))
        };
        assert!(
            !is_row || is_read_above() || read.contains_key(&number) || is_named() || is_in_a_cell() || goes_on(),
            "seed {seed}: line {number} {line:?} is lost of {text:?}\n{findings:#?}"
        );
    }
}

/// The lines on which the candidates of a case stand, each with its id.
fn candidates(workbook: &Workbook) -> (BTreeMap<usize, String>, Vec<Finding>) {
    let compiled = compile(workbook);
    let lines = workbook.sheet(TableId::Candidates).lines();
    let line = |row: usize| lines.get(row).copied();
    let read = compiled.case.candidates.iter().filter_map(|it| Some((line(it.row)?, it.id.clone()))).collect();
    (read, check(workbook, &compiled))
}

fn quick(seed: u64) {
    let random = &mut rng(seed);
    let row = |at: usize| vec![format!("row-{at}"), format!("{at}.5"), "3".to_owned(), format!("Name {at}")];
    let text = spoilt(&table("candidate,cost,gain,name", &row, random, true), random);
    let workbook = store::quick::quick("q", &text, Decimal::TEN, None);
    let (read, findings) = candidates(&workbook);
    none_is_lost(seed, &text, &read, &findings);
}

fn folder(seed: u64) {
    let random = &mut rng(seed);
    let row = |at: usize| vec![format!("row-{at}"), "cloud".to_owned(), format!("Name {at}"), "1".to_owned()];
    let text = spoilt(&table("candidate,domain,name,cost_1", &row, random, false), random);
    let mut workbook = SMALL.clone();
    workbook.put_file("candidates.csv", &text);
    let (read, findings) = candidates(&workbook);
    let own: Vec<Finding> = findings.into_iter().filter(|it| it.file == "candidates.csv").collect();
    none_is_lost(seed, &text, &read, &own);
}

fn portfolio(seed: u64) {
    let random = &mut rng(seed);
    let mut workbook = SMALL.clone();
    let rows = (0..9).fold("candidate,domain,cost_1\n".to_owned(), |text, at| text + &format!("row-{at},cloud,1\n"));
    workbook.put_file("candidates.csv", &rows);
    let case = compile(&workbook).case;
    let row = |at: usize| vec![format!("row-{at}"), "2027".to_owned(), "40".to_owned(), "60".to_owned()];
    let text = spoilt(&table("candidate,start,share_defence,share_economy", &row, random, true), random);
    let (picked, findings): (HashSet<String>, _) = match store::portfolio::read(&case, "mine.csv", &text) {
        Ok(read) => {
            let picked = read.portfolio.picks().iter().map(|pick| case[pick.candidate].id.clone()).collect();
            (picked, read.warnings)
        }
        // Where it is refused nothing of it is used.
        Err(_) => return,
    };
    let has = |line: &str| line.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| picked.contains(word));
    let read = text.split('\n').enumerate().filter(|(_, line)| has(line));
    let twice =
        |line: &str| picked.iter().any(|id| line.contains(id.as_str()) && text.matches(id.as_str()).count() > 1);
    let read = read.map(|(at, line)| (at + 1, if twice(line) { UNSURE } else { "-" }.to_owned())).collect();
    none_is_lost(seed, &text, &read, &findings);
}

pub const ROWS: [super::readers::Target; 3] =
    [("rows-quick", quick), ("rows-candidates", folder), ("rows-portfolio", portfolio)];

#[test]
fn no_row_is_lost_in_silence() {
    for (_, table) in ROWS {
        (0..1_000).for_each(table);
    }
}
