//! `import FILE.xlsx`: a case that comes back from a spreadsheet. Nothing is written until the planner accepts it.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::output::shell;
use super::prelude::*;
use crate::check;
use crate::model::Workbook;
use crate::model::compile::compile;
use crate::model::schema::TABLES;
use crate::model::workbook::SETTINGS_FILE;
use crate::report::{self, Input, TableReport, changes_report};
use crate::session::on_disk::{CaseOnDisk, Overwrite, SaveOutcome, SaveRequest};
use crate::session::spreadsheet::{Returned, Takeover};
use crate::session::three_way_merge::{summary, summary_of_workbook};
use crate::store::{self, FileStamp, xlsx};

/// What becomes of a case that comes back from a spreadsheet.
#[derive(Debug, Args)]
pub(super) struct Taking {
    #[arg(long, value_name = "TABLE", num_args = 0.., require_equals = true, value_delimiter = ',', value_parser = tables())]
    accept: Option<Vec<String>>,
    #[arg(long)]
    workbook_holds: bool,
    #[arg(long, value_name = "TEXT", requires = "accept")]
    why: Option<String>,
}

/// What `--accept` can name.
fn tables() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(std::iter::once("case").chain(TABLES.iter().map(|table| table.name)))
}

impl Taking {
    /// Takes in a workbook that was made of a case; none where it was not.
    pub(super) fn run(
        &self,
        (file, folder): (&Path, &Path),
        output: &OutputArgs,
        call: &Call<'_>,
    ) -> Result<Option<Code>, Failure> {
        if !is_workbook(file) {
            return self.is_list(file);
        }
        let bytes = store::read_named(file)?;
        let sheets = xlsx::read(&bytes)
            .map_err(|why| Failure::failed(say!("store-no-table", file = file.display(), why = why)))?;
        let Some(returned) = Returned::read(&sheets, folder) else { return self.is_list(file) };
        let returned = returned.map_err(Failure::failed)?;
        returned.said.iter().for_each(|said| message(&say!("load-warning", warning = said)));
        if folder.join(SETTINGS_FILE).exists() {
            self.compare(&returned, (file, folder), output, call)
        } else {
            self.create(&returned, folder)
        }
        .map(Some)
    }

    /// Leaves a file to those who read lists; there is nothing in it to accept.
    fn is_list(&self, file: &Path) -> Result<Option<Code>, Failure> {
        if self.accept.is_some() || self.workbook_holds {
            return Err(Failure::usage(say!("workbook-not-of-case", file = file.display())));
        }
        Ok(None)
    }

    /// Makes a new case of it.
    fn create(&self, returned: &Returned, folder: &Path) -> Result<Code, Failure> {
        if self.accept.is_some() || self.workbook_holds {
            return Err(load::no_case(folder, store::StoreError::NoFolder(folder.to_owned())));
        }
        let bytes = |name: &'static str| {
            let text = returned.book.file(name)?;
            let stamp = returned.base.files.iter().find(|stamp| stamp.name == name);
            Some((name.to_owned(), stamp.map_or_else(|| text.clone().into_bytes(), |stamp| stamp.bytes(&text))))
        };
        let names = std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file));
        store::create_files(folder, &names.filter_map(bytes).collect::<Vec<_>>())?;
        message(&say!("import-made-folder-edit", folder = folder.display(), typed = shell(folder)));
        warn(&returned.book, folder);
        Ok(code(returned.odd == 0))
    }

    /// Shows what differs from the case, and takes it over where that is wanted.
    fn compare(
        &self,
        returned: &Returned,
        (file, folder): (&Path, &Path),
        output: &OutputArgs,
        call: &Call<'_>,
    ) -> Result<Code, Failure> {
        let output = Output::open(output, &[file, folder])?;
        let taking =
            |case: &Workbook| returned.onto(case, self.accept.as_deref().unwrap_or_default(), self.workbook_holds);
        if self.accept.is_none() {
            let opened = store::open(folder)?;
            is_of(returned, &opened.workbook, folder)?;
            let takeover = taking(&opened.workbook);
            let left = self.left(&takeover);
            output.report(&told((&takeover, left), &opened.workbook, &opened.files, folder), None, call.colour)?;
            takeover.explain(self.workbook_holds);
            if !takeover.difference.is_empty() {
                message(&say!("workbook-nothing-written"));
                warn(&takeover.book, folder);
            }
            return Ok(code(returned.odd == 0));
        }
        let mut done = Code::Done;
        change_case(folder, self.why.clone(), |case, files| {
            is_of(returned, case, folder)?;
            let takeover = taking(case);
            let left = self.left(&takeover);
            done = code(left == 0 && returned.odd == 0);
            output.report(&told((&takeover, left), case, files, folder), None, call.colour)?;
            takeover.explain(self.workbook_holds);
            Ok((!takeover.difference.is_empty()).then_some(takeover.book))
        })?;
        Ok(done)
    }

    /// How many changes of the workbook are not taken over, as the case was changed in the same places.
    const fn left(&self, takeover: &Takeover) -> usize {
        if self.workbook_holds { 0 } else { takeover.conflicts.len() }
    }
}

/// Changes a case on disk as a planner would, with its lock and its journal. `change` is given the case and its files, and makes what it
/// is to be; nothing where it stays.
pub(super) fn change_case(
    folder: &Path,
    why: Option<String>,
    change: impl FnOnce(&Workbook, &[FileStamp]) -> Result<Option<Workbook>, Failure>,
) -> Result<(), Failure> {
    let (mut opened, loaded) =
        CaseOnDisk::read(folder, &say!("workbook-who", process = std::process::id()), None, None)
            .map_err(Failure::failed)?;
    opened.sign(&super::guests::author());
    if let Some(who) = loaded.elsewhere {
        return Err(store::StoreError::Locked(who).into());
    }
    if loaded.found.is_some() {
        return Err(Failure::failed(say!("workbook-unsaved", folder = folder.display()))
            .hint(say!("workbook-open-it", folder = shell(folder))));
    }
    let Some(book) = change(&loaded.book, opened.files())? else { return Ok(()) };
    let own = if loaded.own.picks.is_empty() { String::new() } else { loaded.own.to_csv(&loaded.snapshot.case) };
    let (path, why) = (folder.to_owned(), why.unwrap_or_default());
    let request = SaveRequest { path, generation: 0, book: book.clone(), own, why, over: Overwrite::Ask };
    match opened.save(&request) {
        SaveOutcome::Saved(_, files) => message(&say!("workbook-written", files = files.join(", "))),
        SaveOutcome::Changed(found, _) => {
            return Err(Failure::failed(say!("workbook-changed", found = summary(&found, None))));
        }
        SaveOutcome::Failed(why) => return Err(Failure::failed(why)),
    }
    warn(&book, folder);
    Ok(())
}

const fn code(is_all_done: bool) -> Code {
    if is_all_done { Code::Done } else { Code::Failed }
}

/// Refuses a workbook that was made of another case.
fn is_of(returned: &Returned, case: &Workbook, folder: &Path) -> Result<(), Failure> {
    if returned.is_of(case) {
        return Ok(());
    }
    let [of, here] = [&returned.base.workbook, case].map(|book| compile(book).case.title);
    Err(Failure::failed(say!("workbook-of-other-case", of = of, folder = folder.display(), here = here)))
}

/// Whether a file is a workbook by its ending.
fn is_workbook(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ["xlsx", "xlsm"].iter().any(|it| ending.eq_ignore_ascii_case(it)))
}

/// Says how many errors a case has then.
pub(super) fn warn(book: &Workbook, folder: &Path) {
    let wrong = check::count(&check::check(book, &compile(book)))[0];
    if wrong > 0 {
        message(&say!("import-warning-has-errors", errors = wrong, folder = shell(folder)));
    }
}

impl Takeover {
    /// Says what else changed the case, and which places both changed.
    fn explain(&self, workbook_holds: bool) {
        if !self.changed.is_empty() {
            message(&say!("workbook-changed-since", files = self.changed.join(", ")));
        }
        if !self.conflicts.is_empty() {
            let places = summary_of_workbook(&self.conflicts);
            message(&if workbook_holds {
                say!("workbook-both-taken", places = places)
            } else {
                say!("workbook-both-left", places = places)
            });
        }
    }
}

/// What differs, as a report.
fn told((takeover, left): (&Takeover, usize), case: &Workbook, files: &[FileStamp], folder: &Path) -> TableReport {
    let compiled = compile(case).case;
    let read = files.iter().filter(|file| file.was_read());
    let inputs = read.map(|file| Input { file: file.name.clone(), sha256: file.sha256.clone() }).collect();
    let header = report::header(&compiled, folder.display().to_string(), inputs, Vec::new());
    let report = changes_report(header, &takeover.difference, case, &takeover.book);
    match (left, takeover.difference.is_empty()) {
        (0, _) => report,
        (left, true) => TableReport { about: say!("workbook-left", count = left), ..report },
        (left, false) => {
            TableReport { about: format!("{} {}", say!("workbook-left", count = left), report.about), ..report }
        }
    }
}
