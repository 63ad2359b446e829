//! Which language the program speaks: that of `--language`, of the settings, of the locale, or English.

use std::env;
use std::ffi::OsString;

use clap::Arg;
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::messages::{self, LANGUAGES, Language};
use crate::store;

/// The name of the option, and of the setting.
const NAME: &str = "language";

/// The option, for every command.
pub(super) fn option() -> Arg {
    // Those of the tests are for private use.
    let known = LANGUAGES.iter().filter(|language| !language.id.starts_with("x-"));
    let values = known.map(|language| PossibleValue::new(language.id).help(language.name));
    let values = PossibleValuesParser::new(values.collect::<Vec<_>>());
    Arg::new(NAME).long(NAME).global(true).value_name("L").value_parser(values).display_order(901)
}

/// Speaks the language that is asked for. The texts of the parser itself need it, so the arguments are only looked through here.
pub fn speak(arguments: &[OsString]) {
    let language = asked(arguments).or_else(kept).or_else(of_locale);
    if let Some(language) = language {
        messages::speak(language);
    }
}

/// What the arguments ask for.
fn asked(arguments: &[OsString]) -> Option<&'static Language> {
    let texts = arguments.iter().map_while(|argument| argument.to_str().filter(|text| *text != "--"));
    let mut follows = false;
    let mut last = None;
    for text in texts {
        let value = text.strip_prefix("--").and_then(|text| text.strip_prefix(NAME));
        if follows {
            last = Some(text);
        } else if let Some(value) = value.and_then(|value| value.strip_prefix('=')) {
            last = Some(value);
        }
        follows = value == Some("") && !follows;
    }
    last.and_then(messages::by_id)
}

/// What `language = "nl"` in the settings asks for.
fn kept() -> Option<&'static Language> {
    let bytes = store::read_setting(&super::guests::settings_file()?).ok()??;
    let settings = String::from_utf8(bytes).ok()?.parse::<toml_edit::DocumentMut>().ok()?;
    settings.get(NAME)?.as_str().and_then(messages::by_id)
}

/// What the locale asks for: the first of its variables that says anything.
fn of_locale() -> Option<&'static Language> {
    let said = |name: &&str| env::var_os(name)?.into_string().ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(said).and_then(|locale| messages::of_locale(&locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_found_wherever_it_stands() {
        let id = |line: &str| asked(&line.split(' ').map(OsString::from).collect::<Vec<_>>()).map(|it| it.id);
        for line in
            ["beslismacht --language nl", "b check case --language=nl --color never", "b --language en --language nl"]
        {
            assert_eq!(id(line), Some("nl"), "{line}");
        }
        for line in ["b check", "b --language", "b --language de", "b --languages nl", "b -- --language nl"] {
            assert_eq!(id(line), None, "{line}");
        }
    }
}
