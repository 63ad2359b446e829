//! The comparison: its two sides, the next difference, and taking a side as own.

use crate::say;
use std::sync::Arc;

use crate::session::UserPortfolio;
use crate::session::comparison::{At, Side};
use crate::session::second_case::{Of, PortfolioFile};
use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::popups::Popup;
use crate::tui::popups::list::{Choice, Item, List};
use crate::tui::screens::compare::{self, differing, pick_here};
use crate::tui::table::Order;

/// Goes to the candidate of the pick under the cursor.
pub(crate) fn go_to_pick(app: &mut App) {
    match pick_here(app) {
        Some(id) => crate::tui::update::analyses::go_to_candidate(app, &id),
        None => app.note(say!("comparing-only-rows-picks")),
    }
}

/// Goes to the next row in which the two sides differ, or to the one before.
pub(crate) fn next_difference(app: &mut App, command: Command) {
    let direction = if command == Command::NextDifference { Order::Up } else { Order::Down };
    let Some(differs) = differing(app) else { return };
    let found = app.with_table(compare::TABLE, |_, state| state.step_to(direction, |row| differs.contains(&row)));
    if found != Some(true) {
        app.note(say!("comparing-two-sides-do"));
    }
}

/// Asks for one of the two sides; the cursor is on the right one of now.
pub(crate) fn choose_sides(app: &mut App) {
    let comparison = &app.comparison;
    let mut items = Vec::new();
    for (at, group, now) in [
        (At::Left, say!("comparing-left-side"), &comparison.left),
        (At::Right, say!("comparing-right-side"), &comparison.right),
    ] {
        for side in comparison.all() {
            let shown = side.name() == now.name();
            items.push(Item {
                group: group.clone(),
                label: format!("{}: {}", if at == At::Left { "left" } else { "right" }, side.name()),
                keys: if shown { say!("comparing-shown-now") } else { String::new() },
                doc: side.words(),
                choice: Choice::Side(at, side),
            });
        }
    }
    let here = items.iter().rposition(|item| !item.keys.is_empty()).unwrap_or(0);
    let title = say!("comparing-compare-what-now", left = comparison.left.name(), right = comparison.right.name());
    let mut list = List::new(&title, items);
    list.selected = here;
    app.popups.push(Popup::List(list));
}

/// Makes the own portfolio that of the right side.
pub(crate) fn take_right(app: &mut App) {
    let Some(document) = &app.document else { return };
    let side = app.comparison.right.clone();
    let Some(data) = side.data(&app.comparison, document) else {
        return app.note(say!("comparing-there-no-portfolio"));
    };
    let mut own = UserPortfolio::of(data.case, &data.portfolio);
    own.picks.retain(|id, _| document.case().candidate_by_id(id).is_some());
    crate::tui::update::set_own(app, say!("comparing-own-portfolio-taken", side = side.name()), own);
}

/// Puts a portfolio from a file on the right side.
pub(crate) fn show_file(app: &mut App, name: &str, own: UserPortfolio) {
    let name: Arc<str> = name.into();
    if matches!(app.comparison.left, Side::SecondCase(_) | Side::SecondCaseOwn(_) | Side::File(_)) {
        app.comparison.left = Side::Recommended;
    }
    app.comparison.right = Side::File(Arc::clone(&name));
    app.comparison.add(PortfolioFile { name, own, stands: None, then: None, of: Of::File });
    app.rearrange(compare::TABLE);
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
    app.rearrange(compare::TABLE);
}
