//! What keys do in several of them: letters of a line, moving about.

use tui_input::InputRequest;

use super::input::editing;
use crate::tui::actions::moving;
use crate::tui::key::Key;
use crate::tui::state::{App, Binding, Command as C, Popup, Purpose, Run as R, TableKey, bind};
use crate::tui::table::filter::Filter;
use crate::tui::text::one_line;

/// Wherever letters are typed.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::LetterLeft, "letter-left", &["left"], 0, R::Which(edit_text)),
    bind(C::LetterRight, "letter-right", &["right"], 0, R::Which(edit_text)),
    bind(C::WordLeft, "word-left", &["ctrl-left", "alt-b"], 0, R::Which(edit_text)),
    bind(C::WordRight, "word-right", &["ctrl-right", "alt-f"], 0, R::Which(edit_text)),
    bind(C::LineStart, "line-start", &["home", "ctrl-a"], 0, R::Which(edit_text)),
    bind(C::LineEnd, "line-end", &["end", "ctrl-e"], 0, R::Which(edit_text)),
    bind(C::EraseBefore, "erase-before", &["backspace"], 0, R::Which(edit_text)),
    bind(C::EraseAfter, "erase-after", &["delete"], 0, R::Which(edit_text)),
    bind(C::EraseWord, "erase-word", &["ctrl-w", "ctrl-backspace"], 6, R::Which(edit_text)),
    bind(C::EraseToEnd, "erase-to-end", &["ctrl-k"], 0, R::Which(edit_text)),
];

/// Types a letter into a line that is being typed, whatever the keymap says; whether there is one, and the key is a letter.
pub(crate) fn typed(app: &mut App, key: Key) -> bool {
    let letter = key.character().filter(|_| app.takes_letters());
    if let Some(letter) = letter {
        type_in(app, InputRequest::InsertChar(letter));
    }
    letter.is_some()
}

/// Types into the line of the top layer.
pub(crate) fn type_in(app: &mut App, request: InputRequest) {
    if let Some(Popup::Prompt(line)) = app.popups.last_mut() {
        line.touch(request);
    }
    if let Some(input) = app.popups.last_mut().and_then(Popup::input) {
        input.handle(request);
    }
    changed(app);
}

/// Puts a text into the line of the top layer where its cursor is; on one line, as a line has no other.
pub(crate) fn type_text(app: &mut App, text: &str) {
    let text = one_line(text.trim_end()).into_owned();
    let Some(layer) = app.popups.last_mut() else { return };
    if let Popup::Prompt(line) = layer {
        line.touch(InputRequest::InsertChar(' '));
    }
    let Some(input) = layer.input() else { return };
    let at = input.cursor();
    let (before, after) = (input.value().chars().take(at), input.value().chars().skip(at));
    let whole: String = before.chain(text.chars()).chain(after).collect();
    *input = tui_input::Input::new(whole).with_cursor(at + text.chars().count());
    changed(app);
}

/// Says in the line what is wrong with a filter that is typed; gives its table and text where nothing is.
pub(super) fn check_filter(app: &mut App) -> Option<(TableKey, String)> {
    let Some(Popup::Prompt(line)) = app.popups.last() else { return None };
    let Purpose::Filter(key) = line.purpose else { return None };
    let text = line.input.value().trim().to_owned();
    let problem = app.grid(key).and_then(|grid| Filter::parse(&text, grid.columns()).err());
    let wrong = problem.is_some();
    if let Some(Popup::Prompt(line)) = app.popups.last_mut() {
        line.problem = problem;
    }
    (!wrong).then_some((key, text))
}

/// A table of up to this many rows is filtered at each letter.
const AT_ONCE: usize = 5_000;

/// Looks again at a line that was changed.
pub(crate) fn changed(app: &mut App) {
    let document = app.document.as_ref();
    match app.popups.last_mut() {
        Some(Popup::Prompt(line)) => line.check(document),
        Some(Popup::List(list)) => list.search(),
        _ => {}
    }
    // A filter shows what it does while it is typed, unless the table is so large that typing would wait for it.
    if let Some((key, text)) = check_filter(app)
        && app.grid(key).is_some_and(|grid| grid.rows() <= AT_ONCE)
    {
        app.message = None;
        moving::set_filter(app, key, text);
    }
}

/// Moves about in a line that is typed, or takes letters away.
pub(crate) fn edit_text(app: &mut App, command: C) {
    if let Some(request) = editing(command) {
        type_in(app, request);
    }
}

/// Moves up or down, by one or by a page.
pub(crate) fn move_on(app: &mut App, command: C) {
    let by = match command {
        C::Down => 1,
        C::Up => -1,
        C::PageDown => 10,
        _ => -10,
    };
    match app.popups.last_mut() {
        Some(Popup::List(list)) => list.go(by),
        Some(Popup::Text(text)) => text.scroll(by),
        Some(Popup::Confirm(ask)) => ask.scroll(by),
        Some(Popup::Merge(merge)) => merge.go(by),
        Some(Popup::Options(list)) => list.go(by),
        Some(Popup::Import(list)) => list.go(by),
        Some(Popup::Form(form)) => {
            if let Some(document) = &app.document {
                form.go(document, by, 0);
            }
        }
        Some(Popup::Prompt(_)) | None => {}
    }
}
