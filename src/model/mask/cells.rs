//! The cells of a case as readers of a level may see them.
//!
//! Of what is above the level numbers, years and what they belong to stay, because sums must be right; every text goes. A cell that
//! cannot be read may hold anything, so it becomes a question mark, and stays as wrong as it was.

use std::collections::HashSet;
use std::sync::Arc;

use super::names::{CLASSIFIED, Names};
use super::words::{Words, folded};
use crate::messages::word;
use crate::model::schema::{Column, Kind, TableId, Unit, table_by_name};
use crate::model::{Case, Row, Sheet, Workbook, cell};

/// What stands for a text in a message.
pub(super) const GONE: &str = "…";

/// What stands for a cell that cannot be read.
const UNREAD: &str = "?";

/// What a case may tell of its cells.
pub(super) struct Cells<'a> {
    names: &'a Names,
    words: Words,
    case: &'a Case,
    /// The ids of each table.
    ids: HashSet<(TableId, &'a str)>,
    /// The texts of the rows that are not above the level, as they are compared: what also stands there may be told.
    open: HashSet<String>,
}

impl<'a> Cells<'a> {
    /// Looks at every row. What must not be told of the case `before`, such as a name that a scenario changes, is not told here.
    pub fn new(book: &'a Workbook, case: &'a Case, names: &'a Names, before: &Words) -> Self {
        let (mut open, mut ids) = (HashSet::new(), HashSet::new());
        for sheet in book.sheets() {
            if let Some(at) = sheet.schema().key.first().and_then(|key| sheet.column(key)) {
                ids.extend((0..sheet.rows.len()).map(|row| (sheet.table, sheet.cell_at(row, at))));
            }
            for row in (0..sheet.rows.len()).filter(|&row| !names.concern(sheet, row)) {
                open.extend((0..sheet.header.len()).map(|at| folded(sheet.cell_at(row, at))));
            }
        }
        let mut cells = Self { names, words: Words::default(), case, ids, open };
        let mut words = Words::default();
        for (_, id, named) in names.all().filter(|(_, id, _)| !cells.is_open(id)) {
            words.add(id, &named.id);
        }
        for sheet in CLASSIFIED.map(|table| book.sheet(table)) {
            let key = sheet.schema().key[0];
            for row in 0..sheet.rows.len() {
                let name = sheet.cell(row, "name");
                let instead = names.get(sheet.table, sheet.cell(row, key));
                if let Some(instead) = instead.filter(|_| !cells.is_open(name)) {
                    words.add(name, &instead.name);
                }
            }
        }
        for sheet in book.sheets() {
            for row in (0..sheet.rows.len()).filter(|&row| names.concern(sheet, row)) {
                for at in 0..sheet.rows[row].cells.len() {
                    let text = sheet.cell_at(row, at);
                    let said = cells.cell((sheet, row, true), at, text);
                    if said != text && !cells.is_open(text) {
                        let instead = Some(said.trim_start_matches('=')).filter(|said| !said.is_empty());
                        words.add(text.trim_start_matches('='), instead.unwrap_or(GONE));
                    }
                }
            }
        }
        for (word, instead) in before.all().filter(|(word, _)| !cells.is_open(word)) {
            words.add(word, instead);
        }
        cells.words = words;
        cells
    }

    /// The words that must not be told.
    pub fn into_words(self) -> Words {
        self.words
    }

    /// Whether a word of somebody's own, such as an instrument, may be told.
    pub fn is_open(&self, word: &str) -> bool {
        self.open.contains(&folded(word))
    }

    /// A table as it may be seen; none where it may be seen as it is.
    pub fn sheet(&self, sheet: &Sheet) -> Option<Sheet> {
        let mut masked = sheet.clone();
        for row in 0..sheet.rows.len() {
            let concerns = self.names.concern(sheet, row);
            for at in 0..sheet.rows[row].cells.len() {
                let text = sheet.cell_at(row, at);
                let said = self.cell((sheet, row, concerns), at, text);
                if said != text {
                    // The rows below stay on their lines.
                    let breaks = |text: &str| text.matches('\n').count();
                    let lines = "\n".repeat(breaks(text).saturating_sub(breaks(&said)));
                    set(&mut masked.rows[row], at, &(said + &lines));
                }
            }
        }
        if CLASSIFIED.contains(&sheet.table) {
            self.name_rows(sheet, &mut masked);
        }
        (masked != *sheet).then_some(masked)
    }

    /// Names what is withheld, also in a table without names.
    fn name_rows(&self, sheet: &Sheet, masked: &mut Sheet) {
        let key = sheet.schema().key[0];
        for row in 0..sheet.rows.len() {
            if let Some(named) = self.names.get(sheet.table, sheet.cell(row, key)) {
                let at = masked.column_or_new("name");
                set(&mut masked.rows[row], at, &named.name);
            }
        }
    }

    fn cell(&self, (sheet, row, concerns): (&Sheet, usize, bool), at: usize, text: &str) -> String {
        let column = sheet.header.get(at).and_then(|name| sheet.schema().column(name));
        match column {
            _ if text.is_empty() => String::new(),
            None if concerns => String::new(),
            None => self.words.replaced(text),
            Some(column) if sheet.table == TableId::Scenarios => {
                self.scenario((sheet, row, concerns), column.name.text(), text)
            }
            Some(column) if column.kind == Kind::Id => match self.names.get(sheet.table, text) {
                Some(named) => named.id.clone(),
                // Only holders have an id of their own beside that of what they are about.
                None if concerns && sheet.schema().key[0] != column.name.text() => format!("holder-{}", row + 1),
                None => text.to_owned(),
            },
            Some(column) if column.kind == Kind::Holder => self.seller(sheet.cell(row, "service"), text),
            Some(column) => self.value(Some(column), concerns, text),
        }
    }

    /// What a holder of a service is called, as in its own row.
    fn seller(&self, service: &str, holder: &str) -> String {
        if self.names.get(TableId::Services, service).is_none() {
            return holder.to_owned();
        }
        let holders = &mut self.case.holders.iter();
        let row = holders.find(|it| self.case[it.service].id == service && it.holder == holder).map(|it| it.row);
        row.map_or_else(|| UNREAD.to_owned(), |row| format!("holder-{}", row + 1))
    }

    /// What a cell of a column, or a scenario's new text for one, may say.
    fn value(&self, column: Option<&Column>, concerns: bool, text: &str) -> String {
        let Some(column) = column else {
            return if concerns { String::new() } else { self.words.replaced(text) };
        };
        let kept = |keeps: bool| if keeps || !concerns { text } else { UNREAD }.to_owned();
        match column.kind {
            Kind::Ref(of) | Kind::Refs(of) => {
                let of_one = |id: &str| match self.names.get(of, id) {
                    Some(named) => named.id.clone(),
                    None if concerns && !self.ids.contains(&(of, id)) => UNREAD.to_owned(),
                    None => id.to_owned(),
                };
                text.split_whitespace().map(of_one).collect::<Vec<_>>().join(" ")
            }
            // A lock without a reason would be found wrong.
            Kind::Text if concerns && column.name.text().starts_with("reason") => word("withheld"),
            Kind::Text if concerns => String::new(),
            Kind::Text => self.words.replaced(text),
            Kind::Vocabulary(_) if concerns && !self.is_open(text) => String::new(),
            Kind::Holder if concerns => UNREAD.to_owned(),
            Kind::Level => kept(self.case.levels.iter().any(|level| level == text)),
            Kind::Rung => kept(self.case.rungs.iter().any(|rung| rung.id == text)),
            Kind::Ministry => kept(self.case.ministry_by_id(text).is_some()),
            kind => kept(cell::check(kind, Unit::None, text).is_ok()),
        }
    }

    /// A cell of a change of a scenario.
    fn scenario(&self, (sheet, row, concerns): (&Sheet, usize, bool), column: &str, text: &str) -> String {
        let table = table_by_name(sheet.cell(row, "table"));
        match (column, table) {
            ("id", Some(table)) => {
                let parts = Names::parts(table, text).map(|(of, id)| {
                    of.and_then(|of| self.names.get(of, id)).map_or_else(|| id.to_owned(), |named| named.id.clone())
                });
                parts.collect::<Vec<_>>().join(":")
            }
            ("change", Some(table)) => match text.strip_prefix('=') {
                Some(value) => {
                    let value = value.trim();
                    format!("={}", self.value(table.column(sheet.cell(row, "column")), concerns, value))
                }
                None if concerns && cell::operation(text).is_err() => UNREAD.to_owned(),
                None => text.to_owned(),
            },
            ("note" | "source", _) if concerns => String::new(),
            ("name" | "name_" | "note" | "source", _) => self.words.replaced(text),
            _ => text.to_owned(),
        }
    }
}

fn set(row: &mut Arc<Row>, at: usize, text: &str) {
    *row = Arc::new(row.with_cell(at, text));
}
