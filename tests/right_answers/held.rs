//! Power from cap tables: the evaluator and the optimiser against the referee, which goes from coalition to coalition, and a
//! proof against the second checker.

use std::ops::ControlFlow;

use beslismacht::model::schema::TableId;
use beslismacht::model::{Case, Workbook};
use beslismacht::optimise::proof::{prove, verify};
use beslismacht::optimise::{Goal, Options, Precision, SolverChoice, Task};
use rust_decimal::Decimal;

use super::optimiser::{Best, best};
use super::referee::Referee;
use crate::made_up::{held, small};

fn case(seed: u64) -> Case {
    crate::right_answers::case(&held(small(seed), seed))
}

fn compare(seeds: std::ops::Range<u64>, solver: SolverChoice) {
    let mut decided = 0;
    for seed in seeds {
        let case = case(seed);
        let expected = Referee::new(&case).best();
        let found = best(&case, solver);
        let same = match (&expected, &found) {
            (None, None) => true,
            (Some(expected), Some((objective, bill, _))) => {
                let near = super::optimiser::nearly();
                (expected.objective - objective).abs() <= near && (expected.bill - bill).abs() <= near
            }
            _ => false,
        };
        assert!(same, "seed {seed}: expected {expected:?}, found {found:?}");
        decided += usize::from(!case.holders.is_empty() && found.is_some());
    }
    assert!(decided > 30, "only {decided} cases have a cap table and an answer");
}

#[test]
fn the_engine_finds_what_the_exhaustive_search_finds_where_votes_decide() {
    compare(60_000..60_150, SolverChoice::Engine);
}

#[test]
fn microlp_finds_what_the_exhaustive_search_finds_where_votes_decide() {
    compare(60_000..60_100, SolverChoice::Microlp);
}

/// The order of the holders plays no part.
#[test]
fn rows_in_another_order_give_the_same_answer() {
    let answer = |book: &Workbook| -> Option<Best> { best(&crate::right_answers::case(book), SolverChoice::Engine) };
    for seed in 60_000..60_030 {
        let book = held(small(seed), seed);
        let mut turned = book.clone();
        turned.sheet_mut(TableId::Holders).rows.reverse();
        assert_eq!(answer(&book), answer(&turned), "seed {seed}");
    }
}

/// What is proven is believed, and not of a case in which somebody holds a little more.
#[test]
fn answers_where_votes_decide_are_proven() {
    let mut proven = 0;
    for seed in 60_000..60_040 {
        let case = case(seed);
        let options = Options::default();
        let (goal, precision) = (Goal::Best, Precision::Normal);
        let task = Task {
            case: &case,
            options: &options,
            time_left: None,
            warm: None,
            goal,
            no_goods: &[],
            known: &[],
            precision,
        };
        let Ok(Some(written)) = prove(&task, &mut |_| ControlFlow::Continue(())) else { continue };
        assert!(verify(&case, &written.text).is_ok(), "seed {seed}");
        let mut other = case.clone();
        if let Some(holder) = other.holders.iter_mut().find(|it| !it.home) {
            holder.stake += Decimal::ONE;
            assert!(verify(&other, &written.text).is_err(), "seed {seed}");
            proven += 1;
        }
    }
    assert!(proven > 15, "only {proven} cases with a cap table are proven");
}
