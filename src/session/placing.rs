//! Where a pick fits: the year and the split of the bill in which it breaks nothing that is kept without it.

use rust_decimal::Decimal;

use super::user_portfolio::UserPick;
use crate::measure::evaluate;
use crate::model::{CandidateIx, Case, Pick, Portfolio, ShareRange};
use crate::rules::{Rule, Verdict};

/// A pick where it does least harm.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its year and its split.
    pub pick: UserPick,
    /// The rules that it breaks all the same, or breaks further.
    pub breaks: Vec<Rule>,
}

/// Portfolios that are measured for it, at most, in a case of a few candidates and in one of many.
const TRIES: (usize, usize) = (20, 400);

/// The rules that a pick breaks beside others, or breaks further.
fn breaks(case: &Case, others: &Portfolio, candidate: CandidateIx) -> impl Fn(&UserPick) -> Vec<Rule> {
    let new = beyond(case, others);
    move |pick| {
        let mut picks: Vec<Pick> = others.picks().iter().filter(|it| it.candidate != candidate).cloned().collect();
        picks.push(Pick { candidate, start: pick.start, shares: pick.shares.clone() });
        new(&Portfolio::new(picks))
    }
}

/// The rules that a portfolio breaks, or breaks further, where another one does not.
fn beyond(case: &Case, before: &Portfolio) -> impl Fn(&Portfolio) -> Vec<Rule> {
    let known: Vec<(Rule, Decimal)> = evaluate(case, before).broken().map(|it| (it.rule, it.slack)).collect();
    move |after| {
        let new =
            |verdict: &&Verdict| !known.iter().any(|(rule, slack)| *rule == verdict.rule && *slack <= verdict.slack);
        evaluate(case, after).broken().filter(new).map(|it| it.rule).collect()
    }
}

/// The rules that a portfolio breaks, or breaks further, and the one before it did not.
pub fn newly_broken(case: &Case, before: &Portfolio, after: &Portfolio) -> Vec<Rule> {
    beyond(case, before)(after)
}

/// A pick where it is wished for, whatever it breaks there.
pub fn as_wished(case: &Case, others: &Portfolio, candidate: CandidateIx, wish: UserPick) -> Placed {
    Placed { breaks: breaks(case, others, candidate)(&wish), pick: wish }
}

/// Finds where a candidate fits beside the other picks of a portfolio. What is wished for comes first, then every year with the
/// usual split, then other splits.
#[allow(clippy::needless_pass_by_value, reason = "as the other way to place a pick")]
pub fn place(case: &Case, others: &Portfolio, candidate: CandidateIx, wish: UserPick) -> Placed {
    let tries = (100_000 / case.candidates.len().max(1)).clamp(TRIES.0, TRIES.1);
    let breaks = breaks(case, others, candidate);
    let mut best = Placed { breaks: breaks(&wish), pick: wish.clone() };
    let it = &case[candidate];
    let starts: Vec<_> = it.starts(case.first_year, case.last_year).collect();
    let splits = splits(&it.shares, &wish.shares);
    let options = splits.iter().flat_map(|split| starts.iter().map(move |&start| (start, split)));
    for (start, shares) in options.take(tries) {
        if best.breaks.is_empty() {
            break;
        }
        let pick = UserPick { start, shares: shares.clone() };
        let broken = breaks(&pick);
        if broken.len() < best.breaks.len() {
            best = Placed { pick, breaks: broken };
        }
    }
    best
}

/// The splits that are tried: that which is wished for, the usual one, those in which one ministry pays as much as it may and the
/// others the rest, and of two ministries those in steps of ten percent.
fn splits(ranges: &[ShareRange], wish: &[u8]) -> Vec<Vec<u8>> {
    let mut splits = vec![wish.to_vec(), ShareRange::even_split(ranges)];
    for at in 0..ranges.len() {
        let all_of = |(it, range): (usize, &ShareRange)| {
            if it == at { ShareRange { min: range.max, max: range.max } } else { *range }
        };
        splits.push(ShareRange::even_split(&ranges.iter().enumerate().map(all_of).collect::<Vec<_>>()));
    }
    if let [one, _] = ranges {
        splits.extend((one.min..=one.max).filter(|share| share % 10 == 0).map(|share| vec![share, 100 - share]));
    }
    let fits = |split: &Vec<u8>| {
        let within = split.iter().zip(ranges).all(|(share, range)| (range.min..=range.max).contains(share));
        within && split.len() == ranges.len() && split.iter().map(|&it| u32::from(it)).sum::<u32>() == 100
    };
    let mut seen = std::collections::HashSet::new();
    splits.retain(|split| fits(split) && seen.insert(split.clone()));
    splits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::compile::compile;

    #[test]
    fn a_pick_goes_where_there_is_money_and_else_says_what_it_breaks() {
        let mut book = crate::store::tutorial();
        let case = compile(&book).case;
        let (none, cable) = (Portfolio::default(), case.candidate_by_id("own-cable").unwrap());
        let wish = super::super::UserPortfolio::usual(&case, &case[cable]);
        let placed = place(&case, &none, cable, wish.clone());
        assert_eq!(placed.breaks, vec![], "{placed:?}");
        let pick = Pick { candidate: cable, start: placed.pick.start, shares: placed.pick.shares };
        let broken = |portfolio: &Portfolio| evaluate(&case, portfolio).broken().count();
        assert_eq!(broken(&Portfolio::new(vec![pick])), broken(&none));
        book.put_file("budgets.csv", "ministry,year,amount\n");
        let case = compile(&book).case;
        let placed = place(&case, &none, cable, wish);
        assert!(matches!(placed.breaks.as_slice(), [Rule::Budget { .. }, ..]), "{placed:?}");
    }
    #[test]
    fn a_pick_that_goes_says_what_breaks_without_it_and_nothing_that_was_broken_before() {
        let mut book = crate::store::tutorial();
        book.put_file(
            "relations.csv",
            "kind,members,count\nrequires,own-cable cloud-build,\nat_least,host-share cloud-build,1\n",
        );
        let case = compile(&book).case;
        let pick = |id: &str| {
            let candidate = case.candidate_by_id(id).unwrap();
            let usual = super::super::UserPortfolio::usual(&case, &case[candidate]);
            Pick { candidate, start: usual.start, shares: usual.shares }
        };
        let without = |before: &[&str], after: &[&str]| {
            let of = |ids: &[&str]| Portfolio::new(ids.iter().map(|id| pick(id)).collect());
            newly_broken(&case, &of(before), &of(after)).iter().filter(|it| matches!(it, Rule::Relation { .. })).count()
        };
        assert_eq!(without(&["own-cable", "cloud-build"], &["own-cable"]), 2);
        assert_eq!(without(&["own-cable", "cloud-build"], &["cloud-build"]), 0);
        assert_eq!(without(&["own-cable"], &[]), 0, "at least one was missing before");
    }
}
