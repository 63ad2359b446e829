//! A written proof is spoilt in every way that comes to mind: both checkers refuse it.
//!
//! The checker in Python shares nothing with the program, so that a hole would have to be in both at the same place. Where
//! this machine has no Python that is new enough, only the program's own is asked.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use crate::made_up::{Shape, planning};
use beslismacht::model::Case;
use beslismacht::optimise::proof::{prove, verify};
use beslismacht::optimise::{Goal, Options, Precision, Task};
use beslismacht::store;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A case with its proof, and a place for files.
struct Subject {
    place: TempDir,
    case: Case,
    whole: Vec<Value>,
}

/// A spoilt proof, and how it was spoilt.
type Spoilt = (String, String);

/// The first case whose proof is short and has everything.
fn subject() -> Subject {
    let place = tempfile::tempdir().unwrap();
    for seed in 1..100 {
        let text = planning(14, seed, Shape::Ladder);
        let case = crate::right_answers::case(&text);
        let whole = proof(&case);
        let has = |kind: &str| whole.iter().any(|line| line.get(kind).is_some());
        let picks = whole[0]["portfolio"].as_array().map_or(0, Vec::len);
        if ["split", "with", "leaf"].into_iter().all(has) && picks > 2 && whole.len() < 60 {
            store::create(&place.path().join("case"), &text).unwrap();
            return Subject { place, case, whole };
        }
    }
    panic!("all cases are too easy for this test");
}

/// The lines of a proof.
fn proof(case: &Case) -> Vec<Value> {
    let options = Options::default();
    let (goal, precision) = (Goal::Best, Precision::Normal);
    let task =
        Task { case, options: &options, time_left: None, warm: None, goal, no_goods: &[], known: &[], precision };
    let proof = prove(&task, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    proof.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(lines: &[Value]) -> String {
    lines.iter().flat_map(|line| [line.to_string(), "\n".to_owned()]).collect()
}

impl Subject {
    /// The proof after a change of its lines.
    fn with(&self, change: impl FnOnce(&mut Vec<Value>)) -> String {
        let mut lines = self.whole.clone();
        change(&mut lines);
        text(&lines)
    }

    /// The first line of a kind.
    fn first(&self, kind: &str) -> usize {
        self.whole.iter().position(|line| line.get(kind).is_some()).unwrap()
    }

    /// A leaf that prices a budget, and that budget's row.
    fn priced(&self) -> (usize, String) {
        let mut rows =
            self.whole.iter().enumerate().filter_map(|(at, line)| Some((at, line.get("leaf")?.as_object()?)));
        let budget = |(at, table): (usize, &serde_json::Map<String, Value>)| {
            Some((at, table.keys().find(|row| row.starts_with("budget:"))?.clone()))
        };
        rows.find_map(budget).unwrap()
    }

    /// The tree twice, below this split.
    fn twice_below(&self, split: &Value) -> String {
        let (header, tree) = self.whole.split_at(1);
        text(&[header, &[json!({ "split": split })], tree, tree].concat())
    }

    /// What the checker in Python says of each; `None` if there is no Python.
    #[allow(clippy::disallowed_methods, reason = "a test's own files")]
    fn second_opinions(&self, spoilt: &[Spoilt]) -> Option<Vec<String>> {
        let new = "import sys, tomllib; sys.exit(sys.version_info < (3, 11))";
        if !Command::new("python3").args(["-c", new]).output().is_ok_and(|output| output.status.success()) {
            return None;
        }
        let place = self.place.path();
        let files: Vec<_> = (0..spoilt.len()).map(|at| place.join(format!("spoilt-{at}.jsonl"))).collect();
        files.iter().zip(spoilt).for_each(|(file, (_, text))| fs::write(file, text).unwrap());
        let checker = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let all = "import sys; sys.path.insert(0, sys.argv[1]); import second_checker as it\n\
                   for file in sys.argv[3:]: it.main(sys.argv[2], file)";
        let mut command = Command::new("python3");
        let output = command.args(["-B", "-c", all]).arg(checker).arg(place.join("case")).args(files).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Some(String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect())
    }

    /// Asserts that both checkers refuse all of these.
    fn all_refused(&self, spoilt: &[Spoilt]) {
        for (how, text) in spoilt {
            assert!(verify(&self.case, text).is_err(), "{how}: it still counts as a proof");
        }
        let Some(said) = self.second_opinions(spoilt) else { return };
        assert_eq!(said.len(), spoilt.len(), "{said:?}");
        for ((how, _), said) in spoilt.iter().zip(said) {
            assert!(said.starts_with("NOT PROVEN"), "{how}: {said}");
        }
    }

    /// Asserts that both checkers come to the same verdict; how many of these they believe.
    fn believed_by_both(&self, changed: &[Spoilt]) -> usize {
        let ours: Vec<bool> = changed.iter().map(|(_, text)| verify(&self.case, text).is_ok()).collect();
        if let Some(said) = self.second_opinions(changed) {
            for (((how, _), ours), said) in changed.iter().zip(&ours).zip(&said) {
                assert_eq!(*ours, said.starts_with("PROVEN"), "{how}: {said}");
            }
        }
        ours.iter().filter(|believed| **believed).count()
    }
}

fn named(how: impl Into<String>, text: impl Into<String>) -> Spoilt {
    (how.into(), text.into())
}

#[test]
fn files_that_are_not_whole() {
    let it = subject();
    let whole = text(&it.whole);
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    let instead = |at: usize, line: String| {
        let mut lines: Vec<String> = it.whole.iter().map(Value::to_string).collect();
        lines[at] = line;
        lines.join("\n")
    };
    let last = it.whole.len() - 1;
    let mut spoilt = vec![
        named("empty", String::new()),
        named("empty lines", "\n \n\n"),
        named("the header alone", text(&it.whole[..1])),
        named("without the header", text(&it.whole[1..])),
        named("the header last", it.with(|lines| lines.rotate_left(1))),
        named("turned round", it.with(|lines| lines[1..].reverse())),
        named("first and last line of the tree exchanged", it.with(|lines| lines.swap(1, last))),
        named("without its last line", it.with(|lines| drop(lines.pop()))),
        named("its last line twice", it.with(|lines| lines.push(lines[last].clone()))),
        named("twice", whole.repeat(2)),
        named("a mark before it", format!("\u{feff}{whole}")),
        named("one line", whole.replace('\n', "\r")),
        named("lines ended by another sign", whole.replace('\n', "\u{2028}")),
        named("brackets in brackets", instead(last, deep("[", "]"))),
        named("tables in tables", instead(last, deep("{\"leaf\":", "}"))),
        named("open brackets", instead(last, "[".repeat(100_000))),
    ];
    for (what, line) in [("list", "[]"), ("text", "\"split\""), ("number", "1"), ("nothing", "null"), ("table", "{}")] {
        spoilt.push(named(format!("a {what} for a line"), instead(last, line.to_owned())));
    }
    for part in 1..20 {
        let end = whole.floor_char_boundary(whole.len() * part / 20);
        spoilt.push(named(format!("cut off at byte {end}"), whole.get(..end).unwrap()));
    }
    it.all_refused(&spoilt);
}

#[test]
fn headers_that_claim_what_is_not_so() {
    let it = subject();
    let header =
        |key: &str, value: Value| named(format!("{key} is {value}"), it.with(|lines| lines[0][key] = value.clone()));
    let digest = it.whole[0]["case"].as_str().unwrap().to_owned();
    let objective = it.whole[0]["objective"].as_str().unwrap().to_owned();
    let mut spoilt = vec![
        header("format", json!("beslismacht-proof-1")),
        header("case", json!(digest.to_uppercase())),
        header("case", json!(digest.replacen(char::is_alphabetic, "0", 1))),
        header("case", json!(format!("{digest} "))),
        header("portfolio", json!([])),
        header("portfolio", Value::Null),
        header("diagrams", json!([])),
        header("diagrams", json!([["nobody"]])),
        header("homes", json!({ "nobody": 0 })),
        header("homes", json!({ "candidate1": 999 })),
        header("homes", json!({ "candidate1": -1 })),
        header("homes", json!({ "candidate1": 0.5 })),
        named(
            "impossible",
            it.with(|lines| (lines[0]["portfolio"], lines[0]["objective"]) = (Value::Null, Value::Null)),
        ),
    ];
    for claimed in [
        format!("{objective}1e1"),
        format!("+{objective}"),
        format!(" {objective}"),
        format!("1{objective}"),
        String::new(),
    ] {
        spoilt.push(header("objective", json!(claimed)));
    }
    for key in ["format", "case", "objective", "portfolio", "diagrams", "homes"] {
        let without = it.with(|lines| drop(lines[0].as_object_mut().unwrap().remove(key)));
        spoilt.push(named(format!("without {key}"), without));
    }
    it.all_refused(&spoilt);
}

#[test]
fn multipliers_that_are_no_plain_decimals() {
    let it = subject();
    let (at, row) = it.priced();
    let digits = "9".repeat(400);
    let texts = [
        "-1",
        "-0",
        "+1",
        " 1",
        "1 ",
        "1_0",
        "0x1",
        "",
        ".",
        "1.",
        ".5",
        "1,5",
        "1e0",
        "1E-3",
        "1e999999999",
        "NaN",
        "inf",
        "1/3",
        "1.0000000000001",
        "\u{661}",
        &digits,
        "1000000000000000000000000000",
    ];
    let other = [json!(1), json!(1.5), json!(true), Value::Null, json!([]), json!({}), json!(["1"])];
    let mut spoilt: Vec<Spoilt> = Vec::new();
    for value in texts.iter().map(|text| json!(text)).chain(other) {
        let how = format!("a multiplier of {value}");
        spoilt.push(named(how, it.with(|lines| lines[at]["leaf"][&row] = value)));
    }
    for name in ["budget:nobody:1999", "", "budget", "relation:0", "relation:999", "targets:1"] {
        spoilt.push(named(format!("a row {name}"), it.with(|lines| lines[at]["leaf"][name] = json!("0"))));
    }
    for table in [Value::Null, json!([]), json!("1"), json!(1)] {
        spoilt.push(named(format!("multipliers {table}"), it.with(|lines| lines[at]["leaf"] = table.clone())));
    }
    it.all_refused(&spoilt);
}

/// Splits that leave something out or that are not about this case, each above the whole tree twice: nothing but the split is
/// wrong.
#[test]
fn splits_that_do_not_cover_everything() {
    let it = subject();
    let candidate =
        it.case.candidates.iter().find(|it| it.start_to > it.start_from && it.shares[0].max > it.shares[0].min);
    let candidate = candidate.expect("a candidate with a choice of starts and shares");
    let (id, from, to) = (candidate.id.as_str(), candidate.start_from, candidate.start_to);
    let ministry = it.case.ministries[0].id.as_str();
    let good = [
        json!([["in", id], ["out", id]]),
        json!([["out", id], ["in", id]]),
        json!([["until", id, from], ["after", id, from]]),
        json!([["at-most", id, ministry, 40], ["at-least", id, ministry, 41]]),
    ];
    let good: Vec<Spoilt> = good.iter().map(|split| named(split.to_string(), it.twice_below(split))).collect();
    assert_eq!(it.believed_by_both(&good), good.len());
    let far = json!(1e30);
    let bad = [
        json!([["in", id], ["in", id]]),
        json!([["in", id], ["out", "candidate2"]]),
        json!([["in", "nobody"], ["out", "nobody"]]),
        json!([["in", id]]),
        json!([["in", id], ["out", id], ["out", id]]),
        json!([["in", id, 1], ["out", id, 1]]),
        json!([["in"], ["out"]]),
        json!([["IN", id], ["OUT", id]]),
        json!([["not", id, from], ["in", id]]),
        json!([["until", id, from], ["after", id, to]]),
        json!([["until", id, from - 1], ["after", id, from - 1]]),
        json!([["until", id, 9999], ["after", id, 9999]]),
        json!([["until", id, far], ["after", id, far]]),
        json!([["until", id, from.to_string()], ["after", id, from.to_string()]]),
        json!([["at-most", id, ministry, 40], ["at-least", id, ministry, 42]]),
        json!([["at-most", id, ministry, 40], ["at-least", id, "economic_affairs", 41]]),
        json!([["at-most", id, "nobody", 40], ["at-least", id, "nobody", 41]]),
        json!([["at-most", id, ministry, 101], ["at-least", id, ministry, 102]]),
        json!([["at-most", id, ministry, 300], ["at-least", id, ministry, 301]]),
        json!([["at-most", id, ministry, -1], ["at-least", id, ministry, 0]]),
        json!([["at-most", id, ministry, 40.5], ["at-least", id, ministry, 41]]),
        json!([["reached", "nobody"], ["missed", "nobody"]]),
        json!([]),
        json!({}),
        Value::Null,
    ];
    let bad: Vec<Spoilt> = bad.iter().map(|split| named(split.to_string(), it.twice_below(split))).collect();
    it.all_refused(&bad);
}

#[test]
fn leaves_and_settled_decisions_without_a_reason() {
    let it = subject();
    let (leaf, fix) = (it.first("leaf"), it.whole.iter().position(|line| line.get("with").is_some()).unwrap());
    let pick = &it.whole[0]["portfolio"][0];
    let year = pick[1].clone();
    let mut spoilt = vec![
        named("a leaf called settled", it.with(|lines| lines[leaf] = json!({ "settled": true }))),
        named(
            "everything called settled",
            it.with(|lines| lines.splice(1.., [json!({ "settled": true })]).for_each(drop)),
        ),
        named("everything in one leaf", it.with(|lines| lines.splice(1.., [json!({ "leaf": {} })]).for_each(drop))),
        named(
            "everything impossible",
            it.with(|lines| lines.splice(1.., [json!({ "impossible": {} })]).for_each(drop)),
        ),
        named(
            "the best settled away",
            it.with(|lines| lines.insert(1, json!({ "fix": [["out", pick[0]]], "with": {} }))),
        ),
        named(
            "its start settled away",
            it.with(|lines| {
                lines.insert(1, json!({ "fix": [["not", pick[0], year]], "with": {} }));
            }),
        ),
        named(
            "settled as impossible",
            it.with(|lines| {
                lines.insert(1, json!({ "fix": [["out", pick[0]]], "impossible": {} }));
            }),
        ),
        named("settled for no reason", it.with(|lines| lines.insert(1, json!({ "fix": [["out", pick[0]]] })))),
    ];
    for decision in [
        json!(["until", pick[0], year]),
        json!(["after", pick[0], year]),
        json!(["at-most", pick[0], "defence", 100]),
        json!(["reached", "domain1"]),
        json!(["in", "nobody"]),
        json!("in"),
        Value::Null,
    ] {
        let how = format!("settled: {decision}");
        spoilt.push(named(how, it.with(|lines| lines[fix]["fix"].as_array_mut().unwrap().push(decision))));
    }
    it.all_refused(&spoilt);
}

/// A tree so deep that its waiting parts would fill the memory.
#[test]
fn a_tree_without_end_is_refused() {
    let it = subject();
    let split = json!({ "split": [["in", "candidate1"], ["out", "candidate1"]] });
    let header = std::slice::from_ref(&it.whole[0]);
    let endless = text(&[header, &vec![split; 50_000]].concat());
    it.all_refused(&[named("50 000 splits", endless)]);
}

/// What does no harm, or only sometimes: both checkers say the same of it.
#[test]
fn both_checkers_come_to_the_same_verdict() {
    let it = subject();
    let whole = text(&it.whole);
    let harmless = [
        named("other ends of lines", whole.replace('\n', "\r\n")),
        named("more empty lines", whole.replace('\n', "\n\n")),
    ];
    assert_eq!(it.believed_by_both(&harmless), harmless.len());
    let mut changed = Vec::new();
    for at in 1..it.whole.len() {
        if it.whole[at].get("split").is_some() {
            changed.push(named(
                format!("split {at} turned round"),
                it.with(|lines| {
                    lines[at]["split"].as_array_mut().unwrap().reverse();
                }),
            ));
        }
        for key in ["leaf", "with", "impossible"] {
            if it.whole[at].get(key).is_some() {
                changed
                    .push(named(format!("line {at} without multipliers"), it.with(|lines| lines[at][key] = json!({}))));
            }
        }
        changed.push(named(format!("without line {at}"), it.with(|lines| drop(lines.remove(at)))));
        changed.push(named(format!("line {at} earlier"), it.with(|lines| lines.swap(at, at.max(2) - 1))));
    }
    let believed = it.believed_by_both(&changed);
    assert!(believed < changed.len() / 2, "{believed} of {} still count as proofs", changed.len());
}
