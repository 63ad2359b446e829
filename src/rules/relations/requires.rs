//! `requires`: the first member may be chosen only with each of the others, none of which starts later.

use super::meaning::prelude::*;

pub(super) struct Requires;

/// The one that needs, and what it needs.
fn parts(relation: &Relation) -> Option<(CandidateIx, &[CandidateIx])> {
    relation.members.split_first().map(|(&candidate, needs)| (candidate, needs))
}

impl Meaning for Requires {
    fn inequalities(&self, relation: &Relation) -> Vec<Inequality> {
        let Some((candidate, needs)) = parts(relation) else { return Vec::new() };
        needs.iter().map(|&need| Inequality::needs(candidate, need, When::ByEachYear)).collect()
    }

    fn describe(&self, case: &Case, relation: &Relation) -> String {
        let Some((candidate, needs)) = parts(relation) else { return String::new() };
        let later = if needs.len() == 1 {
            say!("requires-which-starts-no-later")
        } else {
            say!("requires-none-which-starts-later")
        };
        say!("requires-requires", candidate = name(case, candidate), others = list(&names(case, needs)), later = later)
    }

    /// While one is missing the slack counts candidates, else years. Where the candidate is not chosen itself, the rule
    /// asks nothing.
    fn judge(&self, rule: Rule, relation: &Relation, starts: &Starts) -> Option<Verdict> {
        let (candidate, needs) = parts(relation)?;
        let (all, have) = (count(needs.len()), count(starts.chosen(needs)));
        let Some(start) = starts.of(candidate) else {
            let verdict = Verdict::by_slack(rule, have, Decimal::ZERO, Decimal::ZERO, Unit::None);
            return Some(Verdict { binds: false, idle: true, ..verdict });
        };
        if have < all {
            return Some(Verdict::on(Side::AtLeast, rule, have, all, Unit::None));
        }
        let latest = needs.iter().filter_map(|&need| starts.of(need)).max().unwrap_or(start);
        Some(Verdict::on(Side::AtMost, rule, Decimal::from(latest), Decimal::from(start), Unit::Years))
    }

    fn check(&self, subject: &Subject, findings: &mut Findings) {
        let Some((candidate, needs)) = parts(subject.relation) else { return };
        too_late(subject, (candidate, needs), findings);
        let case = subject.case;
        let out: Vec<&str> = needs
            .iter()
            .filter(|&&need| case[need].status == Status::LockedOut)
            .map(|&need| case[need].id.as_str())
            .collect();
        if case[candidate].status == Status::Free && !out.is_empty() {
            let id = &case[candidate].id;
            findings.warning(
                "requires-locked-out",
                subject.cell("members"),
                say!("requires-candidate-id-can", id = id, few = few(out)),
                say!("requires-lock-out-well"),
            );
        }
    }
}

/// A candidate that must start before what it needs can start can never be chosen.
fn too_late(subject: &Subject, (candidate, needs): (CandidateIx, &[CandidateIx]), findings: &mut Findings) {
    let case = subject.case;
    let window = |ix: CandidateIx| case.starts(ix);
    let latest = *window(candidate).end();
    for &need in needs {
        let (own, other) = (window(candidate), window(need));
        if own.is_empty() || other.is_empty() || *other.start() <= latest {
            continue;
        }
        let message = say!(
            "requires-candidate-id-starts",
            candidate = case[candidate].id,
            latest = latest,
            required = case[need].id,
            start = other.start()
        );
        let remedy = say!("requires-widen-one-two-windows");
        let level = if case[candidate].status == Status::LockedIn { Level::Error } else { Level::Warning };
        findings.add(level, "requires-too-late", subject.cell("members"), message, remedy);
    }
}
