//! Candidates: their rules, reasons without a lock, and effects that come to nothing.

use crate::say;
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::guess::did_you_mean;
use crate::model::schema::{INSTRUMENTS, PILLARS, TableId};
use crate::model::{Candidate, CandidateIx, Case, Relation, Status, Timing};
use crate::rules::{self, Rule};

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    // Needed by another, or with a part in a synergy or in a rule that may ask for it.
    let used: HashSet<CandidateIx> = case.relations.iter().flat_map(Relation::helpers).collect();
    let effects_are_sound = subject.are_sound(&[TableId::Effects, TableId::Relations]);
    let horizon_is_sound = subject.settings_are_sound();
    for rule in rules::of_candidates(case) {
        if horizon_is_sound || !matches!(rule, Rule::Start(_)) {
            rule.ask(|it| it.check(case, findings));
        }
    }
    lone_words(case, "instrument", |it| &it.instrument, INSTRUMENTS, findings);
    lone_words(case, "pillar", |it| &it.pillar, PILLARS, findings);
    let has_both = !case.candidates.is_empty() && !case.services.is_empty();
    if has_both && effects_are_sound && !case.can_gain() {
        findings.note(
            "no-gains",
            Place::Table(TableId::Effects),
            say!("candidates-no-gains"),
            say!("candidates-fill-in-gains"),
        );
    }
    for (at, candidate) in case.candidate_ixs().zip(&case.candidates) {
        reasons(candidate, findings);
        if candidate.has_legal_risk() {
            let place = Place::Cell(TableId::Candidates, candidate.row, "instrument".to_owned());
            let message = say!("candidates-legal-risk", id = candidate.name);
            findings.note("legal-risk", place, message, say!("candidates-legal-risk-fix"));
        }
        effects(case, candidate, findings);
        let nothing = candidate.effects.is_empty() && candidate.points.is_zero() && !used.contains(&at);
        if nothing && !case.services.is_empty() && effects_are_sound {
            findings.warning(
                "moves-nothing",
                Place::Row(TableId::Candidates, candidate.row),
                say!("candidates-candidate-id-moves", id = candidate.name),
                say!("candidates-add-its-effects"),
            );
        }
    }
}

/// A word that one candidate alone has and that is nearly one that others have, or a usual one: limits would pass it over.
fn lone_words(case: &Case, column: &str, of: fn(&Candidate) -> &str, usual: &[&str], findings: &mut Findings) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in case.candidates.iter().map(of).filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    let known = counts.iter().filter(|(_, count)| **count > 1).map(|(word, _)| *word);
    let known: Vec<&str> = known.chain(usual.iter().copied()).collect();
    let is_lone = |word: &str| counts.get(word) == Some(&1) && !usual.contains(&word);
    for candidate in case.candidates.iter().filter(|it| is_lone(of(it))) {
        if !findings.may_suggest(known.len()) {
            return;
        }
        let Some(near) = did_you_mean(of(candidate), known.iter().copied()) else { continue };
        findings.note(
            "lone-word",
            Place::Cell(TableId::Candidates, candidate.row, column.to_owned()),
            say!("candidates-lone-word", column = column, written = of(candidate), near = near),
            say!("candidates-lone-word-fix", near = near),
        );
    }
}

/// A reason without a lock.
fn reasons(candidate: &Candidate, findings: &mut Findings) {
    if candidate.status == Status::Free && !candidate.reason.is_empty() {
        findings.note(
            "reason-without-lock",
            Place::Cell(TableId::Candidates, candidate.row, "reason".to_owned()),
            say!("candidates-candidate-id-has", id = candidate.name),
            say!("candidates-set-status-locked"),
        );
    }
}

fn effects(case: &Case, candidate: &Candidate, findings: &mut Findings) {
    for effect in &candidate.effects {
        let service = &case[effect.service];
        let place = Place::Cell(TableId::Effects, effect.row, "control_gain".to_owned());
        if effect.control_gain.is_zero() && effect.grants.is_none() && effect.prevents.is_none() {
            findings.warning(
                "effect-of-nothing",
                place,
                say!("candidates-effect-id-id", candidate = candidate.name, service = service.name),
                say!("candidates-write-control-gain"),
            );
        } else if effect.control_gain > Decimal::ONE_HUNDRED {
            findings.warning(
                "gain-above-100",
                place,
                say!(
                    "candidates-effect-id-id-adds",
                    candidate = candidate.name,
                    service = service.name,
                    control_gain = effect.control_gain
                ),
                say!("candidates-check-number-percentage"),
            );
        }
        let starts = candidate.starts(case.first_year, case.last_year).map(|start| candidate.in_force(start));
        let mut in_time = starts.filter(|since| *since <= case.last_year).peekable();
        let counts_at_the_end = case.timing == Timing::Final && in_time.peek().is_some();
        if counts_at_the_end && !in_time.any(|since| effect.holds(since, case.last_year)) {
            let (last, service) = (case.last_year, &service.name);
            findings.warning(
                "effect-worn-off",
                Place::Cell(TableId::Effects, effect.row, "lasts".to_owned()),
                say!("candidates-effect-worn-off", candidate = candidate.name, service = service, last = last),
                say!("candidates-effect-worn-off-fix"),
            );
        }
    }
}
