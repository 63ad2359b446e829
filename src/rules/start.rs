//! Starts: a candidate starts in its window, with its last cost no later than the last year.

use super::kind::prelude::*;
use super::measured::PickResult;
use crate::model::Year;

pub(super) struct Start(pub CandidateIx);

impl Kind for Start {
    fn nature(&self) -> Nature {
        Nature::fact("start", 2)
    }

    fn describe(&self, case: &Case) -> String {
        let (starts, candidate, name) = (case.starts(self.0), &case[self.0], name(case, self.0));
        if starts.is_empty() {
            let (start_from, start_to) = (candidate.start_from, candidate.start_to);
            let last_year = case.last_year;
            say!("told-name-has-no", name = name, start_from = start_from, start_to = start_to, last_year = last_year)
        } else if starts.start() == starts.end() {
            say!("told-name-may-start", name = name, start = starts.start())
        } else {
            say!("told-name-may-start-only", name = name, start = starts.start(), end = starts.end())
        }
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        (format!("window_{}", case[self.0].id), cell_of(case, self.0, "start_from"))
    }

    fn check(&self, case: &Case, findings: &mut Findings) {
        let (first, last) = (case.first_year, case.last_year);
        let (starts, candidate) = (case.starts(self.0), &case[self.0]);
        if starts.is_empty() {
            let (column, why, fix) = if candidate.start_to < candidate.start_from {
                let why = say!(
                    "candidates-its-window-ends",
                    start_to = candidate.start_to,
                    start_from = candidate.start_from
                );
                ("start_to", why, say!("candidates-let-start-start"))
            } else if candidate.start_from > last || candidate.start_to < first {
                let why = say!(
                    "candidates-its-window-start",
                    start_from = candidate.start_from,
                    start_to = candidate.start_to
                );
                ("start_from", why, say!("candidates-let-start-between", first = first, last = last))
            } else {
                let years = candidate.cost_years();
                let why = say!("candidates-costs-money-years", years = years, last = last);
                let latest = i64::from(last) - i64::try_from(years).unwrap_or(0) + 1;
                ("start_from", why, say!("candidates-let-start-latest", latest = latest))
            };
            let message = say!("candidates-candidate-id-can", id = candidate.name, why = why);
            let (level, message) = match candidate.status {
                Status::LockedIn => (Level::Error, say!("candidates-message-locked", message = message)),
                _ => (Level::Warning, message),
            };
            findings.add(level, "never-starts", cell_of(case, self.0, column), message, fix);
            return;
        }
        if candidate.in_force(*starts.start()) > last && (!candidate.effects.is_empty()) {
            findings.warning(
                "effect-too-late",
                cell_of(case, self.0, "lead_time"),
                say!(
                    "candidates-candidate-id-force",
                    id = candidate.name,
                    in_force = candidate.in_force(*starts.start())
                ),
                say!("candidates-shorten-lead-time"),
            );
        }
        if candidate.start_from < first || candidate.start_to > last {
            let column = if candidate.start_from < first { "start_from" } else { "start_to" };
            findings.note(
                "start-outside-horizon",
                cell_of(case, self.0, column),
                say!(
                    "candidates-window-start-from",
                    start_from = candidate.start_from,
                    start_to = candidate.start_to,
                    id = candidate.name,
                    first = first,
                    last = last
                ),
                say!("candidates-nothing-needs-done"),
            );
        }
    }

    fn give_up(&self, case: &mut Case) {
        let (first, last) = (case.first_year, case.last_year);
        let facts = &mut case.candidates[self.0.0];
        (facts.start_from, facts.start_to) = (first, last);
    }
}

/// `t` lies in the window. The slack is the distance to its nearer end, in years.
pub(super) fn judge(case: &Case, pick: &PickResult) -> Verdict {
    let starts = case.starts(pick.candidate);
    let years = |from: Year, to: Year| Decimal::from(i64::from(to) - i64::from(from));
    let (after, before) = (years(*starts.start(), pick.start), years(pick.start, *starts.end()));
    let bound = if after < before { *starts.start() } else { *starts.end() };
    let rule = Rule::Start(pick.candidate);
    Verdict::by_slack(rule, Decimal::from(pick.start), Decimal::from(bound), after.min(before), Unit::Years)
}

/// A window is no wider where it begins no earlier and ends no later.
pub(super) fn facts(from: Year, to: Year) -> [Fact<'static>; 2] {
    [Fact::higher(from).of_view(), Fact::lower(to).of_view()]
}
