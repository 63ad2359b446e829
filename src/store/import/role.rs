//! What a column of a list from elsewhere can be taken for, and the words by which a planner says so.

use std::fmt;

use crate::messages::word;
use crate::model::Year;
use crate::model::cell::{MOST_YEARS, is_id, to_id};
use crate::model::guess::did_you_mean;

/// In which year an amount falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// In a calendar year.
    Year(Year),
    /// In the n-th year, from 1.
    Nth(usize),
    /// This many years after the base year of the list.
    After(i32),
    /// In no year that the column names.
    Unsaid,
}

/// What a column is taken for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A column of `candidates.csv`, by its name there.
    Field(&'static str),
    /// Costs: when, and of which ministry where it has a column of its own.
    Cost(When, Option<String>),
    /// The part of the bill that a ministry pays.
    Share(String),
    /// The year of the row's amount, where each year has a row.
    Year,
    /// The ministry that pays for the row.
    Ministry,
    /// What the row is one of several ways to do; only one of them can be chosen.
    Asset,
    /// Which of the ways it is.
    Way,
    /// What has to start no later.
    Predecessor,
    /// Whether the amount is spent, received or committed.
    Flow,
    /// Whether the row adds up others.
    TotalMark,
    /// The sum of the other amounts, which is only compared.
    Sum,
    /// Nothing that the program uses: the column is kept as it is.
    Keep,
    /// Nothing: the column is left out.
    Drop,
}

/// The words for columns of `candidates.csv`.
const FIELDS: &[(&str, &str)] = &[
    ("id", "candidate"),
    ("name", "name"),
    ("domain", "domain"),
    ("gain", "points"),
    ("start", "start_from"),
    ("latest_start", "start_to"),
    ("status", "status"),
    ("instrument", "instrument"),
    ("pillar", "pillar"),
    ("success", "success"),
    ("cofinance", "cofinance"),
    ("lead_time", "lead_time"),
    ("reason", "reason"),
    ("note", "note"),
    ("source", "source"),
];

/// The words for everything else that has one word.
const OTHERS: &[(&str, Role)] = &[
    ("cost", Role::Cost(When::Unsaid, None)),
    ("year", Role::Year),
    ("ministry", Role::Ministry),
    ("asset", Role::Asset),
    ("option", Role::Way),
    ("predecessor", Role::Predecessor),
    ("flow", Role::Flow),
    ("total_row", Role::TotalMark),
    ("sum", Role::Sum),
    ("keep", Role::Keep),
    ("drop", Role::Drop),
];

/// Beginnings of the words for money of one ministry.
const SHARE: &str = "share";

impl Role {
    /// Every role that has a word of its own, in the order in which a planner goes through them.
    pub fn plain() -> impl Iterator<Item = Self> {
        let fields = FIELDS.iter().map(|(_, column)| Self::Field(column));
        let (money, rest) = OTHERS.split_at(1);
        let [first, second] = [money, rest].map(|roles| roles.iter().map(|(_, role)| role.clone()));
        fields.clone().take(3).chain(first).chain(fields.skip(3)).chain(second)
    }

    /// What a word of a planner means: one of the program's own, or the word for it in the language that is spoken.
    ///
    /// # Errors
    /// The nearest word that there is, if one is near enough.
    pub fn parse(text: &str) -> Result<Self, Option<String>> {
        let text = text.trim().to_lowercase();
        let (what, ministry) = match text.split_once(':') {
            Some((what, ministry)) => (what.trim(), Some(to_id(ministry)).filter(|id| is_id(id))),
            None => (text.as_str(), None),
        };
        if let Some(rest) = text.strip_prefix(SHARE)
            && let Some(id) = rest.strip_prefix([':', '_']).map(to_id).filter(|id| is_id(id))
        {
            return Ok(Self::Share(id));
        }
        if let Some(when) = when(what) {
            return Ok(Self::Cost(when, ministry));
        }
        let of_word = Self::plain().find(|role| role.token() == what || word(&role.token()).to_lowercase() == what);
        let by_column = || FIELDS.iter().find(|(_, column)| *column == what).map(|(_, column)| Self::Field(column));
        match of_word.or_else(by_column) {
            Some(Self::Cost(when, _)) => Ok(Self::Cost(when, ministry)),
            Some(role) if !text.contains(':') => Ok(role),
            _ => {
                let tokens: Vec<String> = Self::plain().map(|role| role.token()).chain(examples()).collect();
                Err(did_you_mean(what, tokens.iter().map(String::as_str)).map(str::to_owned))
            }
        }
    }

    /// The words that can be written, for who wrote another one.
    pub fn words() -> Vec<String> {
        Self::plain().map(|role| role.token()).chain(examples()).collect()
    }

    /// The word that a planner writes for it.
    pub fn token(&self) -> String {
        match self {
            Self::Field(column) => {
                FIELDS.iter().find(|(_, name)| name == column).map_or(*column, |(word, _)| *word).to_owned()
            }
            Self::Cost(When::Unsaid, None) => "cost".to_owned(),
            Self::Cost(when, None) => when.to_string(),
            Self::Cost(when, Some(ministry)) => format!("{when}:{ministry}"),
            Self::Share(ministry) => format!("{SHARE}_{ministry}"),
            other => OTHERS.iter().find(|(_, role)| role == other).map_or("", |(word, _)| *word).to_owned(),
        }
    }

    /// The word for it in the language that is spoken.
    pub fn label(&self) -> String {
        word(&self.token())
    }

    /// Whether it holds amounts of money that are paid.
    pub const fn is_cost(&self) -> bool {
        matches!(self, Self::Cost(..))
    }

    /// Whether it is a figure or a state, so that reading the wrong one of two columns would change the answer.
    pub(super) fn counts(&self) -> bool {
        match self {
            Self::Cost(..) | Self::Share(_) | Self::Year => true,
            Self::Field(column) => {
                matches!(
                    *column,
                    "points" | "success" | "cofinance" | "lead_time" | "status" | "start_from" | "start_to"
                )
            }
            _ => false,
        }
    }
}

/// Words with a number or a ministry in them.
fn examples() -> impl Iterator<Item = String> {
    ["cost_1", "2027", "t+1", "cost:defence", "share_defence"].into_iter().map(str::to_owned)
}

/// The year that a word says: `2027`, `cost_2`, `t+1`.
fn when(text: &str) -> Option<When> {
    if let Some(number) = text.strip_prefix("cost_") {
        return number.parse().ok().filter(|number| (1..=MOST_YEARS).contains(number)).map(When::Nth);
    }
    if let Some(rest) = text.strip_prefix('t') {
        let after = if rest.is_empty() { Some(0) } else { rest.trim_start_matches('+').parse().ok() };
        return after.filter(|after: &i32| after.abs() < 100).map(When::After);
    }
    text.parse().ok().filter(|year| (1900..2200).contains(year)).map(When::Year)
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Nth(number) => write!(f, "cost_{number}"),
            Self::After(0) => f.write_str("t"),
            Self::After(after) => write!(f, "t{after:+}"),
            Self::Unsaid => f.write_str("cost"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back_as_it_is_written() {
        let ministry = || Some("defence".to_owned());
        let others = [
            Role::Cost(When::Year(2027), None),
            Role::Cost(When::Nth(3), None),
            Role::Cost(When::After(-2), None),
            Role::Cost(When::After(0), None),
            Role::Cost(When::Year(2027), ministry()),
            Role::Cost(When::Unsaid, ministry()),
            Role::Share("defence".to_owned()),
        ];
        for role in Role::plain().chain(others) {
            assert_eq!(Role::parse(&role.token()), Ok(role.clone()), "{role:?}");
        }
        assert_eq!(Role::parse("points"), Ok(Role::Field("points")));
        assert_eq!(Role::parse("gian"), Err(Some("gain".to_owned())));
        assert_eq!(Role::parse("something else"), Err(None));
        assert_eq!(Role::parse("name:defence"), Err(Some("name".to_owned())));
        crate::messages::in_language("nl", || assert_eq!(Role::parse("naam"), Ok(Role::Field("name"))));
    }
}
