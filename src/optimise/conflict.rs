//! Why nothing is possible, as it is told.

use crate::model::Case;
use crate::model::order::InOrder as _;
use crate::rules::{Rule, told_together};
use crate::say;

/// Rules that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The rules: what planners change first comes first, what a candidate is like last.
    pub rules: Vec<Rule>,
    /// The rules in the planner's words, one each.
    pub words: Vec<String>,
    /// The same as it is told: budgets of one ministry in years that follow each other are one line.
    pub lines: Vec<String>,
    /// Whether all that candidates are like (when they may start, who may pay for them) is a member as well, as a whole: which of it
    /// was not found out. It is the last of `words` and of `lines`.
    pub all_facts: bool,
    /// The smallest change found that makes the case possible, in words; it was tried, and a portfolio keeps all rules
    /// then. `None` if no single kind of change is enough or time ran out.
    pub repair: Option<String>,
    /// Whether it is proven that without any one of these rules the others can hold. False where a probe ran out of
    /// time, or while fewer are still looked for; the rule was kept then.
    pub proven_smallest: bool,
}

impl Conflict {
    /// What these rules say, without a way out.
    pub(super) fn of(case: &Case, mut rules: Vec<Rule>, all_facts: bool, proven_smallest: bool) -> Self {
        rules.order_by_key(|&rule| (std::cmp::Reverse(rule.nature().interest), rule));
        let facts = all_facts.then(|| say!("conflict-all-facts"));
        let words = rules.iter().map(|rule| rule.describe(case)).chain(facts.clone()).collect();
        let lines = told_together(case, &rules).into_iter().chain(facts).collect();
        Self { rules, words, lines, all_facts, repair: None, proven_smallest }
    }

    /// The same, in the words of this case.
    #[must_use]
    pub fn of_case(self, case: &Case) -> Self {
        Self { repair: self.repair, ..Self::of(case, self.rules, self.all_facts, self.proven_smallest) }
    }

    /// How many of the lines, the last ones, say what a single candidate is like.
    #[must_use]
    pub fn facts(&self) -> usize {
        self.rules.iter().filter(|rule| rule.nature().is_fact).count()
    }

    /// The lines that are about what somebody decided, or about all candidates.
    #[must_use]
    pub fn beside_facts(&self) -> &[String] {
        &self.lines[..self.lines.len().saturating_sub(self.facts())]
    }
}
