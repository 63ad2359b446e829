//! Portfolios, as the engine writes them and as everybody else does.

use super::Instance;
use super::plan::{Chosen, Selection};
use crate::model::{CandidateIx, Case, Pick, Portfolio};

/// A portfolio as the engine writes it; none if it is not one of the case.
pub(crate) fn selection_of(case: &Case, instance: &Instance, portfolio: &Portfolio) -> Option<Selection> {
    let mut selection: Selection = vec![None; instance.items.len()];
    for pick in portfolio.picks() {
        let start = instance.start_at(case, pick.candidate, pick.start)?;
        let chosen = Chosen { start: u8::try_from(start).ok()?, shares: pick.shares.clone() };
        *selection.get_mut(pick.candidate.0)? = Some(chosen);
    }
    Some(selection)
}

/// A portfolio of the engine as everybody else writes it.
pub(crate) fn portfolio_of(case: &Case, instance: &Instance, selection: &Selection) -> Portfolio {
    let pick = |(item, chosen): (usize, &Option<Chosen>)| {
        let chosen = chosen.as_ref()?;
        let start = instance.start_year(case, item, usize::from(chosen.start));
        Some(Pick { candidate: CandidateIx(item), start, shares: chosen.shares.clone() })
    };
    Portfolio::new(selection.iter().enumerate().filter_map(pick).collect())
}
