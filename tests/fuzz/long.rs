//! Every target by the million, one input after the other: what was tried is told on the way, so that a run can be ended at any time,
//! and a failure is told and ends nothing.
//!
//! `BESLISMACHT_FUZZ_TRIES=10000000 nice -n 19 cargo test --release fuzz::long -- --ignored` tries that many of each;
//! `BESLISMACHT_FUZZ_ONLY=quick,keys` only of these, `BESLISMACHT_FUZZ_FROM=N` from the input of that number on.

use std::io::Write as _;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use super::{formats, keys, lines, readers, rows};

/// One input of this number.
type Target = fn(u64);

/// An input that takes longer than this counts as one that hangs.
const LONGEST: Duration = Duration::from_secs(5);

/// A target that failed so often is left alone.
const ENOUGH: u64 = 20;

/// So many inputs are tried of a target before it is the turn of the next one.
const SLICE: u64 = 20_000;

/// Inputs of these numbers are tried in every run.
const ORDINARY: u64 = 1_000;

/// The presses of a session in which any keys are pressed; each of them counts as an input.
const PRESSES: usize = 100;

fn keys(seed: u64) {
    keys::session(seed, PRESSES);
}

struct Tally {
    name: &'static str,
    target: Target,
    /// Inputs in one call.
    inputs: u64,
    tried: u64,
    failed: u64,
    slowest: (Duration, u64),
    took: Duration,
}

impl Tally {
    fn new((name, target): (&'static str, Target)) -> Self {
        let inputs = if name == "keys" { PRESSES as u64 } else { 1 };
        Self { name, target, inputs, tried: 0, failed: 0, slowest: (Duration::ZERO, 0), took: Duration::ZERO }
    }

    fn slice(&mut self, from: u64, most: u64) {
        let began = Instant::now();
        let first = from + self.tried / self.inputs;
        for number in first..first + (SLICE.min(most - self.tried)).div_ceil(self.inputs) {
            let start = Instant::now();
            let done = catch_unwind(|| (self.target)(number));
            let took = start.elapsed();
            self.slowest = self.slowest.max((took, number));
            self.tried += self.inputs;
            if done.is_err() || took > LONGEST {
                self.failed += 1;
                self.tell(&format!("FAILED at input {number} after {took:?}"));
            }
        }
        self.took += began.elapsed();
        let (slowest, number) = self.slowest;
        self.tell(&format!("in {:.0} s, the slowest {slowest:.0?} (input {number})", self.took.as_secs_f64()));
    }

    /// Not captured by the tests, so that it is there while they run.
    fn tell(&self, what: &str) {
        let _ = writeln!(std::io::stderr(), "{}: {} tried, {} failed, {what}", self.name, self.tried, self.failed);
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

#[test]
#[ignore = "takes hours; run it by name in an optimised build"]
fn long() {
    let number = |name, otherwise| variable(name).map_or(otherwise, |text| text.parse::<u64>().unwrap());
    let (tries, from) = (number("BESLISMACHT_FUZZ_TRIES", 1_000_000), number("BESLISMACHT_FUZZ_FROM", ORDINARY));
    let only = variable("BESLISMACHT_FUZZ_ONLY");
    let others: [(&'static str, Target); 4] =
        [("folder", readers::left_folder), ("formats", formats::findings), ("keys", keys), ("lines", lines::line)];
    let all = rows::ROWS.into_iter().chain(readers::READERS).chain(others);
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only.split(',').any(|it| it == name));
    let mut tallies: Vec<Tally> = all.filter(|(name, _)| wanted(name)).map(Tally::new).collect();
    let is_open = |it: &Tally| it.tried < tries && it.failed < ENOUGH;
    while tallies.iter().any(is_open) {
        for tally in tallies.iter_mut().filter(|it| is_open(it)) {
            tally.slice(from, tries);
        }
    }
    assert!(tallies.iter().all(|it| it.failed == 0), "what failed is told above");
}
