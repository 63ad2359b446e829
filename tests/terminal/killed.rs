//! The program killed in the middle of editing and saving, again and again on the same case: what the screen showed as done is there
//! afterwards, and each file is whole.

use std::path::Path;
use std::process::Command;

use beslismacht::model::schema::TableId;
use beslismacht::session::on_disk::CaseOnDisk;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::terminal::pty::{Session, copy_of};

/// The first number that is typed: with four digits each is found on the screen as it is.
const FIRST: u32 = 1_001;

/// The number that a case was last edited to, with the edits that the next session is offered; 0 for none.
fn number_in(case: &Path) -> u32 {
    let (_, loaded) = CaseOnDisk::read(case, "a test", None, None).unwrap();
    let (mut book, mut own) = (loaded.book, loaded.own);
    for step in loaded.found.into_iter().flat_map(|found| found.steps) {
        drop(step.apply(&mut book, &mut own));
    }
    let number = book.sheet(TableId::Budgets).cell(0, "amount").parse().ok();
    number.filter(|number| *number >= FIRST).unwrap_or(0)
}

/// Whether `budgets.csv` is the one of the project but for that number.
fn is_whole(case: &Path, untouched: &str) {
    let text = std::fs::read_to_string(case.join("budgets.csv")).unwrap();
    let others =
        |text: &str| text.lines().filter(|line| !line.starts_with("defence,2027,")).map(str::to_owned).collect();
    let (now, then): (Vec<String>, Vec<String>) = (others(&text), others(untouched));
    assert_eq!((now, text.lines().count()), (then, untouched.lines().count()), "{text}");
}

/// The amount that the table shows; sums of earlier amounts, in a chart that is not drawn anew yet, look like later ones.
fn amount(screen: &str) -> Option<u32> {
    let row = screen.lines().find_map(|line| line.strip_prefix("▸ Ministry of Defence"))?;
    row.split_whitespace().next()?.parse().ok()
}

/// Edits and saves until it is killed; gives the last number that the screen showed as taken over, and the last that was typed.
fn life(folder: &Path, case: &Path, random: &mut ChaCha8Rng, mut number: u32) -> (u32, u32) {
    let mut session = Session::start(folder, &[case.to_str().unwrap()], &[]);
    let found = "Unsaved edits were found";
    session.wait_until("the case", |it| it.screen().contains(found) || it.screen().contains("proven"));
    if session.screen().contains(found) {
        session.type_in("y").wait_gone(found);
    }
    session.type_in("4l");
    let after = f64::from(random.random_range(0_u32..600)) / 1_000.0;
    let line = format!("sleep {after}; kill -KILL {}", session.process_id());
    let mut killer = Command::new("sh").args(["-c", &line]).spawn().unwrap();
    let mut shown = 0;
    loop {
        number += 1;
        session.try_type(&format!("\r{number}\r"));
        let is_taken = |it: &Session| {
            let screen = it.screen();
            // Where the disk is slow it says that it is still at it.
            amount(&screen) == Some(number) && !screen.contains("accepts") && !screen.contains("being kept")
        };
        if !session.holds_before_the_end(is_taken) {
            break;
        }
        shown = number;
        if random.random_range(0..3) == 0 {
            session.try_type("\x13");
        }
    }
    killer.wait().unwrap();
    (shown, number)
}

fn lives(seed: u64, count: usize) {
    let (folder, case) = copy_of("tutorial");
    let untouched = std::fs::read_to_string(case.join("budgets.csv")).unwrap();
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let (mut typed, mut shown) = (FIRST, 0);
    for life_of in 0..count {
        let (now_shown, now_typed) = life(folder.path(), &case, &mut random, typed);
        shown = shown.max(now_shown);
        typed = now_typed;
        assert!(typed < 9_999, "too many edits for numbers of four digits");
        is_whole(&case, &untouched);
        let number = number_in(&case);
        assert!(
            shown <= number && number <= typed,
            "life {life_of} of {seed}: {number} is there, {shown} was shown, {typed} typed"
        );
    }
}

#[test]
fn a_program_that_is_killed_loses_no_edit_that_it_showed() {
    lives(16, 3);
}

#[test]
#[ignore = "takes a quarter of an hour; run it by name"]
fn a_program_that_is_killed_a_thousand_times_loses_no_edit() {
    // A case is edited to numbers of four digits, of which there are not enough for a thousand lives.
    for seed in 17..37 {
        lives(seed, 50);
    }
}
