//! Answers that were tampered with are refused.

use std::ops::ControlFlow;

use rust_decimal::Decimal;

use super::{Refusal, examine};
use crate::measure::Rule;
use crate::model::{
    Candidate, CandidateIx, CarryOver, Case, Domain, DomainIx, Effect, Ministry, Pick, Portfolio, PowerRule, Rung,
    Service, ServiceIx, ShareRange, Status,
};
use crate::optimise::lexicographic::optimise_with;
use crate::optimise::testing::plain_candidate;
use crate::optimise::{
    End, Found, Goal, NoGood, OptimiseError, Options, Progress, Solver, SolverError, Status as Known, Task, WarmStart,
};

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// One service with a rung of power 0.4 from 25 % on; three candidates of 60 each with 15, 10 and 9.9999 pp; two
/// ministries with 60 each, of which the first pays 40 to 60 %.
fn case() -> Case {
    let ministry = |id: &str| Ministry {
        id: id.to_owned(),
        name: id.to_owned(),
        voice: Decimal::ONE,
        carry_over: CarryOver::Fraction(Decimal::ZERO),
        budget: vec![d("60")],
    };
    let candidate = |id: &str, gain: &str, row: usize| Candidate {
        id: id.to_owned(),
        name: id.to_owned(),
        costs: vec![d("60")],
        shares: vec![ShareRange { min: 40, max: 60 }, ShareRange::ANY],
        start_from: 2027,
        start_to: 2027,
        effects: vec![Effect {
            service: ServiceIx(0),
            control_gain: d(gain),
            buys_from: String::new(),
            grants: None,
            prevents: None,
            lasts: None,
            row,
        }],
        ..plain_candidate(row, &Case::default())
    };
    Case {
        first_year: 2027,
        last_year: 2027,
        ministries: vec![ministry("defence"), ministry("economic_affairs")],
        rungs: vec![Rung { id: "seat".to_owned(), name: "Seat".to_owned(), at_least: d("25"), power: d("0.4") }],
        domains: vec![Domain {
            id: "cloud".to_owned(),
            name: "Cloud".to_owned(),
            weights: vec![Decimal::ONE; 2],
            target: d("0.5"),
            floor: None,
            row: 0,
        }],
        services: vec![Service {
            id: "exchange".to_owned(),
            domain: DomainIx(0),
            name: "Exchange".to_owned(),
            weight: Decimal::ONE,
            control: Decimal::ZERO,
            drift: Decimal::ZERO,
            floor: None,
            power: PowerRule::Ladder,
            quota: d("50"),
            takeover_floor: None,
            holder: String::new(),
            jurisdiction: String::new(),
            depends_on: Vec::new(),
            classification: 0,
            withheld: None,
            note: String::new(),
            source: String::new(),
            row: 0,
        }],
        candidates: vec![candidate("a", "15", 0), candidate("b", "10", 1), candidate("c", "9.9999", 2)],
        ..Case::default()
    }
}

fn pick(candidate: usize, first: u8) -> Pick {
    Pick { candidate: CandidateIx(candidate), start: 2027, shares: vec![first, 100 - first] }
}

/// The true answer: `a` and `b` reach the rung, 100 × 0.4 = 40 points, for 120.
fn honest() -> Found {
    Found {
        end: End::Proven,
        portfolio: Some(Portfolio::new(vec![pick(0, 50), pick(1, 50)])),
        value: Some(d("40")),
        bound: Some(d("40.0000003")),
        nodes: 1,
        first_found: None,
        options: Vec::new(),
        prices: None,
    }
}

fn refusal(found: &Found) -> Refusal {
    examine(&case(), found, Goal::Best, &[]).unwrap_err()
}

#[test]
fn an_honest_answer_passes() {
    let certified = examine(&case(), &honest(), Goal::Best, &[]).unwrap().unwrap();
    assert_eq!(certified.evaluation.objective, d("40"));
    assert_eq!(certified.evaluation.cost, d("120"));
}

#[test]
fn one_candidate_too_many_is_refused() {
    let picks = vec![pick(0, 50), pick(1, 50), pick(2, 50)];
    let found = Found { portfolio: Some(Portfolio::new(picks)), ..honest() };
    // 3 × 60 × 50 % = 90 of 60 for each ministry.
    let Refusal::BreaksRules(rules) = refusal(&found) else { panic!("not for its rules") };
    assert_eq!(rules.len(), 2, "{rules:?}");
}

#[test]
fn a_candidate_picked_twice_is_refused() {
    let found = Found { portfolio: Some(Portfolio::new(vec![pick(0, 50), pick(0, 50)])), ..honest() };
    assert!(matches!(refusal(&found), Refusal::BreaksRules(_)));
}

#[test]
fn a_share_off_by_one_is_refused() {
    // 61 % is above the range of 40 to 60; 50 + 49 do not add up to 100.
    let over = Found { portfolio: Some(Portfolio::new(vec![pick(0, 61), pick(1, 39)])), ..honest() };
    let Refusal::BreaksRules(rules) = refusal(&over) else { panic!("not for its rules") };
    assert!(rules.iter().any(|rule| *rule == Rule::Shares(CandidateIx(0)).describe(&case())));
    let mut short = pick(0, 50);
    short.shares[1] = 49;
    let short = Found { portfolio: Some(Portfolio::new(vec![short, pick(1, 50)])), ..honest() };
    assert!(matches!(refusal(&short), Refusal::BreaksRules(_)));
}

#[test]
fn a_rung_missed_by_a_ten_thousandth_is_refused() {
    // 15 + 9.9999 = 24.9999 is below 25: the portfolio is worth nothing, whatever a float says.
    let found = Found { portfolio: Some(Portfolio::new(vec![pick(0, 50), pick(2, 50)])), ..honest() };
    assert_eq!(refusal(&found), Refusal::WrongValue { said: d("40"), is: d("0") });
}

#[test]
fn a_wrong_bound_is_refused() {
    let below = Found { bound: Some(d("39.9999999")), ..honest() };
    assert_eq!(refusal(&below), Refusal::WrongBound { bound: d("39.9999999"), is: d("40") });
    let none = Found { bound: None, ..honest() };
    assert_eq!(refusal(&none), Refusal::Unfounded);
}

#[test]
fn a_proof_with_a_gap_is_refused() {
    let found = Found { bound: Some(d("40.0000011")), ..honest() };
    assert_eq!(refusal(&found), Refusal::NotProven { bound: d("40.0000011"), is: d("40") });
    let stopped = Found { end: End::Stopped(crate::optimise::options::Stop::TimeLimit), ..found };
    assert!(examine(&case(), &stopped, Goal::Best, &[]).is_ok());
}

#[test]
fn a_wrong_value_is_refused() {
    let found = Found { value: Some(d("40.000002")), bound: Some(d("40.000002")), ..honest() };
    assert!(matches!(refusal(&found), Refusal::WrongValue { .. }));
    assert_eq!(refusal(&Found { value: None, ..honest() }), Refusal::NoValue);
}

#[test]
fn a_stopped_search_may_say_too_little_but_never_too_much() {
    let stopped = |value: Option<Decimal>| Found {
        end: End::Stopped(crate::optimise::options::Stop::Cancelled),
        value,
        ..honest()
    };
    let value = honest().value.unwrap();
    assert!(examine(&case(), &stopped(Some(value - Decimal::ONE)), Goal::Best, &[]).is_ok());
    assert!(matches!(refusal(&stopped(Some(value + Decimal::ONE))), Refusal::WrongValue { .. }));
    let low = Found { bound: Some(value - Decimal::ONE), ..stopped(Some(value - Decimal::ONE)) };
    assert!(matches!(refusal(&low), Refusal::WrongBound { .. }), "its bound must hold all the same");
}

#[test]
fn proven_without_a_portfolio_is_refused() {
    assert_eq!(refusal(&Found::nothing(End::Proven)), Refusal::Unfounded);
    assert_eq!(examine(&case(), &Found::nothing(End::Infeasible), Goal::Best, &[]), Ok(None));
}

#[test]
fn a_portfolio_that_was_cut_off_is_refused() {
    let no_good = NoGood::Candidates(vec![CandidateIx(0), CandidateIx(1)]);
    assert_eq!(examine(&case(), &honest(), Goal::Best, &[no_good]).unwrap_err(), Refusal::NoGood);
}

#[test]
fn the_second_stage_is_examined_too() {
    let goal = Goal::Cheapest { at_least: d("39.999999") };
    let honest = Found { value: Some(d("120")), bound: Some(d("119.9999")), ..honest() };
    assert!(examine(&case(), &honest, goal, &[]).is_ok());
    let dearer = Found { value: Some(d("110")), ..honest.clone() };
    assert!(matches!(examine(&case(), &dearer, goal, &[]), Err(Refusal::WrongValue { .. })));
    let bound = Found { bound: Some(d("121")), ..honest.clone() };
    assert!(matches!(examine(&case(), &bound, goal, &[]), Err(Refusal::WrongBound { .. })));
    let nothing = Found { portfolio: Some(Portfolio::default()), value: Some(d("0")), ..honest };
    assert!(matches!(examine(&case(), &nothing, goal, &[]), Err(Refusal::TooLow { .. })));
}

/// A solver that answers what it was told to, one answer after the other, and the honest one at the end.
struct Liar {
    lies: std::cell::RefCell<Vec<Found>>,
    asked: std::cell::Cell<usize>,
}

impl Solver for Liar {
    fn name(&self) -> &'static str {
        "a liar"
    }

    fn version(&self) -> String {
        "1".to_owned()
    }

    fn solve_from(
        &self,
        task: &Task,
        _memory: &mut WarmStart,
        _on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        self.asked.set(self.asked.get() + 1);
        if task.case.candidates.iter().any(|candidate| candidate.status == Status::LockedIn) {
            // The three candidates together cannot be paid, whoever pays.
            return Ok(Found::nothing(End::Infeasible));
        }
        if let Goal::Cheapest { .. } = task.goal {
            return Ok(Found { value: Some(d("120")), bound: Some(d("120")), ..honest() });
        }
        Ok(self.lies.borrow_mut().pop().unwrap_or_else(honest))
    }
}

fn ask(lies: Vec<Found>) -> (Result<crate::optimise::answer::Answer, OptimiseError>, usize) {
    let liar = Liar { lies: lies.into(), asked: 0.into() };
    let answer = optimise_with(
        &case(),
        &Options::default(),
        None,
        (&liar, String::new(), &mut WarmStart::default()),
        &mut |_| ControlFlow::Continue(()),
    );
    (answer, liar.asked.get())
}

/// A refused answer is asked for again; what is shown in the end is the honest one.
#[test]
fn refused_answers_are_asked_for_again() {
    let too_many = Portfolio::new(vec![pick(0, 50), pick(1, 50), pick(2, 50)]);
    let lie = Found { portfolio: Some(too_many), ..honest() };
    let (answer, asked) = ask(vec![lie.clone(), lie]);
    let answer = answer.unwrap();
    assert_eq!(answer.status, Known::Optimal);
    assert_eq!(answer.evaluation.unwrap().objective, d("40"));
    assert!(answer.solver.why.contains("refused"), "{}", answer.solver.why);
    // Twice refused, once whether the refused one can be paid otherwise, then both stages.
    assert_eq!(asked, 5);
}

/// A solver that only lies ends in an error, and nothing is shown.
#[test]
fn a_solver_that_only_lies_is_an_error() {
    let missed = Found { portfolio: Some(Portfolio::new(vec![pick(0, 50), pick(2, 50)])), ..honest() };
    let (answer, asked) = ask(vec![missed; 9]);
    assert!(matches!(answer, Err(OptimiseError::Refused { times: 5, .. })), "{answer:?}");
    // Five times, and after each of the last four whether the refused one can be paid otherwise.
    assert_eq!(asked, 9);
}
