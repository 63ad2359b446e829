//! The guided tour: a few lines above the footer, one step at a time, while all keys work as always. A step goes on by
//! itself when what it asks for was done; a key passes over it.

use super::app::App;
use super::popups::Popup;
use super::screen::Screen;
use super::screens::{analyses, budgets, candidates, overview, portfolio, services};
use crate::say;

/// Where the tour is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tour {
    /// The step, from 0.
    pub step: usize,
    /// What there was when the step began.
    from: Standing,
}

/// What a step may be about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Standing {
    row: usize,
    own: usize,
    steps: (usize, usize),
}

/// A step of the tour.
pub(crate) struct TourStep {
    /// The screen that it is about.
    pub screen: Screen,
    /// What it says.
    pub text: fn() -> String,
    task: Task,
}

/// What a step asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    /// To go to this screen.
    Go(Screen),
    /// To move the cursor of the table.
    Move,
    /// To put a candidate into the own portfolio.
    Choose,
    /// To edit something.
    Edit,
    /// To take an edit back.
    Undo,
    /// To look at the proof.
    Proof,
    /// Nothing: it is the last one.
    Nothing,
}

/// The steps, for the tutorial case.
pub(crate) const STEPS: &[TourStep] = &[
    TourStep { screen: overview::SCREEN, text: || say!("tour-case-glance-how-much"), task: Task::Go(services::SCREEN) },
    TourStep { screen: services::SCREEN, text: || say!("tour-control-turns-into-power"), task: Task::Move },
    TourStep {
        screen: services::SCREEN,
        text: || say!("tour-could-bring-next-rung"),
        task: Task::Go(candidates::SCREEN),
    },
    TourStep { screen: candidates::SCREEN, text: || say!("tour-rec-has-start-year"), task: Task::Choose },
    TourStep { screen: candidates::SCREEN, text: || say!("tour-now-change-assumption-finds"), task: Task::Edit },
    TourStep { screen: candidates::SCREEN, text: || say!("tour-everything-can-taken-back"), task: Task::Undo },
    TourStep {
        screen: candidates::SCREEN,
        text: || say!("tour-each-ministry-has-money"),
        task: Task::Go(budgets::SCREEN),
    },
    TourStep {
        screen: budgets::SCREEN,
        text: || say!("tour-amount-edited-here-too"),
        task: Task::Go(portfolio::SCREEN),
    },
    TourStep { screen: portfolio::SCREEN, text: || say!("tour-recommended-portfolio-press-proof"), task: Task::Proof },
    TourStep { screen: portfolio::SCREEN, text: || say!("tour-case-can-asked-more"), task: Task::Go(analyses::SCREEN) },
    TourStep { screen: analyses::SCREEN, text: || say!("tour-here-runs-analysis-background"), task: Task::Nothing },
];

impl Tour {
    /// The step that is shown.
    pub fn current(&self) -> Option<&'static TourStep> {
        STEPS.get(self.step)
    }
}

/// The tour at a step; none behind the last.
pub(crate) fn at(app: &App, step: usize) -> Option<Tour> {
    (step < STEPS.len()).then(|| Tour { step, from: standing(app) })
}

fn standing(app: &App) -> Standing {
    let row = app.screen.table(app).map_or(0, |key| app.table_state(key).row);
    let document = app.document.as_ref();
    Standing {
        row,
        own: document.map_or(0, |document| document.own.picks.len()),
        steps: document.map_or((0, 0), |document| document.history.lengths()),
    }
}

/// Goes on to the next step where what the present one asks for was done.
pub(crate) fn go_on(app: &mut App) {
    let Some(tour) = &app.tour else { return };
    let Some(step) = tour.current() else { return };
    let (was, now) = (&tour.from, standing(app));
    let typing = matches!(app.popups.last(), Some(Popup::Prompt(_)));
    let done = match step.task {
        Task::Go(screen) => app.screen == screen,
        Task::Move => app.screen == step.screen && now.row != was.row,
        Task::Choose => now.own > was.own,
        Task::Edit => now.steps.0 > was.steps.0 && !typing,
        Task::Undo => now.steps.1 > was.steps.1,
        Task::Proof => app.popups.is_empty() && app.screen == step.screen && app.proof_seen,
        Task::Nothing => false,
    };
    if done {
        app.tour = at(app, tour.step + 1);
    }
}
