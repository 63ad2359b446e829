//! The recommended portfolio as a document.

use crate::say;
use std::borrow::Cow;

use super::brief::page;
use super::data::{CaseHeader, DomainLine, Impossible, Parts, PortfolioReport, RuleCost};
use super::document::{Audience, Block, Column, Document, Item, Kind, Report, Table, Value};
use super::formats::{self, object};
use super::number::{Figure, POWER, PRICE, exact, rounded};
use super::sections::sections;
use super::words;

impl Report for PortfolioReport {
    fn document(&self) -> Document {
        let (mut subject, role) = words::subject(self.status);
        if let Some(given) = self.brief.as_ref().and_then(|brief| brief.given.as_ref()) {
            subject = say!("evaluation-portfolio-file", file = given.name);
        }
        let mut blocks = match self.objective {
            Some(_) => {
                let level = self.parts.levels.as_ref().map(|levels| Block::text(words::level(levels)));
                let standing = Block::Paragraph(role, words::standing(self));
                std::iter::once(Block::text(words::summary(self))).chain(level).chain([standing]).collect()
            }
            None => vec![Block::Paragraph(role, words::summary(self))],
        };
        // Who is handed the note reads the page in place of these sentences.
        if let page @ [_, ..] = page(self).as_slice() {
            let note = vec![Block::Page(page.to_vec()), Block::Heading(say!("brief-annex"))];
            blocks = vec![Block::Only(Audience::Terminal, blocks), Block::Only(Audience::Notes, note)];
        }
        blocks.extend(self.plan.iter().map(|plan| Block::text(words::plan(plan))));
        blocks.extend(self.impossible.iter().flat_map(conflict));
        blocks.extend(sections(&self.case, &self.parts));
        blocks.push(Block::Only(Audience::Notes, demands(self)));
        blocks.extend(prices(self));
        blocks.extend(proof(self));
        blocks.push(Block::Inputs);
        Document { case: self.case.clone(), subject, blocks }
    }

    /// The bare portfolio; none if there is no portfolio, which would read back as one in which nothing is chosen.
    fn tables(&self) -> Cow<'_, [Table]> {
        self.objective.iter().map(|_| bare(&self.case, &self.parts)).collect()
    }

    fn json(&self) -> Vec<u8> {
        object(self)
    }

    fn page(&self) -> Vec<Block> {
        page(self)
    }
}

impl PortfolioReport {
    /// Why there is no portfolio: what was found out, the rules that cannot hold together and the cheapest repair. `None` if
    /// there is a portfolio.
    pub fn no_portfolio(&self) -> Option<String> {
        let why = std::iter::once(Block::text(words::summary(self)));
        let blocks: Vec<Block> = why.chain(self.impossible.iter().flat_map(conflict)).collect();
        self.objective.is_none().then(|| formats::plain(&blocks, &self.case))
    }
}

/// What was asked of the portfolio beside money: targets that it misses, locks, rules without room. Nothing where nothing was
/// measured for the page before it.
fn demands(report: &PortfolioReport) -> Vec<Block> {
    let Some(brief) = &report.brief else { return Vec::new() };
    let mut blocks = Vec::new();
    let missed: Vec<_> = report.parts.domains.iter().filter(|line| !line.at_target).collect();
    if !missed.is_empty() && !report.parts.services.is_empty() {
        let by = |line: &DomainLine| rounded(line.target.0, POWER) - rounded(line.power_after.0, POWER);
        let table = Table::of("missed", say!("brief-missed"), missed)
            .column(Column::of("name", Kind::Name), |line| line.name.clone())
            .column(Column::of("target", Kind::Power), |line| line.target)
            .column(Column::of("power_after", Kind::Power), |line| line.power_after)
            .column(Column::of("short", Kind::Power), |line| by(line));
        blocks.push(Block::Table(table.table()));
    }
    let item = |name: &String, text: String| Item { lead: name.clone(), text, ..Item::default() };
    let chosen = report.parts.portfolio.iter().filter(|pick| !pick.locked.is_empty());
    let mut locks: Vec<Item> =
        chosen.map(|pick| item(&pick.name, say!("brief-locked-in", reason = pick.locked))).collect();
    locks.extend(brief.locked_out.iter().map(|(name, why)| item(name, say!("brief-locked-out", reason = why))));
    if !locks.is_empty() {
        blocks.extend([Block::Heading(say!("brief-locks")), Block::List(locks)]);
    }
    if !report.binding.is_empty() {
        blocks.push(Block::Table(binding(&report.binding)));
    }
    blocks
}

/// The rules that bind, and what each costs.
fn binding(rules: &[RuleCost]) -> Table {
    let status = |it: &&RuleCost| match it.cost {
        None => "not computed",
        Some(_) if it.proven => "proven",
        Some(_) => "at least",
    };
    let mut note = say!("brief-binding-note");
    if rules.iter().any(|it| it.cost.is_none()) {
        note.push_str(&say!("brief-binding-missing"));
    }
    Table::of("binding", say!("brief-binding"), rules)
        .words("rule", |it| it.rule.clone())
        .points("cost", |it| it.cost)
        .words("status", status)
        .note(note)
}

/// A portfolio as it is read back: `candidate,start,share_<ministry>…`.
pub(super) fn bare(case: &CaseHeader, parts: &Parts) -> Table {
    Table::of("portfolio", say!("portfolio-portfolio"), &parts.portfolio)
        .words("candidate", |pick| pick.candidate.clone())
        .column(Column::of("start", Kind::Year), |pick| pick.start)
        .each(case.ministries.iter().enumerate(), |table, (at, id)| {
            let column = Column::new(format!("share_{id}"), id, Kind::Percent(0));
            table.column(column, |pick| pick.shares.0.get(at).map(|share| usize::from(share.1)))
        })
        .only(Audience::Programs)
}

fn conflict(impossible: &Impossible) -> Vec<Block> {
    let rules = impossible.conflict_told.iter().map(|rule| rule.clone().into()).collect();
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
fn prices(report: &PortfolioReport) -> Vec<Block> {
    let unit = if report.case.money.is_empty() { say!("portfolio-unit-money") } else { report.case.money.clone() };
    let [first, rest @ ..] = report.prices.as_slice() else { return Vec::new() };
    let price = first.price.short(PRICE);
    // Sixteen lines that say the same are one.
    if !rest.is_empty() && rest.iter().all(|line| line.price.short(PRICE) == price) {
        let blocks = vec![
            Block::Heading(say!("portfolio-what-one-more", unit = unit)),
            Block::text(say!("brief-equal-prices", unit = unit, price = price)),
            Block::text(say!("portfolio-these-prices-solvers", unit = unit)),
        ];
        return vec![Block::Only(Audience::Notes, blocks)];
    }
    let table = Table::of("prices", say!("portfolio-what-one-more", unit = unit), &report.prices)
        .words("ministry", |line| {
            let named = report.parts.ministries.iter().find(|it| it.ministry == line.ministry);
            Value::named(&line.ministry, named.map_or(&line.ministry, |it| &it.name))
        })
        .column(Column::of("year", Kind::Year), |line| line.year)
        .figures("price", PRICE, |line| line.price)
        .note(say!("portfolio-these-prices-solvers", unit = unit));
    vec![Block::Table(table.only(Audience::Notes))]
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
    facts.push(("nodes", exact(solver.nodes.into())));
    facts.push(("seconds", Figure(solver.seconds).fixed(2)));
    facts.retain(|(_, value)| !value.is_empty());
    [
        Block::Heading(say!("portfolio-proof")),
        Block::Only(Audience::Notes, vec![Block::text(text)]),
        Block::Only(Audience::Terminal, vec![Block::Facts(facts)]),
    ]
}
