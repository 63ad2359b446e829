//! The corpus, and what becomes of its files.

use std::path::Path;
use std::sync::LazyLock;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// The files of the corpus by name; what the name begins with says which reader takes it.
static CORPUS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> =
        entries.map(|it| (it.file_name().to_string_lossy().into_owned(), std::fs::read(it.path()).unwrap())).collect();
    files.sort();
    files
});

/// The files of one kind.
pub fn corpus(kind: &str) -> Vec<&'static (String, Vec<u8>)> {
    let files: Vec<_> = CORPUS.iter().filter(|(name, _)| name.starts_with(kind)).collect();
    assert!(!files.is_empty(), "the corpus has no {kind}");
    files
}

/// Texts that mean something to some reader.
pub const TOKENS: &[&str] = &[
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\"\"",
    "'",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\u{feff}",
    "\0",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{ad}",
    "\u{1b}[31m",
    "\u{9b}",
    "\u{e0041}",
    "\u{2028}",
    "é",
    "€",
    "量",
    "😀",
    "\u{fffd}",
    "=",
    "=1",
    "+1",
    "-1",
    "@x",
    "*",
    "*:*",
    "a:b:c",
    ":",
    ".",
    "..",
    "-",
    "\u{2212}",
    "(125)",
    "()",
    "1.250",
    "1,250",
    "1.250,50",
    "1,250.50",
    "10.999.99",
    "1,5,0",
    "12 %",
    "%",
    "5-okt",
    "#REF!",
    "1e400",
    "1E+06",
    "NaN",
    "inf",
    "-0",
    "0",
    "1",
    "99",
    "101",
    "2027",
    "9999",
    "0000",
    "79228162514264337593543950335",
    "0.0000000000000000000000000001",
    "999999999999",
    "1000000000001",
    "20-60",
    "60-20",
    "-20",
    "all",
    "true",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "[[ministry]]",
    "[a.b]",
    "# x",
    "\\u0000",
    "\"\"\"",
    "sep=;",
    "sep=\t",
    "locked_in",
    "locked_out",
    "requires",
    "excludes",
    "at_least",
    "at_most",
    "synergy",
    "domain",
    "ministry",
    "ladder",
    "banzhaf",
    "home",
    "candidate",
    "cost",
    "gain",
    "cost_1",
    "cost_2",
    "cost_101",
    "Kosten",
    "2028/29",
    "FY2027",
    "Totaal",
    "start",
    "share_defence",
    "lead_time",
    "case",
    "budgets",
    "candidates",
    "scenarios",
    "objective.risk",
    "first_year",
];

pub fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

pub fn pick<'a, T>(random: &mut ChaCha8Rng, all: &'a [T]) -> &'a T {
    &all[random.random_range(0..all.len())]
}

/// A place between two bytes.
fn place(bytes: &[u8], random: &mut ChaCha8Rng) -> usize {
    random.random_range(0..=bytes.len())
}

/// The bytes after one to four mutations; `other` is another file of the corpus.
pub fn mutated(bytes: &[u8], other: &[u8], random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..random.random_range(1..=4) {
        let (one, two) = (place(&bytes, random), place(&bytes, random));
        let (from, to) = (one.min(two), one.max(two));
        match random.random_range(0..11) {
            0..=3 => drop(bytes.splice(from..from, pick(random, TOKENS).bytes())),
            4 => drop(bytes.splice(from..to.min(from + 8), pick(random, TOKENS).bytes())),
            5 => drop(bytes.drain(from..to.min(from + 20))),
            6 => {
                let again = bytes[from..to.min(from + 60)].to_vec();
                let at = place(&bytes, random);
                drop(bytes.splice(at..at, again));
            }
            7 => {
                let (start, end) = (place(other, random), place(other, random));
                let part = other[start.min(end)..start.max(end)].to_vec();
                drop(bytes.splice(from..from, part.into_iter().take(200)));
            }
            8 if !bytes.is_empty() => {
                let at = random.random_range(0..bytes.len());
                bytes[at] = random.random();
            }
            9 => lines(&mut bytes, random),
            _ => bytes.truncate(bytes.len() - (to - from).min(30)),
        }
    }
    bytes
}

/// Takes a line out, doubles one, or exchanges two.
fn lines(bytes: &mut Vec<u8>, random: &mut ChaCha8Rng) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return;
    }
    let (one, two) = (random.random_range(0..lines.len()), random.random_range(0..lines.len()));
    match random.random_range(0..3) {
        0 => drop(lines.remove(one)),
        1 => lines.insert(two, lines[one].clone()),
        _ => lines.swap(one, two),
    }
    *bytes = lines.concat();
}

/// A mutation of a file of one kind, by its number.
pub fn file(kind: &str, random: &mut ChaCha8Rng) -> (&'static str, Vec<u8>) {
    let files = corpus(kind);
    let (name, bytes) = *pick(random, &files);
    let (_, other) = *pick(random, &files);
    (name, mutated(bytes, other, random))
}
