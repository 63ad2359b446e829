//! Whether the recommended portfolio still stands after an edit, and what is to be looked for.

use std::sync::Arc;

use super::Document;
use crate::optimise::{Progress, Status};
use crate::session::recommendation::{AskedBy, Follow, Purpose, Running, Shown, same_case};

/// What is to be done about the recommendation after an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUp {
    /// Nothing: what is shown, or looked for, is right.
    Nothing,
    /// What is looked for is no longer wanted.
    Cancel,
    /// It has to be looked for.
    Search,
}

impl Document {
    /// What follows for the recommendation after an edit, where that is wanted and the case itself, not only the own portfolio,
    /// changed.
    pub fn follow_up(&mut self) -> FollowUp {
        if let Some(shown) = &self.best.shown
            && same_case(&shown.case, &self.snapshot.case)
            && (matches!(shown.answer.status, Status::Optimal | Status::Infeasible)
                || shown.generation + 1 == self.generation)
        {
            // Nothing that the answer depends on was changed: it is as good as new. One that is not proven is looked for again
            // after an edit and its undo, but not after a change of the own portfolio alone.
            let shown = Shown { generation: self.generation, ..shown.as_ref().clone() };
            self.best.shown = Some(Arc::new(shown));
            self.best.version += 1;
            return self.give_up();
        }
        if let Some(running) = &mut self.best.running
            && running.purpose == Purpose::Recommend
            && same_case(&running.case, &self.snapshot.case)
        {
            // Scenarios or the own portfolio changed: what is being looked for is still the right thing.
            running.generation = self.generation;
            return FollowUp::Nothing;
        }
        match self.best.follow {
            Follow::Off => FollowUp::Nothing,
            Follow::On if self.snapshot.is_sound() => FollowUp::Search,
            // The line above the screen says why; the news of the edit itself stays.
            Follow::On => self.give_up(),
        }
    }

    fn give_up(&mut self) -> FollowUp {
        if self.best.running.take().is_some() { FollowUp::Cancel } else { FollowUp::Nothing }
    }

    /// Notes that a search of the case as it stands is begun, as a job of this number.
    pub fn begin_search(&mut self, job: u64, purpose: Purpose, asked: AskedBy) {
        self.best.error = None;
        self.best.running = Some(Running {
            job,
            generation: self.generation,
            case: Arc::clone(&self.snapshot.case),
            purpose,
            asked,
            progress: Progress::default(),
            step: crate::analyse::complete::Step::default(),
        });
    }
}
