//! `at_most`: at most `count` of the members.

use super::meaning::{Meaning, Starts, Subject};
use crate::messages::list;
use crate::model::exact::count;
use crate::model::finding::Findings;
use crate::model::schema::Unit;
use crate::model::{Case, Relation};
use crate::rules::inequality::{Inequality, Side};
use crate::rules::rule::Rule;
use crate::rules::verdict::Verdict;
use crate::rules::words::{few, names};
use crate::say;

pub(super) struct AtMost;

impl Meaning for AtMost {
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        vec![Inequality::count(&relation.members, Side::AtMost, relation.count)]
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        say!("at-most-at-most-relation", count = relation.count, list = list(&names(case, &relation.members)))
    }

    fn judge(&self, rule: Rule, relation: &Relation, starts: &Starts) -> Option<Verdict> {
        let chosen = count(starts.chosen(&relation.members));
        Some(Verdict::at_most(rule, chosen, count(relation.count), Unit::None))
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let (most, members) = (subject.relation.count, subject.relation.members.len());
        if most >= members {
            findings.note(
                "rule-without-effect",
                subject.cell("count"),
                say!("at-most-at-most-most", most = most, members = members),
                say!("at-most-delete-row-lower"),
            );
        }
        let forced = subject.forced();
        if forced.len() > most {
            let message = say!("at-most-at-most-most-may", most = most, few = few(&forced));
            subject.contradicts(findings, message, &say!("at-most-take-locks-away"));
        }
    }
}
