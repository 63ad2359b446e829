//! Small searches around the best portfolio: all but some candidates as it has them.

use super::tree::Tree;
use super::{Search, Went};
use crate::model::order::InOrder as _;
use crate::optimise::dd::diagram::Who;
use crate::optimise::instance::domains::{Decision, Domains};

/// A neighbourhood is searched with this many nodes.
const NEAR: u64 = 60;

/// This many nodes of the tree for each node of a neighbourhood.
const FAR: u64 = 8;

/// This many neighbourhoods are searched at once, however small the tree is.
pub(super) const FIRST: u32 = 3;

/// Where nobody waits for a good portfolio: as if some were searched already, so that the next comes when the tree has grown.
pub(super) const LATER: (u64, u32) = (8, FIRST);

impl Search<'_> {
    /// Searches the neighbourhood of the best portfolio, when it is time to; whether it was told to stop.
    pub(super) fn look_around(&mut self, tree: &Tree) -> Went {
        while self.incumbent.is_some()
            && self.root_fractions.is_some()
            && (self.near.1 < FIRST || self.near.0 * FAR < tree.nodes)
            && self.state.bound > self.cutoff()
        {
            let Some(base) = self.neighbourhood(&tree.base) else { break };
            self.near.1 += 1;
            let mut near = Tree::new(base, None);
            let before = self.incumbent.as_ref().map(|it| it.1.exact);
            self.run(&mut near, NEAR);
            let (state, tick) = (self.state, &mut *self.tick);
            if tick(&state) {
                return Went::Stopped;
            }
            self.near.0 += near.nodes.max(1);
            let after = self.incumbent.as_ref().map(|it| it.1.exact);
            if before != after {
                // Where one was found there may be more.
                self.near.0 = self.near.0.saturating_sub(near.nodes);
            }
        }
        Went::Through
    }

    /// The whole problem with all but some candidates as in the best portfolio: those about which the root is the least
    /// sure, or those of some services.
    fn neighbourhood(&self, base: &Domains) -> Option<Domains> {
        let instance = &self.problem.instance;
        let (selection, _) = self.incumbent.as_ref()?;
        let fractions = self.root_fractions.as_ref()?;
        let count = instance.items.len();
        let mut free = vec![false; count];
        let turn = self.near.1;
        let mut random = u64::from(turn).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = |below: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(random >> 33).unwrap_or(0) % below.max(1)
        };
        if turn < FIRST || turn.is_multiple_of(3) {
            // The core: where the root and the portfolio differ first, then what the root is unsure of.
            let part = [30, 45, 60][turn as usize % 3];
            let far = |item: usize| {
                let chosen = if selection[item].is_some() { 1.0 } else { 0.0 };
                -(chosen - fractions.chosen[item]).abs()
            };
            let mut order: Vec<usize> = (0..count).collect();
            let shuffled: Vec<usize> = order.iter().map(|_| next(1 << 30)).collect();
            order.order_by(|&a, &b| far(a).total_cmp(&far(b)).then(shuffled[a].cmp(&shuffled[b])));
            order.iter().take(count * part / 100).for_each(|&item| free[item] = true);
        } else {
            let wanted = count * [25, 40, 55][next(3)] / 100;
            let diagrams = self.problem.layout.diagrams.len();
            let mut rounds = 0;
            while free.iter().filter(|&&it| it).count() < wanted && rounds < 1000 {
                rounds += 1;
                for layer in &self.problem.layout.diagrams[next(diagrams)].layers {
                    if let Who::Home(item) | Who::Copy(item) = layer.who {
                        free[item] = true;
                    }
                }
            }
        }
        let mut base = base.clone();
        for item in (0..count).filter(|&item| !free[item]) {
            let index = u32::try_from(item).ok()?;
            let fixed = base.apply(if selection[item].is_some() { Decision::In(index) } else { Decision::Out(index) });
            if !fixed {
                return None;
            }
            if let Some(chosen) =
                selection[item].as_ref().filter(|_| instance.years.len() > 1 || instance.items[item].wears_off)
            {
                // Where every year counts, or something wears off, when they start makes as much of a difference.
                base.items[item].starts &= 1 << chosen.start;
            }
        }
        Some(base)
    }
}
