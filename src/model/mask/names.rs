//! Which rows are above a level, and what they are called instead.

use std::collections::HashSet;

use litemap::LiteMap;

use crate::model::levels;
use crate::model::schema::{Kind, TABLES, Table, TableId, table_by_name};
use crate::model::{Sheet, Workbook};
use crate::say;

/// The tables whose rows carry a level.
pub(super) const CLASSIFIED: [TableId; 2] = [TableId::Candidates, TableId::Services];

/// What something is called instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub id: String,
    pub name: String,
}

/// What is above a level, by its table and its own id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names(LiteMap<(TableId, String), Named>);

impl Names {
    /// What of a case is above a level. What has a name already keeps it: two cases side by side call the same thing the same.
    pub fn of(book: &Workbook, levels: &[String], level: usize, before: &Self) -> Self {
        let mut names = Self::default();
        for table in CLASSIFIED {
            let sheet = book.sheet(table);
            let key = sheet.schema().key[0];
            for row in above(book, sheet, levels, level) {
                let id = sheet.cell(row, key);
                let known = names.get(table, id).or_else(|| before.get(table, id)).cloned();
                let instead = known.unwrap_or_else(|| names.new_name(sheet, before));
                names.0.insert((table, id.to_owned()), instead);
            }
        }
        names
    }

    fn new_name(&self, sheet: &Sheet, before: &Self) -> Named {
        let table = sheet.table;
        let all = || self.0.iter().chain(&before.0).filter(|((of, _), _)| *of == table);
        let used: HashSet<&str> = all().map(|(_, named)| named.id.as_str()).collect();
        let own: HashSet<String> = (0..sheet.rows.len()).map(|row| sheet.key(row)).collect();
        let called = |number: usize| match table {
            TableId::Services => {
                Named { id: format!("withheld-service-{number}"), name: say!("mask-service", number = number) }
            }
            _ => Named { id: format!("withheld-{number}"), name: say!("mask-candidate", number = number) },
        };
        let free = |named: &Named| !used.contains(named.id.as_str()) && !own.contains(&named.id);
        // Of as many names as there are others, one more is free.
        let numbers = used.len() + 1..=2 * used.len() + own.len() + 1;
        numbers.map(called).find(free).unwrap_or_else(|| called(0))
    }

    /// These and others.
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// What something is called instead; none where it may be told.
    pub fn get(&self, table: TableId, id: &str) -> Option<&Named> {
        self.0.get(&(table, id.to_owned()))
    }

    /// All of them: the table, the id, and what stands for it.
    pub fn all(&self) -> impl Iterator<Item = (TableId, &str, &Named)> {
        self.0.iter().map(|((table, id), named)| (*table, id.as_str(), named))
    }

    /// Whether nothing is above the level.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts of a key, each with the table whose ids it holds.
    pub fn parts<'a>(table: &'static Table, key: &'a str) -> impl Iterator<Item = (Option<TableId>, &'a str)> {
        key.split(':').enumerate().map(move |(at, part)| {
            let column = table.key.get(at).and_then(|name| table.column(name));
            let of = column.and_then(|column| match column.kind {
                Kind::Id => Some(table.id),
                Kind::Ref(of) => Some(of),
                _ => None,
            });
            (of, part.trim())
        })
    }

    /// Whether a row is about something that is above the level: it is that, or names it.
    pub fn concern(&self, sheet: &Sheet, row: usize) -> bool {
        let schema = sheet.schema();
        if schema.id == TableId::Scenarios {
            let Some(table) = table_by_name(sheet.cell(row, "table")) else { return false };
            return Self::parts(table, sheet.cell(row, "id"))
                .any(|(of, id)| of.is_some_and(|of| self.get(of, id).is_some()));
        }
        schema.columns.iter().any(|column| {
            let text = || sheet.cell(row, column.name.text());
            match column.kind {
                Kind::Id => schema.key.first() == Some(&column.name.text()) && self.get(schema.id, text()).is_some(),
                Kind::Ref(of) | Kind::Refs(of) => text().split_whitespace().any(|id| self.get(of, id).is_some()),
                _ => false,
            }
        })
    }
}

/// The rows above a level, in the case itself or as one of its scenarios has it.
fn above(book: &Workbook, sheet: &Sheet, levels: &[String], level: usize) -> Vec<usize> {
    let scenarios = book.sheet(TableId::Scenarios);
    let name = TABLES.iter().find(|table| table.id == sheet.table).map_or("", |table| table.name);
    let is_raise =
        |row: &usize| scenarios.cell(*row, "table") == name && scenarios.cell(*row, "column") == "classification";
    let raised: Vec<(&str, usize)> = (0..scenarios.rows.len())
        .filter(is_raise)
        .map(|row| {
            let word = scenarios.cell(row, "change").trim_start_matches('=').trim();
            (scenarios.cell(row, "id"), levels::level(levels, word))
        })
        .collect();
    let key = sheet.schema().key[0];
    let of = |row: usize| {
        let id = sheet.cell(row, key);
        let there = raised.iter().filter(|(of, _)| *of == "*" || *of == id).map(|(_, level)| *level);
        there.fold(levels::level(levels, sheet.cell(row, "classification")), usize::max)
    };
    (0..sheet.rows.len()).filter(|&row| of(row) > level).collect()
}
