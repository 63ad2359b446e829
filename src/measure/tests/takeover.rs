//! Takeovers: by hand, and against every set of holders and every set of targets.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use super::{d, text};
use crate::measure::takeover::{Aim, Coup, cheapest, fewest, worst};
use crate::measure::takeover_prices::{TakeoverPrices, is_dear};
use crate::model::{Case, ServiceIx};

const S: ServiceIx = ServiceIx(0);

fn held(quota: &str, holders: &str) -> Case {
    text(2028)
        .with("services", &format!("service,domain,control,quota\ns,d,0,{quota}"))
        .with("holders", &format!("service,holder,stake,bloc,price\n{holders}"))
        .case()
}

fn names(case: &Case, coup: Option<Coup>) -> (String, Option<Decimal>) {
    let Some(coup) = coup else { return ("none".to_owned(), None) };
    let names: Vec<&str> = coup.holders.iter().map(|&at| case.holders[at].holder.as_str()).collect();
    (names.join(" "), coup.price)
}

/// The worked example of the README.
#[test]
fn the_worked_example_by_hand() {
    let case = held("50", "s,we,20,home,\ns,a,30,,90\ns,b,25,,40\ns,c,15,,20\ns,e,10,,");
    let cheap = |control, aim| names(&case, cheapest(&case, (S, d(control), 0), aim).unwrap());
    let few = |control, aim| names(&case, fewest(&case, (S, d(control), 0), aim).unwrap()).0;
    // Of 80 listed votes a buyer needs more than 50: a and b have 55, a and c 45, b and c 40.
    assert_eq!(cheap("20", Aim::Control), ("a b".to_owned(), Some(d("130"))));
    assert_eq!(few("20", Aim::Control), "a b");
    // At 40 the others hold 60 of 100: more than 50 × 80/60 = 66.7 listed votes are needed; a, b and c have 70. Their stakes and prices
    // have fallen to three quarters.
    assert_eq!(cheap("40", Aim::Control), ("a b c".to_owned(), Some(d("112.5"))));
    // e is not for sale, and without it 70 are not enough once 50 × 80/56 = 71.4 are needed.
    assert_eq!(cheap("44", Aim::Control), ("none".to_owned(), None));
    assert_eq!(few("44", Aim::Control), "a b c e");
    assert_eq!(few("50", Aim::Control), "none", "more than half is left to nobody");
    // Half of the votes block: all the others together at 50, nobody above.
    assert_eq!(few("50", Aim::Blocking), "a b c e");
    assert_eq!(few("50.01", Aim::Blocking), "none");
    assert_eq!(few("100", Aim::Blocking), "none");
    // Two thirds to decide: a third blocks. At 20 that is 33.4 listed votes: b and c for 60, or a and c for 110.
    let case = held("66.666666666666", "s,we,20,home,\ns,a,30,,90\ns,b,25,,40\ns,c,15,,20\ns,e,10,,");
    let found = cheapest(&case, (S, d("20"), 0), Aim::Blocking).unwrap();
    assert_eq!(names(&case, found), ("b c".to_owned(), Some(d("60"))));
}

#[test]
fn every_set_of_holders_agrees() {
    let mut random = ChaCha8Rng::seed_from_u64(21);
    let mut taken = 0;
    for round in 0..200 {
        let many = random.random_range(1..9_usize);
        let rows: Vec<String> = (0..many)
            .map(|at| {
                let price =
                    if random.random_range(0..5) == 0 { String::new() } else { random.random_range(0..40).to_string() };
                format!("s,h{at},{}.{},,{price}", random.random_range(1..40), random.random_range(0..10))
            })
            .collect();
        let quota = ["50", "66.67", "33.3", "75"][round % 4];
        let case = held(quota, &rows.join("\n"));
        let control = Decimal::new(random.random_range(0..7_000), 2);
        for aim in [Aim::Control, Aim::Blocking] {
            let sum: Decimal = case.holders.iter().map(|it| it.stake).sum();
            let (mut price, mut least) = (None::<Decimal>, None::<u32>);
            for set in 0..1_u32 << many {
                let inside = || (0..many).filter(|at| set >> at & 1 == 1).map(|at| &case.holders[at]);
                let votes = inside().map(|it| it.stake).sum::<Decimal>() * (Decimal::ONE_HUNDRED - control);
                let enough = match aim {
                    Aim::Control => votes > d(quota) * sum,
                    Aim::Blocking => votes >= (Decimal::ONE_HUNDRED - d(quota)) * sum,
                };
                if !enough {
                    continue;
                }
                least = Some(least.unwrap_or(u32::MAX).min(set.count_ones()));
                if let Some(cost) = inside().map(|it| it.price).sum::<Option<Decimal>>() {
                    price = Some(price.unwrap_or(cost).min(cost));
                }
            }
            let at = (S, control, 0);
            let found = cheapest(&case, at, aim).unwrap();
            let now = price.map(|price| price * (Decimal::ONE_HUNDRED - control) / sum);
            let near = |one: Decimal, other: Decimal| (one - other).abs() < Decimal::new(1, 12);
            let is = found.as_ref().and_then(|coup| coup.price);
            assert!(is.zip(now).map_or(is == now, |(is, now)| near(is, now)), "round {round}: {is:?} {now:?}");
            let few = fewest(&case, at, aim).unwrap().map(|coup| u32::try_from(coup.holders.len()).unwrap());
            assert_eq!(few, least, "round {round}");
            taken += usize::from(found.is_some());
        }
    }
    assert!(taken > 50, "{taken}");
}

#[test]
fn every_set_of_targets_agrees() {
    let mut random = ChaCha8Rng::seed_from_u64(22);
    for round in 0..200 {
        let many = random.random_range(0..11_usize);
        let number = |random: &mut ChaCha8Rng| Decimal::new(random.random_range(0..500), 1);
        let targets: Vec<_> = (0..many).map(|_| (number(&mut random), number(&mut random))).collect();
        let budget = Decimal::new(random.random_range(0..2_000), 1);
        let sets = (0..1_u32 << many).map(|set| {
            let inside = || (0..many).filter(|at| set >> at & 1 == 1).map(|at| targets[at]);
            (inside().map(|it| it.0).sum::<Decimal>(), inside().map(|it| it.1).sum::<Decimal>())
        });
        let most = sets.filter(|(price, _)| *price <= budget).map(|(_, loss)| loss).max().unwrap();
        let found = worst(&targets, Some(budget));
        assert_eq!((found.loss, found.bound), (most, most), "round {round}");
        let price: Decimal = found.taken.iter().map(|&at| targets[at].0).sum();
        assert!(price == found.price && price <= budget, "round {round}");
        let all: Decimal = targets.iter().map(|it| it.1).sum();
        assert_eq!(worst(&targets, None).loss, all, "round {round}: money is no object");
    }
}

/// The sum of two prices of 28 digits has no room for the last ones, and no target may be lost for that.
#[test]
fn whoever_has_all_the_money_takes_everything_whatever_the_digits() {
    let prices = [d("39.430284857571214392803598201"), d("43.221589205397301349325337331")];
    let found = worst(&prices.map(|price| (price, d("37.5"))), None);
    assert_eq!((found.taken, found.loss, found.bound), (vec![0, 1], d("75.0"), d("75.0")));
}

/// The worked example of the README: of 80 listed votes more than `50 × 80 / (100 - c)` have to be bought.
#[test]
fn the_stretches_in_which_a_takeover_costs_enough_by_hand() {
    let case = held("50", "s,we,20,home,\ns,a,30,,90\ns,b,25,,40\ns,c,15,,20\ns,e,10,,");
    let prices = TakeoverPrices::of(&case, S).unwrap();
    let found = |least: &str, places| {
        let stretches = prices.stretches(d(least), places).unwrap();
        stretches.iter().map(|it| format!("{} {}", it.from, it.is_dear)).collect::<Vec<_>>().join(", ")
    };
    // b and c have 40, which is never enough. a and c have 45 for 110 below 100/9 = 11.1, a and b 55 for 130 below 27.3, all three 70 for
    // 150 below 42.9; from there on nobody sells enough. It costs 137.5 at 0, 122.2 and then 144.4 at 11.1, 118.2 and then 136.4 at 27.3,
    // 107.1 just below 42.9.
    assert_eq!(found("100", 2), "0 true");
    assert_eq!(prices.at(d("20")), Some(d("130")));
    assert_eq!(prices.at(d("42.85")).map(|it| it.round_dp(2)), Some(d("107.16")));
    assert_eq!(prices.at(d("42.86")), None);
    // 130 at least: with a and c up to 5.45, with a and b from 11.12 up to 20, with all three up to 30.66.
    assert_eq!(found("130", 2), "0 true, 5.46 false, 11.12 true, 20.01 false, 27.28 true, 30.67 false, 42.86 true");
    // Control in whole percents only.
    assert_eq!(found("130", 0), "0 true, 6 false, 12 true, 21 false, 28 true, 31 false, 43 true");
    assert_eq!(found("138", 2), "0 false, 11.12 true, 15.08 false, 42.86 true");
    assert_eq!(found("0.01", 2), "0 true");
}

#[test]
fn stretches_agree_with_the_price_at_every_hundredth() {
    let mut random = ChaCha8Rng::seed_from_u64(8);
    let mut turns = 0;
    for round in 0..60 {
        let rows: Vec<String> = (0..random.random_range(1..8_usize))
            .map(|at| {
                let price =
                    if random.random_range(0..5) == 0 { String::new() } else { random.random_range(0..40).to_string() };
                format!("s,h{at},{},,{price}", random.random_range(1..40))
            })
            .collect();
        let case = held(["50", "66.67", "33.3", "0"][round % 4], &rows.join("\n"));
        let prices = TakeoverPrices::of(&case, S).unwrap();
        let floor = Decimal::new(random.random_range(1..800), 1);
        let stretches = prices.stretches(floor, 2).unwrap();
        turns += stretches.len();
        for control in (0..=10_000).step_by(7).map(|it| Decimal::new(it, 2)) {
            let price = prices.at(control);
            let bought = cheapest(&case, (S, control, 0), Aim::Control).unwrap();
            assert_eq!(price, bought.and_then(|it| it.price).map(|it| it.normalize()), "{rows:?} at {control}");
            let dear = is_dear(&stretches, control);
            assert_eq!(dear, price.is_none_or(|it| it >= floor), "{rows:?} {floor} at {control}: {stretches:?}");
        }
    }
    assert!(turns > 100, "only {turns} stretches");
}
