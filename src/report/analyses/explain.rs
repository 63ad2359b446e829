//! Explanations as reports.

use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::data::CaseHeader;
use super::super::document::{Column, Table, Value};
use super::super::number::Figure;
use super::{Context, Told, impossible};
use super::words::{amount, ids, index};
use crate::analyse::break_even::BreakEven;
use crate::analyse::explain::{Explained, Params, Reasons};
use crate::measure::{bill, evaluate};
use crate::model::{CandidateIx, Case, Relation, Status};
use crate::optimise::{ProofStatus, SAME};

impl Told for Params {
    fn report(&self, found: &Explained, context: Context<'_>) -> AnalysisReport {
        match found {
            Explained::Candidate(candidate, reasons) => report((*candidate, reasons.as_deref()), context),
            Explained::Impossible(answer, repairs) => impossible::report((answer, repairs.as_ref()), context),
        }
    }
}

/// Why a candidate is in the best portfolio or not.
pub fn report((candidate, reasons): (CandidateIx, Option<&Reasons>), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let mut open = Vec::new();
    let mut sentences = vec![what_it_is(case, candidate, &header)];
    sentences.extend(synergies(case, candidate));
    match reasons {
        None => sentences.push("No portfolio is possible at all; `explain` without a candidate says why.".to_owned()),
        Some(reasons) => {
            sentences.extend(why(case, candidate, reasons));
            sentences.extend(what_would_change(case, candidate, reasons, &header));
            if !reasons.best.is_proven() {
                open.push("The best portfolio is not proven: the search was stopped.".to_owned());
            }
            if !reasons.otherwise.is_proven() {
                open.push(format!(
                    "What is best with it forced {} is not proven: the search was stopped.",
                    if reasons.chosen { "out" } else { "in" }
                ));
            }
            if [reasons.cost, reasons.gain, reasons.budget].contains(&Some(BreakEven::Open)) {
                open.push("Not all turning points were found: the search was stopped.".to_owned());
            }
        }
    }
    AnalysisReport {
        analysis: "explain",
        title: format!("Why {}?", case[candidate].name),
        summary: sentences,
        open,
        tables: vec![effects(case, candidate, reasons)],
        charts: Vec::new(),
        case: header,
    }
}

fn what_it_is(case: &Case, candidate: CandidateIx, header: &CaseHeader) -> String {
    let facts = &case[candidate];
    let whole = bill::total(&bill::public_bill(facts));
    let starts = facts.starts(case.first_year, case.last_year);
    let when = if starts.is_empty() {
        "it cannot start within the horizon".to_owned()
    } else if starts.start() == starts.end() {
        format!("it can start in {}", starts.start())
    } else {
        format!("it can start in {} to {}", starts.start(), starts.end())
    };
    let points = match facts.points {
        points if points.is_zero() => String::new(),
        points => format!(" By itself it brings {} points.", index(points)),
    };
    format!("{} costs the public {} and {when}.{points}", facts.name, amount(header, whole))
}

/// What it moves together with others.
fn synergies(case: &Case, candidate: CandidateIx) -> Vec<String> {
    let joint = case.relations.iter().filter_map(Relation::joint).filter(|it| it.members.contains(&candidate));
    let together = joint.map(|it| {
        let others = it.members.iter().filter(|&&member| member != candidate);
        let others: Vec<&str> = others.map(|&member| case[member].name.as_str()).collect();
        let gain = Figure(it.control_gain).short(2);
        let (with, service) = (others.join(" and "), &case[it.service].name);
        format!("Together with {with} it adds {gain} percentage points of control to {service}.")
    });
    together.collect()
}

fn why(case: &Case, candidate: CandidateIx, reasons: &Reasons) -> Vec<String> {
    let facts = &case[candidate];
    let reason =
        if facts.reason.is_empty() { String::new() } else { format!(" ({})", facts.reason.trim_end_matches('.')) };
    let mut sentences = Vec::new();
    let loss = reasons.best.objective.zip(reasons.otherwise.objective).map(|(best, other)| best - other);
    let others = |list: Vec<CandidateIx>| ids(case, list.into_iter().filter(|&it| it != candidate)).join(", ");
    let (comes, goes) = (
        others(reasons.otherwise.picks.beyond(&reasons.best.picks)),
        others(reasons.best.picks.beyond(&reasons.otherwise.picks)),
    );
    if reasons.best.objective.is_none() {
        return Vec::new();
    }
    match (reasons.chosen, facts.status) {
        (chosen, Status::Free) if !reasons.best.is_proven() => {
            sentences
                .push(format!("It is {} the best portfolio that was found.", if chosen { "in" } else { "not in" }));
        }
        (true, Status::LockedIn) => sentences.push(format!("It is in because it is locked in{reason}.")),
        (true, _) => sentences.push("It is in the best portfolio.".to_owned()),
        (false, Status::LockedOut) => sentences.push(format!("It is out because it is locked out{reason}.")),
        (false, _) => sentences.push("It is not in the best portfolio.".to_owned()),
    }
    match (reasons.chosen, reasons.otherwise.known, loss) {
        (true, ProofStatus::Impossible, _) => {
            sentences.push("Without it no portfolio is possible: it is irreplaceable.".to_owned());
        }
        (false, ProofStatus::Impossible, _) => sentences.push("With it no portfolio is possible.".to_owned()),
        (_, _, None) => {}
        (true, _, Some(loss)) if loss.abs() <= SAME => {
            let how = if comes.is_empty() { "left out" } else { "swapped" };
            sentences.push(format!("Without it the objective stays the same: it can be {how}."));
        }
        (true, _, Some(loss)) if loss > Decimal::ZERO => {
            sentences.push(format!("Without it the objective falls by {} points.", index(loss)));
        }
        (true, _, Some(loss)) => {
            sentences.push(format!("Without it the objective would rise by {} points.", index(-loss)));
        }
        (false, _, Some(loss)) if loss.abs() <= SAME => {
            sentences.push("With it the objective stays the same: it could be in as well.".to_owned());
        }
        (false, _, Some(loss)) if loss > Decimal::ZERO => {
            sentences.push(format!("Forced in it costs {} points.", index(loss)));
        }
        (false, _, Some(loss)) => {
            sentences.push(format!("With it the objective would rise by {} points.", index(-loss)));
        }
    }
    if reasons.otherwise.objective.is_some() {
        let verb = if reasons.chosen { "Without it" } else { "With it" };
        match (comes.is_empty(), goes.is_empty()) {
            (false, false) => sentences.push(format!("{verb} come in: {comes}; and go out: {goes}.")),
            (false, true) => sentences.push(format!("{verb} come in: {comes}.")),
            (true, false) => sentences.push(format!("{verb} go out: {goes}.")),
            (true, true) => {}
        }
    }
    if let Some(obstacle) = &reasons.obstacle {
        if obstacle.broken.is_empty() && obstacle.gain.abs() <= SAME {
            sentences.push(format!(
                "Nothing stops it from being added as it is (start {}): that would change nothing but the bill.",
                obstacle.start
            ));
        } else if obstacle.broken.is_empty() {
            sentences.push(format!(
                "Nothing stops it from being added as it is (start {}): that would change the objective by {} points.",
                obstacle.start,
                index(obstacle.gain)
            ));
        } else {
            sentences.push(format!(
                "Added to the best portfolio as that is (best start {}) it would break: {}",
                obstacle.start,
                obstacle.broken.join(" ")
            ));
        }
    }
    sentences
}

fn what_would_change(case: &Case, candidate: CandidateIx, reasons: &Reasons, header: &CaseHeader) -> Vec<String> {
    let mut sentences = Vec::new();
    let whole = bill::total(&bill::public_bill(&case[candidate]));
    let percent = |factor: Decimal| Figure(factor * Decimal::ONE_HUNDRED).short(0);
    let rises = match reasons.cost {
        Some(BreakEven::At(factor)) => reasons.chosen || factor >= Decimal::ONE,
        Some(BreakEven::Always) => true,
        _ => reasons.chosen,
    };
    let stays = if reasons.chosen { "It stays in" } else { "It could be in" };
    match reasons.cost {
        Some(BreakEven::At(factor)) if rises => sentences.push(format!(
            "{stays} up to {} % of its cost ({}).",
            percent(factor),
            amount(header, whole * factor)
        )),
        Some(BreakEven::At(factor)) if factor.is_zero() => {
            sentences.push("It would come in only if it cost (next to) nothing.".to_owned());
        }
        Some(BreakEven::At(factor)) => sentences.push(format!(
            "It would come in at {} % of its cost ({}).",
            percent(factor),
            amount(header, whole * factor)
        )),
        Some(BreakEven::Always) => sentences.push(format!("{stays} even at 10 times its cost.")),
        Some(BreakEven::Never) => sentences.push("It would not come in even for free.".to_owned()),
        Some(BreakEven::Open) | None => {}
    }
    // What could be in as well needs neither more gain nor more money.
    if rises && !reasons.chosen {
        return sentences;
    }
    match reasons.gain {
        Some(BreakEven::At(factor)) => {
            sentences.push(format!("It would come in if it gained more than {} % of what it gains.", percent(factor)));
        }
        Some(BreakEven::Never) => sentences.push("It would not come in even with 10 times its gains.".to_owned()),
        _ => {}
    }
    match reasons.budget {
        Some(BreakEven::At(factor)) => sentences.push(format!(
            "With more than {} % of all budgets ({} in total) it could be had at no loss against the best of now.",
            percent(factor),
            amount(header, case.total_budget() * factor)
        )),
        Some(BreakEven::Never) => {
            sentences.push("Even 3 times all budgets do not make room for it at no loss.".to_owned());
        }
        _ => {}
    }
    sentences
}

fn effects(case: &Case, candidate: CandidateIx, reasons: Option<&Reasons>) -> Table {
    let with = reasons.map(|reasons| {
        let outcome = if reasons.chosen { &reasons.best } else { &reasons.otherwise };
        evaluate(case, &outcome.picks.portfolio())
    });
    let rows = case[candidate].effects.iter().map(|effect| -> Vec<Value> {
        let result = with.as_ref().map(|evaluation| &evaluation.services[effect.service.0]);
        let rung = |rung: Option<crate::model::RungIx>| rung.map(|rung| case[rung].name.clone());
        vec![
            case[effect.service].name.clone().into(),
            effect.control_gain.into(),
            rung(effect.grants).into(),
            result.map(|result| result.control_before.normalize()).into(),
            result.map(|result| result.control_after.normalize()).into(),
            result.and_then(|result| rung(result.rung_before)).into(),
            result.and_then(|result| rung(result.rung_after)).into(),
        ]
    });
    Table::new(
        "effects",
        "What it moves",
        vec![
            Column::words("service", "service"),
            Column::figures("control_gain", "control, points", 2),
            Column::words("grants", "grants"),
            Column::figures("control_before", "before, %", 2),
            Column::figures("control_after", "after, %", 2),
            Column::words("rung_before", "rung before"),
            Column::words("rung_after", "rung after"),
        ],
        rows,
    )
    .note("Before: with nothing chosen; after: with the best portfolio that has it, at the end of the horizon.")
}
