//! What one cell says of a case: how it stands in the canonical form, which change of it makes a case no easier, and whether
//! a portfolio does the same whatever it is.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// A fact of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fact<'a> {
    text: Text<'a>,
    /// The number that is compared, among those of the same position or unit; `None` if the text is, or where it says nothing.
    value: Option<(usize, Decimal)>,
    harder: Harder,
    is_of_view: bool,
    pub is_head: bool,
}

/// How a fact stands in the canonical form.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Text<'a> {
    Silent,
    Word(&'a str),
    Number(Decimal),
    Percent(Decimal),
    Range(u8, u8),
}

/// Which change of a fact makes a case no easier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Harder {
    /// Any: it is a name, or the row it stands in.
    Whatever,
    /// None: what is allowed or what it is worth hangs on it.
    Same,
    /// Nothing less, or anything where nothing was said.
    Higher,
    /// Nothing more, or anything where nothing was said.
    Lower,
    /// Nothing at all.
    Absent,
}

impl<'a> Fact<'a> {
    const fn new(text: Text<'a>, value: Option<(usize, Decimal)>, harder: Harder) -> Self {
        Self { text, value, harder, is_of_view: false, is_head: false }
    }

    /// What begins a line of the form.
    pub const fn head(word: &'a str) -> Self {
        Self { is_head: true, ..Self::word(word) }
    }

    /// A word that has to be the same.
    pub const fn word(word: &'a str) -> Self {
        Self::new(Text::Word(word), None, Harder::Same)
    }

    /// Something else of the case, by its position.
    pub const fn at(id: &'a str, position: usize) -> Self {
        Self::new(Text::Word(id), Some((position, Decimal::ZERO)), Harder::Same)
    }

    /// A number that has to be the same.
    pub fn same(number: impl Into<Decimal>) -> Self {
        let number = number.into();
        Self::new(Text::Number(number), Some((0, number)), Harder::Same)
    }

    /// A number that makes a case harder the higher it is.
    pub fn higher(number: impl Into<Decimal>) -> Self {
        Self { harder: Harder::Higher, ..Self::same(number) }
    }

    /// A number that makes a case harder the lower it is.
    pub fn lower(number: impl Into<Decimal>) -> Self {
        Self { harder: Harder::Lower, ..Self::same(number) }
    }

    /// Something that a case may demand: by a word, and how much of what.
    pub const fn demand(word: &'a str, value: Option<(usize, Decimal)>) -> Self {
        Self::new(Text::Word(word), value, Harder::Higher)
    }

    /// A right that a case may grant: without it, it is harder.
    pub fn right(id: &'a str, position: Option<usize>) -> Self {
        Self::new(Text::Word(id), position.map(|it| (it, Decimal::ZERO)), Harder::Absent)
    }

    /// In percent, which compares with no other number.
    pub fn percent(self) -> Self {
        match self.text {
            Text::Number(number) => Self { text: Text::Percent(number), value: Some((1, number)), ..self },
            _ => self,
        }
    }

    /// The ends of a range, as one word.
    pub fn range(min: u8, max: u8) -> [Self; 2] {
        [Self::higher(min).silent(), Self { text: Text::Range(min, max), ..Self::lower(max) }]
    }

    /// Not in the form.
    pub const fn silent(self) -> Self {
        Self { text: Text::Silent, ..self }
    }

    /// Whatever it is, the case is as hard.
    pub const fn whatever(self) -> Self {
        Self { harder: Harder::Whatever, ..self }
    }

    /// A rule, or a value: whatever it is, a portfolio does the same.
    pub const fn of_view(self) -> Self {
        Self { is_of_view: true, ..self }
    }

    /// Its word in the canonical form. Numbers have all their digits, no exponent, and no zeros at the end.
    pub fn text(&self) -> Option<Cow<'a, str>> {
        let number = |number: Decimal| number.normalize().to_string();
        Some(match self.text {
            Text::Silent => return None,
            Text::Word(word) => Cow::Borrowed(word),
            Text::Number(it) => Cow::Owned(number(it)),
            Text::Percent(it) => Cow::Owned(number(it) + "%"),
            Text::Range(min, max) => Cow::Owned(format!("{min}-{max}")),
        })
    }

    /// Whether it reads the same.
    pub fn reads_as(&self, other: &Self) -> bool {
        self.text == other.text
    }

    /// Whether it says the same.
    fn says_as(&self, other: &Self) -> bool {
        self.value == other.value && (self.value.is_some() || self.text == other.text)
    }

    /// Whether a portfolio does the same by both.
    pub fn acts_as(&self, other: &Self) -> bool {
        self.is_of_view || self.harder == Harder::Whatever || self.says_as(other)
    }

    /// Whether a case with it is no easier than with the other.
    pub fn is_no_easier(&self, other: &Self) -> bool {
        let within = |keeps: fn(&Decimal, &Decimal) -> bool| match (self.value, other.value) {
            (_, None) => true,
            (Some((unit, one)), Some((other_unit, other))) => unit == other_unit && keeps(&one, &other),
            (None, Some(_)) => false,
        };
        match other.harder {
            Harder::Whatever => true,
            Harder::Same => self.says_as(other),
            Harder::Higher => within(Decimal::ge),
            Harder::Lower => within(Decimal::le),
            Harder::Absent => self.value.is_none() || self.value == other.value,
        }
    }
}
