//! Analyses that are broken off: what is finished is kept, and what is called proven is true.

use std::ops::ControlFlow;
use std::time::Duration;

use beslismacht::analyse::alternatives::{Alternatives, Ending, Reach};
use beslismacht::analyse::budget_frontier::{BudgetFrontier, Knee};
use beslismacht::analyse::case_transforms::{paid_by, with_status, with_total_budget, without_demands, without_rule};
use beslismacht::analyse::cooperate::Cooperate;
use beslismacht::analyse::explain::Explain;
use beslismacht::analyse::importance::{BreakEvens, Importance};
use beslismacht::analyse::pareto::{Axis, Better, Pareto};
use beslismacht::analyse::robust::{Draws, Robust, VoiceRange, WeightDraw, with_voice};
use beslismacht::analyse::stress::Stress;
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{
    Analysis as _, AnalysisProgress, Failure, Oracle, Outcome, QueryRunner, Skips, SolutionPool,
};
use beslismacht::measure::evaluate;
use beslismacht::model::{CandidateIx, Case, MinistryIx, Portfolio, Status};
use beslismacht::optimise::{Measure, Progress, ProofStatus, Query, QueryResult, SAME, WarmStart};
use beslismacht::report::analyses::{
    Context, alternatives, budget_frontier, cooperate, explain, importance, pareto, robust, stress,
};
use beslismacht::report::{AnalysisReport, header};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, best, cases};
use super::pareto::{eight_items, truth};
use super::robust::scenarios;

/// Looks at all portfolios; broken off it gives the worst one, a bound that is too high, and no proof.
struct Breakable;

impl Oracle for Breakable {
    fn answer(
        &self,
        question: &Query,
        warm: Option<&Portfolio>,
        memory: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        let reply = Exhaustive.answer(question, warm, memory, on)?;
        if on(&Progress::default()).is_continue() {
            return Ok(reply);
        }
        let allowed = all(&question.case).into_iter().filter(|(it, evaluation)| question.allows(it, evaluation));
        let valued =
            allowed.map(|(it, evaluation)| (question.aim.of(&question.case, &it, &evaluation), it, evaluation));
        let worst = valued.reduce(|a, b| if question.aim.better_by(a.0, b.0) < Decimal::ZERO { a } else { b });
        let slack = question.aim.better_by(Decimal::ONE, Decimal::ZERO);
        Ok(worst.map_or(QueryResult::NOTHING, |(value, portfolio, evaluation)| QueryResult {
            known: ProofStatus::Open,
            bound: reply.value.map(|value| value + slack),
            value: Some(value),
            found: Some((portfolio, evaluation)),
            nodes: 0,
        }))
    }
}

/// Does something with a runner whose listener breaks it off after this many reports; says whether it did.
fn stopped<T>(after: usize, work: impl FnOnce(&QueryRunner<'_>) -> Result<T, Failure>) -> (T, bool) {
    let mut reports = 0;
    let mut on = |_: &AnalysisProgress| {
        reports += 1;
        if reports > after { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let runner = QueryRunner::new(&Breakable, 1, &mut on);
    let done = work(&runner).unwrap();
    (done, runner.is_stopped())
}

/// Every number of reports after which an analysis could be broken off, until one is not.
fn at_every_report(mut check: impl FnMut(usize) -> bool) {
    let stops = (0..400).take_while(|&after| check(after)).count();
    assert!(stops > 0 && stops < 400, "{stops}");
}

/// Finds nothing until it is broken off.
struct Endless;

impl Oracle for Endless {
    fn answer(
        &self,
        _: &Query,
        _: Option<&Portfolio>,
        _: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        while on(&Progress::default()).is_continue() {}
        Ok(QueryResult::NOTHING)
    }
}

/// A question that takes too long, or that somebody skips, is open, and the next one is asked.
#[test]
fn a_question_that_is_given_up_holds_nothing_up() {
    let case = cases(0..1).next().unwrap().1;
    for longest in [Some(Duration::ZERO), None] {
        let (skips, mut reports) = (Skips::default(), 0);
        let skip = skips.clone();
        let mut on = |progress: &AnalysisProgress| {
            reports += usize::from(progress.search.is_some());
            if progress.search.is_some() && reports.is_multiple_of(5) {
                skip.skip();
            }
            ControlFlow::Continue(())
        };
        let runner = QueryRunner::new(&Endless, 1, &mut on).patient(longest, skips);
        for given_up in 1..3 {
            let reply = runner.best(&mut SolutionPool::default(), &case, "").unwrap();
            assert_eq!(reply, QueryResult::NOTHING);
            assert_eq!((runner.stats().searched, runner.stats().given_up), (given_up, given_up));
        }
        assert!(!runner.is_stopped());
    }
    // What was found before is kept, and nothing is called proven.
    let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
    let runner = QueryRunner::new(&Breakable, 1, &mut on).patient(Some(Duration::ZERO), Skips::default());
    let found = run(&Importance { case: &case, cuts: 2, break_evens: BreakEvens::Without }, &runner).unwrap();
    assert!(!runner.is_stopped() && found.best.known == ProofStatus::Open && found.missing == 0);
    assert!(found.candidates.iter().all(|it| it.otherwise.known != ProofStatus::Proven));
}

fn context(case: &Case) -> Context<'_> {
    Context::new(case, header(case, "case".to_owned(), Vec::new(), Vec::new()))
}

/// What says that nothing is open is the whole of it.
fn says_so(report: &AnalysisReport, whole: &AnalysisReport, stopped: bool, what: &str) {
    assert!(stopped || report.open.is_empty(), "{what}: {:?}", report.open);
    let nothing = |report: &AnalysisReport| report.summary.iter().any(|it| it.starts_with("No portfolio is possible"));
    assert!(!nothing(report) || nothing(whole), "{what}: {:?}", report.summary);
    if report.open.is_empty() {
        assert_eq!(report, whole, "{what}");
    }
}

/// The result without a break.
fn unbroken<T>(work: impl FnOnce(&QueryRunner<'_>) -> Result<T, Failure>) -> T {
    stopped(usize::MAX, work).0
}

/// What is called proven is the truth.
fn holds(outcome: &Outcome, truth: Option<Decimal>, what: &str) {
    match outcome.known {
        ProofStatus::Proven => assert!((outcome.objective.unwrap() - truth.unwrap()).abs() <= SAME, "{what}"),
        ProofStatus::Impossible => assert_eq!(truth, None, "{what}"),
        ProofStatus::Open => {
            if let (Some(bound), Some(truth)) = (outcome.bound, truth) {
                assert!(bound >= truth - SAME, "{what}: bound {bound} of {truth}");
            }
        }
    }
}

fn some_cases() -> impl Iterator<Item = (u64, Case)> {
    cases(0..24)
}

#[test]
fn a_frontier_that_is_broken_off_keeps_its_steps() {
    let mut gaps = 0;
    for (seed, case) in some_cases() {
        let Ok(frontier) = BudgetFrontier::in_percent(&case, Decimal::ZERO, Decimal::from(150), 30) else { continue };
        let whole = unbroken(|runner| run(&frontier, runner));
        let whole = budget_frontier::report(&whole, context(&case));
        at_every_report(|after| {
            let (steps, stopped) = stopped(after, |runner| run(&frontier, runner));
            let what = format!("case {seed} after {after}");
            let missing = steps.at.iter().filter(|at| at.is_none()).count();
            for (at, &total) in steps.grid.iter().enumerate() {
                let Some(step) = steps.at[at].map(|step| &steps.steps[step]) else { continue };
                assert!(step.from <= total && total <= step.to, "{what} at {total}");
                holds(&step.best, best(&with_total_budget(&case, total)), &format!("{what} at {total}"));
            }
            for pair in steps.steps.windows(2) {
                let touch = steps.grid.iter().filter(|&&total| total > pair[0].to && total < pair[1].from).count() == 0;
                let both = pair[0].best.is_proven() && pair[1].best.is_proven();
                let known = pair[0].best.objective.is_some() && pair[1].best.objective.is_some();
                assert_eq!(pair[1].marginal.is_some(), touch && both && known, "{what} from {}", pair[1].from);
                if !touch {
                    assert!(pair[1].enter.is_empty() && pair[1].leave.is_empty(), "{what} from {}", pair[1].from);
                    gaps += 1;
                }
            }
            assert!(stopped || steps.complete, "{what}");
            assert!(!steps.complete || missing == 0, "{what}");
            assert!(steps.complete || steps.steps.iter().all(|step| step.knee == Knee::None), "{what}");
            says_so(&budget_frontier::report(&steps, context(&case)), &whole, stopped, &what);
            stopped
        });
    }
    assert!(gaps > 10, "{gaps}");
}

#[test]
fn a_front_that_is_broken_off_keeps_its_points() {
    let more = |measure| Axis { name: "more".to_owned(), measure, better: Better::More };
    let two = eight_items();
    let mut fronts: Vec<(String, Case, Axis, Axis)> = some_cases()
        .map(|(seed, case)| {
            let less = Axis { name: "less".to_owned(), measure: Measure::Cost, better: Better::Less };
            (format!("case {seed}"), case, more(Measure::Objective), less)
        })
        .collect();
    let own = |ministry| more(Measure::own_gain(&two, MinistryIx(ministry)));
    fronts.push(("two views".to_owned(), two.clone(), own(0), own(1)));
    for (name, case, first, second) in fronts {
        let pareto = Pareto { case: &case, first: first.clone(), second: second.clone(), points: None };
        let truth = truth(&case, &first, &second);
        let on_front = |point: (Decimal, Decimal)| {
            truth.iter().any(|it| (it.0 - point.0).abs() <= SAME && (it.1 - point.1).abs() <= SAME)
        };
        let whole = unbroken(|runner| run(&pareto, runner));
        let whole = pareto::report((&whole, &first, &second), context(&case));
        at_every_report(|after| {
            let (front, stopped) = stopped(after, |runner| run(&pareto, runner));
            for point in front.points.iter().filter(|point| point.outcome.is_proven()) {
                assert!(on_front((point.first, point.second)), "{name} after {after}");
            }
            assert!(stopped || front.complete, "{name} after {after}");
            if front.complete {
                assert_eq!(front.points.len(), truth.len(), "{name} after {after}");
            }
            says_so(&pareto::report((&front, &first, &second), context(&case)), &whole, stopped, &name);
            stopped
        });
    }
}

#[test]
fn alternatives_that_are_broken_off_are_in_order() {
    for (seed, case) in some_cases() {
        let truth = super::alternatives::sets(&case);
        for reach in [Reach::Count, Reach::Within] {
            let analysis = Alternatives {
                case: &case,
                count: 6,
                within: Decimal::from(20),
                reach,
                trifle: Decimal::ZERO,
                spread: 3,
            };
            let whole = unbroken(|runner| run(&analysis, runner));
            let whole = alternatives::report((&whole, analysis.within, analysis.trifle), context(&case));
            at_every_report(|after| {
                let (others, stopped) = stopped(after, |runner| run(&analysis, runner));
                let what = format!("case {seed} after {after}");
                holds(&others.best, truth.first().copied(), &what);
                for (at, next) in others.next.iter().enumerate().filter(|(_, next)| next.is_proven()) {
                    holds(next, truth.get(at + 1).copied(), &what);
                }
                if others.best.is_proven() && others.ending == Ending::Complete {
                    let near = |value: &&Decimal| reach == Reach::Count || **value >= others.near.unwrap() - SAME;
                    let left = truth.iter().skip(1 + others.next.len()).filter(near).count();
                    assert_eq!(left, 0, "{what}");
                }
                says_so(
                    &alternatives::report((&others, analysis.within, analysis.trifle), context(&case)),
                    &whole,
                    stopped,
                    &what,
                );
                stopped
            });
        }
    }
}

#[test]
fn importance_that_is_broken_off_says_what_is_missing() {
    for (seed, case) in some_cases().take(8) {
        let analysis = Importance { case: &case, cuts: 3, break_evens: BreakEvens::Without };
        let whole = unbroken(|runner| run(&analysis, runner));
        let whole = importance::report(&whole, context(&case));
        at_every_report(|after| {
            let (worth, stopped) = stopped(after, |runner| run(&analysis, runner));
            let what = format!("case {seed} after {after}");
            holds(&worth.best, best(&case), &what);
            for forced in &worth.candidates {
                let status = if forced.chosen { Status::LockedOut } else { Status::LockedIn };
                holds(&forced.otherwise, best(&with_status(&case, CandidateIx(forced.candidate), status)), &what);
            }
            for (rule, outcome) in &worth.rules {
                holds(outcome, best(&without_rule(&case, *rule)), &format!("{what}, {}", rule.describe(&case)));
            }
            assert!(stopped || worth.missing + worth.missing_cuts == 0, "{what}");
            says_so(&importance::report(&worth, context(&case)), &whole, stopped, &what);
            stopped
        });
    }
}

#[test]
fn robustness_that_is_broken_off_says_what_is_missing() {
    for (seed, case) in some_cases().filter(|(_, case)| case.ministries.len() > 1).take(10) {
        let scenarios = scenarios(&case);
        let voice = Some(VoiceRange { ministry: MinistryIx(0), low: Decimal::ZERO, high: Decimal::ONE });
        let draws = Draws {
            count: 2,
            seed: 7,
            weights: WeightDraw::Ranking,
            costs: Decimal::TEN,
            gains: Decimal::TEN,
            success: Decimal::ZERO,
        };
        let analysis = Robust { case: &case, scenarios: &scenarios, own: None, voice, draws, outcomes: 100 };
        let worlds = analysis.worlds();
        let whole = unbroken(|runner| run(&analysis, runner));
        let whole = robust::report(&whole, context(&case));
        at_every_report(|after| {
            let (found, stopped) = stopped(after, |runner| run(&analysis, runner));
            let what = format!("case {seed} after {after}");
            for judged in &found.worlds {
                let world = worlds.iter().find(|world| world.name == judged.name).unwrap();
                holds(&judged.best, best(&world.case), &format!("{what}, {}", world.name));
                let proven = judged.best.is_proven();
                assert!(judged.portfolios.iter().all(|(_, regret)| proven || regret.is_none()), "{what}");
            }
            for stretch in found.voice.iter().filter(|stretch| stretch.proven) {
                for part in 0..=4 {
                    let voice = stretch.from + (stretch.to - stretch.from) * Decimal::new(part * 25, 2);
                    let world = with_voice(&case, MinistryIx(0), voice);
                    let Some(truth) = best(&world) else { continue };
                    let is = evaluate(&world, &stretch.best.picks.portfolio()).objective;
                    assert!((is - truth).abs() <= SAME, "{what} at {voice}: {is} instead of {truth}");
                }
            }
            says_so(&robust::report(&found, context(&case)), &whole, stopped, &what);
            stopped
        });
    }
}

#[test]
fn cooperation_that_is_broken_off_divides_nothing() {
    for (seed, case) in some_cases() {
        let whole = unbroken(|runner| run(&Cooperate { case: &case }, runner));
        let whole = cooperate::report(&whole, context(&case));
        at_every_report(|after| {
            let (found, stopped) = stopped(after, |runner| run(&Cooperate { case: &case }, runner));
            let what = format!("case {seed} after {after}");
            for (members, worth) in &found.coalitions {
                holds(worth, best(&paid_by(&without_demands(&case), members)), &what);
            }
            let all_proven = found.coalitions.iter().all(|(_, worth)| worth.is_proven());
            let all_there = found.coalitions.len() == (1 << case.ministries.len()) - 1;
            assert_eq!(found.shapley.is_some(), all_proven && all_there, "{what}");
            let alone = found.ways.iter().filter(|way| way.name.ends_with(" alone") && way.objective.is_some()).count();
            let apart = found.ways.iter().find(|way| way.name == "side by side").unwrap();
            assert_eq!(apart.objective.is_some(), alone == case.ministries.len(), "{what}");
            says_so(&cooperate::report(&found, context(&case)), &whole, stopped, &what);
            stopped
        });
    }
}

#[test]
fn stress_that_is_broken_off_keeps_its_scenarios() {
    for (seed, case) in some_cases() {
        let scenarios = scenarios(&case);
        let Some((portfolio, _)) = all(&case).into_iter().next() else { continue };
        let analysis = Stress { case: &case, scenarios: &scenarios, portfolio: &portfolio };
        let whole = unbroken(|runner| run(&analysis, runner));
        let whole = stress::report((&scenarios, &whole), context(&case));
        at_every_report(|after| {
            let (hits, stopped) = stopped(after, |runner| run(&analysis, runner));
            let what = format!("case {seed} after {after}");
            for hit in &hits {
                holds(&hit.best, best(&scenarios[hit.scenario].case), &what);
                assert!(hit.best.is_proven() || hit.regret.is_none(), "{what}");
            }
            says_so(&stress::report((&scenarios, &hits), context(&case)), &whole, stopped, &what);
            stopped
        });
    }
}

#[test]
fn an_explanation_that_is_broken_off_says_so() {
    for (seed, case) in some_cases().take(8) {
        for candidate in case.candidate_ixs() {
            let whole = unbroken(|runner| run(&Explain { case: &case, candidate }, runner));
            let whole = explain::report((candidate, whole.1.as_ref()), context(&case));
            at_every_report(|after| {
                let ((_, reasons), stopped) = stopped(after, |runner| run(&Explain { case: &case, candidate }, runner));
                let what = format!("case {seed} after {after}, {}", case[candidate].id);
                if let Some(reasons) = &reasons {
                    holds(&reasons.best, best(&case), &what);
                }
                says_so(&explain::report((candidate, reasons.as_ref()), context(&case)), &whole, stopped, &what);
                stopped
            });
        }
    }
}

/// Wherever fortifying is broken off: what is called proven, the highest or the least is what the whole search finds.
#[test]
fn fortifying_keeps_what_is_finished() {
    let (mut proven, mut stops) = (0, 0);
    for (_, case) in super::fortify::besieged(3..9) {
        let (more, broken_off) = fortifying_of(&case);
        proven += more;
        stops += broken_off;
    }
    assert!(stops > 50 && proven > 100, "{stops} {proven}");
}

/// How many answers were proven, of how many runs that were broken off.
fn fortifying_of(case: &Case) -> (usize, usize) {
    let params = beslismacht::analyse::fortify::Params { hostile: Some(Decimal::from(25)) };
    let whole = super::exhaustive::with_runner(&Exhaustive, 1, |runner| run(&params.sweep(case).unwrap(), runner));
    let whole = whole.unwrap();
    let (climb, siege) = (whole.climb.unwrap(), whole.siege.unwrap());
    assert!(climb.is_highest && siege.is_least);
    let same = |one: Option<Decimal>, other: Option<Decimal>| (one.unwrap() - other.unwrap()).abs() <= SAME;
    let (mut proven, mut stops) = (0, 0);
    for after in 0..400 {
        let (found, was_stopped) = stopped(after, |runner| run(&params.sweep(case).unwrap(), runner));
        for step in found.climb.iter().flat_map(|it| &it.steps).filter(|it| it.best.known == ProofStatus::Proven) {
            let is_kept = |it: &&beslismacht::analyse::fortify::Step| it.least.is_none_or(|least| least >= step.from);
            let truth = climb.steps.iter().find(is_kept).unwrap();
            assert!(same(truth.best.objective, step.best.objective), "{after}: {step:?}");
            proven += 1;
        }
        if let Some(found) = found.climb.filter(|it| it.is_highest && !it.steps.is_empty()) {
            assert_eq!(found.steps.last().unwrap().least, climb.steps.last().unwrap().least, "{after}");
        }
        let Some(found) = found.siege else { continue };
        let mut limit: Option<Decimal> = None;
        for stand in &found.stands {
            if stand.best.known == ProofStatus::Proven {
                let truth = siege.stands.iter().find(|it| limit.is_none_or(|limit| it.won < limit)).unwrap();
                assert!(same(truth.best.objective, stand.best.objective), "{after}: {stand:?}");
                proven += 1;
            }
            limit = Some(stand.won);
        }
        assert!(!found.is_least || limit == siege.stands.last().map(|it| it.won), "{after}");
        if !was_stopped {
            break;
        }
        stops += 1;
    }
    (proven, stops)
}
