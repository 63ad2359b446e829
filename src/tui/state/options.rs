//! The options of an analysis as a small form.

use crate::analyse::AnalysisKind;

/// The options of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OptionList {
    /// Of which.
    pub kind: AnalysisKind,
    /// The one under the cursor.
    pub line: usize,
}

impl OptionList {
    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(self.kind.spec().form().count().saturating_sub(1));
    }
}
