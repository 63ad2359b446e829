//! Portfolios side by side: what each gives, which picks all share, which differ, and what changes in spending and rungs.
//!
//! Each column is a portfolio in a case: of one's own, or the best of the case, of a scenario or of another case. Candidates,
//! services and ministries of different cases are matched by id.

use crate::say;
use std::sync::Arc;

use crate::measure::{Evaluation, evaluate};
use crate::model::{Case, Money, Portfolio, PowerRule, Year};
use crate::optimise::{ProofStatus, QueryResult};

/// What a column's portfolio is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The planner's own.
    Own,
    /// Proven to be the best of its case.
    Best,
    /// The best that was found of its case.
    Found,
    /// There is none: proven.
    Impossible,
    /// None was found before the search was stopped.
    Unknown,
}

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
    /// What it is; where there is none, `portfolio` has no picks and nothing is to be told of it.
    pub kind: Kind,
}

impl Column {
    /// A portfolio, measured in its case.
    pub fn own(name: String, case: Arc<Case>, portfolio: Portfolio) -> Self {
        let evaluation = evaluate(&case, &portfolio);
        Self { name, case, portfolio, evaluation, kind: Kind::Own }
    }

    /// The best of a case, as far as it is known.
    pub fn best(name: String, case: Arc<Case>, reply: &QueryResult) -> Self {
        let kind = match (reply.known, reply.portfolio()) {
            (ProofStatus::Impossible, _) => Kind::Impossible,
            (_, None) => Kind::Unknown,
            (ProofStatus::Proven, Some(_)) => Kind::Best,
            (ProofStatus::Open, Some(_)) => Kind::Found,
        };
        Self { kind, ..Self::own(name, case, reply.portfolio().cloned().unwrap_or_default()) }
    }

    /// Whether there is a portfolio.
    pub fn is_there(&self) -> bool {
        !matches!(self.kind, Kind::Impossible | Kind::Unknown)
    }

    /// The start of a candidate, by id, where it is chosen.
    pub fn start(&self, id: &str) -> Option<i32> {
        let candidate = self.case.candidate_by_id(id)?;
        self.portfolio.pick(candidate).map(|pick| pick.start)
    }

    /// The rung that a service, by id, holds at the end, in words; its power where a cap table decides. `None` if the case has
    /// no such service.
    pub fn rung(&self, id: &str) -> Option<String> {
        let at = self.case.services.iter().position(|service| service.id == id).filter(|_| self.is_there())?;
        let result = &self.evaluation.services[at];
        let name = result.rung_after.map(|rung| self.case[rung].name.clone());
        Some(name.unwrap_or_else(|| match self.case.services[at].power {
            PowerRule::Ladder => say!("compare-no-rung"),
            _ => say!("story-power", power = result.power_after.normalize()),
        }))
    }

    /// The gain by a ministry's own weights, by id.
    pub fn own_gain(&self, id: &str) -> Option<rust_decimal::Decimal> {
        let ministry = self.case.ministry_by_id(id).filter(|_| self.is_there())?;
        Some(self.evaluation.ministries[ministry.0].gain_by_own_weights.normalize())
    }

    /// What a ministry, by id, pays.
    pub fn paid(&self, id: &str) -> Option<rust_decimal::Decimal> {
        let ministry = self.case.ministry_by_id(id).filter(|_| self.is_there())?;
        Some(self.evaluation.ministries[ministry.0].spent.normalize())
    }
}

impl Column {
    /// What all ministries spend in a year of the case's horizon.
    pub fn spent_in(&self, year: Year) -> Option<Money> {
        let at = self.case.year_ix(year).filter(|_| self.is_there())?;
        Some(self.evaluation.spending.iter().map(|years| years[at].spent).sum::<Money>().normalize())
    }

    /// The public bill of the candidates of a domain, by id.
    pub fn spent_on(&self, domain: &str) -> Option<Money> {
        let at = self.case.domains.iter().position(|it| it.id == domain).filter(|_| self.is_there())?;
        let picks = self.evaluation.picks.iter().filter(|pick| self.case[pick.candidate].domain.0 == at);
        Some(picks.map(|pick| pick.bill).sum::<Money>().normalize())
    }
}

/// The years of all horizons together.
pub fn all_years(columns: &[Column]) -> Vec<Year> {
    let first = columns.iter().map(|column| column.case.first_year).min();
    let last = columns.iter().map(|column| column.case.last_year).max();
    first.zip(last).map(|(first, last)| (first..=last).collect()).unwrap_or_default()
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
