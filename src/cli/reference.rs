//! `reference`: the parts of the documentation that are made from the program itself.

use super::prelude::*;
use std::fmt::Write as _;

use super::args::choices;
use super::output;
use crate::analyse::AnalysisKind;
use crate::analyse::spec::{ParamKind, Spec};
use crate::messages::word;
use crate::report::formats::{self, markdown_cell};

#[derive(Debug, Args)]
#[command(hide = true)]
pub(super) struct Reference {
    #[arg(value_parser = choices("reference", PARTS))]
    part: Part,
}

/// Makes a part of the documentation.
type Part = fn(&Call<'_>) -> String;

/// The parts by name.
const PARTS: &[(&str, Part)] = &[
    ("commands", |call| commands((call.program)())),
    ("analyses", |_| analyses()),
    ("files", |_| crate::report::file_reference()),
    ("findings", |_| crate::report::findings_reference()),
    ("limits", |_| crate::report::limits_reference()),
    ("formats", |_| formats::page()),
    #[cfg(feature = "tui")]
    ("keys", |_| crate::tui::key_page()),
    #[cfg(feature = "tui")]
    ("keymap", |_| crate::tui::Keymap::default().to_toml()),
];

impl Command for Reference {
    const NAME: &'static str = "reference";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        output::stdout((self.part)(call).as_bytes())?;
        Ok(Code::Done)
    }
}

/// An argument that means the same in this many commands is described once for all of them.
const SHARED_BY: usize = 3;

/// Every command with its arguments, in Markdown; what many commands share comes first.
pub(super) fn commands(mut program: clap::Command) -> String {
    program.build();
    let shown: Vec<_> =
        program.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help").collect();
    let mut uses: Vec<(&clap::Arg, usize)> = Vec::new();
    for argument in shown.iter().flat_map(|command| arguments(command)) {
        match uses.iter_mut().find(|(known, _)| row(known) == row(argument)) {
            Some((_, count)) => *count += 1,
            None => uses.push((argument, 1)),
        }
    }
    let (shared, _): (Vec<_>, Vec<_>) = uses.into_iter().partition(|&(_, count)| count >= SHARED_BY);
    let is_shared = |argument: &clap::Arg| shared.iter().any(|(known, _)| row(known) == row(argument));

    let mut text = say!("reference-what-several-commands", header = header());
    for (argument, _) in &shared {
        text.push_str(&row(argument));
    }
    text.push('\n');
    for command in shown {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").trim();
        let _ = writeln!(text, "#### `{usage}`\n\n{about}.\n");
        let (shared, own): (Vec<_>, Vec<_>) = arguments(command).partition(|argument| is_shared(argument));
        if !own.is_empty() {
            text.push_str(&header());
            for argument in own {
                text.push_str(&row(argument));
            }
            text.push('\n');
        }
        let names: Vec<_> =
            shared.into_iter().filter_map(clap::Arg::get_long).map(|name| format!("`--{name}`")).collect();
        if !names.is_empty() {
            text.push_str(&say!("reference-shared", names = names.join(", ")));
        }
    }
    text
}

/// Every analysis, in Markdown.
pub(super) fn analyses() -> String {
    let mut text = say!("reference-command-file-answers");
    for kind in AnalysisKind::ALL {
        let Spec { command, params, .. } = kind.spec();
        let question = kind.spec().question();
        let mut usage = format!("{} CASE", command.name);
        if let Some(by) = command.by {
            let _ = write!(usage, " --by {by}");
        }
        for param in *params {
            match param.kind {
                ParamKind::Portfolio => usage.push_str(" PORTFOLIO"),
                ParamKind::Candidate => usage.push_str(" [CANDIDATE]"),
                _ => {}
            }
        }
        let _ = writeln!(text, "| `{usage}` | `{}.rs` | {question} |", kind.module());
    }
    text
}

/// The head of a table of arguments.
fn header() -> String {
    format!("| {} | {} |\n| --- | --- |\n", word("argument"), word("meaning"))
}

/// The arguments of a command that are its own and not of the whole program.
fn arguments(command: &clap::Command) -> impl Iterator<Item = &clap::Arg> {
    command.get_arguments().filter(|argument| !argument.is_global_set() && argument.get_id() != "help")
}

/// An argument as a row of a table.
fn row(argument: &clap::Arg) -> String {
    format!("| `{}` | {} |\n", spelling(argument), meaning(argument))
}

fn spelling(argument: &clap::Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    let value = names.iter().map(|name| format!("{name}")).collect::<Vec<_>>().join(" ");
    match argument.get_long() {
        Some(long) if argument.get_action().takes_values() => format!("--{long} {value}"),
        Some(long) => format!("--{long}"),
        None => value,
    }
}

fn meaning(argument: &clap::Arg) -> String {
    let mut text = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let values: Vec<_> = argument.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
    if !values.is_empty() && argument.get_action().takes_values() {
        text.push_str(if text.ends_with(['.', '?']) { "" } else { "." });
        text.push_str(&say!("reference-one-of-values", values = values.join(", ")));
    }
    markdown_cell(&text)
}
