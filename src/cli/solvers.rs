//! `solvers`

use super::prelude::*;
use std::fmt::Write as _;

use super::{guests, output};
use crate::optimise::{GuestKind, guest_version};

#[derive(Debug, Args)]
pub(super) struct Solvers {}

impl Command for Solvers {
    const NAME: &'static str = "solvers";

    #[allow(clippy::unused_self)] // As all commands are run.
    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        let search = guests::search();
        let mut text = String::from(&say!("solvers-engine-built-answers"));
        for kind in GuestKind::ALL {
            let line = match search.guests.get(kind) {
                None => say!("solvers-not-found-program", program = kind.program()),
                Some(program) => match guest_version(program) {
                    Ok(version) => format!("{} {version}, {}", kind.name(), program.path.display()),
                    Err(why) => {
                        say!("solvers-kind-does-not", kind = kind.name(), why = why, path = program.path.display())
                    }
                },
            };
            let _ = writeln!(text, "{:<8} {line}", kind.id());
        }
        text.push_str(&say!("solvers-microlp-built-small"));
        for wrong in &search.wrong {
            text.push_str(&say!("solvers-settings-wrong", wrong = wrong));
            text.push('\n');
        }
        if search.guests.first().is_none() {
            text.push_str(&say!("solvers-tools-guest-brings"));
        }
        if let Some(path) = guests::settings_file() {
            text.push_str(&say!("solvers-solver-elsewhere-named", path = path.display()));
            text.push('\n');
        }
        output::stdout(text.as_bytes())?;
        Ok(Code::Done)
    }
}
