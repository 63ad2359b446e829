//! Columns of the master problem: one path through one diagram, with the plans it stands for.

use super::bounding::{Force, LEFT_OUT, Pass, split};
use super::diagram::{Diagram, Layer};
use super::held::{Held, Meter};
use super::layout::Layout;
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::Domains;

/// A path of a diagram, or a switch that is on or off.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    /// The diagram; switches follow after the diagrams.
    pub block: usize,
    /// Its worth, rows apart.
    pub value: f64,
    /// What it adds to the rows.
    pub terms: Vec<(u32, f64)>,
    /// The candidates at home in the diagram that it chooses.
    pub plans: Vec<Planned>,
    /// By layer: whether the path takes the upper arc. For a switch: whether it is on.
    pub taken: Vec<bool>,
    /// The switches of the domains that are at their target at its end.
    pub reached: Vec<usize>,
    /// What it is counted as, where it is.
    held: Held,
}

/// A chosen candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    /// The candidate.
    pub item: usize,
    /// The position among its starts.
    pub start: u8,
    /// The whole percent that each ministry pays.
    pub shares: Vec<u8>,
}

impl Column {
    /// What a part of a long list adds up to.
    pub fn sum(block: usize, value: f64, terms: Vec<(u32, f64)>) -> Self {
        Self { value, terms, ..Self::empty(block) }
    }

    /// Nothing yet.
    fn empty(block: usize) -> Self {
        Self {
            block,
            value: 0.0,
            terms: Vec::new(),
            plans: Vec::new(),
            taken: Vec::new(),
            reached: Vec::new(),
            held: Held::default(),
        }
    }

    /// The same, counted for as long as somebody has it.
    pub fn counted(mut self, meter: &Meter) -> Self {
        let shares: usize = self.plans.iter().map(|plan| plan.shares.len()).sum();
        let inside = size_of_val(self.terms.as_slice())
            + size_of_val(self.plans.as_slice())
            + size_of_val(self.reached.as_slice());
        self.held = meter.hold(size_of::<Self>() + inside + self.taken.len() + shares);
        self
    }

    /// The best path of a diagram in the last pass, or the best setting of a switch. `sums` is memory of one zero for each
    /// row.
    pub fn best(
        instance: &Instance,
        layout: &Layout,
        open: &Domains,
        (pass, prices): (&Pass, &[f64]),
        block: usize,
        sums: &mut Sums,
    ) -> Self {
        let Some(diagram) = layout.diagrams.get(block) else {
            let at = block - layout.diagrams.len();
            return Self::switch(instance, block, at, pass.switches[at].0);
        };
        let mut it = Self::empty(block);
        let mut node = 0;
        for (layer, who) in diagram.layers.iter().enumerate() {
            let (off, on) = pass.arcs[block][layer];
            let (low, high) = (diagram.low[node] as usize, diagram.high[node] as usize);
            let taken = pass.back[block][high] + on > pass.back[block][low] + off;
            it.taken.push(taken);
            node = if taken { high } else { low };
            match who {
                Layer::Home(item) => {
                    let best = pass.priced[*item];
                    let start = if taken { best.on.1 } else { best.off.1 };
                    if start != LEFT_OUT {
                        let plan = &instance.items[*item].starts[usize::from(start)];
                        let shares = split(plan, open.least(*item), open.most(*item), prices);
                        it.choose(instance, layout, Planned { item: *item, start, shares }, sums);
                    }
                }
                Layer::Copy(_, row) if taken => sums.add(*row, 1.0),
                Layer::Synergy(_, rows) if taken => rows.iter().for_each(|&row| sums.add(row, 1.0)),
                _ => {}
            }
        }
        it.end(instance, diagram, node, sums);
        it.terms = sums.take();
        it
    }

    /// The path that `follow` takes: for each layer whether it takes the upper arc, and the plan of a candidate that it
    /// chooses. `sums` is memory of one zero for each row.
    pub fn along(
        instance: &Instance,
        layout: &Layout,
        block: usize,
        follow: impl Fn(&Layer) -> (bool, Option<Planned>),
        sums: &mut Sums,
    ) -> Self {
        let mut it = Self::empty(block);
        let diagram = &layout.diagrams[block];
        let mut node = 0;
        for who in &diagram.layers {
            let (taken, plan) = follow(who);
            it.taken.push(taken);
            node = if taken { diagram.high[node] as usize } else { diagram.low[node] as usize };
            if let Some(plan) = plan {
                it.choose(instance, layout, plan, sums);
            }
            match who {
                Layer::Copy(_, row) if taken => sums.add(*row, 1.0),
                Layer::Synergy(_, rows) if taken => rows.iter().for_each(|&row| sums.add(row, 1.0)),
                _ => {}
            }
        }
        it.end(instance, diagram, node, sums);
        it.terms = sums.take();
        it
    }

    /// Takes in what a path's terminal gives and adds to rows.
    fn end(&mut self, instance: &Instance, diagram: &Diagram, node: usize, sums: &mut Sums) {
        let terminal = node - diagram.first_terminal();
        let levels = &diagram.terminals[terminal];
        for end in diagram.ends.iter().filter(|end| end.reached[terminal]) {
            sums.add(end.row, -1.0);
            self.reached.push(end.switch);
        }
        for (&service, &level) in diagram.services.iter().zip(levels) {
            self.value += instance.services[service].levels[level].value;
            for (row, terms) in &instance.services[service].terms {
                sums.add(*row, terms[level].value);
            }
        }
    }

    /// A switch that is on or off.
    pub fn switch(instance: &Instance, block: usize, at: usize, on: bool) -> Self {
        let terms = instance.switches[at].terms.iter().filter(|_| on).map(|term| (term.row, term.value)).collect();
        Self { block, value: 0.0, terms, plans: Vec::new(), taken: vec![on], ..Self::empty(block) }
    }

    fn choose(&mut self, instance: &Instance, layout: &Layout, planned: Planned, sums: &mut Sums) {
        let item = &instance.items[planned.item];
        let start = &item.starts[usize::from(planned.start)];
        self.value += item.value;
        for term in &start.fixed {
            sums.add(term.row, term.value);
        }
        for (terms, &share) in start.per_share.iter().zip(&planned.shares) {
            for term in terms {
                sums.add(term.row, term.value * f64::from(share));
            }
        }
        if item.in_force & (1 << planned.start) != 0 {
            layout.ties[planned.item].iter().for_each(|&row| sums.add(row, -1.0));
        }
        self.plans.push(planned);
    }

    /// Whether everything that it does is still open.
    pub fn is_open(&self, instance: &Instance, layout: &Layout, open: &Domains) -> bool {
        let Some(diagram) = layout.diagrams.get(self.block) else {
            let at = self.block - layout.diagrams.len();
            if instance.switches[at].terms.is_empty() {
                return true;
            }
            let state = open.switches[at];
            return if self.taken[0] { state.on } else { state.off };
        };
        for end in &diagram.ends {
            let state = open.switches[end.switch];
            if !(if self.reached.contains(&end.switch) { state.on } else { state.off }) {
                return false;
            }
        }
        let mut plans = self.plans.iter().peekable();
        for (who, &taken) in diagram.layers.iter().zip(&self.taken) {
            let fine = match who {
                Layer::Home(item) => match plans.next_if(|plan| plan.item == *item) {
                    Some(plan) => {
                        open.items[*item].starts & (1 << plan.start) != 0
                            && plan.shares.iter().zip(open.least(*item)).all(|(share, least)| share >= least)
                            && plan.shares.iter().zip(open.most(*item)).all(|(share, most)| share <= most)
                    }
                    None => open.items[*item].out,
                },
                Layer::Copy(item, _) => Force::of(instance, open, *item).allows(taken),
                Layer::Synergy(effect, _) => Force::of_synergy(instance, open, *effect).allows(taken),
            };
            if !fine {
                return false;
            }
        }
        true
    }
}

impl Force {
    /// Whether it may be in force, or out of it.
    pub fn allows(self, taken: bool) -> bool {
        if taken { self.on } else { self.off }
    }
}

/// Whether a start of a candidate is the upper arc of its layer: in force at the end, or chosen at all where it moves
/// nothing.
pub(super) fn is_upper(instance: &Instance, item: usize, start: u8) -> bool {
    instance.items[item].effects.is_empty() || instance.items[item].in_force & (1 << start) != 0
}

/// Adds up sparse rows.
#[derive(Debug, Clone)]
pub(crate) struct Sums {
    dense: Vec<f64>,
    touched: Vec<u32>,
    marked: Vec<bool>,
}

impl Sums {
    /// Memory for so many rows.
    pub fn new(rows: usize) -> Self {
        Self { dense: vec![0.0; rows], touched: Vec::new(), marked: vec![false; rows] }
    }

    /// Adds to a row.
    pub fn add(&mut self, row: u32, value: f64) {
        let at = row as usize;
        if !self.marked[at] {
            self.marked[at] = true;
            self.touched.push(row);
        }
        self.dense[at] += value;
    }

    /// What was added up, and forgets it.
    pub fn take(&mut self) -> Vec<(u32, f64)> {
        let mut terms = Vec::with_capacity(self.touched.len());
        for row in self.touched.drain(..) {
            let at = row as usize;
            if self.dense[at] != 0.0 {
                terms.push((row, self.dense[at]));
            }
            self.dense[at] = 0.0;
            self.marked[at] = false;
        }
        terms
    }
}
