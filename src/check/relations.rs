//! Relations: members, counts, and cells that mean nothing for their kind.

use std::collections::HashSet;

use super::{Subject, list};
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{CandidateIx, Case, Relation, RelationKind, Sheet, Status};

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let sheet = subject.workbook.sheet(TableId::Relations);
    for row in 0..sheet.rows.len() {
        members(sheet, row, findings);
        unused(sheet, row, findings);
    }
    for relation in &subject.case.relations {
        counts(relation, findings);
        starts(subject.case, relation, findings);
        synergy(subject.case, relation, findings);
    }
}

fn cell(row: usize, column: &str) -> Place {
    Place::Cell(TableId::Relations, row, column.to_owned())
}

fn members(sheet: &Sheet, row: usize, findings: &mut Findings) {
    let kind = sheet.cell(row, "kind");
    let mut seen = HashSet::new();
    let mut repeated = Vec::new();
    for id in sheet.cell(row, "members").split_whitespace() {
        if !seen.insert(id) && !repeated.contains(&id) {
            repeated.push(id);
        }
    }
    if !repeated.is_empty() {
        findings.warning(
            "repeated-member",
            cell(row, "members"),
            format!("Among the members {} is named more than once; it counts once.", list(repeated.iter().copied())),
            "Name each member once.",
        );
    }
    if seen.len() == 1 && matches!(kind, "requires" | "excludes" | "synergy") {
        findings.error(
            "too-few-members",
            cell(row, "members"),
            format!("A relation {kind} needs two members at least, and this one has one."),
            "Name the others too, separated by spaces.",
        );
    }
}

/// A cell that the relation's kind does not use: most likely the kind is not the one that was meant.
fn unused(sheet: &Sheet, row: usize, findings: &mut Findings) {
    let kind = sheet.cell(row, "kind");
    let columns: &[&str] = match kind {
        "requires" | "excludes" => &["count", "service", "control_gain"],
        "at_least" | "at_most" => &["service", "control_gain"],
        "synergy" => &["count"],
        _ => return,
    };
    for column in columns.iter().filter(|column| !sheet.cell(row, column).is_empty()) {
        findings.note(
            "unused-cell",
            cell(row, column),
            format!("The cell {column} means nothing for {kind}."),
            "Clear it, or check the kind.",
        );
    }
}

fn counts(relation: &Relation, findings: &mut Findings) {
    let place = cell(relation.row, "count");
    match &relation.kind {
        RelationKind::AtLeast { count, members } if *count > members.len() => findings.error(
            "count-too-high",
            place,
            format!("At least {count} are to be chosen, but there are only {} members.", members.len()),
            "Lower count, or name more members.",
        ),
        RelationKind::AtLeast { count: 0, .. } => {
            findings.note("rule-without-effect", place, "At least 0 is always so.", "Delete the row, or raise count.");
        }
        RelationKind::AtMost { count, members } if *count >= members.len() => findings.note(
            "rule-without-effect",
            place,
            format!("At most {count} of {} members is always so.", members.len()),
            "Delete the row, or lower count.",
        ),
        _ => {}
    }
}

/// A candidate that must start before what it needs can start can never be chosen.
fn starts(case: &Case, relation: &Relation, findings: &mut Findings) {
    let RelationKind::Requires { candidate, needs } = &relation.kind else { return };
    let window = |ix: CandidateIx| case[ix].starts(case.first_year, case.last_year);
    let latest = *window(*candidate).end();
    for &need in needs {
        let (own, other) = (window(*candidate), window(need));
        if own.is_empty() || other.is_empty() || *other.start() <= latest {
            continue;
        }
        let message = format!(
            "The candidate {} starts in {latest} at the latest, but {}, which it requires, in {} at the earliest.",
            case[*candidate].id,
            case[need].id,
            other.start()
        );
        let mend = "Widen one of the two windows: what is required must start no later.";
        if case[*candidate].status == Status::LockedIn {
            findings.error("requires-too-late", cell(relation.row, "members"), message, mend);
        } else {
            findings.warning("requires-too-late", cell(relation.row, "members"), message, mend);
        }
    }
}

fn synergy(case: &Case, relation: &Relation, findings: &mut Findings) {
    let RelationKind::Synergy { members, control_gain, .. } = &relation.kind else { return };
    if control_gain.is_zero() {
        findings.warning(
            "synergy-of-nothing",
            cell(relation.row, "control_gain"),
            "The synergy adds no control.",
            "Write a control_gain above 0, or delete the row.",
        );
    }
    let out: Vec<&str> = members
        .iter()
        .map(|&member| &case[member])
        .filter(|member| member.status == Status::LockedOut)
        .map(|member| member.id.as_str())
        .collect();
    if !out.is_empty() {
        findings.note(
            "synergy-locked-out",
            cell(relation.row, "members"),
            format!("The synergy never comes about, because of what is locked out: {}.", list(out)),
            "Nothing needs to be done.",
        );
    }
}
