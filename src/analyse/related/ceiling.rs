//! Values that are proven not to be beaten, and what they say of an answer.

use rust_decimal::Decimal;

use crate::measure::Evaluation;
use crate::model::Portfolio;
use crate::optimise::{Aim, ProofStatus, Query, QueryResult, SAME};

/// A value that no portfolio of a question can beat: what a question with fewer rules was proven to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ceiling {
    /// No portfolio has a better value for the aim.
    pub value: Decimal,
    /// No portfolio with this value is cheaper; `None` if the bill does not matter.
    pub cost: Option<Decimal>,
}

impl Ceiling {
    /// What a proven answer is to every question that only adds rules to its own; `None` if it is not proven.
    pub fn of(reply: &QueryResult) -> Option<Self> {
        let cost = reply.evaluation().map(|evaluation| evaluation.cost);
        (reply.known == ProofStatus::Proven).then_some(())?;
        Some(Self { value: reply.value?, cost })
    }
}

/// The lower of two ceilings; of two that are as high, the one with the higher bill.
pub(super) fn lower(one: Option<Ceiling>, other: Option<Ceiling>) -> Option<Ceiling> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let first = one.value < other.value || (one.value == other.value && one.cost >= other.cost);
            Some(if first { one } else { other })
        }
        (one, other) => one.or(other),
    }
}

/// What a reply is under a ceiling: its bound is no worse, and what reaches the ceiling is proven.
pub(super) fn under(question: &Query, mut reply: QueryResult, ceiling: Option<Ceiling>) -> QueryResult {
    let Some(ceiling) = ceiling.filter(|_| reply.known == ProofStatus::Open) else { return reply };
    if reply.bound.is_none_or(|bound| question.aim.better_by(bound, ceiling.value) > Decimal::ZERO) {
        reply.bound = Some(ceiling.value);
    }
    if let Some(value) = reply.value.filter(|_| question.aim != Aim::Best)
        && question.aim.better_by(value, ceiling.value) >= -SAME
    {
        reply.known = ProofStatus::Proven;
        if question.aim.better_by(value, ceiling.value) > Decimal::ZERO {
            reply.bound = Some(value);
        }
    }
    reply
}

/// What a search that was stopped found, or what was known before it where that is better.
pub(super) fn at_least(
    question: &Query,
    reply: QueryResult,
    known: Option<(Portfolio, Evaluation, Decimal)>,
) -> QueryResult {
    let Some((portfolio, evaluation, value)) = known.filter(|_| reply.known == ProofStatus::Open) else { return reply };
    if reply.value.is_some_and(|found| question.aim.better_by(value, found) <= Decimal::ZERO) {
        return reply;
    }
    QueryResult { found: Some((portfolio, evaluation)), value: Some(value), ..reply }
}
