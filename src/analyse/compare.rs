//! Portfolios side by side: what each gives, which picks all share, which differ, and what changes in spending and rungs.
//!
//! Each column is a portfolio in a case: of one's own, or the best of the case, of a scenario or of another case. Candidates,
//! services and ministries of different cases are matched by id.

use std::sync::Arc;

use crate::measure::{Evaluation, evaluate};
use crate::model::{Case, Portfolio};

/// A portfolio in a case.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its case.
    pub case: Arc<Case>,
    /// The portfolio.
    pub portfolio: Portfolio,
    /// What it gives.
    pub evaluation: Evaluation,
    /// Whether it is proven to be the best of its case; none for one of the planner's own.
    pub proven: Option<bool>,
}

impl Column {
    /// A portfolio, measured in its case.
    pub fn new(name: String, case: Arc<Case>, portfolio: Portfolio, proven: Option<bool>) -> Self {
        let evaluation = evaluate(&case, &portfolio);
        Self { name, case, portfolio, evaluation, proven }
    }

    /// The start of a candidate, by id, where it is chosen.
    pub fn start(&self, id: &str) -> Option<i32> {
        let candidate = self.case.candidate_by_id(id)?;
        self.portfolio.pick(candidate).map(|pick| pick.start)
    }

    /// The name of the rung that a service, by id, holds at the end; empty for none.
    pub fn rung(&self, id: &str) -> Option<String> {
        let at = self.case.services.iter().position(|service| service.id == id)?;
        let result = &self.evaluation.services[at];
        let name = result.rung_after.map(|rung| self.case[rung].name.clone());
        Some(name.unwrap_or_else(|| result.power_after.normalize().to_string()))
    }

    /// What a ministry, by id, pays.
    pub fn paid(&self, id: &str) -> Option<rust_decimal::Decimal> {
        let ministry = self.case.ministry_by_id(id)?;
        Some(self.evaluation.ministries[ministry.0].spent.normalize())
    }
}

/// The ids that appear in any column, in the order of the first that has them.
pub fn all_ids<'a>(columns: &'a [Column], of: impl Fn(&'a Column) -> Vec<&'a str>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = Vec::new();
    for column in columns {
        for id in of(column) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids
}
