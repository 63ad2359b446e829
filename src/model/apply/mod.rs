//! Reading a change from text, and applying it to a workbook.

mod cells;
mod number;
mod setting;

use super::case::Case;
use super::cell;
use super::change::{Change, Operation};
use super::guess::suggest;
use super::schema::{Kind, TABLES, setting_by_key, table_by_name};
use super::workbook::Workbook;
use crate::say;

impl Change {
    /// Reads a change as `--set` takes it: `budgets.amount[defence:2029]=120` for a cell, `objective.risk=full` for a
    /// setting of `case.toml`. Beside `=` there are `+=`, `-=` and `*=`.
    ///
    /// # Errors
    /// A full sentence, where the text has no `=` or does not say which row it means.
    pub fn parse_setting(text: &str) -> Result<Self, String> {
        let form = say!("apply-write-table-column-id");
        let (target, value) =
            text.split_once('=').ok_or_else(|| say!("apply-text-sets-nothing", text = text, form = form))?;
        let (target, operation) = match target.trim_end().chars().next_back() {
            Some(sign @ ('+' | '-' | '*')) => {
                (target.trim_end().trim_end_matches(sign), format!("{sign}{}", value.trim()))
            }
            _ => (target, format!("={}", value.trim())),
        };
        let operation = cell::operation(&operation).map_err(|trouble| format!("In \"{text}\": {trouble}"))?;
        let target = target.trim();
        if let Operation::Set(value) = &operation
            && value.starts_with('+')
            && is_numeric(target)
        {
            let sum = value.trim_start_matches('+').trim_start();
            return Err(say!("apply-text-could-mean", text = text, target = target, sum = sum));
        }
        let (name, id) = match target.split_once('[') {
            Some((name, rest)) => {
                let id = rest.strip_suffix(']').ok_or_else(|| say!("apply-text-has-no", text = text, form = form))?;
                (name, Some(id.trim().to_owned()))
            }
            None => (target, None),
        };
        let cell = name.split_once('.').filter(|(table, _)| id.is_some() || table_by_name(table).is_some());
        match (cell, id) {
            (Some((table, column)), Some(id)) => {
                Ok(Self { table: table.to_owned(), id, column: column.to_owned(), operation })
            }
            (Some((table, column)), None) => {
                Err(say!("apply-text-does-not", text = text, table = table, column = column))
            }
            (None, Some(_)) => Err(say!("apply-text-does-not-name", text = text, form = form)),
            (None, None) if name.is_empty() => Err(say!("apply-text-does-not-say", text = text, form = form)),
            (None, None) => {
                Ok(Self { table: "case".to_owned(), id: String::new(), column: name.to_owned(), operation })
            }
        }
    }

    /// Applies the change; gives the number of cells that it wrote.
    ///
    /// A key that no row has is an error, but a budget that is set for a ministry and a year without a row gets one. A
    /// missing optional column is added. Nothing is changed where an error is given.
    ///
    /// # Errors
    /// A full sentence that names what does not exist, or what the operation cannot be done on.
    pub fn apply(&self, workbook: &mut Workbook) -> Result<usize, String> {
        if self.table == "case" {
            return setting::apply(self, workbook);
        }
        let Some(table) = table_by_name(&self.table) else {
            let names = TABLES.iter().map(|table| table.name).chain(["case"]);
            let remedy = suggest(&self.table, names, &say!("apply-name-file-case"));
            return Err(say!("apply-there-no-table", table = self.table, remedy = remedy));
        };
        cells::apply(self, table, workbook)
    }
}

/// Whether what `--set` names holds a number, as far as that can be told from the name alone.
fn is_numeric(target: &str) -> bool {
    let name = target.split('[').next().unwrap_or(target).trim();
    let column = name.split_once('.').and_then(|(table, column)| table_by_name(table)?.column(column));
    let kind = column.map(|column| column.kind).or_else(|| setting_by_key(name).map(|setting| setting.kind));
    kind.is_none_or(Kind::is_numeric)
}

/// Applies all changes of a scenario in file order; gives the number of cells that they wrote.
///
/// # Errors
/// The first change that cannot be applied, with its row, or that there is no such scenario.
pub fn apply_scenario(case: &Case, scenario: &str, workbook: &mut Workbook) -> Result<usize, String> {
    if let Some((_, row)) = case.unread_scenarios.iter().find(|(name, _)| name == scenario) {
        return Err(say!("apply-scenarios-csv-row", row = row + 1));
    }
    let changes: Vec<_> = case.scenarios.iter().filter(|change| change.scenario == scenario).collect();
    if changes.is_empty() {
        let names = case.scenarios.iter().map(|change| change.scenario.as_str());
        let remedy = suggest(scenario, names, &say!("apply-name-scenario-scenarios"));
        return Err(say!("apply-there-no-scenario", scenario = scenario, remedy = remedy));
    }
    let mut cells = 0;
    for change in changes {
        let place = say!("apply-scenarios-csv-row-row", row = change.row + 1);
        cells += change.change.apply(workbook).map_err(|error| format!("{place}: {error}"))?;
    }
    Ok(cells)
}

#[cfg(test)]
mod tests;
