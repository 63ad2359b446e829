//! Cap tables, and services whose power comes from one.

use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{PowerRule, ServiceIx};

/// How far stakes may be off, in percent: what rounding to two decimals can do.
const TOLERANCE: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Whether the program can compute power by this rule.
///
/// Cap tables plug in here: once `measure::ladder` gives their steps, every rule is supported.
const fn is_supported(rule: PowerRule) -> bool {
    match rule {
        PowerRule::Ladder => true,
        PowerRule::Banzhaf | PowerRule::Shapley => false,
    }
}

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    for service in case.services.iter().filter(|service| !is_supported(service.power)) {
        findings.error(
            "power-not-supported",
            Place::Cell(TableId::Services, service.row, "power".to_owned()),
            say!("holders-power-from-cap", id = service.id),
            say!("holders-write-ladder-leave"),
        );
    }
    let sound = subject.are_sound(&[TableId::Services, TableId::Holders]);
    let mut stakes = vec![(None, Decimal::ZERO, Decimal::ZERO); case.services.len()];
    for holder in &case.holders {
        let (row, all, home) = &mut stakes[holder.service.0];
        row.get_or_insert(holder.row);
        *all += holder.stake;
        if holder.home {
            *home += holder.stake;
        }
    }
    for (at, (row, all, home)) in stakes.into_iter().enumerate() {
        let Some(row) = row else { continue };
        let service = &case[ServiceIx(at)];
        let place = Place::Cell(TableId::Holders, row, "stake".to_owned());
        if (all - Decimal::ONE_HUNDRED).abs() > TOLERANCE && sound {
            findings.warning(
                "stakes-not-100",
                place.clone(),
                say!("holders-stakes-id-add", id = service.id, sum = all.normalize()),
                say!("holders-add-holders-missing"),
            );
        }
        if (home - service.control).abs() > TOLERANCE && sound {
            findings.warning(
                "stakes-against-control",
                place,
                say!("holders-stakes-home-bloc", id = service.id, home = home.normalize(), control = service.control),
                say!("holders-correct-bloc-stake"),
            );
        }
    }
}
