//! Adding to a number and multiplying it, as text.

use crate::say;
use rust_decimal::Decimal;

use crate::model::case::Amount;
use crate::model::cell::{self, MOST_DECIMALS};
use crate::model::change::Operation;
use crate::model::schema::{Kind, Unit};

/// The text that an operation makes of a text; `what` names the cell in errors.
pub(super) fn changed(operation: &Operation, kind: Kind, unit: Unit, text: &str, what: &str) -> Result<String, String> {
    let new = match operation {
        Operation::Set(value) => value.clone(),
        Operation::Add(_) | Operation::Multiply(_) => computed(operation, kind, text, what)?,
    };
    match cell::check(kind, unit, &new) {
        Ok(()) => Ok(new),
        Err(trouble) => Err(say!("number-what-cannot-become", cell = what, new = new, trouble = trouble)),
    }
}

fn computed(operation: &Operation, kind: Kind, text: &str, what: &str) -> Result<String, String> {
    if !kind.is_numeric() {
        return Err(say!("number-what-not-number", cell = what));
    }
    if kind == Kind::Share && (text.is_empty() || text.contains('-') || text.contains("..")) {
        return Err(say!("number-what-range-shares", cell = what));
    }
    if text.is_empty() {
        return Err(say!("number-what-has-no", cell = what));
    }
    let (number, percent) = match kind {
        Kind::Amount => match cell::amount(text) {
            Ok(Amount::Money(number)) => (Ok(number), ""),
            Ok(Amount::Percent(number)) => (Ok(number), "%"),
            Err(trouble) => (Err(trouble), ""),
        },
        _ => (cell::decimal(text), ""),
    };
    let number = number.map_err(|trouble| say!("number-what-cannot-changed", cell = what, trouble = trouble))?;
    let result = match operation {
        Operation::Add(sum) => number.checked_add(*sum),
        Operation::Multiply(factor) => number.checked_mul(*factor),
        Operation::Set(_) => None,
    };
    let result = result.ok_or_else(|| say!("number-what-would-become", cell = what))?;
    Ok(format!("{}{percent}", plain(result)))
}

/// A number without needless zeros, with no more digits than a cell may have.
fn plain(number: Decimal) -> String {
    number.round_dp(MOST_DECIMALS).normalize().to_string()
}
