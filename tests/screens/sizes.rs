//! Every screen at every size draws without a panic, in every state, with everything that can lie over it, and after random keys.

use beslismacht::tui::{Event, Key};
use rand::prelude::*;
use rand::rngs::ChaCha8Rng;

use crate::screens::driver::{Driver, Solve};
use crate::screens::states::{screens, states};

/// Every size from nothing to 200x60.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    (0..=200).flat_map(|width| (0..=60).map(move |height| (width, height)))
}

/// Every `part`-th size, beginning with the `first`; all of them together are every size.
pub fn some(first: usize, part: usize) -> impl Iterator<Item = (u16, u16)> {
    sizes().skip(first % part).step_by(part)
}

/// What can lie over a screen, by the keys that bring it: help, palette, search, filter, column, form, edit, reason of a lock,
/// export, columns, quit, whole cell, bulk edit, options, new case, tour, proof, second case, own start and shares, commit.
const LAYERS: [&str; 23] = [
    "?", ":", "/", "f", "c", "e", "<enter>", "+", "E", "t", "<ctrl-e>", "b", "<ctrl-n>", "<f10>", "<f9>", "p", "7b",
    "7c", "S", "P", "I", "q", "xe",
];

#[test]
fn every_screen_at_every_size() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("R");
    for (nth, (_, keys)) in screens().into_iter().enumerate() {
        driver.press(&format!("<esc><esc><esc>{keys}"));
        for (width, height) in some(nth, 5) {
            driver.buffer(width, height);
        }
    }
}

#[test]
fn every_state_of_every_screen_at_every_size() {
    for (_, mut driver) in states() {
        for (at, (_, keys)) in screens().into_iter().enumerate() {
            driver.press(&format!("<esc><esc><esc>{keys}"));
            for (width, height) in some(at, 2 * screens().len()) {
                driver.buffer(width, height);
            }
        }
    }
    let mut nothing = Driver::empty();
    for (width, height) in sizes() {
        nothing.buffer(width, height);
    }
}

#[test]
fn every_layer_at_every_size() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("R").solve = Solve::Never;
    for (nth, (_, keys)) in screens().into_iter().enumerate() {
        for (at, layer) in LAYERS.into_iter().enumerate() {
            driver.press(&format!("<esc><esc><esc><esc>{keys}{layer}"));
            for (width, height) in some(nth + at, 6 * screens().len()) {
                driver.buffer(width, height);
            }
        }
    }
}

#[test]
fn an_empty_case_at_every_size() {
    let book = beslismacht::model::Workbook::new("format = 1\nfirst_year = 2027\nlast_year = 2026\n");
    let mut driver = Driver::with("empty", book, Solve::Never);
    for (nth, (_, keys)) in screens().into_iter().enumerate() {
        for (at, layer) in ["", "e", "<enter>"].into_iter().enumerate() {
            driver.press(&format!("<esc><esc><esc>{keys}{layer}"));
            for (width, height) in some(nth + at, screens().len()) {
                driver.buffer(width, height);
            }
        }
    }
}

/// Keys that do something somewhere, and some that do nothing.
fn any_key(random: &mut ChaCha8Rng) -> Key {
    const NAMED: &[&str] = &[
        "enter",
        "esc",
        "tab",
        "shift-tab",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "delete",
        "backspace",
        "space",
        "ctrl-d",
        "ctrl-u",
        "ctrl-r",
        "ctrl-s",
        "ctrl-y",
        "ctrl-a",
        "shift-down",
        "shift-up",
        "f2",
        "f3",
        "f4",
        "enter",
        "esc",
        "esc",
    ];
    const LETTERS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ?:/<>+-=$^[]*.\\_";
    let name = if random.random_bool(0.4) {
        (*NAMED.choose(random).unwrap()).to_owned()
    } else {
        char::from(*LETTERS.choose(random).unwrap()).to_string()
    };
    Key::parse(&name).unwrap()
}

#[test]
fn random_keys_at_random_sizes() {
    let mut random = ChaCha8Rng::seed_from_u64(20_270_101);
    for round in 0..8 {
        let mut driver = Driver::on("tutorial", Solve::Never);
        for _ in 0..300 {
            driver.send(Event::Key(any_key(&mut random)));
            let (width, height) = (random.random_range(0..=200), random.random_range(0..=60));
            driver.screen(if round % 2 == 0 { width } else { width.max(60) }, height);
        }
        // Where it ended, at every size.
        for (width, height) in some(round, 8) {
            driver.buffer(width, height);
        }
    }
}

#[test]
fn random_clicks_hit_what_is_drawn() {
    use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut driver = Driver::on("tutorial", Solve::Never);
    for _ in 0..800 {
        let kind = match random.random_range(0..5) {
            0 => MouseEventKind::ScrollDown,
            1 => MouseEventKind::ScrollUp,
            2 => MouseEventKind::Drag(MouseButton::Left),
            3 => MouseEventKind::Up(MouseButton::Left),
            _ => MouseEventKind::Down(MouseButton::Left),
        };
        let (column, row) = (random.random_range(0..130), random.random_range(0..45));
        driver.send(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        if random.random_bool(0.2) {
            driver.press("<esc>");
        }
        driver.screen(120, 40);
    }
}
