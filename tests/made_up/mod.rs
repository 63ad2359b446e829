//! Made-up cases: small ones that try out every rule, large ones that measure speed, and classic knapsacks.
//!
//! The same arguments always give the same text, on every machine. The result is a [`Workbook`], so that a made-up case
//! can be read, checked, solved and written to a folder like any other. Tests inside and outside of the library and the programs
//! that measure all take this in.

#![allow(dead_code, unused_imports, reason = "each program uses a part")]

mod held;
mod knapsack;
mod planning;
mod small;
mod sold;

use std::path::Path;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

pub use held::{held, holders};
pub use knapsack::{knapsack, long_list, multi_knapsack, set_union};
pub use planning::{Shape, Size, planning, sized_planning};
pub use small::small;
pub use sold::{guarded, named};

use beslismacht::model::schema::{TABLES, TableId};
use beslismacht::model::workbook::{Row, SETTINGS_FILE, Workbook};

/// The first year of every made-up case.
const FIRST_YEAR: i32 = 2027;

/// A source of chance that gives the same numbers on every machine.
struct Chance(ChaCha8Rng);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A whole number from `low` to `high`, both included; `low` where the range is empty.
    fn whole(&mut self, low: i64, high: i64) -> i64 {
        if low >= high { low } else { self.0.random_range(low..=high) }
    }

    /// A position below `length`; 0 where there is none.
    fn below(&mut self, length: usize) -> usize {
        if length < 2 { 0 } else { self.0.random_range(0..length) }
    }

    /// Yes, `percent` times out of 100.
    fn yes(&mut self, percent: u32) -> bool {
        self.0.random_ratio(percent.min(100), 100)
    }

    /// One of the choices.
    fn one_of<T: Copy>(&mut self, choices: &[T]) -> Option<T> {
        let at = self.below(choices.len());
        choices.get(at).copied()
    }

    /// One of the choices as text; empty where there is none.
    fn text(&mut self, choices: &[&str]) -> String {
        self.one_of(choices).unwrap_or_default().to_owned()
    }

    /// `number` different positions below `length`, in random order; fewer where there are fewer.
    fn different(&mut self, number: usize, length: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..length).collect();
        for at in 0..number.min(length) {
            let other = at + self.below(length - at);
            all.swap(at, other);
        }
        all.truncate(number);
        all
    }
}

/// A case that comes with the program, by the name of its folder in `portfolios`.
pub fn shipped(name: &str) -> Workbook {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.ancestors().map(|at| at.join("portfolios").join(name)).find(|at| at.is_dir()).unwrap_or_default();
    let mut workbook = Workbook::new("");
    for name in TABLES.iter().map(|table| table.file).chain([SETTINGS_FILE]) {
        if let Ok(text) = std::fs::read_to_string(folder.join(name)) {
            workbook.put_file(name, &text);
        }
    }
    workbook
}

/// Puts a table into a workbook. An empty list of rows leaves the file absent.
fn put<H: AsRef<str>>(workbook: &mut Workbook, table: TableId, header: &[H], rows: Vec<Vec<String>>) {
    let sheet = workbook.sheet_mut(table);
    sheet.present = sheet.schema().needed || !rows.is_empty();
    sheet.header = header.iter().map(|name| name.as_ref().to_owned()).collect();
    sheet.rows = rows.into_iter().map(|cells| Row::new(cells).into()).collect();
}

/// A number of tenths, hundredths, … as text: `scaled(125, 1)` is `12.5`.
fn scaled(number: i64, places: u32) -> String {
    Decimal::new(number, places).normalize().to_string()
}

/// A position as an id: `c1`, `c2`, …
fn id(prefix: &str, at: usize) -> String {
    format!("{prefix}{}", at + 1)
}

/// A range of percents as a cell: `40` or `20-60`.
fn range(low: i64, high: i64) -> String {
    if low == high { low.to_string() } else { format!("{low}-{high}") }
}
