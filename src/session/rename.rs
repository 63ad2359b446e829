//! A new id, taken over wherever the old one is named: in the tables, in the scenarios and in the own portfolio.

use super::document::Document;
use super::edit::Edit;
use super::history::Change;
use super::rows::set_cell;
use crate::model::Sheet;
use crate::model::schema::{Kind, TABLES, TableId, table_by_name};

/// What changes with an id, beside the cell that holds it; nothing where the column is no id.
pub fn renamed(document: &Document, table: TableId, column: &str, (old, new): (&str, &str)) -> Vec<Change> {
    if TABLES[table as usize].key != [column] || old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let id = Id { table, old, new };
    let mut edits = Vec::new();
    for sheet in document.base_book().sheets() {
        if sheet.table == TableId::Scenarios {
            edits.extend((0..sheet.rows.len()).flat_map(|row| id.in_scenario(sheet, row)));
        } else {
            id.in_table(sheet, &mut edits);
        }
    }
    let mut changes: Vec<Change> = edits.into_iter().map(Change::Book).collect();
    if table == TableId::Candidates && document.own.picks.contains_key(old) {
        let mut own = document.own.clone();
        if let Some(pick) = own.picks.remove(old) {
            own.picks.insert(new.to_owned(), pick);
        }
        changes.push(Change::Own(own));
    }
    changes
}

/// An id that changes.
struct Id<'a> {
    table: TableId,
    old: &'a str,
    new: &'a str,
}

impl Id<'_> {
    /// A cell that names the id, as it is afterwards; `None` if it does not.
    fn in_cell(&self, kind: Kind, cell: &str) -> Option<String> {
        match kind {
            Kind::Ref(to) if to == self.table && cell == self.old => Some(self.new.to_owned()),
            Kind::Refs(to) if to == self.table && cell.split_whitespace().any(|id| id == self.old) => {
                let ids = cell.split_whitespace().map(|id| if id == self.old { self.new } else { id });
                Some(ids.collect::<Vec<_>>().join(" "))
            }
            _ => None,
        }
    }

    fn in_table(&self, sheet: &Sheet, edits: &mut Vec<Edit>) {
        for (at, name) in sheet.header.iter().enumerate() {
            let Some(kind) = sheet.schema().column(name).map(|column| column.kind) else { continue };
            for row in 0..sheet.rows.len() {
                // What a limit is about depends on its scope.
                let scoped = kind == Kind::Scoped
                    && self.table == TableId::Domains
                    && sheet.cell(row, "scope") == "domain"
                    && sheet.cell_at(row, at) == self.old;
                let text = if scoped { Some(self.new.to_owned()) } else { self.in_cell(kind, sheet.cell_at(row, at)) };
                edits.extend(text.map(|text| set_cell(sheet.table, row, name, &text)));
            }
        }
    }

    /// A change of a scenario names the row that it changes, and may set a cell to the id.
    fn in_scenario(&self, sheet: &Sheet, row: usize) -> Vec<Edit> {
        let Some(changed) = table_by_name(sheet.cell(row, "table")) else { return Vec::new() };
        let mut edits = Vec::new();
        let key = sheet.cell(row, "id");
        let parts: Vec<&str> = key.split(':').collect();
        if parts.len() == changed.key.len() {
            let part = |(name, part): (&&str, &&str)| {
                let own = changed.id == self.table && *part == self.old;
                let kind = changed.column(name).map(|column| column.kind);
                let named = kind.and_then(|kind| self.in_cell(kind, part));
                if own { self.new.to_owned() } else { named.unwrap_or_else(|| (*part).to_owned()) }
            };
            let after = changed.key.iter().zip(&parts).map(part).collect::<Vec<_>>().join(":");
            if after != key {
                edits.push(set_cell(sheet.table, row, "id", &after));
            }
        }
        let kind = changed.column(sheet.cell(row, "column")).map(|column| column.kind);
        let text = kind.and_then(|kind| self.in_cell(kind, sheet.cell(row, "change").strip_prefix('=')?));
        edits.extend(text.map(|text| set_cell(sheet.table, row, "change", &format!("={text}"))));
        edits
    }
}
