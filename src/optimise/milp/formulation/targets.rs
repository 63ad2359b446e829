//! Domains at target: one column for each domain that is not there anyway.

use rust_decimal::Decimal;

use super::Statement;
use super::ladders::Slice;
use super::program::{Tag, Terms, What};
use crate::measure::Rule;

impl Statement<'_> {
    /// `D[d,last] ≥ target` for at least this many domains, multiplied by the domain's weights: nothing is divided.
    pub(super) fn add_targets(&mut self, slices: &[Slice]) {
        if self.case.domains_at_target == 0 {
            return;
        }
        let last = self.case.horizon().saturating_sub(1);
        let mut reached = Terms::new();
        let mut there_anyway = 0_usize;
        for domain in self.case.domain_ixs() {
            let target = self.case[domain].target * self.weights.sums[domain.0];
            let mut sum = Terms::new();
            let mut has = Decimal::ZERO;
            for slice in slices.iter().filter(|slice| slice.year_ix == last) {
                if self.case[slice.service].domain != domain {
                    continue;
                }
                let weight = self.case[slice.service].weight;
                has += weight * slice.base;
                let mut below = slice.base;
                for &(power, column) in &slice.levels {
                    sum.push((column, weight * (power - below)));
                    below = power;
                }
            }
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
}
