//! A thread that keeps unsaved edits elsewhere while the one that reads and writes files waits for a disk that does not answer.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::news::News;
use crate::model::Workbook;
use crate::say;
use crate::session::on_disk::{Basis, Rescue};
use crate::session::{Document, UserPortfolio};
use crate::tui::event::Event;

/// Where unsaved edits are kept, or a sentence why they are not.
pub(super) type Kept = Result<PathBuf, String>;

enum Task {
    Keep(Box<(Workbook, UserPortfolio)>),
    End,
}

/// The thread, and what it did last.
pub(super) struct Rescuer {
    tasks: Sender<Task>,
    kept: Receiver<Kept>,
    /// The edit up to which it was told.
    told: Option<u64>,
    waits: usize,
}

impl Rescuer {
    /// Starts it; where the system gives no thread nothing can be kept.
    pub fn start(basis: Basis, news: Sender<News>) -> Option<Self> {
        let ((tasks, queue), (done, kept)) = (channel(), channel());
        thread::Builder::new().name("rescue".into()).spawn(move || work(basis, &queue, &done, &news)).ok()?;
        Some(Self { tasks, kept, told: None, waits: 0 })
    }

    /// Keeps what is not saved, where there is something new.
    pub fn keep(&mut self, document: &Document) {
        if self.told != Some(document.generation) {
            self.told = Some(document.generation);
            let state = (document.base_book().clone(), document.own.clone());
            self.waits += usize::from(self.tasks.send(Task::Keep(Box::new(state))).is_ok());
        }
    }

    /// Deletes what it kept: the disk answers again.
    pub fn end(self) {
        let _ = self.tasks.send(Task::End);
    }

    /// What came of the last edits, where that is known within this time.
    pub fn outcome(&mut self, longest: Duration) -> Option<Kept> {
        let mut last = None;
        while self.waits > 0 {
            last = Some(self.kept.recv_timeout(longest).ok()?);
            self.waits -= 1;
        }
        last
    }
}

fn work(basis: Basis, queue: &Receiver<Task>, done: &Sender<Kept>, news: &Sender<News>) {
    let mut rescue = Rescue::new(basis);
    for task in queue {
        let Task::Keep(state) = task else {
            drop(rescue.take().map(Rescue::end));
            return;
        };
        let (book, own) = *state;
        let kept = match &mut rescue {
            None => Err(say!("rescue-no-place")),
            Some(rescue) => match rescue.keep(book, own) {
                Ok(path) => Ok(path.unwrap_or_else(|| "".as_ref()).to_owned()),
                Err(error) => Err(error.to_string()),
            },
        };
        let _ = done.send(kept.clone());
        let _ = news.send(News::Event(Event::Hangs(Some(kept))));
    }
}
