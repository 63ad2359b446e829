//! A portfolio of the planner's own as a document.

use crate::messages::word;
use crate::say;
use std::borrow::Cow;

use super::data::{Comparison, EvaluationReport, RuleLine, Standing};
use super::document::{Audience, Block, Document, Report, Table, Value};
use super::formats::object;
use super::number::{FINE, with_unit};
use super::portfolio::bare;
use super::sections::sections;
use super::style::Role;
use super::words;

impl Report for EvaluationReport {
    fn document(&self) -> Document {
        let role = if self.keeps_all_rules { Role::Good } else { Role::Bad };
        let mut blocks = vec![Block::text(summary(self)), Block::Paragraph(role, rules(self))];
        blocks.extend(self.parts.levels.iter().map(|levels| Block::text(words::level(levels))));
        blocks.extend(self.best.iter().map(|best| Block::text(distance(best))));
        if !self.broken.is_empty() {
            blocks.push(Block::Table(broken(self)));
        }
        if let Some(best) = self.best.as_ref().filter(|best| best.objective.is_some()) {
            blocks.push(Block::Heading(say!("evaluation-against-best")));
            blocks.push(Block::Facts(vec![
                ("only in the best", named(&best.missing)),
                ("only in this one", named(&best.extra)),
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
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    Table::of("rules", say!("evaluation-every-rule"), &report.rules)
        .words("rule", |line| line.rule.clone())
        .words("holds", |line| yes(line.holds))
        .words("binds", |line| yes(line.binds))
        .figures("broken_by", FINE, |line| line.by)
        .words("unit", |line| line.unit.clone())
        .only(Audience::Programs)
}

fn broken(report: &EvaluationReport) -> Table {
    Table::of("broken", say!("evaluation-rules-breaks"), &report.broken)
        .figures("by", FINE, |line| Value::marked(Role::Bad, broken_by(line)))
        .words("rule", |line| line.rule.clone())
        .table()
}

/// What it gives, in a sentence.
fn summary(report: &EvaluationReport) -> String {
    let of = |figure: Option<super::Figure>| figure.unwrap_or_default();
    let (picks, candidates) = (report.parts.portfolio.len(), report.case.candidates);
    let (totals, bill) = (&report.totals, words::money(&report.case, of(report.totals.cost)));
    let points = report.objective.short(words::INDEX);
    if report.parts.services.is_empty() {
        return say!("evaluation-gives", picks = picks, candidates = candidates, bill = bill, points = points);
    }
    say!(
        "evaluation-gives-index",
        picks = picks,
        candidates = candidates,
        bill = bill,
        points = points,
        before = of(totals.index_before).short(words::INDEX),
        after = of(totals.index_after).short(words::INDEX)
    )
}

/// Which rules it keeps, in a sentence.
fn rules(report: &EvaluationReport) -> String {
    match report.broken.len() {
        0 => say!("evaluation-keeps-every-rule"),
        broken => say!("evaluation-breaks-broken-case", rules = broken),
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
                    say!("evaluation-this-one-above", distance = super::Figure(-distance.0).short(words::FINE))
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
    if line.is_withheld {
        return word("withheld");
    }
    let by = line.by.short(words::FINE);
    if line.is_years { say!("evaluation-years", years = by) } else { with_unit(&by, &line.unit) }
}

fn named(names: &[String]) -> String {
    if names.is_empty() { word("none") } else { Value::from(names.to_vec()).shown(None) }
}
