//! `completions SHELL`

use clap::Args;

use super::command::{Call, Command};
use super::failure::{Code, Failure};
use super::output;

/// Print the completions for a shell.
#[derive(Debug, Args)]
#[command(
    after_help = "For bash: beslismacht completions bash > ~/.local/share/bash-completion/completions/beslismacht"
)]
pub(super) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

impl Command for Completions {
    const NAME: &'static str = "completions";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let mut bytes = Vec::new();
        clap_complete::generate(self.shell, &mut (call.program)(), "beslismacht", &mut bytes);
        output::stdout(&bytes)?;
        Ok(Code::Done)
    }
}
