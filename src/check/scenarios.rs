//! Scenarios: every change must be possible, and must leave a case that can be computed. Where one is not, that stops the
//! scenario and nothing else, so that it is a warning.

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Finding, Level, compile};
use crate::say;

/// With more candidates than this, a scenario's result is not compiled again: only its changes are tried.
const LARGEST: usize = 5_000;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let mut names: Vec<&str> = Vec::new();
    for change in &case.scenarios {
        if !names.contains(&change.scenario.as_str()) {
            names.push(&change.scenario);
        }
    }
    for name in names {
        let mut workbook = subject.workbook.clone();
        let mut last = 0;
        let mut failed = false;
        for change in case.scenarios.iter().filter(|change| change.scenario == name) {
            last = change.row;
            if let Err(error) = change.change.apply(&mut workbook) {
                failed = true;
                findings.warning(
                    "scenario-change",
                    Place::Row(TableId::Scenarios, change.row),
                    say!("scenarios-change-scenario-name", name = name, error = error),
                    say!("scenarios-correct-row-delete"),
                );
            }
        }
        if failed || case.candidates.len() > LARGEST {
            continue;
        }
        // The case itself has no error of reading, so each of these comes from the scenario.
        let found = compile(&workbook).findings;
        let new = found.iter().find(|found| found.level == Level::Error);
        if let Some(Finding { file, column, message, remedy, .. }) = new {
            findings.warning(
                "scenario-result",
                Place::Row(TableId::Scenarios, last),
                say!("scenarios-scenario-name-leaves", name = name, file = file, column = column, message = message),
                remedy.clone(),
            );
        }
    }
}
