//! Every sentence that a person reads, by its key. A language is one file, in the syntax of Fluent, and a line in [`LANGUAGES`].
//!
//! Whoever has something to say gives the facts: `say!("kept-out", candidate = name, count = 3)`. The file of the language makes
//! the sentence, with its own plurals. Numbers come in as text that is written already, except counts, from which a
//! language chooses its plural.

use std::cell::Cell;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language.
#[derive(Debug)]
pub struct Language {
    /// What it is called by, after BCP 47.
    pub id: &'static str,
    /// What those who speak it call it.
    pub name: &'static str,
    /// Its sentences.
    texts: &'static str,
    read: OnceLock<FluentBundle<FluentResource>>,
}

impl Language {
    const fn new(id: &'static str, name: &'static str, texts: &'static str) -> Self {
        Self { id, name, texts, read: OnceLock::new() }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.read.get_or_init(|| {
            let mut bundle = FluentBundle::new_concurrent(self.id.parse::<LanguageIdentifier>().into_iter().collect());
            // The marks around what is put in would be drawn by terminals.
            bundle.set_use_isolating(false);
            // What cannot be read is told by the tests; the rest can still be said.
            let read = FluentResource::try_new(self.texts.to_owned()).unwrap_or_else(|(read, _)| read);
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
pub static LANGUAGES: [Language; 1] = [Language::new("en", "English", include_str!("en.ftl"))];

thread_local! {
    /// The language that is spoken, by its place in [`LANGUAGES`].
    static SPOKEN: Cell<usize> = const { Cell::new(0) };
}

/// The sentence of a key; the key itself where there is none, which the tests do not let happen.
pub fn sentence<const N: usize>(key: &str, facts: [(&'static str, FluentValue<'_>); N]) -> String {
    let facts: FluentArgs<'_> = facts.into_iter().collect();
    let spoken = LANGUAGES.get(SPOKEN.get()).and_then(|language| language.say(key, &facts));
    spoken.or_else(|| LANGUAGES.first()?.say(key, &facts)).unwrap_or_else(|| key.to_owned())
}

/// The sentence of a key of `messages`, with its facts by name: text, or counts.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::messages::sentence($key, [$((stringify!($name), $crate::messages::Fact::fact(&$value))),*])
    };
}
pub use say;

/// What can be put into a sentence.
pub trait Fact {
    /// As the library of sentences takes it.
    fn fact(&self) -> FluentValue<'_>;
}

impl Fact for str {
    fn fact(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Fact for String {
    fn fact(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
}

impl<T: Fact + ?Sized> Fact for &T {
    fn fact(&self) -> FluentValue<'_> {
        (**self).fact()
    }
}

impl Fact for std::borrow::Cow<'_, str> {
    fn fact(&self) -> FluentValue<'_> {
        (&**self).into()
    }
}

macro_rules! count {
    ($($type:ty),*) => {$(
        impl Fact for $type {
            fn fact(&self) -> FluentValue<'_> {
                (*self).into()
            }
        }
    )*};
}
count!(usize, u64, u32, u16, u8, i64, i32);

#[cfg(test)]
mod tests;
