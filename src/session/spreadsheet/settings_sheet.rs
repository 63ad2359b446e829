//! The sheet with the settings of a case: a row for each, also for those that are left out.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::look::{SETTINGS, head};
use super::{cells, lists};
use crate::messages::word;
use crate::model::schema::{Kind, setting_by_key};
use crate::model::settings::Settings;
use crate::say;
use crate::session::settings::{changed, problem, rows, wanted};
use crate::store::xlsx::{XlsxCell, XlsxSheet};

/// The sheet.
pub(super) fn made(text: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(SETTINGS)?;
    let heads = [word("setting"), word("value"), say!("spreadsheet-left-out-means"), word("meaning")];
    for (at, (name, wide)) in (0..).zip(heads.into_iter().zip([34.0, 40.0, 20.0, 100.0])) {
        sheet.write_string_with_format(0, at, name, &head(at == 1))?;
        sheet.set_column_width(at, wide)?;
    }
    let (faint, wrapped) =
        (Format::new().set_font_color("#595959").set_align(FormatAlign::Top), Format::new().set_text_wrap());
    for (row, setting) in (1..).zip(rows(text)) {
        sheet.write_string_with_format(row, 0, &setting.key, &faint)?;
        cells::write(&mut sheet, (row, 1), &setting.value, kind(&setting.key))?;
        sheet.write_string_with_format(row, 2, setting.default, &faint)?;
        sheet.write_string_with_format(row, 3, &setting.help, &wrapped)?;
        // The carry-over also takes a word.
        if let Some(wanted) = wanted(&setting.key)
            && let Some(validation) = lists::alone(wanted.kind, &setting.help)?
        {
            sheet.add_data_validation(row, 1, row, 1, &validation)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(sheet)
}

fn kind(key: &str) -> Option<Kind> {
    setting_by_key(key).map(|setting| setting.kind)
}

/// The text of `case.toml` with what the sheet says otherwise; what cannot be taken over is told.
/// So is each cell from which nothing can be taken, in `odd`.
pub(super) fn taken(sheet: &XlsxSheet, text: &str, (said, odd): (&mut Vec<String>, &mut Vec<String>)) -> String {
    let (known, mut new) = (rows(text), text.to_owned());
    let syntax = Settings::parse(text).is_ok();
    for (number, row) in sheet.rows.range(1..) {
        let (key, value) = (row.get(&0).map(XlsxCell::text).unwrap_or_default(), row.get(&1));
        let key = key.trim();
        let typed = value.map(|value| cells::typed(value, kind(key))).unwrap_or_default();
        let Some(setting) = known.iter().find(|it| it.key == key) else {
            if !typed.is_empty() && syntax {
                said.push(say!("spreadsheet-unknown-setting", key = key));
            }
            continue;
        };
        if let Some(what) = cells::odd(&setting.value, value) {
            let cell = cells::called(*number, 1);
            odd.push(say!("spreadsheet-odd", table = SETTINGS, cell = cell, what = what));
            continue;
        }
        if cells::is_same(&setting.value, value, kind(key)) {
            continue;
        }
        match problem(key, &typed).map_or_else(|| changed(&new, key, &typed), Err) {
            Ok(changed) => new = changed,
            Err(why) => said.push(say!("spreadsheet-setting-stays", key = key, why = why)),
        }
    }
    new
}
