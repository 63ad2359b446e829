//! A keymap file changes any key: those of screens, of typed lines and of answers to questions. What the screen says follows it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use beslismacht::tui::{COMMANDS, Event, Keymap};
use regex_lite::Regex;

use crate::screens::driver::{Driver, Solve, other_keymap, with_other_keys};
use crate::screens::states::{screens, states};

fn tutorial(keymap: &str) -> Driver {
    Driver::with_keymap(keymap, "tutorial", Solve::Never)
}

#[test]
fn a_keymap_file_changes_what_keys_do() {
    let mut driver = tutorial("[everywhere]\npalette = [\"f9\"]\n");
    driver.press(":");
    assert!(!driver.screen(120, 40).contains("Commands ──"));
    driver.press("<f9>");
    assert!(driver.screen(120, 40).contains("Commands ──"));
}

#[test]
fn a_keymap_file_changes_the_keys_of_a_typed_line() {
    let keys =
        "[typing]\nline-start = \"f6\"\nerase-word = \"f7\"\nletter-left = \"alt-h\"\n[line]\nerase-all = \"f9\"\n";
    let mut driver = tutorial(keys);
    driver.press("4l<enter><end>5<f6>1<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "1105");
    driver.press("<enter><end><ctrl-a>3<alt-h>2<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "110523", "the old key does nothing now");
    driver.press("<enter><end><f7>7<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "7");
    driver.press("<enter><end>99<f9>8<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "8");
}

#[test]
fn a_letter_types_itself_whatever_the_keymap_says() {
    let mut driver = tutorial("[typing]\nline-start = \"a\"\n[line]\naccept = \"b\"\n");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Your settings"), "a case that is opened does not cover it: {screen}");
    assert!(
        screen.contains("the key `a`, but in [typing]") && screen.contains("the key `b`, but in [line]"),
        "{screen}"
    );
    driver.press("<esc>2/cab");
    assert!(driver.screen(120, 40).contains("cab"), "{}", driver.screen(120, 40));
}

#[test]
fn a_keymap_file_changes_the_keys_of_answers() {
    let keys = "[question]\nsave-first = \"w\"\nthrow-away = [\"f6\"]\n[dialog]\nno = \"z\"\n";
    let mut driver = tutorial(keys);
    driver.press("2j<space>q");
    let screen = driver.screen(120, 40);
    for line in [" w   save and quit", " k   quit and keep", " F6  quit and throw", " z   stay here"] {
        assert!(screen.contains(line), "{line}: {screen}");
    }
    driver.asked.clear();
    driver.press("sdn");
    assert!(driver.asked.is_empty(), "the old keys answer nothing: {:?}", driver.asked);
    driver.press("z");
    assert!(!driver.screen(120, 40).contains("save and quit"), "it is answered");
    driver.press("qw");
    assert_eq!(driver.asked, ["Save"]);
    driver.press("q<f6>");
    assert_eq!(driver.asked, ["Save", "ClearJournal", "Quit"]);
}

#[test]
fn an_answer_that_is_not_offered_leaves_its_key_to_what_lies_around() {
    let mut driver = tutorial("");
    driver.press("2j<space>q");
    driver.asked.clear();
    driver.press("w");
    assert!(driver.asked.is_empty() && driver.screen(120, 40).contains("save and quit"), "nothing is pasted here");
    driver.press("?");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Answers to questions") && screen.contains("Throw away"), "{screen}");
}

/// Finds keys that a text names, where every command is on a key with Alt.
struct Fixed {
    moved: Regex,
    patterns: Vec<Regex>,
    /// The lines that were looked at: most stand on thousands of screens.
    seen: HashSet<String>,
    /// Each line that names one, with where it was seen first.
    found: BTreeMap<String, String>,
}

impl Fixed {
    fn new() -> Self {
        let patterns = [
            r"\b(Enter|Esc|Tab|Backspace|Space|Insert|Home|PageUp|PageDown|F[0-9]{1,2})\b",
            r"\b(Ctrl|Shift)-\S",
            r"`[^` ]`",
            r"\bkeys? [^\s](\W|$)",
            r"\bspace (puts|on|takes|turns)\b",
            r"(^|[\s(])[a-zA-Z0-9?:/\[\]=.] (opens|makes|runs|adds|keeps|shows|marks|looks|chooses|changes|starts|finds|says|tries|goes|edits|compares|commits|turns|reads|saves|writes|deletes|scrolls?|stops|and [a-zA-Z\[\]] |on any|on its)",
        ];
        Self {
            moved: Regex::new(r"(Ctrl-)?Alt-(Shift-)?\S+|Ctrl-A\S*…|^ *Copied .*").unwrap(),
            patterns: patterns.map(|pattern| Regex::new(pattern).unwrap()).into(),
            seen: HashSet::new(),
            found: BTreeMap::new(),
        }
    }

    /// Looks for lines that name a key that does nothing.
    fn look(&mut self, text: &str, of: impl FnOnce() -> String) {
        let named = |line: &str| self.patterns.iter().any(|pattern| pattern.is_match(line));
        let new = text.lines().filter(|line| self.seen.insert((*line).to_owned()));
        let lines = new.map(|line| self.moved.replace_all(line, "").trim().to_owned());
        let lines: Vec<String> = lines.filter(|line| named(line) && !self.found.contains_key(line)).collect();
        if !lines.is_empty() {
            let of = of();
            self.found.extend(lines.into_iter().map(|line| (line, of.clone())));
        }
    }
}

#[test]
fn no_text_names_a_key_that_the_planner_gave_away() {
    let mut fixed = Fixed::new();
    let (map, errors) = Keymap::from_toml(&other_keymap());
    assert_eq!(errors, Vec::<String>::new());
    fixed.look(&map.to_toml().replace("\"Alt-", "Alt-"), || "the table of commands".to_owned());
    let keys: BTreeSet<&str> = COMMANDS.iter().flat_map(|entry| entry.keys).copied().collect();
    let mut nothing = with_other_keys(Driver::empty);
    fixed.look(&nothing.screen(200, 60), || "the picker".to_owned());
    nothing.send(Event::Cases(Vec::new()));
    let screen = nothing.screen(200, 60);
    fixed.look(&screen, || "the picker without cases".to_owned());
    assert!(screen.contains("Alt-F10 opens a small tutorial case"), "{screen}");
    for (nth, (state, mut driver)) in with_other_keys(states).into_iter().enumerate() {
        driver.solve = Solve::Never;
        for (screen, to) in screens() {
            driver.press("<esc><esc><esc>").press(to);
            fixed.look(&driver.screen(200, 60), || format!("{screen}, {state}"));
            let before = driver.app.clone();
            // Every key on every screen, over the states.
            let of_this = keys.iter().skip(nth % 6).step_by(6);
            for key in of_this {
                driver.press(&format!("<{key}>"));
                fixed.look(&driver.screen(200, 60), || format!("{screen}, {state}, after {key}"));
                driver.app = before.clone();
            }
            // Every column says what it means while the cursor is in it, and every field of a form and every option.
            for keys in ["l", "el", "ej"].into_iter().skip(nth % 3).step_by(3) {
                let (open, step) = keys.split_at(keys.len() - 1);
                driver.press(open);
                for _ in 0..24 {
                    driver.press(step);
                    fixed.look(&driver.screen(200, 60), || format!("{screen}, {state}, after {open} and many {step}"));
                }
                driver.app = before.clone();
            }
        }
    }
    assert!(fixed.found.is_empty(), "{:#?}", fixed.found);
}

#[test]
fn the_tour_names_the_keys_of_the_planner() {
    let mut fixed = Fixed::new();
    let mut driver = with_other_keys(|| Driver::on("tutorial", Solve::Never));
    for step in 0..12 {
        driver.press("<f10>");
        fixed.look(&driver.screen(160, 45), || format!("step {step} of the tour"));
    }
    assert!(fixed.found.is_empty(), "{:#?}", fixed.found);
}

#[test]
fn the_footer_shows_a_key_once_and_only_for_what_it_does() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.press("7");
    let footer = |driver: &mut Driver| driver.screen(160, 45).lines().last().unwrap().to_owned();
    let shown = footer(&mut driver);
    assert_eq!(shown.matches("E Export").count(), 1, "{shown}");
    // A key of the file that is the planner's own in a nearer place too.
    let mut driver = tutorial("[case]\nundo = \"f9\"\n[table]\nsort = \"f9\"\n");
    driver.press("<esc>2");
    let shown = footer(&mut driver);
    assert!(shown.contains("F9 Sort") && !shown.contains("F9 Undo"), "{shown}");
}
