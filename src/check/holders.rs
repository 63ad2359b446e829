//! Cap tables, and services whose power comes from one.

use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::measure::cap_table::{Unknown, others, steps};
use crate::model::finding::{Findings, Place};
use crate::model::limits::MOST_HOLDERS;
use crate::model::schema::TableId;
use crate::model::{PowerRule, ServiceIx};

/// How far stakes may be off, in percent: what rounding to two decimals can do.
pub(super) const TOLERANCE: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Services whose power a cap table has to give, and does not.
fn power(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    for at in case.service_ixs().filter(|&at| case[at].power != PowerRule::Ladder) {
        let (service, others) = (&case[at], others(case, at));
        let name = &service.name;
        let place = |column: &str| Place::Cell(TableId::Services, service.row, column.to_owned());
        let (message, remedy) = match steps(service.power, service.quota, &others) {
            Ok(steps) if steps.is_empty() => {
                let message = say!("holders-quota-100", id = name);
                findings.warning("quota-never-exceeded", place("quota"), message, say!("holders-lower-quota"));
                continue;
            }
            Ok(_) => continue,
            Err(Unknown::NoOthers) => (say!("holders-none-but-home", id = name), say!("holders-add-others")),
            Err(Unknown::TooMany(holders)) => (
                say!("holders-too-many", id = name, holders = holders, most = MOST_HOLDERS),
                say!("holders-join-smallest"),
            ),
            Err(Unknown::TooFine) => (say!("holders-too-fine", id = name), say!("holders-two-decimals")),
            Err(Unknown::NoPercent) => (say!("holders-no-percent", id = name), say!("holders-two-decimals")),
        };
        findings.error("power-unknown", place("power"), message, remedy);
    }
}

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let sound = subject.are_sound(&[TableId::Services, TableId::Holders]);
    if sound {
        power(subject, findings);
    }
    let mut stakes = vec![(None, Decimal::ZERO, Decimal::ZERO, false); case.services.len()];
    for holder in &case.holders {
        let (row, all, home, has_bloc) = &mut stakes[holder.service.0];
        row.get_or_insert(holder.row);
        *all += holder.stake;
        if holder.home {
            *home += holder.stake;
            *has_bloc = true;
        }
    }
    for (at, (row, all, home, has_bloc)) in stakes.into_iter().enumerate() {
        let Some(row) = row else { continue };
        let service = &case[ServiceIx(at)];
        let place = Place::Cell(TableId::Holders, row, "stake".to_owned());
        if (all - Decimal::ONE_HUNDRED).abs() > TOLERANCE && sound {
            findings.warning(
                "stakes-not-100",
                place.clone(),
                say!("holders-stakes-id-add", id = service.name, sum = all.normalize()),
                say!("holders-add-holders-missing"),
            );
        }
        if !has_bloc && !service.control.is_zero() && sound {
            findings.warning(
                "bloc-missing",
                Place::Cell(TableId::Holders, row, "bloc".to_owned()),
                say!("holders-no-home", id = service.name, control = service.control.normalize()),
                say!("holders-mark-home"),
            );
        } else if (home - service.control).abs() > TOLERANCE && sound {
            findings.warning(
                "stakes-against-control",
                place,
                say!("holders-stakes-home-bloc", id = service.name, home = home.normalize(), control = service.control),
                say!("holders-correct-bloc-stake"),
            );
        }
    }
}
