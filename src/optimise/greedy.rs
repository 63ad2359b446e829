//! A portfolio to start from, found without a solver: what gives most control for its money, as long as no rule breaks.

use rust_decimal::Decimal;

use super::formulation::possible_shares;
use crate::measure::{Evaluation, Measures, Rule, bill};
use crate::model::{CandidateIx, Case, Pick, Portfolio, RelationKind, ShareRange, Status, Year};

/// A portfolio that never spends more than the budgets allow.
///
/// Candidates are taken in the order of weighted control for each unit of money, locked-in ones first, each with what
/// it requires, at the first start and split that breaks no rule that was not broken before. Rules that ask for
/// something (floors, targets, least counts) may stay broken: the caller looks.
pub(crate) fn greedy(case: &Case) -> Portfolio {
    let measures = Measures::new(case);
    let mut portfolio = Portfolio::default();
    let mut now = measures.evaluate(case, &portfolio);
    for candidate in order(case, &measures) {
        let mut group = Vec::new();
        with_needs(case, candidate, &mut group);
        group.retain(|&member| !portfolio.contains(member));
        if group.is_empty() {
            continue;
        }
        let mut trial = (portfolio.clone(), now.clone());
        if group.iter().all(|&member| add(case, &measures, member, &mut trial)) && is_no_worse(case, &now, &trial.1) {
            (portfolio, now) = trial;
        }
    }
    portfolio
}

/// More rules kept, or no less objective.
fn is_no_worse(case: &Case, before: &Evaluation, after: &Evaluation) -> bool {
    let broken = |evaluation: &Evaluation| evaluation.broken().count();
    case.candidates.is_empty() || broken(after) < broken(before) || after.objective >= before.objective
}

/// Locked-in candidates first, then by value for money; the id decides between equals.
fn order(case: &Case, measures: &Measures) -> Vec<CandidateIx> {
    let mut order: Vec<(bool, Decimal, &str, CandidateIx)> = case
        .candidate_ixs()
        .filter(|&candidate| case[candidate].status != Status::LockedOut)
        .map(|candidate| {
            let facts = &case[candidate];
            let effects: Decimal = measures
                .moves(candidate)
                .iter()
                .map(|moved| {
                    let granted = moved.grants.and_then(|rung| case.rungs.get(rung.0)).map(|rung| rung.at_least);
                    let control = moved.gain.max(granted.unwrap_or_default());
                    measures.weights().of_service(case, moved.service) * control / Decimal::ONE_HUNDRED
                })
                .sum();
            let money = bill::total(measures.bill(candidate)).max(Decimal::new(1, 3));
            (facts.status != Status::LockedIn, -(effects + facts.points) / money, facts.id.as_str(), candidate)
        })
        .collect();
    order.sort();
    order.into_iter().map(|(_, _, _, candidate)| candidate).collect()
}

/// The candidate after all that it needs, directly or not.
fn with_needs(case: &Case, candidate: CandidateIx, group: &mut Vec<CandidateIx>) {
    if group.contains(&candidate) {
        return;
    }
    group.push(candidate);
    let at = group.len() - 1;
    for relation in &case.relations {
        if let RelationKind::Requires { candidate: it, needs } = &relation.kind
            && *it == candidate
        {
            for &needed in needs {
                with_needs(case, needed, group);
            }
        }
    }
    group[at..].rotate_left(1);
}

/// Puts a candidate in at the first start and split that breaks nothing new.
fn add(case: &Case, measures: &Measures, candidate: CandidateIx, trial: &mut (Portfolio, Evaluation)) -> bool {
    let facts = &case[candidate];
    let Some(ranges) = possible_shares(&facts.shares) else { return false };
    let splits = splits(&ranges);
    let starts: Vec<Year> = facts.starts(case.first_year, case.last_year).collect();
    for start in starts {
        for shares in &splits {
            let mut portfolio = trial.0.clone();
            portfolio.insert(Pick { candidate, start, shares: shares.clone() });
            let evaluation = measures.evaluate(case, &portfolio);
            let breaks_new = evaluation.broken().any(|verdict| {
                let before = trial.1.verdicts.iter().find(|before| before.rule == verdict.rule);
                let was_broken = before.is_some_and(|before| !before.holds && before.slack <= verdict.slack);
                matches!(verdict.rule, Rule::Budget { .. }) || !was_broken
            });
            if !breaks_new {
                *trial = (portfolio, evaluation);
                return true;
            }
        }
    }
    false
}

/// A few splits: as even as can be, and as much as can be to each ministry in turn.
pub(crate) fn splits(ranges: &[ShareRange]) -> Vec<Vec<u8>> {
    let mut splits = vec![even(ranges)];
    for favoured in 0..ranges.len() {
        let mut shares: Vec<u8> = ranges.iter().map(|range| range.min).collect();
        let mut left = 100_u8.saturating_sub(shares.iter().sum());
        for at in std::iter::once(favoured).chain(0..ranges.len()) {
            let more = (ranges[at].max - shares[at]).min(left);
            shares[at] += more;
            left -= more;
        }
        if !splits.contains(&shares) {
            splits.push(shares);
        }
    }
    splits
}

/// The split that is as even as the ranges allow: one percent at a time to whoever pays least.
fn even(ranges: &[ShareRange]) -> Vec<u8> {
    let mut shares: Vec<u8> = ranges.iter().map(|range| range.min).collect();
    let mut left = 100_u8.saturating_sub(shares.iter().sum());
    while left > 0 {
        let open = (0..ranges.len()).filter(|&at| shares[at] < ranges[at].max);
        let Some(at) = open.min_by_key(|&at| shares[at]) else { break };
        shares[at] += 1;
        left -= 1;
    }
    shares
}
