//! The numbers of a list, read by the mark of its decimals.

use rust_decimal::Decimal;

use super::role::Role;
use super::words::year_in;
use crate::model::DecimalMark;
use crate::model::cell::{LARGEST_MONEY, MOST_DECIMALS, check};
use crate::model::number::plain;
use crate::model::schema::{Column, TableId, table};

/// Reads the numbers of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    pub(super) mark: DecimalMark,
}

impl Numbers {
    /// An amount of money that a case can hold.
    pub(super) fn amount(self, text: &str) -> Option<Decimal> {
        let amount = Decimal::from_str_exact(&plain(text, column("cost_1")?, self.mark)?).ok()?;
        (amount.abs() <= Decimal::from(LARGEST_MONEY) && amount.normalize().scale() <= MOST_DECIMALS).then_some(amount)
    }

    /// The text of a cell as `candidates.csv` has it in this column; `None` if it cannot be one.
    pub(super) fn field(self, name: &str, text: &str) -> Option<String> {
        let column = column(name)?;
        let written = plain(text, column, self.mark).unwrap_or_else(|| text.to_owned());
        check(column.kind, column.unit, &written).is_ok().then_some(written)
    }

    /// A share of the bill in percent, which may be a fraction: `40`, `12,5 %`.
    pub(super) fn percent(self, text: &str) -> Option<Decimal> {
        let percent = Decimal::from_str_exact(&plain(text, column("cofinance")?, self.mark)?).ok()?;
        (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent).then_some(percent)
    }
}

/// A column of `candidates.csv`.
fn column(name: &str) -> Option<&'static Column> {
    table(TableId::Candidates).column(name)
}

/// Whether a text begins as an amount does, such as `1.2m` or `EUR 3k`, and is no year or date.
pub(super) fn begins_amount(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let bare = ["eur", "usd", "gbp", "chf"].into_iter().find_map(|currency| text.strip_prefix(currency));
    let bare = bare.unwrap_or(&text).trim_start_matches(|c: char| !c.is_alphanumeric());
    bare.starts_with(|c: char| c.is_ascii_digit()) && year_in(bare).is_none()
}

/// Whether a text is an amount under one of the marks.
pub(super) fn is_amount(text: &str) -> bool {
    [DecimalMark::Point, DecimalMark::Comma].into_iter().any(|mark| Numbers { mark }.amount(text).is_some())
        || text.strip_suffix('%').is_some_and(|text| Numbers { mark: DecimalMark::Point }.amount(text).is_some())
}

/// What the numbers of a column are, for finding out the mark of their decimals.
pub(super) fn kind_of(role: &Role) -> Option<&'static Column> {
    match role {
        Role::Cost(..) | Role::Sum => column("cost_1"),
        Role::Share(_) => column("cofinance"),
        Role::Field(name) => column(name).filter(|column| column.kind.is_numeric()),
        _ => None,
    }
}
