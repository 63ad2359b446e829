//! `reference`: the parts of the documentation that are made from the program itself.

use std::fmt::Write as _;

use clap::{Args, CommandFactory as _, ValueEnum};

use super::failure::{Code, Failure};
use super::output;

/// Print a part of the documentation that is made from the program itself.
#[derive(Debug, Args)]
pub(super) struct Reference {
    /// Which part.
    #[arg(value_enum)]
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Every command with its arguments.
    Commands,
    /// Every file of a case with its columns.
    Files,
}

impl Reference {
    pub fn run(&self) -> Result<Code, Failure> {
        let text = match self.part {
            Part::Commands => commands(),
            Part::Files => crate::report::file_reference(),
        };
        output::stdout(text.as_bytes())?;
        Ok(Code::Done)
    }
}

/// Every command with its arguments, in Markdown.
fn commands() -> String {
    let mut program = super::Cli::command();
    program.build();
    let mut text = String::new();
    for command in program.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help") {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").trim();
        let _ = writeln!(text, "#### `{usage}`\n\n{about}\n\n| argument | meaning |\n| --- | --- |");
        for argument in
            command.get_arguments().filter(|argument| !argument.is_global_set() && argument.get_id() != "help")
        {
            let _ = writeln!(text, "| `{}` | {} |", spelling(argument), meaning(argument));
        }
        text.push('\n');
    }
    text
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
        let _ = write!(text, " One of {}.", values.join(", "));
    }
    text.replace('|', "\\|")
}
