//! Floors and targets that stay out of reach even with everything in force.

use std::borrow::Cow;

use super::subject::Subject;
use crate::measure::evaluate;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Candidate, Case, Effect, Pick, Portfolio, ServiceIx, Year};
use crate::say;

/// Control only ever rises with more candidates and with earlier starts, so what everything together cannot reach,
/// nothing can. What wears off counts where some start leaves it there at the end.
pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = &lasting(subject.case);
    let has_floors =
        case.services.iter().any(|it| it.floor.is_some()) || case.domains.iter().any(|it| it.floor.is_some());
    if case.domains_at_target == 0 && !has_floors {
        return;
    }
    let best = evaluate(case, &everything(case));
    for (at, result) in best.services.iter().enumerate() {
        let service = &case[ServiceIx(at)];
        let Some(floor) = service.floor else { continue };
        if result.power_after < case[floor].power {
            findings.error(
                "floor-out-of-reach",
                Place::Cell(TableId::Services, service.row, "floor".to_owned()),
                say!(
                    "reach-floor-id-id",
                    rung = case[floor].id,
                    service = service.id,
                    control = result.control_after.normalize(),
                    power = result.power_after.normalize(),
                    needed_power = case[floor].power.normalize()
                ),
                say!("reach-lower-floor-add"),
            );
        }
    }
    for (domain, result) in case.domains.iter().zip(&best.domains) {
        let Some(floor) = domain.floor.map(|rung| &case[rung]).filter(|rung| result.power_after < rung.power) else {
            continue;
        };
        findings.error(
            "domain-floor-out-of-reach",
            Place::Cell(TableId::Domains, domain.row, "floor".to_owned()),
            say!(
                "reach-domain-floor",
                rung = floor.id,
                domain = domain.id,
                power = result.power_after.normalize(),
                needed_power = floor.power.normalize()
            ),
            say!("reach-lower-domain-floor"),
        );
    }
    let reached = best.domains.iter().filter(|domain| domain.at_target).count();
    if reached < case.domains_at_target && case.domains_at_target <= case.domains.len() {
        findings.error(
            "target-out-of-reach",
            Place::Setting("require.domains_at_target".to_owned()),
            say!("reach-number-domains-at", domains_at_target = case.domains_at_target, reached = reached),
            say!("reach-ask-fewer-domains"),
        );
    }
}

/// The case in which what may be there at the end never wears off, and what has worn off by then was never there.
fn lasting(case: &Case) -> Cow<'_, Case> {
    if !case.candidates.iter().any(Candidate::wears_off) {
        return Cow::Borrowed(case);
    }
    let mut case = case.clone();
    let (first, last) = (case.first_year, case.last_year);
    for candidate in &mut case.candidates {
        let since: Vec<Year> = candidate.starts(first, last).map(|start| candidate.in_force(start)).collect();
        let is_there = |effect: &Effect| since.iter().any(|&since| effect.holds(since, last));
        candidate.effects.retain(|effect| effect.lasts.is_none() || is_there(effect));
        candidate.effects.iter_mut().for_each(|effect| effect.lasts = None);
    }
    Cow::Owned(case)
}

/// Every candidate that may be chosen, each as early as it can start. Who pays does not matter here.
fn everything(case: &Case) -> Portfolio {
    let pick = |it| Pick { candidate: it, start: *case.starts(it).start(), shares: vec![0; case.ministries.len()] };
    Portfolio::new(case.candidate_ixs().filter(|&it| case.may_be_chosen(it)).map(pick).collect())
}
