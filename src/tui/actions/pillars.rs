//! The pillars of policy: what is told of them whole, taken over, and written to a file.

use std::path::PathBuf;
use std::sync::Arc;

use super::export_place::{name_of, place};
use super::{analyses, own};
use crate::analyse::pillars::{Params, carried, pillars};
use crate::analyse::{AnalysisKind, AnalysisOutcome, Outcome};
use crate::model::Case;
use crate::optimise::{ProofStatus, QueryResult};
use crate::report::analyses::analysis_report;
use crate::report::formats;
use crate::say;
use crate::session::analyses::{Age, proven};
use crate::session::pillars::Cut;
use crate::tui::event::{About, Effect, Export};
use crate::tui::state::{App, Document, OptionList, Popup, Purpose};
use crate::tui::widgets::number::money;

const KIND: AnalysisKind = AnalysisKind::Pillars;

/// Tells the picks apart by the pillars of the case, or by what they do for policy.
pub(crate) fn turn_cut(app: &mut App) {
    let Some(document) = &app.document else { return };
    if pillars(document.case()).is_empty() {
        return app.note(say!("pillars-no-names"));
    }
    let (cut, told) = match app.pillars.cut {
        Cut::Named => (Cut::Ways, say!("pillars-cut-ways")),
        Cut::Ways => (Cut::Named, say!("pillars-cut-named")),
    };
    app.pillars.cut = cut;
    app.note(told);
}

/// Shows how the search is set.
pub(crate) fn set_options(app: &mut App) {
    app.popups.push(Popup::Options(OptionList { kind: KIND, line: 0 }));
}

/// The names of candidates with the year and the bill of each.
fn named(case: &Case, ids: &[String], start: impl Fn(&str) -> Option<crate::model::Year>) -> String {
    let of = |id: &String| {
        let it = &case[case.candidate_by_id(id)?];
        let bill = money(crate::measure::bill::whole(it));
        let year = start(id).map_or_else(String::new, |year| year.to_string());
        Some(say!("pillars-pick", name = it.name, year = year, money = bill, unit = case.money_unit()))
    };
    ids.iter().filter_map(of).collect::<Vec<_>>().join("\n  ")
}

/// Tells all that is known of the portfolio in which every pillar carries its part, and what the figures mean.
pub(crate) fn show_all(app: &mut App) {
    let Some(document) = &app.document else { return };
    let mut parts = vec![KIND.spec().question()];
    if let Some(shown) = document.analyses.shown(KIND) {
        parts.extend(shown.report.summary.iter().chain(&shown.report.open).cloned());
    }
    if let Some(even) = &app.pillars.even {
        let case = document.case();
        let best = app.pillars.recommended.as_ref();
        for (title, ids, enters) in [
            (say!("pillars-come-in", count = even.enter.len()), &even.enter, true),
            (say!("pillars-go-out", count = even.leave.len()), &even.leave, false),
        ] {
            let start = |id: &str| if enters { even.carried.start(id) } else { best.and_then(|best| best.start(id)) };
            parts.push(format!("{title}\n  {}", named(case, ids, start)));
        }
    }
    parts.push(say!("pillars-figures-mean"));
    let text = parts.join("\n\n");
    app.popups.push(Popup::text(&say!("pillars-title"), text));
}

/// Makes the portfolio in which every pillar carries its part the own one.
pub(crate) fn take_even(app: &mut App) {
    let Some(even) = &app.pillars.even else { return app.note(say!("pillars-none-to-take")) };
    let name = say!("pillars-with-percent", percent = even.percent);
    let mut picks = even.carried.picks.clone();
    if let Some(document) = &app.document {
        picks.picks.retain(|id, _| document.case().candidate_by_id(id).is_some());
    }
    own::set(app, say!("analyses-name-taken-own", name = name), picks);
}

/// What the pillars carry of the recommended and of the own portfolio as they stand, as what the analysis finds; a sentence where there
/// is nothing to tell.
fn live(document: &Document) -> Result<(Arc<Case>, AnalysisOutcome), String> {
    let Some(shown) = &document.best.shown else { return Err(say!("overview-no-portfolio-recommended")) };
    if document.is_stale() {
        return Err(say!("opening-recommended-portfolio-about-earlier"));
    }
    let answer = &shown.answer;
    let found = answer.portfolio.clone().zip(answer.evaluation.clone());
    let known = || {
        let value = found.as_ref().map(|(_, gives)| gives.objective);
        QueryResult { known: ProofStatus::Open, found: found.clone(), value, bound: answer.bound, nodes: 0 }
    };
    let best = Outcome::of(&proven(answer).unwrap_or_else(known));
    let own = Some(&document.snapshot.own).filter(|own| !own.picks().is_empty()).cloned();
    let found = carried(&shown.case, best, own.as_ref());
    let least = document.analyses.runs.values(KIND, document.case()).text("each").parse().unwrap_or_default();
    Ok((Arc::clone(&shown.case), AnalysisOutcome::Pillars(Arc::new(Params { least, own }), Box::new(found))))
}

/// Whether the analysis has found what is told of the case as it stands.
fn is_found(document: &Document) -> bool {
    document.analyses.shown(KIND).is_some_and(|shown| shown.run.age == Age::Current)
}

/// Asks for a file for what the pillars carry: with the portfolio in which each carries its part, where that was looked for.
pub(crate) fn ask_export(app: &mut App) {
    let Some(document) = &app.document else { return };
    if is_found(document) {
        app.analysis = KIND;
        return analyses::ask_export(app);
    }
    if let Err(why) = live(document) {
        return app.note(why);
    }
    let help = formats::endings(&say!("analyses-table-title", title = say!("pillars-carry")));
    let file = place(app, &name_of(document, "pillars.md"));
    app.popups.push(Popup::ask(say!("analyses-export"), help, &file, Purpose::Export(export), Some(document)));
}

/// Writes what the pillars carry of the portfolios as they stand.
fn export(app: &mut App, to: &str) {
    let Some(document) = &app.document else { return };
    let mask = match super::readers::mask(app, document.base_book()) {
        Ok(mask) => mask,
        Err(error) => return app.warn(error),
    };
    let (case, outcome) = match live(document) {
        Ok(live) => live,
        Err(why) => return app.warn(why),
    };
    let under = document.overlay.as_ref();
    let changes = under.map(|it| crate::session::edit::scenarios::words(document.base_book(), &it.name));
    let header =
        crate::report::header(&case, document.path.display().to_string(), Vec::new(), changes.into_iter().collect());
    let report = match &mask {
        Some(mask) => analysis_report(&mask.case(&case), &outcome, header).masked(mask),
        None => analysis_report(&case, &outcome, header),
    };
    let (path, book) = (document.path.clone(), document.base_book().clone());
    let about = About::Analysis(Box::new(report), "pillars");
    let readers = app.readers.clone();
    app.effects.push(Effect::Export(Box::new(Export {
        to: PathBuf::from(to),
        path,
        book,
        scenario: None,
        about,
        readers,
    })));
}
