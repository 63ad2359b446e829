//! The form of a whole row: every column; for a candidate also its effects and its costs by year as small tables.

use crate::model::schema::{Name, TableId};
use crate::model::{RelationKind, Sheet};
use crate::tui::document::Document;

/// The form of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    pub table: TableId,
    pub row: usize,
    /// The line under the cursor.
    pub line: usize,
    /// The column under the cursor in a small table.
    pub column: usize,
}

/// A line of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    /// A column of the row.
    Column(String),
    /// The costs by year: the columns of the row.
    Costs(Vec<String>),
    /// An effect of the candidate: its row in `effects.csv`.
    Effect(usize),
    /// A relation that the candidate has a part in: its row in `relations.csv`.
    Relation(usize),
}

/// The columns of the small table of effects.
pub(crate) const EFFECT_COLUMNS: [&str; 5] = ["service", "control_gain", "buys_from", "grants", "lasts"];

impl Form {
    /// The form of a row.
    pub fn new(table: TableId, row: usize) -> Self {
        Self { table, row, line: 0, column: 0 }
    }

    /// Its lines.
    pub fn fields(&self, document: &Document) -> Vec<Field> {
        let sheet = document.book.sheet(self.table);
        let mut fields = Vec::new();
        let mut costs = if self.table == TableId::Candidates { costs(sheet, document) } else { Vec::new() };
        for name in columns(sheet, document).into_iter().filter(|name| is_of_use(sheet, self.row, name)) {
            if self.table == TableId::Candidates && is_cost(&name) {
                if !costs.is_empty() {
                    fields.push(Field::Costs(std::mem::take(&mut costs)));
                }
            } else {
                fields.push(Field::Column(name));
            }
        }
        if !costs.is_empty() {
            fields.push(Field::Costs(costs));
        }
        if self.table == TableId::Candidates {
            fields.extend(
                crate::session::rows::effect_rows(document, sheet.cell(self.row, "candidate"))
                    .into_iter()
                    .map(Field::Effect),
            );
            fields.extend(relations(document, sheet.cell(self.row, "candidate")).map(Field::Relation));
        }
        fields
    }

    /// The table, row and column that the cursor is on.
    pub fn target(&self, document: &Document) -> Option<(TableId, usize, String)> {
        match self.fields(document).get(self.line)? {
            Field::Column(name) => Some((self.table, self.row, name.clone())),
            Field::Costs(names) => Some((self.table, self.row, names.get(self.column.min(names.len() - 1))?.clone())),
            Field::Effect(effect) => {
                let column = EFFECT_COLUMNS.get(self.column).or(EFFECT_COLUMNS.last())?;
                Some((TableId::Effects, *effect, (*column).to_owned()))
            }
            Field::Relation(relation) => Some((TableId::Relations, *relation, "members".to_string())),
        }
    }

    /// Moves the cursor.
    pub fn go(&mut self, document: &Document, lines: isize, columns: isize) {
        let fields = self.fields(document);
        self.line = self.line.saturating_add_signed(lines).min(fields.len().saturating_sub(1));
        let last = match fields.get(self.line) {
            Some(Field::Costs(names)) => names.len() - 1,
            Some(Field::Effect(_)) => EFFECT_COLUMNS.len() - 1,
            _ => 0,
        };
        self.column = self.column.saturating_add_signed(columns).min(last);
    }
}

/// The rows of the relations that a candidate has a part in.
fn relations<'a>(document: &'a Document, candidate: &str) -> impl Iterator<Item = usize> + use<'a> {
    let ix = document.case().candidate_by_id(candidate);
    let all = document.case().relations.iter();
    all.filter(move |it| ix.is_some_and(|ix| it.members.contains(&ix))).map(|it| it.row)
}

/// Whether a field means anything in a row: a relation of two has no number, and only a synergy moves a service. What is filled
/// in stays, so that it can be emptied.
fn is_of_use(sheet: &Sheet, row: usize, name: &str) -> bool {
    if sheet.schema().id != TableId::Relations || !sheet.cell(row, name).is_empty() {
        return true;
    }
    let used = |kind: RelationKind| kind.shape().uses(name);
    let all = || RelationKind::ALL.iter().all(|kind| used(*kind));
    RelationKind::find(sheet.cell(row, "kind")).map_or_else(all, used)
}

fn is_cost(name: &str) -> bool {
    name.strip_prefix("cost_").is_some_and(|rest| rest.parse::<u32>().is_ok())
}

/// The costs by year: those of the file, and one more as long as the horizon has a year for it.
fn costs(sheet: &Sheet, document: &Document) -> Vec<String> {
    let mut costs: Vec<String> = sheet.header.iter().filter(|name| is_cost(name)).cloned().collect();
    let next = (1..=document.case().years().count()).map(|n| format!("cost_{n}")).find(|name| !costs.contains(name));
    costs.extend(next);
    costs
}

/// The columns of a form: those of the file, then those of the schema that the file does not have.
fn columns(sheet: &Sheet, document: &Document) -> Vec<String> {
    let mut names = sheet.header.clone();
    for column in sheet.schema().columns {
        match column.name {
            Name::Fixed(name) if sheet.column(name).is_none() => names.push(name.to_string()),
            Name::PerMinistry(prefix) => {
                let wanted = document.case().ministries.iter().map(|ministry| format!("{prefix}{}", ministry.id));
                names.extend(wanted.filter(|name| sheet.column(name).is_none()).collect::<Vec<_>>());
            }
            _ => {}
        }
    }
    names
}
