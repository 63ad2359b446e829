//! The values of a table.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::ser::{Serialize, Serializer};

use crate::messages::{short_moment, word};
use crate::report::number::{FINE, Figure, exact, fixed, rounded, short};
use crate::report::style::Role;

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A word of the program's own, such as `proven`: programs read it as it is, people in their language.
    Word(String),
    /// A decimal.
    Figure(Decimal),
    /// A whole number.
    Count(i64),
    /// A calendar year.
    Year(i32),
    /// A moment in UTC, as programs write it: `2026-11-24T09:05:12Z`.
    Moment(String),
    /// Yes or no.
    Flag(bool),
    /// Ids.
    List(Vec<String>),
    /// So much of the whole, in percent.
    Share(u8),
    /// How much of a whole, 0-1, as a bar.
    Bar(Decimal),
    /// A value in a role of its own.
    Marked(Role, Box<Value>),
    /// What programs read, and what people read instead: an id and a name, or a difference of what is shown.
    Told(Box<Value>, Box<Value>),
    /// Nothing to say.
    Empty,
}

/// What a cell is made from, each with its value.
macro_rules! made_from {
    ($($from:ident: $of:ty => $value:expr,)*) => {
        $(impl From<$of> for Value {
            fn from($from: $of) -> Self {
                $value
            }
        })*
    };
}

made_from! {
    word: &'static str => Self::Word(word.to_owned()),
    text: String => Self::Text(text),
    text: &String => Self::Text(text.clone()),
    figure: Decimal => Self::Figure(figure),
    figure: Figure => Self::Figure(figure.0),
    flag: bool => Self::Flag(flag),
    count: usize => Self::Count(i64::try_from(count).unwrap_or(i64::MAX)),
    year: i32 => Self::Year(year),
    list: Vec<String> => Self::List(list),
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl Value {
    /// A value in a role of its own.
    pub fn marked(role: Role, value: impl Into<Self>) -> Self {
        Self::Marked(role, Box::new(value.into()))
    }

    /// What programs read, and what people read instead.
    pub fn told(exact: impl Into<Self>, shown: impl Into<Self>) -> Self {
        Self::Told(Box::new(exact.into()), Box::new(shown.into()))
    }

    /// What programs know by its id, and people by its name.
    pub fn named(id: &str, name: &str) -> Self {
        Self::told(id.to_owned(), name.to_owned())
    }

    /// The same of several.
    pub fn all_named<'a>(all: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let (ids, names): (Vec<String>, Vec<String>) =
            all.into_iter().map(|(id, name)| (id.to_owned(), name.to_owned())).unzip();
        Self::told(ids, names)
    }

    /// How far one figure is above another: exact, and as a reader finds it who takes one from the other as they are shown.
    pub fn difference(from: Decimal, less: Decimal, places: u32) -> Self {
        Self::told((from - less).normalize(), rounded(from, places) - rounded(less, places))
    }

    /// The value for programs: all digits, ids separated by spaces.
    pub fn exact(&self) -> String {
        match self {
            Self::Text(text) | Self::Word(text) => text.clone(),
            Self::Figure(figure) | Self::Bar(figure) => Figure(*figure).exact(),
            Self::Count(count) => count.to_string(),
            Self::Year(year) => year.to_string(),
            Self::Moment(utc) => utc.replace('T', " ").replace('Z', " UTC"),
            Self::Share(percent) => percent.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::List(ids) => ids.join(" "),
            Self::Marked(_, value) | Self::Told(value, _) => value.exact(),
            Self::Empty => String::new(),
        }
    }

    /// The value for people, with this many places where it stands in a column of figures.
    pub fn shown(&self, places: Option<u32>) -> String {
        match (self, places) {
            (Self::Figure(figure), Some(places)) => fixed(*figure, places),
            (Self::Figure(figure), None) => short(*figure, FINE),
            (Self::Count(count), _) => exact(Decimal::from(*count)),
            (Self::Moment(utc), _) => short_moment(utc),
            (Self::Word(text), _) => word(text),
            (Self::Flag(flag), _) => word(if *flag { "yes" } else { "no" }),
            (Self::List(names), _) => names.join(if names.iter().any(|name| name.contains(',')) { "; " } else { ", " }),
            (Self::Share(0), _) => "-".to_owned(),
            (Self::Share(percent), _) => format!("{percent} %"),
            (Self::Bar(part), _) => {
                let tenths = part.checked_mul(Decimal::TEN).and_then(|tenths| tenths.round().to_usize());
                let full = tenths.unwrap_or(0).min(10);
                format!("{}{}", "█".repeat(full), "·".repeat(10 - full))
            }
            (Self::Marked(_, value) | Self::Told(_, value), _) => value.shown(places),
            _ => self.exact(),
        }
    }

    /// The value without its role, as people read it.
    pub fn bare(&self) -> &Self {
        if let Self::Marked(_, value) | Self::Told(_, value) = self { value.bare() } else { self }
    }

    /// The ids of the value.
    pub fn ids(&self) -> &[String] {
        match self {
            Self::Text(id) => std::slice::from_ref(id),
            Self::List(ids) => ids,
            Self::Marked(_, value) | Self::Told(value, _) => value.ids(),
            _ => &[],
        }
    }

    /// The decimal, if it is one.
    pub fn figure(&self) -> Option<Decimal> {
        match self {
            Self::Figure(figure) => Some(*figure),
            Self::Marked(_, value) | Self::Told(value, _) => value.figure(),
            _ => None,
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) | Self::Word(text) => serializer.serialize_str(text),
            Self::Figure(figure) | Self::Bar(figure) => Figure(*figure).serialize(serializer),
            Self::Count(count) => serializer.serialize_i64(*count),
            Self::Year(year) => serializer.serialize_i32(*year),
            Self::Moment(_) => serializer.serialize_str(&self.exact()),
            Self::Share(percent) => serializer.serialize_u8(*percent),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(ids) => ids.serialize(serializer),
            Self::Marked(_, value) | Self::Told(value, _) => value.serialize(serializer),
            Self::Empty => serializer.serialize_none(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_difference_is_that_of_what_stands_beside_it() {
        let value = Value::difference(d("24.3846"), d("24.3463"), 2);
        assert_eq!((value.shown(Some(2)), value.exact()), ("0.03".to_owned(), "0.0383".to_owned()));
        let value = Value::difference(d("24.3846"), d("13.8486"), 2);
        assert_eq!((value.shown(Some(2)), value.exact()), ("10.53".to_owned(), "10.536".to_owned()));
        assert_eq!(value.figure(), Some(d("10.536")));
    }

    #[test]
    fn people_read_names_and_programs_ids() {
        let value = Value::all_named([("cable", "Cable, north"), ("cloud", "Cloud")]);
        assert_eq!((value.shown(None), value.exact()), ("Cable, north; Cloud".to_owned(), "cable cloud".to_owned()));
        assert_eq!(serde_json::to_string(&value).unwrap(), "[\"cable\",\"cloud\"]");
        assert_eq!(Value::named("cable", "Cable").ids(), ["cable"]);
    }
}
