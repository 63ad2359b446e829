//! The open case as the interface holds it: a session's document with its analyses.

use std::ops::{Deref, DerefMut};

use super::analysis_views::AnalysisViews;
use crate::session;

/// The open case. What is not about analyses is the session's.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    session: session::Document,
    pub analyses: AnalysisViews,
}

impl Document {
    /// A case without any result of an analysis.
    pub fn new(session: session::Document) -> Self {
        Self { session, analyses: AnalysisViews::default() }
    }
}

impl Deref for Document {
    type Target = session::Document;

    fn deref(&self) -> &session::Document {
        &self.session
    }
}

impl DerefMut for Document {
    fn deref_mut(&mut self) -> &mut session::Document {
        &mut self.session
    }
}
