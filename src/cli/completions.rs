//! `completions SHELL`

use super::output;
use super::prelude::*;

#[derive(Debug, Args)]
pub(super) struct Completions {
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
