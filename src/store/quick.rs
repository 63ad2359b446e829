//! Quick mode: one table of candidates with a cost and a gain, and a budget, as a whole case.

use crate::say;
use std::collections::HashSet;

use rust_decimal::Decimal;

use super::decode::Encoding;
use super::dialect;
use super::elsewhere::guess;
use crate::model::cell::{Trouble, to_id};
use crate::model::csv::encode;
use crate::model::finding::{Finding, Findings, Level, Place};
use crate::model::guess::did_you_mean;
use crate::model::heading::Columns;
use crate::model::quotes::{Quote, open_quote, quotes};
use crate::model::schema::{Column, TableId, table};
use crate::model::settings::quote;
use crate::model::visible::visible;
use crate::model::{DecimalMark, Sheet, Workbook};

/// The one year that a case in quick mode has. It only names the year; nothing depends on it.
pub const QUICK_YEAR: i32 = 2027;

/// What the columns of the one table are called in `candidates.csv`.
const COLUMNS: [(&str, &str); 2] = [("cost", "cost_1"), ("gain", "points")];

/// A case made of one table with the columns `candidate`, `cost`, `gain` and perhaps `name`, `domain`, `status`.
///
/// Cost and gain are needed in every row: what is missing, and a table that cannot be read at all, is an error in
/// [`Workbook::reading`]. It has one ministry `joint`, one year with this budget, no services, and the gain counts as points; the table does not say
/// in which unit the money is, so none is named. The rows stay
/// where they are, so that findings name the right line; pass those through [`rename`] before they are shown.
pub fn quick(name: &str, text: &str, budget: Decimal, decimal: Option<DecimalMark>) -> Workbook {
    let settings = format!(
        "format = 1\ntitle = {}\ncurrency = \"\"\nunit = \"\"\nfirst_year = {QUICK_YEAR}\nlast_year = {QUICK_YEAR}\n\n[[ministry]]\nid = \"joint\"\n",
        quote(name)
    );
    let mut workbook = Workbook::new(settings);
    name.clone_into(&mut workbook.name);
    let mut findings = Findings::default();
    let read = dialect::read(text, &column_of, decimal);
    let told = read.findings(table(TableId::Candidates).file, Encoding::Utf8);
    let mut sheet = Sheet::parse(TableId::Candidates, &read.text);
    rename_column(&mut sheet, "id", "candidate");
    let mut domains = Vec::new();
    if read.is_too_big() {
        // What is told of it says why.
    } else if let Some(trouble) = no_table(&sheet, table(TableId::Candidates).file) {
        findings.trouble(Place::Table(TableId::Candidates), trouble);
    } else if let Some(quote) = open_quote(&sheet) {
        workbook.reading.push(unread(&quote));
    } else {
        needed(&sheet, &mut findings);
        for quote in quotes(&sheet) {
            let Trouble { code, message, remedy } = quote.trouble();
            findings.add(quote.level(), code, quote.place(&sheet), message, remedy);
        }
        // While the header is as it is written, so that what is said of it has its place.
        *workbook.sheet_mut(TableId::Candidates) = sheet.clone();
        workbook.reading = std::mem::take(&mut findings).located(&workbook);
        for (from, to) in COLUMNS {
            rename_column(&mut sheet, from, to);
        }
        domains = fill_domains(&mut sheet);
        *workbook.sheet_mut(TableId::Candidates) = sheet;
    }
    workbook.put_file("domains.csv", &domains_file(&domains));
    workbook.put_file("services.csv", "service,domain\n");
    workbook.put_file("effects.csv", "candidate,service\n");
    workbook.put_file("budgets.csv", &format!("ministry,year,amount\njoint,{QUICK_YEAR},{budget}\n"));
    workbook.reading.extend(findings.located(&workbook));
    workbook.reading.extend(told.into_iter().map(|it| Finding { place: Place::Table(TableId::Candidates), ..it }));
    workbook
}

/// A table whose last rows are in the cell of a quote: none of it is taken, so that nothing of the rest is found wrong.
fn unread(quote: &Quote) -> Finding {
    let schema = table(TableId::Candidates);
    let place = Place::Table(TableId::Candidates);
    let at = (quote.line, quote.character);
    Finding { place, ..Finding::elsewhere(schema.file, at, "", Level::Error, quote.trouble()) }
}

/// Why a file is no table of candidates at all: it is empty, or has no row.
pub(super) fn no_table(sheet: &Sheet, file: &str) -> Option<Trouble> {
    if sheet.header.is_empty() {
        let remedy = say!("quick-write-header-such-candidate");
        return Some(Trouble::new("missing-file", say!("quick-file-file-empty", file = file), remedy));
    }
    let filled = sheet.rows.iter().any(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    let message = say!("quick-file-file-has", file = file);
    (!filled).then(|| Trouble::new("missing-file", message, say!("quick-write-row-each")))
}

/// The column of a case that a heading of the one table means.
pub(super) fn column_of(name: &str) -> Option<&'static Column> {
    let candidates = table(TableId::Candidates);
    let ours = COLUMNS.iter().find(|(column, _)| *column == name).map(|(_, inside)| *inside);
    candidates.column(ours.unwrap_or(name)).or_else(|| candidates.column(guess(name)?))
}

fn is_known(column: &str) -> bool {
    table(TableId::Candidates).column(column).is_some()
}

/// The columns of cost and gain must be there, each once, with a number in every row: an empty one would count as 0 unseen.
fn needed(sheet: &Sheet, findings: &mut Findings) {
    for (from, to) in COLUMNS {
        let Some(at) = sheet.column(to).or_else(|| sheet.column(from)) else {
            let near = near(sheet, from, to);
            let remedy = near.map_or_else(
                || say!("quick-add-column-from", from = from),
                |near| say!("quick-rename-column-visible", written = visible(near), name = from),
            );
            let message = say!("quick-table-has-no", from = from);
            let place = Place::Header(TableId::Candidates, near.unwrap_or(to).to_owned());
            findings.error("missing-column", place, message, remedy);
            continue;
        };
        if sheet.header.iter().filter(|name| *name == from).count() > 1 {
            findings.error(
                "duplicate-column",
                Place::Header(TableId::Candidates, from.to_owned()),
                say!("quick-column-from-stands", from = from),
                say!("tables-rename-delete-other"),
            );
            continue;
        }
        if sheet.column(to).is_some() && sheet.column(from).is_some() {
            findings.error(
                "duplicate-column",
                Place::Header(TableId::Candidates, from.to_owned()),
                say!("quick-columns-from-say", to = to, from = from),
                say!("heading-delete-one-two"),
            );
            continue;
        }
        for (row, cells) in sheet.rows.iter().enumerate() {
            let filled = cells.cells.iter().any(|cell| !cell.trim().is_empty());
            if filled && sheet.cell_at(row, at).is_empty() {
                let place = Place::Cell(TableId::Candidates, row, to.to_owned());
                findings.error(
                    "missing-cell",
                    place,
                    say!("quick-cell-from-empty", from = from),
                    say!("quick-fill-write-where"),
                );
            }
        }
    }
}

/// The column that most likely is meant by one that is not there.
fn near<'a>(sheet: &'a Sheet, from: &str, to: &str) -> Option<&'a str> {
    let others = || sheet.header.iter().map(String::as_str).filter(|name| !is_known(name));
    let columns = Columns::of_table(table(TableId::Candidates), std::iter::empty());
    let means = |name: &&str| columns.meant(name, |_| true).is_some_and(|meant| meant.column == to);
    others()
        .find(|name| guess(name) == Some(to))
        .or_else(|| others().find(means))
        .or_else(|| did_you_mean(from, others()))
}

fn rename_column(sheet: &mut Sheet, from: &str, to: &str) {
    if let Some(at) = sheet.column(from).filter(|_| sheet.column(to).is_none()) {
        sheet.write_header(|header| header.with_cell(at, to));
    }
}

/// The text of `domains.csv` for domains that all weigh the same.
pub(super) fn domains_file(domains: &[(String, String)]) -> String {
    let mut text = "domain,name,weight_joint,target\n".to_owned();
    for (id, name) in domains {
        text.extend([id, ",", &encode(name), ",1,0.5\n"]);
    }
    text
}

/// Makes every domain an id and fills empty ones in; gives the ids with their names.
pub(super) fn fill_domains(sheet: &mut Sheet) -> Vec<(String, String)> {
    let at = sheet.column_or_new("domain");
    let (mut domains, mut known) = (Vec::new(), HashSet::new());
    for row in 0..sheet.rows.len() {
        if sheet.rows[row].cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let name = sheet.cell_at(row, at).to_owned();
        let id = match to_id(&name) {
            id if id.is_empty() => "general".to_owned(),
            id => id,
        };
        sheet.set(row, at, &id);
        if known.insert(id.clone()) {
            domains.push((id, if name.is_empty() { say!("quick-general") } else { name }));
        }
    }
    domains
}

/// Puts the name of the one file, and of its columns, into findings about the case made of it.
pub fn rename(findings: &mut [Finding], file: &str) {
    let inside_file = table(TableId::Candidates).file;
    let (named, bare) =
        (say!("quick-the-table-named", table = table(TableId::Candidates).name), say!("quick-the-table"));
    for finding in findings {
        if finding.file == inside_file {
            file.clone_into(&mut finding.file);
        }
        for text in [&mut finding.message, &mut finding.remedy] {
            *text = text.replace(inside_file, file).replace(&named, &bare);
        }
        for (column, inside) in COLUMNS {
            if finding.column == inside {
                column.clone_into(&mut finding.column);
            }
            for text in [&mut finding.message, &mut finding.remedy] {
                *text = replace_name(text, inside, column);
            }
        }
    }
}

/// Puts one name in place of another where it stands by itself, not in quotes, and is that of a column: percentage points, index
/// points and decimal points are something else.
fn replace_name(text: &str, name: &str, with: &str) -> String {
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(name) {
        new.push_str(before);
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '"');
        let other = ["percentage ", "index ", "decimal "].iter().any(|word| new.ends_with(word));
        let part = new.ends_with(inside) || after.starts_with(inside);
        new.push_str(if other || part { name } else { with });
        rest = after;
    }
    new + rest
}
