//! The case under a scenario: everything shows it so until the scenario is taken off again.

use crate::say;
use std::sync::Arc;

use super::Document;
use crate::model::{Portfolio, Workbook};
use crate::session::edit::scenarios;
use crate::session::history::Step;
use crate::session::recommendation::Best;
use crate::session::scenario_overlay::ScenarioOverlay;
use crate::session::snapshot::Snapshot;

impl Document {
    /// The text of the case itself.
    pub fn base_book(&self) -> &Workbook {
        self.overlay.as_ref().map_or(&self.book, |overlay| &overlay.book)
    }

    /// What is read from the case itself.
    pub fn base_snapshot(&self) -> &Arc<Snapshot> {
        self.overlay.as_ref().map_or(&self.snapshot, |overlay| &overlay.snapshot)
    }

    /// The recommended portfolio of the case itself.
    pub fn base_best(&self) -> &Best {
        self.overlay.as_ref().map_or(&self.best, |overlay| &overlay.best)
    }

    /// The name of the scenario that is tried on.
    pub fn scenario_on(&self) -> Option<&str> {
        self.overlay.as_ref().map(|overlay| overlay.name.as_str())
    }

    /// Shows the case under a scenario, by its id and name. `warm` is what a run of it found.
    ///
    /// # Errors
    /// Why it cannot be applied.
    pub fn activate(&mut self, (name, called): (&str, &str), warm: Option<Portfolio>) -> Result<(), String> {
        self.deactivate();
        let book = scenarios::under(&self.book, name)?;
        // What was recommended under it the last time holds again where nothing changed since; else it is a start.
        let shown = self.cached_by_scenario.get(name).cloned();
        let best = Best { shown, follow: self.best.follow, version: self.best.version + 1, ..Best::default() };
        let overlay = ScenarioOverlay {
            name: name.to_owned(),
            first_called: called.to_owned(),
            book: std::mem::replace(&mut self.book, book),
            snapshot: Arc::clone(&self.snapshot),
            best: std::mem::replace(&mut self.best, best),
            warm,
        };
        self.overlay = Some(Box::new(overlay));
        self.generation += 1;
        Ok(())
    }

    /// Shows the case itself again; gives the name of the scenario that was on.
    pub fn deactivate(&mut self) -> Option<String> {
        let overlay = *self.overlay.take()?;
        let version = self.best.version + 1;
        let follow = self.best.follow;
        if let Some(shown) = self.best.shown.take() {
            self.cached_by_scenario.insert(overlay.name.clone(), shown);
        }
        self.book = overlay.book;
        self.snapshot = overlay.snapshot;
        self.best = Best { version, follow, running: None, ..overlay.best };
        self.generation += 1;
        Some(overlay.name)
    }

    /// Works the text under the scenario out anew after the case or the scenario changed.
    pub(super) fn derive(&mut self) {
        let Some(overlay) = &self.overlay else { return };
        match scenarios::under(&overlay.book, &overlay.name) {
            Ok(book) => self.book = book,
            Err(error) => {
                let name = overlay.called();
                self.deactivate();
                self.refusal = Some(say!("overlay-scenario-name-can", name = name, error = error));
            }
        }
    }

    /// What a step comes to while a scenario is on, and then the scenario's name; the same step where none is on.
    pub(super) fn under_scenario(&self, step: Step) -> Result<(Step, Option<String>), String> {
        match &self.overlay {
            Some(overlay) => overlay.record(&self.book, step),
            None => Ok((step, None)),
        }
    }
}
