//! A line to type in: a cell, a search, a filter, a file name. It says what is wrong while it is typed.

use tui_input::{Input, InputRequest};

use super::purpose::{Purpose, Reads};
use crate::analyse::values::{problem, suggestions};
use crate::model::schema::{Kind, TableId, Unit};
use crate::say;
use crate::session::list_import::ListQuestion;
use crate::session::validation::{self, Wanted};
use crate::store::import::Role;
use crate::tui::document::Document;

/// A line to type in.
#[derive(Debug, Clone)]
pub(crate) struct Prompt {
    /// Its heading.
    pub title: String,
    /// What it is about, below the line.
    pub help: String,
    /// What was typed.
    pub input: Input,
    /// What it is for.
    pub purpose: Purpose,
    /// What is wrong with the text; nothing if it can be taken over.
    pub problem: Option<String>,
    /// What it would do, where that can be told.
    pub preview: Option<String>,
    /// What could complete it, each with what it means.
    pub suggestions: Vec<(String, String)>,
    /// The suggestion under the cursor.
    pub selected: Option<usize>,
    /// The text that was proposed.
    pub proposed: String,
    /// Whether the text is still as it was proposed: then the first letter replaces it, as in a spreadsheet.
    pub proposal: Proposal,
}

/// Whether the text of a line is still as it was proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proposal {
    /// The first letter replaces it.
    Untouched,
    /// Letters go where the cursor is.
    Touched,
}

impl Prompt {
    /// A line with a text in it.
    pub fn new(title: impl Into<String>, help: impl Into<String>, text: &str, purpose: Purpose) -> Self {
        Self {
            title: title.into(),
            help: help.into(),
            input: Input::new(text.to_string()),
            purpose,
            problem: None,
            preview: None,
            suggestions: Vec::new(),
            selected: None,
            proposed: text.to_string(),
            proposal: Proposal::Untouched,
        }
    }

    /// Makes ready for what is typed next: a letter in a proposal that was not touched replaces it.
    pub fn touch(&mut self, request: InputRequest) {
        let replaces = matches!(request, InputRequest::InsertChar(_) | InputRequest::DeletePrevChar);
        if self.proposal == Proposal::Untouched && replaces {
            self.input.reset();
        }
        self.proposal = Proposal::Touched;
    }

    /// The kind of the cell that it edits, if it edits one.
    fn wanted(&self, document: &Document) -> Option<Wanted> {
        match &self.purpose {
            Purpose::Cell { table, column, .. } => validation::of_cell(document, *table, column),
            Purpose::Budget { .. } => Some(validation::BUDGET),
            Purpose::Effect(_) => Some(Wanted { kind: Kind::Ref(TableId::Services), unit: Unit::None, required: true }),
            Purpose::Readers(..) => Some(Wanted { kind: Kind::Level, unit: Unit::None, required: true }),
            Purpose::Setting(key) => crate::session::settings::wanted(key),
            _ => None,
        }
    }

    /// Looks at the text again: what is wrong with it, and what could complete it.
    pub fn check(&mut self, document: Option<&Document>) {
        self.preview = document.and_then(|document| self.purpose.preview(self.input.value().trim(), document));
        self.selected = None;
        self.suggestions.clear();
        self.problem = match (&self.purpose, document) {
            (Purpose::Read(reads, known), _) => {
                let typed = self.input.value().trim();
                let known = known
                    .iter()
                    .filter(|(path, title)| (path.contains(typed) || title.contains(typed)) && path != typed);
                self.suggestions = known.cloned().collect();
                typed.is_empty().then(|| match reads {
                    Reads::Own => say!("prompt-file-portfolio"),
                    Reads::List => say!("list-import-name-file"),
                    _ => say!("prompt-folder-case"),
                })
            }
            (Purpose::ScenarioChange { scenario, row }, Some(document)) => {
                let text = self.input.value();
                self.suggestions = crate::session::scenarios::line::suggestions(document, text);
                let found = crate::session::scenarios::line::preview(document, scenario, *row, text);
                found.map(|preview| self.preview = Some(preview)).err()
            }
            (Purpose::Cell { table: TableId::Scenarios, row, column }, Some(document)) => {
                use crate::session::scenarios::cell;
                let text = self.input.value();
                self.suggestions = cell::suggestions(document, *row, column, text);
                if self.proposal == Proposal::Untouched {
                    self.suggestions.retain(|(word, _)| word != text);
                }
                cell::problem(document, *row, column, text).map(|preview| self.preview = preview).err()
            }
            (Purpose::Wizard(wizard), _) => wizard.problem(self.input.value()),
            (Purpose::Import(asked), _) => {
                let typed = self.input.value().trim();
                let untouched = self.proposal == Proposal::Untouched;
                let words =
                    roles().filter(|(word, said)| untouched || word.starts_with(typed) || said.starts_with(typed));
                self.suggestions = words.filter(|(word, _)| *asked == ListQuestion::Role && word != typed).collect();
                asked.problem(typed)
            }
            (Purpose::Analysis(_, param), Some(document)) => {
                let text = self.input.value().trim().to_lowercase();
                let mut all = suggestions(param, document.case());
                // What was proposed and not touched hides nothing.
                all.retain(|(id, name)| {
                    self.proposal == Proposal::Untouched || id.contains(&text) || name.to_lowercase().contains(&text)
                });
                self.suggestions = all;
                problem(param, self.input.value().trim(), document.case())
            }
            (purpose, Some(document)) => match self.wanted(document) {
                Some(wanted) => {
                    let kind = wanted.kind;
                    let typed = validation::last_word(kind, self.input.value()).trim().to_lowercase();
                    let mut all = validation::suggestions(kind, document);
                    // Of a word that was proposed and not touched all others are shown, but of a list of ids the one that is typed.
                    let words = matches!(kind, Kind::Choice(_) | Kind::Vocabulary(_) | Kind::Level);
                    let untouched = self.proposal == Proposal::Untouched && words;
                    all.retain(|(id, name)| untouched || id.contains(&typed) || name.to_lowercase().contains(&typed));
                    all.sort_by_key(|(id, name)| closeness(id, name, &typed));
                    self.suggestions = all;
                    validation::problem(wanted, self.input.value(), document)
                }
                None => purpose.problem(self.input.value().trim(), document),
            },
            _ => None,
        };
    }

    /// Whether a change of a scenario is typed that has no value yet, and can be completed.
    pub fn is_begun(&self) -> bool {
        let change = matches!(self.purpose, Purpose::ScenarioChange { .. });
        change && !self.suggestions.is_empty() && !self.input.value().contains('=')
    }

    /// Whether the text is for a cell of a table, so that there can be a next one.
    pub fn is_of_a_cell(&self) -> bool {
        matches!(self.purpose, Purpose::Cell { .. } | Purpose::Budget { .. } | Purpose::Setting(_))
    }

    /// Moves among the suggestions.
    pub fn suggest(&mut self, by: isize) {
        let count = self.suggestions.len();
        if count > 0 {
            let from = self.selected.map_or(if by > 0 { count - 1 } else { 0 }, |at| at);
            let next = (from + count).saturating_add_signed(by) % count;
            self.selected = Some(next);
        }
    }

    /// Takes over the suggestion under the cursor, or the first one.
    pub fn complete(&mut self, document: Option<&Document>) {
        let Some((id, _)) = self.suggestions.get(self.selected.unwrap_or(0)) else { return };
        let kind = document.and_then(|document| self.wanted(document)).map(|wanted| wanted.kind);
        let text = self.input.value();
        let typed = kind.map_or(text, |kind| validation::last_word(kind, text));
        let mut whole = text.strip_suffix(typed).unwrap_or_default().to_string();
        whole.push_str(id);
        self.input = Input::new(whole);
        self.proposal = Proposal::Touched;
        self.check(document);
    }
}

/// What a column of a list can be: the words for it, and what they mean in the language that is spoken.
fn roles() -> impl Iterator<Item = (String, String)> {
    Role::plain().map(|role| (role.token(), role.label()))
}

/// How near a suggestion is to what was typed, nearest first: its id begins so, a word of its name does, its id has it in it, its
/// name has.
fn closeness(id: &str, name: &str, typed: &str) -> usize {
    let name = name.to_lowercase();
    let places = [
        id.starts_with(typed),
        id.split(['_', '-']).any(|word| word.starts_with(typed)),
        id.contains(typed),
        name.split_whitespace().any(|word| word.starts_with(typed)),
    ];
    places.iter().position(|&it| it).unwrap_or(places.len())
}
