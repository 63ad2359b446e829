//! Why no portfolio is possible: a smallest set of rules that cannot hold together.
//!
//! A deletion filter over the rules of the case, by name: rules are taken out in lots, and a lot stays out where the
//! rest still cannot hold together. What remains is irreducible: without any one of it the others can hold. It need not
//! be the only such set, nor the one with the fewest rules of all; two orders of leaving out are tried, and the shorter set
//! is told. Before the filter begins, all goes whose rows the engine's proof does not need.
//!
//! A rule is left out as a repair gives it up: a budget is raised to more than anything could ask for.

use super::correction_sets::ways_out;
use super::feasibility::{Feasibility, Probing};
use super::filter::deletion_filter;
use super::words::in_words;
use crate::measure::Rule;
use crate::model::Case;
use crate::optimise::answer::OptimiseError;
use crate::optimise::conflict::Conflict;
use crate::optimise::options::Stage;
use crate::optimise::run::Run;
use crate::rules::{rules_in_conflicts, without_rule, without_rules};

/// Explains why no portfolio is possible, as `solver` found out; none where it was stopped before it began.
pub(crate) fn explain(run: &mut Run, solver: &'static str) -> Result<Option<Conflict>, OptimiseError> {
    if run.asks_to_stop(Stage::Conflict) {
        return Ok(None);
    }
    let case = run.case;
    let all: Vec<Rule> = rules_in_conflicts(case).into_iter().filter(|&rule| without_rule(case, rule) != *case).collect();
    let mut filtering = Filtering { probing: Probing::new(run), case, all, fewest: None };
    let open = match filtering.can_hold(&filtering.all.clone())? {
        Some(true) => return Err(OptimiseError::WronglyInfeasible(solver)),
        Some(false) => 0,
        None => 1,
    };
    let begin = filtering.of_the_proof()?;
    let mut best: Option<(Vec<Rule>, usize)> = None;
    for order in ORDERS {
        let mut rules = begin.clone();
        rules.sort_by_key(|&rule| (order(rule), rule));
        let kinds: Vec<Vec<Rule>> = rules.chunk_by(|&a, &b| order(a) == order(b)).map(<[Rule]>::to_vec).collect();
        let left = deletion_filter(rules, kinds.into_iter(), &mut |rest| filtering.can_hold(rest))?;
        let found = (left.rules, open + left.unsettled);
        let better = |best: &(Vec<Rule>, usize)| (found.1, found.0.len()) < (best.1, best.0.len());
        if best.as_ref().is_none_or(better) {
            best = Some(found);
        }
    }
    let (rules, inconclusive) = best.unwrap_or((begin, open));
    let conflict = Conflict::of(case, rules, inconclusive == 0);
    let mut probing = filtering.probing;
    probing.stage = Stage::Repair;
    probing.tell(conflict.clone());
    let ways = ways_out(&mut probing, case, &conflict.rules)?;
    Ok(Some(Conflict { repair: in_words(case, &ways), ..conflict }))
}

/// In which orders rules are left out. Each ends with a set from which nothing more can be left out, but one can be much
/// shorter than the other: without the years in which a candidate can start, a conflict about two years needs every budget
/// before them. The shorter one is told.
const ORDERS: [fn(Rule) -> u8; 2] = [interest, facts_last];

fn interest(rule: Rule) -> u8 {
    rule.nature().interest
}

/// The same order, but what a candidate is like is left out last: the case is explained as it stands around it.
fn facts_last(rule: Rule) -> u8 {
    if rule.nature().is_fact { 20 + interest(rule) } else { interest(rule) }
}

/// The rules of a case, some of which are left out.
struct Filtering<'r, 'a> {
    probing: Probing<'r, 'a>,
    case: &'a Case,
    all: Vec<Rule>,
    /// So many rules are told already.
    fewest: Option<usize>,
}

impl Filtering<'_, '_> {
    /// Whether these rules can hold together; none where that was not settled. Where they cannot, they are the best
    /// explanation so far, unless a shorter one is known.
    fn can_hold(&mut self, rules: &[Rule]) -> Result<Option<bool>, OptimiseError> {
        let others: Vec<Rule> = self.all.iter().filter(|rule| !rules.contains(rule)).copied().collect();
        let settled = self.probing.is_possible(&without_rules(self.case, &others), "")?;
        if settled == Some(false) && self.fewest.is_none_or(|fewest| rules.len() < fewest) {
            self.fewest = Some(rules.len());
            self.probing.tell(Conflict::of(self.case, rules.to_vec(), false));
        }
        Ok(settled)
    }

    /// The rules that the engine's proof needs, and those that it has no rows for.
    fn of_the_proof(&mut self) -> Result<Vec<Rule>, OptimiseError> {
        let Some(needed) = self.probing.rules_of_proof() else { return Ok(self.all.clone()) };
        let has_rows = |rule: Rule| !rule.nature().is_fact && !matches!(rule, Rule::Floor(_) | Rule::LockedIn(_) | Rule::LockedOut(_));
        let left: Vec<Rule> = self.all.iter().filter(|&&rule| !has_rows(rule) || needed.contains(&rule)).copied().collect();
        Ok(if self.can_hold(&left)? == Some(false) { left } else { self.all.clone() })
    }
}
