//! A question with a few answers, each on the key of its command.

use ratatui::layout::{Position, Rect};

use crate::say;
use crate::tui::canvas::{Canvas, Role, after, cells, centred, inner, row, width};
use crate::tui::state::{Act, Answer, App, Binding, Command as C, Confirm, Context, Popup, Run as R, bind};
use crate::tui::text::wrap;

/// Answers to questions.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::SaveFirst, "save-first", &["s"], 1, R::Which(give_answer)),
    bind(C::Keep, "keep", &["k"], 1, R::Which(give_answer)),
    bind(C::ThrowAway, "throw-away", &["d"], 1, R::Which(give_answer)),
    bind(C::Later, "later", &["l", "c"], 1, R::Which(give_answer)),
    bind(C::LookAgain, "look-again", &["r"], 1, R::Which(give_answer)),
    bind(C::EditAnyway, "edit-anyway", &["e"], 1, R::Which(give_answer)),
    bind(C::ExportFirst, "export-first", &["x"], 1, R::Which(give_answer)),
    bind(C::WriteOver, "write-over", &["w"], 1, R::Which(give_answer)),
    bind(C::AddAll, "add-all", &["a"], 1, R::Which(give_answer)),
    bind(C::WithPoints, "with-points", &["."], 1, R::Which(give_answer)),
    bind(C::WithCommas, "with-commas", &[","], 1, R::Which(give_answer)),
    bind(C::TakeMine, "mine", &["m"], 1, R::Which(give_answer)),
    bind(C::TakeTheirs, "theirs", &["t"], 1, R::Which(give_answer)),
    bind(C::TakeBoth, "both", &["b"], 1, R::Which(give_answer)),
];

/// Gives an answer to a question; closes a text.
pub(crate) fn give_answer(app: &mut App, command: C) {
    match app.popups.last() {
        Some(Popup::Confirm(confirm)) => {
            if let Some(act) = confirm.answer(command).map(|answer| answer.act.clone()) {
                give(app, &act);
            }
        }
        _ => drop(app.popups.pop()),
    }
}

/// Closes the question and does what its answer says.
pub(crate) fn give(app: &mut App, act: &Act) {
    app.popups.pop();
    act.run(app);
}

/// Where it stands, and the lines of its text.
fn place(ask: &Confirm, area: Rect) -> (Rect, Vec<String>) {
    let long = ask.text.lines().count() > 12;
    let width = area.width.saturating_sub(6).min(if long { 116 } else { 76 });
    let lines = wrap(&ask.text, usize::from(width.saturating_sub(4)));
    let wanted = cells(lines.len() + ask.answers.len()).saturating_add(3);
    (centred(area, width, wanted.min(area.height)), lines)
}

/// The answer that stands at a position of the screen.
pub(crate) fn answer_at(ask: &Confirm, area: Rect, at: Position) -> Option<&Answer> {
    let inside = inner(place(ask, area).0);
    let from = inside.y + inside.height.saturating_sub(cells(ask.answers.len()));
    if !inside.contains(at) {
        return None;
    }
    ask.answers.get(usize::from(at.y.checked_sub(from)?))
}

/// Draws it: the text, which scrolls where it is longer than its place, and below it the answers.
pub(crate) fn draw(app: &App, ask: &Confirm, canvas: &mut Canvas<'_>, area: Rect) {
    let (place, lines) = place(ask, area);
    let inside = canvas.frame(place, &ask.title);
    let answers = cells(ask.answers.len());
    let room = inside.height.saturating_sub(answers + 1);
    let top = ask.top.min(lines.len().saturating_sub(usize::from(room)));
    for (y, line) in (0..room).zip(lines.iter().skip(top)) {
        let role = if line.starts_with("! ") { Role::Warn } else { Role::Text };
        canvas.text(row(inside, y), line, role);
    }
    let from = inside.height.saturating_sub(answers);
    if lines.len() > usize::from(room) && from > 0 {
        let last = (top + usize::from(room)).min(lines.len());
        let more = say!("confirm-lines-top-last", top = top + 1, last = last, lines = lines.len());
        canvas.right(row(inside, from - 1), &app.keymap.said(&more, &CONTEXTS), Role::Dim);
    }
    let keys: Vec<String> = ask.answers.iter().map(|answer| key(app, answer.command)).collect();
    let names = cells(keys.iter().map(|key| width(key)).max().unwrap_or(0));
    for ((y, answer), key) in (from..).zip(&ask.answers).zip(&keys) {
        canvas.text(row(inside, y), key, Role::Key);
        canvas.text(after(row(inside, y), names + 1), &answer.label, Role::Text);
    }
}

/// Where the keys of a question are looked for.
const CONTEXTS: [Context; 2] = [Context::Question, Context::Dialog];

/// The key of an answer, with a space on both sides.
fn key(app: &App, command: C) -> String {
    let keys = CONTEXTS.iter().find_map(|&context| app.keymap.keys(command, context).first());
    keys.map_or_else(|| "   ".to_owned(), |key| format!(" {key} "))
}
