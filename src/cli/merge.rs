//! `merge FILE…`

use super::analyses;
use super::output::refuse;
use super::parts::read_parts;
use super::prelude::*;

#[derive(Debug, Args)]
pub(super) struct Merge {
    #[arg(value_name = "FILE", required = true, value_hint = clap::ValueHint::FilePath)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    readers: ReadersArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
}

impl Command for Merge {
    const NAME: &'static str = "merge";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let files: Vec<&std::path::Path> = self.files.iter().map(PathBuf::as_path).collect();
        refuse(self.output.out.as_deref(), &files)?;
        let parts = read_parts(&self.files)?;
        let Some(first) = parts.first() else { return Err(Failure::usage(say!("merge-there-nothing-merge"))) };
        let mut arguments: Vec<std::ffi::OsString> = vec!["beslismacht".into()];
        arguments.extend(first.arguments.iter().map(std::ffi::OsString::from));
        if let Some(out) = &self.output.out {
            arguments.extend(["--out".into(), out.clone().into_os_string()]);
        }
        if let Some(format) = self.output.format {
            arguments.extend(["--format".into(), format.id.into()]);
        }
        if let Some(table) = &self.table {
            arguments.extend(["--table".into(), table.into()]);
        }
        let program = (call.program)();
        let matches = program.try_get_matches_from(arguments)?;
        match matches.subcommand() {
            Some((name, matches)) => analyses::merge(name, matches, call, (parts, self.readers.level.as_deref())),
            None => Err(Failure::failed(say!("merge-these-parts-no"))),
        }
    }
}
