//! What each relation checks by itself, and locks that contradict relations: what is locked in, and all that it requires,
//! against what cannot be together.

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{CandidateIx, Case, Status};
use crate::say;

/// Who must be chosen: locked in, or required by somebody who must.
struct Forced {
    /// For each candidate, the one locked in that needs it in the end; itself where it is locked in; none if it is free.
    because: Vec<Option<usize>>,
}

impl Forced {
    fn of(case: &Case) -> Self {
        let mut because = vec![None; case.candidates.len()];
        let mut needs: Vec<Vec<usize>> = vec![Vec::new(); case.candidates.len()];
        for relation in &case.relations {
            for (candidate, need) in relation.needs() {
                needs[candidate.0].push(need.0);
            }
        }
        for start in case.candidate_ixs().filter(|&ix| case[ix].status == Status::LockedIn) {
            let mut open = vec![start.0];
            while let Some(at) = open.pop() {
                if because[at].is_none() || at == start.0 && because[at] != Some(at) {
                    because[at] = Some(start.0);
                    open.extend(&needs[at]);
                }
            }
        }
        Self { because }
    }

    /// The name of one that must be chosen, with why where that is not its own lock.
    fn name(&self, case: &Case, ix: CandidateIx) -> Option<String> {
        let name = &case[ix].name;
        let at = self.because[ix.0]?;
        let why = say!("forced-required-id-which", id = case.candidates[at].name);
        Some(if at == ix.0 { name.clone() } else { format!("{name}{why}") })
    }
}

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let forced = Forced::of(case);
    for ix in case.candidate_ixs() {
        let Some(why) = forced.because[ix.0].filter(|&why| why != ix.0) else { continue };
        let candidate = &case[ix];
        let (name, locked) = (&candidate.name, &case.candidates[why].name);
        let (place, message, fix) = if candidate.status == Status::LockedOut {
            let place = Place::Cell(TableId::Candidates, candidate.row, "status".to_owned());
            (place, say!("forced-candidate-id-locked", id = name, locked = locked), say!("forced-take-one-two"))
        } else if case.starts(ix).is_empty() {
            let place = Place::Row(TableId::Candidates, candidate.row);
            (place, say!("forced-candidate-id-can", id = name, locked = locked), say!("forced-let-start-within"))
        } else {
            continue;
        };
        findings.error("lock-against-relation", place, message, fix);
    }
    for relation in &case.relations {
        relation.check(case, &|ix| forced.name(case, ix), findings);
    }
}
