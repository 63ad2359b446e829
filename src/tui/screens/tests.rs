mod cut;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use regex_lite::Regex;

use super::{SCREENS, dummy};
use crate::model::Workbook;
use crate::model::schema::{SETTINGS, TABLES};
use crate::session::UserPortfolio;
use crate::session::on_disk::Loaded;
use crate::tui::popups::list::{help_of, palette_of};
use crate::tui::state::Context;
use crate::tui::{App, COMMANDS, Event, Key, Keymap, Setup, key_page, update, view};

fn press(app: &mut App, keys: &str) {
    for key in Key::sequence(keys).unwrap() {
        drop(update(app, Event::Key(key)));
    }
}

fn on(book: Workbook) -> App {
    let mut app = App::new(&Setup::default(), (120, 40));
    drop(update(&mut app, Event::Loaded("a-case".into(), Ok(Box::new(Loaded::new(book, UserPortfolio::default()))))));
    app
}

#[test]
fn a_screen_that_is_added_is_in_help_palette_and_pages_of_keys() {
    let keymap = Keymap::default();
    for (name, list) in
        [("help", help_of(&keymap, &[Context::Everywhere])), ("palette", palette_of(&keymap, &dummy::SPEC.contexts()))]
    {
        for (label, keys) in [("Dummy", "F12"), ("Wonder", "w")] {
            assert!(list.items.iter().any(|item| item.label == label && item.keys == keys), "{label} in the {name}");
        }
    }
    let page = key_page();
    assert!(page.contains("| `F12` | `dummy` | A screen that the tests add. |"), "{page}");
    assert!(page.contains("## Dummy") && page.contains("| `w` | `wonder` | Says the answer. |"), "{page}");
    assert!(keymap.to_toml().contains("[dummy]\nwonder = [\"w\"]"));
}

#[test]
fn its_keys_show_it_and_do_what_it_says() {
    let mut app = on(crate::store::tutorial());
    press(&mut app, "<f12>");
    assert_eq!(app.screen_name(), "Dummy");
    press(&mut app, "w");
    assert_eq!(app.last_message, "It is 42.");
    press(&mut app, "fanswer>41<enter>");
    assert_eq!(app.with_current(|_, state| state.order.len()), Some(1), "its table is like any other");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 160, 20));
    view(&app, &mut buffer);
    let text: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    for part in ["F12 Dummy", "answer", "42", "w Wonder"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// In Dutch as in English: nothing breaks in the smallest usual terminal, and the open tab says its whole name.
#[test]
fn every_screen_is_drawn_in_dutch() {
    crate::messages::in_language("nl", || {
        let mut stale = on(crate::store::tutorial());
        press(&mut stale, "2<space>O4l<enter>9<enter>");
        let mut wrong = crate::store::tutorial();
        wrong.settings = wrong.settings.replace("first_year", "first_yaer");
        for app in [on(crate::store::tutorial()), stale, on(wrong), App::new(&Setup::default(), (80, 24))] {
            for spec in SCREENS {
                for keys in ["", "?", ":"] {
                    let mut app = app.clone();
                    app.screen = spec.screen;
                    drop(update(&mut app, Event::Resize(80, 24)));
                    press(&mut app, keys);
                    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
                    view(&app, &mut buffer);
                    let whole: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
                    for english in ["recommended", " own:", "2.027", "2.028", "2.029"] {
                        assert!(!whole.contains(english), "{english} on {}: {whole}", spec.screen.title());
                    }
                    let first: String = (0..80).map(|x| buffer[(x, 0)].symbol()).collect();
                    if app.document.is_some() && app.tabs().contains(&spec.screen) {
                        let title = spec.screen.title();
                        assert!(first.contains(&title), "{title}: {first}");
                    }
                }
            }
        }
    });
}

/// What is drawn on a screen of this size, line by line.
fn drawn(app: &mut App, (width, height): (u16, u16)) -> Vec<String> {
    drop(update(app, Event::Resize(width, height)));
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    view(app, &mut buffer);
    let lines = buffer.content().chunks(usize::from(width));
    lines.map(|line| line.iter().map(ratatui::buffer::Cell::symbol).collect()).collect()
}

/// In Dutch at 80x24, in every table and in every form, people read labels; what the files call a column is said where it is asked
/// for.
#[test]
fn no_column_of_a_file_is_a_label() {
    let headers: BTreeSet<String> = TABLES
        .iter()
        .flat_map(|table| table.columns)
        .map(|column| column.name.text().trim_end_matches('_').to_owned())
        .filter(|name| name != "instrument")
        .collect();
    let is_header = |word: &str| {
        let stem = word.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end_matches('_');
        headers.contains(stem) || ["share_", "weight_", "name_", "reason_"].iter().any(|it| word.starts_with(it))
    };
    crate::messages::in_language("nl", || {
        let start = answered();
        for at in 0..TABLES.len() {
            let mut app = start.clone();
            press(&mut app, &format!("9{}", "]".repeat(at)));
            // The first table that is shown is that of the candidates.
            let table = TABLES[app.sheet as usize].name;
            let mut seen = String::new();
            for _ in 0..18 {
                let heading = drawn(&mut app, (80, 24))[4].clone();
                for word in heading.split_whitespace() {
                    assert!(!is_header(word), "{word} heads a column of {table}: {heading}");
                }
                seen.push_str(&heading);
                press(&mut app, "ll");
            }
            if table == "candidates" {
                assert!(seen.contains("Vroegste start") && seen.contains("Kosten jaar 1"), "{seen}");
                assert!(seen.contains("Aandeel"), "{seen}");
            }
            press(&mut app, "e");
            for _ in 0..3 {
                let form = drawn(&mut app, (80, 24));
                for line in form.iter().filter(|line| line.contains('│') && !line.contains("bestand")) {
                    let label = line.split('│').nth(1).unwrap_or_default().trim_start_matches([' ', '▸']);
                    let word = label.split_whitespace().next().unwrap_or_default();
                    assert!(!is_header(word), "{word} is a label in the form of {table}: {form:#?}");
                }
                press(&mut app, "<ctrl-d>");
            }
        }
        let mut app = start.clone();
        press(&mut app, "2e");
        let form = drawn(&mut app, (120, 40)).join("\n");
        assert!(form.contains("In het bestand: candidate."), "{form}");
    });
}

/// Every screen has a name in sight wherever there is room for three letters of each, and the open one its whole name.
#[test]
fn tabs_keep_their_labels_where_there_is_room() {
    for language in ["en", "nl"] {
        crate::messages::in_language(language, || {
            let app = on(crate::store::tutorial());
            for spec in SCREENS.iter().filter(|spec| spec.go.is_some()) {
                // A tab more than the program has, of what tests add.
                for width in [90, 100, 120, 160, 200] {
                    let mut app = app.clone();
                    app.screen = spec.screen;
                    let first = drawn(&mut app, (width, 24))[0].clone();
                    for screen in app.tabs().into_iter().filter(|screen| *screen != dummy::SCREEN) {
                        let title = screen.title();
                        let seen: String = title.chars().take(if screen == spec.screen { 40 } else { 3 }).collect();
                        assert!(first.contains(&format!(" {seen}")), "{seen} at {width}: {first}");
                        let whole = screen.title();
                        assert!(width < 200 || first.contains(&whole), "{whole}: {first}");
                    }
                }
            }
        });
    }
}

#[test]
fn a_list_in_which_nothing_matches_stays_open_and_says_so() {
    let mut app = on(crate::store::tutorial());
    press(&mut app, ":zzzzz<enter>");
    let text = drawn(&mut app, (80, 24)).join("\n");
    assert!(text.contains("zzzzz") && text.contains("nothing to choose"), "{text}");
    press(&mut app, "<esc>");
    assert!(app.popups.is_empty());
}

/// What an edit did, that it is in the scenario, and what became better are read at once, also where one line has no room for all.
#[test]
fn news_of_an_edit_under_a_scenario_are_all_readable() {
    let mut app = answered();
    let solve = |app: &mut App, effects: Vec<crate::tui::Effect>| {
        for effect in effects {
            if let crate::tui::Effect::Optimise { job, case, .. } = effect {
                let go_on = &mut |_: &_| std::ops::ControlFlow::Continue(());
                let options = crate::optimise::Options::default();
                let answer = crate::optimise::optimise(&case, &options, None, go_on).unwrap();
                drop(update(app, Event::Answered(job, Ok(Box::new(answer)))));
            }
        }
    };
    for key in Key::sequence("zZ").unwrap() {
        let effects = update(&mut app, Event::Key(key));
        solve(&mut app, effects);
    }
    drop(drawn(&mut app, (80, 24)));
    for key in Key::sequence("4l<enter>3<enter>").unwrap() {
        let effects = update(&mut app, Event::Key(key));
        solve(&mut app, effects);
    }
    let text = drawn(&mut app, (80, 24)).join("\n");
    assert!(text.contains("This change is now in the scenario") && text.contains("Recommended"), "{text}");
}

/// In Dutch at 80x24 a line that is no row of a table is not cut where that hides a figure.
#[test]
fn no_cut_hides_a_figure_in_dutch() {
    use crate::tui::canvas::cuts;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/netherlands");
    let hidden = crate::messages::in_language("nl", || {
        let app = found(crate::store::open(&folder).unwrap().workbook, true);
        let (mut own, mut stale) = (app.clone(), app.clone());
        press(&mut own, "2<space>jj<space>jj<space>");
        press(&mut stale, "2<space>O4l<enter>9<enter>");
        let mut hidden = BTreeSet::new();
        for app in [app, own, stale] {
            for spec in SCREENS.iter().filter(|spec| spec.screen != dummy::SCREEN) {
                let mut app = app.clone();
                app.screen = spec.screen;
                app.message = None;
                drop(drawn(&mut app, (80, 24)));
                drop(cuts::taken());
                drop(drawn(&mut app, (80, 24)));
                let table = app.table_key().map_or(0..0, |_| app.table_area().top()..app.table_area().bottom());
                for (y, text, rest) in cuts::taken() {
                    // The last lines show a cell and its key, or the news and theirs; below them are keys.
                    if !table.contains(&y) && y < 22 && rest.contains(|sign: char| sign.is_ascii_digit()) {
                        hidden.insert(format!("{}, line {y}: {rest:?} of {text:?}", spec.screen.0));
                    }
                }
            }
        }
        hidden
    });
    assert!(hidden.is_empty(), "{hidden:#?}");
}

/// The tutorial with its best portfolio found and one of it taken over.
fn answered() -> App {
    let mut app = found(crate::store::tutorial(), false);
    press(&mut app, "2<space>");
    app
}

/// A case with its best portfolio found, or with the first one that the search comes upon.
fn found(book: Workbook, first: bool) -> App {
    let mut app = App::new(&Setup::default(), (200, 60));
    let case = Loaded::new(book, UserPortfolio::default());
    let asked = update(&mut app, Event::Loaded("a-case".into(), Ok(Box::new(case))));
    let search = asked.into_iter().find_map(|effect| match effect {
        crate::tui::Effect::Optimise { job, case, .. } => Some((job, case)),
        _ => None,
    });
    let (job, case) = search.unwrap();
    let go_on = &mut |progress: &crate::optimise::Progress| {
        if first && progress.best.is_some() {
            std::ops::ControlFlow::Break(())
        } else {
            std::ops::ControlFlow::Continue(())
        }
    };
    let answer = crate::optimise::optimise(&case, &crate::optimise::Options::default(), None, go_on).unwrap();
    drop(update(&mut app, Event::Answered(job, Ok(Box::new(answer)))));
    app
}

/// What is on a screen is said in the language, or stands in the case or in its files.
#[test]
fn every_word_on_a_screen_is_of_the_language_or_of_the_case() {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() > 2).map(str::to_lowercase).collect()
    };
    let book = crate::store::tutorial();
    // Names of columns and keys of settings are said as what the file has, and nowhere else.
    let rows = |table: &crate::model::schema::Table| Some(book.file(table.file)?.split_once('\n')?.1.to_owned());
    let files = TABLES.iter().filter_map(rows);
    let settings = SETTINGS.iter().map(|setting| setting.default.to_owned());
    // Names of its own, and the keys; what tests add, and words that columns cut.
    let comment = Regex::new("(?m)#.*$").unwrap();
    let settings_of_case = comment.replace_all(&book.settings, "").into_owned();
    let own = [
        "beslismacht engine EUR toml csv case enter tab esc space ctrl alt shift dummy census how many sta def eco"
            .to_owned(),
        settings_of_case,
    ];
    let keys = COMMANDS.iter().flat_map(|entry| entry.keys).map(|key| (*key).to_owned());
    let all = files.chain(settings).chain(own).chain(keys).collect::<Vec<_>>().join(" ");
    let key = Regex::new(r"(?m)^#.*$|^[a-z][a-z0-9-]* =|\$[a-z0-9_]+|\[(?:one|other)\]").unwrap();
    let known = words(&(key.replace_all(include_str!("../../messages/nl.ftl"), " ").into_owned() + " " + &all));
    let cut = Regex::new(r"\w*…\w*|In het bestand: [\w.]+").unwrap();
    let foreign = crate::messages::in_language("nl", || {
        let mut foreign = BTreeSet::new();
        for app in [on(book.clone()), answered()] {
            for spec in SCREENS.iter().filter(|spec| spec.screen != dummy::SCREEN) {
                let mut app = app.clone();
                app.screen = spec.screen;
                drop(update(&mut app, Event::Resize(200, 60)));
                let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
                view(&app, &mut buffer);
                let lines = buffer.content().chunks(200);
                let text: Vec<String> =
                    lines.map(|it| it.iter().map(ratatui::buffer::Cell::symbol).collect()).collect();
                let whole = cut.replace_all(&text.join("\n"), " ").into_owned();
                let others = words(&whole).into_iter().filter(|word| !known.contains(word));
                foreign.extend(others.map(|word| format!("{}: {word}", spec.screen.0)));
            }
        }
        foreign
    });
    assert!(foreign.is_empty(), "{foreign:#?}");
}

/// In the tests from outside only the screens of the program are drawn at every size and in every state; here those that tests
/// add as well.
#[test]
fn every_screen_is_drawn_in_every_state_at_every_size() {
    let empty = Workbook::new("format = 1\nfirst_year = 2027\nlast_year = 2026\n");
    let mut wrong = crate::store::tutorial();
    wrong.settings = wrong.settings.replace("first_year", "first_yaer");
    let mut stale = on(crate::store::tutorial());
    press(&mut stale, "2<space>O4l<enter>9<enter>");
    let states = [App::new(&Setup::default(), (120, 40)), on(empty), on(wrong), on(crate::store::tutorial()), stale];
    let sizes = |first: usize| {
        let all = (0..=200).flat_map(|width| (0..=60).map(move |height| (width, height)));
        all.skip(first).step_by(SCREENS.len() * 5)
    };
    let mut drawn = Vec::new();
    for (at, spec) in SCREENS.iter().enumerate() {
        for (state, app) in states.iter().enumerate() {
            let mut app = app.clone();
            app.screen = spec.screen;
            for (width, height) in sizes(at + state * SCREENS.len()) {
                drop(update(&mut app, Event::Resize(width, height)));
                view(&app, &mut Buffer::empty(Rect::new(0, 0, width, height)));
            }
        }
        drawn.push(spec.screen);
    }
    assert!(drawn.contains(&dummy::SCREEN));
}

/// A key that means something on a screen does it, or says why not.
#[test]
fn no_key_is_silent() {
    use crate::tui::state::Command as C;
    let mut silent = Vec::new();
    let draw = |app: &App| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        view(app, &mut buffer);
        buffer
    };
    let mut case = answered();
    drop(update(&mut case, Event::Resize(80, 24)));
    for spec in SCREENS.iter().filter(|spec| spec.screen != dummy::SCREEN) {
        let mut shown = case.clone();
        shown.screen = spec.screen;
        drop(update(&mut shown, Event::Resize(80, 24)));
        shown.message = None;
        let before = draw(&shown);
        let contexts = spec.contexts();
        for entry in COMMANDS.iter().filter(|entry| contexts.contains(&entry.context)) {
            let moves = crate::tui::actions::moving::marks_on(entry.command);
            let Some(key) = entry.keys.first().and_then(|key| Key::parse(key).ok()) else { continue };
            // What arranges a table does so also where that cannot be seen.
            let arranges =
                matches!(entry.command, C::Sort | C::Hide | C::Pin | C::Narrower | C::Wider | C::Fit | C::MarkAll);
            if moves || arranges || matches!(entry.command, C::Back | C::Go(_)) {
                continue;
            }
            let mut app = shown.clone();
            if update(&mut app, Event::Key(key)).is_empty() && draw(&app) == before {
                silent.push(format!("{} on {}", entry.id, spec.screen.0));
            }
        }
    }
    silent.sort();
    silent.dedup();
    assert!(silent.is_empty(), "{silent:#?}");
}
