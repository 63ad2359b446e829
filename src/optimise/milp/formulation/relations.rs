//! Relations between candidates. Synergies are stated with the ladders that they move.

use rust_decimal::Decimal;

use super::program::{Tag, Terms};
use super::{Form, Statement, Tick};
use crate::measure::Rule;
use crate::model::{CandidateIx, RelationKind};

impl Statement<'_> {
    /// Rows for requires, excludes, `at_least` and `at_most`.
    pub(super) fn add_relations(&mut self, tick: Tick<'_>) {
        for at in (0..self.case.relations.len()).take_while(|_| !tick()) {
            let tag = Tag::Rule(Rule::Relation(at));
            match &self.case.relations[at].kind {
                RelationKind::Requires { candidate, needs } => {
                    for &needed in needs {
                        self.add_requires(&tag, *candidate, needed);
                    }
                }
                RelationKind::Excludes(members) => self.program.at_most(tag, self.all(members), Decimal::ONE),
                RelationKind::AtLeast { count, members } => {
                    self.program.at_least(tag, self.all(members), Decimal::from(*count));
                }
                RelationKind::AtMost { count, members } => {
                    self.program.at_most(tag, self.all(members), Decimal::from(*count));
                }
                RelationKind::Synergy { .. } => {}
            }
        }
    }

    /// How many of these are chosen; a member that is written twice counts once.
    fn all(&self, members: &[CandidateIx]) -> Terms {
        let mut members = members.to_vec();
        members.sort_unstable();
        members.dedup();
        members.iter().flat_map(|&member| self.chosen(member)).collect()
    }

    /// `a` requires `b`, which starts no later.
    ///
    /// Stated on running sums: by every year, `b` has started if `a` has. By hand one would state it start by start,
    /// which says the same of whole numbers and less of fractions.
    fn add_requires(&mut self, tag: &Tag, a: CandidateIx, b: CandidateIx) {
        if a == b {
            return;
        }
        let starts: Vec<_> = self.plans[a.0].iter().map(|plan| (plan.start, plan.column)).collect();
        for (start, column) in starts {
            let mut terms = self.started_by(b, start);
            if self.form == Form::Natural {
                terms.push((column, Decimal::NEGATIVE_ONE));
            } else {
                terms.extend(super::program::times(&self.started_by(a, start), Decimal::NEGATIVE_ONE));
            }
            self.program.at_least(tag.clone(), terms, Decimal::ZERO);
        }
    }
}
