//! A note in Markdown that a planner can hand to a minister.

mod asks;

use std::fmt::Write as _;

use super::analysis::{Chart, ChartKind, Series};
use super::data::{CaseHeader, Impossible, MinistryLine, Parts, PickLine, Report, SpendingLine, Standing};
use super::figure::Figure;
use super::safe::code;
pub(super) use super::safe::markdown as escape;
use super::words;

/// The note on a recommended portfolio.
pub fn write(report: &Report) -> Vec<u8> {
    let case = &report.case;
    let subject = match report.status {
        Standing::Infeasible => "no portfolio is possible",
        Standing::Unknown => "no portfolio was found",
        Standing::Optimal | Standing::Feasible => "the recommended portfolio",
    };
    let mut text = format!("# {}: {subject}\n\n", escape(&case.title));
    text.push_str(&escape(&words::summary(report)));
    text.push_str("\n\n");
    text.push_str(&changes(case));
    if let Some(impossible) = &report.impossible {
        text.push_str(&conflict(impossible));
    }
    text.push_str(&parts(case, &report.parts));
    text.push_str(&prices(report));
    text.push_str(&proof(report));
    text.push_str(&inputs(case));
    text.into_bytes()
}

/// What was changed for this run only.
pub(super) fn changes(case: &CaseHeader) -> String {
    if case.changes.is_empty() {
        return String::new();
    }
    let list = case.changes.iter().map(|change| format!("- {}", code(change))).collect::<Vec<_>>().join("\n");
    format!("Changed for this run only; the tables of the case stay as they are:\n\n{list}\n\n")
}

fn conflict(impossible: &Impossible) -> String {
    let mut text = "## Rules that cannot hold together\n\n".to_owned();
    for rule in &impossible.conflict {
        let _ = writeln!(text, "- {}", escape(rule));
    }
    if !impossible.proven_smallest {
        text.push_str("\nA smaller set of these rules may conflict too: the search for it was stopped.\n");
    }
    if let Some(repair) = &impossible.repair {
        let _ = write!(text, "\nThe cheapest repair: {}\n", escape(repair));
    }
    text.push('\n');
    text
}

/// The picks, the asks, the money and the power.
pub(super) fn parts(case: &CaseHeader, parts: &Parts) -> String {
    if parts.ministries.is_empty() {
        return String::new();
    }
    let mut text = picks(case, parts);
    text.push_str(&asks::write(case, parts));
    text.push_str(&spending(case, parts));
    if !parts.services.is_empty() {
        text.push_str(&domains(parts));
        text.push_str(&services(parts));
    }
    text.push_str(&ministries(case, parts));
    if !parts.services.is_empty() {
        text.push_str(&years(parts));
    }
    text
}

fn picks(case: &CaseHeader, parts: &Parts) -> String {
    let mut text = "## The portfolio by domain\n\n".to_owned();
    if parts.portfolio.is_empty() {
        text.push_str("Nothing is chosen.\n\n");
    }
    for domain in &parts.domains {
        let picks: Vec<_> = parts.portfolio.iter().filter(|pick| pick.domain == domain.domain).collect();
        if picks.is_empty() {
            continue;
        }
        let bill = words::sum(picks.iter().map(|pick| pick.cost));
        let _ = writeln!(
            text,
            "### {}\n\n{}, {}.\n",
            escape(&domain.name),
            words::count(picks.len(), "pick"),
            escape(&words::money(case, bill))
        );
        for pick in picks {
            let _ = writeln!(text, "- {}", sentence(pick));
            if !pick.locked.is_empty() {
                let _ = writeln!(text, "  Locked in: {}", escape(&pick.locked));
            }
        }
        text.push('\n');
    }
    text
}

/// The sentence of a pick with its name, which it begins with, set off.
fn sentence(pick: &PickLine) -> String {
    match pick.sentence.strip_prefix(&pick.name) {
        Some(rest) => format!("**{}**{}", escape(&pick.name), escape(rest)),
        None => format!("**{}**: {}", escape(&pick.name), escape(&pick.sentence)),
    }
}

fn unit_head(name: &str, case: &CaseHeader) -> String {
    if case.money.is_empty() { name.to_owned() } else { format!("{name} ({})", escape(&case.money)) }
}

fn spending(case: &CaseHeader, parts: &Parts) -> String {
    let mut text = "## Spending by ministry and year against budget\n\n".to_owned();
    if !case.money.is_empty() {
        let _ = writeln!(text, "In {}.\n", escape(&case.money));
    }
    let head = ["ministry", "year", "budget", "carried in", "spent", "carried out"].map(str::to_owned);
    let places = words::places(parts.spending.iter().flat_map(words::amounts));
    let rows = parts.spending.iter().map(|line| {
        let name = parts.ministries.iter().find(|ministry| ministry.ministry == line.ministry);
        let mut row =
            vec![name.map_or_else(|| escape(&line.ministry), |ministry| escape(&ministry.name)), line.year.to_string()];
        row.extend(words::amounts(line).map(|amount| amount.fixed(places)));
        row
    });
    text.push_str(&table(&head, 1, rows));
    text.push('\n');
    if let Some(chart) = spending_chart(case, parts) {
        let _ = writeln!(text, "{}\n", chart.svg());
    }
    text
}

/// What each ministry spends over the years beside its budget; none where there is but one year.
fn spending_chart(case: &CaseHeader, parts: &Parts) -> Option<Chart> {
    let lines = |ministry: &MinistryLine, name: &str, amount: fn(&SpendingLine) -> Figure| {
        let own = parts.spending.iter().filter(|line| line.ministry == ministry.ministry);
        let points = own.map(|line| (line.year.into(), amount(line).0, String::new())).collect();
        Series { name: format!("{}, {name}", ministry.name), points }
    };
    let series: Vec<Series> = parts
        .ministries
        .iter()
        .flat_map(|ministry| {
            [lines(ministry, "spent", |line| line.spent), lines(ministry, "own budget", |line| line.budget)]
        })
        .collect();
    series.iter().any(|series| series.points.len() > 1).then(|| Chart {
        title: "Spending by ministry and year".to_owned(),
        across: "year".to_owned(),
        up: unit_of(case),
        kind: ChartKind::Lines,
        series,
    })
}

fn unit_of(case: &CaseHeader) -> String {
    if case.money.is_empty() { "money".to_owned() } else { case.money.clone() }
}

fn domains(parts: &Parts) -> String {
    let head = ["domain", "weight", "power before", "power after", "target", ""].map(str::to_owned);
    let rows = parts.domains.iter().map(|line| {
        let mut row = vec![escape(&line.name)];
        row.extend([line.weight, line.power_before, line.power_after, line.target].map(|f| f.fixed(words::POWER)));
        row.push(if line.at_target { "reached" } else { "missed" }.to_owned());
        row
    });
    format!(
        "## Power by domain\n\nFrom 0 (no say) to 1 (decides), at the end of the horizon.\n\n{}\n",
        table(&head, 1, rows)
    )
}

fn services(parts: &Parts) -> String {
    let mut text = "## Services whose power changes\n\n".to_owned();
    let moved: Vec<_> = parts.services.iter().filter(|line| line.power_after != line.power_before).collect();
    if moved.is_empty() {
        return text + "None.\n\n";
    }
    let head = ["service", "control before", "control after", "rung before", "rung after"].map(str::to_owned);
    let rows = moved.iter().map(|line| {
        let cap_table = line.rung_before.is_none() && line.rung_after.is_none();
        let rung = |name: &str, power: Figure| match (name, cap_table) {
            ("", true) => format!("power {}", power.short(words::POWER)),
            ("", false) => "none".to_owned(),
            (name, _) => escape(name),
        };
        vec![
            escape(&line.name),
            format!("{} %", line.control_before.short(words::CONTROL)),
            format!("{} %", line.control_after.short(words::CONTROL)),
            rung(&line.rung_names.0, line.power_before),
            rung(&line.rung_names.1, line.power_after),
        ]
    });
    text.push_str(&table(&head, 1, rows));
    text.push('\n');
    text
}

fn years(parts: &Parts) -> String {
    let head = ["year", "index before", "index after"].map(str::to_owned);
    let rows = parts.years.iter().map(|line| {
        vec![line.year.to_string(), line.index_before.fixed(words::INDEX), line.index_after.fixed(words::INDEX)]
    });
    format!("## The index at the end of each year\n\n{}\n", table(&head, 1, rows))
}

fn ministries(case: &CaseHeader, parts: &Parts) -> String {
    let head = ["ministry".to_owned(), unit_head("pays", case), "gain by its own weights (points)".to_owned()];
    let rows = parts.ministries.iter().map(|line| {
        vec![escape(&line.name), line.spent.fixed(words::MONEY), line.gain_by_own_weights.fixed(words::INDEX)]
    });
    format!("## What each ministry pays and gains\n\n{}\n", table(&head, 1, rows))
}

/// What one more unit of money would bring, with what that figure is worth.
fn prices(report: &Report) -> String {
    if report.prices.is_empty() {
        return String::new();
    }
    let case = &report.case;
    let unit = if case.money.is_empty() { "unit of money".to_owned() } else { escape(&case.money) };
    let head = ["ministry", "year", "index points"].map(str::to_owned);
    let rows = report
        .prices
        .iter()
        .map(|line| vec![escape(&line.ministry), line.year.to_string(), line.price.fixed(words::PRICE)]);
    format!(
        "## What one more {unit} would bring\n\nThese are the prices of the solver's relaxation, in which investments can be \
         made in part: a guide to where money is short, not a promise of what the next {unit} buys.\n\n{}\n",
        table(&head, 1, rows)
    )
}

fn proof(report: &Report) -> String {
    let mut facts = vec![vec!["status".to_owned(), words::status(report.status).to_owned()]];
    for (name, value) in [("objective", report.objective), ("proven bound", report.bound), ("gap", report.gap)] {
        facts.extend(value.map(|value| vec![name.to_owned(), value.exact()]));
    }
    facts.push(vec!["solver".to_owned(), escape(&words::solver(&report.solver))]);
    if !report.solver.why.is_empty() {
        facts.push(vec!["why this solver".to_owned(), escape(&report.solver.why)]);
    }
    facts.push(vec!["options".to_owned(), escape(&words::options(&report.solver))]);
    facts.push(vec!["nodes".to_owned(), report.solver.nodes.to_string()]);
    facts.push(vec!["seconds".to_owned(), Figure(report.solver.seconds).fixed(2)]);
    let mut text = format!("## Proof\n\n{}", escape(&words::standing(report)));
    if report.objective.is_some() {
        text.push_str(
            " Every rule and every figure of this note was recomputed in exact decimals after the solver had answered.",
        );
    }
    text + "\n\n" + &table(&[String::new(), String::new()], 2, facts.into_iter()) + "\n"
}

/// The files that a note was made from.
pub(super) fn inputs(case: &CaseHeader) -> String {
    let head = ["file".to_owned(), "SHA-256".to_owned()];
    let rows = case.inputs.iter().map(|input| vec![escape(&input.file), format!("`{}`", input.sha256)]);
    format!("## Inputs\n\nRead from {}.\n\n{}", code(&case.path), table(&head, 2, rows))
}

/// A table; the first `words` columns stand left, the others, figures, right.
pub(super) fn table(head: &[String], words: usize, rows: impl Iterator<Item = Vec<String>>) -> String {
    let rule = (0..head.len()).map(|at| if at < words { " --- |" } else { " ---: |" }).collect::<String>();
    let line = |cells: &[String]| cells.iter().fold("|".to_owned(), |line, cell| line + " " + cell + " |");
    let mut text = format!("{}\n|{rule}\n", line(head));
    for row in rows {
        text.push_str(&line(&row));
        text.push('\n');
    }
    text
}
