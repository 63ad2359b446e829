//! The file reference of the documentation, made from the schema.

use std::fmt::Write as _;

use super::formats::markdown_cell as cell;
use crate::model::schema::{Column, Kind, Name, SETTINGS, TABLES, Table, Unit, table};

/// Every file of a case with its columns, in Markdown, exactly as the program reads them.
pub fn file_reference() -> String {
    let mut text =
        "#### `case.toml` (needed)\n\n| key | holds | default | meaning |\n| --- | --- | --- | --- |\n".to_owned();
    for setting in SETTINGS {
        let default = if setting.required { "needed".to_owned() } else { code(setting.default) };
        let holds = kind(setting.kind, setting.unit);
        let _ = writeln!(text, "| `{}` | {holds} | {default} | {} |", setting.key, cell(setting.help));
    }
    for table in TABLES {
        text.push_str(&one_table(table));
    }
    text
}

fn one_table(table: &Table) -> String {
    let needed = if table.needed { "needed" } else { "optional" };
    let mut text = format!("\n#### `{}` ({needed})\n\n{}", table.file, table.help);
    match table.key {
        [] => text.push_str(" Rows go by their number, from 1."),
        key => {
            let _ = write!(text, " A row is named by `{}`.", key.join(":"));
        }
    }
    text.push_str("\n\n| column | holds | default | meaning |\n| --- | --- | --- | --- |\n");
    for column in table.columns {
        let default = if column.required { "needed".to_owned() } else { code(column.default) };
        let _ = writeln!(
            text,
            "| `{}` | {} | {default} | {} |",
            name(column),
            kind(column.kind, column.unit),
            cell(column.help)
        );
    }
    text
}

fn name(column: &Column) -> String {
    match column.name {
        Name::Fixed(name) => name.to_owned(),
        Name::PerMinistry(prefix) => format!("{prefix}<ministry>"),
        Name::Numbered(prefix) => format!("{prefix}1`, `{prefix}2`, `…"),
    }
}

fn code(default: &str) -> String {
    if default.is_empty() { "empty".to_owned() } else { format!("`{default}`") }
}

fn kind(kind: Kind, unit: Unit) -> String {
    let words = |list: &[&str]| list.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match kind {
        Kind::Id => "id".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Number { min, max } => format!("{}{}", unit_words(unit), range(min, max)),
        Kind::Whole { min, max: 1_000_000 } => format!("whole number{}", range(Some(min), None)),
        Kind::Whole { min, max } => format!("whole number{}", range(Some(min), Some(max))),
        Kind::Year => "calendar year".to_owned(),
        Kind::Share => "whole percent, `40` or `20-60`".to_owned(),
        Kind::Choice(list) => format!("one of {}", words(list)),
        Kind::Vocabulary(list) => format!("an id, usually {}", words(list)),
        Kind::Ref(id) => format!("id of `{}`", table(id).file),
        Kind::Refs(id) => format!("ids of `{}`, with spaces", table(id).file),
        Kind::Ministry => "id of a ministry".to_owned(),
        Kind::Rung => "id of a rung".to_owned(),
        Kind::Amount => "money, or `30%` of all public spending".to_owned(),
        Kind::Scoped => "the id that `scope` speaks of".to_owned(),
        Kind::Change => "`=v`, `+v`, `-v` or `*v`".to_owned(),
    }
}

fn unit_words(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "number",
        Unit::Money => "money",
        Unit::Percent => "percent",
        Unit::Points => "percentage points",
        Unit::Years => "years",
        Unit::Year => "calendar year",
        Unit::Fraction => "fraction",
        Unit::Index => "index points",
    }
}

fn range(min: Option<i64>, max: Option<i64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!(", {min}-{max}"),
        (Some(min), None) => format!(", at least {min}"),
        (None, Some(max)) => format!(", at most {max}"),
        (None, None) => String::new(),
    }
}
