//! A portfolio of the planner's own, in each format.

use std::fmt::Write as _;

use super::data::{Comparison, EvaluationReport, RuleLine, Standing};
use super::grid::{Align, Cell, Grid};
use super::safe::line;
use super::style::Role;
use super::table::{Layout, heading, inputs, paragraph, parts, title};
use super::{csv, json, markdown, words};

/// What it gives, in a sentence.
fn summary(report: &EvaluationReport) -> String {
    let zero = super::Figure::default();
    let totals = &report.totals;
    let mut text = format!(
        "{} of {}, for {} of public money, bring an objective of {} points",
        report.parts.portfolio.len(),
        words::count(report.case.candidates, "candidate"),
        words::money(&report.case, totals.cost.unwrap_or(zero)),
        report.objective.short(words::INDEX),
    );
    if !report.parts.services.is_empty() {
        let _ = write!(
            text,
            ": the index rises from {} to {} of 100",
            totals.index_before.unwrap_or(zero).short(words::INDEX),
            totals.index_after.unwrap_or(zero).short(words::INDEX)
        );
    }
    text + "."
}

/// Which rules it keeps, in a sentence.
fn rules(report: &EvaluationReport) -> String {
    match report.broken.len() {
        0 => "It keeps every rule of the case.".to_owned(),
        broken => format!("It breaks {} of the case.", words::count(broken, "rule")),
    }
}

/// How far it is from the best, in a sentence.
fn distance(best: &Comparison) -> String {
    match (best.status, best.objective, best.distance) {
        (Standing::Infeasible, _, _) => "No portfolio keeps all rules, so there is no best to compare with.".to_owned(),
        (_, Some(objective), Some(distance)) => {
            let (kind, end) = match (best.status, best.bound) {
                (Standing::Optimal, _) => ("The best portfolio (proven)", String::new()),
                (_, Some(bound)) => {
                    ("The best portfolio found (not proven)", format!(" None is above {}.", bound.short(words::FINE)))
                }
                (_, None) => ("The best portfolio found (not proven)", String::new()),
            };
            let place = match distance.0.cmp(&rust_decimal::Decimal::ZERO) {
                std::cmp::Ordering::Equal => "this one is as good".to_owned(),
                std::cmp::Ordering::Greater => format!("this one is {} points below it", distance.short(words::FINE)),
                std::cmp::Ordering::Less => {
                    format!("this one is {} points above it", super::Figure(-distance.0).short(words::FINE))
                }
            };
            format!("{kind} that keeps every rule has {} points: {place}.{end}", objective.short(words::FINE))
        }
        _ => "No portfolio that keeps every rule was found to compare with.".to_owned(),
    }
}

fn broken_by(line: &RuleLine) -> String {
    let one = line.by.0 == rust_decimal::Decimal::ONE;
    let unit = if one && line.unit == "years" { "year" } else { line.unit.as_str() };
    format!("{} {unit}", line.by.short(words::FINE)).trim_end().to_owned()
}

fn ids(ids: &[String]) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

/// Aligned tables for a terminal.
pub fn evaluation_table(report: &EvaluationReport, layout: &Layout) -> Vec<u8> {
    let mut text = title(&report.case, layout);
    text.push_str(&paragraph(&summary(report), Role::Plain, layout));
    let role = if report.keeps_all_rules { Role::Good } else { Role::Bad };
    text.push_str(&paragraph(&rules(report), role, layout));
    if let Some(best) = &report.best {
        text.push_str(&paragraph(&distance(best), Role::Plain, layout));
    }
    if !report.broken.is_empty() {
        text.push_str(&heading("Rules that it breaks", layout));
        let mut grid = Grid::new(&[("broken by", Align::Right), ("rule", Align::Left)], &[]);
        for line in &report.broken {
            grid.row(vec![Cell::new(Role::Bad, broken_by(line)), line.rule.as_str().into()]);
        }
        text.push_str(&grid.render(layout.style, None));
    }
    if let Some(best) = report.best.as_ref().filter(|best| best.objective.is_some()) {
        text.push_str(&heading("Against the best", layout));
        let _ = writeln!(text, "  only in the best:      {}", line(&ids(&best.missing)));
        let _ = writeln!(text, "  only in this one:      {}", line(&ids(&best.extra)));
        let _ = writeln!(text, "  solver:                {}", words::solver(&best.solver));
    }
    text.push_str(&parts(&report.case, &report.parts, layout));
    text.push_str(&inputs(&report.case, layout));
    text.into_bytes()
}

/// Every rule, whether it holds, and by how much it is broken: `rule,holds,binds,broken_by,unit`.
pub fn evaluation_csv(report: &EvaluationReport) -> Vec<u8> {
    let head = ["rule", "holds", "binds", "broken_by", "unit"].map(str::to_owned).to_vec();
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let rows = report
        .rules
        .iter()
        .map(|line| vec![line.rule.clone(), yes(line.holds), yes(line.binds), line.by.exact(), line.unit.clone()]);
    csv::lines(std::iter::once(head).chain(rows))
}

/// One object, for programs.
pub fn evaluation_json(report: &EvaluationReport) -> Vec<u8> {
    json::object(report)
}

/// A note in Markdown.
pub fn evaluation_markdown(report: &EvaluationReport) -> Vec<u8> {
    let mut text =
        format!("# {}: the portfolio {}\n\n", markdown::escape(&report.case.title), markdown::escape(&report.file));
    let _ = write!(text, "{}\n\n{}", markdown::escape(&summary(report)), markdown::changes(&report.case));
    let _ = writeln!(text, "## Rules\n\n{}\n", rules(report));
    if !report.broken.is_empty() {
        let head = ["rule that is broken".to_owned(), "by".to_owned()];
        let rows =
            report.broken.iter().map(|line| vec![markdown::escape(&line.rule), markdown::escape(&broken_by(line))]);
        text.push_str(&markdown::table(&head, 1, rows));
        text.push('\n');
    }
    if let Some(best) = &report.best {
        let _ = writeln!(text, "## Against the best\n\n{}\n", markdown::escape(&distance(best)));
        if best.objective.is_some() {
            let _ = writeln!(text, "- only in the best: {}", markdown::escape(&ids(&best.missing)));
            let _ = writeln!(text, "- only in this one: {}\n", markdown::escape(&ids(&best.extra)));
        }
    }
    text.push_str(&markdown::parts(&report.case, &report.parts));
    text.push_str(&markdown::inputs(&report.case));
    text.into_bytes()
}
