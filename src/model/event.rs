//! What can happen to a service.

/// What can happen to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Event {
    /// Somebody else takes control of it.
    Takeover,
    /// An order under a foreign law stops it within days, whoever holds it.
    Denial,
    /// It fails; control stays where it is.
    Outage,
}

impl Event {
    /// Their words in `effects.csv`.
    pub const WORDS: &'static [&'static str] = &["takeover", "denial", "outage"];

    /// The event with this word.
    pub fn find(word: &str) -> Option<Self> {
        [Self::Takeover, Self::Denial, Self::Outage].into_iter().find(|it| it.word() == word)
    }

    /// Its word.
    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}
