//! Why no portfolio is possible: a smallest set of rules that cannot hold together.
//!
//! A deletion filter over the rules of the case, by name: rules are taken out in lots, and a lot stays out where the
//! rest still cannot hold together. What remains is irreducible: without any one of it the others can hold. It need not
//! be the only such set, nor the one with the fewest rules of all; two orders of leaving out are tried, and the shorter set
//! is told.

use std::time::Duration;

use rust_decimal::Decimal;

use super::elastic::cheapest;
use super::filter::deletion_filter;
use super::probe::{Probe, solved};
use crate::measure::Rule;
use crate::optimise::answer::{Conflict, OptimiseError};
use crate::optimise::milp::doubt::doubt;
use crate::optimise::milp::formulation::program::{Program, Row, Tag};
use crate::optimise::milp::formulation::{Form, state_unless};
use crate::optimise::milp::{Backend, Ended};
use crate::optimise::options::Stage;
use crate::optimise::run::Run;
use crate::optimise::solvers::choice;

/// The longest time for one probe. A probe that runs out of it is inconclusive, and its rule is kept.
const PROBE: Duration = Duration::from_secs(10);

/// Explains why no portfolio is possible; none where it was stopped before it began.
pub(crate) fn explain(run: &mut Run) -> Result<Option<Conflict>, OptimiseError> {
    let backend = choice::backend(run.options);
    let case = run.case;
    let stated = state_unless(case, Form::Apart, &mut || run.asks_to_stop(Stage::Conflict));
    let Some(statement) = stated else { return Ok(None) };
    let mut rules = rules(&statement.program);
    let mut open = 0;
    let doubted = doubt(&statement.program, &Vec::new(), true).is_some();
    let mut can_hold = |rules: &[Rule]| can_hold(run, backend.as_ref(), &statement.program, rules);
    match can_hold(&rules)? {
        // What a solver takes for possible, or impossible, proves nothing where numbers are too far apart for it.
        _ if doubted => open = 1,
        Some(true) => return Err(OptimiseError::WronglyInfeasible(backend.name())),
        Some(false) => {}
        None => open = 1,
    }
    let mut fewest: Option<(Vec<Rule>, usize)> = None;
    for order in ORDERS {
        rules.sort_by_key(|&rule| (order(rule), rule));
        let kinds: Vec<Vec<Rule>> = rules.chunk_by(|&a, &b| order(a) == order(b)).map(<[Rule]>::to_vec).collect();
        let left = deletion_filter(rules.clone(), kinds.into_iter(), &mut can_hold)?;
        let found = (left.rules, open + left.unsettled);
        let better = |best: &(Vec<Rule>, usize)| (found.1, found.0.len()) < (best.1, best.0.len());
        if fewest.as_ref().is_none_or(better) {
            fewest = Some(found);
        }
    }
    let (mut rules, inconclusive) = fewest.unwrap_or((rules, open));
    // What planners change first is told first.
    rules.sort_by_key(|&rule| (std::cmp::Reverse(interest(rule)), rule));
    let proven_smallest = inconclusive == 0;
    let words = rules.iter().map(|rule| rule.describe(run.case)).collect();
    let repair = cheapest(run, backend.as_ref())?;
    Ok(Some(Conflict { rules, words, repair, proven_smallest }))
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

/// The rules that the program states.
fn rules(program: &Program) -> Vec<Rule> {
    let of_row = |row: &Row| match row.tag {
        Tag::Rule(rule) => Some(rule),
        _ => None,
    };
    let mut rules: Vec<Rule> = program.rows.iter().filter_map(of_row).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// Whether these rules of a program can hold together; none where the probe ran out of time.
fn can_hold(
    run: &mut Run,
    backend: &dyn Backend,
    program: &Program,
    rules: &[Rule],
) -> Result<Option<bool>, OptimiseError> {
    let holds = |row: &&Row| match &row.tag {
        Tag::Rule(rule) => rules.contains(rule),
        _ => true,
    };
    let program = Program { rows: program.rows.iter().filter(holds).cloned().collect(), ..program.clone() };
    // Any point at all is asked for.
    let probe = Probe { objective: Vec::new(), gap: Decimal::ZERO, longest: PROBE, stage: Stage::Conflict };
    let outcome = solved(run, backend, &program, probe)?;
    Ok(outcome.and_then(|outcome| match outcome.end {
        Ended::Infeasible => Some(false),
        Ended::Done => Some(true),
        Ended::Stopped(_) => outcome.values.map(|_| true),
    }))
}
