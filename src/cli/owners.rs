//! `import FILE.json`: who owns whom, by the Beneficial Ownership Data Standard, into the holders and owners of a case.

use super::case_workbook::{change_case, warn};
use super::output::shell;
use super::prelude::*;
use crate::model::Workbook;
use crate::model::compile::compile;
use crate::model::schema::TableId;
use crate::model::workbook::SETTINGS_FILE;
use crate::store;
use crate::store::blank::{Blank, blank};
use crate::store::bods::{Ownership, put_row, read};

/// Adds what a file says to the case in a folder, or makes a new one of it.
/// With `dry` nothing is written.
pub(super) fn import(
    (file, folder): (&Path, &Path),
    service: Option<&str>,
    home: Option<&str>,
    dry: bool,
) -> Result<Code, Failure> {
    let bytes = store::read_named(file)?;
    let text = String::from_utf8_lossy(&bytes);
    let found = read(text.trim_start_matches('\u{feff}'))
        .map_err(|why| Failure::failed(say!("store-no-table", file = file.display(), why = why)))?;
    found.notes.iter().for_each(|note| message(note));
    if found.served().is_empty() {
        return Err(Failure::failed(say!("bods-nothing-served", file = file.display())));
    }
    if folder.join(SETTINGS_FILE).exists() {
        add(&found, folder, service, (home, dry))
    } else {
        create(&found, (file, folder), service, (home, dry))
    }
}

/// A new case, with a service for each company that the others stand behind.
fn create(
    found: &Ownership,
    (file, folder): (&Path, &Path),
    service: Option<&str>,
    (home, dry): (Option<&str>, bool),
) -> Result<Code, Failure> {
    if service.is_some() {
        return Err(load::no_case(folder, store::StoreError::NoFolder(folder.to_owned())));
    }
    let title = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut book = blank(&Blank { title, ..Blank::default() });
    let domain = "services";
    // The one domain is all that each ministry weighs, so that the case can be computed.
    let name = say!("bods-domain");
    let header = book.sheet(TableId::Domains).header.clone();
    let weights = header.iter().filter(|column| column.starts_with("weight_")).map(|column| (column.as_str(), "1"));
    let row: Vec<(&str, &str)> = [("domain", domain), ("name", name.as_str())].into_iter().chain(weights).collect();
    put_row(&mut book, TableId::Domains, &row);
    let services: Vec<(&str, &str)> = found.served().iter().map(|(record, id, _)| (*record, *id)).collect();
    for (_, id, name) in found.served() {
        put_row(&mut book, TableId::Services, &[("service", id), ("domain", domain), ("name", name)]);
    }
    found.put(&mut book, &services, home);
    set_control(&mut book);
    if dry {
        message(&say!("import-nothing-written"));
        return Ok(Code::Done);
    }
    store::create(folder, &book)?;
    message(&say!("import-made-folder-edit", folder = folder.display(), typed = shell(folder)));
    warn(&book, folder);
    Ok(Code::Done)
}

/// Writes what the country holds of each service into its control.
fn set_control(book: &mut Workbook) {
    let case = compile(book).case;
    let sheet = book.sheet_mut(TableId::Services);
    let column = sheet.column_or_new("control");
    for service in case.service_ixs() {
        let held = case.holders.iter().filter(|it| it.service == service && it.home).map(|it| it.stake);
        let held: rust_decimal::Decimal = held.sum();
        sheet.set(case[service].row, column, &held.normalize().to_string());
    }
}

/// Adds the holders of one service, and who stands behind them.
fn add(
    found: &Ownership,
    folder: &Path,
    service: Option<&str>,
    (home, dry): (Option<&str>, bool),
) -> Result<Code, Failure> {
    let served = found.served();
    let names = || served.iter().map(|(.., name)| *name).collect::<Vec<_>>().join(", ");
    let [(record, ..)] = served.as_slice() else {
        return Err(Failure::failed(say!("bods-several", names = names())));
    };
    let Some(service) = service else {
        return Err(Failure::usage(say!("bods-which-service", name = names())));
    };
    change_case(folder, None, |case, _| {
        let services = case.sheet(TableId::Services);
        if services.row_of(service).is_none() {
            let known = (0..services.rows.len()).map(|row| services.cell(row, "service"));
            let remedy = crate::model::guess::suggest(service, known, "");
            return Err(Failure::failed(say!("bods-no-service", service = service, remedy = remedy)));
        }
        let mut book = case.clone();
        let left = found.put(&mut book, &[(record, service)], home);
        if left > 0 {
            message(&say!("bods-left", count = left));
        }
        if dry {
            message(&say!("import-nothing-written"));
        }
        Ok((!dry && book != *case).then_some(book))
    })?;
    Ok(Code::Done)
}
