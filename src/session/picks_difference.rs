//! What differs between two portfolios as files have them, pick by pick.

use std::collections::BTreeSet;

use super::edit::difference::{CellDifference, Difference, Only, RowDifference};
use super::user_portfolio::{UserPick, UserPortfolio};

/// What a portfolio is called among the tables of a difference.
pub const OWN: &str = "own";

/// What differs between the texts of two portfolios, empty where there was none; `None` where one is no portfolio, or has rows that cannot
/// be read.
pub fn difference_of_picks(before: &str, after: &str) -> Option<Difference> {
    let mut ministries: Vec<String> = Vec::new();
    for text in [before, after] {
        let names =
            text.lines().next().unwrap_or_default().split(',').filter_map(|it| it.trim().strip_prefix("share_"));
        ministries.extend(names.map(str::to_owned).filter(|name| !ministries.contains(name)).collect::<Vec<_>>());
    }
    let read = |text: &str| {
        let (own, unread) = UserPortfolio::from_csv(text, &ministries);
        (UserPortfolio::is_table(text) && unread.is_empty()).then_some(own)
    };
    let (before, after) = (read(before)?, read(after)?);
    let mut found = Difference::default();
    let all: BTreeSet<&String> = before.picks.keys().chain(after.picks.keys()).collect();
    for id in all {
        match (before.picks.get(id), after.picks.get(id)) {
            (Some(old), Some(new)) => {
                let cells = cells(old).into_iter().zip(cells(new)).filter(|(old, new)| old != new);
                found.cells.extend(cells.map(|((column, before), (_, after))| CellDifference {
                    table: OWN.to_owned(),
                    id: id.clone(),
                    column,
                    before,
                    after,
                }));
            }
            (Some(pick), None) => found.rows.push(row(id, Only::Before, pick)),
            (None, Some(pick)) => found.rows.push(row(id, Only::After, pick)),
            (None, None) => {}
        }
    }
    Some(found)
}

fn row(id: &str, only: Only, pick: &UserPick) -> RowDifference {
    RowDifference { table: OWN.to_owned(), id: id.to_owned(), only, cells: cells(pick).into() }
}

fn cells(pick: &UserPick) -> [(String, String); 2] {
    let shares: Vec<String> = pick.shares.iter().map(ToString::to_string).collect();
    [("start".to_owned(), pick.start.to_string()), ("shares".to_owned(), shares.join("/"))]
}
