//! The basis of a node that waits, in pieces: those that a few pivots left alone are shared with the node before.

use std::sync::Arc;

use super::held::{Counted, Meter};
use super::master::Basic;

/// This many positions are one piece.
const PIECE: usize = 16;

/// A basis that was put by.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pieces: Arc<Counted<Vec<Piece>>>,
}

type Piece = Arc<Counted<Box<[Basic]>>>;

impl Kept {
    /// Puts a basis by. What is the same as in `near` is shared with it.
    pub fn new(basis: &[Basic], near: Option<&Self>, meter: &Meter) -> Self {
        let old = |at: usize| near.and_then(|near| near.pieces.get(at));
        let piece = |(at, basics): (usize, &[Basic])| match old(at) {
            Some(piece) if is_same(piece, basics) => Arc::clone(piece),
            _ => Arc::new(meter.counted(basics.into(), size_of::<Counted<Box<[Basic]>>>() + size_of_val(basics))),
        };
        let pieces: Vec<Piece> = basis.chunks(PIECE).enumerate().map(piece).collect();
        let bytes = size_of_val(pieces.as_slice());
        Self { pieces: Arc::new(meter.counted(pieces, bytes)) }
    }

    /// The basis as it was.
    pub fn basis(&self) -> Vec<Basic> {
        self.pieces.iter().flat_map(|piece| piece.iter().cloned()).collect()
    }
}

/// Whether two pieces hold the same, path by path.
fn is_same(one: &[Basic], other: &[Basic]) -> bool {
    let alike = |(one, other): (&Basic, &Basic)| match (one, other) {
        (Basic::Slack(one), Basic::Slack(other)) => one == other,
        (Basic::Broken(one, turned), Basic::Broken(other, also)) => one == other && turned == also,
        (Basic::Path(one), Basic::Path(other)) | (Basic::Turned(one), Basic::Turned(other)) => Arc::ptr_eq(one, other),
        _ => false,
    };
    one.len() == other.len() && one.iter().zip(other).all(alike)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stayed_the_same_is_held_once() {
        let meter = Meter::default();
        let mut basis: Vec<Basic> = (0..1000).map(Basic::Slack).collect();
        let one = Kept::new(&basis, None, &meter);
        let whole = meter.bytes();
        basis[500] = Basic::Broken(500, true);
        let other = Kept::new(&basis, Some(&one), &meter);
        assert!(meter.bytes() - whole < whole / 10, "{} and {}", whole, meter.bytes() - whole);
        assert!(is_same(&other.basis(), &basis) && !is_same(&one.basis(), &basis));
        drop(one);
        assert!(is_same(&other.basis(), &basis));
        drop(other);
        assert_eq!(meter.bytes(), 0);
    }
}
