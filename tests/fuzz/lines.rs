//! The command line: whatever is typed, it is read or refused, and what is refused is told.

use std::ffi::OsString;

use super::mutation::{TOKENS, pick, rng};
use beslismacht::cli;
use rand::RngExt;

const WORDS: &[&str] = &[
    "optimise",
    "check",
    "evaluate",
    "verify",
    "new",
    "import",
    "frontier",
    "alternatives",
    "importance",
    "robust",
    "stress",
    "cooperate",
    "explain",
    "compare",
    "export",
    "merge",
    "solvers",
    "completions",
    "man",
    "reference",
    "help",
    "CASE",
    "FILE.csv",
    "--budget",
    "--set",
    "--time-limit",
    "--gap",
    "--require-optimal",
    "--out",
    "--format",
    "--proof",
    "--solver",
    "--threads",
    "--scenario",
    "--points",
    "--from",
    "--to",
    "--of",
    "--by",
    "--jobs",
    "--shard",
    "--count",
    "--within",
    "--near",
    "--cuts",
    "--draws",
    "--weights",
    "--costs",
    "--voice",
    "--seed",
    "--outcomes",
    "--repairs",
    "--table",
    "--color",
    "--language",
    "--decimal",
    "--into",
    "--title",
    "--lp",
    "--mps",
    "--",
    "-",
    "pillars",
    "proposals",
    "propose",
    "agree",
    "reject",
    "remark",
    "diff",
    "merge3",
    "log",
    "--accept",
    "--alone",
    "--author",
    "--base-year",
    "--best",
    "--brief",
    "--currency",
    "--domain-from",
    "--draft",
    "--dry-run",
    "--each",
    "--for",
    "--gains",
    "--last",
    "--map",
    "--mapping",
    "--memory-limit",
    "--ministry",
    "--no-scenarios",
    "--only",
    "--own",
    "--path",
    "--remark",
    "--save-mapping",
    "--success",
    "--theirs-hold",
    "--turning-costs",
    "--unit",
    "--why",
    "--with",
    "--workbook-holds",
    "--xlsx",
    "--year-of",
    "--help",
    "--version",
    "-h",
    "json",
    "csv",
    "nl",
    "1/3",
    "3/1",
    "0",
];

pub fn line(seed: u64) {
    let random = &mut rng(seed);
    let words = (0..random.random_range(0..7)).map(|_| match random.random_range(0..10) {
        0..=6 => (*pick(random, WORDS)).to_owned(),
        7 => (*pick(random, TOKENS)).to_owned(),
        8 => format!("{}={}", pick(random, WORDS), pick(random, TOKENS)),
        _ => format!("{}{}", pick(random, TOKENS), pick(random, TOKENS)),
    });
    let mut words: Vec<OsString> = std::iter::once("beslismacht".to_owned()).chain(words).map(OsString::from).collect();
    #[cfg(unix)]
    if random.random_range(0..10) == 0 {
        use std::os::unix::ffi::OsStringExt as _;
        // Bytes that are no text.
        words.push(OsString::from_vec(vec![b'x', 0xff, 0xfe]));
    }
    let _ = cli::can_read(words);
}

#[test]
fn lines_are_read_or_refused() {
    (0..40).for_each(line);
}
