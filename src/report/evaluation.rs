//! A portfolio of the planner's own as a document.

use crate::say;
use std::borrow::Cow;

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
            blocks.push(Block::Heading(say!("evaluation-against-best")));
            blocks.push(Block::Facts(vec![
                ("only in the best", ids(&best.missing)),
                ("only in this one", ids(&best.extra)),
                ("solver", words::solver(&best.solver)),
            ]));
        }
        blocks.extend(sections(&self.case, &self.parts));
        blocks.push(Block::Inputs);
        Document { case: self.case.clone(), subject: say!("evaluation-portfolio-file", file = self.file), blocks }
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
        say!("evaluation-every-rule"),
        vec![
            Column::words("rule", "rule"),
            Column::words("holds", "holds"),
            Column::words("binds", "binds"),
            Column::figures("broken_by", say!("evaluation-broken"), FINE),
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
        say!("evaluation-rules-breaks"),
        vec![Column::figures("by", say!("evaluation-broken"), FINE), Column::words("rule", "rule")],
        report.broken.iter().map(row),
    )
}

/// What it gives, in a sentence.
fn summary(report: &EvaluationReport) -> String {
    let zero = super::Figure::default();
    let totals = &report.totals;
    let mut text = say!(
        "evaluation-portfolio-candidates-zero",
        portfolio = report.parts.portfolio.len(),
        candidates = words::count(report.case.candidates, "candidate"),
        zero = words::money(&report.case, totals.cost.unwrap_or(zero)),
        objective = report.objective.short(words::INDEX)
    );
    if !report.parts.services.is_empty() {
        text.push_str(&say!(
            "evaluation-index-rises-from",
            index_before = totals.index_before.unwrap_or(zero).short(words::INDEX),
            index_after = totals.index_after.unwrap_or(zero).short(words::INDEX)
        ));
    }
    text + "."
}

/// Which rules it keeps, in a sentence.
fn rules(report: &EvaluationReport) -> String {
    match report.broken.len() {
        0 => say!("evaluation-keeps-every-rule"),
        broken => say!("evaluation-breaks-broken-case", broken = words::count(broken, "rule")),
    }
}

/// How far it is from the best, in a sentence.
fn distance(best: &Comparison) -> String {
    match (best.status, best.objective, best.distance) {
        (Standing::Infeasible, _, _) => say!("evaluation-no-portfolio-keeps"),
        (_, Some(objective), Some(distance)) => {
            let (kind, end) = match (best.status, best.bound) {
                (Standing::Optimal, _) => (say!("evaluation-best-portfolio-proven"), String::new()),
                (_, Some(bound)) => (
                    say!("evaluation-best-portfolio-found-not"),
                    say!("evaluation-none-above-bound", bound = bound.short(words::FINE)),
                ),
                (_, None) => (say!("evaluation-best-portfolio-found-not"), String::new()),
            };
            let place = match distance.0.cmp(&rust_decimal::Decimal::ZERO) {
                std::cmp::Ordering::Equal => say!("evaluation-this-one-good"),
                std::cmp::Ordering::Greater => {
                    say!("evaluation-this-one-distance", distance = distance.short(words::FINE))
                }
                std::cmp::Ordering::Less => {
                    say!("evaluation-this-one-igure", igure = super::Figure(-distance.0).short(words::FINE))
                }
            };
            say!(
                "evaluation-kind-keeps-every",
                kind = kind,
                objective = objective.short(words::FINE),
                place = place,
                end = end
            )
        }
        _ => say!("evaluation-no-portfolio-keeps-every"),
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
