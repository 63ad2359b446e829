//! Candidates: their rules, reasons without a lock, and effects that come to nothing.

use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Candidate, Case, Status};
use crate::rules::{self, Rule};

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let used = used_elsewhere(case);
    let effects_are_sound = subject.are_sound(&[TableId::Effects, TableId::Relations]);
    let horizon_is_sound = subject.settings_are_sound();
    for rule in rules::of_candidates(case) {
        if horizon_is_sound || !matches!(rule, Rule::Start(_)) {
            rule.ask(|it| it.check(case, findings));
        }
    }
    for (at, candidate) in case.candidates.iter().enumerate() {
        reasons(candidate, findings);
        effects(case, candidate, findings);
        let nothing = candidate.effects.is_empty() && candidate.points.is_zero() && !used[at];
        if nothing && !case.services.is_empty() && effects_are_sound {
            findings.warning(
                "moves-nothing",
                Place::Row(TableId::Candidates, candidate.row),
                say!("candidates-candidate-id-moves", id = candidate.id),
                say!("candidates-add-its-effects"),
            );
        }
    }
}

/// Whether each candidate is needed by another, or has a part in a synergy or in a rule that may ask for it.
fn used_elsewhere(case: &Case) -> Vec<bool> {
    let mut used = vec![false; case.candidates.len()];
    for relation in &case.relations {
        for member in relation.helpers() {
            used[member.0] = true;
        }
    }
    used
}

/// A reason without a lock.
fn reasons(candidate: &Candidate, findings: &mut Findings) {
    if candidate.status == Status::Free && !candidate.reason.is_empty() {
        findings.note(
            "reason-without-lock",
            Place::Cell(TableId::Candidates, candidate.row, "reason".to_owned()),
            say!("candidates-candidate-id-has", id = candidate.id),
            say!("candidates-set-status-locked"),
        );
    }
}

fn effects(case: &Case, candidate: &Candidate, findings: &mut Findings) {
    for effect in &candidate.effects {
        let service = &case[effect.service];
        let place = Place::Cell(TableId::Effects, effect.row, "control_gain".to_owned());
        if effect.control_gain.is_zero() && effect.grants.is_none() {
            findings.warning(
                "effect-of-nothing",
                place,
                say!("candidates-effect-id-id", id = candidate.id, id_2 = service.id),
                say!("candidates-write-control-gain"),
            );
        } else if effect.control_gain > Decimal::ONE_HUNDRED {
            findings.warning(
                "gain-above-100",
                place,
                say!(
                    "candidates-effect-id-id-adds",
                    id = candidate.id,
                    id_2 = service.id,
                    control_gain = effect.control_gain
                ),
                say!("candidates-check-number-percentage"),
            );
        }
    }
}
