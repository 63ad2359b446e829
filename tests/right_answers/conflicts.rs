//! Why the Dutch case is impossible once a single demand of it cannot be met.

use std::ops::ControlFlow;
use std::path::Path;

use beslismacht::measure::Rule;
use beslismacht::model::Case;
use beslismacht::optimise::{Options, Status, optimise};
use beslismacht::rules::{negotiable_rules, rules, without_rules};
use beslismacht::store;

use super::impossible::{impossible, is_possible};

/// The case in which only these rules count.
fn with_only(case: &Case, kept: &[Rule]) -> Case {
    let all = rules(case).into_iter().chain(negotiable_rules(case));
    let others: Vec<Rule> = all.filter(|rule| !kept.contains(rule)).collect();
    without_rules(case, &others)
}

/// Each of thirty explanations is a conflict by itself, and none without any one of its rules.
#[test]
fn what_makes_the_dutch_case_impossible_is_explained_by_no_rule_too_many() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/netherlands");
    let dutch = super::case(&store::open(&folder).unwrap().workbook);
    let cases = impossible(&dutch);
    assert_eq!(cases.len(), 30, "{:?}", cases.iter().map(|it| &it.0).collect::<Vec<_>>());
    for (what, case) in cases {
        let answer = optimise(&case, &Options::default(), None, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(answer.status, Status::Infeasible, "{what}");
        let conflict = answer.conflict.unwrap();
        assert!(conflict.proven_smallest, "{what}: {:?}", conflict.words);
        assert!(!is_possible(&with_only(&case, &conflict.rules)), "{what}: {:?} can hold", conflict.words);
        for (at, words) in conflict.words.iter().enumerate() {
            let mut rest = conflict.rules.clone();
            rest.remove(at);
            assert!(is_possible(&with_only(&case, &rest)), "{what}: not needed: {words}");
        }
        assert!(conflict.repair.is_some(), "{what}: {:?}", conflict.words);
    }
}
