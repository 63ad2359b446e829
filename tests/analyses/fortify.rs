//! How dear takeovers can be made, against all portfolios.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use beslismacht::analyse::fortify::{Aside, Fortified, Params, RESOLUTION};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Analysis, Oracle, Solving};
use beslismacht::measure::index::Weights;
use beslismacht::measure::purchases::bought;
use beslismacht::measure::takeover::{Aim, cheapest};
use beslismacht::measure::{Evaluation, evaluate};
use beslismacht::model::{Case, Event, ServiceIx, Status, Workbook};
use beslismacht::optimise::SAME;
use rand::{RngExt as _, SeedableRng as _};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, cases_of, with_runner};
use crate::made_up::{guarded, small};

fn found(oracle: &dyn Oracle, case: &Case, hostile: Option<Decimal>) -> Fortified {
    let params = Params { hostile };
    with_runner(oracle, 1, |runner| run(&params.sweep(case).unwrap(), runner)).unwrap()
}

/// What each service costs, as the analysis of takeovers computes it; none where nobody can take it.
fn prices(case: &Case, services: &[ServiceIx], evaluation: &Evaluation) -> Vec<Option<Decimal>> {
    let price = |&service: &ServiceIx| {
        let mut picks = evaluation.picks.iter();
        let is_prevented = picks.any(|pick| {
            case[pick.candidate].effects.iter().any(|effect| {
                effect.service == service
                    && effect.prevents == Some(Event::Takeover)
                    && effect.holds(pick.in_force, case.last_year)
            })
        });
        let by_name = bought(case, service, &evaluation.picks, case.last_year);
        let at = (service, evaluation.services[service.0].control_after, by_name);
        let coup = cheapest(case, at, Aim::Control).unwrap().filter(|_| !is_prevented);
        coup.map(|coup| coup.price.unwrap())
    };
    services.iter().map(price).collect()
}

/// The most that an attacker wins: every set of services is tried.
fn won(case: &Case, services: &[ServiceIx], prices: &[Option<Decimal>], hostile: Option<Decimal>) -> Decimal {
    let weights = Weights::new(case);
    let mut most = Decimal::ZERO;
    for set in 0_u32..1 << services.len() {
        let chosen: Vec<usize> = (0..services.len()).filter(|at| set >> at & 1 == 1).collect();
        let price: Option<Decimal> = chosen.iter().map(|&at| prices[at]).sum();
        if price.is_some_and(|price| hostile.is_none_or(|hostile| price <= hostile)) {
            most = most.max(chosen.iter().map(|&at| weights.of_service(case, services[at])).sum());
        }
    }
    most.round_dp(12).normalize()
}

/// Leaves the budgets and the rules about takeovers alone, so that more portfolios are possible.
fn loosen(case: &mut Case) {
    case.limits.clear();
    case.relations.clear();
    case.domains_at_target = 0;
    case.candidates.iter_mut().for_each(|candidate| candidate.status = Status::Free);
    for service in &mut case.services {
        service.floor = None;
        service.takeover_floor = service.takeover_floor.filter(Decimal::is_zero);
    }
    case.takeover_floor = None;
}

/// Small random cases of all kinds.
fn sold(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (u64, Case)> {
    cases_of(seeds, &|seed| guarded(small(seed), seed)).map(|(seed, mut case)| {
        if seed % 3 > 0 {
            loosen(&mut case);
        }
        (seed, case)
    })
}

/// Cases of one year with three services, in which seven candidates compete for the money.
pub fn besieged(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (u64, Case)> {
    cases_of(seeds, &|seed| {
        let mut chance = rand::rngs::ChaCha8Rng::seed_from_u64(seed);
        let mut whole = |low: u32, high: u32| chance.random_range(low..=high);
        let settings = "format = 1\nfirst_year = 2027\nlast_year = 2027\n[[ministry]]\nid = \"m\"\n\
                        [[rung]]\nid = \"a\"\nat_least = 10\npower = 0.2\n[[rung]]\nid = \"b\"\nat_least = 30\npower = 0.7\n";
        let (mut services, mut holders) = ("service,domain,weight,control\n".to_owned(), String::new());
        for service in ["s", "t", "u"] {
            let own = whole(0, 20);
            writeln!(services, "{service},d,{},{own}", whole(1, 4)).unwrap();
            let first = whole(10, 60);
            let second = whole(10, 99 - own - first).min(99 - own - first);
            let stakes = [first, second, 100 - own - first - second];
            writeln!(holders, "{service},we,{own},home,").unwrap();
            for (at, stake) in stakes.into_iter().enumerate() {
                writeln!(holders, "{service},h{at},{stake},,{}", whole(1, 30)).unwrap();
            }
        }
        let (mut candidates, mut effects) = (String::new(), String::new());
        for at in 0..7 {
            writeln!(candidates, "c{at},d,{}", whole(1, 9)).unwrap();
            let service = ["s", "t", "u"][at % 3];
            let prevents = if whole(0, 4) == 0 { "takeover" } else { "" };
            writeln!(effects, "c{at},{service},{},{prevents}", whole(1, 30)).unwrap();
            if whole(0, 2) == 0 {
                writeln!(effects, "c{at},{},{},", ["t", "u", "s"][at % 3], whole(1, 15)).unwrap();
            }
        }
        Workbook::from_files(&[
            ("case.toml", settings),
            ("domains.csv", "domain,weight_m\nd,1\n"),
            ("services.csv", &services),
            ("holders.csv", &format!("service,holder,stake,bloc,price\n{holders}")),
            ("candidates.csv", &format!("candidate,domain,cost_1\n{candidates}")),
            ("effects.csv", &format!("candidate,service,control_gain,prevents\n{effects}")),
            ("budgets.csv", &format!("ministry,year,amount\nm,2027,{}\n", whole(8, 25))),
        ])
    })
}

/// How many cases have a climb of several steps, end where nobody can take anything, end at a price, leave less to win step by step, and leave
/// something whatever is chosen.
fn check(oracle: &dyn Oracle, cases: impl Iterator<Item = (u64, Case)>) -> [usize; 5] {
    let mut counts = [0; 5];
    for (seed, case) in cases {
        let hostile = [None, Some(3), Some(25), Some(60)][usize::try_from(seed % 4).unwrap()].map(Decimal::from);
        let found = found(oracle, &case, hostile);
        let counted = found.services.iter().filter(|it| it.aside.is_none());
        let services: Vec<ServiceIx> = counted.map(|it| ServiceIx(it.service)).collect();
        let sells = |service: ServiceIx| {
            let mut holders = case.holders.iter();
            holders.any(|it| it.service == service && !it.home && it.stake > Decimal::ZERO && it.price.is_some())
        };
        for it in &found.services {
            let service = ServiceIx(it.service);
            let is_lifted = case[service].takeover_floor == Some(Decimal::ZERO);
            let why = if is_lifted { Some(Aside::Lifted) } else { (!sells(service)).then_some(Aside::NoPrice) };
            assert_eq!(it.aside, why, "case {seed}");
        }
        if services.is_empty() {
            assert!(found.climb.is_none() && found.siege.is_none());
            continue;
        }
        let portfolios: Vec<(Evaluation, Vec<Option<Decimal>>)> = all(&case)
            .into_iter()
            .map(|(_, evaluation)| (evaluation.clone(), prices(&case, &services, &evaluation)))
            .collect();
        let climb = found.climb.as_ref().unwrap();
        let siege = found.siege.as_ref().unwrap();
        if portfolios.is_empty() {
            assert!(climb.steps.is_empty() && siege.stands.is_empty() && climb.is_highest, "case {seed}");
            continue;
        }
        // The dearest that the cheapest takeover can be, and the best portfolio for every price that occurs.
        let least = |prices: &[Option<Decimal>]| prices.iter().flatten().min().copied();
        let highest = portfolios.iter().map(|(_, prices)| least(prices).unwrap_or(Decimal::MAX)).max().unwrap();
        let top = climb.steps.last().unwrap();
        assert!(climb.is_highest, "case {seed}");
        assert!((top.least.unwrap_or(Decimal::MAX) - highest).abs() <= RESOLUTION, "case {seed}: {top:?} {highest}");
        let floors: BTreeSet<Decimal> = portfolios.iter().filter_map(|(_, prices)| least(prices)).collect();
        for floor in floors.into_iter().chain([Decimal::ZERO]) {
            let keeps = |prices: &&(Evaluation, Vec<Option<Decimal>>)| least(&prices.1).is_none_or(|it| it >= floor);
            let best = portfolios.iter().filter(keeps).map(|(evaluation, _)| evaluation.objective).max().unwrap();
            let step = climb.steps.iter().find(|step| step.least.is_none_or(|least| least + RESOLUTION >= floor));
            let said = step.unwrap().best.objective.unwrap();
            assert!((said - best).abs() <= SAME, "case {seed} at {floor}: {said} instead of {best}");
        }
        for step in &climb.steps {
            let evaluation = evaluate(&case, &step.best.picks.portfolio());
            assert!(evaluation.keeps_all_rules(), "case {seed}");
            let prices = prices(&case, &services, &evaluation);
            assert_eq!(step.least, least(&prices), "case {seed}");
            let cheapest: Vec<usize> = (0..prices.len())
                .filter(|&at| prices[at].is_some() && prices[at] == step.least)
                .map(|at| services[at].0)
                .collect();
            assert_eq!(step.cheapest, cheapest, "case {seed}");
        }
        // Whoever holds the climb up cannot be made dearer even alone.
        for (at, service) in services.iter().enumerate() {
            let most = portfolios.iter().map(|(_, prices)| prices[at].unwrap_or(Decimal::MAX)).max().unwrap();
            let is_stuck = top.least.is_some_and(|least| most <= least + RESOLUTION);
            assert_eq!(climb.stuck.contains(&service.0), is_stuck, "case {seed}, {service:?}: {most} {top:?}");
        }
        // The least that is left to win, and the best portfolio for every amount that is.
        let wins: Vec<Decimal> = portfolios.iter().map(|(_, prices)| won(&case, &services, prices, hostile)).collect();
        assert!(siege.is_least, "case {seed}");
        assert_eq!(siege.stands.last().unwrap().won, wins.iter().min().unwrap().normalize(), "case {seed}");
        assert!(siege.at_least <= *wins.iter().min().unwrap(), "case {seed}");
        for limit in wins.iter().copied().collect::<BTreeSet<_>>() {
            let left = portfolios.iter().zip(&wins).filter(|(_, won)| **won <= limit);
            let best = left.map(|((evaluation, _), _)| evaluation.objective).max().unwrap();
            let stand = siege.stands.iter().find(|it| it.won <= limit).unwrap();
            let said = stand.best.objective.unwrap();
            assert!((said - best).abs() <= SAME, "case {seed} leaving {limit}: {said} instead of {best}");
        }
        counts[0] += usize::from(climb.steps.len() > 2);
        counts[1] += usize::from(top.least.is_none());
        counts[2] += usize::from(top.least.is_some() && climb.steps.len() > 1);
        counts[3] += usize::from(siege.stands.len() > 1);
        counts[4] += usize::from(siege.stands.last().unwrap().won > Decimal::ZERO);
    }
    counts
}

#[test]
fn fortifying_agrees_with_all_portfolios() {
    let counts = check(&Exhaustive, sold(0..250));
    assert!(counts.iter().all(|&count| count > 1), "{counts:?}");
    let counts = check(&Exhaustive, besieged(0..40));
    assert!(counts.iter().all(|&count| count > 1), "{counts:?}");
}

#[test]
fn the_engine_finds_the_same() {
    let engine = Solving { options: beslismacht::optimise::Options::default() };
    let counts = check(&engine, sold(400..600));
    assert!(counts.iter().all(|&count| count > 1), "{counts:?}");
    let counts = check(&engine, besieged(60..90));
    assert!(counts.iter().all(|&count| count > 1), "{counts:?}");
}
