//! No command: the terminal interface, or, without a terminal, the recommended portfolio.

use super::prelude::*;
use crate::model::order::InOrder as _;
use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};

use super::args::When;
use super::output;
use crate::job::cores;
use crate::model::guess::did_you_mean;
use crate::optimise::Options;
use crate::report;
use crate::store::StoreError;

/// Opens the terminal interface on the case, or on a picker; without a terminal it prints instead.
pub(super) fn run(case: Option<&Path>, call: &Call<'_>) -> Result<Code, Failure> {
    if let Some(case) = case.filter(|case| !case.exists()) {
        let program = (call.program)();
        let typed = case.to_string_lossy();
        if let Some(near) = did_you_mean(&typed, program.get_subcommands().map(clap::Command::get_name)) {
            let failure = Failure::usage(say!("screen-there-neither-command", typed = typed));
            return Err(failure.hint(say!("screen-did-you-mean", near = near)));
        }
        return Err(load::no_case(case, StoreError::NoFolder(case.to_owned())));
    }
    // What cannot place its cursor, such as a shell inside an editor, gets the same as a pipe.
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if io::stdout().is_terminal() && io::stdin().is_terminal() && !dumb {
        return open(case);
    }
    match case {
        Some(case) => recommend(case, call.colour),
        None => list(),
    }
}

fn recommend(case: &Path, colour: When) -> Result<Code, Failure> {
    let output = Output::open(&OutputArgs { out: None, format: None }, &[])?;
    let args =
        CaseArgs { case: case.to_owned(), budget: None, decimal: None, set: Vec::new(), level: None, set_aside: false };
    let Loaded { case, header, .. } = load::load(&args)?;
    let answer = super::optimise::search(
        &case,
        &Options { guests: super::guests::found(), threads: cores(), ..Options::default() },
    )?;
    output.report(&report::report_of_answer(&case, &answer, header), None, colour)?;
    Ok(super::optimise::code(answer.status))
}

/// The cases under `portfolios/`, where there is no terminal to pick one in.
fn list() -> Result<Code, Failure> {
    let cases = cases(Path::new("portfolios"));
    if cases.is_empty() {
        return Err(Failure::failed(say!("screen-there-no-terminal")).hint(say!("screen-beslismacht-case-prints")));
    }
    let mut text = say!("screen-cases-under-portfolios");
    for case in cases {
        let _ = writeln!(text, "  {}", case.display());
    }
    output::stdout(text.as_bytes())?;
    Ok(Code::Done)
}

fn cases(under: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(under).into_iter().flatten().flatten();
    let mut cases: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.join("case.toml").is_file()).collect();
    cases.order();
    cases
}

/// Opens the terminal interface.
#[cfg(feature = "tui")]
fn open(case: Option<&Path>) -> Result<Code, Failure> {
    use crate::tui::{Ending, Environment, run};
    match run(case.map(Path::to_path_buf), &Environment { guests: super::guests::found(), ..Environment::of_process() })
    {
        Ok(Ending::Quit) => Ok(Code::Done),
        Ok(Ending::Signal(_)) => Ok(Code::Failed),
        Err(error) => Err(Failure::failed(error)),
    }
}

/// Built without the terminal interface, the program prints instead.
#[cfg(not(feature = "tui"))]
fn open(case: Option<&Path>) -> Result<Code, Failure> {
    match case {
        Some(case) => recommend(case, When::Auto),
        None => list(),
    }
}
