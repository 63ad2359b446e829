//! What a list says beside its columns: the unit of its money, numbers that look odd, and the mapping that reads it again.

use super::columns::{By, ListColumn, find};
use super::grid::{Grid, GridRow};
use super::head::Head;
use super::money::{Money, MoneyUnit, said};
use super::numbers::{Numbers, kind_of};
use super::options::Options;
use super::role::{Role, When};
use super::told::shortened;
use super::view::View;
use crate::messages::word;
use crate::model::cell::Trouble;
use crate::model::number::{Evidence, evidence};
use crate::model::visible::visible;
use crate::say;
use crate::store::dialect;

/// Numbers with three decimals among whole ones, which may have been written by somebody with another mark for thousands.
pub(super) fn odd_decimals(told: &mut Vec<String>, view: &View<'_>, rows: &[GridRow], options: &Options) {
    let mut odd: Vec<(usize, &str)> = Vec::new();
    for row in rows {
        for column in &view.money {
            let (text, kind) = (row.cell(column.at), view.columns.get(column.at).and_then(|it| kind_of(&it.role)));
            let Some(amount) = view.numbers.amount(text).filter(|amount| amount.scale() > 0) else { continue };
            match kind.map(|kind| evidence(text, kind)) {
                Some(Evidence::Doubt { .. }) if amount.scale() == 3 => odd.push((row.line, text)),
                _ => return,
            }
        }
    }
    if let ([(line, text), ..], None) = (odd.as_slice(), options.decimal) {
        let shown = visible(text);
        told.push(format!(
            "{}: {}",
            word("warning"),
            say!("import-odd-decimals", count = odd.len(), text = shown, line = *line)
        ));
    }
}

/// In which money the amounts are: what the planner says, else the headings of costs, the titles above, any other heading.
pub(super) fn money_of(columns: &[ListColumn], above: &[GridRow], options: &Options, told: &mut Vec<String>) -> Money {
    let of_costs = || columns.iter().filter(|column| column.role.is_cost()).map(|column| (column.money, ""));
    let of_titles = || above.iter().flat_map(|row| row.filled().map(|(_, cell)| (said(cell), cell)));
    let of_others = || {
        let others = columns.iter().filter(|column| !column.role.is_cost() && column.is_numeric());
        others.map(|column| (column.money, column.heading.as_str()))
    };
    // Where columns are in several units, the smallest is that of the case, so that nothing is rounded.
    let of_column = of_costs().filter_map(|(money, _)| money.unit).min();
    let elsewhere = || of_titles().chain(of_others()).find(|(money, _)| money.unit.is_some());
    let currency = of_costs().chain(of_titles()).chain(of_others()).find_map(|(money, _)| money.currency);
    let unit = options.unit.or(of_column).or_else(|| {
        let (money, from) = elsewhere()?;
        told.push(say!("import-unit-from", from = shortened(from), unit = word(money.unit?.name())));
        money.unit
    });
    // An amount beside a currency and no unit is one of it.
    let unit = unit.or(of_costs().any(|(money, _)| money.currency.is_some()).then_some(MoneyUnit::One));
    if unit.is_none() {
        told.push(say!("import-no-unit"));
    }
    Money { unit, currency }
}

/// The mapping that reads the list just so again. Years that headings name by themselves are other ones next time.
pub(super) fn mapping(columns: &[ListColumn], options: &Options, numbers: Numbers) -> Options {
    let dated = |column: &ListColumn| matches!(column.role, Role::Cost(When::Year(_) | When::After(_), _));
    let mut mapping = Options { columns: Vec::new(), decimal: Some(numbers.mark), ..options.clone() };
    for column in columns.iter().filter(|column| !column.heading.is_empty() && column.filled > 0) {
        let by_planner =
            options.columns.iter().any(|(name, _)| find(std::slice::from_ref(&column.heading), name).is_some());
        if dated(column) && !(column.by == By::Planner && by_planner) {
            continue;
        }
        let before = mapping.columns.iter().filter(|(name, _)| name.split('#').next() == Some(&column.heading)).count();
        let name = if before == 0 { column.heading.clone() } else { format!("{}#{}", column.heading, before + 1) };
        mapping.columns.push((name, column.role.clone()));
    }
    mapping
}

/// How the numbers of the list are read, and the question that is left where nothing tells the mark of their decimals.
pub(super) fn numbers(
    grid: &Grid,
    head: &Head,
    rows: &[GridRow],
    columns: &[ListColumn],
    options: &Options,
) -> (Numbers, Option<Trouble>) {
    let kinds = columns.iter().map(|column| kind_of(&column.role)).collect();
    let cells = rows.iter().map(|row| row.cells.clone());
    let given = options.decimal.or(grid.decimal());
    let place = (grid.mark(), grid.rows[head.main].line);
    let (mark, question) = dialect::decimal_mark(cells, place, kinds, head.names.clone(), given);
    (Numbers { mark }, question)
}
