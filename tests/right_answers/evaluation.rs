//! The evaluator in decimals against the referee in whole numbers, on portfolios that keep the rules and on broken ones.

use crate::made_up::{held, small};
use beslismacht::measure::evaluate;
use beslismacht::model::{CandidateIx, Case, Pick, Portfolio};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use crate::right_answers::referee::{Referee, Starts};

/// Starts and shares at random: mostly inside their windows and ranges, sometimes not.
fn random(case: &Case, random: &mut ChaCha8Rng) -> (Starts, Vec<Vec<i128>>) {
    let mut starts = Vec::new();
    let mut shares = Vec::new();
    for candidate in &case.candidates {
        let years = candidate.starts(case.first_year, case.last_year);
        let start = match random.random_range(0..10) {
            0..6 => None,
            6 => Some(random.random_range(case.first_year..=case.last_year)),
            _ if years.is_empty() => None,
            _ => Some(random.random_range(years)),
        };
        starts.push(start);
        if start.is_some() {
            let mut left = 100;
            let mut split = Vec::new();
            for (m, range) in candidate.shares.iter().enumerate() {
                let last = m + 1 == candidate.shares.len();
                let share = if last { left } else { random.random_range(range.min..=range.max).min(left) };
                left -= share;
                split.push(i128::from(share));
            }
            if random.random_ratio(1, 20) {
                split[0] = random.random_range(0..=100);
            }
            shares.push(split);
        }
    }
    (starts, shares)
}

fn portfolio(starts: &Starts, shares: &[Vec<i128>]) -> Portfolio {
    let chosen = starts.iter().enumerate().filter_map(|(at, start)| Some((CandidateIx(at), (*start)?)));
    let picks = chosen.zip(shares).map(|((candidate, start), shares)| Pick {
        candidate,
        start,
        shares: shares.iter().map(|&share| u8::try_from(share).unwrap()).collect(),
    });
    Portfolio::new(picks.collect())
}

#[test]
fn the_evaluator_agrees_with_the_referee_on_thousands_of_portfolios() {
    let nearly = Decimal::new(1, 20);
    let (mut kept, mut all) = (0, 0);
    for seed in 0..700 {
        let text = if seed < 600 { small(seed) } else { held(small(seed), seed) };
        let case = crate::right_answers::case(&text);
        let referee = Referee::new(&case);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        for _ in 0..20 {
            let (starts, shares) = random(&case, &mut chance);
            let result = evaluate(&case, &portfolio(&starts, &shares));
            let objective = referee.objective(&starts);
            assert!((result.objective - objective).abs() < nearly, "seed {seed}: {starts:?}: {objective} {result:#?}");
            let keeps = referee.keeps_all(&starts, &shares);
            assert_eq!(result.keeps_all_rules(), keeps, "seed {seed}: {starts:?} {shares:?} {:#?}", result.verdicts);
            kept += usize::from(keeps);
            all += 1;
        }
    }
    // Both sides of the comparison must occur often.
    assert!((all / 10..=all * 9 / 10).contains(&kept), "{kept} of {all} portfolios keep all rules");
}

#[test]
fn what_the_referee_finds_best_keeps_all_rules_of_the_evaluator() {
    let nearly = Decimal::new(1, 20);
    let mut possible = 0;
    for seed in 0..400 {
        let case = crate::right_answers::case(&small(seed));
        let Some(best) = Referee::new(&case).best() else { continue };
        possible += 1;
        let result = evaluate(&case, &portfolio(&best.starts, &best.shares));
        assert!(result.keeps_all_rules(), "seed {seed}: {best:?} {:#?}", result.broken().collect::<Vec<_>>());
        assert!(result.objective > best.objective - Decimal::new(1, 6) - nearly, "seed {seed}");
        assert_eq!(result.cost, best.bill, "seed {seed}");
    }
    assert!((200..=390).contains(&possible), "{possible} of 400 cases are possible");
}
