//! Proposals on the command line: made, listed, discussed, agreed, and taken by their names wherever a portfolio is.

use super::support::Place;

#[test]
fn two_people_come_to_an_agreed_proposal() {
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    let nothing = place.output(&["proposals", "small"], 0);
    assert!(nothing.contains("no proposals yet"), "{nothing}");
    let anna = ["--author", "Anna de Vries"];
    let propose = ["propose", "small", "Best of all", "--from", "best.csv", "--draft"];
    assert!(place.said(&[&propose[..], &anna].concat(), 0).contains("Best of all is now draft"));
    let file = place.read("small/proposals/best_of_all.toml");
    assert!(file.contains("name = \"Best of all\"") && file.contains("author = \"Anna de Vries\""), "{file}");
    place.said(&[&["propose", "small", "best of all", "--remark", "as it is proven"][..], &anna].concat(), 0);
    place.said(&["remark", "small", "Best of all", "why so dear?", "--author", "Bart"], 0);
    let now = place.said(&["agree", "small", "Best of all", "--author", "Bart"], 0);
    assert!(now.contains("Best of all is now agreed by Bart"), "{now}");
    let list = place.output(&["proposals", "small"], 0);
    for part in ["one proposal", "Best of all", "agreed", "Anna de Vries", "as it is proven", "why so dear?"] {
        assert!(list.contains(part), "{part}: {list}");
    }
    let json = place.json(&["proposals", "small"], 0);
    let one = &json["proposals"][0];
    assert_eq!((&one["state"], &one["broken"], &one["this_case"]), (&"agreed".into(), &0.into(), &true.into()));
    // Its name stands for it wherever a portfolio is asked for.
    let by_file = place.output(&["evaluate", "small", "best.csv", "--alone", "--format", "csv"], 0);
    assert_eq!(place.output(&["evaluate", "small", "best of all", "--alone", "--format", "csv"], 0), by_file);
    let compared = place.output(&["compare", "small", "Best of all", "best.csv"], 0);
    assert!(compared.contains("Best of all") && compared.contains("best.csv"), "{compared}");
    // What is agreed is not written over, and what is cut now is told.
    let again = place.said(&[&["propose", "small", "Best of all", "--from", "best.csv"][..], &anna].concat(), 1);
    assert!(again.contains("is agreed and stays as it is"), "{again}");
    let budgets = place.read("small/budgets.csv");
    let cut: Vec<String> = budgets.lines().map(|line| line.rsplit_once(',').unwrap().0.to_owned() + ",0").collect();
    place.write(
        "small/budgets.csv",
        &budgets
            .lines()
            .next()
            .into_iter()
            .map(str::to_owned)
            .chain(cut.into_iter().skip(1))
            .collect::<Vec<_>>()
            .join("\n"),
    );
    let list = place.output(&["proposals", "small"], 0);
    assert!(list.contains("as it was before") && list.contains("budget"), "it breaks a budget now: {list}");
}

/// What is agreed by one side only waits for the other, and nobody agrees to what is his own.
#[test]
fn an_agreement_is_the_other_sides() {
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    let header = place.read("best.csv");
    let ministries: Vec<&str> =
        header.lines().next().unwrap().split(',').filter_map(|it| it.strip_prefix("share_")).collect();
    let [one, other] = ministries.as_slice() else { panic!("{header}") };
    let as_one = ["--author", "Anna", "--ministry", one];
    let propose = ["propose", "small", "Plan", "--from", "best.csv", "--draft"];
    place.said(&[&propose[..], &as_one].concat(), 0);
    let agree = |who: &[&str], code| place.said(&[&["agree", "small", "Plan"], who].concat(), code);
    let bart = ["--author", "Bart", "--ministry", other];
    assert!(agree(&bart, 1).contains("still a draft"));
    place.said(&[&["propose", "small", "Plan"][..], &as_one].concat(), 0);
    assert!(agree(&as_one, 1).contains("You put Plan forward yourself"));
    assert!(agree(&["--author", "Carla", "--ministry", one], 1).contains("for your own ministry"));
    assert!(agree(&["--author", "Bart"], 1).contains("for which ministry"));
    let waits = place.output(&["proposals", "small"], 0);
    assert!(waits.contains("Plan waits for: Ministry"), "{waits}");
    assert_eq!(place.json(&["proposals", "small"], 0)["proposals"][0]["to_agree"], serde_json::json!([other]));
    assert!(agree(&bart, 0).contains("Plan is now agreed by Bart"));
    let done = place.json(&["proposals", "small"], 0);
    assert_eq!(
        (&done["proposals"][0]["state"], &done["proposals"][0]["to_agree"]),
        (&"agreed".into(), &serde_json::json!([]))
    );
}

#[test]
fn what_cannot_be_done_is_told_with_the_nearest_name() {
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    place.said(&["propose", "small", "Cables first", "--from", "best.csv"], 0);
    let none = place.said(&["agree", "small", "Cable first"], 1);
    assert!(none.contains("no proposal Cable first") && none.contains("Cables first"), "{none}");
    assert!(place.said(&["remark", "small", "Cables first"], 1).contains("Type the remark first"));
    assert!(place.said(&["propose", "small", "Mine"], 1).contains("no own portfolio own-"));
    assert!(place.said(&["propose", "small", "M", "--from", "best.csv", "--ministry", "nobody"], 2).contains("nobody"));
    place.write("small/proposals/odd.toml", "name = 3\n");
    let list = place.output(&["proposals", "small"], 0);
    assert!(list.contains("odd.toml") && list.contains("Cables first"), "{list}");
    let refused = place.said(&["optimise", "small", "--out", "small/proposals/odd.toml", "--format", "csv"], 1);
    assert!(refused.contains("odd.toml"), "{refused}");
}
