use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{SCREENS, dummy};
use crate::model::Workbook;
use crate::session::UserPortfolio;
use crate::session::on_disk::Loaded;
use crate::tui::popups::list::{help_of, palette_of};
use crate::tui::state::Context;
use crate::tui::{App, Event, Key, Keymap, Setup, key_page, update, view};

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
