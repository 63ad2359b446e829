//! Weights that are all 0, and domains without services.

use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::rules::words::few as list;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    if !subject.are_sound(&[TableId::Domains, TableId::Services]) {
        return;
    }
    for (at, ministry) in case.ministries.iter().enumerate().filter(|_| !case.domains.is_empty()) {
        if case.domains.iter().all(|domain| domain.weights.get(at).is_none_or(Decimal::is_zero)) {
            let column = format!("weight_{}", ministry.id);
            let place = match subject.workbook.sheet(TableId::Domains).column(&column) {
                Some(_) => Place::Header(TableId::Domains, column.clone()),
                None => Place::Table(TableId::Domains),
            };
            findings.error(
                "weights-all-zero",
                place,
                say!("weights-weights-all-domains", id = ministry.name),
                say!("weights-give-at-least", column = column),
            );
        }
    }
    let mut services: Vec<Vec<usize>> = vec![Vec::new(); case.domains.len()];
    for (at, service) in case.services.iter().enumerate() {
        services[service.domain.0].push(at);
    }
    for (domain, services) in case.domains.iter().zip(services) {
        let all_zero = services.iter().all(|&at| case.services[at].weight.is_zero());
        match services.first() {
            Some(&first) if all_zero => findings.error(
                "weights-all-zero",
                Place::Cell(TableId::Services, case.services[first].row, "weight".to_owned()),
                say!("weights-weights-all-services", id = domain.name),
                say!("weights-give-at-least-one"),
            ),
            None if !case.services.is_empty() && domain.weights.iter().any(|weight| !weight.is_zero()) => {
                let who = case.ministries.iter().zip(&domain.weights).filter(|(_, weight)| !weight.is_zero());
                findings.warning(
                    "domain-without-service",
                    Place::Row(TableId::Domains, domain.row),
                    say!(
                        "weights-domain-id-has",
                        id = domain.name,
                        ministries = list(who.map(|(ministry, _)| ministry.name.as_str()))
                    ),
                    say!("weights-add-service-services"),
                );
            }
            _ => {}
        }
    }
}
