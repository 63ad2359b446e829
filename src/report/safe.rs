//! Text made safe for where it goes: nothing that steers a terminal, turns or hides text leaves the program as it came in from
//! a file or an argument.
//!
//! Whatever is written passes through [`bytes`] at the very end, so that no message can forget it. Colours are put in by then
//! as [marks](super::style::Style), which become escape sequences there and nowhere else.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::style;
use crate::model::visible::{is_hidden, visible_but};

/// What kind of output a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sink {
    /// A terminal, or text in a file.
    Text,
    /// Text with colours.
    Coloured,
    /// JSON, whose values stay exact.
    Json,
    /// Bytes that are no text.
    Bytes,
}

impl Sink {
    /// The same without colours.
    #[must_use]
    pub fn without_colour(self) -> Self {
        if self == Self::Coloured { Self::Text } else { self }
    }
}

/// The bytes to write: without a control or format character but line breaks and tabs.
pub fn bytes(bytes: &[u8], sink: Sink) -> Cow<'_, [u8]> {
    let text = String::from_utf8_lossy(bytes);
    let safe = match sink {
        Sink::Bytes => return Cow::Borrowed(bytes),
        Sink::Text => self::text(&text),
        Sink::Json => json(&text),
        Sink::Coloured => Cow::Owned(style::coloured(&visible_but(&text, |c| is_laid_out(c) || style::is_mark(c)))),
    };
    match safe {
        // What is as it was is not copied.
        Cow::Borrowed(safe) if safe.len() == bytes.len() => Cow::Borrowed(bytes),
        safe => Cow::Owned(safe.into_owned().into_bytes()),
    }
}

/// The text with every control and format character but line breaks and tabs as its number.
pub fn text(text: &str) -> Cow<'_, str> {
    visible_but(text, is_laid_out)
}

/// A text on one line: line breaks and tabs are spaces, other characters that are not seen stand there as their numbers.
pub fn line(text: &str) -> String {
    visible_but(text, |c| matches!(c, '\n' | '\r' | '\t')).replace(['\n', '\r', '\t'], " ")
}

const fn is_laid_out(character: char) -> bool {
    matches!(character, '\n' | '\t')
}

/// JSON in which every character that is not seen is escaped. Such a character can only stand in a string.
pub fn json(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| is_hidden(c) && !c.is_ascii_whitespace();
    if !text.chars().any(hidden) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::super::style::{Role, Style};
    use super::*;

    const HOSTILE: &str = "\u{1b}]52;c;eA==\u{7}\u{9b}31m\u{202e}\u{200b}<script>`=x\u{e0041}";

    #[test]
    fn nothing_that_is_not_seen_is_written() {
        let safe = bytes(HOSTILE.as_bytes(), Sink::Text).into_owned();
        let safe = String::from_utf8(safe).unwrap();
        assert_eq!(safe, "\\u{1b}]52;c;eA==\\u{7}\\u{9b}31m\\u{202e}\\u{200b}<script>`=x\\u{e0041}");
        assert!(matches!(bytes("a\n\tb é\n".as_bytes(), Sink::Text), Cow::Borrowed(_)));
        assert_eq!(line("a\nb\u{1b}[31m"), "a b\\u{1b}[31m");
    }

    #[test]
    fn colours_of_our_own_pass_and_others_do_not() {
        let text = Style::COLOUR.paint(Role::Bad, "no \u{1b}[32m");
        let written = String::from_utf8(bytes(text.as_bytes(), Sink::Coloured).into_owned()).unwrap();
        assert_eq!(written, "\u{1b}[31mno \\u{1b}[32m\u{1b}[0m");
        let plain = String::from_utf8(bytes(text.as_bytes(), Sink::Text).into_owned()).unwrap();
        assert!(!plain.contains('\u{1b}'), "{plain}");
    }

    #[test]
    fn json_is_safe_and_exact() {
        let written = serde_json::to_string(&[HOSTILE]).unwrap();
        let safe = json(&written);
        assert!(!safe.chars().any(is_hidden), "{safe}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&safe).unwrap(), [HOSTILE]);
    }
}
