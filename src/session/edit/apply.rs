//! Applying an edit, which gives its inverse.

use crate::model::order::InOrder as _;
use std::sync::Arc;

use super::Edit;
use crate::model::schema::{TABLES, TableId};
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Row, Sheet, Workbook};

impl Edit {
    /// Applies the edit and gives its inverse: the edit that restores identical bytes.
    #[must_use]
    pub fn apply(self, workbook: &mut Workbook) -> Self {
        match self {
            Self::SetCell { table, row, column, text } => set_cell(workbook, table, (row, &column), &text),
            Self::ReplaceRow { table, row, with } => replace_row(workbook, table, row, with),
            Self::InsertRows { table, at, rows } => insert_rows(workbook, table, at, rows),
            Self::DeleteRows { table, at, count } => {
                let rows = &mut workbook.sheet_mut(table).rows;
                let from = at.min(rows.len());
                let to = from.saturating_add(count).min(rows.len());
                let removed: Vec<Arc<Row>> = rows.drain(from..to).collect();
                Self::InsertRows { table, at: from, rows: removed }
            }
            Self::InsertColumn { table, at, name } => restoring(workbook, table, |it| it.insert_column(at, &name)),
            Self::DeleteColumn { table, at } => restoring(workbook, table, |it| it.delete_column(at)),
            Self::Settings(text) => Self::Settings(std::mem::replace(&mut workbook.settings, text)),
            Self::RestoreSheet(sheet) => {
                let now = workbook.sheet_mut(sheet.table);
                Self::RestoreSheet(Box::new(std::mem::replace(now, *sheet)))
            }
            Self::Group(edits) => {
                let mut inverse: Vec<Self> = edits.into_iter().map(|edit| edit.apply(workbook)).collect();
                inverse.reverse();
                Self::Group(inverse)
            }
        }
    }

    /// The edit that makes `before` into `after`, whatever was done to get there; empty where nothing differs.
    pub fn between(before: &Workbook, after: &Workbook) -> Self {
        let mut edits = Vec::new();
        if before.settings != after.settings {
            edits.push(Self::Settings(after.settings.clone()));
        }
        for table in TABLES {
            let (old, new) = (before.sheet(table.id), after.sheet(table.id));
            if old == new {
                continue;
            }
            let Sheet { table: _, present, header, header_raw, rows, tail, newline } = old;
            let rows_only = *header == new.header
                && *header_raw == new.header_raw
                && rows.len() == new.rows.len()
                && (*present, tail, *newline) == (new.present, &new.tail, new.newline);
            if rows_only {
                let pairs = old.rows.iter().zip(&new.rows).enumerate();
                edits.extend(pairs.filter(|(_, (old, new))| old != new).map(|(row, (_, new))| Self::ReplaceRow {
                    table: table.id,
                    row,
                    with: Arc::clone(new),
                }));
            } else {
                edits.push(Self::RestoreSheet(Box::new(new.clone())));
            }
        }
        Self::Group(edits)
    }

    /// Whether the edit does nothing at all.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Group(edits) => edits.iter().all(Self::is_empty),
            Self::InsertRows { rows, .. } => rows.is_empty(),
            Self::DeleteRows { count, .. } => *count == 0,
            _ => false,
        }
    }

    /// Whether the edit leaves a workbook as it is: it does nothing, or a cell gets the text that it has.
    pub fn is_idle(&self, workbook: &Workbook) -> bool {
        match self {
            Self::SetCell { table, row, column, text } => {
                let sheet = workbook.sheet(*table);
                sheet.column(column).is_some() && *row < sheet.rows.len() && sheet.cell(*row, column) == text
            }
            Self::Settings(text) => workbook.settings == *text,
            Self::Group(edits) => edits.iter().all(|edit| edit.is_idle(workbook)),
            other => other.is_empty(),
        }
    }

    /// The files that the edit writes to.
    pub fn files(&self) -> Vec<&'static str> {
        match self {
            Self::Settings(_) => vec![SETTINGS_FILE],
            Self::SetCell { table, .. }
            | Self::ReplaceRow { table, .. }
            | Self::InsertRows { table, .. }
            | Self::DeleteRows { table, .. }
            | Self::InsertColumn { table, .. }
            | Self::DeleteColumn { table, .. } => vec![TABLES[*table as usize].file],
            Self::RestoreSheet(sheet) => vec![sheet.schema().file],
            Self::Group(edits) => {
                let mut files: Vec<_> = edits.iter().flat_map(Self::files).collect();
                files.order();
                files.dedup();
                files
            }
        }
    }
}

/// Changes a table; gives what puts it back as a whole.
fn restoring(workbook: &mut Workbook, table: TableId, change: impl FnOnce(&mut Sheet)) -> Edit {
    let before = workbook.sheet(table).clone();
    change(workbook.sheet_mut(table));
    Edit::RestoreSheet(Box::new(before))
}

fn set_cell(workbook: &mut Workbook, table: TableId, (row, column): (usize, &str), text: &str) -> Edit {
    let sheet = workbook.sheet_mut(table);
    let Some(before) = sheet.rows.get(row).cloned() else { return Edit::Group(Vec::new()) };
    if let Some(at) = sheet.column(column) {
        sheet.set(row, at, text);
        return Edit::ReplaceRow { table, row, with: before };
    }
    restoring(workbook, table, |sheet| {
        let at = sheet.column_or_new(column);
        sheet.set(row, at, text);
    })
}

fn replace_row(workbook: &mut Workbook, table: TableId, row: usize, with: Arc<Row>) -> Edit {
    match workbook.sheet_mut(table).rows.get_mut(row) {
        Some(now) => Edit::ReplaceRow { table, row, with: std::mem::replace(now, with) },
        None => Edit::Group(Vec::new()),
    }
}

fn insert_rows(workbook: &mut Workbook, table: TableId, at: usize, rows: Vec<Arc<Row>>) -> Edit {
    if rows.is_empty() {
        return Edit::Group(Vec::new());
    }
    let sheet = workbook.sheet_mut(table);
    let at = at.min(sheet.rows.len());
    let count = rows.len();
    if sheet.header.is_empty() {
        return restoring(workbook, table, |sheet| {
            sheet.ensure_header();
            sheet.rows.splice(at..at, rows);
        });
    }
    sheet.rows.splice(at..at, rows);
    Edit::DeleteRows { table, at, count }
}
