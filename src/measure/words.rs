//! Numbers and names as sentences say them.

use rust_decimal::Decimal;

use super::exact::shown;
use crate::model::{CandidateIx, Case, MinistryIx};

/// Money with its unit: `120 million EUR`.
pub(super) fn money(case: &Case, amount: Decimal) -> String {
    [shown(amount).to_string(), case.money_unit()].join(" ").trim_end().to_owned()
}

/// A number of things: `1 candidate`, `2 candidates`.
pub(super) fn things(number: impl std::fmt::Display + Copy, one: &str, many: &str) -> String {
    if number.to_string() == "1" { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Names in a list: `A`, `A and B`, `A, B and C`.
pub(super) fn list<S: AsRef<str>>(names: &[S], last: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., end] => {
            let first: Vec<_> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", first.join(", "), end.as_ref())
        }
    }
}

/// The names of candidates.
pub(super) fn names<'a>(case: &'a Case, candidates: &[CandidateIx]) -> Vec<&'a str> {
    candidates.iter().map(|&candidate| name(case, candidate)).collect()
}

/// The name of a candidate; a plain word where the case does not have it.
pub(super) fn name(case: &Case, candidate: CandidateIx) -> &str {
    case.candidates.get(candidate.0).map_or("an unknown candidate", |candidate| &candidate.name)
}

/// A ministry as a sentence names it: with its article where it is called a ministry.
pub(super) fn ministry(case: &Case, ministry: MinistryIx) -> String {
    let name = case.ministries.get(ministry.0).map_or("an unknown ministry", |ministry| &ministry.name);
    if name.starts_with("Ministry ") || name.starts_with("Department ") {
        format!("the {name}")
    } else {
        name.to_owned()
    }
}

/// The sentence with a capital first letter and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
