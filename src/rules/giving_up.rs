//! A case without a rule.

use super::rule::Rule;
use crate::model::{Case, ShareRange, Status};

impl Rule {
    /// Takes the rule out of a case, so that a portfolio may break it. A budget stays: that is raised, not given up.
    pub fn give_up(self, case: &mut Case) {
        match self {
            Self::Known(_) | Self::Budget { .. } => {}
            Self::Start(candidate) => {
                let (first, last) = (case.first_year, case.last_year);
                let facts = &mut case.candidates[candidate.0];
                (facts.start_from, facts.start_to) = (first, last);
            }
            Self::Shares(candidate) => case.candidates[candidate.0].shares.fill(ShareRange::ANY),
            Self::LockedIn(candidate) | Self::LockedOut(candidate) => {
                case.candidates[candidate.0].status = Status::Free;
            }
            Self::Relation(at) => case.relations[at] = case.relations[at].given_up(),
            Self::LimitMin(at) => case.limits[at].min = None,
            Self::LimitMax(at) => case.limits[at].max = None,
            Self::Floor(service) => case.services[service.0].floor = None,
            Self::DomainsAtTarget => case.domains_at_target = 0,
        }
    }
}
