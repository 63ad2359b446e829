//! Explanations as reports.

use super::impossible;
use super::page;
use super::prelude::*;
use crate::analyse::break_even::BreakEven;
use crate::analyse::explain::{Explained, Params, Reasons};
use crate::messages::word;
use crate::model::{Effect, Relation, RungIx, Status};

impl Told for Params {
    fn report(&self, found: &Explained, context: Context<'_>) -> AnalysisReport {
        match found {
            Explained::Candidate(candidate, reasons) => report((*candidate, reasons.as_deref()), context),
            Explained::Impossible(answer, repairs) => impossible::report((answer, repairs.as_ref()), context),
        }
    }

    fn page(&self, found: &Explained, case: &Case, report: &AnalysisReport) -> Page {
        match found {
            // Whether it is in, and what it would cost to decide otherwise.
            Explained::Candidate(candidate, Some(reasons)) => {
                let point = why(case, *candidate, reasons).into_iter().take(2).collect();
                Page { point, blocks: Vec::new() }
            }
            Explained::Candidate(_, None) => Page::default(),
            // The rules that conflict, and the ways out.
            Explained::Impossible(..) => Page { point: Vec::new(), blocks: page::tops(report).collect() },
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
                open.push(if reasons.chosen {
                    say!("explain-forced-out-open")
                } else {
                    say!("explain-forced-in-open")
                });
            }
            if [reasons.cost, reasons.gain, reasons.budget].contains(&Some(BreakEven::Open)) {
                open.push(say!("explain-not-all-turning"));
            }
        }
    }
    AnalysisReport {
        analysis: "explain",
        title: say!("explain-why", candidate = case[candidate].name),
        summary: sentences,
        open,
        tables: vec![effects(case, candidate, reasons)],
        charts: Vec::new(),
        page: Vec::new(),
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
        points => say!("explain-itself-brings", points = index(points)),
    };
    say!("explain-costs-public", candidate = facts.name, bill = amount(header, whole), when = when, points = points)
}

/// What it moves together with others.
fn synergies(case: &Case, candidate: CandidateIx) -> Vec<String> {
    let joint = case.relations.iter().filter(|it| !it.is_withheld(case) && it.members.contains(&candidate));
    let joint = joint.filter_map(Relation::joint);
    let together = joint.map(|it| {
        let others = it.members.iter().filter(|&&member| member != candidate);
        let others: Vec<&str> = others.map(|&member| case[member].name.as_str()).collect();
        let gain = Figure(it.control_gain).short(2);
        say!("explain-together-adds-gain", others = list(&others), gain = gain, service = case[it.service].name)
    });
    together.collect()
}

fn why(case: &Case, candidate: CandidateIx, reasons: &Reasons) -> Vec<String> {
    let facts = &case[candidate];
    let reason = if facts.reason.is_empty() {
        String::new()
    } else {
        say!("explain-for-reason", reason = facts.reason.trim_end_matches('.'))
    };
    let mut sentences = Vec::new();
    let both = reasons.best.objective.zip(reasons.otherwise.objective);
    let loss = both.map(|(best, other)| best - other);
    let by = both.map_or_else(String::new, |(best, other)| between(best.max(other), best.min(other)));
    let others = |all: Vec<CandidateIx>| {
        let others = all.into_iter().filter(|&it| it != candidate);
        list(&others.map(|it| case[it].name.as_str()).collect::<Vec<_>>())
    };
    let (comes, goes) = (
        others(reasons.otherwise.picks.beyond(&reasons.best.picks)),
        others(reasons.best.picks.beyond(&reasons.otherwise.picks)),
    );
    if reasons.best.objective.is_none() {
        return Vec::new();
    }
    match (reasons.chosen, facts.status) {
        (chosen, Status::Free) if !reasons.best.is_proven() => {
            sentences.push(if chosen { say!("explain-in-best-found") } else { say!("explain-not-in-best-found") });
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
        (true, _, Some(loss)) if loss.abs() <= SAME && comes.is_empty() => {
            sentences.push(say!("explain-can-be-left-out"));
        }
        (true, _, Some(loss)) if loss.abs() <= SAME => sentences.push(say!("explain-can-be-swapped")),
        (true, _, Some(loss)) if loss > Decimal::ZERO => {
            sentences.push(say!("explain-without-objective-falls", loss = by));
        }
        (true, _, Some(_)) => {
            sentences.push(say!("explain-without-objective-would", loss = by));
        }
        (false, _, Some(loss)) if loss.abs() <= SAME => {
            sentences.push(say!("explain-objective-stays-same"));
        }
        (false, _, Some(loss)) if loss > Decimal::ZERO => {
            sentences.push(say!("explain-forced-costs-loss", loss = by));
        }
        (false, _, Some(_)) => {
            sentences.push(say!("explain-objective-would-rise", loss = by));
        }
    }
    if reasons.otherwise.objective.is_some() {
        sentences.extend(match (reasons.chosen, comes.is_empty(), goes.is_empty()) {
            (_, true, true) => None,
            (true, false, false) => Some(say!("explain-without-both", comes = comes, goes = goes)),
            (true, false, true) => Some(say!("explain-without-comes", comes = comes)),
            (true, true, false) => Some(say!("explain-without-goes", goes = goes)),
            (false, false, false) => Some(say!("explain-with-both", comes = comes, goes = goes)),
            (false, false, true) => Some(say!("explain-with-comes", comes = comes)),
            (false, true, false) => Some(say!("explain-with-goes", goes = goes)),
        });
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
    let bill = |factor: Decimal| amount(header, whole * factor);
    match (reasons.cost, reasons.chosen) {
        (Some(BreakEven::At(factor)), true) => {
            sentences.push(say!("explain-stays-up-to", percent = percent(factor), bill = bill(factor)));
        }
        (Some(BreakEven::At(factor)), false) if rises => {
            sentences.push(say!("explain-could-up-to", percent = percent(factor), bill = bill(factor)));
        }
        (Some(BreakEven::At(factor)), false) if factor.is_zero() => sentences.push(say!("explain-would-come-only")),
        (Some(BreakEven::At(factor)), false) => {
            sentences.push(say!("explain-would-come-at", percent = percent(factor), bill = bill(factor)));
        }
        (Some(BreakEven::Always), true) => sentences.push(say!("explain-stays-always")),
        (Some(BreakEven::Always), false) => sentences.push(say!("explain-could-always")),
        (Some(BreakEven::Never), _) => sentences.push(say!("explain-would-not-come")),
        (Some(BreakEven::Open) | None, _) => {}
    }
    // What could be in as well needs neither more gain nor more money.
    if rises && !reasons.chosen {
        return sentences;
    }
    match reasons.gain {
        Some(BreakEven::At(factor)) => {
            sentences.push(say!("explain-would-come-if", percent = percent(factor)));
        }
        Some(BreakEven::Never) => sentences.push(say!("explain-would-not-come-even")),
        _ => {}
    }
    match reasons.budget {
        Some(BreakEven::At(factor)) => sentences.push(say!(
            "explain-more-than-factor",
            percent = percent(factor),
            total = amount(header, case.total_budget() * factor)
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
    // What something withheld does is withheld with it, and so is what is done to it: one row says that for all.
    let is_told = |effect: &&Effect| case[candidate].withheld.is_none() && case[effect.service].withheld.is_none();
    let told: Vec<&Effect> = case[candidate].effects.iter().filter(is_told).collect();
    let is_more = case[candidate].withheld.is_some() || told.len() < case[candidate].effects.len();
    let rows = told.into_iter().map(Some).chain(is_more.then_some(None));
    let result = |effect: &Effect| with.as_ref().map(|evaluation| &evaluation.services[effect.service.0]);
    let rows = rows.map(|effect| (effect, effect.and_then(result)));
    let rung = |rung: Option<RungIx>| rung.map(|rung| case[rung].name.clone());
    Table::of("effects", say!("explain-what-moves"), rows)
        .words("service", |(effect, _)| effect.map_or_else(|| word("withheld"), |it| case[it.service].name.clone()))
        .figures("control_gain", 2, |(effect, _)| effect.map(|it| it.control_gain))
        .words("grants", |(effect, _)| effect.and_then(|it| rung(it.grants)))
        .figures("lasts", 0, |(effect, _)| effect.and_then(|it| it.lasts).map(Decimal::from))
        .figures("control_before", 2, |(_, result)| result.map(|result| result.control_before.normalize()))
        .figures("control_after", 2, |(_, result)| result.map(|result| result.control_after.normalize()))
        .words("rung_before", |(_, result)| result.and_then(|result| rung(result.rung_before)))
        .words("rung_after", |(_, result)| result.and_then(|result| rung(result.rung_after)))
        .note(say!("explain-before-nothing-chosen"))
}
