//! What is far too large: an answer or a clear error within five seconds, and within the memory that is promised.
//!
//! The system holds the program to both: it ends a program that takes more. The seconds are those of the processor, so that a busy
//! machine finds nothing wrong; a build that is not optimised has more of them.

use std::fmt::Write as _;
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;

use super::support::Place;
use beslismacht::model::limits::MEMORY;

/// Seconds of the processor after which the system ends the program. The promise is five; machines are slow and shared, so here it
/// only ends what would never end.
const SECONDS: u32 = 60;

/// One at a time: a machine has memory for one such input, not for all of them.
static TURN: Mutex<()> = Mutex::new(());

/// Runs the program with no more memory than is promised and no more time; it must end by itself.
fn within(place: &Place, arguments: &[&str]) -> (i32, String) {
    let _turn = TURN.lock();
    let kilobytes = MEMORY / 1024;
    let line = format!("ulimit -v {kilobytes}; ulimit -t {SECONDS}; ulimit -c 0; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &line, env!("CARGO_BIN_EXE_beslismacht")]).args(arguments);
    command.current_dir(place.path("")).env_clear().env("HOME", place.path("")).stdin(Stdio::null());
    let Output { status, stdout, stderr } = command.output().unwrap();
    let said = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    let shown: String = said.chars().take(2_000).collect();
    let code = status.code().unwrap_or_else(|| panic!("{arguments:?} ends with {status}: {shown}"));
    assert!(matches!(code, 0 | 1), "{arguments:?} ends with {code}: {shown}");
    for line in said.lines() {
        // A sentence, its remedy, and where it is.
        assert!(line.chars().count() < 10_000, "{arguments:?} says a line of {} characters", line.chars().count());
    }
    assert!(said.len() < 20_000_000, "{arguments:?} says {} bytes", said.len());
    (code, said)
}

/// It is refused, and says this.
fn refused(place: &Place, arguments: &[&str], what: &str) {
    let (code, said) = within(place, arguments);
    let shown: String = said.chars().take(2_000).collect();
    assert_eq!(code, 1, "{arguments:?}: {shown}");
    assert!(said.contains(what), "{arguments:?} should say {what:?}: {shown}");
}

/// A file that is so large without taking room on the disk.
fn sparse(place: &Place, name: &str, bytes: u64) {
    std::fs::File::create(place.path(name)).unwrap().set_len(bytes).unwrap();
}

const GIGABYTE: u64 = 1 << 30;

#[test]
fn a_line_of_a_gigabyte() {
    let place = Place::new();
    sparse(&place, "huge.csv", GIGABYTE);
    for (arguments, what) in [
        (&["check", "huge.csv", "--budget", "9"][..], "it is larger than 32 MB"),
        (&["import", "huge.csv"], "it is larger than 32 MB"),
        (&["evaluate", "small", "huge.csv"], "it is larger than 32 MB"),
        (&["merge", "huge.csv"], "it is larger than 256 MB"),
        (&["verify", "small", "huge.csv"], "longer than"),
    ] {
        refused(&place, arguments, what);
    }
    for (file, what) in [("services.csv", "may have 32 MB together"), ("case.toml", "case.toml may have 1 MB")] {
        let place = Place::new();
        sparse(&place, &format!("small/{file}"), GIGABYTE);
        refused(&place, &["check", "small"], &format!("error {file}"));
        refused(&place, &["optimise", "small"], what);
    }
    // Files that together are too large are read as far as there is room.
    let place = Place::new();
    place.write("small/services.csv", &("service,domain\nx,".to_owned() + &"x".repeat(31 << 20)));
    place.write("small/effects.csv", &("candidate,service\nx,".to_owned() + &"x".repeat(2 << 20)));
    refused(&place, &["check", "small"], "error effects.csv");
}

#[test]
fn the_longest_line_that_is_read() {
    let place = Place::new();
    for (name, text) in [
        ("letters", "x".repeat(31 << 20)),
        ("digits", "9".repeat(31 << 20)),
        ("quotes", "\"".repeat(31 << 20)),
        ("spaces", " ".repeat(31 << 20)),
        ("hidden", "\u{202e}".repeat(10 << 20)),
    ] {
        place.write("q.csv", &format!("candidate,cost,gain\n{text},1,1\nb,{text},1\n").replacen(&text, "a", 1));
        let (_, said) = within(&place, &["check", "q.csv", "--budget", "9"]);
        assert!(said.contains("q.csv:3"), "{name}: {}", said.chars().take(500).collect::<String>());
        place.write("q.csv", &text);
        refused(&place, &["check", "q.csv", "--budget", "9"], "error");
        place.write("small/services.csv", &format!("service,domain,name\niaas,cloud,{text}\n"));
        within(&place, &["check", "small"]);
        place.write("small/case.toml", &format!("title = '{}'\n", text.get(..900_000).unwrap_or("")));
        refused(&place, &["check", "small"], "error");
    }
}

#[test]
fn a_million_columns() {
    let place = Place::new();
    let names = (0..1_000_000).fold(String::new(), |mut text, at| {
        let _ = write!(text, ",c{at}");
        text
    });
    for head in ["candidate,domain,name,cost_1", "candidate,cost,gain", "x"] {
        for mark in [",", ";", "\t", "|"] {
            let text = format!("{head}{names}\na,cloud,1,1\n").replace(',', mark);
            place.write("q.csv", &text);
            refused(&place, &["check", "q.csv", "--budget", "9"], "more than 1000 columns");
        }
    }
    place.write("small/candidates.csv", &place.read("q.csv").replace('|', ","));
    refused(&place, &["check", "small"], "error candidates.csv:1");
    place.write("q.csv", &format!("candidate,start{names}\naudit,2027\n"));
    refused(&place, &["evaluate", "small", "q.csv"], "more than 1000 columns");
    refused(&place, &["import", "q.csv"], "more than 1000 columns");
    // A row that is wider than its header.
    place.write("q.csv", &format!("candidate,cost,gain\na,1,1{}\n", ",x".repeat(900_000)));
    refused(&place, &["check", "q.csv", "--budget", "9"], "error q.csv:2");
    place.write("q.csv", &format!("candidate,cost,gain\na,1,1{}\n", ",a\"b".repeat(900_000)));
    refused(&place, &["check", "q.csv", "--budget", "9"], "q.csv:2");
    place.write("q.csv", &format!("sep=:\ncandidate:cost:gain\na:1:1{}\n", ":".repeat(3_000_000)));
    refused(&place, &["check", "q.csv", "--budget", "9"], "more than 1 000 000 cells");
}

#[test]
fn ten_million_rows() {
    let place = Place::new();
    place.write("q.csv", &("candidate,cost\n".to_owned() + &"a\n".repeat(10_000_000)));
    refused(&place, &["check", "q.csv", "--budget", "9"], "more than 200 000 rows");
    refused(&place, &["import", "q.csv"], "more than 200 000 rows");
    refused(&place, &["evaluate", "small", "q.csv"], "more than 200 000 rows");
    place.write("small/services.csv", &place.read("q.csv"));
    refused(&place, &["check", "small"], "error services.csv:200002");
    place.write("q.csv", &("candidate,cost\n".to_owned() + &"a\r".repeat(10_000_000)));
    refused(&place, &["check", "q.csv", "--budget", "9"], "q.csv:");
}

#[test]
fn toml_nested_a_hundred_thousand_deep() {
    const DEEP: usize = 100_000;
    for (name, text) in [
        ("lists", format!("a = {}{}", "[".repeat(DEEP), "]".repeat(DEEP))),
        ("open lists", format!("a = {}", "[".repeat(DEEP))),
        ("tables", format!("a = {}1{}", "{a=".repeat(DEEP), "}".repeat(DEEP))),
        ("dotted keys", format!("{}a = 1", "a.".repeat(DEEP))),
        ("dotted heads", format!("[{}a]\nb = 1", "a.".repeat(DEEP))),
        ("heads in heads", (1..1_000).fold(String::new(), |text, deep| text + &format!("[{}a]\n", "a.".repeat(deep)))),
    ] {
        let place = Place::new();
        place.write("small/case.toml", &(place.read("small/case.toml") + "\n" + &text));
        refused(&place, &["check", "small"], "case.toml");
        refused(&place, &["optimise", "small"], "case.toml");
        println!("{name}");
    }
}

#[test]
fn numbers_of_ten_thousand_digits() {
    let place = Place::new();
    let digits = "9".repeat(10_000);
    for number in [
        digits.clone(),
        format!("0.{digits}"),
        format!("-{digits}"),
        format!("1,{digits}"),
        format!("{digits}+{digits}"),
    ] {
        let place = Place::new();
        place.replace("small/candidates.csv", "audit,", &format!("\"{number}\","));
        refused(&place, &["check", "small"], "error");
        place.write("q.csv", &format!("candidate,cost,gain\na,\"{number}\",1\n"));
        refused(&place, &["check", "q.csv", "--budget", "9"], "q.csv:2");
        within(&place, &["import", "q.csv", "--into", "made"]);
    }
    place.replace("small/case.toml", "at_least = 10", &format!("at_least = {digits}"));
    refused(&place, &["check", "small"], "case.toml");
    let place = Place::new();
    let output = place.run(&["optimise", "small", "--set", &format!("services.control[iaas]={digits}")]);
    assert_eq!(output.status.code(), Some(2));
    let output = place.run(&["optimise", "small", "--budget", &digits]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_horizon_of_a_thousand_years() {
    for years in ["3026", "9999"] {
        let place = Place::new();
        place.replace("small/case.toml", "last_year = ", &format!("last_year = {years} # "));
        refused(&place, &["check", "small"], "case.toml");
    }
}

/// A case with so many candidates `c0`, `c1`, …, and with these relations.
fn with_relations(candidates: usize, relations: &str) -> Place {
    let place = Place::new();
    let rows = (0..candidates).fold("candidate,domain,cost_1\n".to_owned(), |mut text, at| {
        let _ = writeln!(text, "c{at},cloud,1");
        text
    });
    place.write("small/candidates.csv", &rows);
    place.write("small/effects.csv", "candidate,service,control_gain\nc0,iaas,1\n");
    place.write("small/limits.csv", "scope,value,min,max\n");
    place.write("small/scenarios.csv", "scenario,table,id,column,change\n");
    place.write("small/relations.csv", &format!("kind,members,count,service,control_gain\n{relations}"));
    place
}

#[test]
fn a_relation_of_a_hundred_thousand_members() {
    const MANY: usize = 100_000;
    let members: Vec<String> = (0..MANY).map(|at| format!("c{at}")).collect();
    let members = members.join(" ");
    for (kind, rest) in [
        ("requires", ",,"),
        ("excludes", ",,"),
        ("at_least", "5,,"),
        ("at_most", "5,,"),
        ("synergy", ",iaas,1"),
        ("at_least", "200000,,"),
    ] {
        within(&with_relations(MANY, &format!("{kind},{members},{rest}\n")), &["check", "small"]);
        refused(
            &with_relations(1, &format!("{kind},{members},{rest}\n")),
            &["check", "small"],
            "or more other findings in this file",
        );
    }
    let twice = format!("excludes,{members} {members},,,\n");
    within(&with_relations(MANY, &twice), &["check", "small"]);
}

#[test]
fn a_hundred_thousand_relations() {
    const MANY: usize = 100_000;
    for (name, row) in [
        ("a chain", &(|at: usize| format!("requires,c{at} c{},,,\n", at + 1)) as &dyn Fn(usize) -> String),
        ("a ring", &|at| format!("requires,c{at} c{},,,\n", (at + 1) % MANY)),
        ("back to the first", &|at| format!("requires,c{at} c{} c0,,,\n", at + 1)),
        ("the same", &|_| "excludes,c0 c1,,,\n".to_owned()),
    ] {
        let rows: String = (0..MANY).map(row).collect();
        println!("{name}");
        within(&with_relations(MANY + 1, &rows), &["check", "small"]);
    }
}

#[test]
fn a_hundred_thousand_limits() {
    const MANY: usize = 100_000;
    for (name, row) in [
        ("the same", &(|_| "domain,cloud,1,60%\n".to_owned()) as &dyn Fn(usize) -> String),
        ("against each other", &|at| format!("domain,cloud,{},{}\n", at + 2, at + 1)),
        ("on nothing", &|at| format!("instrument,x{at},1,\n")),
        ("of ministries", &|_| "ministry,defence,1%,\n".to_owned()),
        ("empty", &|_| "pillar,x,,\n".to_owned()),
    ] {
        let place = with_relations(1_000, "");
        let rows: String = (0..MANY).map(row).collect();
        place.write("small/limits.csv", &format!("scope,value,min,max\n{rows}"));
        println!("{name}");
        within(&place, &["check", "small"]);
    }
}

#[test]
fn fifty_thousand_keys() {
    for (name, what, line) in [
        ("keys", "case.toml", &(|at: usize| format!("k{at} = 1\n")) as &dyn Fn(usize) -> String),
        ("nearly known", "case.toml", &|at| format!("first_yea{at} = 1\n")),
        ("tables", "computed", &|at| format!("[k{at}]\n")),
        ("ministries", "more than 100 ministries", &|at| format!("[[ministry]]\nid='{at}'\n")),
        ("rungs", "more than 1000 rungs", &|at| format!("[[rung]]\nid='{at}'\n")),
        ("without an id", "more than 100 ministries", &|_| "[[ministry]]\n".to_owned()),
    ] {
        let place = Place::new();
        let text: String = (0..if name == "ministries" { 30_000 } else { 50_000 }).map(line).collect();
        let settings = place.read("small/case.toml");
        let at = settings.find("[objective]").unwrap();
        let (before, after) = settings.split_at(at);
        let all =
            if text.starts_with("[[") { settings.clone() + "\n" + &text } else { format!("{before}{text}{after}") };
        place.write("small/case.toml", &all);
        println!("{name}");
        let (_, said) = within(&place, &["check", "small"]);
        assert!(said.contains(what), "{name}: {}", said.chars().take(2_000).collect::<String>());
    }
}

#[test]
fn twenty_thousand_scenarios() {
    for (name, row) in [
        (
            "one change each",
            &(|at: usize| format!("s{at},budgets,defence:2027,amount,=1\n")) as &dyn Fn(usize) -> String,
        ),
        ("settings", &|at| format!("s{at},case,,objective.risk,=full\n")),
        ("lead times", &|at| format!("s{at},candidates,*,lead_time,+1\n")),
        ("wrong", &|at| format!("s{at},budgets,x:2027,amount,*2\n")),
        ("one with all", &|_| "s,candidates,*,cost_1,*1\n".to_owned()),
    ] {
        let rows: String = (0..20_000).map(row).collect();
        println!("{name}");
        let place = Place::new();
        place.write("small/scenarios.csv", &format!("scenario,table,id,column,change\n{rows}"));
        within(&place, &["check", "small"]);
        let place = with_relations(20_000, "");
        place.write("small/scenarios.csv", &format!("scenario,table,id,column,change\n{rows}"));
        within(&place, &["check", "small"]);
    }
}

/// The largest tables that are read, with as many findings as there can be.
#[test]
fn a_table_in_which_everything_is_wrong() {
    let place = Place::new();
    let header = "candidate,domain,cost_1,cofinance,success,points,start_from,start_to,lead_time,status";
    let rows = |count: usize| {
        (0..count).fold(format!("{header}\n"), |mut text, at| {
            let _ = writeln!(text, "C {at},x{at},1.2.3,x,2,x,1,2,-1,perhaps");
            text
        })
    };
    place.write("small/candidates.csv", &rows(95_000));
    let (code, said) = within(&place, &["check", "small", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(said.split("\nerror").next().unwrap()).unwrap();
    assert!(code == 1 && found["findings"].as_array().unwrap().len() < 20_000);
    refused(&place, &["optimise", "small"], "errors");
    let right = (0..95_000).fold(format!("{header}\n"), |mut text, at| {
        let _ = writeln!(text, "c{at},cloud,1,5,0.5,1,2027,2028,1,free");
        text
    });
    place.write("small/candidates.csv", &right);
    for (file, text) in [
        ("effects", "candidate,service,control_gain\n"),
        ("relations", "kind,members\n"),
        ("limits", "scope,value\n"),
        ("scenarios", "scenario,table,id,column,change\n"),
    ] {
        place.write(&format!("small/{file}.csv"), text);
    }
    within(&place, &["check", "small"]);
    let services = (0..100_000).fold("service,domain\n".to_owned(), |mut text, at| {
        let _ = writeln!(text, "s{at},cloud");
        text
    });
    place.write("small/services.csv", &services);
    within(&place, &["check", "small"]);
}
