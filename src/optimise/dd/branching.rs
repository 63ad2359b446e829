//! Which question splits a node: candidates first, then domains at their target, then starts, then shares.
//!
//! Candidates are scored by pseudocosts from real children; a candidate with few observations is tried out first (strong
//! branching: a few passes for both children, then everything is put back). Source: Achterberg, Koch, Martin,
//! *Branching rules revisited*, 2005.

use super::relaxation::Fractions;
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::{Decision, Domains};

/// A value this near to a whole number is taken for it.
pub(super) const WHOLE: f64 = 1e-6;

/// What raising or lowering a candidate by one cost the bound so far.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Pseudocost {
    /// The sum for leaving it out, and how often.
    pub down: (f64, u32),
    /// The sum for taking it in, and how often.
    pub up: (f64, u32),
}

impl Pseudocost {
    /// The mean of a side, or `otherwise`.
    fn mean((sum, count): (f64, u32), otherwise: f64) -> f64 {
        if count == 0 { otherwise } else { sum / f64::from(count) }
    }

    /// How many observations the side with fewer has.
    pub fn known(&self) -> u32 {
        self.down.1.min(self.up.1)
    }

    /// Takes an observation in: `lost` for moving by `distance`.
    pub fn learn(side: &mut (f64, u32), lost: f64, distance: f64) {
        if distance > WHOLE && lost.is_finite() {
            side.0 += (lost.max(0.0) / distance).min(1e12);
            side.1 += 1;
        }
    }
}

/// A question about a candidate that a relaxation leaves open: whether it is chosen, or when it starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Question {
    /// How promising it is.
    pub estimate: f64,
    /// The candidate.
    pub item: usize,
    /// Where it is asked when it starts: the last of its earlier starts.
    pub start: Option<u8>,
    /// How much of the candidate, or of its earlier starts, the relaxation has.
    pub value: f64,
}

impl Question {
    /// Left out or later, and chosen or earlier.
    pub fn sides(&self) -> [Decision; 2] {
        let item = u32::try_from(self.item).unwrap_or(u32::MAX);
        match self.start {
            None => [Decision::Out(item), Decision::In(item)],
            Some(start) => [Decision::StartAfter(item, start), Decision::StartUpTo(item, start)],
        }
    }
}

/// Where every year counts, or what a candidate does wears off, when it starts is asked like whether it is chosen: the candidates
/// that are chosen wholly, and whose starts, mixed, are in force from several years.
pub(crate) fn mixed_starts(
    instance: &Instance,
    open: &Domains,
    fractions: &Fractions,
    costs: &[Pseudocost],
) -> Vec<Question> {
    let mut all = Vec::new();
    let every_year = instance.years.len() > 1;
    if !every_year && !instance.items.iter().any(|it| it.wears_off) {
        return all;
    }
    for (item, it) in instance.items.iter().enumerate() {
        let chosen = fractions.chosen[item];
        if it.effects.is_empty()
            || !(every_year || it.wears_off)
            || chosen < 1.0 - WHOLE
            || open.items[item].starts.count_ones() < 2
        {
            continue;
        }
        let starts = fractions.starts(item);
        let Some(at) = middle(starts, chosen) else { continue };
        let value: f64 = starts[..=at].iter().sum();
        if value > WHOLE && value < chosen - WHOLE {
            all.push(Question { estimate: 0.0, item, start: u8::try_from(at).ok(), value: value / chosen });
        }
    }
    estimate(&mut all, costs, &[]);
    all
}

/// The fractional candidates, the most promising first: by what branching on them cost, else by what it cost elsewhere.
pub(crate) fn fractional(
    open: &Domains,
    fractions: &Fractions,
    costs: &[Pseudocost],
    hints: &[Pseudocost],
) -> Vec<Question> {
    let mut all = Vec::new();
    for (item, &value) in fractions.chosen.iter().enumerate() {
        if open.items[item].is_free() && value > WHOLE && value < 1.0 - WHOLE {
            all.push(Question { estimate: 0.0, item, start: None, value });
        }
    }
    estimate(&mut all, costs, hints);
    all
}

/// Estimates how promising questions are, and puts the most promising first.
fn estimate(all: &mut [Question], costs: &[Pseudocost], hints: &[Pseudocost]) {
    let seen: Vec<&Pseudocost> = costs.iter().filter(|cost| cost.known() > 0).collect();
    let mean = |side: fn(&Pseudocost) -> (f64, u32)| {
        let (sum, count) = seen.iter().fold((0.0, 0), |sum, cost| (sum.0 + side(cost).0, sum.1 + side(cost).1));
        if count == 0 { 1.0 } else { sum / f64::from(count) }
    };
    let (down, up) = (mean(|cost| cost.down), mean(|cost| cost.up));
    for it in &mut *all {
        let cost = &costs[it.item];
        let hint = hints.get(it.item).copied().unwrap_or_default();
        let lower = Pseudocost::mean(cost.down, Pseudocost::mean(hint.down, down)) * it.value;
        let raise = Pseudocost::mean(cost.up, Pseudocost::mean(hint.up, up)) * (1.0 - it.value);
        it.estimate = score(lower, raise);
    }
    best_first(all);
}

/// The most promising first.
pub(crate) fn best_first(all: &mut [Question]) {
    all.sort_by(|a, b| b.estimate.total_cmp(&a.estimate).then(a.item.cmp(&b.item)));
}

/// How good a question is whose children lose this much.
pub(crate) fn score(one: f64, other: f64) -> f64 {
    one.max(1e-9) * other.max(1e-9)
}

/// The question when no candidate is fractional: a domain, a start, a share; then anything that is not settled.
pub(crate) fn question(instance: &Instance, open: &Domains, fractions: &Fractions) -> Option<(Decision, Decision)> {
    let of_switch = || {
        let at = (0..instance.switches.len()).find(|&at| {
            let value = fractions.switches[at];
            let state = open.switches[at];
            instance.switches[at].whole && state.on && state.off && value > WHOLE && value < 1.0 - WHOLE
        })?;
        let at = u32::try_from(at).ok()?;
        Some((Decision::On(at), Decision::Off(at)))
    };
    of_switch()
        .or_else(|| of_start(open, fractions))
        .or_else(|| of_share(instance, open, fractions))
        .or_else(|| of_anything(instance, open, fractions))
}

/// The candidate whose starts are the most mixed, split in the middle of them.
fn of_start(open: &Domains, fractions: &Fractions) -> Option<(Decision, Decision)> {
    let mut best: Option<(f64, usize)> = None;
    for (item, state) in open.items.iter().enumerate() {
        let starts = fractions.starts(item);
        let most = starts.iter().copied().fold(0.0, f64::max);
        let mixed = fractions.chosen[item] - most;
        if mixed > WHOLE && state.starts.count_ones() > 1 && best.is_none_or(|(it, _)| mixed > it) {
            best = Some((mixed, item));
        }
    }
    let (_, item) = best?;
    let at = middle(fractions.starts(item), fractions.chosen[item])?;
    let (index, at) = (u32::try_from(item).ok()?, u8::try_from(at).ok()?);
    Some((Decision::StartUpTo(index, at), Decision::StartAfter(index, at)))
}

/// The last of the earlier ones where mixed starts are split in the middle.
fn middle(starts: &[f64], chosen: f64) -> Option<usize> {
    let used: Vec<usize> = (0..starts.len()).filter(|&at| starts[at] > WHOLE).collect();
    let (first, last) = (*used.first()?, *used.last()?);
    let mut sum = 0.0;
    let mut at = first;
    while at < last {
        sum += starts[at];
        if sum >= 0.5 * chosen || at + 1 == last {
            break;
        }
        at += 1;
    }
    Some(at)
}

/// The share that is the farthest from a whole percent.
fn of_share(instance: &Instance, open: &Domains, fractions: &Fractions) -> Option<(Decision, Decision)> {
    let mut best: Option<(f64, usize, usize, f64)> = None;
    for item in 0..instance.items.len() {
        if fractions.chosen[item] < WHOLE {
            continue;
        }
        for ministry in 0..instance.ministries {
            let share = fractions.shares(item)[ministry] / fractions.chosen[item];
            let far = (share - share.round()).abs();
            let width = open.most(item)[ministry].saturating_sub(open.least(item)[ministry]);
            if far > 1e-5 && width > 0 && best.is_none_or(|(it, ..)| far > it) {
                best = Some((far, item, ministry, share));
            }
        }
    }
    let (_, item, ministry, share) = best?;
    split_share(open, item, ministry, share)
}

/// At most the whole percents of a share, or more.
fn split_share(open: &Domains, item: usize, ministry: usize, share: f64) -> Option<(Decision, Decision)> {
    let (least, most) = (open.least(item)[ministry], open.most(item)[ministry]);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (share.clamp(0.0, 100.0).floor() as u8).clamp(least, most.checked_sub(1)?);
    let (item, ministry) = (u32::try_from(item).ok()?, u8::try_from(ministry).ok()?);
    Some((Decision::ShareUpTo(item, ministry, whole), Decision::ShareFrom(item, ministry, whole + 1)))
}

/// Anything that is open, although the relaxation has it whole.
fn of_anything(instance: &Instance, open: &Domains, fractions: &Fractions) -> Option<(Decision, Decision)> {
    for (item, state) in open.items.iter().enumerate() {
        let index = u32::try_from(item).ok()?;
        if state.is_free() {
            return Some((Decision::In(index), Decision::Out(index)));
        }
        if state.starts.count_ones() > 1 {
            let first = u8::try_from(state.starts.trailing_zeros()).ok()?;
            return Some((Decision::StartUpTo(index, first), Decision::StartAfter(index, first)));
        }
    }
    for item in (0..instance.items.len()).filter(|&item| open.items[item].is_in()) {
        for ministry in 0..instance.ministries {
            if open.most(item)[ministry] > open.least(item)[ministry] {
                let share = fractions.shares(item)[ministry] / fractions.chosen[item].max(WHOLE);
                return split_share(open, item, ministry, share);
            }
        }
    }
    let at = open.switches.iter().zip(&instance.switches).position(|(state, it)| it.whole && state.on && state.off)?;
    let at = u32::try_from(at).ok()?;
    Some((Decision::On(at), Decision::Off(at)))
}
