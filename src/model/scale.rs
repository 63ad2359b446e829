//! All budgets scaled to a total.

use crate::say;
use rust_decimal::{Decimal, RoundingStrategy};

use super::case::Case;
use super::index::Money;

/// Places that a scaled budget keeps.
const PLACES: u32 = 4;

impl Case {
    /// The sum of all budgets, over all ministries and years of the horizon.
    pub fn total_budget(&self) -> Money {
        let all = self.ministries.iter().flat_map(|ministry| &ministry.budget);
        all.fold(Decimal::ZERO, |sum, &amount| sum.checked_add(amount).unwrap_or(Decimal::MAX))
    }

    /// Multiplies every budget by `total` over [`Case::total_budget`], rounded down to 4 decimals, so that all together
    /// are at most `total`.
    ///
    /// # Errors
    ///
    /// A sentence where all budgets are 0, so that no factor can give the total, or where a number gets too large.
    pub fn scale_budgets(&mut self, total: Money) -> Result<(), String> {
        let whole = self.total_budget();
        if whole.is_zero() {
            return Err(say!("scale-budgets-cannot-scaled", total = total));
        }
        let amounts = self.ministries.iter_mut().flat_map(|ministry| &mut ministry.budget);
        for amount in amounts {
            let scaled = amount.checked_mul(total).and_then(|product| product.checked_div(whole));
            let scaled = scaled.ok_or_else(|| say!("scale-budgets-cannot-scaled-total", total = total))?;
            *amount = scaled.round_dp_with_strategy(PLACES, RoundingStrategy::ToZero);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CarryOver, Ministry};

    fn case(budgets: &[&[i64]]) -> Case {
        let ministry = |budget: &&[i64]| Ministry {
            id: "m".into(),
            name: "m".into(),
            voice: Decimal::ONE,
            carry_over: CarryOver::All,
            budget: budget.iter().map(|&amount| Decimal::from(amount)).collect(),
        };
        Case { ministries: budgets.iter().map(ministry).collect(), ..Case::default() }
    }

    #[test]
    fn each_budget_is_multiplied_and_rounded_down() {
        // 100 + 150 + 50 = 300; to 200 each is times 2/3: 66.666…, 100, 33.333…
        let mut scaled = case(&[&[100, 150], &[50]]);
        scaled.scale_budgets(Decimal::from(200)).unwrap();
        let amounts: Vec<String> =
            scaled.ministries.iter().flat_map(|ministry| &ministry.budget).map(ToString::to_string).collect();
        assert_eq!(amounts, ["66.6666", "100", "33.3333"]);
        assert!(scaled.total_budget() <= Decimal::from(200));
    }

    #[test]
    fn nothing_cannot_be_scaled_to_something() {
        assert!(case(&[&[0, 0]]).scale_budgets(Decimal::ONE).is_err());
        assert!(case(&[&[5]]).scale_budgets(Decimal::MAX).is_err());
    }
}
