//! Exporting the portfolios and the case: what is asked for, and what goes to the disk.

use std::path::PathBuf;

use crate::say;
use crate::tui::event::{About, Effect, Export};
use crate::tui::state::{Answer, App, Command, Confirm, Document, Item, List, Popup, Purpose};

/// What is written down must be about the case as it stands.
fn earlier() -> String {
    say!("opening-recommended-portfolio-about-earlier")
}

/// Offers what there is to export.
pub(crate) fn choose_export(app: &mut App) {
    let items = vec![
        Item::new(say!("opening-export-recommended"), say!("opening-export-recommended-doc"), ask_export),
        Item::new(say!("opening-export-own-item"), say!("opening-export-own-doc"), ask_export_own),
        Item::new(say!("opening-export-case-item"), say!("opening-export-case-doc"), ask_export_case),
    ];
    app.popups.push(Popup::List(List::new(&say!("opening-export-what"), items)));
}

/// Asks for a file for the case as a workbook.
fn ask_export_case(app: &mut App) {
    let Some(document) = &app.document else { return };
    let name = document.path.file_name().map_or_else(|| "case".into(), |name| name.to_string_lossy().into_owned());
    app.popups.push(Popup::ask(
        say!("opening-export-case"),
        say!("opening-export-case-help"),
        &format!("{name}.xlsx"),
        Purpose::Export(export_case),
        Some(document),
    ));
}

/// Exports the case as it stands here, with what is not saved yet.
fn export_case(app: &mut App, to: &str) {
    let Some(document) = &app.document else { return };
    let withheld =
        super::readers::mask(app, document.base_book()).map(|mask| mask.is_some_and(|mask| !mask.is_empty()));
    if withheld != Ok(false) {
        return app.warn(withheld.err().unwrap_or_else(|| say!("exporting-case-withheld")));
    }
    app.effects.push(write_down(document, to, About::Case, None));
}

/// Asks for a file for the recommended portfolio.
pub(crate) fn ask_export(app: &mut App) {
    let Some(document) = &app.document else { return };
    if document.best.shown.is_none() {
        return app.note(say!("overview-no-portfolio-recommended"));
    }
    let name = document.path.file_name().map_or_else(|| "portfolio".into(), |name| name.to_string_lossy().into_owned());
    if document.is_stale() {
        return app.note(earlier());
    }
    let help = crate::report::formats::endings(&say!("opening-picks"));
    app.popups.push(Popup::ask(
        say!("analyses-export"),
        help,
        &format!("{name}-portfolio.md"),
        Purpose::Export(export),
        Some(document),
    ));
}

/// Asks for a file for the own portfolio.
pub(crate) fn ask_export_own(app: &mut App) {
    let Some(document) = &app.document else { return };
    if document.own.picks.is_empty() {
        return app.note(say!("opening-your-own-portfolio-empty"));
    }
    let name = document.path.file_name().map_or_else(|| "case".into(), |name| name.to_string_lossy().into_owned());
    let help = crate::report::formats::endings(&say!("opening-picks-evaluate-compare"));
    app.popups.push(Popup::ask(
        say!("opening-export-your-own"),
        help,
        &format!("{name}-own.csv"),
        Purpose::Export(export_own),
        Some(document),
    ));
}

/// Asks whether a file that is there already is written over.
pub(crate) fn there(path: PathBuf, bytes: Vec<u8>) -> Confirm {
    let text = say!("opening-there-file-path", path = path.display());
    let answers = vec![
        Answer::leave(Command::No, say!("opening-leave")),
        Answer::new(Command::WriteOver, say!("opening-write-over-2"), move |app| {
            app.effects.push(Effect::WriteOver(path.clone(), bytes.clone()));
        }),
    ];
    Confirm::new(say!("opening-write-over"), text, answers)
}

/// Exports the own portfolio.
pub(crate) fn export_own(app: &mut App, to: &str) {
    let Some(document) = &app.document else { return };
    let best = document.best.shown.as_ref().filter(|_| !document.is_stale());
    let (case, own) = (document.snapshot.case.clone(), document.own.portfolio(document.case()));
    let about = About::Own(case, own, best.map(|shown| Box::new(shown.answer.clone())));
    app.effects.push(write_down(document, to, about, app.readers.clone()));
}

/// The report of a portfolio, to be written.
fn write_down(document: &Document, to: &str, about: About, readers: Option<String>) -> Effect {
    let (path, book) = (document.path.clone(), document.base_book().clone());
    let scenario = document.scenario_on().map(str::to_owned);
    Effect::Export(Box::new(Export { to: PathBuf::from(to), path, book, scenario, about, readers }))
}

/// Exports the recommended portfolio.
pub(crate) fn export(app: &mut App, to: &str) {
    let Some(document) = &app.document else { return };
    let Some(shown) = &document.best.shown else { return };
    if document.is_stale() {
        return app.note(earlier());
    }
    let about = About::Recommended(shown.case.clone(), Box::new(shown.answer.clone()));
    app.effects.push(write_down(document, to, about, app.readers.clone()));
}
