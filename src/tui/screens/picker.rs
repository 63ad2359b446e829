//! The picker: the cases under `portfolios/`, for who starts without one.

use crate::say;
use crate::session::new_case::Wizard;
use crate::tui::actions::{opening, prompts, second_case};
use crate::tui::canvas::{Canvas, Role, after, below, cells, inner, left, row, width};
use crate::tui::state::{App, Binding, Command as C, Context, Run as R, Screen, Spec, bind};
use ratatui::layout::Rect;

pub(crate) const SPEC: Spec = Spec {
    commands: COMMANDS,
    around: &[Context::Everywhere],
    table: |_| None,
    draw: |app, _, canvas, body| draw(app, canvas, body),
    ..Spec::new(Screen::PICKER)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Open, "open-case", &["enter", "l", "right"], 1, R::It(opening::open_chosen)),
    bind(C::OpenPath, "open-path", &["o", "/"], 2, R::It(second_case::ask_path)),
    bind(C::NewCase, "new", &["n", "ctrl-n"], 2, R::It(|app| prompts::ask_wizard(app, Wizard::default()))),
    bind(C::ImportList, "import", &["i"], 2, R::It(second_case::ask_list)),
    bind(C::Down, "down", &["j", "down"], 0, R::Which(choose)),
    bind(C::Up, "up", &["k", "up"], 0, R::Which(choose)),
    bind(C::Top, "top", &["g", "home"], 0, R::Which(choose)),
    bind(C::Bottom, "bottom", &["G", "end"], 0, R::Which(choose)),
];

/// Moves among the cases.
fn choose(app: &mut App, command: C) {
    let last = app.picker.cases.as_ref().map_or(0, |cases| cases.len().saturating_sub(1));
    let selected = &mut app.picker.selected;
    *selected = match command {
        C::Down => (*selected + 1).min(last),
        C::Up => selected.saturating_sub(1),
        C::Top => 0,
        _ => last,
    };
}

pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let area = inner(body);
    canvas.text(row(area, 0), &say!("picker-which-case"), Role::Accent);
    let hint = say!("picker-case-folder-budgets-services");
    canvas.text(row(area, 1), &hint, Role::Dim);
    let list = below(area, 3);
    let Some(cases) = &app.picker.cases else {
        canvas.text(list, &say!("picker-looking-cases"), Role::Dim);
        return;
    };
    if cases.is_empty() {
        canvas.paragraph(list, &app.said(&say!("picker-there-no-cases-under")), Role::Text);
        return;
    }
    let names = cells(cases.iter().map(|case| width(&case.name)).max().unwrap_or(0)).min(30);
    let rows = usize::from(list.height.saturating_sub(3)).max(1);
    let top = (app.picker.selected + 1).saturating_sub(rows);
    for (y, (at, case)) in (0..cells(rows)).zip(cases.iter().enumerate().skip(top)) {
        let line = row(list, y);
        let here = at == app.picker.selected;
        if here {
            canvas.text(line, canvas.glyphs.marker(), Role::Accent);
        }
        let name = left(after(line, 2), names);
        canvas.text(name, &case.name, if here { Role::Row } else { Role::Text });
        canvas.text(after(line, names + 5), &case.title, Role::Dim);
        if here {
            canvas.restyle(name, Role::Cursor);
        }
    }
    let foot = row(area, area.height.saturating_sub(1));
    canvas.text(foot, &app.said(&say!("picker-open-case-opens")), Role::Dim);
}
