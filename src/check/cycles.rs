//! Candidates that require each other in a circle.

use super::subject::Subject;
use crate::model::finding::{Findings, Level, Place};
use crate::model::schema::TableId;
use crate::model::{CandidateIx, Case};
use crate::say;

/// What each needs, and the row that says so.
type Needs = Vec<Vec<(usize, usize)>>;

/// Each candidate of a circle may start no later than the one before it, so all must start in the same year: possible,
/// but rarely meant where there are more than two. Two that require each other are meant: both or none. Where no year suits all
/// of them, none can ever be chosen.
pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let mut needs: Needs = vec![Vec::new(); case.candidates.len()];
    for relation in &case.relations {
        for (candidate, need) in relation.needs_in_order() {
            needs[candidate.0].push((need.0, relation.row));
        }
    }
    for (circle, row) in circles(&needs) {
        report(case, &circle, row, findings);
    }
}

fn report(case: &Case, circle: &[usize], row: usize, findings: &mut Findings) {
    let mut names: Vec<&str> = circle.iter().map(|&at| case[CandidateIx(at)].id.as_str()).collect();
    names.extend(names.first().copied());
    let windows = circle.iter().map(|&at| case.starts(CandidateIx(at)));
    let (from, to) =
        windows.fold((i32::MIN, i32::MAX), |(from, to), window| (from.max(*window.start()), to.min(*window.end())));
    let names = names.join(" → ");
    let place = Place::Cell(TableId::Relations, row, "members".to_owned());
    let fix = say!("cycles-check-which-them-really");
    let (level, message) = if from > to {
        (Level::Error, say!("cycles-candidates-require-each", names = names))
    } else if circle.len() == 2 {
        return;
    } else {
        (Level::Warning, say!("cycles-candidates-require-each-other", names = names))
    };
    findings.add(level, "requires-cycle", place, message, fix);
}

/// So many steps are gone back to list what stands in circles.
const MOST_WALKED: usize = 1_000_000;

/// The circles that a walk through everything meets, each with the row that closes it. Every group of which each needs the others
/// has at least one.
pub(super) fn circles(needs: &Needs) -> Vec<(Vec<usize>, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; needs.len()];
    let mut circles = Vec::new();
    let mut walked = 0;
    for start in 0..needs.len() {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        // The path from the start, with how many needs of each have been looked at.
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            let Some(&(need, row)) = needs[*at].get(*next) else {
                marks[*at] = Mark::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match marks[need] {
                Mark::New => {
                    marks[need] = Mark::Open;
                    path.push((need, 0));
                }
                // A long path may close many circles: those that were found are enough to go by.
                Mark::Open if walked > MOST_WALKED => {}
                Mark::Open => {
                    let from = path.iter().position(|(at, _)| *at == need).unwrap_or(0);
                    circles.push((path.iter().skip(from).map(|(at, _)| *at).collect(), row));
                    walked += path.len();
                }
                Mark::Done => {}
            }
        }
    }
    circles
}
