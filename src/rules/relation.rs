//! Relations: what holds between candidates; each kind has a file in `relations`.

use super::kind::prelude::*;

/// A relation as a rule, by its position.
pub(super) struct RelationRule(pub usize);

/// All relations of a case that are rules.
pub(super) fn of(case: &Case) -> impl Iterator<Item = Rule> {
    case.relations.iter().enumerate().filter(|(_, relation)| relation.is_rule()).map(|(at, _)| Rule::Relation(at))
}

impl Kind for RelationRule {
    fn nature(&self) -> Nature {
        Nature { weight: 7, ..Nature::wish("relation", 4) }
    }

    fn describe(&self, case: &Case) -> String {
        case.relations.get(self.0).map_or_else(String::new, |it| it.describe(case))
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        let row = case.relations.get(self.0).map_or(0, |it| it.row);
        (format!("relation_{}", self.0 + 1), Place::Cell(TableId::Relations, row, "members".to_owned()))
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        measured.case.relations.get(self.0)?.judge(Rule::Relation(self.0), &measured.starts)
    }

    fn give_up(&self, case: &mut Case) {
        case.relations[self.0] = case.relations[self.0].given_up();
    }

    fn steps(&self, case: &Case) -> u64 {
        case.relations[self.0].most_loosened().map_or(1, |it| it.abs_diff(case.relations[self.0].count) as u64).max(1)
    }

    fn loosened(&self, case: &Case, step: u64) -> Option<Change> {
        let relation = &case.relations[self.0];
        let (last, steps) = (relation.most_loosened()?, usize::try_from(step).unwrap_or(usize::MAX));
        let now = relation.count;
        let count = if last < now { now.saturating_sub(steps) } else { now.saturating_add(steps) };
        Some(Change::Count(Rule::Relation(self.0), count))
    }
}
