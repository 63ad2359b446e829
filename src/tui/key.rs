//! A key press, as keymap files, hints and tests write it: `j`, `G`, `ctrl-d`, `shift-tab`, `enter`, `f1`, `space`.

use crate::say;
use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key press, in one form for each key: Shift is kept only where the character does not show it already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub(crate) code: KeyCode,
    /// What is held down with it.
    pub(crate) modifiers: KeyModifiers,
}

const NAMES: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("minus", KeyCode::Char('-')),
];

impl Key {
    /// The key of a terminal's event; none for a release or a repeat of a modifier alone.
    pub(crate) fn of(event: KeyEvent) -> Option<Self> {
        (event.kind == KeyEventKind::Press).then(|| Self::new(event.code, event.modifiers))
    }

    /// A key in its one form.
    pub(crate) fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let modifiers = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match (code, modifiers) {
            // A terminal sends the same for both, and for a letter with Ctrl the same whatever its case.
            (KeyCode::Char('i' | 'I'), KeyModifiers::CONTROL) => return Self::new(KeyCode::Tab, KeyModifiers::NONE),
            (KeyCode::Char('m' | 'M'), KeyModifiers::CONTROL) => return Self::new(KeyCode::Enter, KeyModifiers::NONE),
            (KeyCode::Char('['), KeyModifiers::CONTROL) => return Self::new(KeyCode::Esc, KeyModifiers::NONE),
            (KeyCode::Char(c), held) if held.contains(KeyModifiers::CONTROL) && c.is_ascii_uppercase() => {
                return Self::new(KeyCode::Char(c.to_ascii_lowercase()), held - KeyModifiers::SHIFT);
            }
            _ => {}
        }
        match code {
            KeyCode::BackTab => Self { code: KeyCode::Tab, modifiers: modifiers | KeyModifiers::SHIFT },
            KeyCode::Char(c) if modifiers.contains(KeyModifiers::SHIFT) => {
                let c = c.to_uppercase().next().unwrap_or(c);
                Self { code: KeyCode::Char(c), modifiers: modifiers - KeyModifiers::SHIFT }
            }
            code => Self { code, modifiers },
        }
    }

    /// The character that it types, if it types one.
    pub(crate) fn character(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }

    /// The key with this name.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the name.
    pub fn parse(name: &str) -> Result<Self, String> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = name.trim();
        while let Some((modifier, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            modifiers |= match modifier.to_ascii_lowercase().as_str() {
                "ctrl" | "control" => KeyModifiers::CONTROL,
                "alt" | "meta" => KeyModifiers::ALT,
                "shift" => KeyModifiers::SHIFT,
                _ => return Err(say!("key-name-modifier-not", name = name, modifier = modifier)),
            };
            rest = after;
        }
        let lower = rest.to_ascii_lowercase();
        if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == lower) {
            return Ok(Self::new(*code, modifiers));
        }
        if let Some(number) =
            lower.strip_prefix('f').and_then(|n| n.parse::<u8>().ok()).filter(|n| (1..=24).contains(n))
        {
            return Ok(Self::new(KeyCode::F(number), modifiers));
        }
        let mut characters = rest.chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => Ok(Self::new(KeyCode::Char(c), modifiers)),
            _ => Err(say!("key-name-not-key", name = name)),
        }
    }

    /// The keys of a text such as `jj<enter>12<esc>`: names stand in angle brackets, `<<>` is `<` itself.
    ///
    /// # Errors
    /// A sentence that says which name is wrong.
    pub fn sequence(text: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            if c == '<' {
                let mut name: String = rest.by_ref().take_while(|&c| c != '>').collect();
                if name.is_empty() {
                    name.push('>');
                }
                keys.push(Self::parse(&name)?);
            } else {
                keys.push(Self::new(KeyCode::Char(c), KeyModifiers::NONE));
            }
        }
        Ok(keys)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SHIFT, "Shift-")];
        for (modifier, name) in parts {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(name, code)| *code == self.code && *name != "minus") {
            let mut letters = name.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            return write!(f, "{}{}", first.map(String::from).unwrap_or_default(), letters.as_str());
        }
        match self.code {
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(n) => write!(f, "F{n}"),
            _ => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_key_is_the_same_key() {
        let shifted = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::SHIFT);
        assert_eq!(Key::of(shifted), Some(Key::parse("G").unwrap()));
        let back = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(Key::of(back), Some(Key::parse("shift-tab").unwrap()));
        let release = KeyEvent { kind: KeyEventKind::Release, ..shifted };
        assert_eq!(Key::of(release), None);
    }

    #[test]
    fn names_are_read_back_as_they_are_written() {
        for name in ["j", "G", "Ctrl-d", "Shift-Tab", "Enter", "Space", "F5", "-", "Ctrl--", "<", "é"] {
            assert_eq!(Key::parse(name).unwrap().to_string(), name);
        }
        assert!(Key::parse("hyper-x").is_err());
        assert!(Key::parse("entr").is_err());
    }

    #[test]
    fn what_a_terminal_cannot_tell_apart_is_one_key() {
        for (one, other) in [("ctrl-i", "tab"), ("ctrl-m", "enter"), ("ctrl-[", "esc"), ("ctrl-S", "ctrl-s")] {
            assert_eq!(Key::parse(one).unwrap(), Key::parse(other).unwrap(), "{one}");
        }
    }

    #[test]
    fn a_sequence_holds_characters_and_names() {
        let keys = Key::sequence("j<enter>1<ctrl-r><<>").unwrap();
        let names: Vec<_> = keys.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["j", "Enter", "1", "Ctrl-r", "<"]);
    }
}
