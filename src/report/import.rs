//! What was understood of a list, as a document.

use crate::model::order::InOrder as _;
use std::borrow::Cow;

use litemap::LiteMap;
use serde::Serialize;

use super::data::CaseHeader;
use super::document::{Audience, Block, Column, Document, Item, Kind, Report, Table};
use super::formats::object;
use super::number::{Figure, MONEY};
use super::style::Role;
use crate::messages::{count_of, word};
use crate::model::visible::visible;
use crate::say;
use crate::store::import::{LeftOut, ListColumn, Reason, Understood};

/// What was understood of a list.
#[derive(Debug, Clone)]
pub struct ImportReport {
    /// The list.
    pub case: CaseHeader,
    /// What was made of it.
    pub list: Understood,
}

impl ImportReport {
    /// The report of what was made of a list at a path.
    pub fn new(list: Understood, path: String) -> Self {
        let case = CaseHeader {
            title: list.file.clone(),
            path,
            inputs: Vec::new(),
            changes: Vec::new(),
            money: list.money.clone(),
            horizon: list.years,
            ministries: Vec::new(),
            candidates: list.candidates,
            withheld: String::new(),
        };
        Self { case, list }
    }

    /// What the case has, in a sentence; none where the list makes none.
    fn summary(&self) -> Option<String> {
        self.list.case.as_ref()?;
        let (candidates, domains) =
            (count_of(self.list.candidates, "candidate"), count_of(self.list.domains, "domain"));
        let (first, last) = self.list.years;
        Some(say!("import-case-has", candidates = candidates, domains = domains, first = first, last = last))
    }

    fn columns(&self) -> Table {
        Table::of("columns", say!("import-columns"), &self.list.columns)
            .column(Column { least: Some(16), ..Column::of("heading", Kind::Words) }, |it| heading(it))
            .words("read_as", |it| super::Value::Word(it.role.token()))
            .words("filled", |it| it.filled)
            .words("numbers", |it| it.numbers)
            .column(Column { least: Some(10), ..Column::of("example", Kind::Words) }, |it| cut(&it.example))
            .table()
    }

    fn left_out(&self) -> Table {
        let mut by_reason: LiteMap<Reason, Vec<&LeftOut>> = LiteMap::new();
        for out in &self.list.left_out {
            by_reason.entry(out.reason).or_default().push(out);
        }
        Table::of("left_out", say!("import-left-out"), by_reason)
            .words("reason", |(reason, _)| super::Value::Word(reason.name().to_owned()))
            .words("rows", |(_, rows)| rows.len())
            .words("lines", |(_, rows)| some(rows.iter().map(|row| row.line.to_string())))
            .words("names", |(_, rows)| some(rows.iter().map(|row| cut(&row.name)).filter(|name| !name.is_empty())))
            .table()
    }

    fn sums(&self) -> Table {
        let reasons: Vec<Reason> = {
            let mut all: Vec<Reason> = self.list.sums.iter().flat_map(|sum| sum.left_out.keys().copied()).collect();
            all.order();
            all.dedup();
            all
        };
        let money = |key: &str, head: String| Column::new(key, head, Kind::Money(MONEY));
        Table::of("sums", say!("import-sums"), &self.list.sums)
            .column(Column::of("year", Kind::Year), |it| it.year)
            .column(money("list", say!("import-sum-list")), |it| it.list)
            .each(reasons, |table, reason| {
                let key = format!("without_{}", reason.name().replace(' ', "_"));
                table.column(money(&key, word(reason.name())), |it| it.left_out.get(&reason).map(|sum| -*sum))
            })
            .column(money("case", say!("import-sum-case")), |it| it.case)
            .each(self.list.sums.iter().any(|sum| sum.unknown > 0).then_some(()), |table, ()| {
                table.words("unknown", |it| it.unknown)
            })
            .table()
    }
}

/// The heading of a column, which may be empty.
fn heading(column: &ListColumn) -> String {
    if column.heading.is_empty() { say!("import-column-number", number = column.at + 1) } else { cut(&column.heading) }
}

/// The beginning of a text, for a table.
fn cut(text: &str) -> String {
    const MOST: usize = 48;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = visible(&text);
    if text.chars().count() <= MOST {
        return text.into_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}

/// The first of several texts.
fn some(texts: impl Iterator<Item = String>) -> String {
    const MOST: usize = 4;
    let texts: Vec<String> = texts.collect();
    let more = (texts.len() > MOST).then(|| "…".to_owned());
    texts.into_iter().take(MOST).chain(more).collect::<Vec<_>>().join(", ")
}

impl Report for ImportReport {
    fn document(&self) -> Document {
        let mut blocks: Vec<Block> = self.summary().map(Block::text).into_iter().collect();
        if !self.list.columns.is_empty() {
            blocks.push(Block::Table(self.columns()));
        }
        if !self.list.left_out.is_empty() {
            blocks.push(Block::Table(self.left_out()));
        }
        if !self.list.sums.is_empty() {
            blocks.push(Block::Table(self.sums()));
        }
        if !self.list.told.is_empty() {
            blocks.push(Block::Subheading(say!("import-told")));
            blocks.push(Block::List(self.list.told.iter().cloned().map(Item::from).collect()));
        }
        if !self.list.wrong.is_empty() {
            blocks.push(Block::Subheading(say!("import-wrong")));
            let item = |finding: &crate::model::Finding| Item {
                lead: word("error"),
                role: Role::Bad,
                text: finding.place_in_file(),
                more: vec![finding.message.clone(), finding.remedy.clone()],
            };
            blocks.push(Block::List(self.list.wrong.iter().map(item).collect()));
        }
        Document { case: self.case.clone(), subject: say!("import-subject"), blocks }
    }

    fn tables(&self) -> Cow<'_, [Table]> {
        let rows = Table::of("rows", say!("import-left-out"), &self.list.left_out)
            .words("reason", |it| super::Value::Word(it.reason.name().to_owned()))
            .words("line", |it| it.line)
            .words("name", |it| it.name.clone())
            .only(Audience::Programs);
        vec![self.columns(), self.sums(), self.left_out(), rows].into()
    }

    fn json(&self) -> Vec<u8> {
        let list = &self.list;
        let names = |reason: Reason| reason.name();
        object(&Json {
            file: &list.file,
            ready: list.case.is_some(),
            money: &list.money,
            candidates: list.candidates,
            domains: list.domains,
            first_year: list.years.0,
            last_year: list.years.1,
            columns: list
                .columns
                .iter()
                .map(|it| JsonColumn {
                    heading: &it.heading,
                    read_as: it.role.token(),
                    filled: it.filled,
                    numbers: it.numbers,
                })
                .collect(),
            left_out: list
                .left_out
                .iter()
                .map(|it| JsonRow { line: it.line, name: &it.name, reason: names(it.reason) })
                .collect(),
            sums: list
                .sums
                .iter()
                .map(|it| JsonSum {
                    year: it.year,
                    list: Figure(it.list),
                    left_out: it.left_out.iter().map(|(reason, sum)| (names(*reason), Figure(*sum))).collect(),
                    case: Figure(it.case),
                    unknown: it.unknown,
                })
                .collect(),
            told: &list.told,
            wrong: list
                .wrong
                .iter()
                .map(|it| format!("{}: {} {}", it.place_in_file(), it.message, it.remedy))
                .collect(),
        })
    }
}

#[derive(Serialize)]
struct Json<'a> {
    file: &'a str,
    ready: bool,
    money: &'a str,
    candidates: usize,
    domains: usize,
    first_year: i32,
    last_year: i32,
    columns: Vec<JsonColumn<'a>>,
    left_out: Vec<JsonRow<'a>>,
    sums: Vec<JsonSum>,
    told: &'a [String],
    wrong: Vec<String>,
}

#[derive(Serialize)]
struct JsonColumn<'a> {
    heading: &'a str,
    read_as: String,
    filled: usize,
    numbers: usize,
}

#[derive(Serialize)]
struct JsonRow<'a> {
    line: usize,
    name: &'a str,
    reason: &'static str,
}

#[derive(Serialize)]
struct JsonSum {
    year: i32,
    list: Figure,
    left_out: LiteMap<&'static str, Figure>,
    case: Figure,
    unknown: usize,
}
