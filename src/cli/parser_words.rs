//! What the parser of arguments says by itself, in languages that it does not know: headings of a help, defaults, complaints.

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use crate::messages::speaks_first;
use crate::say;

/// The parser with its own words in the language that is spoken. It knows English.
pub(super) fn told(mut command: Command) -> Command {
    if speaks_first() {
        return command;
    }
    // The parser adds its own arguments and commands when it is built.
    command.build();
    in_language(command)
}

fn in_language(command: Command) -> Command {
    let heading = command.get_styles().get_usage();
    let usage = format!("{heading}{}{heading:#}", say!("parser-usage"));
    let template = format!("{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let help = say!("parser-help-command");
    let command = command
        .help_template(StyledStr::from(template))
        .subcommand_help_heading(say!("parser-commands"))
        .mut_args(argument)
        .mut_subcommands(in_language);
    if command.get_name() == "help" { command.about(help) } else { command }
}

/// An argument with its defaults and values behind its help.
fn argument(arg: Arg) -> Arg {
    let heading = if arg.is_positional() { say!("parser-arguments") } else { say!("parser-options") };
    let arg = if arg.get_help_heading().is_none() { arg.help_heading(heading) } else { arg };
    match arg.get_id().as_str() {
        "help" => return arg.help(say!("parser-help-short")).long_help(say!("parser-help-long")),
        "version" => return arg.help(say!("parser-version")),
        _ => {}
    }
    let mut more = Vec::new();
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if !defaults.is_empty() && arg.get_action().takes_values() && !arg.is_hide_default_value_set() {
        more.push(say!("parser-default", value = defaults.join(" ")));
    }
    let names: Vec<&str> = arg.get_visible_aliases().unwrap_or_default();
    if !names.is_empty() {
        more.push(say!("parser-aliases", names = names.join(", ")));
    }
    let values = if arg.is_hide_possible_values_set() { Vec::new() } else { arg.get_possible_values() };
    let values: Vec<PossibleValue> = values.into_iter().filter(|value| !value.is_hide_set()).collect();
    if !arg.get_action().takes_values() || (more.is_empty() && values.is_empty()) {
        return arg;
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let long = arg.get_long_help().map_or_else(|| help.clone(), ToString::to_string);
    let list: Vec<String> = values.iter().map(line).collect();
    let behind = |text: String, more: &[String]| {
        more.iter().fold(text, |text, more| if text.is_empty() { more.clone() } else { format!("{text} {more}") })
    };
    let mut long = behind(long, &more);
    if !list.is_empty() {
        long = format!("{long}\n\n{}\n{}", say!("parser-values"), list.join("\n"));
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        more.push(say!("parser-values-short", values = names.join(", ")));
    }
    arg.help(behind(help, &more)).long_help(long).hide_default_value(true).hide_possible_values(true)
}

/// A value and what it means.
fn line(value: &PossibleValue) -> String {
    let help = value.get_help().map(|help| format!(": {help}")).unwrap_or_default();
    format!("- {}{help}", value.get_name())
}

/// A complaint of the parser in the language that is spoken, with hints; `None` if its own is as good.
pub(super) fn complaint(error: &clap::Error) -> Option<(String, Vec<String>)> {
    if speaks_first() {
        return None;
    }
    let about = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => Some(text.to_string()),
        _ => None,
    };
    let argument = about(ContextKind::InvalidArg).or_else(|| about(ContextKind::InvalidSubcommand));
    let value = about(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => say!("parser-unknown-argument", argument = argument?),
        ErrorKind::InvalidSubcommand => {
            say!("parser-unknown-command", command = about(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue if value.as_ref().is_none_or(String::is_empty) => {
            say!("parser-value-missing", argument = argument?)
        }
        ErrorKind::InvalidValue => say!("parser-value-wrong", value = value?, argument = argument?),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string)?;
            say!("parser-value-refused", value = value?, argument = argument?, why = why)
        }
        ErrorKind::MissingRequiredArgument => say!("parser-argument-missing", arguments = argument?),
        ErrorKind::ArgumentConflict => match about(ContextKind::PriorArg) {
            Some(other) if argument.as_ref() == Some(&other) => say!("parser-argument-twice", argument = other),
            Some(other) => say!("parser-arguments-conflict", argument = argument?, other = other),
            None => return None,
        },
        _ => return None,
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = near.into_iter().find_map(about).map(|near| say!("settings-did-you-mean", near = near));
    let values = about(ContextKind::ValidValue).map(|values| say!("parser-values-short", values = values));
    let more = say!("parser-more");
    Some((message, near.into_iter().chain(values).chain([more]).collect()))
}

#[cfg(test)]
mod tests {
    use crate::cli::{parse, program};
    use crate::messages::in_language;
    use std::ffi::OsString;

    #[test]
    fn the_parser_speaks_the_language() {
        in_language("nl", || {
            let mut program = program();
            let help = program.find_subcommand_mut("optimise").unwrap().render_long_help().to_string();
            for english in
                ["Usage:", "Options:", "Arguments:", "[default", "Possible values", "possible values", "Print help"]
            {
                assert!(!help.contains(english), "{english}: {help}");
            }
            for dutch in ["Gebruik:", "Opties:", "[standaard: auto]", "Mogelijke waarden:"] {
                assert!(help.contains(dutch), "{dutch}: {help}");
            }
            let whole = program.render_help().to_string();
            assert!(whole.contains("Opdrachten:") && !whole.contains("Print this"), "{whole}");
        });
    }

    #[test]
    fn its_complaints_are_told_in_the_language() {
        let said = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            in_language("nl", || match parse(&arguments) {
                Ok(_) => String::new(),
                Err(failure) => format!("{failure:?}"),
            })
        };
        for (line, parts) in [
            ("b check case --forma csv", ["--forma", "--format"]),
            ("b chek case", ["case", "[CASE]"]),
            ("b check case --color blue", ["blue", "auto"]),
            ("b optimise case --time-limit x", ["x", "--time-limit"]),
            ("b optimise", ["<CASE>", "--help"]),
        ] {
            let said = said(line);
            assert!(parts.iter().all(|part| said.contains(part)), "{line}: {said}");
            assert!(!said.contains("error:") && !said.contains("For more"), "{said}");
        }
    }
}
