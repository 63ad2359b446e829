//! Analyses: running and stopping them, what comes back, their options, and what the planner does with a row.

use std::path::PathBuf;
use std::sync::Arc;

use crate::analyse::{AnalysisKind, AnalysisOutcome, QueryStats};
use crate::model::schema::TableId;
use crate::model::{CandidateIx, Case, Portfolio};
use crate::session::analyses::{Age, AnalysisNews, Ended, Standing};
use crate::tui::analysis_views::{AnalysisViews, Shape, request};
use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::document::Document;
use crate::tui::event::Effect;
use crate::tui::layer::Layer;
use crate::tui::layers::line::{Line, Purpose};
use crate::tui::layers::list::{Choice, Item, List};
use crate::tui::layers::options::OptionList;
use crate::tui::own::Own;
use crate::tui::screens::analyses::{self, About, Meaning};
use crate::tui::screens::{Screen, TableKey};

/// Does a command about analyses; none where it is about something else.
pub(super) fn command(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::GoAnalysis(kind) => {
            super::go_to(app, Screen::Study(kind));
            return Some(Vec::new());
        }
        Command::ExplainCandidate => return Some(explain(app)),
        Command::StopStudy => return Some(stop(app)),
        _ => {}
    }
    if app.screen == Screen::Analyses {
        return on_list(app, command);
    }
    let Screen::Study(kind) = app.screen else { return None };
    match command {
        Command::RunStudy => return Some(run(app, kind)),
        Command::StudyOptions => set_options(app, kind),
        Command::NextTable => turn_table(app, kind, 1),
        Command::PreviousTable => turn_table(app, kind, -1),
        Command::CycleShape => cycle_shape(app),
        Command::Edit => open_row(app, kind),
        Command::TakeRow => take_row(app, kind),
        Command::ShowSummary => show_sentences(app, kind),
        Command::ExportStudy => ask_export(app, kind),
        _ => return None,
    }
    Some(Vec::new())
}

fn on_list(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let row = app.table_state(TableKey::Analyses).current();
    let kind = row.and_then(analyses::kind_at);
    match (command, kind) {
        (Command::Edit, Some(kind)) => app.screen = Screen::Study(kind),
        // The last row stands for the comparison, which is a screen of its own.
        (Command::Edit, None) => app.screen = Screen::Compare,
        (Command::RunStudy, Some(kind)) => {
            app.screen = Screen::Study(kind);
            return Some(run(app, kind));
        }
        (Command::StudyOptions, Some(kind)) => set_options(app, kind),
        (Command::RunStudy | Command::StudyOptions, None) => app.note("A comparison needs no run: ‹edit› shows it."),
        _ => return None,
    }
    Some(Vec::new())
}

fn views(app: &mut App) -> Option<&mut AnalysisViews> {
    app.document.as_mut().map(|document| &mut document.analyses)
}

/// Runs an analysis as it is set. While another one is under way it waits for that; where the same one is, it begins anew.
pub(super) fn run(app: &mut App, kind: AnalysisKind) -> Vec<Effect> {
    let Some(AnalysisViews { runs, .. }) = views(app) else { return Vec::new() };
    if runs.waiting.contains(&kind) {
        return Vec::new();
    }
    let Some(before) = runs.wait(kind) else { return begin(app, kind) };
    let (title, before) = (kind.spec().title, before.spec().title);
    app.note(format!("{title} begins when {before} has ended; ‹study/stop-analysis› stops both."));
    Vec::new()
}

fn begin(app: &mut App, kind: AnalysisKind) -> Vec<Effect> {
    let Some(document) = &app.document else { return Vec::new() };
    if !document.reading.is_sound() {
        let [errors, ..] = document.reading.counts();
        app.warn(super::errors_stop(errors, "analysed"));
        return Vec::new();
    }
    if document.reading.generation != document.generation {
        app.note("The case is still being read.");
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
    let asked = match &document.under {
        Some(under) => format!("under the scenario {}: {words}", under.name),
        None => words,
    };
    let book = Arc::new(document.base_book().clone());
    document.analyses.runs.begin(&request, asked, (&document.reading.own, book));
    vec![Effect::Study(Box::new(request))]
}

fn hint_of_options(kind: AnalysisKind) -> &'static str {
    if kind.spec().form().next().is_none() { "" } else { "‹study/options› changes the options." }
}

/// Tells the analysis that is under way to stop.
pub(super) fn stop(app: &mut App) -> Vec<Effect> {
    let searching = app.is_running();
    if !views(app).is_some_and(|views| views.runs.stop()) {
        if searching {
            return vec![Effect::CancelJob];
        }
        app.note("No analysis is under way.");
        return Vec::new();
    }
    app.note("Stopping; what is finished is kept.");
    vec![Effect::CancelStudy]
}

/// News of an analysis.
pub(super) fn news(app: &mut App, job: u64, news: AnalysisNews) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let runs = &mut document.analyses.runs;
    let Some(running) = runs.running.as_mut().filter(|running| running.job == job) else { return Vec::new() };
    match news {
        AnalysisNews::Pace(pace, seconds) => runs.hear_pace(pace, seconds),
        AnalysisNews::Answered(answered) => running.answers.push(answered),
        AnalysisNews::Part(outcome) => {
            let kind = running.kind;
            runs.put(outcome, Standing::Partial);
            show(document, kind);
        }
        AnalysisNews::End(ended, tally, seconds) => return end(app, ended, tally, seconds),
    }
    Vec::new()
}

/// Makes anew what is shown of a run.
fn show(document: &mut Document, kind: AnalysisKind) {
    let Some(run) = document.analyses.runs.results.get(&kind) else { return };
    let header = crate::report::header(&run.case, document.path.display().to_string(), Vec::new(), changes(document));
    document.analyses.face(kind, header);
    refresh(document);
}

/// What the files do not tell: the scenario that the case stands under. Edits that are not saved are seen against the files
/// when the run is written down.
fn changes(document: &Document) -> Vec<String> {
    document
        .under
        .as_ref()
        .map(|under| crate::edit::scenarios::words(document.base_book(), &under.name))
        .into_iter()
        .collect()
}

/// Looks again which runs are about the case as it stands.
pub(super) fn refresh(document: &mut Document) {
    if document.analyses.runs.results.is_empty() {
        return;
    }
    let recommended = document.recommended();
    let reading = Arc::clone(&document.reading);
    document.analyses.refresh(&reading.case, &reading.own, recommended.as_ref());
}

fn end(app: &mut App, ended: Result<AnalysisOutcome, String>, tally: QueryStats, seconds: f64) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let Some((kind, ended)) = document.analyses.runs.end(ended, (tally, seconds)) else { return Vec::new() };
    if !matches!(ended, Ended::Failed(_)) {
        show(document, kind);
    }
    let next = begin_next(app);
    let title = kind.spec().title;
    match ended {
        Ended::Finished => app.note(format!("{title}: finished.")),
        Ended::Stopped => app.note(format!("{title}: stopped; what was finished is kept, ‹run› runs it anew.")),
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
        return app.note(format!("{} has no options; ‹run› runs it.", kind.spec().title));
    }
    app.layers.push(Layer::Options(OptionList { kind, line: 0 }));
}

/// Opens a line for an option.
pub(super) fn ask_option(app: &mut App, kind: AnalysisKind, at: usize) {
    let (Some(document), Some(param)) = (&app.document, kind.spec().form().nth(at)) else { return };
    let values = document.analyses.runs.values(kind, document.case());
    let title = format!("{}: {}", kind.spec().title, param.name);
    let purpose = Purpose::Study(kind, param);
    let mut line = Line::new(title, param.form_help(), values.text(param.name), purpose);
    line.check(Some(document));
    app.layers.push(Layer::Line(line));
}

/// Sets an option; the case is not changed by it.
pub(super) fn set_option(app: &mut App, kind: AnalysisKind, name: &'static str, text: String) {
    if let Some(views) = views(app) {
        views.runs.set(kind, name, text);
    }
}

/// Every sentence of a run, and what its table means.
fn show_sentences(app: &mut App, kind: AnalysisKind) {
    let Some((shown, table)) = app.document.as_ref().and_then(|document| document.analyses.table(kind)) else {
        return app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.spec().title));
    };
    let sentences: Vec<String> = analyses::sentences(shown).into_iter().map(|(sentence, _)| sentence).collect();
    let title = shown.report.title.clone();
    let text = format!("{}\n\n{}\n\n{}: {}", kind.spec().question, sentences.join("\n\n"), table.title, table.note);
    app.layers.push(Layer::text(&title, text));
}

fn turn_table(app: &mut App, kind: AnalysisKind, by: isize) {
    let Some(views) = views(app) else { return };
    let Some((shown, table)) = views.table(kind) else { return };
    let tables: Vec<_> = shown.tables().collect();
    let count = tables.len();
    let at = tables.iter().position(|other| other.key == table.key).unwrap_or(0);
    let next = (at + count).saturating_add_signed(by) % count;
    let key = tables[next].key;
    views.tables.insert(kind, key);
}

fn cycle_shape(app: &mut App) {
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
        Screen::Study(kind) => meaning(app, kind).map_or_else(Vec::new, |(meaning, case)| {
            meaning.candidates.iter().filter_map(|&ix| named(&case, ix)).collect()
        }),
        Screen::Compare => crate::tui::screens::compare::pick_here(app)
            .and_then(|id| named(document.case(), document.case().candidate_by_id(&id)?))
            .into_iter()
            .collect(),
        _ => super::own::chosen(app).into_iter().take(1).filter_map(|ix| named(document.case(), ix)).collect(),
    }
}

/// Why the candidate under the cursor is in or out.
fn explain(app: &mut App) -> Vec<Effect> {
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
            app.layers.push(Layer::List(List::new("Why which one?", items.collect())));
            Vec::new()
        }
    }
}

/// Shows why a candidate is in or out: what is known already, or a new run.
pub(super) fn explain_candidate(app: &mut App, id: String) -> Vec<Effect> {
    if app.screen.tab() != Screen::Analyses {
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
    app.screen = Screen::Study(AnalysisKind::Explain);
    if there || under_way { Vec::new() } else { run(app, AnalysisKind::Explain) }
}

/// Goes to what the row stands for: its candidate, or the picks of its portfolio.
fn open_row(app: &mut App, kind: AnalysisKind) {
    let Some((meaning, case)) = meaning(app, kind) else {
        return app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.spec().title));
    };
    if let Some((name, picks)) = meaning.portfolio.as_ref().filter(|_| meaning.about == About::Portfolio) {
        let text = picks_text(&case, &picks.portfolio());
        return app.layers.push(Layer::text(name, text));
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
    app.screen = Screen::Candidates;
    let key = TableKey::Sheet(TableId::Candidates);
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
fn take_row(app: &mut App, kind: AnalysisKind) {
    match meaning(app, kind) {
        Some((Meaning { portfolio: Some((name, picks)), .. }, case)) => {
            let own = Own::of(&case, &picks.portfolio());
            super::own::set(app, format!("{name} taken as own"), own);
        }
        Some(_) => app.note("This row stands for no portfolio."),
        None => app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.spec().title)),
    }
}

fn ask_export(app: &mut App, kind: AnalysisKind) {
    let Some(document) = &app.document else { return };
    let Some((shown, table)) = document.analyses.table(kind) else {
        return app.note(format!("Nothing is here yet; ‹run› runs {}.", kind.spec().title));
    };
    let name = document.path.file_name().map_or_else(|| "case".into(), |name| name.to_string_lossy().into_owned());
    let stale = if shown.run.age == Age::Stale { " It is about an earlier edit." } else { "" };
    let help = format!(
        "The ending says what is written: .md a note with charts and all tables, .csv the table `{}`, .json everything, .txt \
         aligned tables.{stale}",
        table.title
    );
    let mut line = Line::new("Export to", help, &format!("{name}-{}.md", kind.spec().id), Purpose::ExportStudy(kind));
    line.check(Some(document));
    app.layers.push(Layer::Line(line));
}

/// Exports what an analysis found.
pub(super) fn export(app: &mut App, kind: AnalysisKind, to: &str) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let runs = &mut document.analyses.runs;
    runs.written.extend(runs.results.get(&kind).map(|run| run.job));
    let Some((shown, table)) = document.analyses.table(kind) else { return Vec::new() };
    let to = PathBuf::from(to);
    let book = Box::new(shown.run.book.as_ref().clone());
    let mut report = shown.report.clone();
    // A table that only the screen has is written where it is the one that was asked for.
    let csv = to.extension().is_some_and(|ending| ending == "csv");
    if csv && report.tables.iter().all(|other| other.key != table.key) {
        report.tables.push(table.clone());
    }
    vec![Effect::ExportStudy { to, path: document.path.clone(), report: Box::new(report), table: table.key, book }]
}
