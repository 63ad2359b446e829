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
//! *Regret* of a portfolio in a world: the best objective there less its own; none if it breaks rules there. The
//! portfolio of *smallest maximum regret* keeps the rules of the case, and its largest regret over the case and the
//! scenarios (by their objective alone) is as small as can be (Savage 1951; Kouvelis and Yu 1997).

mod judging;
mod voice;
mod worlds;

use super::prelude::*;
use litemap::LiteMap;

pub use judging::{Judged, MINIMAX, Robustness};
pub use voice::{VoiceStretch, with_voice};
pub use worlds::{Draws, Kind, World};

use super::scenarios::{Scenario, scenarios};
use super::spec::NoScenario;
pub use super::uncertain::{VoiceRange, WeightDraw};
use crate::model::Workbook;
use judging::{judge, minimax};
use voice::{OverVoice, voice_core};
use worlds::Worlds;

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

/// What chance does is worked out at the end; until then this many outcomes must do.
const FEW_OUTCOMES: usize = 50;

/// A percentage within which the numbers of random worlds are drawn.
const fn within(name: &'static str) -> Param {
    Param { name, value: "P", kind: ParamKind::Percent(Some(100)), preset: Preset::Text("10") }
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "robust",
        command: CommandLine { name: "robust", by: None },
        params: &[
            Param { name: "own", value: "FILE", kind: ParamKind::Own, preset: Preset::Text("own") },
            Param {
                name: "scenarios",
                value: "NAME",
                kind: ParamKind::Scenarios(NoScenario::Possible),
                preset: Preset::Text("all"),
            },
            Param { name: "voice", value: "MINISTRY:A-B", kind: ParamKind::Voice, preset: Preset::Text("none") },
            Param { name: "draws", value: "N", kind: ParamKind::Count(0, 1_000_000), preset: Preset::Text("0") },
            Param { name: "weights", value: "P", kind: ParamKind::Weights, preset: Preset::Text("20") },
            within("costs"),
            within("gains"),
            within("success"),
            Param { name: "seed", value: "S", kind: ParamKind::Whole, preset: Preset::Text("1") },
            Param { name: "outcomes", value: "N", kind: ParamKind::Count(2, 1_000_000), preset: Preset::Text("2000") },
        ],
    };
    type Sweep<'a> = Robust<'a>;
    type Found = Robustness;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let voice = match asked.text("voice") {
            "none" => None,
            text => Some(super::uncertain::voice(asked.case, text)?),
        };
        let draws = Draws {
            count: asked.count("draws")?,
            seed: asked.whole("seed")?,
            weights: super::uncertain::weights(asked.text("weights"))?,
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

/// Worlds are cut into at least this many pieces, where each has enough of them.
const PIECES: usize = 8;
/// The fewest and the most worlds of a piece, which know each other's portfolios.
const WORLDS_IN_PIECE: (usize, usize) = (4, 32);
/// The result of one piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// Worlds with their best answers.
    Worlds(Vec<(usize, Outcome)>),
    /// The stretches of the voice.
    Voice(Vec<VoiceStretch>),
}

impl<'a> Robust<'a> {
    fn all(&self) -> Worlds<'_> {
        Worlds { case: self.case, scenarios: self.scenarios, draws: &self.draws }
    }

    /// All worlds, in a fixed order.
    pub fn worlds(&self) -> Vec<World> {
        self.all().each().collect()
    }

    fn over_voice(&self) -> Option<OverVoice<'a>> {
        self.voice.map(|range| OverVoice { case: self.case, range })
    }

    fn worlds_in_piece(&self) -> usize {
        self.all().count().div_ceil(PIECES).clamp(WORLDS_IN_PIECE.0, WORLDS_IN_PIECE.1)
    }

    fn world_pieces(&self) -> usize {
        self.all().count().div_ceil(self.worlds_in_piece())
    }
}

impl Sweep for Robust<'_> {
    type Base = Outcome;
    type Piece = Piece;
    type Result = Robustness;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(self.all().count() + usize::from(self.voice.is_some()));
        Ok(Outcome::of(&runner.first(self.case, &say!("alternatives-best-portfolio"))?))
    }

    fn pieces(&self, _base: &Outcome) -> usize {
        self.world_pieces() + usize::from(self.voice.is_some())
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        piece: usize,
        _: &Told<'_, Piece>,
    ) -> Result<Piece, Failure> {
        if let Some(voice) = self.over_voice().filter(|_| piece == self.world_pieces()) {
            let stretches = voice.stretches(runner)?;
            runner.finish(1);
            return Ok(Piece::Voice(stretches));
        }
        let mut pool = pool_of(self.case, base);
        let mut answered = Vec::new();
        let count = self.worlds_in_piece();
        for (at, world) in self.all().each().enumerate().skip(piece.saturating_mul(count)).take(count) {
            if runner.is_stopped() {
                break;
            }
            let best = if world.kind == Kind::Case {
                runner.imply();
                base.clone()
            } else {
                Outcome::of(&runner.best(&mut pool, &world.case, &world.called())?)
            };
            answered.push((at, best));
            runner.finish(1);
        }
        Ok(Piece::Worlds(answered))
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Piece)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.case.clone())))?;
        let mut answers: LiteMap<usize, &Outcome> = LiteMap::new();
        for (number, piece) in pieces {
            match (piece, self.over_voice().filter(|_| *number == self.world_pieces())) {
                (Piece::Voice(stretches), Some(voice)) => voice.certify(base, stretches)?,
                (Piece::Worlds(worlds), None) => {
                    let count = self.worlds_in_piece();
                    let first = number.saturating_mul(count);
                    let own = first..first.saturating_add(count);
                    for (at, best) in worlds {
                        if !own.contains(at) || answers.insert(*at, best).is_some() {
                            return Err(say!("robust-world-at-does", world = at, piece = number));
                        }
                    }
                }
                _ => return Err(say!("alternatives-piece-number-holds", number = number)),
            }
        }
        for (at, world) in self.all().each().enumerate() {
            match answers.remove(&at) {
                Some(best) if world.kind == Kind::Case && best != base => {
                    return Err(say!("robust-best-case-said"));
                }
                Some(best) => best.certify(&Query::best(Arc::new(world.case)))?,
                None => {}
            }
        }
        answers.keys().next().map_or(Ok(()), |at| Err(say!("robust-there-no-world", world = at)))
    }

    fn assemble(&self, runner: &QueryRunner<'_>, best: Outcome, pieces: Pieces<Piece>) -> Result<Robustness, Failure> {
        let mut voice = Vec::new();
        let mut answers: LiteMap<usize, Outcome> = LiteMap::new();
        for piece in pieces.into_iter().flatten() {
            match piece {
                Piece::Voice(stretches) => voice = stretches,
                Piece::Worlds(answered) => answers.extend(answered),
            }
        }
        let mut judged_worlds = Vec::new();
        let mut known_cases = Vec::new();
        for (at, world) in self.all().each().take(1 + self.scenarios.len()).enumerate() {
            if let Some(best) = answers.get(&at) {
                judged_worlds.push(Judged::unjudged(&world, best.clone()));
                known_cases.push(world);
            }
        }
        let minimax = minimax(self.case, runner, (&judged_worlds, &known_cases))?;
        let reached = judged_worlds.len() > self.scenarios.len();
        let possible = judged_worlds.iter().filter(|world| world.best.known != ProofStatus::Impossible).count();
        let none =
            minimax.as_ref().is_none_or(|minimax| minimax.known == ProofStatus::Open && minimax.objective.is_none());
        let mut robustness = Robustness {
            voice_missing: self.voice.is_some() && voice.is_empty(),
            minimax_missing: none && !self.scenarios.is_empty() && (possible > 1 || !reached),
            missing: self.all().count().saturating_sub(answers.len()),
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
        judge(&mut robustness, self.all(), (self.own, self.outcomes), answers);
        Ok(robustness)
    }
}
