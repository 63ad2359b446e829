//! Aligned tables for a terminal.

use crate::messages::word;
use crate::say;
use std::fmt::Write as _;

use super::format::{Format, Options, Refusal};
use super::grid::{Align, Cell, Grid};
use crate::report::data::CaseHeader;
use crate::report::document::{Audience, Block, Item, Kind, Report, Table, Value};
use crate::report::safe::{Sink, line};
use crate::report::style::Role;
use crate::report::text::{width, wrap_words};

/// Aligned tables.
pub(super) const FORMAT: Format = Format {
    id: "table",
    aliases: &[],
    endings: &["txt", ""],
    one_table: false,
    reader: Audience::Terminal,
    sink: Sink::Coloured,
    write,
};

/// No column of words needs to be wider than this, whatever its longest word is.
const NARROWEST: usize = 24;
/// A list of more ids than this is shortened.
const MOST_IDS: usize = 12;
/// How wide tables are where nothing says how wide they may be, as in a file or a pipe.
const WIDE: usize = 100;

#[allow(clippy::unnecessary_wraps)] // Every format may refuse.
fn write(report: &dyn Report, options: &Options<'_>) -> Result<Vec<u8>, Refusal> {
    let document = report.document();
    let case = &document.case;
    let mut text = paragraph(&document.title(), Role::Heading, options);
    for change in &case.changes {
        let _ = writeln!(text, "{}", options.style.paint(Role::Caution, &say!("text-this-run-only", change = change)));
    }
    if !case.withheld.is_empty() {
        text.push_str(&paragraph(&case.withheld, Role::Caution, options));
    }
    text.push_str(&blocks(document.blocks_for(Audience::Terminal), case, options));
    Ok(text.into_bytes())
}

/// Blocks of a report about a case as plain text, for messages.
pub fn plain(all: &[Block], case: &CaseHeader) -> String {
    blocks(all.iter(), case, &Options::PLAIN)
}

fn blocks<'a>(blocks: impl Iterator<Item = &'a Block>, case: &CaseHeader, options: &Options<'_>) -> String {
    let paint = |role: Role, text: &str| options.style.paint(role, text);
    let heading = |text: &str| format!("\n{}\n", paint(Role::Heading, &line(text)));
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading(title) | Block::Subheading(title) => text.push_str(&heading(title)),
            Block::Paragraph(role, sentences) => text.push_str(&paragraph(sentences, *role, options)),
            Block::List(items) => {
                text.extend(items.iter().map(|it| item(it, options)));
                text.push_str(if items.iter().any(|it| !it.more.is_empty()) { "\n" } else { "" });
            }
            Block::Facts(facts) => text.push_str(&list_of_facts(facts, options)),
            Block::Table(it) => text.push_str(&table(it, case, options)),
            Block::Inputs => {
                text.push_str(&heading(&say!("text-inputs-path-sha", path = case.path)));
                for input in &case.inputs {
                    let _ = writeln!(text, "  {}  {}", paint(Role::Faint, &input.sha256), line(&input.file));
                }
            }
            Block::Page(page) => text.push_str(&self::blocks(page.iter(), case, options)),
            Block::Chart(_) | Block::Only(..) => {}
        }
    }
    text
}

/// The width of running text, less what stands before it.
fn room(options: &Options<'_>, before: usize) -> usize {
    options.width.unwrap_or(WIDE).clamp(30, WIDE) - before.min(20)
}

fn paragraph(text: &str, role: Role, options: &Options<'_>) -> String {
    wrap_words(&line(text), room(options, 0)).iter().map(|it| options.style.paint(role, it) + "\n").collect()
}

/// An item: after a mark, or, where more lines belong to it, as a paragraph of its own under its lead.
fn item(item: &Item, options: &Options<'_>) -> String {
    let mut text = String::new();
    if !item.more.is_empty() {
        let _ = writeln!(text, "\n{} {}", options.style.paint(item.role, &item.lead), line(&item.text));
        for it in item.more.iter().flat_map(|more| wrap_words(&line(more), room(options, 2))) {
            let _ = writeln!(text, "  {it}");
        }
        return text;
    }
    for (at, it) in wrap_words(&line(&format!("{}{}", item.lead, item.text)), room(options, 4)).iter().enumerate() {
        let _ = writeln!(text, "  {} {it}", if at == 0 { "-" } else { " " });
    }
    text
}

fn list_of_facts(facts: &[(&str, String)], options: &Options<'_>) -> String {
    let facts: Vec<(String, &String)> = facts.iter().map(|(name, value)| (word(name), value)).collect();
    let widest = facts.iter().map(|(name, _)| width(name)).max().unwrap_or(0) + 2;
    let mut text = String::new();
    for (name, value) in &facts {
        let mut name = format!("{name:<widest$}");
        for it in wrap_words(&line(value), room(options, widest + 2)) {
            let _ = writeln!(text, "  {}{it}", options.style.paint(Role::Faint, &name));
            name = " ".repeat(widest);
        }
    }
    text
}

fn table(table: &Table, case: &CaseHeader, options: &Options<'_>) -> String {
    let view = table.view(Audience::Terminal, &case.money, MOST_IDS);
    let mut text = String::new();
    if !view.title.is_empty() {
        let _ = writeln!(text, "\n{}", options.style.paint(Role::Heading, &line(&view.title)));
    }
    if view.rows.is_empty() {
        return format!("{text}  {}\n", say!("formats-nothing"));
    }
    let align = |kind: Kind| if matches!(kind, Kind::Words | Kind::Name) { Align::Left } else { Align::Right };
    let heads: Vec<_> = view.columns.iter().map(|it| (it.head_for(Audience::Terminal), align(it.kind))).collect();
    let on_one_line = view.columns.iter().any(|column| column.least.is_some());
    let mut grid = if on_one_line {
        let least = |(at, least): (usize, Option<usize>)| Some((at, least?));
        let named = |wanted: bool| {
            let columns = view.columns.iter().enumerate();
            columns.filter(move |(_, it)| (it.kind == Kind::Name) == wanted).map(|(at, it)| (at, it.least))
        };
        // Names are cut first, then left out: the ids beside them say the same.
        let gone = named(true).map(|(at, _)| (at, 0));
        Grid::new(
            &heads,
            &named(true).filter_map(least).chain(gone).chain(named(false).filter_map(least)).collect::<Vec<_>>(),
        )
    } else {
        let longest = |at: usize| {
            let cells = view.rows.iter().map(|row| row[at].1.as_str()).chain([heads[at].0]);
            cells.flat_map(str::split_whitespace).map(width).max().unwrap_or(0).min(NARROWEST)
        };
        // A moment over several lines is read as several.
        let is_moment = |at: &usize| {
            let of = table.columns.iter().position(|column| column.key == view.columns[*at].key);
            let cells = |of: usize| table.rows.iter().all(|row| matches!(row[of], Value::Moment(_) | Value::Empty));
            of.is_some_and(cells)
        };
        let words = (0..heads.len()).filter(|at| heads[*at].1 == Align::Left && !is_moment(at));
        Grid::wrapping(&heads, &words.map(|at| (at, longest(at))).collect::<Vec<_>>())
    };
    for row in &view.rows {
        grid.row(row.iter().map(|(role, cell)| Cell::new(*role, cell.as_str())).collect());
    }
    text.push_str(&if on_one_line {
        grid.render(options.style, options.width)
    } else if let Some(width) = options.width {
        grid.render(options.style, Some(width))
    } else {
        // Where nothing says how wide it may be, ids that are copied from it stay whole.
        grid.with_whole_words().render(options.style, Some(WIDE))
    });
    let long = say!("text-long-lists-shortened-here");
    for note in [table.note.as_str(), if view.is_shortened { &long } else { "" }] {
        if !note.is_empty() {
            text.push_str(&paragraph(note, Role::Faint, options));
        }
    }
    text
}
