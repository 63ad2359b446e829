//! What a line that was typed does when it is accepted.

use std::path::PathBuf;

use crate::edit::Edit;
use crate::edit::scenarios::Reckoned;
use crate::model::change::Operation;
use crate::model::schema::TableId;
use crate::model::{Row, Year};
use crate::tui::app::App;
use crate::tui::document::{Change, Document};
use crate::tui::event::{Effect, ReadFor};
use crate::tui::layer::Layer;
use crate::tui::layers::line::{Line, Purpose};
use crate::tui::own::Own;
use crate::tui::screens::{TableKey, budgets, settings};
use crate::tui::table::{Order, parse_number};
use crate::tui::validate;
use crate::tui::wizard::{Next, Wizard};

use super::edits::{apply, name_of, set_cell, set_status};
use super::repeat::LastEdit;

/// What is wrong with the text of a line that is no cell.
pub(crate) fn problem(purpose: &Purpose, text: &str, document: &Document) -> Option<String> {
    let text = text.trim();
    match purpose {
        Purpose::Reason(..) if text.is_empty() => Some("A lock needs a reason.".to_string()),
        Purpose::Bulk { table, rows, column } => bulk_edits(document, *table, rows, column, text).err(),
        Purpose::Start(_) => (text.parse::<Year>().is_err()).then(|| "A year, such as 2028.".to_string()),
        Purpose::Shares(_) => shares(text, document.case().ministries.len()).err(),
        Purpose::KeepAs => crate::tui::update::kept::name_problem(text),
        Purpose::Export | Purpose::ExportOwn | Purpose::ExportStudy(_) | Purpose::ExportTable(_) if text.is_empty() => {
            Some("A file name.".to_string())
        }
        Purpose::Setting(key) => settings::problem(key, text),
        Purpose::ScenarioName(naming) => super::scenarios::name_problem(text, document, naming),
        _ => None,
    }
}

fn operation(text: &str) -> Result<Operation, String> {
    let help = "Write *1.1 to multiply, +2 or -2 to add, =v to set.".to_string();
    let Some((sign, rest)) = text.split_at_checked(1) else { return Err(help) };
    let number = || parse_number(rest).ok_or_else(|| format!("`{rest}` is not a number."));
    match sign {
        "=" => Ok(Operation::Set(rest.to_string())),
        "+" => number().map(Operation::Add),
        "-" => number().map(|number| Operation::Add(-number)),
        "*" => number().map(Operation::Multiply),
        _ => Err(help),
    }
}

fn shares(text: &str, ministries: usize) -> Result<Vec<u8>, String> {
    let words: Vec<&str> = text.split([' ', '/', ',']).filter(|word| !word.is_empty()).collect();
    let parsed: Option<Vec<u8>> = words.iter().map(|word| word.parse::<u8>().ok()).collect();
    match parsed {
        Some(shares) if shares.len() == ministries => {
            let sum: u32 = shares.iter().map(|&share| u32::from(share)).sum();
            if sum == 100 { Ok(shares) } else { Err(format!("They add up to {sum}, not to 100.")) }
        }
        _ => Err(format!("{ministries} whole percents, one for each ministry.")),
    }
}

/// Does what the line was for.
pub(super) fn accept(app: &mut App, line: Line) -> Vec<Effect> {
    let text = line.input.value().trim().to_string();
    match line.purpose {
        Purpose::Cell { table, row, column } => cell(app, table, row, &column, &text),
        Purpose::Budget { ministry, year } => budget(app, &ministry, year, &text),
        Purpose::Setting(key) => setting(app, &key, &text),
        Purpose::Reason(rows, status) => {
            app.last_edit = Some(LastEdit::Lock(status, text.clone()));
            lock(app, &rows, status, &text);
        }
        Purpose::Bulk { table, rows, column } => bulk(app, table, &rows, &column, &text),
        Purpose::Search(key) => search(app, key, &text),
        Purpose::Filter(key) => filter(app, key, text),
        Purpose::Start(ids) => own_start(app, &ids, &text),
        Purpose::Shares(id) => own_shares(app, &id, &text),
        Purpose::Export => return super::opening::export(app, &text),
        Purpose::ExportOwn => return super::opening::export_own(app, &text),
        Purpose::KeepAs => return crate::tui::update::kept::keep(app, &text),
        Purpose::OpenPath(_) => return super::opening::open(app, PathBuf::from(text)),
        Purpose::OwnFile(_) => return vec![Effect::ReadPortfolio(PathBuf::from(text), ReadFor::Own)],
        Purpose::ExportTable(key) => return super::side_by_side::export(app, key, &text),
        Purpose::ExportStudy(kind) => return super::analyses::export(app, kind, &text),
        Purpose::Study(kind, param) => super::analyses::set_option(app, kind, param.name, text),
        Purpose::Effect(candidate) => effect(app, &candidate, &text),
        Purpose::ScenarioName(naming) => super::scenarios::name_given(app, naming, &text),
        Purpose::ScenarioChange { scenario, row } => super::scenarios::change_given(app, &scenario, row, &text),
        Purpose::Beside(_) => return vec![super::beside::read(&text)],
        Purpose::Wizard(wizard) => return wizard_step(app, wizard, &text),
    }
    Vec::new()
}

/// Locks candidates in or out.
pub(super) fn lock(app: &mut App, rows: &[usize], status: &str, reason: &str) {
    let label = if status == "locked_in" { "locked in" } else { "locked out" };
    set_status(app, rows, status, reason, label);
}

fn cell(app: &mut App, table: TableId, row: usize, column: &str, text: &str) {
    app.last_edit = Some(LastEdit::Text(text.to_owned()));
    let Some(document) = &app.document else { return };
    let old = document.book.sheet(table).cell(row, column).to_string();
    if old == text {
        return;
    }
    let label = format!("{column} of {}: {old} to {text}", name_of(document, table, row));
    let mut changes = vec![Change::Book(set_cell(table, row, column, text))];
    changes.extend(super::rename::renamed(document, table, column, (&old, text)));
    super::edits::apply_changes(app, label.clone(), changes);
    app.note(format!("{label}."));
}

fn budget(app: &mut App, ministry: &str, year: Year, text: &str) {
    app.last_edit = Some(LastEdit::Text(text.to_owned()));
    let Some(document) = &app.document else { return };
    let edit = budget_edit(document, ministry, year, text);
    apply(app, format!("budget of {ministry} in {year}: {text}"), vec![edit]);
}

/// The edit that gives a ministry so much in a year.
pub(super) fn budget_edit(document: &Document, ministry: &str, year: Year, text: &str) -> Edit {
    budgets::row_of(document, ministry, year).map_or_else(
        || {
            let sheet = document.book.sheet(TableId::Budgets);
            let cells = sheet.header.iter().map(|name| match name.as_str() {
                "ministry" => ministry.to_string(),
                "year" => year.to_string(),
                "amount" => text.to_string(),
                _ => String::new(),
            });
            let rows = vec![std::sync::Arc::new(Row::new(cells.collect()))];
            Edit::InsertRows { table: TableId::Budgets, at: sheet.rows.len(), rows }
        },
        |row| set_cell(TableId::Budgets, row, "amount", text),
    )
}

fn setting(app: &mut App, key: &str, text: &str) {
    let Some(document) = &app.document else { return };
    match settings::changed(&document.book.settings, key, text) {
        Ok(new) if new != document.book.settings => apply(app, format!("{key}: {text}"), vec![Edit::Settings(new)]),
        Ok(_) => {}
        Err(error) => app.warn(error),
    }
}

/// Does a change such as `*1.1` in rows of a column.
pub(super) fn bulk(app: &mut App, table: TableId, rows: &[usize], column: &str, text: &str) {
    app.last_edit = Some(LastEdit::Change(text.to_owned()));
    let Some(document) = &app.document else { return };
    let Ok(Bulk { edits, skipped, .. }) = bulk_edits(document, table, rows, column, text) else { return };
    remember(app, &edits, text);
    let cells = super::edits::count_of(edits.len(), "cell");
    apply(app, format!("{column} {text} in {cells}"), edits);
    let rest = if skipped == 0 { String::new() } else { format!(" {skipped} had no number and stay as they are.") };
    app.note(format!("{column} {text} in {cells}, as one step.{rest}"));
}

/// Keeps in mind what was done to whole columns, so that a scenario of these edits can say it.
fn remember(app: &mut App, edits: &[Edit], text: &str) {
    let (Ok(operation), Some(document)) = (operation(text), &mut app.document) else { return };
    for edit in edits {
        let Edit::SetCell { table, column, .. } = edit else { continue };
        let done = Reckoned { table: *table, column: column.clone(), operation: operation.clone() };
        if !document.reckoned.contains(&done) {
            document.reckoned.push(done);
        }
    }
}

/// What a change of many cells comes to.
pub(super) struct Bulk {
    edits: Vec<Edit>,
    /// Cells that hold no number to change.
    skipped: usize,
    /// The first change: from, to.
    first: Option<(String, String)>,
}

/// The edits of a change of many cells, or what is wrong with it.
pub(super) fn bulk_edits(
    document: &Document,
    table: TableId,
    rows: &[usize],
    column: &str,
    text: &str,
) -> Result<Bulk, String> {
    let operation = operation(text)?;
    let sheet = document.book.sheet(table);
    let every = column == super::edits::EVERY_COST;
    let is_cost = |name: &&String| name.strip_prefix("cost_").is_some_and(|n| n.parse::<u32>().is_ok());
    let columns: Vec<&str> =
        if every { sheet.header.iter().filter(is_cost).map(String::as_str).collect() } else { vec![column] };
    if every && !matches!(operation, Operation::Multiply(_)) {
        return Err("The cost is the sum of several years: only *1.1 changes all of them alike.".to_string());
    }
    if let Some(why) = super::edits::own_key(sheet, column) {
        return Err(why);
    }
    let mut bulk = Bulk { edits: Vec::new(), skipped: 0, first: None };
    let mut same = 0;
    for (&row, &column) in rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))) {
        let old = sheet.cell(row, column);
        match operated(&operation, old) {
            Some(new) if new == old => same += 1,
            Some(new) => {
                validate::refuse(document, table, column, &new).map_err(|why| match operation {
                    Operation::Set(_) => why,
                    // What comes out differs from row to row.
                    _ => format!("{}: {why}", super::edits::name_of(document, table, row)),
                })?;
                if bulk.first.is_none() {
                    bulk.first = Some((old.to_string(), new.clone()));
                }
                bulk.edits.push(Edit::SetCell { table, row, column: column.to_string(), text: new });
            }
            // The costs of years in which nothing is paid stay empty, and nobody misses them.
            None => bulk.skipped += usize::from(!every),
        }
    }
    match (bulk.edits.is_empty(), same) {
        (false, _) => Ok(bulk),
        (true, 0) => Err(format!("No cell of `{column}` here holds a number; =v sets them.")),
        (true, _) => Err("That changes nothing here.".to_string()),
    }
}

/// What a line would do, said while it is typed.
pub(crate) fn preview(purpose: &Purpose, text: &str, document: &Document) -> Option<String> {
    let Purpose::Bulk { table, rows, column } = purpose else { return None };
    let bulk = bulk_edits(document, *table, rows, column, text).ok()?;
    let (from, to) = bulk.first?;
    let from = if from.is_empty() { "empty".to_string() } else { from };
    let cells = super::edits::count_of(bulk.edits.len(), "cell");
    let skipped = if bulk.skipped == 0 { String::new() } else { format!(", {} without a number stay", bulk.skipped) };
    Some(format!("{cells} change{skipped}; the first from {from} to {to}."))
}

/// What an operation makes of a cell; none where it is no number.
fn operated(operation: &Operation, cell: &str) -> Option<String> {
    let number = || parse_number(cell);
    match operation {
        Operation::Set(text) => Some(text.clone()),
        Operation::Add(by) => Some(number()?.checked_add(*by)?.normalize().to_string()),
        Operation::Multiply(by) => Some(number()?.checked_mul(*by)?.normalize().to_string()),
    }
}

fn search(app: &mut App, key: TableKey, text: &str) {
    app.with_table(key, |_, state| state.search = text.to_lowercase());
    if !text.is_empty() {
        super::moving::find(app, key, Order::Up);
    }
}

/// Filters a table.
pub(super) fn filter(app: &mut App, key: TableKey, text: String) {
    app.with_table(key, |_, state| {
        state.filter = text;
        state.stamp = None;
    });
}

fn own_start(app: &mut App, ids: &[String], text: &str) {
    let Ok(start) = text.parse::<Year>() else { return };
    let label = format!("own start of {}: {start}", ids.join(", "));
    change_own(app, label, |own| {
        for id in ids {
            if let Some(pick) = own.picks.get_mut(id) {
                pick.start = start;
            }
        }
    });
    if let Some(document) = &app.document {
        let case = document.case();
        let outside = ids.iter().find_map(|id| {
            let it = &case[case.candidate_by_id(id)?];
            let starts = it.starts(case.first_year, case.last_year);
            let (first, last) = (*starts.start(), *starts.end());
            let when = if first == last { format!("only in {first}") } else { format!("from {first} to {last}") };
            (!starts.contains(&start)).then(|| format!("{id} may start {when}"))
        });
        if let Some(outside) = outside {
            app.note(format!("Own start {start}, but {outside}: a rule is broken."));
        }
    }
    if let Some(document) = &mut app.document {
        for id in ids {
            document.by_hand.entry(id.clone()).or_default().start = Some(start);
        }
    }
}

fn own_shares(app: &mut App, id: &str, text: &str) {
    let ministries = app.document.as_ref().map_or(0, |document| document.case().ministries.len());
    let Ok(shares) = shares(text, ministries) else { return };
    if let Some(document) = &mut app.document {
        document.by_hand.entry(id.to_owned()).or_default().shares = Some(shares.clone());
    }
    change_own(app, format!("own shares of {id}: {text}"), |own| {
        if let Some(pick) = own.picks.get_mut(id) {
            pick.shares = shares;
        }
    });
}

fn change_own(app: &mut App, label: String, change: impl FnOnce(&mut Own)) {
    let Some(document) = &app.document else { return };
    let mut own = document.own.clone();
    change(&mut own);
    super::own::set(app, label, own);
}

fn effect(app: &mut App, candidate: &str, service: &str) {
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(TableId::Effects);
    let cells = sheet.header.iter().map(|name| match name.as_str() {
        "candidate" => candidate.to_string(),
        "service" => service.to_string(),
        _ => String::new(),
    });
    let rows = vec![std::sync::Arc::new(Row::new(cells.collect()))];
    // Beside the candidate's other effects, so that the file stays in order.
    let at = crate::tui::layers::form::effects(document, candidate).last().map_or(sheet.rows.len(), |row| row + 1);
    apply(
        app,
        format!("effect of {candidate} on {service}"),
        vec![Edit::InsertRows { table: TableId::Effects, at, rows }],
    );
}

/// Asks a step of making a new case.
pub(super) fn ask_wizard(app: &mut App, wizard: Wizard) {
    let (title, help, text) = wizard.question();
    let mut line = Line::new(title, help, &text, Purpose::Wizard(wizard));
    line.check(None);
    app.layers.push(Layer::Line(line));
}

fn wizard_step(app: &mut App, wizard: Wizard, text: &str) -> Vec<Effect> {
    match wizard.answer(text) {
        Next::Ask(wizard) => {
            ask_wizard(app, wizard);
            Vec::new()
        }
        Next::Create(folder, files) => vec![Effect::Create(PathBuf::from("portfolios").join(folder), files)],
    }
}
