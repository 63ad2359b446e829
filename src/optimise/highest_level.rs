//! What is known of the level that comes before the index.

use rust_decimal::Decimal;

use crate::model::{Case, RungIx};

/// What is known of the highest level that every domain can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HighestLevel {
    /// The level of the weakest domain with the portfolio of the answer; none below the first rung.
    pub held: Option<RungIx>,
    /// Whether it is proven that no portfolio holds a higher one.
    pub proven: bool,
    /// The level next to it that is proven to be out of reach; none where it is the highest that there is, or where nothing is proven.
    pub impossible: Option<RungIx>,
}

impl HighestLevel {
    /// The level next above one: the least power above its own, and of the rungs with that the last.
    pub fn above(case: &Case, level: Option<RungIx>) -> Option<RungIx> {
        let power = level.and_then(|rung| case.rungs.get(rung.0)).map_or(Decimal::ZERO, |rung| rung.power);
        let next = case.rungs.iter().map(|rung| rung.power).filter(|&it| it > power).min()?;
        case.level_of(next)
    }
}
