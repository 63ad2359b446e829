//! Making a portfolio of another case possible and good in this one: what does not fit is left out, then candidates are
//! exchanged while that gains.

use super::Search;
use crate::optimise::dd::primal::{Wish, arrange};
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::{Chosen, Selection};

/// This many rounds of exchanges.
const ROUNDS: usize = 3;

impl Search<'_> {
    /// Takes in a portfolio, or what of it is possible.
    pub(super) fn adapt_portfolio(&mut self, open: &Domains, selection: &Selection) {
        if self.offer(selection) {
            return;
        }
        let wishes = wishes(&self.problem.instance, open, selection);
        self.try_wishes(open, &wishes);
        self.exchange(open, selection);
    }

    /// Exchanges candidates of the best portfolio.
    pub(super) fn improve_best(&mut self, open: &Domains) {
        let Some((selection, _)) = self.incumbent.clone() else { return };
        self.exchange(open, &selection);
    }

    /// Leaves out each of its candidates, and adds each of the others, while that gains.
    fn exchange(&mut self, open: &Domains, selection: &Selection) {
        let mut selection = selection.clone();
        for _ in 0..ROUNDS {
            let instance = &self.problem.instance;
            let chosen = wishes(instance, open, &selection);
            let others: Vec<Wish> = (0..instance.items.len())
                .filter(|&item| selection[item].is_none() && open.items[item].starts != 0)
                .map(|item| wish(instance, open, item, None))
                .collect();
            let mut better = false;
            for left_out in 0..chosen.len() {
                let mut fewer = chosen.clone();
                fewer.remove(left_out);
                if (self.tick)(&self.state) {
                    return;
                }
                better |= self.try_wishes(open, &fewer);
                // What was left out makes room for others; it comes last itself.
                fewer.extend(others.iter().cloned());
                better |= self.try_wishes(open, &fewer);
            }
            for other in &others {
                if (self.tick)(&self.state) {
                    return;
                }
                let first: Vec<Wish> = std::iter::once(other).chain(&chosen).cloned().collect();
                better |= self.try_wishes(open, &first);
                let last: Vec<Wish> = chosen.iter().chain(std::iter::once(other)).cloned().collect();
                better |= self.try_wishes(open, &last);
            }
            match &self.incumbent {
                Some((best, _)) if better => selection.clone_from(best),
                _ => return,
            }
        }
    }

    fn try_wishes(&mut self, open: &Domains, wishes: &[Wish]) -> bool {
        let arranged = arrange(&self.problem.instance, open, wishes);
        arranged.is_some_and(|(selection, _)| self.offer(&selection))
    }
}

/// What a portfolio has, as wishes: the largest bills first.
fn wishes(instance: &Instance, open: &Domains, selection: &Selection) -> Vec<Wish> {
    let chosen = selection.iter().enumerate().filter_map(|(item, chosen)| Some((item, chosen.as_ref()?)));
    let mut wishes: Vec<Wish> = chosen.map(|(item, chosen)| wish(instance, open, item, Some(chosen))).collect();
    wishes.sort_by_key(|wish| (!open.items[wish.item].is_in(), std::cmp::Reverse(instance.items[wish.item].bill)));
    wishes
}

/// The start that it had first, then the earliest first.
fn wish(instance: &Instance, open: &Domains, item: usize, chosen: Option<&Chosen>) -> Wish {
    let had = chosen.map(|chosen| chosen.start);
    let mut starts: Vec<u8> = (0..instance.items[item].starts.len())
        .filter(|&at| open.items[item].starts & (1 << at) != 0)
        .filter_map(|at| u8::try_from(at).ok())
        .collect();
    starts.sort_by_key(|&at| (Some(at) != had, at));
    let shares = chosen.map_or_else(
        || vec![50.0; instance.ministries],
        |chosen| chosen.shares.iter().map(|&share| f64::from(share)).collect(),
    );
    Wish { item, starts, shares }
}
