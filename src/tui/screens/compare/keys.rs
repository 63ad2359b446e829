//! What can be done on the screen: its sides, the next difference, taking a side as own.

use super::grid::{differing, pick_here};
use crate::messages::word;
use crate::say;
use crate::session::UserPortfolio;
use crate::session::comparison::{At, Side};
use crate::session::second_case::Of;
use crate::tui::actions::analyses::{explain_one, go_to_candidate};
use crate::tui::actions::own;
use crate::tui::actions::proposals::ask_forget as forget;
use crate::tui::state::{App, Command, Item, List, Popup, TableKey};
use crate::tui::table::Order;

/// Goes to the candidate of the pick under the cursor.
pub(super) fn go_to_pick(app: &mut App) {
    match pick_here(app) {
        Some(id) => go_to_candidate(app, &id),
        None => app.note(say!("comparing-only-rows-picks")),
    }
}

/// Goes to the next row in which the two sides differ, or to the one before.
pub(super) fn next_difference(app: &mut App, command: Command) {
    let direction = if command == Command::NextDifference { Order::Up } else { Order::Down };
    let Some(differs) = differing(app) else { return };
    let found = app.with_table(TableKey::COMPARE, |_, state| state.step_to(direction, |row| differs.contains(&row)));
    if found != Some(true) {
        app.note(say!("comparing-two-sides-do"));
    }
}

/// Asks for one of the two sides; the cursor is on the right one of now.
pub(super) fn choose_sides(app: &mut App) {
    let Some(document) = &app.document else { return };
    let comparison = &app.comparison;
    let mut items = Vec::new();
    for (at, group, now) in [
        (At::Left, say!("comparing-left-side"), &comparison.left),
        (At::Right, say!("comparing-right-side"), &comparison.right),
    ] {
        for side in comparison.all(&document.best) {
            let label = format!("{}: {}", if at == At::Left { word("left") } else { word("right") }, side.name());
            let (doc, chosen) = (side.words(), side.clone());
            items.push(Item {
                group: group.clone(),
                keys: if side.name() == now.name() { say!("comparing-shown-now") } else { String::new() },
                ..Item::new(label, doc, move |app| choose(app, at, chosen.clone()))
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
pub(super) fn take_right(app: &mut App) {
    let Some(document) = &app.document else { return };
    let side = app.comparison.right.clone();
    let Some(data) = side.data(&app.comparison, document) else {
        return app.note(say!("comparing-there-no-portfolio"));
    };
    let mut own = UserPortfolio::of(data.case, &data.portfolio);
    own.picks.retain(|id, _| document.case().candidate_by_id(id).is_some());
    own::set(app, say!("comparing-own-portfolio-taken", side = side.name()), own);
}

/// Makes the pick under the cursor in the own portfolio that of the right side; where that has none, takes it out.
pub(super) fn take_pick(app: &mut App) {
    let Some(id) = pick_here(app) else { return app.note(say!("comparing-only-rows-picks")) };
    let Some(document) = &app.document else { return };
    let side = app.comparison.right.clone();
    let Some(data) = side.data(&app.comparison, document) else {
        return app.note(say!("comparing-there-no-portfolio"));
    };
    let Some(ix) = document.case().candidate_by_id(&id) else {
        return app.note(say!("proposals-candidate-gone", id = id));
    };
    let name = &document.case()[ix].name;
    let theirs = UserPortfolio::of(data.case, &data.portfolio).picks.remove(&id);
    let mut own = document.own.clone();
    if own.picks.get(&id) == theirs.as_ref() {
        return app.note(say!("comparing-pick-same", id = name, side = side.name()));
    }
    let label = match theirs {
        Some(pick) => {
            own.picks.insert(id.clone(), pick);
            say!("comparing-pick-taken", id = name, side = side.name())
        }
        None => {
            own.picks.remove(&id);
            say!("own-id-out", id = name)
        }
    };
    own::set(app, label, own);
}

/// Puts a side that was chosen from the list; where it is the other one, the two change places.
fn choose(app: &mut App, at: At, side: Side) {
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

/// Asks whether a kept portfolio is thrown away: that of the right side, or of the left.
pub(super) fn ask_forget(app: &mut App) {
    let name = [&app.comparison.right, &app.comparison.left].into_iter().find_map(|side| match side {
        Side::File(name) | Side::Then(name) => {
            app.comparison.file(name).filter(|file| file.of != Of::File).map(|it| &it.name)
        }
        _ => None,
    });
    let Some(name) = name.cloned() else {
        return app.note(say!("kept-neither-side-kept"));
    };
    forget(app, name);
}

/// Why the candidate of the pick under the cursor is in or out.
pub(super) fn explain(app: &mut App) {
    let here = pick_here(app).and_then(|id| {
        let case = app.document.as_ref()?.case();
        let name = case[case.candidate_by_id(&id)?].name.clone();
        Some((id, name))
    });
    explain_one(app, here.as_slice());
}
