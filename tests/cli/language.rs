//! The language: that of the option, of the settings, of the locale, or English, in this order.

use super::support::Place;

/// What `optimise small` says with these variables and arguments.
fn optimise(place: &Place, locale: &[(&str, &str)], arguments: &[&str]) -> String {
    let all: Vec<&str> = ["optimise", "small"].iter().chain(arguments).copied().collect();
    let output = place.command(&all).envs(locale.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn is_dutch(text: &str) -> bool {
    let (dutch, english) = (text.contains("\nBewijs\n"), text.contains("\nProof\n"));
    assert!(dutch != english, "{text}");
    dutch
}

#[test]
fn the_option_comes_before_the_settings_and_these_before_the_locale() {
    let place = Place::new();
    let dutch = [("LANG", "nl_NL.UTF-8")];
    assert!(!is_dutch(&optimise(&place, &[], &[])));
    assert!(is_dutch(&optimise(&place, &dutch, &[])));
    assert!(is_dutch(&optimise(&place, &[("LC_MESSAGES", "nl_BE"), ("LANG", "en_GB.UTF-8")], &[])));
    assert!(!is_dutch(&optimise(&place, &[("LC_ALL", "C"), dutch[0]], &[])));
    assert!(!is_dutch(&optimise(&place, &dutch, &["--language", "en"])));
    assert!(is_dutch(&optimise(&place, &[], &["--language=nl"])));
    // Before the command as well as behind it.
    assert!(is_dutch(&place.output(&["--language", "nl", "optimise", "small"], 0)));
    assert!(is_dutch(&place.output(&["--color=never", "--language", "nl", "optimize", "small"], 0)));
    std::fs::create_dir_all(place.path(".config/beslismacht")).unwrap();
    place.write(".config/beslismacht/settings.toml", "language = \"nl\"\n");
    assert!(is_dutch(&optimise(&place, &[("LANG", "en_GB.UTF-8")], &[])));
    assert!(!is_dutch(&optimise(&place, &[], &["--language", "en"])));
}

#[test]
fn a_language_that_there_is_not_is_refused_with_those_that_there_are() {
    let said = Place::new().said(&["check", "small", "--language", "tlh"], 2);
    assert!(said.contains("tlh") && said.contains("nl") && said.contains("en"), "{said}");
}

#[test]
fn people_read_numbers_in_their_language_and_programs_as_ever() {
    let place = Place::new();
    let nl = ["--language", "nl"];
    let decimal = |text: &str, mark: char| {
        let letters: Vec<char> = text.chars().collect();
        letters.windows(3).any(|part| part[0].is_ascii_digit() && part[1] == mark && part[2].is_ascii_digit())
    };
    let table = optimise(&place, &[], &nl);
    assert!(decimal(&table, ','), "{table}");
    for format in ["csv", "json"] {
        let read = |more: &[&str]| optimise(&place, &[], &[&["--format", format], more].concat());
        let text = read(&nl);
        if format == "csv" {
            assert_eq!(text, read(&[]));
        } else {
            assert!(decimal(&text, '.'), "{text}");
        }
    }
}

/// Words that stand in nearly every English sentence, and in no Dutch one.
const ENGLISH: [&str; 8] = ["the", "and", "which", "with", "not", "are", "from", "this"];

#[test]
fn helps_and_findings_are_dutch() {
    let place = Place::new();
    place.replace("small/case.toml", "first_year", "first_yaer");
    let mut texts = vec![("findings".to_owned(), place.output(&["check", "small", "--language", "nl"], 1))];
    for command in ["check", "optimise", "evaluate", "frontier", "pareto", "robust", "compare", "export", "merge"] {
        texts.push((command.to_owned(), place.output(&[command, "--help", "--language", "nl"], 0)));
    }
    for (what, text) in texts {
        for line in text.lines() {
            let words: Vec<&str> = line.split(|letter: char| !letter.is_alphanumeric()).collect();
            let english: Vec<&&str> = words.iter().filter(|word| ENGLISH.contains(word)).collect();
            assert!(english.len() < 2, "{what}: {line}");
        }
    }
}
