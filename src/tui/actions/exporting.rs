//! Exporting the portfolios and the case: what is asked for, and what goes to the disk.

use std::path::PathBuf;
use std::sync::Arc;

use super::export_place::{name_of, place};
use super::proposals::proposals;
use crate::model::cell::to_id;
use crate::report::{self, formats};
use crate::say;
use crate::session::comparison::Side;
use crate::store::proposal::case_hash;
use crate::tui::event::{About, Effect, Export};
use crate::tui::state::{
    Answer, App, Command, Confirm, Context, Document, Exporting, Item, List, Popup, Purpose, Screen,
};

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
    offer(say!("export-brief"), say!("export-brief-doc"), &named("brief.html"), |app| ask_whose(app, ask_export_brief));
    offer(say!("export-look"), say!("export-look-doc"), "", |app| ask_whose(app, look));
    let own = say!("opening-export-own-item");
    offer(own, say!("opening-export-own-doc"), &named("own.csv"), ask_export_own);
    offer(say!("opening-export-case-item"), say!("opening-export-case-doc"), &named("xlsx"), ask_export_case);
    offer(say!("export-side"), say!("export-side-doc"), "comparison.md", |app| {
        app.screen = Screen::COMPARE;
        super::side_by_side::ask(app);
    });
    if proposals(app).next().is_some() {
        offer(say!("export-proposals"), say!("export-proposals-doc"), &named("proposals.md"), ask_export_proposals);
    }
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

/// Asks of which portfolio the page is wanted, where there are others beside the recommended one.
fn ask_whose(app: &mut App, then: fn(&mut App)) {
    let Some(document) = &app.document else { return };
    let mut sides = vec![(say!("opening-export-recommended"), Side::Recommended)];
    if !document.own.picks.is_empty() {
        sides.push((say!("opening-export-own-item"), Side::Own));
    }
    sides.extend(proposals(app).map(|file| (file.name.to_string(), Side::File(Arc::clone(&file.name)))));
    app.brief_of = Side::Recommended;
    if sides.len() == 1 {
        return then(app);
    }
    let item = |(label, side): (String, Side)| {
        Item::new(label, String::new(), move |app| {
            app.brief_of = side.clone();
            then(app);
        })
    };
    app.popups.push(Popup::List(List::new(&say!("export-brief-whose"), sides.into_iter().map(item).collect())));
}

/// The page of a portfolio alone: of the recommended one, or of another one beside it.
fn brief(app: &mut App) -> Option<About> {
    let About::Recommended(case, answer) = recommended(app)? else { return None };
    let document = app.document.as_ref()?;
    let (name, own) = match &app.brief_of {
        Side::File(name) => (name.to_string(), &app.comparison.file(name)?.own),
        Side::Own => (say!("disk-your-own"), &document.own),
        _ => return Some(About::Brief(case, answer, None)),
    };
    let given = own.portfolio(&case);
    Some(About::Brief(case, answer, Some((name, given))))
}

/// The end of the name of the file for the page.
fn brief_file(app: &App) -> String {
    match &app.brief_of {
        Side::File(name) => format!("{}-brief.html", to_id(name)),
        Side::Own => "own-brief.html".to_owned(),
        _ => "brief.html".to_owned(),
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
        let (end, help) = (brief_file(app), formats::endings(&say!("opening-picks")));
        ask_for(app, say!("export-brief-title"), help, (&end, export_brief));
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

/// Asks for a file for the proposals, with what was said of them.
fn ask_export_proposals(app: &mut App) {
    let help = formats::endings(&say!("proposals-table"));
    ask_for(app, say!("export-proposals-title"), help, ("proposals.md", export_proposals));
}

/// Exports the proposals as they stand in the case as it is here.
fn export_proposals(app: &mut App, to: &str) {
    let Some(document) = &app.document else { return };
    let mask = match super::readers::mask(app, document.base_book()) {
        Ok(mask) => mask,
        Err(error) => return app.warn(error),
    };
    let case = &document.base_snapshot().case;
    let header = report::header(case, document.path.display().to_string(), Vec::new(), Vec::new());
    let files: Vec<_> = proposals(app).cloned().collect();
    let hash = case_hash(document.base_book());
    let mut written = report::proposals_report(case, header, &files, &hash, Vec::new());
    if let Some(mask) = &mask {
        written = report::masked_proposals(written, mask);
    }
    let about = About::Analysis(Box::new(written), "proposals");
    app.effects.push(write_down(document, to, about, app.readers.clone()));
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

/// Exports the recommended portfolio. A note for which much is looked for once more is made beside all other work, one at a time.
pub(crate) fn export(app: &mut App, to: &str) {
    let Some(about) = recommended(app) else { return };
    let Some(document) = &app.document else { return };
    let effect = write_down(document, to, about, app.readers.clone());
    if matches!(&effect, Effect::Export(export) if export.asks_much()) {
        if let Some(under_way) = &app.exporting {
            let stop = app.keymap.shown(Command::CancelJob, &[Context::Case]);
            return app.warn(say!("exporting-busy", file = under_way.file.display(), stop = stop));
        }
        app.exporting = Some(Exporting { file: PathBuf::from(to), done: 0, total: 0 });
    }
    app.effects.push(effect);
}
