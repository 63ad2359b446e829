//! A candidate together with what it requires: projects that several options share.
//!
//! One change at a time never gets there: a project alone costs and gives nothing, an option without its projects breaks rules.
//! So an option goes in with all that it lacks, and out with all that then serves nobody.
//!
//! Source: He, Xie, Wong and Wang, *A novel binary artificial bee colony algorithm for the set-union knapsack problem*, 2018.

use super::incremental_state::{IncrementalState, KEPT};

impl IncrementalState<'_> {
    /// Puts a candidate in with all that it lacks, or out with all that then serves nobody, where that is better; whether it was.
    pub fn settle_with_needs(&mut self, item: usize) -> bool {
        let instance = self.instance;
        if self.shared.is_empty() || instance.items[item].needs.is_empty() {
            return false;
        }
        let before = self.score();
        let mut done = Vec::new();
        if self.now[item].is_none() {
            let mut all = vec![item];
            let mut at = 0;
            while let Some(&next) = all.get(at) {
                at += 1;
                for &need in &instance.items[next].needs {
                    if self.now[need].is_none() && !all.contains(&need) {
                        all.push(need);
                    }
                }
            }
            if all.iter().any(|&item| self.choices[item].0.is_empty()) {
                return false;
            }
            for item in all {
                self.change(item, Some(0), &mut done);
            }
        } else if self.choices[item].1 {
            self.change(item, None, &mut done);
            let mut at = 0;
            while let Some(&(left, _)) = done.get(at) {
                at += 1;
                for &need in &instance.items[left].needs {
                    if self.is_idle(need) {
                        self.change(need, None, &mut done);
                    }
                }
            }
        }
        let better = self.score() > before + KEPT;
        if !better {
            done.into_iter().rev().for_each(|(item, had)| self.put(item, had));
        }
        better
    }

    fn change(&mut self, item: usize, to: Option<usize>, done: &mut Vec<(usize, Option<usize>)>) {
        done.push((item, self.now[item]));
        self.put(item, to);
    }

    /// Whether a candidate is chosen that serves nobody.
    pub fn is_idle(&self, item: usize) -> bool {
        self.shared.serves.get(item) == Some(&true)
            && self.now[item].is_some()
            && self.choices[item].1
            && self.shared.needed_by[item].iter().all(|&other| self.now[other].is_none())
    }
}
