//! Numbers and names as sentences say them.

use crate::messages::list;
use crate::messages::{Thousands, written};
use crate::say;
use rust_decimal::Decimal;

use crate::model::exact::shown;
use crate::model::{CandidateIx, Case, MinistryIx};

/// A number in a sentence.
pub(crate) fn number(number: Decimal) -> String {
    written(&shown(number).to_string(), Thousands::Plain)
}

/// Money with its unit: `120 million EUR`.
pub(crate) fn money(case: &Case, amount: Decimal) -> String {
    [number(amount), case.money_unit()].join(" ").trim_end().to_owned()
}

/// Names in a row: `a`, `a and b`, `a, b and c`; a long row is cut short.
pub(crate) fn few<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    const MOST: usize = 6;
    let mut names: Vec<String> = names.into_iter().map(|name| name.as_ref().to_owned()).collect();
    let rest = names.len().saturating_sub(MOST);
    if rest > 1 {
        names.truncate(MOST);
        return say!("words-names-rest-more", names = names.join(", "), rest = rest);
    }
    list(&names)
}

/// The names of candidates.
pub(crate) fn names<'a>(case: &'a Case, candidates: &[CandidateIx]) -> Vec<&'a str> {
    candidates.iter().map(|&candidate| name(case, candidate)).collect()
}

/// The name of a candidate; a plain word where the case does not have it.
pub(crate) fn name(case: &Case, candidate: CandidateIx) -> &str {
    case.candidates.get(candidate.0).map_or("?", |candidate| &candidate.name)
}

/// A ministry as a sentence names it: with its article where it is called a ministry.
pub fn ministry(case: &Case, ministry: MinistryIx) -> String {
    let name = case.ministries.get(ministry.0).map_or("?", |ministry| &ministry.name);
    if ["Ministry ", "Department ", "Ministerie "].iter().any(|word| name.starts_with(word)) {
        say!("words-the-ministry", ministry = name)
    } else {
        name.to_owned()
    }
}

/// The sentence with a capital first letter and a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
