//! What answers leave behind for questions about cases that are nearly the same.

use std::collections::HashMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::engine::Remembered;
use super::ordered::Ordered;
use super::question::Question;
use super::seen::Seen;
use crate::measure::{Evaluation, evaluate};
use crate::model::{CandidateIx, Case, Pick, Portfolio};
use crate::rules::facts::distance;

/// What an earlier portfolio may lose in another case and still be near its best, as a part of its objective.
const NEAR: Decimal = Decimal::from_parts(75, 0, 0, false, 4);

/// What the last answer leaves behind for the next question: its portfolio, multipliers, basis, and the tree of its proof.
///
/// A question about a case that differs in a few cells is answered from there in a fraction of the time. The answer does
/// not depend on it: everything that is read from it is proven anew. It stays small (a few megabytes at most) and cheap
/// to clone. An empty memory is a fresh start.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// Of the highest objective.
    pub(super) best: Option<Arc<Remembered>>,
    /// Of the lowest bill among the best.
    pub(super) cheapest: Option<Arc<Remembered>>,
    /// An answer that is too far away to be gone on from: what branching cost there says which candidates to try out first.
    pub(super) hints: Option<Arc<Remembered>>,
}

impl Memory {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.best.is_none()
    }

    /// What is left of it for a question that is not to be gone on with from there.
    #[must_use]
    pub fn hints_only(&self) -> Self {
        Self { best: None, cheapest: None, hints: self.best.clone().or_else(|| self.hints.clone()) }
    }

    /// Whether an earlier answer is worth starting from: its portfolio still keeps every rule and is worth nearly as much. Else
    /// the best is another one, of which the old tree knows nothing: going through it costs more than it saves (measured over
    /// made-up edits: a quarter of a fresh search in the one case, half as much again in the other).
    pub(super) fn is_near(&self, case: &Case) -> bool {
        let Some(old) = &self.best else { return false };
        let Some(portfolio) = old.portfolio() else { return true };
        let now = translated(&old.case, case, &portfolio).map(|it| evaluate(case, &it));
        let Some(now) = now.filter(Evaluation::keeps_all_rules) else { return false };
        let before = evaluate(&old.case, &portfolio).objective;
        before - now.objective <= before.abs() * NEAR
    }

    /// In how many rows of its tables the case of a question differs from the one that this was left by; none where it is
    /// empty. A question that values things otherwise is about a case that does.
    pub fn distance(&self, question: &Question) -> Option<usize> {
        let old = &self.best.as_ref()?.case;
        let seen = Seen::of(question);
        let case = &Ordered::new(seen.as_ref().map_or(&question.case, |seen| &seen.case)).case;
        Some(distance(case, old))
    }
}

/// A portfolio of one case in another one, by ids; none where a pick or a ministry is not there.
fn translated(from: &Case, to: &Case, portfolio: &Portfolio) -> Option<Portfolio> {
    let payers = |case: &Case| case.ministries.iter().map(|ministry| ministry.id.clone()).collect::<Vec<_>>();
    let ids: HashMap<&str, usize> = to.candidates.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
    let pick = |pick: &Pick| {
        let candidate = CandidateIx(*ids.get(from[pick.candidate].id.as_str())?);
        Some(Pick { candidate, ..pick.clone() })
    };
    let picks = portfolio.picks().iter().map(pick).collect::<Option<Vec<_>>>()?;
    (payers(from) == payers(to)).then(|| Portfolio::new(picks))
}
