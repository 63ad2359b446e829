//! What power a service has by its control and by rights that were granted.

use rust_decimal::Decimal;

use super::ladder::{Step, reached};
use crate::model::{Case, Percent, RungIx};

/// Where a service stands on its ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Its decision power, 0-1.
    pub power: Decimal,
    /// The highest rung that it holds; none below the first, or where a cap table decides.
    pub rung: Option<RungIx>,
}

/// Where a service with this control stands, if it also has the rights of the rung `granted`.
///
/// Power is that of the highest rung held, by control (`at_least ≤ control`) or by grant; 0 if none. With a cap table
/// it is at least the power of the granted rung.
pub fn standing(case: &Case, ladder: &[Step], control: Percent, granted: Option<RungIx>) -> Standing {
    let by_control = reached(ladder, control);
    let by_control = by_control.map_or_else(Standing::default, |step| Standing { power: step.power, rung: step.rung });
    let Some(granted) = granted.filter(|rung| rung.0 < case.rungs.len()) else {
        return by_control;
    };
    let from_table = ladder.first().is_some_and(|step| step.rung.is_none());
    Standing {
        power: by_control.power.max(case[granted].power),
        rung: if from_table { None } else { by_control.rung.max(Some(granted)) },
    }
}
