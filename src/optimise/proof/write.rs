//! Writes a proof down: the search's own tree, with its multipliers in the units of the case.

use crate::model::order::InOrder as _;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::ControlFlow;

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::digest::digest;
use super::{FORMAT, Floor};
use crate::measure::evaluate;
use crate::model::{Aggregate, Case, Timing};
use crate::optimise::canonical_case::CanonicalCase;
use crate::optimise::dd::{Entry, Problem, Record, Sparse, problem, search};
use crate::optimise::highest_level::HighestLevel;
use crate::optimise::instance::Halt;
use crate::optimise::instance::domains::Decision;
use crate::optimise::instance::rows::RowName;
use crate::optimise::options::Progress;
use crate::optimise::solvers::{Engine, Solver};
use crate::optimise::task::{End, Found, SolverError, Task};

/// A written proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// The text, JSON Lines.
    pub text: String,
    /// What the search found.
    pub found: Found,
}

/// Searches and writes the proof down; none when the search was stopped before it was through.
///
/// Of a case that goes by its weakest domain first the level is that of `task.warm`, which is its best portfolio: what is written is
/// first that no portfolio holds the next higher level, and then that none with this one is better.
pub fn prove(task: &Task, on: &mut dyn FnMut(&Progress) -> ControlFlow<()>) -> Result<Option<Proof>, SolverError> {
    let (case, digest) = (task.case, digest(task.case));
    if case.aggregate == Aggregate::Weighted {
        return part(task, (&digest, None), on);
    }
    let level = task.warm.and_then(|best| evaluate(case, best).overall());
    let mut text = String::new();
    if let Some(next) = HighestLevel::above(case, level).filter(|_| task.warm.is_some()) {
        let floored = case.at_level(Some(next));
        let higher = Task { case: &floored, warm: None, ..task.clone() };
        match part(&higher, (&digest, Some(Floor(Some(next)))), on)? {
            Some(proof) if proof.found.end == End::Infeasible => text = proof.text,
            _ => return Ok(None),
        }
    }
    let floored = case.at_level(level);
    let proof = part(&Task { case: &floored, ..task.clone() }, (&digest, Some(Floor(level))), on)?;
    Ok(proof.map(|proof| Proof { text: text + &proof.text, ..proof }))
}

/// The proof of a case that goes by its index alone, for another one with this digest: at a level, where that comes first.
fn part(
    task: &Task,
    (digest, level): (&str, Option<Floor>),
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Option<Proof>, SolverError> {
    let ordered = CanonicalCase::new(task.case);
    let no_goods: Vec<_> = task.no_goods.iter().map(|no_good| ordered.no_good(no_good)).collect();
    let warm = task.warm.map(|portfolio| ordered.portfolio(portfolio));
    let in_order = Task { case: &ordered.case, no_goods: &no_goods, warm: warm.as_ref(), ..task.clone() };
    let problem = match problem(&in_order, None, &mut || false) {
        Ok(problem) => problem,
        Err(Halt::Stopped) => return Ok(None),
        Err(Halt::Unsupported(unfit)) => return Err(SolverError::DoesNotFit { solver: Engine.name(), why: unfit.0 }),
    };
    let (mut found, record) = search(&in_order, &problem, on);
    let Some(record) = record.filter(|_| matches!(found.end, End::Proven | End::Infeasible)) else { return Ok(None) };
    let text = Writer { case: &ordered.case, digest, level, problem: &problem, record: &record }.text(&found);
    found.portfolio = found.portfolio.map(|portfolio| ordered.portfolio_back(&portfolio));
    Ok(Some(Proof { text, found }))
}

struct Writer<'a> {
    case: &'a Case,
    digest: &'a str,
    level: Option<Floor>,
    problem: &'a Problem,
    record: &'a Record,
}

impl Writer<'_> {
    fn text(&self, found: &Found) -> String {
        let mut text = String::new();
        line(&mut text, &self.header(found));
        let mut waiting = vec![0];
        while let Some(at) = waiting.pop() {
            match &self.record.entries[at] {
                Entry::Split([one, other]) => {
                    line(&mut text, &json!({ "split": [self.decision(one.0), self.decision(other.0)] }));
                    waiting.extend([other.1, one.1]);
                }
                Entry::Fixed(prices, decisions, next) => {
                    let decisions: Vec<Value> = decisions.iter().map(|&it| self.decision(it)).collect();
                    line(&mut text, &json!({ "fix": decisions, "with": self.prices(prices) }));
                    waiting.push(*next);
                }
                Entry::ByRow(settled, next) => {
                    for &(row, decision) in settled {
                        line(&mut text, &json!({ "fix": [self.decision(decision)], "impossible": self.one(row) }));
                    }
                    waiting.push(*next);
                }
                Entry::Leaf(prices) => line(&mut text, &json!({ "leaf": self.prices(prices) })),
                Entry::Broken(row) => line(&mut text, &json!({ "impossible": self.one(*row) })),
                Entry::Empty => line(&mut text, &json!({ "impossible": {} })),
                Entry::Settled => line(&mut text, &json!({ "settled": true })),
                // A search that is through leaves nothing open.
                Entry::Open => line(&mut text, &json!({ "open": true })),
            }
        }
        text
    }

    fn header(&self, found: &Found) -> Value {
        let case = self.case;
        let mut objective = Value::Null;
        let mut picks = Value::Null;
        if let Some(portfolio) = &found.portfolio {
            objective = json!(evaluate(case, portfolio).objective.normalize().to_string());
            let pick = |pick: &crate::model::Pick| json!([case[pick.candidate].id, pick.start, pick.shares]);
            picks = portfolio.picks().iter().map(pick).collect();
        }
        let layout = &self.problem.layout;
        let with_services = |at: usize| !layout.diagrams[at].services.is_empty();
        // Diagrams without services come last, so positions stay.
        let groups: Vec<Value> =
            (0..layout.diagrams.len()).filter(|&at| with_services(at)).map(|at| self.group(at)).collect();
        let mut homes = Map::new();
        for (item, home) in layout.homes.iter().enumerate() {
            if let Some((diagram, _)) = home.filter(|&(diagram, _)| with_services(diagram)) {
                homes.insert(case.candidates[item].id.clone(), json!(diagram));
            }
        }
        let mut header = json!({ "format": FORMAT, "case": self.digest, "objective": objective, "portfolio": picks, "diagrams": groups, "homes": homes });
        if let Some(Floor(level)) = self.level {
            header["level"] = json!(level.map(|rung| &case[rung].id));
        }
        header
    }

    /// The services of a diagram, by their names where all their years are in it, else each with the first and the last of years in a row.
    fn group(&self, diagram: usize) -> Value {
        let instance = &self.problem.instance;
        let mut years: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut order = Vec::new();
        let inside = self.problem.layout.diagrams[diagram].services.iter().map(|&at| &instance.services[at]);
        for steps in inside.filter(|steps| !steps.is_price) {
            if !years.contains_key(&steps.service) {
                order.push(steps.service);
            }
            years.entry(steps.service).or_default().push(steps.year);
        }
        let mut entries = Vec::new();
        for service in order {
            let (id, years) = (&self.case.services[service].id, years.entry(service).or_default());
            if years.len() == instance.years.len() {
                entries.push(json!(id));
                continue;
            }
            years.order();
            for run in years.chunk_by(|year, next| year + 1 == *next) {
                if let (Some(&first), Some(&last)) = (run.first(), run.last()) {
                    entries.push(json!([id, self.year(first), self.year(last)]));
                }
            }
        }
        Value::Array(entries)
    }

    /// A year that counts.
    fn year(&self, at: usize) -> i32 {
        let position = self.problem.instance.years.get(at).copied().unwrap_or(at);
        self.case.first_year.saturating_add(i32::try_from(position).unwrap_or(i32::MAX))
    }

    fn decision(&self, decision: Decision) -> Value {
        let id = |item: u32| &self.case.candidates[item as usize].id;
        let year =
            |item: u32, start: u8| self.problem.instance.start_year(self.case, item as usize, usize::from(start));
        let ministry = |at: u8| &self.case.ministries[usize::from(at)].id;
        let domain = |switch: u32| {
            // Switches that are whole stand for the domains, in their order.
            let target = self.problem.instance.switches[switch as usize].target;
            target.and_then(|at| self.case.domains.get(at)).map_or("", |domain| domain.id.as_str())
        };
        match decision {
            Decision::Out(item) => json!(["out", id(item)]),
            Decision::In(item) => json!(["in", id(item)]),
            Decision::NotStart(item, start) => json!(["not", id(item), year(item, start)]),
            Decision::StartUpTo(item, start) => json!(["until", id(item), year(item, start)]),
            Decision::StartAfter(item, start) => json!(["after", id(item), year(item, start)]),
            Decision::ShareUpTo(item, at, share) => json!(["at-most", id(item), ministry(at), share]),
            Decision::ShareFrom(item, at, share) => json!(["at-least", id(item), ministry(at), share]),
            Decision::Off(switch) => json!(["missed", domain(switch)]),
            Decision::On(switch) => json!(["reached", domain(switch)]),
        }
    }

    /// Multipliers in the units of the case, as decimals.
    fn prices(&self, prices: &Sparse) -> Value {
        let mut table = Map::new();
        for &(row, price) in prices {
            let it = &self.problem.instance.rows[row as usize];
            let price = rust_decimal::prelude::FromPrimitive::from_f64(price * it.unit / it.norm);
            let price: Decimal = Option::<Decimal>::unwrap_or_default(price).round_dp(12).normalize();
            if price > Decimal::ZERO {
                table.insert(self.name(row), json!(price.to_string()));
            }
        }
        Value::Object(table)
    }

    fn one(&self, row: u32) -> Value {
        let mut table = Map::new();
        table.insert(self.name(row), json!("1"));
        Value::Object(table)
    }

    fn name(&self, row: u32) -> String {
        let case = self.case;
        let relation = |at: usize| case.relations[at].row + 1;
        let year = |at: usize| case.first_year.saturating_add(i32::try_from(at).unwrap_or(i32::MAX));
        // Where only the end of the last year counts, nothing is said of it.
        let by = |at: usize| if case.timing == Timing::Final { String::new() } else { format!(":{}", self.year(at)) };
        match self.problem.instance.rows[row as usize].name {
            RowName::Budget { ministry, year: at } => format!("budget:{}:{}", case[ministry].id, year(at)),
            RowName::Tie { candidate, diagram, year, lasts } => {
                let lasts = lasts.map(|lasts| format!(":lasts-{lasts}")).unwrap_or_default();
                format!("tie:{}:{diagram}{}{lasts}", case[candidate].id, by(year))
            }
            RowName::Member { relation: at, candidate, year } => {
                format!("member:{}:{}{}", relation(at), case[candidate].id, by(year))
            }
            RowName::Requires { relation: at, need, year: start } => {
                format!("requires:{}:{need}:{}", relation(at), year(start))
            }
            RowName::Relation { relation: at, part: 0 } => format!("relation:{}", relation(at)),
            RowName::Relation { relation: at, part } => format!("relation:{}:{part}", relation(at)),
            RowName::LimitMin(at) => format!("limit-min:{}", case.limits[at].row + 1),
            RowName::LimitMax(at) => format!("limit-max:{}", case.limits[at].row + 1),
            RowName::Target(domain) => format!("target:{}", case[domain].id),
            RowName::DomainsAtTarget => "targets".to_owned(),
            RowName::DomainFloor(domain) => format!("domain-floor:{}", case[domain].id),
            // Proofs are written for the whole case alone.
            RowName::NoGood(at) => format!("cut-off:{at}"),
            RowName::Objective => "objective".to_owned(),
            RowName::Least(at) => format!("least:{at}"),
        }
    }
}

fn line(text: &mut String, value: &Value) {
    let _ = writeln!(text, "{value}");
}
