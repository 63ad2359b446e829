//! The guided tour: a few lines above the footer, one step at a time, while all keys work as always. A step goes on by
//! itself when what it asks for was done; a key passes over it.

use super::{App, Popup};
use crate::say;
use crate::tui::screen::Screen;

/// Lines that it takes.
pub(crate) const TOUR: u16 = 5;

/// Where the tour is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tour {
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
#[rustfmt::skip]
pub(crate) const STEPS: &[TourStep] = &[
    step(Screen::OVERVIEW, || say!("tour-case-glance-how-much"), Task::Go(Screen::SERVICES)),
    step(Screen::SERVICES, || say!("tour-control-turns-into-power"), Task::Move),
    step(Screen::SERVICES, || say!("tour-could-bring-next-rung"), Task::Go(Screen::CANDIDATES)),
    step(Screen::CANDIDATES, || say!("tour-rec-has-start-year"), Task::Choose),
    step(Screen::CANDIDATES, || say!("tour-now-change-assumption-finds"), Task::Edit),
    step(Screen::CANDIDATES, || say!("tour-everything-can-taken-back"), Task::Undo),
    step(Screen::CANDIDATES, || say!("tour-each-ministry-has-money"), Task::Go(Screen::BUDGETS)),
    step(Screen::BUDGETS, || say!("tour-amount-edited-here-too"), Task::Go(Screen::PORTFOLIO)),
    step(Screen::PORTFOLIO, || say!("tour-recommended-portfolio-press-proof"), Task::Proof),
    step(Screen::PORTFOLIO, || say!("tour-case-can-asked-more"), Task::Go(Screen::ANALYSES)),
    step(Screen::ANALYSES, || say!("tour-here-runs-analysis-background"), Task::Go(Screen::SCENARIOS)),
    step(Screen::SCENARIOS, || say!("tour-scenarios"), Task::Go(Screen::COMPARE)),
    step(Screen::COMPARE, || say!("tour-compare"), Task::Go(Screen::PROPOSALS)),
    step(Screen::PROPOSALS, || say!("tour-proposals"), Task::Nothing),
];

const fn step(screen: Screen, text: fn() -> String, task: Task) -> TourStep {
    TourStep { screen, text, task }
}

impl Tour {
    /// The step that is shown.
    pub fn current(&self) -> Option<&'static TourStep> {
        STEPS.get(self.step)
    }

    /// The tour at a step; none behind the last.
    pub fn at(app: &App, step: usize) -> Option<Self> {
        (step < STEPS.len()).then(|| Self { step, from: standing(app) })
    }

    /// Goes on to the next step where what the present one asks for was done.
    pub fn go_on(app: &mut App) {
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
            app.tour = Self::at(app, tour.step + 1);
        }
    }
}

fn standing(app: &App) -> Standing {
    let row = app.table_key().map_or(0, |key| app.table_state(key).row);
    let document = app.document.as_ref();
    Standing {
        row,
        own: document.map_or(0, |document| document.own.picks.len()),
        steps: document.map_or((0, 0), |document| document.history.lengths()),
    }
}
