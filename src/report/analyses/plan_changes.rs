//! What changes to a plan bring, as a report.

use super::prelude::*;
use crate::analyse::plan_changes::{Found, Params};

impl Told for Params {
    fn report(&self, found: &Found, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        let all = found.steps.iter().flatten().chain([&found.base.best, &found.base.nearest]);
        let mut open: Vec<String> = not_proven(all).into_iter().collect();
        let missing = found.steps.iter().filter(|step| step.is_none()).count();
        open.extend((missing > 0).then(|| say!("stopped-parts-missing", missing = missing)));
        AnalysisReport {
            case: header,
            analysis: "frontier",
            title: say!("changes-title"),
            summary: summary(found),
            open,
            tables: vec![steps(case, found)],
            charts: vec![chart(found)],
            page: Vec::new(),
        }
    }
}

/// The steps that are reached, each with the one before it.
fn reached(found: &Found) -> impl Iterator<Item = (usize, &Outcome, Option<Decimal>)> {
    let before = |at: usize| found.steps.get(at.checked_sub(1)?)?.as_ref()?.objective;
    found.steps.iter().enumerate().filter_map(move |(at, step)| Some((at, step.as_ref()?, before(at))))
}

fn summary(found: &Found) -> Vec<String> {
    let Some(best) = found.base.best.objective else {
        return vec![match found.base.best.known {
            ProofStatus::Impossible => say!("alternatives-no-portfolio-possible"),
            _ => say!("alternatives-no-portfolio-found-before"),
        }];
    };
    let none = found.steps.first().and_then(Option::as_ref);
    let mut sentences = vec![match none.map(|step| (step.objective, step.known)) {
        Some((Some(as_it_is), _)) => {
            say!("changes-leaving-costs", objective = index(as_it_is), less = between(best, as_it_is))
        }
        Some((None, ProofStatus::Impossible)) => say!("changes-leaving-impossible"),
        _ => say!("changes-leaving-unknown"),
    }];
    if found.broken > 0 {
        sentences.push(say!("changes-plan-breaks", broken = found.broken));
    }
    if let Some(most) = found.base.nearest.value {
        sentences.push(say!("changes-to-the-best", count = Figure(most).short(0), best = index(best)));
    }
    // What one change brings most is what is talked about first.
    let gains = reached(found).filter_map(|(at, step, before)| Some((at, step.objective? - before?)));
    if let Some((at, gain)) = gains.max_by(|one, other| one.1.cmp(&other.1).then(other.0.cmp(&one.0)))
        && gain > SAME
    {
        sentences.push(say!("changes-most-by", count = at, gain = index(gain)));
    }
    sentences
}

fn steps(case: &Case, found: &Found) -> Table {
    let plan = &found.plan.picks;
    let best = found.base.best.objective;
    let has = |outcome: &Outcome| outcome.objective.is_some();
    let gone = |outcome: &Outcome| if has(outcome) { plan.beyond(&outcome.picks) } else { Vec::new() };
    Table::of("steps", say!("changes-steps"), reached(found))
        .figures("changes", 0, |row| row.0)
        .points("objective", |row| row.1.objective)
        .points("more", |row| Some(Value::difference(row.1.objective?, row.2?, INDEX)))
        .points("behind", |row| Some(Value::difference(best?, row.1.objective?, INDEX)))
        .money("cost", |row| row.1.cost)
        .named("enter", case, |row| row.1.picks.beyond(plan))
        .named("leave", case, |row| gone(row.1))
        .status(|row| row.1)
        .picks(case, |row| row.1)
        .note(say!("changes-note"))
}

fn chart(found: &Found) -> Chart {
    let bars = reached(found).filter_map(|(at, step, _)| Some((step.objective?, say!("changes-count", count = at))));
    Chart::bars(
        say!("changes-objective-by-changes"),
        say!("alternatives-objective-index-points"),
        word("objective"),
        bars.take(25),
    )
}
