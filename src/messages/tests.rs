use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use regex_lite::Regex;

use super::{LANGUAGES, in_language};

thread_local! {
    /// The keys whose texts tables have looked up.
    pub(super) static USED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// The texts of English with those of what the tests add.
pub(super) fn english() -> String {
    concat!(include_str!("en.ftl"), include_str!("tests.ftl")).to_owned()
}

/// The same of Dutch; what the tests add is not translated.
pub(super) fn dutch() -> String {
    concat!(include_str!("nl.ftl"), include_str!("tests.ftl")).to_owned()
}

/// A language that says what English says, each text in brackets: what is said beside it stands outside of them.
pub(super) fn in_brackets() -> String {
    let text = Regex::new(r"(?m)^([a-z][a-z0-9-]* =)\s*(\S.*(?:\n(?:\n* ).*)*)").unwrap();
    text.replace_all(&english(), "$1\n    ⟦$2⟧").into_owned()
}

/// What is said in the language of brackets.
pub fn in_dummy<T>(said: impl FnOnce() -> T) -> T {
    in_language("x-dummy", said)
}

/// What of a text in the language of brackets stands outside of them.
pub fn outside(text: &str) -> String {
    let mut depth = 0;
    let mut seen = |sign: &char| {
        depth += i32::from(*sign == '⟦') - i32::from(*sign == '⟧');
        depth == 0 && *sign != '⟧'
    };
    text.chars().filter(|sign| seen(sign)).collect()
}

/// The texts of a language by key, with the names of the facts in each.
fn texts(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let read = FluentResource::try_new(file.to_owned());
    assert!(read.is_ok(), "{:?}", read.err().map(|(_, errors)| errors));
    let fact = Regex::new(r"\$([a-z0-9_]+)").unwrap();
    let key = Regex::new(r"^([a-z][a-z0-9-]*) *=").unwrap();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some(found) = key.captures(line) {
            found[1].clone_into(&mut last);
            assert!(texts.insert(last.clone(), BTreeSet::new()).is_none(), "{last} stands twice");
        }
        for found in fact.captures_iter(line) {
            texts.get_mut(&last).unwrap().insert(found[1].to_owned());
        }
    }
    texts
}

fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push((path.clone(), fs::read_to_string(path).unwrap()));
        }
    }
}

/// What the sources say: each key with the names of its facts, and where.
fn said(files: &[(PathBuf, String)]) -> Vec<(String, BTreeSet<String>, String)> {
    let call = Regex::new(r#"say!\(\s*"([a-z0-9-]+)""#).unwrap();
    let name = Regex::new(r"^,\s*([a-z0-9_]+) =").unwrap();
    let mut said = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| !path.ends_with("messages/mod.rs")) {
        for found in call.captures_iter(text) {
            let rest = &text[found.get(0).unwrap().end()..];
            let mut depth = 0;
            let mut names = BTreeSet::new();
            for (at, sign) in rest.char_indices() {
                match sign {
                    ',' if depth == 0 => {
                        names.extend(name.captures(&rest[at..]).map(|found| found[1].to_owned()));
                    }
                    '(' | '[' | '{' => depth += 1,
                    ')' if depth == 0 => break,
                    ')' | ']' | '}' => depth -= 1,
                    _ => {}
                }
            }
            said.push((found[1].to_owned(), names, path.display().to_string()));
        }
    }
    said
}

/// What the entries of all tables say; their keys are in [`USED`] then.
fn say_all() -> Vec<(String, String)> {
    use crate::analyse::AnalysisKind;
    use crate::check::CODES;
    use crate::model::schema::{Name, SETTINGS, TABLES};
    use crate::model::{Case, RelationKind};
    let mut all = Vec::new();
    let mut add = |what: &str, name: &str, text: String| all.push((format!("{what} of {name}"), text));
    #[cfg(feature = "tui")]
    for entry in crate::tui::COMMANDS.iter() {
        add("title", entry.id, entry.title());
        add("doc", entry.id, entry.doc());
        add("heading", entry.context.id(), entry.context.title());
        if let crate::tui::Context::Screen(screen) = entry.context {
            add("title", entry.context.id(), screen.title());
        }
    }
    for code in CODES {
        add("finding", code.name, code.finds());
        add("why", code.name, code.why());
        add("fix", code.name, code.fix());
    }
    for format in crate::report::formats::FORMATS {
        add("about", format.id, format.about());
        add("short", format.id, format.short());
        // What holds everything lacks nothing.
        drop(format.lacks());
    }
    for table in TABLES {
        add("help", table.name, table.help());
        add("title", table.name, table.title());
        for column in table.columns {
            add("help", column.name.text(), table.help_of(column));
            if let Name::Fixed(name) = column.name {
                add("label", name, Case::default().label(table, name));
            }
        }
    }
    for setting in SETTINGS {
        add("help", setting.key, setting.help());
        add("label", setting.key, Case::default().setting_label(&setting.key.replace("<language>", "nl")));
    }
    for kind in RelationKind::ALL {
        add("meaning", kind.word(), kind.meaning());
    }
    for spec in AnalysisKind::ALL.iter().map(|kind| kind.spec()) {
        add("title", spec.id, spec.title());
        add("question", spec.id, spec.question());
        if spec.command.by.is_some() {
            add("by", spec.id, spec.by_help());
        }
        for param in spec.params {
            add("help", param.name, spec.help_of(param));
            add("name", param.name, spec.name_of(param));
        }
        // Not every analysis has notes; of several that share a command one is enough to say what it does.
        drop((spec.about(), spec.notes()));
    }
    for unit in ["thousand", "million", "billion"] {
        let case = Case { unit: unit.to_owned(), ..Default::default() };
        add("unit", unit, case.money_unit());
    }
    for role in crate::store::import::Role::plain() {
        add("label", &role.token(), role.label());
    }
    // The parser is made with all its helps.
    crate::cli::can_read([]);
    all
}

/// The words in cells and the names of columns that the sources ask for, as they stand in keys, each with its place.
fn named(files: &[(PathBuf, String)]) -> Vec<(String, String)> {
    let word = Regex::new(r#"\bword\("([a-z ]+)"\)|Value::marked\([A-Za-z:]+, "([a-z ]+)"\)"#).unwrap();
    let column = Regex::new(
        r#"(?:\.(?:words|figures|money|points|ids|named)|\bid|Column::of)\(\s*"([a-z_]+)"|\("[a-z]+", "([a-z]+)", (?:say!|title)"#,
    );
    let column = column.unwrap();
    let count = Regex::new(
        r#"\bcount_of\([^"]*?, "([a-z ]+)"\)|Screen::[A-Z]+, TableId::[A-Za-z]+, "([a-z]+)"|let what = .*"(cell|row)""#,
    )
    .unwrap();
    let mut named = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| !path.ends_with("tests.rs")) {
        let place = path.display().to_string();
        let mut add = |pattern: &Regex, what: &str| {
            for found in pattern.captures_iter(text) {
                let name = found.iter().skip(1).flatten().next().unwrap().as_str();
                named.push((format!("{what}-{}", name.replace(['_', ' '], "-")), place.clone()));
            }
        };
        add(&word, "word");
        add(&count, "count");
        if place.contains("/report/") || place.ends_with("analysis_views/robust.rs") {
            add(&column, "head");
        }
    }
    named
}

/// What stands between two marks of quotation somewhere in the sources.
fn quoted(files: &[(PathBuf, String)]) -> BTreeSet<&str> {
    files.iter().flat_map(|(_, text)| text.split('"').skip(1)).collect()
}

/// Whether a text is one of a column, or of a word that stands somewhere in the sources.
fn is_named(key: &str, columns: &[(String, String)], quoted: &BTreeSet<&str>) -> bool {
    let is_of = |name: &str| columns.iter().any(|(column, _)| column.strip_prefix("head-") == Some(name));
    let (kind, name) = key.split_once('-').unwrap();
    let in_table = name.match_indices('-').any(|(at, _)| is_of(&name[at + 1..]));
    match kind {
        "head" | "narrow" => is_of(name) || in_table,
        // The short name of a table of an analysis: the analysis, and the key of the table.
        "tab" => {
            name.split_once('-').is_some_and(|(analysis, table)| quoted.contains(analysis) && quoted.contains(table))
        }
        "first" => columns.iter().any(|(thing, _)| {
            Some(name) == thing.strip_prefix("count-").map(|it| format!("steps-no-{it}-yet")).as_deref()
        }),
        "count" => columns.iter().any(|(thing, _)| thing == key) || name == "row",
        "word" => {
            let word = name.replace('-', " ");
            let others = [word.replace(" s ", "'s "), word.replace(' ', "_"), name.to_owned(), word];
            others.iter().any(|word| quoted.contains(word.as_str()))
        }
        _ => false,
    }
}

#[test]
fn every_key_has_a_text_with_its_facts_and_every_text_a_use() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let (said, named) = (said(&files), named(&files));
    for (what, text) in say_all() {
        assert!(!text.is_empty(), "{what} has no text");
    }
    let looked_up = USED.take();
    let quoted = quoted(&files);
    for language in &LANGUAGES {
        let texts = texts(&(language.texts)());
        for (key, names, path) in &said {
            let facts = texts.get(key);
            assert!(facts.is_some(), "{path}: {key} has no text in {}", language.name);
            assert!(facts == Some(names), "{path}: {key} is given {names:?}, its text wants {facts:?}");
        }
        for key in &looked_up {
            assert!(
                texts.get(key).is_some_and(BTreeSet::is_empty),
                "{key} has no text without facts in {}",
                language.name
            );
        }
        for (key, path) in &named {
            let is_there = |known: &str| {
                known == key
                    || key.strip_prefix("head").is_some_and(|key| known.starts_with("head-") && known.ends_with(key))
            };
            assert!(texts.keys().any(|known| is_there(known)), "{path}: {key} has no text in {}", language.name);
        }
        let used: BTreeSet<&String> = said.iter().map(|(key, ..)| key).chain(&looked_up).collect();
        let unused: Vec<&String> =
            texts.keys().filter(|key| !used.contains(key) && !is_named(key, &named, &quoted)).collect();
        assert!(unused.is_empty(), "{}: nothing says {unused:?}", language.name);
    }
}

#[test]
fn every_language_says_all_that_english_says_with_the_same_facts() {
    let english = texts(&english());
    for language in &LANGUAGES {
        let its = texts(&(language.texts)());
        for (key, facts) in &english {
            assert_eq!(its.get(key), Some(facts), "{key} in {}", language.name);
        }
        assert_eq!(its.len(), english.len(), "{}", language.name);
    }
}

/// Texts without a word in them of their own, such as examples of commands, may be the same.
#[test]
fn no_sentence_was_left_in_english() {
    let [english, dutch] = [include_str!("en.ftl"), include_str!("nl.ftl")];
    let known: BTreeSet<&str> = english.lines().collect();
    let facts = Regex::new(r"\{[^}]*\}|`[^`]*`").unwrap();
    let word = Regex::new(r"\b(the|and|which|with|not|are|from|this|nothing|every)\b").unwrap();
    let same = dutch.lines().filter(|line| !line.starts_with('#') && known.contains(line));
    let same = same.filter(|line| word.is_match(&facts.replace_all(line.split_once('=').map_or(line, |it| it.1), "")));
    assert_eq!(same.collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Two words for one thing make people ask for the difference.
#[test]
fn dutch_breaks_a_rule_with_one_word() {
    let other = |line: &&str| ["schend", "schond"].iter().any(|stem| line.to_lowercase().contains(stem));
    assert_eq!(include_str!("nl.ftl").lines().filter(other).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_locale_names_a_language() {
    let id = |locale| super::of_locale(locale).map(|language| language.id);
    for locale in ["nl", "nl_NL", "nl_BE.UTF-8", "nl-NL", "NL", "nl@euro"] {
        assert_eq!(id(locale), Some("nl"), "{locale}");
    }
    assert_eq!([id("en_GB.UTF-8"), id("C"), id("POSIX"), id("de_DE"), id("")], [Some("en"), None, None, None, None]);
}

#[test]
fn a_sentence_writes_decimals_alone_in_its_language() {
    use super::{Fact as _, Said, Told as _};
    use fluent_bundle::FluentValue;
    use rust_decimal::Decimal;
    let number: Decimal = "1250.5".parse().unwrap();
    let text = |value: FluentValue<'_>| match value {
        FluentValue::String(text) => text.into_owned(),
        other => format!("{other:?}"),
    };
    in_language("nl", || {
        assert_eq!(text(Said(&number).told().fact()), "1.250,5");
        assert_eq!(text(Said(&&number).told().fact()), "1.250,5");
        assert_eq!(text(Said(&"1250.5").told().fact()), "1250.5", "what somebody wrote stays");
    });
}

/// How many literals that read as prose stand outside `messages`, by folder, and why nobody reads them as sentences. A number
/// may only go down.
const PROSE: &[(&str, usize, &str)] = &[
    ("optimise/milp", 3, "the formats that solvers read"),
    ("optimise/milp/guest", 27, "what solvers are told and what they answer"),
    ("report/formats/html", 1, "what a browser may load"),
    ("report/formats/xlsx", 1, "how a spreadsheet shows a moment"),
    ("store", 4, "settings as TOML"),
    ("tui/runtime", 1, "a panic that a test of the terminal asks for"),
];

/// The line and the text of each literal that reads as prose: three words or more with a space between. Comments, attributes,
/// modules of tests and markup are passed over, and values of tables, of which `messages` has the word.
fn prose(text: &str) -> Vec<(usize, String)> {
    let token = concat!(
        r##"(?s)//[^\n]*|/\*.*?\*/|\br#"(?<hashed>.*?)"#|\br"(?<raw>[^"]*)"|"(?<plain>(?:[^"\\]|\\.)*)""##,
        r"|'(?:[^'\\\n]|\\(?:x..|u\{[^}]*\}|.))'|(?<attribute>#!?\[)",
    );
    let token = Regex::new(token).unwrap();
    let bracket = Regex::new(r#"(?s)"(?:[^"\\]|\\.)*"|[\[\]]"#).unwrap();
    let module = Regex::new(r"^\s*(?:pub(?:\([^)]*\))? )?mod \w+ \{").unwrap();
    let word = Regex::new("[A-Za-z]{2,}").unwrap();
    let inserted = Regex::new(r"(?s)\{[^}]*\}|\\\n\s*|\\n|<[^>]*>").unwrap();
    let has_a_word = |said: &str| !super::text_of("word", "", said, "").is_empty();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = token.captures_at(text, at) {
        let whole = next.get(0).unwrap();
        at = whole.end();
        if next.name("attribute").is_some() {
            let mut depth = 1;
            while depth > 0 {
                let sign = bracket.find_at(text, at).unwrap();
                at = sign.end();
                depth += match sign.as_str() {
                    "[" => 1,
                    "]" => -1,
                    _ => 0,
                };
            }
            if &text[whole.start()..at] == "#[cfg(test)]" && module.is_match(&text[at..]) {
                break;
            }
        } else if let Some(literal) = ["plain", "raw", "hashed"].iter().find_map(|name| next.name(name)) {
            let said = inserted.replace_all(literal.as_str(), "");
            if said.trim().contains(' ') && word.find_iter(&said).count() >= 3 && !has_a_word(&said) {
                found.push((text[..whole.start()].lines().count(), literal.as_str().to_owned()));
            }
        }
    }
    found
}

#[test]
fn prose_stands_in_messages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in &files {
        let path = path.strip_prefix(&root).unwrap();
        let of_tests = ["tests", "dummy", "census", "together", "messages"];
        let is_of_tests = path.to_string_lossy().ends_with("tests.rs");
        if is_of_tests || path.iter().any(|part| of_tests.iter().any(|name| part.to_string_lossy().starts_with(name))) {
            continue;
        }
        let folder = path.parent().unwrap().display().to_string();
        let told = prose(text).into_iter().map(|(line, said)| format!("src/{}:{line}: {said}", path.display()));
        folders.entry(folder).or_default().extend(told);
    }
    let known: BTreeMap<&str, usize> = PROSE.iter().map(|(folder, count, _)| (*folder, *count)).collect();
    let mut wrong = String::new();
    for (folder, found) in &folders {
        let allowed = known.get(folder.as_str()).copied().unwrap_or(0);
        if found.len() > allowed {
            wrong += &format!("{folder}: {} sentences, {allowed} are known; one of these is new:\n", found.len());
            wrong += &format!("  {}\n", found.join("\n  "));
        } else if found.len() < allowed {
            wrong += &format!("{folder}: {} sentences are left of {allowed}; write that down\n", found.len());
        }
    }
    let gone = known.keys().filter(|folder| !folders.contains_key(**folder));
    wrong.extend(gone.map(|folder| format!("{folder} is no folder any more\n")));
    assert!(wrong.is_empty(), "sentences belong into src/messages/en.ftl, said with say!:\n{wrong}");
}

#[test]
fn prose_is_told_from_other_text() {
    let text = "// \"one two three\"\n#[doc = \"one two three\"]\nf(\"one two {three}\", 'a', \"one \\\n two three\", r#\"a \"cd ef gh\"\"#);\n#[cfg(test)]\nmod tests {\"one two three\"}";
    let found: Vec<usize> = prose(text).into_iter().map(|(line, _)| line).collect();
    assert_eq!(found, [3, 4]);
}

/// The words of a text, in small letters.
fn words(text: &str) -> BTreeSet<String> {
    Regex::new("[A-Za-z]{3,}").unwrap().find_iter(text).map(|word| word.as_str().to_lowercase()).collect()
}

#[test]
fn a_report_says_nothing_beside_what_the_language_has() {
    use crate::model::Portfolio;
    use crate::model::compile::compile;
    use crate::report::{Options, formats, header, report_of_evaluation};
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
    let names: String =
        fs::read_dir(&folder).unwrap().filter_map(|file| fs::read_to_string(file.unwrap().path()).ok()).collect();
    let case = compile(&crate::store::open(&folder).unwrap().workbook).case;
    // What draws a chart is no text.
    let drawn = Regex::new("(?s)<svg.*?</svg>|⟦SHA-256⟧").unwrap();
    for format in ["table", "md"] {
        let text = in_dummy(|| {
            let (portfolio, header) = (Portfolio::default(), header(&case, String::new(), Vec::new(), Vec::new()));
            let evaluation = crate::measure::evaluate(&case, &portfolio);
            let report = report_of_evaluation(&case, &portfolio, &evaluation, None, header, String::new());
            formats::by_id(format).unwrap().write(&report, &Options::PLAIN).unwrap()
        });
        let text = String::from_utf8(text).unwrap();
        let text = drawn.replace_all(&text, "").into_owned();
        let others: Vec<String> = words(&outside(&text)).difference(&words(&names)).cloned().collect();
        assert!(text.contains('⟦') && others.iter().all(|word| word == "sha"), "{format}: {others:?} in {text}");
    }
}

#[test]
fn a_report_in_dutch_holds_no_english_sentence() {
    use crate::model::compile::compile;
    use crate::report::{Options, formats, header, report_of_answer};
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
    let case = compile(&crate::store::open(&folder).unwrap().workbook).case;
    let files: String =
        fs::read_dir(&folder).unwrap().filter_map(|file| fs::read_to_string(file.unwrap().path()).ok()).collect();
    let cell = Regex::new(r#"[^",\n]* [^",\n]*"#).unwrap();
    let mut names: Vec<&str> = cell.find_iter(&files).map(|name| name.as_str().trim()).collect();
    names.retain(|name| name.len() > 4);
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let english = Regex::new(r"\b(?:the|and|which|with|not|are|from|this|nothing|every)\b").unwrap();
    let decimal = Regex::new(r"\d,\d").unwrap();
    for format in ["table", "md"] {
        let text = in_language("nl", || {
            let go_on = &mut |_: &_| std::ops::ControlFlow::Continue(());
            let answer = crate::optimise::optimise(&case, &crate::optimise::Options::default(), None, go_on).unwrap();
            let report = report_of_answer(&case, &answer, header(&case, String::new(), Vec::new(), Vec::new()));
            formats::by_id(format).unwrap().write(&report, &Options::PLAIN).unwrap()
        });
        let text = String::from_utf8(text).unwrap();
        // The names of the case are English.
        let own = names.iter().fold(text.clone(), |text, name| text.replace(name, ""));
        let told = own.lines().filter(|line| english.is_match(line));
        assert_eq!(told.collect::<Vec<_>>(), Vec::<&str>::new(), "{format}");
        assert!(decimal.is_match(&text), "{text}");
    }
}

#[test]
fn findings_and_keys_are_told_in_the_language() {
    use crate::model::compile::compile;
    use crate::store::blank::{Blank, blank};
    let workbook = blank(&Blank::default());
    let findings = in_dummy(|| crate::check::check(&workbook, &compile(&workbook)));
    assert!(!findings.is_empty());
    for finding in &findings {
        assert!(outside(&finding.message).is_empty() && outside(&finding.remedy).is_empty(), "{finding:?}");
    }
    #[cfg(feature = "tui")]
    in_dummy(|| {
        for entry in crate::tui::COMMANDS.iter() {
            assert!(outside(&entry.title()).is_empty() && outside(&entry.doc()).is_empty(), "{}", entry.id);
        }
        assert!(crate::tui::key_page().starts_with('⟦'));
    });
}

#[test]
fn a_note_calls_a_column_as_its_head_does() {
    let said = |file: &str| -> BTreeMap<String, String> {
        let line = Regex::new(r"(?m)^([a-z][a-z0-9-]*) = (.*)$").unwrap();
        line.captures_iter(file).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
    };
    let (english, dutch) = (said(&english()), said(&dutch()));
    let heads: BTreeSet<&str> =
        english.iter().filter(|(key, _)| key.starts_with("head-")).map(|(_, head)| head.as_str()).collect();
    let own: BTreeSet<&str> =
        dutch.iter().filter(|(key, _)| key.starts_with("head-")).map(|(_, head)| head.as_str()).collect();
    let quoted = Regex::new("`([^`]+)`").unwrap();
    // Options of the command line and columns of files are called the same in every language.
    let is_note = |key: &str| !key.starts_with("reference-") && key != "budget-frontier-frontier-needs-range";
    for (key, text) in dutch.iter().filter(|(key, _)| english.contains_key(*key) && is_note(key)) {
        let Some(first) = quoted.captures(&english[key]) else { continue };
        for found in quoted.captures_iter(text).filter(|_| heads.contains(&first[1])) {
            assert!(!heads.contains(&found[1]) || own.contains(&found[1]), "{key} names {}", &found[1]);
        }
    }
}

#[test]
fn only_who_pressed_ctrl_c_reads_of_it() {
    for id in ["en", "nl"] {
        let told = |by: &str| in_language(id, || say!("progress-stopped-ctrl", by = by));
        assert!(told("key").contains("Ctrl-C") && !told("term").contains("Ctrl-C"), "{id}");
        let told = |by: &str| in_language(id, || say!("analysis-stopped-ctrl-what", by = by));
        assert!(told("key").contains("Ctrl-C") && !told("term").contains("Ctrl-C"), "{id}");
    }
}
