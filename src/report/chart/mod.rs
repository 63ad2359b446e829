//! Charts as SVG: lines, steps, points, bars and heat maps, with axes, plain enough to be read in print.

mod axis;
mod data;
mod heat;
mod page;
mod spans;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use rust_decimal::Decimal;

use self::axis::{Axis, Ticks, axes, values};
use self::page::{BAR, BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, shortened, text, to_float, xml};
use super::number::short;

pub use self::data::{Chart, ChartKind, Series};
pub(super) use self::page::COLOURS;
pub(super) use self::page::xml as escaped;

impl Chart {
    /// The chart as an SVG element on one line, so that Markdown keeps it whole.
    pub fn svg(&self) -> String {
        if self.series.iter().all(|series| series.points.is_empty()) {
            return String::new();
        }
        let (body, height) = match self.kind {
            ChartKind::Bars => (self.drawn_bars(), self.bars_height()),
            ChartKind::Heat => heat::drawn(self),
            ChartKind::Spans => spans::drawn(self),
            _ => (self.plot(), HEIGHT),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" \
             height=\"{height:.0}\" role=\"img\" aria-label=\"{}\" font-family=\"sans-serif\" font-size=\"11\">\
             <rect width=\"100%\" height=\"100%\" fill=\"white\"/>{body}</svg>",
            xml(&self.title)
        )
    }

    fn plot(&self) -> String {
        let all = || self.series.iter().flat_map(|series| &series.points);
        let across = Axis::over(all().map(|point| point.0), LEFT, WIDTH - RIGHT);
        let lines = self.kind == ChartKind::Lines;
        let base = lines.then_some(Decimal::ZERO);
        let up = Axis::over(all().map(|point| point.1).chain(base), HEIGHT - BOTTOM, TOP);
        let mut body = axes(&across, &up, if lines { Ticks::Whole } else { Ticks::Any });
        body.push_str(&text((f64::midpoint(LEFT, WIDTH - RIGHT), HEIGHT - 12.0), "middle", &self.across));
        let middle = f64::midpoint(TOP, HEIGHT - BOTTOM);
        let _ = write!(
            body,
            "<text x=\"14\" y=\"{middle:.1}\" text-anchor=\"middle\" transform=\"rotate(-90 14 {middle:.1})\">{}</text>",
            xml(&self.up),
        );
        let mut labels = Labels::default();
        for (at, series) in self.series.iter().enumerate() {
            body.push_str(&self.drawn(series, COLOURS[at % COLOURS.len()], (&across, &up), &mut labels));
            let y = TOP + 12.0 + 14.0 * to_float(at);
            let _ = write!(
                body,
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"9\" height=\"9\" fill=\"{}\"/>{}",
                LEFT + 8.0,
                y - 8.0,
                COLOURS[at % COLOURS.len()],
                text((LEFT + 21.0, y), "", &series.name),
            );
        }
        body
    }

    fn drawn(&self, series: &Series, colour: &str, (across, up): (&Axis, &Axis), labels: &mut Labels) -> String {
        let places = || series.points.iter().map(|point| (across.place(point.0), up.place(point.1)));
        let mut body = String::new();
        if self.kind == ChartKind::Steps && series.points.len() > 1 {
            let step = |(at, (x, y)): (usize, (f64, f64))| match at {
                0 => format!("M{x:.1} {y:.1}"),
                _ => format!("H{x:.1}V{y:.1}"),
            };
            body.push_str(&path(&places().enumerate().map(step).collect::<String>(), colour));
        }
        if self.kind == ChartKind::Lines {
            let line: Vec<String> = places().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
            body.push_str(&path(&format!("M{}", line.join("L")), colour));
        }
        let has_room = series.points.iter().filter(|point| !point.2.is_empty()).count() <= 12;
        for (x, y, label) in &series.points {
            if self.kind == ChartKind::Steps && label.is_empty() {
                continue;
            }
            let point_at = (*x, *y);
            let (x, y) = (across.place(*x), up.place(*y));
            let _ = write!(
                body,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"><title>{}</title></circle>",
                xml(&if label.is_empty() { values(point_at) } else { label.clone() })
            );
            if !label.is_empty() && has_room {
                let anchor = if x > WIDTH * 0.7 { "end" } else { "start" };
                let wide = 6.0 * to_float(label.chars().count());
                let from = if anchor == "end" { x - 5.0 - wide } else { x + 5.0 };
                let _ = write!(
                    body,
                    "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\" font-size=\"10\">{}</text>",
                    if anchor == "end" { x - 5.0 } else { x + 5.0 },
                    labels.free((from, from + wide), y + 12.0),
                    xml(label)
                );
            }
        }
        body
    }

    fn bars_height(&self) -> f64 {
        let bars: usize = self.series.iter().map(|series| series.points.len()).sum();
        TOP + BAR * to_float(bars) + 34.0
    }

    fn drawn_bars(&self) -> String {
        let all = || self.series.iter().flat_map(|series| &series.points);
        let axis = Axis::over(all().map(|point| point.0).chain([Decimal::ZERO]), LEFT + NAMES, WIDTH - RIGHT - 45.0);
        let mut body = String::new();
        let mut y = TOP;
        for (at, series) in self.series.iter().enumerate() {
            for (length, _, label) in &series.points {
                let (from, to) = (axis.place(Decimal::ZERO), axis.place(*length));
                let _ = write!(
                    body,
                    "{}<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{}\"/>{}",
                    text((LEFT + NAMES - 6.0, y + 12.0), "end", &shortened(label, 34)),
                    from.min(to),
                    y + 3.0,
                    (to - from).abs().max(0.5),
                    BAR - 6.0,
                    COLOURS[at % COLOURS.len()],
                    text((from.max(to) + 4.0, y + 12.0), "", &short(*length, 3)),
                );
                y += BAR;
            }
        }
        body.push_str(&text((f64::midpoint(LEFT + NAMES, WIDTH - RIGHT), y + 22.0), "middle", &self.across));
        body
    }
}

/// A line that is drawn along this path.
fn path(along: &str, colour: &str) -> String {
    format!("<path d=\"{along}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>")
}

/// Room for the names of bars, beside what is left of the axis.
const NAMES: f64 = 190.0;

/// How high a line of labels is.
const LINE: f64 = 11.0;

/// Where labels stand already, so that none is written over another: `(from, to, y)`.
#[derive(Debug, Default)]
struct Labels(Vec<(f64, f64, f64)>);

impl Labels {
    /// The height nearest below `y` at which nothing else stands from `from` to `to`, which is taken then.
    fn free(&mut self, (from, to): (f64, f64), mut y: f64) -> f64 {
        let taken = |y: f64| self.0.iter().any(|other| from < other.1 && other.0 < to && (y - other.2).abs() < LINE);
        while taken(y) {
            y += 1.0;
        }
        self.0.push((from, to, y));
        y
    }
}
