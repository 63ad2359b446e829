//! What would make an impossible case possible: the smallest sets of rules to loosen, each by as little as can be, in order
//! of price.
//!
//! A *repair* is a set of rules (locks, relations, limits, floors, targets, budgets of a ministry and year) without which
//! there is a portfolio, and of which none can be left in. The repairs are the smallest sets that touch every conflict
//! (Reiter, "A theory of diagnosis from first principles", 1987): a set that touches all conflicts found so far is tried;
//! where it is not enough, a further conflict is found among the rules that are left (a deletion filter, Chinneck and
//! Dravnieks 1991) and the search goes on. So all repairs of one rule come first, then all of two, and so on.
//!
//! Then each rule of a repair is loosened only as far as it must be: a budget or a limit to [`UNIT`] of money or percent, a
//! floor by rungs, a count by one. Where a repair has several rules they are taken one after the other, each as little as
//! can be while those behind it are given up.
//!
//! *Order of price*: the least money added to budgets first; of those that need the same, the one with the highest objective
//! that is then possible.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::alternatives::Ending;
use super::case_transforms::{ample, without_rule, without_rules};
use super::importance::priced_rules;
use super::related::{Failure, QueryRunner, SolutionPool};
use super::saved::Outcome;
use crate::measure::Rule;
use crate::model::{Amount, Case, MinistryIx, Money, RelationKind, RungIx, ServiceIx, Year};
use crate::optimise::{Aim, Known, Measure, Question};

/// How closely money and percentages are found.
pub const UNIT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
/// The most rules of one repair.
pub const MOST_RULES: usize = 3;
/// The most conflicts that are looked for.
const MOST_CONFLICTS: usize = 60;

/// One rule, loosened.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// So much is added to a budget.
    Raise(MinistryIx, Year, Money),
    /// A limit is moved.
    Limit(Rule, Amount),
    /// A service has to hold no more than this rung.
    Floor(ServiceIx, RungIx),
    /// A rule that counts asks for this count.
    Count(Rule, usize),
    /// A rule is given up.
    GiveUp(Rule),
}

/// What would make the case possible.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// The rules to loosen, all of them together.
    pub changes: Vec<Change>,
    /// Money added to budgets in all.
    pub money: Money,
    /// The best portfolio then.
    pub best: Outcome,
    /// Whether it is proven that none of the changes could be smaller.
    pub least: bool,
}

/// The repairs of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Repairs {
    /// The repairs, in order of price.
    pub repairs: Vec<Repair>,
    /// Why there are no more: all of at most [`MOST_RULES`] rules are there, as many as were asked for, or stopped.
    pub ending: Ending,
}

impl Change {
    /// The change in a planner's words, without a capital first letter or a full stop.
    pub fn describe(&self, case: &Case) -> String {
        let unit = case.money_unit();
        let money = |amount: Money| format!("{} {unit}", amount.normalize()).trim_end().to_owned();
        match self {
            Self::Raise(ministry, year, by) => {
                format!("add {} to the budget of {} in {year}", money(*by), case[*ministry].name)
            }
            Self::Limit(rule, to) => {
                let to = match to {
                    Amount::Money(amount) => money(*amount),
                    Amount::Percent(percent) => format!("{} %", percent.normalize()),
                };
                format!("move the limit to {to} ({})", rule.describe(case))
            }
            Self::Floor(service, rung) => format!(
                "lower the floor of {} to {} ({})",
                case[*service].name,
                case[*rung].name,
                Rule::Floor(*service).describe(case)
            ),
            Self::Count(rule, count) => format!("ask for {count} ({})", rule.describe(case)),
            Self::GiveUp(rule) => format!("give up the rule that {}", rule.describe(case)),
        }
    }

    /// The case with the change.
    #[must_use]
    pub fn apply(&self, case: &Case) -> Case {
        let mut changed = case.clone();
        match self {
            Self::Raise(ministry, year, by) => {
                if let Some(at) = case.year_ix(*year) {
                    changed.ministries[ministry.0].budget[at] += by;
                }
            }
            Self::Limit(Rule::LimitMin(at), to) => changed.limits[*at].min = Some(*to),
            Self::Limit(Rule::LimitMax(at), to) => changed.limits[*at].max = Some(*to),
            Self::Floor(service, rung) => changed.services[service.0].floor = Some(*rung),
            Self::Count(Rule::DomainsAtTarget, to) => changed.domains_at_target = *to,
            Self::Count(Rule::Relation(at), to) => {
                if let RelationKind::AtLeast { count, .. } | RelationKind::AtMost { count, .. } =
                    &mut changed.relations[*at].kind
                {
                    *count = *to;
                }
            }
            Self::GiveUp(rule) => return without_rule(case, *rule),
            Self::Limit(..) | Self::Count(..) => {}
        }
        changed
    }
}

/// A rule that can be loosened in steps, from 1 up to `steps`, at which it says nothing any more.
struct Dial<'a> {
    case: &'a Case,
    rule: Rule,
    steps: u64,
}

impl<'a> Dial<'a> {
    fn new(case: &'a Case, rule: Rule) -> Self {
        let units = |amount: Decimal| (amount / UNIT).ceil().to_u64().unwrap_or(u64::MAX >> 1).max(1);
        let most = |amount: &Amount| match amount {
            Amount::Money(money) => units((ample(case) - money).max(UNIT)),
            Amount::Percent(percent) => units(Decimal::ONE_HUNDRED - percent),
        };
        let least = |amount: &Amount| match amount {
            Amount::Money(amount) | Amount::Percent(amount) => units(*amount),
        };
        let count = |count: usize| u64::try_from(count).unwrap_or(1).max(1);
        let steps = match rule {
            Rule::Budget { .. } => units(ample(case)),
            Rule::LimitMax(at) => case.limits[at].max.as_ref().map_or(1, most),
            Rule::LimitMin(at) => case.limits[at].min.as_ref().map_or(1, least),
            Rule::Floor(service) => case[service].floor.map_or(1, |rung| count(rung.0 + 1)),
            Rule::DomainsAtTarget => count(case.domains_at_target),
            Rule::Relation(at) => match &case.relations[at].kind {
                RelationKind::AtLeast { count: least, .. } => count(*least),
                RelationKind::AtMost { count: most, members } => count(members.len().saturating_sub(*most)),
                _ => 1,
            },
            _ => 1,
        };
        Self { case, rule, steps }
    }

    /// The change at a step.
    fn at(&self, step: u64) -> Change {
        let by = UNIT * Decimal::from(step);
        let number = usize::try_from(step).unwrap_or(usize::MAX);
        let moved = |amount: &Amount, by: Decimal| match amount {
            Amount::Money(money) => Amount::Money((money + by).normalize()),
            Amount::Percent(percent) => Amount::Percent((percent + by).normalize()),
        };
        if let Rule::Budget { ministry, year } = self.rule {
            return Change::Raise(ministry, year, by.normalize());
        }
        if step >= self.steps {
            return Change::GiveUp(self.rule);
        }
        let changed = match self.rule {
            Rule::LimitMax(at) => self.case.limits[at].max.as_ref().map(|max| Change::Limit(self.rule, moved(max, by))),
            Rule::LimitMin(at) => {
                self.case.limits[at].min.as_ref().map(|min| Change::Limit(self.rule, moved(min, -by)))
            }
            Rule::Floor(service) => {
                self.case[service].floor.map(|floor| Change::Floor(service, RungIx(floor.0.saturating_sub(number))))
            }
            Rule::DomainsAtTarget => Some(Change::Count(self.rule, self.case.domains_at_target.saturating_sub(number))),
            Rule::Relation(at) => match &self.case.relations[at].kind {
                RelationKind::AtLeast { count, .. } => Some(Change::Count(self.rule, count.saturating_sub(number))),
                RelationKind::AtMost { count, .. } => Some(Change::Count(self.rule, count + number)),
                _ => None,
            },
            _ => None,
        };
        changed.unwrap_or(Change::GiveUp(self.rule))
    }
}

/// The repairs of a case without a portfolio, at most so many. `conflict` are rules that are known not to hold together, where
/// they are known.
pub fn repairs(runner: &QueryRunner<'_>, case: &Case, conflict: &[Rule], most: usize) -> Result<Repairs, Failure> {
    repairs_told(runner, case, conflict, most, &|_| {})
}

/// As [`repairs`], and tells those that are priced so far, in order of price, whenever there is one more: each is priced as
/// soon as it is found, so that the first ones are there long before all are known.
pub fn repairs_told(
    runner: &QueryRunner<'_>,
    case: &Case,
    conflict: &[Rule],
    most: usize,
    tell: &dyn Fn(Repairs),
) -> Result<Repairs, Failure> {
    let rules = priced_rules(case);
    let known: BTreeSet<usize> =
        rules.iter().enumerate().filter(|(_, it)| conflict.contains(it)).map(|it| it.0).collect();
    let conflicts = if known.is_empty() { Vec::new() } else { vec![known] };
    let mut search = Search { runner, case, rules, pool: SolutionPool::default(), conflicts, open: false };
    let mut repairs: Vec<Repair> = Vec::new();
    let ending = search.smallest_sets(most, &mut |search, set| {
        runner.expect(1);
        repairs.extend(search.priced(set)?);
        repairs.sort_by(|a, b| (a.money, b.best.objective).cmp(&(b.money, a.best.objective)));
        runner.finish(1);
        tell(Repairs { repairs: repairs.clone(), ending: Ending::Count });
        Ok(())
    })?;
    let ending = if search.open || runner.is_stopped() { Ending::Stopped } else { ending };
    Ok(Repairs { repairs, ending })
}

/// A smallest set of rules that cannot hold together; none where the case is possible, or that was not settled. Quicker than the
/// explanation of the optimiser, which also looks among the facts of single candidates.
pub fn first_conflict(runner: &QueryRunner<'_>, case: &Case) -> Result<Option<Vec<Rule>>, Failure> {
    let rules = priced_rules(case);
    let mut search = Search { runner, case, rules, pool: SolutionPool::default(), conflicts: Vec::new(), open: false };
    if search.possible(case, "whether anything is possible")? != Some(false) {
        return Ok(None);
    }
    let found = search.conflict(&BTreeSet::new())?;
    Ok(found.map(|found| found.into_iter().map(|at| search.rules[at]).collect()))
}

struct Search<'a, 'd> {
    runner: &'a QueryRunner<'d>,
    case: &'a Case,
    rules: Vec<Rule>,
    pool: SolutionPool,
    conflicts: Vec<BTreeSet<usize>>,
    /// Whether an answer that was needed was not proven.
    open: bool,
}

/// What is done with a smallest set of rules as soon as it is found.
type Priced<'f, S> = dyn FnMut(&mut S, &BTreeSet<usize>) -> Result<(), Failure> + 'f;

/// Below every objective.
const LOWEST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, true, 0);

impl Search<'_, '_> {
    /// Whether a case has a portfolio; none where that was not settled.
    fn possible(&mut self, case: &Case, doing: &str) -> Result<Option<bool>, Failure> {
        // Any portfolio will do; points alone are the least work.
        let question = Question::new(Arc::new(case.clone()), Aim::Highest(Measure::Points));
        if self.pool.reaches(&question, LOWEST) {
            self.runner.imply();
            return Ok(Some(true));
        }
        let reply = self.runner.ask(&mut self.pool, &question, None, doing)?;
        let settled = match (reply.known, &reply.found) {
            (_, Some(_)) => Some(true),
            (Known::Impossible, None) => Some(false),
            _ => None,
        };
        self.open |= settled.is_none();
        Ok(settled)
    }

    fn without(&self, given_up: impl IntoIterator<Item = usize>) -> Case {
        let rules: Vec<Rule> = given_up.into_iter().map(|at| self.rules[at]).collect();
        without_rules(self.case, &rules)
    }

    /// The smallest sets of rules without which there is a portfolio, the smallest first; each is handed on as soon as it is
    /// found. All single rules are tried before further conflicts are looked for, which takes longest.
    fn smallest_sets(&mut self, most: usize, each: &mut Priced<'_, Self>) -> Result<Ending, Failure> {
        let mut found: Vec<BTreeSet<usize>> = Vec::new();
        let mut unsettled: Vec<BTreeSet<usize>> = Vec::new();
        // Single rules that are not enough, whose further conflicts are not known yet.
        let mut short: Vec<BTreeSet<usize>> = Vec::new();
        let mut size = usize::from(!self.conflicts.is_empty());
        while size <= MOST_RULES {
            if found.len() >= most {
                return Ok(Ending::Count);
            }
            if self.runner.is_stopped() || self.conflicts.len() > MOST_CONFLICTS {
                return Ok(Ending::Stopped);
            }
            let tried: Vec<_> = unsettled.iter().chain(&short).cloned().collect();
            let Some(set) = self.touching(size, &found, &tried) else {
                match short.pop() {
                    Some(set) => self.further(set, &mut unsettled)?,
                    None => size += 1,
                }
                continue;
            };
            match self.possible(&self.without(set.iter().copied()), "rules left out")? {
                Some(true) => {
                    each(self, &set)?;
                    found.push(set);
                }
                Some(false) if size == 1 => short.push(set),
                Some(false) => self.further(set, &mut unsettled)?,
                None => unsettled.push(set),
            }
        }
        Ok(Ending::Complete)
    }

    /// A further conflict beside a set that is not enough, where none is known.
    fn further(&mut self, set: BTreeSet<usize>, unsettled: &mut Vec<BTreeSet<usize>>) -> Result<(), Failure> {
        if self.conflicts.iter().any(|conflict| conflict.is_disjoint(&set)) {
            return Ok(());
        }
        match self.conflict(&set)? {
            Some(conflict) => self.conflicts.push(conflict),
            None => unsettled.push(set),
        }
        Ok(())
    }

    /// A set of so many rules that touches every known conflict and contains none of `found`, nor is one of `tried`.
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

    /// A smallest set of the rules that are left which cannot hold together; none where that was not settled.
    fn conflict(&mut self, given_up: &BTreeSet<usize>) -> Result<Option<BTreeSet<usize>>, Failure> {
        let mut active: BTreeSet<usize> = (0..self.rules.len()).filter(|rule| !given_up.contains(rule)).collect();
        let mut lots: Vec<Vec<usize>> =
            active.iter().copied().collect::<Vec<_>>().chunks(8).map(<[usize]>::to_vec).collect();
        lots.reverse();
        while let Some(lot) = lots.pop() {
            let rest: BTreeSet<usize> = active.iter().filter(|rule| !lot.contains(rule)).copied().collect();
            let others: Vec<usize> = (0..self.rules.len()).filter(|rule| !rest.contains(rule)).collect();
            match self.possible(&self.without(others), "rules that conflict")? {
                Some(false) => active = rest,
                None if self.runner.is_stopped() => return Ok(None),
                // What is not settled stays in: the set stays a conflict, if not a smallest one.
                _ if lot.len() == 1 => {}
                _ => {
                    let (left, right) = lot.split_at(lot.len() / 2);
                    lots.extend([right.to_vec(), left.to_vec()]);
                }
            }
        }
        Ok((!active.is_empty()).then_some(active))
    }

    /// A repair of these rules, each loosened as little as can be.
    fn priced(&mut self, set: &BTreeSet<usize>) -> Result<Option<Repair>, Failure> {
        let rules: Vec<Rule> = set.iter().map(|&at| self.rules[at]).collect();
        let mut case = self.case.clone();
        let mut changes = Vec::new();
        let mut least = true;
        for (at, &rule) in rules.iter().enumerate() {
            let others = without_rules(&case, &rules[at + 1..]);
            let dial = Dial::new(self.case, rule);
            let (mut low, mut high) = (0, dial.steps);
            while high - low > 1 {
                let middle = low.midpoint(high);
                match self.possible(&dial.at(middle).apply(&others), "a rule loosened")? {
                    Some(true) => high = middle,
                    Some(false) => low = middle,
                    None => {
                        least = false;
                        break;
                    }
                }
            }
            let change = dial.at(high);
            case = change.apply(&case);
            changes.push(change);
        }
        let best = Outcome::of(&self.runner.best(&mut self.pool, &case, "the best of a repaired case")?);
        let money = changes.iter().map(|change| if let Change::Raise(_, _, by) = change { *by } else { Decimal::ZERO });
        let money = money.sum();
        Ok(Some(Repair { changes, money, best, least }))
    }
}
