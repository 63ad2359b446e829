//! `man [COMMAND]`

use super::output;
use super::prelude::*;
use crate::model::guess::did_you_mean;

#[derive(Debug, Args)]
pub(super) struct Man {
    command: Option<String>,
}

impl Command for Man {
    const NAME: &'static str = "man";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let mut program = (call.program)();
        program.build();
        let page = match &self.command {
            None => program,
            Some(name) => {
                let Some(found) = program.find_subcommand(name) else {
                    let known = program.get_subcommands().map(clap::Command::get_name);
                    let near = did_you_mean(name, known).map(|near| say!("settings-did-you-mean", near = near));
                    return Err(Failure::usage(say!("man-there-no-command", name = name)).maybe_hint(near));
                };
                found.clone()
            }
        };
        let mut bytes = Vec::new();
        clap_mangen::Man::new(page)
            .render(&mut bytes)
            .map_err(|error| Failure::failed(say!("man-manual-page-could", error = error)))?;
        output::stdout(&bytes)?;
        Ok(Code::Done)
    }
}
