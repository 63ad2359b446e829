//! What all analyses share on the command line: their options, their progress, their formats, and their parts.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;

use super::args::{CaseArgs, OutputArgs, SolveArgs, When};
use super::failure::{Code, Failure};
use super::interrupt::Interrupt;
use super::output::{Output, message};
use super::progress::ProgressLine;
use crate::analyse::sweep::{self, Part, Shard, Sweep};
use crate::analyse::{self, Desk, Pace, Solving};
use crate::report::safe::Sink;
use crate::report::{AnalysisReport, CaseHeader, Figure};
use crate::store::{NoPart, PartFile};

/// Options of every analysis.
#[derive(Debug, Args)]
pub(super) struct AnalysisArgs {
    #[command(flatten)]
    pub case: CaseArgs,
    #[command(flatten)]
    pub solve: SolveArgs,
    #[command(flatten)]
    pub output: OutputArgs,

    /// Which table to write as CSV; the first by default.
    #[arg(long, value_name = "NAME")]
    pub table: Option<String>,

    /// How many questions are worked on at the same time; by default as many as there are cores.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Do only part K of N, and write it as a file for `merge`.
    #[arg(long, value_name = "K/N")]
    pub shard: Option<Shard>,
}

/// How an analysis is run.
#[derive(Debug)]
pub(super) struct Setting<'a> {
    /// Its options.
    pub args: &'a AnalysisArgs,
    /// When to use colour.
    pub colour: When,
    /// The parts to put together instead of working.
    pub parts: Option<Vec<PartFile>>,
}

/// Options that say where a result goes or how fast it comes, but not what it is.
const NOT_THE_QUESTION: [&str; 7] = ["--shard", "--out", "--format", "--table", "--jobs", "--color", "--colour"];

/// Runs an analysis and writes its report, or its part.
pub(super) fn run<S: Sweep>(
    setting: Setting<'_>,
    analysis: &S,
    header: CaseHeader,
    report: impl FnOnce(S::Result, CaseHeader) -> AnalysisReport,
) -> Result<Code, Failure> {
    let output = Output::open(&setting.args.output, &[&setting.args.case.case])?;
    let parts = setting.parts.map(|files| merged(analysis, files, &header)).transpose()?;
    match worked(setting.args, analysis, parts)? {
        Worked::Part(part, shard) => {
            output.text(&part_bytes::<S>(&part, shard, &header)?, Sink::Json)?;
        }
        Worked::Whole(result) => {
            output.report(&report(result, header), setting.args.table.as_deref(), setting.colour)?;
        }
    }
    Ok(Code::Done)
}

/// What came out of a run.
enum Worked<S: Sweep> {
    Part(Part<S::Base, S::Piece>, Shard),
    Whole(S::Result),
}

/// Works, on what the parts leave to be done.
fn worked<S: Sweep>(
    args: &AnalysisArgs,
    analysis: &S,
    parts: Option<Part<S::Base, S::Piece>>,
) -> Result<Worked<S>, Failure> {
    at_desk(args, |desk| match (parts, args.shard) {
        (Some(part), _) => sweep::assemble(analysis, desk, part).map(Worked::Whole),
        (None, Some(shard)) => sweep::run_part(analysis, desk, shard).map(|part| Worked::Part(part, shard)),
        (None, None) => sweep::run(analysis, desk).map(Worked::Whole),
    })
}

/// Works at a desk, with progress on standard error; Ctrl-C stops the work with what is finished.
pub(super) fn at_desk<T>(
    args: &AnalysisArgs,
    work: impl FnOnce(&Desk<'_>) -> Result<T, analyse::Failure>,
) -> Result<T, Failure> {
    let interrupt =
        Interrupt::listen().map_err(|error| Failure::failed(format!("Ctrl-C cannot be listened for: {error}.")))?;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    let workers = args.jobs.map_or(cores, usize::from);
    let solving = Solving { options: args.solve.options() };
    let mut line = ProgressLine::new();
    let mut on = |pace: &Pace| {
        line.say(|| words(pace));
        if interrupt.pressed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let desk = Desk::new(&solving, workers, &mut on);
    let worked = work(&desk);
    drop(line);
    if interrupt.pressed() {
        message("Stopped by Ctrl-C: what follows is what was finished.");
    }
    worked.map_err(Failure::failed)
}

/// The line of progress.
fn words(pace: &Pace) -> String {
    let figure = |value: Option<rust_decimal::Decimal>| value.map_or_else(|| "-".to_owned(), |v| Figure(v).fixed(2));
    let mut text = format!("{} of {} done", pace.done, pace.total);
    if !pace.doing.is_empty() {
        text = format!("{text}; {}", pace.doing);
    }
    if let Some(search) = &pace.search {
        text = format!("{text}: best {}, bound {}", figure(search.best), figure(search.bound));
    }
    text
}

fn inputs(header: &CaseHeader) -> Vec<(String, String)> {
    header.inputs.iter().map(|input| (input.file.clone(), input.sha256.clone())).collect()
}

/// The arguments of this run without those that do not change the question.
fn question() -> Vec<String> {
    let mut kept = Vec::new();
    let mut skip = false;
    for argument in std::env::args_os().skip(1) {
        let argument = argument.to_string_lossy().into_owned();
        let name = argument.split('=').next().unwrap_or_default();
        if std::mem::take(&mut skip) {
            continue;
        }
        if NOT_THE_QUESTION.contains(&name) {
            skip = !argument.contains('=');
            continue;
        }
        kept.push(argument);
    }
    kept
}

fn part_bytes<S: Sweep>(part: &Part<S::Base, S::Piece>, shard: Shard, header: &CaseHeader) -> Result<Vec<u8>, Failure> {
    let found = serde_json::to_value(part).map_err(|error| Failure::failed(format!("{error}.")))?;
    let file = PartFile {
        beslismacht_part: PartFile::FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        arguments: question(),
        inputs: inputs(header),
        part: shard.to_string(),
        complete: part.found.len() == shard.pieces(part.pieces).len(),
        found,
        sha256: String::new(),
    };
    file.sealed().map_err(|error| Failure::failed(format!("{error}.")))
}

fn merged<S: Sweep>(
    analysis: &S,
    files: Vec<PartFile>,
    header: &CaseHeader,
) -> Result<Part<S::Base, S::Piece>, Failure> {
    let now = inputs(header);
    let mut parts = Vec::with_capacity(files.len());
    for file in files {
        if file.inputs != now {
            return Err(Failure::failed(format!(
                "Part {} was made from other files than the case has now: their hashes differ.",
                file.part
            )));
        }
        let part: Part<S::Base, S::Piece> = serde_json::from_value(file.found)
            .map_err(|error| Failure::failed(format!("Part {} cannot be read: {error}.", file.part)))?;
        parts.push(part);
    }
    let whole =
        sweep::merge(parts).map_err(|error| Failure::failed(format!("The parts cannot be merged: {error}.")))?;
    sweep::certify(analysis, &whole).map_err(|wrong| {
        Failure::failed(format!("The parts claim what is not so: {wrong}."))
            .hint("A part was changed after it was written, or written by another program. Run every part again.")
    })?;
    Ok(whole)
}

/// Reads part files and checks that they are parts of one sweep.
pub(super) fn read_parts(paths: &[PathBuf]) -> Result<Vec<PartFile>, Failure> {
    let mut parts: Vec<PartFile> = Vec::new();
    for path in paths {
        let shown = path.display();
        let bytes = crate::store::read_named(path)?;
        let part = read_part(&shown.to_string(), &bytes)?;
        if !part.complete {
            return Err(Failure::failed(format!("{shown} is not complete: its run was stopped. Run it again.")));
        }
        if let Some(first) = parts.first() {
            if first.arguments != part.arguments {
                return Err(Failure::failed(format!(
                    "{shown} answers another question: `{}` and not `{}`.",
                    part.arguments.join(" "),
                    first.arguments.join(" ")
                )));
            }
            if first.inputs != part.inputs || first.version != part.version {
                return Err(Failure::failed(format!(
                    "{shown} was made from other files or by another version of the program."
                )));
            }
        }
        if let Some(twin) = parts.iter().find(|other| other.part == part.part) {
            return Err(Failure::failed(format!("Part {} is there twice; the second is {shown}.", twin.part)));
        }
        parts.push(part);
    }
    all_there(&parts)?;
    Ok(parts)
}

/// Reads a part, and sees whether it is as it was written.
fn read_part(shown: &str, bytes: &[u8]) -> Result<PartFile, Failure> {
    let part = PartFile::read(bytes).map_err(|why| {
        let failure = Failure::failed(format!("{shown} {why}."));
        if matches!(why, NoPart::Other(_)) { failure } else { failure.hint("Run the part again.") }
    })?;
    // Nothing that a file says may choose what is written where.
    let is_other = |it: &&String| NOT_THE_QUESTION.contains(&it.split('=').next().unwrap_or_default());
    match part.arguments.iter().find(is_other) {
        Some(argument) => Err(Failure::failed(format!("{shown} is no part of a sweep: it says `{argument}`."))),
        None => Ok(part),
    }
}

/// Every part of the sweep is there.
fn all_there(parts: &[PartFile]) -> Result<(), Failure> {
    let shards: Vec<Shard> = parts.iter().filter_map(|part| part.part.parse().ok()).collect();
    let Some(first) = shards.first() else { return Err(Failure::usage("There is nothing to merge.")) };
    if shards.len() < parts.len() || shards.iter().any(|shard| shard.of != first.of) {
        return Err(Failure::failed("The parts are of different splits: their numbers do not belong together."));
    }
    match (1..=first.of).find(|&number| !shards.iter().any(|shard| shard.part == number)) {
        Some(gap) => Err(Failure::failed(format!("Part {gap}/{} is missing.", first.of))),
        None => Ok(()),
    }
}
