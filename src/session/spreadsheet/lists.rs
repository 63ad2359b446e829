//! What a spreadsheet offers and refuses where something is typed: lists of ids and words, and bounds of numbers.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Worksheet, XlsxError};

use crate::model::schema::{Kind, TABLES, table};
use crate::model::settings::Settings;
use crate::model::{Sheet, Workbook};

/// The name of the hidden sheet with lists.
const NAME: &str = "lists";
/// Below the last row of a table so many more are offered the same lists.
pub(super) const MORE_ROWS: u32 = 1_000;

/// The lists of a case.
pub(super) struct Lists {
    /// Each list with what it is of.
    all: Vec<(Kind, Vec<String>)>,
    /// Where the ids of each table stand: column and last row, in its own sheet.
    ids: Vec<(u16, u32)>,
    /// The ids of the ministries.
    pub(super) ministries: Vec<String>,
}

impl Lists {
    /// The lists of a case.
    pub(super) fn of(book: &Workbook) -> Self {
        let settings = Settings::parse(&book.settings).unwrap_or_default();
        let groups = |kind| settings.groups(kind).map(|group| group.label.clone()).collect::<Vec<_>>();
        let (ministries, rungs) = (groups("ministry"), groups("rung"));
        let mut all = vec![(Kind::Ministry, ministries.clone()), (Kind::Rung, rungs)];
        for schema in TABLES {
            for column in schema.columns {
                let Kind::Vocabulary(words) = column.kind else { continue };
                let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
                let sheet = book.sheet(schema.id);
                for row in 0..sheet.rows.len() {
                    let word = sheet.cell(row, column.name.text());
                    if !word.is_empty() && !words.iter().any(|it| it == word) {
                        words.push(word.to_owned());
                    }
                }
                all.push((column.kind, words));
            }
        }
        Self { all, ids: TABLES.iter().map(|schema| ids(book.sheet(schema.id))).collect(), ministries }
    }

    /// The sheet with them.
    pub(super) fn sheet(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(NAME)?.set_hidden(true);
        for (at, (_, words)) in (0..).zip(&self.all) {
            for (row, word) in (0..).zip(words) {
                sheet.write_string(row, at, word)?;
            }
        }
        Ok(sheet)
    }

    /// The cells with what may stand in a column of this kind, and whether other words may too.
    fn place(&self, kind: Kind) -> Option<(String, DataValidationErrorStyle)> {
        if let Kind::Ref(id) = kind {
            let (at, last) = self.ids.get(id as usize)?;
            let column = column_number_to_name(*at);
            let cells = format!("{}!${column}$2:${column}${}", table(id).name, last + MORE_ROWS);
            return Some((cells, DataValidationErrorStyle::Warning));
        }
        let (at, (_, words)) = (0..).zip(&self.all).find(|(_, (of, words))| *of == kind && !words.is_empty())?;
        let column = column_number_to_name(at);
        let open = matches!(kind, Kind::Vocabulary(_));
        let style = if open { DataValidationErrorStyle::Information } else { DataValidationErrorStyle::Stop };
        Some((format!("{NAME}!${column}$1:${column}${}", words.len()), style))
    }

    /// What is offered and refused in a column of this kind; none where everything may be typed.
    pub(super) fn of_kind(&self, kind: Kind, help: &str) -> Result<Option<DataValidation>, XlsxError> {
        let validation = match kind {
            Kind::Ref(_) | Kind::Ministry | Kind::Rung | Kind::Vocabulary(_) => {
                let Some((cells, style)) = self.place(kind) else { return Ok(None) };
                DataValidation::new().allow_list_formula(Formula::new(format!("={cells}"))).set_error_style(style)
            }
            _ => return alone(kind, help),
        };
        said(validation, help).map(Some)
    }
}

/// The same where no list of the case is needed.
pub(super) fn alone(kind: Kind, help: &str) -> Result<Option<DataValidation>, XlsxError> {
    let bound = |bound: i64| i32::try_from(bound).map_or(f64::MAX, f64::from);
    let whole = |bound: i64| i32::try_from(bound).unwrap_or(i32::MAX);
    let new = DataValidation::new();
    let validation = match kind {
        Kind::Choice(words) => new.allow_list_strings(words)?,
        Kind::Number { min: Some(min), max: Some(max) } => {
            new.allow_decimal_number(DataValidationRule::Between(bound(min), bound(max)))
        }
        Kind::Number { min: Some(min), max: None } => {
            new.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(bound(min)))
        }
        Kind::Whole { min, max } => new.allow_whole_number(DataValidationRule::Between(whole(min), whole(max))),
        Kind::Year => new.allow_whole_number(DataValidationRule::Between(1000, 9999)),
        _ => return Ok(None),
    };
    said(validation, help).map(Some)
}

/// With what is said where something else is typed.
fn said(validation: DataValidation, help: &str) -> Result<DataValidation, XlsxError> {
    validation.set_error_message(help.chars().take(255).collect::<String>())
}

/// Where the ids of a table stand.
fn ids(sheet: &Sheet) -> (u16, u32) {
    let key = sheet.schema().key.first().copied().unwrap_or_default();
    let at = sheet.column(key).and_then(|at| u16::try_from(at).ok()).unwrap_or(0);
    (at, u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(1))
}
