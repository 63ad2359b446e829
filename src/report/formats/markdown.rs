//! A note in Markdown that can be handed on.

use crate::messages::word;
use crate::report::chart::ChartKind;
use crate::say;
use std::fmt::Write as _;

use super::format::{Format, Options, Refusal};
use crate::model::visible::is_hidden;
use crate::report::data::CaseHeader;
use crate::report::document::{Audience, Block, Item, Kind, Report, Table};
use crate::report::safe::{Sink, line};
use crate::report::style::Role;

/// A note.
pub(super) const FORMAT: Format = Format {
    id: "md",
    aliases: &["markdown"],
    endings: &["md", "markdown"],
    one_table: false,
    reader: Audience::Notes,
    sink: Sink::Text,
    write,
};

#[allow(clippy::unnecessary_wraps)] // Every format may refuse.
fn write(report: &dyn Report, _: &Options<'_>) -> Result<Vec<u8>, Refusal> {
    let document = report.document();
    let mut text = format!("# {}\n\n", escape(&document.title()));
    if !document.case.changes.is_empty() {
        text.push_str(&say!("markdown-changed-this-run"));
        for change in &document.case.changes {
            let _ = writeln!(text, "- {}", code(change));
        }
        text.push('\n');
    }
    if !document.case.withheld.is_empty() {
        let _ = write!(text, "{}\n\n", escape(&document.case.withheld));
    }
    let mut blocks = document.blocks_for(Audience::Notes).peekable();
    while let Some(block) = blocks.next() {
        text.push_str(&written(block, &document.case));
        // A line below the page, where something follows.
        if matches!(block, Block::Page(_)) && blocks.peek().is_some() {
            text.push_str("---\n\n");
        }
    }
    // The last block ends with the file.
    text.truncate(text.trim_end().len());
    Ok((text + "\n").into_bytes())
}

/// A block with an empty line after it.
fn written(block: &Block, case: &CaseHeader) -> String {
    match block {
        Block::Heading(title) => format!("## {}\n\n", escape(title)),
        Block::Subheading(title) => format!("### {}\n\n", escape(title)),
        Block::Paragraph(Role::Caution | Role::Heading, sentences) => format!("**{}**\n\n", escape(sentences)),
        Block::Paragraph(_, sentences) => format!("{}\n\n", escape(sentences)),
        Block::List(items) => items.iter().map(item).collect::<String>() + "\n",
        Block::Facts(facts) => {
            let rows = facts.iter().map(|(name, value)| vec![escape(&word(name)), escape(value)]);
            rows_of(&[(String::new(), false), (String::new(), false)], rows) + "\n"
        }
        Block::Table(it) => table(it, case),
        // Many viewers drop drawings.
        // The table of its rows stands beside it.
        Block::Chart(chart) if chart.kind == ChartKind::Spans => String::new(),
        Block::Chart(chart) => chart.figures().map_or_else(String::new, |figures| table(&figures, case)),
        Block::Inputs => {
            let head = [word("file"), "SHA-256".to_owned()].map(|head| (head, false));
            let rows = case.inputs.iter().map(|input| vec![escape(&input.file), code(&input.sha256)]);
            say!("markdown-inputs-read-from", path = code(&case.path), table = rows_of(&head, rows))
        }
        Block::Page(page) => page.iter().map(|block| written(block, case)).collect(),
        Block::Only(..) => String::new(),
    }
}

fn item(item: &Item) -> String {
    let lead = if item.lead.is_empty() { String::new() } else { format!("**{}**", escape(&item.lead)) };
    let mut text = format!("- {lead}{}\n", escape(&item.text));
    for more in &item.more {
        let _ = writeln!(text, "  {}", escape(more));
    }
    text
}

fn table(table: &Table, case: &CaseHeader) -> String {
    let view = table.view(Audience::Notes, &case.money, usize::MAX);
    let mut text = String::new();
    if !view.title.is_empty() {
        let _ = writeln!(text, "## {}\n", escape(&view.title));
    }
    if view.rows.is_empty() {
        return format!("{text}{}\n\n", escape(&say!("formats-nothing")));
    }
    let is_figure = |kind: Kind| !matches!(kind, Kind::Words | Kind::Name);
    let head: Vec<_> = view.columns.iter().map(|column| (escape(&column.head), is_figure(column.kind))).collect();
    let rows = view.rows.iter().map(|row| row.iter().map(|(_, cell)| escape(cell)).collect());
    text.push_str(&rows_of(&head, rows));
    if !table.note.is_empty() {
        let _ = writeln!(text, "\n{}", escape(&table.note));
    }
    text + "\n"
}

/// A table; of each column, its head and whether it holds figures, which stand right.
fn rows_of(head: &[(String, bool)], rows: impl Iterator<Item = Vec<String>>) -> String {
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let heads: Vec<String> = head.iter().map(|(head, _)| head.clone()).collect();
    let rules: Vec<String> = head.iter().map(|(_, figure)| if *figure { "---:" } else { "---" }.to_owned()).collect();
    let rows = rows.map(|cells| row(&cells));
    [row(&heads), row(&rules)].into_iter().chain(rows).collect()
}

/// Text on one line in which Markdown sees no mark-up.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' => escaped.extend(['\\', c]),
            '\n' | '\r' | '\t' => escaped.push(' '),
            // Not escaped once more: its number is meant to be read.
            c if is_hidden(c) => escaped.extend(c.escape_unicode()),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Text as code, in more backticks than it has in a row.
fn code(text: &str) -> String {
    let text = line(text);
    let most = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(most + 1);
    // Spaces keep a backtick at the edge apart from the fence; Markdown takes them away again.
    let room = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

/// Text that is Markdown already, as a cell of a table.
pub fn cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_sees_no_mark_up() {
        assert_eq!(escape("<b>*a*\n`x` &lt;"), "\\<b\\>\\*a\\* \\`x\\` \\&lt;");
        assert_eq!(code("x"), "`x`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`"), "`` ` ``");
    }
}
