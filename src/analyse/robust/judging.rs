//! How portfolios do in each world, and the one of smallest maximum regret.

use crate::say;
use std::sync::Arc;

use litemap::LiteMap;
use rust_decimal::Decimal;

use super::voice::VoiceStretch;
use super::worlds::{Kind, World, Worlds};
use crate::analyse::outcome_distribution::{OutcomeDistribution, outcome_distribution};
use crate::analyse::related::{Failure, QueryRunner, SolutionPool};
use crate::analyse::saved::Outcome;
use crate::measure::evaluate;
use crate::model::{Case, Portfolio};
use crate::optimise::{Aim, Measure, ProofStatus, Query};

/// What the portfolio of smallest maximum regret is called among the judged ones.
pub const MINIMAX: &str = "smallest maximum regret";

/// A world with its best answer, and how the judged portfolios do there.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: Kind,
    /// Its best answer.
    pub best: Outcome,
    /// For each judged portfolio its objective there, and its regret where it keeps the rules.
    pub portfolios: Vec<(Decimal, Option<Decimal>)>,
    /// For each judged portfolio whether it keeps the rules there.
    pub keeps: Vec<bool>,
    /// For each judged portfolio the index with it there.
    pub indices: Vec<Decimal>,
}

impl Judged {
    /// What people call it.
    pub fn called(&self, case: &Case) -> String {
        if self.kind == Kind::Scenario { case.scenario_name(&self.name) } else { self.name.clone() }
    }
}

/// How the choice holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// The recommended portfolio.
    pub best: Outcome,
    /// Names of the judged portfolios: recommended, own, and that of smallest maximum regret.
    pub judged: Vec<String>,
    /// Their picks.
    pub portfolios: Vec<Outcome>,
    /// The worlds.
    pub worlds: Vec<Judged>,
    /// For each candidate in how many of the worlds' best portfolios it is.
    pub core: Vec<usize>,
    /// Worlds with a best portfolio.
    pub answered: usize,
    /// The stretches of the voice.
    pub voice: Vec<VoiceStretch>,
    /// For each candidate the part of the voice's range in which it is in the best portfolio.
    pub voice_core: Vec<Decimal>,
    /// The smallest maximum regret: the answer, whose value is less than 0 by it.
    pub minimax: Option<Outcome>,
    /// What chance does to the recommended portfolio, and to the own one.
    pub chances: Vec<OutcomeDistribution>,
    /// Worlds that were not reached.
    pub missing: usize,
    /// Whether the stretches of the voice were asked for and not reached.
    pub voice_missing: bool,
    /// Whether there are several worlds to have a smallest maximum regret over, and it is not known.
    pub minimax_missing: bool,
}

impl Robustness {
    /// The largest regret of a judged portfolio by the objective alone, and where; `None` if no best is proven.
    pub fn worst(&self, at: usize, within: impl Fn(&Judged) -> bool) -> Option<(Decimal, &str)> {
        let worlds = self.worlds.iter().filter(|world| within(world) && world.best.is_proven());
        let regrets = worlds.filter_map(|world| {
            let regret = (world.best.objective? - world.portfolios.get(at)?.0).max(Decimal::ZERO).normalize();
            Some((regret, world.name.as_str()))
        });
        // Of equal ones the first is told.
        regrets.reduce(|one, other| if other.0 > one.0 { other } else { one })
    }
}

impl Judged {
    /// A world with its best answer, before any portfolio is judged there.
    pub(super) fn unjudged(world: &World, best: Outcome) -> Self {
        Self {
            name: world.name.clone(),
            kind: world.kind,
            best,
            portfolios: Vec::new(),
            keeps: Vec::new(),
            indices: Vec::new(),
        }
    }
}

/// The portfolio of smallest maximum regret over the case and the scenarios.
pub(super) fn minimax(
    case: &Case,
    runner: &QueryRunner<'_>,
    (worlds, cases): (&[Judged], &[World]),
) -> Result<Option<Outcome>, Failure> {
    let known = worlds.iter().zip(cases).filter(|(judged, _)| judged.kind != Kind::Draw);
    let mut parts = Vec::new();
    let mut pool = SolutionPool::default();
    for (judged, world) in known {
        if judged.best.known == ProofStatus::Impossible {
            continue;
        }
        let Some(best) = judged.best.objective.filter(|_| judged.best.is_proven()) else { return Ok(None) };
        pool.add(&judged.best.picks.portfolio());
        parts.push((Measure::ObjectiveIn(Arc::new(world.case.clone())), best));
    }
    if parts.len() < 2 || runner.is_stopped() {
        return Ok(None);
    }
    let question = Query::new(Arc::new(case.clone()), Aim::HighestLeast(parts));
    let reply = runner.ask(&mut pool, &question, None, &say!("judging-smallest-maximum-regret"))?;
    Ok(Some(Outcome::of(&reply)))
}

/// Judges portfolios in every world that has an answer.
pub(super) fn judge(
    robustness: &mut Robustness,
    worlds: Worlds<'_>,
    (own, outcomes): (Option<&Portfolio>, usize),
    mut answers: LiteMap<usize, Outcome>,
) {
    let mut portfolios: Vec<(String, Portfolio)> = Vec::new();
    if robustness.best.objective.is_some() {
        portfolios.push(("recommended".to_owned(), robustness.best.picks.portfolio()));
    }
    if let Some(own) = own {
        portfolios.push(("own".to_owned(), own.clone()));
    }
    for (_, portfolio) in &portfolios {
        robustness.chances.push(outcome_distribution(worlds.case, portfolio, outcomes, worlds.draws.seed));
    }
    // Where it is the recommended one it need not be judged again.
    let other = |minimax: &&Outcome| minimax.objective.is_some() && minimax.picks != robustness.best.picks;
    if let Some(minimax) = robustness.minimax.as_ref().filter(other) {
        portfolios.push((MINIMAX.to_owned(), minimax.picks.portfolio()));
    }
    for (at, case) in worlds.each().enumerate() {
        let Some(best) = answers.remove(&at) else { continue };
        let mut world = Judged::unjudged(&case, best);
        for (_, portfolio) in &portfolios {
            let evaluation = evaluate(&case.case, portfolio);
            let best = world.best.objective.filter(|_| world.best.is_proven() && evaluation.keeps_all_rules());
            let regret = best.map(|best| (best - evaluation.objective).max(Decimal::ZERO).normalize());
            world.portfolios.push((evaluation.objective.normalize(), regret));
            world.keeps.push(evaluation.keeps_all_rules());
            world.indices.push(evaluation.index_after.normalize());
        }
        if world.best.objective.is_some() {
            robustness.answered += 1;
            for candidate in world.best.picks.candidates() {
                if let Some(count) = robustness.core.get_mut(candidate.0) {
                    *count += 1;
                }
            }
        }
        robustness.worlds.push(world);
    }
    for (name, portfolio) in portfolios {
        robustness.portfolios.push(Outcome::given(worlds.case, &portfolio, ProofStatus::Proven));
        robustness.judged.push(name);
    }
}
