//! A line to type in: a cell, a search, a filter, a file name. It says what is wrong while it is typed.

use crate::model::order::InOrder as _;
use tui_input::{Input, InputRequest};

use super::purpose::Purpose;
use crate::analyse::spec::{Param, ParamKind};
use crate::analyse::values::{problem, suggestions, typed};
use crate::model::apply::readings;
use crate::model::schema::{Kind, TableId, Unit};
use crate::model::typed::{Typed, money_of};
use crate::say;
use crate::session::bulk;
use crate::session::list_import::ListQuestion;
use crate::session::names::Names;
use crate::session::validation::{self, Wanted};
use crate::store::import::Role;
use crate::tui::document::Document;
use crate::tui::event::Reads;

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
    /// Whether what completes it are the two numbers that it can be.
    pub doubt: bool,
    /// What could complete it, each with what it means.
    pub suggestions: Vec<(String, String)>,
    /// The suggestion under the cursor.
    pub selected: Option<usize>,
    /// The text that was proposed.
    pub proposed: String,
    /// The new word that was asked about; empty where none was.
    pub asked: String,
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
            doubt: false,
            suggestions: Vec::new(),
            selected: None,
            proposed: text.to_string(),
            asked: String::new(),
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

    /// What was typed, as the case writes it: a number as digits with a decimal point.
    pub fn text(&self, document: Option<&Document>) -> String {
        match self.typed(document) {
            Some(Typed::Text(text)) => self.purpose.of_files(text),
            _ if let (Purpose::Analysis(_, param), Some(document)) = (&self.purpose, document) => {
                typed(param, self.input.value(), document.case())
            }
            _ => self.purpose.of_files(self.input.value().trim().to_owned()),
        }
    }

    /// What was typed for a cell or a setting, where it is not what stood there before.
    fn typed(&self, document: Option<&Document>) -> Option<Typed> {
        let (text, document) = (self.input.value().trim(), document?);
        let wanted = match &self.purpose {
            Purpose::Setting(key) => crate::session::settings::typed_as(key),
            _ => self.wanted(document),
        };
        let wanted = wanted.filter(|_| text != self.proposed.trim())?;
        Some(validation::typed(wanted, text, document))
    }

    /// The two whole texts that the text can be read as, with what its mark is read as.
    fn readings(&self, document: &Document) -> Option<[(String, String); 2]> {
        if let Some(Typed::Either(either)) = self.typed(Some(document)) {
            return Some(either.both().map(|(number, how)| (number.to_owned(), how)));
        }
        let text = self.input.value().trim();
        match &self.purpose {
            Purpose::Bulk { table, column, .. } => bulk::readings(document, (*table, column), text),
            Purpose::ScenarioChange { .. } => readings(text, money_of(document.base_book())),
            _ => None,
        }
    }

    /// Looks at the text again: what is wrong with it, and what could complete it.
    pub fn check(&mut self, document: Option<&Document>) {
        let both = document.and_then(|document| self.readings(document));
        self.doubt = both.is_some();
        if let Some(both) = both {
            (self.preview, self.selected, self.suggestions) = (None, None, both.into());
            self.problem = Some(say!("typed-choose", text = self.input.value().trim()));
            return;
        }
        let text = self.text(document);
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
                self.suggestions = cell::suggestions(document, *row, column, self.input.value());
                if self.proposal == Proposal::Untouched {
                    self.suggestions.retain(|(word, _)| *word != text);
                }
                cell::problem(document, *row, column, &text).map(|preview| self.preview = preview).err()
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
                let text = last_part(param, self.input.value()).trim().to_lowercase();
                let mut all = suggestions(param, document.case());
                // What was proposed and not touched hides nothing.
                all.retain(|(id, name)| {
                    self.proposal == Proposal::Untouched || id.contains(&text) || name.to_lowercase().contains(&text)
                });
                self.suggestions = all;
                let refused = problem(param, &self.text(Some(document)), document.case());
                let is_list = matches!(param.kind, ParamKind::Scenarios(_));
                let part = last_part(param, self.input.value()).trim();
                refused.map(|why| if is_list { say!("spec-no-scenario-called", text = part) } else { why })
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
                    all.order_by_key(|(id, name)| closeness(id, name, &typed));
                    self.suggestions = all;
                    let problem = validation::problem(wanted, &text, document);
                    // Short names are typed; what they mean is told by name.
                    if matches!(kind, Kind::Refs(_)) && !text.is_empty() && problem.is_none() {
                        self.preview = Some(Names::new(document.case()).shown(kind, &text).into_owned());
                    } else if text != self.input.value().trim() && self.suggestions.iter().all(|(id, _)| *id != text) {
                        let shown = Names::new(document.case()).shown(kind, &text).into_owned();
                        self.preview = Some(say!("typed-read-as", text = shown));
                    }
                    problem
                }
                None => purpose.problem(&text, document),
            },
            _ => None,
        };
    }

    /// Whether a change of a scenario is typed that has no value yet, and can be completed.
    pub fn is_begun(&self) -> bool {
        let change = matches!(self.purpose, Purpose::ScenarioChange { .. });
        change && !self.suggestions.is_empty() && !self.input.value().contains('=')
    }

    /// Whether what could complete the text has a name that people know it by; else there is its word, and what that means.
    pub fn is_known_by_name(&self, word: &str, name: &str) -> bool {
        let named = match &self.purpose {
            Purpose::Cell { table, .. } => *table != TableId::Scenarios,
            Purpose::ScenarioChange { .. } => word.ends_with(']'),
            Purpose::Setting(_) | Purpose::Effect(_) | Purpose::Analysis(..) => true,
            _ => false,
        };
        named && !self.doubt && !name.is_empty()
    }

    /// Whether what is typed is whole already: the only thing that could complete it is what stands there.
    pub fn is_whole(&self) -> bool {
        let typed = self.input.value().trim();
        self.selected.is_none() && matches!(self.suggestions.as_slice(), [(only, _)] if only == typed)
    }

    /// Whether the text is for a cell of a table, so that there can be a next one.
    pub fn is_of_a_cell(&self) -> bool {
        matches!(self.purpose, Purpose::Cell { .. } | Purpose::Budget { .. } | Purpose::Setting(_))
    }

    /// Asks once about a word that no other row has and the vocabulary neither; whether it has to be answered first.
    pub fn asks_about_a_new_word(&mut self, document: Option<&Document>) -> bool {
        let Some(word) = document.and_then(|document| self.new_word(document)) else { return false };
        if self.asked == word {
            return false;
        }
        self.preview = Some(say!("prompt-new-word", word = word));
        self.asked = word;
        true
    }

    /// What was typed, where it is a word that the column does not have yet.
    fn new_word(&self, document: &Document) -> Option<String> {
        let Purpose::Cell { table, row, column } = &self.purpose else { return None };
        let Kind::Vocabulary(usual) = self.wanted(document)?.kind else { return None };
        let (word, sheet) = (self.text(Some(document)), document.book.sheet(*table));
        let others = (0..sheet.rows.len()).filter(|other| other != row);
        let is_known = word.is_empty() || usual.contains(&word.as_str());
        (!is_known && !others.into_iter().any(|other| sheet.cell(other, column) == word)).then_some(word)
    }

    /// Whether a text that is none of what there is, such as the middle of a name, fits one of them alone.
    pub fn means_one(&self, document: Option<&Document>) -> bool {
        let kind = document.and_then(|document| self.wanted(document)).map(|wanted| wanted.kind);
        let is_listed = matches!(
            kind,
            Some(Kind::Ref(_) | Kind::Ministry | Kind::Rung | Kind::Holder | Kind::Level | Kind::Choice(_))
        );
        let is_typed = !self.doubt && !self.input.value().trim().is_empty();
        is_listed && is_typed && self.problem.is_some() && self.suggestions.len() == 1
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

    /// Takes over the suggestion under the cursor, or the first one; of several paths that begin as the text does, what they
    /// have in common.
    pub fn complete(&mut self, document: Option<&Document>) {
        if let Some(path) = self.common_path() {
            self.input = Input::new(path);
            self.proposal = Proposal::Touched;
            return self.check(document);
        }
        let Some((id, name)) = self.suggestions.get(self.selected.unwrap_or(0)) else { return };
        let kind = document.and_then(|document| self.wanted(document)).map(|wanted| wanted.kind);
        let kind = kind.filter(|_| !self.doubt);
        let text = self.input.value();
        let typed = match &self.purpose {
            Purpose::Analysis(_, param) => last_part(param, text),
            _ => kind.map_or(text, |kind| validation::last_word(kind, text)),
        };
        let mut whole = text.strip_suffix(typed).unwrap_or_default().to_string();
        whole.push_str(match &self.purpose {
            // A name can have blanks in it: what was typed before goes by commas.
            Purpose::Analysis(_, param) if matches!(param.kind, ParamKind::Scenarios(_)) && !name.is_empty() => name,
            _ => id,
        });
        self.input = Input::new(whole);
        self.proposal = Proposal::Touched;
        self.check(document);
    }

    /// The path that is typed, and what for, where nothing that is known begins so: its folder has to be looked at.
    pub fn unknown_path(&self) -> Option<(String, Reads)> {
        let Purpose::Read(reads, _) = &self.purpose else { return None };
        let typed = self.input.value().trim();
        let is_known = self.selected.is_some() || self.suggestions.iter().any(|(path, _)| path.starts_with(typed));
        (!is_known).then(|| (typed.to_owned(), *reads))
    }

    /// What the paths that begin as the text does have in common, where that is more than the text.
    fn common_path(&self) -> Option<String> {
        if !matches!(self.purpose, Purpose::Read(..)) || self.selected.is_some() {
            return None;
        }
        let typed = self.input.value().trim();
        let mut paths = self.suggestions.iter().map(|(path, _)| path.as_str()).filter(|path| path.starts_with(typed));
        let mut common = paths.next()?;
        for path in paths {
            let same = common.char_indices().zip(path.chars()).find(|((_, one), other)| one != other);
            let end = same.map_or(common.len().min(path.len()), |((at, _), _)| at);
            common = common.get(..end)?;
        }
        (common.len() > typed.len()).then(|| common.to_owned())
    }
}

/// The scenario that is being typed, of several with commas between them; of other options the whole text.
fn last_part<'t>(param: &Param, text: &'t str) -> &'t str {
    match param.kind {
        ParamKind::Scenarios(_) => text.rsplit(',').next().unwrap_or(text).trim_start(),
        _ => text,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::event::Reads;

    #[test]
    fn a_path_is_completed_as_far_as_it_is_certain() {
        let known =
            ["cases/north", "cases/north-small", "cases/nörd", "other"].map(|path| (path.to_owned(), String::new()));
        let mut line = Prompt::new("", "", "", Purpose::Read(Reads::Case, known.to_vec()));
        let mut after = |typed: &str| {
            line.input = Input::new(typed.to_owned());
            line.check(None);
            line.complete(None);
            line.input.value().to_owned()
        };
        assert_eq!(after("c"), "cases/n");
        assert_eq!(after("cases/no"), "cases/north");
        assert_eq!(after("cases/nö"), "cases/nörd");
        assert_eq!(after("o"), "other");
        // Nothing more is certain: the first that is offered.
        assert_eq!(after("cases/n"), "cases/north");
    }
}
