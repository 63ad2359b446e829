//! Cases with a published answer.

use crate::made_up::multi_knapsack;
use beslismacht::measure::{Evaluation, evaluate};
use beslismacht::model::{CandidateIx, Case, Pick, Portfolio};
use rust_decimal::Decimal;

use crate::right_answers::referee::Referee;

/// A knapsack in short: values, then the uses of each budget with its limit.
pub fn problem(title: &str, values: &str, budgets: &[(&str, i64)]) -> Case {
    let numbers = |text: &str| text.split_whitespace().map(|word| word.parse().unwrap()).collect::<Vec<Decimal>>();
    let uses: Vec<_> = budgets.iter().map(|(uses, _)| numbers(uses)).collect();
    let limits: Vec<_> = budgets.iter().map(|(_, limit)| Decimal::from(*limit)).collect();
    crate::right_answers::case(&multi_knapsack(title, &numbers(values), &uses, &limits))
}

/// Lorie and Savage, Three problems in rationing capital, Journal of Business 28, 1955 (first given in 1949): nine projects
/// and two years.
pub fn lorie_savage() -> Case {
    problem(
        "Lorie and Savage",
        "14 17 17 15 40 12 14 10 12",
        &[("12 54 6 6 30 6 48 36 18", 50), ("3 7 6 2 35 6 4 3 3", 20)],
    )
}

/// Petersen, Computational experience with variants of the Balas algorithm, Management Science 13, 1967: the first
/// instance.
pub fn petersen() -> Case {
    problem(
        "Petersen, first instance",
        "100 600 1200 2400 500 2000",
        &[
            ("8 12 13 64 22 41", 80),
            ("8 12 13 75 22 41", 96),
            ("3 6 4 18 6 4", 20),
            ("5 10 8 32 6 12", 36),
            ("5 13 8 42 6 20", 44),
            ("5 13 8 48 6 20", 48),
            ("0 0 0 0 8 0", 10),
            ("3 0 4 0 8 0", 18),
            ("3 2 4 0 8 4", 22),
            ("3 2 4 8 8 4", 24),
        ],
    )
}

/// Trick, A tutorial on integer programming, 1997: capital budgeting, where taking the best ratio first gives 19.
pub fn trick() -> Case {
    problem("Trick's capital budgeting", "8 11 6 4", &[("5 7 4 3", 14)])
}

/// A portfolio of projects by their number, all in the first year and paid by the one ministry.
pub fn projects(case: &Case, numbers: &[usize]) -> Portfolio {
    let pick = |&number: &usize| Pick { candidate: CandidateIx(number - 1), start: case.first_year, shares: vec![100] };
    Portfolio::new(numbers.iter().map(pick).collect())
}

fn measured(case: &Case, numbers: &[usize]) -> Evaluation {
    let result = evaluate(case, &projects(case, numbers));
    assert!(result.keeps_all_rules());
    result
}

/// The best objective by exhaustive search, and the numbers of the projects that have it.
fn searched(case: &Case) -> (Decimal, Vec<usize>) {
    let best = Referee::new(case).best().unwrap();
    let chosen = best.starts.iter().enumerate().filter(|(_, start)| start.is_some());
    (best.objective, chosen.map(|(at, _)| at + 1).collect())
}

#[test]
fn lorie_and_savage_by_exhaustive_search() {
    let case = lorie_savage();
    assert_eq!(searched(&case), (Decimal::from(70), vec![1, 3, 4, 6, 9]));
    let result = measured(&case, &[1, 3, 4, 6, 9]);
    let spent: Vec<_> = result.spending[0].iter().map(|year| year.spent).collect();
    assert_eq!((result.objective, spent), (Decimal::from(70), vec![Decimal::from(48), Decimal::from(20)]));
    assert_eq!(Referee::new(&case).count(), 41);
}

#[test]
fn petersen_by_exhaustive_search() {
    let case = petersen();
    assert_eq!(searched(&case), (Decimal::from(3800), vec![2, 3, 6]));
    assert_eq!(measured(&case, &[2, 3, 6]).objective, Decimal::from(3800));
}

#[test]
fn trick_by_exhaustive_search() {
    let case = trick();
    assert_eq!(searched(&case), (Decimal::from(21), vec![2, 3, 4]));
    assert_eq!(measured(&case, &[1, 2]).objective, Decimal::from(19));
}
