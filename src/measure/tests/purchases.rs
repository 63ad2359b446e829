//! Purchases by name: by hand, and against every coalition by itself.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use super::cap_table::by_coalition;
use super::{d, measured, text};
use crate::measure::cap_table::{Fraction, rounded};
use crate::measure::purchases::{bought, left, purchases, steps_after};
use crate::model::{Case, ServiceIx};

/// The worked example of the README.
fn by_hand(rule: &str) -> Case {
    text(2028)
        .with("services", &format!("service,domain,control,power\ns,d,20,{rule}"))
        .with("holders", "service,holder,stake,bloc\ns,we,20,home\ns,a,40,\ns,b,30,\ns,c,10,")
        .with("candidates", "candidate,domain,start_from\nx,d,2027\ny,d,2027\nz,d,2027\nw,d,2027")
        .with("effects", "candidate,service,control_gain,buys_from\nx,s,10,a\ny,s,10,\nz,s,10,b\nw,s,10,c")
        .case()
}

#[test]
fn the_worked_example_by_hand() {
    let case = by_hand("banzhaf");
    let power = |picks: &str| {
        let it = measured(&case, picks);
        (it.services[0].control_after, it.services[0].power_after)
    };
    assert_eq!(power(""), (d("20"), d("0.375")));
    // 30 beside 40 · 70/80 = 35, 26.25 and 8.75.
    assert_eq!(power("y 2027 100"), (d("30"), d("0.5")));
    // 30 beside 30, 30 and 10: decisive beside a, b, a and c, b and c; beside c it has 40, and a and b have 60 without it.
    assert_eq!(power("x 2027 100"), (d("30"), d("0.5")));
    // 30 beside 40, 20 and 10: decisive beside a, a and c, b and c; beside b it has 50, which is not more than half.
    assert_eq!(power("z 2027 100"), (d("30"), d("0.375")));
    // 30 beside 40 and 30, the third holder is gone: decisive beside one of them.
    assert_eq!(power("w 2027 100"), (d("30"), d("0.5")));
    // 40 beside 30 and 30.
    assert_eq!(power("x 2027 100, w 2027 100"), (d("40"), d("0.5")));
    assert_eq!(measured(&by_hand("shapley"), "w 2027 100").services[0].power_after, d("0.333333333333"));
}

/// What goes beyond what a holder has comes from all alike, and drift went to all alike before.
#[test]
fn what_a_holder_does_not_have_comes_from_all_alike() {
    let mut case = by_hand("banzhaf");
    let votes = |case: &Case, bought, year| left(case, ServiceIx(0), year, bought).unwrap();
    let parts = |case: &Case, bought, year| {
        let all = votes(case, bought, year);
        let sum: i128 = all.iter().map(|it| it.1).sum();
        all.into_iter().map(|(_, it)| Fraction::new(it, sum)).collect::<Vec<_>>()
    };
    let fractions = |numbers: [(i128, i128); 3]| numbers.map(|(over, under)| Fraction::new(over, under)).to_vec();
    assert_eq!(parts(&case, 0b001, 0), fractions([(3, 7), (3, 7), (1, 7)]));
    case.candidates[3].effects[0].control_gain = d("15");
    assert_eq!(parts(&case, 0b100, 0), fractions([(4, 7), (3, 7), (0, 7)]));
    case.candidates[3].effects[0].control_gain = d("10");
    case.services[0].drift = d("4");
    // After two years 12 are left, the others have 44, 33 and 11.
    assert_eq!(parts(&case, 0b100, 1), fractions([(44, 78), (33, 78), (1, 78)]));
    let twice = measured(&case, "x 2027 100, w 2027 100");
    assert_eq!(bought(&case, ServiceIx(0), &twice.picks, 2028), 0b101);
}

/// Who names nobody, or somebody who does not sell, buys from all.
#[test]
fn a_name_that_sells_nothing_counts_for_nothing() {
    let case = by_hand("banzhaf");
    assert_eq!(purchases(&case, ServiceIx(0)).iter().map(|it| it.candidate.0).collect::<Vec<_>>(), [0, 2, 3]);
    let mut other = case.clone();
    other.candidates[0].effects[0].buys_from = "we".to_owned();
    assert_eq!(measured(&other, "x 2027 100").services[0].power_after, d("0.5"));
    assert_eq!(purchases(&other, ServiceIx(0)).len(), 2);
}

/// 300 random tables: each set of purchases in each year, with some bought from all alike beside it. Power never falls with one more
/// purchase.
#[test]
fn random_purchases_agree_with_every_coalition_by_itself() {
    let mut chance = ChaCha8Rng::seed_from_u64(24);
    let fraction = |it: Decimal| Fraction::new(it.mantissa(), 10_i128.pow(it.scale()));
    for round in 0..300 {
        let mut case = by_hand(["banzhaf", "shapley"][round % 2]);
        let cuts: Vec<i64> = (0..2).map(|_| chance.random_range(1..=39)).collect();
        case.services[0].control = Decimal::from(60 - cuts[0] - cuts[1] / 2);
        let stakes = [cuts[0], cuts[1] / 2, 40].map(Decimal::from);
        for (holder, stake) in case.holders.iter_mut().skip(1).zip(stakes) {
            holder.stake = stake;
        }
        case.services[0].quota = [50, 66, 33, 75][chance.random_range(0..4)].into();
        case.services[0].drift = [0, 0, 3][chance.random_range(0..3)].into();
        for candidate in &mut case.candidates {
            candidate.effects[0].control_gain = Decimal::new(chance.random_range(10..=250), 1);
        }
        if chance.random_ratio(1, 4) {
            case.holders[3].party = "a".to_owned();
        }
        for (year, set) in (0..2).flat_map(|year| (0..16_u32).map(move |set| (year, set))) {
            let names = ["x", "y", "z", "w"];
            let in_set = |set: u32| (0..4).filter(move |at| set >> at & 1 == 1);
            let picks: Vec<String> = in_set(set).map(|at| format!("{} 2027 100", names[at])).collect();
            let result = measured(&case, &picks.join(", "));
            // Drift first, to all alike; then what is bought by name; then the rest, from all alike.
            let own = case.services[0].control - case.services[0].drift * Decimal::from(year + 1);
            let own = fraction(own.max(Decimal::ZERO));
            let listed: Fraction = stakes.iter().map(|it| fraction(*it)).sum();
            let mut others: Vec<Fraction> =
                stakes.iter().map(|it| fraction(*it) * (Fraction::from(100) - own) / listed).collect();
            let mut alike = Fraction::default();
            for at in in_set(set) {
                let gain = fraction(case.candidates[at].effects[0].control_gain);
                match [Some(0), None, Some(1), Some(2)][at] {
                    Some(holder) => {
                        let sold = gain.min(others[holder]);
                        others[holder] -= sold;
                        alike += gain - sold;
                    }
                    None => alike += gain,
                }
            }
            let rest: Fraction = others.iter().sum();
            let after = (rest - alike).max(Fraction::default());
            if rest > Fraction::from(0) {
                for it in &mut others {
                    *it = *it * after / rest;
                }
            }
            if case.holders[3].party == "a" {
                let joined = others.remove(2);
                others[0] += joined;
            }
            let quota = fraction(case.services[0].quota);
            let should = by_coalition(case.services[0].power, quota, Fraction::from(100) - after, &others);
            let is = result.services[0].power_by_year[usize::try_from(year).unwrap()];
            assert_eq!(is, rounded(should), "round {round}, year {year}, set {set:04b}: {case:#?}");
            for at in in_set(set) {
                let fewer: Vec<String> = in_set(set & !(1 << at)).map(|at| format!("{} 2027 100", names[at])).collect();
                let less = measured(&case, &fewer.join(", "));
                assert!(less.services[0].power_by_year[usize::try_from(year).unwrap()] <= is);
            }
        }
    }
}

/// 24 others of two decimals, as many as may be, after drift that makes their votes fine.
#[test]
fn as_many_holders_as_may_be_after_purchases() {
    let mut case = by_hand("shapley");
    let holder = case.holders[1].clone();
    case.holders.truncate(1);
    for at in 0..24 {
        let id = format!("h{at}");
        let stake = Decimal::new(333 + if at == 0 { 8 } else { 0 }, 2);
        case.holders.push(crate::model::Holder { holder: id.clone(), party: id, stake, ..holder.clone() });
    }
    case.candidates[0].effects[0].buys_from = "h0".to_owned();
    case.candidates[0].effects[0].control_gain = d("1.5");
    let steps = steps_after(&case, ServiceIx(0), 0, 1).unwrap();
    assert_eq!(steps.last().map(|it| it.power), Some(Fraction::from(1)));
}
