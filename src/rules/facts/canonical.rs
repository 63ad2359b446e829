//! The canonical form of a case, which everybody can write: what ties a proof to it.
//!
//! Only what the best portfolio depends on is in it: not titles, names, reasons, notes and sources, not scenarios. The form is
//! described in the README of the proofs; a second checker writes it from the same files.

use std::fmt::Write as _;

use crate::model::{CandidateIx, Case, Risk, Timing, Year};

/// The canonical form: a line for each fact, each line a JSON array of strings without spaces.
pub(crate) fn canonical(case: &Case) -> String {
    let Case {
        title: _,
        currency: _,
        unit: _,
        first_year,
        last_year,
        risk,
        timing,
        domains_at_target,
        ministries,
        rungs,
        domains,
        services,
        candidates,
        relations,
        limits,
        holders,
        scenarios: _,
        unread_scenarios: _,
    } = case;
    let mut form = Form { case, text: String::new() };
    form.settings((*first_year, *last_year), (*risk, *timing), *domains_at_target);
    ministries.iter().for_each(|ministry| form.ministry(ministry));
    rungs.iter().for_each(|rung| form.rung(rung));
    domains.iter().for_each(|domain| form.domain(domain));
    services.iter().for_each(|service| form.service(service));
    candidates.iter().for_each(|candidate| form.candidate(candidate));
    relations.iter().for_each(|relation| form.relation(relation));
    limits.iter().for_each(|limit| form.limit(limit));
    holders.iter().for_each(|holder| form.holder(holder));
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
