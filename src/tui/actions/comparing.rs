//! The comparison: its two sides, the next difference, and taking a side as own.

use std::sync::Arc;

use crate::session::UserPortfolio;
use crate::session::comparison::{At, Side};
use crate::session::second_case::{Of, PortfolioFile};
use crate::tui::screen::TableKey;
use crate::tui::state::App;

/// Puts a portfolio from a file on the right side.
pub(crate) fn show_file(app: &mut App, name: &str, own: UserPortfolio) {
    let name: Arc<str> = name.into();
    if matches!(app.comparison.left, Side::SecondCase(_) | Side::SecondCaseOwn(_) | Side::File(_)) {
        app.comparison.left = Side::Recommended;
    }
    app.comparison.right = Side::File(Arc::clone(&name));
    app.comparison.add(PortfolioFile { name, own, stands: None, then: None, of: Of::File });
    app.rearrange(TableKey::COMPARE);
}

/// Puts a side that was chosen from the list; where it is the other one, the two change places.
pub(crate) fn choose(app: &mut App, at: At, side: Side) {
    let comparison = &mut app.comparison;
    let (mine, other) = match at {
        At::Left => (&mut comparison.left, &mut comparison.right),
        At::Right => (&mut comparison.right, &mut comparison.left),
    };
    if other.name() == side.name() {
        std::mem::swap(mine, other);
    } else {
        *mine = side;
    }
    app.rearrange(TableKey::COMPARE);
}
