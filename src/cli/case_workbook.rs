//! `import FILE.xlsx`: a case that comes back from a spreadsheet. Nothing is written until the planner accepts it.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::output::shell;
use super::prelude::*;
use crate::check;
use crate::messages::word;
use crate::model::compile::compile;
use crate::model::schema::{Kind as Holds, TABLES, table_by_name};
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Case, Workbook};
use crate::report::formats::{self, FORMATS, Format};
use crate::report::{self, Column, Input, Kind, Table, TableReport};
use crate::session::edit::difference::{Difference, Only};
use crate::session::on_disk::{CaseOnDisk, Overwrite, SaveOutcome, SaveRequest};
use crate::session::spreadsheet::{Returned, Takeover};
use crate::session::three_way_merge::summary;
use crate::store::{self, FileStamp, xlsx};

/// What becomes of a case that comes back from a spreadsheet.
#[derive(Debug, Args)]
pub(super) struct Taking {
    #[arg(long)]
    accept: bool,
    #[arg(long, value_name = "TABLE", value_parser = tables())]
    only: Vec<String>,
    #[arg(long)]
    workbook_holds: bool,
    #[arg(long, value_name = "F", value_parser = format())]
    format: Option<&'static Format>,
}

/// What `--only` can name.
fn tables() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(std::iter::once("case").chain(TABLES.iter().map(|table| table.name)))
}

fn format() -> impl TypedValueParser<Value = &'static Format> {
    let ids = FORMATS.iter().filter(|format| !format.is_binary()).map(|format| format.id);
    PossibleValuesParser::new(ids).map(|id| formats::by_id(&id).unwrap_or(formats::DEFAULT))
}

impl Taking {
    /// Takes in a workbook that was made of a case; none where it was not.
    pub(super) fn run(&self, file: &Path, folder: &Path, call: &Call<'_>) -> Result<Option<Code>, Failure> {
        let bytes = if is_workbook(file) { store::read_named(file)? } else { return Ok(None) };
        let sheets = xlsx::read(&bytes)
            .map_err(|why| Failure::failed(say!("store-no-table", file = file.display(), why = why)))?;
        let Some(returned) = Returned::read(&sheets, folder) else { return Ok(None) };
        let returned = returned.map_err(Failure::failed)?;
        returned.said.iter().for_each(|said| message(&say!("load-warning", warning = said)));
        if folder.join(SETTINGS_FILE).exists() {
            self.compare(&returned, folder, call)
        } else {
            self.create(&returned, folder)
        }
        .map(Some)
    }

    /// Makes a new case of it.
    fn create(&self, returned: &Returned, folder: &Path) -> Result<Code, Failure> {
        if self.accept || self.workbook_holds || !self.only.is_empty() {
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
        Ok(Code::Done)
    }

    /// Shows what differs from the case, and takes it over where that is wanted.
    fn compare(&self, returned: &Returned, folder: &Path, call: &Call<'_>) -> Result<Code, Failure> {
        let output = Output::open(&OutputArgs { out: None, format: self.format }, &[])?;
        let taking = |case: &Workbook| returned.onto(case, &self.only, self.workbook_holds);
        if !self.accept {
            let opened = store::open(folder)?;
            let takeover = taking(&opened.workbook);
            output.report(&told(&takeover, &opened.workbook, &opened.files, folder), None, call.colour)?;
            takeover.explain(self.workbook_holds);
            if !takeover.difference.is_empty() {
                message(&say!("workbook-nothing-written"));
                warn(&takeover.book, folder);
            }
            return Ok(Code::Done);
        }
        let (mut opened, loaded) =
            CaseOnDisk::read(folder, &say!("workbook-who", process = std::process::id()), None, None)
                .map_err(Failure::failed)?;
        if let Some(who) = loaded.elsewhere {
            return Err(store::StoreError::Locked(who).into());
        }
        if loaded.found.is_some() {
            return Err(Failure::failed(say!("workbook-unsaved", folder = folder.display()))
                .hint(say!("workbook-open-it", folder = shell(folder))));
        }
        let takeover = taking(&loaded.book);
        output.report(&told(&takeover, &loaded.book, opened.files(), folder), None, call.colour)?;
        takeover.explain(self.workbook_holds);
        if takeover.difference.is_empty() {
            return Ok(Code::Done);
        }
        let own = if loaded.own.picks.is_empty() { String::new() } else { loaded.own.to_csv(&loaded.snapshot.case) };
        let book = takeover.book.clone();
        let request = SaveRequest { path: folder.to_owned(), generation: 0, book, own, over: Overwrite::Ask };
        match opened.save(&request) {
            SaveOutcome::Saved(_, files) => message(&say!("workbook-written", files = files.join(", "))),
            SaveOutcome::Changed(found) => {
                return Err(Failure::failed(say!("workbook-changed", found = summary(&found))));
            }
            SaveOutcome::Failed(why) => return Err(Failure::failed(why)),
        }
        warn(&takeover.book, folder);
        Ok(Code::Done)
    }
}

/// Whether a file is a workbook by its ending.
fn is_workbook(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ["xlsx", "xlsm"].iter().any(|it| ending.eq_ignore_ascii_case(it)))
}

/// Says how many errors a case has then.
fn warn(book: &Workbook, folder: &Path) {
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
            let places = summary(&self.conflicts);
            message(&if workbook_holds {
                say!("workbook-both-taken", places = places)
            } else {
                say!("workbook-both-left", places = places)
            });
        }
    }
}

/// What differs, as a report.
fn told(takeover: &Takeover, case: &Workbook, files: &[FileStamp], folder: &Path) -> TableReport {
    let compiled = compile(case).case;
    let read = files.iter().filter(|file| file.was_read());
    let inputs = read.map(|file| Input { file: file.name.clone(), sha256: file.sha256.clone() }).collect();
    let header = report::header(&compiled, folder.display().to_string(), inputs, Vec::new());
    let rows = lines(&takeover.difference, case, &takeover.book, &compiled);
    let count = rows.len();
    let table = Table::of("changes", "", rows)
        .words("table", |row| row.table.clone())
        .words("row", |row| row.id.clone())
        .column(Column::of("name", Kind::Name), |row| row.name.clone())
        .words("column", |row| row.column.clone())
        .words("before", |row| row.before.clone())
        .words("after", |row| row.after.clone())
        .table();
    let about = if count == 0 { say!("workbook-same") } else { say!("workbook-differs", count = count) };
    TableReport { case: header, title: say!("workbook-title"), about, table }
}

/// A line of what differs.
struct Line {
    table: String,
    id: String,
    name: String,
    column: String,
    before: String,
    after: String,
}

fn lines(difference: &Difference, before: &Workbook, after: &Workbook, case: &Case) -> Vec<Line> {
    let cells = difference.cells.iter().map(|cell| Line {
        table: cell.table.clone(),
        id: cell.id.clone(),
        name: name_of(before, &cell.table, &cell.id, case),
        column: cell.column.clone(),
        before: cell.before.clone(),
        after: cell.after.clone(),
    });
    let rows = difference.rows.iter().map(|row| {
        let whole = row.cells.iter().map(|(column, text)| format!("{column}={text}")).collect::<Vec<_>>().join(", ");
        let (there, what, book) = match row.only {
            Only::Before => ((whole, String::new()), word("row is gone"), before),
            Only::After => ((String::new(), whole), word("row is new"), after),
        };
        Line {
            table: row.table.clone(),
            id: row.id.clone(),
            name: name_of(book, &row.table, &row.id, case),
            column: what,
            before: there.0,
            after: there.1,
        }
    });
    let order = |line: &Line| TABLES.iter().position(|table| table.name == line.table);
    let mut all: Vec<Line> = cells.chain(rows).collect();
    all.sort_by_key(order);
    all
}

/// What a row is called: by its name, or by the names of what it is about; empty where it has none.
fn name_of(book: &Workbook, table: &str, id: &str, case: &Case) -> String {
    let Some(schema) = table_by_name(table) else { return String::new() };
    let sheet = book.sheet(schema.id);
    let Some(row) = sheet.row_of(id).filter(|_| !schema.key.is_empty()) else { return String::new() };
    let own = sheet.cell(row, "name");
    if !own.is_empty() {
        return own.to_owned();
    }
    let part = |column: &&str| {
        let text = sheet.cell(row, column);
        let named = match schema.column(column).map(|column| column.kind) {
            Some(Holds::Ref(of)) => {
                let other = book.sheet(of);
                other.row_of(text).map(|row| other.cell(row, "name").to_owned())
            }
            Some(Holds::Ministry) => case.ministries.iter().find(|it| it.id == text).map(|it| it.name.clone()),
            _ => None,
        };
        named.filter(|name| !name.is_empty()).unwrap_or_else(|| text.to_owned())
    };
    schema.key.iter().map(part).collect::<Vec<_>>().join(", ")
}
