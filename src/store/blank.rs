//! A new case: its folder with comments that say what belongs where, and tables with a header and no row.

use std::fmt::Write as _;

use crate::model::Workbook;
use crate::model::Year;
use crate::model::schema::{Column, TABLES, Table};
use crate::model::settings::quote;

/// What a new case begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// The title.
    pub title: String,
    /// The first year of the horizon.
    pub first_year: Year,
    /// The last year of the horizon.
    pub last_year: Year,
    /// The ministries: id and name of each.
    pub ministries: Vec<(String, String)>,
    /// The code of the currency.
    pub currency: String,
    /// The unit of money, such as `million`.
    pub unit: String,
}

impl Default for Blank {
    fn default() -> Self {
        let ministry = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        Self {
            title: "A new case".to_owned(),
            first_year: 2027,
            last_year: 2034,
            ministries: vec![
                ministry("defence", "Ministry of Defence"),
                ministry("economic_affairs", "Ministry of Economic Affairs"),
            ],
            currency: "EUR".to_owned(),
            unit: "million".to_owned(),
        }
    }
}

/// The texts of a new case. It has the whole ladder and a budget row of 0 for each ministry and year, so that only
/// domains, services, candidates and effects have to be added.
pub fn blank(blank: &Blank) -> Workbook {
    let mut workbook = Workbook::new(settings(blank));
    for table in TABLES.iter().filter(|table| table.name != "holders") {
        let mut text = header(table, blank);
        if table.name == "budgets" {
            for (id, _) in &blank.ministries {
                for year in blank.first_year..=blank.last_year {
                    let _ = writeln!(text, "{id},{year},0");
                }
            }
        }
        workbook.put_file(table.file, &text);
    }
    workbook
}

/// The header of a table with a column for each ministry and three years of costs.
fn header(table: &Table, blank: &Blank) -> String {
    let left_out = |column: &&Column| table.name == "budgets" && matches!(column.name.text(), "note" | "source");
    let columns = table.columns.iter().filter(|column| !left_out(column));
    let ministries = || blank.ministries.iter().map(|(id, _)| id.as_str());
    columns.flat_map(|column| column.names(ministries(), 3)).collect::<Vec<_>>().join(",") + "\n"
}

fn settings(blank: &Blank) -> String {
    let Blank { title, first_year, last_year, currency, unit, .. } = blank;
    let mut text = "# What the case is about. The tables beside this file hold the rest:\n".to_owned();
    for table in TABLES {
        let _ = writeln!(text, "# - {}: {}", table.file, table.help());
    }
    let _ = write!(
        text,
        "\n\
         format = 1\n\
         title = {}\n\
         currency = {}\n\
         unit = {}\n\
         first_year = {first_year}\n\
         last_year = {last_year}\n\
         \n\
         [objective]\n\
         risk = \"expected\"   # \"expected\": an effect counts times its success; \"full\": as if everything succeeds\n\
         timing = \"final\"    # \"final\": power at the end of last_year; \"average\": mean over all years\n\
         \n\
         [require]\n\
         domains_at_target = 0   # at least this many domains reach their target\n\
         \n\
         # The funders. A voice is a ministry's part in the joint domain weights; carry_over says what of a year's\n\
         # budget may move to the next: a fraction such as 0.25, or \"all\".\n",
        quote(title),
        quote(currency),
        quote(unit)
    );
    for (id, name) in &blank.ministries {
        let _ = write!(text, "[[ministry]]\nid = {}\nname = {}\nvoice = 1\ncarry_over = 0\n\n", quote(id), quote(name));
    }
    text.push_str(LADDER);
    text
}

/// A ladder that follows what stakes confer in Dutch company law; the powers are for the planners to decide.
const LADDER: &str = "\
# The control ladder: from this much control (in %, inclusive), this much power (0 to 1).
[[rung]]
id = \"seat\"
name = \"Seat at the table\"
at_least = 10       # right of inquiry, and to ask for a general meeting
power = 0.1

[[rung]]
id = \"blocking\"
name = \"Blocking minority\"
at_least = 33.34    # blocks resolutions that need two thirds
power = 0.4

[[rung]]
id = \"majority\"
name = \"Majority\"
at_least = 50.01    # decides ordinary resolutions and appoints the board
power = 0.8

[[rung]]
id = \"full\"
name = \"Full control\"
at_least = 66.67    # decides what needs two thirds
power = 1
";
