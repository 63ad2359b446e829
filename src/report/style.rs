//! The colour roles of the aligned table.

/// What a piece of text is, for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Ordinary text.
    #[default]
    Plain,
    /// A heading.
    Heading,
    /// Something reached, kept or proven.
    Good,
    /// Something missed, broken or impossible.
    Bad,
    /// Something to keep in mind.
    Caution,
    /// Less important.
    Faint,
}

/// How each role is shown. Every text can be read without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    heading: &'static str,
    good: &'static str,
    bad: &'static str,
    caution: &'static str,
    faint: &'static str,
}

impl Style {
    /// No colour at all.
    pub const PLAIN: Self = Self { heading: "", good: "", bad: "", caution: "", faint: "" };
    /// The terminal's own 16 colours, no background.
    pub const COLOUR: Self =
        Self { heading: "\u{1b}[1m", good: "\u{1b}[32m", bad: "\u{1b}[31m", caution: "\u{1b}[33m", faint: "\u{1b}[2m" };

    /// The text in its role.
    pub fn paint(&self, role: Role, text: &str) -> String {
        let start = match role {
            Role::Plain => "",
            Role::Heading => self.heading,
            Role::Good => self.good,
            Role::Bad => self.bad,
            Role::Caution => self.caution,
            Role::Faint => self.faint,
        };
        if start.is_empty() || text.is_empty() { text.to_owned() } else { format!("{start}{text}\u{1b}[0m") }
    }
}
