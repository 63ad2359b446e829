//! One measurement, in a process of its own.

use std::fmt;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::made_up::{Shape, planning};
use beslismacht::model::Workbook;
use beslismacht::model::compile::compile;
use beslismacht::optimise::{GuestKind, Guests, Options, SolverChoice, optimise};
use beslismacht::{check, measure, store};

/// What was measured. Times are in seconds, memory in megabytes. `seconds` is processor time on one thread, which is wall
/// time on a machine that does nothing else.
#[derive(Debug, Clone, Default)]
pub struct Figure {
    pub status: String,
    pub seconds: f64,
    pub nodes: u64,
    pub first: f64,
    pub memory: f64,
    pub objective: String,
    pub bill: String,
    pub gap: String,
    pub read: f64,
    pub check: f64,
    pub evaluate: f64,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{};{:.3};{};{:.4};{:.1};{};{};{};{:.6};{:.6};{:.6}",
            self.status,
            self.seconds,
            self.nodes,
            self.first,
            self.memory,
            self.objective,
            self.bill,
            self.gap,
            self.read,
            self.check,
            self.evaluate
        )
    }
}

impl Figure {
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(';').collect();
        let [status, seconds, nodes, first, memory, objective, bill, gap, read, check, evaluate] = parts.as_slice()
        else {
            return None;
        };
        Some(Self {
            status: (*status).to_owned(),
            seconds: seconds.parse().ok()?,
            nodes: nodes.parse().ok()?,
            first: first.parse().ok()?,
            memory: memory.parse().ok()?,
            objective: (*objective).to_owned(),
            bill: (*bill).to_owned(),
            gap: (*gap).to_owned(),
            read: read.parse().ok()?,
            check: check.parse().ok()?,
            evaluate: evaluate.parse().ok()?,
        })
    }
}

fn workbook(recipe: &str) -> Workbook {
    let words: Vec<&str> = recipe.splitn(2, ' ').collect();
    match words.as_slice() {
        ["planning", rest] => {
            let numbers: Vec<u64> = rest.split(' ').map(|number| number.parse().expect("a number")).collect();
            planning(usize::try_from(numbers[0]).expect("a count"), numbers[1], Shape::Ladder)
        }
        ["folder", path] => store::open(Path::new(path)).expect("the case's folder").workbook,
        _ => panic!("unknown recipe: {recipe}"),
    }
}

/// Makes the case, solves it, and times what planners wait for.
pub fn measure(recipe: &str, solver: &str, limit: u64) -> Figure {
    let began = Instant::now();
    let workbook = workbook(recipe);
    let compiled = compile(&workbook);
    let read = began.elapsed();
    let began = Instant::now();
    let findings = check::check(&workbook, &compiled);
    let checked = began.elapsed();
    assert!(!beslismacht::model::Finding::any_error(&findings), "{findings:?}");
    let case = compiled.case;
    let solver = match solver {
        "program" => SolverChoice::Auto,
        "highs" => SolverChoice::Guest(GuestKind::Highs),
        "highs-natural" => SolverChoice::HighsNatural,
        "microlp" => SolverChoice::Microlp,
        other => panic!("unknown solver: {other}"),
    };
    let options =
        Options { solver, guests: guests(), time_limit: Some(Duration::from_secs(limit)), ..Options::default() };
    let (began, processor) = (Instant::now(), processor_seconds());
    let mut first = None;
    let answer = optimise(&case, &options, None, &mut |progress| {
        if progress.best.is_some() {
            first.get_or_insert(progress.seconds);
        }
        ControlFlow::Continue(())
    });
    let seconds = processor_seconds()
        .zip(processor)
        .map_or_else(|| began.elapsed().as_secs_f64(), |(after, before)| after - before);
    let answer = answer.unwrap_or_else(|error| panic!("{error}"));
    let portfolio = answer.portfolio.clone().unwrap_or_default();
    let began = Instant::now();
    let evaluation = measure::evaluate(&case, &portfolio);
    let evaluated = began.elapsed();
    Figure {
        status: format!("{:?}", answer.status).to_lowercase(),
        seconds,
        nodes: answer.solver.nodes,
        first: first.unwrap_or(seconds),
        memory: peak_megabytes(),
        objective: evaluation.objective.round_dp(6).to_string(),
        bill: evaluation.cost.normalize().to_string(),
        gap: answer.gap.unwrap_or_default().round_dp(6).to_string(),
        read: read.as_secs_f64(),
        check: checked.as_secs_f64(),
        evaluate: evaluated.as_secs_f64(),
    }
}

/// The processor time of this process so far, from the kernel: what else the machine does plays no part in it. `None` if
/// the system does not tell. The kernel counts in hundredths of a second.
fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    // Of its own, and of the processes that it waited for.
    let ticks: Option<f64> = (0..4).map(|_| fields.next()?.parse::<f64>().ok()).sum();
    Some(ticks? / 100.0)
}

/// The largest memory this process has held, from the kernel; 0 where the system does not tell.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB")).and_then(|number| number.trim().parse().ok());
    kilobytes.map_or(0.0, |kilobytes: f64| kilobytes / 1024.0)
}

/// The solvers of this machine: on the `PATH`, or brought by `.tools/guest`.
fn guests() -> Guests {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let brought = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/native/bin");
    Guests::in_folders(std::env::split_paths(&path).chain([brought]))
}
