//! A web page in one file, with nothing from outside: it can be mailed, opened by a double click and printed.
//!
//! Everything that a case says goes through [`escaped`] on its way in, the texts in charts as well. Without scripts all of it can
//! be read; with them tables sort.

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use super::format::{Format, Options, Refusal};
use crate::messages::word;
use crate::report::chart::{Chart, escaped};
use crate::report::data::CaseHeader;
use crate::report::document::{Audience, Block, Column, Item, Kind, Report, Table};
use crate::report::safe::Sink;
use crate::report::style::Role;
use crate::say;

/// A page.
pub(super) const FORMAT: Format = Format {
    id: "html",
    aliases: &["htm"],
    endings: &["html", "htm"],
    one_table: false,
    reader: Audience::Notes,
    sink: Sink::Text,
    write,
};

/// How it looks: on a screen by day and night, and on paper.
const LOOK: &str = include_str!("page.css");
/// What sorts its tables.
const SORT: &str = include_str!("sort.js");
/// Nothing is fetched, whatever the page says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

#[allow(clippy::unnecessary_wraps)] // Every format may refuse.
fn write(report: &dyn Report, _: &Options<'_>) -> Result<Vec<u8>, Refusal> {
    let document = report.document();
    let title = escaped(&document.title());
    let language = say!("html-page-language");
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"{POLICY}\">\n<title>{title}</title>\n<style>\n{LOOK}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    let case = &document.case;
    if !case.withheld.is_empty() {
        let _ = writeln!(page, "<p class=\"caution\">{}</p>", escaped(&case.withheld));
    }
    if !case.changes.is_empty() {
        let changes = case.changes.iter().map(|change| format!("<li><code>{}</code></li>\n", escaped(change)));
        let said = escaped(say!("markdown-changed-this-run").trim());
        let _ = write!(page, "<p class=\"caution\">{said}</p>\n<ul>\n{}</ul>\n", changes.collect::<String>());
    }
    page.extend(document.blocks_for(Audience::Notes).map(|block| written(block, case, false)));
    let _ = write!(page, "</main>\n<script>\n{SORT}</script>\n</body>\n</html>\n");
    Ok(page.into_bytes())
}

/// A block; `on_page` where it stands on a page of its own, where headings are those of the page.
fn written(block: &Block, case: &CaseHeader, on_page: bool) -> String {
    match block {
        Block::Heading(title) => format!("<h2>{}</h2>\n", escaped(title)),
        Block::Subheading(title) => format!("<h3>{}</h3>\n", escaped(title)),
        Block::Paragraph(role, sentences) => format!("<p{}>{}</p>\n", class(*role), escaped(sentences)),
        Block::List(items) => format!("<ul>\n{}</ul>\n", items.iter().map(item).collect::<String>()),
        Block::Facts(facts) => {
            let rows = facts.iter().map(|(name, value)| {
                format!("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", escaped(&word(name)), escaped(value))
            });
            format!("<table>\n<tbody>\n{}</tbody>\n</table>\n", rows.collect::<String>())
        }
        Block::Table(it) => table(it, case),
        Block::Chart(it) => chart(it, on_page),
        Block::Inputs => inputs(case),
        Block::Page(blocks) => {
            let blocks: String = blocks.iter().map(|block| written(block, case, true)).collect();
            format!("<section class=\"page\">\n{blocks}</section>\n")
        }
        Block::Only(..) => String::new(),
    }
}

/// The class of a role, as an attribute.
const fn class(role: Role) -> &'static str {
    match role {
        Role::Plain => "",
        Role::Heading => " class=\"heading\"",
        Role::Good => " class=\"good\"",
        Role::Bad => " class=\"bad\"",
        Role::Caution => " class=\"caution\"",
        Role::Faint => " class=\"faint\"",
    }
}

fn item(item: &Item) -> String {
    let lead = if item.lead.is_empty() { String::new() } else { format!("<strong>{}</strong>", escaped(&item.lead)) };
    let more: String = item.more.iter().flat_map(|more| ["<br>".to_owned(), escaped(more)]).collect();
    format!("<li>{lead}{}{more}</li>\n", escaped(&item.text))
}

fn chart(chart: &Chart, on_page: bool) -> String {
    let (svg, title) = (chart.svg(), escaped(&chart.title));
    match on_page {
        _ if svg.is_empty() => svg,
        true => format!("<figure>{svg}<figcaption class=\"note\">{title}</figcaption></figure>\n"),
        false => format!("<figure><figcaption><h2>{title}</h2></figcaption>{svg}</figure>\n"),
    }
}

fn table(table: &Table, case: &CaseHeader) -> String {
    let view = table.view(Audience::Notes, &case.money, usize::MAX);
    let title = escaped(&view.title);
    if view.rows.is_empty() {
        let heading = if title.is_empty() { String::new() } else { format!("<h2>{title}</h2>\n") };
        return format!("{heading}<p>{}</p>\n", escaped(&say!("formats-nothing")));
    }
    let heads = view.columns.iter().map(|column| match column.head.as_str() {
        // A head that says nothing would be read out all the same.
        "" => "<td></td>".to_owned(),
        head => format!("<th scope=\"col\"{}>{}</th>", figure(column), escaped(head)),
    });
    let cell = |(at, (role, text)): (usize, &(Role, String))| {
        let (column, text) = (view.columns[at], escaped(text));
        match (at, column.kind, role) {
            (0, Kind::Words | Kind::Name, _) => format!("<th scope=\"row\">{text}</th>"),
            (_, _, Role::Plain) => format!("<td{}>{text}</td>", figure(column)),
            _ => format!("<td{}><span{}>{text}</span></td>", figure(column), class(*role)),
        }
    };
    let row =
        |row: &Vec<(Role, String)>| format!("<tr>{}</tr>\n", row.iter().enumerate().map(cell).collect::<String>());
    // A cell that is left out because it repeats the one above says nothing in another order.
    let sorts = if view.columns.iter().any(|column| column.grouped) { "" } else { " class=\"sorts\"" };
    let caption = if title.is_empty() { String::new() } else { format!("<caption><h2>{title}</h2></caption>\n") };
    let named = if title.is_empty() { escaped(table.key) } else { title };
    let note =
        if table.note.is_empty() { String::new() } else { format!("<p class=\"note\">{}</p>\n", escaped(&table.note)) };
    format!(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{named}\">\n<table{sorts}>\n{caption}<thead>\n\
         <tr>{}</tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n</div>\n{note}",
        heads.collect::<String>(),
        view.rows.iter().map(row).collect::<String>(),
    )
}

/// The class of a column of figures, which stand right.
const fn figure(column: &Column) -> &'static str {
    if matches!(column.kind, Kind::Words | Kind::Name) { "" } else { " class=\"figure\"" }
}

fn inputs(case: &CaseHeader) -> String {
    let row = |(name, hash): (&str, &str)| {
        format!("<tr><th scope=\"row\">{}</th><td><code>{}</code></td></tr>\n", escaped(name), escaped(hash))
    };
    let rows = case.inputs.iter().map(|input| row((&input.file, &input.sha256)));
    let title = escaped(&say!("html-inputs-read-from", path = case.path));
    format!(
        "<table>\n<caption><h2>{title}</h2></caption>\n<thead>\n<tr><th scope=\"col\">{}</th><th \
         scope=\"col\">SHA-256</th></tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n",
        escaped(&word("file")),
        rows.collect::<String>(),
    )
}
