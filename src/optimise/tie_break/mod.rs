//! The fixed choice among portfolios that are equally good and equally cheap.
//!
//! What decides, in this order: the gain, the bill, the fewest picks, the ids, the earliest starts, the easiest splits.
//! The solver settles gain and bill. A pick that can be left out without a lower objective, a higher bill or a broken rule
//! is left out: planners must not be told to do what does nothing. The last id is tried first, so that of two that do
//! the same the first id stays. Then the plan is made anew from these candidates alone, so that where the search began plays
//! no part in it. The same candidates often can start in other years, or share their bills in other
//! ways. Planners are shown the earliest starts, and the splits that are easiest to say: whole tens before whole fives
//! before the rest, near to even before one-sided. Candidates are settled in the order of their ids, so that the order
//! of the rows plays no part. All of this is one step at a time: what only two changes together would better stays.

mod plan;

use crate::model::order::InOrder as _;
use rust_decimal::Decimal;

use super::certificate::Certified;
use super::no_good::NoGood;
use super::work;
use crate::measure::bill::paid;
use crate::measure::budget::over_the_years;
use crate::measure::power::standing;
use crate::measure::purchases::bought;
use crate::measure::{Evaluation, Measures, Moved};
use crate::model::candidate::holds;
use crate::model::{CandidateIx, Case, Money, Pick, Portfolio, Risk, ShareRange, Status, Timing, Year};
use crate::rules::share;
use plan::replanned;

/// How many splits are tried for a candidate and a start.
const SPLITS: usize = 6;

/// What sums of decimals may differ by when they are added up in another order; whether a rule is kept is seen exactly.
const HAIR: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// How often all candidates are gone through.
const ROUNDS: usize = 2;

/// The canonical portfolio with no lower objective and no higher bill, none of those that are left out.
///
/// `tick` is asked after each candidate whether to stop: then the portfolio is what it is so far, as good and as cheap.
pub(super) fn break_ties(
    case: &Case,
    left_out: &[NoGood],
    from: Certified,
    tick: &mut dyn FnMut() -> bool,
) -> Certified {
    let choice = Choice { case, left_out, measures: Measures::new(case) };
    let mut now = choice.fewest(from, tick);
    if let Some(planned) = replanned(case, left_out, &now.portfolio, tick) {
        now = choice.as_good(&now, planned).unwrap_or(now);
    }
    // What one candidate leaves free may be what another one waits for: a second round settles most of that.
    for _ in 0..ROUNDS {
        let mut changed = false;
        for candidate in choice.by_id(&now.portfolio) {
            let Some(better) = choice.settled(&now, candidate, tick) else { continue };
            (now, changed) = (better, true);
        }
        if !changed || tick() {
            break;
        }
        now = choice.fewest(now, tick);
    }
    now
}

/// The portfolio without picks that do nothing, which is all that a search that was stopped is given.
pub(super) fn fewest(case: &Case, left_out: &[NoGood], from: Certified, tick: &mut dyn FnMut() -> bool) -> Certified {
    Choice { case, left_out, measures: Measures::new(case) }.fewest(from, tick)
}

struct Choice<'a> {
    case: &'a Case,
    left_out: &'a [NoGood],
    measures: Measures,
}

impl Choice<'_> {
    /// The candidates of a portfolio in the order of their ids.
    fn by_id(&self, portfolio: &Portfolio) -> Vec<CandidateIx> {
        let mut order: Vec<_> = portfolio.picks().iter().map(|pick| pick.candidate).collect();
        order.order_by(|&a, &b| self.case[a].order_id().cmp(self.case[b].order_id()));
        order
    }

    /// The portfolio, measured, if it may take the place of the present one.
    fn as_good(&self, now: &Certified, portfolio: Portfolio) -> Option<Certified> {
        work::done(self.case.candidates.len() * 3000);
        let evaluation = self.measures.evaluate(self.case, &portfolio);
        let same = evaluation.objective >= now.evaluation.objective && evaluation.cost <= now.evaluation.cost;
        let allowed = same && evaluation.keeps_all_rules();
        let allowed = allowed && !self.left_out.iter().any(|no_good| no_good.cuts(&portfolio));
        allowed.then_some(Certified { portfolio, evaluation })
    }

    /// Leaves out one pick after the other, until every one that is left does something.
    fn fewest(&self, from: Certified, tick: &mut dyn FnMut() -> bool) -> Certified {
        let mut now = from;
        loop {
            let before = now.portfolio.picks().len();
            for candidate in self.by_id(&now.portfolio).into_iter().rev() {
                if self.case[candidate].status == Status::LockedIn || self.is_missed(&now, candidate) {
                    continue;
                }
                if tick() {
                    return now;
                }
                let mut portfolio = now.portfolio.clone();
                portfolio.remove(candidate);
                if let Some(fewer) = self.as_good(&now, portfolio) {
                    now = fewer;
                }
            }
            if now.portfolio.picks().len() == before {
                return now;
            }
        }
    }

    /// Whether the objective is surely lower without a pick: seen by the services that it moves, which is far cheaper than
    /// measuring everything. Nothing that is left out can raise another service, nor add points.
    fn is_missed(&self, now: &Certified, candidate: CandidateIx) -> bool {
        let case = self.case;
        let ends_in_force = |pick: &Pick| case[pick.candidate].in_force(pick.start) <= case.last_year;
        let Some(pick) = now.portfolio.pick(candidate) else { return false };
        if case.timing != Timing::Final || case[candidate].points < Decimal::ZERO || !ends_in_force(pick) {
            return false;
        }
        // Points of its own count whatever the others do.
        if case[candidate].points > Decimal::ZERO
            && (case.risk == Risk::Full || case[candidate].success > Decimal::ZERO)
        {
            return true;
        }
        let others = || now.portfolio.picks().iter().filter(|pick| pick.candidate != candidate);
        let works = |moved: &&Moved| holds(moved.lasts, case[candidate].in_force(pick.start), case.last_year);
        self.measures.moves(candidate).iter().filter(works).any(|moved| {
            let service = &now.evaluation.services[moved.service.0];
            let grants = |pick: &Pick| {
                self.measures.moves(pick.candidate).iter().any(|it| it.service == moved.service && it.grants.is_some())
            };
            // At 100 % nobody knows how much more there would be, and a granted rung may hold what control does not.
            if service.control_after >= Decimal::ONE_HUNDRED
                || self.measures.weights.of_service(case, moved.service).is_zero()
                || others().any(grants)
            {
                return false;
            }
            let shared = self.measures.synergies.iter().filter(|synergy| {
                let has = |member: &CandidateIx| now.portfolio.pick(*member).is_some_and(ends_in_force);
                synergy.service == moved.service
                    && synergy.members.contains(&candidate)
                    && synergy.members.iter().all(has)
            });
            let control = service.control_after - moved.gain - shared.map(|synergy| synergy.gain).sum::<Decimal>();
            let named = bought(case, moved.service, &now.evaluation.picks, case.last_year) & !moved.bought;
            let last = case.horizon().saturating_sub(1);
            let ladder = self.measures.ladder_after(case, moved.service, last, named);
            standing(case, ladder, control, None).power < service.power_after
        })
    }

    /// The portfolio with this candidate at its most wanted start and split; `None` if it is there already.
    fn settled(&self, now: &Certified, candidate: CandidateIx, tick: &mut dyn FnMut() -> bool) -> Option<Certified> {
        let pick = now.portfolio.pick(candidate)?;
        trials(self.case, pick).into_iter().take_while(|_| !tick()).find_map(|trial| {
            if !can_pay(self.case, &self.measures, &now.evaluation, pick, &trial) {
                return None;
            }
            let mut portfolio = now.portfolio.clone();
            portfolio.insert(trial);
            self.as_good(now, portfolio)
        })
    }
}

/// Whether every ministry can still pay in every year when a pick takes the place of another: what most trials fail on,
/// and far cheaper to see than everything that a portfolio gives.
fn can_pay(case: &Case, measures: &Measures, now: &Evaluation, pick: &Pick, trial: &Pick) -> bool {
    let bill = measures.bill(pick.candidate);
    let share = |pick: &Pick, ministry: usize| pick.shares.get(ministry).copied().unwrap_or(0);
    case.ministries.iter().zip(&now.spending).enumerate().all(|(at, (ministry, years))| {
        let (before, after) = (share(pick, at), share(trial, at));
        if before == after && pick.start == trial.start {
            return true;
        }
        let mut spent: Vec<Money> = years.iter().map(|year| year.spent).collect();
        for (start, share, sign) in [(pick.start, before, Decimal::NEGATIVE_ONE), (trial.start, after, Decimal::ONE)] {
            for (after, &bill) in bill.iter().enumerate() {
                let year = Year::try_from(after).ok().and_then(|after| start.checked_add(after));
                let Some(spent) = year.and_then(|year| case.year_ix(year)).and_then(|year| spent.get_mut(year)) else {
                    continue;
                };
                *spent += sign * paid(bill, share);
            }
        }
        over_the_years(ministry, case.first_year, &spent).iter().all(|year| year.left() >= -HAIR)
    })
}

/// The picks to try for a candidate that are better than the one it has, the most wanted first: an earlier start with
/// a split that is as easy to say or easier, or the same start with one that is easier.
fn trials(case: &Case, pick: &Pick) -> Vec<Pick> {
    let facts = &case[pick.candidate];
    let starts = facts.starts(case.first_year, case.last_year).take_while(|&start| start <= pick.start);
    let splits = share::possible(&facts.shares)
        .map_or_else(|| vec![pick.shares.clone()], |ranges| splits(&ranges, &pick.shares));
    let with = |start: Year, shares: &Vec<u8>| Pick { candidate: pick.candidate, start, shares: shares.clone() };
    let all = starts.flat_map(|start| splits.iter().map(move |shares| with(start, shares)));
    all.take_while(|trial| trial != pick).collect()
}

/// Splits of two payers in the order of how easily they are said, down to the present one, and the present one; of more
/// or fewer payers only the present one.
fn splits(ranges: &[ShareRange], present: &[u8]) -> Vec<Vec<u8>> {
    let free: Vec<usize> = (0..ranges.len()).filter(|&at| ranges[at].min < ranges[at].max).collect();
    let &[first, second] = free.as_slice() else { return vec![present.to_vec()] };
    let both = present[first] + present[second];
    let fits = |share: &u8| both >= *share && ranges[second].contains(both - *share);
    let mut all: Vec<u8> = (ranges[first].min..=ranges[first].max).filter(fits).collect();
    all.order_by_key(|&share| {
        let roundness = if share % 10 == 0 { 0 } else { 1 + u8::from(share % 5 != 0) };
        (roundness, (2 * i16::from(share) - i16::from(both)).abs(), share)
    });
    let make = |share: u8| {
        let mut split = present.to_vec();
        (split[first], split[second]) = (share, both - share);
        split
    };
    let mut splits: Vec<Vec<u8>> = all.into_iter().take_while(|&share| share != present[first]).map(make).collect();
    splits.truncate(SPLITS);
    splits.push(present.to_vec());
    splits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::evaluate;
    use crate::optimise::testing::{random_case, random_portfolio, rng};

    #[test]
    fn whole_tens_near_to_even_come_first() {
        let range = |min, max| ShareRange { min, max };
        let splits = splits(&[range(20, 60), range(40, 80)], &[37, 63]);
        assert_eq!(splits[..3], [vec![50, 50], vec![40, 60], vec![60, 40]]);
        assert_eq!(splits.last(), Some(&vec![37, 63]));
        // Nothing is easier to say than the first, so that nothing else is tried.
        assert_eq!(super::splits(&[range(20, 60), range(40, 80)], &[50, 50]), [vec![50, 50]]);
        assert_eq!(super::splits(&[range(30, 30), range(70, 70)], &[30, 70]), [vec![30, 70]]);
    }

    /// The canonical portfolio keeps all rules, gives as much for as little with no other candidates and no later starts,
    /// and nothing that is left in it can be left out.
    #[test]
    fn nothing_is_lost() {
        let (mut moved, mut fewer) = (0, 0);
        for seed in 0..200 {
            let case = random_case(seed, 6, 0);
            let portfolio = random_portfolio(&mut rng(seed), &case);
            let evaluation = evaluate(&case, &portfolio);
            if !evaluation.keeps_all_rules() {
                continue;
            }
            let from = Certified { portfolio, evaluation };
            let to = break_ties(&case, &[], from.clone(), &mut || false);
            assert!(to.evaluation.keeps_all_rules());
            assert!(to.evaluation.objective >= from.evaluation.objective);
            assert!(to.evaluation.cost <= from.evaluation.cost);
            for after in to.portfolio.picks() {
                let before = from.portfolio.pick(after.candidate).unwrap();
                assert!(after.start <= before.start);
                let mut without = to.portfolio.clone();
                without.remove(after.candidate);
                let less = evaluate(&case, &without);
                let as_good = less.objective >= to.evaluation.objective && less.cost <= to.evaluation.cost;
                assert!(!(as_good && less.keeps_all_rules()), "seed {seed}");
            }
            fewer += usize::from(to.portfolio.picks().len() < from.portfolio.picks().len());
            moved += usize::from(to.portfolio != from.portfolio);
        }
        assert!(fewer > 20, "only {fewer} portfolios became smaller");
        assert!(moved > 20, "only {moved} portfolios were moved");
    }
}
