//! The scenario that a case is shown under. What is edited meanwhile goes into the scenario, as rows of `scenarios.csv`: the case's
//! own tables stay as they are, and what no scenario can say is refused with a sentence. Undo, saving and the journal are
//! about the case itself throughout.

use crate::say;
use std::sync::Arc;

use super::edit::{Edit, scenarios};
use super::history::{Change, Step};
use super::recommendation::Best;
use super::snapshot::Snapshot;
use crate::model::{Portfolio, Workbook};

/// The scenario that is tried on, and the case itself.
#[derive(Debug, Clone)]
pub struct ScenarioOverlay {
    /// The scenario's id.
    pub name: String,
    /// Its name as of when it was put on: it holds while no row of the case says one.
    pub first_called: String,
    /// The text of the case itself, with all edits.
    pub book: Workbook,
    /// What is read from it.
    pub snapshot: Arc<Snapshot>,
    /// Its recommended portfolio.
    pub best: Best,
    /// What a run of the scenario found: a start for the search under it.
    pub warm: Option<Portfolio>,
}

/// More cells than this are no edit for a scenario.
const MOST_CELLS: usize = 2_000;

impl ScenarioOverlay {
    /// Its name for people.
    pub fn called(&self) -> String {
        match scenarios::rows_of(&self.book, &self.name).as_slice() {
            [] => self.first_called.clone(),
            _ => scenarios::called(&self.book, &self.name),
        }
    }

    /// What a step comes to: changes of the case, made on the text that is `shown` under the scenario, become rows of the scenario,
    /// and then its name is given; changes of `scenarios.csv` and of the own portfolio stay what they are.
    pub(super) fn record(&self, shown: &Workbook, step: Step) -> Result<(Step, Option<String>), String> {
        let (mut base, mut trial) = (self.book.clone(), shown.clone());
        let mut changes = Vec::new();
        let mut label = step.label;
        let mut tried = false;
        for change in step.changes {
            match change {
                Change::Book(edit) if edit.files() == ["scenarios.csv"] => drop(edit.apply(&mut base)),
                Change::Book(edit) => {
                    tried = true;
                    drop(edit.apply(&mut trial));
                }
                other @ Change::Own(_) => changes.push(other),
            }
        }
        if tried {
            let recorded = scenarios::recorded(shown, &trial);
            let why = recorded.beyond.first().cloned().or_else(|| {
                let count = recorded.changes.len();
                (count > MOST_CELLS).then(|| say!("scenario-overlay-would-count-rows", count = count))
            });
            if let Some(why) = why {
                return Err(say!("scenario-overlay-under-scenario-name", name = self.called(), why = why));
            }
            drop(scenarios::record(&base.clone(), &self.name, &recorded.changes).apply(&mut base));
            drop(scenarios::keep_name(&base.clone(), (&self.name, &self.called())).apply(&mut base));
            label = format!("{}: {label}", self.called());
        }
        let edit = Edit::between(&self.book, &base);
        if !edit.is_empty() {
            changes.insert(0, Change::Book(edit));
        }
        Ok((Step::new(label, changes), tried.then(|| self.name.clone())))
    }
}
