//! A list to choose from, with a line to search in it.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rust_decimal::Decimal;
use tui_input::Input;

use crate::model::schema::TableId;
use crate::say;
use crate::session::comparison::{At, Side};
use crate::tui::commands::{Command, Context};
use crate::tui::table::{GridColumn, Values};
use crate::tui::widgets::number::{fixed, rounded};

/// The longest bar of a value.
const BAR: usize = 30;

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
    /// What choosing it does.
    pub choice: Choice,
}

/// What choosing an entry does.
#[derive(Debug, Clone)]
pub(crate) enum Choice {
    /// Does a command, where this context holds.
    Run(Command, Context),
    /// Shows a table on the screen of tables.
    Table(TableId),
    /// Goes to a column of the table on the screen, by its position in the grid.
    Column(usize),
    /// Filters the table on the screen by this term; none where no filter says it.
    Filter(Option<String>),
    /// Puts a side of the comparison.
    Side(At, Side),
    /// Goes to the case as it was after so many steps.
    State(usize),
    /// Explains a candidate, by id.
    Explain(String),
    /// Tries a scenario on.
    Scenario(String),
}

impl List {
    /// A list of these entries.
    pub fn new(title: &str, items: Vec<Item>) -> Self {
        let matches = (0..items.len()).collect();
        Self { title: title.to_string(), input: Input::default(), items, matches, selected: 0 }
    }

    /// Every column of a table.
    pub fn columns(columns: &[GridColumn]) -> Self {
        let items = columns.iter().enumerate().map(|(at, column)| Item {
            group: String::new(),
            label: column.title.clone(),
            keys: column.unit.clone(),
            doc: column.help.to_string(),
            choice: Choice::Column(at),
        });
        Self::new("Columns", items.collect())
    }

    /// The values of a column, how often each occurs, and for numbers what they come to.
    pub fn values(title: &str, values: &Values) -> Self {
        let most = values.groups.iter().map(|group| group.rows).max().unwrap_or(1).max(1);
        let items = values.groups.iter().map(|group| {
            let share = Decimal::from(group.rows * 100).checked_div(Decimal::from(values.rows)).unwrap_or_default();
            Item {
                group: String::new(),
                label: if group.label.is_empty() { "(empty)".to_owned() } else { group.label.clone() },
                keys: format!("{:>7} {:>5} %", group.rows, fixed(share, 1)),
                doc: "#".repeat((group.rows * BAR).div_ceil(most)),
                choice: Choice::Filter(group.filter.clone()),
            }
        });
        let numbers = values.numbers.map_or_else(String::new, |(sum, mean, median)| {
            let [sum, mean, median] = [sum, mean, median].map(|it| rounded(it, 4).normalize());
            say!("list-sum-sum-mean", sum = sum, mean = mean, median = median)
        });
        let rows = crate::session::count_of(values.rows, "row");
        Self::new(&format!("{title} in {rows}{numbers}"), items.collect())
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
            scored.extend(best.map(|score| (score, at)));
        }
        scored.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
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
