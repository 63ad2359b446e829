//! Floors of domains: at the end of the horizon a domain has at least the power of a rung.

use super::floor;
use super::kind::prelude::*;
use crate::model::{DomainIx, Rung, RungIx, ServiceIx};

pub(super) struct DomainFloor(pub DomainIx);

/// All floors of domains of a case.
pub(super) fn of(case: &Case) -> impl Iterator<Item = Rule> {
    case.domain_ixs().filter(|&domain| case[domain].floor.is_some()).map(Rule::DomainFloor)
}

/// The rung whose power a domain has to hold.
pub(crate) fn rung(case: &Case, domain: DomainIx) -> Option<&Rung> {
    case.rungs.get(case[domain].floor?.0)
}

/// The service whose power is that of its domain, where a domain has one alone and it counts; its floor is the domain's.
pub(crate) fn of_service(case: &Case, domain: DomainIx) -> Option<ServiceIx> {
    let mut inside = case.service_ixs().filter(|&service| case[service].domain == domain);
    let only = inside.next().filter(|&only| !case[only].weight.is_zero());
    only.filter(|_| inside.next().is_none())
}

/// The power that a service has to hold at the end, by its own floor or as the only one of its domain.
pub(crate) fn of_the_service(case: &Case, service: ServiceIx) -> Option<Decimal> {
    let domain = case[service].domain;
    let of_domain = rung(case, domain).filter(|_| of_service(case, domain) == Some(service));
    floor::rung(case, service).into_iter().chain(of_domain).map(|rung| rung.power).max()
}

impl Kind for DomainFloor {
    fn nature(&self) -> Nature {
        Nature::wish("floor", 9)
    }

    fn describe(&self, case: &Case) -> String {
        let (domain, last_year) = (&case[self.0].name, case.last_year);
        match rung(case, self.0) {
            Some(Rung { name, power, .. }) => {
                say!(
                    "told-domain-must-hold",
                    domain = domain,
                    name = name,
                    power = shown(*power),
                    last_year = last_year
                )
            }
            // Where the weakest domain comes first, what is asked of all is asked of it.
            None => say!("told-domain-level-first", domain = domain, last_year = last_year),
        }
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        let (id, row) = (&case[self.0].id, case[self.0].row);
        (format!("domain_floor_{id}"), Place::Cell(TableId::Domains, row, "floor".to_owned()))
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        let (floor, has) = (rung(measured.case, self.0)?, measured.domain_power[self.0.0]);
        Some(Verdict::on(Side::AtLeast, Rule::DomainFloor(self.0), has, floor.power, Unit::Fraction))
    }

    fn give_up(&self, case: &mut Case) {
        case.domains[self.0.0].floor = None;
    }

    fn steps(&self, case: &Case) -> u64 {
        case[self.0].floor.map_or(1, |rung| rung.0 as u64 + 1)
    }

    fn loosened(&self, case: &Case, step: u64) -> Option<Change> {
        let down = usize::try_from(step).unwrap_or(usize::MAX);
        case[self.0].floor.map(|floor| Change::DomainFloor(self.0, RungIx(floor.0.saturating_sub(down))))
    }
}
