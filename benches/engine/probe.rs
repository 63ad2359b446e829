//! One measurement, in a process of its own: what it prints is one line of JSON.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use beslismacht::model::Case;
use beslismacht::optimise::proof::{prove, verify};
use beslismacht::optimise::{
    Goal, GuestKind, Guests, Options, Precision, Progress, ProofStatus, Query, SolverChoice, Status, Task, ask,
    natural_mps, optimise,
};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value, json};

use crate::subjects;

/// What else the machine does may make a solver wait: its wall time is limited to this many times its processor time.
const PATIENCE: u32 = 10;
/// Everybody may use this many threads.
pub const THREADS: usize = 2;

/// Measures; `who` is a solver, or `both`, `proof`, `cancel`, `model`.
pub fn measure(recipe: &str, who: &str, limit: f64) -> Value {
    let case = subjects::case(recipe);
    match who {
        "engine" => objective(case, SolverChoice::Engine, limit),
        "HiGHS tightened" => objective(case, SolverChoice::Guest(GuestKind::Highs), limit),
        "HiGHS natural" => objective(case, SolverChoice::HighsNatural, limit),
        "both" => both(&case, limit),
        "proof" => proof(&case, limit),
        "cancel" => cancel(&case),
        "model" => json!({ "model": natural_mps(&case) }),
        other => panic!("unknown: {other}"),
    }
}

fn options(solver: SolverChoice, limit: f64) -> Options {
    let patience = Duration::from_secs_f64(limit) * PATIENCE;
    Options { solver, guests: guests(), time_limit: Some(patience), threads: THREADS, ..Options::default() }
}

/// Keeps the limit on processor time, and remembers when what was found.
///
/// A guest is a process of its own whose time the kernel tells only at its end: with one thread on a quiet machine it is the
/// time that passes, and that is what its limit and the times of its portfolios are measured in.
struct Watch {
    began: Instant,
    guest: bool,
    before: f64,
    limit: f64,
    found: Vec<(f64, f64)>,
}

impl Watch {
    fn new(limit: f64, solver: SolverChoice) -> Self {
        let guest = matches!(solver, SolverChoice::Guest(_) | SolverChoice::HighsNatural);
        Self { began: Instant::now(), guest, before: processor_seconds(), limit, found: Vec::new() }
    }

    fn used(&self) -> f64 {
        if self.guest { self.began.elapsed().as_secs_f64() } else { self.in_all() }
    }

    /// With the processes that ended.
    fn in_all(&self) -> f64 {
        processor_seconds() - self.before
    }

    fn tell(&mut self, progress: &Progress) -> ControlFlow<()> {
        let used = self.used();
        if let Some(best) = progress.best.and_then(|best| best.to_f64())
            && self.found.last().is_none_or(|&(_, last)| best > last)
        {
            self.found.push((used, best));
        }
        if used > self.limit { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

fn float(number: Option<Decimal>) -> Option<f64> {
    number.and_then(|number| number.to_f64())
}

/// The best objective, proven and certified; not the lowest bill, for which other solvers would need a second model.
fn objective(case: Case, solver: SolverChoice, limit: f64) -> Value {
    let question = Query::objective(Arc::new(case));
    let mut watch = Watch::new(limit, solver);
    let began = Instant::now();
    let reply = ask(&question, &options(solver, limit), None, &mut |progress| watch.tell(progress)).unwrap();
    let (wall, processor) = (began.elapsed().as_secs_f64(), watch.in_all());
    watch.found.extend(float(reply.value).map(|value| (processor, value)));
    json!({
        "proven": reply.known == ProofStatus::Proven, "impossible": reply.known == ProofStatus::Impossible, "wall": wall,
        "processor": processor, "nodes": reply.nodes, "bound": float(reply.bound), "found": watch.found,
    })
}

/// The whole answer of the engine: the best objective, and the lowest bill that has it.
fn both(case: &Case, limit: f64) -> Value {
    let mut watch = Watch::new(limit, SolverChoice::Engine);
    let began = Instant::now();
    let answer =
        optimise(case, &options(SolverChoice::Engine, limit), None, &mut |progress| watch.tell(progress)).unwrap();
    let (wall, processor) = (began.elapsed().as_secs_f64(), watch.used());
    let proven = answer.status == Status::Optimal && answer.stopped.is_none();
    json!({ "proven": proven, "wall": wall, "processor": processor, "nodes": answer.solver.nodes })
}

/// The size of the written proof, and how long its check takes.
fn proof(case: &Case, limit: f64) -> Value {
    let options = options(SolverChoice::Engine, limit);
    let task = Task {
        case,
        options: &options,
        time_left: options.time_limit,
        warm: None,
        goal: Goal::Best,
        no_goods: &[],
        known: &[],
        precision: Precision::Normal,
    };
    let mut watch = Watch::new(limit, SolverChoice::Engine);
    let Some(proof) = prove(&task, &mut |progress| watch.tell(progress)).unwrap() else { return json!({}) };
    let written = watch.used();
    let before = processor_seconds();
    let verified = verify(case, &proof.text).unwrap_or_else(|why| panic!("{why}"));
    let checked = processor_seconds() - before;
    json!({
        "written": written, "checked": checked, "lines": proof.text.lines().count(), "bytes": proof.text.len(),
        "leaves": verified.leaves, "settled": verified.settled,
    })
}

/// Cancelled at this many random moments.
const CANCELS: u64 = 20;

/// Milliseconds of wall time from the wish to stop until the engine has answered, for wishes at random moments of a search,
/// and when the first portfolio was known.
fn cancel(case: &Case) -> Value {
    let options = Options { solver: SolverChoice::Engine, threads: THREADS, ..Options::default() };
    let began = Instant::now();
    let mut first = None;
    optimise(case, &options, None, &mut |progress| {
        if progress.best.is_some() {
            first.get_or_insert_with(|| began.elapsed());
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    let whole = began.elapsed();
    let mut late = Vec::new();
    let (mut random, mut without) = (7_u64, 0);
    for _ in 0..CANCELS {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = f64::from(u32::try_from(random >> 33).unwrap()) / f64::from(u32::MAX >> 1);
        let wish = whole.mul_f64(part);
        let began = Instant::now();
        let told =
            |_: &Progress| if began.elapsed() >= wish { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let answer = optimise(case, &options, None, &mut { told }).unwrap();
        if answer.stopped.is_some() {
            late.push(began.elapsed().saturating_sub(wish).as_secs_f64() * 1e3);
            without += usize::from(answer.portfolio.is_none());
        }
    }
    late.sort_by(f64::total_cmp);
    json!({
        "median": late.get(late.len() / 2), "worst": late.last(), "times": late.len(), "without": without,
        "first": first.map(|first| first.as_secs_f64() * 1e3),
    })
}

/// The processor time of this process so far, in seconds, from the kernel: the threads that live in nanoseconds, all that
/// ever lived in hundredths of a second.
fn processor_seconds() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let fine: f64 = tasks
        .filter_map(|task| std::fs::read_to_string(task.path().join("schedstat")).ok())
        .filter_map(|text| text.split_whitespace().next()?.parse::<f64>().ok())
        .sum();
    let coarse = || {
        let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
        let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
        // Of its own, and of the processes that it waited for.
        let ticks: Option<f64> = (0..4).map(|_| fields.next()?.parse::<f64>().ok()).sum();
        Some(ticks? / 100.0)
    };
    (fine / 1e9).max(coarse().unwrap_or(0.0) - 0.02)
}

/// The solvers of this machine: on the `PATH`, or brought by `.tools/guest`.
pub fn guests() -> Guests {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let brought = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/native/bin");
    Guests::in_folders(std::env::split_paths(&path).chain([brought]))
}
