use std::collections::BTreeSet;
use std::convert::Infallible;
use std::ops::ControlFlow;

use rust_decimal::Decimal;

use super::{Complete, Feasibility, repairs};
use crate::model::compile::compile;
use crate::model::{CandidateIx, Case, MinistryIx, Workbook};
use crate::optimise::testing::{guests, random_case};
use crate::optimise::{Answer, Options, Status, optimise};
use crate::rules::{Change, Rule, negotiable_rules, without_rules};

fn solve(case: &Case) -> Answer {
    let options = Options { guests: guests(), ..Options::default() };
    optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
}

struct Solving;

impl Feasibility for Solving {
    type Error = Infallible;

    fn is_possible(&mut self, case: &Case, _: &str) -> Result<Option<bool>, Infallible> {
        Ok(Some(solve(case).status != Status::Infeasible))
    }

    fn is_known_possible(&mut self, _: &Case) -> bool {
        false
    }

    fn is_stopped(&self) -> bool {
        false
    }
}

/// Two that are locked in need a third that starts too late for both.
fn late() -> Case {
    let settings = "format = 1\ntitle = \"A\"\nfirst_year = 2027\nlast_year = 2030\n[[ministry]]\nid = \"m\"\n\
                    [[rung]]\nid = \"seat\"\nat_least = 10\npower = 1\n";
    compile(&Workbook::from_files(&[
        ("case.toml", settings),
        ("domains.csv", "domain,weight_m\nd,1\n"),
        ("services.csv", "service,domain,control\ns,d,5\n"),
        (
            "candidates.csv",
            "candidate,domain,cost_1,start_from,start_to,status\na,d,1,2027,2027,locked_in\nb,d,1,2027,2027,locked_in\n\
             c,d,1,2030,2030,\n",
        ),
        ("effects.csv", "candidate,service,control_gain\na,s,10\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,9\nm,2030,9\n"),
        ("relations.csv", "kind,members,count\nrequires,a c,\nrequires,b c,\n"),
    ]))
    .case
}

/// The year in which a candidate can start is part of the conflict, and no way out of it: to give it up would weigh less than
/// both locks do.
#[test]
fn a_repair_gives_up_what_somebody_decided_and_not_what_a_candidate_is_like() {
    let case = late();
    let conflict = solve(&case).conflict.unwrap();
    assert!(conflict.rules.iter().any(|rule| rule.nature().is_fact), "{:?}", conflict.words);
    let locks = [Rule::LockedIn(CandidateIx(0)), Rule::LockedIn(CandidateIx(1))];
    let [one, other] = locks.map(|rule| rule.describe(&case));
    let text = format!("Give up the rule that {one} and {other}.");
    assert_eq!(conflict.repair, Some(text));
    let mut sets = Vec::new();
    let complete = repairs(&mut Solving, &case, &conflict.rules, 100, &mut |_, loosened| {
        sets.push(loosened.changes.iter().map(Change::rule).collect::<BTreeSet<_>>());
        Ok(())
    });
    assert_eq!(complete, Ok(Complete::All));
    assert_eq!(sets.len(), 4, "of each of the two the lock or what it requires: {sets:?}");
    assert!(sets.contains(&BTreeSet::from(locks)));
}

/// Without all that may give way nothing has to be chosen, so that there always is a repair.
#[test]
fn without_all_that_may_give_way_a_case_is_possible() {
    for seed in 0..40 {
        let case = random_case(seed, 6, 3);
        let bare = without_rules(&case, &negotiable_rules(&case));
        assert_ne!(solve(&bare).status, Status::Infeasible, "seed {seed}");
    }
}

/// A case of four years in which one candidate is locked in, with this carry-over and these budgets.
fn poor(carry_over: &str, budgets: &str) -> Case {
    let settings = format!(
        "format = 1\ntitle = \"A\"\nfirst_year = 2027\nlast_year = 2030\n[[ministry]]\nid = \"m\"\n\
         carry_over = {carry_over}\n[[rung]]\nid = \"seat\"\nat_least = 10\npower = 1\n"
    );
    compile(&Workbook::from_files(&[
        ("case.toml", &settings),
        ("domains.csv", "domain,weight_m\nd,1\n"),
        ("services.csv", "service,domain,control\ns,d,5\n"),
        ("candidates.csv", "candidate,domain,cost_1,start_from,start_to,status\na,d,9,2029,2029,locked_in\n"),
        ("effects.csv", "candidate,service,control_gain\na,s,10\n"),
        ("budgets.csv", &format!("ministry,year,amount\n{budgets}")),
    ]))
    .case
}

/// Money that is carried over ties the budgets of years together: all of them are too small, and they are one line.
#[test]
fn budgets_of_years_that_follow_each_other_are_one_line() {
    let case = poor("\"all\"", "m,2027,2\nm,2028,1.5\nm,2029,3\nm,2030,9\n");
    let conflict = solve(&case).conflict.unwrap();
    let years = [2027, 2028, 2029].map(|year| Rule::Budget { ministry: MinistryIx(0), year });
    assert!(years.iter().all(|rule| conflict.rules.contains(rule)), "{:?}", conflict.words);
    assert_eq!((conflict.rules.len(), conflict.words.len(), conflict.lines.len()), (5, 5, 3), "{:?}", conflict.lines);
    let line = "m may spend at most 2, 1.5 and 3 million EUR in the years 2027 to 2029, plus what it carries over";
    assert!(conflict.lines.contains(&line.to_owned()), "{:?}", conflict.lines);
    let repair = conflict.repair.unwrap();
    assert!(
        repair.starts_with("Add 2.5 million EUR to the budget of m in 2027; or give up the rule that a is locked in"),
        "{repair}"
    );
}

/// What would be left of earlier years is of no use where it may not be carried over: that may give way as well.
#[test]
fn how_much_is_carried_over_may_give_way() {
    let case = poor("0.1", "m,2027,8\nm,2028,8\nm,2029,4\n");
    let conflict = solve(&case).conflict.unwrap();
    assert!(conflict.rules.contains(&Rule::CarryOver(MinistryIx(0))), "{:?}", conflict.words);
    let mut sets = Vec::new();
    let complete = repairs(&mut Solving, &case, &conflict.rules, 100, &mut |_, loosened| {
        sets.extend(loosened.changes);
        Ok(())
    });
    assert_eq!(complete, Ok(Complete::All));
    // With 0.63 of the 8 of 2028, 5.04 comes into 2029.
    assert!(sets.contains(&Change::CarryOver(MinistryIx(0), Decimal::new(63, 2))), "{sets:?}");
    let repair = conflict.repair.unwrap();
    assert!(repair.contains("let m carry over 63 % of its budget of a year to the next"), "{repair}");
}

/// Each explanation that is told on the way is shorter than the one before, and the last one is the answer.
#[test]
fn the_best_explanation_so_far_is_told_on_the_way() {
    let case = poor("\"all\"", "m,2027,2\nm,2028,1.5\nm,2029,3\n");
    let mut told: Vec<usize> = Vec::new();
    let mut last = None;
    let answer = optimise(&case, &Options::default(), None, &mut |progress| {
        if let Some(conflict) = &progress.conflict {
            told.push(conflict.words.len());
            last = Some(conflict.rules.clone());
        }
        ControlFlow::Continue(())
    });
    assert!(told.is_sorted_by(|one, next| one >= next) && told.first() > told.last(), "{told:?}");
    assert_eq!(last, answer.unwrap().conflict.map(|conflict| conflict.rules));
}

/// Whoever stops it has the best explanation so far.
#[test]
fn a_conflict_that_is_stopped_is_told_as_far_as_it_is_known() {
    let case = poor("\"all\"", "m,2027,2\nm,2028,1.5\nm,2029,3\n");
    let answer = optimise(&case, &Options::default(), None, &mut |progress| {
        if progress.conflict.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let conflict = answer.unwrap().conflict.unwrap();
    assert!(!conflict.proven_smallest && conflict.words.len() > 5 && conflict.repair.is_none(), "{:?}", conflict.words);
}
