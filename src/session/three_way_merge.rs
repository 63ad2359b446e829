//! A case of which there are two versions: what is here, and what somebody wrote to disk meanwhile. What differs is told
//! cell by cell with who changed it, and what only one side changed can be put together.

use crate::messages::{Thousands, word, written};
use crate::model::order::InOrder as _;
use crate::say;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::Arc;

use litemap::LiteMap;

use super::edit::Edit;
use super::history::{Change, Step};
use super::names::Names;
use super::settings;
use super::user_portfolio::{UserPick, UserPortfolio};
use crate::model::cell::decimal;
use crate::model::schema::{self, TABLES, TableId};
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Case, Row, Sheet, Workbook};
use crate::store::OWN_FILE;

/// A version of a case with its own portfolio.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The text.
    pub book: &'a Workbook,
    /// The own portfolio.
    pub own: &'a UserPortfolio,
}

/// Three versions: the one on which both others were made, the one on disk, and the one here.
#[derive(Debug, Clone, Copy)]
pub struct ThreeWayMerge<'a> {
    /// What both sides began with.
    pub base: Version<'a>,
    /// What is on disk now.
    pub disk: Version<'a>,
    /// What is here.
    pub here: Version<'a>,
}

/// A place where the version on disk and the one here differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The file.
    pub file: &'static str,
    /// Where in it: `fab cost_1`.
    pub place: String,
    /// What was there before; `None` if the row did not exist.
    pub base: Option<String>,
    /// What is on disk.
    pub disk: Option<String>,
    /// What is here.
    pub here: Option<String>,
    at: At,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    Setting(String),
    Cell(TableId, RowKey, String),
    Row(TableId, RowKey),
    Own(String),
    /// Comments, blank lines, the order of rows.
    Layout,
}

/// A row by what it is called, and by its number among those that are called so.
type RowKey = (String, usize);

/// Who changed a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Only the planner here.
    Here,
    /// Only somebody on disk.
    Disk,
    /// Both, and not to the same.
    Both,
}

impl Difference {
    /// Who changed it.
    pub fn by(&self) -> By {
        match (self.disk == self.base, self.here == self.base) {
            (true, _) if self.at != At::Layout => By::Here,
            (_, true) if self.at != At::Layout => By::Disk,
            _ => By::Both,
        }
    }

    /// What people call the place.
    pub fn called(&self, case: &Case) -> String {
        let names = Names::new(case);
        let row = |table: TableId, (key, _): &RowKey| {
            let known = schema::table(table);
            if known.key.is_empty() { word("row") } else { names.of_key(known, key) }
        };
        match &self.at {
            At::Cell(table, key, column) => {
                let label = case.label(schema::table(*table), column);
                say!("edits-column-of-row", column = label, row = row(*table, key))
            }
            At::Row(table, key) => row(*table, key),
            At::Setting(key) => case.setting_label(key),
            At::Own(id) => names.row(TableId::Candidates, id).unwrap_or(id).to_owned(),
            At::Layout => self.place.clone(),
        }
    }

    /// Whether both sides changed the same cell, so that one has to be chosen.
    pub fn is_conflict(&self) -> bool {
        self.at != At::Layout && self.by() == By::Both
    }

    /// The difference in a line; with a case, in the words that people have for it.
    fn sentence(&self, case: Option<&Case>, of_workbook: bool) -> String {
        let cell = |case: &Case, text: &str| match &self.at {
            At::Cell(table, _, column) => super::names::text(case, *table, column, text),
            _ => text.to_owned(),
        };
        let said = |text: &Option<String>| match text {
            None => word("nothing"),
            Some(text) if text.is_empty() => word("empty"),
            Some(text) if case.is_some_and(|case| cell(case, text) != *text) => {
                case.map_or_else(String::new, |case| cell(case, text))
            }
            Some(text) if decimal(text).is_ok() => written(text, Thousands::Never),
            Some(text) => text.clone(),
        };
        let (base, disk, here) = (said(&self.base), said(&self.disk), said(&self.here));
        let place = case.map_or_else(|| self.place.clone(), |case| self.called(case));
        match (&self.at, self.by()) {
            (At::Layout, _) => format!("  {place}"),
            (_, By::Here) => say!("three-way-merge-place-base-here", place = place, base = base, here = here),
            (_, By::Disk) => say!("three-way-merge-place-base-disk", place = place, base = base, disk = disk),
            (_, By::Both) if of_workbook => {
                say!("workbook-both-place", place = place, base = base, case = here, workbook = disk)
            }
            (_, By::Both) => {
                say!("three-way-merge-place-base-here-here", place = place, base = base, here = here, disk = disk)
            }
        }
    }
}

/// All differences as a text, file by file; with a case, in the words that people have for them. Places that both sides changed have a `!` in front.
pub fn summary(differences: &[Difference], case: Option<&Case>) -> String {
    told(differences, case, false)
}

/// Places that a workbook and the case both changed, file by file.
pub fn summary_of_workbook(conflicts: &[Difference]) -> String {
    told(conflicts, None, true)
}

fn told(differences: &[Difference], case: Option<&Case>, of_workbook: bool) -> String {
    let mut text = String::new();
    let mut file = "";
    for difference in differences {
        if difference.file != file {
            file = difference.file;
            let count = differences.iter().filter(|it| it.file == file).count();
            let _ = write!(text, "\n{file}, {}\n", super::count_of(count, "difference"));
        }
        text.push_str(&difference.sentence(case, of_workbook));
        text.push('\n');
    }
    text
}

impl ThreeWayMerge<'_> {
    /// Everything in which the version on disk and the one here differ.
    pub fn differences(&self) -> Vec<Difference> {
        let mut all = self.settings();
        for table in TABLES {
            let [base, disk, here] = self.sheets(table.id);
            if disk != here {
                let found = rows(table.file, base, disk, here);
                let none = found.is_empty();
                all.extend(found);
                if none {
                    all.push(layout(table.file, &say!("three-way-merge-same-cells-another")));
                }
            }
        }
        all.extend(self.own());
        all
    }

    /// What both sides changed, and not to the same, so that one version has to be chosen each.
    pub fn conflicts(&self) -> Vec<Difference> {
        self.differences().into_iter().filter(Difference::is_conflict).collect()
    }

    fn sheets(&self, table: TableId) -> [&Sheet; 3] {
        [self.base, self.disk, self.here].map(|version| version.book.sheet(table))
    }

    fn settings(&self) -> Vec<Difference> {
        let texts = [self.base, self.disk, self.here].map(|version| version.book.settings.as_str());
        if texts[1] == texts[2] {
            return Vec::new();
        }
        let [base, disk, here] =
            texts.map(|text| settings::rows(text).into_iter().map(|row| (row.key, row.value)).collect());
        let mut found = by_name(SETTINGS_FILE, &[base, disk, here], At::Setting);
        if found.is_empty() {
            found.push(layout(SETTINGS_FILE, &say!("three-way-merge-same-settings-other")));
        }
        found
    }

    fn own(&self) -> Vec<Difference> {
        let summary = |(id, pick): (&String, &UserPick)| {
            let shares: Vec<_> = pick.shares.iter().map(ToString::to_string).collect();
            (id.clone(), format!("{} {}", pick.start, shares.join("/")))
        };
        let versions = [self.base, self.disk, self.here].map(|it| it.own.picks.iter().map(summary).collect());
        by_name(OWN_FILE, &versions, At::Own)
    }

    /// What puts everything that was changed on disk only into the version here. Where both sides changed a place, what is
    /// here stays, but for the differences `theirs`.
    pub fn taking_over(&self, theirs: &[Difference]) -> Step {
        let mut differences = self.differences();
        differences.retain(|it| it.by() == By::Disk || theirs.contains(it));
        let mut edits = Vec::new();
        let [base, disk, here] = [self.base, self.disk, self.here].map(|version| &version.book.settings);
        let settings = if here == base { disk.clone() } else { self.settings_taken_over(&differences) };
        if settings != *here {
            edits.push(Edit::Settings(settings));
        }
        for table in TABLES {
            let [base, disk, here] = self.sheets(table.id);
            if disk == here || disk == base {
                continue;
            }
            if here == base {
                edits.push(Edit::RestoreSheet(Box::new(disk.clone())));
            } else {
                edits.extend(rows_taken_over(table.id, disk, here, &differences));
            }
        }
        let mut changes: Vec<Change> = edits.into_iter().map(Change::Book).collect();
        let own = self.own_taken_over(&differences);
        if own != *self.here.own {
            changes.push(Change::Own(own));
        }
        Step::new(say!("three-way-merge-what-was-changed"), changes)
    }

    fn settings_taken_over(&self, differences: &[Difference]) -> String {
        let mut text = self.here.book.settings.clone();
        for difference in differences {
            if let At::Setting(key) = &difference.at
                && let Ok(changed) = settings::changed(&text, key, difference.disk.as_deref().unwrap_or_default())
            {
                text = changed;
            }
        }
        text
    }

    fn own_taken_over(&self, differences: &[Difference]) -> UserPortfolio {
        let mut own = self.here.own.clone();
        for difference in differences {
            let At::Own(id) = &difference.at else { continue };
            match self.disk.own.picks.get(id) {
                Some(pick) => drop(own.picks.insert(id.clone(), pick.clone())),
                None => drop(own.picks.remove(id)),
            }
        }
        own
    }
}

/// Where things that go by a name differ on disk and here; by name what each is at first, on disk and here.
fn by_name(file: &'static str, versions: &[LiteMap<String, String>; 3], at: impl Fn(String) -> At) -> Vec<Difference> {
    let [_, disk, here] = versions;
    let names: BTreeSet<&String> = disk.keys().chain(here.keys()).collect();
    let found = names.into_iter().filter(|name| disk.get(*name) != here.get(*name)).map(|name| {
        let [base, disk, here] = versions.each_ref().map(|it| it.get(name).cloned());
        Difference { file, place: name.clone(), base, disk, here, at: at(name.clone()) }
    });
    found.collect()
}

fn layout(file: &'static str, what: &str) -> Difference {
    Difference { file, place: what.to_owned(), base: None, disk: None, here: None, at: At::Layout }
}

/// Where each row of a sheet stands, by what it is called. A table without ids calls a row by all of its cells.
fn index(sheet: &Sheet) -> (Vec<RowKey>, HashMap<RowKey, usize>) {
    let mut count: HashMap<String, usize> = HashMap::new();
    let keys: Vec<RowKey> = (0..sheet.rows.len())
        .map(|row| {
            let key = if sheet.schema().key.is_empty() { text_of(sheet, row) } else { sheet.key(row) };
            let nth = count.entry(key.clone()).or_default();
            *nth += 1;
            (key, *nth)
        })
        .collect();
    let places = keys.iter().cloned().zip(0..).collect();
    (keys, places)
}

/// The cells of a row that are not empty.
fn text_of(sheet: &Sheet, row: usize) -> String {
    let cells = (0..sheet.header.len()).map(|at| sheet.cell_at(row, at)).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join(", ")
}

fn rows(file: &'static str, base: &Sheet, disk: &Sheet, here: &Sheet) -> Vec<Difference> {
    let ((_, base_at), (disk_keys, disk_at), (here_keys, here_at)) = (index(base), index(disk), index(here));
    let mut columns: Vec<&String> = here.header.iter().collect();
    columns.extend(disk.header.iter().filter(|name| here.column(name).is_none()));
    let mut found = Vec::new();
    let more = disk_keys.iter().filter(|key| !here_at.contains_key(*key));
    for key in here_keys.iter().chain(more) {
        let at = [&base_at, &disk_at, &here_at].map(|places| places.get(key).copied());
        let row = |sheet: &Sheet, at: Option<usize>| at.map(|at| text_of(sheet, at));
        let [base_row, Some(disk_row), Some(here_row)] = at else {
            found.push(Difference {
                file,
                place: place(key, here.schema().key.is_empty()),
                base: row(base, at[0]),
                disk: row(disk, at[1]),
                here: row(here, at[2]),
                at: At::Row(here.table, key.clone()),
            });
            continue;
        };
        for &column in &columns {
            let (theirs, mine) = (disk.cell(disk_row, column), here.cell(here_row, column));
            if theirs != mine {
                found.push(Difference {
                    file,
                    place: format!("{} {column}", place(key, here.schema().key.is_empty())),
                    base: base_row.map(|row| base.cell(row, column).to_owned()),
                    disk: Some(theirs.to_owned()),
                    here: Some(mine.to_owned()),
                    at: At::Cell(here.table, key.clone(), column.clone()),
                });
            }
        }
    }
    found
}

fn place((key, nth): &RowKey, whole_row: bool) -> String {
    match (whole_row, nth) {
        (true, _) => word("row"),
        (false, 1) => key.clone(),
        (false, nth) => format!("{key} ({nth})"),
    }
}

/// The edits of the table here that take these differences over from disk.
fn rows_taken_over(table: TableId, disk: &Sheet, here: &Sheet, differences: &[Difference]) -> Vec<Edit> {
    let ((_, disk_at), (_, here_at)) = (index(disk), index(here));
    let mut edits = Vec::new();
    let (mut added, mut gone) = (Vec::new(), HashSet::new());
    for difference in differences {
        match &difference.at {
            At::Cell(of, key, column) if *of == table => edits.extend(here_at.get(key).map(|&row| Edit::SetCell {
                table,
                row,
                column: column.clone(),
                text: difference.disk.clone().unwrap_or_default(),
            })),
            At::Row(of, key) if *of == table => match (disk_at.get(key), here_at.get(key)) {
                (Some(&row), None) => {
                    let cells = here.header.iter().map(|name| disk.cell(row, name).to_owned());
                    added.push(Arc::new(Row::new(cells.collect())));
                }
                (None, Some(&row)) => drop(gone.insert(row)),
                _ => {}
            },
            _ => {}
        }
    }
    if !added.is_empty() {
        edits.push(Edit::InsertRows { table, at: here.rows.len(), rows: added });
    }
    let mut gone: Vec<usize> = gone.into_iter().collect();
    gone.order_by(|one, other| other.cmp(one));
    edits.extend(gone.into_iter().map(|at| Edit::DeleteRows { table, at, count: 1 }));
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "candidate,name,cost_1\nfab,Fab,90\ncable,Cable,10\nlab,Lab,5\n";

    fn book(candidates: &str, settings: &str) -> Workbook {
        Workbook::from_files(&[("case.toml", settings), ("candidates.csv", candidates)])
    }

    fn check(disk: &Workbook, here: &Workbook) -> (Vec<String>, Workbook) {
        let base = book(BASE, "title = \"A\"\nfirst_year = 2027\n");
        let own = UserPortfolio::default();
        let version = |book| Version { book, own: &own };
        let versions = ThreeWayMerge { base: version(&base), disk: version(disk), here: version(here) };
        let (mut book, mut own) = (here.clone(), own.clone());
        for change in versions.taking_over(&[]).changes {
            let _ = change.apply(&mut book, &mut own);
        }
        (versions.differences().iter().map(|it| it.sentence(None, false)).collect(), book)
    }

    #[test]
    fn every_difference_says_who_made_it_and_one_sided_ones_are_put_together() {
        let disk = book(
            "candidate,name,cost_1\nfab,Fab,95\ncable,Cable,12\nship,Ship,7\n",
            "title = \"A\"\nfirst_year = 2028\n",
        );
        let here = book(
            "candidate,name,cost_1\nfab,Fab,80\ncable,A cable,10\nlab,Lab,5\nnew,New,1\n",
            "title = \"B\"\nfirst_year = 2027\n",
        );
        let (summary, merged) = check(&disk, &here);
        assert_eq!(
            summary,
            [
                "  first_year: 2027 to 2028 on disk",
                "  title: A to B here",
                "! fab cost_1: 90 to 80 here, to 95 on disk",
                "  cable name: Cable to A cable here",
                "  cable cost_1: 10 to 12 on disk",
                "  lab: lab, Lab, 5 to nothing on disk",
                "  new: nothing to new, New, 1 here",
                "  ship: nothing to ship, Ship, 7 on disk",
            ]
        );
        assert_eq!(
            merged.file("candidates.csv").unwrap(),
            "candidate,name,cost_1\nfab,Fab,80\ncable,A cable,12\nnew,New,1\nship,Ship,7\n"
        );
        assert_eq!(merged.settings, "title = \"B\"\nfirst_year = 2028\n");
    }

    #[test]
    fn where_both_changed_a_place_the_chosen_version_is_taken() {
        let base = book(BASE, "title = \"A\"\nfirst_year = 2027\n");
        let disk = book("candidate,name,cost_1\nfab,Fab,95\ncable,Cable,11\n", "title = \"C\"\nfirst_year = 2027\n");
        let here = book(
            "candidate,name,cost_1\nfab,Fab,80\ncable,Cable,12\nlab,Lab,6\n",
            "title = \"B\"\nfirst_year = 2027\n",
        );
        let pick = |start| UserPick { start, shares: vec![100] };
        let own = |start: Option<i32>| UserPortfolio {
            picks: start.map(|start| ("fab".to_owned(), pick(start))).into_iter().collect(),
        };
        let (base_own, disk_own, here_own) = (own(Some(2027)), own(Some(2028)), own(None));
        let versions = ThreeWayMerge {
            base: Version { book: &base, own: &base_own },
            disk: Version { book: &disk, own: &disk_own },
            here: Version { book: &here, own: &here_own },
        };
        let conflicts: Vec<Difference> = versions.differences().into_iter().filter(Difference::is_conflict).collect();
        let places: Vec<&str> = conflicts.iter().map(|it| it.place.as_str()).collect();
        assert_eq!(places, ["title", "fab cost_1", "cable cost_1", "lab", "fab"]);
        let taken = |theirs: &[Difference]| {
            let (mut book, mut own) = (here.clone(), here_own.clone());
            for change in versions.taking_over(theirs).changes {
                let _ = change.apply(&mut book, &mut own);
            }
            (book, own)
        };
        assert_eq!(taken(&[]), (here.clone(), here_own.clone()));
        let (book, own) = taken(&conflicts);
        assert_eq!((book.file("candidates.csv"), &book.settings), (disk.file("candidates.csv"), &disk.settings));
        assert_eq!(own, disk_own);
        let (book, _) = taken(&conflicts[1..2]);
        assert_eq!(
            book.file("candidates.csv").unwrap(),
            "candidate,name,cost_1\nfab,Fab,95\ncable,Cable,12\nlab,Lab,6\n"
        );
    }

    #[test]
    fn a_file_that_is_untouched_here_is_taken_over_byte_for_byte() {
        let disk =
            book("candidate,name,cost_1\nlab,Lab,5\n\nfab,Fab,90\n", "# why\ntitle = \"A\"\nfirst_year = 2027\n");
        let here = book(BASE, "title = \"A\"\nfirst_year = 2027\n");
        let (summary, merged) = check(&disk, &here);
        assert_eq!(summary.len(), 2, "{summary:?}");
        assert_eq!(merged, disk);
    }
}
