//! Candidates: shares, starts, locks, and effects that come to nothing.

use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Candidate, Case, Status};

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let used = used_elsewhere(case);
    let effects_are_sound = subject.are_sound(&[TableId::Effects, TableId::Relations]);
    let horizon_is_sound = subject.settings_are_sound();
    for (at, candidate) in case.candidates.iter().enumerate() {
        shares(case, candidate, findings);
        if horizon_is_sound {
            starts(case, candidate, findings);
        }
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

fn cell(candidate: &Candidate, column: &str) -> Place {
    Place::Cell(TableId::Candidates, candidate.row, column.to_owned())
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

fn shares(case: &Case, candidate: &Candidate, findings: &mut Findings) {
    if case.ministries.is_empty() {
        return;
    }
    let least: u32 = candidate.shares.iter().map(|share| u32::from(share.min)).sum();
    let most: u32 = candidate.shares.iter().map(|share| u32::from(share.max)).sum();
    if (least..=most).contains(&100) {
        return;
    }
    let column = case.ministries.first().map(|ministry| format!("share_{}", ministry.id)).unwrap_or_default();
    let (sum, fix) = if least > 100 {
        (say!("candidates-at-least-least", least = least), say!("candidates-lower-smallest-shares-until"))
    } else {
        (say!("candidates-at-most-most", most = most), say!("candidates-raise-largest-shares-until"))
    };
    findings.error(
        "shares-not-100",
        cell(candidate, &column),
        say!("candidates-shares-id-cannot", id = candidate.id, sum = sum),
        fix,
    );
}

fn starts(case: &Case, candidate: &Candidate, findings: &mut Findings) {
    let (first, last) = (case.first_year, case.last_year);
    let starts = candidate.starts(first, last);
    if starts.is_empty() {
        let (column, why, fix) = if candidate.start_to < candidate.start_from {
            let why =
                say!("candidates-its-window-ends", start_to = candidate.start_to, start_from = candidate.start_from);
            ("start_to", why, say!("candidates-let-start-start"))
        } else if candidate.start_from > last || candidate.start_to < first {
            let why =
                say!("candidates-its-window-start", start_from = candidate.start_from, start_to = candidate.start_to);
            ("start_from", why, say!("candidates-let-start-between", first = first, last = last))
        } else {
            let years = candidate.cost_years();
            let why = say!("candidates-costs-money-years", years = years, last = last);
            let latest = i64::from(last) - i64::try_from(years).unwrap_or(0) + 1;
            ("start_from", why, say!("candidates-let-start-latest", latest = latest))
        };
        let message = say!("candidates-candidate-id-can", id = candidate.id, why = why);
        if candidate.status == Status::LockedIn {
            findings.error(
                "never-starts",
                cell(candidate, column),
                say!("candidates-message-locked", message = message),
                fix,
            );
        } else {
            findings.warning("never-starts", cell(candidate, column), message, fix);
        }
        return;
    }
    if candidate.in_force(*starts.start()) > last && (!candidate.effects.is_empty()) {
        findings.warning(
            "effect-too-late",
            cell(candidate, "lead_time"),
            say!("candidates-candidate-id-force", id = candidate.id, in_force = candidate.in_force(*starts.start())),
            say!("candidates-shorten-lead-time"),
        );
    }
    if candidate.start_from < first || candidate.start_to > last {
        let column = if candidate.start_from < first { "start_from" } else { "start_to" };
        findings.note(
            "start-outside-horizon",
            cell(candidate, column),
            say!(
                "candidates-window-start-from",
                start_from = candidate.start_from,
                start_to = candidate.start_to,
                id = candidate.id,
                first = first,
                last = last
            ),
            say!("candidates-nothing-needs-done"),
        );
    }
}

fn reasons(candidate: &Candidate, findings: &mut Findings) {
    let locked = candidate.status != Status::Free;
    if locked && candidate.reason.is_empty() {
        let id = &candidate.id;
        let message = match candidate.status {
            Status::LockedOut => say!("candidates-locked-out-without-reason", id = id),
            _ => say!("candidates-locked-in-without-reason", id = id),
        };
        findings.warning("lock-without-reason", cell(candidate, "status"), message, say!("candidates-say-why-column"));
    }
    if !locked && !candidate.reason.is_empty() {
        findings.note(
            "reason-without-lock",
            cell(candidate, "reason"),
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
                say!("candidates-effect-id-id", candidate = candidate.id, service = service.id),
                say!("candidates-write-control-gain"),
            );
        } else if effect.control_gain > Decimal::ONE_HUNDRED {
            findings.warning(
                "gain-above-100",
                place,
                say!(
                    "candidates-effect-id-id-adds",
                    candidate = candidate.id,
                    service = service.id,
                    control_gain = effect.control_gain
                ),
                say!("candidates-check-number-percentage"),
            );
        }
    }
}
