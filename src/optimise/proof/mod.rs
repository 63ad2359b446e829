//! Written proofs of optimality, and their checker.
//!
//! A proof is JSON Lines. The first line is the header:
//!
//! ```json
//! {"format":"beslismacht-proof-1","case":"sha256…","objective":"24.38","portfolio":[["digid","2027",[20,80]]],
//!  "diagrams":[["gov_email","office_suite"]],"homes":{"mijnbureau-next":0}}
//! ```
//!
//! `objective` and `portfolio` are null when no portfolio is possible. `diagrams` puts every service into exactly one group;
//! `homes` names a group for every candidate that moves a service. The lines that follow are a tree in preorder:
//!
//! | line | meaning |
//! | --- | --- |
//! | `{"split":[d,e]}` | decisions of which one holds in every portfolio; two subtrees follow |
//! | `{"fix":[d,…],"with":{row:multiplier}}` | each decision's opposite is bounded away by these multipliers; one subtree follows |
//! | `{"fix":[d],"impossible":{row:multiplier}}` | the opposite breaks the rows; one subtree follows |
//! | `{"leaf":{row:multiplier}}` | a leaf: the bound of these multipliers is low enough |
//! | `{"impossible":{row:multiplier}}` | a leaf: with all worths at 0 the bound of these multipliers is below 0 |
//! | `{"settled":true}` | a leaf: everything is decided; the portfolio breaks a rule or is no better |
//!
//! Decisions: `["in",c]`, `["out",c]`, `["not",c,year]`, `["until",c,year]` and `["after",c,year]` (if chosen, it starts in
//! that year or before, or later), `["at-most",c,ministry,percent]` and `["at-least",c,ministry,percent]` (if chosen),
//! `["reached",domain]` and `["missed",domain]`.
//!
//! # The bound of multipliers
//!
//! Every row reads `Σ coefficient × variable ≤ right side`. With multipliers `π ≥ 0` (a row that is not named has 0) a
//! portfolio is worth at most `Σ π × right side` plus, for each group of services, the best way to choose which of its
//! candidates and synergies are in force: the gain of the levels reached, plus, for each candidate at home in the group,
//! the worth of its best plan (points, less `π` times what the plan adds to the rows), less `π` for everything that is
//! tied. Candidates that move nothing count by themselves. A candidate may be out of force because it is not chosen, or
//! because it starts too late.
//!
//! | row | says |
//! | --- | --- |
//! | `budget:m:year` | what ministry m spends in that year, plus what it carries out, less what it carries in ≤ its budget; where everything carries over: what it spent up to that year ≤ its budgets up to it |
//! | `requires:r:b:year` | relation r: starts of a up to that year − starts of b up to it ≤ 0 |
//! | `relation:r` | members chosen ≤ count (excludes: 1); for `at_least`, − members ≤ − count |
//! | `limit-max:r`, `limit-min:r` | spending of the scope − p % of all ≤ 0, or ≤ the amount; with the signs turned for min |
//! | `tie:c:g` | candidate c in force in group g − c in force at home ≤ 0 |
//! | `member:r:c` | synergy r in force − member c in force ≤ 0 |
//! | `target:d`, `targets` | target × weights × d counted − Σ weight × power ≤ 0; − domains counted ≤ − `domains_at_target`. A domain whose services are all in one group has no `target` row: it counts where the group's levels reach its target |
//!
//! `r` is the number of the row in its file, from 1. The limits of what is carried are `0 ≤ carried ≤ fraction × budget`.

mod bound;
mod model;
#[cfg(test)]
mod tests;
mod verify;
mod write;

pub use verify::{Refused, Verified, verify};
pub use write::{Proof, prove};

/// The first entry of the header.
const FORMAT: &str = "beslismacht-proof-1";

/// The digest that ties a proof to the case as this program read it. Another checker may leave it out: every number that
/// the proof rests on is read from the case anyway.
fn digest(case: &crate::model::Case) -> String {
    use std::fmt::Write as _;

    use sha2::{Digest, Sha256};

    let digest = Sha256::digest(format!("{case:?}").as_bytes());
    let mut text = String::new();
    for byte in digest {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
