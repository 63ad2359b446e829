//! Words that more than one format uses, so that every format says the same.

use crate::messages::{list, word};
use crate::say;

use super::data::{
    CaseHeader, Level, LevelProof, Levels, MinistryLine, PickLine, PlanLine, PortfolioReport, SolverLine, SpendingLine,
    Standing,
};
use super::number::Figure;
pub(super) use super::number::{FINE, INDEX, MONEY};
use super::number::{apportioned, count, percentage, rounded, with_unit};
use super::style::Role;
use crate::model::schema::Unit;

/// Money with its unit.
pub(super) fn money(case: &CaseHeader, amount: Figure) -> String {
    with_unit(&amount.short(MONEY), &case.money)
}

/// The unit of a figure, in words; money in that of the case.
pub(super) fn unit(case: &CaseHeader, unit: Unit) -> String {
    match unit {
        Unit::None => String::new(),
        Unit::Money => case.money.clone(),
        Unit::Percent => "%".to_owned(),
        Unit::Points => say!("words-percentage-points"),
        Unit::Years => word("years"),
        Unit::Year => word("year"),
        Unit::Fraction => say!("words-power"),
        Unit::Index => say!("portfolio-index-points"),
    }
}

/// Places that a table of money needs so that its sums are right to whoever adds up what is shown: as many as the amounts
/// have, at least 2 and at most 4.
pub(super) fn places(amounts: impl IntoIterator<Item = Figure>) -> u32 {
    let most = amounts.into_iter().map(|amount| amount.0.normalize().scale()).max();
    most.unwrap_or(0).clamp(MONEY, FINE)
}

/// What a line of spending shows.
pub(super) fn amounts(line: &SpendingLine) -> [Figure; 5] {
    [line.budget, line.carried_in, line.spent, line.carried_out, line.lapsed]
}

/// What a report finds, in one or two sentences; without a portfolio, also what is proven.
pub(super) fn summary(report: &PortfolioReport) -> String {
    let case = &report.case;
    let (Some(before), Some(_), Some(gain), Some(cost), Some(objective)) = (
        report.totals.index_before,
        report.totals.index_after,
        report.totals.gain,
        report.totals.cost,
        report.objective,
    ) else {
        return nothing_found(report);
    };
    let (first, last) = case.horizon;
    let years = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let (picks, candidates) = (report.parts.portfolio.len(), count(case.candidates));
    // What is shown adds up: the index before and the gain to that after, the gain and the points to the objective.
    let points = report.totals.points.unwrap_or_default();
    let shown = apportioned(&[gain.0, points.0], INDEX);
    let (gain, after) = (Figure(shown[0]), Figure(rounded(before.0, INDEX) + shown[0]));
    let mut text = if report.parts.services.is_empty() {
        say!(
            "words-picked-cost-public",
            picks = picks,
            candidates = candidates,
            bill = money(case, cost),
            years = years,
            points = objective.short(INDEX)
        )
    } else {
        say!(
            "words-picked-cost-public-money",
            picks = picks,
            candidates = candidates,
            bill = money(case, cost),
            years = years,
            before = before.short(INDEX),
            after = after.short(INDEX),
            gain = gain.short(INDEX)
        )
    };
    if !points.0.is_zero() && !report.parts.services.is_empty() {
        text.push_str(&say!(
            "words-with-direct-points",
            points = Figure(shown[1]).short(INDEX),
            objective = objective.short(INDEX)
        ));
    }
    text
}

fn nothing_found(report: &PortfolioReport) -> String {
    match report.status {
        Standing::Infeasible => say!("words-no-portfolio-possible"),
        _ => say!("words-no-portfolio-was", standing = standing(report)).trim_end().to_owned(),
    }
}

/// What is proven, in a sentence.
pub(super) fn standing(report: &PortfolioReport) -> String {
    if let (Standing::Feasible, Some(kept), Some(bound)) =
        (report.status, report.plan.as_ref().and_then(|plan| plan.kept.as_ref()), report.bound)
    {
        let sentence = if kept.best_proven {
            say!("plan-more-possible", best = bound.short(INDEX))
        } else {
            say!("plan-more-possible-unproven", bound = bound.short(FINE))
        };
        return format!("{sentence} {}", report.stopped).trim_end().to_owned();
    }
    match (report.status, report.bound, report.gap) {
        (Standing::Optimal, _, _) if report.solver.is_word => {
            let name = &report.solver.name;
            let sentence = say!("words-name-says-no", name = name);
            format!("{sentence} {}", report.stopped).trim_end().to_owned()
        }
        (Standing::Optimal, _, _) => say!("words-this-proven-no", stopped = report.stopped).trim_end().to_owned(),
        (Standing::Unknown, Some(bound), _) => {
            say!("words-stopped-no-portfolio", stopped = report.stopped, bound = bound.short(FINE))
                .trim_start()
                .to_owned()
        }
        (Standing::Unknown, None, _) => report.stopped.clone(),
        (Standing::Infeasible, _, _) if report.solver.is_word => {
            say!("words-solver-says-so", solver = report.solver.name)
        }
        (Standing::Infeasible, _, _) => say!("words-solver-has-proven"),
        (Standing::Feasible, Some(bound), Some(gap)) => {
            say!("words-stopped-not-proven", stopped = report.stopped, bound = bound.short(FINE), gap = gap.short(FINE))
                .trim_start()
                .to_owned()
        }
        (Standing::Feasible, _, _) => {
            say!("words-stopped-not-proven-best", stopped = report.stopped).trim_start().to_owned()
        }
    }
}

/// How much a plan changes that was to stay, and what is proven of that.
pub(super) fn plan(plan: &PlanLine) -> String {
    let keys: [fn(&str) -> String; 4] = [
        |names| say!("plan-come", names = names),
        |names| say!("plan-go", names = names),
        |names| say!("plan-moved", names = names),
        |names| say!("plan-paid", names = names),
    ];
    let parts = plan.names.iter().zip(keys).filter(|(names, _)| !names.is_empty());
    let what: Vec<String> = parts.map(|(names, say)| say(&names.join(", "))).collect();
    let mut sentences = vec![if what.is_empty() {
        say!("plan-unchanged", plan = plan.plan)
    } else {
        say!("plan-changes", plan = plan.plan, what = what.join("; "))
    }];
    let moves_least = plan.proven.picks && plan.proven.starts;
    let proven = moves_least && plan.proven.shares;
    sentences.extend(plan.kept.as_ref().map(|kept| {
        say!("plan-kept", reached = kept.reached.short(1), asked = kept.keep.short(1), best = kept.best.short(INDEX))
    }));
    sentences.push(match &plan.kept {
        None if proven => say!("plan-proven"),
        None if moves_least => say!("plan-shares-open"),
        None => say!("plan-open"),
        Some(kept) if moves_least && kept.best_proven && kept.best_of_these => {
            if proven {
                say!("plan-kept-proven")
            } else {
                say!("plan-kept-shares-open")
            }
        }
        Some(_) => say!("plan-kept-open"),
    });
    sentences.join(" ")
}

/// The second half of the title, and how it looks.
pub(super) fn subject(status: Standing) -> (String, Role) {
    match status {
        Standing::Optimal => (say!("portfolio-recommended-portfolio"), Role::Good),
        Standing::Feasible => (say!("portfolio-recommended-portfolio"), Role::Caution),
        Standing::Infeasible => (say!("portfolio-no-portfolio-possible"), Role::Bad),
        Standing::Unknown => (say!("portfolio-no-portfolio-found"), Role::Caution),
    }
}

/// The level of the whole, and what is proven of it, in sentences.
pub(super) fn level(levels: &Levels) -> String {
    let name = |level: &Level| if level.id.is_some() { level.name.clone() } else { say!("words-no-level") };
    let at_it: Vec<&str> = levels
        .domains
        .iter()
        .filter(|line| line.level_after == levels.overall)
        .map(|line| line.name.as_str())
        .collect();
    let weakest = match at_it.as_slice() {
        [_, _, _, ..] => say!("words-weakest-of", count = at_it.len(), domains = levels.domains.len()),
        few => list(few),
    };
    let (level, before) = (name(&levels.overall), name(&levels.overall_before));
    let mut said = say!("words-overall-level", level = level, before = before, weakest = weakest);
    said.push_str(&match &levels.proof {
        None => String::new(),
        Some(LevelProof { proven: false, .. }) => say!("words-level-open"),
        Some(LevelProof { impossible, .. }) if impossible.id.is_some() => {
            say!("words-level-proven", next = impossible.name)
        }
        Some(_) => say!("words-level-highest"),
    });
    said
}

/// The status in one word and its meaning.
pub(super) fn status(standing: Standing) -> String {
    match standing {
        Standing::Optimal => say!("words-optimal-proven"),
        Standing::Feasible => say!("words-feasible-not-proven"),
        Standing::Infeasible => say!("words-infeasible-proven"),
        Standing::Unknown => say!("words-unknown-stopped-before-portfolio"),
    }
}

/// The solver with its version.
pub(super) fn solver(line: &SolverLine) -> String {
    format!("{} {}", line.name, line.version).trim_end().to_owned()
}

/// The solver's options, `name=value` with commas; `none` without any.
pub(super) fn options(line: &SolverLine) -> String {
    if line.options.is_empty() {
        return word("none");
    }
    line.options.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", ")
}

/// Who pays a pick: `Ministry of Defence 40 %, Ministry of Economic Affairs 60 %`.
pub(super) fn payers(pick: &PickLine, ministries: &[MinistryLine]) -> String {
    let shares = pick.shares.0.iter().zip(ministries).filter(|((_, share), _)| *share > 0);
    shares.map(|((_, share), ministry)| format!("{} {share} %", ministry.name)).collect::<Vec<_>>().join(", ")
}

/// An amount of several in percent, for people.
pub(super) fn percent(part: Figure, whole: Figure) -> String {
    percentage(part.0, whole.0).map_or_else(|| "-".to_owned(), |share| format!("{} %", Figure(share).short(0)))
}

/// The sum of figures; one that is too large to compute with stays out.
pub(super) fn sum(figures: impl IntoIterator<Item = Figure>) -> Figure {
    Figure(
        figures.into_iter().fold(rust_decimal::Decimal::ZERO, |sum, figure| sum.checked_add(figure.0).unwrap_or(sum)),
    )
}
