//! Every sentence that a person reads, by its key. A language is one file, in the syntax of Fluent, and a line in [`LANGUAGES`].
//!
//! Whoever has something to say gives the facts: `say!("kept-out", candidate = name, count = 3)`. The file of the language makes
//! the sentence, with its own plurals. Numbers come in as they are written; a whole number also
//! chooses a plural.

mod choice;
mod list;
mod moment;
mod number;

pub use list::list;
pub use moment::{day, moment, short_moment};
pub use number::Thousands;

use std::fmt::{self, Display};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_decimal::Decimal;
use unic_langid::LanguageIdentifier;

/// A language.
pub struct Language {
    /// What it is called by, after BCP 47.
    pub id: &'static str,
    /// What those who speak it call it.
    pub name: &'static str,
    /// Its sentences.
    texts: fn() -> String,
    /// How it writes numbers.
    marks: number::Marks,
    read: OnceLock<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Language {
    const fn new(id: &'static str, name: &'static str, marks: number::Marks, texts: fn() -> String) -> Self {
        Self { id, name, texts, marks, read: OnceLock::new() }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.read.get_or_init(|| {
            let mut bundle = FluentBundle::new_concurrent(self.id.parse::<LanguageIdentifier>().into_iter().collect());
            // The marks around what is put in would be drawn by terminals.
            bundle.set_use_isolating(false);
            // What cannot be read is told by the tests; the rest can still be said.
            let read = FluentResource::try_new((self.texts)()).unwrap_or_else(|(read, _)| read);
            bundle.add_resource_overriding(read);
            bundle
        })
    }

    /// The sentence of a key, if this language has it.
    fn say(&self, key: &str, facts: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle();
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, Some(facts), &mut Vec::new()).into_owned())
    }
}

/// All languages; the first stands in where another has no text.
#[cfg(any(not(test), feature = "alone"))]
pub static LANGUAGES: [Language; 2] = [
    Language::new("en", "English", number::ENGLISH, || include_str!("en.ftl").to_owned()),
    Language::new("nl", "Nederlands", number::DUTCH, || include_str!("nl.ftl").to_owned()),
];
/// The same with the texts of what the tests add, and a language that the tests make up.
#[cfg(test)]
#[cfg(not(feature = "alone"))]
pub static LANGUAGES: [Language; 3] = [
    Language::new("en", "English", number::ENGLISH, tests::english),
    Language::new("nl", "Nederlands", number::DUTCH, tests::dutch),
    Language::new("x-dummy", "Dummy", number::ENGLISH, tests::in_brackets),
];

/// From now on the program speaks this language, in all its threads.
pub fn speak(language: &Language) {
    choice::speak(LANGUAGES.iter().position(|it| it.id == language.id).unwrap_or_default());
}

/// The id of the language that is spoken.
pub fn language() -> &'static str {
    spoken().next().map_or("en", |language| language.id)
}

/// Whether the first of the languages is spoken.
pub fn speaks_first() -> bool {
    choice::spoken() == 0
}

/// The language of an id.
pub fn by_id(id: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.id.eq_ignore_ascii_case(id))
}

/// The language of a locale, such as `nl_NL.UTF-8`, if there is one.
pub fn of_locale(locale: &str) -> Option<&'static Language> {
    by_id(locale.split(['_', '-', '.', '@']).next().unwrap_or_default())
}

/// A number in the spoken language; it comes as programs write it: `-1234.50`, `3.5e-5`.
pub fn written(text: &str, thousands: Thousands) -> String {
    let marks = spoken().next().map_or(number::ENGLISH, |language| language.marks);
    number::with(marks, text, thousands)
}

/// Whether the decimals of a number follow a comma in the spoken language.
pub fn decimals_follow_a_comma() -> bool {
    spoken().next().is_some_and(|language| language.marks.decimal == ',')
}

/// The sentence of a key; the key itself where there is none, which the tests do not let happen.
pub fn sentence(key: &str, facts: &[(&'static str, &dyn Fact)]) -> String {
    let facts: FluentArgs<'_> = facts.iter().map(|(name, fact)| (*name, fact.fact())).collect();
    spoken().find_map(|language| language.say(key, &facts)).unwrap_or_else(|| key.to_owned())
}

/// The language that is spoken, then the one that stands in for it.
fn spoken() -> impl Iterator<Item = &'static Language> {
    LANGUAGES.get(choice::spoken()).into_iter().chain(LANGUAGES.first())
}

/// The text of an entry of a table, such as a command, by what it is, its place, its name and what is said of it; empty where it
/// has none. `command-form-undo-doc` holds in forms alone, `command-undo-doc` in all other places.
pub fn text_of(kind: &str, place: &str, name: &str, what: &str) -> String {
    let keys = [key([kind, place, name, what]), key([kind, "", name, what])];
    let keys = if place.is_empty() { &keys[1..] } else { &keys };
    let none = FluentArgs::new();
    let mut all = spoken().flat_map(|language| keys.iter().map(move |key| (language, key)));
    all.find_map(|(language, key)| {
        let text = language.say(key, &none)?;
        #[cfg(test)]
        #[cfg(not(feature = "alone"))]
        tests::USED.with_borrow_mut(|used| used.insert(key.clone()));
        Some(text)
    })
    .unwrap_or_default()
}

/// A word of the program's own, such as `proven`, as it is said, or several with commas between them; what is none stays as it is.
pub fn word(words: &str) -> String {
    let said = |word: &str| match text_of("word", "", word, "") {
        said if said.is_empty() => word.to_owned(),
        said => said,
    };
    words.split(", ").map(said).collect::<Vec<_>>().join(", ")
}

/// A word of the tables, such as `equity_stake`, as it is said; one that somebody made up, without what joins its parts.
pub fn term(id: &str) -> String {
    match word(id) {
        said if said == id => id.replace('_', " "),
        said => said,
    }
}

/// A text with words of the files in it, which stand between `⟨` and `⟩`, each as it is said to whoever reads it.
pub fn with_file_words(text: &str, said: impl Fn(&str) -> String) -> String {
    let mut whole = String::with_capacity(text.len());
    for (at, part) in text.split('⟨').enumerate() {
        match part.split_once('⟩').filter(|_| at > 0) {
            Some((word, rest)) => whole.extend([said(word).as_str(), rest]),
            None => whole.push_str(part),
        }
    }
    whole
}

/// An id as it is read where nobody gave a name: its words, with a capital first letter.
pub fn readable(id: &str) -> String {
    capital(id.replace(['_', '-'], " ").trim())
}

/// A text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text of a cell as it is said; an empty one is called so.
pub fn cell(text: &str) -> String {
    if text.is_empty() { format!("({})", word("empty")) } else { text.to_owned() }
}

/// A number of things: `1 row`, `3 rows`; the language has them as `count-<thing>`.
pub fn count_of(count: usize, thing: &str) -> String {
    let facts: FluentArgs<'_> = [("count", FluentValue::from(count))].into_iter().collect();
    let key = key(["count", thing, "", ""]);
    spoken().find_map(|language| language.say(&key, &facts)).unwrap_or(key)
}

/// A key of these parts: what keys do not have in them becomes a hyphen.
fn key(parts: [&str; 4]) -> String {
    let mut key = String::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
    for part in parts {
        let mut joins = !key.is_empty();
        for byte in part.bytes() {
            if byte.is_ascii_alphanumeric() {
                if std::mem::take(&mut joins) {
                    key.push('-');
                }
                key.push(char::from(byte));
            } else {
                joins = !key.is_empty();
            }
        }
    }
    key
}

/// The sentence of a key of `messages`, with its facts by name: text, or counts.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_imports, reason = "decimals have a way of their own")]
        use $crate::messages::Told as _;
        $crate::messages::sentence(
            $key,
            // Borrowed: this stands in the program two thousand times, and nothing has to be taken down there.
            &[$((stringify!($name), &$crate::messages::Said(&$value).told() as &dyn $crate::messages::Fact)),*],
        )
    }};
}
pub use say;

/// What a sentence is told: a decimal is written as the language does, everything else as it is.
#[derive(Debug)]
pub struct Said<'a, T: ?Sized>(pub &'a T);

/// What a sentence can be told.
pub trait Fact {
    /// The fact.
    fn fact(&self) -> FluentValue<'static>;
}

/// Makes a fact of everything that can be written.
pub trait Told<'a> {
    /// The fact, borrowed.
    type Fact: Fact;
    /// The fact.
    fn told(&self) -> Self::Fact;
}

/// A fact that is put in as it is written.
#[derive(Debug)]
pub struct Plain<'a, T: ?Sized>(&'a T);

/// A decimal, which is put in as the language writes it.
#[derive(Debug)]
pub struct Number<'a>(&'a Decimal);

impl<T: Display + ?Sized> Fact for Plain<'_, T> {
    fn fact(&self) -> FluentValue<'static> {
        fact(self.0.to_string())
    }
}

impl Fact for Number<'_> {
    fn fact(&self) -> FluentValue<'static> {
        fact(written(&self.0.to_string(), Thousands::Plain))
    }
}

impl<'a, T: Display + ?Sized> Told<'a> for Said<'a, T> {
    type Fact = Plain<'a, T>;

    fn told(&self) -> Plain<'a, T> {
        Plain(self.0)
    }
}

impl<'a> Said<'a, Decimal> {
    /// The decimal in the spoken language. Chosen before the one of the trait.
    pub fn told(&self) -> Number<'a> {
        Number(self.0)
    }
}

impl<'a> Said<'a, &'a Decimal> {
    /// The same of a decimal that is borrowed.
    pub fn told(&self) -> Number<'a> {
        Number(self.0)
    }
}

/// A fact as the library of sentences takes it: a whole number chooses a plural, everything else is put in as it is written.
fn fact(written: String) -> FluentValue<'static> {
    let is_count = written.len() < 16 && !written.starts_with('0') && written.bytes().all(|sign| sign.is_ascii_digit());
    match written.parse::<u64>() {
        Ok(count) if is_count || written == "0" => count.into(),
        _ => FluentValue::String(written.into()),
    }
}

#[cfg(test)]
/// What is said in a language, by this thread alone.
pub fn in_language<T>(id: &str, said: impl FnOnce() -> T) -> T {
    choice::OF_TEST.set(LANGUAGES.iter().position(|language| language.id == id));
    let said = said();
    choice::OF_TEST.set(None);
    said
}

#[cfg(test)]
#[cfg(not(feature = "alone"))]
pub use tests::in_dummy;

#[cfg(test)]
#[cfg(not(feature = "alone"))]
#[allow(clippy::string_slice, clippy::format_push_string, reason = "places that a search of text gave")]
mod tests;
