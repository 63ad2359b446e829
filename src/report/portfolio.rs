//! The recommended portfolio as a document.

use crate::say;
use std::borrow::Cow;

use super::data::{CaseHeader, Impossible, Parts, PortfolioReport, Standing};
use super::document::{Audience, Block, Column, Document, Kind, Report, Table};
use super::formats::{self, object};
use super::number::{Figure, PRICE};
use super::sections::sections;
use super::style::Role;
use super::words;

impl Report for PortfolioReport {
    fn document(&self) -> Document {
        let (subject, role) = match self.status {
            Standing::Optimal => (say!("portfolio-recommended-portfolio"), Role::Good),
            Standing::Feasible => (say!("portfolio-recommended-portfolio"), Role::Caution),
            Standing::Infeasible => (say!("portfolio-no-portfolio-possible"), Role::Bad),
            Standing::Unknown => (say!("portfolio-no-portfolio-found"), Role::Caution),
        };
        let mut blocks = match self.objective {
            Some(_) => vec![Block::text(words::summary(self)), Block::Paragraph(role, words::standing(self))],
            None => vec![Block::Paragraph(role, words::summary(self))],
        };
        blocks.extend(self.impossible.iter().flat_map(conflict));
        blocks.extend(sections(&self.case, &self.parts));
        blocks.extend(prices(self));
        blocks.extend(proof(self));
        blocks.push(Block::Inputs);
        Document { case: self.case.clone(), subject: subject.clone(), blocks }
    }

    /// The bare portfolio; none where there is no portfolio, which would read back as one in which nothing is chosen.
    fn tables(&self) -> Cow<'_, [Table]> {
        self.objective.iter().map(|_| bare(&self.case, &self.parts)).collect()
    }

    fn json(&self) -> Vec<u8> {
        object(self)
    }
}

impl PortfolioReport {
    /// Why there is no portfolio: what was found out, the rules that cannot hold together and the cheapest repair. None where
    /// there is a portfolio.
    pub fn no_portfolio(&self) -> Option<String> {
        let why = std::iter::once(Block::text(words::summary(self)));
        let blocks: Vec<Block> = why.chain(self.impossible.iter().flat_map(conflict)).collect();
        self.objective.is_none().then(|| formats::plain(&blocks, &self.case))
    }
}

/// A portfolio as it is read back: `candidate,start,share_<ministry>…`.
pub(super) fn bare(case: &CaseHeader, parts: &Parts) -> Table {
    Table::of("portfolio", say!("portfolio-portfolio"), &parts.portfolio)
        .words("candidate", |pick| pick.candidate.clone())
        .column(Column::of("start", Kind::Year), |pick| pick.start)
        .each(case.ministries.iter().enumerate(), |table, (at, id)| {
            let column = Column::new(format!("share_{id}"), id, Kind::Percent(0));
            table.column(column, |pick| pick.shares.0.get(at).map(|share| i32::from(share.1)))
        })
        .only(Audience::Programs)
}

fn conflict(impossible: &Impossible) -> Vec<Block> {
    let rules = impossible.conflict.iter().map(|rule| rule.clone().into()).collect();
    let mut blocks = vec![Block::Heading(say!("portfolio-these-rules-cannot")), Block::List(rules)];
    if !impossible.proven_smallest {
        blocks.push(Block::text(say!("portfolio-smaller-set-these")));
    }
    blocks.extend(
        impossible.repair.iter().map(|repair| Block::text(say!("portfolio-cheapest-repair-repair", repair = repair))),
    );
    blocks
}

/// What one more unit of money would bring, with what that figure is worth.
fn prices(report: &PortfolioReport) -> Option<Block> {
    let unit = if report.case.money.is_empty() { say!("portfolio-unit-money") } else { report.case.money.clone() };
    (!report.prices.is_empty()).then(|| {
        let table = Table::of("prices", say!("portfolio-what-one-more", unit = unit), &report.prices)
            .words("ministry", |line| line.ministry.clone())
            .column(Column::of("year", Kind::Year), |line| line.year)
            .figures("price", PRICE, |line| line.price)
            .note(say!("portfolio-these-prices-solvers", unit = unit));
        Block::Table(table.only(Audience::Notes))
    })
}

fn proof(report: &PortfolioReport) -> [Block; 3] {
    let mut text = words::standing(report);
    if report.objective.is_some() {
        text += &say!("portfolio-every-rule-every-figure");
    }
    let mut facts = vec![("status", words::status(report.status))];
    for (name, value) in [("objective", report.objective), ("bound", report.bound), ("gap", report.gap)] {
        facts.extend(value.map(|value| (name, value.full())));
    }
    let solver = &report.solver;
    facts.push(("solver", words::solver(solver)));
    facts.push(("why", solver.why.clone()));
    facts.push(("options", words::options(solver)));
    facts.push(("nodes", solver.nodes.to_string()));
    facts.push(("seconds", Figure(solver.seconds).fixed(2)));
    facts.retain(|(_, value)| !value.is_empty());
    [
        Block::Heading(say!("portfolio-proof")),
        Block::Only(Audience::Notes, vec![Block::text(text)]),
        Block::Facts(facts),
    ]
}
