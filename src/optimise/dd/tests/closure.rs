//! Options that share projects, each of which is paid once: bounds by minimum cuts.

use rust_decimal::Decimal;

use super::{agree, ask, objective};
use crate::model::Case;
use crate::model::compile::compile;
use crate::model::generate::set_union;
use crate::optimise::proof::verify;
use crate::optimise::testing::proof_of;
use crate::optimise::{End, Engine, Goal};

/// What the best options are worth, by trying all sets of them.
fn best(case: &Case, options: usize, seed: u64) -> Decimal {
    let mut needs = vec![Vec::new(); options];
    for (candidate, need) in case.relations.iter().flat_map(crate::model::Relation::needs) {
        needs[candidate.0].push(need);
    }
    let money: Decimal = case.ministries[0].budget.iter().copied().sum();
    let mut most = Decimal::ZERO;
    for set in 0..1_u32 << options {
        let chosen: Vec<usize> = (0..options).filter(|option| set & (1 << option) != 0).collect();
        let mut projects: Vec<_> = chosen.iter().flat_map(|&option| &needs[option]).copied().collect();
        projects.sort_unstable();
        projects.dedup();
        let cost: Decimal = projects.iter().map(|&project| case[project].costs.iter().sum::<Decimal>()).sum();
        if cost <= money {
            most = most.max(chosen.iter().map(|&option| case.candidates[option].points).sum());
        }
    }
    assert!(most > Decimal::ZERO, "seed {seed}: nothing fits");
    most
}

#[test]
fn shared_projects_are_paid_once() {
    for seed in 0..30_u8 {
        let (options, projects) = (6 + usize::from(seed) % 5, 5 + usize::from(seed) % 4);
        let case = compile(&set_union(options, projects, (40, 35 + 5 * (seed % 7)), seed.into())).case;
        let found = ask(&Engine, &case, Goal::Best);
        assert_eq!(found.end, End::Proven, "seed {seed}");
        assert_eq!(objective(&case, &found), Some(best(&case, options, seed.into())), "seed {seed}");
    }
}

#[test]
fn the_engine_agrees_about_shared_projects_in_both_stages() {
    for seed in 0..3 {
        agree(&compile(&set_union(14, 12, (25, 50), seed)).case, &format!("seed {seed}"));
    }
}

#[test]
fn bounds_by_cuts_are_proven_like_others() {
    let case = compile(&set_union(14, 12, (25, 50), 7)).case;
    verify(&case, &proof_of(&case)).unwrap();
}
