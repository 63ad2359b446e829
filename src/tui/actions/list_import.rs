//! A list from elsewhere on its way to a case: what keys and answers do to it.

use std::path::{Path, PathBuf};

use crate::report::formats::{self, Options};
use crate::report::{ImportReport, Style};
use crate::say;
use crate::session::list_import::{ListImport, ListQuestion, ListSource};
use crate::tui::commands::Command as C;
use crate::tui::event::Effect;
use crate::tui::state::{App, Popup, Purpose};

/// A list was read, or could not be.
pub(crate) fn read(app: &mut App, path: PathBuf, source: Result<ListSource, String>) {
    app.effects.extend(app.document.is_none().then_some(Effect::ListCases));
    app.popups.push(match source {
        Ok(source) => Popup::Import(Box::new(ListImport::new(path, source))),
        Err(error) => Popup::text(&say!("list-import-cannot-read"), error),
    });
}

/// The list on top.
fn list(app: &mut App) -> Option<&mut ListImport> {
    match app.popups.last_mut() {
        Some(Popup::Import(list)) => Some(list),
        _ => None,
    }
}

/// Takes the column under the cursor for the next thing that it can be, or for the one before.
pub(crate) fn turn(app: &mut App, command: C) {
    if let Some(list) = list(app) {
        list.turn(if command == C::Left { -1 } else { 1 });
    }
}

/// Reads the amounts in the next unit.
pub(crate) fn next_unit(app: &mut App) {
    if let Some(list) = list(app) {
        list.next_unit();
    }
}

/// Reads the numbers with the other decimal mark.
pub(crate) fn next_decimal(app: &mut App) {
    if let Some(list) = list(app) {
        list.next_decimal();
    }
}

/// Asks something about the list.
fn ask(app: &mut App, asked: ListQuestion, title: String, help: String) {
    let Some(proposed) = list(app).map(|list| list.proposed(asked)) else { return };
    app.popups.push(Popup::ask(title, help, &proposed, Purpose::Import(asked), None));
}

/// Asks what the column under the cursor is.
pub(crate) fn ask_role(app: &mut App) {
    let Some(heading) = list(app).and_then(|list| Some(list.made.columns.get(list.line)?.heading.clone())) else {
        return;
    };
    ask(app, ListQuestion::Role, say!("list-import-role-of", heading = heading), say!("list-import-role-help"));
}

/// Asks for the year that is `t`.
pub(crate) fn ask_base_year(app: &mut App) {
    ask(app, ListQuestion::BaseYear, say!("list-import-base-year"), say!("list-import-base-year-help"));
}

/// Asks for the money over all years.
pub(crate) fn ask_budget(app: &mut App) {
    ask(app, ListQuestion::Budget, say!("list-import-budget"), say!("list-import-budget-help"));
}

/// Asks for the folder of the case, where the list makes one.
pub(crate) fn accept(app: &mut App) {
    match list(app) {
        Some(list) if list.made.case.is_some() => {
            ask(app, ListQuestion::Folder, say!("list-import-folder"), say!("new-case-name-new-folder-under"));
        }
        Some(_) => app.warn(say!("list-import-not-yet")),
        None => {}
    }
}

/// Shows everything that is understood of the list as a text.
pub(crate) fn show_everything(app: &mut App) {
    let width = usize::from(app.size.0).saturating_sub(10).max(40);
    let Some(list) = list(app) else { return };
    let report = ImportReport::new(list.made.clone(), list.path.display().to_string());
    let options = Options { style: Style::PLAIN, width: Some(width), table: None };
    let text = formats::DEFAULT.write(&report, &options).unwrap_or_default();
    let title = list.title();
    app.popups.push(Popup::text(&title, String::from_utf8_lossy(&text).into_owned()));
}

/// Takes an answer; with the folder the case is made, and opened when it is there.
pub(crate) fn answered(app: &mut App, asked: ListQuestion, text: &str) {
    let Some(list) = list(app) else { return };
    if asked == ListQuestion::Folder {
        if let Some(files) = list.files() {
            app.effects.push(Effect::Create(Path::new("portfolios").join(text.trim()), files));
        }
        return;
    }
    list.answer(asked, text);
}
