//! Cells that were changed here and on disk, each with a choice: mine or theirs.

use crate::messages::{self, word};
use ratatui::layout::{Position, Rect};

use super::keys::move_on;
use super::list::help;
use crate::say;
use crate::session::three_way_merge::Difference;
use crate::tui::actions::{self, access, opening};
use crate::tui::canvas::{Canvas, Role, after, below, cells, centred, inner, left, row, top, width};
use crate::tui::state::{App, Binding, Command as C, Context, Merge, Popup, Run as R, bind};

/// Where a cell was changed here and on disk.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Accept, "accept", &["enter"], 1, R::It(accept_merge)),
    bind(C::TakeMine, "mine", &["m", "left", "h"], 2, R::Which(take_side)),
    bind(C::TakeTheirs, "theirs", &["t", "right", "l"], 2, R::Which(take_side)),
    bind(C::Mark, "turn", &["space"], 3, R::Which(take_side)),
    bind(C::Back, "back", &["esc", "q"], 4, R::It(opening::close_popup)),
    bind(C::Down, "down", &["j", "down"], 0, R::Which(move_on)),
    bind(C::Up, "up", &["k", "up"], 0, R::Which(move_on)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown"], 0, R::Which(move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, R::Which(move_on)),
    bind(C::Help, "help", &["?", "f1"], 7, R::It(help)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
];

/// Takes one version of the cell under the cursor, or the other one.
pub(crate) fn take_side(app: &mut App, command: C) {
    let Some(Popup::Merge(merge)) = app.popups.last_mut() else { return };
    match command {
        C::TakeMine => merge.take(false),
        C::TakeTheirs => merge.take(true),
        _ => merge.turn(),
    }
}

/// Puts the two versions together as chosen.
pub(crate) fn accept_merge(app: &mut App) {
    if let Some(Popup::Merge(merge)) = app.popups.pop() {
        access::put_together(app, merge);
    }
}

/// What a click does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clicked {
    /// Takes the other version of the cell.
    Turn(usize),
    /// Puts the versions together.
    Accept,
}

/// Where it stands: the list, and below it what to press.
fn place(merge: &Merge, area: Rect) -> Rect {
    let wide = area.width.saturating_sub(4).min(116);
    centred(area, wide, cells(merge.conflicts.len()).saturating_add(7).min(area.height))
}

/// Lines below the list.
const FOOT: u16 = 3;

fn window(merge: &Merge, body: Rect) -> usize {
    (merge.line + 1).saturating_sub(usize::from(body.height))
}

/// The part of the inside with the list.
fn list(inside: Rect) -> Rect {
    let rest = below(inside, 2);
    top(rest, rest.height.saturating_sub(FOOT))
}

/// What a click at a position does.
pub(crate) fn clicked(merge: &Merge, area: Rect, at: Position) -> Option<Clicked> {
    let inside = inner(place(merge, area));
    let body = list(inside);
    if body.contains(at) {
        let line = window(merge, body) + usize::from(at.y - body.y);
        return (line < merge.conflicts.len()).then_some(Clicked::Turn(line));
    }
    let last = row(inside, inside.height.saturating_sub(1));
    last.contains(at).then_some(Clicked::Accept)
}

pub(crate) fn draw(app: &App, merge: &Merge, canvas: &mut Canvas<'_>, area: Rect) {
    let inside = canvas.frame(place(merge, area), &say!("merge-changed-here-disk"));
    let case = app.document.as_ref().map(|document| document.case());
    let called = |it: &Difference| case.map_or_else(|| it.place.clone(), |case| it.called(case));
    let names = merge.conflicts.iter().map(|it| width(&called(it))).max().unwrap_or(0).clamp(8, 34);
    let columns = Columns::new(inside.width, cells(names));
    for (x, wide, title) in [
        (2, columns.name, word("cell")),
        (columns.base, columns.wide, word("was")),
        (columns.mine, columns.wide, word("mine")),
        (columns.theirs, columns.wide, word("on disk")),
    ] {
        canvas.text(left(after(inside, x), wide), &title, Role::Header);
    }
    let body = list(inside);
    for (y, (at, it)) in (0..body.height).zip(merge.conflicts.iter().enumerate().skip(window(merge, body))) {
        let line = row(body, y);
        let here = at == merge.line;
        if here {
            canvas.text(line, canvas.glyphs.marker(), Role::Accent);
        }
        canvas.text(left(after(line, 2), columns.name), &called(it), if here { Role::Row } else { Role::Text });
        canvas.text(left(after(line, columns.base), columns.wide), &told(it.base.as_deref()), Role::Dim);
        let theirs = merge.theirs.contains(&at);
        for (x, text, taken) in [(columns.mine, &it.here, !theirs), (columns.theirs, &it.disk, theirs)] {
            let (sign, role) = if taken { (canvas.glyphs.yes(), Role::Good) } else { (canvas.glyphs.no(), Role::Dim) };
            canvas.pieces(
                left(after(line, x), columns.wide),
                &[(sign, role), (" ", role), (&told(text.as_deref()), role)],
            );
        }
        if here {
            let x = if theirs { columns.theirs } else { columns.mine };
            canvas.restyle(left(after(line, x), columns.wide.saturating_sub(1)), Role::Cursor);
        }
    }
    let key = |command| app.keymap.shown(command, &[Context::Conflicts]);
    let foot = below(inside, inside.height.saturating_sub(FOOT - 1));
    let text = say!(
        "merge-key-mine-key",
        mine_key = key(C::TakeMine),
        theirs_key = key(C::TakeTheirs),
        switch_key = key(C::Mark)
    );
    canvas.text(row(foot, 0), &text, Role::Dim);
    let accept = format!(" {} ", key(C::Accept));
    canvas.pieces(row(foot, 1), &[(&accept, Role::Key), (&say!("merge-put-them-together-so"), Role::Text)]);
}

struct Columns {
    name: u16,
    base: u16,
    mine: u16,
    theirs: u16,
    wide: u16,
}

impl Columns {
    fn new(total: u16, name: u16) -> Self {
        let wide = total.saturating_sub(name + 4) / 3;
        let base = name + 4;
        Self { name, base, mine: base + wide, theirs: base + 2 * wide, wide }
    }
}

fn told(text: Option<&str>) -> String {
    match text {
        None => say!("merge-no-row"),
        Some(text) => messages::cell(text),
    }
}
