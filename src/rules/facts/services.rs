//! Services and their cap tables.

use super::canonical::Form;
use super::pairing::{Moves, number};
use crate::model::{Case, DomainIx, Holder, PowerRule, Service, ServiceIx};

impl Form<'_> {
    pub(super) fn service(&mut self, service: &Service) {
        apart!(service => Service { id, domain, weight, control, drift, floor, power, quota });
        let floor = floor.map(|rung| self.case[rung].id.clone()).unwrap_or_default();
        let power = match power {
            PowerRule::Ladder => "ladder",
            PowerRule::Banzhaf => "banzhaf",
            PowerRule::Shapley => "shapley",
        };
        let numbers = [*weight, *control, *drift].map(number);
        let head = ["service".to_owned(), id.clone(), self.case[*domain].id.clone()];
        self.line(head.into_iter().chain(numbers).chain([floor, power.to_owned(), number(*quota)]));
    }

    /// A row of a cap table, where it decides the power of its service.
    pub(super) fn holder(&mut self, holder: &Holder) {
        let Holder { service, holder, jurisdiction: _, stake, home, row: _ } = holder;
        let service = &self.case[*service];
        if service.power != PowerRule::Ladder {
            let bloc = if *home { "home" } else { "" };
            self.line(["holder".to_owned(), service.id.clone(), holder.clone(), number(*stake), bloc.to_owned()]);
        }
    }
}

pub(super) fn is_no_easier(case: &Case, one: &Service, other: &Service) -> bool {
    apart!(one => Service { domain, weight, control, drift, floor, power, quota } not { id });
    let held =
        |floor: Option<crate::model::RungIx>| floor.and_then(|rung| case.rungs.get(rung.0)).map(|rung| rung.power);
    (*domain, *weight, *control, *drift) == (other.domain, other.weight, other.control, other.drift)
        && (*power, *quota) == (other.power, other.quota)
        && held(*floor) >= held(other.floor)
}

pub(super) fn move_positions(service: &mut Service, moves: &Moves) {
    apart!(service => Service { domain } not { id, weight, control, drift, floor, power, quota });
    *domain = DomainIx((moves.domains)(domain.0));
}

pub(super) fn move_holder(holder: &mut Holder, moves: &Moves) {
    let Holder { service, holder: _, jurisdiction: _, stake: _, home: _, row: _ } = holder;
    *service = ServiceIx((moves.services)(service.0));
}
