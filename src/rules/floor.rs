//! Floors: at the end of the horizon a service has at least the power of a rung.

use super::kind::prelude::*;
use crate::model::{Rung, RungIx, ServiceIx};

pub(super) struct Floor(pub ServiceIx);

/// All floors of a case.
pub(super) fn of(case: &Case) -> impl Iterator<Item = Rule> {
    case.service_ixs().filter(|&service| case[service].floor.is_some()).map(Rule::Floor)
}

/// The rung whose power a service has to hold.
pub(crate) fn rung(case: &Case, service: ServiceIx) -> Option<&Rung> {
    case.rungs.get(case[service].floor?.0)
}

impl Kind for Floor {
    fn nature(&self) -> Nature {
        Nature::wish("floor", 9)
    }

    fn describe(&self, case: &Case) -> String {
        let (name, power) = rung(case, self.0).map_or(("?", Decimal::ZERO), |rung| (rung.name.as_str(), rung.power));
        say!(
            "told-service-must-hold",
            service = case[self.0].name,
            name = name,
            power = shown(power),
            last_year = case.last_year
        )
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        (format!("floor_{}", case[self.0].id), Place::Cell(TableId::Services, case[self.0].row, "floor".to_owned()))
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        let floor = rung(measured.case, self.0)?;
        Some(Verdict::on(Side::AtLeast, Rule::Floor(self.0), measured.power[self.0.0], floor.power, Unit::Fraction))
    }

    fn give_up(&self, case: &mut Case) {
        case.services[self.0.0].floor = None;
    }

    fn steps(&self, case: &Case) -> u64 {
        case[self.0].floor.map_or(1, |rung| rung.0 as u64 + 1)
    }

    fn loosened(&self, case: &Case, step: u64) -> Option<Change> {
        let down = usize::try_from(step).unwrap_or(usize::MAX);
        case[self.0].floor.map(|floor| Change::Floor(self.0, RungIx(floor.0.saturating_sub(down))))
    }
}

/// A floor is no lower where its rung has no less power.
pub(super) fn fact(floor: Option<&Rung>) -> Fact<'_> {
    Fact::demand(floor.map_or("", |rung| &rung.id), floor.map(|rung| (0, rung.power)))
}
