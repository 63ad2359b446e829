//! The key handler: any keys, pasted texts, clicks and sizes, in any order.

use super::mutation::{TOKENS, corpus, mutated, pick, rng};
use crate::screens::driver::{Driver, Solve};
use beslismacht::model::visible::is_hidden;
use beslismacht::tui::{COMMANDS, Event, Key};
use rand::RngExt;
use rand::rngs::ChaCha8Rng;

/// Keys that commands know, and keys that type something.
fn key(random: &mut ChaCha8Rng, known: &[&str]) -> String {
    const OTHERS: &[&str] =
        &["<enter>", "<esc>", "<tab>", "<backspace>", "<del>", "<up>", "<down>", "<left>", "<right>", "<space>"];
    match random.random_range(0..10) {
        0..=4 => (*pick(random, known)).to_owned(),
        5..=7 => (*pick(random, OTHERS)).to_owned(),
        _ => random.random_range(' '..='~').to_string(),
    }
}

pub fn session(seed: u64, presses: usize) {
    let random = &mut rng(seed);
    let known: Vec<&str> = COMMANDS.iter().flat_map(|entry| entry.keys.iter().copied()).collect();
    let mut driver = Driver::on("tutorial", Solve::Never);
    for _ in 0..presses {
        match random.random_range(0..20) {
            0 => {
                let files = corpus("");
                let (bytes, other) = (&pick(random, &files).1, &pick(random, &files).1);
                driver.send(Event::Paste(String::from_utf8_lossy(&mutated(bytes, other, random)).into_owned()));
            }
            1 => driver.send(Event::Paste((*pick(random, TOKENS)).to_owned())),
            _ => {
                let name = key(random, &known);
                for key in Key::sequence(&name).or_else(|_| Key::parse(&name).map(|key| vec![key])).unwrap_or_default()
                {
                    driver.send(Event::Key(key));
                }
            }
        }
        if random.random_range(0..8) == 0 {
            let (width, height) = (random.random_range(0..=200), random.random_range(0..=60));
            let screen = driver.screen(width, height);
            let raw = screen.chars().find(|c| is_hidden(*c) && *c != '\n');
            assert_eq!(raw, None, "seed {seed}: {}", screen.escape_debug());
        }
    }
}

#[test]
fn any_keys_in_any_order() {
    (0..6).for_each(|seed| session(seed, 150));
}
