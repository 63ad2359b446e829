//! `import FILE`

use super::prelude::*;
use rust_decimal::Decimal;

use super::output::shell;
use crate::model::compile::compile;
use crate::model::{DecimalMark, Finding};
use crate::{check, store};

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    into: Option<PathBuf>,
    #[arg(long, value_name = "B", value_parser = super::args::budget, allow_negative_numbers = true)]
    budget: Option<Decimal>,
    #[arg(long, value_name = "MARK", value_parser = super::args::choices("decimal", super::args::DECIMAL))]
    decimal: Option<DecimalMark>,
    #[command(flatten)]
    workbook: super::case_workbook::Taking,
    #[command(flatten)]
    output: OutputArgs,
}

/// What is wrong with the table: a line for each finding, or all in one where there is one about the whole file.
fn lines_of(wrong: &[Finding]) -> String {
    match wrong {
        [Finding { line: 0, message, remedy, .. }] => format!(" {message} {remedy}"),
        _ => wrong.iter().fold(String::new(), |text, it| {
            text + &format!("\n  {}: {} {}", it.place_in_file(), it.message, it.remedy)
        }),
    }
}

impl Command for Import {
    const NAME: &'static str = "import";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let folder = self.into.clone().unwrap_or_else(|| self.file.with_extension(""));
        if let Some(code) = self.workbook.run((&self.file, &folder), &self.output, call)? {
            return Ok(code);
        }
        let text = store::read_text(&self.file)?;
        let name = self.file.file_stem().unwrap_or_default().to_string_lossy();
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        let imported = store::import::import(&name, &file, &text, self.budget, self.decimal)
            .map_err(|wrong| Failure::failed(say!("import-no-case-can", findings = lines_of(&wrong))))?;
        store::create(&folder, &imported.workbook)?;
        for line in imported.report {
            message(&line);
        }
        let wrong = check::count(&check::check(&imported.workbook, &compile(&imported.workbook)))[0];
        message(&say!("import-made-folder-edit", folder = folder.display(), typed = shell(&folder)));
        if wrong > 0 {
            message(&say!("import-warning-has-errors", errors = wrong, folder = shell(&folder)));
        }
        Ok(Code::Done)
    }
}
