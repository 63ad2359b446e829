//! Who owns whom: read from a register, written for one, and what votes make of it.

use super::support::{Place, root};

fn statements() -> String {
    std::fs::read_to_string(root().join("src/store/bods/state_owned.json")).unwrap()
}

#[test]
fn a_register_becomes_holders_and_owners_of_a_case() {
    let place = Place::new();
    place.write("gas.json", &statements());
    let wrong = place.said(&["import", "gas.json", "--into", "small", "--service", "mial"], 1);
    assert!(wrong.contains("Did you mean mail?"), "{wrong}");
    assert!(place.said(&["import", "gas.json", "--into", "small"], 2).contains("Gasgrid Finland Oy"));
    let dry = ["import", "gas.json", "--into", "small", "--service", "mail", "--home", "FI", "--dry-run"];
    assert!(place.said(&dry, 0).contains("othing") && !place.path("small/owners.csv").exists());
    let said = place.said(&dry[..dry.len() - 1], 0);
    assert!(said.contains("holders.csv") && said.contains("owners.csv"), "{said}");
    let owners = place.read("small/owners.csv");
    assert!(owners.contains("valtiovarainministerio,suomen_tasavalta,Suomen tasavalta,FI,0,yes,home"), "{owners}");
    let again = place.said(&["import", "gas.json", "--into", "small", "--service", "mail", "--home", "FI"], 0);
    assert!(again.contains("4 rows were there already"), "{again}");
    // Written and read back: a case of its own.
    place.output(&["export", "small", "--bods", "out.json"], 0);
    place.output(&["import", "out.json", "--into", "back"], 0);
    // What it makes has no errors of its own making.
    place.output(&["check", "back"], 0);
    assert!(
        place.read("back/holders.csv").contains("suomen_kaasuverkko_oy,Suomen Kaasuverkko Oy,FI,76.5"),
        "{}",
        place.read("back/holders.csv")
    );
    assert!(place.read("back/services.csv").contains("100"), "the country holds all of it");
    assert!(!place.path("elsewhere").exists());
}

#[test]
fn whoever_is_controlled_from_the_top_votes_with_it() {
    let place = Place::new();
    place.write(
        "small/holders.csv",
        "service,holder,jurisdiction,stake,bloc\nmail,state,NL,8,home\nmail,one,,46,\nmail,two,,46,\n",
    );
    place.write("small/owners.csv", "company,owner,jurisdiction,stake\none,fund,US,60\ntwo,fund,US,51\n");
    let json = place.json(&["optimise", "small", "--set", "services.power[mail]=banzhaf"], 0);
    let mail = json["services"].as_array().unwrap().iter().find(|it| it["service"] == "mail").unwrap();
    assert_eq!(mail["votes"]["holders"][1]["party"], "fund");
    assert_eq!(mail["votes"]["owners"][0]["owner"], "fund");
    assert_eq!(mail["votes"]["owners"][0]["part"], "51.06");
    assert_eq!(mail["votes"]["steps"].as_array().unwrap().len(), 2, "one other party: {mail}");
    let network = &mail["votes"]["network"];
    assert_eq!(network["known"], "exact");
    assert_eq!(network["players"][0]["player"], "fund");
    assert_eq!(network["players"][0]["at_least"], "1");
    assert_eq!(network["players"][1]["home"], true);
    assert_eq!(network["players"][1]["at_most"], "0");
}
