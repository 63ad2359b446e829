//! Shares: who pays how much of a bill, in whole percents that lie in their ranges and add up to 100.

use super::kind::prelude::*;
use super::measured::PickResult;
use crate::messages::list;
use crate::model::ShareRange;

pub(super) struct Shares(pub CandidateIx);

impl Kind for Shares {
    fn nature(&self) -> Nature {
        Nature::fact("shares", 1)
    }

    fn describe(&self, case: &Case) -> String {
        let ranges = case.ministry_ixs().zip(&case[self.0].shares).filter(|(_, range)| **range != ShareRange::ANY);
        let says = ranges.map(|(payer, &ShareRange { min, max })| {
            let payer = ministry(case, payer);
            if min == max {
                say!("told-pays-share", ministry = payer, percent = min)
            } else {
                say!("told-pays-shares", ministry = payer, least = min, most = max)
            }
        });
        let (ranges, name) = (says.collect::<Vec<_>>(), name(case, self.0));
        if ranges.is_empty() {
            say!("told-shares-bill-name", name = name)
        } else {
            say!("told-shares-bill-name-must", name = name, list = list(&ranges))
        }
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        let column = case.ministries.first().map_or_else(String::new, |it| format!("share_{}", it.id));
        (format!("shares_{}", case[self.0].id), cell_of(case, self.0, &column))
    }

    fn check(&self, case: &Case, findings: &mut Findings) {
        let candidate = &case[self.0];
        let (least, most) = sums(&candidate.shares);
        if (least..=most).contains(&100) || case.ministries.is_empty() {
            return;
        }
        let (sum, fix) = if least > 100 {
            (say!("candidates-at-least-least", least = least), say!("candidates-lower-smallest-shares-until"))
        } else {
            (say!("candidates-at-most-most", most = most), say!("candidates-raise-largest-shares-until"))
        };
        let message = say!("candidates-shares-id-cannot", id = candidate.name, sum = sum);
        findings.error("shares-not-100", self.stands(case).1, message, fix);
    }

    fn give_up(&self, case: &mut Case) {
        case.candidates[self.0.0].shares.fill(ShareRange::ANY);
    }
}

/// The slack is what could move from one ministry to another, in percent; broken, it is how far the sum is from 100, or how
/// far a share is out of its range where that is more.
pub(super) fn judge(case: &Case, pick: &PickResult) -> Verdict {
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
fn movable(pick: &PickResult, ranges: &[ShareRange]) -> i64 {
    let rooms = || pick.shares.iter().zip(ranges).enumerate();
    let moves = rooms().flat_map(|(from, (&share, range))| {
        let give = share.saturating_sub(range.min);
        rooms()
            .filter(move |(to, _)| *to != from)
            .map(move |(_, (&share, range))| give.min(range.max.saturating_sub(share)))
    });
    moves.max().unwrap_or(0).into()
}

/// The least and the most that all pay together.
pub(crate) fn sums(ranges: &[ShareRange]) -> (u32, u32) {
    let sum = |end: fn(&ShareRange) -> u8| ranges.iter().map(|range| u32::from(end(range))).sum();
    (sum(|range| range.min), sum(|range| range.max))
}

/// The shares that some split to 100 really has: each range narrowed to what the others leave. None when no split is
/// possible.
pub(crate) fn possible(ranges: &[ShareRange]) -> Option<Vec<ShareRange>> {
    let (least, most) = sums(ranges);
    if !(least..=most).contains(&100) || ranges.iter().any(|range| range.min > range.max) {
        return None;
    }
    let narrowed = |&ShareRange { min, max }: &ShareRange| {
        let left = |others: u32| u8::try_from(100_u32.saturating_sub(others)).unwrap_or(100);
        let (others_most, others_least) = (most - u32::from(max), least - u32::from(min));
        ShareRange { min: min.max(left(others_most)), max: max.min(left(others_least)) }
    };
    Some(ranges.iter().map(narrowed).collect())
}

/// A range is no wider where it lies in the other.
pub(super) fn facts(range: ShareRange) -> [Fact<'static>; 2] {
    Fact::range(range.min, range.max).map(Fact::of_view)
}
