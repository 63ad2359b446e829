//! A text to read, which scrolls.

/// A text to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// Its heading.
    pub title: String,
    /// The text; line breaks part paragraphs.
    pub body: String,
    /// The first line that is shown.
    pub top: usize,
}

impl Text {
    /// Scrolls by this many lines.
    pub fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }
}
