//! Every step that was done or taken back, as a list: choosing one undoes or does again as often as it takes.

use crate::messages::word;
use crate::say;
use crate::session::count_of;
use crate::tui::state::{App, Item, List, Popup};

/// Shows the steps, the newest first, with the present state under the cursor.
pub(crate) fn show(app: &mut App) {
    let Some(document) = &app.document else { return };
    let history = &document.history;
    let (done, _) = history.lengths();
    let steps: Vec<_> = history.steps().collect();
    if steps.is_empty() {
        return app.note(say!("history-nothing-was-done"));
    }
    let as_opened = say!("history-opened");
    let opened = (0, as_opened.as_str(), None);
    let states = steps.iter().enumerate().map(|(at, step)| (at + 1, step.label.as_str(), step.at));
    let states: Vec<_> = std::iter::once(opened).chain(states).collect();
    let items = states.into_iter().rev().map(|(state, label, at)| {
        let here = match (state == done, history.saved() == Some(state)) {
            (true, true) => word("now, saved"),
            (true, false) => word("now"),
            (false, true) => word("saved"),
            (false, false) => String::new(),
        };
        let time = at.map(|at| crate::store::time_of_day(at, app.offset)).unwrap_or_default();
        Item {
            group: if state > done { say!("history-taken-back") } else { say!("history-done") },
            keys: [time.as_str(), &here].iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(" "),
            ..Item::new(label, way(state, done), move |app| go(app, state))
        }
    });
    let mut list = List::new(&say!("history-every-step-newest"), items.collect());
    list.selected = steps.len() - done;
    app.popups.push(Popup::List(list));
}

/// What going to a state takes.
fn way(state: usize, done: usize) -> String {
    match (state.checked_sub(done), done.checked_sub(state)) {
        (Some(0), _) => say!("history-case-now"),
        (Some(more), _) => say!("history-does-count-again", steps = more),
        (None, less) => say!("history-undoes", steps = count_of(less.unwrap_or(0), "step")),
    }
}

/// Undoes, or does again, until this many steps are done.
pub(crate) fn go(app: &mut App, state: usize) {
    let Some(document) = &mut app.document else { return };
    if document.is_undecided() {
        return app.note(say!("history-nothing-undone-before"));
    }
    let before = document.history.lengths().0;
    while document.history.lengths().0 > state && document.undo().is_some() {}
    while document.history.lengths().0 < state && document.redo().is_some() {}
    let now = document.history.lengths().0;
    app.note(match (now.checked_sub(before), before.checked_sub(now)) {
        (Some(0), _) => say!("history-case-was"),
        (Some(more), _) => say!("history-count-done-again", steps = more),
        (None, less) => say!("history-count-undone-history", steps = less.unwrap_or(0)),
    });
}
