//! The nodes of a diagram that a path can still go through.
//!
//! Deep in the tree, and after the root has settled what it can, most candidates are decided. Nodes that are reached only by
//! an arc that is closed have no part in any path then: passes leave them out, which makes them many times cheaper. The
//! nodes are found again only when an arc of the diagram was opened or closed since the last pass.

use super::diagram::{Diagram, NONE};
use crate::optimise::work;

/// The nodes of one diagram that a path can still go through, in the order of its layers.
#[derive(Debug, Clone, Default)]
pub(super) struct Reachable {
    /// By layer and class: whether its arcs are open.
    open: Vec<bool>,
    nodes: Vec<u32>,
    /// Where each layer begins among the nodes, then where the terminals begin.
    begins: Vec<usize>,
    /// By node: whether it is among the nodes.
    marked: Vec<bool>,
}

impl Reachable {
    /// The reachable nodes of a layer.
    pub fn layer(&self, layer: usize) -> &[u32] {
        &self.nodes[self.begins[layer]..self.begins[layer + 1]]
    }

    /// How many nodes are reachable.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The reachable terminals.
    pub fn terminals(&self) -> &[u32] {
        &self.nodes[self.begins[self.begins.len() - 1]..]
    }

    /// Finds the nodes again, if other arcs are open than before. An arc that is worth [`NONE`] is closed.
    pub fn follow(&mut self, diagram: &Diagram, arcs: &[f64]) {
        let open = |arc: &f64| *arc != NONE;
        if self.begins.is_empty() || !arcs.iter().map(open).eq(self.open.iter().copied()) {
            self.open.clear();
            self.open.extend(arcs.iter().map(open));
            self.find(diagram);
        }
    }

    fn find(&mut self, diagram: &Diagram) {
        work::done(diagram.graph.size());
        self.marked.clear();
        self.marked.resize(diagram.graph.size(), false);
        self.nodes.clear();
        self.begins.clear();
        self.nodes.push(0);
        self.begins.push(0);
        let mut begin = 0;
        for layer in 0..diagram.layers.len() {
            let end = self.nodes.len();
            let classes = &self.open[diagram.graph.classes(layer)];
            for at in begin..end {
                let children = diagram.graph.children(layer, self.nodes[at] as usize);
                for (&open, &child) in classes.iter().zip(children) {
                    if open && !self.marked[child as usize] {
                        self.marked[child as usize] = true;
                        self.nodes.push(child);
                    }
                }
            }
            self.begins.push(end);
            begin = end;
        }
    }
}
