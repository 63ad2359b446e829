//! Every rule of the checks by its short name. What each finds, why that matters and what to do stands in `messages`: `code-NAME`,
//! `why-NAME`, `fix-NAME`.

use crate::messages::text_of;
use crate::model::Level::{self, Error, Note, Warning};

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Its short name, as findings give it.
    pub name: &'static str,
    /// The level of its findings; some rules are milder or harsher as the case goes, and then this is the usual one.
    pub level: Level,
}

impl Code {
    /// What it finds, in a few words.
    pub fn finds(&self) -> String {
        text_of("code", "", self.name, "")
    }

    /// Why it matters: a full sentence.
    pub fn why(&self) -> String {
        text_of("why", "", self.name, "")
    }

    /// What to do about it: a full sentence.
    pub fn fix(&self) -> String {
        text_of("fix", "", self.name, "")
    }
}

const fn code(level: Level, name: &'static str) -> Code {
    Code { name, level }
}

/// All rules, by subject. The error catalogue of the tests has at least one case for each.
pub const CODES: &[Code] = &[
    // Files.
    code(Error, "encoding"),
    code(Error, "too-big"),
    code(Note, "dialect"),
    code(Error, "header-below"),
    code(Warning, "decimal-doubt"),
    code(Error, "mixed-currency"),
    code(Error, "missing-file"),
    code(Error, "unreadable-file"),
    code(Warning, "near-miss-file"),
    code(Error, "missing-column"),
    code(Error, "duplicate-column"),
    code(Error, "near-miss-column"),
    code(Warning, "column-without-ministry"),
    code(Note, "unknown-column"),
    code(Warning, "unnamed-column"),
    code(Error, "long-row"),
    code(Warning, "short-row"),
    code(Error, "open-quote"),
    code(Warning, "row-in-cell"),
    code(Warning, "stray-quote"),
    code(Note, "empty-row"),
    code(Error, "header-again"),
    code(Warning, "total-row"),
    // Cells.
    code(Error, "missing-cell"),
    code(Error, "too-long"),
    code(Error, "bad-id"),
    code(Error, "duplicate-id"),
    code(Error, "unknown-id"),
    code(Error, "bad-number"),
    code(Error, "decimal-comma"),
    code(Error, "thousands-mark"),
    code(Error, "out-of-range"),
    code(Error, "too-large"),
    code(Error, "too-precise"),
    code(Error, "too-many-digits"),
    code(Error, "not-whole"),
    code(Error, "bad-year"),
    code(Error, "bad-share"),
    code(Error, "bad-word"),
    code(Warning, "bad-change"),
    code(Error, "bad-cost-column"),
    // case.toml.
    code(Error, "toml-syntax"),
    code(Error, "missing-setting"),
    code(Error, "wrong-type"),
    code(Error, "format-version"),
    code(Error, "bad-carry-over"),
    code(Error, "horizon-backwards"),
    code(Error, "horizon-too-long"),
    code(Warning, "near-miss-setting"),
    code(Note, "unknown-setting"),
    code(Error, "no-ministry"),
    code(Error, "voices-all-zero"),
    code(Warning, "no-rung"),
    code(Warning, "no-levels"),
    code(Error, "rungs-not-ascending"),
    code(Error, "rung-power-falls"),
    code(Error, "too-many-targets"),
    code(Error, "target-out-of-reach"),
    // Domains and services.
    code(Error, "weights-all-zero"),
    code(Warning, "domain-without-service"),
    code(Error, "floor-out-of-reach"),
    code(Error, "domain-floor-out-of-reach"),
    code(Error, "takeover-floor-out-of-reach"),
    code(Error, "takeover-floor-by-name"),
    code(Error, "takeover-floor-unknown"),
    code(Warning, "takeover-floor-without-price"),
    code(Error, "power-unknown"),
    code(Warning, "quota-never-exceeded"),
    code(Warning, "bloc-missing"),
    code(Warning, "stakes-not-100"),
    code(Warning, "stakes-against-control"),
    code(Error, "buys-from-unknown"),
    code(Error, "buys-from-home"),
    code(Error, "buys-too-much"),
    code(Warning, "buys-too-much-together"),
    code(Warning, "buys-nothing"),
    code(Note, "buys-on-ladder"),
    code(Error, "too-many-purchases"),
    code(Error, "owns-itself"),
    code(Error, "owners-above-100"),
    code(Warning, "company-holds-nothing"),
    code(Warning, "control-contradicts"),
    code(Warning, "control-in-circle"),
    code(Error, "depends-on-itself"),
    code(Warning, "depends-in-circle"),
    // Candidates and effects.
    code(Error, "shares-not-100"),
    code(Warning, "never-starts"),
    code(Note, "start-outside-horizon"),
    code(Warning, "effect-too-late"),
    code(Warning, "lock-without-reason"),
    code(Note, "reason-without-lock"),
    code(Note, "lone-word"),
    code(Warning, "moves-nothing"),
    code(Warning, "effect-of-nothing"),
    code(Warning, "effect-worn-off"),
    code(Note, "legal-risk"),
    code(Warning, "gain-above-100"),
    // Budgets, relations, limits, scenarios.
    code(Warning, "budget-outside-horizon"),
    code(Note, "no-budget"),
    code(Note, "no-gains"),
    code(Error, "too-few-members"),
    code(Warning, "repeated-member"),
    code(Error, "count-too-high"),
    code(Note, "rule-without-effect"),
    code(Note, "unused-cell"),
    code(Warning, "requires-cycle"),
    code(Warning, "requires-too-late"),
    code(Warning, "requires-locked-out"),
    code(Error, "lock-against-relation"),
    code(Warning, "synergy-of-nothing"),
    code(Note, "synergy-locked-out"),
    code(Warning, "empty-limit"),
    code(Warning, "limit-on-nothing"),
    code(Error, "limit-contradiction"),
    code(Error, "limit-out-of-reach"),
    code(Error, "limits-sum"),
    code(Warning, "scenario-change"),
    code(Warning, "scenario-result"),
    code(Note, "changed-twice"),
    code(Note, "moved-default"),
];
