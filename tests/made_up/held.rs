//! Cases in which votes decide: cap tables for services that had none.

use super::{Chance, id, put, scaled};
use beslismacht::model::schema::TableId;
use beslismacht::model::workbook::Workbook;

/// A case with a cap table for about two services of three: one to seven others with whole, even or odd stakes, quotas of all
/// kinds, both indices.
pub fn held(mut workbook: Workbook, seed: u64) -> Workbook {
    let mut chance = Chance::new(seed);
    let services = workbook.sheet(TableId::Services).clone();
    let (service, control) = (services.column("service").unwrap_or(0), services.column("control").unwrap_or(0));
    let header: Vec<String> = services.header.iter().cloned().chain(["power", "quota"].map(str::to_owned)).collect();
    let mut rows = Vec::new();
    let mut holders: Vec<Vec<String>> = Vec::new();
    for row in &services.rows {
        let mut cells = row.cells.clone();
        let rule = chance.text(&["", "banzhaf", "shapley"]);
        let quota =
            if rule.is_empty() { String::new() } else { chance.text(&["", "50", "66.67", "40", "75", "99.9", "0"]) };
        if !rule.is_empty() {
            let others = usize::try_from(chance.whole(1, 7)).unwrap_or(1);
            holders.push(vec![cells[service].clone(), "home".to_owned(), cells[control].clone(), "home".to_owned()]);
            for at in 0..others {
                let stake = chance.one_of(&[100, 100, 50, 200, 333, 1250, 7]).unwrap_or(100);
                holders.push(vec![cells[service].clone(), id("h", at), scaled(stake, 2), String::new()]);
            }
        }
        cells.extend([rule, quota]);
        rows.push(cells);
    }
    put(&mut workbook, TableId::Services, &header, rows);
    put(&mut workbook, TableId::Holders, &["service", "holder", "stake", "bloc"], holders);
    let owners = owners(&mut chance);
    put(&mut workbook, TableId::Owners, &["company", "owner", "stake", "controls", "bloc"], owners);
    workbook
}

/// Who stands behind some of the holders: one behind several, the country, a circle. The first holder is never the country's, so that
/// somebody is left beside it.
fn owners(chance: &mut Chance) -> Vec<Vec<String>> {
    let rows = [
        ["h1", "p", "60", "", ""],
        ["h3", "p", "30", "", ""],
        ["h3", "h1", "25", "", ""],
        ["h2", "home", "60", "", ""],
        ["h2", "q", "40", "", ""],
        ["h4", "q", "0", "yes", ""],
        ["h5", "h6", "51", "", ""],
        ["h6", "h5", "70", "", ""],
        ["h7", "country", "10", "yes", "home"],
    ];
    let some: Vec<_> = rows.into_iter().filter(|_| chance.whole(0, 2) > 0).collect();
    some.into_iter().map(|row| row.map(str::to_owned).to_vec()).collect()
}

/// Stakes of this many holders that add up to the rest beside a stake of 10, with two decimals, no two alike.
pub fn holders(many: usize, seed: u64) -> Vec<rust_decimal::Decimal> {
    let mut chance = Chance::new(seed);
    let mut left = 9_000 - i64::try_from(many * (many + 1) / 2).unwrap_or(0) * 2;
    (1..=many)
        .map(|at| {
            let own = if at == many { left } else { chance.whole(0, left / 4) };
            left -= own;
            rust_decimal::Decimal::new(own + i64::try_from(at).unwrap_or(0) * 2, 2)
        })
        .collect()
}
