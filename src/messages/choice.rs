//! Which language is spoken.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{LANGUAGES, Language};

/// The language of the program, by its place in [`LANGUAGES`]: the same in all its threads.
static OF_PROGRAM: AtomicUsize = AtomicUsize::new(0);

#[cfg(test)]
thread_local! {
    /// The language of a test, which runs beside others in the same program.
    pub(super) static OF_TEST: std::cell::Cell<Option<usize>> = const { std::cell::Cell::new(None) };
}

/// The place of the language that is spoken.
pub(super) fn spoken() -> usize {
    #[cfg(test)]
    if let Some(place) = OF_TEST.get() {
        return place;
    }
    OF_PROGRAM.load(Ordering::Relaxed)
}

/// From now on the program speaks this language, in all its threads.
pub fn speak(language: &Language) {
    let place = LANGUAGES.iter().position(|it| it.id == language.id);
    OF_PROGRAM.store(place.unwrap_or_default(), Ordering::Relaxed);
}

/// Whether the first of the languages is spoken.
pub fn speaks_first() -> bool {
    spoken() == 0
}

/// The language of an id.
pub fn by_id(id: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.id.eq_ignore_ascii_case(id))
}

/// The language of a locale, such as `nl_NL.UTF-8`, if there is one.
pub fn of_locale(locale: &str) -> Option<&'static Language> {
    by_id(locale.split(['_', '-', '.', '@']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_language() {
        let id = |locale| of_locale(locale).map(|language| language.id);
        for locale in ["nl", "nl_NL", "nl_BE.UTF-8", "nl-NL", "NL", "nl@euro"] {
            assert_eq!(id(locale), Some("nl"), "{locale}");
        }
        assert_eq!(
            [id("en_GB.UTF-8"), id("C"), id("POSIX"), id("de_DE"), id("")],
            [Some("en"), None, None, None, None]
        );
    }
}
