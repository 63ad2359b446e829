//! What a search leaves behind for a search of a related case.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::branching::Pseudocost;
use super::master::Basic;
use super::problem::Problem;
use super::record::{Entry, Most, Record};
use crate::model::{Case, Portfolio};
use crate::optimise::instance::plan::Selection;
use crate::optimise::instance::portfolio::portfolio_of;
use crate::optimise::instance::rows::RowName;
use crate::optimise::task::Goal;

/// No larger tree is kept.
pub(super) const KEPT: Most = Most { leaves: 4000, entries: 24_000, bytes: 100_000_000 };

/// What the last answer leaves behind for the next question: its portfolio, multipliers, basis, and the tree of its proof.
///
/// A question about a case that differs in a few cells is answered from there in a fraction of the time. The answer does
/// not depend on it: everything that is read from it is proven anew. It stays small (a few megabytes at most) and cheap
/// to clone. An empty one is a fresh start.
#[derive(Debug, Clone, Default)]
pub struct WarmStart {
    /// Of the highest objective.
    pub(crate) best: Option<Arc<Remembered>>,
    /// Of the lowest bill among the best.
    pub(crate) cheapest: Option<Arc<Remembered>>,
    /// An answer that is too far away to be gone on from: what branching cost there says which candidates to try out first.
    pub(crate) hints: Option<Arc<Remembered>>,
}

impl WarmStart {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.best.is_none()
    }

    /// The rows that a proof needs that nothing is possible; `None` if there is no such proof, or its tree was too large to keep.
    pub(crate) fn rows_of_proof(&self) -> Option<BTreeSet<RowName>> {
        let best = self.best.as_ref().filter(|it| it.portfolio.is_none())?;
        let (rows, entries) = (&best.problem.instance.rows, &best.record.as_ref()?.entries);
        let mut needed = BTreeSet::new();
        let mut need = |row: &u32| needed.extend(rows.get(*row as usize).map(|row| row.name));
        for entry in entries {
            match entry {
                Entry::Fixed(prices, ..) | Entry::Leaf(prices) => prices.iter().for_each(|(row, _)| need(row)),
                Entry::ByRow(settled, _) => settled.iter().for_each(|(row, _)| need(row)),
                Entry::Broken(row) => need(row),
                // Whole starts and shares were tried against the budgets, or against every row: nothing is written down.
                Entry::Open | Entry::Settled => (0..).zip(rows).for_each(|(row, _)| need(&row)),
                Entry::Split(_) | Entry::Empty => {}
            }
        }
        Some(needed)
    }

    /// What is left of it for a question that is not to be gone on with from there.
    #[must_use]
    pub fn hints_only(&self) -> Self {
        Self { best: None, cheapest: None, hints: self.best.clone().or_else(|| self.hints.clone()) }
    }
}

/// What a search that was through leaves behind.
#[derive(Debug)]
pub(crate) struct Remembered {
    /// The case that was searched.
    pub case: Case,
    /// The same as the engine saw it.
    pub problem: Problem,
    /// What was sought.
    pub goal: Goal,
    /// Its tree, with the multipliers that close each leaf; `None` if it would take too much memory.
    pub record: Option<Record>,
    /// What the search knew besides.
    pub learnt: Learnt,
    /// The best portfolio.
    pub portfolio: Option<Selection>,
}

/// What a search learns on its way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Learnt {
    /// The multipliers of the root.
    pub prices: Vec<f64>,
    /// The basis of the root.
    pub basis: Arc<Vec<Basic>>,
    /// What branching on each candidate cost.
    pub costs: Vec<Pseudocost>,
}

impl Remembered {
    /// The best portfolio, as everybody else writes it.
    pub fn portfolio(&self) -> Option<Portfolio> {
        self.portfolio.as_ref().map(|portfolio| portfolio_of(&self.case, &self.problem.instance, portfolio))
    }

    /// What branching on each candidate of another case cost here.
    pub fn costs_for(&self, case: &Case) -> Vec<Pseudocost> {
        let ids = self.case.candidates.iter().map(|candidate| candidate.id.as_str());
        let costs: HashMap<&str, Pseudocost> = ids.zip(self.learnt.costs.iter().copied()).collect();
        case.candidates.iter().map(|it| costs.get(it.id.as_str()).copied().unwrap_or_default()).collect()
    }
}
