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
fn a_portfolio_that_is_not_separated_by_commas_is_told_so() {
    let place = Place::new();
    place.write("mine.csv", "candidate;start;share_defence;share_economy\naudit;2027;40;60\n");
    let refused = place.said(&["evaluate", "small", "mine.csv"], 1);
    assert!(
        refused.contains("The cells of mine.csv are separated by semicolons. Separate them with commas"),
        "{refused}"
    );
    place.write("mine.csv", "candidate,start,share_defence,share_economy\raudit,2027,40,60\r");
    let refused = place.said(&["evaluate", "small", "mine.csv"], 1);
    assert!(refused.contains("The lines of mine.csv end in a way that only very old programs use."), "{refused}");
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
