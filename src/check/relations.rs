//! Rows of relations: members, and cells that mean nothing for their kind. What a relation asks for checks its kind.

use crate::say;
use std::collections::HashSet;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{RelationKind, Sheet};
use crate::rules::words::few as list;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let sheet = subject.workbook.sheet(TableId::Relations);
    for row in 0..sheet.rows.len() {
        members(sheet, row, findings);
        unused(sheet, row, findings);
    }
}

fn cell(row: usize, column: &str) -> Place {
    Place::Cell(TableId::Relations, row, column.to_owned())
}

fn members(sheet: &Sheet, row: usize, findings: &mut Findings) {
    let kind = sheet.cell(row, "kind");
    let (mut seen, mut again) = (HashSet::new(), HashSet::new());
    let mut repeated = Vec::new();
    for id in sheet.cell(row, "members").split_whitespace() {
        if !seen.insert(id) && again.insert(id) {
            repeated.push(id);
        }
    }
    if !repeated.is_empty() {
        findings.warning(
            "repeated-member",
            cell(row, "members"),
            say!("relations-among-members-list", list = list(repeated.iter().copied())),
            say!("relations-name-each-member"),
        );
    }
    if seen.len() == 1 && RelationKind::find(kind).is_some_and(|kind| kind.shape().members > 1) {
        findings.error(
            "too-few-members",
            cell(row, "members"),
            say!("relations-relation-kind-needs", kind = kind),
            say!("relations-name-others-too"),
        );
    }
}

/// A cell that the relation's kind does not use: most likely the kind is not the one that was meant.
fn unused(sheet: &Sheet, row: usize, findings: &mut Findings) {
    let Some(kind) = RelationKind::find(sheet.cell(row, "kind")) else { return };
    let unused = |column: &&str| !kind.shape().uses(column) && !sheet.cell(row, column).is_empty();
    for column in ["count", "service", "control_gain"].iter().filter(|column| unused(column)) {
        findings.note(
            "unused-cell",
            cell(row, column),
            say!("relations-cell-column-means", column = column, kind = kind.word()),
            say!("relations-clear-check-kind"),
        );
    }
}
