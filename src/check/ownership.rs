//! Who stands behind holders: owners of companies, and who controls them.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::holders::TOLERANCE;
use super::subject::Subject;
use crate::messages::list;
use crate::model::Owner;
use crate::model::finding::{Findings, Place};
use crate::model::guess::suggest;
use crate::model::limits::MOST_OWNERS;
use crate::model::ownership::{Control, Decider};
use crate::model::schema::TableId;
use crate::say;

/// So many names are guessed at.
const GUESSES: usize = 20;

fn place(row: usize, column: &str) -> Place {
    Place::Cell(TableId::Owners, row, column.to_owned())
}

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    if case.owners.is_empty() || !subject.are_sound(&[TableId::Owners, TableId::Holders]) {
        return;
    }
    if case.owners.len() > MOST_OWNERS {
        let (message, remedy) = (say!("ownership-too-many", most = MOST_OWNERS), say!("ownership-too-many-fix"));
        findings.error("too-big", Place::Row(TableId::Owners, case.owners[MOST_OWNERS].row), message, remedy);
        return;
    }
    for it in case.owners.iter().filter(|it| it.owner == it.company) {
        let (message, remedy) = (say!("ownership-itself", id = it.owner), say!("ownership-itself-fix"));
        findings.error("owns-itself", place(it.row, "owner"), message, remedy);
    }
    let mut companies: BTreeMap<&str, Vec<&Owner>> = BTreeMap::new();
    for it in &case.owners {
        companies.entry(&it.company).or_default().push(it);
    }
    let control = Control::of(case);
    let holding = case.holders.iter().map(|it| it.holder.as_str());
    let holding: BTreeSet<&str> = holding.chain(case.owners.iter().map(|it| it.owner.as_str())).collect();
    let mut told = 0;
    for (company, rows) in &companies {
        let sum: Decimal = rows.iter().map(|it| it.stake).sum();
        if sum > Decimal::ONE_HUNDRED + TOLERANCE {
            let last = rows[rows.len() - 1].row;
            let message = say!("ownership-above-100", id = company, sum = sum.normalize());
            findings.error("owners-above-100", place(last, "stake"), message, say!("ownership-above-100-fix"));
        }
        // With something withheld the holder may be there under another name.
        if subject.workbook.withheld.is_empty() && !holding.contains(company) {
            told += 1;
            // Whoever has more than a few of them has another trouble than a letter.
            let near = holding.iter().copied().filter(|_| told <= GUESSES);
            let remedy = suggest(company, near, &say!("ownership-holds-nothing-fix"));
            let message = say!("ownership-holds-nothing", id = company);
            findings.warning("company-holds-nothing", place(rows[0].row, "company"), message, remedy);
        }
        contradicts(&control, (company, rows), findings);
    }
    // One of the circle is told where its rows begin.
    for company in control.circles() {
        let row = companies[company][0].row;
        let message = say!("ownership-circle", id = company);
        findings.warning("control-in-circle", place(row, "company"), message, say!("ownership-circle-fix"));
    }
}

/// Whoever decides by a right, by votes or by a mark, and somebody else who does.
fn contradicts(control: &Control<'_>, (company, rows): (&str, &[&Owner]), findings: &mut Findings) {
    let code = "control-contradicts";
    let name = |it: Decider<'_>| match it {
        Decider::Home => say!("ownership-home"),
        Decider::Party(id) => id.to_owned(),
    };
    let rights: Vec<&&Owner> = rows.iter().filter(|it| it.controls).collect();
    let mut tops: Vec<Decider<'_>> = rights.iter().filter_map(|it| control.top(&it.owner)).collect();
    tops.sort();
    tops.dedup();
    if tops.len() > 1 {
        let who = list(&rights.iter().map(|it| it.owner.clone()).collect::<Vec<_>>());
        let place = place(rights[rights.len() - 1].row, "controls");
        findings.error(code, place, say!("ownership-two-rights", id = company, who = who), say!("ownership-one-right"));
        return;
    }
    let [right, votes] = control.claims(company);
    if let (Some(right), Some(votes)) = (right, votes)
        && right != votes
    {
        let (place, who, other) = (place(rights[0].row, "controls"), name(right), name(votes));
        let message = say!("ownership-right-and-votes", id = company, who = who, other = other);
        findings.warning(code, place, message, say!("ownership-right-and-votes-fix"));
    }
    let decides = right.or(votes).filter(|it| *it != Decider::Home);
    if let Some(other) = decides.filter(|_| control.is_marked(company)) {
        let message = say!("ownership-home-of-other", id = company, other = name(other));
        findings.warning(code, place(rows[0].row, "owner"), message, say!("ownership-home-of-other-fix"));
    }
}
