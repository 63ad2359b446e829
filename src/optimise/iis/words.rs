//! The ways out in words.

use rust_decimal::Decimal;

use crate::messages::list;
use crate::model::Case;
use crate::rules::words::{money, sentence};
use crate::rules::{Change, Rule};
use crate::say;

/// Ways out in one sentence; `None` if there is none.
pub(super) fn in_words(case: &Case, ways: &[Vec<Change>]) -> Option<String> {
    let told: Vec<String> = ways.iter().map(|changes| way(case, changes)).collect();
    match told.as_slice() {
        [] => None,
        [only] => Some(sentence(only)),
        [one, others @ ..] => Some(sentence(&say!("way-out-or", one = one, other = others.join("; ")))),
    }
}

/// All changes of one way: money first, then what is loosened, then what is given up.
fn way(case: &Case, changes: &[Change]) -> String {
    let mut raises = Vec::new();
    let mut in_all = Decimal::ZERO;
    let mut parts = Vec::new();
    let mut given_up = Vec::new();
    for change in changes {
        match change {
            Change::Raise(ministry, year, by) => {
                in_all += by;
                let (amount, ministry) = (money(case, *by), &case[*ministry].name);
                raises.push(say!("way-out-budget", amount = amount, ministry = ministry, year = year));
            }
            Change::GiveUp(rule) if !(matches!(rule, Rule::CarryOver(_)) || rule.is_withheld(case)) => {
                given_up.push(rule.describe(case));
            }
            other => parts.push(other.describe(case)),
        }
    }
    if !given_up.is_empty() {
        parts.push(say!("way-out-give-up", rules = list(&given_up)));
    }
    if !raises.is_empty() {
        let sum = if raises.len() > 1 { say!("way-out-in-all", sum = money(case, in_all)) } else { String::new() };
        parts.insert(0, say!("way-out-add", raises = raises.join(", "), sum = sum));
    }
    list(&parts)
}
