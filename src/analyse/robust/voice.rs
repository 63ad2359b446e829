//! The best portfolios over the voice of one ministry.

use crate::model::order::InOrder as _;
use crate::say;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::analyse::related::{Failure, QueryRunner, SolutionPool};
use crate::analyse::saved::{Outcome, agree, is_same, no_better};
use crate::analyse::uncertain::VoiceRange;
use crate::measure::evaluate;
use crate::model::{Case, MinistryIx};
use crate::optimise::{ProofStatus, Query, SAME};

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

/// A case over the voice of a ministry.
#[derive(Debug, Clone, Copy)]
pub(super) struct OverVoice<'a> {
    pub case: &'a Case,
    pub range: VoiceRange,
}

impl OverVoice<'_> {
    /// The case at a voice.
    fn at(self, voice: Decimal) -> Case {
        with_voice(self.case, self.range.ministry, voice)
    }

    /// The stretches of the voice between two ends whose answers are known.
    pub fn stretches(self, runner: &QueryRunner<'_>) -> Result<Vec<VoiceStretch>, Failure> {
        let mut pool = SolutionPool::default();
        let mut ask = |voice: Decimal| -> Result<Outcome, Failure> {
            let doing = say!("voice-voice", voice = voice.round_dp(4).normalize());
            Ok(Outcome::of(&runner.ask(&mut pool, &Query::best(Arc::new(self.at(voice))), None, &doing)?))
        };
        let (low, high) = (ask(self.range.low)?, ask(self.range.high)?);
        let mut found = Vec::new();
        let mut open = vec![(self.range.low, low, self.range.high, high)];
        while let Some((from, left, to, right)) = open.pop() {
            let lines = left.objective.zip(right.objective);
            let (Some(_), true) = (lines, left.is_proven() && right.is_proven()) else {
                // Rules do not depend on a voice: what is impossible at one is impossible at all.
                let proven = left.known == ProofStatus::Impossible || right.known == ProofStatus::Impossible;
                found.push(VoiceStretch { from, to, proven, best: left });
                continue;
            };
            let (a, b) = (self.line(&left), self.line(&right));
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
        found.order_by_key(|stretch| stretch.from);
        Ok(joined(found))
    }

    /// Certifies stretches of the voice: they follow each other, and each portfolio keeps the rules, which no voice changes, and
    /// is worth what it is said to be at some voice of the range.
    pub fn certify(self, base: &Outcome, stretches: &[VoiceStretch]) -> Result<(), String> {
        let mut from = self.range.low;
        for stretch in stretches {
            if stretch.from < from || stretch.to < stretch.from || stretch.to > self.range.high {
                return Err(say!("voice-stretch-voice-goes", stretch = stretch.from, to = stretch.to));
            }
            from = stretch.to;
            let best = &stretch.best;
            if (best.known == ProofStatus::Impossible) != (base.known == ProofStatus::Impossible)
                && best.is_proven()
                && base.is_proven()
            {
                return Err(say!("voice-what-possible-said"));
            }
            if best.objective.is_none() {
                best.certified(self.case)?;
                continue;
            }
            let portfolio = best.picks.certified(self.case)?;
            let at = |voice| evaluate(&self.at(voice), &portfolio);
            let (low, high) = (at(self.range.low), at(self.range.high));
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
                return Err(say!("voice-portfolio-voice-not"));
            }
            agree(&say!("saved-bill-portfolio"), best.cost, Some(low.cost))?;
            no_better(&say!("voice-portfolio-voice"), best.objective, best.bound)?;
        }
        Ok(())
    }

    /// The objective of a portfolio as a line over the voice: `(at 0, slope)`.
    fn line(self, outcome: &Outcome) -> (Decimal, Decimal) {
        let portfolio = outcome.picks.portfolio();
        let value = |voice| evaluate(&self.at(voice), &portfolio).objective;
        let (zero, one) = (value(Decimal::ZERO), value(Decimal::ONE));
        (zero, one - zero)
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

/// For each candidate the part of the range in which it is in the best portfolio.
pub(super) fn voice_core(stretches: &[VoiceStretch], candidates: usize) -> Vec<Decimal> {
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
