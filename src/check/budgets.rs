//! Budgets outside the horizon, and ministries without money.

use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::cell;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let sheet = subject.workbook.sheet(TableId::Budgets);
    if !subject.settings_are_sound() {
        return;
    }
    for row in 0..sheet.rows.len() {
        let Ok(year) = cell::year(sheet.cell(row, "year")) else { continue };
        if case.year_ix(year).is_none() {
            findings.warning(
                "budget-outside-horizon",
                Place::Cell(TableId::Budgets, row, "year".to_owned()),
                say!("budgets-budget-year-lies", year = year, first_year = case.first_year, last_year = case.last_year),
                say!("budgets-change-year-horizon"),
            );
        }
    }
    let sound = subject.are_sound(&[TableId::Budgets]);
    for ministry in case.ministries.iter().filter(|_| sound) {
        if ministry.budget.iter().all(Decimal::is_zero) && !sheet.header.is_empty() {
            findings.note(
                "no-budget",
                Place::Table(TableId::Budgets),
                say!("budgets-ministry-id-has", id = ministry.name),
                say!("budgets-add-its-budgets"),
            );
        }
    }
}
