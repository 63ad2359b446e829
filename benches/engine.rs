//! The engine beside HiGHS, and its proofs: writes the engine's section of `PERFORMANCE.md`.
//!
//! `cargo bench --bench engine` measures and writes; `-- --limit 20` sets the seconds for each answer; `-- --print` only
//! prints. Every time is wall time of a whole answer (both stages and the certificate) on one thread, all solvers in one
//! run. Seeds 1 to 9 were used to tune the engine; these are others.
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use beslismacht::model::Case;
use beslismacht::model::compile::compile;
use beslismacht::model::generate::{Shape, planning};
use beslismacht::optimise::proof::{prove, verify};
use beslismacht::optimise::{Goal, Options, Precision, SolverChoice, Status, Task, optimise};
use beslismacht::store;

const SEEDS: [u64; 2] = [101, 102];
const SOLVERS: [(&str, SolverChoice); 3] = [
    ("engine", SolverChoice::Engine),
    ("HiGHS, tightened", SolverChoice::Highs),
    ("HiGHS, natural", SolverChoice::HighsNatural),
];

fn cases() -> Vec<(String, Case)> {
    let mut cases = Vec::new();
    let families = [
        (Shape::Ladder, vec![20, 60, 100]),
        (Shape::Plain, vec![60, 100]),
        (Shape::PointsOnly, vec![60]),
        (Shape::Tight, vec![60]),
        (Shape::Loose, vec![60]),
        (Shape::Crowded, vec![60]),
    ];
    for (shape, sizes) in families {
        for size in sizes {
            for seed in SEEDS {
                let case = compile(&planning(size, seed, shape)).case;
                cases.push((format!("{}, {size} candidates, seed {seed}", shape.name()), case));
            }
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/netherlands");
    cases.push(("the Netherlands".to_owned(), compile(&store::open(&folder).unwrap().workbook).case));
    cases
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let limit = arguments
        .iter()
        .position(|it| it == "--limit")
        .and_then(|at| arguments.get(at + 1)?.parse().ok())
        .unwrap_or(60);
    let mut text = format!(
        "## The engine\n\nSeconds of wall time for a whole proven answer (both stages, gap 0, certified), one thread, one run, \
         limit {limit} s; seeds {SEEDS:?}, not used for tuning. `>` means that the limit came first; then the objective that was \
         reached stands in brackets. The proof is of the first stage. Made by `cargo bench --bench engine`.\n\n\
         | case | {} | {} | {} | proof, lines | checked in, s |\n| --- | ---: | ---: | ---: | ---: | ---: |\n",
        SOLVERS[0].0, SOLVERS[1].0, SOLVERS[2].0
    );
    let mut ratios = Vec::new();
    for (name, case) in cases() {
        let mut line = format!("| {name} |");
        let mut seconds = Vec::new();
        let mut proven = Vec::new();
        for (solver, choice) in SOLVERS {
            let (took, status, objective) = answer(&case, choice, limit);
            eprintln!("{name}: {solver} {took:.3} {status:?} {objective:?}");
            seconds.push(took);
            if status == Status::Optimal {
                proven.extend(objective);
                let _ = write!(line, " {took:.3} |");
            } else {
                let _ = write!(
                    line,
                    " > {limit} ({}) |",
                    objective.map_or_else(|| "none".to_owned(), |it| it.round_dp(4).to_string())
                );
            }
        }
        let apart = proven.iter().any(|it| (it - proven[0]).abs() > rust_decimal::Decimal::new(2, 6));
        assert!(!apart, "{name}: the objectives differ: {proven:?}");
        if name.starts_with("ladder") && !name.contains(" 20 ") {
            ratios.push(seconds[0] / seconds[1].min(seconds[2]));
        }
        let _ = writeln!(line, "{}", checked(&case, limit));
        text.push_str(&line);
    }
    let mean =
        (ratios.iter().map(|it: &f64| it.ln()).sum::<f64>() / f64::from(u32::try_from(ratios.len()).unwrap())).exp();
    let _ = writeln!(
        text,
        "\nGeometric mean over the ladder family from 60 candidates: the engine takes **{mean:.3}** of the best other solver's \
         time (where that ran into the limit: of the limit)."
    );
    println!("{text}");
    if !arguments.iter().any(|it| it == "--print") {
        write_page("engine", &text);
    }
}

fn answer(case: &Case, solver: SolverChoice, limit: u64) -> (f64, Status, Option<rust_decimal::Decimal>) {
    let options = Options { solver, time_limit: Some(Duration::from_secs(limit)), ..Options::default() };
    let begun = Instant::now();
    let answer = optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    (begun.elapsed().as_secs_f64(), answer.status, answer.evaluation.map(|it| it.objective))
}

/// The size of the written proof, and how long its check takes.
fn checked(case: &Case, limit: u64) -> String {
    let options = Options::default();
    let task = Task {
        case,
        options: &options,
        time_left: Some(Duration::from_secs(limit)),
        warm: None,
        goal: Goal::Best,
        cut_offs: &[],
        precision: Precision::Normal,
    };
    let Some(proof) = prove(&task, &mut |_| ControlFlow::Continue(())).unwrap() else {
        return " – | – |".to_owned();
    };
    let begun = Instant::now();
    verify(case, &proof.text).unwrap_or_else(|why| panic!("{why}"));
    format!(" {} | {:.3} |", proof.text.lines().count(), begun.elapsed().as_secs_f64())
}

/// Puts a section between its marks in `PERFORMANCE.md`, at the end where it has none yet.
#[allow(clippy::disallowed_methods)] // A page of the project, not a planner's file.
fn write_page(name: &str, section: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("PERFORMANCE.md");
    let page = std::fs::read_to_string(&path).unwrap_or_else(|_| "# Performance".to_owned());
    let (begin, end) = (format!("<!-- figures: {name} -->"), format!("<!-- end of figures: {name} -->"));
    let block = format!("{begin}\n{}\n{end}", section.trim_end());
    let page = match (page.split_once(&begin), page.split_once(&end)) {
        (Some((before, _)), Some((_, after))) => format!("{before}{block}{after}"),
        _ => format!("{}\n\n{block}\n", page.trim_end()),
    };
    std::fs::write(path, page).unwrap();
}
