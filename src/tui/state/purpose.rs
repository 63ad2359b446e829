//! What a line is typed for, and what is wrong with its text where that is no cell's.

use std::sync::Arc;

use super::App;
use crate::analyse::AnalysisKind;
use crate::analyse::spec::Param;
use crate::messages::word;
use crate::model::Year;
use crate::model::cell::{is_id, to_id};
use crate::model::schema::TableId;
use crate::say;
use crate::session::bulk::bulk_edits;
use crate::session::edit::scenarios::{called, named};
use crate::session::list_import::ListQuestion;
use crate::session::new_case::Wizard;
use crate::session::{count_of, parse_shares, settings};
use crate::store::proposal::{State, title_problem};
use crate::tui::analysis_views::Whose;
use crate::tui::document::Document;
use crate::tui::event::Reads;
use crate::tui::screen::TableKey;

/// What a line is for.
#[derive(Debug, Clone)]
pub(crate) enum Purpose {
    /// The text of a cell.
    Cell {
        table: TableId,
        row: usize,
        column: String,
    },
    /// A ministry's money in a year.
    Budget {
        ministry: String,
        year: i32,
    },
    /// The value of a setting, by its dotted key.
    Setting(String),
    /// The reason of a lock of these rows of candidates: `locked_in` or `locked_out`.
    Reason(Vec<usize>, &'static str),
    /// A change of a column in these rows.
    Bulk {
        table: TableId,
        rows: Vec<usize>,
        column: String,
    },
    /// A text to look for in a table.
    Search(TableKey),
    Filter(TableKey),
    /// The start of a candidate in the own portfolio, by id.
    Start(Vec<String>),
    /// The shares of a candidate in the own portfolio, by id.
    Shares(String),
    /// A file to be written, and what writes it.
    Export(fn(&mut App, &str)),
    /// The level of the readers of a report, what writes it, and where to.
    Readers(fn(&mut App, &str), String),
    /// Why the case is saved.
    Why,
    /// The name under which a portfolio is kept as a proposal.
    KeepAs(Whose),
    /// What is said of a proposal, by its name, and the state that it gets with that.
    Proposal(Arc<str>, Option<State>),
    /// A case or a portfolio to be read; those that are known, each with what it is.
    Read(Reads, Vec<(String, String)>),
    /// An option of an analysis.
    Analysis(AnalysisKind, &'static Param),
    /// A new effect of a candidate, by id: the service.
    Effect(String),
    ScenarioName(Naming),
    /// A change of a scenario: a new one, or another one in a row of `scenarios.csv`.
    ScenarioChange {
        scenario: String,
        row: Option<usize>,
    },
    /// A step of making a new case.
    Wizard(Wizard),
    /// An answer about a list that becomes a case.
    Import(ListQuestion),
}

/// What a scenario is named for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Naming {
    New,
    /// One made of this many edits since the last save.
    FromEdits(usize),
    Copy(String),
    /// Another name for this one.
    Rename(String),
}

impl Purpose {
    /// The word of the files for what people call it, where a number may stand as well.
    pub fn of_files(&self, text: String) -> String {
        match self {
            Self::Setting(key) if settings::is_carry_all(key, &text) => "all".to_owned(),
            _ => text,
        }
    }

    /// What is wrong with the text of a line that is no cell.
    pub fn problem(&self, text: &str, document: &Document) -> Option<String> {
        match self {
            Self::Reason(..) if text.is_empty() => Some(say!("prompts-lock-needs-reason")),
            Self::Bulk { table, rows, column } => bulk_edits(document, *table, rows, column, text).err(),
            Self::Start(_) => (text.parse::<Year>().is_err()).then(|| say!("prompts-year-such")),
            Self::Shares(_) => parse_shares(text, document.case().ministries.len()).err(),
            Self::KeepAs(_) => title_problem(text),
            Self::Proposal(_, None) if text.is_empty() => Some(say!("proposal-remark-empty")),
            Self::Export(_) if text.is_empty() => Some(say!("prompts-file-name")),
            Self::Setting(key) => settings::problem(key, text),
            Self::ScenarioName(naming) => scenario_name_problem(text, document, naming),
            _ => None,
        }
    }

    /// What a line would do, said while it is typed.
    pub fn preview(&self, text: &str, document: &Document) -> Option<String> {
        let Self::Bulk { table, rows, column } = self else { return None };
        let bulk = bulk_edits(document, *table, rows, column, text).ok()?;
        let (from, to) = bulk.first?;
        let from = if from.is_empty() { word("empty") } else { from };
        let cells = count_of(bulk.edits.len(), "cell");
        let skipped = if bulk.skipped == 0 {
            String::new()
        } else {
            say!("prompts-skipped-without-number", skipped = bulk.skipped)
        };
        Some(say!("prompts-cells-change-skipped", cells = cells, skipped = skipped, from = from, to = to))
    }
}

/// What is wrong with a name for a scenario.
fn scenario_name_problem(text: &str, document: &Document, naming: &Naming) -> Option<String> {
    if text.is_empty() {
        return Some(say!("scenarios-name-such-cables"));
    }
    let id = to_id(text);
    if id.is_empty() || !is_id(&id) {
        return Some(say!("scenarios-use-letters-digits"));
    }
    let same = matches!(naming, Naming::Rename(name) if *name == id);
    let taken = !same && named(document.base_book()).iter().any(|it| it.name == id);
    taken.then(|| say!("scenarios-there-scenario-id", name = called(document.base_book(), &id)))
}
