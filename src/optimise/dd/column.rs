//! Columns of the master problem: one path through one diagram, with the plans it stands for.

use super::bounding::{LEFT_OUT, Pass, split};
use super::diagram::{Diagram, Layer, Who};
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
    /// By layer: the class of the arc that the path takes. For a switch: 1 when it is on.
    pub taken: Vec<u8>,
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
            let children = diagram.graph.children(layer, node);
            let arcs = &pass.arcs[block][diagram.graph.classes(layer)];
            let (mut taken, mut most) = (0, pass.back[block][children[0] as usize] + arcs[0]);
            for (class, (&child, arc)) in children.iter().zip(arcs).enumerate().skip(1) {
                let here = pass.back[block][child as usize] + arc;
                if here > most {
                    (taken, most) = (class, here);
                }
            }
            it.take(who, taken, sums);
            node = children[taken] as usize;
            if let Who::Home(item) = who.who {
                let start = pass.plans(item)[taken].1;
                if start != LEFT_OUT {
                    let plan = &instance.items[item].starts[usize::from(start)];
                    let shares = split(plan, open.least(item), open.most(item), prices);
                    it.choose(instance, layout, Planned { item, start, shares }, sums);
                }
            }
        }
        it.end(instance, diagram, node, sums);
        it.terms = sums.take();
        it
    }

    /// The path that `follow` takes: for each layer the class of its arc, and the plan of a candidate that it
    /// chooses. `sums` is memory of one zero for each row.
    pub fn along(
        instance: &Instance,
        layout: &Layout,
        block: usize,
        follow: impl Fn(&Layer) -> (usize, Option<Planned>),
        sums: &mut Sums,
    ) -> Self {
        let mut it = Self::empty(block);
        let diagram = &layout.diagrams[block];
        let mut node = 0;
        for (layer, who) in diagram.layers.iter().enumerate() {
            let (taken, plan) = follow(who);
            it.take(who, taken, sums);
            node = diagram.graph.children(layer, node)[taken] as usize;
            if let Some(plan) = plan {
                it.choose(instance, layout, plan, sums);
            }
        }
        it.end(instance, diagram, node, sums);
        it.terms = sums.take();
        it
    }

    /// Takes an arc of a layer.
    fn take(&mut self, layer: &Layer, class: usize, sums: &mut Sums) {
        self.taken.push(u8::try_from(class).unwrap_or(u8::MAX));
        layer.rows(class).for_each(|row| sums.add(row, 1.0));
    }

    /// Takes in what a path's terminal gives and adds to rows.
    fn end(&mut self, instance: &Instance, diagram: &Diagram, node: usize, sums: &mut Sums) {
        let terminal = node - diagram.graph.first_terminal();
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
        let value = if on { instance.switches[at].value } else { 0.0 };
        Self { block, value, terms, plans: Vec::new(), taken: vec![u8::from(on)], ..Self::empty(block) }
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
        let paid = layout.ties[planned.item].iter().filter(|(_, starts)| starts & (1 << planned.start) != 0);
        paid.for_each(|&(row, _)| sums.add(row, -1.0));
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
            return if self.taken[0] == 1 { state.on } else { state.off };
        };
        for end in &diagram.ends {
            let state = open.switches[end.switch];
            if !(if self.reached.contains(&end.switch) { state.on } else { state.off }) {
                return false;
            }
        }
        let mut plans = self.plans.iter().peekable();
        for (layer, &taken) in diagram.layers.iter().zip(&self.taken) {
            let fine = match layer.who {
                Who::Home(item) => match plans.next_if(|plan| plan.item == item) {
                    Some(plan) => {
                        open.items[item].starts & (1 << plan.start) != 0
                            && plan.shares.iter().zip(open.least(item)).all(|(share, least)| share >= least)
                            && plan.shares.iter().zip(open.most(item)).all(|(share, most)| share <= most)
                    }
                    None => open.items[item].out,
                },
                Who::Copy(_) | Who::Synergy(_) => layer.open(open) & (1 << taken) != 0,
            };
            if !fine {
                return false;
            }
        }
        true
    }
}

/// Adds up sparse rows.
#[derive(Debug, Clone)]
pub(crate) struct Sums {
    dense: Vec<f64>,
    touched: Vec<u32>,
    marked: Vec<bool>,
}

impl Sums {
    /// Memory for this many rows.
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
