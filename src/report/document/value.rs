//! The values of a table.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::ser::{Serialize, Serializer};

use crate::messages::word;
use crate::report::number::{FINE, Figure, fixed, short};
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
    count: i32 => Self::Count(i64::from(count)),
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

    /// The value for programs: all digits, ids separated by spaces.
    pub fn exact(&self) -> String {
        match self {
            Self::Text(text) | Self::Word(text) => text.clone(),
            Self::Figure(figure) | Self::Bar(figure) => Figure(*figure).exact(),
            Self::Count(count) => count.to_string(),
            Self::Share(percent) => percent.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::List(ids) => ids.join(" "),
            Self::Marked(_, value) => value.exact(),
            Self::Empty => String::new(),
        }
    }

    /// The value for people, with this many places where it stands in a column of figures.
    pub fn shown(&self, places: Option<u32>) -> String {
        match (self, places) {
            (Self::Figure(figure), Some(places)) => fixed(*figure, places),
            (Self::Figure(figure), None) => short(*figure, FINE),
            (Self::Word(text), _) => word(text),
            (Self::Flag(flag), _) => word(if *flag { "yes" } else { "no" }),
            (Self::List(ids), _) => ids.join(", "),
            (Self::Share(0), _) => "-".to_owned(),
            (Self::Share(percent), _) => format!("{percent} %"),
            (Self::Bar(part), _) => {
                let tenths = part.checked_mul(Decimal::TEN).and_then(|tenths| tenths.round().to_usize());
                let full = tenths.unwrap_or(0).min(10);
                format!("{}{}", "█".repeat(full), "·".repeat(10 - full))
            }
            (Self::Marked(_, value), _) => value.shown(places),
            _ => self.exact(),
        }
    }

    /// The value without its role.
    pub fn bare(&self) -> &Self {
        if let Self::Marked(_, value) = self { value.bare() } else { self }
    }

    /// The decimal, if it is one.
    pub fn figure(&self) -> Option<Decimal> {
        match self {
            Self::Figure(figure) => Some(*figure),
            Self::Marked(_, value) => value.figure(),
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
            Self::Share(percent) => serializer.serialize_u8(*percent),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(ids) => ids.serialize(serializer),
            Self::Marked(_, value) => value.serialize(serializer),
            Self::Empty => serializer.serialize_none(),
        }
    }
}
