//! Files and arguments at the end of what a number holds, and beyond: refused, in little memory, and never a crash.

use std::process::{Command, Stdio};

use crate::made_up::{Shape, planning};
use beslismacht::store::{self, PartFile};
use serde_json::{Value, json};

use super::support::{Place, root};

/// The header of a proof of the small case, and the rest.
fn proof(place: &Place) -> (Value, String) {
    place.output(&["optimise", "small", "--proof", "proof.jsonl"], 0);
    let text = place.read("proof.jsonl");
    let (header, rest) = text.split_once('\n').unwrap();
    (serde_json::from_str(header).unwrap(), rest.to_owned())
}

#[test]
fn a_proof_with_numbers_at_the_end_of_what_a_type_holds_proves_nothing() {
    let place = Place::new();
    let (header, rest) = proof(&place);
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut header = header.clone();
        change(&mut header);
        place.write("spoilt.jsonl", &format!("{header}\n{rest}"));
        let said = place.said(&["verify", "small", "spoilt.jsonl"], 1);
        assert!(said.contains("NOT PROVEN: spoilt.jsonl, line 1"), "{said}");
    };
    for start in [i64::from(i32::MAX), i64::from(i32::MIN), i64::MAX, 0] {
        refused(&|header| header["portfolio"][0][1] = json!(start));
    }
    for objective in
        ["79228162514264337593543950335", "-79228162514264337593543950335", "79228162514264337593543950336"]
    {
        refused(&|header| header["objective"] = json!(objective));
    }
    refused(&|header| header["portfolio"][0][2] = json!(vec![100; 300]));
}

/// Runs the program with no more than this many kilobytes of memory.
fn within(place: &Place, kilobytes: u32, arguments: &[&str]) -> std::process::Output {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -v {kilobytes}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_beslismacht")]);
    command.args(arguments).current_dir(place.path("")).stdin(Stdio::null()).output().unwrap()
}

/// A proof of 2 kB can ask for a diagram of all services at once, a split below a split, or a line without an end.
#[test]
fn no_proof_uses_up_the_memory() {
    let place = Place::new();
    store::create(&place.path("wide"), &planning(100, 3, Shape::Ladder)).unwrap();
    place.output(&["optimise", "wide", "--proof", "proof.jsonl"], 0);
    let text = place.read("proof.jsonl");
    let (header, _) = text.split_once('\n').unwrap();
    let header: Value = serde_json::from_str(header).unwrap();
    let mut wide = header.clone();
    let groups = header["diagrams"].as_array().unwrap();
    wide["diagrams"] = json!([groups.iter().flat_map(|group| group.as_array().unwrap().clone()).collect::<Vec<_>>()]);
    wide["homes"] = json!({});
    let picked = &header["portfolio"][0][0];
    let split = json!({ "split": [["in", picked], ["out", picked]] });
    let deep = format!("{header}\n") + &format!("{split}\n").repeat(9_990);
    let long = format!("{header}\n{{\"leaf\":{}", "[".repeat(6_000_000));
    let twice: Vec<Value> = (0..200_000).map(|_| header["portfolio"][0].clone()).collect();
    let mut often = header.clone();
    often["portfolio"] = json!(twice);
    for (what, text, why) in [
        ("wide", format!("{wide}\n{{\"leaf\":{{}}}}\n"), "too many states"),
        ("deep", deep, "ends before every part is covered"),
        ("long", long, "longer than"),
        ("often", format!("{often}\n"), "longer than"),
    ] {
        place.write("bomb.jsonl", &text);
        let output = within(&place, 250_000, &["verify", "wide", "bomb.jsonl"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{what}: {said}");
        assert!(said.contains("NOT PROVEN: bomb.jsonl") && said.contains(why), "{what}: {said}");
    }
    // What is right fits as well.
    let output = within(&place, 250_000, &["verify", "wide", "proof.jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn arguments_may_be_anything() {
    const MOST: &str = "79228162514264337593543950335";
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "own.csv"], 0);
    let voice = format!("defence:0-{MOST}");
    let huge = format!("budgets.amount[defence:2029]={MOST}");
    let times = format!("budgets.amount[*:*]*={MOST}");
    let plus = format!("candidates.cost_1[*]+={MOST}");
    let extremes: &[(&str, &[&str])] = &[
        (
            "--within",
            &["1000000000000000000000000000", MOST, "-1", "NaN", "", "0", "10000", "0.0000000000000000000000000001"],
        ),
        ("--count", &["0", "10001", "99999999999", "-1", "0..9999999999"]),
    ];
    let mut all: Vec<Vec<&str>> = Vec::new();
    let mut add = |command: &[&'static str], options: &[(&'static str, &[&'static str])]| {
        for (option, values) in options {
            all.extend(values.iter().map(|value| [command, &[*option, *value][..]].concat()));
        }
    };
    add(&["alternatives", "small", "--count", "1"], &extremes[..1]);
    add(&["alternatives", "small"], &extremes[1..]);
    add(
        &["frontier", "small", "--points", "3"],
        &[("--to", &[MOST, "1000000000000000", "0", "NaN", "1e28"]), ("--from", &[MOST, "1"])],
    );
    add(&["frontier", "small"], &[("--points", &["0", "1", "99999999999", "0..9999999999", "-5", ""])]);
    add(
        &["optimise", "small"],
        &[
            ("--budget", &[MOST, "0", "-0", "1e28", "0.0000000000000000000000000001", "NaN", "", "1e400"]),
            ("--time-limit", &["1e19", "18446744073709551615", "1e308", "NaN", "inf", "-1", "", "1e9"]),
            ("--gap", &[MOST, "1e28", "-1", "NaN", "1000000000000"]),
            ("--threads", &["0", "1025", "99999999999"]),
        ],
    );
    add(
        &["robust", "small", "--no-scenarios"],
        &[
            ("--draws", &["99999999999", "-1", "4294967296"]),
            ("--outcomes", &["0", "1", "99999999999"]),
            ("--seed", &["-1", "18446744073709551615", "18446744073709551616"]),
            ("--weights", &[MOST, "-1", "NaN", "101"]),
            ("--costs", &[MOST, "101", "1e28"]),
            ("--voice", &["defence:0-100", "defence:--", "defence:0-0", "defence:NaN-1", ":-"]),
        ],
    );
    add(
        &["importance", "small"],
        &[("--cuts", &["1001", "99999999999", "-1"]), ("--shard", &["1/18446744073709551615", "0/0"])],
    );
    add(&["explain", "small"], &[("--repairs", &["1001", "99999999999"]), ("--jobs", &["0", "1024", "99999999999"])]);
    all.push(vec!["robust", "small", "--voice", &voice]);
    for set in [&huge, &times, &plus] {
        all.push(vec!["optimise", "small", "--set", set]);
    }
    for arguments in all {
        let output = place.run(&arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0..=4)), "{arguments:?}: {:?} {said}", output.status.code());
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    }
}

/// A frontier of the small case in two parts.
fn parts(place: &Place) -> [String; 2] {
    let names = ["one.json", "two.json"];
    for (name, shard) in names.iter().zip(["1/2", "2/2"]) {
        place.output(&["frontier", "small", "--points", "9", "--shard", shard, "--out", name], 0);
    }
    names.map(|name| place.read(name))
}

#[test]
fn a_part_in_which_any_number_was_changed_is_refused() {
    let place = Place::new();
    let [one, _] = parts(&place);
    let whole = PartFile::read(one.as_bytes()).unwrap();
    let mut changed = 0;
    let digits: Vec<usize> =
        one.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect();
    for at in digits {
        let mut bytes = one.clone().into_bytes();
        bytes[at] = if bytes[at] == b'9' { b'8' } else { bytes[at] + 1 };
        assert!(PartFile::read(&bytes).is_err(), "the digit at {at}");
        changed += 1;
    }
    assert!(changed > 61);
    // Spaces and line ends say nothing.
    let value: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(PartFile::read(value.to_string().as_bytes()).unwrap(), whole);
    place.output(&["merge", "one.json", "two.json"], 0);
    place.write("one.json", &one.replacen("\"cost\": \"", "\"cost\": \"1", 1));
    let said = place.said(&["merge", "one.json", "two.json"], 1);
    assert!(
        said.contains("one.json was changed after it was written") && said.contains("Run the part again"),
        "{said}"
    );
}

#[test]
fn what_a_part_claims_is_certified_again_also_with_a_checksum_that_fits() {
    let place = Place::new();
    let [one, _] = parts(&place);
    let whole = PartFile::read(one.as_bytes()).unwrap();
    let refused = |why: &str, change: &dyn Fn(&mut Value)| {
        let mut part = whole.clone();
        change(&mut part.found);
        place.write("one.json", &String::from_utf8(part.sealed().unwrap()).unwrap());
        let said = place.said(&["merge", "one.json", "two.json"], 1);
        assert!(said.contains(why), "{said}");
    };
    let stretch = |found: &mut Value, change: &dyn Fn(&mut Value)| {
        let stretches = found["found"].as_array_mut().unwrap();
        let last = stretches.iter_mut().flat_map(|piece| piece[1].as_array_mut().unwrap()).next_back().unwrap();
        change(last);
    };
    refused("objective of a portfolio", &|found| stretch(found, &|it| it["best"]["objective"] = json!("99")));
    refused("bill of a portfolio", &|found| stretch(found, &|it| it["best"]["cost"] = json!("0")));
    refused("bound", &|found| stretch(found, &|it| it["best"]["bound"] = json!("0.5")));
    refused("candidate 999999999999", &|found| {
        stretch(found, &|it| it["best"]["picks"][0][0] = json!(999_999_999_999_u64));
    });
    refused("breaks a rule", &|found| stretch(found, &|it| it["best"]["picks"][0][1] = json!(i32::MAX)));
    refused("does not belong to piece", &|found| stretch(found, &|it| it["last"] = json!(999_999_999_999_u64)));
    refused("start from different results", &|found| found["pieces"] = json!(999_999_999_999_u64));
    refused("start from different results", &|found| found["base"]["bound"] = json!("1"));
}

#[test]
fn a_part_without_a_checksum_is_refused_with_the_way_out() {
    let place = Place::new();
    let [one, _] = parts(&place);
    let mut value: Value = serde_json::from_str(&one).unwrap();
    value["beslismacht_part"] = json!(1);
    value.as_object_mut().unwrap().remove("sha256");
    place.write("one.json", &value.to_string());
    let said = place.said(&["merge", "one.json", "two.json"], 1);
    assert!(said.contains("one.json has no checksum") && said.contains("Run the part again"), "{said}");
}

/// The checker in Python keeps to the same bounds: with a fifth of its cells, in a third of the memory.
#[test]
fn the_second_checker_has_bounds_as_well() {
    let new = "import sys, tomllib; sys.exit(sys.version_info < (3, 11))";
    if !Command::new("python3").args(["-c", new]).output().is_ok_and(|output| output.status.success()) {
        return;
    }
    let place = Place::new();
    store::create(&place.path("wide"), &planning(100, 3, Shape::Ladder)).unwrap();
    place.output(&["optimise", "wide", "--proof", "proof.jsonl"], 0);
    let text = place.read("proof.jsonl");
    let mut header: Value = serde_json::from_str(text.split_once('\n').unwrap().0).unwrap();
    let groups = header["diagrams"].as_array().unwrap();
    header["diagrams"] = json!([groups.iter().flat_map(|group| group.as_array().unwrap().clone()).collect::<Vec<_>>()]);
    header["homes"] = json!({});
    place.write("bomb.jsonl", &format!("{header}\n{{\"leaf\":{{}}}}\n"));
    let mut command = Command::new("sh");
    let fewer = "import second_checker as it, sys; it.CELLS //= 5; sys.exit(it.main(*sys.argv[1:]))";
    command
        .args(["-c", "ulimit -v 130000; exec python3 -c \"$@\"", "sh", fewer])
        .env("PYTHONPATH", root().join("tests"));
    command.env("PYTHONDONTWRITEBYTECODE", "1").arg(place.path("wide")).arg(place.path("bomb.jsonl"));
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.starts_with("NOT PROVEN") && said.contains("too many states"), "{said}{:?}", output.status);
}
