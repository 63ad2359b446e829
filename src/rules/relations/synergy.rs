//! `synergy`: while all members are in force they add control to a service together. It asks for nothing.

use super::meaning::{Joint, Meaning, Subject};
use crate::model::exact::shown;
use crate::model::finding::Findings;
use crate::model::{Case, Relation, Status};
use crate::rules::words::{few, list, names};

pub(super) struct Synergy;

impl Meaning for Synergy {
    fn joint<'a>(&self, relation: &'a Relation) -> Option<Joint<'a>> {
        let Relation { members, service, control_gain, .. } = relation;
        service.map(|service| Joint { members, service, control_gain: *control_gain })
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        let service = relation.service.and_then(|service| case.services.get(service.0));
        format!(
            "{} together add {} points of control of {}",
            list(&names(case, &relation.members), "and"),
            shown(relation.control_gain),
            service.map_or("a service", |service| &service.name)
        )
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let (case, relation) = (subject.case, subject.relation);
        if relation.control_gain.is_zero() {
            findings.warning(
                "synergy-of-nothing",
                subject.cell("control_gain"),
                "The synergy adds no control.",
                "Write a control_gain above 0, or delete the row.",
            );
        }
        let members = relation.members.iter().map(|&member| &case[member]);
        let out: Vec<&str> =
            members.filter(|member| member.status == Status::LockedOut).map(|member| member.id.as_str()).collect();
        if !out.is_empty() {
            findings.note(
                "synergy-locked-out",
                subject.cell("members"),
                format!("The synergy never comes about, because of what is locked out: {}.", few(out)),
                "Nothing needs to be done.",
            );
        }
    }
}
