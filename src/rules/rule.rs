//! The names of rules.

use crate::model::{CandidateIx, DomainIx, MinistryIx, ServiceIx, Year};

/// A rule that a portfolio keeps or breaks. Numbers are positions in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Rule {
    /// The candidate is one of the case's and is picked at most once.
    Known(CandidateIx),
    /// The candidate starts in its window, with its last cost no later than the last year.
    Start(CandidateIx),
    /// The shares of the candidate's bill lie in their ranges and add up to 100.
    Shares(CandidateIx),
    /// The candidate is chosen.
    LockedIn(CandidateIx),
    /// The candidate is not chosen.
    LockedOut(CandidateIx),
    /// The ministry spends no more in the year than it has.
    Budget {
        /// The ministry.
        ministry: MinistryIx,
        /// The year.
        year: Year,
    },
    /// The ministry carries no more of its budget into the next year than its carry-over says.
    CarryOver(MinistryIx),
    /// The relation, by its position in [`Case::relations`](crate::model::Case::relations).
    Relation(usize),
    /// The least of a limit, by its position in [`Case::limits`](crate::model::Case::limits).
    LimitMin(usize),
    /// The most of a limit, by its position in [`Case::limits`](crate::model::Case::limits).
    LimitMax(usize),
    /// The service has at least its floor's power at the end.
    Floor(ServiceIx),
    /// The domain has at least its floor's power at the end.
    DomainFloor(DomainIx),
    /// At the end taking control of the service costs an outside buyer enough.
    TakeoverFloor(ServiceIx),
    /// Enough domains reach their target.
    DomainsAtTarget,
}
