//! Words and columns that more than one analysis uses.

use super::super::chart::{Chart, ChartKind, Series};
use super::super::data::CaseHeader;
use super::super::document::{Column, Value};
use super::super::number::Figure;
use super::super::words::{INDEX, counted};
use crate::analyse::Outcome;
use crate::analyse::break_even::BreakEven;
use crate::model::{CandidateIx, Case};
use crate::optimise::ProofStatus;
use crate::say;
use rust_decimal::Decimal;

/// The ids of candidates.
pub(super) fn ids(case: &Case, candidates: impl IntoIterator<Item = CandidateIx>) -> Vec<String> {
    let known = candidates.into_iter().filter_map(|candidate| case.candidates.get(candidate.0));
    known.map(|candidate| candidate.id.clone()).collect()
}

/// The column that says what is proven.
pub(super) fn status_column() -> [Column; 2] {
    [Column::words("status", "status"), Column::points("bound", "bound")]
}

/// What is proven of an outcome, and its bound where it is not.
pub(super) fn status(outcome: &Outcome) -> [Value; 2] {
    let word = match outcome.known {
        ProofStatus::Proven => "proven",
        ProofStatus::Open => "not proven",
        ProofStatus::Impossible => "impossible",
    };
    [word.into(), outcome.bound.into()]
}

/// What is proven of a difference between an outcome and the best: it is proven where both are.
pub(super) fn against(best: &Outcome, outcome: &Outcome) -> [Value; 2] {
    let [word, bound] = status(outcome);
    if best.is_proven() { [word, bound] } else { ["not proven".into(), bound] }
}

/// An amount of money in a sentence.
pub(super) fn amount(header: &CaseHeader, money: Decimal) -> String {
    super::super::words::money(header, Figure(money))
}

/// Index points in a sentence.
pub(super) fn index(points: Decimal) -> String {
    Figure(points).short(INDEX)
}

/// A sentence on rows that are not proven, of which `what` is one; none where all are.
pub(super) fn not_proven<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>, what: &str) -> Option<String> {
    let open = outcomes.into_iter().filter(|outcome| !outcome.is_proven()).count();
    (open > 0).then(|| {
        let open = counted(open, &format!("{what} is"), &format!("{what}s are"));
        say!("words-open-not-proven", open = open)
    })
}

/// Spending over the years: `(year, money)` for each portfolio.
pub(super) fn spending_chart(series: Vec<Series>, header: &CaseHeader) -> Chart {
    Chart {
        title: say!("words-spending-over-time"),
        across: "year".to_owned(),
        up: format!("spent{}", unit(header)),
        kind: ChartKind::Lines,
        series,
    }
}

/// A turning point in a cell.
pub(super) fn turning(turning: BreakEven) -> String {
    match turning {
        BreakEven::At(factor) => Figure(factor).short(2),
        BreakEven::Always => "always".to_owned(),
        BreakEven::Never => "never".to_owned(),
        BreakEven::Open => say!("words-not-proven"),
    }
}

/// The public bill at a turning point of the cost, of a candidate that costs `whole` now.
pub(super) fn turning_money(turning: BreakEven, whole: Decimal) -> Value {
    match turning {
        BreakEven::At(factor) => (whole * factor).normalize().into(),
        other => self::turning(other).into(),
    }
}

/// The unit of money as the end of a head; empty where there is none.
pub(super) fn unit(header: &CaseHeader) -> String {
    if header.money.is_empty() { String::new() } else { format!(", {}", header.money) }
}

/// The picks of an outcome.
pub(super) fn picks(case: &Case, outcome: &Outcome) -> Vec<String> {
    ids(case, outcome.picks.candidates())
}
