//! Pillars: the money of each, and the portfolios in which each carries its part.

use super::parts::Picture;
use crate::analyse::Outcome;
use crate::analyse::pillars::{Carried, Pillar};
use crate::model::Case;
use crate::report::pillar_name;
use crate::say;
use crate::tui::widgets::number::{fixed, money};
use crate::tui::widgets::stacks::{Stack, Stacks};

/// The portfolio of a row.
pub(super) fn portfolio<'a>(found: &'a Carried, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    let mut all = vec![(say!("pillars-best-portfolio"), &found.best)];
    if let Some(even) = &found.even {
        all.push((say!("pillars-even"), &even.found));
        all.extend(even.most.iter().map(|(most, found)| (say!("pillars-with-percent", percent = most), found)));
    }
    all.into_iter().nth(row).filter(|_| key == "portfolios")
}

/// What orders, other public money and others put into each pillar of the best portfolio.
pub(super) fn picture(case: &Case, found: &Carried, key: &str, cursor: Option<usize>) -> Option<Picture> {
    if key != "pillars" || found.pillars.is_empty() {
        return None;
    }
    let stack = |it: &Pillar| {
        let part = &it.parts.best;
        let text =
            say!("pillars-bar", cost = money(part.cost), others = money(part.others), lost = fixed(part.lost, 2));
        Stack { name: pillar_name(&it.pillar), parts: vec![part.orders, part.cost - part.orders, part.others], text }
    };
    Some(Picture::Stacks(Stacks {
        title: say!("pillars-money", money_unit = case.money_unit()),
        series: vec![say!("pillars-orders"), say!("pillars-other-public"), say!("pillars-others")],
        rows: found.pillars.iter().map(stack).collect(),
        cursor,
    }))
}
