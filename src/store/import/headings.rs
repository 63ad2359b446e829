//! Which columns of a table from elsewhere are certain, and which are not: what is guessed wrong would change the answer.

use crate::model::Sheet;
use crate::model::cell::Trouble;
use crate::model::finding::{Finding, Level};
use crate::model::heading::Columns;
use crate::model::locate::cell_in;
use crate::model::schema::{Kind, TableId, table};
use crate::model::visible::visible;
use crate::say;
use crate::store::elsewhere::{guess, year_of};

/// Columns of which it is not certain what they mean, and costs that are not there.
pub(super) fn check(sheet: &Sheet, file: &str) -> Vec<Finding> {
    let targets: Vec<Option<String>> = sheet.header.iter().map(|name| target(name)).collect();
    let mut wrong = unclear(sheet, &targets);
    if wrong.is_empty() {
        wrong.extend(costs(sheet, &targets));
    }
    let finding = |(at, trouble): (usize, Trouble)| {
        let (after, character) = cell_in(sheet.header_raw.as_deref().unwrap_or(""), at);
        let column = sheet.header.get(at).map_or("", String::as_str);
        Finding::elsewhere(file, (sheet.header_line() + after, character), column, Level::Error, trouble)
    };
    wrong.into_iter().map(finding).collect()
}

/// What a column of the table is read as; one of costs that is called by a year is that year.
fn target(name: &str) -> Option<String> {
    match year_of(name) {
        Some(year) => Some(year.to_string()),
        None if table(TableId::Candidates).column(name).is_some() => Some(name.to_owned()),
        None => guess(name).map(str::to_owned),
    }
}

/// Whether a column of a case is a figure or a state, so that reading the wrong one of two would change the answer.
fn counts(column: &str) -> bool {
    let kind = table(TableId::Candidates).column(column).map(|column| column.kind);
    !matches!(kind, Some(Kind::Id | Kind::Text | Kind::Vocabulary(_) | Kind::Ref(_)))
}

/// Columns that are nearly called like one that counts, and second columns for the same thing.
fn unclear(sheet: &Sheet, targets: &[Option<String>]) -> Vec<(usize, Trouble)> {
    let columns = Columns::of_table(table(TableId::Candidates), std::iter::empty());
    let free = |column: &str| targets.iter().flatten().all(|target| target != column);
    let mut wrong = Vec::new();
    for (at, (name, target)) in sheet.header.iter().zip(targets).enumerate() {
        let Some(target) = target else {
            if let Some(near) = columns.meant(name, free).filter(|near| counts(&near.column)) {
                let message = say!("headings-column-visible-nearly", written = visible(name), column = near.column);
                let remedy = say!("headings-give-name-if-means");
                wrong.push((at, Trouble::new("near-miss-column", message, remedy)));
            }
            continue;
        };
        let first = targets.iter().position(|other| other.as_ref() == Some(target)).filter(|first| *first < at);
        if let Some(other) = first.and_then(|first| sheet.header.get(first)).filter(|_| counts(target)) {
            wrong.push((at, double(other, name, &say!("headings-would-both-read", target = target))));
        }
    }
    wrong
}

fn double(one: &str, other: &str, why: &str) -> Trouble {
    Trouble::new(
        "duplicate-column",
        say!("headings-columns-visible-visible", first = visible(one), second = visible(other), why = why),
        say!("heading-delete-one-two"),
    )
}

/// A table without costs, or with costs by the calendar beside a cost that has no year.
fn costs(sheet: &Sheet, targets: &[Option<String>]) -> Option<(usize, Trouble)> {
    let plain = targets.iter().position(|target| target.as_deref().is_some_and(|it| it.starts_with("cost_")));
    let by_year = sheet.header.iter().position(|name| year_of(name).is_some());
    match (plain, by_year) {
        (Some(plain), Some(by_year)) => {
            let (one, other) = (sheet.header.get(by_year)?, sheet.header.get(plain)?);
            Some((plain, double(one, other, &say!("headings-both-hold-costs"))))
        }
        (None, None) => {
            let names: Vec<_> = sheet.header.iter().map(|name| visible(name)).collect();
            let message = say!("headings-no-column-called", names = names.join(", "));
            let remedy = say!("headings-call-column-costs-cost");
            Some((0, Trouble::new("missing-column", message, remedy)))
        }
        _ => None,
    }
}
