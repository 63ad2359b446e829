//! A case from somebody else whose every text tries to do something: steer the terminal, turn or hide what stands there, be
//! mark-up, be a formula. Nothing of it leaves the program raw, whatever is asked of it.

use super::support::Place;

/// Sets the clipboard, colours, the same in one byte, turns the line, hides, a tag, a script, a code span, a formula.
const TEXT: &str = "\u{1b}]52;c;ZXZpbA==\u{7}\u{1b}[31m\u{9b}1m\u{202e}\u{2066}\u{200b}\u{ad}\u{fdd3}\u{e0041}\
                    <script>alert(1)</script>`=HYPERLINK(1)";

/// The text as a cell of a table.
fn cell(before: &str) -> String {
    format!("\"{before}{}\"", TEXT.replace('"', "\"\""))
}

/// A character that must not be written as it is; the colours that were asked for are taken out before.
pub fn raw(text: &str) -> Option<char> {
    let hidden = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{feff}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e007f}')
    };
    text.chars().find(|c| hidden(*c))
}

/// Runs it and looks at every byte; gives what was written to standard output.
fn clean(place: &Place, arguments: &[&str]) -> String {
    let output = place.run(arguments);
    let written = String::from_utf8(output.stdout).unwrap();
    for (name, text) in [("output", written.as_str()), ("messages", &String::from_utf8(output.stderr).unwrap())] {
        assert_eq!(raw(text), None, "{name} of {arguments:?}:\n{}", text.escape_debug());
    }
    written
}

/// The small case with the text in every name, unit and remark.
pub fn hostile() -> Place {
    let place = Place::new();
    for (file, names) in [
        ("candidates", &["Stake in a cloud provider", "First order for a home cloud"][..]),
        ("services", &["Government cloud", "Office and mail"]),
        ("domains", &["Cloud", "Subsea cables"]),
    ] {
        for name in names {
            place.replace(&format!("small/{file}.csv"), &format!(",{name},"), &format!(",{},", cell("")));
        }
    }
    let toml = TEXT.chars().fold(String::new(), |text, c| match c {
        '"' => text + "\\\"",
        c if c.is_control() => text + &format!("\\u{:04x}", u32::from(c)),
        c => text + &c.to_string(),
    });
    for (key, value) in [
        ("title", "Two ministries, two domains"),
        ("currency", "EUR"),
        ("unit", "million"),
        ("name", "Ministry of Defence"),
        ("name", "Ministry of Economic Affairs"),
        ("name", "Blocking minority"),
        ("name", "Decides"),
    ] {
        place.replace("small/case.toml", &format!("{key} = \"{value}\""), &format!("{key} = \"{toml}\""));
    }
    let change = cell("=");
    place.write(
        "small/scenarios.csv",
        &format!("scenario,table,id,column,change\nsold,services,iaas,name,{change}\nsold,services,iaas,control,=0\n"),
    );
    place.write(
        "small/holders.csv",
        &format!("service,holder,jurisdiction,stake,bloc\niaas,home,{0},5,home\niaas,abroad,{0},95,\n", cell("")),
    );
    place
}

#[test]
fn nothing_in_a_case_reaches_the_terminal_raw() {
    let place = hostile();
    assert!(raw(&place.read("small/candidates.csv")).is_some(), "the case holds what it is to hold");
    clean(&place, &["optimise", "small", "--out", "best.csv"]);
    let analyses: [&[&str]; 10] = [
        &["frontier", "small"],
        &["frontier", "small", "--by", "fine"],
        &["alternatives", "small"],
        &["importance", "small"],
        &["robust", "small", "--draws", "20"],
        &["cooperate", "small"],
        &["explain", "small", "stake"],
        &["compare", "small", "best.csv", "--scenario", "sold"],
        &["stress", "small", "best.csv"],
        &["evaluate", "small", "best.csv"],
    ];
    let others: [&[&str]; 5] = [
        &["check", "small"],
        &["optimise", "small"],
        &["optimise", "small", "--scenario", "sold"],
        &["optimise", "small", "--budget", "20"],
        &["optimise", "small", "--set", "limits.min[1]=99999"],
    ];
    for arguments in analyses.iter().chain(&others) {
        for format in ["table", "csv", "json", "md", "html"] {
            let written = clean(&place, &[*arguments, &["--format", format]].concat());
            if format == "csv" {
                for row in csv::ReaderBuilder::new().flexible(true).from_reader(written.as_bytes()).records() {
                    let row = row.unwrap();
                    let runs = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                    let is_number = |cell: &str| cell.parse::<rust_decimal::Decimal>().is_ok();
                    assert!(row.iter().all(|cell| !runs(cell) || is_number(cell)), "{arguments:?}: {row:?}");
                }
            }
            if format == "html" {
                assert!(!written.contains("<script>alert"), "{arguments:?}: {written}");
            }
            if format == "md" {
                // What was changed for the run stands in a code span, in which nothing is mark-up.
                let outside = written.lines().filter(|line| !(line.starts_with("- ``") && line.ends_with("``")));
                let outside = outside.collect::<Vec<_>>().join("\n");
                assert!(!outside.replace("\\<", "").contains("<script"), "{arguments:?}: {written}");
            }
        }
    }
    // Numbers stay numbers, and the file of a portfolio is read back the same.
    let best = place.json(&["optimise", "small"], 0);
    let again = place.json(&["evaluate", "small", "best.csv"], 0);
    assert_eq!(best["portfolio"], again["portfolio"]);
    // JSON is safe and exact.
    assert_eq!(best["case"]["title"], TEXT);
    for arguments in [
        &["export", "small", "--lp", "-"][..],
        &["export", "small", "--mps", "-"],
        &["frontier", "small", "--shard", "1/2"],
        &["optimise", "small", "--proof", "-", "--format", "csv"],
        &["small"],
    ] {
        clean(&place, arguments);
    }
    clean(&place, &["optimise", "small", "--proof", "p.jsonl"]);
    clean(&place, &["verify", "small", "p.jsonl"]);
    place.write("bad.jsonl", &format!("{TEXT}\n"));
    clean(&place, &["verify", "small", "bad.jsonl"]);
    for part in ["commands", "files"] {
        clean(&place, &["reference", part]);
    }
}

/// Every beginning that a spreadsheet would run.
#[test]
fn no_text_in_a_table_is_a_formula_and_numbers_stay_numbers() {
    let place = Place::new();
    for begin in ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋"] {
        let place = Place::new();
        place.replace("small/candidates.csv", "Repair ship", &format!("\"{begin}cmd|' /C calc'!A0\""));
        for arguments in [&["optimise", "small"][..], &["evaluate", "small", "best.csv"], &["alternatives", "small"]] {
            place.output(&["optimise", "small", "--out", "best.csv"], 0);
            let written = place.output(&[arguments, &["--format", "csv"]].concat(), 0);
            for row in csv::ReaderBuilder::new().flexible(true).from_reader(written.as_bytes()).records() {
                let row = row.unwrap();
                assert!(row.iter().all(|cell| !cell.starts_with(begin)), "{begin:?}: {row:?}");
            }
        }
    }
    let written = place.output(&["explain", "small", "audit", "--format", "csv"], 0);
    assert!(!written.contains('\''), "a number below 0 is no text: {written}");
}

/// Our own colours are there when they are asked for, and only they.
#[test]
fn colours_are_our_own() {
    let place = hostile();
    for arguments in [&["optimise", "small"][..], &["check", "small"], &["explain", "small", "stake"]] {
        let output = place.run(&[arguments, &["--color", "always"]].concat());
        let mut text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("\u{1b}[1m"), "{arguments:?}");
        for ours in ["[0m", "[1m", "[2m", "[32m", "[33m"] {
            text = text.replace(&format!("\u{1b}{ours}"), "");
        }
        assert_eq!(raw(&text), None, "{arguments:?}: {}", text.escape_debug());
    }
}

#[test]
fn what_is_wrong_with_a_case_is_said_without_doing_it() {
    for (file, from, to) in [
        ("candidates", "candidate,name", cell("")),
        ("candidates", ",reason", format!(",{}", cell("re"))),
        ("candidates", ",status,", format!(",{},", cell("status"))),
        ("candidates", "stake,Stake in", format!("{},Stake in", cell("st"))),
        ("effects", "stake,iaas", format!("stake,{}", cell("ia"))),
        ("effects", ",35,", format!(",{},", cell("3"))),
        ("budgets", "defence,2027", format!("{},2027", cell("d"))),
        ("relations", "requires", cell("re")),
        ("limits", "domain,cloud", format!("{},cloud", cell("do"))),
        ("domains", "weight_defence", cell("weight_")),
    ] {
        let place = Place::new();
        place.replace(&format!("small/{file}.csv"), from, &to);
        for format in ["table", "csv", "json", "md"] {
            clean(&place, &["check", "small", "--format", format]);
        }
        clean(&place, &["optimise", "small"]);
    }
    for (from, to) in [
        ("risk = \"expected\"", "\"a\\u001b\\u202e\" = 1\nrisk = \"\\u001b]52;c;x\\u0007\\u202e\""),
        ("first_year = 2027", "first_year = \"\\u001b\\u202e\""),
        ("id = \"seat\"", "id = \"\\u001b\\u200b\""),
        ("format = 1", "format = 1 \u{202e}\u{9b}"),
    ] {
        let place = Place::new();
        place.replace("small/case.toml", from, to);
        for format in ["table", "csv", "json", "md"] {
            clean(&place, &["check", "small", "--format", format]);
        }
        clean(&place, &["optimise", "small"]);
    }
}

#[test]
fn files_from_elsewhere_and_arguments_are_said_without_doing_it() {
    let place = Place::new();
    place.write("q.csv", &format!("candidate,cost,gain,name,{0}\na,5,3,{0},{0}\n{0},6,4,,\n", cell("x")));
    for format in ["table", "csv", "json", "md"] {
        clean(&place, &["check", "q.csv", "--budget", "9", "--format", format]);
        clean(&place, &["optimise", "q.csv", "--budget", "9", "--format", format]);
    }
    place.write("list.csv", &format!("Naam,Kosten,{0}\n{0},5,{0}\nB\",6,x\n", cell("x")));
    clean(&place, &["import", "list.csv"]);
    clean(&place, &["check", "list"]);
    place.write("list.csv", &format!("{0},{0}\n{0},5\n", cell("x")));
    clean(&place, &["import", "list.csv"]);
    place.write(
        "mine.csv",
        &format!("candidate,start,share_defence,share_economy,{0}\n{0},{0},{0},{0},{0}\n", cell("share_")),
    );
    clean(&place, &["evaluate", "small", "mine.csv"]);

    let name = TEXT.replace(['/', '\u{1b}'], "|");
    place.case_from(&place.path("small"), &name);
    place.write(&format!("{name}.csv"), "candidate,start,share_defence,share_economy\naudit,2027,40,60\n");
    for format in ["table", "csv", "json", "md"] {
        clean(&place, &["optimise", &name, "--format", format]);
        clean(&place, &["check", &name, "--format", format]);
        clean(&place, &["evaluate", "small", &format!("{name}.csv"), "--format", format]);
        clean(&place, &["compare", "small", &format!("{name}.csv"), "--format", format]);
    }
    let arguments: [&[&str]; 18] = [
        &[TEXT],
        &["check", TEXT],
        &["optimise", "small", TEXT],
        &["optimise", "small", "--set", TEXT],
        &["optimise", "small", "--set", &format!("services.name[iaas]={TEXT}")],
        &["optimise", "small", "--set", &format!("services.{TEXT}[iaas]=1")],
        &["optimise", "small", "--set", &format!("{TEXT}.control[iaas]=1")],
        &["optimise", "small", "--scenario", TEXT],
        &["optimise", "small", "--solver", TEXT],
        &["optimise", "small", "--budget", TEXT],
        &["optimise", "small", "--out", &format!("nowhere/{TEXT}")],
        &["optimise", "small", "--out", &format!("x.{}", TEXT.replace('/', ""))],
        &["evaluate", "small", TEXT],
        &["explain", "small", TEXT],
        &["frontier", "small", "--format", "csv", "--table", TEXT],
        &["import", TEXT],
        &["merge", TEXT],
        &["man", TEXT],
    ];
    for arguments in arguments {
        assert_ne!(clean(&place, arguments), "nothing", "{arguments:?}");
    }
    let said = place.said(&["optimise", "small", "--\u{1b}[31m"], 2);
    assert!(said.contains("--\\u{1b}[31m"), "what was wrong is seen: {said}");
    clean(&place, &["new", "fresh", "--title", TEXT]);
    clean(&place, &["check", "fresh"]);
}
