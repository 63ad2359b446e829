//! The figures of a chart as a table: for readers of plain text, and for those who cannot see the chart.

use crate::model::order::InOrder as _;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::{Column, Kind, Table, TableBuilder, Value};
use crate::messages::word;
use crate::report::chart::{Chart, ChartKind, Series};
use crate::report::number::INDEX;
use crate::say;

/// A curve is told by so many of its points at most; those with a name are always among them.
const MOST: usize = 24;

type Point = (Decimal, Decimal, String);
type Rows = Vec<Vec<Value>>;

impl Chart {
    /// Its figures; `None` where it has none.
    pub(in crate::report) fn figures(&self) -> Option<Table> {
        if self.series.iter().all(|series| series.points.is_empty()) {
            return None;
        }
        let figure = Kind::Figures(INDEX);
        let by_series = |first: (String, Kind)| {
            let all = self.series.iter().map(|series| (series.name.clone(), figure));
            std::iter::once(first).chain(all).collect::<Vec<_>>()
        };
        let name = || (word("name"), Kind::Words);
        let bar = || (String::new(), Kind::Words);
        let (heads, rows, note) = match self.kind {
            ChartKind::Lines => (by_series((self.across.clone(), Kind::Year)), self.years(), self.up.as_str()),
            ChartKind::Heat => (by_series(name()), self.cells(), self.across.as_str()),
            ChartKind::Spans => {
                let heads =
                    std::iter::once(name()).chain(self.series.iter().map(|series| (series.name.clone(), figure)));
                (heads.chain([bar()]).collect(), self.spans(), self.across.as_str())
            }
            ChartKind::Bars => (vec![name(), (self.across.clone(), figure), bar()], self.lengths(), self.up.as_str()),
            ChartKind::Steps | ChartKind::Points => {
                let heads = vec![(self.across.clone(), figure), (self.up.clone(), figure), bar(), name()];
                (heads, self.curve(), "")
            }
        };
        let add = |table: TableBuilder<Vec<Value>>, (at, (head, kind)): (usize, (String, Kind))| {
            table.column(Column::new(format!("column_{at}"), head, kind), |row| row.get(at).cloned())
        };
        // The unit of the figures, or what the rows are.
        let note = if note.is_empty() { String::new() } else { say!("chart-figures-of", what = note) };
        Some(Table::of("figures", &self.title, rows).each(heads.into_iter().enumerate(), add).note(note))
    }

    fn points(&self) -> impl Iterator<Item = (&Series, &Point)> {
        self.series.iter().flat_map(|series| series.points.iter().map(move |point| (series, point)))
    }

    /// A row for each place along the chart, a value for each series.
    fn table_of<K: PartialEq>(
        &self,
        place: impl Fn(&Point) -> K,
        value: impl Fn(&Point) -> Option<Decimal>,
        named: impl Fn(K) -> Value,
    ) -> Rows {
        let mut places: Vec<K> = Vec::new();
        for (_, point) in self.points() {
            let at = place(point);
            if !places.contains(&at) {
                places.push(at);
            }
        }
        let row = |key: K| {
            let of = |series: &Series| series.points.iter().find(|it| place(it) == key).and_then(&value).into();
            let values: Vec<Value> = self.series.iter().map(of).collect();
            std::iter::once(named(key)).chain(values).collect()
        };
        places.into_iter().map(row).collect()
    }

    fn years(&self) -> Rows {
        // The thousands of a year never stand apart.
        let year = |year: Decimal| Value::Year(year.to_i32().unwrap_or_default());
        self.table_of(|point| point.0, |point| Some(point.1), year)
    }

    fn cells(&self) -> Rows {
        self.table_of(|point| point.2.clone(), |point| point.1.is_zero().then_some(point.0), Value::Text)
    }

    /// A row for each bar: its name, its values, what stands behind it.
    fn spans(&self) -> Rows {
        let [first, second, ..] = self.series.as_slice() else { return Rows::new() };
        let row = |at: usize| {
            let value = |series: &Series| series.points.get(at).map(|point| point.0).into();
            let name = std::iter::once(Value::Text(first.points[at].2.clone()));
            let behind = second.points.get(at).map_or_else(String::new, |point| point.2.clone());
            name.chain(self.series.iter().map(value)).chain([Value::Text(behind)]).collect()
        };
        (0..first.points.len()).map(row).collect()
    }

    fn lengths(&self) -> Rows {
        let longest = self.points().map(|(_, point)| point.0).max().unwrap_or_default();
        let row =
            |(_, (length, _, label)): (&Series, &Point)| vec![label.into(), (*length).into(), part(*length, longest)];
        self.points().map(row).collect()
    }

    /// The points from left to right; of a long curve those with a name, and some of the others.
    fn curve(&self) -> Rows {
        let mut all: Vec<(&Series, &Point)> = self.points().collect();
        all.order_by_key(|(_, point)| point.0);
        let every = all.len().div_ceil(MOST).max(1);
        let last = all.len() - 1;
        let highest = all.iter().map(|(_, point)| point.1).max().unwrap_or_default();
        let several = self.series.iter().filter(|series| !series.points.is_empty()).count() > 1;
        let name = |series: &Series, label: &str| match label {
            "" if several => series.name.clone(),
            label => label.to_owned(),
        };
        let told = all
            .into_iter()
            .enumerate()
            .filter(|(at, (_, point))| !point.2.is_empty() || at % every == 0 || *at == last);
        told.map(|(_, (series, (across, up, label)))| {
            vec![(*across).into(), (*up).into(), part(*up, highest), name(series, label).into()]
        })
        .collect()
    }
}

/// A bar of this part of the longest; there is none of less than nothing.
fn part(length: Decimal, longest: Decimal) -> Value {
    let part = length.checked_div(longest).filter(|_| longest > Decimal::ZERO && length > Decimal::ZERO);
    Value::Bar(part.unwrap_or_default())
}
