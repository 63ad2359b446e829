//! `import FILE`

use super::prelude::*;
use rust_decimal::Decimal;

use super::output::{refuse, shell};
use crate::model::visible::visible;
use crate::model::{DecimalMark, Finding};
use crate::report::ImportReport;
use crate::store;
use crate::store::import::{MoneyUnit, Options, Role, Understood, read, understand};

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    into: Option<PathBuf>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "B", value_parser = super::args::budget, allow_negative_numbers = true)]
    budget: Option<Decimal>,
    #[arg(long, value_name = "MARK", value_parser = super::args::choices("decimal", super::args::DECIMAL))]
    decimal: Option<DecimalMark>,
    #[arg(long = "map", value_name = "COLUMN=ROLE", value_parser = Options::map)]
    map: Vec<(String, Role)>,
    #[arg(long, value_name = "COLUMN")]
    domain_from: Option<String>,
    #[arg(long, value_name = "PATTERN", value_parser = pattern)]
    year_of: Option<String>,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..2200))]
    base_year: Option<i32>,
    #[arg(long, value_name = "UNIT", value_parser = super::args::choices("unit", MoneyUnit::ALL))]
    unit: Option<MoneyUnit>,
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<String>,
    #[arg(long = "only", value_name = "COLUMN=TEXT", value_parser = Options::only)]
    only: Vec<(String, Vec<String>)>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    mapping: Option<PathBuf>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    save_mapping: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    service: Option<String>,
    #[arg(long, value_name = "CODE")]
    home: Option<String>,
    #[command(flatten)]
    workbook: super::case_workbook::Taking,
    #[command(flatten)]
    output: OutputArgs,
}

/// How headings name a year: a text with `{}` for the year.
fn pattern(text: &str) -> Result<String, String> {
    let one = text.matches("{}").count() == 1;
    if one { Ok(text.to_owned()) } else { Err(say!("mapping-pattern", text = visible(text))) }
}

/// The code of a currency.
fn currency(text: &str) -> Result<String, String> {
    let fits = !text.is_empty() && text.len() <= 8 && text.chars().all(char::is_alphanumeric);
    if fits { Ok(text.to_owned()) } else { Err(say!("mapping-currency")) }
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

impl Import {
    /// What the planner says of the list: the arguments, and what a mapping says where they say nothing.
    fn options(&self) -> Result<Options, Failure> {
        let domain = self.domain_from.iter().map(|column| (column.clone(), Role::Field("domain")));
        let here = Options {
            columns: self.map.iter().cloned().chain(domain).collect(),
            year_of: self.year_of.clone(),
            base_year: self.base_year,
            unit: self.unit,
            currency: self.currency.clone(),
            decimal: self.decimal,
            only: self.only.clone(),
            budget: self.budget,
        };
        let Some(path) = &self.mapping else { return Ok(here) };
        let saved = Options::of_toml(&store::read_text(path)?)
            .map_err(|wrong| Failure::failed(say!("mapping-wrong", file = path.display(), why = wrong)))?;
        Ok(here.or(saved))
    }

    fn understood(&self, options: &Options) -> Result<Understood, Failure> {
        let text = store::read_text(&self.file)?;
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        let title = self.file.file_stem().unwrap_or_default().to_string_lossy();
        let grid = read(&file, &text, options).map_err(|wrong| refused(&[wrong]))?;
        Ok(understand(&grid, &file, &title, options))
    }
}

/// No case can be made of the list.
fn refused(wrong: &[Finding]) -> Failure {
    Failure::failed(say!("import-no-case-can", findings = lines_of(wrong)))
}

impl Command for Import {
    const NAME: &'static str = "import";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let folder = self.into.clone().unwrap_or_else(|| self.file.with_extension(""));
        if self.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
            let (service, home) = (self.service.as_deref(), self.home.as_deref());
            return super::owners::import((&self.file, &folder), service, home, self.dry_run);
        }
        if self.service.is_some() || self.home.is_some() {
            return Err(Failure::usage(say!("bods-only", file = self.file.display())));
        }
        if let Some(code) = self.workbook.run((&self.file, &folder), &self.output, call)? {
            return Ok(code);
        }
        let mut inputs: Vec<&Path> = vec![&self.file];
        inputs.extend(self.mapping.as_deref());
        let output = Output::open(&self.output, &inputs)?;
        // A mapping may be read and written in one.
        refuse(self.save_mapping.as_deref(), &[&self.file])?;
        let list = self.understood(&self.options()?)?;
        let (wrong, case, mapping) = (list.wrong.clone(), list.case.clone(), list.mapping.to_toml());
        // Where not even headings were found there is nothing to show.
        if !list.columns.is_empty() {
            output.report(&ImportReport::new(list, self.file.display().to_string()), None, call.colour)?;
        }
        let case = case.ok_or_else(|| refused(&wrong))?;
        if let Some(path) = &self.save_mapping {
            store::write_file(path, mapping.as_bytes())?;
            message(&say!("mapping-saved", file = path.display()));
        }
        if self.dry_run {
            message(&say!("import-nothing-written"));
            return Ok(Code::Done);
        }
        store::create(&folder, &case)?;
        message(&say!("import-made-folder-edit", folder = folder.display(), typed = shell(&folder)));
        Ok(Code::Done)
    }
}
