//! Why no portfolio is possible: a smallest set of rules that cannot hold together.
//!
//! A deletion filter over the rules of the case, by name: rules are taken out in lots, and a lot stays out where the
//! rest still cannot hold together. What remains is irreducible: without any one of it the others can hold. It need not
//! be the only such set, nor the one with the fewest rules of all. A rule is left out as a repair gives it up: a budget is raised to
//! more than anything could ask for.
//!
//! First what somebody decided is filtered, with what the candidates are like as it is: only what the engine's proof has rows for,
//! where it has. Then, with few rules left, what the candidates are like. Where that would take too long, all of it counts as one
//! member of the conflict. Where the rules conflict whatever the candidates are like, that is tried as well, and the shorter set
//! is told: without the years in which a candidate can start, a conflict about two years needs every budget before them.

use super::correction_sets::ways_out;
use super::feasibility::{Feasibility, Probing, Search};
use super::filter::deletion_filter;
use super::words::in_words;
use crate::measure::Rule;
use crate::model::Case;
use crate::model::order::InOrder as _;
use crate::optimise::answer::OptimiseError;
use crate::optimise::conflict::Conflict;
use crate::optimise::options::Stage;
use crate::optimise::run::Run;
use crate::rules::{rules_in_conflicts, without_rule, without_rules};

/// This many nodes may be searched for which facts of candidates belong to a conflict.
const FOR_FACTS: u64 = 1000;

/// Explains why no portfolio is possible, as `solver` found out; `None` if it was stopped before it began.
pub(crate) fn explain(run: &mut Run, solver: &'static str, search: Search) -> Result<Option<Conflict>, OptimiseError> {
    if run.asks_to_stop(Stage::Conflict) {
        return Ok(None);
    }
    let case = run.case;
    // What says nothing takes no part.
    let says_something = |&rule: &Rule| without_rule(case, rule) != *case;
    let all = rules_in_conflicts(case).into_iter().filter(says_something);
    let (facts, rules): (Vec<Rule>, Vec<Rule>) = all.partition(|rule| rule.nature().is_fact);
    let mut filtering = Filtering {
        probing: Probing::new(run, search),
        case,
        all: [rules.clone(), facts.clone()].concat(),
        fewest: None,
    };
    filtering.probing.insist(true);
    let open = match filtering.can_hold(&rules, &facts)? {
        Some(true) => return Err(OptimiseError::WronglyInfeasible(solver)),
        Some(false) => 0,
        None => 1,
    };
    filtering.probing.insist(false);
    let mut found = filtering.as_they_are(&rules, &facts)?;
    if found.needs_facts() && filtering.can_hold(&rules, &[])? == Some(false) {
        let other = filtering.smallest(&rules, &[])?;
        if (other.unsettled, other.members()) < (found.unsettled, found.members()) {
            found = other;
        }
    }
    let conflict = found.told(case, found.unsettled + open == 0);
    let mut probing = filtering.probing;
    probing.stage = Stage::Repair;
    probing.tell(conflict.clone());
    let ways = ways_out(&mut probing, case, &conflict.rules)?;
    Ok(Some(Conflict { repair: in_words(case, &ways), ..conflict }))
}

/// A set that cannot hold together.
struct Smallest {
    /// What somebody decided.
    rules: Vec<Rule>,
    /// What candidates are like.
    facts: Vec<Rule>,
    /// Whether all that candidates are like is one member.
    all_facts: bool,
    /// This many of them are there because they were not settled.
    unsettled: usize,
}

impl Smallest {
    fn needs_facts(&self) -> bool {
        self.all_facts || !self.facts.is_empty()
    }

    fn members(&self) -> usize {
        self.rules.len() + self.facts.len() + usize::from(self.all_facts)
    }

    fn told(&self, case: &Case, proven_smallest: bool) -> Conflict {
        Conflict::of(case, [self.rules.as_slice(), &self.facts].concat(), self.all_facts, proven_smallest)
    }
}

/// The rules of a case, some of which are left out.
struct Filtering<'r, 'a> {
    probing: Probing<'r, 'a>,
    case: &'a Case,
    all: Vec<Rule>,
    /// This many rules are told already.
    fewest: Option<usize>,
}

impl Filtering<'_, '_> {
    /// Whether these rules can hold together with these facts; `None` if that was not settled. Where they cannot, they are the
    /// best explanation so far, unless a shorter one is known.
    fn can_hold(&mut self, rules: &[Rule], facts: &[Rule]) -> Result<Option<bool>, OptimiseError> {
        let others = self.all.iter().filter(|rule| !rules.contains(rule) && !facts.contains(rule));
        let without = without_rules(self.case, &others.copied().collect::<Vec<_>>());
        let settled = self.probing.is_possible(&without, "")?;
        let members = rules.len() + usize::from(!facts.is_empty());
        if settled == Some(false) && self.fewest.is_none_or(|fewest| members < fewest) {
            self.fewest = Some(members);
            self.probing.tell(Conflict::of(self.case, rules.to_vec(), !facts.is_empty(), false));
        }
        Ok(settled)
    }

    /// A smallest set of these rules, with facts that stay; and what of the facts it needs.
    fn as_they_are(&mut self, rules: &[Rule], facts: &[Rule]) -> Result<Smallest, OptimiseError> {
        let found = self.smallest(rules, facts)?;
        if facts.is_empty() || self.can_hold(&found.rules, &[])? == Some(false) {
            return Ok(Smallest { facts: Vec::new(), all_facts: false, ..found });
        }
        self.probing.allow(Some(FOR_FACTS));
        let lots = by_interest(facts);
        let needed = deletion_filter(facts.to_vec(), lots, &mut |rest| self.can_hold(&found.rules, rest))?;
        self.probing.allow(None);
        Ok(if needed.unsettled.is_empty() {
            Smallest { facts: needed.rules, all_facts: false, ..found }
        } else {
            found
        })
    }

    /// A smallest set of these rules that cannot hold together with these facts, all of which count as one member.
    fn smallest(&mut self, rules: &[Rule], facts: &[Rule]) -> Result<Smallest, OptimiseError> {
        let begin = self.of_the_proof(rules, facts)?;
        let lots = by_interest(&begin);
        let mut left = deletion_filter(begin, lots, &mut |rest| self.can_hold(rest, facts))?;
        if !left.unsettled.is_empty() {
            // With the others gone it is often easy.
            self.probing.insist(true);
            let lots: Vec<Vec<Rule>> = left.unsettled.iter().map(|&rule| vec![rule]).collect();
            left = deletion_filter(left.rules, lots.into_iter(), &mut |rest| self.can_hold(rest, facts))?;
            self.probing.insist(false);
        }
        let (all_facts, unsettled) = (!facts.is_empty(), left.unsettled.len());
        Ok(Smallest { rules: left.rules, facts: Vec::new(), all_facts, unsettled })
    }

    /// Those of the rules that the engine's last proof needs, and those that it has no rows for.
    fn of_the_proof(&mut self, rules: &[Rule], facts: &[Rule]) -> Result<Vec<Rule>, OptimiseError> {
        let Some(needed) = self.probing.rules_of_proof() else { return Ok(rules.to_vec()) };
        let has_rows = |rule: Rule| {
            let is_of_an_end = matches!(rule, Rule::Floor(_) | Rule::DomainFloor(_) | Rule::TakeoverFloor(_));
            !is_of_an_end && !matches!(rule, Rule::LockedIn(_) | Rule::LockedOut(_))
        };
        let left: Vec<Rule> =
            rules.iter().filter(|&&rule| !has_rows(rule) || needed.contains(&rule)).copied().collect();
        Ok(if self.can_hold(&left, facts)? == Some(false) { left } else { rules.to_vec() })
    }
}

/// Rules in the order in which they are left out, in lots of a kind: what planners change first is kept longest.
fn by_interest(rules: &[Rule]) -> std::vec::IntoIter<Vec<Rule>> {
    let interest = |rule: Rule| rule.nature().interest;
    let mut rules = rules.to_vec();
    rules.order_by_key(|&rule| (interest(rule), rule));
    let lots: Vec<Vec<Rule>> = rules.chunk_by(|&a, &b| interest(a) == interest(b)).map(<[Rule]>::to_vec).collect();
    lots.into_iter()
}
