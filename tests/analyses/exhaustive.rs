//! Every portfolio of a small case, and an oracle that looks at all of them.

use std::ops::ControlFlow;

use crate::made_up::small;
use beslismacht::analyse::{AnalysisProgress, Failure, Oracle, QueryRunner};
use beslismacht::measure::{Evaluation, Measures};
use beslismacht::model::compile::compile;
use beslismacht::model::{Case, Pick, Portfolio, ShareRange, Workbook};
use beslismacht::optimise::{Progress, ProofStatus, Query, QueryResult, SAME, WarmStart};

/// Small random cases whose bills are split in one way only, so that all portfolios can be listed; at most this many.
pub fn cases(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (u64, Case)> {
    cases_of(seeds, &small)
}

/// The same of cases that are made like this.
pub fn cases_of(seeds: std::ops::Range<u64>, made: &dyn Fn(u64) -> Workbook) -> impl Iterator<Item = (u64, Case)> {
    seeds.filter_map(move |seed| {
        let mut case = compile(&made(seed)).case;
        for candidate in &mut case.candidates {
            fix_shares(&mut candidate.shares);
        }
        let portfolios: usize = case.candidates.iter().map(|it| starts(&case, it).len() + 1).product();
        (portfolios <= 300).then_some((seed, case))
    })
}

fn starts(case: &Case, candidate: &beslismacht::model::Candidate) -> Vec<i32> {
    candidate.starts(case.first_year, case.last_year).collect()
}

/// Leaves one split that the ranges allow, the first ministries paying as much as they may.
fn fix_shares(shares: &mut [ShareRange]) {
    let mut left = 100_u8.saturating_sub(shares.iter().map(|range| range.min).fold(0, u8::saturating_add));
    let mut fixed: Vec<u8> = shares.iter().map(|range| range.min).collect();
    for (share, range) in fixed.iter_mut().zip(shares.iter()) {
        let more = range.max.saturating_sub(*share).min(left);
        *share += more;
        left -= more;
    }
    if fixed.iter().map(|&share| u32::from(share)).sum::<u32>() == 100 {
        for (range, share) in shares.iter_mut().zip(fixed) {
            *range = ShareRange { min: share, max: share };
        }
    }
}

/// All portfolios that keep all rules.
pub fn all(case: &Case) -> Vec<(Portfolio, Evaluation)> {
    let mut portfolios = vec![Portfolio::default()];
    for candidate in case.candidate_ixs() {
        let shares: Vec<u8> = case[candidate].shares.iter().map(|range| range.min).collect();
        let with = portfolios.iter().flat_map(|portfolio| {
            starts(case, &case[candidate]).into_iter().map({
                let shares = shares.clone();
                move |start| {
                    let mut more = portfolio.clone();
                    more.insert(Pick { candidate, start, shares: shares.clone() });
                    more
                }
            })
        });
        let with: Vec<_> = with.collect();
        portfolios.extend(with);
    }
    let measures = Measures::new(case);
    let answers = portfolios.into_iter().map(|portfolio| {
        let evaluation = measures.evaluate(case, &portfolio);
        (portfolio, evaluation)
    });
    answers.filter(|(_, evaluation)| evaluation.keeps_all_rules()).collect()
}

/// Looks at all portfolios.
pub struct Exhaustive;

impl Oracle for Exhaustive {
    fn answer(
        &self,
        question: &Query,
        warm: Option<&Portfolio>,
        _memory: &mut WarmStart,
        _on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        if let Some(warm) = warm {
            let evaluation = beslismacht::measure::evaluate(&question.case, warm);
            assert!(question.allows(warm, &evaluation), "a warm start must keep every rule of the question");
        }
        let mut best: Option<(rust_decimal::Decimal, Portfolio, Evaluation)> = None;
        for (portfolio, evaluation) in all(&question.case) {
            if !question.allows(&portfolio, &evaluation) {
                continue;
            }
            let value = question.aim.of(&question.case, &portfolio, &evaluation);
            let wins = best.as_ref().is_none_or(|(highest, _, other)| {
                let by = question.aim.better_by(value, *highest);
                by > SAME || (by > -SAME && evaluation.cost < other.cost)
            });
            if wins {
                best = Some((value, portfolio, evaluation));
            }
        }
        Ok(best.map_or(QueryResult::IMPOSSIBLE, |(value, portfolio, evaluation)| QueryResult {
            known: ProofStatus::Proven,
            found: Some((portfolio, evaluation)),
            value: Some(value),
            bound: Some(value),
            nodes: 0,
        }))
    }
}

/// Does something at a runner that nobody listens to.
pub fn with_runner<T>(oracle: &dyn Oracle, workers: usize, work: impl FnOnce(&QueryRunner<'_>) -> T) -> T {
    let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
    let runner = QueryRunner::new(oracle, workers, &mut on);
    work(&runner)
}

/// The best objective of all portfolios.
pub fn best(case: &Case) -> Option<rust_decimal::Decimal> {
    all(case).iter().map(|(_, evaluation)| evaluation.objective).max()
}

/// A case with one project for each value, one budget for each row of uses, and nothing carried over.
pub fn knapsack(values: &[i64], uses: &[&[i64]], limits: &[i64]) -> Case {
    let decimals = |numbers: &[i64]| numbers.iter().map(|&it| rust_decimal::Decimal::from(it)).collect::<Vec<_>>();
    let uses: Vec<_> = uses.iter().map(|row| decimals(row)).collect();
    let workbook = crate::made_up::multi_knapsack("knapsack", &decimals(values), &uses, &decimals(limits));
    compile(&workbook).case
}

/// Lorie and Savage 1949.
pub fn lorie_savage() -> Case {
    knapsack(
        &[14, 17, 17, 15, 40, 12, 14, 10, 12],
        &[&[12, 54, 6, 6, 30, 6, 48, 36, 18], &[3, 7, 6, 2, 35, 6, 4, 3, 3]],
        &[50, 20],
    )
}
