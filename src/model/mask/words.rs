//! Words that must not be told, and what stands in their place.

use crate::model::order::InOrder as _;
use std::collections::HashMap;

use crate::model::csv::part;
use crate::model::visible::is_hidden;

/// A word of fewer letters cannot be told from an ordinary one, and tells nothing.
const LEAST: usize = 3;

/// Words that must not be told, by the letters and digits that they begin with, the longest first; compared in small letters, with
/// one sign for all spaces, dashes and underscores in a row, and without what nobody sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words(HashMap<String, Vec<Word>>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    folded: String,
    instead: String,
}

impl Words {
    /// Adds a word, or a text of several, with what is said instead. Numbers alone are none.
    pub fn add(&mut self, word: &str, instead: &str) {
        let word = word.trim().trim_start_matches(|c: char| !c.is_alphanumeric());
        if word.chars().count() < LEAST || !word.contains(char::is_alphabetic) {
            return;
        }
        let known = self.0.entry(folded(first(word))).or_default();
        if known.iter().all(|other| other.text != word) {
            known.push(Word { text: word.to_owned(), folded: folded(word), instead: instead.to_owned() });
            known.order_by_key(|word| std::cmp::Reverse(word.folded.len()));
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each word, with what is said instead.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.values().flatten().map(|word| (word.text.as_str(), word.instead.as_str()))
    }

    /// A text with something else for each of the words; within another word none is one.
    pub fn replaced(&self, text: &str) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let (mut said, mut rest) = (String::with_capacity(text.len()), text);
        while let Some(letter) = rest.chars().next() {
            let token = first(rest);
            let found = self.0.get(&folded(token)).and_then(|all| {
                let (word, passed) =
                    all.iter().find_map(|word| begins(rest, &word.folded).map(|passed| (word, passed)))?;
                // Of an id and a name of the same letters the one that is written so.
                let exact = all.iter().find(|it| it.folded == word.folded && rest.starts_with(&it.text));
                Some((exact.unwrap_or(word), passed))
            });
            let passed = if let Some((word, passed)) = found {
                said.push_str(&word.instead);
                passed
            } else {
                let passed = token.len().max(letter.len_utf8());
                said.push_str(part(rest, 0..passed));
                passed
            };
            rest = part(rest, passed..rest.len());
        }
        said
    }
}

/// Whether a character only parts words.
fn parts(c: char) -> bool {
    const DASHES: &[char] = &['-', '_', '\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '―', '−', '﹣', '－', '\u{2043}'];
    c.is_whitespace() || DASHES.contains(&c)
}

/// Whether nobody sees a character, so that a word is the same one with it.
fn is_unseen(c: char) -> bool {
    is_hidden(c) && !c.is_whitespace()
}

/// The letters of a text as they are compared, each with where it ends.
fn letters(text: &str) -> impl Iterator<Item = (char, usize)> + '_ {
    let mut is_parted = false;
    let seen = text.char_indices().filter(|(_, c)| !is_unseen(*c)).filter(move |(_, c)| {
        let again = is_parted && parts(*c);
        is_parted = parts(*c);
        !again
    });
    seen.flat_map(|(at, c)| {
        let small = (!parts(c)).then(|| c.to_lowercase());
        let space = parts(c).then_some(' ');
        small.into_iter().flatten().chain(space).map(move |small| (small, at + c.len_utf8()))
    })
}

/// A text as it is compared.
pub(super) fn folded(text: &str) -> String {
    let text: String = letters(text).map(|(letter, _)| letter).collect();
    text.trim().to_owned()
}

/// How far a text begins with a folded word that ends there.
fn begins(text: &str, word: &str) -> Option<usize> {
    let (mut all, mut end) = (letters(text), 0);
    for letter in word.chars() {
        let (found, at) = all.next()?;
        if found != letter {
            return None;
        }
        end = at;
    }
    let after = part(text, end..text.len()).trim_start_matches(is_unseen);
    (!after.starts_with(char::is_alphanumeric)).then_some(end)
}

/// The letters and digits that a text begins with.
fn first(text: &str) -> &str {
    part(text, 0..text.find(|c: char| !c.is_alphanumeric() && !is_unseen(c)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn whole_words_are_replaced_and_parts_of_others_are_not() {
        let mut words = Words::default();
        words.add("falcon", "one");
        words.add("Falcon of the North (2)", "two");
        words.add("state-crypto-buyback", "three");
        words.add("ab", "never");
        words.add("2027", "never");
        for (text, said) in [
            ("falcon", "one"),
            ("with-falcon.csv, falcons, é falcon", "with-one.csv, falcons, é one"),
            ("The Falcon of the North (2)! Falcon", "The two! one"),
            ("FALCON OF  the\u{a0}North (2), fal\u{ad}con, falcon\u{ad}s", "two, one, falcon\u{ad}s"),
            (
                "state_crypto_buyback: State–Crypto  BuyBack_2, state_crypto_buybacks",
                "three: three_2, state_crypto_buybacks",
            ),
            ("ab 2027", "ab 2027"),
            ("", ""),
        ] {
            assert_eq!(words.replaced(text), said);
        }
    }
}
