//! Columns weighed against each other: which of two that mean the same counts, and what is wrong where that is not certain.

use rust_decimal::Decimal;

use super::columns::{By, ListColumn, doubles};
use super::grid::GridRow;
use super::meaning::{EXACT, WEAK};
use super::numbers::Numbers;
use super::role::{Role, When};
use super::told::unused;
use crate::model::cell::Trouble;
use crate::model::heading::Columns;
use crate::model::schema::{Kind, TableId, table};
use crate::model::visible::visible;
use crate::say;

/// What is wrong with a column, by its place.
pub(super) type Wrong = (usize, Trouble);

/// Settles which columns count. Gives what is wrong, and puts what is worth knowing into `told`.
pub(super) fn settle(
    columns: &mut [ListColumn],
    rows: &[GridRow],
    numbers: Numbers,
    told: &mut Vec<String>,
) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    percent_of_ministries(columns, rows, numbers);
    for double in doubles(columns) {
        let [first, rest @ ..] = double.as_slice() else { continue };
        let (best, role) = (columns[*first].strength, columns[*first].role.clone());
        for at in rest {
            let sure = columns[*at].strength == best && (role.counts() || columns[*at].by == By::Planner);
            if sure {
                let why = say!("headings-would-both-read", target = role.label());
                wrong.push((columns[*at].at, double_trouble(&columns[*first], &columns[*at], &why)));
            } else {
                if role.counts() {
                    told.push(unused(&columns[*at]));
                }
                columns[*at].role = Role::Keep;
            }
        }
    }
    if wrong.is_empty() {
        wrong.extend(whole_costs(columns, rows, numbers, told));
    }
    wrong.extend(near_misses(columns));
    wrong
}

fn double_trouble(one: &ListColumn, other: &ListColumn, why: &str) -> Trouble {
    Trouble::new(
        "duplicate-column",
        say!(
            "headings-columns-visible-visible",
            first = visible(&one.heading),
            second = visible(&other.heading),
            why = why
        ),
        say!("headings-say-which", heading = visible(&other.heading)),
    )
}

/// Columns that are called by a ministry and nothing else hold shares where they add up to 100 in every row.
fn percent_of_ministries(columns: &mut [ListColumn], rows: &[GridRow], numbers: Numbers) {
    let bare = |it: &ListColumn| it.strength == WEAK && matches!(it.role, Role::Cost(When::Unsaid, Some(_)));
    let places: Vec<usize> = columns.iter().filter(|it| bare(it)).map(|it| it.at).collect();
    let percents = |row: &GridRow| places.iter().filter_map(|at| numbers.percent(row.cell(*at))).collect::<Vec<_>>();
    let mut filled = rows.iter().map(percents).filter(|percents| !percents.is_empty()).peekable();
    if places.len() < 2 || filled.peek().is_none() {
        return;
    }
    if filled.all(|percents| percents.into_iter().sum::<Decimal>() == Decimal::ONE_HUNDRED) {
        for column in columns.iter_mut().filter(|it| bare(it)) {
            if let Role::Cost(_, Some(ministry)) = &column.role {
                column.role = Role::Share(ministry.clone());
            }
        }
    }
}

/// Whether a column is a part of what a candidate costs: a year of it, or what one ministry pays.
fn is_part(role: &Role) -> bool {
    matches!(role, Role::Cost(When::Year(_) | When::After(_) | When::Nth(_), _) | Role::Cost(When::Unsaid, Some(_)))
}

/// Columns of whole costs beside those of their parts: they are the sum of these, or it is not known which of both counts.
fn whole_costs(columns: &mut [ListColumn], rows: &[GridRow], numbers: Numbers, told: &mut Vec<String>) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let dated =
        columns.iter().any(|it| matches!(it.role, Role::Cost(When::Year(_) | When::After(_) | When::Nth(_), _)));
    // What the ministries pay by the year is a part; what they pay in all is another cut of the same money.
    let parts: Vec<usize> = columns
        .iter()
        .filter(|it| is_part(&it.role) && (!dated || !matches!(it.role, Role::Cost(When::Unsaid, _))))
        .map(|it| it.at)
        .collect();
    let is_whole = |role: &Role| matches!(role, Role::Cost(When::Unsaid, None) | Role::Sum);
    let first = columns.iter().find(|column| parts.contains(&column.at)).cloned();
    for column in columns.iter_mut().filter(|column| is_whole(&column.role)) {
        let Some(first) = &first else {
            // A list with nothing but a total by way of costs.
            if column.role == Role::Sum && column.by != By::Planner {
                column.role = Role::Cost(When::Unsaid, None);
            }
            continue;
        };
        let differs: Vec<usize> =
            rows.iter().filter(|row| !adds_up(row, column.at, &parts, numbers)).map(|row| row.line).collect();
        if differs.is_empty() {
            column.role = Role::Sum;
        } else if column.role == Role::Sum {
            told.push(say!(
                "import-sum-differs",
                heading = visible(&column.heading),
                count = differs.len(),
                line = differs[0]
            ));
        } else if column.strength >= EXACT {
            let why = say!("headings-both-hold-costs");
            wrong.push((column.at, double_trouble(first, column, &why)));
        } else {
            told.push(unused(column));
            column.role = Role::Keep;
        }
    }
    // A second whole cost, now that a total became one.
    let mut whole = columns.iter().filter(|column| column.role == Role::Cost(When::Unsaid, None));
    if let (Some(one), Some(other)) = (whole.next(), whole.next())
        && wrong.is_empty()
    {
        let why = say!("headings-would-both-read", target = one.role.label());
        wrong.push((other.at, double_trouble(one, other, &why)));
    }
    wrong
}

/// Whether the amounts of a row add up to the one in a column, as far as there are any.
fn adds_up(row: &GridRow, whole: usize, parts: &[usize], numbers: Numbers) -> bool {
    let Some(sum) = numbers.amount(row.cell(whole)) else { return true };
    let parts: Vec<Decimal> = parts.iter().filter_map(|at| numbers.amount(row.cell(*at))).collect();
    parts.is_empty() || parts.into_iter().sum::<Decimal>() == sum
}

/// Columns that nobody recognised and that are nearly called like one that counts.
fn near_misses(columns: &[ListColumn]) -> Vec<Wrong> {
    let known = Columns::of_table(table(TableId::Candidates), std::iter::empty());
    let role_of = |column: &str| match column.strip_prefix("cost_") {
        Some(_) => Role::Cost(When::Unsaid, None),
        None => Role::parse(column).unwrap_or(Role::Keep),
    };
    let free = |column: &str| {
        let role = role_of(column);
        columns.iter().all(|it| it.role != role && !(role.is_cost() && it.role.is_cost()))
    };
    let mut wrong = Vec::new();
    for column in columns.iter().filter(|it| it.role == Role::Keep && it.by == By::Heading && it.strength == 0) {
        let Some(near) = known.meant(&column.heading, free) else { continue };
        let Some(meant) = table(TableId::Candidates).column(&near.column) else { continue };
        let counts = !matches!(meant.kind, Kind::Id | Kind::Text | Kind::Vocabulary(_) | Kind::Ref(_));
        if counts && (column.is_numeric() || !meant.kind.is_numeric()) && free(&near.column) {
            let role = role_of(&near.column).token();
            let heading = visible(&column.heading);
            let message = say!("headings-column-visible-nearly", written = heading, column = role);
            let remedy = say!("headings-give-name-if-means", heading = heading, column = role);
            wrong.push((column.at, Trouble::new("near-miss-column", message, remedy)));
        }
    }
    wrong
}
