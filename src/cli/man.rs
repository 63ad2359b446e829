//! `man [COMMAND]`

use clap::{Args, CommandFactory as _};

use super::failure::{Code, Failure};
use super::output;
use crate::model::guess::did_you_mean;

/// Print the manual page, of the program or of one command.
#[derive(Debug, Args)]
#[command(after_help = "To read it: beslismacht man | man -l -")]
pub(super) struct Man {
    /// The command whose page to print.
    command: Option<String>,
}

impl Man {
    pub fn run(&self) -> Result<Code, Failure> {
        let mut program = super::Cli::command();
        program.build();
        let page = match &self.command {
            None => program,
            Some(name) => {
                let Some(found) = program.find_subcommand(name) else {
                    let known = program.get_subcommands().map(clap::Command::get_name);
                    let near = did_you_mean(name, known).map(|near| format!("Did you mean {near}?"));
                    return Err(Failure::usage(format!("There is no command {name}.")).maybe_hint(near));
                };
                found.clone()
            }
        };
        let mut bytes = Vec::new();
        clap_mangen::Man::new(page)
            .render(&mut bytes)
            .map_err(|error| Failure::failed(format!("The manual page could not be made: {error}.")))?;
        output::stdout(&bytes)?;
        Ok(Code::Done)
    }
}
