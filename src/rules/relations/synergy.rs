//! `synergy`: while all members are in force they add control to a service together. It asks for nothing.

use super::meaning::prelude::*;
use crate::messages::word;

pub(super) struct Synergy;

impl Meaning for Synergy {
    fn joint<'a>(&self, relation: &'a Relation) -> Option<Joint<'a>> {
        let Relation { members, service, control_gain, .. } = relation;
        service.map(|service| Joint { members, service, control_gain: *control_gain })
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        let service = relation.service.and_then(|service| case.services.get(service.0));
        say!(
            "synergy-list-together-add",
            list = list(&names(case, &relation.members)),
            control_gain = shown(relation.control_gain),
            service = service.map_or_else(|| word("a service"), |service| service.name.clone())
        )
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let (case, relation) = (subject.case, subject.relation);
        if relation.control_gain.is_zero() {
            findings.warning(
                "synergy-of-nothing",
                subject.cell("control_gain"),
                say!("synergy-synergy-adds-no"),
                say!("synergy-write-control-gain"),
            );
        }
        let members = relation.members.iter().map(|&member| &case[member]);
        let out: Vec<&str> =
            members.filter(|member| member.status == Status::LockedOut).map(|member| member.id.as_str()).collect();
        if !out.is_empty() {
            findings.note(
                "synergy-locked-out",
                subject.cell("members"),
                say!("synergy-synergy-never-comes", few = few(out)),
                say!("candidates-nothing-needs-done"),
            );
        }
    }
}
