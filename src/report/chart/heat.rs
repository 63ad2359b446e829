//! Heat maps as SVG: a cell for each value, the darker the higher, with the value in it.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::data::Chart;
use super::page::{BAR, TOP, WIDTH, shortened, text, to_float, xml};
use crate::report::number::short;

/// Room for names that rise.
const RISE: f64 = 150.0;
/// Room for the names of the rows.
const NAMES: f64 = 210.0;
/// The colour of the highest value; the lowest is white (vermilion of Okabe and Ito).
const DARK: (f64, f64, f64) = (213.0, 94.0, 0.0);

/// The map and its height.
pub(super) fn drawn(chart: &Chart) -> (String, f64) {
    let mut rows: Vec<&str> = Vec::new();
    for (_, _, label) in chart.series.iter().flat_map(|series| &series.points) {
        if !rows.contains(&label.as_str()) {
            rows.push(label);
        }
    }
    let known = chart.series.iter().flat_map(|series| &series.points).filter(|(_, empty, _)| empty.is_zero());
    let highest = known.map(|point| point.0).max().filter(|highest| *highest > Decimal::ZERO).unwrap_or(Decimal::ONE);
    let width = (WIDTH - NAMES - 10.0) / to_float(chart.series.len().max(1));
    let mut body = String::new();
    // Where columns are narrow their names rise above them.
    let rises = chart.series.iter().any(|series| 6.5 * to_float(series.name.chars().take(24).count()) > width);
    let top = if rises { TOP + RISE } else { TOP };
    for (at, series) in chart.series.iter().enumerate() {
        let x = NAMES + width * to_float(at);
        let (middle, name) = (x + width / 2.0, shortened(&series.name, 24));
        if rises {
            let y = top + 4.0;
            let _ = write!(
                body,
                "<text x=\"{middle:.1}\" y=\"{y:.1}\" transform=\"rotate(-90 {middle:.1} {y:.1})\">{}</text>",
                xml(&name)
            );
        } else {
            body.push_str(&text((middle, top), "middle", &name));
        }
        for (value, empty, label) in &series.points {
            let row = rows.iter().position(|row| row == label).unwrap_or(0);
            let y = top + 8.0 + BAR * to_float(row);
            let value = empty.is_zero().then_some(*value);
            body.push_str(&cell((x, y), width, value, highest, &format!("{label}, {}", series.name)));
        }
    }
    for (at, row) in rows.iter().enumerate() {
        let y = top + 8.0 + BAR * to_float(at) + 13.0;
        body.push_str(&text((NAMES - 6.0, y), "end", &shortened(row, 28)));
    }
    let bottom = top + 8.0 + BAR * to_float(rows.len());
    body.push_str(&text((WIDTH / 2.0, bottom + 18.0), "middle", &chart.across));
    (body, bottom + 30.0)
}

fn cell((x, y): (f64, f64), width: f64, value: Option<Decimal>, highest: Decimal, name: &str) -> String {
    let part = value.and_then(|value| value.checked_div(highest)).and_then(|part| part.to_f64());
    let part = part.map(|part| part.clamp(0.0, 1.0));
    let mix = |dark: f64| 255.0 + (dark - 255.0) * part.unwrap_or(0.0);
    let colour = match part {
        Some(_) => format!("rgb({:.0},{:.0},{:.0})", mix(DARK.0), mix(DARK.1), mix(DARK.2)),
        None => "#eeeeee".to_owned(),
    };
    let shown = value.map_or_else(|| "–".to_owned(), |value| short(value, 3));
    format!(
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{colour}\" stroke=\"#dddddd\"><title>{}: \
         {shown}</title></rect>{}",
        width - 2.0,
        BAR - 2.0,
        xml(name),
        text((x + width / 2.0, y + 12.0), "middle", &shown),
    )
}
