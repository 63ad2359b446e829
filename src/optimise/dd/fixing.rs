//! What a bound settles: a plan with which the bound is no higher than the best known is not open any more.
//!
//! After one backward and one forward pass the longest path with and without each layer is known (max-marginals). The
//! bound with a candidate in force, or out of it, is the bound of the node, less what each diagram loses that must take
//! the other arc: its home and its copies. Sources: reduced-cost fixing; Bergman, Cire, van Hoeve, Hooker, 2016, chapter 8.

use super::bounding::{Pass, plan_worth};
use super::column::is_upper;
use super::diagram::NONE;
use super::layout::Layout;
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::{Decision, Domains};

/// What a candidate loses in its layers.
#[derive(Debug, Clone, Copy, Default)]
struct Loss {
    off: f64,
    on: f64,
}

/// The decisions that the multipliers `prices` settle, given that `pass` has just been run with them.
pub(crate) fn settle(
    (instance, layout): (&Instance, &Layout),
    open: &Domains,
    pass: &mut Pass,
    prices: &[f64],
    cutoff: f64,
) -> Vec<Decision> {
    let safe = pass.safe();
    let mut losses = vec![Loss::default(); instance.items.len()];
    let mut passed = vec![false; layout.diagrams.len()];
    let mut decisions = Vec::new();
    for (item, loss) in losses.iter_mut().enumerate() {
        let state = open.items[item];
        let Some((home, layer)) = layout.homes[item] else { continue };
        if state.starts == 0 || (!state.out && state.starts.is_power_of_two()) {
            continue;
        }
        let copies = layout.copies[item].iter().map(|&(diagram, layer, _)| (diagram, layer));
        for (diagram, layer) in std::iter::once((home, layer)).chain(copies) {
            if !passed[diagram] {
                pass.forward(&layout.diagrams, diagram);
                passed[diagram] = true;
            }
            let (off, on) = pass.with_and_without(&layout.diagrams, diagram, layer);
            loss.off += pass.best(diagram) - off;
            loss.on += pass.best(diagram) - on;
        }
        of_item((instance, layout), open, pass, prices, item, (safe, cutoff), *loss, &mut decisions);
    }
    decisions
}

/// The starts of a candidate that are not open any more, and whether it must be in.
#[allow(clippy::too_many_arguments)]
fn of_item(
    (instance, layout): (&Instance, &Layout),
    open: &Domains,
    pass: &Pass,
    prices: &[f64],
    item: usize,
    (safe, cutoff): (f64, f64),
    loss: Loss,
    decisions: &mut Vec<Decision>,
) {
    let index = u32::try_from(item).unwrap_or(u32::MAX);
    let state = open.items[item];
    let best = pass.priced[item];
    // The arcs of a copy are closed only for lack of a start: then the loss is without bound, and rightly so.
    let with_off = |worth: f64| if best.off.0 == NONE { NONE } else { safe - loss.off - (best.off.0 - worth) };
    let with_on = |worth: f64| if best.on.0 == NONE { NONE } else { safe - loss.on - (best.on.0 - worth) };
    if state.out && with_off(0.0) <= cutoff {
        decisions.push(Decision::In(index));
    }
    let tied: f64 = layout.ties[item].iter().map(|&row| prices[row as usize]).sum();
    let mut left = state.starts;
    while left != 0 {
        let start = u8::try_from(left.trailing_zeros()).unwrap_or(u8::MAX);
        left &= left - 1;
        let mut worth = plan_worth(instance, open, prices, item, usize::from(start));
        if instance.items[item].in_force & (1 << start) != 0 {
            worth += tied;
        }
        let bound = if is_upper(instance, item, start) { with_on(worth) } else { with_off(worth) };
        if bound <= cutoff {
            decisions.push(Decision::NotStart(index, start));
        }
    }
}
