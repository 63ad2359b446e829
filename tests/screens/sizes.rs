//! Every screen at every size draws without a panic, also after random keys.

use beslismacht::tui::{Event, Key};
use rand::prelude::*;
use rand_chacha::ChaCha8Rng;

use crate::driver::{Driver, Solve};

const SCREENS: [&str; 14] = ["x", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "z", "z<enter>", "zc"];

pub fn sizes() -> impl Iterator<Item = (u16, u16)> {
    // From nothing to 200x60, in steps that keep this to a few seconds.
    let small = (0..=20).step_by(2).flat_map(|width| (0..=18).step_by(3).map(move |height| (width, height)));
    let large = (58..=200).step_by(13).flat_map(|width| (14..=60).step_by(7).map(move |height| (width, height)));
    small.chain(large)
}

fn draw_everywhere(driver: &mut Driver, layers: &[&str]) {
    for screen in SCREENS {
        for layer in layers {
            driver.press(&format!("<esc><esc><esc>{screen}{layer}"));
            for (width, height) in sizes().filter(|(width, height)| layer.is_empty() || *width > 50 && height % 2 == 0)
            {
                driver.screen(width, height);
            }
        }
    }
}

#[test]
fn every_screen_at_every_size() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    draw_everywhere(&mut driver, &[""]);
    let mut driver = Driver::empty();
    for (width, height) in sizes() {
        driver.screen(width, height);
    }
}

#[test]
fn every_layer_at_every_size() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    draw_everywhere(&mut driver, &["?", ":", "e", "<enter>", "f", "<f2>"]);
}

#[test]
fn an_empty_case_at_every_size() {
    let book = beslismacht::model::Workbook::new("format = 1\nfirst_year = 2027\nlast_year = 2026\n");
    let mut driver = Driver::with("empty", book, Solve::Never);
    draw_everywhere(&mut driver, &["", "e", "<enter>"]);
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
