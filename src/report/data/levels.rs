//! The level of each domain, and that of the whole.

use crate::report::number::Figure;

/// The level of each domain, and that of the whole, which is that of the weakest.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Levels {
    /// The level of the whole with nothing chosen; none below the first rung.
    pub overall_before: Level,
    /// The level of the whole with the portfolio.
    pub overall: Level,
    /// The weakest domain with the portfolio; empty where none has services.
    pub weakest: String,
    /// What is proven of the highest level that every domain can hold, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<LevelProof>,
    /// Every domain that has services.
    pub domains: Vec<LevelLine>,
}

/// A level by its id and its name; none below the first rung. JSON has its id or `null`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, Default)]
#[serde(transparent)]
pub struct Level {
    /// Its id.
    pub id: Option<String>,
    /// Its name.
    #[serde(skip)]
    pub name: String,
}

/// What is proven of the level of the whole.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LevelProof {
    /// Whether it is proven that no portfolio holds a higher one in every domain.
    pub proven: bool,
    /// The next higher level, which is proven to be out of reach; none where there is none, or where nothing is proven.
    pub impossible: Level,
}

/// The level of a domain.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct LevelLine {
    /// Its id.
    pub domain: String,
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// With nothing chosen.
    pub level_before: Level,
    /// With the portfolio.
    pub level_after: Level,
    /// The level that the case demands of it, where it does.
    pub floor: Level,
    /// Its power with the portfolio.
    pub power_after: Figure,
}
