//! Every rule of the checks by its short name.

use crate::model::Level;

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Its short name, as findings give it.
    pub name: &'static str,
    /// The level of its findings; some rules are milder or harsher as the case goes, and then this is the usual one.
    pub level: Level,
    /// What it finds, in a few words.
    pub finds: &'static str,
}

const fn error(name: &'static str, finds: &'static str) -> Code {
    Code { name, level: Level::Error, finds }
}

const fn warning(name: &'static str, finds: &'static str) -> Code {
    Code { name, level: Level::Warning, finds }
}

const fn note(name: &'static str, finds: &'static str) -> Code {
    Code { name, level: Level::Note, finds }
}

/// All rules, by subject. The error catalogue of the tests has at least one case for each.
pub const CODES: &[Code] = &[
    // Files.
    error("encoding", "a file that is not UTF-8 text"),
    error("dialect", "a table separated by semicolons or tabs, or with line endings of long ago"),
    error("missing-file", "a file that every case needs"),
    error("unreadable-file", "a file of the case that is there but cannot be read"),
    warning("near-miss-file", "a file whose name is nearly that of a table"),
    error("missing-column", "a column that its table needs"),
    error("duplicate-column", "a column that stands in the header twice, or two columns for the same thing"),
    error("near-miss-column", "a column whose name is nearly one that the program knows"),
    warning("column-without-ministry", "a column for a ministry that does not exist"),
    note("unknown-column", "columns that the program does not use"),
    warning("unnamed-column", "values under an empty header"),
    error("long-row", "a row with more cells than the header"),
    warning("short-row", "a row with fewer cells than the header"),
    error("open-quote", "a quote that is never closed"),
    warning("row-in-cell", "a cell that holds what looks like a row"),
    warning("stray-quote", "a quote that stands alone in a cell"),
    note("empty-row", "a row without any value"),
    // Cells.
    error("missing-cell", "an empty cell that needs a value"),
    error("bad-id", "an id that is not well formed"),
    error("duplicate-id", "an id or a key that stands twice"),
    error("unknown-id", "an id that names nothing"),
    error("bad-number", "a text that is not a number"),
    error("decimal-comma", "a number with a decimal comma"),
    error("thousands-mark", "a number with marks between its thousands"),
    error("out-of-range", "a number outside its bounds"),
    error("too-large", "a number that is too large to reckon with"),
    error("too-precise", "a number with too many digits after its point"),
    error("too-many-digits", "a sum or product with more digits than can be computed with"),
    error("not-whole", "a number that must be whole"),
    error("bad-year", "a text that is not a year"),
    error("bad-share", "a text that is not a share or a range of shares"),
    error("bad-word", "a word that is not one of a fixed list"),
    warning("bad-change", "a change that does not say what to do"),
    error("bad-cost-column", "a cost column with an impossible number"),
    // case.toml.
    error("toml-syntax", "a case.toml that cannot be read"),
    error("missing-setting", "a setting that every case needs"),
    error("wrong-type", "a setting of the wrong type"),
    error("format-version", "a format of another version"),
    error("bad-carry-over", "a carry-over that is neither a fraction nor \"all\""),
    error("horizon-backwards", "a horizon that ends before it begins"),
    error("horizon-too-long", "a horizon of more than 100 years"),
    warning("near-miss-setting", "a setting whose name is nearly one that the program knows"),
    note("unknown-setting", "a setting that the program does not use"),
    error("no-ministry", "a case without a ministry"),
    error("voices-all-zero", "voices that are all 0"),
    warning("no-rung", "a ladder without a rung"),
    error("rungs-not-ascending", "rungs out of order"),
    error("rung-power-falls", "power that falls from rung to rung"),
    error("too-many-targets", "more domains at target than there are domains"),
    error("target-out-of-reach", "more domains at target than can be"),
    // Domains and services.
    error("weights-all-zero", "weights that are all 0"),
    warning("domain-without-service", "a domain that counts but has no service"),
    error("floor-out-of-reach", "a floor that cannot be reached"),
    error("power-not-supported", "power from a cap table"),
    warning("stakes-not-100", "stakes that do not add up to 100"),
    warning("stakes-against-control", "a home bloc that is not the service's control"),
    // Candidates and effects.
    error("shares-not-100", "shares that cannot add up to 100"),
    warning("never-starts", "a candidate that can never start; an error where it is locked in"),
    note("start-outside-horizon", "a start window that reaches outside the horizon"),
    warning("effect-too-late", "effects that hold only after the horizon"),
    warning("lock-without-reason", "a lock without a reason"),
    note("reason-without-lock", "a reason without a lock"),
    warning("moves-nothing", "a candidate without effects and points"),
    warning("effect-of-nothing", "an effect without gain and grant"),
    warning("gain-above-100", "a gain of more than 100 percentage points"),
    // Budgets, relations, limits, scenarios.
    warning("budget-outside-horizon", "a budget for a year outside the horizon"),
    note("no-budget", "a ministry without money"),
    error("too-few-members", "a relation with too few members"),
    warning("repeated-member", "a member that stands twice"),
    error("count-too-high", "more at least than there are members"),
    note("rule-without-effect", "a count that is always kept"),
    note("unused-cell", "a cell that means nothing for the relation's kind"),
    warning("requires-cycle", "candidates that require each other in a circle; an error where none can be chosen"),
    warning("requires-too-late", "a required candidate that starts too late; an error where the other is locked in"),
    warning("requires-locked-out", "a candidate that requires one that is locked out"),
    error("lock-against-relation", "locks that contradict relations"),
    warning("synergy-of-nothing", "a synergy without gain"),
    note("synergy-locked-out", "a synergy that never comes about"),
    warning("empty-limit", "a limit with neither min nor max"),
    warning("limit-on-nothing", "a limit on an instrument or pillar that no candidate has"),
    error("limit-contradiction", "a least above a most"),
    error("limit-out-of-reach", "a least spending that nothing can reach"),
    error("limits-sum", "limits that cannot hold together"),
    warning("scenario-change", "a change that cannot be made"),
    warning("scenario-result", "a scenario that leaves a case with errors"),
];
