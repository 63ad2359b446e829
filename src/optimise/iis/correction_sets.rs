//! The smallest sets of rules without which there is a portfolio, and how little each of them has to be loosened.
//!
//! A *repair* is a set of rules that may give way without which there is a portfolio, and of which none can be left in. The
//! repairs are the smallest sets that touch every conflict (Reiter, "A theory of diagnosis from first principles", 1987): a
//! set that touches all conflicts found so far is tried; where it is not enough, a further conflict is found among the rules
//! that are left (a deletion filter) and the search goes on. So all repairs of one rule come first, then all of two, and so on.
//!
//! Then each rule of a repair is loosened only as far as it must be: a budget or a limit to [`UNIT`] of money or
//! percent, a floor by rungs, a count by one. Where a repair has several rules they are taken one after the other, each as
//! little as can be while those behind it are given up.

use crate::say;
use std::collections::BTreeSet;

use super::feasibility::Feasibility;
use super::filter::deletion_filter;
use rust_decimal::Decimal;

use crate::model::Case;
use crate::rules::{Change, Rule, UNIT, negotiable_rules, units, without_rules};

/// The most rules of one repair.
pub const MOST_RULES: usize = 3;
/// The most conflicts that are looked for.
const MOST_CONFLICTS: usize = 60;
/// This many rules are left out at once in search of a conflict.
const LOT: usize = 8;

/// The rules of a repair, loosened.
#[derive(Debug, Clone, PartialEq)]
pub struct Loosened {
    /// The changes, all of them together.
    pub changes: Vec<Change>,
    /// Whether it is proven that none of them could be smaller.
    pub least: bool,
}

/// Why there are no more repairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complete {
    /// All of at most [`MOST_RULES`] rules are there.
    All,
    /// As many as were asked for.
    Asked,
    /// The search was stopped, or something that was needed was not settled.
    Stopped,
}

/// Who takes each repair as soon as it is found.
pub type Handed<'a, F> = dyn FnMut(&mut F, Loosened) -> Result<(), <F as Feasibility>::Error> + 'a;

/// Finds the repairs of a case without a portfolio, at most this many, and hands each on as soon as it is found. `conflict` are
/// rules that are known not to hold together, where they are known.
pub fn repairs<F: Feasibility>(
    oracle: &mut F,
    case: &Case,
    conflict: &[Rule],
    most: usize,
    each: &mut Handed<'_, F>,
) -> Result<Complete, F::Error> {
    let mut search = Search::new(oracle, case);
    let known: BTreeSet<usize> =
        search.rules.iter().enumerate().filter(|(_, it)| conflict.contains(it)).map(|it| it.0).collect();
    search.conflicts.extend((!known.is_empty()).then_some(known));
    let complete = search.smallest_sets(most, &mut |search, set| {
        let loosened = search.loosened(set)?;
        each(search.oracle, loosened)
    })?;
    Ok(if search.open || search.oracle.is_stopped() { Complete::Stopped } else { complete })
}

/// The ways out that are told with a conflict: one with money alone, and one without.
///
/// Each is irreducible: none of its changes can be left out. One rule is enough wherever one of the conflict's own is; of those
/// the one that weighs least is told, or the one that needs the least money.
pub(super) fn ways_out<F: Feasibility>(
    oracle: &mut F,
    case: &Case,
    conflict: &[Rule],
) -> Result<Vec<Vec<Change>>, F::Error> {
    let mut search = Search::new(oracle, case);
    let is_budget = |&at: &usize| matches!(search.rules[at], Rule::Budget { .. });
    let (budgets, others): (Vec<usize>, Vec<usize>) = (0..search.rules.len()).partition(is_budget);
    let money = search.with_money(&budgets, conflict)?;
    let without = search.with_other_rules(&others, conflict)?;
    Ok([money, without].into_iter().flatten().collect())
}

struct Search<'a, F> {
    oracle: &'a mut F,
    case: &'a Case,
    rules: Vec<Rule>,
    conflicts: Vec<BTreeSet<usize>>,
    /// Whether an answer that was needed was not proven.
    open: bool,
}

/// What is done with a smallest set of rules as soon as it is found.
type Each<'f, S, E> = dyn FnMut(&mut S, &BTreeSet<usize>) -> Result<(), E> + 'f;

impl<'a, F: Feasibility> Search<'a, F> {
    fn new(oracle: &'a mut F, case: &'a Case) -> Self {
        Self { oracle, case, rules: negotiable_rules(case), conflicts: Vec::new(), open: false }
    }

    fn is_possible(&mut self, case: &Case, doing: &str) -> Result<Option<bool>, F::Error> {
        let settled = self.oracle.is_possible(case, doing)?;
        self.open |= settled.is_none();
        Ok(settled)
    }

    fn without(&self, given_up: impl IntoIterator<Item = usize>) -> Case {
        let rules: Vec<Rule> = given_up.into_iter().map(|at| self.rules[at]).collect();
        without_rules(self.case, &rules)
    }

    /// The smallest sets of rules without which there is a portfolio, the smallest first; each is handed on as soon as it is
    /// found. All single rules are tried before further conflicts are looked for, which takes longest.
    fn smallest_sets(&mut self, most: usize, each: &mut Each<'_, Self, F::Error>) -> Result<Complete, F::Error> {
        let mut found: Vec<BTreeSet<usize>> = Vec::new();
        let mut unsettled: Vec<BTreeSet<usize>> = Vec::new();
        // Single rules that are not enough, whose further conflicts are not known yet.
        let mut short: Vec<BTreeSet<usize>> = Vec::new();
        let mut size = usize::from(!self.conflicts.is_empty());
        while size <= MOST_RULES {
            if found.len() >= most {
                return Ok(Complete::Asked);
            }
            if self.oracle.is_stopped() || self.conflicts.len() > MOST_CONFLICTS {
                return Ok(Complete::Stopped);
            }
            let tried: Vec<_> = unsettled.iter().chain(&short).cloned().collect();
            let Some(set) = self.touching(size, &found, &tried) else {
                match short.pop() {
                    Some(set) => self.further(set, &mut unsettled)?,
                    None => size += 1,
                }
                continue;
            };
            match self.is_possible(&self.without(set.iter().copied()), &say!("correction-sets-left-out"))? {
                Some(true) => {
                    each(self, &set)?;
                    found.push(set);
                }
                Some(false) if size == 1 => short.push(set),
                Some(false) => self.further(set, &mut unsettled)?,
                None => unsettled.push(set),
            }
        }
        Ok(Complete::All)
    }

    /// A further conflict beside a set that is not enough, where none is known.
    fn further(&mut self, set: BTreeSet<usize>, unsettled: &mut Vec<BTreeSet<usize>>) -> Result<(), F::Error> {
        if self.conflicts.iter().any(|conflict| conflict.is_disjoint(&set)) {
            return Ok(());
        }
        match self.conflict(&set)? {
            Some(conflict) => self.conflicts.push(conflict),
            None => unsettled.push(set),
        }
        Ok(())
    }

    /// The least money that is found; `None` if no money is enough.
    fn with_money(&mut self, budgets: &[usize], conflict: &[Rule]) -> Result<Option<Vec<Change>>, F::Error> {
        let mut best: Option<(Decimal, Change)> = None;
        for &at in budgets {
            let rule = self.rules[at];
            if !conflict.contains(&rule) {
                continue;
            }
            let cheaper = match &best {
                Some((least, _)) if *least <= UNIT => break,
                Some((least, _)) => rule.loosened(self.case, units(*least) - 1).apply(self.case),
                None => self.without([at]),
            };
            if self.is_possible(&cheaper, &say!("correction-sets-left-out"))? != Some(true) {
                continue;
            }
            for change in self.loosened(&BTreeSet::from([at]))?.changes {
                if let Change::Raise(_, _, by) = change {
                    best = Some((by, change));
                }
            }
        }
        if let Some((_, change)) = best {
            return Ok(Some(vec![change]));
        }
        let lots = vec![budgets.to_vec()];
        self.smallest_of(budgets, lots)
    }

    /// Other rules, of those that weigh least.
    fn with_other_rules(&mut self, others: &[usize], conflict: &[Rule]) -> Result<Option<Vec<Change>>, F::Error> {
        let weight = |rule: Rule| rule.nature().weight;
        let mut own: Vec<usize> = others.iter().filter(|&&at| conflict.contains(&self.rules[at])).copied().collect();
        own.sort_by_key(|&at| weight(self.rules[at]));
        for at in own {
            if self.is_possible(&self.without([at]), &say!("correction-sets-left-out"))? == Some(true) {
                return Ok(Some(self.loosened(&BTreeSet::from([at]))?.changes));
            }
        }
        // What weighs most is kept first.
        let mut all = others.to_vec();
        all.sort_by_key(|&at| std::cmp::Reverse(weight(self.rules[at])));
        let kinds = all.chunk_by(|&a, &b| weight(self.rules[a]) == weight(self.rules[b]));
        let lots: Vec<Vec<usize>> = kinds.map(<[usize]>::to_vec).collect();
        self.smallest_of(&all, lots)
    }

    /// Some of these rules, none of which can be left in, loosened; `None` if all of them are not enough.
    fn smallest_of(&mut self, rules: &[usize], lots: Vec<Vec<usize>>) -> Result<Option<Vec<Change>>, F::Error> {
        let doing = say!("correction-sets-left-out");
        if rules.is_empty() || self.is_possible(&self.without(rules.iter().copied()), &doing)? != Some(true) {
            return Ok(None);
        }
        // A lot need not be given up where the rest is enough.
        let left = deletion_filter(rules.to_vec(), lots.into_iter(), &mut |rest| {
            let settled = self.is_possible(&self.without(rest.iter().copied()), &doing)?;
            Ok(settled.map(|is_possible| !is_possible))
        })?;
        if self.oracle.is_stopped() {
            return Ok(None);
        }
        Ok(Some(self.loosened(&left.rules.into_iter().collect())?.changes))
    }

    /// A set of this many rules that touches every known conflict and contains none of `found`, nor is one of `tried`.
    fn touching(&self, size: usize, found: &[BTreeSet<usize>], tried: &[BTreeSet<usize>]) -> Option<BTreeSet<usize>> {
        fn grow(
            conflicts: &[BTreeSet<usize>],
            set: &BTreeSet<usize>,
            size: usize,
            fits: &dyn Fn(&BTreeSet<usize>) -> bool,
        ) -> Option<BTreeSet<usize>> {
            let untouched = conflicts.iter().find(|conflict| conflict.is_disjoint(set));
            match untouched {
                None => (set.len() == size && fits(set)).then(|| set.clone()),
                Some(_) if set.len() >= size => None,
                Some(conflict) => conflict.iter().find_map(|&rule| {
                    let mut larger = set.clone();
                    larger.insert(rule);
                    grow(conflicts, &larger, size, fits)
                }),
            }
        }
        let fits = |set: &BTreeSet<usize>| !found.iter().any(|other| other.is_subset(set)) && !tried.contains(set);
        grow(&self.conflicts, &BTreeSet::new(), size, &fits)
    }

    /// A smallest set of the rules that are left which cannot hold together; `None` if that was not settled.
    fn conflict(&mut self, given_up: &BTreeSet<usize>) -> Result<Option<BTreeSet<usize>>, F::Error> {
        let active: Vec<usize> = (0..self.rules.len()).filter(|rule| !given_up.contains(rule)).collect();
        let lots: Vec<Vec<usize>> = active.chunks(LOT).map(<[usize]>::to_vec).collect();
        // What is not settled stays in: the set stays a conflict, if not a smallest one.
        let left = deletion_filter(active, lots.into_iter(), &mut |rest| {
            if self.oracle.is_stopped() {
                return Ok(None);
            }
            let others: Vec<usize> = (0..self.rules.len()).filter(|rule| !rest.contains(rule)).collect();
            self.is_possible(&self.without(others), &say!("correction-sets-conflict"))
        })?;
        let is_settled = left.unsettled.is_empty() || !self.oracle.is_stopped();
        Ok((is_settled && !left.rules.is_empty()).then(|| left.rules.into_iter().collect()))
    }

    /// These rules, each loosened as little as can be.
    fn loosened(&mut self, set: &BTreeSet<usize>) -> Result<Loosened, F::Error> {
        let rules: Vec<Rule> = set.iter().map(|&at| self.rules[at]).collect();
        let mut case = self.case.clone();
        let mut loosened = Loosened { changes: Vec::new(), least: true };
        for (at, &rule) in rules.iter().enumerate() {
            let others = without_rules(&case, &rules[at + 1..]);
            let whole = self.case;
            let by = |step: u64| rule.loosened(whole, step).apply(&others);
            let (mut low, mut high) = (0, rule.ask(|it| it.steps(whole)));
            // How much of it is needed by a portfolio that is known is not asked for.
            high = self.known_down_to((low, high), &by);
            while high - low > 1 {
                let middle = low.midpoint(high);
                match self.is_possible(&by(middle), &say!("correction-sets-loosened"))? {
                    Some(true) => high = self.known_down_to((low, middle), &by),
                    Some(false) => low = middle,
                    None => {
                        loosened.least = false;
                        break;
                    }
                }
            }
            let change = rule.loosened(self.case, high);
            case = change.apply(&case);
            loosened.changes.push(change);
        }
        Ok(loosened)
    }
    /// The fewest steps with which a portfolio that is known keeps every rule; `high` is enough.
    fn known_down_to(&mut self, (mut low, mut high): (u64, u64), by: &dyn Fn(u64) -> Case) -> u64 {
        while high - low > 1 {
            let middle = low.midpoint(high);
            if self.oracle.is_known_possible(&by(middle)) { high = middle } else { low = middle }
        }
        high
    }
}
