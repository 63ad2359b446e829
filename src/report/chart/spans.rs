//! Bars from what was to what is, with a mark for what is wanted: domains against their targets, services on the ladder.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::axis::Axis;
use super::data::Chart;
use super::page::{BAR, COLOURS, LEFT, TOP, WIDTH, shortened, text, to_float, xml};
use crate::report::number::short;

/// Room for the names at the left.
const NAMES: f64 = 190.0;
/// Room for what stands behind the bars.
const TEXTS: f64 = 120.0;
/// Room for the legend.
const LEGEND: f64 = 18.0;
/// The colour of what was before.
const BEFORE: &str = "#bbbbbb";
const MARK: &str = "#222222";

/// The bars and their height.
pub(super) fn drawn(chart: &Chart) -> (String, f64) {
    let [before, after, marks @ ..] = chart.series.as_slice() else { return (String::new(), TOP) };
    let all = chart.series.iter().flat_map(|series| &series.points).map(|point| point.0);
    let axis = Axis::over(all.chain([Decimal::ZERO]), LEFT + NAMES, WIDTH - TEXTS);
    let mut body = String::new();
    let names = [&before.name, &after.name].into_iter().chain(marks.iter().map(|series| &series.name));
    let mut x = LEFT + NAMES;
    for (name, colour) in names.zip([BEFORE, COLOURS[2], MARK]) {
        let _ = write!(body, "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"9\" height=\"9\" fill=\"{colour}\"/>", TOP - 8.0);
        body.push_str(&text((x + 13.0, TOP), "", name));
        x += 30.0 + 6.0 * to_float(name.chars().count());
    }
    for (at, (from, to)) in before.points.iter().zip(&after.points).enumerate() {
        let y = TOP + LEGEND + BAR * to_float(at);
        let (zero, was, is) = (axis.place(Decimal::ZERO), axis.place(from.0), axis.place(to.0));
        // What is lost is drawn over what was.
        let moved = if to.0 < from.0 { COLOURS[1] } else { COLOURS[2] };
        let both = format!("{} → {}", short(from.0, 2), short(to.0, 2));
        body.push_str(&text((LEFT + NAMES - 6.0, y + 12.0), "end", &shortened(&from.2, 36)));
        let _ = write!(body, "<g><title>{}: {}</title>", xml(&from.2), xml(&both));
        for (left, right, colour) in [(zero, was, BEFORE), (was.min(is), was.max(is), moved)] {
            let _ = write!(
                body,
                "<rect x=\"{left:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{colour}\"/>",
                y + 3.0,
                (right - left).max(0.5),
                BAR - 6.0,
            );
        }
        body.push_str("</g>");
        for point in marks.iter().filter_map(|series| series.points.get(at)) {
            let x = axis.place(point.0);
            let _ = write!(
                body,
                "<rect x=\"{:.1}\" y=\"{y:.1}\" width=\"2\" height=\"{BAR:.1}\" fill=\"{MARK}\"/>",
                x - 1.0
            );
        }
        let behind = if to.2.is_empty() { both } else { to.2.clone() };
        body.push_str(&text((WIDTH - TEXTS + 6.0, y + 12.0), "", &shortened(&behind, 20)));
    }
    let bottom = TOP + LEGEND + BAR * to_float(before.points.len());
    body.push_str(&text((f64::midpoint(LEFT + NAMES, WIDTH - TEXTS), bottom + 16.0), "middle", &chart.across));
    (body, bottom + 28.0)
}
