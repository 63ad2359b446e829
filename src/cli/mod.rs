//! The command line: one file for each command.
//!
//! Data goes to standard output, progress and messages to standard error. Exit codes: see [`Code`].

mod analyses;
mod analysis;
mod args;
mod case_workbook;
mod check;
mod command;
mod compare;
mod completions;
mod evaluate;
mod export;
mod failure;
mod guests;
mod import;
mod interrupt;
mod language;
mod load;
mod log;
mod man;
#[cfg(test)]
mod masked_tests;
mod merge;
mod new;
mod optimise;
mod output;
mod owners;
mod parser_words;
mod parts;
mod prelude;
mod progress;
mod proof;
mod proposals;
mod reference;
mod screen;
mod solvers;
mod tell;
#[cfg(test)]
mod tests;
mod verify;
mod versions;

use crate::messages::text_of;
use crate::say;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser};

use crate::model::visible::visible;
use command::{Call, Entry};
pub use failure::{Code, Failure};
pub use language::speak;

#[derive(Debug, Parser)]
#[command(name = "beslismacht", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[arg(value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    case: Option<PathBuf>,
    #[arg(
        long,
        value_parser = args::choices("color", args::WHEN),
        default_value = "auto",
        global = true,
        value_name = "WHEN",
        display_order = 900,
        visible_alias = "colour"
    )]
    color: args::When,
}

/// Every command, in the order of the help: what reads its arguments, and what does it.
fn commands() -> Vec<Entry> {
    let before = [
        Entry::of::<check::Check>(),
        Entry::of::<optimise::Optimise>(),
        Entry::of::<evaluate::Evaluate>(),
        Entry::of::<verify::Verify>(),
        Entry::of::<new::New>(),
        Entry::of::<import::Import>(),
    ];
    let after =
        [Entry::of::<compare::Compare>(), Entry::of::<proposals::Proposals>(), Entry::of::<proposals::Propose>()];
    let rest = [
        Entry::of::<export::Export>(),
        Entry::of::<merge::Merge>(),
        Entry::of::<versions::Diff>(),
        Entry::of::<versions::Merge3>(),
        Entry::of::<log::Log>(),
        Entry::of::<solvers::Solvers>(),
        Entry::of::<completions::Completions>(),
        Entry::of::<man::Man>(),
        Entry::of::<reference::Reference>(),
    ];
    let after = after.into_iter().chain(proposals::entries()).chain(rest);
    before.into_iter().chain(analyses::entries()).chain(after).collect()
}

/// The parser of the whole program.
fn program() -> clap::Command {
    let commands = commands().into_iter().map(|entry| described(entry.parser));
    parser_words::told(described(Cli::command().arg(language::option())).subcommands(commands))
}

/// A command with what the language says of it: `cli-<command>-about` and `-notes`, and of each argument that has no help yet
/// `arg-<command>-<argument>`, or for all commands `arg-<argument>`.
fn described(command: clap::Command) -> clap::Command {
    let name = command.get_name().to_owned();
    let text = |what| Some(text_of("cli", "", &name, what)).filter(|text| !text.is_empty());
    let (about, notes) = (text("about"), text("notes"));
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let command = match notes {
        Some(notes) => command.after_help(notes),
        None => command,
    };
    command.mut_args(|arg| {
        if arg.get_help().is_some() {
            return arg;
        }
        let help = text_of("arg", &name, arg.get_id().as_str(), "");
        arg.help(help)
    })
}

/// Runs the program with these arguments (the first is its own name) and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match parse(&arguments).and_then(|matches| dispatch(&matches, &arguments)) {
        Ok(code) => code.into(),
        Err(failure) => failure.report(),
    }
}

fn parse(arguments: &[OsString]) -> Result<ArgMatches, Failure> {
    let arguments = command_first(arguments);
    program().try_get_matches_from(&arguments).map_err(|error| readable(&arguments, error).into())
}

/// The arguments with the command before the options that hold for every one: people write them on either side.
fn command_first(arguments: &[OsString]) -> Vec<OsString> {
    let mut at = 1;
    while let Some(option) = arguments.get(at).and_then(|it| it.to_str()) {
        let (name, has_value) = option.split_once('=').map_or((option, false), |(name, _)| (name, true));
        if !["--color", "--colour", "--language"].contains(&name) {
            break;
        }
        at += if has_value { 1 } else { 2 };
    }
    let mut arguments = arguments.to_vec();
    if at > 1 && arguments.get(at).is_some_and(|it| program().find_subcommand(it).is_some()) {
        arguments[1..=at].rotate_right(1);
    }
    arguments
}

/// The same complaint about arguments in which everything is seen: what steers a terminal is taken out of a complaint, and
/// then nobody could tell what was wrong.
fn readable(arguments: &[OsString], error: clap::Error) -> clap::Error {
    let shown = arguments.iter().map(|argument| visible(&argument.to_string_lossy()).into_owned());
    match program().try_get_matches_from(shown) {
        Err(other) if other.kind() == error.kind() => other,
        _ => error,
    }
}

/// Whether these arguments (the first is the program's own name) can be read. Runs nothing.
pub fn can_read(arguments: impl IntoIterator<Item = OsString>) -> bool {
    parse(&arguments.into_iter().collect::<Vec<_>>()).is_ok()
}

fn dispatch(matches: &ArgMatches, arguments: &[OsString]) -> Result<Code, Failure> {
    let cli = Cli::from_arg_matches(matches)?;
    let call = Call { arguments, colour: cli.color, program };
    let Some((name, matches)) = matches.subcommand() else { return screen::run(cli.case.as_deref(), &call) };
    match commands().iter().find(|entry| entry.parser.get_name() == name) {
        Some(entry) => (entry.run)(matches, &call),
        None => Err(Failure::usage(say!("man-there-no-command", name = name))),
    }
}
