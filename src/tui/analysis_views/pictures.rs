//! What is drawn of each analysis above and inside its tables, and what their rows stand for.

use super::parts::{About, Bars, Meaning, Picture};
use super::runs::{Mark, ShownRun, Whose};
use super::{
    alternatives, budget, cooperate, explain, fortify, importance, pareto, pillars, plan_changes, robust, stress,
};
use crate::analyse::AnalysisOutcome as Found;
use crate::analyse::explain::Explained;
use crate::messages::word;
use crate::model::{CandidateIx, Case};
use crate::report::{Table, Value};
use crate::say;
use crate::session::analyses::AnalysisRun;
use crate::tui::theme::Glyphs;
use crate::tui::widgets::number::fixed;

/// The picture above a table, with the row under the cursor marked on it.
#[allow(clippy::match_wildcard_for_single_variants, reason = "an analysis needs no picture")]
pub(crate) fn picture(shown: ShownRun<'_>, key: &str, cursor: Option<usize>, glyphs: Glyphs) -> Option<Picture> {
    let case = &shown.run.case;
    match &shown.run.outcome {
        Found::Budget(_, steps) => budget::picture(shown, steps, key, cursor),
        Found::Pareto(params, front) => pareto::picture(shown, (front, params), key, cursor, glyphs),
        Found::Alternatives(_, others) => alternatives::picture(case, others, key, cursor),
        Found::Importance(_, worth) => importance::picture(shown, worth, key, cursor),
        Found::Robust(_, found) => robust::picture(case, found, key, cursor),
        Found::Stress(params, hits) => stress::picture(&params.scenarios, hits, key, cursor),
        Found::Cooperate(_, found) => cooperate::picture(case, found, key, cursor),
        Found::Pillars(_, found) => pillars::picture(case, found, key, cursor),
        _ => None,
    }
}

/// Whether a table has a picture above it.
#[allow(clippy::match_wildcard_for_single_variants, reason = "an analysis needs no picture")]
pub(crate) fn has_picture(shown: ShownRun<'_>, key: &str) -> bool {
    match &shown.run.outcome {
        Found::Budget(..) | Found::Pareto(..) => true,
        Found::Alternatives(..) => key != "domains",
        Found::Importance(..) => key == "funding",
        Found::Robust(..) => matches!(key, "worlds" | "voice"),
        Found::Stress(..) => key == "scenarios",
        Found::Cooperate(..) => key == "ways",
        Found::Pillars(_, found) => key == "pillars" && !found.pillars.is_empty(),
        _ => false,
    }
}

/// The bars inside a table.
pub(super) fn bars(shown: ShownRun<'_>, table: &Table, glyphs: Glyphs) -> Option<Bars> {
    match &shown.run.outcome {
        Found::Importance(..) => importance::bars(table, glyphs),
        Found::Robust(_, found) => robust::bars(found, table, glyphs),
        Found::Pareto(..) => robust::core_bars(table, glyphs),
        Found::Alternatives(_, others) => alternatives::bars(others, table, glyphs),
        Found::Cooperate(..) => cooperate::bars(table, glyphs),
        _ => None,
    }
}

/// Tables that only the screen has: too wide or too graphic for a report.
pub(crate) fn extra(case: &Case, outcome: &Found) -> Vec<Table> {
    match outcome {
        Found::Robust(_, found) => vec![robust::presence(case, found)],
        _ => Vec::new(),
    }
}

/// What a row of a table stands for.
#[allow(clippy::match_wildcard_for_single_variants, reason = "its rows need not stand for portfolios")]
pub(crate) fn meaning(shown: ShownRun<'_>, key: &str, row: usize) -> Meaning {
    let Some(table) = shown.table(key) else { return Meaning::default() };
    let case = &shown.run.case;
    if let Found::Explain(_, found) = &shown.run.outcome
        && let Explained::Candidate(candidate, reasons) = found.as_ref()
    {
        return explain::meaning(*candidate, reasons.as_deref());
    }
    let candidates = named(case, table, row);
    let about = if table.columns.first().is_some_and(|column| column.key == "candidate") {
        About::Candidate
    } else {
        About::Portfolio
    };
    let portfolio = match &shown.run.outcome {
        Found::Budget(_, steps) => budget::portfolio(steps, key, row),
        Found::Pareto(_, front) => pareto::portfolio(front, key, row),
        Found::Alternatives(_, others) => alternatives::portfolio(others, key, row),
        Found::Importance(_, worth) => importance::portfolio(case, worth, table, row),
        Found::Robust(_, found) => robust::portfolio(case, found, key, row),
        Found::Stress(params, hits) => stress::portfolio(&params.scenarios, hits, key, row),
        Found::Cooperate(_, found) => cooperate::portfolio(found, key, row),
        Found::Pillars(_, found) => pillars::portfolio(found, key, row),
        Found::Changes(_, found) => plan_changes::portfolio(found, key, row),
        Found::Fortify(_, found) => fortify::portfolio(found, key, row),
        _ => None,
    };
    let portfolio = portfolio.filter(|(_, outcome)| outcome.objective.is_some());
    Meaning { portfolio: portfolio.map(|(name, outcome)| (name, outcome.picks.clone())), candidates, about }
}

pub(crate) fn explained(run: &AnalysisRun) -> Option<CandidateIx> {
    match &run.outcome {
        Found::Explain(_, found) => match found.as_ref() {
            Explained::Candidate(candidate, _) => Some(*candidate),
            Explained::Impossible(..) => None,
        },
        _ => None,
    }
}

/// Columns whose cells name candidates, most to the point first; the picks of a whole portfolio are not among them.
const NAMING: [&str; 4] = ["candidate", "enter", "leave", "cut"];

/// The candidates that a row names.
fn named(case: &Case, table: &Table, row: usize) -> Vec<CandidateIx> {
    let mut found = Vec::new();
    let Some(cells) = table.rows.get(row) else { return found };
    for name in NAMING {
        let cell = table.columns.iter().position(|column| column.key == name).and_then(|at| cells.get(at));
        let ids = cell.map_or(&[] as &[String], Value::ids);
        for ix in ids.iter().filter_map(|id| case.candidate_by_id(id)) {
            if !found.contains(&ix) {
                found.push(ix);
            }
        }
    }
    found
}

/// Where the recommended and the own portfolio stand on the chart of two aims, in one sentence.
pub(crate) fn mark_sentence(shown: ShownRun<'_>) -> Option<String> {
    let Found::Pareto(..) = &shown.run.outcome else { return None };
    let told = |mark: &Mark| {
        let name = match mark.whose {
            Whose::Recommended => format!("R, {}", word("recommended")),
            Whose::Own => format!("O, {}", word("own")),
        };
        say!("analyses-name-at-up", name = name, value = fixed(mark.at.1, 2), other_value = fixed(mark.at.0, 2))
    };
    let marks: Vec<String> = shown.marks.iter().map(told).collect();
    (!marks.is_empty()).then(|| format!("{}.", marks.join("; ")))
}
