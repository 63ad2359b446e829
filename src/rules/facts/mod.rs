//! What each cell of a case means for answers: how it stands in the canonical form, whether a portfolio depends on it, and when
//! an answer for one case says something about another.
//!
//! Here alone cases are hashed, compared, put in order or reused. `rows` says of each field, once, what it means; all that is
//! asked of two cases is told from that.

mod rows;
#[cfg(test)]
#[cfg(not(feature = "alone"))]
mod tests;

use std::fmt::Write as _;

use rows::Row;

use crate::model::{Aggregate, CandidateIx, Case, DomainIx, Limit, Relation, Risk, Scope, ServiceIx, Timing};
use crate::rules::bill::public_bill;
use crate::rules::fact::Fact;
use crate::rules::takeover_floor;

/// The rows of a table.
type Rows<'a> = Box<dyn ExactSizeIterator<Item = Row<'a>> + 'a>;

/// Where relations and limits stand among the tables: rows may be added behind them.
const RELATIONS: usize = 6;
const LIMITS: usize = 7;

/// All that counts in a case, in the order of the canonical form.
fn tables(case: &Case) -> [Rows<'_>; 9] {
    let Case {
        title: _,
        currency: _,
        unit: _,
        jurisdiction: _,
        first_year,
        last_year,
        risk,
        timing,
        aggregate,
        domains_at_target,
        // What it asks of each service stands in the services.
        takeover_floor: _,
        levels: _,
        ministries,
        rungs,
        domains,
        services,
        candidates,
        relations,
        limits,
        holders,
        // What they decide stands in the holders.
        owners: _,
        scenarios: _,
        unread_scenarios: _,
    } = case;
    let risk = match risk {
        Risk::Expected => "expected",
        Risk::Full => "full",
    };
    let timing = match timing {
        Timing::Final => "final",
        Timing::Average => "average",
    };
    let aggregate = (*aggregate == Aggregate::Weakest).then_some("weakest").map(Fact::word);
    let objective = [Fact::head("objective"), Fact::word(risk), Fact::word(timing)];
    let settings = [
        vec![Fact::head("horizon"), Fact::same(*first_year), Fact::same(*last_year)],
        objective.into_iter().chain(aggregate).collect(),
        vec![Fact::head("targets"), Fact::higher(*domains_at_target).of_view()],
    ];
    [
        Box::new(settings.into_iter()),
        Box::new(ministries.iter().map(rows::ministry)),
        Box::new(rungs.iter().map(rows::rung)),
        Box::new(domains.iter().map(|it| rows::domain(case, it))),
        Box::new(services.iter().enumerate().map(|(at, it)| rows::service(case, ServiceIx(at), it))),
        Box::new(candidates.iter().enumerate().map(|(at, it)| rows::candidate(case, CandidateIx(at), it))),
        Box::new(relations.iter().map(|it| rows::relation(case, it))),
        Box::new(limits.iter().map(|it| rows::limit(case, it))),
        Box::new(holders.iter().map(|it| rows::holder(case, it))),
    ]
}

/// The canonical form of a case, which everybody can write: what ties a proof to it. A line for each fact, each line a JSON
/// array of strings without spaces.
///
/// Only what the best portfolio depends on is in it: not titles, names, reasons, notes and sources, not scenarios. The form is
/// described in the README of the proofs; a second checker writes it from the same files.
pub(crate) fn canonical(case: &Case) -> String {
    let mut text = String::new();
    for row in tables(case).into_iter().flatten() {
        for line in row.chunk_by(|_, next| !next.is_head) {
            let words: Vec<_> = line.iter().filter_map(Fact::text).collect();
            let _ = writeln!(text, "{}", serde_json::Value::from(words));
        }
    }
    text
}

/// Whether two tables say what they should of each other, as far as both have rows.
fn agree<'a>(one: Rows<'a>, other: Rows<'a>, holds: impl Fn(&Fact<'a>, &Fact<'a>) -> bool) -> bool {
    one.zip(other).all(|(one, other)| one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| holds(a, b)))
}

/// Whether a case is no easier than another one.
///
/// So it is where every portfolio that it allows is allowed by the other, is worth at least as much there, and costs no
/// more: with less money, one more lock, one more rule, higher costs, smaller gains, or less success. Then nothing can be
/// better in it than the proven best of the other, and where the other has no portfolio it has none. Only what is certain
/// from the cells alone is said; no portfolio is looked at.
///
/// Where the level of the weakest domain comes first nothing is said: with less money the level may be lower, and the index higher.
pub fn is_no_easier(case: &Case, than: &Case) -> bool {
    let pairs = tables(case).into_iter().zip(tables(than));
    case.aggregate == Aggregate::Weighted
        && than.aggregate == Aggregate::Weighted
        && pairs.enumerate().all(|(table, (one, other))| match table {
            RELATIONS => no_looser_relations(case, than),
            LIMITS => one.len() >= other.len() && bills_alike(case, than) && agree(one, other, Fact::is_no_easier),
            _ => one.len() == other.len() && agree(one, other, Fact::is_no_easier),
        })
}

/// Whether at least the same is asked of candidates. More relations may stand behind those of the other.
fn no_looser_relations(case: &Case, than: &Case) -> bool {
    let (one, other) = (&case.relations, &than.relations);
    // Where a takeover has to cost enough less control may be enough where more is not.
    let adds_as_much = |one: &Relation, other: &Relation| {
        let is_asked = |service| takeover_floor::asked(than, service).is_some();
        one.control_gain == other.control_gain || !other.service.is_some_and(is_asked)
    };
    let adds = |relation: &Relation| relation.joint().is_some();
    let pairs = || one.iter().zip(other);
    one.len() >= other.len()
        && pairs().all(|(one, other)| one.is_no_looser(other) && adds_as_much(one, other))
        && !one.iter().skip(other.len()).any(adds)
}

/// Whether a limit means the same in both: bills that differ may keep it in a case and break it in the other.
fn bills_alike(case: &Case, than: &Case) -> bool {
    let bills = |case: &Case| case.candidates.iter().map(public_bill).collect::<Vec<_>>();
    than.limits.is_empty() || bills(case) == bills(than)
}

/// The case with the domain weights, voices and points of another; `None` if anything else differs that counts. Rules are
/// those of the case that the question is about, however a view sees its portfolios.
pub(crate) fn with_values_of(case: &Case, view: &Case) -> Option<Case> {
    let pairs = tables(case).into_iter().zip(tables(view));
    let alike = pairs
        .enumerate()
        .all(|(table, (one, other))| table == LIMITS || one.len() == other.len() && agree(one, other, Fact::acts_as));
    if !alike {
        return None;
    }
    let mut seen = case.clone();
    seen.domains.iter_mut().zip(&view.domains).for_each(|(domain, other)| domain.weights.clone_from(&other.weights));
    seen.ministries.iter_mut().zip(&view.ministries).for_each(|(ministry, other)| ministry.voice = other.voice);
    seen.candidates.iter_mut().zip(&view.candidates).for_each(|(candidate, other)| candidate.points = other.points);
    Some(seen)
}

/// Whether a portfolio moves the same services in both cases, whatever control is there before it, what each gain counts and when
/// it comes, and what is valued. What a case asks, and what things cost, plays no part.
pub(crate) fn moves_alike(case: &Case, view: &Case) -> bool {
    let lengths = |case: &Case| {
        let effects: Vec<usize> = case.candidates.iter().map(|it| it.effects.len()).collect();
        (effects, case.ministries.len(), case.domains.len(), case.services.len(), case.relations.len())
    };
    if lengths(case) != lengths(view) {
        return false;
    }
    let mut seen = view.clone();
    (seen.risk, seen.aggregate, seen.domains_at_target) = (case.risk, case.aggregate, case.domains_at_target);
    seen.levels.clone_from(&case.levels);
    seen.takeover_floor.clone_from(&case.takeover_floor);
    for (it, own) in seen.ministries.iter_mut().zip(&case.ministries) {
        (it.voice, it.carry_over) = (own.voice, own.carry_over);
        it.budget.clone_from(&own.budget);
    }
    for (it, own) in seen.domains.iter_mut().zip(&case.domains) {
        (it.target, it.floor) = (own.target, own.floor);
        it.weights.clone_from(&own.weights);
    }
    for (it, own) in seen.services.iter_mut().zip(&case.services) {
        (it.weight, it.control, it.drift, it.floor) = (own.weight, own.control, own.drift, own.floor);
        it.takeover_floor = own.takeover_floor;
    }
    for (it, own) in seen.candidates.iter_mut().zip(&case.candidates) {
        it.costs.clone_from(&own.costs);
        it.shares.clone_from(&own.shares);
        (it.cofinance, it.start_from, it.start_to) = (own.cofinance, own.start_from, own.start_to);
        (it.success, it.points, it.status, it.lead_time) = (own.success, own.points, own.status, own.lead_time);
        let effects = it.effects.iter_mut().zip(&own.effects);
        effects.for_each(|(it, own)| it.control_gain = own.control_gain);
    }
    for (it, own) in seen.relations.iter_mut().zip(&case.relations) {
        it.control_gain = own.control_gain;
    }
    let pairs = tables(case).into_iter().zip(tables(&seen)).enumerate();
    pairs
        .filter(|(table, _)| *table != LIMITS)
        .all(|(_, (one, other))| one.len() == other.len() && agree(one, other, Fact::acts_as))
}

/// In how many rows and settings that count a case differs from another one.
pub(crate) fn distance(case: &Case, from: &Case) -> usize {
    let differing = |(one, other): (Rows, Rows)| {
        let more = one.len().abs_diff(other.len());
        let same =
            |one: &Row, other: &Row| one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.reads_as(b));
        more + one.zip(other).filter(|(one, other)| !same(one, other)).count()
    };
    tables(case).into_iter().zip(tables(from)).map(differing).sum()
}

/// Where the rows of a case stand after they were put in another order: the new position, by the old one.
pub(crate) struct Moves<'a> {
    pub domains: &'a dyn Fn(usize) -> usize,
    pub services: &'a dyn Fn(usize) -> usize,
    pub candidates: &'a dyn Fn(usize) -> usize,
}

/// Lets everything that names a domain, a service or a candidate by its position name the new one. The rows themselves
/// stay where they stand; ministries, rungs and years do not move.
pub(crate) fn move_positions(case: &mut Case, moves: &Moves) {
    let domain = |it: &mut DomainIx| it.0 = (moves.domains)(it.0);
    let service = |it: &mut ServiceIx| it.0 = (moves.services)(it.0);
    for it in &mut case.services {
        domain(&mut it.domain);
        it.depends_on.iter_mut().for_each(service);
    }
    for candidate in &mut case.candidates {
        domain(&mut candidate.domain);
        candidate.effects.iter_mut().for_each(|it| service(&mut it.service));
    }
    for relation in &mut case.relations {
        relation.members.iter_mut().for_each(|CandidateIx(it)| *it = (moves.candidates)(*it));
        relation.service.iter_mut().for_each(service);
    }
    for limit in &mut case.limits {
        if let Scope::Domain(it) = &mut limit.scope {
            domain(it);
        }
    }
    case.holders.iter_mut().for_each(|it| service(&mut it.service));
}

/// All that a relation says, for putting relations in order.
pub(crate) fn relation_key(relation: &Relation) -> impl Ord + use<> {
    let Relation { kind, members, count, service, control_gain, row: _ } = relation;
    (*kind, members.clone(), *count, *service, *control_gain)
}

/// All that a limit says, for putting limits in order.
pub(crate) fn limit_key(limit: &Limit) -> impl Ord + use<> {
    let Limit { scope, min, max, row: _ } = limit;
    (scope.clone(), *min, *max)
}
