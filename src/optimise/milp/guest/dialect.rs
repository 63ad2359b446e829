//! What is said to a guest and what it answers, whatever its language.

use crate::say;
use std::fmt::Write as _;
use std::time::Duration;

use crate::optimise::milp::Effort;
use crate::optimise::task::Precision;

/// The file with the model, in the folder in which the guest runs.
pub(super) const MODEL: &str = "model.mps";
/// The file in which the best point is written down.
pub(super) const SOLUTION: &str = "solution.sol";

/// How a guest is to search.
#[derive(Debug, Clone)]
pub(super) struct Order {
    /// It may stop when it is so near to its bound (absolute, in the numbers of the model).
    pub gap: f64,
    /// The longest time; none is no limit.
    pub time: Option<Duration>,
    pub threads: usize,
    /// How tight the tolerances are.
    pub precision: Precision,
    /// What the work should go into.
    pub effort: Effort,
    /// Whether a point to start from was written down.
    pub has_start: bool,
    /// With which options.
    pub tuning: Tuning,
}

/// With which options a guest runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tuning {
    /// Those that were fastest on the cases of the benchmarks.
    Tuned,
    /// Its own.
    AsItComes,
}

impl Order {
    /// The time limit in seconds, as options have it.
    pub fn seconds(&self) -> Option<String> {
        self.time.map(|time| format!("{:.3}", time.as_secs_f64()))
    }

    /// Tolerances of whole numbers and of rows. In rows of whole numbers these leave no rule to be broken by a rounding;
    /// where they do, the certificate refuses the answer and the tightest are asked for.
    pub fn tolerances(&self) -> (f64, f64) {
        match self.precision {
            Precision::Normal => (1e-6, 1e-7),
            Precision::Tightest => (1e-9, 1e-9),
        }
    }
}

/// How a guest says that it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It found the best.
    Optimal,
    /// No point keeps all rows.
    Infeasible,
    /// Its time was over.
    OutOfTime,
}

/// How a guest ended, by the first of these words that a text has in it.
pub(super) fn said(text: &str, ends: &[(&str, Said)]) -> Option<Said> {
    ends.iter().find(|(words, _)| text.contains(words)).map(|&(_, said)| said)
}

/// What was heard from a guest. Values and bounds are those of its minimum.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard {
    /// How it ended.
    pub said: Option<Said>,
    /// The best value so far.
    pub best: Option<f64>,
    /// The bound so far.
    pub bound: Option<f64>,
    /// Nodes so far.
    pub nodes: u64,
    /// What it is.
    pub version: Option<String>,
    /// The last line that was not empty.
    pub last: String,
}

/// The last words of a guest are cut after this many letters.
const LAST_WORDS: usize = 160;

impl Heard {
    /// Remembers the last line, for the message where a guest fails.
    pub fn keep(&mut self, line: &str) {
        if !line.trim().is_empty() {
            let plain = line.trim().chars().map(|letter| if letter.is_control() { ' ' } else { letter });
            self.last = plain.take(LAST_WORDS).collect();
        }
    }

    /// What went wrong, with its last words.
    pub fn last_words(&self, what: &str) -> String {
        if self.last.is_empty() { what.to_owned() } else { say!("guest-last-words", what = what, words = self.last) }
    }

    /// Takes a value where it is one.
    pub fn take_best(&mut self, value: Option<f64>) {
        self.best = value.filter(|value| is_finite(*value)).or(self.best);
    }

    /// Takes a count of nodes, which was written as a number, where it is one.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts from floats saturate.
    pub fn take_nodes(&mut self, nodes: Option<f64>) {
        self.nodes = nodes.map_or(self.nodes, |nodes| nodes as u64);
    }

    /// Takes a bound where it is one.
    pub fn take_bound(&mut self, bound: Option<f64>) {
        self.bound = bound.filter(|bound| is_finite(*bound)).or(self.bound);
    }
}

/// Solvers write 1e20 or more, or `inf`, for "none".
fn is_finite(value: f64) -> bool {
    value.is_finite() && value.abs() < 1e20
}

/// The language of a guest.
pub(super) trait Dialect: Sync {
    /// The arguments of its program.
    fn arguments(&self, order: &Order) -> Vec<String>;

    /// Files that it needs beside the model: `(name, text)`.
    fn files(&self, order: &Order) -> Vec<(&'static str, String)> {
        let _ = order;
        Vec::new()
    }

    /// The options that it is given, and that a report shows.
    fn options(&self, order: &Order) -> Vec<(&'static str, String)>;

    /// What stands before its version in its output.
    fn before_version(&self) -> &'static [&'static str];

    /// The file with a point to start from, by column; `None` if it takes none.
    fn start(&self, values: &[f64]) -> Option<(&'static str, String)>;

    /// Takes a line of its output.
    fn hear(&self, line: &str, heard: &mut Heard) {
        heard.keep(line);
        if heard.version.is_none() {
            heard.version = self.before_version().iter().find_map(|label| word_behind(line, label));
        }
        self.read(line, heard);
    }

    /// Reads what a line says of the search.
    fn read(&self, line: &str, heard: &mut Heard);

    /// The files in which it writes down what it found, the last one first.
    fn solutions(&self) -> &'static [&'static str] {
        &[SOLUTION]
    }

    /// The values in such a file: `(column, value)`; `None` if it holds no point.
    fn solution(&self, text: &str) -> Option<Vec<(usize, f64)>> {
        let values: Vec<(usize, f64)> = text.lines().filter_map(value_of_line).collect();
        Some(values)
    }

    /// The arguments that make it say what it is and nothing else.
    fn ask_version(&self) -> &'static [&'static str] {
        &["--version"]
    }
}

/// The column and the value in a line such as `x12 1` or `  12 x12  1  -8`.
pub(super) fn value_of_line(line: &str) -> Option<(usize, f64)> {
    let mut words = line.split_whitespace();
    let column = words.find_map(column_of)?;
    Some((column, words.next()?.parse().ok()?))
}

/// The column that a name stands for.
pub(super) fn column_of(name: &str) -> Option<usize> {
    name.strip_prefix('x').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

/// Every column with its value, a line each.
pub(super) fn lines_of(values: &[f64]) -> String {
    let mut text = String::new();
    for (column, value) in values.iter().enumerate() {
        let _ = writeln!(text, "x{column} {value}");
    }
    text
}

/// The number behind a label such as `Dual bound`.
pub(super) fn number_behind(line: &str, label: &str) -> Option<f64> {
    let rest = line.trim_start().strip_prefix(label)?;
    let rest = rest.trim_start().trim_start_matches([':', '=']);
    rest.split_whitespace().next()?.trim_end_matches(',').parse().ok()
}

/// The word behind a label.
fn word_behind(line: &str, label: &str) -> Option<String> {
    line.split_once(label)?.1.split_whitespace().next().map(|word| word.trim_end_matches([',', ':']).to_owned())
}
