//! Candidates and their effects.

use super::canonical::Form;
use super::pairing::{Moves, each, number};
use crate::model::{Candidate, Case, DomainIx, Effect, Risk, ServiceIx, ShareRange, Status};

impl Form<'_> {
    pub(super) fn candidate(&mut self, candidate: &Candidate) {
        apart!(candidate => Candidate {
            id, domain, instrument, pillar, costs, cofinance, shares, start_from, start_to, lead_time, success,
            points, status, effects, #[cfg(test)] overrun,
        });
        let status = match status {
            Status::Free => "free",
            Status::LockedIn => "locked_in",
            Status::LockedOut => "locked_out",
        };
        self.line([
            "candidate".to_owned(),
            id.clone(),
            self.case[*domain].id.clone(),
            instrument.clone(),
            pillar.clone(),
            number(*cofinance),
            start_from.to_string(),
            start_to.to_string(),
            lead_time.to_string(),
            number(*success),
            number(*points),
            #[cfg(test)]
            number(*overrun),
            status.to_owned(),
        ]);
        let costs = costs.iter().take(candidate.cost_years()).copied().map(number);
        self.line([String::from("costs")].into_iter().chain(costs));
        let shares = shares.iter().map(|ShareRange { min, max }| format!("{min}-{max}"));
        self.line([String::from("shares")].into_iter().chain(shares));
        for Effect { service, control_gain, grants, row: _ } in effects {
            let grants = grants.map(|rung| self.case[rung].id.clone()).unwrap_or_default();
            self.line(["effect".to_owned(), self.case[*service].id.clone(), number(*control_gain), grants]);
        }
    }
}

pub(super) fn is_no_easier(case: &Case, one: &Candidate, other: &Candidate) -> bool {
    apart!(one => Candidate {
        domain, instrument, pillar, costs, cofinance, shares, start_from, start_to, lead_time, success, points,
        status, effects, #[cfg(test)] overrun,
    } not { id });
    // Others pay no more, and all costs are as high: the public bill is no lower.
    let dearer = each(costs, &other.costs, |one, other| one >= other) && *cofinance <= other.cofinance;
    #[cfg(test)]
    let dearer = dearer && *overrun >= other.overrun;
    dearer
        && each(effects, &other.effects, is_no_stronger)
        && each(shares, &other.shares, |one, other| is_no_wider(*one, *other))
        && (*domain == other.domain && *instrument == other.instrument && *pillar == other.pillar)
        && *start_from >= other.start_from
        && *start_to <= other.start_to
        && *lead_time >= other.lead_time
        && (*success <= other.success || case.risk == Risk::Full)
        && *points <= other.points
        && (*status == other.status || other.status == Status::Free)
}

/// Whether both cost the public the same in each year.
pub(super) fn is_same_bill(one: &Candidate, other: &Candidate) -> bool {
    apart!(one => Candidate { costs, cofinance, #[cfg(test)] overrun } not {
        id, domain, instrument, pillar, shares, start_from, start_to, lead_time, success, points, status, effects,
    });
    #[cfg(test)]
    if *overrun != other.overrun {
        return false;
    }
    (costs, *cofinance) == (&other.costs, other.cofinance)
}

fn is_no_stronger(one: &Effect, other: &Effect) -> bool {
    let Effect { service, control_gain, grants, row: _ } = one;
    *service == other.service && *control_gain <= other.control_gain && (*grants == other.grants || grants.is_none())
}

fn is_no_wider(one: ShareRange, other: ShareRange) -> bool {
    let ShareRange { min, max } = one;
    min >= other.min && max <= other.max
}

/// Whether a portfolio gets the same from both, but for points: a view may have other points and the same effects.
pub(super) fn acts_alike(one: &Candidate, other: &Candidate) -> bool {
    apart!(other => Candidate { costs, lead_time, success, effects } not {
        id, domain, instrument, pillar, cofinance, shares, start_from, start_to, points, status, #[cfg(test)] overrun,
    });
    (&one.effects, one.success, one.lead_time, &one.costs) == (effects, *success, *lead_time, costs)
}

pub(super) fn move_positions(candidate: &mut Candidate, moves: &Moves) {
    apart!(candidate => Candidate { domain, effects } not {
        id, instrument, pillar, costs, cofinance, shares, start_from, start_to, lead_time, success, points, status,
        #[cfg(test)] overrun,
    });
    *domain = DomainIx((moves.domains)(domain.0));
    for Effect { service, control_gain: _, grants: _, row: _ } in effects {
        *service = ServiceIx((moves.services)(service.0));
    }
}
