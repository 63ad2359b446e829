//! The cheapest change that makes a case possible: more money, or rules to give up.
//!
//! The program is made elastic. First only budgets may be raised, by as little in all as can be; then only the other rules
//! that may give way may be given up, as few as can be. Either way out is tried on a changed copy of the
//! case before it is told: the evaluator has to find every rule kept.

use crate::messages::list;
use crate::say;
use std::time::Duration;

use rust_decimal::{Decimal, RoundingStrategy};

use super::probe::{Probe, solved};
use crate::measure::evaluate;
use crate::model::{CarryOver, Case, MinistryIx, Money, Portfolio, Year};
use crate::optimise::answer::OptimiseError;
use crate::optimise::milp::Backend;
use crate::optimise::milp::formulation::program::{Col, Kind, Program, Row, Tag, Terms, What};
use crate::optimise::milp::formulation::{Form, Statement, state_unless};
use crate::optimise::options::Stage;
use crate::optimise::run::Run;
use crate::rules::words::sentence;
use crate::rules::{Change, Rule};

/// The ways out, in words; none where none was found.
pub(super) fn cheapest(run: &mut Run, backend: &dyn Backend) -> Result<Option<String>, OptimiseError> {
    let mut ways = Vec::new();
    if let Some(changes) = with_money(run, backend)? {
        ways.push(in_words(run.case, &changes));
    }
    if let Some(changes) = with_fewer_rules(run, backend)? {
        ways.push(in_words(run.case, &changes));
    }
    Ok((!ways.is_empty()).then(|| sentence(&ways.join("; or "))))
}

/// Raises budgets by as little as can be.
fn with_money(run: &mut Run, backend: &dyn Backend) -> Result<Option<Vec<Change>>, OptimiseError> {
    let case = run.case;
    let stated = state_unless(case, Form::Apart, &mut || run.asks_to_stop(Stage::Repair));
    let Some(mut statement) = stated else { return Ok(None) };
    let most: Decimal = statement.program.bill.iter().map(|&(_, bill)| bill).sum();
    let mut raised: Vec<(MinistryIx, Year, Col)> = Vec::new();
    for at in 0..statement.program.rows.len() {
        let Tag::Rule(Rule::Budget { ministry, year }) = statement.program.rows[at].tag else { continue };
        let column = statement.program.column(What::Bent, Kind::Continuous, most);
        raised.push((ministry, year, column));
        let running = run.case[ministry].carry_over == CarryOver::All;
        let counts = raised.iter().filter(|&&(it, when, _)| it == ministry && (when == year || running));
        let more: Terms = counts.map(|&(_, _, column)| (column, -Decimal::ONE_HUNDRED)).collect();
        statement.program.rows[at].terms.extend(more);
    }
    let objective = raised.iter().map(|&(_, _, column)| (column, Decimal::ONE)).collect();
    let Some((portfolio, values)) = solve(run, backend, &statement, objective)? else { return Ok(None) };
    for digits in [2, 4] {
        let changes: Vec<Change> = raised
            .iter()
            .map(|&(ministry, year, column)| (ministry, year, up(values[column.0], digits)))
            .filter(|&(_, _, money)| money > Decimal::ZERO)
            .map(|(ministry, year, money)| Change::Raise(ministry, year, money))
            .collect();
        if makes_possible(run.case, &changes, &portfolio) {
            return Ok(Some(changes));
        }
    }
    Ok(None)
}

/// A float's money, rounded up so that it is never too little by a float's last digits.
fn up(value: f64, digits: u32) -> Money {
    let money = Decimal::try_from(value).unwrap_or_default().round_dp(digits + 3);
    money.round_dp_with_strategy(digits, RoundingStrategy::ToPositiveInfinity).normalize()
}

/// Gives up as few rules as can be, but no budget.
fn with_fewer_rules(run: &mut Run, backend: &dyn Backend) -> Result<Option<Vec<Change>>, OptimiseError> {
    let case = run.case;
    let stated = state_unless(case, Form::Apart, &mut || run.asks_to_stop(Stage::Repair));
    let Some(mut statement) = stated else { return Ok(None) };
    let mut dropped: Vec<(Rule, Col)> = Vec::new();
    for at in 0..statement.program.rows.len() {
        let Tag::Rule(rule) = statement.program.rows[at].tag else { continue };
        if matches!(rule, Rule::Budget { .. }) || rule.nature().is_fact {
            continue;
        }
        let known = dropped.iter().find(|&&(it, _)| it == rule).map(|&(_, column)| column);
        let column = known.unwrap_or_else(|| {
            let column = statement.program.column(What::Bent, Kind::Whole, Decimal::ONE);
            dropped.push((rule, column));
            column
        });
        let rows = split(&statement.program, at);
        statement.program.rows[at] = Row { lower: None, upper: None, ..statement.program.rows[at].clone() };
        for (terms, upper, room) in rows {
            let mut terms = terms;
            terms.push((column, -room));
            statement.program.at_most(Tag::Meaning, terms, upper);
        }
    }
    statement.program.rows.retain(|row| row.lower.is_some() || row.upper.is_some());
    let objective = dropped.iter().map(|&(rule, column)| (column, rule.nature().weight.into())).collect();
    let Some((portfolio, values)) = solve(run, backend, &statement, objective)? else { return Ok(None) };
    let changes: Vec<Change> =
        dropped.iter().filter(|(_, column)| values[column.0] > 0.5).map(|&(rule, _)| Change::GiveUp(rule)).collect();
    Ok(makes_possible(run.case, &changes, &portfolio).then_some(changes))
}

/// A row as upper sides only: `(terms, upper, how far it can be broken)`.
fn split(program: &Program, at: usize) -> Vec<(Terms, Decimal, Decimal)> {
    let row = &program.rows[at];
    let most = |terms: &Terms| -> Decimal {
        let up = terms.iter().filter(|(_, factor)| *factor > Decimal::ZERO);
        up.map(|&(Col(column), factor)| factor * program.columns[column].upper).sum()
    };
    let mut sides = Vec::new();
    if let Some(upper) = row.upper {
        sides.push((row.terms.clone(), upper));
    }
    if let Some(lower) = row.lower {
        sides.push((row.terms.iter().map(|&(column, factor)| (column, -factor)).collect(), -lower));
    }
    let with_room = sides.into_iter().map(|(terms, upper)| {
        let room = (most(&terms) - upper).max(Decimal::ZERO);
        (terms, upper, room)
    });
    with_room.collect()
}

/// The point of an elastic program that gives up least, and the portfolio that is possible then.
fn solve(
    run: &mut Run,
    backend: &dyn Backend,
    statement: &Statement,
    objective: Terms,
) -> Result<Option<(Portfolio, Vec<f64>)>, OptimiseError> {
    let probe = Probe { objective, gap: Decimal::new(1, 3), longest: LONGEST, stage: Stage::Repair };
    let outcome = solved(run, backend, &statement.program, probe)?;
    let values = outcome.and_then(|outcome| outcome.values);
    Ok(values.map(|values| (statement.read(|column| values[column.0]).portfolio, values)))
}

/// The longest search for a way out; the best found by then is told.
const LONGEST: Duration = Duration::from_secs(20);

/// Whether the changed case has this portfolio.
fn makes_possible(case: &Case, changes: &[Change], portfolio: &Portfolio) -> bool {
    let altered = || changes.iter().fold(case.clone(), |case, change| change.apply(&case));
    !changes.is_empty() && evaluate(&altered(), portfolio).keeps_all_rules()
}

fn in_words(case: &Case, changes: &[Change]) -> String {
    let mut raises = Vec::new();
    let mut drops = Vec::new();
    let mut in_all = Decimal::ZERO;
    let unit = case.money_unit();
    for change in changes {
        match change {
            Change::Raise(ministry, year, money) => {
                in_all += money;
                raises.push(say!(
                    "elastic-money-unit-budget",
                    money = money,
                    unit = unit,
                    ministry = case[*ministry].name,
                    year = year
                ));
            }
            other => drops.push(other.rule().describe(case)),
        }
    }
    let mut parts = Vec::new();
    if !raises.is_empty() {
        let sum =
            if raises.len() > 1 { say!("elastic-all-unit-all", sum = in_all, unit = unit) } else { String::new() };
        parts.push(say!("elastic-add", raises = raises.join(", "), sum = sum));
    }
    if !drops.is_empty() {
        parts.push(say!("elastic-give-up-rule", drops = list(&drops)));
    }
    list(&parts)
}
