//! `at_least`: at least `count` of the members.

use super::meaning::prelude::*;

pub(super) struct AtLeast;

impl Meaning for AtLeast {
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        vec![Inequality::count(&relation.members, Side::AtLeast, relation.count)]
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        say!("at-least-at-least-relation", count = relation.count, list = list(&names(case, &relation.members)))
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let (case, least, members) = (subject.case, subject.relation.count, &subject.relation.members);
        if least > members.len() {
            findings.error(
                "count-too-high",
                subject.cell("count"),
                say!("at-least-at-least-least", least = least, members = members.len()),
                say!("at-least-lower-count-name"),
            );
            return;
        }
        if least == 0 {
            let place = subject.cell("count");
            findings.note(
                "rule-without-effect",
                place,
                say!("at-least-at-least-always"),
                say!("at-least-delete-row-raise"),
            );
        }
        let left = members.iter().filter(|&&member| case.may_be_chosen(member)).count();
        if left < least {
            let message = say!("at-least-at-least-least-chosen", least = least, left = left);
            subject.contradicts(findings, message, &say!("at-least-take-locks-away"));
        }
    }

    fn without_demand(&self, relation: &Relation) -> Option<Relation> {
        Some(Relation { count: 0, ..relation.clone() })
    }
}
