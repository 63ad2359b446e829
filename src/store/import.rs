//! One table of investments from elsewhere made into a case: its columns are guessed by their names.

mod headings;

use crate::messages::word;
use crate::say;
use std::collections::HashSet;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::blank::{Blank, blank};
use super::decode::Encoding;
use super::dialect;
use super::elsewhere::{guess, is_total, year_of};
use super::quick::{QUICK_YEAR, column_of, domains_file, fill_domains, no_table};
use crate::model::cell::{Trouble, is_id, to_id};
use crate::model::finding::{Finding, Level};
use crate::model::quotes::{open_quote, quotes};
use crate::model::schema::{TableId, table};
use crate::model::visible::visible;
use crate::model::{DecimalMark, Sheet, Workbook};

/// A case made of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The case.
    pub workbook: Workbook,
    /// What was made of what, and what is left to do: full sentences for the planner.
    pub report: Vec<String>,
}

/// Makes a case of one table; `name` becomes its title, and a budget, if one is given, that of its one ministry.
///
/// Every row becomes a candidate. Columns that are called by a year, such as `2027` or `cost_2028`, become the costs of
/// the years after the first of them. A column that is not recognised is kept as it is. `file` names the table in errors.
///
/// # Errors
/// Where the file is no such table: it is empty, has no row, or has no column whose name is
/// recognised or none of costs; where a quote in it is never closed, or two of its columns are the same thing.
pub fn import(
    name: &str,
    file: &str,
    text: &str,
    budget: Option<Decimal>,
    decimal: Option<DecimalMark>,
) -> Result<Imported, Vec<Finding>> {
    let cost = table(TableId::Candidates).column("cost_1");
    let read = dialect::read(text, &|name| year_of(name).and(cost).or_else(|| column_of(name)), decimal);
    let findings = read.findings(file, Encoding::Utf8);
    if findings.iter().any(|it| it.level == Level::Error) {
        return Err(findings.into_iter().filter(|it| it.level == Level::Error).collect());
    }
    let mut sheet = Sheet::parse(TableId::Candidates, &read.text);
    let refused = |trouble| Err(vec![Finding::elsewhere(file, (0, 0), "", Level::Error, trouble)]);
    if let Some(trouble) = no_table(&sheet, file) {
        return refused(trouble);
    }
    if let Some(quote) = open_quote(&sheet) {
        return Err(vec![quote.finding(file, &sheet)]);
    }
    let known = |name: &str| table(TableId::Candidates).column(name).is_some() || guess(name).is_some();
    if !sheet.header.iter().any(|name| known(name) || year_of(name).is_some()) {
        let message = say!("import-no-column-file", file = file, sheet = sheet.header.join(", "));
        let remedy = say!("import-begin-file-header-such");
        return refused(Trouble::new("missing-column", message, remedy));
    }
    let wrong = headings::check(&sheet, file);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut report: Vec<String> = findings.iter().map(told).collect();
    report.extend(quotes(&sheet).iter().map(|quote| told(&quote.finding(file, &sheet))));
    let first_year = rename_columns(&mut sheet, &mut report);
    leave_out_totals(&mut sheet, &mut report);
    name_rows(&mut sheet, &mut report);
    let had_domain = sheet.column("domain").is_some();
    let domains = fill_domains(&mut sheet);
    if !had_domain {
        report.push(say!("import-no-column-tells"));
    }
    let last_year = first_year + horizon(&sheet) - 1;
    let ministries = vec![("joint".to_owned(), say!("import-joint"))];
    let mut workbook = blank(&Blank { title: name.to_owned(), first_year, last_year, ministries });
    let (candidates, areas) = (count(sheet.rows.len(), "candidate"), count(domains.len(), "domain"));
    report.push(say!("import-case-has-candidates", candidates = candidates, areas = areas));
    *workbook.sheet_mut(TableId::Candidates) = sheet;
    workbook.put_file("domains.csv", &domains_file(&domains));
    let mut budgets = "ministry,year,amount\n".to_owned();
    for year in first_year..=last_year {
        let amount = budget.filter(|_| year == first_year).unwrap_or_default();
        let _ = writeln!(budgets, "joint,{year},{amount}");
    }
    workbook.put_file("budgets.csv", &budgets);
    if budget.is_none() {
        report.push(say!("import-no-budget-known"));
    }
    report.push(say!("import-no-service-no"));
    Ok(Imported { workbook, report })
}

/// A warning about the table, for the report.
fn told(finding: &Finding) -> String {
    if finding.level == Level::Note {
        return format!("{}: {}", finding.file, finding.message);
    }
    format!("{}: {}: {} {}", word("warning"), finding.file_and_line(), finding.message, finding.remedy)
}

/// A number of things: `1 domain`, `2 domains`.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Gives columns the names of the schema where they can be guessed; gives the first year of the case.
fn rename_columns(sheet: &mut Sheet, report: &mut Vec<String>) -> i32 {
    let years: Vec<Option<i32>> = sheet.header.iter().map(|header| year_of(header)).collect();
    let first_year = years.iter().flatten().min().copied();
    let mut taken: HashSet<String> =
        sheet.header.iter().filter(|name| table(TableId::Candidates).column(name).is_some()).cloned().collect();
    for (at, year) in years.iter().enumerate() {
        let old = sheet.header[at].clone();
        let new = match (year, first_year) {
            (Some(year), Some(first)) => Some(format!("cost_{}", year - first + 1)),
            _ => guess(&old).filter(|_| table(TableId::Candidates).column(&old).is_none()).map(str::to_owned),
        };
        match new.filter(|new| !taken.contains(new)) {
            Some(new) => {
                report.push(say!("import-column-visible-read", written = visible(&old), meaning = new));
                sheet.write_header(|header| header.with_cell(at, &new));
                taken.insert(new);
            }
            None if table(TableId::Candidates).column(&old).is_some() => {}
            None => {
                let old = visible(&old);
                report.push(say!("import-column-old-kept", old = old));
            }
        }
    }
    if let Some(year) = first_year {
        report.push(say!("import-horizon-begins-year", year = year));
    }
    first_year.unwrap_or(QUICK_YEAR)
}

/// Takes out the rows that add up others: each would be one more candidate, that costs as much as all of them.
fn leave_out_totals(sheet: &mut Sheet, report: &mut Vec<String>) {
    let name = |row: &crate::model::Row| {
        row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).map(str::to_owned)
    };
    let totals: Vec<Option<String>> = sheet.rows.iter().map(|row| name(row).filter(|name| is_total(name))).collect();
    for (total, line) in totals.iter().zip(sheet.lines()) {
        report.extend(total.iter().map(|name| say!("import-total-left-out", line = line, name = visible(name))));
    }
    sheet.remove_rows(|row| totals.get(row).is_some_and(Option::is_some));
}

/// Gives every row an id of its own: that of its column, or one made of its name.
fn name_rows(sheet: &mut Sheet, report: &mut Vec<String>) {
    if sheet.column("candidate").is_none() {
        sheet.insert_column(0, "candidate");
        report.push(say!("import-no-column-holds"));
    }
    let at = sheet.column_or_new("candidate");
    let has_name = sheet.column("name").is_some();
    let mut taken = HashSet::new();
    let mut made = 0;
    for row in 0..sheet.rows.len() {
        let written = sheet.cell_at(row, at).to_owned();
        let from = if written.is_empty() { sheet.cell(row, "name").to_owned() } else { written.clone() };
        let plain = match to_id(&from) {
            _ if is_id(&from) => from.clone(),
            id if id.is_empty() => format!("candidate_{}", row + 1),
            id => id,
        };
        let mut id = plain.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{plain}_{number}");
            number += 1;
        }
        if id != written {
            made += 1;
            sheet.set(row, at, &id);
            if !has_name && !written.is_empty() {
                let name = sheet.column_or_new("name");
                sheet.set(row, name, &written);
            }
        }
    }
    if made > 0 {
        let rows = if made == 1 { say!("import-row-was") } else { say!("import-made-rows-were", made = made) };
        report.push(say!("import-rows-given-id", rows = rows));
    }
}

/// The years that the costs and starts of all candidates need.
fn horizon(sheet: &Sheet) -> i32 {
    let numbered = sheet.header.iter().filter_map(|name| name.strip_prefix("cost_")?.parse::<i32>().ok());
    numbered.max().unwrap_or(1).clamp(1, 100)
}
