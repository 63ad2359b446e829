//! What comes back from a spreadsheet, held against the case that the workbook was made of.

use crate::model::order::InOrder as _;
use std::collections::{HashMap, HashSet, VecDeque};
use std::path::Path;
use std::sync::Arc;

use super::look::SETTINGS;
use super::{cells, origin, settings_sheet};
use crate::model::schema::{Kind, TABLES, Table, TableId};
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Row, Sheet, Workbook};
use crate::say;
use crate::session::edit::difference::{Difference, difference, settings};
use crate::session::three_way_merge::{self, ThreeWayMerge, Version};
use crate::session::user_portfolio::UserPortfolio;
use crate::store::xlsx::{XlsxCell, XlsxSheet};
use crate::store::{self, Opened};

/// So many cells without a value are named.
const MOST: usize = 9;

/// A case that comes back from a spreadsheet.
#[derive(Debug)]
pub struct Returned {
    /// The case as it was when the workbook was made.
    pub base: Opened,
    /// The case as the workbook has it: what nobody changed there is what it was, byte for byte.
    pub book: Workbook,
    /// What was not taken from the workbook, each with why.
    pub said: Vec<String>,
    /// How many of its cells hold no value, so that nothing was taken from them.
    pub odd: usize,
}

/// What taking over comes to.
#[derive(Debug)]
pub struct Takeover {
    /// The case afterwards.
    pub book: Workbook,
    /// What differs from the case as it is.
    pub difference: Difference,
    /// Places that were changed both in the workbook and in the case since.
    pub conflicts: Vec<three_way_merge::Difference>,
    /// Files of the case that were changed since the workbook was made.
    pub changed: Vec<&'static str>,
}

impl Returned {
    /// Reads a workbook that was made of a case in a folder; none where it was not.
    ///
    /// # Errors
    /// A sentence where the files of the case in it are not what they were.
    pub fn read(sheets: &[XlsxSheet], folder: &Path) -> Option<Result<Self, String>> {
        Some(origin::read(sheets)?.map(|origin| {
            let base = store::open_bytes(folder, &origin.files, origin.decimal);
            let mut book = base.workbook.clone();
            let (mut said, mut odd) = (Vec::new(), Vec::new());
            let find = |name: &str| sheets.iter().find(|sheet| sheet.name.eq_ignore_ascii_case(name));
            match find(SETTINGS) {
                Some(sheet) => {
                    book.settings = settings_sheet::taken(sheet, &base.workbook.settings, (&mut said, &mut odd));
                }
                None => said.push(say!("spreadsheet-no-sheet", name = SETTINGS)),
            }
            for table in TABLES {
                let was = base.workbook.sheet(table.id);
                match find(table.name) {
                    Some(sheet) => {
                        let changed = Held::new(table, sheet, was, &mut said).changed(&mut odd);
                        if let Some(sheet) = changed {
                            *book.sheet_mut(table.id) = sheet;
                        }
                    }
                    None if was.rows.is_empty() => {}
                    None => said.push(say!("spreadsheet-no-sheet", name = table.name)),
                }
            }
            let count = odd.len();
            if count > MOST {
                odd.truncate(MOST);
                odd.push(say!("spreadsheet-odd-more", count = count - MOST));
            }
            said.append(&mut odd);
            Self { base, book, said, odd: count }
        }))
    }

    /// Whether the workbook was made of this case, as it is or as it once was: some of the investments are the same ones, and the
    /// title or a table is, or most of them are.
    pub fn is_of(&self, case: &Workbook) -> bool {
        let base = &self.base.workbook;
        let ids = |book: &Workbook| {
            let sheet = book.sheet(TableId::Candidates);
            (0..sheet.rows.len()).map(|row| sheet.key(row)).collect::<HashSet<String>>()
        };
        let (was, now) = (ids(base), ids(case));
        let both = was.intersection(&now).count();
        let title = |book: &Workbook| settings(&book.settings).into_iter().find(|(key, _)| key == "title");
        let same = |name: &str| base.file(name).is_some_and(|text| case.file(name) == Some(text));
        let names = || TABLES.iter().map(|table| table.file).chain([SETTINGS_FILE]);
        let is_alike = title(base) == title(case) || names().any(same);
        match both {
            0 => (was.is_empty() || now.is_empty()) && is_alike,
            both => is_alike || 2 * both >= was.len().min(now.len()),
        }
    }

    /// What taking it over makes of a case: of these tables, or of all where none is named. Where both were changed, the case
    /// stays as it is, unless the workbook is to hold.
    pub fn onto(&self, case: &Workbook, only: &[String], workbook_holds: bool) -> Takeover {
        let (base, own) = (&self.base.workbook, UserPortfolio::default());
        let mut book = self.book.clone();
        let wanted = |name: &str| only.is_empty() || only.iter().any(|it| it == name);
        if !wanted(SETTINGS) {
            book.settings.clone_from(&base.settings);
        }
        for table in TABLES.iter().filter(|table| !wanted(table.name)) {
            book.sheet_mut(table.id).clone_from(base.sheet(table.id));
        }
        let version = |book| Version { book, own: &own };
        let merge = ThreeWayMerge { base: version(base), disk: version(&book), here: version(case) };
        let conflicts = merge.conflicts();
        let step = merge.taking_over(if workbook_holds { &conflicts } else { &[] });
        let (mut after, mut none) = (case.clone(), own.clone());
        for change in step.changes {
            let _ = change.apply(&mut after, &mut none);
        }
        let names = std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file));
        let changed = names.filter(|name| base.file(name) != case.file(name)).collect();
        Takeover { difference: difference(case, &after), book: after, conflicts, changed }
    }
}

/// A column of a sheet.
struct Place {
    /// Where it stands in the sheet.
    at: u32,
    name: String,
    /// Where it stands in the table; none where it is new.
    was: Option<usize>,
    kind: Option<Kind>,
}

/// A row of a sheet: its cells by column.
type Cells = std::collections::BTreeMap<u32, XlsxCell>;

/// A sheet held against the table that it was made of.
struct Held<'a> {
    schema: &'static Table,
    was: &'a Sheet,
    places: Vec<Place>,
    rows: Vec<&'a Cells>,
    /// Where each of them stands in the sheet.
    numbers: Vec<u32>,
    /// Whether its rows can be known again.
    is_known: bool,
}

impl<'a> Held<'a> {
    fn new(schema: &'static Table, sheet: &'a XlsxSheet, was: &'a Sheet, said: &mut Vec<String>) -> Self {
        let head = |at: u32| sheet.rows.get(&0).and_then(|row| row.get(&at)).map(XlsxCell::text);
        let named = |at: u32| head(at).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        let mut free: HashMap<&str, VecDeque<usize>> = HashMap::new();
        was.header.iter().enumerate().for_each(|(at, name)| free.entry(name).or_default().push_back(at));
        let in_place = (0..).zip(&was.header).all(|(at, name)| named(at).unwrap_or_default() == *name);
        let widest = was.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(was.header.len());
        let mut used: Vec<u32> = sheet.rows.values().flat_map(|row| row.keys().copied()).collect();
        used.order();
        used.dedup();
        let mut places = Vec::new();
        for at in used {
            let name = named(at).unwrap_or_default();
            // What has no head is known by its place, as long as nothing was put in before it.
            let by_place = usize::try_from(at).ok().filter(|at| name.is_empty() && in_place && *at < widest);
            let is_filled = || sheet.rows.range(1..).any(|(_, row)| row.contains_key(&at));
            let place = match free.get_mut(name.as_str()).filter(|_| !name.is_empty()).and_then(VecDeque::pop_front) {
                Some(was) => Some(was),
                None if by_place.is_some() => by_place,
                None if !is_filled() => continue,
                None if name.is_empty() => {
                    said.push(say!("spreadsheet-no-head", table = schema.name, number = at + 1));
                    continue;
                }
                None => None,
            };
            let kind = cells::kind(schema.column(&name));
            places.push(Place { at, name, was: place, kind });
        }
        let mut is_known = true;
        for (at, name) in was.header.iter().enumerate() {
            let is_there = places.iter().any(|place| place.was == Some(at));
            if !is_there && (0..was.rows.len()).any(|row| !was.cell_at(row, at).is_empty()) {
                let is_needed = schema.column(name).is_some_and(|column| column.required);
                is_known &= !is_needed;
                said.push(if is_needed {
                    say!("spreadsheet-no-key", table = schema.name, column = name)
                } else {
                    say!("spreadsheet-no-column", table = schema.name, column = name)
                });
            }
        }
        let filled = |(_, row): &(&u32, &Cells)| places.iter().any(|place| row.contains_key(&place.at));
        let (numbers, rows) = sheet.rows.range(1..).filter(filled).unzip();
        Self { schema, was, places, rows, numbers, is_known }
    }

    /// What a cell from which nothing can be taken holds; none where something can.
    fn odd(&self, was: &str, (row, place): (usize, &Place)) -> Option<String> {
        let what = cells::odd(was, self.rows[row].get(&place.at))?;
        let cell = cells::called(self.numbers[row], place.at);
        Some(say!("spreadsheet-odd", table = self.schema.name, cell = cell, what = what))
    }

    /// The table as the sheet has it; none where nothing was changed. Cells from which nothing can be taken are told.
    fn changed(&self, odd: &mut Vec<String>) -> Option<Sheet> {
        // Without the key of a row nobody knows which one it is.
        let keys = || self.places.iter().filter(|place| self.schema.key.contains(&place.name.as_str()));
        let lost = (0..self.rows.len()).flat_map(|row| keys().filter_map(move |place| self.odd("", (row, place))));
        if let Some(lost) = lost.into_iter().next() {
            odd.push(lost + " " + &say!("spreadsheet-odd-key"));
            return None;
        }
        if !self.is_known {
            return None;
        }
        let pairs = self.pairs();
        let mut sheet = self.was.clone();
        if sheet.header.is_empty() && !self.rows.is_empty() {
            sheet.header = self.places.iter().map(|place| place.name.clone()).collect();
        }
        let columns: Vec<usize> =
            self.places.iter().map(|place| place.was.unwrap_or_else(|| sheet.column_or_new(&place.name))).collect();
        let (mut added, mut after): (Vec<(Option<usize>, Arc<Row>)>, _) = (Vec::new(), None);
        for (at, (cells, pair)) in self.rows.iter().zip(&pairs).enumerate() {
            let places = || self.places.iter().zip(&columns);
            let Some(row) = *pair else {
                let mut row = vec![String::new(); sheet.header.len()];
                for (place, &column) in places() {
                    if let Some(what) = self.odd("", (at, place)) {
                        odd.push(what);
                        continue;
                    }
                    let cell = cells.get(&place.at).map(|cell| cells::typed(cell, place.kind));
                    if let (Some(text), Some(into)) = (cell, row.get_mut(column)) {
                        *into = text;
                    }
                }
                added.push((after, Arc::new(Row::new(row))));
                continue;
            };
            after = Some(row);
            for (place, &column) in places() {
                let cell = cells.get(&place.at);
                if let Some(what) = self.odd(self.was_in(row, place), (at, place)) {
                    odd.push(what);
                } else if !cells::is_same(self.was_in(row, place), cell, place.kind) {
                    sheet.set(row, column, &cell.map(|cell| cells::typed(cell, place.kind)).unwrap_or_default());
                }
            }
        }
        // A row that says nothing is not seen in a spreadsheet.
        let is_blank = |row: usize| self.places.iter().all(|place| self.was_in(row, place).is_empty());
        let mut kept: Vec<bool> = (0..self.was.rows.len()).map(is_blank).collect();
        pairs.iter().flatten().for_each(|&row| kept[row] = true);
        if !added.is_empty() || kept.contains(&false) {
            let mut rows: Vec<Arc<Row>> = Vec::new();
            let mut behind: HashMap<Option<usize>, Vec<Arc<Row>>> = HashMap::new();
            for (after, row) in added {
                behind.entry(after).or_default().push(row);
            }
            rows.extend(behind.remove(&None).unwrap_or_default());
            for (at, row) in sheet.rows.iter().enumerate() {
                rows.extend(kept[at].then(|| Arc::clone(row)));
                rows.extend(behind.remove(&Some(at)).unwrap_or_default());
            }
            sheet.rows = rows;
        }
        (sheet != *self.was).then_some(sheet)
    }

    /// The text that the table had in a row.
    fn was_in(&self, row: usize, place: &Place) -> &str {
        place.was.map_or("", |at| self.was.cell_at(row, at))
    }

    /// For each row of the sheet the one of the table that it was: one that says the same, else one with the same key, else, where
    /// rows have none, the one behind that of the row before.
    fn pairs(&self) -> Vec<Option<usize>> {
        let mut pairs = vec![None; self.rows.len()];
        let says = |row: usize| self.places.iter().map(|it| cells::says(self.was_in(row, it))).collect::<Vec<_>>();
        let said = |row: &Cells| {
            let text = |place: &Place| row.get(&place.at).map_or_else(String::new, |cell| cells::says(&cell.text()));
            self.places.iter().map(text).collect::<Vec<_>>()
        };
        self.match_by(&mut pairs, says, said);
        let key = self.schema.key;
        if !key.is_empty() {
            let place = |name: &&str| self.places.iter().find(|place| place.name == **name);
            let Some(places) = key.iter().map(place).collect::<Option<Vec<&Place>>>() else { return pairs };
            let says = |row: usize| places.iter().map(|it| cells::says(self.was_in(row, it))).collect::<Vec<_>>();
            let said = |row: &Cells| {
                let text = |it: &&Place| row.get(&it.at).map_or_else(String::new, |cell| cells::says(&cell.text()));
                places.iter().map(text).collect::<Vec<_>>()
            };
            self.match_by(&mut pairs, says, said);
            return pairs;
        }
        let mut taken = vec![false; self.was.rows.len()];
        pairs.iter().flatten().for_each(|&row: &usize| taken[row] = true);
        let mut next = 0;
        for pair in &mut pairs {
            if pair.is_none() && taken.get(next) == Some(&false) {
                *pair = Some(next);
                taken[next] = true;
            }
            next = pair.map_or(next, |row| row + 1);
        }
        pairs
    }

    /// Pairs rows that say the same: in the same place first, then wherever they stand.
    fn match_by(
        &self,
        pairs: &mut [Option<usize>],
        says: impl Fn(usize) -> Vec<String>,
        said: impl Fn(&Cells) -> Vec<String>,
    ) {
        let taken: Vec<usize> = pairs.iter().flatten().copied().collect();
        let mut free: HashMap<Vec<String>, VecDeque<usize>> = HashMap::new();
        let mut is_taken = vec![false; self.was.rows.len()];
        for row in taken {
            is_taken[row] = true;
        }
        (0..is_taken.len())
            .filter(|&row| !is_taken[row])
            .for_each(|row| free.entry(says(row)).or_default().push_back(row));
        for anywhere in [false, true] {
            for (at, pair) in pairs.iter_mut().enumerate().filter(|(_, pair)| pair.is_none()) {
                let Some(rows) = free.get_mut(&said(self.rows[at])) else { continue };
                let same = rows.iter().position(|row| *row == at);
                *pair = if anywhere { rows.pop_front() } else { same.and_then(|same| rows.remove(same)) };
            }
        }
    }
}
