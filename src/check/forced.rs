//! Locks that contradict relations: what is locked in, and all that it requires, against what cannot be together.

use super::{Subject, list};
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{CandidateIx, Case, Relation, RelationKind, Status};

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
            if let RelationKind::Requires { candidate, needs: others } = &relation.kind {
                needs[candidate.0].extend(others.iter().map(|other| other.0));
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

    fn is(&self, ix: CandidateIx) -> bool {
        self.because[ix.0].is_some()
    }

    /// The id, with why it must be chosen where that is not its own lock.
    fn name(&self, case: &Case, ix: CandidateIx) -> String {
        let id = &case[ix].id;
        match self.because[ix.0] {
            Some(at) if at != ix.0 => format!("{id} (required by {}, which is locked in)", case.candidates[at].id),
            _ => id.clone(),
        }
    }
}

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let forced = Forced::of(case);
    for ix in case.candidate_ixs() {
        let Some(why) = forced.because[ix.0].filter(|&why| why != ix.0) else { continue };
        let candidate = &case[ix];
        let status = Place::Cell(TableId::Candidates, candidate.row, "status".to_owned());
        let locked = &case.candidates[why].id;
        if candidate.status == Status::LockedOut {
            findings.error(
                "lock-against-relation",
                status,
                format!("The candidate {} is locked out, but {locked}, which is locked in, requires it.", candidate.id),
                "Take one of the two locks away, or the relation.",
            );
        } else if candidate.starts(case.first_year, case.last_year).is_empty() {
            findings.error(
                "lock-against-relation",
                Place::Row(TableId::Candidates, candidate.row),
                format!(
                    "The candidate {} can never start, but {locked}, which is locked in, requires it.",
                    candidate.id
                ),
                "Let it start within the horizon, or take the lock or the relation away.",
            );
        }
    }
    for relation in &case.relations {
        against(case, relation, &forced, findings);
    }
}

fn against(case: &Case, relation: &Relation, forced: &Forced, findings: &mut Findings) {
    let place = Place::Cell(TableId::Relations, relation.row, "members".to_owned());
    let taken = |members: &[CandidateIx]| -> Vec<String> {
        members.iter().filter(|&&ix| forced.is(ix)).map(|&ix| forced.name(case, ix)).collect()
    };
    match &relation.kind {
        RelationKind::Requires { candidate, needs } => never_chosen(case, (*candidate, needs), place, findings),
        RelationKind::Excludes(members) => {
            let taken = taken(members);
            if taken.len() > 1 {
                findings.error(
                    "lock-against-relation",
                    place,
                    format!("These exclude each other, but all must be chosen: {}.", names(&taken)),
                    "Take all but one of the locks away, or the relation.",
                );
            }
        }
        RelationKind::AtMost { count, members } => {
            let taken = taken(members);
            if taken.len() > *count {
                findings.error(
                    "lock-against-relation",
                    place,
                    format!("At most {count} may be chosen, but these must be: {}.", names(&taken)),
                    "Take locks away, or raise count.",
                );
            }
        }
        RelationKind::AtLeast { count, members } => {
            let possible = |&ix: &CandidateIx| {
                case[ix].status != Status::LockedOut && !case[ix].starts(case.first_year, case.last_year).is_empty()
            };
            let left = members.iter().filter(|ix| possible(ix)).count();
            if left < *count && *count <= members.len() {
                findings.error(
                    "lock-against-relation",
                    place,
                    format!(
                        "At least {count} are to be chosen, but only {left} can be: the others are locked out or can \
                         never start."
                    ),
                    "Take locks away, or lower count.",
                );
            }
        }
        RelationKind::Synergy { .. } => {}
    }
}

/// A candidate that is not locked, but requires one that is locked out: worth a warning.
fn never_chosen(case: &Case, (candidate, needs): (CandidateIx, &[CandidateIx]), place: Place, findings: &mut Findings) {
    let out: Vec<&str> = needs
        .iter()
        .filter(|&&need| case[need].status == Status::LockedOut)
        .map(|&need| case[need].id.as_str())
        .collect();
    if case[candidate].status == Status::Free && !out.is_empty() {
        findings.warning(
            "requires-locked-out",
            place,
            format!("The candidate {} can never be chosen: it requires {}, locked out.", case[candidate].id, list(out)),
            "Lock it out as well, or take the other lock away.",
        );
    }
}

fn names(taken: &[String]) -> String {
    list(taken.iter().map(String::as_str))
}
