//! What stands side by side on a screen, as a file: two portfolios, or scenarios.

use crate::messages::list;
use crate::report::formats::{self, Options};
use crate::report::{Column, Kind, Table, TableBuilder, TableReport, header};
use crate::say;
use crate::session::comparison::Side;
use crate::tui::event::Effect;
use crate::tui::state::{App, Popup, Purpose, TableKey};
use crate::tui::table::GridColumn;
use std::path::PathBuf;

/// Asks for a file for the table on the screen.
pub(crate) fn ask(app: &mut App) {
    let Some(key) = app.table_key() else { return };
    let name = match key {
        TableKey::SCENARIO_GRID => "scenarios",
        _ => "comparison",
    };
    let help = say!("side-by-side-endings-rows-columns", endings = formats::endings(&say!("side-by-side-the-table")));
    app.popups.push(Popup::ask(
        say!("side-by-side-export-what-side"),
        help,
        &super::export_place::place(app, &format!("{name}.md")),
        Purpose::Export(export),
        app.document.as_ref(),
    ));
}

/// Writes the table as it is shown.
pub(crate) fn export(app: &mut App, to: &str) {
    let Some(shown) = app.table_key().and_then(|key| shown(app, key)) else {
        return app.note(say!("side-by-side-there-nothing-side"));
    };
    let shown = match super::readers::masks(app) {
        Ok(masks) => masks.iter().fold(shown, TableReport::masked),
        Err(error) => return app.warn(error),
    };
    let to = PathBuf::from(to);
    match formats::by_ending(&to).and_then(|format| format.write(&shown, &Options::PLAIN)) {
        Ok(bytes) => app.effects.push(Effect::Write(to, bytes)),
        Err(refusal) => {
            app.warn(refusal.to_string());
        }
    }
}

fn shown(app: &App, key: TableKey) -> Option<TableReport> {
    let document = app.document.as_ref()?;
    let (grid, state) = (app.grid(key)?, app.table_state(key));
    let shown = state.shown(grid.as_ref());
    let column = |&at: &usize| {
        let GridColumn { title, number, .. } = &grid.columns()[at];
        Column::new(title, title, if *number { Kind::Figures(0) } else { Kind::Words })
    };
    let cell = |row: usize, at: usize| grid.cell(row, at).split_whitespace().collect::<Vec<_>>().join(" ");
    let add = |table: TableBuilder<usize>, at: &usize| table.column(column(at), |&row| cell(row, *at));
    let what = match key {
        TableKey::SCENARIO_GRID => say!("side-by-side-case-its-scenarios", whose = app.what_if.whose.words()),
        _ => sides(app),
    };
    let case = header(document.case(), document.path.display().to_string(), Vec::new(), Vec::new());
    Some(TableReport {
        about: say!("side-by-side-side-side-what", what = what, unit = case.money),
        case,
        title: say!("side-by-side-side-side"),
        table: Table::of("rows", "", state.order.iter().copied()).each(&shown, add).table(),
    })
}

/// The two sides in words.
fn sides(app: &App) -> String {
    let say = |side: &Side| format!("{} ({})", side.name(), side.words());
    list(&[say(&app.comparison.left), say(&app.comparison.right)])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::tui::actions::readers::tests::opened;
    use crate::tui::event::Event;
    use crate::tui::state::Setup;
    use crate::tui::{Key, update};

    fn press(app: &mut App, keys: &str) -> Vec<Effect> {
        Key::sequence(keys).unwrap().into_iter().flat_map(|key| update(app, Event::Key(key))).collect()
    }

    #[test]
    fn every_format_is_offered_and_written_as_bytes() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
        let book = crate::store::open(&folder).unwrap().workbook;
        let mut app = opened(App::new(&Setup::default(), (80, 24)), book);
        drop(press(&mut app, "2<space>7E"));
        let Some(Popup::Prompt(line)) = app.popups.last() else { panic!("no line to type in") };
        for format in formats::FORMATS.iter().filter(|format| !format.one_table) {
            assert!(line.help.contains(&format!(".{} {}", format.endings[0], format.short())), "{}", line.help);
        }
        for format in formats::FORMATS {
            drop(press(&mut app, "<esc>"));
            let name = format!("all.{}", format.endings[0]);
            let effects = press(&mut app, &format!("E{name}<enter>"));
            let written = effects.iter().find_map(|effect| match effect {
                Effect::Write(to, bytes) if to.as_path() == Path::new(&name) => Some(bytes),
                _ => None,
            });
            assert!(written.is_some_and(|bytes| !bytes.is_empty()), "{name}: {effects:?}");
            let is_binary = |bytes: &Vec<u8>| bytes.starts_with(&[0xff]) || bytes.starts_with(b"PK");
            assert_eq!(written.is_some_and(is_binary), format.is_binary(), "{name}");
        }
    }
}
