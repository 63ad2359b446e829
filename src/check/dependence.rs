//! Services that depend on others: on themselves, or in a circle.

use super::cycles::circles;
use super::subject::Subject;
use crate::model::ServiceIx;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::say;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let place = |row: usize| Place::Cell(TableId::Services, row, "depends_on".to_owned());
    let mut needs: Vec<Vec<(usize, usize)>> = vec![Vec::new(); case.services.len()];
    for at in case.service_ixs() {
        let it = &case[at];
        if it.depends_on.contains(&at) {
            let message = say!("dependence-itself", id = it.name);
            findings.error("depends-on-itself", place(it.row), message, say!("dependence-itself-fix"));
        }
        needs[at.0].extend(it.depends_on.iter().filter(|on| **on != at).map(|on| (on.0, it.row)));
    }
    for (circle, row) in circles(&needs) {
        let mut names: Vec<&str> = circle.iter().map(|&at| case[ServiceIx(at)].name.as_str()).collect();
        names.extend(names.first().copied());
        let message = say!("dependence-circle", names = names.join(" → "));
        findings.warning("depends-in-circle", place(row), message, say!("dependence-circle-fix"));
    }
}
