//! What a bound settles: a plan with which the bound is no higher than the best known is not open any more.
//!
//! After one backward and one forward pass the longest path through each class of each layer is known (max-marginals). The
//! bound with a start of a candidate, or without the candidate, is the bound of the node, less what each diagram loses that
//! must take the arc of its class: its home and its copies. Sources: reduced-cost fixing; Bergman, Cire, van Hoeve, Hooker, 2016, chapter 8.

use super::bounding::{Pass, plan_worth, tied};
use super::layout::Layout;
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::{Decision, Domains};

/// The decisions that the multipliers `prices` settle, given that `pass` has just been run with them.
pub(crate) fn settle(
    (instance, layout): (&Instance, &Layout),
    open: &Domains,
    pass: &mut Pass,
    prices: &[f64],
    cutoff: f64,
) -> Vec<Decision> {
    let safe = pass.safe();
    let mut passed = vec![false; layout.diagrams.len()];
    let mut decisions = Vec::new();
    // By start, and for leaving it out at the end: what the layers of a candidate lose.
    let (mut losses, mut best) = (Vec::new(), Vec::new());
    for (item, state) in open.items.iter().enumerate() {
        let Some(home) = layout.homes[item] else { continue };
        if state.starts == 0 || (!state.out && state.starts.is_power_of_two()) {
            continue;
        }
        let starts = instance.items[item].starts.len();
        losses.clear();
        losses.resize(starts + 1, 0.0);
        for &(diagram, layer) in std::iter::once(&home).chain(&layout.copies[item]) {
            if !passed[diagram] {
                pass.forward(&layout.diagrams, diagram);
                passed[diagram] = true;
            }
            pass.by_class(&layout.diagrams, diagram, layer, &mut best);
            let (all, longest) = (&layout.diagrams[diagram].layers[layer], pass.best(diagram));
            for (class, starts) in all.brought_by.iter().flat_map(|(_, starts)| starts.iter().enumerate()) {
                let mut left = starts & state.starts;
                while left != 0 {
                    losses[left.trailing_zeros() as usize] += longest - best[class];
                    left &= left - 1;
                }
            }
            losses[starts] += longest - best[0];
        }
        let index = u32::try_from(item).unwrap_or(u32::MAX);
        let plans = pass.plans(item);
        if state.out && safe - losses[starts] - plans[0].0 <= cutoff {
            decisions.push(Decision::In(index));
        }
        let mut left = state.starts;
        while left != 0 {
            let start = left.trailing_zeros() as usize;
            left &= left - 1;
            let worth = plan_worth(instance, open, prices, item, start) + tied(layout, prices, item, start);
            let most = plans[usize::from(layout.classes[item][start])].0;
            if safe - losses[start] - (most - worth) <= cutoff {
                decisions.push(Decision::NotStart(index, u8::try_from(start).unwrap_or(u8::MAX)));
            }
        }
    }
    decisions
}
