//! For whom a report is written: where something of a case is classified, that is asked before, and what is above the level of its
//! readers is not in it.

use crate::messages::list;
use crate::model::{Case, Mask, Workbook};
use crate::say;
use crate::tui::state::{App, Popup, Purpose};

/// What writes a report to a file.
pub(crate) type Write = fn(&mut App, &str);

/// Writes a report; where something of it is classified, asks first for whom.
pub(crate) fn ask(app: &mut App, write: Write, to: &str) {
    app.readers = None;
    let levels = app.document.as_ref().map(|document| document.case().levels.clone()).unwrap_or_default();
    if !is_classified(app) {
        return write(app, to);
    }
    let lowest = levels.first().map_or("", String::as_str);
    app.popups.push(Popup::ask(
        say!("readers-title"),
        say!("readers-help", levels = list(&levels)),
        lowest,
        Purpose::Readers(write, to.to_owned()),
        app.document.as_ref(),
    ));
}

/// Writes the report for readers of this level.
pub(crate) fn given(app: &mut App, write: Write, to: &str, level: &str) {
    app.readers = Some(level.to_owned());
    write(app, to);
    app.readers = None;
}

fn is_classified(app: &App) -> bool {
    let second = app.comparison.second_case.as_ref().map(|second| &*second.snapshot.case);
    let open = app.document.as_ref().map(|document| document.case());
    let has = |case: &Case| {
        case.candidates.iter().any(|it| it.classification > 0) || case.services.iter().any(|it| it.classification > 0)
    };
    open.into_iter().chain(second).any(has)
}

/// What the readers do not get to see of a case, where they are not those who may see everything.
pub(crate) fn mask(app: &App, book: &Workbook) -> Result<Option<Mask>, String> {
    let of_level = |level: &String| Mask::of(book, level, &Mask::default()).map(|(mask, _)| mask);
    app.readers.as_ref().map(of_level).transpose()
}

/// The same of the open case and of the one beside it.
pub(crate) fn masks(app: &App) -> Result<Vec<Mask>, String> {
    let open = app.document.as_ref().map(|document| document.base_book());
    let second = app.comparison.second_case.as_ref().map(|second| &second.book);
    let mut masks: Vec<Mask> = Vec::new();
    for book in open.into_iter().chain(second) {
        let before = masks.last().cloned().unwrap_or_default();
        if let Some(level) = &app.readers {
            masks.push(Mask::of(book, level, &before)?.0);
        }
    }
    Ok(masks)
}
