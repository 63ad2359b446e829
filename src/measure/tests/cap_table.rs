//! Power from cap tables: by hand, as published, and coalition by coalition.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use super::{d, ds, measured, text};
use crate::measure::cap_table::{Fraction, PowerStep, Unknown, rounded, steps};
use crate::measure::ladder::{in_reach, ladder, reached};
use crate::model::{PowerRule, ServiceIx};

const BOTH: [PowerRule; 2] = [PowerRule::Banzhaf, PowerRule::Shapley];

/// The power of a stake.
fn power(steps: &[PowerStep], stake: Fraction) -> Fraction {
    let enough = |step: &&PowerStep| if step.above { stake > step.stake } else { stake >= step.stake };
    steps.iter().rev().find(enough).map_or_else(Fraction::default, |step| step.power)
}

/// Both indices of somebody with these votes of all, where more than the quota wins, as a sum over the coalitions.
fn published(own: &str, others: &str, quota: &str, banzhaf: (i128, i128), shapley: (i128, i128)) {
    let all: Decimal = d(own) + ds(others).iter().sum::<Decimal>();
    let hundred = Decimal::ONE_HUNDRED;
    // Votes as stakes out of 100: what is held is told in fractions, so that nothing is rounded.
    let stake = Fraction::new((d(own) * hundred).mantissa(), all.mantissa() * 10_i128.pow((d(own) * hundred).scale()));
    let quota = d(quota) * hundred / all;
    for (rule, (over, under)) in BOTH.into_iter().zip([banzhaf, shapley]) {
        let steps = steps(rule, quota, &ds(others)).unwrap();
        assert_eq!(power(&steps, stake), Fraction::new(over, under), "{own} beside {others}, {rule:?}");
    }
}

#[test]
fn published_powers_come_out() {
    // Three shareholders, more than half.
    published("50", "49 1", "50", (3, 4), (2, 3));
    published("49", "50 1", "50", (1, 4), (1, 6));
    published("1", "50 49", "50", (1, 4), (1, 6));
    // Three shareholders, more than 67.
    published("50", "30 20", "67", (3, 4), (2, 3));
    published("30", "50 20", "67", (1, 4), (1, 6));
    // The Council of the EEC in 1958: 12 of 17 votes, which is more than 11.5.
    published("4", "4 4 2 2 1", "11.5", (10, 32), (7, 30));
    published("2", "4 4 4 2 1", "11.5", (6, 32), (3, 20));
    published("1", "4 4 4 2 2", "11.5", (0, 1), (0, 1));
    // The Security Council: 39 votes of 45, which is more than 38.5. 848 swings in 2 ^ 14 coalitions of the others.
    published("7", "7 7 7 7 1 1 1 1 1 1 1 1 1 1", "38.5", (848, 16384), (421, 2145));
    published("1", "7 7 7 7 7 1 1 1 1 1 1 1 1 1", "38.5", (84, 16384), (4, 2145));
}

/// The worked example of the README: three others with 40, 30 and 10 of the votes beside a bloc with 20.
#[test]
fn the_worked_example_by_hand() {
    let told = |rule: PowerRule| -> Vec<String> {
        let steps = steps(rule, d("50"), &ds("40 30 10")).unwrap();
        let sign = |step: &PowerStep| if step.above { ">" } else { "≥" };
        steps.iter().map(|step| format!("{}{} {}", sign(step), step.stake, step.power)).collect()
    };
    let from = [">0", "≥20", ">20", "≥300/7", ">300/7", "≥50", ">50"];
    let should =
        |powers: [&str; 7]| from.iter().zip(powers).map(|(from, it)| format!("{from} {it}")).collect::<Vec<_>>();
    assert_eq!(told(PowerRule::Banzhaf), should(["1/4", "3/8", "1/2", "5/8", "3/4", "7/8", "1"]));
    assert_eq!(told(PowerRule::Shapley), should(["1/6", "1/4", "1/3", "5/12", "1/2", "3/4", "1"]));
}

/// Every coalition by itself, straight from the definition: everybody's votes in percent of all.
pub(super) fn by_coalition(rule: PowerRule, quota: Fraction, own: Fraction, others: &[Fraction]) -> Fraction {
    let factorial = |number: usize| (1..=number).map(|it| i128::try_from(it).unwrap()).product::<i128>();
    let others: Vec<Fraction> = others.iter().copied().filter(|it| *it > Fraction::from(0)).collect();
    let mut power = Fraction::default();
    for coalition in 0..1_u32 << others.len() {
        let inside = || others.iter().enumerate().filter(|(at, _)| coalition >> at & 1 == 1).map(|(_, it)| *it);
        let (size, votes) = (inside().count(), inside().sum::<Fraction>());
        if votes <= quota && votes + own > quota {
            power += match rule {
                PowerRule::Shapley => {
                    Fraction::new(factorial(size) * factorial(others.len() - size), factorial(others.len() + 1))
                }
                _ => Fraction::new(1, 1 << others.len()),
            };
        }
    }
    power
}

/// The same where the others hold what the stake leaves, in proportion to these votes.
fn beside(rule: PowerRule, quota: Fraction, others: &[i128], stake: Fraction) -> Fraction {
    let all: i128 = others.iter().sum();
    let left: Vec<_> = others.iter().map(|votes| (Fraction::from(100) - stake) * Fraction::new(*votes, all)).collect();
    by_coalition(rule, quota, stake, &left)
}

/// At every step, a hair below and above it, and at stakes of chance: 80 tables of up to six others.
#[test]
fn random_tables_agree_with_every_coalition_by_itself() {
    let mut chance = ChaCha8Rng::seed_from_u64(18);
    for _ in 0..80 {
        let many = chance.random_range(1..=6);
        let others: Vec<i128> = (0..many).map(|_| chance.random_range(1..=12)).collect();
        let stakes: Vec<Decimal> = others.iter().map(|&it| Decimal::from_i128_with_scale(it, 1)).collect();
        let quota: i128 = [0, 33, 50, 66, 75, 99][chance.random_range(0..6)];
        for rule in BOTH {
            let of_table = |rule, stakes: &[Decimal]| steps(rule, Decimal::from_i128_with_scale(quota, 0), stakes);
            let steps = of_table(rule, &stakes).unwrap();
            let hair = Fraction::new(1, 1_000_000);
            let (least, most) = (Fraction::from(0), Fraction::from(100));
            let near = steps.iter().flat_map(|it| [it.stake - hair, it.stake, it.stake + hair]);
            let anywhere: Vec<Fraction> = (0..5).map(|_| Fraction::from(chance.random_range(0..=100))).collect();
            for stake in near.chain(anywhere).filter(|it| (least..=most).contains(it)) {
                let should = beside(rule, Fraction::from(quota), &others, stake);
                assert_eq!(power(&steps, stake), should, "{rule:?}, {others:?}, more than {quota}, stake {stake}");
            }
            // It never falls, and who has everything decides alone.
            assert!(steps.windows(2).all(|pair| pair[0].power < pair[1].power));
            assert_eq!(power(&steps, most), Fraction::from(1));
            // The order of the rows plays no part.
            let mut turned = stakes.clone();
            turned.reverse();
            assert_eq!(of_table(rule, &turned), Ok(steps));
        }
    }
}

#[test]
fn tables_that_give_no_power_say_why() {
    let of = |quota: &str, others: &str| steps(PowerRule::Shapley, d(quota), &ds(others));
    assert_eq!(of("50", ""), Err(Unknown::NoOthers));
    assert_eq!(of("50", &"4 ".repeat(25)), Err(Unknown::TooMany(25)));
    assert_eq!(of("101", "40 60"), Err(Unknown::NoPercent));
    assert_eq!(of("50", "-1 60"), Err(Unknown::NoPercent));
    let doubled: Vec<String> = (0..16).map(|at| format!("{} ", Decimal::new(1 << at, 4))).collect();
    assert_eq!(of("50", &doubled.concat()), Err(Unknown::TooFine));
    assert_eq!(of("100", "40 60"), Ok(Vec::new()));
    assert!(of("50", &"4 ".repeat(24)).is_ok());
}

#[test]
fn halves_are_rounded_to_even() {
    let half = |over: i128| rounded(Fraction::new(over, 2_000_000_000_000));
    assert_eq!([1, 3, 5].map(half), [d("0"), d("0.000000000002"), d("0.000000000002")]);
    assert_eq!(rounded(Fraction::new(2, 3)), d("0.666666666667"));
    assert_eq!(rounded(Fraction::from(1)), d("1"));
}

/// Three others with a third each of the rest. Alone each has too little; any two of them have two thirds of the rest.
#[test]
fn a_service_stands_on_the_steps_of_its_own_table() {
    let case = text(2027)
        .set("[[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.6")
        .with("services", "service,domain,control,power\ns,d,10,banzhaf\nt,d,10,")
        .with("holders", "service,holder,stake,bloc\ns,we,10,home\ns,x,30,\ns,y,30,\ns,z,30,")
        .with("candidates", "candidate,domain,start_from\na,d,2027\nb,d,2027\nc,d,2027")
        .with("effects", "candidate,service,control_gain,grants\na,s,15,\nb,s,15.5,\nc,s,0,seat")
        .case();
    // Two others have (100 - c) 2/3 of the votes: from 25 on no more than half, so that the bloc is decisive beside them.
    // One has (100 - c) / 3: more than 25 is needed to win with it. With more than half the bloc wins alone; from 50 on
    // the three together have no more than half.
    let at = |case: &crate::model::Case| -> Vec<(Decimal, Decimal)> {
        ladder(case, ServiceIx(0)).iter().map(|step| (step.at_least, step.power)).collect()
    };
    assert_eq!(at(&case), [(d("25"), d("0.375")), (d("25.1"), d("0.75")), (d("50"), d("0.875")), (d("50.1"), d("1"))]);
    let stands = |picks: &str| {
        let gives = measured(&case, picks);
        let it = &gives.services[0];
        (it.control_after, it.power_before, it.power_after, it.rung_after)
    };
    assert_eq!(stands(""), (d("10"), d("0"), d("0"), None));
    assert_eq!(stands("a 2027 100"), (d("25"), d("0"), d("0.375"), None));
    assert_eq!(stands("b 2027 100"), (d("25.5"), d("0"), d("0.75"), None));
    // A right of 0.6 beside a power of 0.375, and beside one of 0.75.
    assert_eq!(stands("a 2027 100, c 2027 100"), (d("25"), d("0"), d("0.6"), None));
    assert_eq!(stands("b 2027 100, c 2027 100"), (d("25.5"), d("0"), d("0.75"), None));
    assert_eq!(measured(&case, "").services[1].power_after, d("0.6"), "the other one is on the ladder");
    // No portfolio stands anywhere between 25.5 and 40.5.
    let near: Vec<_> = in_reach(&case, ServiceIx(0), 0, 0).iter().map(|step| step.at_least).collect();
    assert_eq!(near, [d("25"), d("25.1")]);
    assert_eq!(reached(&ladder(&case, ServiceIx(0)), d("25.05")).map(|step| step.power), Some(d("0.375")));
}

/// With 50 beside one and two thirds of the rest: with the smaller one the country has exactly two thirds.
#[test]
fn two_thirds_are_enough_where_two_thirds_are_asked() {
    let at_half = |quota: &str| power(&steps(PowerRule::Banzhaf, d(quota), &ds("1 2")).unwrap(), Fraction::from(50));
    assert_eq!(at_half("66.666666666666"), Fraction::new(3, 4));
    assert_eq!(at_half("66.666666666667"), Fraction::new(1, 2));
}

/// What 24 others of 3.75 % each have is counted, not listed: 16 777 216 coalitions with 25 different sums.
#[test]
fn as_many_holders_as_may_be() {
    let alike = steps(PowerRule::Banzhaf, d("50"), &vec![d("3.75"); 24]).unwrap();
    assert_eq!(alike.last().map(|step| step.power), Some(Fraction::from(1)));
    assert!(alike.len() <= 25);
}

/// Whether a resolution passes with these votes for and against, where two thirds of the votes that are cast are needed if less than
/// half of all are there, and more than half of them otherwise.
fn passes(all: u32, yes: u32, no: u32) -> bool {
    let cast = yes + no;
    if 2 * cast < all { 3 * yes >= 2 * cast && yes > 0 } else { 2 * yes > cast }
}

/// Whoever wins whatever the others do has an ordinary majority: the higher bar binds only a meeting to which they do not come.
#[test]
fn two_thirds_where_few_come_is_an_ordinary_majority() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for _ in 0..60 {
        let stakes: Vec<u32> = (0..rng.random_range(2..=5)).map(|_| rng.random_range(1..=40)).collect();
        let (all, count) = (stakes.iter().sum(), stakes.len());
        let votes = |of: u32| -> u32 { (0..count).filter(|at| of & (1 << at) != 0).map(|at| stakes[at]).sum() };
        for coalition in 0..1_u32 << count {
            let others = !coalition & ((1 << count) - 1);
            // Each of the others stays away or is against.
            let wins = (0..1 << count)
                .filter(|come| come & !others == 0)
                .all(|come| passes(all, votes(coalition), votes(come)));
            assert_eq!(wins, 2 * votes(coalition) > all, "{stakes:?}, {coalition:b}");
        }
    }
}
