//! How the choice holds where the numbers are not certain: over scenarios, over voices, and over random weights, costs, gains
//! and success.
//!
//! A *world* is a case with other numbers: the case itself, each scenario, each random draw. The *core index* of a
//! candidate is the part of the worlds in whose best portfolio it is; 1 is *core*, 0 *exterior*, else *borderline* (Liesiö,
//! Mild and Salo 2007, 2008, for whom the worlds are all weights that the information allows).
//!
//! *Over the voice* of one ministry from `low` to `high` (the others share the rest as they do now) the best objective is
//! a convex piecewise-linear function of the voice, because each portfolio's objective is linear in it. All its pieces are
//! found exactly by the method of Eisner and Severance (1976): answer both ends, then the voice at which their two
//! portfolios are worth the same, and so on. The core index over the voice is the part of the range.
//!
//! *Regret* of a portfolio in a world: the best objective there less its own; none where it breaks rules there. The
//! portfolio of *smallest maximum regret* keeps the rules of the case, and its largest regret over the case and the
//! scenarios (by their objective alone) is as small as can be (Savage 1951; Kouvelis and Yu 1997).

use std::collections::BTreeMap;
use std::sync::Arc;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::analysis::Analysis;
use super::importance::pool_of;
use super::related::{Desk, Failure, Pool};
use super::saved::{Outcome, agree, is_same, no_better};
use super::scenarios::{Scenario, scenarios};
use super::success::{Chances, chances};
use super::spec::{CommandLine, NoScenario, Param, ParamKind, Preset, Spec};
use super::sweep::Sweep;
use super::values::Asked;
use crate::measure::evaluate;
use crate::model::{Case, MinistryIx, Percent, Portfolio, Workbook};
use crate::optimise::{Aim, Known, Measure, Question, SAME};

/// Which worlds, and which portfolio is judged in them beside the recommended one.
#[derive(Debug, Clone)]
pub struct Params {
    own: Option<Portfolio>,
    /// The names of scenarios; an empty list for all, none for no scenario.
    wanted: Option<Vec<String>>,
    scenarios: Vec<Scenario>,
    voice: Option<VoiceRange>,
    draws: Draws,
    outcomes: usize,
}

/// What chance does is worked out at the end; until then so many outcomes must do.
const FEW_OUTCOMES: usize = 50;

/// A percentage within which the numbers of random worlds are drawn.
const fn within(name: &'static str, help: &'static str) -> Param {
    Param { name, value: "P", help, kind: ParamKind::Percent(Some(100)), preset: Preset::Text("10") }
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "robust",
        title: "Robust",
        question: "Whether the choice holds where numbers are not certain: scenarios, voices, random worlds, success by chance.",
        command: CommandLine {
            name: "robust",
            about: "Show how the choice holds over scenarios, voices, and random weights, costs, gains and success.",
            notes: "Core index: the part of the worlds (the case, its scenarios, random draws) in whose best portfolio a candidate \
                    is. Regret: what the best portfolio of a world has more there.",
            by: None,
        },
        params: &[
            Param {
                name: "own",
                value: "FILE",
                help: "A portfolio of your own, judged beside the recommended one.",
                kind: ParamKind::Own,
                preset: Preset::Text(""),
            },
            Param {
                name: "scenarios",
                value: "NAME",
                help: "`all`, `none`, or the names of those that count, separated by spaces.",
                kind: ParamKind::Scenarios(NoScenario::Possible),
                preset: Preset::Text("all"),
            },
            Param {
                name: "voice",
                value: "MINISTRY:A-B",
                help: "The voice of a ministry from A to B percent of all voices, such as `defence:30-70`: every change of the best \
                       portfolio in between.",
                kind: ParamKind::Voice,
                preset: Preset::Text("none"),
            },
            Param {
                name: "draws",
                value: "N",
                help: "How many random worlds to draw.",
                kind: ParamKind::Count(0, 1_000_000),
                preset: Preset::Text("0"),
            },
            Param {
                name: "weights",
                value: "P",
                help: "In random worlds: domain weights within so many percent, or `ranking` for any weights in the same order.",
                kind: ParamKind::Weights,
                preset: Preset::Text("20"),
            },
            within("costs", "In random worlds: costs of each candidate within so many percent."),
            within("gains", "In random worlds: gains of each candidate within so many percent."),
            within("success", "In random worlds: success of each candidate within so many percent, at most 1."),
            Param {
                name: "seed",
                value: "S",
                help: "The seed of everything random.",
                kind: ParamKind::Whole,
                preset: Preset::Text("1"),
            },
            Param {
                name: "outcomes",
                value: "N",
                help: "How many outcomes to sample where there are too many to count all.",
                kind: ParamKind::Count(2, 1_000_000),
                preset: Preset::Text("2000"),
            },
        ],
    };
    type Sweep<'a> = Robust<'a>;
    type Found = Robustness;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let voice = match asked.text("voice") {
            "none" => None,
            text => Some(super::words::voice(asked.case, text)?),
        };
        let draws = Draws {
            count: asked.count("draws")?,
            seed: asked.whole("seed")?,
            weights: super::words::weights(asked.text("weights"))?,
            costs: asked.percent("costs")?,
            gains: asked.percent("gains")?,
            success: asked.percent("success")?,
        };
        let (own, wanted) = (asked.portfolio("own"), asked.scenarios("scenarios"));
        Ok(Self { own, wanted, scenarios: Vec::new(), voice, draws, outcomes: asked.count("outcomes")? })
    }

    fn prepare(&mut self, case: &Case, book: &Workbook) -> Result<(), Failure> {
        self.scenarios = match &self.wanted {
            Some(names) => scenarios(book, case, names)?,
            None => Vec::new(),
        };
        Ok(())
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Robust<'a>, Failure> {
        let Self { voice, draws, outcomes, .. } = *self;
        Ok(Robust { case, scenarios: &self.scenarios, own: self.own.as_ref(), voice, draws, outcomes })
    }

    fn preview<'a>(&'a self, case: &'a Case) -> Result<Robust<'a>, Failure> {
        Ok(Robust { outcomes: FEW_OUTCOMES.min(self.outcomes), ..self.sweep(case)? })
    }

    fn judges(&self, _own: &Portfolio) -> bool {
        true
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Robust<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its scenarios.
    pub scenarios: &'a [Scenario],
    /// The planner's own portfolio, to be judged beside the recommended one.
    pub own: Option<&'a Portfolio>,
    /// A ministry's voice and its range, as parts of all voices.
    pub voice: Option<VoiceRange>,
    /// Random worlds.
    pub draws: Draws,
    /// Random outcomes where not all can be counted.
    pub outcomes: usize,
}

/// The range of a ministry's voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoiceRange {
    /// Whose.
    pub ministry: MinistryIx,
    /// Its least part, 0-1.
    pub low: Decimal,
    /// Its largest part, 0-1.
    pub high: Decimal,
}

/// Random worlds: each number drawn evenly within so many percent of its own, independently.
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

/// How domain weights are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightDraw {
    /// Within so many percent of each.
    Percent(Percent),
    /// Any weights in the same order of rank, all equally likely: only the ranking is believed. Equal weights have no order.
    Ranking,
}

/// Worlds are cut into at least so many pieces, where each has enough of them.
const PIECES: usize = 8;
/// The fewest and the most worlds of a piece, which know each other's portfolios.
const WORLDS_IN_PIECE: (usize, usize) = (4, 32);
/// What the portfolio of smallest maximum regret is called among the judged ones.
pub const MINIMAX: &str = "smallest maximum regret";

/// The result of one piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// Worlds with their best answers.
    Worlds(Vec<(usize, Outcome)>),
    /// The stretches of the voice.
    Voice(Vec<VoiceStretch>),
}

/// A stretch of the voice with the same best portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoiceStretch {
    /// From this part of all voices.
    pub from: Decimal,
    /// To this one.
    pub to: Decimal,
    /// What is best there.
    pub best: Outcome,
    /// Whether it is proven that nothing else is the best inside.
    pub proven: bool,
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
    pub chances: Vec<Chances>,
    /// Worlds that were not reached.
    pub missing: usize,
    /// Whether the stretches of the voice were asked for and not reached.
    pub voice_missing: bool,
    /// Whether there are several worlds to have a smallest maximum regret over, and it is not known.
    pub minimax_missing: bool,
}

impl Judged {
    /// A world with its best answer, before any portfolio is judged there.
    fn unjudged(world: &World, best: Outcome) -> Self {
        Self { name: world.name.clone(), kind: world.kind, best, portfolios: Vec::new(), keeps: Vec::new() }
    }
}

impl Robust<'_> {
    /// All worlds, in a fixed order.
    pub fn worlds(&self) -> Vec<World> {
        self.each_world().collect()
    }

    /// The same one after the other: a million of them would not fit into memory at once.
    fn each_world(&self) -> impl Iterator<Item = World> + '_ {
        let case = World { name: "the case".to_owned(), kind: Kind::Case, case: self.case.clone() };
        let scenarios = self.scenarios.iter().map(|scenario| World {
            name: scenario.name.clone(),
            kind: Kind::Scenario,
            case: scenario.case.clone(),
        });
        let mut rng = ChaCha8Rng::seed_from_u64(self.draws.seed);
        let draws = (0..self.draws.count).map(move |at| World {
            name: format!("draw {}", at + 1),
            kind: Kind::Draw,
            case: drawn(self.case, &self.draws, &mut rng),
        });
        std::iter::once(case).chain(scenarios).chain(draws)
    }

    fn count(&self) -> usize {
        1 + self.scenarios.len() + self.draws.count
    }

    fn worlds_in_piece(&self) -> usize {
        self.count().div_ceil(PIECES).clamp(WORLDS_IN_PIECE.0, WORLDS_IN_PIECE.1)
    }

    fn world_pieces(&self) -> usize {
        self.count().div_ceil(self.worlds_in_piece())
    }

    fn voice_question(&self, range: VoiceRange, voice: Decimal) -> Question {
        Question::best(Arc::new(with_voice(self.case, range.ministry, voice)))
    }

    /// The stretches of the voice between two ends whose answers are known.
    fn stretches(&self, desk: &Desk<'_>, range: VoiceRange) -> Result<Vec<VoiceStretch>, Failure> {
        let mut pool = Pool::default();
        let mut ask = |voice: Decimal| -> Result<Outcome, Failure> {
            let doing = format!("voice {}", voice.round_dp(4).normalize());
            Ok(Outcome::of(&desk.ask(&mut pool, &self.voice_question(range, voice), None, &doing)?))
        };
        let (low, high) = (ask(range.low)?, ask(range.high)?);
        let mut found = Vec::new();
        let mut open = vec![(range.low, low, range.high, high)];
        while let Some((from, left, to, right)) = open.pop() {
            let lines = left.objective.zip(right.objective);
            let (Some(_), true) = (lines, left.is_proven() && right.is_proven()) else {
                // Rules do not depend on a voice: what is impossible at one is impossible at all.
                let proven = left.known == Known::Impossible || right.known == Known::Impossible;
                found.push(VoiceStretch { from, to, proven, best: left });
                continue;
            };
            let (a, b) = (self.line(range, &left), self.line(range, &right));
            let at = |line: (Decimal, Decimal), voice: Decimal| line.0 + line.1 * voice;
            if at(a, to) >= at(b, to) - SAME {
                found.push(VoiceStretch { from, to, proven: true, best: left });
                continue;
            }
            if at(b, from) >= at(a, from) - SAME {
                found.push(VoiceStretch { from, to, proven: true, best: right });
                continue;
            }
            let middle = ((a.0 - b.0) / (b.1 - a.1)).clamp(from, to);
            let best = ask(middle)?;
            let higher = best.objective.is_some_and(|objective| objective > at(a, middle) + SAME);
            if !higher {
                let proven = best.is_proven() && best.objective.is_some();
                found.push(VoiceStretch { from, to: middle, proven, best: left });
                found.push(VoiceStretch { from: middle, to, proven, best: right });
                continue;
            }
            open.push((middle, best.clone(), to, right));
            open.push((from, left, middle, best));
        }
        found.sort_by_key(|stretch| stretch.from);
        Ok(joined(found))
    }

    /// Certifies stretches of the voice: they follow each other, and each portfolio keeps the rules, which no voice changes, and
    /// is worth what it is said to be at some voice of the range.
    fn certify_voice(&self, base: &Outcome, range: VoiceRange, stretches: &[VoiceStretch]) -> Result<(), String> {
        let mut from = range.low;
        for stretch in stretches {
            if stretch.from < from || stretch.to < stretch.from || stretch.to > range.high {
                return Err(format!("a stretch of the voice goes from {} to {}", stretch.from, stretch.to));
            }
            from = stretch.to;
            let best = &stretch.best;
            if (best.known == Known::Impossible) != (base.known == Known::Impossible)
                && best.is_proven()
                && base.is_proven()
            {
                return Err("what is possible is said to depend on a voice".to_owned());
            }
            if best.objective.is_none() {
                best.certified(self.case)?;
                continue;
            }
            let portfolio = best.picks.certified(self.case)?;
            let at = |voice| evaluate(&with_voice(self.case, range.ministry, voice), &portfolio);
            let (low, high) = (at(range.low), at(range.high));
            let within = |said: Option<Decimal>, one: Decimal, other: Decimal| {
                said.is_some_and(|said| {
                    (one.min(other)..=one.max(other)).contains(&said) || is_same(said, one) || is_same(said, other)
                })
            };
            if !low.keeps_all_rules()
                || !within(best.objective, low.objective, high.objective)
                || !within(best.gain, low.gain, high.gain)
                || !best.value.zip(best.objective).is_some_and(|(one, other)| is_same(one, other))
            {
                return Err("the portfolio of a voice is not what it is said to be".to_owned());
            }
            agree("the bill of a portfolio", best.cost, Some(low.cost))?;
            no_better("the portfolio of a voice", best.objective, best.bound)?;
        }
        Ok(())
    }

    /// The objective of a portfolio as a line over the voice: `(at 0, slope)`.
    fn line(&self, range: VoiceRange, outcome: &Outcome) -> (Decimal, Decimal) {
        let portfolio = outcome.picks.portfolio();
        let value = |voice| evaluate(&with_voice(self.case, range.ministry, voice), &portfolio).objective;
        let (zero, one) = (value(Decimal::ZERO), value(Decimal::ONE));
        (zero, one - zero)
    }

    /// The portfolio of smallest maximum regret over the case and the scenarios.
    fn minimax(&self, desk: &Desk<'_>, worlds: &[Judged], cases: &[World]) -> Result<Option<Outcome>, Failure> {
        let known = worlds.iter().zip(cases).filter(|(judged, _)| judged.kind != Kind::Draw);
        let mut parts = Vec::new();
        let mut pool = Pool::default();
        for (judged, world) in known {
            if judged.best.known == Known::Impossible {
                continue;
            }
            let Some(best) = judged.best.objective.filter(|_| judged.best.is_proven()) else { return Ok(None) };
            pool.add(&judged.best.picks.portfolio());
            parts.push((Measure::ObjectiveIn(Arc::new(world.case.clone())), best));
        }
        if parts.len() < 2 || desk.is_stopped() {
            return Ok(None);
        }
        let question = Question::new(Arc::new(self.case.clone()), Aim::HighestLeast(parts));
        let reply = desk.ask(&mut pool, &question, None, "the smallest maximum regret")?;
        Ok(Some(Outcome::of(&reply)))
    }
}

/// The case in which a ministry has this part of all voices, and the others share the rest as they do now.
#[must_use]
pub fn with_voice(case: &Case, ministry: MinistryIx, part: Decimal) -> Case {
    let mut changed = case.clone();
    let others: Vec<MinistryIx> = case.ministry_ixs().filter(|&other| other != ministry).collect();
    let sum: Decimal = others.iter().map(|&other| case[other].voice).sum();
    let count = Decimal::from(others.len().max(1));
    for (at, other) in changed.ministries.iter_mut().enumerate() {
        other.voice = if at == ministry.0 {
            part
        } else {
            let share = other.voice.checked_div(sum).unwrap_or(Decimal::ONE / count);
            (Decimal::ONE - part) * share
        };
    }
    changed
}

fn joined(stretches: Vec<VoiceStretch>) -> Vec<VoiceStretch> {
    let mut joined: Vec<VoiceStretch> = Vec::new();
    for stretch in stretches.into_iter().filter(|stretch| stretch.to > stretch.from) {
        match joined.last_mut() {
            Some(last) if last.best.picks == stretch.best.picks && last.proven == stretch.proven => {
                last.to = stretch.to;
            }
            _ => joined.push(stretch),
        }
    }
    joined
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
            cuts.sort_unstable();
            let mut gaps: Vec<i64> = cuts.windows(2).map(|pair| pair[1] - pair[0]).collect();
            gaps.sort_unstable_by_key(|&gap| std::cmp::Reverse(gap));
            // Of domains that weigh the same none ranks before the other: either may come first.
            let weight = |domain: usize| world.domains[domain].weights[ministry];
            let tied = (0..count).any(|one| (one + 1..count).any(|other| weight(one) == weight(other)));
            let lots: Vec<u32> = (0..count).map(|_| if tied { rng.random_range(0..=u32::MAX) } else { 0 }).collect();
            let mut order: Vec<usize> = (0..count).collect();
            order.sort_by_key(|&domain| (std::cmp::Reverse(weight(domain)), lots[domain]));
            for (domain, gap) in order.into_iter().zip(gaps) {
                world.domains[domain].weights[ministry] = Decimal::new(gap, 6);
            }
        }
    }
}

/// A factor drawn evenly within so many percent of 1, to 4 places.
fn factor(percent: Percent, rng: &mut ChaCha8Rng) -> Decimal {
    let part: i64 = rng.random_range(-10_000..=10_000);
    Decimal::ONE + percent * Decimal::new(part, 6)
}

impl Sweep for Robust<'_> {
    type Base = Outcome;
    type Piece = Piece;
    type Result = Robustness;

    fn base(&self, desk: &Desk<'_>) -> Result<Outcome, Failure> {
        desk.expect(self.count() + usize::from(self.voice.is_some()));
        Ok(Outcome::of(&desk.first(self.case, "the best portfolio")?))
    }

    fn pieces(&self, _base: &Outcome) -> usize {
        self.world_pieces() + usize::from(self.voice.is_some())
    }

    fn piece(&self, desk: &Desk<'_>, base: &Outcome, piece: usize) -> Result<Piece, Failure> {
        if let Some(range) = self.voice.filter(|_| piece == self.world_pieces()) {
            let stretches = self.stretches(desk, range)?;
            desk.finish(1);
            return Ok(Piece::Voice(stretches));
        }
        let mut pool = pool_of(self.case, base);
        let mut answered = Vec::new();
        let count = self.worlds_in_piece();
        for (at, world) in self.each_world().enumerate().skip(piece.saturating_mul(count)).take(count) {
            if desk.is_stopped() {
                break;
            }
            let best = if world.kind == Kind::Case {
                desk.imply();
                base.clone()
            } else {
                Outcome::of(&desk.best(&mut pool, &world.case, &world.name)?)
            };
            answered.push((at, best));
            desk.finish(1);
        }
        Ok(Piece::Worlds(answered))
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Piece)]) -> Result<(), String> {
        base.certify(&Question::best(Arc::new(self.case.clone())))?;
        let mut answers: BTreeMap<usize, &Outcome> = BTreeMap::new();
        for (number, piece) in pieces {
            match (piece, self.voice.filter(|_| *number == self.world_pieces())) {
                (Piece::Voice(stretches), Some(range)) => self.certify_voice(base, range, stretches)?,
                (Piece::Worlds(worlds), None) => {
                    let count = self.worlds_in_piece();
                    let first = number.saturating_mul(count);
                    let own = first..first.saturating_add(count);
                    for (at, best) in worlds {
                        if !own.contains(at) || answers.insert(*at, best).is_some() {
                            return Err(format!("world {at} does not belong to piece {number}"));
                        }
                    }
                }
                _ => return Err(format!("piece {number} holds what belongs to another")),
            }
        }
        for (at, world) in self.each_world().enumerate() {
            match answers.remove(&at) {
                Some(best) if world.kind == Kind::Case && best != base => {
                    return Err("the best of the case is said to be two things".to_owned());
                }
                Some(best) => best.certify(&Question::best(Arc::new(world.case)))?,
                None => {}
            }
        }
        answers.keys().next().map_or(Ok(()), |at| Err(format!("there is no world {at}")))
    }

    fn assemble(&self, desk: &Desk<'_>, best: Outcome, pieces: Vec<Option<Piece>>) -> Result<Robustness, Failure> {
        let mut voice = Vec::new();
        let mut answers: BTreeMap<usize, Outcome> = BTreeMap::new();
        for piece in pieces.into_iter().flatten() {
            match piece {
                Piece::Voice(stretches) => voice = stretches,
                Piece::Worlds(answered) => answers.extend(answered),
            }
        }
        let mut judged_worlds = Vec::new();
        let mut known_cases = Vec::new();
        for (at, world) in self.each_world().take(1 + self.scenarios.len()).enumerate() {
            if let Some(best) = answers.get(&at) {
                judged_worlds.push(Judged::unjudged(&world, best.clone()));
                known_cases.push(world);
            }
        }
        let minimax = self.minimax(desk, &judged_worlds, &known_cases)?;
        let reached = judged_worlds.len() > self.scenarios.len();
        let possible = judged_worlds.iter().filter(|world| world.best.known != Known::Impossible).count();
        let none = minimax.as_ref().is_none_or(|minimax| minimax.known == Known::Open && minimax.objective.is_none());
        let mut robustness = Robustness {
            voice_missing: self.voice.is_some() && voice.is_empty(),
            minimax_missing: none && !self.scenarios.is_empty() && (possible > 1 || !reached),
            missing: self.count().saturating_sub(answers.len()),
            core: vec![0; self.case.candidates.len()],
            answered: 0,
            voice_core: voice_core(&voice, self.case.candidates.len()),
            voice,
            judged: Vec::new(),
            portfolios: Vec::new(),
            chances: Vec::new(),
            worlds: Vec::new(),
            minimax,
            best,
        };
        self.judge(&mut robustness, answers);
        Ok(robustness)
    }
}

impl Robust<'_> {
    /// Judges portfolios in every world that has an answer.
    fn judge(&self, robustness: &mut Robustness, mut answers: BTreeMap<usize, Outcome>) {
        let mut portfolios: Vec<(String, Portfolio)> = Vec::new();
        if robustness.best.objective.is_some() {
            portfolios.push(("recommended".to_owned(), robustness.best.picks.portfolio()));
        }
        if let Some(own) = self.own {
            portfolios.push(("own".to_owned(), own.clone()));
        }
        for (_, portfolio) in &portfolios {
            robustness.chances.push(chances(self.case, portfolio, self.outcomes, self.draws.seed));
        }
        // Where it is the recommended one it need not be judged again.
        let other = |minimax: &&Outcome| minimax.objective.is_some() && minimax.picks != robustness.best.picks;
        if let Some(minimax) = robustness.minimax.as_ref().filter(other) {
            portfolios.push((MINIMAX.to_owned(), minimax.picks.portfolio()));
        }
        for (at, case) in self.each_world().enumerate() {
            let Some(best) = answers.remove(&at) else { continue };
            let mut world = Judged::unjudged(&case, best);
            for (_, portfolio) in &portfolios {
                let evaluation = evaluate(&case.case, portfolio);
                let best = world.best.objective.filter(|_| world.best.is_proven() && evaluation.keeps_all_rules());
                let regret = best.map(|best| (best - evaluation.objective).max(Decimal::ZERO).normalize());
                world.portfolios.push((evaluation.objective.normalize(), regret));
                world.keeps.push(evaluation.keeps_all_rules());
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
            let evaluation = evaluate(self.case, &portfolio);
            robustness.portfolios.push(Outcome {
                known: Known::Proven,
                value: Some(evaluation.objective.normalize()),
                bound: None,
                objective: Some(evaluation.objective.normalize()),
                gain: Some(evaluation.gain.normalize()),
                cost: Some(evaluation.cost.normalize()),
                picks: super::saved::Picks::of(&portfolio),
            });
            robustness.judged.push(name);
        }
    }
}

/// For each candidate the part of the range in which it is in the best portfolio.
fn voice_core(stretches: &[VoiceStretch], candidates: usize) -> Vec<Decimal> {
    let mut parts = vec![Decimal::ZERO; candidates];
    let whole: Decimal = stretches.iter().map(|stretch| stretch.to - stretch.from).sum();
    for stretch in stretches {
        for candidate in stretch.best.picks.candidates() {
            if let Some(part) = parts.get_mut(candidate.0) {
                *part += stretch.to - stretch.from;
            }
        }
    }
    parts.into_iter().map(|part| part.checked_div(whole).unwrap_or_default().round_dp(12).normalize()).collect()
}
