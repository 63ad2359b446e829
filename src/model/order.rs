//! Sorting with little code. The sort of the standard library is two thousand lines of it for each type and each
//! closure; with nearly a hundred of them that is a tenth of what is built. Here one sort puts positions in order, and
//! what is left for each type are the swaps. The engine's own loops keep the standard one.

use std::cmp::Ordering;

/// Puts a slice in order; what is equal stays as it stood.
pub trait InOrder<T> {
    /// From the smallest to the largest.
    fn order(&mut self)
    where
        T: Ord;

    /// As this compares them.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By this of each.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(Ord::cmp);
    }

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        for (one, other) in swaps(self.len(), &mut |one, other| compare(&self[one], &self[other])) {
            self.swap(one, other);
        }
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }
}

/// The swaps, in this order, that sort so many things.
fn swaps(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&one, &other| compare(one, other));
    let mut swaps = Vec::new();
    for first in 0..len {
        let mut at = first;
        // What stood at the first place is carried around its circle, and is where it belongs at the end of it.
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == first || from == at {
                break;
            }
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::InOrder as _;
    use rand::{RngExt as _, SeedableRng as _};

    #[test]
    fn it_sorts_as_the_stable_sort_of_the_standard_library() {
        let mut rng = rand::rngs::ChaCha8Rng::seed_from_u64(1);
        for len in 0..200 {
            let things: Vec<(u8, usize)> = (0..len).map(|at| (rng.random_range(0..20), at)).collect();
            let (mut expected, mut found) = (things.clone(), things);
            expected.sort_by_key(|&(key, _)| std::cmp::Reverse(key));
            found.order_by_key(|&(key, _)| std::cmp::Reverse(key));
            assert_eq!(found, expected);
            expected.sort_unstable();
            found.order();
            assert_eq!(found, expected);
        }
    }
}
