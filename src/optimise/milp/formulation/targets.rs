//! Domains at target: one column for each domain that is not there anyway; and floors of domains.

use rust_decimal::Decimal;

use super::Statement;
use super::ladders::Slice;
use super::program::{Tag, Terms, What};
use crate::measure::Rule;
use crate::model::DomainIx;
use crate::rules::domain_floor;

impl Statement<'_> {
    /// `D[d,last] ≥ target` for at least this many domains, multiplied by the domain's weights: nothing is divided.
    pub(super) fn add_targets(&mut self, slices: &[Slice]) {
        if self.case.domains_at_target == 0 {
            return;
        }
        let mut reached = Terms::new();
        let mut there_anyway = 0_usize;
        for domain in self.case.domain_ixs() {
            let target = self.case[domain].target * self.weights.sums[domain.0];
            let (mut sum, has) = self.power_at_the_end(slices, domain);
            if self.weights.members[domain.0].is_empty() && self.case[domain].target > Decimal::ZERO {
                continue;
            }
            let need = target - has;
            if need <= Decimal::ZERO {
                there_anyway += 1;
                continue;
            }
            let column = self.binary(What::AtTarget { domain, row: self.program.rows.len() });
            for (_, factor) in &mut sum {
                *factor = (*factor).min(need);
            }
            sum.push((column, -need));
            self.program.at_least(Tag::Meaning, sum, Decimal::ZERO);
            reached.push((column, Decimal::ONE));
        }
        let wanted = self.case.domains_at_target.saturating_sub(there_anyway);
        if wanted > 0 {
            self.program.at_least(Tag::Rule(Rule::DomainsAtTarget), reached, Decimal::from(wanted));
        }
    }

    /// `D[d,last] ≥ power of the floor`, multiplied by the domain's weights. Where no services can hold it, nothing can.
    pub(super) fn add_domain_floors(&mut self, slices: &[Slice]) {
        for domain in self.case.domain_ixs() {
            let Some(floor) = domain_floor::rung(self.case, domain) else { continue };
            let weights = self.weights.sums[domain.0];
            let weights = if weights.is_zero() { Decimal::ONE } else { weights };
            let (mut sum, has) = self.power_at_the_end(slices, domain);
            let need = floor.power * weights - has;
            for (_, factor) in &mut sum {
                *factor = (*factor).min(need);
            }
            if need > Decimal::ZERO {
                self.program.at_least(Tag::Rule(Rule::DomainFloor(domain)), sum, need);
            }
        }
    }

    /// What the levels of a domain's services add to the sum of weight × power at the end, and what there is without them.
    fn power_at_the_end(&self, slices: &[Slice], domain: DomainIx) -> (Terms, Decimal) {
        let last = self.case.horizon().saturating_sub(1);
        let (mut sum, mut has) = (Terms::new(), Decimal::ZERO);
        for slice in slices.iter().filter(|slice| slice.year_ix == last && self.case[slice.service].domain == domain) {
            let weight = self.case[slice.service].weight;
            has += weight * slice.base;
            let mut below = slice.base;
            for &(power, column) in &slice.levels {
                sum.push((column, weight * (power - below)));
                below = power;
            }
        }
        (sum, has)
    }
}
