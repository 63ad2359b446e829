//! `completions SHELL`

use clap::{Args, CommandFactory as _};

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

impl Completions {
    pub fn run(&self) -> Result<Code, Failure> {
        let mut bytes = Vec::new();
        clap_complete::generate(self.shell, &mut super::Cli::command(), "beslismacht", &mut bytes);
        output::stdout(&bytes)?;
        Ok(Code::Done)
    }
}
