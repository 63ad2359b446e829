//! What keeps the simplex method right: the inverse fits the basis, no value is negative, and no basis is worth more than a bound.

use std::sync::Arc;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::super::column::Column;
use super::super::master::Master;

/// Paths of each diagram, the rows they link, and their right-hand sides. Some rows and worths are far apart in size.
struct Problem {
    rhs: Vec<f64>,
    paths: Vec<Vec<Arc<Column>>>,
}

fn problem(seed: u64) -> Problem {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let (rows, blocks) = (chance.random_range(1..9_u32), chance.random_range(1..7));
    let far = chance.random_bool(0.3);
    let scale: Vec<f64> = (0..rows).map(|_| if far { 10_f64.powi(chance.random_range(-3..4)) } else { 1.0 }).collect();
    let rhs = scale.iter().map(|scale| scale * chance.random_range(0.0..f64::from(blocks) * 0.8)).collect();
    let mut path = |block: u32, nothing: bool| {
        let mut terms = Vec::new();
        for row in 0..rows {
            if !nothing && chance.random_bool(0.5) {
                // Ties in plenty: few different coefficients.
                let size = f64::from(chance.random_range(1..5)) * 0.25;
                let sign = if chance.random_bool(0.1) { -1.0 } else { 1.0 };
                terms.push((row, sign * size * scale[row as usize]));
            }
        }
        let value = if nothing { 0.0 } else { f64::from(chance.random_range(0..8)) };
        Arc::new(Column::sum(block as usize, value, terms))
    };
    let mut some = |block| (0..9).map(|at| path(block, at == 0)).collect();
    Problem { rhs, paths: (0..blocks).map(&mut some).collect() }
}

/// The bound under the multipliers of a basis.
fn bound(problem: &Problem, prices: &[f64]) -> f64 {
    let worth = |path: &Arc<Column>| {
        path.value - path.terms.iter().map(|&(row, term)| term * prices[row as usize]).sum::<f64>()
    };
    let best = |paths: &Vec<Arc<Column>>| paths.iter().map(worth).fold(f64::NEG_INFINITY, f64::max);
    problem.rhs.iter().zip(prices).map(|(rhs, price)| rhs * price).sum::<f64>()
        + problem.paths.iter().map(best).sum::<f64>()
}

#[test]
fn ten_thousand_bases_are_sound_and_end_at_their_bound() {
    for seed in 0..10_000 {
        let problem = problem(seed);
        // The last path of each diagram breaks rows, so that there are artificials to drive out.
        let first = problem.paths.iter().map(|paths| Arc::clone(&paths[8])).collect();
        let mut master = Master::new(&problem.rhs, first);
        master.punish(1000.0, |_| true);
        let mut settled = false;
        for round in 0..300 {
            while master.enter_slack(&mut || false) {}
            if round % 5 == 4 {
                master.afresh(&mut || false);
                assert!(master.is_sound(), "seed {seed}, round {round}");
            }
            let entered = problem.paths.iter().flatten().filter(|path| master.enter(path, &mut || false)).count();
            if entered == 0 && !master.enter_slack(&mut || false) {
                settled = true;
                break;
            }
        }
        assert!(settled && master.is_sound(), "seed {seed}");
        let prices: Vec<f64> = master.duals[..problem.rhs.len()].iter().map(|dual| dual.max(0.0)).collect();
        let (bound, worth) = (bound(&problem, &prices), master.worth());
        let raised = master.raised(problem.rhs.iter().copied(), &prices) + 1e-6 * (1.0 + bound.abs());
        assert!(worth <= bound + raised, "seed {seed}: {worth} is above {bound}");
        assert!(master.unwanted() > 1e-6 || bound <= worth + raised, "seed {seed}: {bound} is not reached: {worth}");
    }
}
