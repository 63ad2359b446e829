//! `evaluate CASE PORTFOLIO.csv`

use insta::assert_snapshot;

use super::support::Place;

#[test]
fn the_best_portfolio_reads_back_as_the_best() {
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    let best = place.json(&["optimise", "small"], 0);
    let found = place.json(&["evaluate", "small", "best.csv"], 0);
    assert_eq!(found["keeps_all_rules"], true);
    assert_eq!(found["best"]["distance"], "0");
    for key in ["objective", "gain", "cost", "portfolio", "spending", "services", "domains", "ministries", "years"] {
        assert_eq!(found[key], best[key], "{key}");
    }
}

/// The ship too late and paid by the wrong ministry, the audit left out, an order without its suite, too much money.
const BROKEN: &str = "candidate,start,share_defence,share_economy\n\
                      ship,2029,10,90\n\
                      order,2027,50,50\n\
                      stake,2027,80,20\n";

#[test]
fn every_broken_rule_is_named_with_by_how_much() {
    let place = Place::new();
    place.write("mine.csv", BROKEN);
    for format in ["table", "csv", "json", "md"] {
        let arguments = ["evaluate", "small", "mine.csv", "--format", format];
        assert_snapshot!(format!("broken_{format}"), place.transcript(&arguments));
    }
}

#[test]
fn shares_are_broken_by_what_is_missing() {
    let place = Place::new();
    for (shares, by) in [("30,60", "10"), (",", "100")] {
        place.write("mine.csv", &format!("candidate,start,share_defence,share_economy\naudit,2027,{shares}\n"));
        let found = place.json(&["evaluate", "small", "mine.csv", "--alone"], 0);
        let broken = found["broken"].as_array().unwrap();
        let line = broken.iter().find(|line| line["rule"].as_str().unwrap().contains("shares of the bill")).unwrap();
        assert_eq!(line["by"], by, "{shares}: {line}");
    }
}

#[test]
fn without_the_comparison_no_solver_is_asked() {
    let place = Place::new();
    place.write("mine.csv", "candidate,start,share_defence,share_economy\naudit,2027,40,60\n");
    let found = place.json(&["evaluate", "small", "mine.csv", "--alone"], 0);
    assert!(found["best"].is_null());
    assert_eq!(found["cost"], "1");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test's own file")]
fn a_portfolio_is_read_as_a_spreadsheet_saves_it() {
    let place = Place::new();
    let text = "candidate;start;share_defence;share_economy\r\naudit;2027;40;60\r\n";
    let utf_16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.replace(';', "\t").encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for (bytes, told) in [
        (text.as_bytes().to_vec(), "Read with semicolons between the cells."),
        (format!("\u{feff}{text}").into_bytes(), "Read with semicolons between the cells."),
        (utf_16, "Read with tabs between the cells."),
        (text.replace("40;60", "40\u{a0}%;60 %").into_bytes(), "semicolons"),
        (text.replace("\r\n", "\r").into_bytes(), "line ends of very old programs"),
    ] {
        std::fs::write(place.path("mine.csv"), bytes).unwrap();
        let said = place.said(&["evaluate", "small", "mine.csv", "--alone"], 0);
        assert!(said.contains(told), "{said}");
        assert_eq!(place.json(&["evaluate", "small", "mine.csv", "--alone"], 0)["cost"], "1", "{told}");
    }
}

#[test]
fn what_is_no_portfolio_is_refused() {
    let place = Place::new();
    place.write("mine.csv", "candidate,start,share_defence,share_economy\nshop,2027,40,60\nship,soon,40,60\n");
    assert_snapshot!("portfolio_wrong", place.transcript(&["evaluate", "small", "mine.csv"]));
    assert_snapshot!("portfolio_missing", place.transcript(&["evaluate", "small", "yours.csv"]));
    place.write("other.csv", "name,price\nship,5\n");
    assert_snapshot!("portfolio_other", place.transcript(&["evaluate", "small", "other.csv"]));
}

/// Two others with 46 each beside 8: with anything at all the country is decisive beside one of them, with half of the votes also
/// beside both, with more than half by itself.
#[test]
fn services_in_which_votes_decide_show_their_steps() {
    let place = Place::new();
    let votes = ["--set", "services.power[mail]=banzhaf"];
    let ask = |format: &str| -> Vec<String> {
        ["optimise", "small", "--format", format].iter().chain(&votes).map(|it| (*it).to_owned()).collect()
    };
    let refused = place.said(&ask("json").iter().map(String::as_str).collect::<Vec<_>>(), 1);
    assert!(refused.contains("Nobody but the home bloc holds a stake in Office and mail"), "{refused}");
    place.write("small/holders.csv", "service,holder,stake,bloc\nmail,state,8,home\nmail,one,46,\nmail,two,46,\n");
    let output = |format: &str| place.output(&ask(format).iter().map(String::as_str).collect::<Vec<_>>(), 0);
    let best: serde_json::Value = serde_json::from_str(&output("json")).unwrap();
    let mail = best["services"].as_array().unwrap().iter().find(|it| it["service"] == "mail").unwrap();
    let powers: Vec<&str> =
        mail["votes"]["steps"].as_array().unwrap().iter().map(|it| it["power"].as_str().unwrap()).collect();
    assert_eq!(powers, ["0.5", "0.75", "1"]);
    assert_eq!((&mail["power_before"], &mail["rung_before"]), (&"0.5".into(), &serde_json::Value::Null));
    assert_eq!(mail["votes"]["holders"].as_array().unwrap().len(), 3);
    let text = output("md");
    assert!(text.contains("Services in which votes decide") && text.contains("banzhaf"), "{text}");
}

/// The page of a portfolio that somebody chose says what it reaches beside the best, and what it breaks.
#[test]
fn a_chosen_portfolio_has_a_page_of_its_own() {
    let place = Place::new();
    place.output(&["optimise", "small", "--out", "best.csv", "--format", "csv"], 0);
    let page = place.output(&["evaluate", "small", "best.csv", "--brief", "--format", "md"], 0);
    assert!(
        page.contains("This portfolio reaches as many points as the best portfolio.") && !page.contains("## Annex"),
        "{page}"
    );
    assert!(page.contains("It keeps every rule of the case.") && page.contains("## Decision asked"), "{page}");
    let none = place.read("best.csv").lines().next().unwrap().to_owned() + "\n";
    place.write("none.csv", &none);
    let page = place.output(&["evaluate", "small", "none.csv", "--brief"], 0);
    assert!(page.contains("This portfolio reaches 0.0 points; the best portfolio reaches"), "{page}");
    place.said(&["evaluate", "small", "best.csv", "--brief", "--alone"], 2);
}
