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
