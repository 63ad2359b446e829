//! A portfolio of the planner's own as a document.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::data::{Comparison, EvaluationReport, RuleLine, Standing};
use super::document::{Audience, Block, Column, Document, Report, Table, Value};
use super::formats::object;
use super::number::FINE;
use super::portfolio::bare;
use super::sections::sections;
use super::style::Role;
use super::words;

impl Report for EvaluationReport {
    fn document(&self) -> Document {
        let role = if self.keeps_all_rules { Role::Good } else { Role::Bad };
        let mut blocks = vec![Block::text(summary(self)), Block::Paragraph(role, rules(self))];
        blocks.extend(self.best.iter().map(|best| Block::text(distance(best))));
        if !self.broken.is_empty() {
            blocks.push(Block::Table(broken(self)));
        }
        if let Some(best) = self.best.as_ref().filter(|best| best.objective.is_some()) {
            blocks.push(Block::Heading("Against the best".to_owned()));
            blocks.push(Block::Facts(vec![
                ("only in the best", ids(&best.missing)),
                ("only in this one", ids(&best.extra)),
                ("solver", words::solver(&best.solver)),
            ]));
        }
        blocks.extend(sections(&self.case, &self.parts));
        blocks.push(Block::Inputs);
        Document { case: self.case.clone(), subject: format!("the portfolio {}", self.file), blocks }
    }

    /// Every rule, whether it holds, and by how much it is broken; and the portfolio itself.
    fn tables(&self) -> Cow<'_, [Table]> {
        vec![every_rule(self), bare(&self.case, &self.parts)].into()
    }

    fn json(&self) -> Vec<u8> {
        object(self)
    }
}

fn every_rule(report: &EvaluationReport) -> Table {
    let yes = |yes: bool| Value::from(if yes { "yes" } else { "no" });
    let row = |line: &RuleLine| {
        vec![(&line.rule).into(), yes(line.holds), yes(line.binds), line.by.into(), (&line.unit).into()]
    };
    Table::new(
        "rules",
        "Every rule",
        vec![
            Column::words("rule", "rule"),
            Column::words("holds", "holds"),
            Column::words("binds", "binds"),
            Column::figures("broken_by", "broken by", FINE),
            Column::words("unit", "unit"),
        ],
        report.rules.iter().map(row),
    )
    .only(Audience::Programs)
}

fn broken(report: &EvaluationReport) -> Table {
    let row = |line: &RuleLine| vec![Value::marked(Role::Bad, broken_by(line)), (&line.rule).into()];
    Table::new(
        "broken",
        "Rules that it breaks",
        vec![Column::figures("by", "broken by", FINE), Column::words("rule", "rule")],
        report.broken.iter().map(row),
    )
}

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
