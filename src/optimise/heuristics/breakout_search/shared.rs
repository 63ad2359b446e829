//! Candidates that are worth nothing themselves, but that others require: projects that several options share.

use crate::optimise::instance::Instance;

/// Who requires whom, and who is there for others alone.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    /// By candidate: whether it is worth nothing but to those who require it.
    pub(super) serves: Vec<bool>,
    /// By candidate: who requires it.
    pub(super) needed_by: Vec<Vec<usize>>,
}

impl Shared {
    pub fn of(instance: &Instance) -> Self {
        let mut needed_by = vec![Vec::new(); instance.items.len()];
        for (item, it) in instance.items.iter().enumerate() {
            it.needs.iter().for_each(|&need| needed_by[need].push(item));
        }
        let nothing = |item: usize| instance.items[item].value <= 0.0 && instance.items[item].effects.is_empty();
        let serves: Vec<bool> = (0..needed_by.len()).map(|item| nothing(item) && !needed_by[item].is_empty()).collect();
        if serves.contains(&true) { Self { serves, needed_by } } else { Self::default() }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.serves.is_empty()
    }
}
