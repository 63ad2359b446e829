//! A list from elsewhere that becomes a case: its columns with what each is taken for, and below them the sums by year, the rows
//! that are left out, and what keeps it from being a case.

use litemap::LiteMap;
use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::keys::move_on;
use super::list::help;
use crate::messages::{list as in_words, word};
use crate::report::number::rounded;
use crate::say;
use crate::session::list_import::ListImport;
use crate::store::import::{ListColumn, Reason, Understood};
use crate::tui::actions::{self, list_import, opening};
use crate::tui::canvas::{Canvas, Role, after, below, cells, centred, left, row, top};
use crate::tui::state::{App, Binding, Command as C, Context, Run as R, bind};

/// In a list that becomes a case.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Accept, "accept", &["enter"], 1, R::It(list_import::accept)),
    bind(C::Right, "next-role", &["right", "l", "space"], 2, R::Which(list_import::turn)),
    bind(C::Left, "previous-role", &["left", "h"], 0, R::Which(list_import::turn)),
    bind(C::Edit, "role", &["e"], 3, R::It(list_import::ask_role)),
    bind(C::Only("unit"), "unit", &["u"], 4, R::It(list_import::next_unit)),
    bind(C::Only("decimal"), "decimal", &["d"], 5, R::It(list_import::next_decimal)),
    bind(C::Only("base-year"), "base-year", &["y"], 6, R::It(list_import::ask_base_year)),
    bind(C::Only("list-budget"), "budget", &["b"], 6, R::It(list_import::ask_budget)),
    bind(C::Only("everything"), "everything", &["v"], 3, R::It(list_import::show_everything)),
    bind(C::Back, "back", &["esc", "q"], 7, R::It(opening::close_popup)),
    bind(C::Down, "down", &["j", "down"], 0, R::Which(move_on)),
    bind(C::Up, "up", &["k", "up"], 0, R::Which(move_on)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown"], 0, R::Which(move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, R::Which(move_on)),
    bind(C::Help, "help", &["?", "f1"], 8, R::It(help)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
];

/// Lines below the columns: the sums with their head, the rows left out, what is wrong on two lines, the keys.
const FOOT: u16 = 10;

pub(crate) fn draw(app: &App, list: &ListImport, canvas: &mut Canvas<'_>, area: Rect) {
    let wide = area.width.saturating_sub(4).min(116);
    let tall = cells(list.made.columns.len()).saturating_add(FOOT + 3).min(area.height);
    let inside = canvas.frame(centred(area, wide, tall), &say!("list-import-title", file = list.title()));
    let columns = top(inside, inside.height.saturating_sub(FOOT).max(2));
    draw_columns(list, canvas, columns);
    let foot = below(inside, columns.height);
    draw_sums(&list.made, canvas, top(foot, 5));
    let foot = below(foot, 5);
    canvas.text(row(foot, 0), &left_out(&list.made), Role::Dim);
    let (state, role) = state(&list.made);
    let state = crate::tui::text::wrap(&state, usize::from(foot.width.max(1)));
    for (y, line) in (1..3).zip(&state) {
        canvas.text(row(foot, y), line, role);
    }
    let key = |command| app.keymap.shown(command, &[Context::Import]);
    let keys = say!(
        "list-import-keys",
        next = key(C::Right),
        role = key(C::Edit),
        unit = key(C::Only("unit")),
        everything = key(C::Only("everything")),
        accept = key(C::Accept)
    );
    canvas.text(row(foot, 4), &keys, Role::Dim);
}

/// The columns of the list, as many as there is room for around the one under the cursor.
fn draw_columns(list: &ListImport, canvas: &mut Canvas<'_>, area: Rect) {
    let (name, role, count) = (area.width * 4 / 10, 18_u16.min(area.width / 4), 8_u16);
    let places = |line: Rect| {
        let heading = left(after(line, 2), name.saturating_sub(3));
        let role_at = left(after(line, name), role.saturating_sub(1));
        let filled = left(after(line, name + role), count.saturating_sub(1));
        (heading, role_at, filled, after(line, name + role + count))
    };
    let (heading, role_at, filled, example) = places(row(area, 0));
    for (place, text) in [
        (heading, say!("list-import-heading")),
        (role_at, say!("list-import-read-as")),
        (filled, say!("list-import-filled")),
        (example, say!("list-import-example")),
    ] {
        canvas.text(place, &text, Role::Header);
    }
    let body = below(area, 1);
    let first = (list.line + 1).saturating_sub(usize::from(body.height));
    for (y, (at, column)) in (0..body.height).zip(list.made.columns.iter().enumerate().skip(first)) {
        let line = row(body, y);
        let here = at == list.line;
        if here {
            canvas.text(line, canvas.glyphs.marker(), Role::Accent);
        }
        let (heading, role_at, filled, example) = places(line);
        canvas.text(heading, &heading_of(column), if here { Role::Row } else { Role::Text });
        let used = is_used(column);
        canvas.text(role_at, &column.role.label(), if used { Role::Good } else { Role::Dim });
        if here {
            canvas.restyle(role_at, Role::Cursor);
        }
        canvas.right(filled, &column.filled.to_string(), Role::Dim);
        canvas.text(after(example, 0), &one_line(&column.example), Role::Dim);
    }
}

fn heading_of(column: &ListColumn) -> String {
    if column.heading.is_empty() {
        say!("import-column-number", number = column.at + 1)
    } else {
        column.heading.clone()
    }
}

fn is_used(column: &ListColumn) -> bool {
    use crate::store::import::Role as R;
    !matches!(column.role, R::Keep | R::Drop | R::Sum)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sums by year: as many as fit, the rest counted.
fn draw_sums(made: &Understood, canvas: &mut Canvas<'_>, area: Rect) {
    let wide = 16_u16.min(area.width / 5);
    let at = |line: Rect, nth: u16| left(after(line, nth * wide), wide.saturating_sub(1));
    let head = row(area, 0);
    canvas.text(at(head, 0), &say!("list-import-year"), Role::Header);
    for (nth, text) in [(1, say!("import-sum-list")), (2, say!("list-import-left")), (3, say!("import-sum-case"))] {
        canvas.right(at(head, nth), &text, Role::Header);
    }
    let money = left(after(head, 4 * wide + 1), head.width);
    canvas.text(money, &made.money, Role::Dim);
    let room = usize::from(area.height.saturating_sub(1));
    let more = made.sums.len() > room;
    let shown = if more { room.saturating_sub(1) } else { room };
    for (y, sum) in (1..area.height).zip(made.sums.iter().take(shown)) {
        let line = row(area, y);
        canvas.text(at(line, 0), &sum.year.to_string(), Role::Text);
        let out = sum.left_out.values().copied().sum();
        for (nth, amount) in [(1, sum.list), (2, out), (3, sum.case)] {
            let unknown = if nth == 1 && sum.unknown > 0 { " + ?" } else { "" };
            canvas.right(at(line, nth), &(figure(amount) + unknown), Role::Text);
        }
    }
    if more {
        let years = made.sums.len() - shown;
        canvas.text(row(area, cells(shown) + 1), &say!("list-import-more-years", count = years), Role::Dim);
    }
}

fn figure(amount: Decimal) -> String {
    // A long amount would lose its last digits to the next column; every digit stands in the text of everything.
    let places = if amount.abs() < Decimal::from(100_000) { 2 } else { 0 };
    crate::messages::written(&rounded(amount, places).normalize().to_string(), crate::messages::Thousands::Apart)
}

/// The rows that are left out, counted by reason.
fn left_out(made: &Understood) -> String {
    let mut counts: LiteMap<Reason, usize> = LiteMap::new();
    for out in &made.left_out {
        *counts.entry(out.reason).or_default() += 1;
    }
    if counts.is_empty() {
        return say!("list-import-nothing-left-out");
    }
    let counted: Vec<String> =
        counts.iter().map(|(reason, count)| format!("{} ({count})", word(reason.name()))).collect();
    say!("list-import-left-out", rows = in_words(&counted))
}

/// What the list makes, or what keeps it from being a case.
fn state(made: &Understood) -> (String, Role) {
    if let Some(wrong) = made.wrong.first() {
        (format!("{} {}", wrong.message, wrong.remedy), Role::Bad)
    } else {
        let (first, last) = made.years;
        let candidates = crate::session::count_of(made.candidates, "candidate");
        let domains = crate::session::count_of(made.domains, "domain");
        let has = say!("import-case-has", candidates = candidates, domains = domains, first = first, last = last);
        (has, Role::Good)
    }
}

#[cfg(test)]
mod tests;
