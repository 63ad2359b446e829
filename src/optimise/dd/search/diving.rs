//! Diving for a portfolio: settle what the relaxation is the surest of, bound again, and so on down; one step is taken back
//! when that leads nowhere.
//!
//! A dive proves nothing and is not written down. Source: Achterberg, *Constraint Integer Programming*, 2007, chapter 9.

use super::Search;
use crate::optimise::dd::branching::{WHOLE, question};
use crate::optimise::dd::relaxation::{Fractions, Until};
use crate::optimise::instance::domains::{Decision, Domains};

/// This many passes for each step.
const PASSES: usize = 60;
/// This many times a dive turns back.
const TURNS: usize = 40;
/// No dive is longer.
const LONGEST: usize = 400;

impl Search<'_> {
    /// Dives from `base`; whether a better portfolio was found. `true` in the second place: told to stop.
    pub(super) fn dive(&mut self, base: &Domains) -> (bool, bool) {
        let before = self.incumbent.as_ref().map(|it| it.1.exact);
        let mut open = base.clone();
        let mut back: Vec<(Domains, Decision)> = Vec::new();
        let mut turns = TURNS;
        for step in 0..LONGEST {
            let Some(fractions) = self.look(&mut open) else {
                // Nowhere: the last decision the other way round; if that is nowhere as well, the one before it.
                let Some((before, opposite)) = back.pop().filter(|_| turns > 0) else { break };
                turns -= 1;
                open = before;
                open.apply(opposite);
                continue;
            };
            let Some(fractions) = fractions else {
                return (self.incumbent.as_ref().map(|it| it.1.exact) != before, true);
            };
            let next = self.surest(&open, &fractions);
            if step % 4 == 0 || next.is_none() {
                self.round(&open, &fractions);
                let whole = |item: usize| {
                    !open.items[item].is_free()
                        || (fractions.chosen[item] - fractions.chosen[item].round()).abs() < WHOLE
                };
                if (0..open.items.len()).all(whole) {
                    self.schedule(&open, &fractions);
                }
            }
            let Some((decision, opposite)) = next else { break };
            back.push((open.clone(), opposite));
            open.apply(decision);
            self.take_whole(&mut open, &fractions);
        }
        (self.incumbent.as_ref().map(|it| it.1.exact) != before, false)
    }

    /// Settles everything that the relaxation has wholly.
    fn take_whole(&self, open: &mut Domains, fractions: &Fractions) {
        for item in 0..open.items.len() {
            if open.items[item].is_free() && fractions.chosen[item] > 1.0 - 1e-9 {
                open.items[item].out = false;
            }
        }
        for (at, state) in open.switches.iter_mut().enumerate() {
            if self.problem.instance.switches[at].whole && state.on && fractions.switches[at] > 1.0 - 1e-9 {
                state.off = false;
            }
        }
    }

    /// The fractions of a relaxation; none when there is nothing to find, and none inside when told to stop.
    #[allow(clippy::option_option, reason = "nothing to find and being told to stop are two things")]
    fn look(&mut self, open: &mut Domains) -> Option<Option<Fractions>> {
        let problem = self.problem;
        if (0..open.items.len()).any(|item| open.is_empty(item)) {
            return None;
        }
        if problem.propagation.run(&problem.instance, open).broken.is_some() {
            return None;
        }
        let until = Until { cutoff: self.cutoff(), passes: PASSES, close: 0.0 };
        let relaxed = self.relax(open, Until { close: if self.incumbent.is_some() { 0.1 } else { 0.002 }, ..until });
        if relaxed.stopped {
            return Some(None);
        }
        if relaxed.hopeless || relaxed.bound <= self.cutoff() {
            return None;
        }
        Some(Some(self.relaxation.fractions(&problem.instance, &problem.layout)))
    }

    /// What the relaxation is the surest of, and its opposite: domains at their target first, for they decide which
    /// services matter; then candidates; then starts and shares.
    fn surest(&self, open: &Domains, fractions: &Fractions) -> Option<(Decision, Decision)> {
        let instance = &self.problem.instance;
        let mut best: Option<(f64, Decision, Decision)> = None;
        let mut take = |value: f64, on: Decision, off: Decision| {
            if best.as_ref().is_none_or(|(most, ..)| value > *most) {
                best = Some((value, on, off));
            }
        };
        for (at, state) in open.switches.iter().enumerate() {
            if instance.switches[at].whole && state.on && state.off && fractions.switches[at] > WHOLE {
                let index = u32::try_from(at).ok()?;
                take(2.0 + fractions.switches[at], Decision::On(index), Decision::Off(index));
            }
        }
        for (item, state) in open.items.iter().enumerate() {
            let value = fractions.chosen[item];
            if state.is_free() && value > WHOLE {
                let index = u32::try_from(item).ok()?;
                take(value, Decision::In(index), Decision::Out(index));
            }
        }
        best.map(|(_, on, off)| (on, off)).or_else(|| {
            let settled =
                (0..open.items.len()).all(|item| !open.items[item].is_free() || fractions.chosen[item] <= WHOLE);
            if settled { question(instance, open, fractions) } else { None }
        })
    }
}
