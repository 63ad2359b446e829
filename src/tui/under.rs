//! The case under a scenario: the whole interface shows it so until the scenario is taken off again.
//!
//! What is edited meanwhile goes into the scenario, as rows of `scenarios.csv`: the case's own tables stay as they are, and
//! what no scenario can say is refused with a sentence. Undo, saving and the journal are about the case itself throughout.

use std::sync::Arc;

use super::document::{Best, Change, Document};
use super::reading::Reading;
use crate::edit::{Edit, scenarios};
use crate::model::{Portfolio, Workbook};

/// The scenario that is tried on, and the case itself.
#[derive(Debug, Clone)]
pub(crate) struct Under {
    /// The scenario's name.
    pub name: String,
    /// The text of the case itself, with all edits.
    pub book: Workbook,
    /// What is read from it.
    pub reading: Arc<Reading>,
    /// Its recommended portfolio.
    pub best: Best,
    /// What a run of the scenario found: a start for the search under it.
    pub warm: Option<Portfolio>,
}

/// More cells than this are no edit for a scenario.
const MOST_CELLS: usize = 2_000;

impl Document {
    /// The text of the case itself.
    pub fn base_book(&self) -> &Workbook {
        self.under.as_ref().map_or(&self.book, |under| &under.book)
    }

    /// What is read from the case itself.
    pub fn base_reading(&self) -> &Arc<Reading> {
        self.under.as_ref().map_or(&self.reading, |under| &under.reading)
    }

    /// The recommended portfolio of the case itself.
    pub fn base_best(&self) -> &Best {
        self.under.as_ref().map_or(&self.best, |under| &under.best)
    }

    /// The name of the scenario that is tried on.
    pub fn scenario_on(&self) -> Option<&str> {
        self.under.as_ref().map(|under| under.name.as_str())
    }

    /// Shows the case under a scenario. `warm` is what a run of it found.
    ///
    /// # Errors
    /// Why it cannot be applied.
    pub fn put_on(&mut self, name: &str, warm: Option<Portfolio>) -> Result<(), String> {
        self.take_off();
        let book = scenarios::under(&self.book, name)?;
        // What was recommended under it the last time holds again where nothing changed since; else it is a start.
        let shown = self.worn.get(name).cloned();
        let best = Best { shown, follow: self.best.follow, version: self.best.version + 1, ..Best::default() };
        let under = Under {
            name: name.to_owned(),
            book: std::mem::replace(&mut self.book, book),
            reading: Arc::clone(&self.reading),
            best: std::mem::replace(&mut self.best, best),
            warm,
        };
        self.under = Some(Box::new(under));
        self.generation += 1;
        Ok(())
    }

    /// Shows the case itself again; gives the name of the scenario that was on.
    pub fn take_off(&mut self) -> Option<String> {
        let under = *self.under.take()?;
        let version = self.best.version + 1;
        let follow = self.best.follow;
        if let Some(shown) = self.best.shown.take() {
            self.worn.insert(under.name.clone(), shown);
        }
        self.book = under.book;
        self.reading = under.reading;
        self.best = Best { version, follow, running: None, ..under.best };
        self.generation += 1;
        Some(under.name)
    }

    /// Works the text under the scenario out anew after the case or the scenario changed.
    pub(super) fn derive(&mut self) {
        let Some(under) = &self.under else { return };
        match scenarios::under(&under.book, &under.name) {
            Ok(book) => self.book = book,
            Err(error) => {
                let name = under.name.clone();
                self.take_off();
                self.refusal = Some(format!("The scenario {name} can no longer be applied, so it is off: {error}"));
            }
        }
    }

    /// What changes come to while a scenario is on: its own rows, and then the scenario's name. The same changes where none
    /// is on.
    pub(super) fn under_scenario(
        &self,
        label: String,
        changes: Vec<Change>,
    ) -> Result<(String, Vec<Change>, Option<String>), String> {
        let Some(under) = &self.under else { return Ok((label, changes, None)) };
        let mut base = under.book.clone();
        let mut trial = self.book.clone();
        let mut others = Vec::new();
        let mut tried = false;
        for change in changes {
            match change {
                Change::Book(edit) if edit.files() == ["scenarios.csv"] => drop(edit.apply(&mut base)),
                Change::Book(edit) => {
                    tried = true;
                    drop(edit.apply(&mut trial));
                }
                other @ Change::Own(_) => others.push(other),
            }
        }
        let mut label = label;
        if tried {
            let recorded = scenarios::recorded(&self.book, &trial);
            let why = recorded.beyond.first().cloned().or_else(|| {
                let count = recorded.changes.len();
                (count > MOST_CELLS).then(|| format!("That would be {count} rows of scenarios.csv."))
            });
            if let Some(why) = why {
                return Err(format!(
                    "Under the scenario {}, only cells and settings can be changed. {why} Z takes the scenario off.",
                    under.name
                ));
            }
            drop(scenarios::record(&base.clone(), &under.name, &recorded.changes).apply(&mut base));
            label = format!("{}: {label}", under.name);
        }
        let edit = Edit::between(&under.book, &base);
        if !edit.is_empty() {
            others.insert(0, Change::Book(edit));
        }
        Ok((label, others, tried.then(|| under.name.clone())))
    }
}
