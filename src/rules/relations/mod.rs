//! What the relations between candidates mean: one file for each kind, and the list of them all.
//!
//! A kind says what it asks for as [`Inequality`]s and what it adds as a [`Joint`] effect. All else that can be told from
//! these, for any kind, is told here. A kind that is no count of members judges a portfolio
//! by itself, from the starts: the tests hold the two against each other, so that what is searched for is what is judged.

mod at_least;
mod at_most;
mod excludes;
mod meaning;
mod requires;
mod synergy;
#[cfg(test)]
#[cfg(not(feature = "alone"))]
mod tests;
#[cfg(test)]
mod together;

pub use meaning::Joint;
use meaning::Meaning;
pub(crate) use meaning::Starts;
use meaning::prelude::*;

use crate::model::RelationKind;

/// The list of kinds.
fn meaning(kind: RelationKind) -> &'static dyn Meaning {
    match kind {
        RelationKind::Requires => &requires::Requires,
        RelationKind::Excludes => &excludes::Excludes,
        RelationKind::AtLeast => &at_least::AtLeast,
        RelationKind::AtMost => &at_most::AtMost,
        RelationKind::Synergy => &synergy::Synergy,
        #[cfg(test)]
        RelationKind::Together => &together::Together,
    }
}

impl Relation {
    /// What it asks of a portfolio.
    pub fn inequalities(&self) -> Vec<Inequality> {
        meaning(self.kind).inequalities(self)
    }

    /// What its members bring together.
    pub fn joint(&self) -> Option<Joint<'_>> {
        meaning(self.kind).joint(self)
    }

    /// Whether it is about something that is withheld from the readers.
    pub fn is_withheld(&self, case: &Case) -> bool {
        let withheld = |member: &CandidateIx| case.candidates.get(member.0).is_some_and(|it| it.withheld.is_some());
        let service = self.service.and_then(|service| case.services.get(service.0));
        self.members.iter().any(withheld) || service.is_some_and(|service| service.withheld.is_some())
    }

    /// The relation in a planner's words: a phrase, without a capital first letter or a full stop.
    pub fn describe(&self, case: &Case) -> String {
        if self.is_withheld(case) {
            return say!("rule-withheld");
        }
        meaning(self.kind).describe(case, self)
    }

    /// How a portfolio with these starts keeps it; `None` if it asks for nothing.
    pub(crate) fn judge(&self, rule: Rule, starts: &Starts) -> Option<Verdict> {
        meaning(self.kind).judge(rule, self, starts)
    }

    /// Adds what is wrong with it, beside what is wrong with the cells of its row.
    pub(crate) fn check(&self, case: &Case, forced: &dyn Fn(CandidateIx) -> Option<String>, findings: &mut Findings) {
        meaning(self.kind).check(&Subject { case, relation: self, forced }, findings);
    }

    /// Whether it is a rule that a portfolio keeps or breaks.
    pub fn is_rule(&self) -> bool {
        self.joint().is_none() || !self.inequalities().is_empty()
    }

    /// Who is chosen only with whom.
    pub fn needs(&self) -> impl Iterator<Item = (CandidateIx, CandidateIx)> + use<> {
        self.inequalities().into_iter().filter_map(|it| it.need())
    }

    /// Who starts no earlier than whom, and only with it.
    pub fn needs_in_order(&self) -> impl Iterator<Item = (CandidateIx, CandidateIx)> + use<> {
        self.inequalities().into_iter().filter(|it| it.when == When::ByEachYear).filter_map(|it| it.need())
    }

    /// Those of its members whose choice can be of use by this relation.
    pub fn helpers(&self) -> Vec<CandidateIx> {
        let inequalities = self.inequalities();
        let joint = self.joint().map_or(&[][..], |joint| joint.members);
        inequalities.iter().flat_map(Inequality::helpers).chain(joint.iter().copied()).collect()
    }

    /// Whether more picks can fix it where it is broken.
    pub fn asks_for_more(&self) -> bool {
        self.inequalities().iter().any(|it| it.helpers().next().is_some())
    }

    /// The same row without anything that it asks for.
    #[must_use]
    pub fn given_up(&self) -> Self {
        Self { row: self.row, ..Self::counting(RelationKind::AtLeast, 0, Vec::new()) }
    }

    /// The relation without what it demands where nothing is chosen; what it forbids stays.
    #[must_use]
    pub fn without_demand(&self) -> Self {
        if self.inequalities().iter().all(Inequality::is_kept_by_nothing) {
            return self.clone();
        }
        meaning(self.kind).without_demand(self).unwrap_or_else(|| self.given_up())
    }

    /// The count with which it asks for nothing; none for one that can only be given up.
    pub fn most_loosened(&self) -> Option<usize> {
        let [Inequality { side, .. }] = self.inequalities()[..] else { return None };
        let last = if side == Side::AtLeast { 0 } else { self.members.len().max(self.count) };
        self.kind.shape().counts.then_some(last)
    }

    /// Whether it is no easier to keep than another one, and adds no more: all that keeps it keeps the other.
    pub fn is_no_looser(&self, than: &Self) -> bool {
        // All but the row is read by what follows; a field that is added must be, too.
        let Self { kind: _, members: _, count: _, service: _, control_gain: _, row: _ } = self;
        let own = self.inequalities();
        let adds_no_more = match (self.joint(), than.joint()) {
            (None, None) => true,
            (Some(Joint { members, service, control_gain }), Some(other)) => {
                (members, service) == (other.members, other.service) && control_gain <= other.control_gain
            }
            _ => false,
        };
        adds_no_more
            && than.inequalities().iter().all(|it| it.is_always_kept() || own.iter().any(|own| own.is_no_looser(it)))
    }

    /// What it is in words that depend neither on positions in the case nor on its numbers.
    pub(crate) fn name(&self, case: &Case) -> String {
        let Self { kind, members, count: _, service, control_gain: _, row: _ } = self;
        let moved = service.map(|service| case[service].id.as_str());
        let members = members.iter().map(|&member| case[member].id.as_str());
        [kind.word()].into_iter().chain(moved).chain(members).collect::<Vec<_>>().join(" ")
    }
}
