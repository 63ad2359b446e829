//! A case without candidates that are settled, which move no service: what they pay and add is taken out of budgets and rows.

use super::domains::Domains;
use super::plan::{Chosen, Selection};
use super::rows::Term;
use super::{Instance, Item};

/// A case without what is settled.
#[derive(Debug)]
pub(crate) struct Settled {
    /// The case.
    pub instance: Instance,
    /// Where its candidates are in the whole.
    pub items: Vec<u32>,
    /// Where its rows are in the whole.
    pub rows: Vec<u32>,
    /// What is settled is worth so much.
    pub value: f64,
    /// The same in exact units.
    pub exact: i128,
    /// What is settled, of the whole.
    pub chosen: Selection,
}

impl Settled {
    /// Takes out candidates that are left out, or have one start and one split: those are paid beforehand. `None` if a row
    /// does not allow that.
    pub fn of(whole: &Instance, open: &Domains) -> Option<Self> {
        let mut instance = Instance { items: Vec::new(), ..whole.clone() };
        let mut place = vec![None; whole.items.len()];
        let mut items = Vec::new();
        let (mut value, mut exact) = (0.0, 0);
        let mut chosen: Selection = vec![None; whole.items.len()];
        for (item, state) in open.items.iter().enumerate() {
            let one = state.starts.is_power_of_two() && open.least(item) == open.most(item);
            if state.starts != 0 && (state.out || !one) {
                place[item] = Some(items.len());
                items.push(u32::try_from(item).ok()?);
                instance.items.push(whole.items[item].clone());
            } else if state.starts != 0 {
                let start = u8::try_from(state.starts.trailing_zeros()).ok()?;
                let plan = Chosen { start, shares: open.least(item).to_vec() };
                let it = &whole.items[item];
                value += it.value;
                exact += if whole.objective_at_least.is_some() { -it.bill } else { it.worth };
                instance.pay(it, &plan);
                chosen[item] = Some(plan);
            }
        }
        let mut touched = vec![false; whole.rows.len()];
        let mut places = vec![u32::MAX; whole.rows.len()];
        each_term(&mut instance, |term| touched[term.row as usize] = true);
        let rows: Vec<u32> = (0..).zip(&touched).filter(|(_, touched)| **touched).map(|(row, _)| row).collect();
        rows.iter().zip(0..).for_each(|(&row, at)| places[row as usize] = at);
        each_term(&mut instance, |term| term.row = places[term.row as usize]);
        let mut keep = touched.iter();
        instance.rows.retain(|_| keep.next().copied().unwrap_or(false));
        let moved = |row: Option<u32>| row.map(|row| places[row as usize]).filter(|row| *row != u32::MAX);
        instance.budget_rows.iter_mut().flatten().for_each(|row| *row = moved(*row));
        for item in &mut instance.items {
            // What a candidate that is left out needs is looked after by rows, as is what is needed by one that is in.
            item.needs = item.needs.iter().filter_map(|&needed| place[needed]).collect();
        }
        Some(Self { instance, items, rows, value, exact, chosen })
    }
}

/// All coefficients of candidates and switches.
fn each_term(instance: &mut Instance, mut with: impl FnMut(&mut Term)) {
    for start in instance.items.iter_mut().flat_map(|item| &mut item.starts) {
        start.fixed.iter_mut().chain(start.per_share.iter_mut().flatten()).for_each(&mut with);
    }
    instance.switches.iter_mut().flat_map(|switch| &mut switch.terms).for_each(with);
}

impl Instance {
    /// Takes what a chosen candidate pays and adds out of budgets and rows.
    fn pay(&mut self, item: &Item, chosen: &Chosen) {
        let start = &item.starts[usize::from(chosen.start)];
        let mut add = |term: &Term, times: u8| {
            let row = &mut self.rows[term.row as usize];
            row.exact -= term.exact * i128::from(times);
            row.rhs -= term.value * f64::from(times);
        };
        start.fixed.iter().for_each(|term| add(term, 1));
        for (terms, &share) in start.per_share.iter().zip(&chosen.shares) {
            for term in terms {
                add(term, share);
            }
        }
        for (budgets, &share) in self.budgets.iter_mut().zip(&chosen.shares) {
            for (budget, percent) in budgets.iter_mut().skip(start.year).zip(&item.yearly) {
                *budget -= percent * i128::from(share);
            }
        }
        if let Some(least) = &mut self.objective_at_least {
            *least -= item.worth;
        }
    }
}
