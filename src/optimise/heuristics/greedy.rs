//! A portfolio to start from, found without a solver: what gives most control for its money, as long as no rule breaks.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::measure::{Evaluation, Measures, Rule, bill};
use crate::model::{Amount, CandidateIx, Case, Pick, Portfolio, ShareRange, Status, Year};
use crate::optimise::work;
use crate::rules::{limit, share};

/// A portfolio that never spends more than the budgets allow.
///
/// Candidates are taken in the order of weighted control for each unit of money, locked-in ones first, each with what
/// it requires, at the first start and split that breaks no rule that was not broken before. Limits in percent are let
/// be at first, for the first pick is always all of the spending; picks that break them, and candidates that repair a
/// rule, are tried afterwards. Rules may still be broken in the end: the caller looks.
///
/// `tick` is asked after each candidate whether to stop: then the portfolio is what it is so far.
pub(crate) fn greedy(case: &Case, tick: &mut dyn FnMut() -> bool) -> Portfolio {
    let measures = Measures::new(case);
    let empty = Portfolio::default();
    let mut search = Search {
        case,
        measures: &measures,
        now: measures.evaluate(case, &empty),
        portfolio: empty,
        needs: needs(case),
    };
    let order = order(case, &measures);
    for &candidate in &order {
        if tick() {
            return search.portfolio;
        }
        search.try_to_add(candidate, tick, |before, after| after >= before);
    }
    for _ in 0..REPAIRS {
        let before = search.standing();
        for &candidate in &order {
            if tick() {
                return search.portfolio;
            }
            search.try_to_add(candidate, tick, |before, after| after > before);
        }
        for &candidate in order.iter().rev() {
            if tick() {
                return search.portfolio;
            }
            search.try_to_remove(candidate);
        }
        if search.standing() <= before {
            break;
        }
    }
    search.portfolio
}

/// How often the whole list is gone through to repair rules.
const REPAIRS: usize = 3;

struct Search<'a> {
    case: &'a Case,
    measures: &'a Measures,
    portfolio: Portfolio,
    now: Evaluation,
    needs: Vec<Vec<CandidateIx>>,
}

/// How good a portfolio is: first fewer broken rules, then the objective.
type Standing = (std::cmp::Reverse<usize>, Decimal);

impl Search<'_> {
    fn standing(&self) -> Standing {
        self.standing_of(&self.now)
    }

    fn standing_of(&self, evaluation: &Evaluation) -> Standing {
        let broken = evaluation.broken().filter(|verdict| !is_percentage(self.case, verdict.rule)).count();
        (std::cmp::Reverse(broken), evaluation.objective)
    }

    /// Puts a candidate in with all that it needs, if every one finds a place and the outcome is accepted.
    fn try_to_add(
        &mut self,
        candidate: CandidateIx,
        tick: &mut dyn FnMut() -> bool,
        accepts: impl Fn(Standing, Standing) -> bool,
    ) {
        let mut group = with_needs(&self.needs, candidate);
        group.retain(|&member| !self.portfolio.contains(member));
        if group.is_empty() {
            return;
        }
        let mut trial = (self.portfolio.clone(), self.now.clone());
        let placed = group.iter().all(|&member| !tick() && add(self.case, self.measures, member, &mut trial));
        if placed && accepts(self.standing(), self.standing_of(&trial.1)) {
            (self.portfolio, self.now) = trial;
        }
    }

    /// Takes a candidate out if fewer rules are broken without it, limits in percent included.
    fn try_to_remove(&mut self, candidate: CandidateIx) {
        if self.now.keeps_all_rules() || !self.portfolio.contains(candidate) {
            return;
        }
        let mut portfolio = self.portfolio.clone();
        portfolio.remove(candidate);
        let evaluation = self.measures.evaluate(self.case, &portfolio);
        if evaluation.broken().count() < self.now.broken().count() {
            (self.portfolio, self.now) = (portfolio, evaluation);
        }
    }
}

/// Whether a rule is a limit in percent of all spending.
fn is_percentage(case: &Case, rule: Rule) -> bool {
    limit::bounds(case).any(|bound| bound.of.rule() == rule && matches!(bound.amount, Amount::Percent(_)))
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
                    measures.weights.of_service(case, moved.service) * control / Decimal::ONE_HUNDRED
                })
                .sum();
            let money = bill::total(measures.bill(candidate)).max(Decimal::new(1, 3));
            (facts.status != Status::LockedIn, -(effects + facts.points) / money, facts.order_id(), candidate)
        })
        .collect();
    order.sort();
    order.into_iter().map(|(_, _, _, candidate)| candidate).collect()
}

/// By candidate: what it requires, in the order of the rules.
fn needs(case: &Case) -> Vec<Vec<CandidateIx>> {
    let mut all = vec![Vec::new(); case.candidates.len()];
    for relation in &case.relations {
        for (candidate, need) in relation.needs() {
            if let Some(own) = all.get_mut(candidate.0) {
                own.push(need);
            }
        }
    }
    all
}

/// The candidate after all that it needs, directly or not.
///
/// Without recursion: chains can be as long as the table of candidates.
fn with_needs(needs: &[Vec<CandidateIx>], candidate: CandidateIx) -> Vec<CandidateIx> {
    let mut group = Vec::new();
    let mut seen = BTreeSet::from([candidate]);
    // A candidate, and how many of its needs were looked at.
    let mut waiting = vec![(candidate, 0)];
    while let Some((at, looked)) = waiting.last_mut() {
        let Some(&needed) = needs.get(at.0).and_then(|own| own.get(*looked)) else {
            group.push(*at);
            waiting.pop();
            continue;
        };
        *looked += 1;
        if seen.insert(needed) {
            waiting.push((needed, 0));
        }
    }
    group
}

/// Puts a candidate in at the first start and split that breaks nothing new.
fn add(case: &Case, measures: &Measures, candidate: CandidateIx, trial: &mut (Portfolio, Evaluation)) -> bool {
    let facts = &case[candidate];
    let Some(ranges) = share::possible(&facts.shares) else { return false };
    let splits = splits(&ranges);
    let starts: Vec<Year> = facts.starts(case.first_year, case.last_year).collect();
    for start in starts {
        for shares in &splits {
            let mut portfolio = trial.0.clone();
            portfolio.insert(Pick { candidate, start, shares: shares.clone() });
            work::done(case.candidates.len() * 3000);
            let evaluation = measures.evaluate(case, &portfolio);
            let breaks_new = evaluation.broken().any(|verdict| {
                let before = trial.1.verdicts.iter().find(|before| before.rule == verdict.rule);
                let was_broken = before.is_some_and(|before| !before.holds && before.slack <= verdict.slack);
                matches!(verdict.rule, Rule::Budget { .. }) || !(was_broken || is_percentage(case, verdict.rule))
            });
            if !breaks_new {
                *trial = (portfolio, evaluation);
                return true;
            }
        }
    }
    false
}

/// This many ministries are favoured in turn: of a great many all splits would be tried for ever.
const FAVOURED: usize = 32;

/// A few splits: as even as can be, and as much as can be to each ministry in turn.
pub(crate) fn splits(ranges: &[ShareRange]) -> Vec<Vec<u8>> {
    let mut splits = vec![ShareRange::even_split(ranges)];
    for favoured in 0..ranges.len().min(FAVOURED) {
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
