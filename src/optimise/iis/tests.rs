use std::collections::BTreeSet;
use std::convert::Infallible;
use std::ops::ControlFlow;

use super::{Complete, Feasibility, repairs};
use crate::model::compile::compile;
use crate::model::{CandidateIx, Case, Workbook};
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
