//! The analyses as commands: every format, and parts that make the whole.

use std::path::Path;
use std::process::{Command, Output};

fn beslismacht(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_beslismacht"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("LC_ALL", "C")
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
    let empty = folder.path().join("empty.csv").to_str().unwrap().to_owned();
    std::fs::write(&empty, "candidate,start\n").unwrap();
    let analyses: [&[&str]; 19] = [
        &["frontier", CASE, "--points", "16"],
        &["frontier", CASE, "--by", "ministries"],
        &["frontier", CASE, "--of", "gain,cost", "--points", "4"],
        &["frontier", CASE, "--by", "changes", "--own", &own],
        &["alternatives", CASE, "--count", "3"],
        &["importance", CASE, "--cuts", "4"],
        &["robust", CASE, "--draws", "3", "--own", &own],
        &["stress", CASE, &own],
        &["cooperate", CASE],
        &["pillars", CASE],
        &["takeover", "portfolios/netherlands", &empty],
        &["fortify", "portfolios/backtest-state-crypto", "--budget", "60"],
        &["events", "portfolios/netherlands", &empty],
        &["compare", CASE, &own, "--best"],
        &["compare", CASE, "host-sold", "portfolios/lorie-savage"],
        &["frontier", CASE, "--points", "16", "--own", &own],
        &["frontier", CASE, "--by", "ministries", "--own", &own],
        &["explain", CASE, "crypto-stake"],
        &["explain", CASE, "--set", "ministry.defence.carry_over=0", "--set", "require.domains_at_target=3"],
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
        assert!(note.starts_with("# ") && note.contains("\n## Annex\n") && !note.contains("<svg"), "{analysis:?}");
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
    let own = own(folder.path());
    for (name, sweep) in [
        ("frontier", vec!["frontier", CASE, "--points", "31", "--own", &own]),
        ("two measures", vec!["frontier", CASE, "--of", "gain,cost"]),
        ("spread", vec!["frontier", CASE, "--of", "gain,cost", "--points", "5"]),
        ("stress", vec!["stress", CASE, &own]),
        ("own", vec!["robust", CASE, "--own", &own, "--voice", "defence:10-90"]),
        ("importance", vec!["importance", CASE]),
        ("robust", vec!["robust", CASE, "--draws", "9"]),
        ("pareto", vec!["frontier", CASE, "--by", "ministries"]),
        ("alternatives", vec!["alternatives", CASE, "--count", "3"]),
        ("cooperate", vec!["cooperate", CASE]),
        ("fortify", vec!["fortify", "portfolios/backtest-state-crypto", "--budget", "60"]),
        ("explain", vec!["explain", CASE, "crypto-stake"]),
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
        assert!(String::from_utf8_lossy(&double.stderr).contains("appears twice"), "{name}");
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
    assert!(errors.contains("have changed since"), "{errors}");
}

#[test]
fn parts_of_another_portfolio_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let own = own(folder.path());
    for (name, analysis) in [("stress", vec!["stress", CASE, &own]), ("robust", vec!["robust", CASE, "--own", &own])] {
        let part = folder.path().join(format!("{name}.json"));
        let part = part.to_str().unwrap();
        text(&[analysis.as_slice(), &["--shard", "1/1", "--out", part]].concat());
        text(&["merge", part]);
        let changed = std::fs::read_to_string(&own).unwrap() + "\n";
        std::fs::write(&own, changed).unwrap();
        let refused = beslismacht(&["merge", part]);
        assert_eq!(refused.status.code(), Some(1), "{name}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("have changed since"), "{name}");
    }
}

#[test]
fn tables_keep_to_the_width_of_a_page_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let own = own(folder.path());
    let analyses: [&[&str]; 9] = [
        &["frontier", CASE, "--points", "16"],
        &["frontier", CASE, "--of", "gain,cost"],
        &["alternatives", CASE, "--count", "3"],
        &["importance", CASE, "--turning-costs"],
        &["robust", CASE, "--draws", "3", "--own", &own],
        &["stress", CASE, &own],
        &["cooperate", CASE],
        &["explain", CASE, "crypto-stake"],
        &["explain", CASE, "--set", "ministry.defence.carry_over=0", "--set", "require.domains_at_target=3"],
    ];
    for analysis in analyses {
        let program = env!("CARGO_BIN_EXE_beslismacht");
        let run = |columns: Option<&str>| {
            let mut command = Command::new(program);
            command.args(analysis).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("COLUMNS");
            command.env("LC_ALL", "C");
            columns.map(|columns| command.env("COLUMNS", columns));
            String::from_utf8(command.output().unwrap().stdout).unwrap()
        };
        for (columns, widest) in [(None, 115), (Some("100"), 100), (Some("120"), 120)] {
            let table = run(columns);
            let wide: Vec<&str> = table.lines().filter(|line| line.chars().count() > widest).collect();
            assert!(wide.is_empty(), "{analysis:?}, {columns:?}: {wide:#?}");
            assert!(!table.contains('…') || table.contains("points per …"), "{analysis:?}: {table}");
            assert!(!table.contains("million EUR  "), "the unit of money stands in titles: {table}");
        }
    }
}

/// What a program reads is told in the page of the analyses: every table, and every column of it.
#[test]
fn every_table_and_column_is_in_the_page_of_the_analyses() {
    let page = include_str!("../../src/analyse/README.md");
    let folder = tempfile::tempdir().unwrap();
    let own = own(folder.path());
    let empty = folder.path().join("empty.csv").to_str().unwrap().to_owned();
    std::fs::write(&empty, "candidate,start\n").unwrap();
    let analyses: [&[&str]; 12] = [
        &["frontier", CASE, "--points", "16"],
        &["frontier", CASE, "--of", "gain,cost"],
        &["alternatives", CASE, "--count", "3"],
        &["importance", CASE, "--turning-costs"],
        &["robust", CASE, "--draws", "3", "--own", &own, "--voice", "defence:10-90"],
        &["stress", CASE, &own],
        &["cooperate", CASE],
        &["pillars", CASE, "--own", &own],
        &["events", "portfolios/netherlands", &empty],
        &["compare", CASE, &own],
        &["explain", CASE, "crypto-stake"],
        &["explain", CASE, "--set", "ministry.defence.carry_over=0", "--set", "require.domains_at_target=3"],
    ];
    for analysis in analyses {
        let heading = format!("### `{}", analysis[0]);
        let section = page.split(&heading).nth(1).unwrap_or_else(|| panic!("no section {heading}"));
        let section = section.split("\n### ").next().unwrap();
        let found = json(analysis);
        for (table, rows) in found.as_object().unwrap().iter().filter(|(_, rows)| rows.is_array()) {
            if table == "summary" || table == "open" {
                continue;
            }
            assert!(section.contains(&format!("| `{table}` |")), "{heading} has no table {table}");
            let row = section.split(&format!("| `{table}` |")).nth(1).unwrap().lines().next().unwrap();
            let columns = rows[0].as_object().into_iter().flat_map(|row| row.keys());
            for column in columns {
                let general = column.replace("economic_affairs", "MINISTRY").replace("defence", "MINISTRY");
                let rung = ["seat", "veto", "majority"].contains(&column.as_str());
                let judged = ["recommended", "own", "smallest_maximum_regret"];
                let judged = judged.iter().any(|name| {
                    ["regret_", "index_"].iter().find_map(|it| column.strip_prefix(it)).unwrap_or(column) == *name
                });
                let of_others = *column == own || column == "the best";
                let known = row.contains(&format!("`{general}`"));
                assert!(known || rung || judged || of_others, "{heading}, table {table}: no column {column}");
            }
        }
    }
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

/// The JSON of an analysis.
fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&text(&[arguments, &["--format", "json"]].concat())).unwrap()
}

#[test]
fn an_impossible_case_is_told_what_would_mend_it() {
    let found = json(&[
        "explain",
        CASE,
        "--set",
        "ministry.defence.carry_over=0",
        "--set",
        "require.domains_at_target=3",
        "--repairs",
        "5",
    ]);
    assert!(found["conflict"].as_array().unwrap().len() > 1, "{found}");
    let repairs = found["repairs"].as_array().unwrap();
    assert!(repairs.len() > 1 && repairs.len() <= 5, "{repairs:?}");
    let money = |row: &serde_json::Value| row["money"].as_str().unwrap().parse::<f64>().unwrap();
    assert!(repairs.windows(2).all(|pair| money(&pair[0]) <= money(&pair[1])), "in order of price: {repairs:?}");
    assert!(repairs.iter().all(|row| row["objective"].is_string() && row["least"] == true), "{repairs:?}");
    // Two targets out of three cost no money, nor does money that is carried over; without that Defence needs the cable's 24 in
    // one year for all three, and has 10.
    for (rank, change) in
        ["let Ministry of Defence carry over all", "change the number to 2 ", "add 14 million EUR"].iter().enumerate()
    {
        assert!(repairs[rank]["change"].as_str().unwrap().contains(change), "{repairs:?}");
    }
}

#[test]
fn a_comparison_has_the_numbers_of_both() {
    let folder = tempfile::tempdir().unwrap();
    let own = own(folder.path());
    let best = json(&["optimise", CASE]);
    let small = json(&["optimise", CASE, "--budget", "40"]);
    let found = json(&["compare", CASE, &own]);
    let objective = found["metrics"].as_array().unwrap().iter().find(|row| row["metric"] == "objective").unwrap();
    assert_eq!(objective["the best"], best["objective"]);
    assert_eq!(objective[&own], small["objective"]);
    let scenario = json(&["compare", CASE, "host-sold", "--scenario", "defence-cut"]);
    let columns: Vec<&String> = scenario["metrics"][0].as_object().unwrap().keys().collect();
    assert_eq!(columns.len(), 4, "the best of the case, and one for each scenario: {columns:?}");
    let nothing = beslismacht(&["compare", CASE]);
    assert_eq!(nothing.status.code(), Some(2));
    let missing = beslismacht(&["compare", CASE, "no-such-thing"]);
    assert_eq!(missing.status.code(), Some(1));
}

/// Cases at the edge of what can be asked.
fn edges() -> Vec<Vec<&'static str>> {
    vec![
        vec!["--set", "budgets.amount[*:*]=0"],
        vec!["--set", "objective.timing=average"],
        vec!["--set", "objective.risk=full"],
        vec!["--set", "candidates.status[*]=locked_out", "--set", "candidates.reason[*]=no"],
        vec!["--set", "candidates.status[*]=locked_in", "--set", "candidates.reason[*]=yes"],
        vec!["--set", "last_year=2027", "--set", "budgets.amount[*:*]=3"],
    ]
}

#[test]
fn no_analysis_breaks_on_a_case_at_the_edge() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("empty.csv");
    std::fs::write(&own, "candidate,start,share_defence,share_economic_affairs\n").unwrap();
    let own = own.to_str().unwrap().to_owned();
    let analyses: [&[&str]; 10] = [
        &["frontier", CASE, "--points", "6"],
        &["frontier", CASE, "--by", "ministries"],
        &["frontier", CASE, "--of", "risk-free,cost", "--points", "3"],
        &["alternatives", CASE, "--count", "2"],
        &["importance", CASE, "--cuts", "2", "--turning-costs"],
        &["robust", CASE, "--draws", "2", "--weights", "ranking"],
        &["stress", CASE, &own],
        &["cooperate", CASE],
        &["explain", CASE, "crypto-stake"],
        &["compare", CASE, "host-sold"],
    ];
    for edge in edges() {
        for analysis in analyses {
            let arguments = [analysis, edge.as_slice(), &["--format", "json"]].concat();
            let output = beslismacht(&arguments);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(!errors.contains("panicked"), "{arguments:?}: {errors}");
            match output.status.code() {
                Some(0) => {
                    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
                    assert_eq!(found["proven"], true, "{arguments:?}: {}", found["open"]);
                    assert!(!found["summary"].as_array().unwrap().is_empty(), "{arguments:?}");
                }
                Some(1) => assert!(errors.contains("error: ") && errors.contains('.'), "{arguments:?}: {errors}"),
                other => panic!("{arguments:?} ended with {other:?}: {errors}"),
            }
        }
    }
}

#[test]
fn a_case_of_one_table_can_be_analysed() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("list.csv");
    std::fs::write(&table, "candidate,cost,gain\na,5,8\nb,7,11\nc,4,6\nd,3,4\n").unwrap();
    let table = table.to_str().unwrap();
    for analysis in ["frontier", "alternatives", "importance", "robust", "cooperate"] {
        let found = json(&[analysis, table, "--budget", "14"]);
        assert_eq!(found["proven"], true, "{analysis}");
    }
    let found = json(&["frontier", table, "--budget", "14", "--points", "31"]);
    let steps = found["steps"].as_array().unwrap();
    assert_eq!(steps.last().unwrap()["objective"], "29", "everything fits into 21");
    let refused = beslismacht(&["frontier", table, "--budget", "14", "--by", "ministries"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("needs a case with two ministries"));
}

#[test]
fn wrong_arguments_are_refused_in_a_sentence() {
    for (arguments, expected) in [
        (vec!["frontier", CASE, "--points", "1"], "from 2 to 20000"),
        (vec!["frontier", CASE, "--points", "0"], "from 2 to 20000"),
        (vec!["frontier", CASE, "--from", "50", "--to", "50"], "Set `to` above `from`"),
        (vec!["frontier", CASE, "--to", "9999999999999999999999999999"], "too much to compute with"),
        (vec!["frontier", CASE, "--to", "0.0001", "--points", "20000"], "too close together"),
        (vec!["frontier", CASE, "--of", "gain"], "two measures"),
        (vec!["frontier", CASE, "--of", "gain,beauty"], "no measure `beauty`"),
        (vec!["frontier", CASE, "--of", "gain,power:moon"], "no domain"),
        (vec!["frontier", CASE, "--of", "gain,own:moon"], "no ministry"),
        (vec!["alternatives", CASE, "--within=-1"], "from 0 to 10000"),
        (vec!["robust", CASE, "--weights", "200"], "not a percentage"),
        (vec!["robust", CASE, "--voice", "defence:70-30"], "not a range"),
        (vec!["robust", CASE, "--voice", "moon:30-70"], "no ministry `moon`"),
        (vec!["robust", CASE, "--scenario", "moon"], "no scenario `moon`"),
        (vec!["robust", CASE, "--shard", "3/2"], "not a part of a sweep"),
        (vec!["stress", CASE, "nowhere.csv"], "nowhere.csv"),
        (vec!["explain", CASE, "moon"], "no candidate `moon`"),
        (vec!["importance", CASE, "--table", "moon", "--format", "csv"], "no table `moon`"),
        (vec!["merge", "nowhere.json"], "nowhere.json"),
        (vec!["export", CASE], "--lp"),
    ] {
        let output = beslismacht(&arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(1 | 2)), "{arguments:?}: {:?}", output.status);
        assert!(errors.contains(expected), "{arguments:?}: {errors}");
    }
}
