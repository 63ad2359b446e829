//! First the level of the weakest domain, then the index.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::time::Duration;

use rust_decimal::Decimal;

use crate::measure::evaluate;
use crate::model::{Aggregate, Case, Portfolio, RungIx, Workbook, compile};
use crate::optimise::dd::tests::exhaustive::{exhaustive_of, small};
use crate::optimise::highest_level::HighestLevel;
use crate::optimise::{
    Answer, Options, Query, SolverChoice, Status, StayClose, Task, WarmStart, ask, optimise, optimise_close, proof,
};

fn answer(case: &Case, solver: SolverChoice) -> Answer {
    let options = Options { solver, ..Options::default() };
    optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn proof_of(case: &Case, best: Option<&Portfolio>) -> String {
    let options = Options::default();
    let task = Task { warm: best, ..Task::best(case, &options) };
    proof::prove(&task, &mut |_| ControlFlow::Continue(())).unwrap().unwrap().text
}

/// The highest level that some portfolio holds, and the best objective of those that hold it with its lowest bill.
#[allow(clippy::option_option)]
fn exhaustive(case: &Case, most: usize) -> Option<Option<(Option<RungIx>, Decimal, Decimal)>> {
    let level_of = |portfolio: &Portfolio| evaluate(case, portfolio).overall();
    let highest: Cell<Option<Option<RungIx>>> = Cell::new(None);
    exhaustive_of(case, most, |portfolio| {
        highest.set(highest.get().max(Some(level_of(portfolio))));
        false
    })?;
    let Some(level) = highest.get() else { return Some(None) };
    let best = exhaustive_of(case, most, |portfolio| level_of(portfolio) >= level).flatten();
    Some(best.map(|(objective, bill)| (level, objective, bill)))
}

#[test]
fn a_hundred_cases_agree_with_exhaustive_search() {
    let (mut compared, mut higher, mut several) = (0, 0, 0);
    for seed in 0.. {
        let mut case = Case { aggregate: Aggregate::Weakest, ..small(seed) };
        let effects = case.candidates.iter_mut().flat_map(|candidate| &mut candidate.effects);
        effects.for_each(|effect| effect.control_gain *= Decimal::TWO);
        // Two starts and one split for each candidate, so that all portfolios are few.
        for candidate in &mut case.candidates {
            candidate.start_to = candidate.start_to.min(candidate.start_from + 1);
            if let [one, other] = candidate.shares.as_mut_slice() {
                (one.max, other.min) = (one.min, other.max);
            }
        }
        let Some(expected) = exhaustive(&case, 600).filter(|_| case.ministries.len() <= 2) else { continue };
        compared += 1;
        let found = answer(&case, if seed % 14 == 0 { SolverChoice::Microlp } else { SolverChoice::Engine });
        let Some((level, objective, bill)) = expected else {
            assert_eq!((found.status, found.level), (Status::Infeasible, None), "seed {seed}");
            continue;
        };
        let gives = found.evaluation.as_ref().unwrap();
        assert_eq!(found.status, Status::Optimal, "seed {seed}");
        assert!(
            (gives.objective - objective).abs() < Decimal::new(1, 6),
            "seed {seed}: {} {objective}",
            gives.objective
        );
        assert_eq!((gives.cost.normalize(), gives.overall()), (bill.normalize(), level), "seed {seed}");
        let known = found.level.unwrap();
        assert!(
            known.proven && case.level_of(power(&case, known.held)) == case.level_of(power(&case, level)),
            "seed {seed}"
        );
        higher += usize::from(known.held != gives.overall_before());
        several += usize::from(case.services.iter().filter(|it| it.domain == case.services[0].domain).count() > 1);
        let written = proof_of(&case, found.portfolio.as_ref());
        let verified = proof::verify(&case, &written).unwrap_or_else(|why| panic!("seed {seed}: {why}"));
        assert_eq!(verified.objective, Some(gives.objective), "seed {seed}");
        if compared == 100 {
            break;
        }
    }
    assert!(higher > 5 && several > 25, "{higher} of them rise a level, {several} have domains of several services");
}

fn power(case: &Case, level: Option<RungIx>) -> Decimal {
    level.map_or(Decimal::ZERO, |rung| case[rung].power)
}

/// Two domains, the first of two services: with 10 either both domains reach `mid` (b and c, or a and c) or the first one `top` (a and b).
fn two(aggregate: &str, floor: &str) -> Case {
    let settings = format!(
        "format = 1\nfirst_year = 2027\nlast_year = 2027\n[objective]\naggregate = \"{aggregate}\"\n[[ministry]]\nid = \"m\"\n\
         [[rung]]\nid = \"low\"\nat_least = 0\npower = 0\n[[rung]]\nid = \"mid\"\nat_least = 30\npower = 0.5\n\
         [[rung]]\nid = \"top\"\nat_least = 60\npower = 1\n"
    );
    let domains = format!("domain,weight_m,floor\nd,8,{floor}\ne,2,\n");
    let book = Workbook::from_files(&[
        ("case.toml", settings.as_str()),
        ("domains.csv", domains.as_str()),
        ("services.csv", "service,domain,control\ns,d,0\nt,d,0\nu,e,0\n"),
        ("candidates.csv", "candidate,domain,cost_1\na,d,6\nb,d,4\nc,e,4\n"),
        ("effects.csv", "candidate,service,control_gain\na,s,60\nb,t,60\nc,u,30\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,10\n"),
    ]);
    compile(&book).case
}

fn picks(case: &Case, portfolio: Option<&Portfolio>) -> Vec<String> {
    portfolio.unwrap().picks().iter().map(|pick| case[pick.candidate].id.clone()).collect()
}

/// By the index a and b: 80 for d, nothing for e. With the weakest first b and c, for less than a and c: d has (0 + 1) / 2, e 0.5, which
/// is `mid` in both.
#[test]
fn the_weakest_domain_comes_before_the_index() {
    let (by_index, by_level) = (two("weighted", ""), two("weakest", ""));
    for solver in [SolverChoice::Engine, SolverChoice::Microlp] {
        let best = answer(&by_index, solver);
        assert_eq!(picks(&by_index, best.portfolio.as_ref()), ["a", "b"], "{solver:?}");
        assert_eq!(best.level, None);
        let best = answer(&by_level, solver);
        assert_eq!(picks(&by_level, best.portfolio.as_ref()), ["b", "c"], "{solver:?}");
        let level = HighestLevel { held: Some(RungIx(1)), proven: true, impossible: Some(RungIx(2)) };
        assert_eq!((best.status, best.level), (Status::Optimal, Some(level)), "{solver:?}");
        assert_eq!(best.evaluation.unwrap().index_after.normalize(), Decimal::from(50));
    }
    let asked =
        ask(&Query::best(by_level.clone().into()), &Options::default(), None, &mut |_| ControlFlow::Continue(()));
    assert_eq!(picks(&by_level, asked.unwrap().portfolio()), ["b", "c"]);
}

/// The floor of a domain of two services, in the engine, the general solver, the proof and the explanation.
#[test]
fn a_domain_has_a_floor() {
    let case = two("weighted", "top");
    for solver in [SolverChoice::Engine, SolverChoice::Microlp] {
        assert_eq!(picks(&case, answer(&case, solver).portfolio.as_ref()), ["a", "b"], "{solver:?}");
    }
    assert!(proof::verify(&case, &proof_of(&case, None)).is_ok());
    let mut poor = case.clone();
    poor.ministries[0].budget = vec![Decimal::from(9)];
    for solver in [SolverChoice::Engine, SolverChoice::Microlp] {
        let impossible = answer(&poor, solver);
        assert_eq!(impossible.status, Status::Infeasible, "{solver:?}");
        let conflict = impossible.conflict.unwrap();
        assert!(conflict.rules.contains(&crate::rules::Rule::DomainFloor(crate::model::DomainIx(0))), "{conflict:?}");
    }
    assert!(proof::verify(&poor, &proof_of(&poor, None)).is_ok());
}

/// What changes a plan least stays at the level.
#[test]
fn a_plan_that_stays_put_holds_the_level() {
    let case = two("weakest", "");
    let plan = answer(&two("weighted", ""), SolverChoice::Engine).portfolio.unwrap();
    let close = StayClose { plan: &plan, keep: None };
    let go_on = &mut |_: &_| ControlFlow::Continue(());
    let found = optimise_close(&case, &Options::default(), &close, &mut WarmStart::default(), go_on).unwrap();
    assert_eq!(picks(&case, found.portfolio.as_ref()), ["b", "c"]);
    assert!(found.level.unwrap().proven && found.closeness.unwrap().is_proven());
}

/// Without time what is shown is not said to be proven.
#[test]
fn without_time_no_level_is_proven() {
    let case = two("weakest", "");
    let options = Options { time_limit: Some(Duration::ZERO), ..Options::default() };
    let found = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(matches!(found.status, Status::Feasible | Status::Unknown));
    assert!(found.level.is_none_or(|level| !level.proven));
}

/// A proof that names another level than the next one, or leaves the first part out, is refused.
#[test]
fn a_proof_of_the_wrong_level_is_refused() {
    let case = two("weakest", "");
    let found = answer(&case, SolverChoice::Engine);
    let whole = proof_of(&case, found.portfolio.as_ref());
    let verified = proof::verify(&case, &whole).unwrap();
    assert_eq!((verified.level, verified.objective), (Some(Some(RungIx(1))), Some(Decimal::from(50))));
    let lines: Vec<&str> = whole.lines().collect();
    let headers: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].contains("\"format\"")).collect();
    let [0, second] = headers[..] else { panic!("{whole}") };
    let refused = |text: &str| proof::verify(&case, text).is_err();
    assert!(refused(&lines[second..].join("\n")), "without the part about the next level");
    assert!(refused(&lines[..second].join("\n")), "without the part about the index");
    assert!(refused(&whole.replacen("\"level\":\"top\"", "\"level\":\"mid\"", 1)));
    assert!(refused(&whole.replace("\"level\":\"mid\"", "\"level\":\"low\"")));
    assert!(proof::verify(&two("weighted", ""), &whole).is_err());
}
