//! What the two screens are called and what can be done on them: the list of analyses, and what one of them found.

use super::list::{AnalysisGrid, draw, table_area};
use super::names::{SCREEN, STUDY, TABLE};
use super::view::{draw_study, study_table_area};
use crate::analyse::AnalysisKind;
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::screen::TableKey;
use crate::tui::screens::spec::{Go, Spec};
use crate::tui::update::{analyses, repairs};

/// What the screen is.
pub(crate) const SPEC: Spec = Spec {
    go: Some(Go {
        keys: &["x"],
        doc: "What the case can be asked: frontiers, alternatives, importance, robustness, stress, cooperation.",
    }),
    commands: COMMANDS,
    everywhere: OF_KINDS,
    table: |_| Some(TABLE),
    grid: |_, document| Some(Box::new(AnalysisGrid::new(document))),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(SCREEN, "Analyses")
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, "Show", "Shows what the analysis found.", R::It(analyses::open_listed)),
    bind(C::RunStudy, "run", &["r"], 2, "Run", "Runs the analysis in the background, after another one that is running.", R::Do(analyses::run_listed)),
    bind(C::StudyOptions, "options", &["e"], 2, "Options", "Changes what the analysis is asked: points, percentages, axes, worlds, seeds.", R::It(analyses::set_listed)),
    bind(C::StopStudy, "stop-analysis", &["ctrl-x"], 3, "Stop", "Stops the running analysis and those that wait, and keeps what is finished.", R::Do(analyses::stop)),
];

/// A command for each analysis.
const OF_KINDS: &[Binding] = &of_kinds();

const fn of_kinds() -> [Binding; AnalysisKind::ALL.len()] {
    let mut all = [of_kind(AnalysisKind::ALL[0]); AnalysisKind::ALL.len()];
    let mut at = 1;
    while at < all.len() {
        all[at] = of_kind(AnalysisKind::ALL[at]);
        at += 1;
    }
    all
}

const fn of_kind(kind: AnalysisKind) -> Binding {
    let spec = kind.spec();
    bind(C::GoAnalysis(kind), spec.id, &[], 0, spec.title, spec.question, R::Which(analyses::show))
}

/// What the screen is.
pub(crate) const STUDY_SPEC: Spec = Spec {
    heading: "What an analysis found",
    commands: COMMANDS_OF_STUDY,
    tab: Some(SCREEN),
    table: |app| Some(TableKey::Study(app.study, app.document.as_ref()?.analyses.table(app.study)?.1.key)),
    area: |app, body| study_table_area(app, app.study, body),
    draw: |app, document, canvas, body| draw_study(app, document, app.study, canvas, body),
    ..Spec::new(STUDY, "Study")
};

#[rustfmt::skip]
const COMMANDS_OF_STUDY: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, "Open", "Goes to the candidate of the row, or shows the picks of its portfolio.", R::It(analyses::open_row)),
    bind(C::RunStudy, "run", &["r"], 1, "Run", "Runs the analysis in the background, after another one that is running.", R::Do(analyses::run_shown)),
    bind(C::StudyOptions, "options", &["e"], 2, "Options", "Changes what the analysis is asked: points, percentages, axes, worlds, seeds.", R::It(analyses::set_shown)),
    bind(C::StopStudy, "stop-analysis", &["ctrl-x"], 4, "Stop", "Stops the running analysis and those that wait, and keeps what is finished.", R::Do(analyses::stop)),
    bind(C::NextTable, "next-table", &["]"], 2, "Next table", "Shows the next table of what was found.", R::Which(analyses::turn_table)),
    bind(C::PreviousTable, "previous-table", &["["], 0, "Previous table", "Shows the previous table of what was found.", R::Which(analyses::turn_table)),
    bind(C::CycleShape, "shape", &["t"], 3, "Chart/table", "Shows chart and table, the chart alone, or the table alone.", R::It(analyses::cycle_shape)),
    bind(C::ShowSummary, "sentences", &["i"], 5, "All sentences", "Shows every sentence about what was found, and the note of the table.", R::It(analyses::show_sentences)),
    bind(C::TakeRow, "take-row", &["T"], 3, "Take as own", "Makes the own portfolio that of the row; undo brings the old one back.", R::It(analyses::take_row)),
    bind(C::ApplyRepair, "apply-repair", &["a"], 2, "Apply", "Makes the changes of this repair in the case, as one step; undo takes them back.", R::It(repairs::apply)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 3, "Why?", "Explains the candidate of the row, or one of those that the row names.", R::Do(analyses::explain)),
    bind(C::ExportStudy, "export", &["E"], 4, "Export", "Writes what was found to a file, in the format of its ending.", R::It(analyses::ask_export)),
];
