//! A list to choose from, with a line to search in it: the palette, the help, and choices.

use crate::messages::count_of;
use crate::model::order::InOrder as _;
use ratatui::layout::{Position, Rect};

use super::input::draw_input;
use super::keys::move_on;
use crate::model::schema::TABLES;
use crate::say;
use crate::tui::actions::{self, go_to, opening, run};
use crate::tui::canvas::{Canvas, Role, after, below, cells, centred, inner, left, row, width};
use crate::tui::state::{
    App, Binding, Command as C, Context, Entry, Item, Keymap, List, Popup, Run as R, Screen, bind,
};
use crate::tui::text::wrap;

/// In lists with a search line.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Accept, "accept", &["enter"], 1, R::It(accept_list)),
    bind(C::Back, "back", &["esc"], 2, R::It(opening::close_popup)),
    bind(C::Down, "down", &["down", "ctrl-n"], 0, R::Which(move_on)),
    bind(C::Up, "up", &["up", "ctrl-p"], 0, R::Which(move_on)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown"], 0, R::Which(move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, R::Which(move_on)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
];

/// Every command that can be done in these contexts, by name.
pub(crate) fn palette_of(keymap: &Keymap, contexts: &[Context]) -> List {
    let mut items = command_items(keymap, contexts, "");
    for table in TABLES {
        let show = |app: &mut App| {
            app.sheet = table.id;
            go_to(app, Screen::TABLES);
        };
        items.push(Item::new(say!("list-table", table = table.title()), table.help(), show));
    }
    items.order_by_key(|item| item.label.to_lowercase());
    List::new(&say!("list-commands"), items)
}

/// Every key that works in these contexts, then those of everything else.
pub(crate) fn help_of(keymap: &Keymap, contexts: &[Context]) -> List {
    let mut items = Vec::new();
    let others = keymap.registry.contexts.iter().filter(|context| !contexts.contains(context));
    for &context in contexts.iter().chain(others) {
        items.extend(command_items(keymap, &[context], &context.title()));
    }
    List::new(&say!("list-keys-what-they"), items)
}

/// Shows every key that works here.
pub(crate) fn help(app: &mut App) {
    let help = help_of(&app.keymap, &app.contexts());
    app.popups.push(Popup::List(help));
}

/// Shows every command that can be done here.
pub(crate) fn palette(app: &mut App) {
    let list = palette_of(&app.keymap, &app.contexts());
    app.popups.push(Popup::List(list));
}

/// Does what the entry under the cursor is for.
pub(crate) fn accept_list(app: &mut App) {
    match app.popups.last() {
        Some(Popup::List(list)) if list.chosen().is_none() => {
            let text = say!("list-nothing-to-choose", text = list.input.value());
            app.warn(text);
        }
        Some(Popup::List(_)) => {
            if let Some(Popup::List(list)) = app.popups.pop()
                && let Some(item) = list.chosen()
            {
                item.act.run(app);
            }
        }
        _ => {}
    }
}

/// Does a command of a place. The help lists every place; a command does something else, or nothing, where it does not belong.
fn do_there(app: &mut App, entry: &Entry) {
    if app.contexts().contains(&entry.context) && app.offers(entry.context, entry.command) {
        run(app, entry.command);
    } else {
        app.note(say!("popups-name-does-nothing", name = entry.title(), title = entry.context.title()));
    }
}

fn command_items(keymap: &Keymap, contexts: &[Context], group: &str) -> Vec<Item> {
    let mut seen = std::collections::HashSet::new();
    let mut items = Vec::new();
    for &context in contexts {
        for entry in keymap.registry.of(context) {
            if seen.insert(entry.command) {
                let doc = keymap.said(&entry.doc(), &[context]).into_owned();
                items.push(Item {
                    group: group.to_owned(),
                    keys: keymap.shown(entry.command, &[context]),
                    ..Item::new(entry.title(), doc, move |app| do_there(app, entry))
                });
            }
        }
    }
    items
}

/// Where it stands.
fn place(area: Rect) -> Rect {
    centred(area, area.width.saturating_sub(4).min(110), area.height.saturating_sub(2).min(34))
}

/// Lines below the entries: as many as the longest sentence about one of them takes, so that nothing moves with the cursor.
fn foot(list: &List, body: Rect) -> u16 {
    let lines = list.items.iter().map(|item| wrap(&item.doc, body.width.into()).len()).max();
    cells(lines.unwrap_or(1)).clamp(1, 3).min((body.height / 3).max(1))
}

/// The lines of entries that are visible, from the top.
fn window(list: &List, body: Rect) -> Vec<Line<'_>> {
    let rows = usize::from(body.height.saturating_sub(foot(list, body) + 1));
    let lines = with_headings(list);
    let at = lines.iter().position(|line| *line == Line::Entry(list.selected)).unwrap_or(0);
    lines.into_iter().skip((at + 1).saturating_sub(rows)).take(rows).collect()
}

/// The entry, among the matches, that stands at a position of the screen.
pub(crate) fn entry_at(list: &List, area: Rect, at: Position) -> Option<usize> {
    let body = below(inner(place(area)), 2);
    if !body.contains(at) {
        return None;
    }
    match window(list, body).get(usize::from(at.y - body.y))? {
        Line::Entry(entry) => Some(*entry),
        Line::Heading(_) => None,
    }
}

pub(crate) fn draw(app: &App, list: &List, canvas: &mut Canvas<'_>, area: Rect) {
    let inside = canvas.frame(place(area), &list.title);
    let used = canvas.text(inside, &say!("list-search"), Role::Dim);
    let count = count_of(list.matches.len(), "entry");
    let taken = canvas.right(row(inside, 0), &count, Role::Dim);
    let line = left(row(inside, 0), inside.width.saturating_sub(taken + 1));
    draw_input(canvas, after(line, used + 1), &list.input);
    let body = below(inside, 2);
    // Keys stand where every name has ended.
    let names =
        list.items.iter().map(|item| width(&item.label)).max().unwrap_or(0).min(usize::from(body.width / 2).max(34));
    for (y, line) in (0..body.height).zip(window(list, body)) {
        let place = row(body, y);
        match line {
            Line::Heading(text) => drop(canvas.text(place, text, Role::Accent)),
            Line::Entry(at) => draw_item(app, canvas, place, (list, at), cells(names)),
        }
    }
    if list.matches.is_empty() {
        canvas.text(body, &app.keymap.said(&say!("list-nothing-matches-erase"), &[Context::Typing]), Role::Dim);
    }
    let foot = below(body, body.height.saturating_sub(foot(list, body)));
    if let Some(item) = list.chosen() {
        canvas.paragraph(foot, &app.said(&item.doc), Role::Accent);
    } else if let Some(refused) = &app.message {
        // The line of news lies behind the list.
        canvas.paragraph(foot, &refused.text, refused.role);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Heading(&'a str),
    Entry(usize),
}

/// The lines of the list: while nothing is searched, with a heading above each group.
fn with_headings(list: &List) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut above = "";
    for (at, &item) in list.matches.iter().enumerate() {
        let group = list.items[item].group.as_str();
        if list.input.value().trim().is_empty() && group != above {
            lines.push(Line::Heading(group));
            above = group;
        }
        lines.push(Line::Entry(at));
    }
    lines
}

fn draw_item(app: &App, canvas: &mut Canvas<'_>, place: Rect, (list, at): (&List, usize), names: u16) {
    let item = &list.items[list.matches[at]];
    let here = at == list.selected;
    if here {
        canvas.text(place, canvas.glyphs.marker(), Role::Accent);
    }
    let role = if here { Role::Row } else { Role::Text };
    canvas.text(left(after(place, 2), names), &item.label, role);
    canvas.text(left(after(place, names + 4), 18), &item.keys, Role::Key);
    canvas.text(after(place, names + 24), &app.said(&item.doc), Role::Dim);
    if here {
        canvas.restyle(left(after(place, 2), names), Role::Cursor);
    }
}
