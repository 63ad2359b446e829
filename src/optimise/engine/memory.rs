//! What a search leaves behind for a search of a related case.

use std::collections::HashMap;
use std::sync::Arc;

use super::branching::Pseudocost;
use super::master::Basic;
use super::plan::Selection;
use super::record::{Most, Record};
use super::search::Problem;
use super::solve::portfolio_of;
use crate::model::{Case, Portfolio};
use crate::optimise::Goal;

/// No larger tree is kept.
pub(super) const KEPT: Most = Most { leaves: 4000, entries: 24_000, bytes: 100_000_000 };

/// What a search that was through leaves behind.
#[derive(Debug)]
pub(crate) struct Remembered {
    /// The case that was searched.
    pub case: Case,
    /// The same as the engine saw it.
    pub problem: Problem,
    /// What was sought.
    pub goal: Goal,
    /// Its tree, with the multipliers that close each leaf; none where it would take too much memory.
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
