//! What every kind of relation says of itself, and what it is told for that.

use crate::model::{Percent, ServiceIx, Year};
use prelude::*;

/// What a kind of relation means.
pub(crate) trait Meaning: Sync {
    /// What it asks of a portfolio.
    fn inequalities(&self, _: &Relation) -> Vec<Inequality> {
        Vec::new()
    }

    /// What its members bring together.
    fn joint<'a>(&self, _: &'a Relation) -> Option<Joint<'a>> {
        None
    }

    /// The relation as a phrase, without a capital first letter or a full stop.
    fn describe(&self, case: &Case, relation: &Relation) -> String;

    /// How a portfolio keeps it, judged by the starts alone; none for a kind that asks for nothing. One that asks for a number
    /// of members is judged by how many are chosen.
    fn judge(&self, rule: Rule, relation: &Relation, starts: &Starts) -> Option<Verdict> {
        let [Inequality { side, bound, .. }] = self.inequalities(relation)[..] else { return None };
        let (chosen, bound) = (count(starts.chosen(&relation.members)), Decimal::from(bound));
        Some(Verdict::on(side, rule, chosen, bound, Unit::None))
    }

    /// What is wrong with a relation of this kind.
    fn check(&self, _: &Subject, _: &mut Findings) {}

    /// A relation that cannot be kept where nothing is chosen, without what it demands: what it forbids stays. `None` if
    /// nothing of it is left then.
    fn without_demand(&self, _: &Relation) -> Option<Relation> {
        None
    }
}

/// Control that all members together add while they are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint<'a> {
    /// Who must all be in force.
    pub members: &'a [CandidateIx],
    /// The service that it moves.
    pub service: ServiceIx,
    /// What it adds, in percentage points, before success.
    pub control_gain: Percent,
}

/// When candidates start.
pub(crate) struct Starts(pub(crate) Vec<Option<Year>>);

impl Starts {
    /// When a candidate starts; `None` if it is not chosen.
    pub(crate) fn of(&self, candidate: CandidateIx) -> Option<Year> {
        self.0.get(candidate.0).copied().flatten()
    }

    /// How many of these are chosen.
    pub(crate) fn chosen(&self, members: &[CandidateIx]) -> usize {
        members.iter().filter(|&&member| self.of(member).is_some()).count()
    }
}

/// What a relation is checked against.
pub(crate) struct Subject<'a> {
    pub case: &'a Case,
    pub relation: &'a Relation,
    /// The id of a candidate that must be chosen, with why; none for others.
    pub forced: &'a dyn Fn(CandidateIx) -> Option<String>,
}

impl Subject<'_> {
    pub fn cell(&self, column: &str) -> Place {
        Place::Cell(TableId::Relations, self.relation.row, column.to_owned())
    }

    /// Those members that must be chosen.
    pub fn forced(&self) -> Vec<String> {
        self.relation.members.iter().filter_map(|&member| (self.forced)(member)).collect()
    }

    /// Locks that cannot be kept together with the relation.
    pub fn contradicts(&self, findings: &mut Findings, message: String, remedy: &str) {
        findings.error("lock-against-relation", self.cell("members"), message, remedy);
    }
}

/// What the files of all kinds use.
pub(super) mod prelude {
    pub(crate) use rust_decimal::Decimal;

    pub(crate) use crate::messages::list;
    pub(crate) use crate::model::exact::{count, shown};
    pub(crate) use crate::model::finding::{Findings, Level, Place};
    pub(crate) use crate::model::schema::{TableId, Unit};
    pub(crate) use crate::model::{CandidateIx, Case, Relation, Status};
    pub(crate) use crate::rules::inequality::{Inequality, Side, When};
    pub(crate) use crate::rules::relations::meaning::{Joint, Meaning, Starts, Subject};
    pub(crate) use crate::rules::rule::Rule;
    pub(crate) use crate::rules::verdict::Verdict;
    pub(crate) use crate::rules::words::{few, name, names};
    pub(crate) use crate::say;
}
