//! A copy of a case for readers of a level of classification: what is above the level is called something else, and its texts are
//! gone. Whatever is made from the copy can tell nothing else.
//!
//! All figures stay, so that every sum is what it is for who may see everything; and because [`Workbook::withheld`] keeps the order
//! of the rows, every answer is the same one.

mod cells;
mod names;
#[cfg(test)]
#[cfg(not(feature = "alone"))]
mod tests;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::cells::Cells;
use self::names::{CLASSIFIED, Names};
use self::words::Words;
use super::compile::compile;
use super::guess::suggest;
use super::heading::Columns;
use super::levels;
use super::quotes::open_quote;
use super::schema::{TABLES, TableId};
use super::settings::Settings;
use super::workbook::SETTINGS_FILE;
use super::{Case, Holder, Level, Place, Workbook};
use crate::messages::word;
use crate::say;

/// What readers of a level do not get to see of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask {
    level: String,
    names: Names,
    words: Words,
    /// How many candidates and services are above the level.
    counts: [usize; 2],
    /// The files that are not as they stand on disk.
    files: Vec<&'static str>,
    /// The instruments and pillars that nothing open has.
    hidden: BTreeSet<String>,
}

impl Mask {
    /// What readers of a level do not get to see, and the case without it. `before` is what was withheld of another case in the
    /// same report.
    ///
    /// # Errors
    /// A sentence where there is no such level, and where it cannot be told what is above it.
    pub fn of(book: &Workbook, level: &str, before: &Self) -> Result<(Self, Workbook), String> {
        let names = Self::names(book, level, &before.names)?;
        Self::with(book, level, names, &before.words)
    }

    /// The same of two versions of a case: what is above the level in either is withheld in both.
    ///
    /// # Errors
    /// The same.
    pub fn of_versions(books: [&Workbook; 2], level: &str, known: &Self) -> Result<[(Self, Workbook); 2], String> {
        let old = Self::names(books[0], level, &known.names)?;
        let names = Self::names(books[1], level, &old)?.and(old);
        let (before, _) = Self::with(books[0], level, names.clone(), &known.words)?;
        let after = Self::with(books[1], level, names.clone(), &before.words)?;
        let before = Self::with(books[0], level, names, &after.0.words)?;
        Ok([before, after])
    }

    /// What is above a level, with what it is called instead.
    fn names(book: &Workbook, level: &str, before: &Names) -> Result<Names, String> {
        let settings = Settings::parse(&book.settings).ok().ok_or_else(|| say!("mask-no-levels"))?;
        let levels = levels::of(&settings, &book.settings).ok_or_else(|| say!("mask-no-levels"))?;
        let Some(at) = levels.iter().position(|it| it == level) else {
            let remedy = say!("cell-write-one-list", list = levels.join(", "));
            let remedy = suggest(level, levels.iter().map(String::as_str), &remedy);
            return Err(say!("mask-level-unknown", level = level, remedy = remedy));
        };
        CLASSIFIED.into_iter().try_for_each(|table| is_sure(book, table))?;
        Ok(Names::of(book, &levels, at, before))
    }

    fn with(book: &Workbook, level: &str, names: Names, before: &Words) -> Result<(Self, Workbook), String> {
        if names.is_empty() && before.is_empty() {
            return Ok((Self { level: level.to_owned(), ..Self::default() }, book.clone()));
        }
        let case = compile(book).case;
        if owners_tell(&case, &names) {
            return Err(say!("mask-owners"));
        }
        let cells = Cells::new(book, &case, &names, before);
        let mut masked = book.clone();
        let mut files = Vec::new();
        for sheet in book.sheets() {
            if let Some(other) = cells.sheet(sheet) {
                files.push(sheet.schema().file);
                *masked.sheet_mut(sheet.table) = other;
            }
        }
        let used = case.candidates.iter().flat_map(|it| [&it.instrument, &it.pillar]);
        let hidden = used.filter(|word| !cells.is_open(word)).cloned().collect();
        let words = cells.into_words();
        for finding in &mut masked.reading {
            for text in [&mut finding.message, &mut finding.remedy, &mut finding.column] {
                *text = words.replaced(text);
            }
        }
        masked.withheld = Arc::new(names.all().map(|(_, id, named)| (named.id.clone(), id.to_owned())).collect());
        let counts = CLASSIFIED.map(|table| {
            let sheet = book.sheet(table);
            (0..sheet.rows.len()).filter(|&row| names.concern(sheet, row)).count()
        });
        Ok((Self { level: level.to_owned(), names, words, counts, files, hidden }, masked))
    }

    /// Whether nothing is withheld.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// What is withheld, in a sentence; none where nothing is.
    pub fn sentence(&self) -> Option<String> {
        let [candidates, services] = self.counts;
        let [of_candidates, of_services] =
            [say!("mask-candidates", count = candidates), say!("mask-services", count = services)];
        let what = match (candidates, services) {
            (_, 0) => of_candidates,
            (0, _) => of_services,
            _ => say!("mask-both", candidates = of_candidates, services = of_services),
        };
        (!self.is_empty()).then(|| say!("mask-sentence", level = self.level, what = what))
    }

    /// Whether a file is not told as it stands on disk: a table from which something is withheld, or one that is a case by itself.
    pub fn changes(&self, file: &str) -> bool {
        let of_a_case = file == SETTINGS_FILE || TABLES.iter().any(|table| table.file == file);
        !self.is_empty() && (!of_a_case || self.files.contains(&file))
    }

    /// Whether a candidate or service is above the level, by its own id.
    pub fn withholds(&self, table: TableId, id: &str) -> bool {
        self.names.get(table, id).is_some()
    }

    /// What this one and another withhold.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.names = self.names.and(other.names.clone());
        other.words.all().for_each(|(word, instead)| self.words.add(word, instead));
        self
    }

    /// The same mask with more words that must not be told.
    #[must_use]
    pub fn with_words<'a>(mut self, words: impl IntoIterator<Item = &'a str>) -> Self {
        let instead = word("withheld");
        words.into_iter().for_each(|it| self.words.add(it, &instead));
        self
    }

    /// Whether a candidate is above the level, by its own id.
    pub fn hides(&self, candidate: &str) -> bool {
        self.names.get(TableId::Candidates, candidate).is_some()
    }

    /// A text with something else for each id, name and text of what is withheld.
    pub fn text(&self, text: &str) -> String {
        self.words.replaced(text)
    }

    /// A case that was read from the text itself, as readers of the level may see it: for what was found in it already.
    pub fn case(&self, case: &Case) -> Case {
        let mut case = case.clone();
        case.title = self.text(&case.title);
        for it in &mut case.candidates {
            match self.names.get(TableId::Candidates, &it.id) {
                Some(named) => {
                    it.withheld = Some(std::mem::replace(&mut it.id, named.id.clone()));
                    it.name.clone_from(&named.name);
                    [&mut it.note, &mut it.source].into_iter().for_each(String::clear);
                    if !it.reason.is_empty() {
                        it.reason = word("withheld");
                    }
                    let words = [&mut it.instrument, &mut it.pillar].into_iter();
                    words.filter(|word| self.hidden.contains(word.as_str())).for_each(String::clear);
                }
                None => it.name = self.text(&it.name),
            }
        }
        for it in &mut case.services {
            match self.names.get(TableId::Services, &it.id) {
                Some(named) => {
                    it.withheld = Some(std::mem::replace(&mut it.id, named.id.clone()));
                    it.name.clone_from(&named.name);
                    let texts = [&mut it.holder, &mut it.jurisdiction, &mut it.note, &mut it.source];
                    texts.into_iter().for_each(String::clear);
                }
                None => it.name = self.text(&it.name),
            }
        }
        for effect in case.candidates.iter_mut().flat_map(|it| &mut it.effects) {
            let holders = &mut case.holders.iter();
            let sold = holders.find(|it| it.service == effect.service && it.holder == effect.buys_from);
            if let Some(holder) = sold.filter(|_| case.services[effect.service.0].withheld.is_some()) {
                effect.buys_from = format!("holder-{}", holder.row + 1);
            }
        }
        for holder in &mut case.holders {
            if case.services[holder.service.0].withheld.is_some() {
                holder.holder = format!("holder-{}", holder.row + 1);
                holder.party.clone_from(&holder.holder);
                [&mut holder.name, &mut holder.jurisdiction].into_iter().for_each(String::clear);
            }
        }
        case
    }
}

/// Whether `owners.csv` says who stands behind a holder of a service that is withheld: under another name the holder would have
/// nobody behind it, and votes would decide otherwise.
fn owners_tell(case: &Case, names: &Names) -> bool {
    let is_hidden = |it: &Holder| names.get(TableId::Services, &case[it.service].id).is_some();
    let is_marked_openly = |id: &str| {
        case.owners.iter().any(|it| it.home && it.owner == id)
            || case.holders.iter().any(|it| it.marked && it.holder == id && !is_hidden(it))
    };
    let tells = |it: &Holder| {
        let counts = it.marked && !is_marked_openly(&it.holder);
        case.owners.iter().any(|owner| owner.company == it.holder || counts && owner.owner == it.holder)
    };
    case.holders.iter().any(|it| is_hidden(it) && tells(it))
}

/// That the levels of a table can be read: where they cannot, everything in it might be above any level.
fn is_sure(book: &Workbook, table: TableId) -> Result<(), String> {
    let sheet = book.sheet(table);
    let is_read = !book.reading.iter().any(|it| it.level == Level::Error && it.place == Place::Table(table));
    let called = sheet.header.iter().filter(|name| *name == "classification").count();
    let columns = Columns::of_table(sheet.schema(), std::iter::empty());
    let is_near = |name: &String| {
        let unknown = sheet.schema().column(name).is_none();
        unknown && columns.meant(name, |_| true).is_some_and(|meant| meant.column == "classification")
    };
    if is_read && called < 2 && open_quote(sheet).is_none() && !sheet.header.iter().any(is_near) {
        return Ok(());
    }
    Err(say!("mask-unsure", file = sheet.schema().file))
}
