//! The ladder of a service: from which control on it has which power.

use rust_decimal::Decimal;

use crate::model::{Case, Percent, RungIx, Service};

/// A step of a service's own ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// From this much control on, inclusive.
    pub at_least: Percent,
    /// The power that it gives, 0-1.
    pub power: Decimal,
    /// The rung of the case that it is; `None` if a cap table decides.
    pub rung: Option<RungIx>,
}

impl Step {
    /// Whether this much control is enough for the step.
    pub fn is_reached(&self, control: Percent) -> bool {
        self.at_least <= control
    }
}

/// The steps of a service, from low to high; below the first it has no power.
///
/// Every service stands on the ladder of the case. A service whose power comes from its cap table will have steps of
/// its own here, at the stakes where its power index jumps; nothing else needs to know.
pub fn ladder(case: &Case, _service: &Service) -> Vec<Step> {
    let rungs = case.rungs.iter().enumerate();
    rungs.map(|(at, rung)| Step { at_least: rung.at_least, power: rung.power, rung: Some(RungIx(at)) }).collect()
}
