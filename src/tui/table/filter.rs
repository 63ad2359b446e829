//! The language of filters: words that all must match.
//!
//! `text` is in some cell, `!text` in none; `cost>50`, `cost<=50`, `domain=chips`, `domain!=chips` and `name~fiber`
//! compare one column. Upper and lower case are the same. A text with spaces stands in double quotes.

use rust_decimal::Decimal;

use super::{Grid, GridColumn, parse_number};

/// A filter that was read against a table's columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    Contains { text: String, wanted: Wanted },
    Compare { column: usize, with: Comparison, text: String, number: Option<Decimal> },
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

    /// Whether a row matches.
    pub fn matches(&self, grid: &dyn Grid, row: usize) -> bool {
        self.terms.iter().all(|term| term.matches(grid, row))
    }
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
        let found = word
            .char_indices()
            .find_map(|(at, _)| {
                let (name, rest) = word.split_at(at);
                SIGNS.iter().find_map(|(sign, with)| rest.strip_prefix(sign).map(|text| (name, *with, text)))
            })
            .filter(|(name, ..)| !name.is_empty());
        let Some((name, with, text)) = found else {
            let (text, wanted) = word.strip_prefix('!').map_or((word, Wanted::Some), |text| (text, Wanted::None));
            return Ok(Self::Contains { text: text.to_lowercase(), wanted });
        };
        let column = find_column(name, columns).ok_or_else(|| {
            let names: Vec<_> = columns.iter().map(|column| column.id.as_str()).collect();
            format!("There is no column `{name}` here; the columns are {}.", names.join(", "))
        })?;
        let number = parse_number(text);
        let ordered = !matches!(with, Comparison::Equal | Comparison::Unequal | Comparison::Contains);
        if ordered && columns[column].number && number.is_none() {
            return Err(format!("`{text}` is not a number, so `{word}` cannot be compared."));
        }
        Ok(Self::Compare { column, with, text: text.to_lowercase(), number })
    }

    fn matches(&self, grid: &dyn Grid, row: usize) -> bool {
        match self {
            Self::Contains { text, wanted } => {
                let found = (0..grid.columns().len()).any(|column| contains(&grid.cell(row, column), text));
                found == (*wanted == Wanted::Some)
            }
            Self::Compare { column, with, text, number } => {
                let cell = grid.cell(row, *column);
                if *with == Comparison::Contains {
                    return contains(&cell, text);
                }
                let own = if grid.columns()[*column].number { grid.number(row, *column) } else { parse_number(&cell) };
                let order = match (own, number) {
                    (Some(own), Some(number)) => own.cmp(number),
                    // An empty cell is neither above nor below a number.
                    _ if grid.columns()[*column].number && !text.is_empty() => return *with == Comparison::Unequal,
                    _ => cell.to_lowercase().as_str().cmp(text.as_str()),
                };
                match with {
                    Comparison::Equal => order.is_eq(),
                    Comparison::Unequal => order.is_ne(),
                    Comparison::Less => order.is_lt(),
                    Comparison::AtMost => order.is_le(),
                    Comparison::More => order.is_gt(),
                    Comparison::AtLeast => order.is_ge(),
                    Comparison::Contains => false,
                }
            }
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

/// Whether a cell has this text, which is in lower case, in it.
pub(crate) fn contains(cell: &str, text: &str) -> bool {
    if cell.is_ascii() && text.is_ascii() {
        let (cell, text) = (cell.as_bytes(), text.as_bytes());
        return text.is_empty() || cell.windows(text.len()).any(|part| part.eq_ignore_ascii_case(text));
    }
    cell.to_lowercase().contains(text)
}
