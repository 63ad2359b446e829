//! Every rule of the checks by its short name. What each finds stands in `messages`: `code-NAME`.

use crate::messages::text_of;
use crate::model::Level;

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
}

const fn error(name: &'static str) -> Code {
    Code { name, level: Level::Error }
}

const fn warning(name: &'static str) -> Code {
    Code { name, level: Level::Warning }
}

const fn note(name: &'static str) -> Code {
    Code { name, level: Level::Note }
}

/// All rules, by subject. The error catalogue of the tests has at least one case for each.
pub const CODES: &[Code] = &[
    // Files.
    error("encoding"),
    error("dialect"),
    error("missing-file"),
    error("unreadable-file"),
    warning("near-miss-file"),
    error("missing-column"),
    error("duplicate-column"),
    error("near-miss-column"),
    warning("column-without-ministry"),
    note("unknown-column"),
    warning("unnamed-column"),
    error("long-row"),
    warning("short-row"),
    error("open-quote"),
    warning("row-in-cell"),
    warning("stray-quote"),
    note("empty-row"),
    // Cells.
    error("missing-cell"),
    error("bad-id"),
    error("duplicate-id"),
    error("unknown-id"),
    error("bad-number"),
    error("decimal-comma"),
    error("thousands-mark"),
    error("out-of-range"),
    error("too-large"),
    error("too-precise"),
    error("too-many-digits"),
    error("not-whole"),
    error("bad-year"),
    error("bad-share"),
    error("bad-word"),
    warning("bad-change"),
    error("bad-cost-column"),
    // case.toml.
    error("toml-syntax"),
    error("missing-setting"),
    error("wrong-type"),
    error("format-version"),
    error("bad-carry-over"),
    error("horizon-backwards"),
    error("horizon-too-long"),
    warning("near-miss-setting"),
    note("unknown-setting"),
    error("no-ministry"),
    error("voices-all-zero"),
    warning("no-rung"),
    error("rungs-not-ascending"),
    error("rung-power-falls"),
    error("too-many-targets"),
    error("target-out-of-reach"),
    // Domains and services.
    error("weights-all-zero"),
    warning("domain-without-service"),
    error("floor-out-of-reach"),
    error("power-not-supported"),
    warning("stakes-not-100"),
    warning("stakes-against-control"),
    // Candidates and effects.
    error("shares-not-100"),
    warning("never-starts"),
    note("start-outside-horizon"),
    warning("effect-too-late"),
    warning("lock-without-reason"),
    note("reason-without-lock"),
    warning("moves-nothing"),
    warning("effect-of-nothing"),
    warning("gain-above-100"),
    // Budgets, relations, limits, scenarios.
    warning("budget-outside-horizon"),
    note("no-budget"),
    error("too-few-members"),
    warning("repeated-member"),
    error("count-too-high"),
    note("rule-without-effect"),
    note("unused-cell"),
    warning("requires-cycle"),
    warning("requires-too-late"),
    warning("requires-locked-out"),
    error("lock-against-relation"),
    warning("synergy-of-nothing"),
    note("synergy-locked-out"),
    warning("empty-limit"),
    warning("limit-on-nothing"),
    error("limit-contradiction"),
    error("limit-out-of-reach"),
    error("limits-sum"),
    warning("scenario-change"),
    warning("scenario-result"),
];
