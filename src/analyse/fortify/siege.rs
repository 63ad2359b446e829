//! What an attacker with some money can win at worst, and the portfolios that leave the least.
//!
//! With the portfolio `P` and the money `B` an attacker takes a set `T` of services whose prices add up to no more than `B`; what they win are
//! the weights of those services, in index points. For every value `W` that is won the best portfolio is sought that leaves less.
//!
//! *Branch and bound on floors.* A node asks for a least price of each service, and its portfolio is the best that keeps them. If an attack `T`
//! on that portfolio wins too much, another one can only be safe from `T` if one of the services of `T` costs more than it does here:
//! each service of `T` gives a node in which its floor lies just above its price. The weights do not depend on the portfolio, so that
//! nothing that is safe from `T` is lost. The open node with the highest objective is looked at first; if its portfolio leaves less to win than
//! the last one that was found, it is the best that does. When no node is open, nothing leaves less. Every question is one to the engine,
//! so that each answer is proven.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::scope::{Scope, above};
use crate::analyse::base::pool_of;
use crate::analyse::related::{Failure, QueryRunner, SolutionPool};
use crate::analyse::saved::{Outcome, no_better};
use crate::measure::index::Weights;
use crate::measure::takeover::worst;
use crate::model::Money;
use crate::optimise::{ProofStatus, Query, SAME};
use crate::say;

/// The best of the portfolios that leave less to win than the stand before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stand {
    /// What the worst attack wins: the index points that the services taken count for.
    pub won: Decimal,
    /// No attack wins more.
    pub most: Decimal,
    /// What the worst attack costs.
    pub price: Money,
    /// The services that it takes, by their positions.
    pub taken: Vec<usize>,
    /// What each service was asked to cost at least.
    pub floors: Vec<Money>,
    /// The portfolio.
    pub best: Outcome,
}

/// The portfolios that leave ever less.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Siege {
    /// From the best portfolio to the one that leaves the least.
    pub stands: Vec<Stand>,
    /// Whatever is chosen, so much can be won: proven.
    pub at_least: Decimal,
    /// Whether no portfolio leaves less than the last: proven.
    pub is_least: bool,
}

/// So many nodes are looked at, at most.
const NODES: usize = 400;

/// A sum of weights without the last digits, in which the same parts added up in another order differ.
fn whole(sum: Decimal) -> Decimal {
    sum.round_dp(12).normalize()
}

struct Node {
    floors: Vec<Money>,
    found: Outcome,
}

impl Node {
    /// No portfolio of the node has a higher objective.
    fn bound(&self) -> Decimal {
        self.found.bound.max(self.found.objective).unwrap_or(Decimal::MAX)
    }
}

impl Scope<'_> {
    /// The worst attack on a portfolio.
    fn stand(&self, weights: &[Decimal], hostile: Option<Money>, (floors, best): (&[Money], Outcome)) -> Stand {
        let prices = self.prices(&best.picks.portfolio());
        let open: Vec<usize> = (0..prices.len()).filter(|&at| prices[at].is_some()).collect();
        let targets: Vec<(Money, Decimal)> =
            open.iter().map(|&at| (prices[at].unwrap_or_default(), weights[at])).collect();
        let attack = worst(&targets, hostile);
        Stand {
            won: whole(attack.loss),
            most: whole(attack.bound),
            price: attack.price.normalize(),
            taken: attack.taken.into_iter().map(|at| self.services[open[at]].0).collect(),
            floors: floors.to_vec(),
            best,
        }
    }

    fn weights(&self) -> Vec<Decimal> {
        let weights = Weights::new(self.case);
        self.services.iter().map(|&service| weights.of_service(self.case, service)).collect()
    }

    /// What a service has to cost so that an attack that takes it at this price is over.
    fn dearer(&self, at: usize, price: Money, hostile: Option<Money>) -> Option<Money> {
        // Whoever has all the money in the world is kept out only by what makes a takeover impossible.
        if hostile.is_none() { self.beyond(at) } else { Some(above(price)) }
    }

    /// What can be won whatever is chosen: of the services that no portfolio keeps from an attacker with all this money the one
    /// that counts most, and all of them if money is no object.
    fn always(
        &self,
        runner: &QueryRunner<'_>,
        (base, weights, hostile): (&Outcome, &[Decimal], Option<Money>),
    ) -> Result<Decimal, Failure> {
        let (mut pool, mut all) = (pool_of(self.case, base), Vec::new());
        for (at, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > Decimal::ZERO) {
            let mut floors = vec![Decimal::ZERO; weights.len()];
            let floors_of = [self.beyond(at), hostile.map(above)];
            let Some(floor) = floors_of.into_iter().flatten().min() else { continue };
            floors[at] = floor;
            let Some(case) = self.with(&floors) else { continue };
            runner.expect(1);
            let doing = say!("fortify-asking-service", service = self.case[self.services[at]].name);
            let reply = runner.best(&mut pool, &case, &doing)?;
            all.extend((reply.known == ProofStatus::Impossible).then_some(*weight));
            runner.finish(1);
        }
        let most = all.iter().max().copied().unwrap_or_default();
        Ok(whole(if hostile.is_none() { all.iter().sum() } else { most }))
    }

    /// The portfolios that leave ever less to an attacker with this money.
    pub fn siege(
        &self,
        runner: &QueryRunner<'_>,
        (base, hostile): (&Outcome, Option<Money>),
        told: &dyn Fn(&Siege),
    ) -> Result<Siege, Failure> {
        let weights = self.weights();
        let mut siege = Siege::default();
        if base.objective.is_none() {
            return Ok(siege);
        }
        siege.at_least = self.always(runner, (base, &weights, hostile))?;
        let mut pool = pool_of(self.case, base);
        let mut made: Vec<Vec<Money>> = vec![vec![Decimal::ZERO; weights.len()]];
        let mut open = vec![Node { floors: made[0].clone(), found: base.clone() }];
        while let Some(next) = (0..open.len()).max_by_key(|&at| (open[at].bound(), std::cmp::Reverse(at))) {
            if runner.is_stopped() || made.len() > NODES {
                return Ok(siege);
            }
            let node = open.remove(next);
            if node.found.objective.is_none() {
                // Nothing is known of what it holds.
                return Ok(siege);
            }
            let stand = self.stand(&weights, hostile, (&node.floors, node.found));
            let (taken, won) = (stand.taken.clone(), stand.won);
            let prices = self.prices(&stand.best.picks.portfolio());
            let limit = siege.stands.last().map(|last| last.won);
            if limit.is_none_or(|limit| won < limit) {
                let is_worst = stand.most <= won;
                if is_worst || limit.is_none() {
                    siege.stands.push(stand);
                    told(&siege);
                }
                if !is_worst {
                    return Ok(siege);
                }
                if won <= siege.at_least {
                    break;
                }
            }
            for at in (0..prices.len()).filter(|&at| taken.contains(&self.services[at].0)) {
                let floor = prices[at].and_then(|price| self.dearer(at, price, hostile));
                let mut floors = node.floors.clone();
                let Some(floor) = floor else { return Ok(siege) };
                floors[at] = floor.max(floors[at]);
                if made.contains(&floors) {
                    continue;
                }
                let Some(found) = self.ask(runner, &mut pool, &floors)? else { return Ok(siege) };
                made.push(floors.clone());
                if found.known != ProofStatus::Impossible {
                    open.push(Node { floors, found });
                }
            }
        }
        siege.is_least = true;
        Ok(siege)
    }

    /// The best portfolio with these floors; `None` where that cannot be asked.
    fn ask(
        &self,
        runner: &QueryRunner<'_>,
        pool: &mut SolutionPool,
        floors: &[Money],
    ) -> Result<Option<Outcome>, Failure> {
        let Some(case) = self.with(floors) else { return Ok(None) };
        runner.expect(1);
        let found = Outcome::of(&runner.best(pool, &case, &say!("fortify-asking-less"))?);
        runner.finish(1);
        Ok(Some(found))
    }

    /// Measures again what is said.
    pub fn certify_siege(&self, (base, hostile): (&Outcome, Option<Money>), siege: &Siege) -> Result<(), String> {
        let (wrong, weights) = (|| say!("fortify-not-so"), self.weights());
        let mut limit: Option<Decimal> = None;
        for it in &siege.stands {
            if it.floors.len() != weights.len() || limit.is_some_and(|limit| it.won >= limit) {
                return Err(wrong());
            }
            let case = self.with(&it.floors).ok_or_else(wrong)?;
            it.best.certify(&Query::best(case))?;
            no_better(&say!("fortify-higher-floor"), it.best.objective, base.bound)?;
            if self.stand(&weights, hostile, (&it.floors, it.best.clone())) != *it || it.won < siege.at_least {
                return Err(wrong());
            }
            limit = Some(it.won);
        }
        Ok(())
    }
}

/// Stands with the same objective and the same bill are one: the one that leaves less.
pub(super) fn joined(stands: Vec<Stand>) -> Vec<Stand> {
    let mut joined: Vec<Stand> = Vec::with_capacity(stands.len());
    for stand in stands {
        let is_same = |last: &Stand| {
            let apart = last.best.objective.zip(stand.best.objective).map(|(one, other)| (one - other).abs());
            let is_proven = last.best.is_proven() && stand.best.is_proven();
            is_proven && last.best.cost == stand.best.cost && apart.is_some_and(|apart| apart <= SAME)
        };
        if joined.last().is_some_and(is_same) {
            joined.pop();
        }
        joined.push(stand);
    }
    joined
}
