//! Analyses: running and stopping them, what comes back, their options, and what the planner does with a row.

use super::export_place::{name_of, place};
use crate::analyse::spec::{NoScenario, Param, ParamKind};
use crate::analyse::values::{Asked, Values, told, typed};
use crate::analyse::{AnalysisKind, AnalysisOutcome, QueryStats, Skips};
use crate::messages::word;
use crate::model::{Case, Portfolio};
use crate::optimise::Status;
use crate::report::analyses::analysis_report;
use crate::report::formats;
use crate::say;
use crate::session::Running;
use crate::session::analyses::{
    Age, AnalysisNews, AnalysisRequest, AnalysisRun, Ended, KeptRun, Standing, file_of, proven,
};
use crate::session::comparison::Comparison;
use crate::session::edit::scenarios::called;
use crate::tui::analysis_views::{AnalysisViews, explained, extra};
use crate::tui::event::{About, Effect, Export};
use crate::tui::state::{App, Document, Item, List, Popup, Purpose, Screen, TableKey};
use std::path::PathBuf;
use std::sync::Arc;

/// The analyses of the open case.
pub(crate) fn views(app: &mut App) -> Option<&mut AnalysisViews> {
    app.document.as_mut().map(|document| &mut document.analyses)
}

/// Runs an analysis as it is set. While another one is under way it waits for that; where the same one is, it begins anew.
pub(crate) fn run(app: &mut App, kind: AnalysisKind) {
    let Some(AnalysisViews { runs, .. }) = views(app) else { return };
    if runs.waiting.contains(&kind) {
        return;
    }
    let Some(before) = runs.wait(kind) else { return begin(app, kind) };
    let (title, before) = (kind.spec().title(), before.spec().title());
    app.note(say!("analyses-title-begins-when", title = title, before = before));
}

fn begin(app: &mut App, kind: AnalysisKind) {
    if !super::ready::is_ready(app) {
        return;
    }
    let Some(document) = &app.document else { return };
    let job = app.jobs + 1;
    let (request, words) = match request(document, &app.comparison, kind, job) {
        Ok(request) => request,
        Err(problem) => {
            return app.warn(format!("{problem} {}", hint_of_options(kind)));
        }
    };
    app.jobs = job;
    let Some(document) = &mut app.document else { return };
    let asked = match &document.overlay {
        Some(overlay) => {
            say!("analyses-under-scenario-overlay", overlay = called(&overlay.book, &overlay.name), words = words)
        }
        None => words,
    };
    let book = Arc::new(document.base_book().clone());
    let own = document.snapshot.own.clone();
    document.analyses.runs.begin(&request, asked, (&own, book));
    app.effects.push(Effect::Analysis(Box::new(request)));
}

fn hint_of_options(kind: AnalysisKind) -> String {
    if kind.spec().form().next().is_none() { String::new() } else { say!("analyses-changes-options") }
}

/// Tells the analysis that is under way to stop.
pub(crate) fn stop(app: &mut App) {
    let searching = app.is_running();
    if !views(app).is_some_and(|views| views.runs.stop()) {
        if searching {
            return app.effects.push(Effect::CancelJob);
        }
        if super::making::stop(app) {
            return;
        }
        return app.note(say!("analyses-no-analysis-under"));
    }
    app.note(say!("analyses-stopping-what-finished"));
    app.effects.push(Effect::CancelAnalysis);
}

/// Skips what the analysis that is under way asks just now.
pub(crate) fn skip(app: &mut App) {
    let running = views(app).and_then(|views| views.runs.running.as_ref());
    let Some(running) = running else { return app.note(say!("analyses-no-analysis-under")) };
    running.skips.skip();
    app.note(say!("analyses-skipped-question"));
}

pub(crate) fn news(app: &mut App, job: u64, news: AnalysisNews) {
    let Some(document) = &mut app.document else { return };
    let runs = &mut document.analyses.runs;
    let Some(running) = runs.running.as_mut().filter(|running| running.job == job) else { return };
    match news {
        AnalysisNews::Progress(progress, seconds) => runs.hear_progress(progress, seconds),
        AnalysisNews::Answered(answered) => running.answers.push(answered),
        AnalysisNews::Pieces(pieces) => {
            if let Some(kept) = &mut running.kept {
                kept.pieces = pieces;
            }
        }
        AnalysisNews::Part(outcome) => {
            let kind = running.kind;
            runs.put(outcome, Standing::Partial);
            face(document, kind);
        }
        AnalysisNews::End(ended, stats, seconds) => end(app, ended, stats, seconds),
    }
}

/// Makes anew what is shown of every run.
pub(super) fn faces(document: &mut Document) {
    for kind in document.analyses.runs.results.keys().copied().collect::<Vec<_>>() {
        face(document, kind);
    }
}

/// Makes anew what is shown of a run.
fn face(document: &mut Document, kind: AnalysisKind) {
    let Some(run) = document.analyses.runs.results.get(&kind) else { return };
    let header = crate::report::header(&run.case, document.path.display().to_string(), Vec::new(), changes(document));
    document.analyses.face(kind, header, extra);
    refresh(document);
}

/// What the files do not tell: the scenario that the case stands under. Edits that are not saved are seen against the files
/// when the run is written down.
fn changes(document: &Document) -> Vec<String> {
    document
        .overlay
        .as_ref()
        .map(|overlay| crate::session::edit::scenarios::words(document.base_book(), &overlay.name))
        .into_iter()
        .collect()
}

/// Looks again which runs are about the case as it stands.
pub(crate) fn refresh(document: &mut Document) {
    if document.analyses.runs.results.is_empty() {
        return;
    }
    let recommended = document.recommended();
    let snapshot = Arc::clone(&document.snapshot);
    document.analyses.refresh(&snapshot.case, &snapshot.own, recommended.as_ref());
}

fn end(app: &mut App, ended: Result<AnalysisOutcome, String>, stats: QueryStats, seconds: f64) {
    let Some(document) = &mut app.document else { return };
    let path = document.path.clone();
    let runs = &mut document.analyses.runs;
    let kept = runs.running.as_mut().and_then(|running| running.kept.take());
    let Some((kind, ended)) = runs.end(ended, (stats, seconds)) else { return };
    if let (Some(kept), Ended::Finished, Some(run)) = (kept, &ended, runs.results.get(&kind)) {
        let (job, case, id) = (run.job, path, kind.spec().id);
        let file = file_of(*kept, run).map(Box::new);
        app.effects.extend(file.map(|file| Effect::KeepRun { job, case, id, file }));
    }
    if !matches!(ended, Ended::Failed(_)) {
        face(document, kind);
    }
    begin_next(app);
    let title = kind.spec().title();
    match ended {
        Ended::Finished => app.note(say!("analyses-title-finished", title = title)),
        Ended::Stopped => app.note(say!("analyses-title-stopped-what", title = title)),
        Ended::Failed(error) => app.warn(error),
    }
}

/// Takes up what was finished in an earlier session.
pub(crate) fn restored(app: &mut App, path: &std::path::Path, run: AnalysisRun) {
    app.jobs += 1;
    let job = app.jobs;
    let Some(document) = app.document.as_mut().filter(|document| document.path == path) else { return };
    let kind = run.outcome.params().kind();
    if document.analyses.runs.take_up(AnalysisRun { job, ..run }) {
        face(document, kind);
    }
}

/// Begins the analysis that waits longest, if one does.
fn begin_next(app: &mut App) {
    let Some(views) = views(app).filter(|views| !views.runs.waiting.is_empty()) else { return };
    let next = views.runs.waiting.remove(0);
    begin(app, next);
}

/// Opens a line for an option.
pub(crate) fn ask_option(app: &mut App, kind: AnalysisKind, at: usize) {
    let (Some(document), Some(param)) = (&app.document, kind.spec().form().nth(at)) else { return };
    if param.is_portfolio() {
        let usual = ["recommended", "own"].map(|id| (id.to_owned(), word(id)));
        let kept = app.comparison.files.iter().map(|file| (file.name.to_string(), file.name.to_string()));
        let items = usual
            .into_iter()
            .chain(kept)
            .map(|(id, name)| Item::new(&name, "", move |app| set_option(app, kind, param.name, id.clone())));
        return app.popups.push(Popup::List(List::new(&say!("spec-which-portfolio"), items.collect())));
    }
    let values = document.analyses.runs.values(kind, document.case());
    let title = format!("{}: {}", kind.spec().title(), kind.spec().name_of(param));
    let purpose = Purpose::Analysis(kind, param);
    app.popups.push(Popup::ask(
        title,
        kind.spec().form_help_of(param),
        &offered(param, values.text(param.name), document.case()),
        purpose,
        Some(document),
    ));
}

/// The text of an option as it is offered to be changed: in words, where words are read back.
fn offered(param: &Param, text: &str, case: &Case) -> String {
    let said = told(param, text, case);
    if typed(param, &said, case) == text { said } else { text.to_owned() }
}

/// Sets an option; the case is not changed by it.
pub(crate) fn set_option(app: &mut App, kind: AnalysisKind, name: &'static str, text: String) {
    if let Some(views) = views(app) {
        views.runs.set(kind, name, text);
    }
}

/// Why the candidate under the cursor is in or out.
pub(crate) fn explain(app: &mut App) {
    let chosen = super::own::candidate_on_screen(app);
    let here = chosen.zip(app.document.as_ref()).map(|(ix, document)| {
        let candidate = &document.case()[ix];
        (candidate.id.clone(), candidate.name.clone())
    });
    explain_one(app, here.as_slice());
}

/// Why one of these candidates is in or out, each by its id and name; where there are several, asks which.
pub(crate) fn explain_one(app: &mut App, candidates: &[(String, String)]) {
    match candidates {
        [] => {
            app.note(say!("analyses-there-no-candidate"));
        }
        [(id, _)] => explain_candidate(app, id.clone()),
        many => {
            let items = many.iter().map(|(id, name)| {
                let chosen = id.clone();
                Item::new(id, name, move |app| explain_candidate(app, chosen.clone()))
            });
            app.popups.push(Popup::List(List::new(&say!("analyses-why-which-one"), items.collect())));
        }
    }
}

/// Shows why a candidate is in or out: what is known already, or a new run.
pub(crate) fn explain_candidate(app: &mut App, id: String) {
    if app.tab() != Screen::ANALYSES {
        app.from = Some(app.screen);
    }
    let Some(document) = &mut app.document else { return };
    let runs = &mut document.analyses.runs;
    let there = runs.results.get(&AnalysisKind::Explain).is_some_and(|run| {
        let same = explained(run).is_some_and(|ix| run.case[ix].id == id);
        same && run.age == Age::Current && run.standing == Standing::Finished
    });
    let under_way = runs.running(AnalysisKind::Explain).is_some()
        && runs.chosen.get(&(AnalysisKind::Explain, "candidate")) == Some(&id);
    runs.chosen.insert((AnalysisKind::Explain, "candidate"), id);
    app.show_analysis(AnalysisKind::Explain);
    if !there && !under_way {
        run(app, AnalysisKind::Explain);
    }
}

/// Goes to a candidate on its screen.
pub(crate) fn go_to_candidate(app: &mut App, id: &str) {
    let Some(document) = &app.document else { return };
    let Some(row) = document.case().candidate_by_id(id).map(|ix| document.case()[ix].row) else {
        return app.note(say!("analyses-id-no-longer", id = id));
    };
    app.screen = Screen::CANDIDATES;
    let key = TableKey::CANDIDATES;
    if app.with_table(key, |grid, state| {
        if state.stamp.is_none() {
            state.arrange(grid);
        }
        state.go_to(row)
    }) == Some(false)
    {
        app.with_table(key, |grid, state| {
            state.filter.clear();
            state.arrange(grid);
            state.go_to(row)
        });
    }
}

/// Asks for a file for what the analysis on the screen found.
pub(crate) fn ask_export(app: &mut App) {
    let kind = app.analysis;
    let Some(document) = &app.document else { return };
    let Some((shown, table)) = document.analyses.table(kind) else {
        return app.note(say!("analyses-nothing-here-yet", title = kind.spec().title()));
    };
    let stale = if shown.run.age == Age::Stale { say!("analyses-about-earlier-edit") } else { String::new() };
    let help = format!("{}{stale}", formats::endings(&say!("analyses-table-title", title = table.title)));
    let file = place(app, &name_of(document, &format!("{}.md", kind.spec().id)));
    app.popups.push(Popup::ask(say!("analyses-export"), help, &file, Purpose::Export(export), Some(document)));
}

/// Exports what an analysis found.
pub(crate) fn export(app: &mut App, to: &str) {
    let kind = app.analysis;
    let run = app.document.as_ref().and_then(|document| document.analyses.runs.results.get(&kind));
    let mask = match run.map(|run| super::readers::mask(app, &run.book)).transpose() {
        Ok(mask) => mask.flatten(),
        Err(error) => return app.warn(error),
    };
    let readers = app.readers.clone();
    let Some(document) = &mut app.document else { return };
    let runs = &mut document.analyses.runs;
    runs.written.extend(runs.results.get(&kind).map(|run| run.job));
    let Some((shown, table)) = document.analyses.table(kind) else { return };
    let to = PathBuf::from(to);
    let book = shown.run.book.as_ref().clone();
    let mut report = match &mask {
        Some(mask) => analysis_report(&mask.case(&shown.run.case), &shown.run.outcome, shown.report.case.clone()),
        None => shown.report.clone(),
    };
    // A table that only the screen has is written where it is the one that was asked for.
    let one_table = formats::by_ending(&to).is_ok_and(|format| format.one_table);
    if one_table && report.tables.iter().all(|other| other.key != table.key) {
        report.tables.push(table.clone());
    }
    if let Some(mask) = &mask {
        report = report.masked(mask);
    }
    let (path, about) = (document.path.clone(), About::Analysis(Box::new(report), table.key));
    app.effects.push(Effect::Export(Box::new(Export { to, path, book, scenario: None, about, readers })));
}

/// Makes the request of an analysis as it is set, with what is asked in words; a sentence where it cannot be asked so.
fn request(
    document: &Document,
    kept: &Comparison,
    kind: AnalysisKind,
    job: u64,
) -> Result<(AnalysisRequest, String), String> {
    let case = &document.snapshot.case;
    let set = document.analyses.runs.values(kind, case);
    let answer = document.best.shown.as_ref().filter(|shown| shown.case == *case).map(|shown| &shown.answer);
    let values = if is_impossible(document) {
        set.without(kind.spec(), |param| param.kind == ParamKind::Candidate)
    } else {
        set.clone()
    };
    let mut portfolios = Vec::new();
    for param in kind.spec().params {
        portfolios.extend(portfolio(document, kept, param, &values)?.map(|portfolio| (param.name, portfolio)));
    }
    let asked = Asked { spec: kind.spec(), case, values: &values, portfolios: &portfolios, answer };
    let params = kind.read(&asked).map_err(|failure| failure.to_string())?;
    let (case, book) = (Arc::clone(case), Box::new(document.snapshot.text(&document.book).clone()));
    let line = set.line(kind.spec(), &case);
    // Of a case under a scenario nothing is kept: it is not the case that is opened next.
    let kept = document
        .overlay
        .is_none()
        .then(|| Box::new(KeptRun::of((kind.spec(), &case), line.clone(), (&values, &portfolios))));
    let known = answer.and_then(proven);
    Ok((AnalysisRequest { job, case, book, params, known, skips: Skips::default(), kept }, line))
}

/// Whether no portfolio is possible, so that this is what there is to explain.
fn is_impossible(document: &Document) -> bool {
    document.best.shown.as_ref().is_some_and(|shown| shown.answer.status == Status::Infeasible)
        || document.best.running.as_ref().is_some_and(Running::finds_why)
}

/// The portfolio that a parameter stands for; where the planner has to do something first, what.
fn portfolio(
    document: &Document,
    kept: &Comparison,
    param: &Param,
    values: &Values,
) -> Result<Option<Portfolio>, String> {
    let own = || Some(document.snapshot.own.clone()).filter(|own| !own.picks().is_empty());
    match param.kind {
        ParamKind::Own | ParamKind::Portfolio => match values.text(param.name) {
            "own" if param.kind == ParamKind::Own => Ok(own()),
            "own" => own().map(Some).ok_or_else(|| say!("ask-your-own-portfolio-empty")),
            "recommended" => document.recommended().map(Some).ok_or_else(|| say!("ask-no-portfolio-recommended-yet")),
            name => match kept.file(name) {
                Some(file) => Ok(Some(file.own.portfolio(document.case()))),
                None => Err(say!("ask-no-such-proposal", name = name)),
            },
        },
        ParamKind::Scenarios(NoScenario::Senseless) if document.case().scenarios.is_empty() => {
            Err(say!("ask-case-has-no-scenarios"))
        }
        ParamKind::Candidate if values.text(param.name).is_empty() && !is_impossible(document) => {
            Err(say!("ask-which-candidate-row-screens"))
        }
        _ => Ok(None),
    }
}
