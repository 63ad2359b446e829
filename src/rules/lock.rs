//! Locks: a candidate must be chosen, or must not.

use super::kind::prelude::*;

pub(super) struct Lock(pub CandidateIx, pub Status);

/// The lock of a candidate, where it has one.
pub(super) fn of(case: &Case, candidate: CandidateIx) -> Option<Rule> {
    match case[candidate].status {
        Status::Free => None,
        Status::LockedIn => Some(Rule::LockedIn(candidate)),
        Status::LockedOut => Some(Rule::LockedOut(candidate)),
    }
}

impl Lock {
    const fn is_in(&self) -> bool {
        matches!(self.1, Status::LockedIn)
    }
}

impl Kind for Lock {
    fn nature(&self) -> Nature {
        Nature { weight: 5, ..Nature::wish("lock", if self.is_in() { 8 } else { 3 }) }
    }

    fn describe(&self, case: &Case) -> String {
        let rule = if self.is_in() { say!("told-locked-must-chosen") } else { say!("told-locked-out-must") };
        let reason = case[self.0].reason.trim().trim_end_matches('.');
        let name = name(case, self.0);
        if reason.is_empty() { format!("{name} {rule}") } else { format!("{name} {rule} ({reason})") }
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        (
            format!("locked_{}_{}", if self.is_in() { "in" } else { "out" }, case[self.0].id),
            cell_of(case, self.0, "status"),
        )
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        let chosen = count(usize::from(measured.starts.of(self.0).is_some()));
        let (side, rule, asked) = match self.1 {
            Status::LockedIn => (Side::AtLeast, Rule::LockedIn(self.0), 1),
            _ => (Side::AtMost, Rule::LockedOut(self.0), 0),
        };
        Some(Verdict::on(side, rule, chosen, count(asked), Unit::None))
    }

    fn broken(&self) -> Option<String> {
        Some(if self.is_in() { say!("told-this-broken-not") } else { say!("told-this-broken-chosen") })
    }

    fn check(&self, case: &Case, findings: &mut Findings) {
        let candidate = &case[self.0];
        if candidate.reason.is_empty() {
            let name = &candidate.name;
            let message = if self.is_in() {
                say!("candidates-locked-in-without-reason", id = name)
            } else {
                say!("candidates-locked-out-without-reason", id = name)
            };
            findings.warning("lock-without-reason", self.stands(case).1, message, say!("candidates-say-why-column"));
        }
    }

    fn give_up(&self, case: &mut Case) {
        case.candidates[self.0.0].status = Status::Free;
    }
}

/// A lock is no looser than the same or none.
pub(super) fn fact(status: Status) -> Fact<'static> {
    let (word, demanded) = match status {
        Status::Free => ("free", None),
        Status::LockedIn => ("locked_in", Some(0)),
        Status::LockedOut => ("locked_out", Some(1)),
    };
    Fact::demand(word, demanded.map(|it| (it, Decimal::ZERO))).of_view()
}
