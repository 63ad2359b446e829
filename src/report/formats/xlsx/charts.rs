//! A chart on a sheet: its figures as a table, and beside them the chart that the spreadsheet draws of it.
//!
//! Titles and names are cells that the chart refers to: a text of a case in them can be no reference of its own.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart as Drawn, ChartDataLabel, ChartLegendPosition, ChartMarker, ChartMarkerType, ChartType,
    ConditionalFormat2ColorScale, Format, Worksheet, XlsxError,
};

use super::looks;
use crate::messages::word;
use crate::report::chart::{COLOURS, Chart, ChartKind, Series};
use crate::report::number::Figure;
use crate::report::safe::line;

/// Where the head of the figures stands: the title is above it.
const HEAD: u32 = 2;
/// So many points of a series have their names beside them at most.
const MOST_NAMES: usize = 12;

/// Writes a chart on the sheet of this name.
pub(super) fn write(sheet: &mut Worksheet, chart: &Chart, name: &str) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let mut page = Page { sheet, name, width: 1 };
    page.text(0, 0, &chart.title, &looks::Line::Heading.look())?;
    let drawn = match chart.kind {
        ChartKind::Heat => return page.heat(chart),
        ChartKind::Bars => page.bars(chart)?,
        ChartKind::Spans => page.spans(chart)?,
        ChartKind::Lines => page.lines(chart)?,
        ChartKind::Points | ChartKind::Steps => page.points(chart)?,
    };
    page.draw(drawn, chart)
}

/// A sheet with its name, and how many columns of it are taken.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    name: &'a str,
    width: u16,
}

/// A range of cells as charts name it: from row and column to row and column.
type Cells<'a> = (&'a str, u32, u16, u32, u16);

impl<'a> Page<'a> {
    fn text(&mut self, row: u32, at: u16, text: &str, look: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(row, at, looks::cut(&line(text)), look)?;
        Ok(())
    }

    fn number(&mut self, row: u32, at: u16, figure: Decimal) -> Result<(), XlsxError> {
        let number = Figure(figure).exact().parse::<f64>().unwrap_or_default();
        // Whole numbers may be years, whose thousands never stand apart.
        let pattern = if figure.fract().is_zero() { "0" } else { "0.00" };
        self.sheet.write_number_with_format(row, at, number, &Format::new().set_num_format(pattern))?;
        Ok(())
    }

    /// The head of a column.
    fn head(&mut self, at: u16, text: &str) -> Result<(), XlsxError> {
        self.width = self.width.max(at + 1);
        self.text(HEAD, at, text, &looks::head())
    }

    /// The rows below a head.
    fn cells(&self, at: u16, rows: u32) -> Cells<'a> {
        (self.name, HEAD + 1, at, HEAD + rows.max(1), at)
    }

    fn one(&self, row: u32, at: u16) -> Cells<'a> {
        (self.name, row, at, row, at)
    }

    /// A row for each value across, a column for each series.
    fn lines(&mut self, chart: &Chart) -> Result<Drawn, XlsxError> {
        let across: BTreeSet<Decimal> = chart.series.iter().flat_map(|it| &it.points).map(|point| point.0).collect();
        let mut drawn = Drawn::new(ChartType::Line);
        self.head(0, &chart.across)?;
        for (row, value) in (HEAD + 1..).zip(&across) {
            self.number(row, 0, *value)?;
        }
        for (at, series) in (1..).zip(&chart.series) {
            self.head(at, &series.name)?;
            for (row, value) in (HEAD + 1..).zip(&across) {
                let point = series.points.iter().find(|point| point.0 == *value);
                point.map(|point| self.number(row, at, point.1)).transpose()?;
            }
            let rows = count(across.len());
            let line = drawn.add_series();
            line.set_categories(self.cells(0, rows)).set_values(self.cells(at, rows)).set_name(self.one(HEAD, at));
            line.set_format(rust_xlsxwriter::ChartLine::new().set_color(colour(at - 1)).set_width(2));
        }
        Ok(drawn)
    }

    /// A row for each bar.
    fn bars(&mut self, chart: &Chart) -> Result<Drawn, XlsxError> {
        let mut drawn = Drawn::new(ChartType::BarStacked);
        let all: usize = chart.series.iter().map(|series| series.points.len()).sum();
        self.head(0, &word("name"))?;
        let mut row = HEAD + 1;
        for (at, series) in (1..).zip(&chart.series) {
            self.head(at, if series.name.is_empty() { &chart.across } else { &series.name })?;
            for (length, _, label) in &series.points {
                self.text(row, 0, label, &Format::new())?;
                self.number(row, at, *length)?;
                row += 1;
            }
            let bars = drawn.add_series();
            let rows = count(all);
            bars.set_categories(self.cells(0, rows)).set_values(self.cells(at, rows)).set_name(self.one(HEAD, at));
            bars.set_format(rust_xlsxwriter::ChartSolidFill::new().set_color(colour(at - 1)));
        }
        drawn.x_axis().set_reverse();
        Ok(drawn)
    }

    /// A row for each name, a column for each series.
    fn spans(&mut self, chart: &Chart) -> Result<Drawn, XlsxError> {
        let mut drawn = Drawn::new(ChartType::Bar);
        let names = chart.series.first().map_or(&[][..], |series| &series.points);
        self.head(0, &word("name"))?;
        for (row, (_, _, name)) in (HEAD + 1..).zip(names) {
            self.text(row, 0, name, &Format::new())?;
        }
        for (at, series) in (1..).zip(&chart.series) {
            self.head(at, &series.name)?;
            for (row, (value, ..)) in (HEAD + 1..).zip(&series.points) {
                self.number(row, at, *value)?;
            }
            let rows = count(names.len());
            let bars = drawn.add_series();
            bars.set_categories(self.cells(0, rows)).set_values(self.cells(at, rows)).set_name(self.one(HEAD, at));
            bars.set_format(rust_xlsxwriter::ChartSolidFill::new().set_color(colour(at - 1)));
        }
        drawn.x_axis().set_reverse();
        Ok(drawn)
    }

    /// Three columns for each series: across, up, and what a point is called.
    fn points(&mut self, chart: &Chart) -> Result<Drawn, XlsxError> {
        let steps = chart.kind == ChartKind::Steps;
        let mut drawn = Drawn::new(if steps { ChartType::ScatterStraight } else { ChartType::Scatter });
        for (number, series) in (0..).zip(&chart.series) {
            let at = 3 * number;
            self.head(at, &chart.across)?;
            self.head(at + 1, &series.name)?;
            self.head(at + 2, &word("name"))?;
            let points = if steps { stair(series) } else { series.points.clone() };
            for (row, (across, up, label)) in (HEAD + 1..).zip(&points) {
                self.number(row, at, *across)?;
                self.number(row, at + 1, *up)?;
                self.text(row, at + 2, label, &Format::new())?;
            }
            let rows = count(points.len());
            let named = points.iter().any(|point| !point.2.is_empty()) && series.points.len() <= MOST_NAMES;
            let label = |(row, point): (u32, &(Decimal, Decimal, String))| {
                let mut label = ChartDataLabel::new();
                let named = !point.2.is_empty();
                if named { label.set_value(self.one(row, at + 2)).to_custom() } else { label.set_hidden().to_custom() }
            };
            let labels: Vec<ChartDataLabel> = (HEAD + 1..).zip(&points).map(label).collect();
            let drawn = drawn.add_series();
            drawn
                .set_categories(self.cells(at, rows))
                .set_values(self.cells(at + 1, rows))
                .set_name(self.one(HEAD, at + 1));
            let shape = if steps { ChartMarkerType::Square } else { ChartMarkerType::Circle };
            drawn.set_marker(ChartMarker::new().set_type(shape).set_size(5));
            if named {
                drawn.set_custom_data_labels(&labels);
            }
        }
        Ok(drawn)
    }

    /// A column for each series, a row for each label; the higher a value, the darker its cell.
    fn heat(&mut self, chart: &Chart) -> Result<(), XlsxError> {
        let mut rows: Vec<&str> = Vec::new();
        self.text(HEAD - 1, 0, &chart.across, &looks::Line::Subheading.look())?;
        for (at, series) in (1..).zip(&chart.series) {
            self.head(at, &series.name)?;
            for (value, empty, label) in &series.points {
                let row = rows.iter().position(|row| row == label).unwrap_or_else(|| {
                    rows.push(label);
                    rows.len() - 1
                });
                if empty.is_zero() {
                    self.number(HEAD + 1 + count(row), at, *value)?;
                }
            }
        }
        for (row, label) in (HEAD + 1..).zip(&rows) {
            self.text(row, 0, label, &Format::new())?;
        }
        self.sheet.set_column_width(0, 40)?;
        self.sheet.set_freeze_panes(HEAD + 1, 1)?;
        let scale = ConditionalFormat2ColorScale::new().set_minimum_color("#FFFFFF").set_maximum_color("#D55E00");
        let last = (HEAD + count(rows.len()).max(1), count_of_columns(chart));
        self.sheet.add_conditional_format(HEAD + 1, 1, last.0, last.1, &scale)?;
        Ok(())
    }

    fn draw(&mut self, mut drawn: Drawn, chart: &Chart) -> Result<(), XlsxError> {
        drawn.title().set_name(self.one(0, 0));
        // What runs across and up stands in cells of its own below the title.
        let bars = lies(chart);
        let (across, up) = if bars { ("", chart.across.as_str()) } else { (chart.across.as_str(), chart.up.as_str()) };
        let look = looks::Line::In(crate::report::Role::Faint).look();
        for (at, text) in [(0, across), (1, up)] {
            if !text.is_empty() {
                self.text(1, at, text, &look)?;
                let axis = if at == 0 { drawn.x_axis() } else { drawn.y_axis() };
                axis.set_name(self.one(1, at));
            }
        }
        let bars = chart.series.iter().map(|it| it.points.len()).sum::<usize>();
        let height = if lies(chart) { 140 + 22 * count(bars.min(200)) } else { 420 };
        drawn.set_width(820).set_height(height).set_alt_text(line(&chart.title));
        if chart.series.len() > 1 {
            drawn.legend().set_position(ChartLegendPosition::Bottom);
        } else {
            drawn.legend().set_hidden();
        }
        self.sheet.set_column_width(0, if lies(chart) { 40 } else { 16 })?;
        self.sheet.insert_chart(HEAD, self.width + 1, &drawn)?;
        self.sheet.set_freeze_panes(HEAD + 1, 0)?;
        Ok(())
    }
}

/// Whether its bars lie, each behind its name.
fn lies(chart: &Chart) -> bool {
    matches!(chart.kind, ChartKind::Bars | ChartKind::Spans)
}

/// The corners of a stair through points: it goes on at its height until the next one.
fn stair(series: &Series) -> Vec<(Decimal, Decimal, String)> {
    let mut corners: Vec<(Decimal, Decimal, String)> = Vec::new();
    for point in &series.points {
        if let Some(before) = corners.last() {
            corners.push((point.0, before.1, String::new()));
        }
        corners.push(point.clone());
    }
    corners
}

fn colour(series: u16) -> &'static str {
    COLOURS[usize::from(series) % COLOURS.len()]
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn count_of_columns(chart: &Chart) -> u16 {
    u16::try_from(chart.series.len()).unwrap_or(u16::MAX).max(1)
}
