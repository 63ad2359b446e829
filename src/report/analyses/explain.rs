//! Explanations as reports.

use crate::say;
use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::data::CaseHeader;
use super::super::document::{Column, Table, Value};
use super::super::number::Figure;
use super::words::{amount, ids, index};
use super::{Context, Told, impossible};
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
        None => sentences.push(say!("explain-no-portfolio-possible")),
        Some(reasons) => {
            sentences.extend(why(case, candidate, reasons));
            sentences.extend(what_would_change(case, candidate, reasons, &header));
            if !reasons.best.is_proven() {
                open.push(say!("explain-best-portfolio-not"));
            }
            if !reasons.otherwise.is_proven() {
                open.push(say!("explain-what-best-forced", out = if reasons.chosen { "out" } else { "in" }));
            }
            if [reasons.cost, reasons.gain, reasons.budget].contains(&Some(BreakEven::Open)) {
                open.push(say!("explain-not-all-turning"));
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
        say!("explain-cannot-start-within")
    } else if starts.start() == starts.end() {
        say!("explain-can-start-start", start = starts.start())
    } else {
        say!("explain-can-start-start-end", start = starts.start(), end = starts.end())
    };
    let points = match facts.points {
        points if points.is_zero() => String::new(),
        points => say!("explain-itself-brings-what", what = index(points)),
    };
    say!("explain-facts-costs-public", facts = facts.name, whole = amount(header, whole), when = when, points = points)
}

/// What it moves together with others.
fn synergies(case: &Case, candidate: CandidateIx) -> Vec<String> {
    let joint = case.relations.iter().filter_map(Relation::joint).filter(|it| it.members.contains(&candidate));
    let together = joint.map(|it| {
        let others = it.members.iter().filter(|&&member| member != candidate);
        let others: Vec<&str> = others.map(|&member| case[member].name.as_str()).collect();
        let gain = Figure(it.control_gain).short(2);
        let (with, service) = (others.join(" and "), &case[it.service].name);
        say!("explain-together-adds-gain", with = with, gain = gain, service = service)
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
            sentences.push(say!("explain-not-best-portfolio", not = if chosen { "in" } else { "not in" }));
        }
        (true, Status::LockedIn) => sentences.push(say!("explain-because-locked-reason", reason = reason)),
        (true, _) => sentences.push(say!("explain-best-portfolio")),
        (false, Status::LockedOut) => sentences.push(say!("explain-out-because-locked", reason = reason)),
        (false, _) => sentences.push(say!("explain-not-best-portfolio-2")),
    }
    match (reasons.chosen, reasons.otherwise.known, loss) {
        (true, ProofStatus::Impossible, _) => {
            sentences.push(say!("explain-without-no-portfolio"));
        }
        (false, ProofStatus::Impossible, _) => sentences.push(say!("explain-no-portfolio-possible-2")),
        (_, _, None) => {}
        (true, _, Some(loss)) if loss.abs() <= SAME => {
            let how = if comes.is_empty() { "left out" } else { "swapped" };
            sentences.push(say!("explain-without-objective-stays", how = how));
        }
        (true, _, Some(loss)) if loss > Decimal::ZERO => {
            sentences.push(say!("explain-without-objective-falls", loss = index(loss)));
        }
        (true, _, Some(loss)) => {
            sentences.push(say!("explain-without-objective-would", loss = index(-loss)));
        }
        (false, _, Some(loss)) if loss.abs() <= SAME => {
            sentences.push(say!("explain-objective-stays-same"));
        }
        (false, _, Some(loss)) if loss > Decimal::ZERO => {
            sentences.push(say!("explain-forced-costs-loss", loss = index(loss)));
        }
        (false, _, Some(loss)) => {
            sentences.push(say!("explain-objective-would-rise", loss = index(-loss)));
        }
    }
    if reasons.otherwise.objective.is_some() {
        let verb = if reasons.chosen { "Without it" } else { "With it" };
        match (comes.is_empty(), goes.is_empty()) {
            (false, false) => sentences.push(say!("explain-verb-come-comes", verb = verb, comes = comes, goes = goes)),
            (false, true) => sentences.push(say!("explain-verb-come-comes-2", verb = verb, comes = comes)),
            (true, false) => sentences.push(say!("explain-verb-go-out", verb = verb, goes = goes)),
            (true, true) => {}
        }
    }
    if let Some(obstacle) = &reasons.obstacle {
        if obstacle.broken.is_empty() && obstacle.gain.abs() <= SAME {
            sentences.push(say!("explain-nothing-stops-from", start = obstacle.start));
        } else if obstacle.broken.is_empty() {
            sentences.push(say!(
                "explain-nothing-stops-from-being",
                start = obstacle.start,
                gain = index(obstacle.gain)
            ));
        } else {
            sentences.push(say!(
                "explain-added-best-portfolio",
                start = obstacle.start,
                broken = obstacle.broken.join(" ")
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
    let stays = if reasons.chosen { say!("explain-stays") } else { say!("explain-could") };
    match reasons.cost {
        Some(BreakEven::At(factor)) if rises => sentences.push(say!(
            "explain-stays-up-factor",
            stays = stays,
            factor = percent(factor),
            factor_2 = amount(header, whole * factor)
        )),
        Some(BreakEven::At(factor)) if factor.is_zero() => {
            sentences.push(say!("explain-would-come-only"));
        }
        Some(BreakEven::At(factor)) => sentences.push(say!(
            "explain-would-come-at",
            factor = percent(factor),
            factor_2 = amount(header, whole * factor)
        )),
        Some(BreakEven::Always) => sentences.push(say!("explain-stays-even-at", stays = stays)),
        Some(BreakEven::Never) => sentences.push(say!("explain-would-not-come")),
        Some(BreakEven::Open) | None => {}
    }
    // What could be in as well needs neither more gain nor more money.
    if rises && !reasons.chosen {
        return sentences;
    }
    match reasons.gain {
        Some(BreakEven::At(factor)) => {
            sentences.push(say!("explain-would-come-if", factor = percent(factor)));
        }
        Some(BreakEven::Never) => sentences.push(say!("explain-would-not-come-even")),
        _ => {}
    }
    match reasons.budget {
        Some(BreakEven::At(factor)) => sentences.push(say!(
            "explain-more-than-factor",
            factor = percent(factor),
            factor_2 = amount(header, case.total_budget() * factor)
        )),
        Some(BreakEven::Never) => {
            sentences.push(say!("explain-even-times-all"));
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
        say!("explain-what-moves"),
        vec![
            Column::words("service", "service"),
            Column::figures("control_gain", say!("explain-control-points"), 2),
            Column::words("grants", "grants"),
            Column::figures("control_before", "before, %", 2),
            Column::figures("control_after", "after, %", 2),
            Column::words("rung_before", say!("sections-rung-before")),
            Column::words("rung_after", say!("sections-rung-after")),
        ],
        rows,
    )
    .note(say!("explain-before-nothing-chosen"))
}
