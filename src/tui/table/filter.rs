//! The language of filters: words that all must match.
//!
//! `text` is in some cell, `!text` in none; `cost>50`, `cost<=50`, `domain=chips`, `domain!=chips` and `name~fiber`
//! compare one column; `domain=chips|cloud` is one or the other, `domain!=chips|cloud` neither. `/^data.*centre$/` is a regular
//! expression that some cell matches, `!/…/` none, `name~/…/` that column. Upper and lower case are the same. A text with
//! spaces stands in double quotes.

use crate::say;
use std::borrow::Cow;
use std::cmp::Ordering;

use regex_lite::{Regex, RegexBuilder};
use rust_decimal::Decimal;

use super::{Grid, GridColumn};
use crate::model::typed;
use crate::session::bulk::parse_number;

/// A filter that was read against a table's columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    Contains {
        texts: Vec<String>,
        wanted: Wanted,
    },
    /// A cell matches, of one column or of any.
    Matches {
        pattern: Pattern,
        column: Option<usize>,
        wanted: Wanted,
    },
    Compare {
        column: usize,
        with: Comparison,
        values: Vec<Value>,
    },
}

/// A regular expression; two are the same where they are written the same.
#[derive(Debug, Clone)]
struct Pattern(Regex);

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}

impl Eq for Pattern {}

/// The most bytes that a regular expression may take when it is made ready.
const LARGEST: usize = 1 << 20;

impl Pattern {
    /// The regular expression of a text such as `/^a.*/`; `None` if it is no such text.
    fn parse(text: &str) -> Option<Result<Self, String>> {
        let inside = text.strip_prefix('/')?.strip_suffix('/').filter(|inside| !inside.is_empty())?;
        let made = RegexBuilder::new(&folded(inside)).case_insensitive(true).size_limit(LARGEST).build();
        Some(made.map(Self).map_err(|error| {
            // Its last line says what is wrong; those before draw where.
            let why = error.to_string();
            let why = why.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            say!("filter-text-no-regular", text = text, why = why)
        }))
    }

    fn is_match(&self, text: &str) -> bool {
        self.0.is_match(&folded(text))
    }
}

/// Letters beyond ASCII in lower case: of those the library takes upper and lower case for two.
fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let lower = |letter: char| if letter.is_ascii() { letter } else { letter.to_lowercase().next().unwrap_or(letter) };
    text.chars().map(lower).collect()
}

/// What a column is compared with; where there are several, one has to hold (of `!=` all).
#[derive(Debug, Clone, PartialEq, Eq)]
struct Value {
    text: String,
    number: Option<Decimal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Some,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
    Contains,
}

/// With more rows than this, what costs time is left out.
const LARGE: usize = 5_000;

// Longer signs first, so that `<=` is not read as `<`.
const SIGNS: &[(&str, Comparison)] = &[
    ("!=", Comparison::Unequal),
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("=", Comparison::Equal),
    ("<", Comparison::Less),
    (">", Comparison::More),
    ("~", Comparison::Contains),
];

impl Filter {
    /// Reads a filter.
    ///
    /// # Errors
    /// A sentence that says which word is wrong and what columns there are.
    pub fn parse(text: &str, columns: &[GridColumn]) -> Result<Self, String> {
        let terms = words(text).into_iter().map(|word| Term::parse(&word, columns)).collect::<Result<_, _>>()?;
        Ok(Self { terms })
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The rows that match, in the order of the grid.
    pub fn rows(&self, grid: &dyn Grid) -> Vec<usize> {
        let columns = grid.columns();
        // A computed number of a large table has no letter in it, and writing it out only to find that takes time.
        let readable = |texts: &[String]| -> Vec<usize> {
            let letters = grid.rows() > LARGE && texts.iter().all(|text| text.chars().any(char::is_alphabetic));
            (0..columns.len()).filter(|&at| !(letters && columns[at].number && columns[at].source.is_none())).collect()
        };
        let readable = |term: &Term| match term {
            Term::Contains { texts, .. } => readable(texts),
            Term::Matches { column: Some(column), .. } => vec![*column],
            Term::Matches { column: None, .. } => (0..columns.len()).collect(),
            Term::Compare { .. } => Vec::new(),
        };
        let terms: Vec<(&Term, Vec<usize>)> = self.terms.iter().map(|term| (term, readable(term))).collect();
        (0..grid.rows()).filter(|&row| terms.iter().all(|(term, readable)| term.matches(grid, row, readable))).collect()
    }
}

/// The texts of which one has to hold. A sign with nothing on one side of it is a text like any other.
fn alternatives(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split('|').count();
    let whole = parts < 2 || text.split('|').any(str::is_empty);
    text.splitn(if whole { 1 } else { parts }, '|')
}

/// The words of a filter: spaces part them, except between double quotes.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    let mut started = false;
    for c in text.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                started = true;
            }
            c if c.is_whitespace() && !quoted => {
                if started {
                    words.push(std::mem::take(&mut word));
                    started = false;
                }
            }
            c => {
                word.push(c);
                started = true;
            }
        }
    }
    if started {
        words.push(word);
    }
    words
}

impl Term {
    fn parse(word: &str, columns: &[GridColumn]) -> Result<Self, String> {
        let (bare, wanted) = word.strip_prefix('!').map_or((word, Wanted::Some), |text| (text, Wanted::None));
        if let Some(pattern) = Pattern::parse(bare) {
            return Ok(Self::Matches { pattern: pattern?, column: None, wanted });
        }
        let found = word
            .char_indices()
            .find_map(|(at, _)| {
                let (name, rest) = word.split_at(at);
                SIGNS.iter().find_map(|(sign, with)| rest.strip_prefix(sign).map(|text| (name, *with, text)))
            })
            .filter(|(name, ..)| !name.is_empty());
        let Some((name, with, text)) = found else {
            return Ok(Self::Contains { texts: alternatives(bare).map(str::to_lowercase).collect(), wanted });
        };
        let column = find_column(name, columns).ok_or_else(|| {
            let names: Vec<_> = columns.iter().map(|column| column.id.as_str()).collect();
            say!("filter-there-no-column", name = name, names = names.join(", "))
        })?;
        if let Some(pattern) = Pattern::parse(text).filter(|_| with == Comparison::Contains) {
            return Ok(Self::Matches { pattern: pattern?, column: Some(column), wanted: Wanted::Some });
        }
        let ordered = !matches!(with, Comparison::Equal | Comparison::Unequal | Comparison::Contains);
        let mut values = Vec::new();
        for text in alternatives(text) {
            let written = || typed::number(text).only(text).ok().and_then(|text| parse_number(&text));
            let number = parse_number(text).or_else(written);
            if ordered && columns[column].number && number.is_none() {
                return Err(say!("filter-text-not-number", text = text, field = word));
            }
            values.push(Value { text: text.to_lowercase(), number });
        }
        Ok(Self::Compare { column, with, values })
    }

    fn matches(&self, grid: &dyn Grid, row: usize, readable: &[usize]) -> bool {
        match self {
            Self::Contains { texts, wanted } => {
                let any = |column: usize| texts.iter().any(|text| has(grid, (row, column), text));
                readable.iter().any(|&column| any(column)) == (*wanted == Wanted::Some)
            }
            Self::Matches { pattern, wanted, .. } => {
                let has = |column: usize| {
                    pattern.is_match(&grid.cell(row, column)) || pattern.is_match(&grid.shown(row, column))
                };
                readable.iter().any(|&column| has(column)) == (*wanted == Wanted::Some)
            }
            Self::Compare { column, with: Comparison::Contains, values } => {
                values.iter().any(|value| has(grid, (row, *column), &value.text))
            }
            Self::Compare { column, with, values } => {
                let holds = |value: &Value| with.holds(Self::order(grid, row, *column, &value.text, value.number));
                if *with == Comparison::Unequal { values.iter().all(holds) } else { values.iter().any(holds) }
            }
        }
    }

    /// How a cell compares with a text or number; `None` if a cell that is no number is compared with one.
    fn order(grid: &dyn Grid, row: usize, column: usize, text: &str, number: Option<Decimal>) -> Option<Ordering> {
        if grid.columns()[column].number {
            return match (grid.number(row, column), number) {
                (Some(own), Some(number)) => Some(own.cmp(&number)),
                // An empty cell, or one with a word in it, is neither above nor below a number.
                (None, Some(_)) => None,
                _ => Some(grid.cell(row, column).to_lowercase().as_str().cmp(text)),
            };
        }
        let cell = grid.cell(row, column);
        match number.and_then(|number| Some((parse_number(&cell)?, number))) {
            Some((own, number)) => Some(own.cmp(&number)),
            // What a cell says to people is as good as its text.
            None if grid.shown(row, column).to_lowercase() == text => Some(Ordering::Equal),
            None => Some(cell.to_lowercase().as_str().cmp(text)),
        }
    }
}

impl Comparison {
    /// Whether it holds where two things compare so; where they cannot be compared only `!=` does.
    fn holds(self, order: Option<Ordering>) -> bool {
        let Some(order) = order else { return self == Self::Unequal };
        match self {
            Self::Equal => order.is_eq(),
            Self::Unequal => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::More => order.is_gt(),
            Self::AtLeast => order.is_ge(),
            Self::Contains => false,
        }
    }
}

/// The column with this name, or else the only one or first one that starts with it.
pub(crate) fn find_column(name: &str, columns: &[GridColumn]) -> Option<usize> {
    let name = name.to_lowercase();
    let exactly = |column: &GridColumn| column.id == name || column.title.to_lowercase() == name;
    columns
        .iter()
        .position(exactly)
        .or_else(|| columns.iter().position(|column| !name.is_empty() && column.id.starts_with(&name)))
}

/// Whether a cell has this text, which is in lower case, in it or in what it says to people.
pub(crate) fn has(grid: &dyn Grid, (row, column): (usize, usize), text: &str) -> bool {
    let (cell, shown) = (grid.cell(row, column), grid.shown(row, column));
    contains(&cell, text) || (cell != shown && contains(&shown, text))
}

/// Whether a text has this one, which is in lower case, in it.
fn contains(cell: &str, text: &str) -> bool {
    if cell.is_ascii() && text.is_ascii() {
        let (cell, text) = (cell.as_bytes(), text.as_bytes());
        let Some((&first, rest)) = text.split_first() else { return true };
        // Most places are ruled out by their first letter alone.
        let last = cell.len().saturating_sub(rest.len());
        return cell.iter().take(last).enumerate().any(|(at, byte)| {
            byte.eq_ignore_ascii_case(&first)
                && cell.get(at + 1..at + 1 + rest.len()).is_some_and(|part| part.eq_ignore_ascii_case(rest))
        });
    }
    cell.to_lowercase().contains(text)
}

/// Whether a text matches a regular expression; `None` if it is none.
#[cfg(test)]
pub(super) fn matches(pattern: &str, text: &str) -> Option<bool> {
    Some(Pattern::parse(pattern)?.ok()?.is_match(text))
}
