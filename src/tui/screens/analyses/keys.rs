//! What can be done on the two screens of the analyses.

use std::fmt::Write as _;
use std::sync::Arc;

use super::list::kind_at;
use super::view::sentences;
use crate::analyse::AnalysisKind;
use crate::model::{Case, Portfolio};
use crate::say;
use crate::session::UserPortfolio;
use crate::tui::actions::analyses::{explain_one, go_to_candidate, run, views};
use crate::tui::actions::{go_to, own};
use crate::tui::analysis_views::{About, Meaning, Shape, has_picture, meaning as row_meaning};
use crate::tui::state::{App, Command, OptionList, Popup, Screen, TableKey};
use crate::tui::widgets::number::{fixed, money, signed};

/// Shows what an analysis found.
pub(super) fn show(app: &mut App, command: Command) {
    if let Command::GoAnalysis(kind) = command {
        go_to(app, Screen::ANALYSIS);
        app.analysis = kind;
    }
}

/// The analysis under the cursor of the list; none on its last row, which stands for the comparison, a screen of its own.
fn listed(app: &App) -> Option<AnalysisKind> {
    app.table_state(TableKey::ANALYSES).current().and_then(kind_at)
}

/// Shows what the analysis under the cursor found.
pub(super) fn open_listed(app: &mut App) {
    match listed(app) {
        Some(kind) => app.show_analysis(kind),
        None => app.screen = Screen::COMPARE,
    }
}

/// What is said instead of running a comparison.
fn no_run() -> String {
    say!("analyses-comparison-needs-no-run")
}

/// Runs the analysis under the cursor.
pub(super) fn run_listed(app: &mut App) {
    let Some(kind) = listed(app) else { return app.note(no_run()) };
    app.show_analysis(kind);
    run(app, kind);
}

/// Shows the options of the analysis under the cursor.
pub(super) fn set_listed(app: &mut App) {
    match listed(app) {
        Some(kind) => set_options(app, kind),
        None => app.note(no_run()),
    }
}

pub(super) fn set_options(app: &mut App, kind: AnalysisKind) {
    if kind.spec().form().next().is_none() {
        return app.note(say!("analyses-title-has-no", title = kind.spec().title()));
    }
    app.popups.push(Popup::Options(OptionList { kind, line: 0 }));
}

/// Every sentence of a run, and what its table means.
pub(super) fn show_sentences(app: &mut App) {
    let kind = app.analysis;
    let Some((shown, table)) = app.document.as_ref().and_then(|document| document.analyses.table(kind)) else {
        return app.note(say!("analyses-nothing-here-yet", title = kind.spec().title()));
    };
    let sentences: Vec<String> = sentences(shown).into_iter().map(|(sentence, _)| sentence).collect();
    let title = shown.report.title.clone();
    let text = format!("{}\n\n{}\n\n{}: {}", kind.spec().question(), sentences.join("\n\n"), table.title, table.note);
    app.popups.push(Popup::text(&title, text));
}

/// Shows the next table of what was found, or the one before.
pub(super) fn turn_table(app: &mut App, command: Command) {
    let (kind, by) = (app.analysis, if command == Command::NextTable { 1 } else { -1 });
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
pub(super) fn cycle_shape(app: &mut App) {
    let kind = app.analysis;
    let Some(views) = views(app) else { return };
    if !views.table(kind).is_some_and(|(shown, table)| has_picture(shown, table.key)) {
        return app.note(say!("analyses-no-chart"));
    }
    let (shape, told) = match views.shape {
        Shape::Both => (Shape::Chart, say!("analyses-chart-alone")),
        Shape::Chart => (Shape::Table, say!("analyses-table-alone")),
        Shape::Table => (Shape::Both, say!("analyses-chart-and-table")),
    };
    views.shape = shape;
    app.note(told);
}

/// What the row under the cursor stands for.
fn meaning(app: &App, kind: AnalysisKind) -> Option<(Meaning, Arc<Case>)> {
    let document = app.document.as_ref()?;
    let (shown, table) = document.analyses.table(kind)?;
    let row = app.table_state(TableKey::Analysis(kind, table.key)).current()?;
    Some((row_meaning(shown, table.key, row), Arc::clone(&shown.run.case)))
}

/// Why the candidate of the row, or one of those that it names, is in or out.
pub(super) fn explain(app: &mut App) {
    let here = meaning(app, app.analysis).map_or_else(Vec::new, |(meaning, case)| {
        let named = meaning.candidates.iter().filter_map(|ix| case.candidates.get(ix.0));
        named.map(|candidate| (candidate.id.clone(), candidate.name.clone())).collect()
    });
    explain_one(app, &here);
}

/// Goes to what the row stands for: its candidate, or the picks of its portfolio.
pub(super) fn open_row(app: &mut App) {
    let kind = app.analysis;
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

/// A portfolio as a text: what it gives, and its picks.
fn picks_text(case: &Case, portfolio: &Portfolio) -> String {
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
pub(super) fn take_row(app: &mut App) {
    let kind = app.analysis;
    match meaning(app, kind) {
        Some((Meaning { portfolio: Some((name, picks)), .. }, case)) => {
            let own = UserPortfolio::of(&case, &picks.portfolio());
            own::set(app, say!("analyses-name-taken-own", name = name), own);
        }
        Some(_) => app.note(say!("analyses-this-row-stands-no")),
        None => app.note(say!("analyses-nothing-here-yet", title = kind.spec().title())),
    }
}
