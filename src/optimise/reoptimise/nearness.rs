//! What answers leave behind for questions about cases that are nearly the same.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::recast::RecastObjective;
use crate::measure::{Evaluation, evaluate};
use crate::model::{CandidateIx, Case, Pick, Portfolio};
use crate::optimise::canonical_case::CanonicalCase;
use crate::optimise::dd::WarmStart;
use crate::optimise::query::Query;
use crate::rules::facts::distance;

/// What an earlier portfolio may lose in another case and still be near its best, as a part of its objective.
const NEAR: Decimal = Decimal::from_parts(75, 0, 0, false, 4);

impl WarmStart {
    /// Whether an earlier answer is worth starting from: its portfolio still keeps every rule and is worth nearly as much. Else
    /// the best is another one, of which the old tree knows nothing: going through it costs more than it saves (measured over
    /// made-up edits: a quarter of a fresh search in the one case, half as much again in the other).
    pub(crate) fn is_near(&self, case: &Case) -> bool {
        let Some(old) = &self.best else { return false };
        let Some(portfolio) = old.portfolio() else { return true };
        let now = translated(&old.case, case, &portfolio).map(|it| evaluate(case, &it));
        let Some(now) = now.filter(Evaluation::keeps_all_rules) else { return false };
        let before = evaluate(&old.case, &portfolio).objective;
        before - now.objective <= before.abs() * NEAR
    }

    /// In how many rows of its tables the case of a question differs from the one that this was left by; `None` if it is
    /// empty. A question that values things otherwise is about a case that does.
    pub fn distance(&self, question: &Query) -> Option<usize> {
        let old = &self.best.as_ref()?.case;
        let recast = RecastObjective::of(question);
        let case = &CanonicalCase::new(recast.as_ref().map_or(&question.case, |recast| &recast.case)).case;
        Some(distance(case, old))
    }
}

/// A portfolio of one case in another one, by ids; `None` if a pick or a ministry is not there.
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
