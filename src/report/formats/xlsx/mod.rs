//! A workbook for spreadsheets: what is said stands on the first sheet, each table on one of its own, and so does each chart,
//! which the spreadsheet draws itself.
//!
//! Figures are numbers. What a case says is text, whatever it begins with: no cell holds a formula.

mod charts;
mod looks;
mod tables;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Url, Workbook, Worksheet, XlsxError};

use self::looks::Line as Style;
use super::format::{Format, Options, Refusal};
use crate::messages::word;
use crate::report::chart::Chart;
use crate::report::document::{Audience, Block, Document, Item, Report, Table};
use crate::report::safe::{Sink, line};
use crate::report::style::Role;
use crate::report::text::wrap;
use crate::say;

/// A workbook.
pub(super) const FORMAT: Format = Format {
    id: "xlsx",
    aliases: &["excel"],
    endings: &["xlsx"],
    one_table: false,
    reader: Audience::Notes,
    sink: Sink::Bytes,
    write,
};

/// How many letters the name of a sheet may have, as UTF-16 counts them.
const LONGEST_NAME: usize = 31;
/// How wide the sheet with the sentences is, in letters: one column is never split, so that it has to fit on paper.
const WIDE: u16 = 92;

fn write(report: &dyn Report, _: &Options<'_>) -> Result<Vec<u8>, Refusal> {
    workbook(report)
        .map_err(|error| Refusal { why: say!("xlsx-cannot-be-made", why = error), hint: say!("xlsx-other") })
}

fn workbook(report: &dyn Report) -> Result<Vec<u8>, XlsxError> {
    let (document, more) = (report.document(), report.tables());
    let mut plan = Plan::default();
    plan.name(&word("report"));
    plan.say(Style::Title, document.title());
    if !document.case.changes.is_empty() {
        plan.say(Style::In(Role::Caution), say!("markdown-changed-this-run"));
        document.case.changes.iter().for_each(|change| plan.say(Style::In(Role::Plain), format!("• {change}")));
    }
    if !document.case.withheld.is_empty() {
        plan.say(Style::In(Role::Caution), document.case.withheld.clone());
    }
    plan.blocks(&document.blocks, &document, true);
    more.iter().for_each(|table| plan.table(table));
    let mut book = Workbook::new();
    // The same answer makes the same bytes: no time of day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(line(&document.title())).set_creation_datetime(&made));
    book.push_worksheet(first_sheet(&plan)?);
    for (name, part) in &plan.parts {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        match part {
            Part::Table(table) => tables::write(&mut sheet, table, &document.case.money)?,
            Part::Chart(chart) => charts::write(&mut sheet, chart, name)?,
        }
        book.push_worksheet(sheet);
    }
    book.save_to_buffer()
}

/// The sheet with what is said, and where everything else is.
fn first_sheet(plan: &Plan<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(plan.names.first().map_or("", String::as_str))?;
    sheet.set_column_width(0, f64::from(WIDE))?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    for (row, said) in (0..).zip(&plan.lines) {
        let (text, look) = (looks::cut(&line(&said.text)), said.style.look());
        // Headings are wider, and so are the letters of some spreadsheets.
        let part = if matches!(said.style, Style::Title | Style::Heading) { 6 } else { 8 };
        let lines = wrap(&text, usize::from(WIDE) * part / 10).len();
        looks::height(&mut sheet, row, if said.style == Style::Title { lines.max(1) + 1 } else { lines })?;
        match &said.sheet {
            Some(name) => {
                let url = Url::new(format!("internal:'{name}'!A1")).set_text(text);
                sheet.write_url_with_format(row, 0, url, &look)?;
            }
            None => drop(sheet.write_string_with_format(row, 0, text, &look)?),
        }
    }
    Ok(sheet)
}

/// What stands on a sheet of its own.
enum Part<'a> {
    Table(Cow<'a, Table>),
    Chart(&'a Chart),
}

/// A line of the first sheet.
struct Line {
    style: Style,
    text: String,
    /// The sheet that it leads to.
    sheet: Option<String>,
}

/// What stands where.
#[derive(Default)]
struct Plan<'a> {
    lines: Vec<Line>,
    /// The names of all sheets.
    names: Vec<String>,
    parts: Vec<(String, Part<'a>)>,
}

impl<'a> Plan<'a> {
    /// Puts blocks where they belong; what other readers alone see is left out, but for its tables.
    fn blocks(&mut self, blocks: &'a [Block], document: &Document, seen: bool) {
        for block in blocks {
            match block {
                Block::Only(readers, blocks) => self.blocks(blocks, document, seen && readers.includes(FORMAT.reader)),
                Block::Page(blocks) => self.blocks(blocks, document, seen),
                Block::Table(table) => self.table(table),
                _ if !seen => {}
                Block::Heading(title) => self.say(Style::Heading, title),
                Block::Subheading(title) => self.say(Style::Subheading, title),
                Block::Paragraph(role, sentences) => self.say(Style::In(*role), sentences),
                Block::List(items) => items.iter().for_each(|it| self.item(it)),
                Block::Facts(facts) => {
                    for (name, value) in facts {
                        self.say(Style::In(Role::Plain), format!("{}: {value}", word(name)));
                    }
                }
                Block::Chart(chart) => self.chart(chart),
                Block::Inputs => {
                    let case = &document.case;
                    self.say(Style::Heading, say!("html-inputs-read-from", path = case.path));
                    let line = |file: &str, hash: &str| format!("{file}: SHA-256 {hash}");
                    case.inputs.iter().for_each(|it| self.say(Style::In(Role::Faint), line(&it.file, &it.sha256)));
                }
            }
        }
    }

    fn say(&mut self, style: Style, text: impl Into<String>) {
        self.lines.push(Line { style, text: text.into(), sheet: None });
    }

    fn item(&mut self, item: &Item) {
        self.say(Style::In(Role::Plain), format!("• {}{}", item.lead, item.text));
        item.more.iter().for_each(|more| self.say(Style::In(Role::Faint), format!("   {more}")));
    }

    /// A table, on a sheet of its own; one that is there already under its key says the same in other words.
    fn table(&mut self, table: &'a Table) {
        let same = |part: &Part<'_>| matches!(part, Part::Table(it) if it.key == table.key && it.title == table.title);
        let other = |part: &Part<'_>| matches!(part, Part::Table(it) if it.key == table.key);
        let is_there =
            self.parts.iter().any(|(_, part)| same(part) || table.audience == Audience::Programs && other(part));
        if is_there || table.is_excerpt || table.columns.is_empty() {
            return;
        }
        let title = if table.title.is_empty() { table.key } else { &table.title };
        self.part(title, Part::Table(tables::said_once(table)));
        if !table.note.is_empty() {
            self.say(Style::In(Role::Faint), format!("   {}", table.note));
        }
    }

    fn chart(&mut self, chart: &'a Chart) {
        if chart.series.iter().any(|series| !series.points.is_empty()) {
            self.part(&chart.title, Part::Chart(chart));
        }
    }

    /// A sheet, and the line that leads to it.
    fn part(&mut self, title: &str, part: Part<'a>) {
        let name = self.name(title);
        self.lines.push(Line { style: Style::Link, text: title.to_owned(), sheet: Some(name.clone()) });
        self.parts.push((name, part));
    }

    /// A name that no sheet has yet: the beginning of a title, without what a spreadsheet does not take in it.
    fn name(&mut self, title: &str) -> String {
        let title = title.split([',', ':', ';', '(']).next().unwrap_or_default();
        let plain = |c: char| !"[]*?/\\'!".contains(c) && !crate::model::visible::is_hidden(c);
        let title: String = title.chars().filter(|c| plain(*c)).collect();
        let begin = |room: usize| -> Cow<'_, str> {
            let title = title.trim();
            // A spreadsheet counts some signs as two.
            let mut used = 0;
            let fits = |c: &char| {
                used += c.len_utf16();
                used <= room
            };
            let cut: String = title.chars().take_while(fits).collect();
            if cut.len() == title.len() {
                return title.into();
            }
            let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words).trim().to_owned();
            words.into()
        };
        let taken = |names: &[String], name: &str| names.iter().any(|it| it.to_lowercase() == name.to_lowercase());
        let first = begin(LONGEST_NAME).into_owned();
        let number = |number: usize| format!("{} {number}", begin(LONGEST_NAME - 5));
        let mut all = std::iter::once(first).filter(|name| !name.is_empty()).chain((2..).map(number));
        let name = all.find(|name| !taken(&self.names, name)).unwrap_or_default();
        self.names.push(name.clone());
        name
    }
}
