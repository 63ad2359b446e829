//! Decisions of a proof: what each takes away from what is open, and the way back.

use super::bound::Open;
use super::model::Model;
use crate::say;

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    In(usize),
    Out(usize),
    Not(usize, usize),
    Until(usize, i32),
    After(usize, i32),
    AtMost(usize, usize, u8),
    AtLeast(usize, usize, u8),
    Reached(usize),
    Missed(usize),
}

/// What was open before a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Out(usize),
    Start(usize, usize),
    Share(usize, usize, (u8, u8)),
    Domain(usize, (bool, bool)),
}

/// The changes that lead to a place of the tree, so that what is open there need not be kept for every place.
#[derive(Debug, Default)]
pub(super) struct Trail(Vec<Change>);

impl Trail {
    /// How many changes there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Takes back every change after the first `mark`.
    pub fn back_to(&mut self, mark: usize, open: &mut Open) {
        for change in self.0.drain(mark.min(self.0.len())..).rev() {
            match change {
                Change::Out(item) => open.out[item] = true,
                Change::Start(item, start) => open.starts[item][start] = true,
                Change::Share(item, ministry, range) => open.shares[item][ministry] = range,
                Change::Domain(domain, state) => open.domains[domain] = state,
            }
        }
    }

    fn not_out(&mut self, open: &mut Open, item: usize) {
        if std::mem::replace(&mut open.out[item], false) {
            self.0.push(Change::Out(item));
        }
    }

    /// Leaves only these starts of a candidate open.
    fn keep(&mut self, open: &mut Open, item: usize, keeps: impl Fn(usize) -> bool) {
        for (start, is_open) in open.starts[item].iter_mut().enumerate().filter(|(start, _)| !keeps(*start)) {
            if std::mem::replace(is_open, false) {
                self.0.push(Change::Start(item, start));
            }
        }
    }

    fn share(&mut self, open: &mut Open, (item, ministry): (usize, usize), range: (u8, u8)) {
        let before = std::mem::replace(&mut open.shares[item][ministry], range);
        if before != range {
            self.0.push(Change::Share(item, ministry, before));
        }
    }

    fn domain(&mut self, open: &mut Open, domain: usize, state: (bool, bool)) {
        let before = std::mem::replace(&mut open.domains[domain], state);
        if before != state {
            self.0.push(Change::Domain(domain, before));
        }
    }
}

impl Decision {
    /// Takes away what contradicts the decision.
    pub fn apply(&self, model: &Model, open: &mut Open, trail: &mut Trail) {
        let year = |item: usize, start: usize| model.items[item].starts[start].year;
        match *self {
            Self::In(item) => trail.not_out(open, item),
            Self::Out(item) => trail.keep(open, item, |_| false),
            Self::Not(item, start) => trail.keep(open, item, |it| it != start),
            Self::Until(item, last) => trail.keep(open, item, |it| year(item, it) <= last),
            Self::After(item, last) => trail.keep(open, item, |it| year(item, it) > last),
            Self::AtMost(item, ministry, share) => {
                let (least, most) = open.shares[item][ministry];
                trail.share(open, (item, ministry), (least, most.min(share)));
            }
            Self::AtLeast(item, ministry, share) => {
                let (least, most) = open.shares[item][ministry];
                trail.share(open, (item, ministry), (least.max(share), most));
            }
            Self::Reached(domain) => trail.domain(open, domain, (false, open.domains[domain].1)),
            Self::Missed(domain) => trail.domain(open, domain, (open.domains[domain].0, false)),
        }
    }

    /// Takes away everything that the decision allows.
    pub fn oppose(&self, model: &Model, open: &mut Open, trail: &mut Trail) -> Result<(), String> {
        match *self {
            Self::In(item) => Self::Out(item).apply(model, open, trail),
            Self::Out(item) => Self::In(item).apply(model, open, trail),
            Self::Not(item, start) => {
                trail.not_out(open, item);
                trail.keep(open, item, |it| it == start);
            }
            _ => return Err(say!("decision-this-kind-decision")),
        }
        Ok(())
    }
}
