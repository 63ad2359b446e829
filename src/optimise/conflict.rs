//! Why nothing is possible, as it is told.

use crate::rules::{Rule, told_together};
use crate::model::Case;

/// Rules that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The rules: what planners change first comes first, what a candidate is like last.
    pub rules: Vec<Rule>,
    /// The rules in the planner's words, one each.
    pub words: Vec<String>,
    /// The same as it is told: budgets of one ministry in years that follow each other are one line.
    pub lines: Vec<String>,
    /// The smallest change found that makes the case possible, in words; it was tried, and a portfolio keeps all rules
    /// then. None where no single kind of change is enough or time ran out.
    pub repair: Option<String>,
    /// Whether it is proven that without any one of these rules the others can hold. False where a probe ran out of
    /// time, or while fewer are still looked for; the rule was kept then.
    pub proven_smallest: bool,
}

impl Conflict {
    /// What these rules say, without a way out.
    pub(super) fn of(case: &Case, mut rules: Vec<Rule>, proven_smallest: bool) -> Self {
        rules.sort_unstable_by_key(|&rule| (std::cmp::Reverse(rule.nature().interest), rule));
        let words = rules.iter().map(|rule| rule.describe(case)).collect();
        let lines = told_together(case, &rules);
        Self { rules, words, lines, repair: None, proven_smallest }
    }

    /// How many of the rules say what a candidate is like: the last ones.
    #[must_use]
    pub fn facts(&self) -> usize {
        self.rules.iter().filter(|rule| rule.nature().is_fact).count()
    }
}
