//! Words and columns that more than one analysis uses.

use super::super::chart::{Chart, ChartKind, Series};
use super::super::data::CaseHeader;
use super::super::document::{Column, Kind, Table, TableBuilder, Value};
use super::super::number::{Figure, rounded};
use super::super::words::INDEX;
use crate::analyse::Outcome;
use crate::analyse::break_even::BreakEven;
use crate::messages::word;
use crate::model::{CandidateIx, Case};
use crate::optimise::ProofStatus;
use crate::say;
use rust_decimal::Decimal;

/// Candidates: ids for programs, names for people.
pub(super) fn named(case: &Case, candidates: impl IntoIterator<Item = CandidateIx>) -> Value {
    let known = candidates.into_iter().filter_map(|candidate| case.candidates.get(candidate.0));
    Value::all_named(known.map(|candidate| (candidate.id.as_str(), candidate.name.as_str())))
}

/// What is known of an answer, in a word.
fn known(known: ProofStatus) -> &'static str {
    match known {
        ProofStatus::Proven => "proven",
        ProofStatus::Open => "not proven",
        ProofStatus::Impossible => "impossible",
    }
}

impl<R> TableBuilder<R> {
    /// Adds what is proven of an outcome, and its bound where it is not.
    pub(super) fn status<'a>(self, of: impl Fn(&R) -> &'a Outcome) -> Self {
        self.words("status", |row| known(of(row).known)).points("bound", |row| of(row).bound)
    }

    /// Adds what is proven of the difference between an outcome and the best: it is proven where both are.
    pub(super) fn status_beside<'a>(self, best: &Outcome, of: impl Fn(&R) -> &'a Outcome) -> Self {
        let both = |outcome: &Outcome| if best.is_proven() { known(outcome.known) } else { "not proven" };
        self.words("status", |row| both(of(row))).points("bound", |row| of(row).bound)
    }

    /// Adds a column of candidates, each by its name.
    pub(super) fn named(self, key: &str, case: &Case, of: impl Fn(&R) -> Vec<CandidateIx>) -> Self {
        self.words(key, |row| named(case, of(row)))
    }

    /// Adds the candidate that a row is about.
    pub(super) fn candidate(self, case: &Case, of: impl Fn(&R) -> CandidateIx) -> Self {
        self.words("candidate", |row| {
            let candidate = &case[of(row)];
            Value::named(&candidate.id, &candidate.name)
        })
    }

    /// Adds the ids of an outcome's candidates, for programs.
    pub(super) fn picks<'a>(self, case: &Case, of: impl Fn(&R) -> &'a Outcome) -> Self {
        self.column(Column::of("picks", Kind::Words).for_programs(), |row| named(case, of(row).picks.candidates()))
    }
}

/// What the case says that it does not know: the parts of notes that begin with `unknown:`, each with what it is about.
pub(super) fn unknown(case: &Case) -> Table {
    let parts = |note: &str| -> Vec<String> {
        note.split(';').filter_map(|part| part.trim().strip_prefix("unknown:")).map(|it| it.trim().to_owned()).collect()
    };
    let services = case.services.iter().map(|it| (&it.id, &it.name, &it.note));
    let candidates = case.candidates.iter().map(|it| (&it.id, &it.name, &it.note));
    let rows = services.chain(candidates);
    let rows = rows.flat_map(|(id, name, note)| parts(note).into_iter().map(move |it| (id, name, it)));
    Table::of("unknown", say!("words-unknown"), rows)
        .words("about", |(id, name, _)| Value::named(id, name))
        .words("unknown", |(.., it)| it.clone())
        .note(say!("words-unknown-note"))
}

/// An amount of money in a sentence.
pub(super) fn amount(header: &CaseHeader, money: Decimal) -> String {
    super::super::words::money(header, Figure(money))
}

/// Index points in a sentence.
pub(super) fn index(points: Decimal) -> String {
    Figure(points).short(INDEX)
}

/// How many index points one figure is above another, in a sentence: as a reader finds who takes one from the other as they
/// are shown.
pub(super) fn between(from: Decimal, less: Decimal) -> String {
    let shown = rounded(from, INDEX) - rounded(less, INDEX);
    index(if shown.is_zero() { from - less } else { shown })
}

/// A sentence on answers that are not proven; `None` if all are.
pub(super) fn not_proven<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Option<String> {
    let count = outcomes.into_iter().filter(|outcome| !outcome.is_proven()).count();
    (count > 0).then(|| say!("words-answers-not-proven", count = count))
}

/// The name of a portfolio of the planner's own in a chart.
pub(super) fn own() -> String {
    word("own")
}

/// Spending over the years: `(year, money)` for each portfolio.
pub(super) fn spending_chart(series: Vec<Series>, header: &CaseHeader) -> Chart {
    Chart {
        title: say!("words-spending-over-time"),
        across: word("year"),
        up: say!("words-spent-unit", unit = unit(header)),
        kind: ChartKind::Lines,
        series,
    }
}

/// A turning point in a cell.
pub(super) fn turning(turning: BreakEven) -> Value {
    match turning {
        BreakEven::At(factor) => Figure(factor).short(2).into(),
        BreakEven::Always => "always".into(),
        BreakEven::Never => "never".into(),
        BreakEven::Open => "not proven".into(),
    }
}

/// The public bill at a turning point of the cost, of a candidate that costs `whole` now.
pub(super) fn turning_money(turning: BreakEven, whole: Decimal) -> Value {
    match turning {
        BreakEven::At(factor) => (whole * factor).normalize().into(),
        other => self::turning(other),
    }
}

/// The unit of money as the end of a head; empty where there is none.
pub(super) fn unit(header: &CaseHeader) -> String {
    if header.money.is_empty() { String::new() } else { format!(", {}", header.money) }
}
