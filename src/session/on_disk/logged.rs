//! What a save changes, as the log says it.

use std::collections::{BTreeMap, BTreeSet};

use super::OWN_FILE;
use crate::model::Workbook;
use crate::model::schema::table_by_name;
use crate::model::workbook::SETTINGS_FILE;
use crate::session::edit::difference::{Only, difference};
use crate::session::user_portfolio::{UserPick, UserPortfolio};
use crate::store::{Logged, Said};

/// What differs between two texts of a case: each cell, and each row that is new or gone.
pub(super) fn of_case(before: &Workbook, after: &Workbook) -> Vec<Logged> {
    let file = |table: &str| table_by_name(table).map_or(SETTINGS_FILE, |table| table.file).to_owned();
    let found = difference(before, after);
    let cells = found.cells.into_iter().map(|cell| {
        let said = |text: String| Some(text).filter(|text| !text.is_empty()).map(Said::Cell);
        let (before, after) = (said(cell.before), said(cell.after));
        Logged { file: file(&cell.table), row: cell.id, column: cell.column, before, after }
    });
    let rows = found.rows.into_iter().map(|row| {
        let said = Some(Said::Row(row.cells.into_iter().collect()));
        let (before, after) = if row.only == Only::Before { (said, None) } else { (None, said) };
        Logged { file: file(&row.table), row: row.id, column: String::new(), before, after }
    });
    cells.chain(rows).collect()
}

/// What differs between two own portfolios: each pick.
pub(super) fn of_own(before: &UserPortfolio, after: &UserPortfolio) -> Vec<Logged> {
    let said = |pick: &UserPick| {
        let shares: Vec<String> = pick.shares.iter().map(ToString::to_string).collect();
        let cells = [("start", pick.start.to_string()), ("shares", shares.join("/"))];
        Said::Row(cells.into_iter().map(|(name, text)| (name.to_owned(), text)).collect::<BTreeMap<_, _>>())
    };
    let all: BTreeSet<&String> = before.picks.keys().chain(after.picks.keys()).collect();
    let differing = all.into_iter().filter(|id| before.picks.get(*id) != after.picks.get(*id));
    let line = |id: &String| Logged {
        file: OWN_FILE.to_owned(),
        row: id.clone(),
        column: String::new(),
        before: before.picks.get(id).map(said),
        after: after.picks.get(id).map(said),
    };
    differing.map(line).collect()
}
