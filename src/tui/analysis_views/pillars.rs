//! Pillars: the best portfolio, and the one in which each carries its part.

use crate::analyse::Outcome;
use crate::analyse::pillars::Carried;
use crate::say;

/// The portfolio of a row.
pub(super) fn portfolio<'a>(found: &'a Carried, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    let all = [(say!("pillars-best-portfolio"), Some(&found.best)), (say!("pillars-even"), found.even.as_ref())];
    let (name, outcome) = all.into_iter().nth(row).filter(|_| key == "portfolios")?;
    Some((name, outcome?))
}
