//! Who controls and who owns: by hand, as published, and from the definitions.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::ToPrimitive as _;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use super::{Text, d, text};
use crate::measure::cap_table::others;
use crate::measure::ownership::{deciders, integrated, percent};
use crate::model::ownership::{Control, Decider};
use crate::model::{Case, ServiceIx};

const S: ServiceIx = ServiceIx(0);

fn held(holders: &str, owners: &str) -> Case {
    let services = "service,domain,control,power\ns,d,0,banzhaf";
    let tables = |it: Text| it.with("holders", &format!("service,holder,stake,bloc\n{holders}"));
    tables(text(2028).with("services", services))
        .with("owners", &format!("company,owner,stake,controls,bloc\n{owners}"))
        .case()
}

/// Who decides, with its votes, most first.
fn decide(case: &Case) -> Vec<(String, String)> {
    let name = |it| match it {
        Decider::Home => "home".to_owned(),
        Decider::Party(party) => String::from(party),
    };
    deciders(case, S).into_iter().map(|(top, votes)| (name(top), votes.normalize().to_string())).collect()
}

fn owns(case: &Case) -> Option<Vec<(String, String)>> {
    let found = integrated(case, S)?;
    let line = |(owner, part): (&str, BigRational)| (owner.to_owned(), part.to_string());
    Some(found.owners.into_iter().map(line).collect())
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

/// The example of the company control problem (Mumick, Pirahesh and Ramakrishnan 1990; also in the guide to clingo): c1 has 60 % of c2
/// and 20 % of c3, c2 has 35 % of c3, c3 has 51 % of c4. So c1 controls all of them.
#[test]
fn the_company_control_problem_as_published() {
    let rows = "c2,c1,60,,\nc3,c1,20,,\nc3,c2,35,,\nc4,c3,51,,";
    let case = held("s,c4,40,\ns,c2,10,\ns,x,50,", rows);
    let control = Control::of(&case);
    for company in ["c2", "c3", "c4"] {
        assert_eq!(control.top(company), Some(Decider::Party("c1")), "{company}");
    }
    assert_eq!(decide(&case), pairs(&[("c1", "50"), ("x", "50")]));
    assert_eq!(others(&case, S), [d("50"), d("50")], "they vote as one");
    // Without the stake of c2 nobody has half of c3.
    let case = held("s,c4,100,", "c2,c1,50,,\nc3,c1,20,,\nc3,c2,35,,\nc4,c3,51,,");
    assert_eq!(decide(&case), pairs(&[("c3", "100")]));
}

/// The worked example of the README: a ministry in which the state decides, and its two ways into a network company.
#[test]
fn a_chain_and_a_circle_by_hand() {
    let rows = "holding,ministry,80,,\nholding,fund,20,,\nministry,state,0,yes,home";
    let case = held("s,holding,75,\ns,ministry,5,\ns,fund,20,", rows);
    assert_eq!(decide(&case), pairs(&[("home", "80"), ("fund", "20")]));
    assert!(case.holders[0].home && case.holders[1].home && !case.holders[2].home);
    // 75 % of 80 % and 5 % flow to the ministry, 75 % of 20 % and 20 % to the fund. The state owns nothing: it decides.
    let found = integrated(&case, S).unwrap();
    assert_eq!(
        found.owners.iter().map(|(id, part)| (*id, percent(part))).collect::<Vec<_>>(),
        [("fund", d("35")), ("state", d("0"))]
    );
    assert_eq!(percent(&found.untold), d("65"), "nobody is told to own the ministry");
    // a and b own a part of each other: y_a = 1 + y_b / 5 and y_b = y_a / 2, so y_a = 10/9 and y_b = 5/9. P owns half of a,
    // Q four fifths of b.
    let case = held("s,a,100,", "a,p,50,,\na,b,50,,\nb,q,80,,\nb,a,20,,");
    assert_eq!(owns(&case), Some(pairs(&[("p", "5/9"), ("q", "4/9")])));
    assert_eq!(decide(&case), pairs(&[("a", "100")]), "half is not more than half");
}

#[test]
fn circles_marks_and_rights() {
    // Nobody stands at the top of a circle: it goes by its first name, and nobody owns it.
    let case = held("s,b,60,\ns,c,40,", "a,b,60,,\nb,a,60,,\nc,a,51,,");
    assert_eq!(decide(&case), pairs(&[("a", "100")]));
    assert_eq!(Control::of(&case).circles().count(), 1);
    assert_eq!(owns(&held("s,b,100,", "a,b,100,,\nb,a,100,,")), None);
    // The bloc controls together what none of it controls alone.
    let case = held("s,we,10,home\ns,c,40,\ns,x,50,", "c,we,30,,\nc,region,25,,home\nc,x,45,,");
    assert_eq!(decide(&case), pairs(&[("home", "50"), ("x", "50")]));
    // A right counts before a majority, a mark before both.
    let case = held("s,c,40,\ns,e,60,home", "c,x,90,,\nc,y,10,yes,\ne,x,90,,");
    assert_eq!(decide(&case), pairs(&[("home", "60"), ("y", "40")]));
    // A row without a mark is no row of the bloc, whatever another row says of the same holder.
    let case = held("s,we,10,\ns,x,90,", "q,we,60,,home");
    assert_eq!(decide(&case), pairs(&[("x", "90"), ("we", "10")]));
}

/// Everything that a party controls, straight from the definition: nothing is handed over.
fn controlled(case: &Case, start: BTreeSet<String>, but: &BTreeSet<String>) -> BTreeSet<String> {
    let mut all = start;
    loop {
        let decides = |company: &str| {
            let rows = || case.owners.iter().filter(move |it| it.company == company && it.owner != company);
            let right = rows().filter(|it| it.controls).map(|it| &it.owner).min();
            let votes: Decimal = rows().filter(|it| all.contains(&it.owner)).map(|it| it.stake).sum();
            right.map_or(votes > d("50"), |owner| all.contains(owner))
        };
        let more = case.owners.iter().map(|it| &it.company).filter(|it| !all.contains(*it) && !but.contains(*it));
        let more: BTreeSet<String> = more.filter(|it| decides(it)).cloned().collect();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

#[test]
fn who_controls_agrees_with_the_definition_and_who_owns_adds_up() {
    let mut random = ChaCha8Rng::seed_from_u64(18);
    let (mut circles, mut solved, mut homes) = (0, 0, 0);
    for round in 0..300 {
        let many = random.random_range(2..7_usize);
        let mut rows = Vec::new();
        for company in 0..many {
            let mut left = 100_u32;
            for owner in 0..many + 2 {
                let stake = random.random_range(0..=80_u32).min(left);
                if owner != company && stake > 0 && random.random_range(0..3) > 0 {
                    left -= stake;
                    let right = if random.random_range(0..15) == 0 { "yes" } else { "" };
                    let home = if owner == many && random.random_range(0..2) == 0 { "home" } else { "" };
                    rows.push(format!("c{company},c{owner},{stake},{right},{home}"));
                }
            }
        }
        let case = held("s,c0,60,\ns,c1,30,\ns,x,10,", &rows.join("\n"));
        let control = Control::of(&case);
        let marked = || case.owners.iter().filter(|it| it.home).map(|it| it.owner.clone());
        let home = controlled(&case, marked().collect(), &BTreeSet::new());
        homes += usize::from(home.len() > 1);
        let parties: BTreeSet<&String> = case.owners.iter().flat_map(|it| [&it.company, &it.owner]).collect();
        let reach: BTreeMap<&String, BTreeSet<String>> = parties
            .iter()
            .filter(|it| !home.contains(**it))
            .map(|it| (*it, controlled(&case, BTreeSet::from([(*it).clone()]), &home)))
            .collect();
        for party in parties {
            let top = control.top(party).unwrap();
            if home.contains(party) {
                assert_eq!(top, Decider::Home, "round {round}: {party}");
                continue;
            }
            let above: Vec<_> = reach.iter().filter(|(_, its)| its.contains(party)).collect();
            let (highest, group) = above.iter().max_by_key(|(_, its)| its.len()).unwrap();
            assert!(above.iter().all(|(_, its)| its.is_subset(group)), "round {round}: two tops of {party}");
            let named = match top {
                Decider::Party(named) => named.to_owned(),
                Decider::Home => String::new(),
            };
            let class: Vec<_> = group.iter().filter(|it| reach[*it] == **group).collect();
            if class.len() > 1 {
                circles += 1;
                assert_eq!(Some(&named), group.first(), "round {round}: {party}");
            } else {
                assert!(named == ***highest || Some(&named) == group.first(), "round {round}: {party}");
            }
        }
        let Some(found) = integrated(&case, S) else { continue };
        solved += 1;
        // What flows in one step after the other, until hardly anything is left on the way.
        let share = |it: Decimal| it.to_f64().unwrap() / 100.0;
        let mut flow: BTreeMap<&str, f64> =
            case.holders.iter().map(|it| (it.holder.as_str(), share(it.stake))).collect();
        let mut owned: BTreeMap<&str, f64> = BTreeMap::new();
        // Where companies own nearly all of each other, that takes many steps.
        while flow.values().sum::<f64>() > 1e-5 {
            let mut next: BTreeMap<&str, f64> = BTreeMap::new();
            for (who, part) in flow {
                let rows = || case.owners.iter().filter(|it| it.company == who);
                if rows().next().is_none() {
                    *owned.entry(who).or_default() += part;
                }
                for it in rows() {
                    *next.entry(&it.owner).or_default() += part * share(it.stake);
                }
            }
            flow = next;
        }
        for (owner, part) in &found.owners {
            let should = owned.get(owner).copied().unwrap_or_default();
            assert!((part.to_f64().unwrap() - should).abs() < 1e-3, "round {round}: {owner} {part} {should}");
        }
    }
    assert!(circles > 5 && solved > 150 && homes > 20, "{circles} {solved} {homes}");
}
