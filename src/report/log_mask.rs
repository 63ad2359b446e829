//! The log of a case as readers of a level of classification may see it.
//!
//! A log holds more than the case does: texts that stood somewhere once, rows that are gone. So a line is told only where it is about
//! something that is in the case now, and never was above the level; of every other line no more than who saved which file, and when.

use std::collections::BTreeSet;

use super::analysis::TableReport;
use crate::messages::word;
use crate::model::levels;
use crate::model::schema::{Kind, TABLES, Table, TableId};
use crate::model::settings::Settings;
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Mask, Workbook};
use crate::say;
use crate::store::{Log, LogLine, Logged, Said, is_own};

/// What is told of a log.
pub struct LogMask<'a> {
    book: &'a Workbook,
    mask: Mask,
    /// The levels that readers may see.
    open: Vec<String>,
    /// What was above the level at some time.
    once: BTreeSet<(TableId, String)>,
}

/// What is withheld of a case from the beginning: by its log, what is above the level and what was, under every name that it had.
///
/// # Errors
/// As [`Mask::of`].
pub fn mask_with_log(book: &Workbook, level: &str, log: Option<&Log>) -> Result<Mask, String> {
    let (mask, _) = Mask::of(book, level, &Mask::default())?;
    let Some(log) = log else { return Ok(Mask::default()) };
    let known = LogMask::new(book, (mask, level), log);
    let is_hidden = |change: &&Logged| {
        table(change).is_some_and(|table| {
            let is_open = || book.sheet(table.id).row_of(&change.row).is_some();
            let was_above = known.once.contains(&(table.id, change.row.clone()));
            known.mask.withholds(table.id, &change.row) || (was_above && !is_open())
        })
    };
    let changes = log.lines.iter().map(|line| &line.change).filter(is_hidden);
    Ok(Mask::default().with_words(changes.flat_map(names_in)))
}

impl<'a> LogMask<'a> {
    /// What is told of the log of a case, of which this is the text, to readers of a level.
    pub fn new(book: &'a Workbook, (mask, level): (Mask, &str), log: &Log) -> Self {
        let mut it = Self { book, mask, open: levels_up_to(book, level), once: BTreeSet::new() };
        let raised = log.lines.iter().map(|line| &line.change).filter(|change| it.raises(change));
        it.once = raised.filter_map(|change| Some((table(change)?.id, change.row.clone()))).collect();
        it
    }

    /// The report of the log that was made of what is told, with how much that is.
    #[must_use]
    pub fn report(&self, mut report: TableReport, log: &Log) -> TableReport {
        let closed = log.lines.iter().filter(|line| !self.is_open(&line.change)).count();
        if closed > 0 {
            report.about = format!("{} {}", report.about, say!("log-withheld", count = closed));
        }
        report.title = self.mask.text(&report.title);
        report
    }

    /// The log with nothing above the level; which lines are whole is what it was for the log itself.
    pub fn log(&self, log: &Log) -> Log {
        Log { lines: log.lines.iter().map(|line| self.line(line)).collect(), ..log.clone() }
    }

    fn line(&self, line: &LogLine) -> LogLine {
        let (change, mut line) = (&line.change, line.clone());
        line.change.file = self.mask.text(&change.file);
        line.author = self.mask.text(&line.author);
        line.why = self.mask.text(&line.why);
        // By the hash of a file that they cannot have a guess at its text could be tried.
        let tells_nothing = change.file == SETTINGS_FILE || table(change).is_some_and(|table| !can_tell(table));
        if !tells_nothing && !line.sha256.is_empty() {
            line.sha256 = word("withheld");
        }
        if self.is_open(change) {
            let said = |said: &Option<Said>| said.as_ref().map(|said| self.said(said));
            (line.change.before, line.change.after) = (said(&change.before), said(&change.after));
            line.change.row = self.mask.text(&change.row);
            line.change.column = self.mask.text(&change.column);
            return line;
        }
        let said = |said: &Option<Said>| said.as_ref().map(|_| Said::Cell(word("withheld")));
        (line.change.before, line.change.after) = (said(&change.before), said(&change.after));
        (line.change.row, line.change.column) = (word("withheld"), String::new());
        if !line.why.is_empty() {
            line.why = word("withheld");
        }
        line
    }

    fn said(&self, said: &Said) -> Said {
        match said {
            Said::Cell(text) => Said::Cell(self.mask.text(text)),
            Said::Row(cells) => {
                Said::Row(cells.iter().map(|(name, text)| (self.mask.text(name), self.mask.text(text))).collect())
            }
        }
    }

    fn is_above(&self, level: &str) -> bool {
        !level.is_empty() && self.open.iter().all(|open| open != level)
    }

    /// Whether a change gave a row a level above that of the readers, or took it away.
    fn raises(&self, change: &Logged) -> bool {
        [&change.before, &change.after].into_iter().flatten().any(|said| match said {
            Said::Cell(text) => change.column == "classification" && self.is_above(text),
            Said::Row(cells) => cells.get("classification").is_some_and(|text| self.is_above(text)),
        })
    }

    /// Whether a change is about nothing that is, or was, above the level.
    fn is_open(&self, change: &Logged) -> bool {
        let Some(table) = table(change) else { return true };
        if !can_tell(table) {
            return true;
        }
        // The number of a row says nothing about what stood there.
        if table.key.is_empty() || change.row.is_empty() {
            return false;
        }
        let keys = change.row.split(':').zip(table.key).all(|(id, name)| self.may_tell(table, name, id));
        keys && [&change.before, &change.after].into_iter().flatten().all(|said| match said {
            Said::Cell(text) => self.may_tell(table, &change.column, text),
            Said::Row(cells) => cells.iter().all(|(name, text)| self.may_tell(table, name, text)),
        })
    }

    /// Whether the ids in a cell are those of what is in the case now and never was above the level.
    fn may_tell(&self, of: &Table, column: &str, text: &str) -> bool {
        let table = match of.column(column).map(|column| column.kind) {
            Some(Kind::Id) => of.id,
            Some(Kind::Ref(table) | Kind::Refs(table)) => table,
            _ => return true,
        };
        let is_open = |id: &str| {
            self.book.sheet(table).row_of(id).is_some()
                && !self.mask.withholds(table, id)
                && !self.once.contains(&(table, id.to_owned()))
        };
        !CLASSIFIED.contains(&table) || text.split_whitespace().all(is_open)
    }
}

/// The levels up to one, the lowest first.
fn levels_up_to(book: &Workbook, level: &str) -> Vec<String> {
    let settings = Settings::parse(&book.settings).ok();
    let mut levels = settings.and_then(|settings| levels::of(&settings, &book.settings)).unwrap_or_default();
    levels.truncate(levels.iter().position(|it| it == level).map_or(0, |at| at + 1));
    levels
}

const CLASSIFIED: [TableId; 2] = [TableId::Candidates, TableId::Services];

/// The table of a change; an own portfolio has the candidates as its rows.
fn table(change: &Logged) -> Option<&'static Table> {
    let file = if is_own(&change.file) { "candidates.csv" } else { &change.file };
    TABLES.iter().find(|table| table.file == file)
}

/// Whether a table names candidates or services.
fn can_tell(table: &Table) -> bool {
    let names = |kind: Kind| match kind {
        Kind::Id => CLASSIFIED.contains(&table.id),
        Kind::Ref(of) | Kind::Refs(of) => CLASSIFIED.contains(&of),
        _ => false,
    };
    table.id == TableId::Scenarios || table.columns.iter().any(|column| names(column.kind))
}

/// What a row is called, in a change of it.
fn names_in(change: &Logged) -> impl Iterator<Item = &str> {
    let names = [&change.before, &change.after].into_iter().flatten().filter_map(|said| match said {
        Said::Cell(text) => (change.column == "name").then_some(text.as_str()),
        Said::Row(cells) => cells.get("name").map(String::as_str),
    });
    std::iter::once(change.row.as_str()).chain(names)
}
