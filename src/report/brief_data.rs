//! What the page for a minister says beyond the answer, as plain data.

use super::number::Figure;

/// What is measured for the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// The picks that matter most, the most important first.
    pub picks: Vec<Loss>,
    /// The candidates left out that would add most, the most important first.
    pub left_out: Vec<Addition>,
    /// How many are locked out, each with its reason.
    pub locked_out: Vec<(String, String)>,
    /// The portfolio in each scenario of the case; none if the case has none.
    pub scenarios: Vec<Held>,
    /// The service that keeps its rung by the least control, in percentage points.
    pub reserve: Option<(String, String, Figure)>,
    /// Whether no candidate has a gain or points yet.
    pub nothing_gains: bool,
    /// Whether the index is the mean over the years.
    pub is_average: bool,
    /// The portfolio that the page is about, where somebody chose it and not the optimiser.
    pub given: Option<Given>,
}

/// A portfolio that somebody chose, such as an agreed proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What it is called.
    pub name: String,
    /// The rules that it breaks, in words.
    pub broken: Vec<String>,
    /// The objective of the best portfolio, as far as one was found.
    pub best: Option<Figure>,
    /// Whether no better one than that is possible.
    pub is_proven: bool,
}

/// What is lost without a pick, while all others stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// Its name.
    pub name: String,
    /// Its public bill.
    pub bill: Figure,
    /// The index points that go.
    pub index: Figure,
    /// Its direct points.
    pub points: Figure,
    /// The service that falls furthest: its name, its rung, and the rung that is left.
    pub falls: Option<(String, String, String)>,
}

/// What a candidate that is left out would add to the portfolio, if it were paid for.
#[derive(Debug, Clone, PartialEq)]
pub struct Addition {
    /// Its name.
    pub name: String,
    /// Its public bill.
    pub bill: Figure,
    /// The points that it would add, direct ones with them.
    pub adds: Figure,
}

/// The portfolio, unchanged, in a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The scenario.
    pub name: String,
    /// The index that it reaches there.
    pub index: Figure,
    /// Which rules it breaks there, in one clause; empty where it keeps all.
    pub broken: String,
}
