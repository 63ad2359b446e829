//! Frontiers as reports.

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
        open.push(format!(
            "The analysis was stopped: {missing} of {} {} missing. What the steps shown say of the others holds.",
            count(steps.grid.len(), "budget"),
            if missing == 1 { "is" } else { "are" }
        ));
    }
    if !steps.complete {
        open.push("Knees are not marked, because they would need every budget.".to_owned());
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
        title: "Gain against the total budget".to_owned(),
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
    let often = if changes == 1 { "once".to_owned() } else { format!("{changes} times") };
    let seen = steps.at.iter().filter(|at| at.is_some()).count();
    sentences.push(if steps.complete {
        format!(
            "Between total budgets of {} and {} the best portfolio changes {often}, seen in widths of {}.",
            amount(header, low),
            amount(header, high),
            amount(header, width),
        )
    } else {
        format!(
            "Between total budgets of {} and {} there are {seen} of {}, in widths of {}.",
            amount(header, low),
            amount(header, high),
            count(steps.grid.len(), "answer"),
            amount(header, width),
        )
    });
    if steps.steps.iter().all(|step| step.best.known == ProofStatus::Impossible) && steps.complete {
        return vec![format!(
            "No portfolio is possible at any total budget from {} to {}.",
            amount(header, low),
            amount(header, high)
        )];
    }
    sentences.splice(0..0, least_money(steps, header));
    if let Some(main) = steps.steps.iter().find(|step| step.knee == Knee::Main) {
        sentences.push(format!(
            "The main knee is at {} ({} of the present budget), with an objective of {} points: after it money brings much \
             less.",
            amount(header, main.from),
            percent(main.from, steps.own),
            index(main.best.objective.unwrap_or_default()),
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
    Some(format!(
        "With a total budget of {} ({} of the present one) or less no portfolio keeps every rule; from {} ({}) on there is one.",
        amount(header, none),
        percent(none, steps.own),
        amount(header, from),
        percent(from, steps.own),
    ))
}

/// What the next step above the present budget would bring.
fn more_money(steps: &BudgetSteps, header: &CaseHeader) -> Option<String> {
    let own = steps.steps.iter().rposition(|step| step.from <= steps.own && steps.own <= step.to)?;
    let (now, next) = (&steps.steps[own], steps.steps.get(own + 1)?);
    let (from, to) = (now.best.objective?, next.best.objective?);
    next.marginal?;
    Some(format!(
        "With the present budget the objective is {} points. The next step is at {} ({} more): it brings {} points more.",
        index(from),
        amount(header, next.from),
        amount(header, next.from - steps.own),
        index(to - from),
    ))
}

/// The head of what money brings.
fn per_money(header: &CaseHeader) -> String {
    format!("points per {}", if header.money.is_empty() { "unit of money" } else { &header.money })
}

fn percent(part: Decimal, whole: Decimal) -> String {
    let share = (part * Decimal::ONE_HUNDRED).checked_div(whole).unwrap_or_default();
    format!("{} %", Figure(share).short(1))
}

fn steps_table(case: &Case, steps: &BudgetSteps, header: &CaseHeader) -> Table {
    let mut columns = vec![
        Column::money("from", "from budget"),
        Column::money("to", "to budget").for_programs(),
        Column::figures("percent", "% of budget", 1),
        Column::points("objective", "objective"),
        Column::money("cost", "cost"),
        Column::figures("marginal", per_money(header), FINE),
        Column::words("knee", "knee"),
        Column::words("enter", "enter"),
        Column::words("leave", "leave"),
        Column::money("fits_from", "fits from"),
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
    Table::new("steps", "Steps", columns, steps.steps.iter().map(row)).note("Each row is the best portfolio from its budget on, up to the next row. `fits from`: from this total on it can be \
               paid. `points per …`: the rise of the objective over the row \
               above for each unit of money between the two. A knee is where money begins to bring less than half of what it \
               brought before.")
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
        "Every budget",
        vec![
            Column::money("budget", "budget"),
            Column::figures("percent", "% of budget", 1),
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
            let label = if step.knee == Knee::None { String::new() } else { format!("knee at {}", step.from) };
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
        title: "Objective against the total budget".to_owned(),
        across: format!("total budget{}", unit(header)),
        up: "objective, index points".to_owned(),
        kind: ChartKind::Steps,
        series: vec![
            Series { name: "best".to_owned(), points: curve },
            Series { name: "the case's budget".to_owned(), points: own.into_iter().collect() },
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
        let sentence = format!(
            "Your own portfolio has {} points; even {} do not let it keep all rules, so that it is not on the curve.",
            index(objective),
            amount(header, high)
        );
        return (sentence, None);
    };
    let total = steps.grid.iter().position(|&total| total >= need);
    let best = total.and_then(|at| steps.at[at]).and_then(|at| steps.steps[at].best.objective);
    let better = best.filter(|best| *best - objective > SAME);
    let possible = better.map_or_else(String::new, |best| format!(", with which {} are possible", index(best)));
    let sentence = format!(
        "Your own portfolio has {} points and can be paid from a total of {} on{possible}.",
        index(objective),
        amount(header, need),
    );
    (sentence, Some((need, objective, "own".to_owned())))
}
