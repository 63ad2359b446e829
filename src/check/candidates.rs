//! Candidates: shares, starts, locks, and effects that come to nothing.

use rust_decimal::Decimal;

use super::Subject;
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
                format!("The candidate {} moves no service, brings no points and is needed by nothing.", candidate.id),
                "Add its effects to effects.csv, or give it points.",
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
        (format!("at least {least} %"), "Lower the smallest shares until they add up to 100 or less.")
    } else {
        (format!("at most {most} %"), "Raise the largest shares until they can add up to 100.")
    };
    findings.error(
        "shares-not-100",
        cell(candidate, &column),
        format!("The shares of {} cannot add up to 100: together the ministries pay {sum}.", candidate.id),
        fix,
    );
}

fn starts(case: &Case, candidate: &Candidate, findings: &mut Findings) {
    let (first, last) = (case.first_year, case.last_year);
    let starts = candidate.starts(first, last);
    if starts.is_empty() {
        let (column, why, fix) = if candidate.start_to < candidate.start_from {
            let why =
                format!("its window ends in {}, before it begins in {}", candidate.start_to, candidate.start_from);
            ("start_to", why, "Let start_to be start_from or later.".to_owned())
        } else if candidate.start_from > last || candidate.start_to < first {
            let why = format!("its window {}-{} lies outside the horizon", candidate.start_from, candidate.start_to);
            ("start_from", why, format!("Let it start between {first} and {last}."))
        } else {
            let years = candidate.cost_years();
            let why = format!("it costs money for {years} years, and its last cost would come after {last}");
            let latest = i64::from(last) - i64::try_from(years).unwrap_or(0) + 1;
            ("start_from", why, format!("Let it start in {latest} at the latest, or lengthen the horizon."))
        };
        let message = format!("The candidate {} can never start: {why}.", candidate.id);
        if candidate.status == Status::LockedIn {
            findings.error("never-starts", cell(candidate, column), format!("{message} It is locked in."), fix);
        } else {
            findings.warning("never-starts", cell(candidate, column), message, fix);
        }
        return;
    }
    if candidate.in_force(*starts.start()) > last && (!candidate.effects.is_empty()) {
        findings.warning(
            "effect-too-late",
            cell(candidate, "lead_time"),
            format!(
                "The candidate {} is in force from {} at the earliest, after the horizon ends: its effects never count.",
                candidate.id,
                candidate.in_force(*starts.start())
            ),
            "Shorten lead_time, let it start earlier, or lengthen the horizon.",
        );
    }
    if candidate.start_from < first || candidate.start_to > last {
        let column = if candidate.start_from < first { "start_from" } else { "start_to" };
        findings.note(
            "start-outside-horizon",
            cell(candidate, column),
            format!(
                "The window {}-{} of {} reaches outside the horizon {first}-{last}; only the years inside count.",
                candidate.start_from, candidate.start_to, candidate.id
            ),
            "Nothing needs to be done.",
        );
    }
}

fn reasons(candidate: &Candidate, findings: &mut Findings) {
    let locked = candidate.status != Status::Free;
    let word = if candidate.status == Status::LockedOut { "out" } else { "in" };
    if locked && candidate.reason.is_empty() {
        findings.warning(
            "lock-without-reason",
            cell(candidate, "status"),
            format!("The candidate {} is locked {word} without a reason.", candidate.id),
            "Say why in the column reason: someone will ask.",
        );
    }
    if !locked && !candidate.reason.is_empty() {
        findings.note(
            "reason-without-lock",
            cell(candidate, "reason"),
            format!("The candidate {} has a reason but is not locked.", candidate.id),
            "Set status to locked_in or locked_out, or move the text to note.",
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
                format!("The effect of {} on {} adds no control and grants no rung.", candidate.id, service.id),
                "Write a control_gain, name a rung in grants, or delete the row.",
            );
        } else if effect.control_gain > Decimal::ONE_HUNDRED {
            findings.warning(
                "gain-above-100",
                place,
                format!(
                    "The effect of {} on {} adds {} percentage points; control never exceeds 100.",
                    candidate.id, service.id, effect.control_gain
                ),
                "Check the number: it is in percentage points.",
            );
        }
    }
}
