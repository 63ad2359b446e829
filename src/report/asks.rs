//! The three asks of the position paper made visible: innovating government, a cooperating ecosystem, Economy and
//! Defence interwoven.

use crate::say;
use rust_decimal::Decimal;

use super::data::{CaseHeader, Parts, PickLine};
use super::document::{Audience, Block, Column, Item, Kind, Table, Value};
use super::number::{MONEY, apportioned, fixed, percentage, sum};
use super::words;

/// The section: who pays with whom, by pillar; none where no pick names a pillar.
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
    all.push(Sums { name: "all".to_owned(), picks: parts.portfolio.iter().collect() });
    for column in &mut amounts {
        column.push(sum(column).unwrap_or_default());
    }
    let [bills, joint_bills, cofinanced] = amounts;
    let rows = all.iter().enumerate().map(|(at, sums)| {
        let mut row: Vec<Value> = vec![sums.name.as_str().into(), sums.picks.len().into(), bills[at].into()];
        row.extend(sums.paid(parts.ministries.len()).into_iter().map(Value::from));
        let joint = sums.picks.iter().filter(|pick| is_joint(pick)).count();
        row.push(format!("{joint} ({})", fixed(joint_bills[at], MONEY)).into());
        row.push(cofinanced[at].into());
        row
    });
    let in_money =
        |head: &str| if case.money.is_empty() { head.to_owned() } else { format!("{head} ({})", case.money) };
    let mut columns = vec![
        Column::words("pillar", "pillar"),
        Column::figures("picks", "picks", 0),
        Column::money("bill", in_money(&say!("asks-public-bill"))),
    ];
    columns.extend(parts.ministries.iter().map(|line| {
        let key = format!("paid_{}", line.ministry);
        Column::new(key, line.name.clone(), Kind::Percent(0))
    }));
    columns.push(Column::figures("together", say!("asks-paid-together"), 0));
    columns.push(Column::money("cofinanced", in_money(&say!("asks-brought-others"))));
    Table::new("pillars", "", columns, rows).only(Audience::Notes)
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
        count = words::count(picks.len(), "pick"),
        bill = words::money(case, bill),
        whole = words::money(case, whole),
        whole_2 = words::percent(bill, whole),
        others = words::money(case, others)
    );
    let item = |pick: &&PickLine| Item::from(format!("{}: {}", pick.name, words::payers(pick, &parts.ministries)));
    [Block::text(text), Block::List(joint.iter().map(item).collect())]
}

fn pillar_name(pillar: &str) -> String {
    match pillar {
        "innovating_government" => say!("asks-innovating-government"),
        "cooperating_ecosystem" => say!("asks-cooperating-ecosystem"),
        "economy_and_defence" => say!("asks-economy-defence-interwoven"),
        "" => say!("asks-no-pillar-named"),
        other => other.replace('_', " "),
    }
}
