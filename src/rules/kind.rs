//! What every kind of rule says of itself.

use super::change::Change;
use super::measured::Measured;
use super::verdict::Verdict;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{CandidateIx, Case};

/// A rule of some kind. Its file says beside this how the cells that state it compare, and what it asks for as a sum.
pub(crate) trait Kind {
    /// What holds for all rules of the kind.
    fn nature(&self) -> Nature;

    /// The rule in a planner's words: one whole phrase, without a capital first letter or a full stop.
    fn describe(&self, case: &Case) -> String;

    /// What its rows are called in a program, and the cell that states it.
    fn stands(&self, case: &Case) -> (String, Place);

    /// How a portfolio keeps it; `None` if it has nothing to do with it.
    fn judge(&self, _: &Measured) -> Option<Verdict> {
        None
    }

    /// That it is broken, where that is no matter of how much.
    fn broken(&self) -> Option<String> {
        None
    }

    /// What is wrong with it by itself.
    fn check(&self, _: &Case, _: &mut Findings) {}

    /// Takes it out of a case, so that a portfolio may break it.
    fn give_up(&self, case: &mut Case);

    /// In how many steps it can be loosened; at the last one it says nothing any more.
    fn steps(&self, _: &Case) -> u64 {
        1
    }

    /// It after this many steps, of which there are more; `None` if it can only be given up.
    fn loosened(&self, _: &Case, _: u64) -> Option<Change> {
        None
    }
}

/// What holds for all rules of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Nature {
    /// Its name.
    pub word: &'static str,
    /// Whether it says what a candidate is like, and so cannot be given up.
    pub is_fact: bool,
    /// How late it is left out of an explanation: what planners change first is kept longest.
    pub interest: u8,
    /// How much it weighs to give it up: what follows from the nature of investments weighs more than a wish.
    pub weight: u8,
}

impl Nature {
    /// A rule that somebody decided.
    pub const fn wish(word: &'static str, interest: u8) -> Self {
        Self { word, is_fact: false, interest, weight: 4 }
    }

    /// What a candidate is like.
    pub const fn fact(word: &'static str, interest: u8) -> Self {
        Self { is_fact: true, ..Self::wish(word, interest) }
    }
}

/// A cell of a candidate's row.
pub(crate) fn cell_of(case: &Case, candidate: CandidateIx, column: &str) -> Place {
    let row = case.candidates.get(candidate.0).map_or(0, |it| it.row);
    Place::Cell(TableId::Candidates, row, column.to_owned())
}

/// What the files of all kinds use.
pub(super) mod prelude {
    pub(crate) use rust_decimal::Decimal;

    pub(crate) use super::{Kind, Nature, cell_of};
    pub(crate) use crate::model::exact::{count, shown};
    pub(crate) use crate::model::finding::{Findings, Level, Place};
    pub(crate) use crate::model::schema::{TableId, Unit};
    pub(crate) use crate::model::{CandidateIx, Case, Status};
    pub(crate) use crate::rules::change::Change;
    pub(crate) use crate::rules::fact::Fact;
    pub(crate) use crate::rules::inequality::Side;
    pub(crate) use crate::rules::measured::Measured;
    pub(crate) use crate::rules::rule::Rule;
    pub(crate) use crate::rules::verdict::Verdict;
    pub(crate) use crate::rules::words::{ministry, money, name};
    pub(crate) use crate::say;
}
