//! Words that must not be told, and what stands in their place.

use std::collections::HashMap;

use crate::model::csv::part;

/// A word of fewer letters cannot be told from an ordinary one, and tells nothing.
const LEAST: usize = 3;

/// Words that must not be told, by the letters and digits that they begin with, the longest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words(HashMap<String, Vec<(String, String)>>);

impl Words {
    /// Adds a word, or a text of several, with what is said instead. Numbers alone are none.
    pub fn add(&mut self, word: &str, instead: &str) {
        let word = word.trim().trim_start_matches(|c: char| !c.is_alphanumeric());
        if word.chars().count() < LEAST || !word.contains(char::is_alphabetic) {
            return;
        }
        let known = self.0.entry(first(word).to_owned()).or_default();
        if known.iter().all(|(other, _)| other != word) {
            known.push((word.to_owned(), instead.to_owned()));
            known.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
    }

    /// Each word, with what is said instead.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.values().flatten().map(|(word, instead)| (word.as_str(), instead.as_str()))
    }

    /// A text with something else for each of the words; within another word none is one.
    pub fn replaced(&self, text: &str) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let (mut said, mut rest) = (String::with_capacity(text.len()), text);
        while let Some(letter) = rest.chars().next() {
            let token = first(rest);
            let ends = |word: &String| {
                rest.strip_prefix(word.as_str()).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            };
            let found = self.0.get(token).and_then(|all| all.iter().find(|(word, _)| ends(word)));
            let passed = if let Some((word, instead)) = found {
                said.push_str(instead);
                word.len()
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

/// The letters and digits that a text begins with.
fn first(text: &str) -> &str {
    part(text, 0..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn whole_words_are_replaced_and_parts_of_others_are_not() {
        let mut words = Words::default();
        words.add("falcon", "one");
        words.add("Falcon of the North (2)", "two");
        words.add("ab", "never");
        words.add("2027", "never");
        for (text, said) in [
            ("falcon", "one"),
            ("with-falcon.csv, falcons, é falcon", "with-one.csv, falcons, é one"),
            ("The Falcon of the North (2)! Falcon", "The two! Falcon"),
            ("ab 2027", "ab 2027"),
            ("", ""),
        ] {
            assert_eq!(words.replaced(text), said);
        }
    }
}
