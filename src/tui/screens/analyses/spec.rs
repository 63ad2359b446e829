//! What the two screens are called and what can be done on them: the list of analyses, and what one of them found.

use super::list::{AnalysisGrid, draw, table_area};
use super::names::{SCREEN, STUDY, TABLE};
use super::view::{draw_study, study_table_area};
use crate::analyse::AnalysisKind;
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::screen::TableKey;
use crate::tui::screens::spec::Spec;
use crate::tui::update::{analyses, repairs};

/// What the screen is.
pub(crate) const SPEC: Spec = Spec {
    go: Some(&["x"]),
    commands: COMMANDS,
    everywhere: OF_KINDS,
    table: |_| Some(TABLE),
    grid: |_, document| Some(Box::new(AnalysisGrid::new(document))),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(SCREEN)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(analyses::open_listed)),
    bind(C::RunStudy, "run", &["r"], 2, R::Do(analyses::run_listed)),
    bind(C::StudyOptions, "options", &["e"], 2, R::It(analyses::set_listed)),
    bind(C::StopStudy, "stop-analysis", &["ctrl-x"], 3, R::Do(analyses::stop)),
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
    bind(C::GoAnalysis(kind), kind.spec().id, &[], 0, R::Which(analyses::show))
}

/// What the screen is.
pub(crate) const STUDY_SPEC: Spec = Spec {
    commands: COMMANDS_OF_STUDY,
    tab: Some(SCREEN),
    table: |app| Some(TableKey::Study(app.study, app.document.as_ref()?.analyses.table(app.study)?.1.key)),
    area: |app, body| study_table_area(app, app.study, body),
    draw: |app, document, canvas, body| draw_study(app, document, app.study, canvas, body),
    ..Spec::new(STUDY)
};

#[rustfmt::skip]
const COMMANDS_OF_STUDY: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(analyses::open_row)),
    bind(C::RunStudy, "run", &["r"], 1, R::Do(analyses::run_shown)),
    bind(C::StudyOptions, "options", &["e"], 2, R::It(analyses::set_shown)),
    bind(C::StopStudy, "stop-analysis", &["ctrl-x"], 4, R::Do(analyses::stop)),
    bind(C::NextTable, "next-table", &["]"], 2, R::Which(analyses::turn_table)),
    bind(C::PreviousTable, "previous-table", &["["], 0, R::Which(analyses::turn_table)),
    bind(C::CycleShape, "shape", &["t"], 3, R::It(analyses::cycle_shape)),
    bind(C::ShowSummary, "sentences", &["i"], 5, R::It(analyses::show_sentences)),
    bind(C::TakeRow, "take-row", &["T"], 3, R::It(analyses::take_row)),
    bind(C::ApplyRepair, "apply-repair", &["a"], 2, R::It(repairs::apply)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 3, R::Do(analyses::explain)),
    bind(C::ExportStudy, "export", &["E"], 4, R::It(analyses::ask_export)),
];
