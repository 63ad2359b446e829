//! The canonical form of a case, which everybody can write: what ties a proof to it.
//!
//! Only what the best portfolio depends on is in it: not titles, names, reasons, notes and sources, not scenarios. The form is
//! described in the README of the proofs; a second checker writes it from the same files.

use std::fmt::Write as _;

use crate::model::{CandidateIx, Case, Risk, Timing, Year};

/// The canonical form: a line for each fact, each line a JSON array of strings without spaces.
pub(crate) fn canonical(case: &Case) -> String {
    apart!(case => Case {
        first_year, last_year, risk, timing, domains_at_target, ministries, rungs, domains, services, candidates,
        relations, limits, holders,
    });
    let mut form = Form { case, text: String::new() };
    form.settings((*first_year, *last_year), (*risk, *timing), *domains_at_target);
    for ministry in ministries {
        form.ministry(ministry);
    }
    for rung in rungs {
        form.rung(rung);
    }
    for domain in domains {
        form.domain(domain);
    }
    for service in services {
        form.service(service);
    }
    for candidate in candidates {
        form.candidate(candidate);
    }
    for relation in relations {
        form.relation(relation);
    }
    for limit in limits {
        form.limit(limit);
    }
    for holder in holders {
        form.holder(holder);
    }
    form.text
}

/// The form as it is written.
pub(super) struct Form<'a> {
    pub case: &'a Case,
    text: String,
}

impl Form<'_> {
    /// Writes a line.
    pub fn line(&mut self, words: impl IntoIterator<Item = String>) {
        let words: Vec<serde_json::Value> = words.into_iter().map(serde_json::Value::String).collect();
        let _ = writeln!(self.text, "{}", serde_json::Value::Array(words));
    }

    /// The ids of candidates.
    pub fn ids(&self, members: &[CandidateIx]) -> Vec<String> {
        members.iter().map(|&member| self.case[member].id.clone()).collect()
    }

    fn settings(&mut self, (first, last): (Year, Year), (risk, timing): (Risk, Timing), targets: usize) {
        self.line(["horizon".to_owned(), first.to_string(), last.to_string()]);
        let risk = match risk {
            Risk::Expected => "expected",
            Risk::Full => "full",
        };
        let timing = match timing {
            Timing::Final => "final",
            Timing::Average => "average",
        };
        self.line(["objective", risk, timing].map(str::to_owned));
        self.line(["targets".to_owned(), targets.to_string()]);
    }
}
