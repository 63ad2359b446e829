//! Everything that is wrong with a case, or worth knowing before it is computed: all findings in one run.
//!
//! One file for each subject. Each check looks at the typed case and at the text it came from, and never stops at the
//! first thing it finds. [`CODES`] lists every rule by its short name.

mod budgets;
mod candidates;
mod codes;
mod cycles;
mod dependence;
mod digits;
mod forced;
mod holders;
mod limits;
mod ownership;
mod purchases;
mod reach;
mod relations;
mod scenarios;
mod set_aside;
mod settings;
mod subject;
mod tables;
mod takeovers;
mod weights;

pub use codes::{CODES, Code};
pub use set_aside::{SetAside, set_aside};

use crate::model::order::InOrder as _;
use subject::{Subject, table_of};

use crate::model::finding::Findings;
use crate::model::{Compiled, Finding, Level, Place, Workbook};

/// All findings of a case: what could not be read, and what does not hold together. They stand in the order of the
/// files and of the lines in them.
pub fn check(workbook: &Workbook, compiled: &Compiled) -> Vec<Finding> {
    let mut findings = Findings::default();
    let subject = Subject { workbook, case: &compiled.case, read: &compiled.findings };
    // A case.toml that cannot be read has no ministry, rung or year to hold anything against.
    let unread = |code| matches!(code, "toml-syntax" | "unreadable-file" | "missing-file");
    let readable =
        !compiled.findings.iter().any(|found| matches!(found.place, Place::Setting(_)) && unread(found.code));
    tables::check(subject, &mut findings);
    let headers_are_wrong = findings.has_error();
    if readable {
        tables::check_ministries(subject, &mut findings);
        settings::check(subject, &mut findings);
        weights::check(subject, &mut findings);
        candidates::check(subject, &mut findings);
        budgets::check(subject, &mut findings);
        relations::check(subject, &mut findings);
        cycles::check(subject, &mut findings);
        forced::check(subject, &mut findings);
        limits::check(subject, &mut findings);
        digits::check(subject, &mut findings);
        holders::check(subject, &mut findings);
        ownership::check(subject, &mut findings);
        purchases::check(subject, &mut findings);
        dependence::check(subject, &mut findings);
        takeovers::check(subject, &mut findings);
        if !Finding::any_error(&compiled.findings) && !headers_are_wrong {
            scenarios::check(subject, &mut findings);
            // With any other error, what is out of reach would most likely be a consequence of that.
            if !findings.has_error() {
                reach::check(subject, &mut findings);
                takeovers::reach(subject, &mut findings);
            }
        }
    }
    let mut all = compiled.findings.clone();
    all.extend(findings.located(workbook));
    sort(&mut all);
    all
}

/// Puts findings into the order of the files, of the lines and of the characters in them.
fn sort(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| (file_order(&finding.place), finding.line, finding.character, finding.level);
    findings.order_by(|one, other| {
        key(one).cmp(&key(other)).then_with(|| (one.code, &one.message).cmp(&(other.code, &other.message)))
    });
    findings.dedup();
}

/// `case.toml` first, then the tables in the order of the schema.
const fn file_order(place: &Place) -> usize {
    match (place, table_of(place)) {
        (_, Some(id)) => id as usize + 1,
        (Place::Elsewhere, _) => usize::MAX,
        _ => 0,
    }
}

/// How many findings of each level there are: errors, warnings, notes.
pub fn count(findings: &[Finding]) -> [usize; 3] {
    [Level::Error, Level::Warning, Level::Note]
        .map(|level| findings.iter().filter(|finding| finding.level == level).count())
}

#[cfg(test)]
mod tests;
