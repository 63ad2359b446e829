//! What pillars carry, against all portfolios.

use beslismacht::analyse::carrying::{Carrying, Way};
use beslismacht::analyse::pillars::{Carried, ORDER, Params};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Analysis, Oracle, Solving};
use beslismacht::measure::evaluate;
use beslismacht::model::{Amount, CandidateIx, Case, Limit, Pick, Portfolio, Scope, Workbook, compile};
use beslismacht::optimise::SAME;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, best, cases, with_runner};

fn found(oracle: &dyn Oracle, case: &Case, least: usize) -> Carried {
    let params = Params { least, own: None };
    with_runner(oracle, 1, |runner| run(&params.sweep(case).unwrap(), runner)).unwrap()
}

/// The objective of the best portfolio of all in which each of these pillars carries so much.
fn best_with(case: &Case, pillars: &[&str], least: usize) -> Option<Decimal> {
    let mut even = case.clone();
    for pillar in pillars {
        let (scope, min) = (Scope::Pillar((*pillar).to_owned()), Some(Amount::Percent(Decimal::from(least))));
        even.limits.push(Limit { scope, min, max: None, row: 0 });
    }
    best(&even)
}

fn is_same(seed: u64, is: Option<Decimal>, should: Option<Decimal>) {
    let same = is.zip(should).map_or(is == should, |(is, should)| (is - should).abs() <= SAME);
    assert!(same, "case {seed}: {is:?} instead of {should:?}");
}

/// How many cases have a pillar that carries a part of the bill, and how many cannot share it evenly.
fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) -> [usize; 2] {
    let mut counts = [0, 0];
    for (seed, case) in cases(seeds) {
        let found = found(oracle, &case, 33);
        assert_eq!(found.best.objective.is_some(), best(&case).is_some(), "case {seed}");
        let names: Vec<&str> = found.pillars.iter().map(|it| it.pillar.as_str()).collect();
        let even = found.even.as_ref().unwrap();
        is_same(seed, even.found.objective, best_with(&case, &names, 33));
        if found.best.objective.is_some() && even.found.objective.is_none() {
            counts[1] += 1;
            assert!(even.is_most, "case {seed}");
            let most = (1..33).rev().find(|&percent| best_with(&case, &names, percent).is_some());
            assert_eq!(even.most.as_ref().map(|(percent, _)| *percent), most, "case {seed}");
            if let Some((percent, found)) = &even.most {
                is_same(seed, found.objective, best_with(&case, &names, *percent));
            }
            let short: Vec<&str> =
                names.iter().filter(|name| best_with(&case, &[name], 33).is_none()).copied().collect();
            assert_eq!(even.short, short, "case {seed}");
        } else {
            assert!(even.most.is_none() && even.short.is_empty(), "case {seed}");
        }
        counts[0] += usize::from(found.pillars.iter().any(|it| it.parts.best.cost > Decimal::ZERO));
        let whole = evaluate(&case, &found.best.picks.portfolio());
        for pillar in &found.pillars {
            let part = &pillar.parts.best;
            let own = |inside: bool| {
                let picks = found.best.picks.portfolio();
                let chosen = picks.picks().iter();
                let chosen = chosen.filter(|it| (case[it.candidate].pillar == pillar.pillar) == inside).cloned();
                evaluate(&case, &Portfolio::new(chosen.collect()))
            };
            let (with, without) = (own(true), own(false));
            assert_eq!(part.cost, with.cost, "case {seed}");
            assert_eq!((part.alone, part.lost), (with.objective, whole.objective - without.objective));
            assert!((part.percent * whole.cost - with.cost * Decimal::ONE_HUNDRED).abs() < Decimal::new(1, 6));
            let (mut orders, mut gross) = (Decimal::ZERO, Decimal::ZERO);
            for pick in &with.picks {
                let candidate = &case[pick.candidate];
                orders += if candidate.instrument == ORDER { pick.bill } else { Decimal::ZERO };
                gross += candidate.costs.iter().sum::<Decimal>();
            }
            assert_eq!((part.orders, part.others), (orders, gross - with.cost), "case {seed}");
            for (at, lost) in part.by_ministry.iter().enumerate() {
                let gain = |of: &beslismacht::measure::Evaluation| of.ministries[at].gain_by_own_weights;
                assert_eq!(*lost, gain(&whole) - gain(&without), "case {seed}");
                assert!(part.for_all() <= *lost, "case {seed}");
            }
        }
        let all = &found.all.best;
        assert_eq!(all.cost, whole.cost);
        let carried: Decimal = found.pillars.iter().map(|it| it.parts.best.cost).sum();
        let bare = whole.picks.iter().filter(|pick| case[pick.candidate].pillar.is_empty());
        assert_eq!(carried + bare.map(|pick| pick.bill).sum::<Decimal>(), all.cost, "case {seed}");
    }
    counts
}

#[test]
fn pillars_agree_with_all_portfolios() {
    let [carried, uneven] = check(&Exhaustive, 0..60);
    assert!(carried > 5 && uneven > 3, "{carried} {uneven}");
}

#[test]
fn the_engine_finds_the_same() {
    check(&Solving { options: beslismacht::optimise::Options::default() }, 60..75);
}

/// The worked example of the page of the analyses.
#[test]
fn the_worked_example_by_hand() {
    let example = |third: &str| {
        let candidates = format!(
            "candidate,domain,instrument,pillar,cost_1,cofinance,share_m,share_n,success,status,reason\n\
             order,a,launching_customer,innovating_government,10,20,50,50,1,locked_in,x\n\
             grant,a,grant,cooperating_ecosystem,12,50,50,50,1,locked_in,x\n\
             third,a,grant,innovating_government,6,0,50,50,1,{third},x\n"
        );
        let settings = "format = 1\nfirst_year = 2027\nlast_year = 2027\n[[ministry]]\nid = \"m\"\n[[ministry]]\nid = \"n\"\n\
                        [[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.1\n";
        let book = Workbook::from_files(&[
            ("case.toml", settings),
            ("domains.csv", "domain,weight_m,weight_n\na,30,10\nb,70,90\n"),
            ("services.csv", "service,domain\ns,a\nt,b\n"),
            ("candidates.csv", &candidates),
            ("effects.csv", "candidate,service,control_gain\norder,s,10\ngrant,t,1\n"),
            ("budgets.csv", "ministry,year,amount\nm,2027,50\nn,2027,50\n"),
        ]);
        compile(&book).case
    };
    let d = |text: &str| text.parse::<Decimal>().unwrap();
    let found = found(&Exhaustive, &example("locked_out"), 33);
    let [orders, grants] = [&found.pillars[0].parts.best, &found.pillars[1].parts.best];
    assert_eq!((orders.cost, orders.percent.round_dp(1), orders.leverage()), (d("8"), d("57.1"), Some(d("0.25"))));
    assert_eq!((grants.cost, grants.percent.round_dp(1), grants.leverage()), (d("6"), d("42.9"), Some(d("1"))));
    assert_eq!((orders.by_ministry.clone(), orders.for_all()), (vec![d("3"), d("1")], d("1")));
    assert!(found.even.unwrap().found.objective.is_some());
    let found = self::found(&Exhaustive, &example("locked_in"), 33);
    let percents: Vec<Decimal> = found.pillars.iter().map(|it| it.parts.best.percent).collect();
    assert_eq!(percents, [d("70"), d("30")]);
    let even = found.even.unwrap();
    assert!(even.found.objective.is_none() && even.is_most);
    assert_eq!((even.most.unwrap().0, even.short), (30, vec!["cooperating_ecosystem".to_owned()]));
}

/// Two ministries weigh the domains `a` and `b` with 30/70 and 10/90; what one of the picks brings, it loses without the other's money.
#[test]
fn what_a_pick_does_and_what_a_ministry_loses_alone() {
    let settings = "format = 1\nfirst_year = 2027\nlast_year = 2027\n[[ministry]]\nid = \"m\"\n[[ministry]]\nid = \"n\"\n\
                    [[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.1\n";
    let book = Workbook::from_files(&[
        ("case.toml", settings),
        ("domains.csv", "domain,weight_m,weight_n\na,30,10\nb,70,80\nc,0,10\n"),
        ("services.csv", "service,domain\ns,a\nt,b\nu,c\n"),
        (
            "candidates.csv",
            "candidate,domain,instrument,pillar,cost_1,cofinance,share_m,share_n,success\n\
             order,a,launching_customer,innovating_government,10,20,0-100,0-100,1\n\
             joint,b,grant,cooperating_ecosystem,12,0,0-100,0-100,1\n\
             lone,c,grant,,6,0,0-100,0-100,1\n",
        ),
        ("effects.csv", "candidate,service,control_gain\norder,s,10\njoint,t,10\nlone,u,10\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,50\nn,2027,50\n"),
    ]);
    let case = compile(&book).case;
    let does = |at: usize| Way::ALL.into_iter().filter(|way| way.is_of(&case, CandidateIx(at))).collect::<Vec<_>>();
    assert_eq!(does(0), [Way::Order, Way::WithOthers, Way::Interwoven]);
    assert_eq!(does(1), [Way::Interwoven]);
    assert_eq!(does(2), [], "one ministry alone weighs its domain");
    let d = |text: &str| text.parse::<Decimal>().unwrap();
    let pick = |at: usize, shares: [u8; 2]| Pick { candidate: CandidateIx(at), start: 2027, shares: shares.to_vec() };
    let portfolio = Portfolio::new(vec![pick(0, [100, 0]), pick(1, [40, 60]), pick(2, [0, 100])]);
    let carrying = Carrying::new(&case, &portfolio);
    // By its own weights m gains 10 % of 30 + 70 + 0, n of 10 + 80 + 10; the joint pick is gone for both, the lone one of the other too.
    let gains: Vec<Decimal> = carrying.gives().ministries.iter().map(|it| it.gain_by_own_weights.normalize()).collect();
    assert_eq!(gains, [d("10"), d("10")]);
    assert_eq!(carrying.lost_without_others(), [d("7"), d("9")]);
    let whole = carrying.gives().objective;
    for (at, pick) in portfolio.picks().iter().enumerate() {
        let rest = portfolio.picks().iter().filter(|it| it.candidate != pick.candidate).cloned().collect();
        let rest = evaluate(&case, &Portfolio::new(rest)).objective;
        assert_eq!(carrying.lost_without(CandidateIx(at)), (whole - rest).normalize());
    }
}
