//! Plain data: a case as text ([`Workbook`]) and as types ([`Case`]), portfolios, and the one schema of every column.

pub mod case;
pub mod cell;
pub mod change;
pub mod compile;
pub(crate) mod csv;
pub mod finding;
pub mod generate;
pub mod guess;
pub(crate) mod heading;
pub(crate) mod locate;
pub mod portfolio;
pub(crate) mod quotes;
pub mod scale;
pub mod schema;
pub(crate) mod settings;
pub(crate) mod sheet;
pub mod visible;
pub mod workbook;

pub use case::{
    Amount, Candidate, CandidateIx, CarryOver, Case, Domain, DomainIx, Effect, Holder, Limit, Ministry, MinistryIx,
    Money, Percent, PowerRule, Relation, RelationKind, Risk, Rung, RungIx, ScenarioChange, Scope, Service, ServiceIx,
    ShareRange, Status, Timing, Year,
};
pub use compile::{Compiled, compile};
pub use finding::{Finding, Level, Place};
pub use portfolio::{Pick, Portfolio};

pub use workbook::{Newline, Row, Sheet, Workbook};
