//! Measures the solvers on made-up planning cases and on the Dutch case, and writes the solver's section of
//! `benches/README.md`.
//!
//! `cargo bench --bench figures` measures everything and writes the page; `-- --quick` takes few and small cases and
//! prints the section; `-- --only 60` takes the cases whose name holds `60`, prints too; `-- --reuse FILE` takes what an
//! earlier run measured (the lines that it printed on stderr) where the case is in it. Every measurement runs in a
//! process of its own, so that its peak memory is its own.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

#[path = "../../tests/made_up/mod.rs"]
mod made_up;
mod page;
mod probe;
#[path = "../shared/mod.rs"]
mod shared;

use std::process::Command;

/// A case to measure.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Its name in the tables.
    pub name: String,
    /// What the child process makes it from: `planning CANDIDATES SEED SHAPE` or `folder PATH`.
    pub recipe: String,
    /// Whether nothing was ever tuned on it.
    pub fresh: bool,
}

/// The formulation and HiGHS's options were chosen on cases with smaller seeds than this.
const FRESH: u64 = 11;

fn subjects(quick: bool) -> Vec<Subject> {
    let sizes: &[usize] = if quick { &[20, 40] } else { &[20, 40, 60, 100] };
    let made_up = |size: &usize, seed: u64| Subject {
        name: format!("{size} candidates, seed {seed}"),
        recipe: format!("planning {size} {seed}"),
        fresh: seed >= FRESH,
    };
    let mut subjects = Vec::new();
    for size in sizes {
        let seeds: &[u64] = match (quick, size) {
            (true, _) => &[1],
            (false, 100) => &[1, 2, 3, 11],
            (false, 60) => &[1, 2, 3, 11, 12],
            (false, _) => &[1, 2, 3, 11, 12, 13, 14],
        };
        subjects.extend(seeds.iter().map(|&seed| made_up(size, seed)));
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/portfolios/netherlands");
    subjects.push(Subject { name: "the Netherlands".to_owned(), recipe: format!("folder {folder}"), fresh: false });
    subjects
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, recipe, solver, limit] = arguments.as_slice()
        && flag == "--probe"
    {
        println!("{}", probe::measure(recipe, solver, limit.parse().expect("seconds")));
        return;
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let only = arguments.iter().position(|argument| argument == "--only").and_then(|at| arguments.get(at + 1));
    let solvers: Vec<&str> = match arguments.iter().position(|argument| argument == "--solver") {
        Some(at) => vec![arguments[at + 1].as_str()],
        None => vec!["program", "highs", "highs-natural"],
    };
    let earlier = arguments.iter().position(|argument| argument == "--reuse").and_then(|at| arguments.get(at + 1));
    let earlier =
        earlier.map(|path| std::fs::read_to_string(path).expect("the earlier run's lines")).unwrap_or_default();
    let limit = if quick { 60 } else { 200 };
    let mut rows = Vec::new();
    for subject in subjects(quick).into_iter().filter(|subject| only.is_none_or(|only| subject.name.contains(only))) {
        let mut figures = Vec::new();
        for solver in &solvers {
            let head = format!("{:24} {solver:14} ", subject.name);
            let known = earlier.lines().find_map(|line| probe::Figure::parse(line.strip_prefix(&head)?));
            let figure = known.unwrap_or_else(|| run(&subject, solver, limit));
            eprintln!("{head}{figure}");
            figures.push(figure);
        }
        rows.push(page::Row { subject, figures });
    }
    if solvers.len() < 3 {
        return;
    }
    let section = page::section(&rows, limit);
    println!("{section}");
    if !quick && only.is_none() {
        shared::put("solver", &section);
    }
}

/// Measures in a process of its own.
fn run(subject: &Subject, solver: &str, seconds: u64) -> probe::Figure {
    let me = std::env::current_exe().expect("the path of this program");
    let output = Command::new(me)
        .args(["--probe", &subject.recipe, solver, &seconds.to_string()])
        .output()
        .expect("a process of its own");
    let text = String::from_utf8_lossy(&output.stdout);
    probe::Figure::parse(text.trim())
        .unwrap_or_else(|| panic!("{}: {text}{}", subject.name, String::from_utf8_lossy(&output.stderr)))
}
