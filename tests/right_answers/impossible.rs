//! Cases that nothing can meet, made from one that something can: of each a single demand is raised, or its money cut, by as
//! little as makes it impossible.

use std::ops::ControlFlow;

use beslismacht::model::{Case, RungIx, Status};
use beslismacht::optimise::iis::any_portfolio;
use beslismacht::optimise::{Options, ProofStatus, ask};
use rust_decimal::Decimal;

/// So many of each kind.
const FLOORS: usize = 12;
const CUTS: usize = 8;
const TARGETS: usize = 4;
const LOCKS: usize = 6;
/// Budgets and targets change in steps of so many percent.
const STEP: usize = 5;

/// Whether a case has any portfolio.
pub fn is_possible(case: &Case) -> bool {
    let found = ask(&any_portfolio(case), &Options::default(), None, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_ne!(found.known, ProofStatus::Open);
    found.known != ProofStatus::Impossible
}

/// Cases without a portfolio, each with what was done to it: floors raised, budgets cut, targets raised, locks added.
pub fn impossible(case: &Case) -> Vec<(String, Case)> {
    let mut all: Vec<(String, Case)> = floors(case).take(FLOORS).collect();
    all.extend(cuts(case).take(CUTS));
    all.extend(targets(case).take(TARGETS));
    all.extend(locks(case).take(LOCKS));
    all
}

/// The first of these steps at which nothing is possible any more; from there on nothing is.
fn first_impossible(steps: usize, at: impl Fn(usize) -> Case) -> Option<(usize, Case)> {
    let (mut low, mut high) = (0, steps);
    while low < high {
        let middle = low.midpoint(high);
        if is_possible(&at(middle)) { low = middle + 1 } else { high = middle }
    }
    (low < steps).then(|| (low, at(low)))
}

/// Each service must hold the lowest rung above its floor that it cannot.
fn floors(case: &Case) -> impl Iterator<Item = (String, Case)> {
    case.service_ixs().filter_map(move |service| {
        let first = case[service].floor.map_or(0, |floor| floor.0 + 1);
        let at = |step: usize| {
            let mut more = case.clone();
            more.services[service.0].floor = Some(RungIx(first + step));
            more
        };
        let (step, more) = first_impossible(case.rungs.len().saturating_sub(first), at)?;
        Some((format!("floor of {} at {}", case[service].id, case.rungs[first + step].id), more))
    })
}

/// Budgets of some ministries in some years, cut by as few steps of 5 % as can be.
fn cuts(case: &Case) -> impl Iterator<Item = (String, Case)> {
    let years = case.horizon();
    let spans =
        [0..years, 0..years / 2, years / 2..years, 0..years / 4, years / 4..years * 3 / 4, 0..1, years - 2..years];
    let payers = std::iter::once(None).chain(case.ministry_ixs().map(Some));
    payers.flat_map(move |payer| spans.clone().map(|span| (payer, span))).filter_map(move |(payer, span)| {
        let at = |step: usize| {
            let mut less = case.clone();
            for (ix, ministry) in less.ministries.iter_mut().enumerate() {
                if payer.is_none_or(|payer| payer.0 == ix) {
                    let left = Decimal::ONE_HUNDRED - Decimal::from(STEP * step);
                    ministry.budget[span.clone()].iter_mut().for_each(|it| *it = *it * left / Decimal::ONE_HUNDRED);
                }
            }
            less
        };
        let (step, less) = first_impossible(100 / STEP + 1, at)?;
        let whose = payer.map_or("all", |payer| case[payer].id.as_str());
        Some((
            format!("budgets of {whose} cut by {} % in the years {} to {}", STEP * step, span.start + 1, span.end),
            less,
        ))
    })
}

/// More domains must reach their targets, or all targets are higher.
fn targets(case: &Case) -> impl Iterator<Item = (String, Case)> {
    let asked = case.domains_at_target;
    let count = |step: usize| Case { domains_at_target: asked + 1 + step, ..case.clone() };
    let most = first_impossible(case.domains.len() - asked, count);
    let more = most.map(|(step, more)| (format!("{} domains at their targets", asked + 1 + step), more));
    let all = Case { domains_at_target: case.domains.len(), ..case.clone() };
    let all = (!is_possible(&all)).then(|| ("every domain at its target".to_owned(), all));
    let raised = [asked, asked + 1, asked.saturating_sub(1)].into_iter().filter_map(move |count| {
        let at = |step: usize| {
            let mut more = Case { domains_at_target: count, ..case.clone() };
            for domain in &mut more.domains {
                let raised = domain.target * (Decimal::ONE_HUNDRED + Decimal::from(STEP * step)) / Decimal::ONE_HUNDRED;
                domain.target = raised.min(Decimal::ONE);
            }
            more
        };
        let (step, more) = first_impossible(200 / STEP + 1, at)?;
        Some((format!("{count} domains at targets that are {} % higher", STEP * step), more))
    });
    more.into_iter().chain(all).chain(raised)
}

/// The candidates of a domain are locked in, the dearest first, until they cannot stand together.
fn locks(case: &Case) -> impl Iterator<Item = (String, Case)> {
    case.domain_ixs().filter_map(move |domain| {
        let mut free: Vec<usize> = (0..case.candidates.len())
            .filter(|&at| case.candidates[at].domain == domain && case.candidates[at].status == Status::Free)
            .collect();
        free.sort_by_key(|&at| std::cmp::Reverse(case.candidates[at].costs.iter().sum::<Decimal>()));
        let at = |step: usize| {
            let mut more = case.clone();
            free.iter().take(step + 1).for_each(|&at| more.candidates[at].status = Status::LockedIn);
            more
        };
        let (step, more) = first_impossible(free.len(), at)?;
        Some((format!("the {} dearest of {} locked in", step + 1, case[domain].id), more))
    })
}
