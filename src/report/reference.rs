//! The file reference of the documentation, made from the schema, and that of findings.

use crate::messages::word;
use crate::say;
use std::fmt::Write as _;

use super::formats::markdown_cell as cell;
use crate::check::CODES;
use crate::messages::{Thousands, written};
use crate::model::limits;
use crate::model::schema::{Column, Kind, Name, SETTINGS, TABLES, Table, Unit, table};
use crate::model::too_many::size;

/// Every file of a case with its columns, in Markdown, exactly as the program reads them.
pub fn file_reference() -> String {
    let mut text = say!("reference-case-toml-needed");
    for setting in SETTINGS {
        let default = if setting.required { word("needed") } else { code(setting.default, setting.kind) };
        let holds = kind(setting.kind, setting.unit);
        let _ = writeln!(text, "| `{}` | {holds} | {default} | {} |", setting.key, cell(&setting.help()));
    }
    for table in TABLES {
        text.push_str(&one_table(table));
    }
    text
}

/// Every rule of the checks, in Markdown.
pub fn findings_reference() -> String {
    let mut text = say!("reference-findings") + "\n";
    for code in CODES {
        let (level, texts) = (code.level.word(), [code.finds(), code.why(), code.fix()].map(|text| cell(&text)));
        let _ = writeln!(text, "| `{}` | {} | {} |", code.name, word(level), texts.join(" | "));
    }
    text
}

/// How much the program takes in, in Markdown.
pub fn limits_reference() -> String {
    let apart = |number: &dyn std::fmt::Display| written(&number.to_string(), Thousands::Apart);
    say!(
        "reference-limits",
        case = size(limits::LARGEST_CASE),
        settings = size(limits::LARGEST_SETTINGS),
        own = size(limits::LARGEST_OWN),
        rows = apart(&limits::MOST_ROWS),
        cells = apart(&limits::MOST_CELLS),
        columns = apart(&limits::MOST_COLUMNS),
        cell = apart(&limits::LONGEST_CELL),
        ministries = limits::MOST_MINISTRIES,
        rungs = apart(&limits::MOST_RUNGS),
        years = limits::MOST_YEARS,
        decimals = limits::MOST_DECIMALS,
        money = apart(&limits::LARGEST_MONEY),
        number = apart(&limits::LARGEST_NUMBER),
        memory = size(limits::MEMORY)
    )
}

fn one_table(table: &Table) -> String {
    let needed = if table.needed { word("needed") } else { word("optional") };
    let mut text = format!("\n#### `{}` ({needed})\n\n{}", table.file, table.help());
    match table.key {
        [] => text.push_str(&say!("reference-rows-go-their")),
        key => {
            text.push_str(&say!("reference-row-named-key", key = key.join(":")));
        }
    }
    text.push_str(&say!("reference-column-holds-default"));
    for column in table.columns {
        let default = if column.required { word("needed") } else { code(column.default, column.kind) };
        let _ = writeln!(
            text,
            "| `{}` | {} | {default} | {} |",
            name(column),
            kind(column.kind, column.unit),
            cell(&table.help_of(column))
        );
    }
    text
}

fn name(column: &Column) -> String {
    match column.name {
        Name::Fixed(name) => name.to_owned(),
        Name::PerMinistry(prefix) => format!("{prefix}<ministry>"),
        Name::Numbered(prefix) => format!("{prefix}1`, `{prefix}2`, `…"),
        Name::PerLanguage(prefix) => format!("{prefix}<language>"),
    }
}

/// What leaving a cell out means: a word of the files as it stands there, else in words.
fn code(default: &str, kind: Kind) -> String {
    let is_choice = matches!(kind, Kind::Choice(words) | Kind::Vocabulary(words) if words.contains(&default));
    match default {
        "" => word("empty"),
        words if words.contains(' ') => word(words),
        value if is_choice => format!("`{value}`"),
        value if word(value) == value => format!("`{value}`"),
        value => word(value),
    }
}

fn kind(kind: Kind, unit: Unit) -> String {
    let words = |list: &[&str]| list.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match kind {
        Kind::Id => word("id"),
        Kind::Text => word("text"),
        Kind::Number { min, max } => format!("{}{}", word(unit_words(unit)), range(min, max)),
        Kind::Whole { min, max } if unit == Unit::Years => {
            say!("reference-whole-years-range", range = range(Some(min), Some(max)))
        }
        Kind::Whole { min, max: 1_000_000 } => say!("reference-whole-number-range", range = range(Some(min), None)),
        Kind::Whole { min, max } => say!("reference-whole-number-range", range = range(Some(min), Some(max))),
        Kind::Year => say!("reference-calendar-year"),
        Kind::Share => say!("reference-whole-percent"),
        Kind::Choice(list) => say!("reference-one-list", list = words(list)),
        Kind::Vocabulary(list) => say!("reference-id-usually-list", list = words(list)),
        Kind::Ref(id) => say!("reference-id-file", file = table(id).file),
        Kind::Refs(id) => say!("reference-ids-file-spaces", file = table(id).file),
        Kind::Ministry => say!("reference-id-ministry"),
        Kind::Rung => say!("reference-id-rung"),
        Kind::Holder => say!("reference-id-holder"),
        Kind::Level => say!("reference-level"),
        Kind::Amount => say!("reference-money-all-public"),
        Kind::Scoped => say!("reference-id-scope-speaks"),
        Kind::Change => say!("reference-change"),
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
        (Some(min), None) => say!("reference-at-least-min", min = min),
        (None, Some(max)) => say!("reference-at-most-max", max = max),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every column that is a figure says in what, and from where to where.
    #[test]
    fn every_figure_has_its_unit_and_range_on_the_page() {
        let page = file_reference();
        for line in [
            "| `lead_time` | whole number of years, 1-100 |",
            "| `lasts` | whole number of years, 1-100 |",
            "| `takeover_floor` | money, at least 0 |",
            "| `price` | money, at least 0 |",
            "| `drift` | percentage points, at least 0 |",
            "| `count` | whole number, at least 0 |",
            "| `objective.risk` | one of `expected`, `full` | `expected` |",
            "| `status` | one of `free`, `locked_in`, `locked_out` | `free` |",
        ] {
            assert!(page.contains(line), "{line}\n{page}");
        }
        for table in TABLES {
            for column in table.columns {
                assert!(page.contains(&format!("| `{}", name(column))), "{}", name(column));
                assert!(!table.help_of(column).is_empty(), "{}", name(column));
            }
        }
    }
}
