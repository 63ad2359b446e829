//! `at_least`: at least `count` of the members.

use super::meaning::{Meaning, Starts, Subject};
use crate::messages::list;
use crate::model::exact::count;
use crate::model::finding::Findings;
use crate::model::schema::Unit;
use crate::model::{CandidateIx, Case, Relation, Status};
use crate::rules::inequality::{Inequality, Side};
use crate::rules::rule::Rule;
use crate::rules::verdict::Verdict;
use crate::rules::words::names;
use crate::say;

pub(super) struct AtLeast;

impl Meaning for AtLeast {
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        vec![Inequality::count(&relation.members, Side::AtLeast, relation.count)]
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        say!("at-least-at-least-relation", count = relation.count, list = list(&names(case, &relation.members)))
    }

    fn judge(&self, rule: Rule, relation: &Relation, starts: &Starts) -> Option<Verdict> {
        let chosen = count(starts.chosen(&relation.members));
        Some(Verdict::at_least(rule, chosen, count(relation.count), Unit::None))
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
        let possible = |&ix: &CandidateIx| {
            case[ix].status != Status::LockedOut && !case[ix].starts(case.first_year, case.last_year).is_empty()
        };
        let left = members.iter().filter(|ix| possible(ix)).count();
        if left < least {
            let message = say!("at-least-at-least-least-chosen", least = least, left = left);
            subject.contradicts(findings, message, &say!("at-least-take-locks-away"));
        }
    }

    fn without_demand(&self, relation: &Relation) -> Option<Relation> {
        Some(Relation { count: 0, ..relation.clone() })
    }
}
