//! What an answer or an entry of a list does when it is chosen.

use std::fmt;
use std::sync::Arc;

use super::App;

/// Something that is done later.
#[derive(Clone)]
pub(crate) struct Act(Arc<dyn Fn(&mut App) + Send + Sync>);

impl Act {
    /// What this function does.
    pub fn new(act: impl Fn(&mut App) + Send + Sync + 'static) -> Self {
        Self(Arc::new(act))
    }

    /// Does it.
    pub fn run(&self, app: &mut App) {
        (self.0)(app);
    }
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Act")
    }
}
