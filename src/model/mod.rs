//! Plain data: a case as text ([`Workbook`]) and as types ([`Case`]), portfolios, and the one schema of every column.

pub mod apply;
pub mod candidate;
pub mod case;
pub mod cell;
pub mod change;
pub mod compile;
pub mod csv;
pub mod event;
pub mod exact;
pub mod finding;
#[cfg(test)]
#[path = "../../tests/made_up/mod.rs"]
pub(crate) mod generate;
pub mod guess;
pub mod heading;
pub mod holder;
pub mod index;
pub mod label;
pub mod levels;
pub mod limits;
pub mod locate;
pub mod mask;
pub mod money;
pub mod number;
pub mod order;
pub mod ownership;
pub mod portfolio;
pub mod quotes;
pub mod relation;
pub mod scale;
pub mod schema;
pub mod settings;
pub(crate) mod sheet;
pub mod too_many;
pub mod typed;
pub mod visible;
pub mod workbook;

pub use candidate::{Candidate, Effect, ShareRange, Status};
pub use case::{
    Aggregate, Amount, CarryOver, Case, Domain, Limit, Ministry, PowerRule, Risk, Rung, ScenarioChange, Scope, Service,
    Timing,
};
pub use compile::{Compiled, compile};
pub use event::Event;
pub use finding::{Finding, Level, Place};
pub use holder::{Holder, Owner};
pub use index::{CandidateIx, DomainIx, MinistryIx, Money, Percent, RungIx, ServiceIx, Year};
pub use mask::Mask;
pub use number::DecimalMark;
pub use portfolio::{Pick, Portfolio};
pub use relation::{Relation, RelationKind};
pub use workbook::{Newline, Row, Sheet, Workbook};
