//! The guided tour: a few lines above the footer, one step at a time, while all keys work as always. A step goes on by
//! itself when what it asks for was done; a key passes over it.

use super::app::App;
use super::popups::Popup;
use super::screen::Screen;
use super::screens::{analyses, budgets, candidates, overview, portfolio, services};

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
    pub text: &'static str,
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
    TourStep {
        screen: overview::SCREEN,
        text: "This is the case at a glance: how much decision power the country has now, and how much the recommended portfolio brings. All keys work while the tour is on. Press ‹services› for the services.",
        task: Task::Go(services::SCREEN),
    },
    TourStep {
        screen: services::SCREEN,
        text: "Control turns into power in steps: a few percent more can bring nothing, or a seat at the table. The ladder below shows how far a service is from its next rung. Move with ‹down› and ‹up› or the arrows.",
        task: Task::Move,
    },
    TourStep {
        screen: services::SCREEN,
        text: "What could bring the next rung stands above the ladder. These are candidates: investments that could be made. Press ‹candidates› to see them all.",
        task: Task::Go(candidates::SCREEN),
    },
    TourStep {
        screen: candidates::SCREEN,
        text: "`rec` has the start year of those that the program recommends, `own` of those that you chose. Press ‹toggle-own› to put the one under the cursor into your own portfolio, and see above what it gains.",
        task: Task::Choose,
    },
    TourStep {
        screen: candidates::SCREEN,
        text: "Now change an assumption: ‹go-column› finds a column: type cost_1 and press ‹list/accept›. There press ‹edit›, type a number, press ‹line/accept›. The recommendation is computed anew by itself, with a new proof.",
        task: Task::Edit,
    },
    TourStep { screen: candidates::SCREEN, text: "Everything can be taken back: press ‹undo›.", task: Task::Undo },
    TourStep {
        screen: candidates::SCREEN,
        text: "Each ministry has money in each year. What is not spent moves to the next year as far as its carry-over rule lets it. Press ‹budgets› for the budgets.",
        task: Task::Go(budgets::SCREEN),
    },
    TourStep {
        screen: budgets::SCREEN,
        text: "An amount is edited with ‹edit› here too; the bars show what is spent, carried on and left. Press ‹portfolio› for the portfolio.",
        task: Task::Go(portfolio::SCREEN),
    },
    TourStep {
        screen: portfolio::SCREEN,
        text: "This is the recommended portfolio. Press ‹proof› for its proof: no other portfolio that keeps every rule gains more.",
        task: Task::Proof,
    },
    TourStep {
        screen: portfolio::SCREEN,
        text: "The case can be asked more: what more money would bring, what is nearly as good, what holds in other scenarios, what cooperation is worth. On a candidate ‹explain-candidate› says why it is in or out. Press ‹analyses› for the analyses.",
        task: Task::Go(analyses::SCREEN),
    },
    TourStep {
        screen: analyses::SCREEN,
        text: "Here ‹run› runs an analysis in the background. That was all: ‹export› writes the portfolio to a file, ‹lock-in› and ‹lock-out› lock a candidate in or out with a reason, ‹help› shows every key, ‹palette› finds every command, ‹save› saves. ‹back› ends the tour.",
        task: Task::Nothing,
    },
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
