//! What was measured, and the file that keeps it when a run is stopped.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::Settings;
use crate::subjects::Subject;

/// Who is asked, in the order of the tables.
pub const SOLVERS: [&str; 5] = ["engine", "HiGHS tightened", "HiGHS natural", "SCIP", "CP-SAT"];

/// Runs that took less processor time than this are repeated, in seconds.
const SHORT: f64 = 1.0;
/// So often in all; the median counts.
const REPEATS: usize = 3;

/// A solver's figures on a case.
#[derive(Debug, Clone)]
pub struct Figure(pub Value);

impl Figure {
    pub fn number(&self, name: &str) -> Option<f64> {
        self.0.get(name)?.as_f64()
    }

    pub fn is(&self, name: &str) -> bool {
        self.0.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    /// Whether it was measured at all.
    pub fn is_known(&self) -> bool {
        self.number("processor").is_some()
    }

    /// When what was found, in seconds of processor time.
    fn found(&self) -> Vec<(f64, f64)> {
        let pairs = self.0.get("found").and_then(Value::as_array).into_iter().flatten();
        pairs.filter_map(|pair| Some((pair.get(0)?.as_f64()?, pair.get(1)?.as_f64()?))).collect()
    }

    /// The best objective.
    pub fn objective(&self) -> Option<f64> {
        self.found().into_iter().map(|(_, value)| value).reduce(f64::max)
    }

    /// When the first portfolio was known.
    pub fn first(&self) -> Option<f64> {
        self.found().first().map(|&(at, _)| at)
    }

    /// When a portfolio was known that is within 0.1 % of this objective.
    pub fn within(&self, best: f64) -> Option<f64> {
        let enough = best - best.abs() * 1e-3;
        self.found().into_iter().find(|&(_, value)| value >= enough).map(|(at, _)| at)
    }
}

/// Where finished measurements are kept.
fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/engine-figures.jsonl")
}

/// Everything measured so far.
#[derive(Debug, Default)]
pub struct Figures {
    known: Vec<Value>,
}

impl Figures {
    /// Those of an earlier run that was stopped, or none.
    pub fn of_earlier(fresh: bool) -> Self {
        if fresh {
            let _ = std::fs::remove_file(kept());
        }
        let text = std::fs::read_to_string(kept()).unwrap_or_default();
        Self { known: text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect() }
    }

    /// What is known of a case.
    pub fn get(&self, subject: &Subject, who: &str) -> Option<Figure> {
        let found = self.known.iter().find(|it| it["case"] == subject.name.as_str() && it["who"] == who);
        found.map(|it| Figure(it["figure"].clone()))
    }

    /// Takes a figure in and writes it down at once.
    fn keep(&mut self, subject: &Subject, who: &str, figure: &Value) {
        let line = json!({ "case": subject.name, "who": who, "figure": figure });
        let mut file = OpenOptions::new().create(true).append(true).open(kept()).unwrap();
        writeln!(file, "{line}").unwrap();
        self.known.push(line);
    }

    /// Measures what is not known yet, and says so on stderr.
    pub fn take(&mut self, settings: &Settings, subject: &Subject, who: &str) -> Figure {
        if let Some(known) = self.get(subject, who) {
            return known;
        }
        let mut runs = vec![run(settings, subject, who)];
        let short = |value: &Value| value["processor"].as_f64().is_some_and(|seconds| seconds < SHORT);
        while runs.len() < REPEATS && short(&runs[0]) {
            runs.push(run(settings, subject, who));
        }
        let seconds = |value: &Value| value["processor"].as_f64().unwrap_or(0.0);
        runs.sort_by(|a, b| seconds(a).total_cmp(&seconds(b)));
        let mut middle = runs.swap_remove(runs.len() / 2);
        middle["runs"] = json!(runs.len() + 1);
        eprintln!("{:45} {who:16} {}", subject.name, brief(&middle));
        if middle.get("missing").is_none() && middle.get("failed").is_none() {
            self.keep(subject, who, &middle);
        }
        Figure(middle)
    }
}

fn brief(value: &Value) -> String {
    let mut value = value.clone();
    if let Some(found) = value.get_mut("found") {
        *found = found.as_array().and_then(|found| found.last()).cloned().unwrap_or_default();
    }
    value.to_string()
}

/// One run in a process of its own.
fn run(settings: &Settings, subject: &Subject, who: &str) -> Value {
    let limit = settings.limit.to_string();
    if who != "SCIP" && who != "CP-SAT" {
        return ours(&subject.recipe, who, &limit);
    }
    let Some(python) = &settings.python else { return json!({ "missing": "no Python was named" }) };
    let model = ours(&subject.recipe, "model", &limit);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.mps");
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(model["model"].as_str().unwrap().as_bytes()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/engine/others.py");
    let threads = crate::probe::THREADS.to_string();
    let name = who.to_lowercase();
    let output = Command::new(python).arg(script).args([&name]).arg(&path).args([&limit, &threads]).output().unwrap();
    parse(&output)
}

/// A measurement of this program's own solvers.
fn ours(recipe: &str, who: &str, limit: &str) -> Value {
    let me = std::env::current_exe().unwrap();
    parse(&Command::new(me).args(["--probe", recipe, who, limit]).output().unwrap())
}

fn parse(output: &std::process::Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    let last = text.lines().last().unwrap_or_default();
    serde_json::from_str(last).unwrap_or_else(|_| {
        let said = String::from_utf8_lossy(&output.stderr);
        json!({ "failed": said.lines().last().unwrap_or("it said nothing") })
    })
}
