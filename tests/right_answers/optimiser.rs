//! The optimiser, by every solver, against the exhaustive search and against published answers.

use std::ops::ControlFlow;

use crate::made_up::{knapsack, long_list, small};
use beslismacht::measure::evaluate;
use beslismacht::model::{Case, Portfolio};
use beslismacht::optimise::{Engine, GuestKind, Guests, Options, Solver, SolverChoice, Status, optimise};
use rust_decimal::Decimal;

use crate::right_answers::published::{lorie_savage, petersen, trick};
use crate::right_answers::referee::Referee;

/// HiGHS, where the machine has it: what is asked of it is left out where it is not.
pub const HIGHS: SolverChoice = SolverChoice::Guest(GuestKind::Highs);

/// The solvers of this machine: on the `PATH`, or brought by `.tools/guest`.
pub fn guests() -> Guests {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let brought = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/native/bin");
    Guests::in_folders(std::env::split_paths(&path).chain([brought]))
}

/// Whether there is a HiGHS to compare with.
pub fn has_highs() -> bool {
    guests().get(GuestKind::Highs).is_some()
}

/// Every solver that this machine has.
fn solvers() -> Vec<SolverChoice> {
    let highs = has_highs().then_some(HIGHS);
    [SolverChoice::Engine, SolverChoice::Microlp].into_iter().chain(highs).collect()
}

/// Objectives within this are the same, in index points.
pub fn nearly() -> Decimal {
    Decimal::new(1, 6)
}

/// An objective, a bill, and the portfolio that has them.
pub type Best = (Decimal, Decimal, Portfolio);

/// What a solver says is best; `None` if it says that none is possible.
pub fn best(case: &Case, solver: SolverChoice) -> Option<Best> {
    ask(case, solver).unwrap_or_else(|error| panic!("{}, {solver:?}: {error}", case.title))
}

fn ask(case: &Case, solver: SolverChoice) -> Result<Option<Best>, String> {
    let options = Options { solver, guests: guests(), ..Options::default() };
    let answer = optimise(case, &options, None, &mut |_| ControlFlow::Continue(()));
    let answer = answer.map_err(|error| error.to_string())?;
    if answer.status == Status::Infeasible {
        return Ok(None);
    }
    let portfolio = answer.portfolio.ok_or("no portfolio")?;
    let result = evaluate(case, &portfolio);
    let proven = answer.bound.is_some_and(|bound| bound - result.objective <= nearly());
    if answer.status != Status::Optimal || !proven || !result.keeps_all_rules() {
        return Err(format!("{:?}, bound {:?}, {result:#?}", answer.status, answer.bound));
    }
    Ok(Some((result.objective, result.cost, portfolio)))
}

/// Holds a solver's answer to the best that the exhaustive search finds.
fn compare(case: &Case, solver: SolverChoice) -> Result<(), String> {
    let expected = Referee::new(case).best();
    let found = ask(case, solver);
    match (&expected, &found) {
        (None, Ok(None)) => Ok(()),
        (Some(expected), Ok(Some((objective, bill, _))))
            if (expected.objective - objective).abs() <= nearly() && (expected.bill - bill).abs() <= nearly() =>
        {
            Ok(())
        }
        _ => Err(format!("{}, {solver:?}: expected {expected:?}, found {found:?}", case.title)),
    }
}

fn compare_all(seeds: std::ops::Range<u64>, solver: SolverChoice) {
    let wrong: Vec<_> =
        seeds.filter_map(|seed| compare(&crate::right_answers::case(&small(seed)), solver).err()).collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn highs_finds_what_the_exhaustive_search_finds() {
    if has_highs() {
        compare_all(1_000..1_400, HIGHS);
    }
}

/// HiGHS's presolve leaves nothing of this case's program, which it then reports as an error.
#[test]
fn highs_answers_where_its_presolve_leaves_nothing() {
    if has_highs() {
        compare_all(10_342..10_343, HIGHS);
    }
}

/// Half of these cases ask for the mean over the years, which the engine leaves to a general solver.
#[test]
fn the_engine_finds_what_the_exhaustive_search_finds() {
    compare_all(1_000..1_400, SolverChoice::Engine);
}

/// `BESLISMACHT_SEEDS=20` tries twenty times as many.
#[test]
#[allow(clippy::disallowed_methods, reason = "a tester's own wish")]
fn the_engine_by_itself_finds_what_the_exhaustive_search_finds() {
    let more = std::env::var("BESLISMACHT_SEEDS").ok().and_then(|times| times.parse().ok());
    let mut by_itself = 0;
    let mut wrong = Vec::new();
    for seed in 20_000..20_000 + 1_200 * more.unwrap_or(1_u64).max(1) {
        let case = crate::right_answers::case(&small(seed));
        by_itself += usize::from(Engine.fits(&case).is_ok());
        wrong.extend(compare(&case, SolverChoice::Engine).err());
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(by_itself >= 1_190, "only {by_itself} cases fitted the engine");
}

#[test]
fn microlp_finds_what_the_exhaustive_search_finds() {
    compare_all(1_000..1_400, SolverChoice::Microlp);
}

#[test]
fn knapsacks_agree_with_the_exhaustive_search() {
    for seed in 0..4 {
        let case = crate::right_answers::case(&knapsack(10, 3, 50, seed));
        for solver in solvers() {
            compare(&case, solver).unwrap();
        }
    }
}

fn published(case: &Case, objective: i64, projects: &[&str]) {
    for solver in solvers() {
        let (found, _, portfolio) = best(case, solver).unwrap();
        assert_eq!(found, Decimal::from(objective), "{solver:?}");
        assert_eq!(crate::right_answers::chosen(case, &portfolio), projects, "{solver:?}");
    }
}

#[test]
fn lorie_and_savage_is_solved() {
    published(&lorie_savage(), 70, &["p1", "p3", "p4", "p6", "p9"]);
}

#[test]
fn petersen_is_solved() {
    published(&petersen(), 3800, &["p2", "p3", "p6"]);
}

#[test]
fn trick_is_solved() {
    published(&trick(), 21, &["p2", "p3", "p4"]);
}

#[test]
fn long_lists_are_proven() {
    for (candidates, group, seed) in [(3000, 3, 9), (5000, 1, 9)] {
        let case = crate::right_answers::case(&long_list(candidates, group, 1, seed));
        assert!(best(&case, SolverChoice::Engine).is_some_and(|(objective, ..)| objective > Decimal::ZERO));
    }
}
