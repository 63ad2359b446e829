//! Scenarios: every change must be possible, and must leave a case that can be computed. Where one is not, that stops the
//! scenario and nothing else, so that it is a warning. What a change does beside what it says is a note.

use std::collections::HashMap;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::limits::MOST_TRIED;
use crate::model::schema::TableId;
use crate::model::{Case, Finding, Level, ScenarioChange, Workbook, compile};
use crate::say;

/// With more candidates than this, a scenario's result is not compiled again: only its changes are tried.
const LARGEST: usize = 5_000;
/// To read a row takes as long as to go through so many.
const READING: usize = 20;

/// The changes of one scenario, in the order of the file.
struct Scenario<'a> {
    name: &'a str,
    changes: Vec<&'a ScenarioChange>,
}

impl Scenario<'_> {
    /// The row of its last change.
    fn last(&self) -> usize {
        self.changes.last().map_or(0, |change| change.row)
    }
}

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let scenarios = scenarios(case);
    let mut tried = 0;
    for (at, scenario) in scenarios.iter().enumerate() {
        tried += work(subject.workbook, case, scenario);
        if tried > MOST_TRIED {
            findings.warning(
                "too-big",
                Place::Row(TableId::Scenarios, scenario.last()),
                say!("scenarios-too-many", all = scenarios.len(), tried = at, name = scenario.name),
                say!("scenarios-too-many-fix"),
            );
            return;
        }
        twice(scenario, findings);
        results(subject, scenario, findings);
    }
}

/// The scenarios in the order in which they are first named.
fn scenarios(case: &Case) -> Vec<Scenario<'_>> {
    let mut all: Vec<Scenario<'_>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for change in &case.scenarios {
        let at = *known.entry(&change.scenario).or_insert(all.len());
        if at == all.len() {
            all.push(Scenario { name: &change.scenario, changes: Vec::new() });
        }
        all[at].changes.push(change);
    }
    all
}

/// About how many rows are gone through to try a scenario.
fn work(workbook: &Workbook, case: &Case, scenario: &Scenario<'_>) -> usize {
    let rows: usize = workbook.sheets().iter().map(|sheet| sheet.rows.len()).sum();
    // The settings are read for each change, to know the ministries.
    let settings = workbook.settings.len() / 10;
    let of_change = |change: &&ScenarioChange| {
        let table = workbook.sheets().iter().find(|sheet| sheet.schema().name == change.change.table);
        let default = if change.change.column == "lead_time" { READING * rows } else { 0 };
        settings + default + table.map_or(0, |sheet| sheet.rows.len())
    };
    let reading = if case.candidates.len() > LARGEST { 0 } else { READING * rows + settings };
    rows + reading + scenario.changes.iter().map(of_change).sum::<usize>()
}

/// Makes the changes, and reads the case that they leave.
fn results(subject: Subject<'_>, scenario: &Scenario<'_>, findings: &mut Findings) {
    let (case, name) = (subject.case, scenario.name);
    let mut workbook = subject.workbook.clone();
    let mut failed = false;
    for change in &scenario.changes {
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
        return;
    }
    // The case itself has no error of reading, so each of these comes from the scenario.
    let compiled = compile(&workbook);
    let new = compiled.findings.iter().find(|found| found.level == Level::Error);
    if let Some(Finding { file, column, message, remedy, .. }) = new {
        findings.warning(
            "scenario-result",
            Place::Row(TableId::Scenarios, scenario.last()),
            say!("scenarios-scenario-name-leaves", name = name, file = file, column = column, message = message),
            remedy.clone(),
        );
        return;
    }
    moved_defaults(subject, scenario, (&workbook, &compiled.case), findings);
}

/// Candidates whose lead time is not written and is another one now, because it follows the last year that costs money.
fn moved_defaults(
    subject: Subject<'_>,
    scenario: &Scenario<'_>,
    (workbook, changed): (&Workbook, &Case),
    findings: &mut Findings,
) {
    let is_cost =
        |change: &&&ScenarioChange| change.change.table == "candidates" && change.change.column.starts_with("cost_");
    let Some(change) = scenario.changes.iter().rfind(is_cost) else { return };
    let sheet = workbook.sheet(TableId::Candidates);
    let before: HashMap<&str, u32> = subject.case.candidates.iter().map(|it| (it.id.as_str(), it.lead_time)).collect();
    let moved = changed.candidates.iter().filter(|it| sheet.cell(it.row, "lead_time").is_empty());
    let moved = moved.filter_map(|it| Some((it, *before.get(it.id.as_str())?))).find(|(it, was)| it.lead_time != *was);
    if let Some((candidate, was)) = moved {
        findings.note(
            "moved-default",
            Place::Row(TableId::Scenarios, change.row),
            say!(
                "scenarios-moved-default",
                name = scenario.name,
                candidate = candidate.name,
                now = candidate.lead_time,
                was = was
            ),
            say!("scenarios-moved-default-fix", was = was),
        );
    }
}

/// Changes of one cell by two rows, of which the later one has the last word.
fn twice(scenario: &Scenario<'_>, findings: &mut Findings) {
    let mut cells: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let mut columns: HashMap<(&str, &str), Vec<(&str, usize)>> = HashMap::new();
    for ScenarioChange { change, row, .. } in scenario.changes.iter().copied() {
        let (table, column, id) = (change.table.as_str(), change.column.as_str(), change.id.as_str());
        let same = cells.insert((table, column, id), *row);
        let earlier = columns.entry((table, column)).or_default();
        // An exception after a change of all rows is what the order of the file is for; the other way round it is undone.
        let look = same.is_none() && id.contains('*') && findings.may_suggest(earlier.len());
        let covered = earlier.iter().find(|(own, _)| look && covers(id, own)).map(|(_, row)| *row);
        if let Some(before) = same.or(covered) {
            findings.note(
                "changed-twice",
                Place::Row(TableId::Scenarios, *row),
                say!(
                    "scenarios-changed-twice",
                    name = scenario.name,
                    cell = cell_of(table, column, id),
                    row = before + 1
                ),
                say!("scenarios-changed-twice-fix"),
            );
        }
        earlier.push((id, *row));
    }
}

/// Whether a pattern with `*` means all that another key means.
fn covers(pattern: &str, id: &str) -> bool {
    let (pattern, id): (Vec<&str>, Vec<&str>) = (pattern.split(':').collect(), id.split(':').collect());
    pattern == ["*"]
        || pattern.len() == id.len() && pattern.iter().zip(id).all(|(part, own)| *part == "*" || *part == own)
}

/// A cell as `--set` names it.
fn cell_of(table: &str, column: &str, id: &str) -> String {
    if table == "case" { column.to_owned() } else { format!("{table}.{column}[{id}]") }
}
