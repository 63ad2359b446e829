//! `optimise --stay-close-to`, `--keep` and `--set-aside` on the command line.

use super::support::Place;

#[test]
fn a_plan_stays_put_and_says_what_is_proven() {
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    place.output(&["propose", "small", "The agreed plan", "--from", "best.csv"], 0);
    let same = place.json(&["optimise", "small", "--stay-close-to", "The agreed plan"], 0);
    assert_eq!(same["status"], "optimal");
    let plan = &same["plan"];
    assert_eq!((&plan["plan"], plan["enter"].as_array().unwrap().len()), (&"The agreed plan".into(), 0));
    assert!(["picks", "starts", "shares"].iter().all(|it| plan["proven"][it] == true), "{plan}");
    let told = place.output(&["optimise", "small", "--stay-close-to", "best.csv"], 0);
    assert!(told.contains("Nothing of best.csv changes. Proven"), "{told}");
    // Without a plan nothing is said of one.
    assert!(place.json(&["optimise", "small"], 0)["plan"].is_null());
    let nothing = place.json(&["optimise", "small", "--stay-close-to", "best.csv", "--keep", "0%"], 0);
    assert_eq!((&nothing["plan"]["keep"], &nothing["plan"]["best_proven"]), (&"0".into(), &true.into()));
    place.said(&["optimise", "small", "--keep", "90"], 2);
    place.said(&["optimise", "small", "--stay-close-to", "best.csv", "--keep", "90", "--proof", "proof.jsonl"], 2);
    let verified = {
        place.output(&["optimise", "small", "--stay-close-to", "best.csv", "--proof", "proof.jsonl"], 0);
        place.output(&["verify", "small", "proof.jsonl"], 0)
    };
    assert!(verified.contains("of the objective alone"), "{verified}");
}

#[test]
fn a_row_with_an_error_of_its_own_is_set_aside_where_that_is_asked() {
    let place = Place::new();
    let whole = place.read("small/candidates.csv");
    let header = whole.lines().next().unwrap().split(',').map(|it| if it == "candidate" { "new" } else { "" });
    let row = header.collect::<Vec<_>>().join(",");
    place.write("small/candidates.csv", &format!("{}\n{row}\n", whole.trim_end()));
    assert!(place.said(&["optimise", "small"], 1).contains("error"));
    let aside = place.said(&["optimise", "small", "--set-aside", "--format", "csv"], 0);
    assert!(aside.contains("1 row is set aside"), "{aside}");
    let found = place.output(&["optimise", "small", "--set-aside", "--format", "csv"], 0);
    place.write("small/candidates.csv", &whole);
    assert_eq!(found, place.output(&["optimise", "small", "--format", "csv"], 0));
    // What the whole case hangs on still stops.
    let budgets = place.read("small/budgets.csv");
    place.write("small/budgets.csv", &format!("{}\nnobody,2027,1\n", budgets.trim_end()));
    place.said(&["optimise", "small", "--set-aside"], 1);
}
