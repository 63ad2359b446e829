//! Who decides from the top: by hand, as published, and against every way of voting one by one.

use std::collections::{BTreeMap, BTreeSet};

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::text;
use crate::measure::cap_table::Fraction;
use crate::measure::network_power::{NetworkPower, TooMany, network_power};
use crate::model::ownership::{Control, Decider};
use crate::model::{Case, ServiceIx};

const S: ServiceIx = ServiceIx(0);

fn held(quota: &str, holders: &str, owners: &str) -> Case {
    let services = format!("service,domain,control,power,quota\ns,d,0,banzhaf,{quota}");
    let text = text(2028).with("services", &services);
    text.with("holders", &format!("service,holder,stake,bloc\n{holders}"))
        .with("owners", &format!("company,owner,stake,controls,bloc\n{owners}"))
        .case()
}

fn name(player: Decider<'_>) -> String {
    match player {
        Decider::Home => "home".to_owned(),
        Decider::Party(party) => party.to_owned(),
    }
}

fn found(case: &Case) -> BTreeMap<String, [Fraction; 2]> {
    let NetworkPower { players, .. } = network_power(case, &Control::of(case), S).unwrap();
    players.into_iter().map(|it| (name(it.player), [it.least, it.most])).collect()
}

/// As `player least` or `player least-most`.
fn told(quota: &str, holders: &str, owners: &str) -> String {
    let one = |(player, [least, most]): (String, [Fraction; 2])| {
        if least == most { format!("{player} {least}") } else { format!("{player} {least}-{most}") }
    };
    found(&held(quota, holders, owners)).into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The worked example of the README.
#[test]
fn a_holding_between_three_at_the_top_by_hand() {
    assert_eq!(
        told("50", "s,h,40,\ns,a,35,\ns,c,25,", "h,a,30,,\nh,b,45,,\nh,c,25,,"),
        "a 1/2, b 1/2, c 1/2",
        "any two of three decide in h, any two of a, c and h in s: where a and c differ, b decides"
    );
    assert_eq!(told("50", "s,h,40,\ns,a,30,\ns,d,30,", "h,a,20,,\nh,b,40,,\nh,c,40,,"), "a 3/4, b 1/4, c 1/4, d 1/4");
}

#[test]
fn what_is_known_of_each_vote_alone() {
    // Without companies in between it is the index of the cap table: 50, 49 and 1 (Dubey and Shapley 1979), 4, 3, 2, 1 of quota 6.
    assert_eq!(told("50", "s,a,50,\ns,b,49,\ns,c,1,", "x,y,1,,"), "a 3/4, b 1/4, c 1/4");
    assert_eq!(told("59", "s,a,40,\ns,b,30,\ns,c,20,\ns,d,10,", "x,y,1,,"), "a 5/8, b 3/8, c 3/8, d 1/8");
    // A controlling owner decides alone, through two companies too; the home bloc is one player in all places.
    assert_eq!(told("50", "s,b,60,\ns,c,40,", "b,a,51,,\nb,c,49,,"), "a 1, c 0");
    assert_eq!(told("50", "s,we,30,home\ns,b,30,\ns,c,40,", "b,region,60,,home\nb,c,40,,"), "c 0, home 1");
    // A right, and half of the votes that nobody is known to have: 20 of 40 known ones tie, and no is what does not pass.
    assert_eq!(told("50", "s,b,60,\ns,c,40,", "b,c,90,,\nb,a,0,yes,"), "a 1, c 0");
    assert_eq!(told("50", "s,b,100,", "b,a,20,,\nb,c,20,,"), "a 1/2, c 1/2");
    assert_eq!(told("50", "s,b,100,", "b,a,21,,\nb,c,20,,"), "a 1, c 0");
    let case = held("50", "s,b,100,", "b,a,21,,\nb,c,20,,");
    assert!(network_power(&case, &Control::of(&case), S).unwrap().has_untold);
}

#[test]
fn circles_leave_bounds() {
    // a and b have 60 % of each other: no vote of x and y moves them unless they were so inclined.
    assert_eq!(told("50", "s,a,100,", "a,b,60,,\na,x,40,,\nb,a,60,,\nb,y,40,,"), "x 0-1, y 0-1");
    // With 30 % of each other, x and y settle both where they agree.
    assert_eq!(told("50", "s,a,100,", "a,b,30,,\na,x,70,,\nb,a,30,,\nb,y,70,,"), "x 1, y 0");
    assert_eq!(told("50", "s,a,100,", "a,b,50,,\na,x,50,,\nb,a,50,,\nb,x,50,,"), "x 0-1");
}

#[test]
fn many_who_meet_one_by_one_are_counted_and_too_many_are_told() {
    // Eight companies of nine persons each: 72 players, nine and eight votes in one place.
    let holders: Vec<String> = (0..8).map(|at| format!("s,c{at},12.5,")).collect();
    let owners: Vec<String> = (0..72).map(|at| format!("c{},p{at:02},11.1,,", at / 9)).collect();
    let shares = found(&held("50", &holders.join("\n"), &owners.join("\n")));
    assert_eq!(shares.len(), 72);
    // 4 of 7 others, with 4 of 8 others in its company.
    assert!(shares.values().all(|it| *it == [Fraction::new(35 * 70, 128 * 256); 2]), "{shares:?}");
    let all = |many: usize| -> Vec<String> { (0..many).map(|at| format!("s,p{at},4,")).collect() };
    let case = held("50", &all(21).join("\n"), "x,y,1,,");
    assert_eq!(network_power(&case, &Control::of(&case), S), Err(TooMany));
    let persons: Vec<String> = (0..90).map(|at| format!("c{},p{at:02},10,,", at / 10)).collect();
    let case = held("50", &(0..9).map(|at| format!("s,c{at},11,")).collect::<Vec<_>>().join("\n"), &persons.join("\n"));
    assert_eq!(network_power(&case, &Control::of(&case), S), Err(TooMany));
    let chain: Vec<String> = (0..61).map(|at| format!("c{at},c{},60,,", at + 1)).collect();
    let case = held("50", "s,c0,100,", &chain.join("\n"));
    assert_eq!(network_power(&case, &Control::of(&case), S), Err(TooMany));
}

/// All votes of the service that a way of voting of the players allows, straight from the definition: every assignment of votes to all
/// companies in which each votes as more than half of the votes in it, half of the missing ones on each side.
fn outcomes(case: &Case, companies: &[String], yes: &BTreeSet<String>, quota: f64) -> BTreeSet<bool> {
    let passes = |rows: &[(&String, f64)], says: &dyn Fn(&String) -> bool, quota: f64| {
        let told: f64 = rows.iter().map(|it| it.1).sum();
        rows.iter().filter(|it| says(it.0)).map(|it| it.1).sum::<f64>() + (100.0 - told) / 2.0 > quota
    };
    let stake = |it: rust_decimal::Decimal| it.to_string().parse::<f64>().unwrap();
    let owners_of = |company: &str| -> Vec<(&String, f64)> {
        let rows = || case.owners.iter().filter(|it| it.company == company);
        match rows().filter(|it| it.controls).min_by_key(|it| &it.owner) {
            Some(it) => vec![(&it.owner, 100.0)],
            None => rows().map(|it| (&it.owner, stake(it.stake))).collect(),
        }
    };
    let holders: Vec<(&String, f64)> = case.holders.iter().map(|it| (&it.holder, stake(it.stake))).collect();
    let each = 0..1_u32 << companies.len();
    let allowed = each.filter_map(|bits| {
        let says = |id: &String| {
            companies.iter().position(|it| it == id).map_or_else(|| yes.contains(id), |at| bits >> at & 1 == 1)
        };
        let holds = companies.iter().all(|it| passes(&owners_of(it), &says, 50.0) == says(it));
        holds.then(|| passes(&holders, &says, quota))
    });
    allowed.collect()
}

/// The power of each player: in how many ways it decides whatever the circles do, and in how many it may.
fn one_by_one(case: &Case, quota: f64) -> BTreeMap<String, [Fraction; 2]> {
    let companies: BTreeSet<String> = case.owners.iter().map(|it| it.company.clone()).collect();
    let mut met: BTreeSet<String> = case.holders.iter().map(|it| it.holder.clone()).collect();
    loop {
        let counts = |company: &String| case.owners.iter().any(|it| it.company == *company && it.controls);
        let rows = case.owners.iter().filter(|it| met.contains(&it.company));
        let rows = rows.filter(|it| !counts(&it.company) || it.controls);
        let more: BTreeSet<String> = rows.map(|it| it.owner.clone()).filter(|it| !met.contains(it)).collect();
        if more.is_empty() {
            break;
        }
        met.extend(more);
    }
    let between: Vec<String> = met.intersection(&companies).cloned().collect();
    let players: Vec<String> = met.difference(&companies).cloned().collect();
    let ways = 0..1_usize << players.len();
    let table: Vec<BTreeSet<bool>> = ways
        .map(|ways| {
            let yes = players.iter().enumerate().filter(|(at, _)| ways >> at & 1 == 1).map(|(_, it)| it.clone());
            outcomes(case, &between, &yes.collect(), quota)
        })
        .collect();
    assert!(table.iter().all(|it| !it.is_empty()), "some vote of all companies always fits");
    let all = 1_i128 << players.len().saturating_sub(1);
    let power = |(at, player): (usize, &String)| {
        let pairs = || (0..table.len()).filter(|ways| ways >> at & 1 == 0).map(|ways| (ways, ways | 1 << at));
        let sure = pairs().filter(|(no, yes)| table[*no] == [false].into() && table[*yes] == [true].into()).count();
        // Another vote of the same player would be another outcome, in whichever direction.
        let may = pairs().filter(|(no, yes)| table[*no].iter().any(|one| table[*yes].iter().any(|other| one != other)));
        let share = |many: usize| Fraction::new(i128::try_from(many).unwrap(), all);
        (player.clone(), [share(sure), share(may.count())])
    };
    players.iter().enumerate().map(power).collect()
}

/// A network of companies `c0` and on and persons `p0` and on; without circles a company only has owners of higher places.
fn made_up(random: &mut ChaCha8Rng, circles: bool) -> (String, Vec<String>) {
    let (many, persons) = (random.random_range(1..6_usize), random.random_range(1..6_usize));
    let mut rows = Vec::new();
    for company in 0..many {
        let mut left = 100_u32;
        let after = if circles { 0 } else { company + 1 };
        let owners = (after..many).filter(|it| *it != company).map(|it| format!("c{it}"));
        let mut owners: Vec<String> = owners.chain((0..persons).map(|it| format!("p{it}"))).collect();
        let any = rows.len();
        while left > 0 && !owners.is_empty() && random.random_range(0..5) > 0 {
            let owner = owners.swap_remove(random.random_range(0..owners.len()));
            let stake = random.random_range(1..=70_u32).min(left);
            left -= stake;
            let right = if random.random_range(0..20) == 0 { "yes" } else { "" };
            rows.push(format!("c{company},{owner},{stake},{right},"));
        }
        if rows.len() == any {
            rows.push(format!("c{company},p0,30,,"));
        }
    }
    let holders = ["s,c0,40,", "s,p0,25,", "s,c1,20,", "s,p1,15,"];
    (holders[..random.random_range(1..=4_usize)].join("\n"), rows)
}

#[test]
fn exact_without_circles_and_within_bounds_with_them() {
    let mut random = ChaCha8Rng::seed_from_u64(2013);
    let (mut open, mut exact, mut shared) = (0, 0, 0);
    for round in 0..400 {
        let circles = round >= 200;
        let (holders, rows) = made_up(&mut random, circles);
        let quota = [50, 50, 66, 25][random.random_range(0..4_usize)];
        let case = held(&quota.to_string(), &holders, &rows.join("\n"));
        let (found, should) = (found(&case), one_by_one(&case, f64::from(quota)));
        assert_eq!(found, should, "round {round}: {holders}\n{}", rows.join("\n"));
        let is_exact = found.values().all(|[least, most]| least == most);
        assert!(is_exact || circles, "round {round}");
        open += usize::from(!is_exact);
        exact += usize::from(is_exact && circles);
        shared += found.values().filter(|it| **it != [Fraction::from(0); 2] && **it != [Fraction::from(1); 2]).count();
    }
    assert!(open > 20 && exact > 20 && shared > 200, "{open} {exact} {shared}");
}
