//! Ministries, rungs and domains: who pays, and what is valued how.

use super::canonical::Form;
use super::pairing::{each, number};
use crate::model::{CarryOver, Domain, Ministry, Rung};

impl Form<'_> {
    pub(super) fn ministry(&mut self, ministry: &Ministry) {
        let Ministry { id, name: _, voice, carry_over, budget } = ministry;
        let carried = match *carry_over {
            CarryOver::All => "all".to_owned(),
            CarryOver::Fraction(fraction) => number(fraction),
        };
        let head = ["ministry".to_owned(), id.clone(), number(*voice), carried];
        self.line(head.into_iter().chain(budget.iter().copied().map(number)));
    }

    pub(super) fn rung(&mut self, rung: &Rung) {
        let Rung { id, name: _, at_least, power } = rung;
        self.line(["rung".to_owned(), id.clone(), number(*at_least), number(*power)]);
    }

    pub(super) fn domain(&mut self, domain: &Domain) {
        let Domain { id, name: _, weights, target, row: _ } = domain;
        let head = ["domain".to_owned(), id.clone(), number(*target)];
        self.line(head.into_iter().chain(weights.iter().copied().map(number)));
    }
}

pub(super) fn is_same_rung(one: &Rung, other: &Rung) -> bool {
    let Rung { id: _, name: _, at_least, power } = one;
    (*at_least, *power) == (other.at_least, other.power)
}

pub(super) fn is_no_richer(one: &Ministry, other: &Ministry) -> bool {
    let Ministry { id: _, name: _, voice, carry_over, budget } = one;
    *voice == other.voice && *carry_over == other.carry_over && each(budget, &other.budget, |one, other| one <= other)
}

pub(super) fn is_same_domain(one: &Domain, other: &Domain, targets: usize) -> bool {
    let Domain { id: _, name: _, weights, target, row: _ } = one;
    *weights == other.weights && (targets == 0 || *target >= other.target)
}

/// Gives a domain the weights of another one.
pub(super) fn weigh_as(domain: &mut Domain, other: &Domain) {
    let Domain { id: _, name: _, weights, target: _, row: _ } = other;
    domain.weights.clone_from(weights);
}
