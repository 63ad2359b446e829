//! The guided tour: a few lines above the footer, one step at a time, while all keys work as always.

use super::screens::Screen;

/// Where the tour is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tour {
    /// The step, from 0.
    pub step: usize,
}

/// A step of the tour.
pub(crate) struct TourStep {
    /// The screen that it is about.
    pub screen: Screen,
    /// What it says.
    pub text: &'static str,
}

/// The steps, for the tutorial case.
pub(crate) const STEPS: &[TourStep] = &[
    TourStep {
        screen: Screen::Overview,
        text: "This is the case at a glance: how much decision power the country has now, and how much the recommended portfolio brings. F2 goes on, Esc ends the tour. All keys work meanwhile.",
    },
    TourStep {
        screen: Screen::Services,
        text: "Control turns into power in steps. Move with j and k: the ladder below shows how far a service is from its next rung. A few percent more can bring nothing, or a seat at the table.",
    },
    TourStep {
        screen: Screen::Candidates,
        text: "These are the investments that could be made. `rec` has the start year of those that the program recommends, `own` of those that you chose. Space puts the one under the cursor into your own portfolio.",
    },
    TourStep {
        screen: Screen::Candidates,
        text: "Now change an assumption: go to a cost, press Enter, type a number, press Enter again. The recommendation is computed anew by itself; u takes the change back.",
    },
    TourStep {
        screen: Screen::Budgets,
        text: "Each ministry has money in each year. What is not spent moves to the next year as far as its carry-over rule lets it. Enter edits an amount here too.",
    },
    TourStep {
        screen: Screen::Portfolio,
        text: "This is the recommended portfolio with its proof: no other portfolio that keeps every rule gains more. E writes it to a file, as a table, CSV, JSON or a note for a minister.",
    },
    TourStep {
        screen: Screen::Analyses,
        text: "Here the case can be asked more: what more money would bring, what is nearly as good, what holds in other scenarios, what cooperation is worth. r runs one in the background. On a candidate w says why it is in or out.",
    },
    TourStep {
        screen: Screen::Candidates,
        text: "That was all. + and - lock a candidate in or out with a reason, ? shows every key, : finds every command, Ctrl-s saves. Esc ends the tour.",
    },
];

impl Tour {
    /// The step that is shown.
    pub fn current(self) -> Option<&'static TourStep> {
        STEPS.get(self.step)
    }
}
