//! A list to choose from, with a line to search in it.

use crate::model::order::InOrder as _;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use tui_input::Input;

use super::{Act, App};

/// A list to choose from.
#[derive(Debug, Clone)]
pub(crate) struct List {
    /// Its heading.
    pub title: String,
    /// What was typed to find an entry.
    pub input: Input,
    /// All entries.
    pub items: Vec<Item>,
    /// The entries that match, best first.
    pub matches: Vec<usize>,
    /// The one under the cursor, among the matches.
    pub selected: usize,
}

/// An entry of a list.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// A heading above it, where it differs from the one before.
    pub group: String,
    /// Its name.
    pub label: String,
    /// The keys that do the same.
    pub keys: String,
    /// What it means.
    pub doc: String,
    /// What choosing it does, once the list is closed.
    pub act: Act,
}

impl Item {
    /// An entry with its name, what it means and what it does.
    pub fn new(
        label: impl Into<String>,
        doc: impl Into<String>,
        act: impl Fn(&mut App) + Send + Sync + 'static,
    ) -> Self {
        let (group, keys) = (String::new(), String::new());
        Self { group, label: label.into(), keys, doc: doc.into(), act: Act::new(act) }
    }
}

impl List {
    /// A list of these entries.
    pub fn new(title: &str, items: Vec<Item>) -> Self {
        let matches = (0..items.len()).collect();
        Self { title: title.to_string(), input: Input::default(), items, matches, selected: 0 }
    }

    /// Finds the entries that match what was typed.
    pub fn search(&mut self) {
        self.selected = 0;
        let words = self.input.value();
        if words.trim().is_empty() {
            self.matches = (0..self.items.len()).collect();
            return;
        }
        let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
        // Letters that are strewn over a sentence are no match; those of a name may be.
        let inside = Pattern::new(words, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let mut score =
                |pattern: &Pattern, text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
            // A match in the name counts for more than one in the sentence or the keys.
            let best = score(&pattern, &item.label).map(|score| score * 4);
            let best = best.max(score(&inside, &format!("{} {}", item.doc, item.keys)));
            // What stands beside an entry finds it where it is typed whole: the name of a column in the file.
            let named = words.len() > 1 && item.keys.eq_ignore_ascii_case(words);
            scored.extend(if named { Some((u32::MAX, at)) } else { best.map(|score| (score, at)) });
        }
        scored.order_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        self.matches = scored.into_iter().map(|(_, at)| at).collect();
    }

    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.matches.len().saturating_sub(1));
    }

    /// The entry under the cursor.
    pub fn chosen(&self) -> Option<&Item> {
        self.matches.get(self.selected).map(|&at| &self.items[at])
    }
}
