//! What is open, told in the language that is spoken now: its names, its findings, the sentences about picks.

use std::sync::Arc;

use super::document::Document;
use super::recommendation::{Best, Shown};
use crate::model::Case;

/// A case with the names that another reading of it has; what that one does not know keeps its name.
pub fn named_like(case: &Arc<Case>, like: &Arc<Case>) -> Arc<Case> {
    if Arc::ptr_eq(case, like) {
        return Arc::clone(like);
    }
    let mut named = Case::clone(case);
    named.title.clone_from(&like.title);
    macro_rules! rename {
        ($($list:ident)*) => {$(
            for (one, other) in named.$list.iter_mut().zip(&like.$list) {
                if one.id == other.id {
                    one.name.clone_from(&other.name);
                }
            }
        )*};
    }
    rename!(ministries rungs domains services candidates);
    Arc::new(named)
}

impl Document {
    /// Tells everything in the language that is spoken now. Answers stay: no portfolio depends on a name.
    pub fn tell_anew(&mut self) {
        self.read_anew();
        let case = Arc::clone(&self.snapshot.case);
        tell(&mut self.best, &case);
        if let Some(overlay) = &mut self.overlay {
            let case = Arc::clone(&overlay.snapshot.case);
            tell(&mut overlay.best, &case);
        }
        for shown in self.cached_by_scenario.values_mut() {
            *shown = told(shown, &case);
        }
    }
}

fn tell(best: &mut Best, like: &Arc<Case>) {
    if let Some(shown) = &mut best.shown {
        *shown = told(shown, like);
    }
    if let Some(running) = &mut best.running {
        running.case = named_like(&running.case, like);
    }
    best.version += 1;
}

/// An answer with its sentences in the language.
pub fn told(shown: &Shown, like: &Arc<Case>) -> Arc<Shown> {
    let case = if *shown.case == **like { Arc::clone(like) } else { named_like(&shown.case, like) };
    Arc::new(Shown::new(shown.generation, case, shown.answer.clone()))
}
