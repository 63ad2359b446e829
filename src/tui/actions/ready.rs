//! What many actions ask for first: a case that can be computed with, and a table that shows how it stands.

use crate::say;
use crate::tui::state::App;
use crate::tui::table::layout;

/// Whether a case can be computed with; says why where it has errors, or is still being read.
pub(super) fn is_ready(app: &mut App) -> bool {
    let Some(document) = &app.document else { return false };
    let (snapshot, generation) = (&document.snapshot, document.generation);
    if !snapshot.is_sound() {
        app.warn(errors_stop(snapshot.counts()[0]));
        return false;
    }
    let read = snapshot.generation == generation;
    if !read {
        app.note(say!("analyses-case-still-being"));
    }
    read
}

/// Why nothing is computed of a case that has errors.
pub(super) fn errors_stop(errors: usize) -> String {
    say!("update-case-has-errors", errors = errors)
}

/// Brings the table on the screen up to date with its cells, and its window to its cursor.
pub(crate) fn settle(app: &mut App) {
    (app.spec().settle)(app);
    let Some(key) = app.table_key() else { return };
    let area = app.table_area();
    let (height, width) = (usize::from(area.height.saturating_sub(2)), area.width);
    let runs = app.what_if.version;
    let now = app.document.as_ref().map_or((0, 0, 0), |document| {
        (
            document.generation,
            document.snapshot.generation,
            document.best.version + document.analyses.runs.version + runs,
        )
    });
    let error = app.with_table(key, |grid, state| {
        let error = if state.stamp == Some(now) { None } else { state.arrange(grid) };
        state.stamp = Some(now);
        state.clamp(grid);
        state.top = state.window(height);
        state.first = layout(grid, state, width).first;
        error
    });
    if let Some(Some(error)) = error {
        app.warn(error);
    }
}
