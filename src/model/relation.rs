//! Relations between candidates: the kinds that there are, and which cells of its row each uses.
//!
//! What a kind asks of a portfolio stands in `rules/relations`, in a file of its own.

use rust_decimal::Decimal;

use super::index::{CandidateIx, Percent, ServiceIx};
use crate::messages::text_of;

/// What holds between candidates. A cell that the kind does not use has its default here, whatever the row says.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Which relation.
    pub kind: RelationKind,
    /// Between whom, in the order of the row.
    pub members: Vec<CandidateIx>,
    /// How many of them, for a kind that counts; else 0.
    pub count: usize,
    /// The service that it moves, for a kind that moves one.
    pub service: Option<ServiceIx>,
    /// The control that it adds to the service, in percentage points.
    pub control_gain: Percent,
    /// Its row in `relations.csv`, from 0.
    pub row: usize,
}

impl Relation {
    /// A relation of a kind that neither counts nor moves a service.
    pub fn between(kind: RelationKind, members: Vec<CandidateIx>) -> Self {
        Self { kind, members, count: 0, service: None, control_gain: Decimal::ZERO, row: 0 }
    }

    /// A relation of a kind that counts.
    pub fn counting(kind: RelationKind, count: usize, members: Vec<CandidateIx>) -> Self {
        Self { count, ..Self::between(kind, members) }
    }
}

/// Which cells of its row a kind uses, beside `kind` and `members`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The fewest members that mean anything.
    pub members: usize,
    /// Whether `count` has to say how many.
    pub counts: bool,
    /// Whether it adds `control_gain` to `service`, which it has to name.
    pub moves: bool,
}

impl Shape {
    /// Two members or more, and no further cell.
    const PAIR: Self = Self { members: 2, counts: false, moves: false };
    /// Any members, and how many of them.
    const COUNT: Self = Self { members: 1, counts: true, moves: false };
    /// Two members or more that move a service together.
    const JOINT: Self = Self { moves: true, ..Self::PAIR };

    /// Whether a column of `relations.csv` means anything to the kind.
    pub fn uses(self, column: &str) -> bool {
        match column {
            "count" => self.counts,
            "service" | "control_gain" => self.moves,
            _ => true,
        }
    }
}

macro_rules! kinds {
    (
        $(#[$doc0:meta])* $first:ident $word0:literal $shape0:ident,
        $($(#[$doc:meta])* $name:ident $word:literal $shape:ident,)*
    ) => {
        /// Which relation it is: the words that `kind` may hold, in the order in which they are told.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RelationKind {
            $(#[$doc0])* $first,
            $($(#[$doc])* $name,)*
        }

        impl RelationKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$name),*];
            /// Their words in `relations.csv`.
            pub const WORDS: &'static [&'static str] = &[$word0, $($word),*];

            /// Which cells it uses.
            pub const fn shape(self) -> Shape {
                match self {
                    Self::$first => Shape::$shape0,
                    $(Self::$name => Shape::$shape,)*
                }
            }
        }
    };
}

/// The tests have one more kind, which shows that a kind needs this list, `rules/relations/mod.rs` and its own file there.
macro_rules! with_test_kind {
    ($($kinds:tt)*) => {
        #[cfg(not(test))]
        kinds! { $($kinds)* }
        #[cfg(test)]
        kinds! {
            $($kinds)*
            /// All of the members or none.
            Together "together" PAIR,
        }
    };
}

with_test_kind! {
    /// The first member may be chosen only with each of the others, none of which starts later.
    Requires "requires" PAIR,
    /// At most one of the members.
    Excludes "excludes" PAIR,
    /// At least `count` of the members.
    AtLeast "at_least" COUNT,
    /// At most `count` of the members.
    AtMost "at_most" COUNT,
    /// While all members are in force they add control together.
    Synergy "synergy" JOINT,
}

impl RelationKind {
    /// What it asks for, in a few words.
    pub fn meaning(self) -> String {
        text_of("relation", "", self.word(), "")
    }

    /// What each asks for, in one line, with marks around the words of the files.
    pub fn meanings() -> String {
        let each: Vec<String> = Self::ALL.iter().map(|kind| format!("⟨{}⟩: {}", kind.word(), kind.meaning())).collect();
        format!("{}.", each.join("; "))
    }

    /// Its word in `relations.csv`.
    pub fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }

    /// The kind with this word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}
