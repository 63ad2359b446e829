//! Portfolios that make takeovers dear, and those that leave little to win.

use crate::analyse::Outcome;
use crate::analyse::fortify::Fortified;
use crate::say;
use crate::tui::widgets::number::{fixed, money};

/// The portfolio of a row.
pub(super) fn portfolio<'a>(found: &'a Fortified, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    if key == "floors" {
        let step = found.climb.as_ref()?.steps.get(row)?;
        let name =
            step.least.map_or_else(|| say!("fortify-for-no-money"), |it| say!("fortify-for-money", price = money(it)));
        return Some((name, &step.best));
    }
    let stand = found.siege.as_ref()?.stands.get(row).filter(|_| key == "attacks")?;
    Some((say!("fortify-leaving", won = fixed(stand.won, 2)), &stand.best))
}
