//! The frontier by budget: a stair with its knees, and where the recommended and the own portfolio stand.

use super::parts::{Picture, own_marks};
use super::runs::{At, ShownRun};
use crate::analyse::Outcome;
use crate::analyse::budget_frontier::{BudgetSteps, Knee, Step};
use crate::messages::word;
use crate::say;
use crate::session::analyses::RunningAnalysis;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::number::plain;
use crate::tui::widgets::plot::{Mark, Plot};

fn step<'a>(steps: &'a BudgetSteps, key: &str, row: usize) -> Option<&'a Step> {
    match key {
        "steps" => steps.steps.get(row),
        _ => steps.at.get(row).copied().flatten().and_then(|at| steps.steps.get(at)),
    }
}

pub(super) fn portfolio<'a>(steps: &'a BudgetSteps, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    let step = step(steps, key, row)?;
    Some((say!("budget-best-at-total", total = plain(step.from)), &step.best))
}

/// The stair.
pub(super) fn picture(shown: ShownRun<'_>, steps: &BudgetSteps, key: &str, cursor: Option<usize>) -> Option<Picture> {
    let mut marks = Vec::new();
    for step in &steps.steps {
        let Some(objective) = step.best.objective else { continue };
        let at = (step.from, objective);
        match step.knee {
            Knee::None => {}
            Knee::Knee => marks.push(Mark { at, sign: "k", word: "knee", role: Role::Accent }),
            Knee::Main => marks.push(Mark { at, sign: "K", word: "main knee", role: Role::Accent }),
        }
    }
    let stairs = stairs(steps);
    if stairs.is_empty() {
        return None;
    }
    marks.extend(own_marks(shown));
    let here = cursor.and_then(|row| step(steps, key, row));
    let cursor = here.and_then(|step| Some((step.from, step.best.objective?)));
    let unit = shown.run.case.money_unit();
    let across =
        if unit.is_empty() { say!("budget-total-budget") } else { say!("budget-total-budget-unit", unit = unit) };
    Some(Picture::Plot(Plot { across, up: word("objective"), stairs, marks, reach: steps.grid.clone(), cursor }))
}

/// The budgets whose best portfolio is known, as stairs: one for each stretch without a gap.
fn stairs(steps: &BudgetSteps) -> Vec<Vec<At>> {
    let mut stairs: Vec<Vec<At>> = Vec::new();
    let mut open = false;
    for (total, at) in steps.grid.iter().zip(&steps.at) {
        let objective = at.and_then(|at| steps.steps.get(at)).and_then(|step| step.best.objective);
        match (objective, stairs.last_mut().filter(|_| open)) {
            (Some(objective), Some(stair)) => stair.push((*total, objective)),
            (Some(objective), None) => stairs.push(vec![(*total, objective)]),
            (None, _) => {}
        }
        open = objective.is_some();
    }
    stairs
}

/// The answers so far of a frontier that is under way, as points.
pub(crate) fn so_far(running: &RunningAnalysis, glyphs: Glyphs) -> Plot {
    let mark = |at: At| Mark { at, sign: glyphs.yes(), word: "answered so far", role: Role::Series(1) };
    let marks = running.answers.iter().filter_map(|answered| answered.at.map(mark));
    Plot { up: word("objective"), marks: marks.collect(), reach: running.reach.clone(), ..Plot::default() }
}
