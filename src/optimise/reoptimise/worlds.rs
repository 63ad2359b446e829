//! The least of what several worlds see in a portfolio, asked of the engine.
//!
//! A world sees the same portfolios as the case, and may differ from it in what is valued, in the control that is there before
//! anything is chosen, and in what gains count. A service that a world sees otherwise is one more service of the case: beside
//! the one that it is seen as by others, moved by the same candidates as far as that world says. What it is worth, each
//! world says for itself; so all of them are rows over the levels of one case ([`least`](crate::optimise::instance::least)).

use std::ops::ControlFlow;

use rust_decimal::Decimal;

use crate::measure::control::{effective_gain, effective_synergy, worn};
use crate::measure::evaluate;
use crate::measure::index::Weights;
use crate::model::order::InOrder as _;
use crate::model::{
    Candidate, CandidateIx, Case, Domain, DomainIx, Effect, Holder, Percent, Portfolio, Relation, Risk, Service,
    ServiceIx, Timing,
};
use crate::optimise::dd::solve_least;
use crate::optimise::instance::least::{LeastOf, Part};
use crate::optimise::no_good::NoGood;
use crate::optimise::options::{Options, Progress};
use crate::optimise::query::{Aim, Bound, Measure, ProofStatus, Query, QueryResult, Side};
use crate::optimise::task::{End, SAME, Task};
use crate::rules::facts::moves_alike;
use crate::rules::takeover_floor;

#[cfg(test)]
mod tests;

/// A case in which every service stands once for each way in which a world sees it, and what the worlds value in it.
pub(crate) struct Worlds {
    case: Case,
    least: LeastOf,
}

/// How a world sees a service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    /// Everything that moves it comes so many years later.
    late: usize,
    /// The control before anything is chosen, and how it wears off.
    control: Percent,
    drift: Percent,
    /// What each effect and each synergy on it counts.
    effects: Vec<Percent>,
    synergies: Vec<Percent>,
}

impl Worlds {
    /// What a question asks of several measures; `None` if it asks something else, or a world differs in more than that.
    pub fn of(question: &Query) -> Option<Self> {
        let Aim::HighestLeast(asked) = &question.aim else { return None };
        let case = question.case.as_ref();
        // What a takeover costs goes by the gains as they are.
        let is_asked = case.service_ixs().any(|service| takeover_floor::asked(case, service).is_some());
        let is_counted = |no_good: &NoGood| !matches!(no_good, NoGood::ObjectiveFloor { .. });
        if asked.is_empty() || is_asked || !question.no_goods.iter().all(is_counted) {
            return None;
        }
        let mut worlds: Vec<World> =
            asked.iter().map(|(measure, offset)| World::of(case, measure, *offset)).collect::<Option<_>>()?;
        let floor =
            |bound: &Bound| World::of(case, &bound.measure, bound.value).filter(|_| bound.side == Side::AtLeast);
        let floors: Vec<World> = question.bounds.iter().map(floor).collect::<Option<_>>()?;
        // In whichever order they are asked, the search is the same.
        worlds.order();
        worlds.dedup();
        let mut extended = Extended::of(case);
        // What is late stands behind all others.
        let mut ways: Vec<(usize, usize, &Seen)> = Vec::new();
        for world in worlds.iter().chain(&floors) {
            let valued =
                world.services.iter().zip(&world.worths).enumerate().filter(|(_, (_, worth))| !worth.is_zero());
            ways.extend(valued.map(|(service, (seen, _))| (usize::from(seen.late > 0), service, seen)));
        }
        ways.order();
        ways.dedup();
        for (_, service, seen) in ways {
            extended.see(case, ServiceIx(service), seen);
        }
        let part = |world: &World| extended.part(world);
        let (parts, floors) = (worlds.iter().map(part).collect(), floors.iter().map(part).collect());
        let late = if extended.late.iter().all(|&late| late == 0) { Vec::new() } else { extended.late };
        if !late.is_empty() && case.timing != Timing::Final {
            return None;
        }
        let least = LeastOf { parts, floors, late, timing: case.timing };
        Some(Self { case: extended.case, least })
    }

    /// Asks the engine; `None` if it does not take this on.
    pub fn ask(
        &self,
        question: &Query,
        options: &Options,
        warm: Option<&Portfolio>,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Option<QueryResult> {
        let task = Task {
            no_goods: &question.no_goods,
            warm,
            time_left: options.time_limit,
            ..Task::best(&self.case, options)
        };
        let found = solve_least(&task, &self.least, on).ok()?;
        let Some(portfolio) = found.portfolio else {
            let known = if found.end == End::Infeasible { ProofStatus::Impossible } else { ProofStatus::Open };
            return Some(QueryResult { known, bound: found.bound, nodes: found.nodes, ..QueryResult::NOTHING });
        };
        let evaluation = evaluate(&question.case, &portfolio);
        let value = question.aim.of(&question.case, &portfolio, &evaluation);
        let is_as_said = found.value.is_some_and(|said| (said - value).abs() <= SAME);
        if !question.allows(&portfolio, &evaluation) || !is_as_said {
            return None;
        }
        let bound = found.bound.map(|bound| bound.max(value));
        let is_proven = found.end == End::Proven && bound.is_some_and(|bound| bound - value <= SAME);
        let known = if is_proven { ProofStatus::Proven } else { ProofStatus::Open };
        Some(QueryResult { known, found: Some((portfolio, evaluation)), value: Some(value), bound, nodes: found.nodes })
    }
}

/// What counts in a world.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct World {
    offset: Decimal,
    /// What one unit of power is worth, by service.
    worths: Vec<Decimal>,
    points: Vec<Decimal>,
    services: Vec<Seen>,
}

impl World {
    /// A measure of a case, less an offset, as a world.
    fn of(case: &Case, measure: &Measure, offset: Decimal) -> Option<Self> {
        let view = match measure {
            Measure::Objective => case,
            Measure::Gain(view) | Measure::ObjectiveIn(view) => view.as_ref(),
            Measure::Distance(from) => {
                let step = |at| if from.contains(&at) { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
                return Some(Self {
                    offset: offset.checked_sub(Decimal::from(from.len()))?,
                    worths: vec![Decimal::ZERO; case.services.len()],
                    points: case.candidate_ixs().map(step).collect(),
                    services: case.service_ixs().map(|service| seen(case, service, 0)).collect(),
                });
            }
            Measure::Points | Measure::Cost | Measure::Spending(_) => return None,
        };
        if view.timing != case.timing || view.horizon() != case.horizon() || !moves_alike(case, view) {
            return None;
        }
        let weights = Weights::new(view);
        let with_points = !matches!(measure, Measure::Gain(_));
        let points = |it: &Candidate| if with_points { it.points } else { Decimal::ZERO };
        let services = view.service_ixs().map(|service| Some(seen(view, service, late(case, view, service)?)));
        Some(Self {
            offset,
            worths: view.service_ixs().map(|service| weights.of_service(view, service)).collect(),
            points: view.candidates.iter().map(points).collect(),
            services: services.collect::<Option<_>>()?,
        })
    }
}

/// How many years later than in the case everything comes that moves a service; `None` where that is not the same for all of it, where it comes
/// sooner, or after the horizon.
fn late(case: &Case, view: &Case, service: ServiceIx) -> Option<usize> {
    let moves = |at: &CandidateIx| case[*at].effects.iter().any(|effect| effect.service == service);
    let joint = case.relations.iter().filter_map(Relation::joint).filter(|joint| joint.service == service);
    let members = joint.flat_map(|joint| joint.members.iter().copied());
    let mut later = case.candidate_ixs().filter(moves).chain(members).map(|at| {
        let later = view[at].in_force(0).checked_sub(case[at].in_force(0))?;
        usize::try_from(later).ok().filter(|&later| later < case.horizon())
    });
    let first = later.next().unwrap_or(Some(0))?;
    later.all(|it| it == Some(first)).then_some(first)
}

fn seen(view: &Case, service: ServiceIx, late: usize) -> Seen {
    let mut effects = Vec::new();
    for candidate in &view.candidates {
        let own = candidate.effects.iter().filter(|effect| effect.service == service);
        effects.extend(own.map(|effect| effective_gain(view.risk, candidate, effect.control_gain)));
    }
    let joint = view.relations.iter().filter_map(Relation::joint).filter(|joint| joint.service == service);
    let synergies = joint.map(|joint| effective_synergy(view, joint.members, joint.control_gain)).collect();
    let (mut control, mut drift) = (view[service].control, view[service].drift);
    if late > 0 {
        // Looked at in an earlier year it has what is left in the last one.
        (control, drift) = (worn(&view[service], view.horizon().saturating_sub(1)), Decimal::ZERO);
    }
    Seen { late, control, drift, effects, synergies }
}

/// The case with services added, each a way in which one is seen.
struct Extended {
    case: Case,
    /// By service of the case as it was: the ways, and which service each is.
    ways: Vec<Vec<(Seen, usize)>>,
    /// By service: how many years late it is.
    late: Vec<usize>,
}

impl Extended {
    /// The case with what gains count in place of gains and chances.
    fn of(case: &Case) -> Self {
        let ways = case.service_ixs().map(|service| vec![(seen(case, service, 0), service.0)]).collect();
        let mut certain = case.clone();
        certain.risk = Risk::Full;
        for (it, own) in certain.candidates.iter_mut().zip(&case.candidates) {
            for effect in &mut it.effects {
                effect.control_gain = effective_gain(case.risk, own, effect.control_gain);
            }
        }
        for (it, own) in certain.relations.iter_mut().zip(&case.relations) {
            if let Some(joint) = own.joint() {
                it.control_gain = effective_synergy(case, joint.members, joint.control_gain);
            }
        }
        Self { case: certain, ways, late: vec![0; case.services.len()] }
    }

    /// What a world values.
    fn part(&self, world: &World) -> Part {
        let mut worths = vec![Decimal::ZERO; self.case.services.len()];
        for (service, (seen, worth)) in world.services.iter().zip(&world.worths).enumerate() {
            if let Some((_, at)) = self.ways[service].iter().find(|(way, _)| way == seen) {
                worths[*at] = *worth;
            }
        }
        Part { offset: world.offset, worths, points: world.points.clone() }
    }

    /// One more service, if none is seen so yet. No rule is about it, nor about its domain, in which nothing counts.
    fn see(&mut self, case: &Case, service: ServiceIx, seen: &Seen) {
        if self.ways[service.0].iter().any(|(way, _)| way == seen) {
            return;
        }
        let at = ServiceIx(self.case.services.len());
        let domain = Domain {
            id: format!("{}-{}", case[case[service].domain].id, at.0),
            weights: vec![Decimal::ZERO; case.ministries.len()],
            target: Decimal::ONE,
            floor: None,
            ..case[case[service].domain].clone()
        };
        self.case.domains.push(domain);
        self.case.services.push(Service {
            id: format!("{}-{}", case[service].id, at.0),
            domain: DomainIx(self.case.domains.len() - 1),
            weight: Decimal::ZERO,
            control: seen.control,
            drift: seen.drift,
            floor: None,
            takeover_floor: None,
            ..case[service].clone()
        });
        let mut gains = seen.effects.iter();
        for (it, own) in self.case.candidates.iter_mut().zip(&case.candidates) {
            for effect in own.effects.iter().filter(|effect| effect.service == service) {
                let control_gain = gains.next().copied().unwrap_or_default();
                it.effects.push(Effect { service: at, control_gain, ..effect.clone() });
            }
        }
        let joint = case.relations.iter().filter(|it| it.joint().is_some_and(|joint| joint.service == service));
        for (relation, &control_gain) in joint.zip(&seen.synergies) {
            self.case.relations.push(Relation { service: Some(at), control_gain, ..relation.clone() });
        }
        let holders = case.holders.iter().filter(|holder| holder.service == service);
        self.case.holders.extend(holders.map(|holder| Holder { service: at, ..holder.clone() }));
        self.ways[service.0].push((seen.clone(), at.0));
        self.late.push(seen.late);
    }
}
