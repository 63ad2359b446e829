//! What people call a cell, and what is in it: names in place of ids, words in place of what the files have for them.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::edit::difference::CellDifference;
use super::edit::scenarios::sign_and_value;
use crate::messages::{Thousands, term, word, written};
use crate::model::Case;
use crate::model::change::Change;
use crate::model::ownership::named;
use crate::model::schema::{self, Kind, Table, TableId, table_by_name};
use crate::say;

/// The names of a case.
#[derive(Debug)]
pub struct Names<'a> {
    case: &'a Case,
    candidates: OnceCell<HashMap<&'a str, &'a str>>,
}

impl<'a> Names<'a> {
    /// Those of a case.
    pub fn new(case: &'a Case) -> Self {
        Self { case, candidates: OnceCell::new() }
    }

    /// What is called by an id in a table, if it has a name.
    pub fn row(&self, table: TableId, id: &str) -> Option<&'a str> {
        let case = self.case;
        match table {
            TableId::Domains => case.domains.iter().find(|it| it.id == id).map(|it| it.name.as_str()),
            TableId::Services => case.services.iter().find(|it| it.id == id).map(|it| it.name.as_str()),
            TableId::Candidates => {
                let all = || case.candidates.iter().map(|it| (it.id.as_str(), it.name.as_str())).collect();
                self.candidates.get_or_init(all).get(id).copied()
            }
            TableId::Holders | TableId::Owners => named(case, id),
            _ => None,
        }
    }

    /// What a text in a cell says to people: the name behind an id, a word in the spoken language, a number as it is written
    /// there. What is none of these stays.
    pub fn shown<'t>(&self, kind: Kind, text: &'t str) -> Cow<'t, str>
    where
        'a: 't,
    {
        let of = |table, id: &str| self.row(table, id).filter(|name| !name.is_empty());
        let ministry = |id: &str| self.case.ministry_by_id(id).map(|it| self.case[it].name.as_str());
        let name = match kind {
            _ if text.is_empty() => None,
            Kind::Ref(table) => of(table, text),
            Kind::Ministry => ministry(text),
            Kind::Rung => self.case.rungs.iter().find(|rung| rung.id == text).map(|rung| rung.name.as_str()),
            Kind::Holder => named(self.case, text),
            Kind::Refs(table) => {
                let all = text.split_whitespace().map(|id| of(table, id).unwrap_or(id));
                return Cow::Owned(all.collect::<Vec<_>>().join(", "));
            }
            Kind::Scoped => match of(TableId::Domains, text).or_else(|| ministry(text)) {
                None => return Cow::Owned(term(text)),
                name => name,
            },
            Kind::Choice(_) | Kind::Vocabulary(_) => return Cow::Owned(term(text)),
            Kind::Amount if text.parse::<Decimal>().is_ok() => return Cow::Owned(written(text, Thousands::Plain)),
            Kind::Number { .. } if text.contains('.') && text.parse::<Decimal>().is_ok() => {
                return Cow::Owned(written(text, Thousands::Never));
            }
            _ => None,
        };
        Cow::Borrowed(name.unwrap_or(text))
    }

    /// What a row is called that has this key.
    pub fn of_key(&self, table: &Table, key: &str) -> String {
        if table.key.is_empty() {
            return say!("rows-nth", row = key);
        }
        let part = |(name, text): (&&str, &'_ str)| {
            let kind = table.column(name).map_or(Kind::Text, |column| column.kind);
            let kind = if kind == Kind::Id { Kind::Ref(table.id) } else { kind };
            self.shown(kind, text).into_owned()
        };
        table.key.iter().zip(key.split(':')).map(part).collect::<Vec<_>>().join(", ")
    }

    /// What a cell or a setting is called that differs.
    pub fn of_cell(&self, cell: &CellDifference) -> String {
        match table_by_name(&cell.table) {
            Some(table) => say!(
                "edits-column-of-row",
                column = self.case.label(table, &cell.column),
                row = self.of_key(table, &cell.id)
            ),
            None => self.case.setting_label(&cell.column),
        }
    }

    /// What a change of a scenario does, in one line: `Budget of Defence, 2029: *0.9`.
    pub fn of_change(&self, change: &Change) -> String {
        let cell = CellDifference {
            table: change.table.clone(),
            id: change.id.clone(),
            column: change.column.clone(),
            before: String::new(),
            after: String::new(),
        };
        format!("{}: {}", self.of_cell(&cell), self.of_operation(change))
    }

    /// What a change of a scenario does to its cell: `*0.9`.
    pub fn of_operation(&self, change: &Change) -> String {
        let (sign, value) = sign_and_value(&change.operation);
        let kind = |table: &Table| table.column(&change.column).map_or(Kind::Text, |it| it.kind);
        format!("{sign}{}", self.shown(table_by_name(&change.table).map_or(Kind::Text, kind), &value))
    }

    /// What a cell that differs held before and holds after, as people say it; none where it is empty.
    pub fn of_texts<'t>(&self, cell: &'t CellDifference) -> [Cow<'t, str>; 2]
    where
        'a: 't,
    {
        let kind =
            table_by_name(&cell.table).and_then(|table| table.column(&cell.column)).map_or(Kind::Text, |it| it.kind);
        [self.shown(kind, &cell.before), self.shown(kind, &cell.after)]
    }
}

/// What stands for the costs of all years together: the computed column of them, which is changed by changing each.
pub const EVERY_COST: &str = "every cost";

/// What an empty cell means, in words.
pub fn default_words(default: &str) -> String {
    let number = || default.parse::<Decimal>().ok().map(|_| written(default, Thousands::Plain));
    number().unwrap_or_else(|| word(default))
}

/// What people call a column of a table.
pub fn column(case: &Case, table: TableId, column: &str) -> String {
    if column == EVERY_COST { say!("form-cost-year") } else { case.label(schema::table(table), column) }
}

/// What a text in a cell of a column says to people.
pub fn text(case: &Case, table: TableId, column: &str, text: &str) -> String {
    let kind = schema::table(table).column(column).map_or(Kind::Text, |column| column.kind);
    Names::new(case).shown(kind, text).into_owned()
}
