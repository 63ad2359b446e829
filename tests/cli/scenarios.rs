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
