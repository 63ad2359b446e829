//! The engine beside HiGHS, SCIP and CP-SAT: writes the engine's section of `benches/README.md` and its chart.
//!
//! `cargo bench --bench engine` measures and writes. `-- --limit 20` sets the processor seconds for each solve, `-- --only
//! ladder,growth` takes some families only, `-- --python PATH` names a Python with the packages `pyscipopt` and `ortools` for
//! SCIP and CP-SAT, `-- --print` prints instead of writing. What was measured is kept in `target/engine-figures.jsonl`, so
//! that a run that was stopped goes on where it was; `-- --fresh` begins anew, `-- --known` measures nothing and writes
//! what is known.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod figure;
mod growth;
#[path = "../../tests/made_up/mod.rs"]
mod made_up;
mod page;
mod probe;
#[path = "../shared/mod.rs"]
mod shared;
mod subjects;

use std::path::PathBuf;

use figure::{Figures, SOLVERS};
use page::Row;
use subjects::Subject;

/// What was asked for on the command line.
pub struct Settings {
    /// Processor seconds for each solve.
    pub limit: f64,
    /// The families to measure; empty for all.
    pub only: Vec<String>,
    /// Print only.
    pub print: bool,
    /// Measure nothing.
    pub known: bool,
    /// A Python that has other solvers.
    pub python: Option<PathBuf>,
}

impl Settings {
    fn wants(&self, family: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == family)
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, recipe, who, limit] = arguments.as_slice()
        && flag == "--probe"
    {
        println!("{}", probe::measure(recipe, who, limit.parse().expect("seconds")));
        return;
    }
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let value = |flag: &str| arguments.get(arguments.iter().position(|argument| argument == flag)? + 1);
    let settings = Settings {
        limit: value("--limit").map_or(20.0, |seconds| seconds.parse().expect("seconds")),
        only: value("--only").map(|names| names.split(',').map(str::to_owned).collect()).unwrap_or_default(),
        print: has("--print"),
        known: has("--known"),
        python: value("--python").map(PathBuf::from),
    };
    let mut figures = Figures::of_earlier(has("--fresh"));
    let mut rows: Vec<Row> = Vec::new();
    for subject in subjects::all() {
        if !settings.wants(&subject.family) {
            continue;
        }
        let row = measure(&settings, &mut figures, &rows, subject);
        if row.figures.iter().any(Option::is_some) {
            rows.push(row);
        }
    }
    let mut section = page::section(&settings, &rows, &figures);
    if settings.wants("growth") {
        section.push_str(&growth::section(&settings, &mut figures));
    }
    println!("{section}");
    if !settings.print {
        shared::put("engine", &section);
    }
}

fn measure(settings: &Settings, figures: &mut Figures, rows: &[Row], subject: Subject) -> Row {
    let mut all = Vec::new();
    for who in SOLVERS {
        let hopeless = who != "engine" && proved_nothing(rows, &subject, who);
        let known = figures.get(&subject, who);
        all.push(match known {
            None if hopeless || settings.known => None,
            None => Some(figures.take(settings, &subject, who)),
            known => known,
        });
    }
    let proven = all[0].as_ref().is_some_and(|figure| figure.is("proven"));
    if proven && !settings.known && (subject.name.contains("101") || subject.size == 1) {
        for who in ["both", "proof", "cancel"] {
            figures.take(settings, &subject, who);
        }
    }
    Row { subject, figures: all }
}

/// Whether a solver proved nothing at the next smaller size of the family: then it need not be asked.
fn proved_nothing(rows: &[Row], subject: &Subject, who: &str) -> bool {
    let at = SOLVERS.iter().position(|it| *it == who).unwrap_or(0);
    let smaller = || rows.iter().filter(|row| row.subject.family == subject.family && row.subject.size < subject.size);
    let Some(size) = smaller().map(|row| row.subject.size).max() else { return false };
    let mut before = smaller().filter(|row| row.subject.size == size);
    before.all(|row| row.figures[at].as_ref().is_none_or(|figure| figure.is_known() && !figure.is("proven")))
}
