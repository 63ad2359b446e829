//! The values of a column: how often each occurs; where there are many different numbers, how many fall into each range.

use crate::model::order::InOrder as _;
use crate::say;
use std::collections::HashMap;

use litemap::LiteMap;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Grid, TableState};

/// The values of a column in the rows that are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Values {
    /// How many rows were looked at: the visible ones, or the marked ones among them.
    pub rows: usize,
    /// The sum, the mean and the median of its numbers; `None` if it has none.
    pub numbers: Option<(Decimal, Decimal, Decimal)>,
    /// The values, the most frequent first; numbers in their order.
    pub groups: Vec<Group>,
}

/// Rows with the same value, or with numbers in the same range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// The value; empty where the cell is.
    pub label: String,
    /// How many rows there are.
    pub rows: usize,
    /// The filter that shows them; `None` if filters cannot say it.
    pub filter: Option<String>,
}

/// This many different numbers are told one by one; where there are more, ranges are.
const FEW: usize = 24;

/// The values of the column under the cursor.
pub(crate) fn values(grid: &dyn Grid, state: &TableState) -> Values {
    let column = state.column;
    let rows = state.looked_at();
    let Some(spec) = grid.columns().get(column) else { return Values::default() };
    let numbers: Option<Vec<Decimal>> = spec.number.then(|| {
        let mut numbers: Vec<_> = rows.iter().filter_map(|&row| grid.number(row, column)).collect();
        numbers.order();
        numbers
    });
    let numbers = numbers.filter(|numbers| !numbers.is_empty());
    let mut groups = match &numbers {
        Some(numbers) => of_numbers(&spec.id, numbers),
        None => Vec::new(),
    };
    let is_counted = |row: usize| numbers.is_some() && grid.number(row, column).is_some();
    let mut texts: HashMap<String, (usize, usize)> = HashMap::new();
    for &row in rows.iter().filter(|&&row| !is_counted(row)) {
        texts.entry(grid.cell(row, column).into_owned()).or_insert((row, 0)).1 += 1;
    }
    let group = |(text, (row, rows)): (String, (usize, usize))| Group {
        filter: is(&spec.id, &text),
        label: grid.shown(row, column).into_owned(),
        rows,
    };
    let mut texts: Vec<Group> = texts.into_iter().map(group).collect();
    texts.order_by(|one, other| other.rows.cmp(&one.rows).then_with(|| one.label.cmp(&other.label)));
    groups.extend(texts);
    Values { rows: rows.len(), numbers: numbers.as_deref().and_then(described), groups }
}

/// Sum, mean and median of sorted numbers.
fn described(numbers: &[Decimal]) -> Option<(Decimal, Decimal, Decimal)> {
    let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))?;
    let mean = sum.checked_div(Decimal::from(numbers.len()))?;
    let (low, high) = (numbers.get((numbers.len() - 1) / 2)?, numbers.get(numbers.len() / 2)?);
    Some((sum, mean, low.checked_add(*high)?.checked_div(Decimal::TWO)?))
}

fn of_numbers(id: &str, sorted: &[Decimal]) -> Vec<Group> {
    let mut counts: LiteMap<Decimal, usize> = LiteMap::new();
    for number in sorted {
        *counts.entry(number.normalize()).or_default() += 1;
    }
    let ranged = if counts.len() > FEW { ranges(id, &counts) } else { None };
    ranged.unwrap_or_else(|| {
        let group = |(number, rows): (Decimal, usize)| {
            let label = number.to_string();
            Group { filter: is(id, &label), label, rows }
        };
        counts.into_iter().map(group).collect()
    })
}

/// About ten ranges of a round width, those without a number left out; `None` if the numbers are too far apart to say.
fn ranges(id: &str, counts: &LiteMap<Decimal, usize>) -> Option<Vec<Group>> {
    let (min, max) = (*counts.keys().next()?, *counts.keys().next_back()?);
    let width = round_up(max.checked_sub(min)?.checked_div(Decimal::TEN)?)?;
    let from = min.checked_div(width)?.floor().checked_mul(width)?;
    let mut ranges: LiteMap<u32, usize> = LiteMap::new();
    for (number, rows) in counts {
        let at = number.checked_sub(from)?.checked_div(width)?.floor().to_u32()?;
        *ranges.entry(at).or_default() += rows;
    }
    let group = |(at, rows): (u32, usize)| {
        let low = (from + width * Decimal::from(at)).normalize();
        let high = (low + width).normalize();
        let filter = is_plain(id).then(|| format!("{id}>={low} {id}<{high}"));
        Group { label: say!("values-low-below-high", low = low, high = high), rows, filter }
    };
    Some(ranges.into_iter().map(group).collect())
}

/// The next larger of 1, 2 and 5 times a power of ten.
fn round_up(number: Decimal) -> Option<Decimal> {
    let mut unit = Decimal::ONE;
    while unit > number {
        unit = unit.checked_div(Decimal::TEN).filter(|unit| !unit.is_zero())?;
    }
    while unit.checked_mul(Decimal::TEN)? <= number {
        unit *= Decimal::TEN;
    }
    [1, 2, 5, 10].into_iter().filter_map(|times| unit.checked_mul(Decimal::from(times))).find(|width| *width >= number)
}

/// The filter that shows the rows with this text in a column; `None` if filters cannot say it.
pub(crate) fn is(id: &str, text: &str) -> Option<String> {
    let sayable = is_plain(id) && !text.contains(['"', '|']);
    sayable.then(|| {
        let word = format!("{id}={text}");
        if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word }
    })
}

/// Whether filters can name a column so.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && !id.contains(['"', '=', '<', '>', '~', '!', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_round_and_hold_every_number() {
        let numbers: Vec<Decimal> = (0..97).map(|n| Decimal::new(n * 7 - 20, 1)).collect();
        let groups = of_numbers("cost", &numbers);
        assert_eq!(groups.iter().map(|group| group.rows).sum::<usize>(), 97);
        assert_eq!(groups[0].label, "-10 to below 0");
        assert_eq!(groups[1].filter.as_deref(), Some("cost>=0 cost<10"));
        assert!((5..=12).contains(&groups.len()), "{groups:?}");
        for (number, wide) in [("0.0003", "0.0005"), ("1", "1"), ("7.1", "10"), ("120", "200")] {
            assert_eq!(round_up(number.parse().unwrap()), Some(wide.parse().unwrap()));
        }
        assert_eq!(round_up(Decimal::ZERO), None);
        assert_eq!(of_numbers("cost", &[Decimal::MAX, Decimal::MIN]).len(), 2);
    }

    #[test]
    fn what_filters_cannot_say_has_no_filter() {
        assert_eq!(is("name", "a b").as_deref(), Some("\"name=a b\""));
        assert_eq!(is("name", "").as_deref(), Some("name="));
        assert_eq!(is("name", "5\" pipe"), None);
        assert_eq!(is("my column", "a"), None);
    }
}
