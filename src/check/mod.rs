//! Everything that is wrong with a case, or worth knowing before it is computed: all findings in one run.
//!
//! One file for each subject. Each check looks at the typed case and at the text it came from, and never stops at the
//! first thing it finds.

use crate::model::finding::Findings;
use crate::model::{Compiled, Finding, Place, Workbook};

/// All findings of a case: what could not be read, and what does not hold together. They stand in the order of the
/// files and of the lines in them.
pub fn check(workbook: &Workbook, compiled: &Compiled) -> Vec<Finding> {
    let findings = Findings::default();
    let mut all = compiled.findings.clone();
    all.extend(findings.located(workbook));
    all.sort_by(|one, other| {
        let key = |finding: &Finding| (file_order(&finding.place), finding.line, finding.character, finding.level);
        key(one).cmp(&key(other)).then_with(|| (one.code, &one.message).cmp(&(other.code, &other.message)))
    });
    all.dedup();
    all
}

/// `case.toml` first, then the tables in the order of the schema.
fn file_order(place: &Place) -> usize {
    match place {
        Place::Setting(_) => 0,
        Place::Elsewhere => usize::MAX,
        Place::Table(id) | Place::Header(id, _) | Place::Row(id, _) | Place::Cell(id, ..) => *id as usize + 1,
    }
}
