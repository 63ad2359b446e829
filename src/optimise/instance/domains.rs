//! What is still open at a node of the search: for each candidate whether, when and with which shares.

use super::Instance;

/// A step of the branching, or something that a bound or a row has settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Decision {
    /// The candidate is not chosen.
    Out(u32),
    /// The candidate is chosen.
    In(u32),
    /// The candidate does not start at this position among its starts.
    NotStart(u32, u8),
    /// The candidate, if chosen, starts at this position or before.
    StartUpTo(u32, u8),
    /// The candidate, if chosen, starts after this position.
    StartAfter(u32, u8),
    /// The ministry pays at most this share of the candidate.
    ShareUpTo(u32, u8, u8),
    /// The ministry pays at least this share of the candidate.
    ShareFrom(u32, u8, u8),
    /// The domain does not count as at its target (a switch of the instance).
    Off(u32),
    /// The domain counts as at its target (a switch of the instance).
    On(u32),
}

/// What a candidate may still do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Open {
    /// It may be left out.
    pub out: bool,
    /// The starts that are open, one bit for each position.
    pub starts: u64,
}

impl Open {
    /// Whether it must be chosen.
    pub fn is_in(self) -> bool {
        !self.out && self.starts != 0
    }

    /// Whether neither is settled.
    pub fn is_free(self) -> bool {
        self.out && self.starts != 0
    }
}

/// What a switch may still be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SwitchOpen {
    /// It may be off.
    pub off: bool,
    /// It may be on.
    pub on: bool,
}

/// What is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Domains {
    /// By candidate.
    pub items: Vec<Open>,
    /// The least share, by candidate and ministry.
    pub least: Vec<u8>,
    /// The largest share, by candidate and ministry.
    pub most: Vec<u8>,
    /// By switch.
    pub switches: Vec<SwitchOpen>,
    ministries: usize,
}

impl Domains {
    /// Everything that the case leaves open.
    pub fn of(instance: &Instance) -> Self {
        let ministries = instance.ministries;
        let mut it = Self {
            items: instance.items.iter().map(|item| Open { out: !item.locked_in, starts: item.all_starts() }).collect(),
            least: Vec::with_capacity(instance.items.len() * ministries),
            most: Vec::with_capacity(instance.items.len() * ministries),
            switches: vec![SwitchOpen { off: true, on: true }; instance.switches.len()],
            ministries,
        };
        for item in &instance.items {
            it.least.extend(&item.least);
            it.most.extend(&item.most);
        }
        it
    }

    /// What it takes, in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.items.as_slice())
            + size_of_val(self.switches.as_slice())
            + self.least.len()
            + self.most.len()
            + size_of::<Self>()
    }

    /// The least share of each ministry.
    pub fn least(&self, item: usize) -> &[u8] {
        &self.least[item * self.ministries..(item + 1) * self.ministries]
    }

    /// The largest share of each ministry.
    pub fn most(&self, item: usize) -> &[u8] {
        &self.most[item * self.ministries..(item + 1) * self.ministries]
    }

    /// Whether a candidate may do no more here than in another.
    pub fn is_within(&self, other: &Self, item: usize) -> bool {
        let (one, wide) = (self.items[item], other.items[item]);
        let shares = |(low, high): (&[u8], &[u8])| low.iter().zip(high).all(|(low, high)| low <= high);
        (!one.out || wide.out)
            && one.starts & !wide.starts == 0
            && shares((other.least(item), self.least(item)))
            && shares((self.most(item), other.most(item)))
    }

    /// Whether nothing is left that the candidate may do.
    pub fn is_empty(&self, item: usize) -> bool {
        let open = self.items[item];
        !open.out && open.starts == 0
    }

    /// Narrows; false when nothing is left for the candidate or switch.
    pub fn apply(&mut self, decision: Decision) -> bool {
        match decision {
            Decision::Out(item) => self.keep_starts(item, 0),
            Decision::In(item) => {
                self.items[item as usize].out = false;
                !self.is_empty(item as usize)
            }
            Decision::NotStart(item, at) => self.keep_starts(item, !(1 << at)),
            Decision::StartUpTo(item, at) => self.keep_starts(item, up_to(at)),
            Decision::StartAfter(item, at) => self.keep_starts(item, !up_to(at)),
            Decision::ShareUpTo(item, ministry, share) => {
                let at = item as usize * self.ministries + usize::from(ministry);
                self.most[at] = self.most[at].min(share);
                self.tighten_shares(item)
            }
            Decision::ShareFrom(item, ministry, share) => {
                let at = item as usize * self.ministries + usize::from(ministry);
                self.least[at] = self.least[at].max(share);
                self.tighten_shares(item)
            }
            Decision::Off(switch) => {
                self.switches[switch as usize].on = false;
                self.switches[switch as usize].off
            }
            Decision::On(switch) => {
                self.switches[switch as usize].off = false;
                self.switches[switch as usize].on
            }
        }
    }

    fn keep_starts(&mut self, item: u32, mask: u64) -> bool {
        self.items[item as usize].starts &= mask;
        !self.is_empty(item as usize)
    }

    /// Tightens all shares at the root; false when a candidate that is locked in has none.
    pub fn settle_shares(&mut self) -> bool {
        (0..self.items.len()).all(|item| {
            let item = u32::try_from(item).unwrap_or(u32::MAX);
            (self.items[item as usize].starts == 0 || self.tighten_shares(item)) && !self.is_empty(item as usize)
        })
    }

    /// Shares add up to 100: what one ministry may pay bounds what the others pay. Without any split the candidate
    /// can only be left out.
    fn tighten_shares(&mut self, item: u32) -> bool {
        let from = item as usize * self.ministries;
        let range = from..from + self.ministries;
        let least: u32 = self.least[range.clone()].iter().map(|&share| u32::from(share)).sum();
        let most: u32 = self.most[range.clone()].iter().map(|&share| u32::from(share)).sum();
        let crossed = range.clone().any(|at| self.least[at] > self.most[at]);
        if least > 100 || most < 100 || crossed {
            self.items[item as usize].starts = 0;
            return !self.is_empty(item as usize);
        }
        for at in range {
            let others_most = most - u32::from(self.most[at]);
            let others_least = least - u32::from(self.least[at]);
            self.least[at] = self.least[at].max(u8::try_from(100_u32.saturating_sub(others_most)).unwrap_or(100));
            self.most[at] = self.most[at].min(u8::try_from(100_u32.saturating_sub(others_least)).unwrap_or(100));
        }
        true
    }
}

/// The positions 0 to `at`.
fn up_to(at: u8) -> u64 {
    if at >= 63 { u64::MAX } else { (1 << (at + 1)) - 1 }
}
