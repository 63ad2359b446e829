//! Cases in which services can be bought: stakes with prices, floors under what a takeover costs, what prevents one, and purchases by
//! name.

use super::{Chance, id, put, scaled};
use beslismacht::model::schema::TableId;
use beslismacht::model::workbook::Workbook;

/// The rows of a table, with cells added to each.
fn widen(workbook: &mut Workbook, table: TableId, names: &[&str], mut cells: impl FnMut(&[String]) -> Vec<String>) {
    let sheet = workbook.sheet(table).clone();
    let header: Vec<String> = sheet.header.iter().cloned().chain(names.iter().map(|&it| it.to_owned())).collect();
    let rows = sheet.rows.iter().map(|row| row.cells.iter().cloned().chain(cells(&row.cells)).collect());
    let rows = rows.collect();
    put(workbook, table, &header, rows);
}

/// Stakes in tenths of a percent that add up to so many.
fn stakes(chance: &mut Chance, all: i64) -> Vec<i64> {
    let mut left = all;
    let mut stakes = Vec::new();
    for _ in 0..chance.whole(0, 3) {
        let stake = chance.whole(1, (left - 1).max(1));
        if stake < left {
            stakes.push(stake);
            left -= stake;
        }
    }
    stakes.push(left);
    stakes
}

/// A case whose services have holders, most of whom would sell. Some services may not be taken over too cheaply, and some effects prevent
/// it. The services may have cap tables already, which then stay.
pub fn guarded(mut workbook: Workbook, seed: u64) -> Workbook {
    let mut chance = Chance::new(seed);
    let services = workbook.sheet(TableId::Services).clone();
    let column = |name: &str| services.column(name);
    let (service, control) = (column("service").unwrap_or(0), column("control").unwrap_or(0));
    if workbook.sheet(TableId::Holders).rows.is_empty() {
        let mut holders: Vec<Vec<String>> = Vec::new();
        for row in &services.rows {
            let own: rust_decimal::Decimal = row.cells[control].parse().unwrap_or_default();
            let own = i64::try_from((own * rust_decimal::Decimal::TEN).trunc()).unwrap_or(0);
            if own >= 900 || chance.yes(15) {
                continue;
            }
            let of = row.cells[service].clone();
            holders.push(vec![of.clone(), "home".to_owned(), scaled(own, 1), "home".to_owned()]);
            for (at, stake) in stakes(&mut chance, 1000 - own).into_iter().enumerate() {
                holders.push(vec![of.clone(), id("h", at), scaled(stake, 1), String::new()]);
            }
        }
        put(&mut workbook, TableId::Holders, &["service", "holder", "stake", "bloc"], holders);
    }
    let is_dear = chance.yes(80);
    widen(&mut workbook, TableId::Holders, &["price"], |cells| {
        let has_none = cells.iter().any(|cell| cell == "home") || chance.yes(15);
        let price = if is_dear { chance.whole(0, 400) } else { chance.whole(0, 3) };
        vec![if has_none { String::new() } else { scaled(price, 1) }]
    });
    let quotas = if column("quota").is_none() { vec!["quota", "takeover_floor"] } else { vec!["takeover_floor"] };
    widen(&mut workbook, TableId::Services, &quotas, |_| {
        let quota = chance.text(&["", "", "50", "66.67", "30"]);
        let floor = chance.text(&["", "", "", "", "0", "2", "12.5"]);
        if quotas.len() == 2 { vec![quota, floor] } else { vec![floor] }
    });
    widen(&mut workbook, TableId::Effects, &["prevents", "lasts"], |_| {
        let prevents = if chance.yes(15) { "takeover" } else { "" };
        vec![prevents.to_owned(), if chance.yes(20) { chance.whole(1, 2).to_string() } else { String::new() }]
    });
    let floor = chance.text(&["", "", "1", "4.5"]);
    if !floor.is_empty() {
        workbook.settings = workbook.settings.replace("[require]\n", &format!("[require]\ntakeover_floor = {floor}\n"));
    }
    workbook
}

/// A case with cap tables in which some effects buy from a holder by name, and from none more than it has. The stakes add up to 100, and
/// nobody stands behind the holders.
pub fn named(mut workbook: Workbook, seed: u64) -> Workbook {
    let mut chance = Chance::new(seed);
    put(&mut workbook, TableId::Owners, &["company", "owner", "stake", "controls", "bloc"], Vec::new());
    let of = |rows: &[Vec<String>], service: &str, home: bool| -> Vec<usize> {
        (0..rows.len()).filter(|&at| rows[at][0] == service && (rows[at][3] == "home") == home).collect()
    };
    let sheet = workbook.sheet(TableId::Holders).clone();
    let mut rows: Vec<Vec<String>> = sheet.rows.iter().map(|row| row.cells.clone()).collect();
    let number = |cell: &str| cell.parse::<rust_decimal::Decimal>().unwrap_or_default();
    let services: std::collections::BTreeSet<String> = rows.iter().map(|row| row[0].clone()).collect();
    for service in &services {
        let own = of(&rows, service, true).first().map_or_else(Default::default, |&at| number(&rows[at][2]));
        let others = of(&rows, service, false);
        let mut left = rust_decimal::Decimal::ONE_HUNDRED - own;
        for (place, &at) in others.iter().enumerate() {
            let parts = rust_decimal::Decimal::from(2 * (others.len() - place - 1));
            let stake = if parts.is_zero() { left } else { (left / parts).round_dp(1) };
            rows[at][2] = stake.normalize().to_string();
            left -= stake;
        }
    }
    put(&mut workbook, TableId::Holders, &sheet.header, rows.clone());
    let effects = workbook.sheet(TableId::Effects).clone();
    let column = |name: &str, other| effects.column(name).unwrap_or(other);
    let (service, gain) = (column("service", 1), column("control_gain", 2));
    let mut left: Vec<rust_decimal::Decimal> = rows.iter().map(|row| number(&row[2])).collect();
    widen(&mut workbook, TableId::Effects, &["buys_from"], |cells| {
        let gain = number(&cells[gain]);
        let sellers: Vec<usize> =
            of(&rows, &cells[service], false).into_iter().filter(|&at| left[at] >= gain && !gain.is_zero()).collect();
        let seller = sellers.get(chance.below(sellers.len())).filter(|_| chance.yes(80));
        vec![seller.map_or_else(String::new, |&at| {
            left[at] -= gain;
            rows[at][1].clone()
        })]
    });
    workbook
}
