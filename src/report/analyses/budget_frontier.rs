//! Frontiers as reports.

use super::page;
use super::prelude::*;
use crate::analyse::budget_frontier::{BudgetFrontier, BudgetSteps, Knee, Params, Step};

impl Told for Params {
    fn report(&self, found: &BudgetSteps, context: Context<'_>) -> AnalysisReport {
        report(found, Context { own: self.own.as_ref(), ..context })
    }

    fn page(&self, found: &BudgetSteps, _: &Case, report: &AnalysisReport) -> Page {
        let header = &report.case;
        let main = found.steps.iter().find(|step| step.knee == Knee::Main).map(|step| main_knee(found, step, header));
        let point = more_money(found, header).or(main);
        let mut blocks: Vec<Block> = report.charts.iter().cloned().map(Block::Chart).collect();
        if let Some(steps) = report.tables.first() {
            // The knees, what the present budget buys, and the step above it.
            let own = found.steps.iter().rposition(|step| step.from <= found.own);
            let near: Vec<Decimal> = found.steps.iter().skip(own.unwrap_or(0)).take(2).map(|step| step.from).collect();
            let is_told = |row: &[Value]| {
                let from = row.first().and_then(Value::figure);
                from.is_some_and(|from| {
                    near.contains(&from) || found.steps.iter().any(|step| step.from == from && step.knee != Knee::None)
                })
            };
            blocks.push(Block::Table(page::top(steps, is_told)));
        }
        Page { point: point.into_iter().collect(), blocks }
    }
}

/// The frontier by budget.
pub fn report(steps: &BudgetSteps, context: Context<'_>) -> AnalysisReport {
    let Context { case, header, own: portfolio } = context;
    let missing = steps.at.iter().filter(|at| at.is_none()).count();
    let mut open: Vec<String> = not_proven(steps.steps.iter().map(|step| &step.best)).into_iter().collect();
    if missing > 0 {
        open.push(say!("budget-frontier-analysis-was-stopped", missing = missing, budgets = steps.grid.len()));
    }
    if !steps.complete {
        open.push(say!("budget-frontier-knees-not-marked"));
    }
    let mut summary = summary(steps, &header);
    let mut chart = chart(steps, &header);
    if let Some(portfolio) = portfolio {
        let (sentence, place) = of_own(case, steps, portfolio, &header);
        summary.push(sentence);
        chart.series.extend(place.map(|place| Series { name: own(), points: vec![place] }));
    }
    AnalysisReport {
        analysis: "frontier",
        title: say!("budget-frontier-gain-against-total"),
        summary,
        open,
        tables: vec![steps_table(case, steps, &header), grid_table(steps)],
        charts: vec![chart],
        page: Vec::new(),
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
            budgets = steps.grid.len(),
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
        sentences.push(main_knee(steps, main, header));
    }
    sentences.extend(more_money(steps, header));
    sentences
}

fn main_knee(steps: &BudgetSteps, main: &Step, header: &CaseHeader) -> String {
    say!(
        "budget-frontier-main-knee-at",
        knee = amount(header, main.from),
        share = percent(main.from, steps),
        objective = index(main.best.objective.unwrap_or_default())
    )
}

/// Below which total no portfolio is possible: the first thing to know of a frontier.
fn least_money(steps: &BudgetSteps, header: &CaseHeader) -> Option<String> {
    let last = steps.steps.iter().rposition(|step| step.best.known == ProofStatus::Impossible)?;
    let (none, first) = (steps.steps[last].to, steps.steps.get(last + 1)?);
    let from = first.fits_from.unwrap_or(first.from);
    Some(say!(
        "budget-frontier-total-budget-none",
        impossible = amount(header, none),
        impossible_share = percent(none, steps),
        possible = amount(header, from),
        possible_share = percent(from, steps)
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
        objective = index(from),
        next = amount(header, next.from),
        more = amount(header, next.from - steps.own),
        gain = between(to, from)
    ))
}

/// The head of what money brings.
fn per_money(header: &CaseHeader) -> String {
    say!(
        "budget-frontier-points-per-unit",
        unit = if header.money.is_empty() { say!("budget-frontier-unit-money") } else { header.money.clone() }
    )
}

/// A part of the present budget in percent.
fn share(part: Decimal, steps: &BudgetSteps) -> Option<Decimal> {
    (part * Decimal::ONE_HUNDRED).checked_div(steps.own)
}

fn percent(part: Decimal, steps: &BudgetSteps) -> String {
    format!("{} %", Figure(share(part, steps).unwrap_or_default()).short(1))
}

fn steps_table(case: &Case, steps: &BudgetSteps, header: &CaseHeader) -> Table {
    let knee = |step: &Step| match step.knee {
        // Beside the figures that are missing, not only far to the right.
        _ if step.best.known == ProofStatus::Impossible => "impossible".into(),
        Knee::None => Value::Empty,
        Knee::Knee => "knee".into(),
        Knee::Main => "main knee".into(),
    };
    Table::of("steps", say!("budget-frontier-steps"), &steps.steps)
        .money("from", |step| step.from)
        .column(Column::of("to", Kind::Money(MONEY)).for_programs(), |step| step.to)
        .figures("percent", 1, |step| share(step.from, steps))
        .points("objective", |step| step.best.objective)
        .money("cost", |step| step.best.cost)
        .column(Column::new("marginal", per_money(header), Kind::Figures(FINE)), |step| step.marginal)
        .words("knee", |step| knee(step))
        .named("enter", case, |step| step.enter.clone())
        .named("leave", case, |step| step.leave.clone())
        .money("fits_from", |step| step.fits_from)
        .status(|step| &step.best)
        .note(say!("budget-frontier-each-row-best"))
}

fn grid_table(steps: &BudgetSteps) -> Table {
    let rows = steps
        .grid
        .iter()
        .zip(&steps.at)
        .map(|(&total, at)| (total, at.and_then(|at| Some(&steps.steps.get(at)?.best))));
    Table::of("budgets", say!("budget-frontier-every-budget"), rows)
        .money("budget", |row| row.0)
        .figures("percent", 1, |row| share(row.0, steps))
        .points("objective", |row| row.1.and_then(|best| best.objective))
        .points("gain", |row| row.1.and_then(|best| best.gain))
        .money("cost", |row| row.1.and_then(|best| best.cost))
        .only(Audience::Programs)
}

fn chart(steps: &BudgetSteps, header: &CaseHeader) -> Chart {
    let mut curve: Vec<(Decimal, Decimal, String)> = Vec::new();
    for step in &steps.steps {
        if let Some(objective) = step.best.objective {
            let label = if step.knee == Knee::None {
                String::new()
            } else {
                say!("budget-frontier-knee-at-step", budget = step.from)
            };
            curve.push((step.from, objective, label));
        }
    }
    let reached = curve.last().map_or(Decimal::ZERO, |last| last.1);
    if let Some(&last) = steps.grid.last() {
        curve.push((last, reached, String::new()));
    }
    let own = steps.steps.iter().rev().find(|step| step.from <= steps.own).and_then(|step| step.best.objective);
    let own = own.map(|objective| (steps.own, objective, word("recommended")));
    Chart {
        title: say!("budget-frontier-objective-against-total"),
        across: say!("budget-frontier-total-budget-unit", unit = unit(header)),
        up: say!("alternatives-objective-index-points"),
        kind: ChartKind::Steps,
        series: vec![
            Series { name: word("best"), points: curve },
            Series { name: say!("budget-frontier-cases-budget"), points: own.into_iter().collect() },
        ],
    }
}

/// What is said of a portfolio of the planner's own, and its place on the curve: at the lowest total budget that can pay for it.
fn of_own(
    case: &Case,
    steps: &BudgetSteps,
    portfolio: &Portfolio,
    header: &CaseHeader,
) -> (String, Option<(Decimal, Decimal, String)>) {
    let objective = evaluate(case, portfolio).objective;
    let high = steps.own * Decimal::TEN;
    let Some(need) = BudgetFrontier::need(case, portfolio, high) else {
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
    (sentence, Some((need, objective, own())))
}
