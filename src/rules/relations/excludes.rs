//! `excludes`: at most one of the members.

use crate::say;
use rust_decimal::Decimal;

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

pub(super) struct Excludes;

impl Meaning for Excludes {
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        vec![Inequality::count(&relation.members, Side::AtMost, 1)]
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        say!("excludes-at-most-one", list = list(&names(case, &relation.members)))
    }

    fn judge(&self, rule: Rule, relation: &Relation, starts: &Starts) -> Option<Verdict> {
        Some(Verdict::at_most(rule, count(starts.chosen(&relation.members)), Decimal::ONE, Unit::None))
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let forced = subject.forced();
        if forced.len() > 1 {
            let message = say!("excludes-these-exclude-each", few = few(&forced));
            subject.contradicts(findings, message, &say!("excludes-take-all-but"));
        }
    }
}
