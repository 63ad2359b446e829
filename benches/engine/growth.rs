//! How the engine's time grows: a table, and a chart as SVG.

use std::fmt::Write as _;
use std::path::Path;

use crate::made_up::Size;

use crate::Settings;
use crate::figure::Figures;
use crate::subjects::{SEEDS, Subject};

/// Where the chart stands, from the checkout.
const CHART: &str = "benches/figures/growth.svg";

/// What grows, and the sizes.
pub struct Axis {
    name: &'static str,
    points: Vec<(usize, Size)>,
}

/// What was measured along an axis: the size, and for each seed the seconds and whether it was proven.
type Line = Vec<(usize, Vec<(f64, bool)>)>;

const USUAL: Size = Size { candidates: 60, services: 10, years: 10, crowd: 0 };

fn axes() -> Vec<Axis> {
    let along = |name, sizes: [usize; 5], size: &dyn Fn(usize) -> Size| Axis {
        name,
        points: sizes.into_iter().map(|at| (at, size(at))).collect(),
    };
    vec![
        along("candidates", [20, 40, 60, 80, 100], &|candidates| Size { candidates, ..USUAL }),
        along("services", [3, 6, 10, 20, 30], &|services| Size { services, ..USUAL }),
        along("years", [4, 7, 10, 15, 20], &|years| Size { years: u8::try_from(years).unwrap(), ..USUAL }),
        along("candidates on one service", [6, 12, 20, 30, 40], &|crowd| Size { crowd, ..USUAL }),
    ]
}

/// Measures the growth and writes the chart; gives the part of the page.
pub fn section(settings: &Settings, figures: &mut Figures) -> String {
    let mut lines: Vec<(&'static str, Line)> = Vec::new();
    for axis in axes() {
        let mut line = Vec::new();
        for (at, size) in axis.points {
            let take = |&seed: &u64| {
                let figure = figures.take(settings, &Subject::sized(size, seed), "engine");
                (figure.number("processor").unwrap_or(settings.limit), figure.is("proven"))
            };
            line.push((at, SEEDS.iter().map(take).collect()));
        }
        lines.push((axis.name, line));
    }
    if !settings.print {
        write_chart(&chart(&lines));
    }
    table(&lines)
}

fn middle(seconds: &[(f64, bool)]) -> f64 {
    let mut all: Vec<f64> = seconds.iter().map(|it| it.0).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn table(lines: &[(&'static str, Line)]) -> String {
    let mut text = format!(
        "### How the time grows\n\nThe engine alone, processor seconds to the proven best objective, the median of the seeds \
         {SEEDS:?} (`>`: a seed ran into the limit). What does not grow has {} candidates, {} services and {} years, each \
         candidate at home in one service in turn.\n\n![How the time grows]({CHART})\n\n| what grows | | | | | |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n",
        USUAL.candidates, USUAL.services, USUAL.years
    );
    for (name, line) in lines {
        let sizes = line.iter().fold(String::new(), |text, (at, _)| text + &format!(" {at} |"));
        let seconds = line.iter().fold(String::new(), |text, (_, seeds)| {
            let open = if seeds.iter().all(|it| it.1) { "" } else { "> " };
            text + &format!(" {open}{:.2} |", middle(seeds))
        });
        let _ = writeln!(text, "| {name} |{sizes}\n| seconds |{seconds}");
    }
    text
}

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 240.0;

/// Four panels side by side, two by two: a dot for each seed, a line through the medians, seconds on a logarithmic axis.
fn chart(lines: &[(&'static str, Line)]) -> String {
    let seconds = || lines.iter().flat_map(|(_, line)| line).flat_map(|(_, seeds)| seeds).map(|it| it.0.max(1e-3));
    let low = seconds().fold(f64::INFINITY, f64::min).log10().floor();
    let high = seconds().fold(f64::NEG_INFINITY, f64::max).log10().ceil().max(low + 1.0);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" font-size=\"11\">\n\
         <title>Processor seconds of the engine to the proven best objective</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
        2.0 * WIDTH,
        2.0 * HEIGHT
    );
    for (at, (name, line)) in (0_u8..).zip(lines) {
        let corner = (f64::from(at % 2) * WIDTH, f64::from(at / 2) * HEIGHT);
        panel(&mut text, name, line, corner, (low, high));
    }
    text.push_str("</svg>\n");
    text
}

fn panel(text: &mut String, name: &str, line: &Line, (left, top): (f64, f64), (low, high): (f64, f64)) {
    let (x0, x1, y0, y1) = (left + 46.0, left + WIDTH - 16.0, top + HEIGHT - 36.0, top + 26.0);
    let y = |seconds: f64| y0 - (seconds.max(1e-3).log10() - low) / (high - low) * (y0 - y1);
    let most = line.iter().map(|it| as_float(it.0)).fold(1.0, f64::max);
    let x = |size: usize| x0 + as_float(size) / most * (x1 - x0);
    let _ = writeln!(text, "<text x=\"{x0:.0}\" y=\"{:.0}\" font-weight=\"bold\">{name}</text>", top + 16.0);
    let mut power = low;
    while power <= high + 0.5 {
        let at = y(10_f64.powf(power));
        let _ = writeln!(text, "<path d=\"M{x0:.1} {at:.1}H{x1:.1}\" stroke=\"#ddd\"/>");
        let label = format!("{} s", 10_f64.powf(power));
        let _ = writeln!(text, "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", x0 - 5.0, at + 4.0);
        power += 1.0;
    }
    let mut path = String::new();
    for (size, seeds) in line {
        let at = x(*size);
        let _ = write!(path, "{}{at:.1} {:.1}", if path.is_empty() { "M" } else { "L" }, y(middle(seeds)));
        let _ = writeln!(text, "<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{size}</text>", y0 + 16.0);
        for &(seconds, proven) in seeds {
            let fill = if proven { "#1f5fa8" } else { "white" };
            let dot = format!("cx=\"{at:.1}\" cy=\"{:.1}\" r=\"3\" fill=\"{fill}\" stroke=\"#1f5fa8\"", y(seconds));
            let _ = writeln!(text, "<circle {dot}/>");
        }
    }
    let _ = writeln!(text, "<path d=\"{path}\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"1.5\"/>");
}

fn as_float(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

#[allow(clippy::disallowed_methods)] // A page of the project, not a planner's file.
fn write_chart(chart: &str) {
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(CHART), chart).unwrap();
}
