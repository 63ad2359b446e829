//! Quick mode: one table of candidates with a cost and a gain, and a budget, as a whole case.

use rust_decimal::Decimal;

use crate::model::cell::to_id;
use crate::model::csv::encode;
use crate::model::finding::Finding;
use crate::model::schema::{TableId, table};
use crate::model::settings::quote;
use crate::model::{Row, Sheet, Workbook};

/// The one year that a case in quick mode has. It only names the year; nothing depends on it.
pub const QUICK_YEAR: i32 = 2027;

/// What the columns of the one table are called in `candidates.csv`.
const COLUMNS: [(&str, &str); 2] = [("cost", "cost_1"), ("gain", "points")];

/// A case made of one table with the columns `candidate`, `cost`, `gain` and perhaps `name`, `domain`, `status`.
///
/// It has one ministry `joint`, one year with this budget, no services, and the gain counts as points. The rows stay
/// where they are, so that findings name the right line; pass those through [`rename`] before they are shown.
pub fn quick(name: &str, text: &str, budget: Decimal) -> Workbook {
    let settings = format!(
        "format = 1\ntitle = {}\nfirst_year = {QUICK_YEAR}\nlast_year = {QUICK_YEAR}\n\n[[ministry]]\nid = \"joint\"\n",
        quote(name)
    );
    let mut workbook = Workbook::new(settings);
    name.clone_into(&mut workbook.name);
    let mut sheet = Sheet::parse(TableId::Candidates, text);
    for (from, to) in COLUMNS {
        rename_column(&mut sheet, from, to);
    }
    let domains = fill_domains(&mut sheet);
    *workbook.sheet_mut(TableId::Candidates) = sheet;
    workbook.put_file("domains.csv", &domains_file(&domains));
    workbook.put_file("services.csv", "service,domain\n");
    workbook.put_file("effects.csv", "candidate,service\n");
    workbook.put_file("budgets.csv", &format!("ministry,year,amount\njoint,{QUICK_YEAR},{budget}\n"));
    workbook
}

fn rename_column(sheet: &mut Sheet, from: &str, to: &str) {
    if let Some(at) = sheet.column(from).filter(|_| sheet.column(to).is_none()) {
        let header = Row { cells: sheet.header.clone(), raw: sheet.header_raw.clone() }.with_cell(at, to);
        sheet.header = header.cells;
        sheet.header_raw = header.raw;
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
    let mut domains: Vec<(String, String)> = Vec::new();
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
        if domains.iter().all(|(other, _)| *other != id) {
            domains.push((id, if name.is_empty() { "General".to_owned() } else { name }));
        }
    }
    domains
}

/// Puts the name of the one file, and of its columns, into findings about the case made of it.
pub fn rename(findings: &mut [Finding], file: &str) {
    for finding in findings {
        if finding.file == table(TableId::Candidates).file {
            file.clone_into(&mut finding.file);
        }
        for (column, inside) in COLUMNS {
            if finding.column == inside {
                column.clone_into(&mut finding.column);
            }
            for text in [&mut finding.message, &mut finding.remedy] {
                *text = text.replace(&format!("{inside} "), &format!("{column} "));
            }
        }
    }
}
