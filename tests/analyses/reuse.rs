//! Answers with what earlier ones left behind are those of fresh searches, and what they imply is not searched.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::made_up::{Shape, planning};
use beslismacht::analyse::case_transforms::{with_status, with_total_budget};
use beslismacht::analyse::{AnalysisProgress, Failure, Oracle, QueryRunner, QueryStats, SolutionPool, Solving};
use beslismacht::model::compile::compile;
use beslismacht::model::{CandidateIx, Case, MinistryIx, Portfolio, Relation, RelationKind, Status};
use beslismacht::optimise::{
    Aim, ConditionalBound, Measure, Progress, ProofStatus, Query, QueryResult, SAME, Side, WarmStart,
};
use beslismacht::store;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, cases};

/// Cases that allow nothing more than the first, each with one thing harder.
fn harder(case: &Case) -> Vec<(&'static str, Case)> {
    let mut all = Vec::new();
    let mut add = |name: &'static str, change: &dyn Fn(&mut Case)| {
        let mut changed = case.clone();
        change(&mut changed);
        all.push((name, changed));
    };
    add("less money", &|case| {
        for ministry in &mut case.ministries {
            ministry.budget.iter_mut().for_each(|amount| *amount *= Decimal::new(9, 1));
        }
    });
    add("dearer", &|case| case.candidates[0].costs.iter_mut().for_each(|cost| *cost *= Decimal::TWO));
    add("less gain", &|case| {
        let effects = case.candidates.iter_mut().step_by(2).flat_map(|candidate| &mut candidate.effects);
        effects.for_each(|effect| effect.control_gain /= Decimal::TWO);
    });
    add("less success", &|case| case.candidates[1].success /= Decimal::TWO);
    add("fewer points", &|case| case.candidates[0].points -= Decimal::ONE);
    add("later", &|case| case.candidates[0].start_from += 1);
    add("slower", &|case| case.candidates[1].lead_time += 1);
    for status in [Status::LockedIn, Status::LockedOut] {
        add("a lock", &|case| {
            let free = case.candidates.iter_mut().find(|candidate| candidate.status == Status::Free);
            if let Some(candidate) = free {
                candidate.status = status;
            }
        });
    }
    add("one more rule", &|case| {
        let row = case.relations.first().map_or(0, |it| it.row);
        let rule = Relation::between(RelationKind::Excludes, vec![CandidateIx(0), CandidateIx(1)]);
        case.relations.push(Relation { row, ..rule });
    });
    add("the same", &|_| {});
    all
}

fn with_runner<T>(oracle: &dyn Oracle, work: impl FnOnce(&QueryRunner<'_>) -> T) -> (T, QueryStats) {
    let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
    let runner = QueryRunner::new(oracle, 1, &mut on);
    let result = work(&runner);
    (result, runner.stats())
}

#[test]
fn what_is_harder_inherits_the_bound_of_what_is_easier() {
    let mut implied = 0;
    for (seed, case) in cases(300..420).filter(|(_, case)| case.candidates.len() > 1) {
        let ((), stats) = with_runner(&Exhaustive, |runner| {
            let mut pool = SolutionPool::default();
            runner.best(&mut pool, &case, "the case").unwrap();
            for (name, changed) in harder(&case) {
                let question = Query::best(Arc::new(changed));
                let reply = runner.ask(&mut pool, &question, None, name).unwrap();
                let truth = Exhaustive
                    .answer(&question, None, &mut WarmStart::default(), &mut |_| ControlFlow::Continue(()))
                    .unwrap();
                assert_eq!(reply.known, truth.known, "case {seed}, {name}");
                let cost = |reply: &beslismacht::optimise::QueryResult| reply.evaluation().map(|it| it.cost);
                assert_eq!(cost(&reply), cost(&truth), "case {seed}, {name}");
                if let (Some(is), Some(should)) = (reply.value, truth.value) {
                    assert!((is - should).abs() <= SAME, "case {seed}, {name}: {is} instead of {should}");
                }
            }
        });
        implied += stats.implied;
    }
    assert!(implied > 200, "{implied}");
}

/// The answers to a chain of questions at one runner, and each of them afresh.
fn same_as_fresh(name: &str, questions: &[Query]) -> QueryStats {
    let ((), stats) = with_runner(&Solving::default(), |runner| {
        let mut pool = SolutionPool::default();
        for (at, question) in questions.iter().enumerate() {
            let reply = runner.ask(&mut pool, question, None, name).unwrap();
            let fresh = Solving::default()
                .answer(question, None, &mut WarmStart::default(), &mut |_| ControlFlow::Continue(()))
                .unwrap();
            assert_eq!(reply.known, fresh.known, "{name}, question {at}");
            assert_ne!(reply.known, ProofStatus::Open, "{name}, question {at}");
            if let (Some(is), Some(should)) = (reply.value, fresh.value) {
                assert!((is - should).abs() <= SAME, "{name}, question {at}: {is} instead of {should}");
            }
            if question.aim == Aim::Best {
                let cost = |reply: &beslismacht::optimise::QueryResult| reply.evaluation().map(|it| it.cost);
                assert_eq!(cost(&reply), cost(&fresh), "{name}, question {at}");
            }
            let allowed = reply.found.as_ref().is_none_or(|(portfolio, it)| question.allows(portfolio, it));
            assert!(allowed, "{name}, question {at}");
        }
    });
    stats
}

/// Budgets, locks, a bounded gain and a spending, each question near the one before.
fn chain(case: &Case, candidates: usize) -> Vec<Query> {
    let own = case.total_budget();
    let shared = Arc::new(case.clone());
    let mut questions = vec![Query::best(Arc::clone(&shared))];
    for percent in [101, 100, 99, 80] {
        let total = (own * Decimal::new(percent, 2)).round_dp(4);
        questions.push(Query::best(Arc::new(with_total_budget(case, total))));
    }
    for candidate in case.candidate_ixs().take(candidates) {
        for status in [Status::LockedIn, Status::LockedOut] {
            questions.push(Query::objective(Arc::new(with_status(case, candidate, status))));
        }
    }
    let [one, other] = [0, 1].map(|ministry| Measure::own_gain(case, MinistryIx(ministry)));
    for bound in [5, 8, 9] {
        let question = Query::new(Arc::clone(&shared), Aim::Highest(one.clone()));
        questions.push(question.with(other.clone(), Side::AtLeast, Decimal::from(bound)));
    }
    questions
}

#[test]
fn a_chain_of_related_questions_has_the_answers_of_fresh_ones() {
    for seed in 1..4 {
        let case = compile(&planning(14, seed, Shape::Ladder)).case;
        let stats = same_as_fresh(&format!("case {seed}"), &chain(&case, 14));
        assert!(stats.implied > 0, "what is implied is not searched");
    }
}

/// Finds nothing and proves nothing.
struct Silent;

impl Oracle for Silent {
    fn answer(
        &self,
        _question: &Query,
        _warm: Option<&Portfolio>,
        _memory: &mut WarmStart,
        _on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        Ok(QueryResult::NOTHING)
    }
}

#[test]
fn a_search_that_finds_nothing_gives_what_was_known_before() {
    let mut tried = 0;
    for (seed, case) in cases(0..40) {
        let known = all(&case);
        let Some((_, best)) = known.iter().max_by_key(|(_, it)| it.objective) else { continue };
        let ((), _) = with_runner(&Silent, |runner| {
            let mut pool = SolutionPool::default();
            known.iter().take(20).for_each(|(portfolio, _)| pool.add(portfolio));
            let reply = runner.ask(&mut pool, &Query::objective(Arc::new(case.clone())), None, "anything").unwrap();
            let highest = known.iter().take(20).map(|(_, it)| it.objective).max();
            assert_eq!((reply.known, reply.value), (ProofStatus::Open, highest), "case {seed}");
            assert!(reply.value <= Some(best.objective), "case {seed}");
        });
        tried += 1;
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn so_it_is_on_the_dutch_case() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/netherlands");
    let case = compile(&store::open(&folder).unwrap().workbook).case;
    let mut questions = chain(&case, 2);
    questions.truncate(9);
    same_as_fresh("the Netherlands", &questions);
}

/// What was found for the candidates that lose most settles them for the one that loses least: the same value with far less
/// to search.
#[test]
fn forced_candidates_settle_each_other() {
    let case = compile(&planning(40, 3, Shape::Ladder)).case;
    let ask = |question: &Query| {
        Solving::default()
            .answer(question, None, &mut WarmStart::default(), &mut |_| ControlFlow::Continue(()))
            .unwrap()
    };
    let best = ask(&Query::best(Arc::new(case.clone())));
    let picks = best.portfolio().unwrap();
    let mut forced = Vec::new();
    for candidate in case.candidate_ixs().filter(|&it| case[it].status == Status::Free) {
        let chosen = picks.contains(candidate);
        let status = if chosen { Status::LockedOut } else { Status::LockedIn };
        let question = Query::objective(Arc::new(with_status(&case, candidate, status)));
        let reply = ask(&question);
        let (Some(value), Some(at_most)) = (reply.value, reply.bound) else { continue };
        forced.push((value, ConditionalBound { candidate, chosen, at_most }, question, reply.nodes));
    }
    forced.sort_by_key(|(value, ..)| std::cmp::Reverse(*value));
    let (mut with, mut without) = (0, 0);
    for (value, own, question, nodes) in forced.iter().take(8) {
        let others = forced.iter().map(|(_, known, ..)| *known).filter(|known| known.candidate != own.candidate);
        let reply = ask(&question.clone().knowing(others.collect()));
        assert_eq!(reply.known, ProofStatus::Proven, "{own:?}");
        assert!((reply.value.unwrap() - value).abs() <= SAME, "{own:?}: {:?} instead of {value}", reply.value);
        (with, without) = (with + reply.nodes, without + nodes);
    }
    assert!(with * 2 < without, "{with} nodes instead of {without}");
}
