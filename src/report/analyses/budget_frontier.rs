//! Frontiers as reports.

use crate::say;
use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::{Chart, ChartKind, Series};
use super::super::data::CaseHeader;
use super::super::document::{Audience, Column, Table, Value};
use super::super::number::Figure;
use super::super::words::{FINE, count};
use super::words::{amount, ids, index, not_proven, status, status_column, unit};
use super::{Context, Told};
use crate::analyse::budget_frontier::{BudgetFrontier, BudgetSteps, Knee, Params, Step};
use crate::measure::evaluate;
use crate::model::{Case, Portfolio};
use crate::optimise::{ProofStatus, SAME};

impl Told for Params {
    fn report(&self, found: &BudgetSteps, context: Context<'_>) -> AnalysisReport {
        report(found, Context { own: self.own.as_ref(), ..context })
    }
}

/// The frontier by budget.
pub fn report(steps: &BudgetSteps, context: Context<'_>) -> AnalysisReport {
    let Context { case, header, own } = context;
    let missing = steps.at.iter().filter(|at| at.is_none()).count();
    let mut open: Vec<String> = not_proven(steps.steps.iter().map(|step| &step.best), "step").into_iter().collect();
    if missing > 0 {
        open.push(say!(
            "budget-frontier-analysis-was-stopped",
            missing = missing,
            grid = count(steps.grid.len(), "budget"),
            are = if missing == 1 { "is" } else { "are" }
        ));
    }
    if !steps.complete {
        open.push(say!("budget-frontier-knees-not-marked"));
    }
    let mut summary = summary(steps, &header);
    let mut chart = chart(steps, &header);
    if let Some(own) = own {
        let (sentence, place) = of_own(case, steps, own, &header);
        summary.push(sentence);
        chart.series.extend(place.map(|place| Series { name: "own".to_owned(), points: vec![place] }));
    }
    AnalysisReport {
        analysis: "frontier",
        title: say!("budget-frontier-gain-against-total"),
        summary,
        open,
        tables: vec![steps_table(case, steps, &header), grid_table(steps)],
        charts: vec![chart],
        case: header,
    }
}

fn summary(steps: &BudgetSteps, header: &CaseHeader) -> Vec<String> {
    let mut sentences = Vec::new();
    let (Some(&low), Some(&high)) = (steps.grid.first(), steps.grid.last()) else { return sentences };
    let width = steps.grid.get(1).map_or(Decimal::ZERO, |second| second - low);
    let possible = steps.steps.iter().filter(|step| step.best.known != ProofStatus::Impossible).count();
    let changes = possible.saturating_sub(1);
    let seen = steps.at.iter().filter(|at| at.is_some()).count();
    sentences.push(if steps.complete {
        say!(
            "budget-frontier-between-total-budgets",
            low = amount(header, low),
            high = amount(header, high),
            changes = changes,
            width = amount(header, width)
        )
    } else {
        say!(
            "budget-frontier-between-total-budgets-low",
            low = amount(header, low),
            high = amount(header, high),
            seen = seen,
            grid = count(steps.grid.len(), "answer"),
            width = amount(header, width)
        )
    });
    if steps.steps.iter().all(|step| step.best.known == ProofStatus::Impossible) && steps.complete {
        return vec![say!(
            "budget-frontier-no-portfolio-possible",
            low = amount(header, low),
            high = amount(header, high)
        )];
    }
    sentences.splice(0..0, least_money(steps, header));
    if let Some(main) = steps.steps.iter().find(|step| step.knee == Knee::Main) {
        sentences.push(say!(
            "budget-frontier-main-knee-at",
            main = amount(header, main.from),
            steps = percent(main.from, steps.own),
            objective = index(main.best.objective.unwrap_or_default())
        ));
    }
    sentences.extend(more_money(steps, header));
    sentences
}

/// Below which total no portfolio is possible: the first thing to know of a frontier.
fn least_money(steps: &BudgetSteps, header: &CaseHeader) -> Option<String> {
    let last = steps.steps.iter().rposition(|step| step.best.known == ProofStatus::Impossible)?;
    let (none, first) = (steps.steps[last].to, steps.steps.get(last + 1)?);
    let from = first.fits_from.unwrap_or(first.from);
    Some(say!(
        "budget-frontier-total-budget-none",
        none = amount(header, none),
        steps = percent(none, steps.own),
        what = amount(header, from),
        steps_2 = percent(from, steps.own)
    ))
}

/// What the next step above the present budget would bring.
fn more_money(steps: &BudgetSteps, header: &CaseHeader) -> Option<String> {
    let own = steps.steps.iter().rposition(|step| step.from <= steps.own && steps.own <= step.to)?;
    let (now, next) = (&steps.steps[own], steps.steps.get(own + 1)?);
    let (from, to) = (now.best.objective?, next.best.objective?);
    next.marginal?;
    Some(say!(
        "budget-frontier-present-budget-objective",
        what = index(from),
        next = amount(header, next.from),
        steps = amount(header, next.from - steps.own),
        to = index(to - from)
    ))
}

/// The head of what money brings.
fn per_money(header: &CaseHeader) -> String {
    say!(
        "budget-frontier-points-per-unit",
        unit = if header.money.is_empty() { say!("budget-frontier-unit-money") } else { header.money.clone() }
    )
}

fn percent(part: Decimal, whole: Decimal) -> String {
    let share = (part * Decimal::ONE_HUNDRED).checked_div(whole).unwrap_or_default();
    format!("{} %", Figure(share).short(1))
}

fn steps_table(case: &Case, steps: &BudgetSteps, header: &CaseHeader) -> Table {
    let mut columns = vec![
        Column::money("from", say!("budget-frontier-from-budget")),
        Column::money("to", say!("budget-frontier-budget")).for_programs(),
        Column::figures("percent", say!("budget-frontier-budget-2"), 1),
        Column::points("objective", "objective"),
        Column::money("cost", "cost"),
        Column::figures("marginal", per_money(header), FINE),
        Column::words("knee", "knee"),
        Column::words("enter", "enter"),
        Column::words("leave", "leave"),
        Column::money("fits_from", say!("budget-frontier-fits-from")),
    ];
    columns.extend(status_column());
    let row = |step: &Step| {
        let impossible = step.best.known == ProofStatus::Impossible;
        let mut row: Vec<Value> = vec![
            step.from.into(),
            step.to.into(),
            (step.from * Decimal::ONE_HUNDRED).checked_div(steps.own).into(),
            step.best.objective.into(),
            step.best.cost.into(),
            step.marginal.into(),
            match step.knee {
                // Beside the figures that are missing, not only far to the right.
                _ if impossible => "impossible".into(),
                Knee::None => Value::Empty,
                Knee::Knee => "knee".into(),
                Knee::Main => "main knee".into(),
            },
            ids(case, step.enter.iter().copied()).into(),
            ids(case, step.leave.iter().copied()).into(),
            step.fits_from.into(),
        ];
        row.extend(status(&step.best));
        row
    };
    Table::new("steps", "Steps", columns, steps.steps.iter().map(row)).note(say!("budget-frontier-each-row-best"))
}

fn grid_table(steps: &BudgetSteps) -> Table {
    let rows = steps.grid.iter().zip(&steps.at).map(|(&total, at)| {
        let step = at.and_then(|at| steps.steps.get(at));
        vec![
            total.into(),
            (total * Decimal::ONE_HUNDRED).checked_div(steps.own).into(),
            step.and_then(|step| step.best.objective).into(),
            step.and_then(|step| step.best.gain).into(),
            step.and_then(|step| step.best.cost).into(),
        ]
    });
    Table::new(
        "budgets",
        say!("budget-frontier-every-budget"),
        vec![
            Column::money("budget", "budget"),
            Column::figures("percent", say!("budget-frontier-budget-2"), 1),
            Column::points("objective", "objective"),
            Column::points("gain", "gain"),
            Column::money("cost", "cost"),
        ],
        rows,
    )
    .only(Audience::Programs)
}

fn chart(steps: &BudgetSteps, header: &CaseHeader) -> Chart {
    let mut curve: Vec<(Decimal, Decimal, String)> = Vec::new();
    for step in &steps.steps {
        if let Some(objective) = step.best.objective {
            let label = if step.knee == Knee::None {
                String::new()
            } else {
                say!("budget-frontier-knee-at-step", step = step.from)
            };
            curve.push((step.from, objective, label));
        }
    }
    let reached = curve.last().map_or(Decimal::ZERO, |last| last.1);
    if let Some(&last) = steps.grid.last() {
        curve.push((last, reached, String::new()));
    }
    let own = steps.steps.iter().rev().find(|step| step.from <= steps.own).and_then(|step| step.best.objective);
    let own = own.map(|objective| (steps.own, objective, "recommended".to_owned()));
    Chart {
        title: say!("budget-frontier-objective-against-total"),
        across: say!("budget-frontier-total-budget-unit", unit = unit(header)),
        up: say!("alternatives-objective-index-points"),
        kind: ChartKind::Steps,
        series: vec![
            Series { name: "best".to_owned(), points: curve },
            Series { name: say!("budget-frontier-cases-budget"), points: own.into_iter().collect() },
        ],
    }
}

/// What is said of a portfolio of the planner's own, and its place on the curve: at the lowest total budget that can pay for it.
fn of_own(
    case: &Case,
    steps: &BudgetSteps,
    own: &Portfolio,
    header: &CaseHeader,
) -> (String, Option<(Decimal, Decimal, String)>) {
    let objective = evaluate(case, own).objective;
    let high = steps.own * Decimal::TEN;
    let Some(need) = BudgetFrontier::need(case, own, high) else {
        let sentence =
            say!("budget-frontier-your-own-portfolio", objective = index(objective), high = amount(header, high));
        return (sentence, None);
    };
    let total = steps.grid.iter().position(|&total| total >= need);
    let best = total.and_then(|at| steps.at[at]).and_then(|at| steps.steps[at].best.objective);
    let better = best.filter(|best| *best - objective > SAME);
    let possible =
        better.map_or_else(String::new, |best| say!("budget-frontier-which-best-possible", best = index(best)));
    let sentence = say!(
        "budget-frontier-your-own-portfolio-has",
        objective = index(objective),
        need = amount(header, need),
        possible = possible
    );
    (sentence, Some((need, objective, "own".to_owned())))
}
