//! `together`: all of the members or none. A kind of the tests alone, which shows what a kind needs.

use super::meaning::prelude::*;

pub(super) struct Together;

impl Meaning for Together {
    /// Each needs the next one, and the last one the first.
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        let next = relation.members.iter().cycle().skip(1);
        let pairs = relation.members.iter().zip(next);
        pairs.map(|(&candidate, &need)| Inequality::needs(candidate, need, When::Ever)).collect()
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        format!("{} are chosen together or not at all", list(&names(case, &relation.members)))
    }

    fn judge(&self, rule: Rule, relation: &Relation, starts: &Starts) -> Option<Verdict> {
        let (all, chosen) = (count(relation.members.len()), count(starts.chosen(&relation.members)));
        let missing = if chosen.is_zero() { Decimal::ZERO } else { all - chosen };
        Some(Verdict::by_slack(rule, chosen, all, -missing, Unit::None))
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let out = |member: &&crate::model::CandidateIx| subject.case[**member].status == Status::LockedOut;
        if let Some(out) = subject.relation.members.iter().find(out).filter(|_| !subject.forced().is_empty()) {
            let message = format!("One of these is locked in, but {} is locked out.", subject.case[*out].id);
            subject.contradicts(findings, message, "Take one of the two locks away.");
        }
    }
}
