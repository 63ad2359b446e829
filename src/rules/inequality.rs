//! What a relation asks of a portfolio in general terms: a bound on how many candidates are chosen, or have started by a year.

use std::collections::BTreeSet;

use crate::model::CandidateIx;

/// On which side of its bound a sum has to stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Not below it.
    AtLeast,
    /// Not above it.
    AtMost,
}

/// When a candidate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// When it is chosen at all.
    Ever,
    /// By each year of the horizon: when it has started by then.
    ByEachYear,
}

/// `Σ factor × candidate ≥ bound` or `≤ bound`, where a candidate is 1 when it counts and else 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inequality {
    /// Who counts how often, each candidate once.
    pub terms: Vec<(CandidateIx, i64)>,
    /// On which side of the bound the sum has to stay.
    pub side: Side,
    /// The bound.
    pub bound: i64,
    /// When a candidate counts.
    pub when: When,
}

impl Inequality {
    /// This many of the members are chosen; one that is named twice counts once.
    pub fn count(members: &[CandidateIx], side: Side, bound: usize) -> Self {
        let mut members = members.to_vec();
        members.sort_unstable();
        members.dedup();
        let terms = members.into_iter().map(|member| (member, 1)).collect();
        Self { terms, side, bound: i64::try_from(bound).unwrap_or(i64::MAX), when: When::Ever }
    }

    /// The candidate counts only where what it needs does. Nobody asks anything by needing itself.
    pub fn needs(candidate: CandidateIx, need: CandidateIx, when: When) -> Self {
        let terms = if candidate == need { Vec::new() } else { vec![(need, 1), (candidate, -1)] };
        Self { terms, side: Side::AtLeast, bound: 0, when }
    }

    /// The same as `Σ factor × candidate ≤ bound`.
    pub fn as_at_most(&self) -> (Vec<(CandidateIx, i64)>, i64) {
        let sign = if self.side == Side::AtMost { 1 } else { -1 };
        (self.terms.iter().map(|&(member, factor)| (member, sign * factor)).collect(), sign * self.bound)
    }

    /// When it can come to be broken, of all the times at which somebody can start: when one can who counts against it.
    pub fn years<T: Ord, I: Iterator<Item = T>>(&self, starts: impl Fn(CandidateIx) -> I) -> BTreeSet<T> {
        let (terms, _) = self.as_at_most();
        terms.into_iter().filter(|(_, factor)| *factor > 0).flat_map(|(it, _)| starts(it)).collect()
    }

    /// Those whose choice brings it nearer to being kept.
    pub fn helpers(&self) -> impl Iterator<Item = CandidateIx> + '_ {
        let sign = if self.side == Side::AtLeast { 1 } else { -1 };
        self.terms.iter().filter(move |(_, factor)| sign * factor > 0).map(|&(member, _)| member)
    }

    /// Who is chosen only with whom, where it says that of two candidates.
    pub fn need(&self) -> Option<(CandidateIx, CandidateIx)> {
        let (mut terms, bound) = self.as_at_most();
        terms.sort_unstable_by_key(|&(_, factor)| -factor);
        match terms[..] {
            [(candidate, 1), (need, -1)] if bound == 0 => Some((candidate, need)),
            _ => None,
        }
    }

    /// Whether it is kept whatever is chosen.
    pub fn is_always_kept(&self) -> bool {
        let (terms, bound) = self.as_at_most();
        terms.iter().map(|(_, factor)| *factor.max(&0)).sum::<i64>() <= bound
    }

    /// Whether it is kept when nothing is chosen.
    pub fn is_kept_by_nothing(&self) -> bool {
        self.as_at_most().1 >= 0
    }

    /// Whether whatever keeps it keeps the other one too, as far as that can be told from the bounds.
    pub fn is_no_looser(&self, other: &Self) -> bool {
        let ((terms, bound), (others, other_bound)) = (self.as_at_most(), other.as_at_most());
        other.is_always_kept() || terms == others && self.when == other.when && bound <= other_bound
    }
}
