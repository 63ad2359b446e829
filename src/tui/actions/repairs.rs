//! Where no portfolio is possible: from the screens to the ways out, and a way out made in the case.

use crate::analyse::AnalysisKind;
use crate::say;
use crate::session::analyses::{Age, AnalysisRun, Standing};
use crate::session::edit::repairs::repaired;
use crate::session::{Change, Running};
use crate::tui::analysis_views::repairs;
use crate::tui::state::{App, Document, TableKey};

/// The table of the ways out.
const TABLE: &str = "repairs";

/// Explains the candidate under the cursor; where no portfolio is possible, shows why and the ways out.
pub(crate) fn explain(app: &mut App) {
    if app.document.as_ref().is_some_and(is_impossible) { show(app) } else { super::analyses::explain(app) }
}

fn is_impossible(document: &Document) -> bool {
    document.best.running.as_ref().is_some_and(Running::finds_why)
        || document.best.shown.as_ref().is_some_and(|shown| shown.answer.conflict.is_some())
}

/// Whether an analysis found ways out.
pub(crate) fn has_repairs(run: &AnalysisRun) -> bool {
    repairs(run).is_some_and(|repairs| !repairs.repairs.is_empty())
}

/// Shows why nothing is possible and the ways out: what is known already, or a new run.
fn show(app: &mut App) {
    app.show_analysis(AnalysisKind::Explain);
    let Some(document) = &mut app.document else { return };
    document.analyses.tables.insert(AnalysisKind::Explain, TABLE);
    let there = document
        .analyses
        .runs
        .results
        .get(&AnalysisKind::Explain)
        .is_some_and(|run| repairs(run).is_some() && run.age == Age::Current && run.standing == Standing::Finished);
    if there || document.analyses.runs.running(AnalysisKind::Explain).is_some() {
        return;
    }
    super::analyses::run(app, AnalysisKind::Explain);
}

/// Makes the changes of the way out under the cursor in the case.
pub(crate) fn apply(app: &mut App) {
    let Some(document) = &app.document else { return };
    let Some((analysis, table)) =
        document.analyses.table(AnalysisKind::Explain).filter(|(analysis, _)| has_repairs(analysis.run))
    else {
        return app.note(say!("repairs-there-no-way"));
    };
    if analysis.run.age == Age::Stale {
        return app.warn(say!("repairs-these-ways-out"));
    }
    if table.key != TABLE {
        return app.note(say!("repairs-ways-out-other"));
    }
    let row = app.table_state(TableKey::Analysis(AnalysisKind::Explain, TABLE)).current();
    let found = repairs(analysis.run).map(|repairs| &repairs.repairs);
    let Some(repair) = row.zip(found).and_then(|(row, repairs)| repairs.get(row)) else {
        return app.note(say!("repairs-there-no-way-out"));
    };
    let words: Vec<String> = repair.changes.iter().map(|change| change.describe(&analysis.run.case)).collect();
    let label = words.join(&say!("repairs-and"));
    let edit = match repaired(&document.book, &analysis.run.case, repair) {
        Ok(edit) => edit,
        Err(why) => return app.warn(say!("repairs-cannot-made-case", why = why)),
    };
    if let Some(document) = &mut app.document {
        document.apply(label.clone(), vec![Change::Book(edit)]);
    }
    app.note(say!("repairs-done-label-undo", label = label));
}
