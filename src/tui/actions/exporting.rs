//! Exporting the portfolios and the case: what is asked for, and what goes to the disk.

use std::path::PathBuf;

use super::export_place::{name_of, place};
use crate::report::formats;
use crate::say;
use crate::tui::event::{About, Effect, Export};
use crate::tui::state::{Answer, App, Command, Confirm, Document, Item, List, Popup, Purpose, Screen};

/// What is written down must be about the case as it stands.
fn earlier() -> String {
    say!("opening-recommended-portfolio-about-earlier")
}

/// Offers what there is to export, and says where it would go.
pub(crate) fn choose_export(app: &mut App) {
    type Ask = fn(&mut App);
    let Some(document) = &app.document else { return };
    let mut items = Vec::new();
    let mut offer = |label: String, doc: String, name: &str, ask: Ask| {
        let doc = if name.is_empty() { doc } else { say!("export-goes-to", what = doc, file = place(app, name)) };
        items.push(Item::new(label, doc, ask));
    };
    let named = |end: &str| name_of(document, end);
    let recommended = say!("opening-export-recommended");
    offer(recommended, say!("opening-export-recommended-doc"), &named("portfolio.md"), ask_export);
    offer(say!("export-brief"), say!("export-brief-doc"), &named("brief.html"), ask_export_brief);
    offer(say!("export-look"), say!("export-look-doc"), "", look);
    let own = say!("opening-export-own-item");
    offer(own, say!("opening-export-own-doc"), &named("own.csv"), ask_export_own);
    offer(say!("opening-export-case-item"), say!("opening-export-case-doc"), &named("xlsx"), ask_export_case);
    offer(say!("export-side"), say!("export-side-doc"), "comparison.md", |app| {
        app.screen = Screen::COMPARE;
        super::side_by_side::ask(app);
    });
    for &kind in document.analyses.runs.results.keys() {
        let file = place(app, &named(&format!("{}.md", kind.spec().id)));
        let doc = say!("export-goes-to", what = say!("export-analysis-doc"), file = file);
        items.push(Item::new(kind.spec().title(), doc, move |app| {
            app.show_analysis(kind);
            super::analyses::ask_export(app);
        }));
    }
    app.popups.push(Popup::List(List::new(&say!("opening-export-what"), items)));
}

/// The recommended portfolio as it stands, if there is one; else it is said why not.
fn recommended(app: &mut App) -> Option<About> {
    let document = app.document.as_ref()?;
    let why = match &document.best.shown {
        None => say!("overview-no-portfolio-recommended"),
        Some(_) if document.is_stale() => earlier(),
        Some(shown) => return Some(About::Recommended(shown.case.clone(), Box::new(shown.answer.clone()))),
    };
    app.note(why);
    None
}

/// The page of the recommended portfolio alone.
fn brief(app: &mut App) -> Option<About> {
    match recommended(app)? {
        About::Recommended(case, answer) => Some(About::Brief(case, answer)),
        other => Some(other),
    }
}

/// Shows the page as it will be.
fn look(app: &mut App) {
    let Some(about) = brief(app) else { return };
    let Some(document) = &app.document else { return };
    if let Effect::Export(export) = write_down(document, "", about, None) {
        app.effects.push(Effect::Preview(export));
    }
}

/// Asks for a file for the page alone.
fn ask_export_brief(app: &mut App) {
    if brief(app).is_some() {
        ask_for(
            app,
            say!("export-brief-title"),
            formats::endings(&say!("opening-picks")),
            ("brief.html", export_brief),
        );
    }
}

/// Exports the page alone.
fn export_brief(app: &mut App, to: &str) {
    let Some(about) = brief(app) else { return };
    let Some(document) = &app.document else { return };
    app.effects.push(write_down(document, to, about, app.readers.clone()));
}

/// Asks for a file about the open case, whose name ends so.
fn ask_for(app: &mut App, title: String, help: String, (end, export): (&str, fn(&mut App, &str))) {
    let Some(document) = &app.document else { return };
    let file = place(app, &name_of(document, end));
    app.popups.push(Popup::ask(title, help, &file, Purpose::Export(export), Some(document)));
}

/// Asks for a file for the case as a workbook.
fn ask_export_case(app: &mut App) {
    ask_for(app, say!("opening-export-case"), say!("opening-export-case-help"), ("xlsx", export_case));
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
    if recommended(app).is_some() {
        ask_for(app, say!("analyses-export"), formats::endings(&say!("opening-picks")), ("portfolio.md", export));
    }
}

/// Asks for a file for the own portfolio.
pub(crate) fn ask_export_own(app: &mut App) {
    if app.document.as_ref().is_some_and(|document| document.own.picks.is_empty()) {
        return app.note(say!("opening-your-own-portfolio-empty"));
    }
    let help = formats::endings(&say!("opening-picks-evaluate-compare"));
    ask_for(app, say!("opening-export-your-own"), help, ("own.csv", export_own));
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
    let Some(about) = recommended(app) else { return };
    let Some(document) = &app.document else { return };
    app.effects.push(write_down(document, to, about, app.readers.clone()));
}
