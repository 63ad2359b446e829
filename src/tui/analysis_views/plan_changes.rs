//! What changes to a plan bring: the portfolio of each number of changes.

use crate::analyse::Outcome;
use crate::analyse::plan_changes::Found;
use crate::say;

/// The portfolio of a row.
pub(super) fn portfolio<'a>(found: &'a Found, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    let mut reached = found.steps.iter().enumerate().filter_map(|(at, step)| Some((at, step.as_ref()?)));
    let (at, outcome) = reached.nth(row).filter(|_| key == "steps")?;
    Some((say!("changes-plan-with", count = at), outcome))
}
