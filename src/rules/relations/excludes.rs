//! `excludes`: at most one of the members.

use super::meaning::prelude::*;

pub(super) struct Excludes;

impl Meaning for Excludes {
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        vec![Inequality::count(&relation.members, Side::AtMost, 1)]
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        say!("excludes-at-most-one", list = list(&names(case, &relation.members)))
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let forced = subject.forced();
        if forced.len() > 1 {
            let message = say!("excludes-these-exclude-each", few = few(&forced));
            subject.contradicts(findings, message, &say!("excludes-take-all-but"));
        }
    }
}
