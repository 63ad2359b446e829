//! Analyses: running and stopping them, what comes back, their options, and what the planner does with a row.

use crate::say;
use std::path::PathBuf;
use std::sync::Arc;

use crate::analyse::{AnalysisKind, AnalysisOutcome, QueryStats};
use crate::model::{CandidateIx, Case, Portfolio};
use crate::session::UserPortfolio;
use crate::session::analyses::{Age, AnalysisNews, Ended, Standing};
use crate::tui::analysis_views::{AnalysisViews, Shape};
use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::document::Document;
use crate::tui::event::Effect;
use crate::tui::popups::Popup;
use crate::tui::popups::list::{Choice, Item, List};
use crate::tui::popups::options::OptionList;
use crate::tui::popups::prompt::{Prompt, Purpose};
use crate::tui::screen::TableKey;
use crate::tui::screens::analyses::{self, About, Meaning};
use crate::tui::screens::{candidates, compare};

use super::asking::request;

/// Shows what an analysis found.
pub(crate) fn show(app: &mut App, command: Command) {
    if let Command::GoAnalysis(kind) = command {
        super::go_to(app, analyses::STUDY);
        app.study = kind;
    }
}

/// The analysis under the cursor of the list; none on its last row, which stands for the comparison, a screen of its own.
fn listed(app: &App) -> Option<AnalysisKind> {
    app.table_state(analyses::TABLE).current().and_then(analyses::kind_at)
}

/// Shows what the analysis under the cursor found.
pub(crate) fn open_listed(app: &mut App) {
    match listed(app) {
        Some(kind) => app.show_study(kind),
        None => app.screen = compare::SCREEN,
    }
}

/// What is said instead of running a comparison.
fn no_run() -> String {
    say!("analyses-comparison-needs-no-run")
}

/// Runs the analysis under the cursor.
pub(crate) fn run_listed(app: &mut App) -> Vec<Effect> {
    let Some(kind) = listed(app) else {
        app.note(no_run());
        return Vec::new();
    };
    app.show_study(kind);
    run(app, kind)
}

/// Shows the options of the analysis under the cursor.
pub(crate) fn set_listed(app: &mut App) {
    match listed(app) {
        Some(kind) => set_options(app, kind),
        None => app.note(no_run()),
    }
}

/// Runs the analysis on the screen.
pub(crate) fn run_shown(app: &mut App) -> Vec<Effect> {
    run(app, app.study)
}

/// Shows the options of the analysis on the screen.
pub(crate) fn set_shown(app: &mut App) {
    set_options(app, app.study);
}

fn views(app: &mut App) -> Option<&mut AnalysisViews> {
    app.document.as_mut().map(|document| &mut document.analyses)
}

/// Runs an analysis as it is set. While another one is under way it waits for that; where the same one is, it begins anew.
pub(crate) fn run(app: &mut App, kind: AnalysisKind) -> Vec<Effect> {
    let Some(AnalysisViews { runs, .. }) = views(app) else { return Vec::new() };
    if runs.waiting.contains(&kind) {
        return Vec::new();
    }
    let Some(before) = runs.wait(kind) else { return begin(app, kind) };
    let (title, before) = (kind.spec().title(), before.spec().title());
    app.note(say!("analyses-title-begins-when", title = title, before = before));
    Vec::new()
}

fn begin(app: &mut App, kind: AnalysisKind) -> Vec<Effect> {
    let Some(document) = &app.document else { return Vec::new() };
    if !document.snapshot.is_sound() {
        let [errors, ..] = document.snapshot.counts();
        app.warn(say!("analyses-case-has-errors", errors = errors));
        return Vec::new();
    }
    if document.snapshot.generation != document.generation {
        app.note(say!("analyses-case-still-being"));
        return Vec::new();
    }
    let job = app.jobs + 1;
    let (request, words) = match request(document, kind, job) {
        Ok(request) => request,
        Err(problem) => {
            app.warn(format!("{problem} {}", hint_of_options(kind)));
            return Vec::new();
        }
    };
    app.jobs = job;
    let Some(document) = &mut app.document else { return Vec::new() };
    let asked = match &document.overlay {
        Some(overlay) => say!("analyses-under-scenario-overlay", overlay = overlay.name, words = words),
        None => words,
    };
    let book = Arc::new(document.base_book().clone());
    let own = document.snapshot.own.clone();
    document.analyses.runs.begin(&request, asked, (&own, book));
    vec![Effect::Study(Box::new(request))]
}

fn hint_of_options(kind: AnalysisKind) -> String {
    if kind.spec().form().next().is_none() { String::new() } else { say!("analyses-changes-options") }
}

/// Tells the analysis that is under way to stop.
pub(crate) fn stop(app: &mut App) -> Vec<Effect> {
    let searching = app.is_running();
    if !views(app).is_some_and(|views| views.runs.stop()) {
        if searching {
            return vec![Effect::CancelJob];
        }
        app.note(say!("analyses-no-analysis-under"));
        return Vec::new();
    }
    app.note(say!("analyses-stopping-what-finished"));
    vec![Effect::CancelStudy]
}

/// News of an analysis.
pub(crate) fn news(app: &mut App, job: u64, news: AnalysisNews) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let runs = &mut document.analyses.runs;
    let Some(running) = runs.running.as_mut().filter(|running| running.job == job) else { return Vec::new() };
    match news {
        AnalysisNews::Pace(pace, seconds) => runs.hear_pace(pace, seconds),
        AnalysisNews::Answered(answered) => running.answers.push(answered),
        AnalysisNews::Part(outcome) => {
            let kind = running.kind;
            runs.put(outcome, Standing::Partial);
            face(document, kind);
        }
        AnalysisNews::End(ended, tally, seconds) => return end(app, ended, tally, seconds),
    }
    Vec::new()
}

/// Makes anew what is shown of a run.
fn face(document: &mut Document, kind: AnalysisKind) {
    let Some(run) = document.analyses.runs.results.get(&kind) else { return };
    let header = crate::report::header(&run.case, document.path.display().to_string(), Vec::new(), changes(document));
    document.analyses.face(kind, header, analyses::extra);
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

fn end(app: &mut App, ended: Result<AnalysisOutcome, String>, tally: QueryStats, seconds: f64) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let Some((kind, ended)) = document.analyses.runs.end(ended, (tally, seconds)) else { return Vec::new() };
    if !matches!(ended, Ended::Failed(_)) {
        face(document, kind);
    }
    let next = begin_next(app);
    let title = kind.spec().title();
    match ended {
        Ended::Finished => app.note(format!("{title}: finished.")),
        Ended::Stopped => app.note(say!("analyses-title-stopped-what", title = title)),
        Ended::Failed(error) => app.warn(error),
    }
    next
}

/// Begins the analysis that waits longest, if one does.
fn begin_next(app: &mut App) -> Vec<Effect> {
    let Some(views) = views(app).filter(|views| !views.runs.waiting.is_empty()) else { return Vec::new() };
    let next = views.runs.waiting.remove(0);
    begin(app, next)
}

fn set_options(app: &mut App, kind: AnalysisKind) {
    if kind.spec().form().next().is_none() {
        return app.note(say!("analyses-title-has-no", title = kind.spec().title()));
    }
    app.popups.push(Popup::Options(OptionList { kind, line: 0 }));
}

/// Opens a line for an option.
pub(crate) fn ask_option(app: &mut App, kind: AnalysisKind, at: usize) {
    let (Some(document), Some(param)) = (&app.document, kind.spec().form().nth(at)) else { return };
    let values = document.analyses.runs.values(kind, document.case());
    let title = format!("{}: {}", kind.spec().title(), param.name);
    let purpose = Purpose::Study(kind, param);
    let mut line = Prompt::new(title, kind.spec().form_help_of(param), values.text(param.name), purpose);
    line.check(Some(document));
    app.popups.push(Popup::Prompt(line));
}

/// Sets an option; the case is not changed by it.
pub(crate) fn set_option(app: &mut App, kind: AnalysisKind, name: &'static str, text: String) {
    if let Some(views) = views(app) {
        views.runs.set(kind, name, text);
    }
}

/// Every sentence of a run, and what its table means.
pub(crate) fn show_sentences(app: &mut App) {
    let kind = app.study;
    let Some((shown, table)) = app.document.as_ref().and_then(|document| document.analyses.table(kind)) else {
        return app.note(say!("analyses-nothing-here-yet", title = kind.spec().title()));
    };
    let sentences: Vec<String> = analyses::sentences(shown).into_iter().map(|(sentence, _)| sentence).collect();
    let title = shown.report.title.clone();
    let text = format!("{}\n\n{}\n\n{}: {}", kind.spec().question(), sentences.join("\n\n"), table.title, table.note);
    app.popups.push(Popup::text(&title, text));
}

/// Shows the next table of what was found, or the one before.
pub(crate) fn turn_table(app: &mut App, command: Command) {
    let (kind, by) = (app.study, if command == Command::NextTable { 1 } else { -1 });
    let Some(views) = views(app) else { return };
    let Some((shown, table)) = views.table(kind) else { return };
    let tables: Vec<_> = shown.tables().collect();
    let count = tables.len();
    let at = tables.iter().position(|other| other.key == table.key).unwrap_or(0);
    let next = (at + count).saturating_add_signed(by) % count;
    let key = tables[next].key;
    views.tables.insert(kind, key);
}

/// Shows chart and table, the chart alone, or the table alone.
pub(crate) fn cycle_shape(app: &mut App) {
    let Some(views) = views(app) else { return };
    views.shape = match views.shape {
        Shape::Both => Shape::Chart,
        Shape::Chart => Shape::Table,
        Shape::Table => Shape::Both,
    };
}

/// What the row under the cursor stands for.
fn meaning(app: &App, kind: AnalysisKind) -> Option<(Meaning, Arc<Case>)> {
    let document = app.document.as_ref()?;
    let (shown, table) = document.analyses.table(kind)?;
    let row = app.table_state(TableKey::Study(kind, table.key)).current()?;
    Some((analyses::meaning(shown, table.key, row), Arc::clone(&shown.run.case)))
}

/// The candidates that a key on this screen is about: that of the row, or those that it names.
fn candidates(app: &App) -> Vec<(String, String)> {
    let Some(document) = &app.document else { return Vec::new() };
    let named = |case: &Case, ix: CandidateIx| {
        case.candidates.get(ix.0).map(|candidate| (candidate.id.clone(), candidate.name.clone()))
    };
    match app.screen {
        analyses::STUDY => meaning(app, app.study).map_or_else(Vec::new, |(meaning, case)| {
            meaning.candidates.iter().filter_map(|&ix| named(&case, ix)).collect()
        }),
        compare::SCREEN => compare::pick_here(app)
            .and_then(|id| named(document.case(), document.case().candidate_by_id(&id)?))
            .into_iter()
            .collect(),
        _ => super::own::chosen(app).into_iter().take(1).filter_map(|ix| named(document.case(), ix)).collect(),
    }
}

/// Why the candidate under the cursor is in or out.
pub(crate) fn explain(app: &mut App) -> Vec<Effect> {
    match candidates(app).as_slice() {
        [] => {
            app.note(say!("analyses-there-no-candidate"));
            Vec::new()
        }
        [(id, _)] => explain_candidate(app, id.clone()),
        many => {
            let items = many.iter().map(|(id, name)| Item {
                group: String::new(),
                label: id.clone(),
                keys: String::new(),
                doc: name.clone(),
                choice: Choice::Explain(id.clone()),
            });
            app.popups.push(Popup::List(List::new(&say!("analyses-why-which-one"), items.collect())));
            Vec::new()
        }
    }
}

/// Shows why a candidate is in or out: what is known already, or a new run.
pub(crate) fn explain_candidate(app: &mut App, id: String) -> Vec<Effect> {
    if app.screen.tab() != analyses::SCREEN {
        app.from = Some(app.screen);
    }
    let Some(document) = &mut app.document else { return Vec::new() };
    let runs = &mut document.analyses.runs;
    let there = runs.results.get(&AnalysisKind::Explain).is_some_and(|run| {
        let same = analyses::explained(run).is_some_and(|ix| run.case[ix].id == id);
        same && run.age == Age::Current && run.standing == Standing::Finished
    });
    let under_way = runs.running(AnalysisKind::Explain).is_some()
        && runs.chosen.get(&(AnalysisKind::Explain, "candidate")) == Some(&id);
    runs.chosen.insert((AnalysisKind::Explain, "candidate"), id);
    app.show_study(AnalysisKind::Explain);
    if there || under_way { Vec::new() } else { run(app, AnalysisKind::Explain) }
}

/// Goes to what the row stands for: its candidate, or the picks of its portfolio.
pub(crate) fn open_row(app: &mut App) {
    let kind = app.study;
    let Some((meaning, case)) = meaning(app, kind) else {
        return app.note(say!("analyses-nothing-here-yet", title = kind.spec().title()));
    };
    if let Some((name, picks)) = meaning.portfolio.as_ref().filter(|_| meaning.about == About::Portfolio) {
        let text = picks_text(&case, &picks.portfolio());
        return app.popups.push(Popup::text(name, text));
    }
    let id = meaning.candidates.first().and_then(|ix| case.candidates.get(ix.0)).map(|candidate| candidate.id.clone());
    match id {
        Some(id) => go_to_candidate(app, &id),
        None => app.note(say!("analyses-this-row-stands")),
    }
}

/// Goes to a candidate on its screen.
pub(crate) fn go_to_candidate(app: &mut App, id: &str) {
    let Some(document) = &app.document else { return };
    let Some(row) = document.case().candidate_by_id(id).map(|ix| document.case()[ix].row) else {
        return app.note(say!("analyses-id-no-longer", id = id));
    };
    app.screen = candidates::SCREEN;
    let key = candidates::TABLE;
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

/// A portfolio as a text: what it gives, and its picks.
fn picks_text(case: &Case, portfolio: &Portfolio) -> String {
    use crate::tui::widgets::number::{fixed, money, signed};
    use std::fmt::Write as _;
    let measures = crate::measure::Measures::new(case);
    let evaluation = measures.evaluate(case, portfolio);
    let mut text = say!(
        "analyses-objective-index-points",
        objective = signed(evaluation.objective, 4),
        cost = money(evaluation.cost),
        money_unit = case.money_unit(),
        evaluation = evaluation.picks.len()
    );
    for verdict in evaluation.broken() {
        text.push_str(&say!("analyses-case-breaks-sentence", sentence = verdict.sentence(case)));
    }
    for (pick, sentence) in evaluation.picks.iter().zip(measures.story(case, &evaluation)) {
        let id = &case[pick.candidate].id;
        let _ = write!(text, "\n{id}, {}, {}: {sentence}", pick.start, fixed(pick.bill, 1));
    }
    text
}

/// Takes the portfolio of the row as own.
pub(crate) fn take_row(app: &mut App) {
    let kind = app.study;
    match meaning(app, kind) {
        Some((Meaning { portfolio: Some((name, picks)), .. }, case)) => {
            let own = UserPortfolio::of(&case, &picks.portfolio());
            super::own::set(app, say!("analyses-name-taken-own", name = name), own);
        }
        Some(_) => app.note(say!("analyses-this-row-stands-no")),
        None => app.note(say!("analyses-nothing-here-yet", title = kind.spec().title())),
    }
}

/// Asks for a file for what was found.
pub(crate) fn ask_export(app: &mut App) {
    let kind = app.study;
    let Some(document) = &app.document else { return };
    let Some((shown, table)) = document.analyses.table(kind) else {
        return app.note(say!("analyses-nothing-here-yet", title = kind.spec().title()));
    };
    let name = document.path.file_name().map_or_else(|| "case".into(), |name| name.to_string_lossy().into_owned());
    let stale = if shown.run.age == Age::Stale { say!("analyses-about-earlier-edit") } else { String::new() };
    let help =
        format!("{}{stale}", crate::report::formats::endings(&say!("analyses-table-title", title = table.title)));
    let mut line = Prompt::new(
        say!("analyses-export"),
        help,
        &format!("{name}-{}.md", kind.spec().id),
        Purpose::ExportStudy(kind),
    );
    line.check(Some(document));
    app.popups.push(Popup::Prompt(line));
}

/// Exports what an analysis found.
pub(crate) fn export(app: &mut App, kind: AnalysisKind, to: &str) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let runs = &mut document.analyses.runs;
    runs.written.extend(runs.results.get(&kind).map(|run| run.job));
    let Some((shown, table)) = document.analyses.table(kind) else { return Vec::new() };
    let to = PathBuf::from(to);
    let book = Box::new(shown.run.book.as_ref().clone());
    let mut report = shown.report.clone();
    // A table that only the screen has is written where it is the one that was asked for.
    let one_table = crate::report::formats::by_ending(&to).is_ok_and(|format| format.one_table);
    if one_table && report.tables.iter().all(|other| other.key != table.key) {
        report.tables.push(table.clone());
    }
    vec![Effect::ExportStudy { to, path: document.path.clone(), report: Box::new(report), table: table.key, book }]
}
