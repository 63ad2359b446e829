//! `--scenario`, on every command that has it.

use super::support::Place;

const SCENARIOS: &str = "scenario,table,id,column,change\nthrift,budgets,*,amount,*0.5\nplenty,budgets,*,amount,*2\n";

#[test]
fn a_scenario_is_chosen_by_its_name_on_every_command_that_has_scenarios() {
    let place = Place::new();
    place.write("small/scenarios.csv", SCENARIOS);
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    let commands: [&[&str]; 3] = [
        &["stress", "small", "best.csv", "--format", "csv", "--table", "scenarios", "--scenario"],
        &["compare", "small", "--best", "--format", "csv", "--scenario"],
        &["robust", "small", "--format", "json", "--scenario"],
    ];
    for command in commands {
        let text = place.output(&[command, &["thrift"]].concat(), 0);
        assert!(text.contains("thrift") && !text.contains("plenty"), "{command:?}: {text}");
        let wrong = place.transcript(&[command, &["thirft"]].concat());
        assert!(wrong.contains("ends with 1"), "{command:?}: {wrong}");
        assert!(wrong.contains("no scenario `thirft`: it has thrift, plenty."), "{command:?}: {wrong}");
    }
}

#[test]
fn a_wrong_row_of_the_scenarios_stops_its_scenario_and_nothing_else() {
    let place = Place::new();
    // One change cannot be made, one cannot be read.
    place.write(
        "small/scenarios.csv",
        &format!("{SCENARIOS}cut,candidates,nobody,cost_1,=1\nodd,budgets,*,amount,half\n"),
    );
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    let told = place.transcript(&["optimise", "small"]);
    assert!(told.contains("2 warnings"), "{told}");
    assert!(place.output(&["check", "small"], 0).contains("until then the scenario cannot be run"));
    let stress = ["stress", "small", "best.csv", "--format", "csv", "--scenario"];
    place.output(&[&stress[..], &["thrift"]].concat(), 0);
    for (name, why) in [("cut", "nobody"), ("odd", "row 4: the change cannot be read")] {
        let wrong = place.transcript(&[&stress[..], &[name]].concat());
        assert!(wrong.contains("ends with 1") && wrong.contains(why), "{wrong}");
    }
}

#[test]
fn commands_that_look_at_one_case_look_at_it_in_a_scenario() {
    let place = Place::new();
    place.write("small/scenarios.csv", SCENARIOS);
    let cost = |arguments: &[&str]| {
        let found = place.json(&[&["optimise", "small"], arguments].concat(), 0);
        found["cost"].as_str().unwrap().parse::<f64>().unwrap()
    };
    let (thrift, as_it_is, plenty) = (cost(&["--scenario", "thrift"]), cost(&[]), cost(&["--scenario", "plenty"]));
    assert!(thrift < as_it_is && as_it_is <= plenty, "{thrift} {as_it_is} {plenty}");
    // What is set for the run comes after the scenario.
    let set = ["--scenario", "thrift", "--set", "budgets.amount[*]=30"];
    assert!((cost(&set) - as_it_is).abs() < 1e-9);

    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    let text = place.output(&["evaluate", "small", "best.csv", "--scenario", "thrift"], 0);
    assert!(text.contains("scenario thrift") && text.contains("breaks"), "{text}");
    for command in ["importance", "alternatives", "frontier", "cooperate", "explain"] {
        let wrong = place.transcript(&[command, "small", "--scenario", "thirft"]);
        assert!(wrong.contains("ends with 1") && wrong.contains("There is no scenario thirft"), "{command}: {wrong}");
        assert!(wrong.contains("thrift"), "{command}: {wrong}");
    }
}

/// Where a scenario hurts, the loss is in the index, and the gain over doing nothing is told apart from it, also where it grows.
#[test]
fn a_scenario_that_hurts_is_told_as_a_loss() {
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    // What nobody steers wears off faster.
    place.write("small/scenarios.csv", "scenario,table,id,column,change\nerosion,services,*,drift,=4\n");
    let stress = place.json(&["stress", "small", "best.csv"], 0);
    let hit = &stress["scenarios"][0];
    let number = |key: &str| hit[key].as_str().unwrap().parse::<f64>().unwrap();
    assert!(number("index_lost") > 0.0, "{hit}");
    let evaluated = |more: &[&str]| {
        let found = place.json(&[&["evaluate", "small", "best.csv"], more].concat(), 0);
        found["index_after"].as_str().unwrap().parse::<f64>().unwrap()
    };
    let (case, there) = (evaluated(&[]), evaluated(&["--scenario", "erosion"]));
    assert!((number("index") - there).abs() < 1e-9 && (number("index_lost") - (case - there)).abs() < 1e-9, "{hit}");
    let told = place.output(&["stress", "small", "best.csv"], 0);
    assert!(told.contains("lower than in the case"), "{told}");
    assert_eq!(told.contains("over doing nothing grows"), number("lost") < 0.0, "{told}");
    let worlds = place.json(&["robust", "small"], 0);
    let index = worlds["worlds"].as_array().unwrap().iter().find(|it| it["world"] == "erosion").unwrap();
    assert!(index["index_recommended"].is_string(), "{index}");
}
