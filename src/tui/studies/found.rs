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
        match self {
            Self::Budget(steps) => report::budget_frontier_report(case, steps, header),
            Self::Pareto(found) => {
                let (front, first, second) = found.as_ref();
                report::pareto_report(case, front, (first, second), header)
            }
            Self::Alternatives(others, within) => report::alternatives_report(case, others, *within, header),
            Self::Importance(worth) => report::importance_report(case, worth, header),
            Self::Robust(found) => report::robust_report(case, found, header),
            Self::Stress(scenarios, hits) => report::stress_report(case, scenarios, hits, header),
            Self::Cooperate(found) => report::cooperate_report(case, found, header),
            Self::Explain(candidate, reasons) => report::explain_report(case, *candidate, reasons.as_deref(), header),
            Self::Conflict(answer, repairs) => report::impossible_report(case, answer, repairs.as_ref(), header),
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
