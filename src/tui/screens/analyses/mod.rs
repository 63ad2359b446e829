//! Analyses: the list of what the case can be asked, and a view for what each found: sentences, a chart, and tables.

mod keys;
mod list;
mod view;

use crate::analyse::AnalysisKind;
use crate::tui::actions::{analyses, repairs};
use crate::tui::state::{Binding, Command as C, Run as R, Screen, Spec, TableKey, bind};
use list::{AnalysisList, draw, table_area};
use view::{analysis_table_area, draw_analysis};

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["x"]),
    commands: COMMANDS,
    everywhere: OF_KINDS,
    grid: |_, document| Some(Box::new(AnalysisList::new(document))),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::ANALYSES)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(keys::open_listed)),
    bind(C::RunAnalysis, "run", &["r"], 2, R::It(keys::run_listed)),
    bind(C::AnalysisOptions, "options", &["e"], 2, R::It(keys::set_listed)),
    bind(C::StopAnalysis, "stop-analysis", &["ctrl-x"], 3, R::It(analyses::stop)),
    bind(C::SkipQuestion, "skip-question", &["S"], 0, R::It(analyses::skip)),
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
    bind(C::GoAnalysis(kind), kind.spec().id, &[], 0, R::Which(keys::show))
}

pub(crate) const ANALYSIS_SPEC: Spec = Spec {
    commands: COMMANDS_OF_ANALYSIS,
    tab: Some(Screen::ANALYSES),
    table: |app| Some(TableKey::Analysis(app.analysis, app.document.as_ref()?.analyses.table(app.analysis)?.1.key)),
    area: |app, body| analysis_table_area(app, app.analysis, body),
    draw: |app, document, canvas, body| draw_analysis(app, document, app.analysis, canvas, body),
    ..Spec::new(Screen::ANALYSIS)
};

#[rustfmt::skip]
const COMMANDS_OF_ANALYSIS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(keys::open_row)),
    bind(C::RunAnalysis, "run", &["r"], 1, R::It(|app| analyses::run(app, app.analysis))),
    bind(C::AnalysisOptions, "options", &["e"], 2, R::It(|app| keys::set_options(app, app.analysis))),
    bind(C::StopAnalysis, "stop-analysis", &["ctrl-x"], 4, R::It(analyses::stop)),
    bind(C::SkipQuestion, "skip-question", &["S"], 0, R::It(analyses::skip)),
    bind(C::NextTable, "next-table", &["]"], 2, R::Which(keys::turn_table)),
    bind(C::PreviousTable, "previous-table", &["["], 0, R::Which(keys::turn_table)),
    bind(C::CycleShape, "shape", &["t"], 3, R::It(keys::cycle_shape)),
    bind(C::ShowSummary, "sentences", &["i"], 5, R::It(keys::show_sentences)),
    bind(C::TakeRow, "take-row", &["T"], 3, R::It(keys::take_row)),
    bind(C::ApplyRepair, "apply-repair", &["a"], 2, R::It(repairs::apply)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 3, R::It(keys::explain)),
    bind(C::ExportAnalysis, "export", &["E"], 4, R::It(crate::tui::actions::analyses::ask_export)),
];
