//! What stands side by side on a screen, as a file: two portfolios, or scenarios.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::model::csv::encode;
use crate::tui::app::App;
use crate::tui::event::Effect;
use crate::tui::popups::Popup;
use crate::tui::popups::prompt::{Prompt, Purpose};
use crate::tui::screens::{TableKey, grid, scenario_grid};
use crate::tui::text::width;

/// Asks for a file for the table on the screen.
pub(crate) fn ask(app: &mut App) {
    let Some(key) = app.screen.table(app) else { return };
    let name = match key {
        scenario_grid::TABLE => "scenarios",
        _ => "comparison",
    };
    let help = "The ending says what is written: .md a note, .csv a table, .txt an aligned table; the rows and columns as they are shown.";
    let mut line =
        Prompt::new("Export what is side by side to", help, &format!("{name}.md"), Purpose::ExportTable(key));
    line.check(app.document.as_ref());
    app.popups.push(Popup::Prompt(line));
}

/// A table as it is shown: what it is, its headings (and which are numbers) and its rows.
struct Shown {
    title: String,
    about: String,
    head: Vec<(String, bool)>,
    rows: Vec<Vec<String>>,
}

/// Writes the table.
pub(crate) fn export(app: &mut App, key: TableKey, to: &str) -> Vec<Effect> {
    let Some(shown) = shown(app, key) else {
        app.note("There is nothing side by side to be written.");
        return Vec::new();
    };
    let to = PathBuf::from(to);
    let text = match to.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "md" => markdown(&shown),
        "csv" => csv(&shown),
        "txt" | "" => aligned(&shown),
        other => {
            app.warn(format!("`.{other}` is no format that this is written in; use .md, .csv or .txt."));
            return Vec::new();
        }
    };
    vec![Effect::Write(to, text)]
}

fn shown(app: &App, key: TableKey) -> Option<Shown> {
    let case = app.document.as_ref()?.case();
    let (grid, state) = (grid(app, key)?, app.table_state(key));
    let columns = state.shown(grid.as_ref());
    let head = columns.iter().map(|&at| (grid.columns()[at].title.clone(), grid.columns()[at].number)).collect();
    let cell = |row: usize, at: usize| grid.cell(row, at).split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = state.order.iter().map(|&row| columns.iter().map(|&at| cell(row, at)).collect()).collect();
    let what = match key {
        scenario_grid::TABLE => format!("the case and its scenarios, {}", app.what_if.whose.words()),
        _ => crate::tui::screens::compare::words(app),
    };
    let name = app.document.as_ref().map(|document| document.path.display().to_string());
    let title = if case.title.is_empty() { name.unwrap_or_default() } else { case.title.clone() };
    Some(Shown { title, about: format!("Side by side: {what}. Money in {}.", case.money_unit()), head, rows })
}

fn markdown(shown: &Shown) -> String {
    let escape = |text: &str| text.replace('\\', "\\\\").replace('|', "\\|");
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = format!("# {}\n\n{}\n\n", escape(&shown.title), escape(&shown.about));
    text.push_str(&line(shown.head.iter().map(|(title, _)| escape(title)).collect()));
    let rule = |number: bool| if number { "---:" } else { "---" };
    text.push_str(&line(shown.head.iter().map(|&(_, number)| rule(number).to_owned()).collect()));
    for row in &shown.rows {
        text.push_str(&line(row.iter().map(|cell| escape(cell)).collect()));
    }
    text
}

fn csv(shown: &Shown) -> String {
    let line = |cells: Vec<&str>| cells.into_iter().map(|cell| encode(cell).into_owned()).collect::<Vec<_>>().join(",");
    let head = line(shown.head.iter().map(|(title, _)| title.as_str()).collect());
    let rows = shown.rows.iter().map(|row| line(row.iter().map(String::as_str).collect()));
    std::iter::once(head).chain(rows).map(|line| format!("{line}\n")).collect::<Vec<_>>().concat()
}

fn aligned(shown: &Shown) -> String {
    let head: Vec<String> = shown.head.iter().map(|(title, _)| title.clone()).collect();
    let widest = |at: usize| std::iter::once(&head).chain(&shown.rows).map(|row| width(&row[at])).max().unwrap_or(0);
    let wide: Vec<usize> = (0..head.len()).map(widest).collect();
    let mut text = format!("{}\n{}\n\n", shown.title, shown.about);
    for row in std::iter::once(&head).chain(&shown.rows) {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let space = " ".repeat(wide[at].saturating_sub(width(cell)));
            let (before, after) = if shown.head[at].1 { (space.as_str(), "") } else { ("", space.as_str()) };
            let _ = write!(line, "{before}{cell}{after}  ");
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}
