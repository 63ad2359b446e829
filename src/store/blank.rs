//! A new case: its folder with comments that say what belongs where, and tables with a header and no row.

use std::fmt::Write as _;

use crate::model::Workbook;
use crate::model::Year;
use crate::model::schema::{Column, TABLES, Table};
use crate::model::settings::quote;
use crate::say;

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
        Self {
            title: say!("blank-title"),
            first_year: 2027,
            last_year: 2034,
            ministries: vec![
                ("defence".to_owned(), say!("blank-defence")),
                ("economic_affairs".to_owned(), say!("blank-economic-affairs")),
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
    for table in TABLES.iter().filter(|table| !matches!(table.name, "holders" | "owners")) {
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
    let mut text = comment(&say!("blank-about"));
    for table in TABLES {
        text += &comment(&format!("- {}: {}", table.file, table.help()));
    }
    let (risk, timing, targets) = (say!("blank-risk"), say!("blank-timing"), say!("blank-targets"));
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
         risk = \"expected\"   # {risk}\n\
         timing = \"final\"    # {timing}\n\
         \n\
         [require]\n\
         domains_at_target = 0   # {targets}\n\
         \n",
        quote(title),
        quote(currency),
        quote(unit)
    );
    text += &comment(&say!("blank-ministries"));
    for (id, name) in &blank.ministries {
        let _ = write!(text, "[[ministry]]\nid = {}\nname = {}\nvoice = 1\ncarry_over = 0\n\n", quote(id), quote(name));
    }
    text + &comment(&say!("blank-ladder")) + &ladder().join("\n")
}

/// Text as lines of a comment.
fn comment(text: &str) -> String {
    text.lines().fold(String::new(), |comment, line| comment + "# " + line + "\n")
}

/// A ladder that follows what stakes confer in Dutch company law; the powers are for the planners to decide.
fn ladder() -> [String; 4] {
    let rung = |id: &str, name: String, (at_least, confers, power): (&str, String, &str)| {
        let name = quote(&name);
        format!("[[rung]]\nid = \"{id}\"\nname = {name}\nat_least = {at_least:<9}# {confers}\npower = {power}\n")
    };
    [
        rung("seat", say!("blank-seat"), ("10", say!("blank-seat-confers"), "0.1")),
        rung("blocking", say!("blank-blocking"), ("33.34", say!("blank-blocking-confers"), "0.4")),
        rung("majority", say!("blank-majority"), ("50.01", say!("blank-majority-confers"), "0.8")),
        rung("full", say!("blank-full"), ("66.67", say!("blank-full-confers"), "1")),
    ]
}
