//! What an analysis found, as plain data of the library, and the report that is made of it.

use super::At;
use crate::analyse::alternatives::Others;
use crate::analyse::budget_frontier::BudgetSteps;
use crate::analyse::cooperate::Cooperation;
use crate::analyse::explain::Reasons;
use crate::analyse::importance::Worth;
use crate::analyse::pareto::{Axis, Front};
use crate::analyse::repairs::Repairs;
use crate::analyse::robust::Robustness;
use crate::analyse::scenarios::Scenario;
use crate::analyse::stress::Hit;
use crate::measure::evaluate;
use crate::model::{CandidateIx, Case, Percent, Portfolio};
use crate::optimise::Answer;
use crate::report::analyses::{self, Context};
use crate::report::{self, AnalysisReport, CaseHeader};

/// What an analysis found.
#[derive(Debug, Clone)]
pub(crate) enum Found {
    /// The frontier by budget.
    Budget(BudgetSteps),
    /// The front of two aims.
    Pareto(Box<(Front, Axis, Axis)>),
    /// Alternatives within so many percent.
    Alternatives(Others, Percent),
    /// Importance.
    Importance(Worth),
    /// Robustness.
    Robust(Box<Robustness>),
    /// A portfolio under scenarios.
    Stress(Vec<Scenario>, Vec<Hit>),
    /// Cooperation.
    Cooperate(Cooperation),
    /// Why a candidate is in or out.
    Explain(CandidateIx, Option<Box<Reasons>>),
    /// Why nothing is possible, and what would make it possible.
    Conflict(Box<Answer>, Option<Repairs>),
}

/// What an analysis found, on its way from the background to the screen.
#[derive(Debug, Clone)]
pub struct Finding(pub(crate) Box<Found>);

/// Where a portfolio stands on a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    /// Whose.
    pub whose: Whose,
    /// Where.
    pub at: At,
}

/// Whose portfolio stands on a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The recommended one.
    Recommended,
    /// The planner's own.
    Own,
}

impl Found {
    /// The ways out of a case without a portfolio, where they were looked for.
    pub fn repairs(&self) -> Option<&Repairs> {
        match self {
            Self::Conflict(_, repairs) => repairs.as_ref(),
            _ => None,
        }
    }

    /// The report that is made of it.
    pub fn report(&self, case: &Case, header: CaseHeader) -> AnalysisReport {
        let context = Context::new(case, header);
        match self {
            Self::Budget(steps) => analyses::frontier::report(steps, context),
            Self::Pareto(found) => {
                let (front, first, second) = found.as_ref();
                analyses::pareto::report((front, first, second), context)
            }
            Self::Alternatives(others, within) => analyses::alternatives::report((others, *within), context),
            Self::Importance(worth) => analyses::importance::report(worth, context),
            Self::Robust(found) => analyses::robust::report(found, context),
            Self::Stress(scenarios, hits) => analyses::stress::report((scenarios, hits), context),
            Self::Cooperate(found) => analyses::cooperate::report(found, context),
            Self::Explain(candidate, reasons) => analyses::explain::report((*candidate, reasons.as_deref()), context),
            Self::Conflict(answer, repairs) => analyses::impossible::report((answer, repairs.as_ref()), context),
        }
    }

    /// Tables that only the screen has: too wide or too graphic for a report.
    pub fn extra(&self, case: &Case) -> Vec<report::Table> {
        match self {
            Self::Robust(found) => vec![crate::tui::screens::analyses::presence(case, found)],
            _ => Vec::new(),
        }
    }

    /// Where the recommended and the own portfolio stand on its chart.
    pub fn marks(&self, case: &Case, recommended: Option<&Portfolio>, own: Option<&Portfolio>) -> Vec<Mark> {
        let both = [(Whose::Recommended, recommended), (Whose::Own, own)];
        let both = both.into_iter().filter_map(|(whose, portfolio)| Some((whose, portfolio?)));
        let place = |portfolio: &Portfolio| -> Option<At> {
            let evaluation = evaluate(case, portfolio);
            match self {
                Self::Budget(steps) => Some((steps.own, evaluation.objective)),
                Self::Pareto(found) => {
                    let (_, first, second) = found.as_ref();
                    let of = |axis: &Axis| axis.measure.of(case, portfolio, &evaluation);
                    Some((of(second), of(first)))
                }
                _ => None,
            }
        };
        if !matches!(self, Self::Budget(_) | Self::Pareto(_)) {
            return Vec::new();
        }
        both.filter_map(|(whose, portfolio)| Some(Mark { whose, at: place(portfolio)? })).collect()
    }
}
