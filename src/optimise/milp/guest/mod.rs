//! A general solver as a guest: a program of the machine that runs as a process of its own.
//!
//! It is given the model as MPS, a limit of time and one of memory, and a point to start from where it takes one; it is
//! ended at a cancel. Nothing that it says is believed. It may crash, hang, print nonsense or lie: the certificate
//! recomputes every portfolio, its bound is told as its word, and somebody else answers where it fails.

mod cbc;
mod cplex;
mod dialect;
mod gurobi;
mod highs;
mod process;
mod scip;
#[cfg(test)]
mod tests;

use crate::say;
use std::cell::RefCell;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::formulation::program::{Program, Row, Terms};
use super::mps::Model;
use super::stated::float;
use super::{Ask, Backend, Direction, Ended, Listener, Outcome, Tick, decided, mps};
use crate::optimise::options::Stop;
use crate::optimise::task::SolverError;
use dialect::{Dialect, Heard, MODEL, Order, Said, Tuning};
use process::{Ending, Limits};

use crate::optimise::guests::{GuestKind, GuestProgram};

/// Where a guest has no limit of memory of its own: in megabytes.
const MEMORY: u64 = 4096;

/// No file of a guest may be larger, in megabytes: a model of a million rows has a solution of a tenth of that.
const FILE: u64 = 1024;

/// More output than this, in megabytes, is nonsense.
const OUTPUT: u64 = 256;

/// A guest that says nothing for so long hangs: all of them tell how far they are every few seconds.
const SILENCE: Duration = Duration::from_secs(600);

/// How long a guest may go on after its time, to write down what it found.
const GRACE: Duration = Duration::from_secs(1);

/// A solution file larger than this is nonsense.
const LARGEST_SOLUTION: u64 = 256 * 1024 * 1024;

/// A guest, ready to be asked.
#[derive(Debug, Clone)]
pub(crate) struct Guest {
    program: GuestProgram,
    tuning: Tuning,
    limits: Limits,
    /// What it said that it is, once it ran.
    version: RefCell<Option<String>>,
}

impl Guest {
    /// A guest with the options that were fastest on the cases of the benchmarks.
    pub fn new(program: GuestProgram) -> Self {
        let memory = program.memory.unwrap_or(MEMORY);
        let limits = Limits { time: None, silence: SILENCE, memory, file: FILE, output: OUTPUT };
        Self { program, tuning: Tuning::Tuned, limits, version: RefCell::default() }
    }

    /// A guest with its own options: the yardstick of the benchmarks.
    pub fn as_it_comes(program: GuestProgram) -> Self {
        Self { tuning: Tuning::AsItComes, ..Self::new(program) }
    }

    fn dialect(&self) -> &'static dyn Dialect {
        dialect_of(self.program.kind)
    }

    fn failed(&self, what: impl Into<String>) -> SolverError {
        SolverError::Failed { solver: self.name(), what: what.into() }
    }
}

fn dialect_of(kind: GuestKind) -> &'static dyn Dialect {
    match kind {
        GuestKind::Highs => &highs::Highs,
        GuestKind::Scip => &scip::Scip,
        GuestKind::Cbc => &cbc::Cbc,
        GuestKind::Gurobi => &gurobi::Gurobi,
        GuestKind::Cplex => &cplex::Cplex,
    }
}

impl Backend for Guest {
    fn name(&self) -> &'static str {
        self.program.kind.name()
    }

    fn version(&self) -> String {
        self.version.borrow().clone().unwrap_or_default()
    }

    fn is_guest(&self) -> bool {
        true
    }

    fn run(&self, program: &Program, ask: &Ask, on: Listener<'_>) -> Result<Outcome, SolverError> {
        if let Some(outcome) = decided(program) {
            return Ok(outcome);
        }
        if on(&Tick::default()).is_break() {
            return Ok(Outcome::without_point(Ended::Stopped(Stop::Cancelled)));
        }
        let began = Instant::now();
        let folder = tempfile::tempdir().map_err(|error| self.failed(say!("guest-no-folder-its", error = error)))?;
        let time = ask.time.map(|time| time.saturating_sub(began.elapsed()));
        let order = Order { time, ..self.order(ask) };
        if order.time.is_some_and(|time| time.is_zero()) {
            return Ok(Outcome::without_point(Ended::Stopped(Stop::TimeLimit)));
        }
        self.prepare(folder.path(), program, ask, &order)
            .map_err(|error| self.failed(say!("guest-its-files-could", error = error)))?;
        let (heard, ending) = self.listen(folder.path(), ask, &order, on)?;
        if let Some(version) = &heard.version {
            self.version.replace(Some(version.clone()));
        }
        self.outcome(folder.path(), program, ask, &heard, &ending)
    }
}

impl Guest {
    fn prepare(&self, folder: &Path, program: &Program, ask: &Ask, order: &Order) -> std::io::Result<()> {
        let dialect = self.dialect();
        put(folder, MODEL, &model(program, ask))?;
        if let Some((name, text)) = ask.start.as_deref().and_then(|start| dialect.start(start)) {
            put(folder, name, &text)?;
        }
        for (name, text) in dialect.files(order) {
            put(folder, name, &text)?;
        }
        Ok(())
    }

    /// Runs it to its end and hears what it says on the way.
    fn listen(
        &self,
        folder: &Path,
        ask: &Ask,
        order: &Order,
        on: Listener<'_>,
    ) -> Result<(Heard, Ending), SolverError> {
        let dialect = self.dialect();
        let limits = Limits { time: order.time.map(|time| time.saturating_add(GRACE)), ..self.limits.clone() };
        let mut heard = Heard::default();
        let plain = unscaled(ask);
        let ending =
            process::run(&self.program.path, &dialect.arguments(order), folder, &limits, &mut |line, passed| {
                if let Some(line) = line {
                    dialect.hear(line, &mut heard);
                }
                on(&Tick {
                    best: heard.best.map(&plain),
                    bound: heard.bound.map(&plain),
                    nodes: heard.nodes,
                    seconds: passed.as_secs_f64(),
                })
            })
            .map_err(|error| {
                self.failed(say!("guest-path-could-not", path = self.program.path.display(), error = error))
            })?;
        Ok((heard, ending))
    }

    /// What came out, from what it said and what it wrote.
    fn outcome(
        &self,
        folder: &Path,
        program: &Program,
        ask: &Ask,
        heard: &Heard,
        ending: &Ending,
    ) -> Result<Outcome, SolverError> {
        let end = match (ending, heard.said) {
            (Ending::Cancelled, _) => Ended::Stopped(Stop::Cancelled),
            (Ending::OutOfTime, _) | (Ending::Exited, Some(Said::OutOfTime)) => Ended::Stopped(Stop::TimeLimit),
            (Ending::Exited, Some(Said::Optimal)) => Ended::Done,
            (Ending::Exited, Some(Said::Infeasible)) => Ended::Infeasible,
            (Ending::Exited, None) => return Err(self.failed(heard.last_words(&say!("guest-without-answer")))),
            (Ending::Failed(what), _) => return Err(self.failed(heard.last_words(what))),
        };
        if end == Ended::Infeasible {
            return Ok(Outcome::without_point(end));
        }
        let values = self.point(folder, program)?;
        if values.is_none() && end == Ended::Done {
            return Err(self.failed(say!("guest-says-found-best")));
        }
        let value = values.as_ref().map(|values| {
            let terms = ask.objective.iter();
            terms.map(|&(column, factor)| float(factor) * values[column.0]).sum::<f64>()
        });
        let options = self.dialect().options(&self.order(ask)).into_iter();
        Ok(Outcome {
            end,
            value,
            values,
            bound: heard.bound.map(unscaled(ask)),
            nodes: heard.nodes,
            first_found: None,
            options: options.map(|(name, value)| (name.to_owned(), value)).collect(),
        })
    }

    fn order(&self, ask: &Ask) -> Order {
        Order {
            gap: float(ask.scale.of(ask.gap)),
            time: ask.time,
            threads: ask.threads.max(1),
            precision: ask.precision,
            effort: ask.effort,
            has_start: ask.start.is_some(),
            tuning: self.tuning,
        }
    }

    /// The best point that it wrote down.
    fn point(&self, folder: &Path, program: &Program) -> Result<Option<Vec<f64>>, SolverError> {
        let dialect = self.dialect();
        for name in dialect.solutions() {
            let path = folder.join(name);
            let Ok(file) = File::open(&path) else { continue };
            let mut text = String::new();
            let read = file.take(LARGEST_SOLUTION + 1).read_to_string(&mut text);
            if read.is_err() || text.len() as u64 > LARGEST_SOLUTION {
                return Err(self.failed(say!("guest-solution-wrote-down")));
            }
            let Some(values) = dialect.solution(&text) else { continue };
            return self.checked(program, values).map(Some);
        }
        Ok(None)
    }

    fn checked(&self, program: &Program, values: Vec<(usize, f64)>) -> Result<Vec<f64>, SolverError> {
        let mut point = vec![None; program.columns.len()];
        for (column, value) in values {
            let Some(place) = point.get_mut(column) else {
                return Err(self.failed(say!("guest-its-solution-names")));
            };
            if !value.is_finite() {
                return Err(self.failed(say!("guest-its-solution-holds")));
            }
            // What stands again further down is a reduced cost, not a value.
            place.get_or_insert(value);
        }
        // Variables that are 0 are left out by some.
        Ok(point.into_iter().map(Option::unwrap_or_default).collect())
    }
}

/// What turns a number of the guest's minimum back into one of the question.
fn unscaled(ask: &Ask) -> impl Fn(f64) -> f64 + use<> {
    let scale = float(ask.scale.of(Decimal::ONE));
    let sign = if ask.direction == Direction::Maximise { -1.0 } else { 1.0 };
    move |value| sign * value / scale
}

/// The model as the guest is given it: rows in whole numbers where they have them, short names.
fn model(program: &Program, ask: &Ask) -> String {
    let rows: Vec<Row> = program
        .rows
        .iter()
        .filter(|row| !row.terms.is_empty())
        .map(|row| {
            let (terms, lower, upper) = row.scaled();
            let terms = terms.into_iter().map(|(column, factor)| (column, short(factor))).collect();
            Row { tag: row.tag.clone(), terms, lower: lower.map(short), upper: upper.map(short) }
        })
        .collect();
    let objective: Terms =
        ask.objective.iter().map(|&(column, factor)| (column, short(ask.scale.of(factor)))).collect();
    let names = |letter: char, count: usize| -> Vec<String> { (0..count).map(|at| format!("{letter}{at}")).collect() };
    let model = Model {
        comments: &[],
        columns: &program.columns,
        rows: &rows,
        objective: &objective,
        constant: Decimal::ZERO,
        direction: ask.direction,
    };
    mps::write(&model, &names('x', program.columns.len()), &names('r', rows.len()))
}

/// All digits that a float holds: CBC does not read a number with more of them, and no guest keeps them.
fn short(number: Decimal) -> Decimal {
    number.round_sf(17).unwrap_or(number)
}

fn put(folder: &Path, name: &str, text: &str) -> std::io::Result<()> {
    File::create(folder.join(name))?.write_all(text.as_bytes())
}

/// Asks a guest what it is, without a model. An error says why it does not answer.
pub(crate) fn version(program: &GuestProgram) -> Result<String, String> {
    let dialect = dialect_of(program.kind);
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let limits = Limits { time: Some(Duration::from_secs(10)), ..Guest::new(program.clone()).limits };
    let mut heard = Heard::default();
    let arguments: Vec<String> = dialect.ask_version().iter().map(|&text| text.to_owned()).collect();
    let ending = process::run(&program.path, &arguments, folder.path(), &limits, &mut |line, _| {
        if let Some(line) = line {
            dialect.hear(line, &mut heard);
        }
        ControlFlow::Continue(())
    });
    match (ending, heard.version.take()) {
        (Err(error), _) => Err(error.to_string()),
        (Ok(_), Some(version)) => Ok(version),
        (Ok(Ending::Failed(what)), None) => Err(heard.last_words(&what)),
        (Ok(_), None) => Err(say!("guest-does-not-say")),
    }
}
