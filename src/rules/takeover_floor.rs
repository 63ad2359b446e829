//! Floors of takeovers: at the end of the horizon taking control of a service costs an outside buyer at least so much.

use super::change::{UNIT, units};
use super::kind::prelude::*;
use crate::model::{Event, Money, ServiceIx};

pub(super) struct TakeoverFloor(pub ServiceIx);

/// All floors of takeovers of a case.
pub(super) fn of(case: &Case) -> impl Iterator<Item = Rule> {
    case.service_ixs().filter(|&service| asked(case, service).is_some()).map(Rule::TakeoverFloor)
}

/// What it must cost at least to take control of a service; `None` where nothing is asked, or where nobody has anything to sell.
pub fn asked(case: &Case, service: ServiceIx) -> Option<Money> {
    let own = case[service].takeover_floor.or(case.takeover_floor);
    own.filter(|least| *least > Decimal::ZERO && has_sellers(case, service))
}

/// Whether anybody but the country has a stake with a price.
pub fn has_sellers(case: &Case, service: ServiceIx) -> bool {
    let sells = |it: &crate::model::Holder| !it.home && it.stake > Decimal::ZERO && it.price.is_some();
    case.holders.iter().any(|it| it.service == service && sells(it))
}

/// Whether an effect keeps an outside buyer from taking its service over, so that no price is asked for.
pub fn lifts(effect: &crate::model::Effect) -> bool {
    effect.prevents == Some(Event::Takeover)
}

impl Kind for TakeoverFloor {
    fn nature(&self) -> Nature {
        Nature::wish("takeover", 9)
    }

    fn describe(&self, case: &Case) -> String {
        let least = asked(case, self.0).unwrap_or_default();
        say!(
            "told-takeover-must-cost",
            service = case[self.0].name,
            amount = money(case, least),
            last_year = case.last_year
        )
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        let (service, column) = (&case[self.0], "takeover_floor".to_owned());
        let place = match service.takeover_floor {
            Some(_) => Place::Cell(TableId::Services, service.row, column),
            None => Place::Setting(format!("require.{column}")),
        };
        (format!("takeover_floor_{}", service.id), place)
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        let (least, rule) = (asked(measured.case, self.0)?, Rule::TakeoverFloor(self.0));
        Some(match measured.takeover_price[self.0.0] {
            Some(price) => Verdict::on(Side::AtLeast, rule, price, least, Unit::Money),
            // Nobody can take it over.
            None => Verdict { idle: true, binds: false, ..Verdict::on(Side::AtLeast, rule, least, least, Unit::Money) },
        })
    }

    fn give_up(&self, case: &mut Case) {
        case.services[self.0.0].takeover_floor = Some(Decimal::ZERO);
    }

    fn steps(&self, case: &Case) -> u64 {
        asked(case, self.0).map_or(1, units)
    }

    fn loosened(&self, case: &Case, step: u64) -> Option<Change> {
        let least = asked(case, self.0)? - UNIT * Decimal::from(step);
        Some(Change::TakeoverFloor(self.0, least.max(Decimal::ZERO).normalize()))
    }
}

/// A floor of a takeover is no lower where no less has to be paid.
pub(super) fn fact(asked: Option<Money>) -> Fact<'static> {
    match asked {
        Some(least) => Fact::higher(least),
        None => Fact::demand("", None).silent(),
    }
}

/// What is lifted where it is asked for: without it a case is harder.
pub(super) fn lifted(effect: &crate::model::Effect, is_asked: bool) -> Fact<'static> {
    let lifts = lifts(effect);
    let fact = Fact::right(if lifts { "takeover" } else { "" }, lifts.then_some(0)).of_view();
    match (is_asked, lifts) {
        (true, true) => fact,
        (true, false) => fact.silent(),
        (false, _) => fact.silent().whatever(),
    }
}

/// What a stake costs: a case is no easier where it is no dearer, or where it is for sale.
pub(super) fn price(price: Option<Money>) -> Fact<'static> {
    match price {
        Some(price) => Fact::lower(price),
        None => Fact::demand("", None),
    }
}
