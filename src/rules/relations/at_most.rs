//! `at_most`: at most `count` of the members.

use super::meaning::prelude::*;

pub(super) struct AtMost;

impl Meaning for AtMost {
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        vec![Inequality::count(&relation.members, Side::AtMost, relation.count)]
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        say!("at-most-at-most-relation", count = relation.count, list = list(&names(case, &relation.members)))
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
