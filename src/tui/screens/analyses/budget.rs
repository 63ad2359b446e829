//! The frontier by budget: a stair with its knees, and where the recommended and the own portfolio stand.

use super::{Picture, own_marks};
use crate::analyse::Outcome;
use crate::analyse::budget_frontier::{BudgetSteps, Knee, Step};
use crate::tui::studies::Study;
use crate::tui::theme::Role;
use crate::tui::widgets::number::plain;
use crate::tui::widgets::plot::{Mark, Plot};

/// The step of a row.
fn step<'a>(steps: &'a BudgetSteps, key: &str, row: usize) -> Option<&'a Step> {
    match key {
        "steps" => steps.steps.get(row),
        _ => steps.at.get(row).copied().flatten().and_then(|at| steps.steps.get(at)),
    }
}

/// The portfolio of a row.
pub(super) fn portfolio<'a>(steps: &'a BudgetSteps, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    let step = step(steps, key, row)?;
    Some((format!("The best at a total budget of {}", plain(step.from)), &step.best))
}

/// The stair.
pub(super) fn picture(study: &Study, steps: &BudgetSteps, key: &str, cursor: Option<usize>) -> Option<Picture> {
    let mut marks = Vec::new();
    let mut stair = Vec::new();
    for step in &steps.steps {
        let Some(objective) = step.best.objective else { continue };
        let at = (step.from, objective);
        stair.push(at);
        match step.knee {
            Knee::None => {}
            Knee::Knee => marks.push(Mark { at, sign: "k", word: "knee", role: Role::Accent }),
            Knee::Main => marks.push(Mark { at, sign: "K", word: "main knee", role: Role::Accent }),
        }
    }
    let end = (*steps.grid.last()?, stair.last()?.1);
    stair.push(end);
    marks.extend(own_marks(study));
    let here = cursor.and_then(|row| step(steps, key, row));
    let cursor = here.and_then(|step| Some((step.from, step.best.objective?)));
    let unit = study.case.money_unit();
    let across = if unit.is_empty() { "total budget".to_owned() } else { format!("total budget, {unit}") };
    Some(Picture::Plot(Plot { across, up: "objective".into(), stairs: vec![stair], marks, cursor }))
}
