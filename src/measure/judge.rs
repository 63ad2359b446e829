//! Judges a portfolio by every rule of its case.

use rust_decimal::Decimal;

use super::{Evaluation, PickResult, Rule, Verdict};
use crate::model::exact::{count, percent_of, sum};
use crate::model::schema::Unit;
use crate::model::{Amount, CandidateIx, Case, MinistryIx, Money, Portfolio, Scope, ServiceIx, Status, Year};
use crate::rules::{Starts, of_the_whole};

/// What the rules are judged by.
pub(super) struct Facts<'a> {
    case: &'a Case,
    portfolio: &'a Portfolio,
    evaluation: &'a Evaluation,
    /// The earliest start of each candidate that is chosen.
    starts: Starts,
}

impl<'a> Facts<'a> {
    /// The facts of a portfolio that was measured already.
    pub(super) fn new(case: &'a Case, portfolio: &'a Portfolio, evaluation: &'a Evaluation) -> Self {
        let mut starts: Vec<Option<Year>> = vec![None; case.candidates.len()];
        for pick in &evaluation.picks {
            let start = &mut starts[pick.candidate.0];
            *start = Some(start.map_or(pick.start, |earlier| earlier.min(pick.start)));
        }
        Self { case, portfolio, evaluation, starts: Starts(starts) }
    }
}

/// The verdict on every rule: of each pick, of locks, of budgets, and of the whole.
pub(super) fn verdicts(facts: &Facts) -> Vec<Verdict> {
    let mut verdicts = picked_wrongly(facts);
    for pick in &facts.evaluation.picks {
        verdicts.push(start(facts.case, pick));
        verdicts.push(shares(facts.case, pick));
    }
    verdicts.extend(locks(facts));
    verdicts.extend(budgets(facts));
    verdicts.extend(of_the_whole(facts.case).into_iter().filter_map(|rule| of_rule(facts, rule)));
    verdicts
}

/// Candidates that are picked more than once, or that the case does not have. Only these are reported: of all others
/// there is nothing to say.
fn picked_wrongly(facts: &Facts) -> Vec<Verdict> {
    let picks = facts.portfolio.picks();
    let wrong = picks.chunk_by(|a, b| a.candidate == b.candidate).filter_map(|same| {
        let candidate = same.first()?.candidate;
        let allowed = usize::from(candidate.0 < facts.case.candidates.len());
        let verdict = Verdict::at_most(Rule::Known(candidate), count(same.len()), count(allowed), Unit::None);
        (!verdict.holds).then_some(verdict)
    });
    wrong.collect()
}

/// `t` lies in the window. The slack is the distance to its nearer end, in years.
fn start(case: &Case, pick: &PickResult) -> Verdict {
    let starts = case[pick.candidate].starts(case.first_year, case.last_year);
    let years = |from: Year, to: Year| Decimal::from(i64::from(to) - i64::from(from));
    let (after, before) = (years(*starts.start(), pick.start), years(pick.start, *starts.end()));
    let bound = if after < before { *starts.start() } else { *starts.end() };
    let rule = Rule::Start(pick.candidate);
    Verdict::by_slack(rule, Decimal::from(pick.start), Decimal::from(bound), after.min(before), Unit::Years)
}

/// Shares lie in their ranges and add up to 100. The slack is what could move from one ministry to another, in percent;
/// broken, it is how far the sum is from 100, or how far a share is out of its range where that is more.
fn shares(case: &Case, pick: &PickResult) -> Verdict {
    let ranges = &case[pick.candidate].shares;
    let whole: i64 = pick.shares.iter().map(|&share| i64::from(share)).sum();
    let outside =
        pick.shares.iter().zip(ranges).map(|(&share, range)| {
            i64::from(range.min.saturating_sub(share)) + i64::from(share.saturating_sub(range.max))
        });
    let wrong = (whole - 100).abs().max(outside.max().unwrap_or(0));
    let rule = Rule::Shares(pick.candidate);
    let slack = if wrong > 0 { -wrong } else { movable(pick, ranges) };
    let verdict = Verdict::by_slack(rule, whole.into(), Decimal::ONE_HUNDRED, slack.into(), Unit::Percent);
    Verdict { binds: verdict.binds && case.ministries.len() > 1, ..verdict }
}

/// The most percent that one ministry could take over from another.
fn movable(pick: &PickResult, ranges: &[crate::model::ShareRange]) -> i64 {
    let rooms = || pick.shares.iter().zip(ranges).enumerate();
    let moves = rooms().flat_map(|(from, (&share, range))| {
        let give = share.saturating_sub(range.min);
        rooms()
            .filter(move |(to, _)| *to != from)
            .map(move |(_, (&share, range))| give.min(range.max.saturating_sub(share)))
    });
    moves.max().unwrap_or(0).into()
}

fn locks(facts: &Facts) -> Vec<Verdict> {
    let lock = |candidate: CandidateIx| {
        let chosen = count(usize::from(facts.starts.of(candidate).is_some()));
        match facts.case[candidate].status {
            Status::Free => None,
            Status::LockedIn => Some(Verdict::at_least(Rule::LockedIn(candidate), chosen, Decimal::ONE, Unit::None)),
            Status::LockedOut => Some(Verdict::at_most(Rule::LockedOut(candidate), chosen, Decimal::ZERO, Unit::None)),
        }
    };
    facts.case.candidate_ixs().filter_map(lock).collect()
}

/// `spent ≤ available` for each ministry and year.
fn budgets(facts: &Facts) -> Vec<Verdict> {
    let of = |(m, years): (usize, &Vec<super::YearSpending>)| {
        let verdict = |row: &super::YearSpending| {
            let rule = Rule::Budget { ministry: MinistryIx(m), year: row.year };
            Verdict::at_most(rule, row.spent, row.available(), Unit::Money)
        };
        years.iter().map(verdict).collect::<Vec<_>>()
    };
    facts.evaluation.spending.iter().enumerate().flat_map(of).collect()
}

fn of_rule(facts: &Facts, rule: Rule) -> Option<Verdict> {
    match rule {
        Rule::Relation(at) => facts.case.relations.get(at)?.judge(rule, &facts.starts),
        Rule::LimitMin(at) => {
            let limit = facts.case.limits.get(at)?;
            let bound = amount(limit.min?, facts.evaluation.cost);
            Some(Verdict::at_least(rule, spent(facts, &limit.scope), bound, Unit::Money))
        }
        Rule::LimitMax(at) => {
            let limit = facts.case.limits.get(at)?;
            let bound = amount(limit.max?, facts.evaluation.cost);
            Some(Verdict::at_most(rule, spent(facts, &limit.scope), bound, Unit::Money))
        }
        Rule::Floor(service) => floor(facts, rule, service),
        Rule::DomainsAtTarget => {
            let reached = facts.evaluation.domains.iter().filter(|domain| domain.at_target).count();
            Some(Verdict::at_least(rule, count(reached), count(facts.case.domains_at_target), Unit::None))
        }
        _ => None,
    }
}

/// What a bound is in money; a percentage is of all public spending.
fn amount(amount: Amount, all: Money) -> Money {
    match amount {
        Amount::Money(money) => money,
        Amount::Percent(percent) => percent_of(all, percent),
    }
}

/// What the public spends on what a limit is about.
fn spent(facts: &Facts, scope: &Scope) -> Money {
    let (case, picks) = (facts.case, &facts.evaluation.picks);
    if let Scope::Ministry(MinistryIx(m)) = scope {
        return sum(picks.iter().map(|pick| pick.paid.get(*m).copied().unwrap_or_default()));
    }
    sum(picks.iter().filter(|pick| scope.concerns(&case[pick.candidate])).map(|pick| pick.bill))
}

/// Power at the end is at least the floor's.
fn floor(facts: &Facts, rule: Rule, service: ServiceIx) -> Option<Verdict> {
    let floor = facts.case.rungs.get(facts.case[service].floor?.0)?;
    Some(Verdict::at_least(rule, facts.evaluation.services[service.0].power_after, floor.power, Unit::Fraction))
}
