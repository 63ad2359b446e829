//! The colour roles of the aligned table.

use crate::model::visible::visible;

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
///
/// A colour is a mark in the text, a character that no text has; only where the text is written it becomes the sequence that
/// a terminal understands ([`super::safe`]). So whatever else looks like such a sequence is not one of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    coloured: bool,
}

/// The end of a colour.
const END: char = '\u{fdd0}';
/// Each mark with the sequence for the terminal's own 16 colours, no background.
const MARKS: [(char, &str); 6] = [
    (END, "\u{1b}[0m"),
    ('\u{fdd1}', "\u{1b}[1m"),
    ('\u{fdd2}', "\u{1b}[32m"),
    ('\u{fdd3}', "\u{1b}[31m"),
    ('\u{fdd4}', "\u{1b}[33m"),
    ('\u{fdd5}', "\u{1b}[2m"),
];

/// Whether a character stands for a colour.
pub(super) fn is_mark(character: char) -> bool {
    MARKS.iter().any(|(mark, _)| *mark == character)
}

/// The text with the sequences for its colours.
pub(super) fn coloured(text: &str) -> String {
    let mut coloured = String::with_capacity(text.len());
    for character in text.chars() {
        match MARKS.iter().find(|(mark, _)| *mark == character) {
            Some((_, sequence)) => coloured.push_str(sequence),
            None => coloured.push(character),
        }
    }
    coloured
}

impl Style {
    /// No colour at all.
    pub const PLAIN: Self = Self { coloured: false };
    /// The terminal's own 16 colours.
    pub const COLOUR: Self = Self { coloured: true };

    /// The text in its role.
    pub fn paint(&self, role: Role, text: &str) -> String {
        let start = match role {
            Role::Plain => return visible(text).into_owned(),
            Role::Heading => '\u{fdd1}',
            Role::Good => '\u{fdd2}',
            Role::Bad => '\u{fdd3}',
            Role::Caution => '\u{fdd4}',
            Role::Faint => '\u{fdd5}',
        };
        // A mark that came in with the text is not one of ours.
        let text = visible(text);
        if !self.coloured || text.is_empty() { text.into_owned() } else { format!("{start}{text}{END}") }
    }
}
