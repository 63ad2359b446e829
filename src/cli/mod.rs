//! The command line: one file for each command.
//!
//! Data goes to standard output, progress and messages to standard error. Exit codes: see [`Code`].

mod alternatives;
mod analysis;
mod args;
mod check;
mod compare;
mod completions;
mod cooperate;
mod evaluate;
mod explain;
mod export;
mod failure;
mod frontier;
mod guests;
mod import;
mod importance;
mod interrupt;
mod load;
mod man;
mod merge;
mod new;
mod optimise;
mod output;
mod progress;
mod proof;
mod reference;
mod robust;
mod screen;
mod solvers;
mod stress;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::model::visible::visible;
pub use failure::{Code, Failure};

/// Plan digital decision power: choose, prove and explain the investments that give a country a say.
#[derive(Debug, Parser)]
#[command(
    name = "beslismacht",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Without a command it opens the terminal interface: on a picker of the cases under portfolios/, or on CASE. \
                  Where standard output is no terminal, it prints the recommended portfolio of CASE instead.\n\n\
                  Exit codes: 0 done; 1 the input is wrong or the work failed; 2 wrong usage; 3 no portfolio is possible; \
                  4 stopped before the proof (only with --require-optimal)."
)]
struct Cli {
    /// The folder of a case, opened in the terminal interface.
    #[arg(value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    case: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,

    /// When to use colour. `auto`: on a terminal, unless `NO_COLOR` is set.
    #[arg(
        long,
        value_enum,
        default_value_t,
        global = true,
        value_name = "WHEN",
        display_order = 900,
        visible_alias = "colour"
    )]
    color: args::When,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    #[command(visible_alias = "optimize")]
    Optimise(optimise::Optimise),
    Evaluate(evaluate::Evaluate),
    Verify(verify::Verify),
    New(new::New),
    Import(import::Import),
    Frontier(frontier::Frontier),
    Alternatives(alternatives::Alternatives),
    Importance(importance::Importance),
    Robust(robust::Robust),
    Cooperate(cooperate::Cooperate),
    Explain(explain::Explain),
    Compare(compare::Compare),
    Export(export::Export),
    Stress(stress::Stress),
    Merge(merge::Merge),
    Solvers(solvers::Solvers),
    Completions(completions::Completions),
    Man(man::Man),
    #[command(hide = true)]
    Reference(reference::Reference),
}

/// Runs the program with these arguments (the first is its own name) and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = parse(arguments).and_then(|cli| dispatch(&cli));
    match outcome {
        Ok(code) => code.into(),
        Err(failure) => failure.report(),
    }
}

fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Cli, Failure> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match Cli::command().try_get_matches_from(&arguments) {
        Ok(matches) => Ok(Cli::from_arg_matches(&matches)?),
        Err(error) => Err(readable(&arguments, error).into()),
    }
}

/// The same complaint about arguments in which everything is seen: what steers a terminal is taken out of a complaint, and
/// then nobody could tell what was wrong.
fn readable(arguments: &[OsString], error: clap::Error) -> clap::Error {
    let shown = arguments.iter().map(|argument| visible(&argument.to_string_lossy()).into_owned());
    match Cli::command().try_get_matches_from(shown) {
        Err(other) if other.kind() == error.kind() => other,
        _ => error,
    }
}

/// Whether these arguments (the first is the program's own name) can be read. Runs nothing.
pub fn can_read(arguments: impl IntoIterator<Item = OsString>) -> bool {
    parse(arguments).is_ok()
}

fn dispatch(cli: &Cli) -> Result<Code, Failure> {
    let colour = cli.color;
    match &cli.command {
        None => screen::run(cli.case.as_deref(), colour),
        Some(Command::Check(check)) => check.run(colour),
        Some(Command::Optimise(optimise)) => optimise.run(colour),
        Some(Command::Evaluate(evaluate)) => evaluate.run(colour),
        Some(Command::Verify(verify)) => verify.run(),
        Some(Command::New(new)) => new.run(),
        Some(Command::Import(import)) => import.run(),
        Some(Command::Frontier(frontier)) => frontier.run(colour, None),
        Some(Command::Alternatives(alternatives)) => alternatives.run(colour, None),
        Some(Command::Importance(importance)) => importance.run(colour, None),
        Some(Command::Stress(stress)) => stress.run(colour, None),
        Some(Command::Robust(robust)) => robust.run(colour, None),
        Some(Command::Cooperate(cooperate)) => cooperate.run(colour, None),
        Some(Command::Explain(explain)) => explain.run(colour, None),
        Some(Command::Compare(compare)) => compare.run(colour),
        Some(Command::Export(export)) => export.run(),
        Some(Command::Merge(merge)) => merge.run(colour),
        Some(Command::Solvers(solvers)) => solvers.run(),
        Some(Command::Completions(completions)) => completions.run(),
        Some(Command::Man(man)) => man.run(),
        Some(Command::Reference(reference)) => reference.run(),
    }
}

/// Runs the analysis that these arguments ask for on parts that are there already.
fn analyse_parts(
    arguments: Vec<OsString>,
    parts: Vec<crate::store::PartFile>,
    colour: args::When,
) -> Result<Code, Failure> {
    let cli = parse(arguments)?;
    match &cli.command {
        Some(Command::Frontier(frontier)) => frontier.run(colour, Some(parts)),
        Some(Command::Alternatives(alternatives)) => alternatives.run(colour, Some(parts)),
        Some(Command::Importance(importance)) => importance.run(colour, Some(parts)),
        Some(Command::Stress(stress)) => stress.run(colour, Some(parts)),
        Some(Command::Robust(robust)) => robust.run(colour, Some(parts)),
        Some(Command::Cooperate(cooperate)) => cooperate.run(colour, Some(parts)),
        Some(Command::Explain(explain)) => explain.run(colour, Some(parts)),
        _ => Err(Failure::failed("These parts are of a command that has none.")),
    }
}

/// The names of all commands.
fn command_names() -> Vec<String> {
    Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}
