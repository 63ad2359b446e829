//! The analyses as commands: every format, and parts that make the whole.

use std::path::Path;
use std::process::{Command, Output};

fn beslismacht(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_beslismacht"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

fn text(arguments: &[&str]) -> String {
    let output = beslismacht(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

const CASE: &str = "portfolios/tutorial";

fn own(folder: &Path) -> String {
    let path = folder.join("own.csv");
    std::fs::write(&path, text(&["optimise", CASE, "--budget", "40", "--format", "csv"])).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn every_analysis_speaks_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let own = own(folder.path());
    let analyses: [&[&str]; 9] = [
        &["frontier", CASE, "--points", "16"],
        &["frontier", CASE, "--by", "ministries"],
        &["frontier", CASE, "--of", "gain,cost", "--points", "4"],
        &["alternatives", CASE, "--count", "3"],
        &["importance", CASE, "--cuts", "4"],
        &["robust", CASE, "--draws", "3", "--own", &own],
        &["stress", CASE, &own],
        &["cooperate", CASE],
        &["compare", CASE, &own, "--best"],
    ];
    for analysis in analyses {
        let with = |format: &str| text(&[analysis, &["--format", format]].concat());
        let json: serde_json::Value = serde_json::from_str(&with("json")).unwrap();
        assert_eq!(json["analysis"], analysis[0]);
        assert_eq!(json["proven"], true, "{analysis:?}");
        assert!(json["summary"][0].is_string(), "{analysis:?}");
        let csv = with("csv");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert!(reader.records().map(Result::unwrap).count() > 0, "{analysis:?}");
        let note = with("md");
        assert!(note.starts_with("# ") && note.contains("<svg"), "{analysis:?}");
        assert!(with("table").lines().count() > 8, "{analysis:?}");
    }
}

#[test]
fn an_explanation_says_why() {
    let text = text(&["explain", CASE, "crypto-stake"]);
    assert!(text.contains("It is not in the best portfolio."), "{text}");
    assert!(text.contains("cost"), "{text}");
    let output = beslismacht(&["explain", CASE, "crypto-stak"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("Did you mean crypto-stake?"), "{errors}");
}

#[test]
fn parts_make_the_whole_to_the_byte() {
    let folder = tempfile::tempdir().unwrap();
    for (name, sweep) in [
        ("frontier", vec!["frontier", CASE, "--points", "31"]),
        ("importance", vec!["importance", CASE]),
        ("robust", vec!["robust", CASE, "--draws", "9"]),
        ("pareto", vec!["frontier", CASE, "--by", "ministries"]),
    ] {
        let mut files = Vec::new();
        for part in ["1/3", "2/3", "3/3"] {
            let file = folder.path().join(format!("{name}-{}.json", part.replace('/', "-of-")));
            let file = file.to_str().unwrap().to_owned();
            text(&[sweep.as_slice(), &["--shard", part, "--out", &file]].concat());
            files.push(file);
        }
        for format in ["json", "md"] {
            let whole = text(&[sweep.as_slice(), &["--format", format, "--jobs", "1"]].concat());
            let mut merge = vec!["merge"];
            merge.extend(files.iter().map(String::as_str).rev());
            merge.extend(["--format", format]);
            assert_eq!(text(&merge), whole, "{name}");
        }
        let gap = beslismacht(&["merge", &files[0], &files[2]]);
        assert!(String::from_utf8_lossy(&gap.stderr).contains("is missing"), "{name}");
        let double = beslismacht(&["merge", &files[0], &files[1], &files[1]]);
        assert!(String::from_utf8_lossy(&double.stderr).contains("is there twice"), "{name}");
    }
}

#[test]
fn parts_of_other_inputs_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(CASE), &case);
    let (case, part) = (case.to_str().unwrap(), folder.path().join("part.json"));
    let part = part.to_str().unwrap();
    text(&["frontier", case, "--points", "5", "--shard", "1/1", "--out", part]);
    text(&["merge", part]);
    let budgets = Path::new(case).join("budgets.csv");
    let changed = std::fs::read_to_string(&budgets).unwrap() + "\n";
    std::fs::write(&budgets, changed).unwrap();
    let refused = beslismacht(&["merge", part]);
    let errors = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(errors.contains("hashes differ"), "{errors}");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn the_model_can_be_exported() {
    let lp = text(&["export", CASE, "--lp", "-"]);
    for part in ["Maximize", "Subject To", "budget_defence_2027", "start_own_cable_", "General", "End"] {
        assert!(lp.contains(part), "{part}");
    }
    let mps = text(&["export", CASE, "--mps", "-"]);
    for part in ["ROWS", "COLUMNS", "RHS", "BOUNDS", "ENDATA", "budget_defence_2027"] {
        assert!(mps.contains(part), "{part}");
    }
    let binaries = lp.split("General\n").nth(1).unwrap().lines().count();
    assert!(binaries > 10, "{binaries}");
}
