//! Aligned tables for a terminal.

use std::fmt::Write as _;

use super::data::{CaseHeader, Impossible, Parts, Report, Standing};
use super::figure::Figure;
use super::grid::{Align, Cell, Grid, wrap};
use super::safe::line;
use super::style::{Role, Style};
use super::words;

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The colours.
    pub style: Style,
    /// How wide the terminal is, in columns; none where nothing needs to be cut.
    pub width: Option<usize>,
}

impl Layout {
    /// No colour and as wide as it gets: for files and pipes.
    pub const PLAIN: Self = Self { style: Style::PLAIN, width: None };

    /// The text in its role.
    pub(super) fn paint(&self, role: Role, text: &str) -> String {
        self.style.paint(role, text)
    }
}

/// The report of a recommended portfolio.
pub fn write(report: &Report, layout: &Layout) -> Vec<u8> {
    let mut text = title(&report.case, layout);
    let role = match report.status {
        Standing::Optimal => Role::Good,
        Standing::Feasible | Standing::Unknown => Role::Caution,
        Standing::Infeasible => Role::Bad,
    };
    text.push_str(&paragraph(&words::summary(report), role, layout));
    if let Some(impossible) = &report.impossible {
        text.push_str(&conflict(impossible, layout));
    }
    text.push_str(&parts(&report.case, &report.parts, layout));
    text.push_str(&proof(report, layout));
    text.push_str(&inputs(&report.case, layout));
    text.into_bytes()
}

/// The case's title, where it is, and what was changed for this run.
pub(super) fn title(case: &CaseHeader, layout: &Layout) -> String {
    let mut text = format!("{}\n", layout.paint(Role::Heading, &line(&case.title)));
    for change in &case.changes {
        let _ = writeln!(text, "{}", layout.paint(Role::Caution, &format!("for this run only: {change}")));
    }
    text
}

/// A paragraph in a role, wrapped to the width.
pub(super) fn paragraph(text: &str, role: Role, layout: &Layout) -> String {
    let width = layout.width.unwrap_or(100).clamp(30, 100);
    let lines = wrap(text, width).into_iter().map(|line| layout.paint(role, &line)).collect::<Vec<_>>();
    lines.join("\n") + "\n"
}

/// The heading of a section.
pub(super) fn heading(text: &str, layout: &Layout) -> String {
    format!("\n{}\n", layout.paint(Role::Heading, text))
}

/// Why a report has no portfolio, for whoever asked for the bare portfolio: what was found out, the rules that cannot
/// hold together and the cheapest repair. None where there is a portfolio.
pub fn no_portfolio(report: &Report) -> Option<String> {
    if report.objective.is_some() {
        return None;
    }
    let mut text = words::summary(report) + "\n";
    if let Some(impossible) = &report.impossible {
        text.push_str(&conflict(impossible, &Layout::PLAIN));
    }
    Some(text)
}

fn conflict(impossible: &Impossible, layout: &Layout) -> String {
    let mut text = heading("These rules cannot hold together", layout);
    if !impossible.proven_smallest {
        text = heading("These rules cannot hold together (a smaller set may do so too)", layout);
    }
    for rule in &impossible.conflict {
        text.push_str(&item("  - ", rule, layout));
    }
    if let Some(repair) = &impossible.repair {
        text.push_str(&heading("Cheapest repair", layout));
        text.push_str(&item("  ", repair, layout));
    }
    text
}

/// A text that begins with a mark and goes on under its first word.
fn item(mark: &str, text: &str, layout: &Layout) -> String {
    let mut before = mark.to_owned();
    let mut lines = String::new();
    for line in wrap(&line(text), layout.width.unwrap_or(100).clamp(30, 100) - mark.len()) {
        let _ = writeln!(lines, "{before}{line}");
        before = " ".repeat(mark.len());
    }
    lines
}

/// The picks, the money, the power.
pub(super) fn parts(case: &CaseHeader, parts: &Parts, layout: &Layout) -> String {
    let mut text = String::new();
    if parts.ministries.is_empty() {
        return text;
    }
    text.push_str(&picks(case, parts, layout));
    text.push_str(&spending(case, parts, layout));
    if !parts.services.is_empty() {
        text.push_str(&domains(parts, layout));
        text.push_str(&services(parts, layout));
        text.push_str(&ministries(case, parts, layout));
    }
    text
}

fn picks(case: &CaseHeader, parts: &Parts, layout: &Layout) -> String {
    let unit = if case.money.is_empty() { String::new() } else { format!(", bills in {}", case.money) };
    let mut text = heading(&format!("Portfolio{unit}"), layout);
    if parts.portfolio.is_empty() {
        text.push_str("  Nothing is chosen.\n");
        return text;
    }
    let mut heads = vec![
        ("domain", Align::Left),
        ("candidate", Align::Left),
        ("name", Align::Left),
        ("start", Align::Right),
        ("in force", Align::Right),
        ("bill", Align::Right),
    ];
    heads.extend(parts.ministries.iter().map(|line| (line.ministry.as_str(), Align::Right)));
    let mut gives = vec![(2, 20), (2, 0), (0, 7)];
    gives.extend((6..heads.len()).map(|ministry| (ministry, 7)));
    let mut grid = Grid::new(&heads, &gives);
    for domain in &parts.domains {
        let mut shown = domain.domain.as_str();
        for pick in parts.portfolio.iter().filter(|pick| pick.domain == domain.domain) {
            let mut row: Vec<Cell> = vec![
                Cell::new(Role::Faint, std::mem::take(&mut shown)),
                pick.candidate.as_str().into(),
                Cell::new(Role::Faint, pick.name.as_str()),
                pick.start.to_string().into(),
                pick.in_force.to_string().into(),
                pick.cost.fixed(words::MONEY).into(),
            ];
            row.extend(pick.shares.0.iter().map(|(_, share)| match share {
                0 => Cell::new(Role::Faint, "-"),
                share => format!("{share} %").into(),
            }));
            grid.row(row);
        }
    }
    text.push_str(&grid.render(layout.style, layout.width));
    text
}

fn spending(case: &CaseHeader, parts: &Parts, layout: &Layout) -> String {
    let unit = if case.money.is_empty() { String::new() } else { format!(", in {}", case.money) };
    let mut text = heading(&format!("Spending by ministry and year{unit}"), layout);
    let mut grid = Grid::new(
        &[
            ("ministry", Align::Left),
            ("year", Align::Right),
            ("budget", Align::Right),
            ("carried in", Align::Right),
            ("spent", Align::Right),
            ("carried out", Align::Right),
            ("used", Align::Left),
        ],
        &[(0, 7)],
    );
    let mut last = "";
    let places = words::places(parts.spending.iter().flat_map(words::amounts));
    for line in &parts.spending {
        let ministry = if last == line.ministry { "" } else { line.ministry.as_str() };
        last = line.ministry.as_str();
        let available = words::sum([line.budget, line.carried_in]);
        let over = line.spent > available;
        grid.row(vec![
            Cell::new(Role::Faint, ministry),
            line.year.to_string().into(),
            line.budget.fixed(places).into(),
            line.carried_in.fixed(places).into(),
            Cell::new(if over { Role::Bad } else { Role::Plain }, line.spent.fixed(places)),
            line.carried_out.fixed(places).into(),
            if over { Cell::new(Role::Bad, "over budget") } else { bar(line.spent, available).into() },
        ]);
    }
    text.push_str(&grid.render(layout.style, layout.width));
    text
}

/// A bar of ten characters: what is used of what there is.
fn bar(part: Figure, whole: Figure) -> String {
    let tenths = part.0.checked_mul(rust_decimal::Decimal::TEN).and_then(|part| part.checked_div(whole.0));
    let full = tenths.and_then(|tenths| usize::try_from(tenths.round()).ok()).unwrap_or(0).min(10);
    format!("{}{}", "█".repeat(full), "·".repeat(10 - full))
}

fn domains(parts: &Parts, layout: &Layout) -> String {
    let mut text = heading("Power by domain, 0-1, at the end of the horizon", layout);
    let mut grid = Grid::new(
        &[
            ("domain", Align::Left),
            ("name", Align::Left),
            ("weight", Align::Right),
            ("before", Align::Right),
            ("after", Align::Right),
            ("target", Align::Right),
            ("", Align::Left),
        ],
        &[(1, 12), (0, 7)],
    );
    for line in &parts.domains {
        let rises = line.power_after > line.power_before;
        grid.row(vec![
            line.domain.as_str().into(),
            Cell::new(Role::Faint, line.name.as_str()),
            line.weight.fixed(words::POWER).into(),
            line.power_before.fixed(words::POWER).into(),
            Cell::new(if rises { Role::Good } else { Role::Plain }, line.power_after.fixed(words::POWER)),
            line.target.fixed(words::POWER).into(),
            if line.at_target { Cell::new(Role::Good, "reached") } else { Cell::new(Role::Faint, "missed") },
        ]);
    }
    text.push_str(&grid.render(layout.style, layout.width));
    text
}

fn services(parts: &Parts, layout: &Layout) -> String {
    let mut text = heading("Services whose power the portfolio changes", layout);
    let mut grid = Grid::new(
        &[
            ("domain", Align::Left),
            ("service", Align::Left),
            ("name", Align::Left),
            ("control %", Align::Right),
            ("after", Align::Right),
            ("power", Align::Right),
            ("after", Align::Right),
            ("rung", Align::Left),
        ],
        &[(2, 20), (2, 0), (0, 7), (7, 12)],
    );
    let moved = parts.services.iter().filter(|line| line.power_after != line.power_before);
    let mut any = false;
    for line in moved {
        any = true;
        let (before, after) = &line.rung_names;
        let none = |name: &String| if name.is_empty() { "none".to_owned() } else { name.clone() };
        let rungs = if line.rung_before.is_none() && line.rung_after.is_none() {
            "by cap table".to_owned()
        } else {
            format!("{} → {}", none(before), none(after))
        };
        grid.row(vec![
            Cell::new(Role::Faint, line.domain.as_str()),
            line.service.as_str().into(),
            Cell::new(Role::Faint, line.name.as_str()),
            line.control_before.fixed(words::CONTROL).into(),
            line.control_after.fixed(words::CONTROL).into(),
            line.power_before.fixed(words::POWER).into(),
            Cell::new(
                if line.power_after > line.power_before { Role::Good } else { Role::Bad },
                line.power_after.fixed(words::POWER),
            ),
            rungs.into(),
        ]);
    }
    text.push_str(&if any { grid.render(layout.style, layout.width) } else { "  None.\n".to_owned() });
    text
}

fn ministries(case: &CaseHeader, parts: &Parts, layout: &Layout) -> String {
    let mut text = heading("What each ministry pays and gains by its own weights", layout);
    let spent = if case.money.is_empty() { "spent".to_owned() } else { format!("spent ({})", case.money) };
    let mut grid = Grid::new(
        &[("ministry", Align::Left), ("name", Align::Left), (spent.as_str(), Align::Right), ("gain", Align::Right)],
        &[(1, 12)],
    );
    for line in &parts.ministries {
        grid.row(vec![
            line.ministry.as_str().into(),
            Cell::new(Role::Faint, line.name.as_str()),
            line.spent.fixed(words::MONEY).into(),
            line.gain_by_own_weights.fixed(words::INDEX).into(),
        ]);
    }
    text.push_str(&grid.render(layout.style, layout.width));
    text
}

fn proof(report: &Report, layout: &Layout) -> String {
    let mut facts = vec![("status", words::status(report.status).to_owned())];
    for (name, value) in [("objective", report.objective), ("bound", report.bound), ("gap", report.gap)] {
        facts.extend(value.map(|value| (name, value.exact())));
    }
    facts.push(("solver", words::solver(&report.solver)));
    facts.push(("why", report.solver.why.clone()));
    facts.push(("options", words::options(&report.solver)));
    facts.push(("nodes", report.solver.nodes.to_string()));
    facts.push(("seconds", Figure(report.solver.seconds).fixed(2)));
    let mut text = heading("Proof", layout);
    for (name, value) in facts {
        let mut name = format!("{name:<11}");
        for line in wrap(&value, layout.width.unwrap_or(100).clamp(40, 100) - 13) {
            let _ = writeln!(text, "  {}{line}", layout.paint(Role::Faint, &name));
            name = " ".repeat(11);
        }
    }
    text
}

/// The files that a report was made from.
pub(super) fn inputs(case: &CaseHeader, layout: &Layout) -> String {
    let mut text = heading(&format!("Inputs in {} (SHA-256)", line(&case.path)), layout);
    for input in &case.inputs {
        let _ = writeln!(text, "  {}  {}", layout.paint(Role::Faint, &input.sha256), line(&input.file));
    }
    text
}
