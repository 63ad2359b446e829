//! What a chart shows, without how it is drawn.

use rust_decimal::Decimal;

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its heading.
    pub title: String,
    /// What the horizontal axis shows, with its unit.
    pub across: String,
    /// What the vertical axis shows, with its unit.
    pub up: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// What is drawn, in this order.
    pub series: Vec<Series>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// A stair from point to point.
    Steps,
    /// Points alone.
    Points,
    /// A line through the points of each series, from 0 up; whole numbers across, such as years.
    Lines,
    /// A horizontal bar for each point, with its label.
    Bars,
    /// A horizontal bar for each point of the first series, with its label, that goes on to the same point of the second one, from
    /// 0 up. A third series sets a mark in each. Behind a bar stands the label of its point in the second series, or else both values.
    Spans,
    /// A cell for each point: a column for each series, a row for each label, the darker the higher `across` is. A cell whose
    /// `up` is not 0 is empty: there is no value.
    Heat,
}

/// Points that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// `(across, up, label)`; a bar's length is `across`.
    pub points: Vec<(Decimal, Decimal, String)>,
}

impl Chart {
    /// A horizontal bar for each value, with its label.
    pub fn bars(
        title: impl Into<String>,
        across: impl Into<String>,
        name: impl Into<String>,
        values: impl IntoIterator<Item = (Decimal, String)>,
    ) -> Self {
        let points = values.into_iter().map(|(length, label)| (length, Decimal::ZERO, label)).collect();
        Self {
            title: title.into(),
            across: across.into(),
            up: String::new(),
            kind: ChartKind::Bars,
            series: vec![Series { name: name.into(), points }],
        }
    }
}
