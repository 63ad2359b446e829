//! The three asks of the position paper made visible: innovating government, a cooperating ecosystem, Economy and
//! Defence interwoven.

use crate::messages::{term, word};
use crate::say;
use rust_decimal::Decimal;

use super::data::{CaseHeader, Parts, PickLine};
use super::document::{Audience, Block, Column, Item, Kind, Table};
use super::number::{MONEY, apportioned, fixed, percentage, sum};
use super::words;

/// The section: who pays with whom, by pillar; `None` if no pick names a pillar.
pub(super) fn asks(case: &CaseHeader, parts: &Parts) -> Option<Block> {
    if parts.portfolio.iter().all(|pick| pick.pillar.is_empty()) {
        return None;
    }
    let heading = say!("asks-three-asks-innovating-government");
    let (heading, table) = (Block::Heading(heading), Block::Table(by_pillar(case, parts)));
    let [sentence, list] = together(case, parts);
    Some(Block::Only(Audience::Notes, vec![heading, table, sentence, list]))
}

/// What the picks of a pillar come to.
struct Sums<'a> {
    name: String,
    picks: Vec<&'a PickLine>,
}

impl Sums<'_> {
    fn of(&self, amount: impl Fn(&PickLine) -> Decimal) -> Decimal {
        words::sum(self.picks.iter().map(|pick| amount(pick).into())).0
    }

    /// What each ministry pays of the bill, in percent; a dash where there is none.
    fn paid(&self, ministries: usize) -> Vec<String> {
        let bill = self.of(|pick| pick.cost.0);
        let part = |at: usize| percentage(self.of(|pick| pick.paid.get(at).map_or(Decimal::ZERO, |paid| paid.0)), bill);
        match (0..ministries).map(part).collect::<Option<Vec<_>>>() {
            Some(parts) => apportioned(&parts, 0).into_iter().map(|part| format!("{part:.0} %")).collect(),
            None => vec!["-".to_owned(); ministries],
        }
    }
}

fn by_pillar(case: &CaseHeader, parts: &Parts) -> Table {
    let mut pillars: Vec<&str> = crate::model::schema::PILLARS.to_vec();
    for pick in &parts.portfolio {
        if !pillars.contains(&pick.pillar.as_str()) {
            pillars.push(&pick.pillar);
        }
    }
    let of = |pillar: &&str| Sums {
        name: pillar_name(pillar),
        picks: parts.portfolio.iter().filter(|pick| pick.pillar == *pillar).collect(),
    };
    let mut all: Vec<Sums<'_>> = pillars.iter().map(of).collect();
    // The pillars add up to what stands below them.
    let down = |amount: &dyn Fn(&PickLine) -> Decimal| {
        apportioned(&all.iter().map(|sums| sums.of(amount)).collect::<Vec<_>>(), MONEY)
    };
    let joint = |pick: &PickLine| if is_joint(pick) { pick.cost.0 } else { Decimal::ZERO };
    let mut amounts = [down(&|pick| pick.cost.0), down(&joint), down(&|pick| pick.cofinanced.0)];
    all.push(Sums { name: word("all"), picks: parts.portfolio.iter().collect() });
    for column in &mut amounts {
        column.push(sum(column).unwrap_or_default());
    }
    let [bills, joint_bills, cofinanced] = amounts;
    let in_money =
        |head: String| if case.money.is_empty() { head } else { say!("asks-in-money", head = head, unit = case.money) };
    let money = |key: &str, head| Column::new(key, in_money(head), Kind::Money(MONEY));
    let joint = |(at, sums): &(usize, &Sums<'_>)| {
        let joint = sums.picks.iter().filter(|pick| is_joint(pick)).count();
        format!("{joint} ({})", fixed(joint_bills[*at], MONEY))
    };
    Table::of("pillars", "", all.iter().enumerate())
        .words("pillar", |(_, sums)| sums.name.clone())
        .figures("picks", 0, |(_, sums)| sums.picks.len())
        .column(money("bill", say!("asks-public-bill")), |&(at, _)| bills[at])
        .each(parts.ministries.iter().enumerate(), |table, (ministry, line)| {
            let column = Column::new(format!("paid_{}", line.ministry), &line.name, Kind::Percent(0));
            table.column(column, |(_, sums)| sums.paid(parts.ministries.len()).swap_remove(ministry))
        })
        .figures("together", 0, joint)
        .column(money("cofinanced", say!("asks-brought-others")), |&(at, _)| cofinanced[at])
        .only(Audience::Notes)
}

fn is_joint(pick: &PickLine) -> bool {
    pick.shares.0.iter().filter(|(_, share)| *share > 0).count() > 1
}

fn together(case: &CaseHeader, parts: &Parts) -> [Block; 2] {
    let picks = &parts.portfolio;
    let joint: Vec<_> = picks.iter().filter(|pick| is_joint(pick)).collect();
    let bill = words::sum(joint.iter().map(|pick| pick.cost));
    let whole = words::sum(picks.iter().map(|pick| pick.cost));
    let others = words::sum(picks.iter().map(|pick| pick.cofinanced));
    let text = say!(
        "asks-ministries-pay-joint",
        joint = joint.len(),
        picks = picks.len(),
        bill = words::money(case, bill),
        whole = words::money(case, whole),
        share = words::percent(bill, whole),
        others = words::money(case, others)
    );
    let item = |pick: &&PickLine| Item::from(format!("{}: {}", pick.name, words::payers(pick, &parts.ministries)));
    [Block::text(text), Block::List(joint.iter().map(item).collect())]
}

/// What a pillar is called.
pub(crate) fn pillar_name(pillar: &str) -> String {
    if pillar.is_empty() { say!("asks-no-pillar-named") } else { term(pillar) }
}
