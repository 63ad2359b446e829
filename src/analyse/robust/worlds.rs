//! The worlds that a choice is looked at in: the case, each scenario, random draws.

use crate::model::order::InOrder as _;
use crate::say;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use crate::analyse::scenarios::Scenario;
use crate::analyse::uncertain::WeightDraw;
use crate::model::{Case, Percent};

/// Random worlds: each number drawn evenly within this many percent of its own, independently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// How many worlds.
    pub count: usize,
    /// The seed.
    pub seed: u64,
    /// How the domain weights of each ministry vary.
    pub weights: WeightDraw,
    /// By how many percent the costs of each candidate vary together.
    pub costs: Percent,
    /// By how many percent the gains of each candidate vary together.
    pub gains: Percent,
    /// By how many percent the success of each candidate varies; it stays at most 1.
    pub success: Percent,
}

/// A world.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    /// Its name.
    pub name: String,
    /// Whether it is random.
    pub kind: Kind,
    /// Its case.
    pub case: Case,
}

impl World {
    /// What people call it.
    pub fn called(&self) -> String {
        if self.kind == Kind::Scenario { self.case.scenario_name(&self.name) } else { self.name.clone() }
    }
}

/// What kind of world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The case itself.
    Case,
    /// A scenario.
    Scenario,
    /// A random draw.
    Draw,
}

/// All worlds of a case.
#[derive(Debug, Clone, Copy)]
pub(super) struct Worlds<'a> {
    pub case: &'a Case,
    pub scenarios: &'a [Scenario],
    pub draws: &'a Draws,
}

impl<'a> Worlds<'a> {
    /// How many.
    pub fn count(self) -> usize {
        1 + self.scenarios.len() + self.draws.count
    }

    /// One after the other, in a fixed order: a million of them would not fit into memory at once.
    pub fn each(self) -> impl Iterator<Item = World> + 'a {
        let case = World { name: say!("worlds-case"), kind: Kind::Case, case: self.case.clone() };
        let scenarios = self.scenarios.iter().map(|scenario| World {
            name: scenario.name.clone(),
            kind: Kind::Scenario,
            case: scenario.case.clone(),
        });
        let mut rng = ChaCha8Rng::seed_from_u64(self.draws.seed);
        let draws = (0..self.draws.count).map(move |at| World {
            name: format!("draw {}", at + 1),
            kind: Kind::Draw,
            case: drawn(self.case, self.draws, &mut rng),
        });
        std::iter::once(case).chain(scenarios).chain(draws)
    }
}

/// A random world.
fn drawn(case: &Case, draws: &Draws, rng: &mut ChaCha8Rng) -> Case {
    let mut world = case.clone();
    for ministry in 0..case.ministries.len() {
        draw_weights(&mut world, ministry, draws.weights, rng);
    }
    for candidate in &mut world.candidates {
        let costs = factor(draws.costs, rng);
        candidate.costs.iter_mut().for_each(|cost| *cost = (*cost * costs).round_dp(4));
        let gains = factor(draws.gains, rng);
        for effect in &mut candidate.effects {
            effect.control_gain = (effect.control_gain * gains).round_dp(4);
        }
        candidate.points = (candidate.points * gains).round_dp(6);
        if !draws.success.is_zero() {
            candidate.success = (candidate.success * factor(draws.success, rng)).round_dp(6).min(Decimal::ONE);
        }
    }
    world
}

fn draw_weights(world: &mut Case, ministry: usize, how: WeightDraw, rng: &mut ChaCha8Rng) {
    match how {
        WeightDraw::Percent(percent) => {
            for domain in &mut world.domains {
                domain.weights[ministry] = (domain.weights[ministry] * factor(percent, rng)).round_dp(6);
            }
        }
        WeightDraw::Ranking => {
            // Evenly over all weights that add up to 1: gaps between sorted cuts; then the largest to the first rank.
            let count = world.domains.len();
            let mut cuts: Vec<i64> = (1..count).map(|_| rng.random_range(0..=1_000_000)).collect();
            cuts.extend([0, 1_000_000]);
            cuts.order();
            let mut gaps: Vec<i64> = cuts.windows(2).map(|pair| pair[1] - pair[0]).collect();
            gaps.order_by_key(|&gap| std::cmp::Reverse(gap));
            // Of domains that weigh the same none ranks before the other: either may come first.
            let weight = |domain: usize| world.domains[domain].weights[ministry];
            let tied = (0..count).any(|one| (one + 1..count).any(|other| weight(one) == weight(other)));
            let lots: Vec<u32> = (0..count).map(|_| if tied { rng.random_range(0..=u32::MAX) } else { 0 }).collect();
            let mut order: Vec<usize> = (0..count).collect();
            order.order_by_key(|&domain| (std::cmp::Reverse(weight(domain)), lots[domain]));
            for (domain, gap) in order.into_iter().zip(gaps) {
                world.domains[domain].weights[ministry] = Decimal::new(gap, 6);
            }
        }
    }
}

/// A factor drawn evenly within this many percent of 1, to 4 places.
fn factor(percent: Percent, rng: &mut ChaCha8Rng) -> Decimal {
    let part: i64 = rng.random_range(-10_000..=10_000);
    Decimal::ONE + percent * Decimal::new(part, 6)
}
