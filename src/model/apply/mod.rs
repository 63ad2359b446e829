//! Reading a change from text, and applying it to a workbook.

mod cells;
mod number;
mod setting;

use super::case::Case;
use super::cell;
use super::change::Change;
use super::guess::suggest;
use super::money::MoneyUnit;
use super::number::DecimalMark;
use super::schema::{Kind, TABLES, Unit, setting_by_key, table_by_name};
use super::typed::{Typed, typed};
use super::workbook::Workbook;
use crate::say;

impl Change {
    /// Reads a change as `--set` takes it: `budgets.amount[defence:2029]=120` for a cell, `objective.risk=full` for a
    /// setting of `case.toml`. Beside `=` there are `+=`, `-=` and `*=`.
    ///
    /// # Errors
    /// A full sentence, where the text has no `=` or does not say which row it means.
    pub fn parse_setting(text: &str) -> Result<Self, String> {
        Self::parse_typed(text, None, None)
    }

    /// The same where the unit of the case's money is known, and a decimal mark may be given.
    ///
    /// # Errors
    /// The same, and where a number can be two.
    pub fn parse_typed(text: &str, money: Option<MoneyUnit>, mark: Option<DecimalMark>) -> Result<Self, String> {
        let form = say!("apply-write-table-column-id");
        let (target, value) =
            text.split_once('=').ok_or_else(|| say!("apply-text-sets-nothing", text = text, form = form))?;
        let (target, sign) = signed(target);
        let raw = value.trim();
        let value = typed(raw, holds(target, sign), money, mark).only(raw)?;
        let operation = format!("{sign}{value}");
        let operation = cell::operation(&operation).map_err(|trouble| format!("In \"{text}\": {trouble}"))?;
        let target = target.trim();
        if sign == '=' && raw.starts_with('+') && is_numeric(target) {
            let sum = raw.trim_start_matches('+').trim_start();
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

/// Both readings of a change whose number can be two, as whole lines, with what its mark is read as.
pub fn readings(text: &str, money: Option<MoneyUnit>) -> Option<[(String, String); 2]> {
    let (before, value) = text.split_once('=')?;
    let (target, sign) = signed(before);
    match typed(value, holds(target, sign), money, None) {
        Typed::Either(either) => Some(either.both().map(|(number, how)| (format!("{before}={number}"), how))),
        Typed::Text(_) => None,
    }
}

/// What stands before `=`, and the sign that belongs to it.
fn signed(target: &str) -> (&str, char) {
    match target.trim_end().chars().next_back() {
        Some(sign @ ('+' | '-' | '*')) => (target.trim_end().trim_end_matches(sign), sign),
        _ => (target, '='),
    }
}

/// What `--set` names holds, as far as that can be told from the name alone.
fn held(target: &str) -> Option<(Kind, Unit)> {
    let name = target.split('[').next().unwrap_or(target).trim();
    let column = name.split_once('.').and_then(|(table, column)| table_by_name(table)?.column(column));
    let setting = || setting_by_key(name).map(|setting| (setting.kind, setting.unit));
    column.map(|column| (column.kind, column.unit)).or_else(setting)
}

/// What the value of a change is: that of the cell, or a number to change it by.
fn holds(target: &str, sign: char) -> (Kind, Unit) {
    let unit = held(target).map_or(Unit::None, |(_, unit)| unit);
    match sign {
        '=' => held(target).unwrap_or((Kind::Text, Unit::None)),
        // Nobody makes a thousand of one.
        '*' => (Kind::Number { min: None, max: Some(999) }, Unit::None),
        _ => (Kind::Number { min: None, max: None }, unit),
    }
}

/// Whether what `--set` names holds a number, as far as that can be told.
fn is_numeric(target: &str) -> bool {
    held(target).is_none_or(|(kind, _)| kind.is_numeric())
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
