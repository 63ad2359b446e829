//! Analyses: running and stopping them, what comes back, their options, and what the planner does with a row.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{CandidateIx, Case, Portfolio};
use crate::session::UserPortfolio;
use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::document::Document;
use crate::tui::event::Effect;
use crate::tui::popups::Popup;
use crate::tui::popups::list::{Choice, Item, List};
use crate::tui::popups::options::OptionList;
use crate::tui::popups::prompt::{Prompt, Purpose};
use crate::tui::screens::analyses::{self, About, Meaning};
use crate::tui::screens::{TableKey, candidates, compare};
use crate::tui::studies::options::Options;
use crate::tui::studies::{
    Age, Asked, Finding, Kind, RunningStudy, Shape, Standing, Stopping, Studies, Study, StudyNews, request,
};

/// Shows what an analysis found.
pub(crate) fn show(app: &mut App, command: Command) {
    if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.command() == command) {
        super::go_to(app, analyses::STUDY);
        app.study = kind;
    }
}

/// The analysis under the cursor of the list; none on its last row, which stands for the comparison, a screen of its own.
fn listed(app: &App) -> Option<Kind> {
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
const NO_RUN: &str = "A comparison needs no run: ‹edit› shows it.";

/// Runs the analysis under the cursor.
pub(crate) fn run_listed(app: &mut App) -> Vec<Effect> {
    let Some(kind) = listed(app) else {
        app.note(NO_RUN);
        return Vec::new();
    };
    app.show_study(kind);
    run(app, kind)
}

/// Shows the options of the analysis under the cursor.
pub(crate) fn set_listed(app: &mut App) {
    match listed(app) {
        Some(kind) => set_options(app, kind),
        None => app.note(NO_RUN),
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

fn studies(app: &mut App) -> Option<&mut Studies> {
    app.document.as_mut().map(|document| &mut document.studies)
}

/// Runs an analysis as it is set. While another one is under way it waits for that; where the same one is, it begins anew.
pub(crate) fn run(app: &mut App, kind: Kind) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let studies = &mut document.studies;
    if let Some(running) = studies.running.as_ref().filter(|running| running.kind != kind) {
        let before = studies.waiting.last().copied().unwrap_or(running.kind).title();
        if !studies.waiting.contains(&kind) {
            studies.waiting.push(kind);
            studies.version += 1;
            app.note(format!("{} begins when {before} has ended; ‹study/stop-analysis› stops both.", kind.title()));
        }
        return Vec::new();
    }
    begin(app, kind)
}

fn begin(app: &mut App, kind: Kind) -> Vec<Effect> {
    let Some(document) = &app.document else { return Vec::new() };
    if !document.snapshot.is_sound() {
        let [errors, ..] = document.snapshot.counts();
        app.warn(super::errors_stop(errors, "analysed"));
        return Vec::new();
    }
    if document.snapshot.generation != document.generation {
        app.note("The case is still being read.");
        return Vec::new();
    }
    let job = app.jobs + 1;
    let request = match request(document, kind, job) {
        Ok(request) => request,
        Err(problem) => {
            app.warn(format!("{problem} {}", hint_of_options(kind)));
            return Vec::new();
        }
    };
    app.jobs = job;
    let Some(document) = &mut app.document else { return Vec::new() };
    let words = Options::of(&document.studies, kind, &request.case).words();
    let asked = match &document.overlay {
        Some(overlay) => format!("under the scenario {}: {words}", overlay.name),
        None => words,
    };
    let book = Arc::new(document.base_book().clone());
    let own = judged(&request.asked, &document.snapshot.own);
    let studies = &mut document.studies;
    if let Some(before) = studies.running.take() {
        keep(studies, before.kind, before.job);
    }
    studies.errors.remove(&kind);
    studies.running = Some(RunningStudy {
        job,
        kind,
        case: Arc::clone(&request.case),
        own,
        asked,
        book,
        pace: crate::analyse::Pace::default(),
        seconds: 0.0,
        answers: Vec::new(),
        reach: reach(&request.asked, &request.case),
        stopping: Stopping::No,
    });
    studies.version += 1;
    vec![Effect::Study(Box::new(request))]
}

/// From which to which total budget a frontier goes.
fn reach(asked: &Asked, case: &Case) -> Vec<rust_decimal::Decimal> {
    match asked {
        Asked::Budget { from, to, .. } => {
            let own = case.total_budget();
            [from, to].map(|percent| own * percent / rust_decimal::Decimal::ONE_HUNDRED).to_vec()
        }
        _ => Vec::new(),
    }
}

fn hint_of_options(kind: Kind) -> &'static str {
    if kind.fields().is_empty() { "" } else { "‹study/options› changes the options." }
}

/// The own portfolio that an analysis judges, if it does.
fn judged(asked: &Asked, own: &Portfolio) -> Option<Portfolio> {
    match asked {
        Asked::Robust { own, .. } => Some(own.clone().unwrap_or_default()),
        Asked::Stress { portfolio, .. } if portfolio == own => Some(own.clone()),
        _ => None,
    }
}

/// A part of a run that ended before its time stays as what was finished.
fn keep(studies: &mut Studies, kind: Kind, job: u64) {
    if let Some(study) = studies.results.get_mut(&kind).filter(|study| study.job == job)
        && study.standing == Standing::Partial
    {
        Arc::make_mut(study).standing = Standing::Stopped;
    }
}

/// Tells the analysis that is under way to stop.
pub(crate) fn stop(app: &mut App) -> Vec<Effect> {
    let searching = app.is_running();
    let Some(running) = studies(app).and_then(|studies| studies.running.as_mut()) else {
        if searching {
            return vec![Effect::CancelJob];
        }
        app.note("No analysis is under way.");
        return Vec::new();
    };
    running.stopping = Stopping::Yes;
    if let Some(studies) = studies(app) {
        studies.waiting.clear();
    }
    app.note("Stopping; what is finished is kept.");
    vec![Effect::CancelStudy]
}

/// News of an analysis.
pub(crate) fn news(app: &mut App, job: u64, news: StudyNews) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let current = document.studies.running.as_ref().is_some_and(|running| running.job == job);
    match news {
        StudyNews::Pace(pace, seconds) if current => {
            if let Some(running) = &mut document.studies.running {
                // What is done is told in between as well; the words and the search stay until there are new ones.
                let before = std::mem::take(&mut running.pace);
                let same = pace.doing.is_empty();
                running.pace = crate::analyse::Pace {
                    doing: if same { before.doing } else { pace.doing },
                    search: if same { before.search } else { pace.search },
                    ..pace
                };
                running.seconds = seconds;
            }
        }
        StudyNews::Answered(answered) if current => {
            if let Some(running) = &mut document.studies.running {
                running.answers.push(answered);
            }
        }
        StudyNews::Part(found) if current => put(document, found, Standing::Partial),
        StudyNews::End(ended, tally, seconds) if current => return end(app, ended, tally, seconds),
        _ => {}
    }
    Vec::new()
}

/// Puts what was found where it is shown.
fn put(document: &mut Document, Finding(found): Finding, standing: Standing) {
    let Some(running) = &document.studies.running else { return };
    let header =
        crate::report::header(&running.case, document.path.display().to_string(), Vec::new(), changes(document));
    let report = found.report(&running.case, header);
    let study = Study {
        job: running.job,
        case: Arc::clone(&running.case),
        own: running.own.clone(),
        asked: running.asked.clone(),
        book: Arc::clone(&running.book),
        extra: found.extra(&running.case),
        found: *found,
        report,
        standing,
        age: Age::Current,
        marks: Vec::new(),
        tally: running.pace.tally,
        seconds: running.seconds,
    };
    let kind = running.kind;
    document.studies.results.insert(kind, Arc::new(study));
    refresh(document);
}

/// What the files do not tell: the scenario that the case stands under. Edits that are not saved are seen against the files
/// when the study is written down.
fn changes(document: &Document) -> Vec<String> {
    document
        .overlay
        .as_ref()
        .map(|overlay| crate::session::edit::scenarios::words(document.base_book(), &overlay.name))
        .into_iter()
        .collect()
}

/// Looks again which studies are about the case as it stands.
pub(crate) fn refresh(document: &mut Document) {
    if document.studies.results.is_empty() {
        return;
    }
    let recommended = document.recommended();
    let snapshot = Arc::clone(&document.snapshot);
    document.studies.refresh(&snapshot.case, &snapshot.own, recommended.as_ref());
}

fn end(app: &mut App, ended: Result<Finding, String>, tally: crate::analyse::Tally, seconds: f64) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let Some(running) = document.studies.running.as_mut() else { return Vec::new() };
    running.pace.tally = tally;
    running.seconds = seconds;
    let (kind, stopped) = (running.kind, running.stopping == Stopping::Yes);
    let words = match ended {
        Ok(found) => {
            put(document, found, if stopped { Standing::Stopped } else { Standing::Finished });
            if stopped { "stopped; what was finished is kept, ‹run› runs it anew" } else { "finished" }
        }
        Err(error) => {
            document.studies.errors.insert(kind, error.clone());
            let job = document.studies.running.as_ref().map_or(0, |running| running.job);
            keep(&mut document.studies, kind, job);
            document.studies.running = None;
            document.studies.version += 1;
            let next = begin_next(app);
            app.warn(error);
            return next;
        }
    };
    document.studies.running = None;
    document.studies.version += 1;
    let next = begin_next(app);
    app.note(format!("{}: {words}.", kind.title()));
    next
}

/// Begins the analysis that waits longest, if one does.
fn begin_next(app: &mut App) -> Vec<Effect> {
    let Some(studies) = studies(app).filter(|studies| !studies.waiting.is_empty()) else { return Vec::new() };
    let next = studies.waiting.remove(0);
    begin(app, next)
}

fn set_options(app: &mut App, kind: Kind) {
    if kind.fields().is_empty() {
        return app.note(format!("{} has no options; ‹run› runs it.", kind.title()));
    }
    app.popups.push(Popup::Options(OptionList { kind, line: 0 }));
}

/// Opens a line for an option.
pub(crate) fn ask_option(app: &mut App, kind: Kind, at: usize) {
    let (Some(document), Some(field)) = (&app.document, kind.fields().get(at)) else { return };
    let options = Options::of(&document.studies, kind, document.case());
    let title = format!("{}: {}", kind.title(), field.key);
    let mut line = Prompt::new(title, field.help, options.text(field.key), Purpose::Study(kind, field.key));
    line.check(Some(document));
    app.popups.push(Popup::Prompt(line));
}

/// Sets an option; the case is not changed by it.
pub(crate) fn set_option(app: &mut App, kind: Kind, key: &'static str, text: String) {
    if let Some(studies) = studies(app) {
        studies.chosen.insert((kind, key), text);
        studies.version += 1;
    }
}

/// Every sentence of a study, and what its table means.
pub(crate) fn show_sentences(app: &mut App) {
    let kind = app.study;
    let Some((study, table)) = app.document.as_ref().and_then(|document| document.studies.table(kind)) else {
        return app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.title()));
    };
    let sentences: Vec<String> = analyses::sentences(study).into_iter().map(|(sentence, _)| sentence).collect();
    let title = study.report.title.clone();
    let text = format!("{}\n\n{}\n\n{}: {}", kind.purpose(), sentences.join("\n\n"), table.title, table.note);
    app.popups.push(Popup::text(&title, text));
}

/// Shows the next table of what was found, or the one before.
pub(crate) fn turn_table(app: &mut App, command: Command) {
    let (kind, by) = (app.study, if command == Command::NextTable { 1 } else { -1 });
    let Some(studies) = studies(app) else { return };
    let Some((study, table)) = studies.table(kind) else { return };
    let tables: Vec<_> = study.report.tables.iter().chain(&study.extra).collect();
    let count = tables.len();
    let at = tables.iter().position(|other| other.key == table.key).unwrap_or(0);
    let next = (at + count).saturating_add_signed(by) % count;
    let key = tables[next].key;
    studies.tables.insert(kind, key);
}

/// Shows chart and table, the chart alone, or the table alone.
pub(crate) fn cycle_shape(app: &mut App) {
    let Some(studies) = studies(app) else { return };
    studies.shape = match studies.shape {
        Shape::Both => Shape::Chart,
        Shape::Chart => Shape::Table,
        Shape::Table => Shape::Both,
    };
}

/// What the row under the cursor stands for.
fn meaning(app: &App, kind: Kind) -> Option<(Meaning, Arc<Case>)> {
    let document = app.document.as_ref()?;
    let (study, table) = document.studies.table(kind)?;
    let row = app.table_state(TableKey::Study(kind, table.key)).current()?;
    Some((analyses::meaning(study, table.key, row), Arc::clone(&study.case)))
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
            app.note("There is no candidate under the cursor.");
            Vec::new()
        }
        [(id, _)] => explain_candidate(app, id.clone()),
        many => {
            let items = many.iter().map(|(id, name)| Item {
                group: "",
                label: id.clone(),
                keys: String::new(),
                doc: name.clone(),
                choice: Choice::Explain(id.clone()),
            });
            app.popups.push(Popup::List(List::new("Why which one?", items.collect())));
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
    let studies = &mut document.studies;
    let there = studies.results.get(&Kind::Explain).is_some_and(|study| {
        let same = analyses::explained(study).is_some_and(|ix| study.case[ix].id == id);
        same && study.age == Age::Current && study.standing == Standing::Finished
    });
    let under_way =
        studies.running(Kind::Explain).is_some() && studies.chosen.get(&(Kind::Explain, "candidate")) == Some(&id);
    studies.chosen.insert((Kind::Explain, "candidate"), id);
    app.show_study(Kind::Explain);
    if there || under_way { Vec::new() } else { run(app, Kind::Explain) }
}

/// Goes to what the row stands for: its candidate, or the picks of its portfolio.
pub(crate) fn open_row(app: &mut App) {
    let kind = app.study;
    let Some((meaning, case)) = meaning(app, kind) else {
        return app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.title()));
    };
    if let Some((name, picks)) = meaning.portfolio.as_ref().filter(|_| meaning.about == About::Portfolio) {
        let text = picks_text(&case, &picks.portfolio());
        return app.popups.push(Popup::text(name, text));
    }
    let id = meaning.candidates.first().and_then(|ix| case.candidates.get(ix.0)).map(|candidate| candidate.id.clone());
    match id {
        Some(id) => go_to_candidate(app, &id),
        None => app.note("This row stands for no candidate and no portfolio."),
    }
}

/// Goes to a candidate on its screen.
pub(crate) fn go_to_candidate(app: &mut App, id: &str) {
    let Some(document) = &app.document else { return };
    let Some(row) = document.case().candidate_by_id(id).map(|ix| document.case()[ix].row) else {
        return app.note(format!("{id} is no longer in the case."));
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
    let mut text = format!(
        "{} index points for {} {}, {} picks.\n",
        signed(evaluation.objective, 4),
        money(evaluation.cost),
        case.money_unit(),
        evaluation.picks.len()
    );
    for verdict in evaluation.broken() {
        let _ = write!(text, "\nIn the case it breaks: {}", verdict.sentence(case));
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
            super::own::set(app, format!("{name} taken as own"), own);
        }
        Some(_) => app.note("This row stands for no portfolio."),
        None => app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.title())),
    }
}

/// Asks for a file for what was found.
pub(crate) fn ask_export(app: &mut App) {
    let kind = app.study;
    let Some(document) = &app.document else { return };
    let Some((study, table)) = document.studies.table(kind) else {
        return app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.title()));
    };
    let name = document.path.file_name().map_or_else(|| "case".into(), |name| name.to_string_lossy().into_owned());
    let stale = if study.age == Age::Stale { " It is about an earlier edit." } else { "" };
    let help = format!("{}{stale}", crate::report::formats::endings(&format!("the table `{}`", table.title)));
    let mut line = Prompt::new("Export to", help, &format!("{name}-{}.md", kind.file()), Purpose::ExportStudy(kind));
    line.check(Some(document));
    app.popups.push(Popup::Prompt(line));
}

/// Exports what an analysis found.
pub(crate) fn export(app: &mut App, kind: Kind, to: &str) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    if let Some(job) = document.studies.results.get(&kind).map(|study| study.job) {
        document.studies.written.insert(job);
    }
    let Some((study, table)) = document.studies.table(kind) else { return Vec::new() };
    let to = PathBuf::from(to);
    let book = Box::new(study.book.as_ref().clone());
    let mut report = study.report.clone();
    // A table that only the screen has is written where it is the one that was asked for.
    let one_table = crate::report::formats::by_ending(&to).is_ok_and(|format| format.one_table);
    if one_table && report.tables.iter().all(|other| other.key != table.key) {
        report.tables.push(table.clone());
    }
    vec![Effect::ExportStudy { to, path: document.path.clone(), report: Box::new(report), table: table.key, book }]
}
