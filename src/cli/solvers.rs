//! `solvers`

use std::fmt::Write as _;

use clap::Args;

use super::command::{Call, Command};
use super::failure::{Code, Failure};
use super::{guests, output};
use crate::optimise::{GuestKind, guest_version};

/// Show which solvers can answer on this machine.
#[derive(Debug, Args)]
#[command(
    after_help = "The engine answers first. Where it does not take a case on, a solver of the machine does, if there is one, \
                        else microlp. `--solver NAME` asks one by name."
)]
pub(super) struct Solvers {}

impl Command for Solvers {
    const NAME: &'static str = "solvers";

    #[allow(clippy::unused_self)] // As all commands are run.
    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        let search = guests::search();
        let mut text = String::from("engine   built in, answers first\n");
        for kind in GuestKind::ALL {
            let line = match search.guests.get(kind) {
                None => format!("not found (`{}` is not on the PATH)", kind.program()),
                Some(program) => match guest_version(program) {
                    Ok(version) => format!("{} {version}, {}", kind.name(), program.path.display()),
                    Err(why) => format!("{} does not answer: {why} ({})", kind.name(), program.path.display()),
                },
            };
            let _ = writeln!(text, "{:<8} {line}", kind.id());
        }
        text.push_str("microlp  built in, for small cases\n");
        for wrong in &search.wrong {
            let _ = writeln!(text, "In the settings: {wrong}");
        }
        if search.guests.first().is_none() {
            text.push_str("\n`.tools/guest` brings HiGHS in seconds.\n");
        }
        if let Some(path) = guests::settings_file() {
            let _ = writeln!(
                text,
                "\nA solver elsewhere is named in {}, in the table [solvers]: highs = \"/opt/highs/bin/highs\".",
                path.display()
            );
        }
        output::stdout(text.as_bytes())?;
        Ok(Code::Done)
    }
}
