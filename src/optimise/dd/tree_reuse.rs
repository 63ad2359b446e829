//! Reading what a search of another case left behind: candidates, rows and diagrams are found again by their names.
//!
//! Nothing that is read has to be right. Any multipliers that are not negative give a valid bound, a split covers
//! everything whatever it was made for, and a portfolio is judged anew. What fits badly only helps little.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::column::{Column, Planned, Sums};
use super::diagram::{Layer, NONE, Who};
use super::master::Basic;
use super::problem::Problem;
use super::record::{Entry, Record, Sparse};
use super::relaxation::Relaxation;
use super::warm_start::Remembered;
use crate::model::{CandidateIx, Case, DomainIx, MinistryIx};
use crate::optimise::instance::Instance;
use crate::optimise::instance::Switch;
use crate::optimise::instance::domains::{Decision, Domains};
use crate::optimise::instance::plan::{Chosen, Selection};
use crate::optimise::instance::rows::{Row, RowName};
use crate::optimise::task::Goal;

/// Read for the second stage, the multipliers of the first say that too little objective is left: by so much is that
/// made to outweigh the bill.
const OUTWEIGH: f64 = 1e6;

/// At least this many nodes are searched from another tree.
const PATIENCE: u64 = 200;

/// What another search left behind, in the words of this one.
#[derive(Debug)]
pub(crate) struct TreeReuse<'a> {
    old: &'a Remembered,
    case: &'a Case,
    new: &'a Problem,
    /// By candidate of the other case.
    items: Vec<Option<usize>>,
    ministries: Vec<Option<usize>>,
    domains: Vec<Option<usize>>,
    relations: Vec<Option<usize>>,
    /// By diagram of the other case.
    diagrams: Vec<Option<usize>>,
    /// By row of the other case: the row, and the factor between their multipliers.
    rows: Vec<Option<(u32, f64)>>,
    /// The multiplier of the row that holds the objective up, where the other search had none.
    objective: Option<(u32, f64)>,
}

/// What a decision of another case is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mapped {
    /// A decision.
    Same(Decision),
    /// It asks for something that is not there.
    Impossible,
    /// It holds whatever is chosen.
    Nothing,
    /// It says nothing here.
    Unknown,
}

impl<'a> TreeReuse<'a> {
    /// Reads what is left behind; `None` if the cases have little in common.
    pub fn new(old: &'a Remembered, case: &'a Case, new: &'a Problem, goal: Goal) -> Option<Self> {
        let items = same(old.case.candidates.iter().map(|it| &*it.id), case.candidates.iter().map(|it| &*it.id));
        let found = items.iter().flatten().count();
        if found * 2 < items.len().max(case.candidates.len()) {
            return None;
        }
        let mut it = Self {
            old,
            case,
            new,
            items,
            ministries: same(old.case.ministries.iter().map(|it| &*it.id), case.ministries.iter().map(|it| &*it.id)),
            domains: same(old.case.domains.iter().map(|it| &*it.id), case.domains.iter().map(|it| &*it.id)),
            relations: Vec::new(),
            diagrams: Vec::new(),
            rows: Vec::new(),
            objective: None,
        };
        let of = |case: &Case| case.relations.iter().map(|it| it.name(case)).collect::<Vec<_>>();
        let (before, after) = (of(&old.case), of(case));
        it.relations = same(before.iter().map(String::as_str), after.iter().map(String::as_str));
        it.diagrams = it.diagrams();
        it.rows = it.rows(goal);
        Some(it)
    }

    /// The tree.
    pub fn record(&self) -> Option<&'a Record> {
        self.old.record.as_ref()
    }

    /// After this many nodes of its own a search is better off without the other tree: half as many as that has leaves, and
    /// some more.
    pub fn patience(&self) -> u64 {
        let leaf = |entry: &&Entry| matches!(entry, Entry::Leaf(_));
        let leaves = self.record().map_or(0, |record| record.entries.iter().filter(leaf).count());
        PATIENCE + u64::try_from(leaves / 2).unwrap_or(0)
    }

    /// Whether the other search sought the same.
    pub fn is_same_stage(&self) -> bool {
        self.objective.is_none()
    }

    /// Whether the other search found that nothing is possible where nothing is worth anything, as here: what its leaves were closed
    /// by does not depend on any portfolio.
    pub fn is_of_nothing(&self) -> bool {
        let is_worthless = |instance: &Instance| {
            instance.items.iter().all(|item| item.worth == 0)
                && instance.services.iter().flat_map(|it| &it.levels).all(|level| level.worth == 0)
        };
        self.old.portfolio.is_none() && is_worthless(&self.old.problem.instance) && is_worthless(&self.new.instance)
    }

    /// The other's diagrams: by the first service in them, or the first candidate.
    fn diagrams(&self) -> Vec<Option<usize>> {
        let (before, after) = (&self.old.problem.layout, &self.new.layout);
        let services =
            same(self.old.case.services.iter().map(|it| &*it.id), self.case.services.iter().map(|it| &*it.id));
        let place = |diagram: &super::diagram::Diagram| {
            if let Some(&first) = diagram.services.first() {
                let first = &self.old.problem.instance.services[first];
                let (service, year) = (services[first.service]?, self.year_that_counts(first.year)?);
                let all = &self.new.instance.services;
                let has = |at: &usize| all[*at].service == service && all[*at].year == year;
                return after.diagrams.iter().position(|it| it.services.iter().any(has));
            }
            let Some(Who::Home(item)) = diagram.layers.first().map(|layer| layer.who) else { return None };
            after.homes[self.items[item]?].map(|(diagram, _)| diagram)
        };
        before.diagrams.iter().map(place).collect()
    }

    fn rows(&mut self, goal: Goal) -> Vec<Option<(u32, f64)>> {
        let rows = &self.new.instance.rows;
        let by_name: BTreeMap<RowName, usize> = rows.iter().enumerate().map(|(at, row)| (row.name, at)).collect();
        let mut scale = self.old.problem.money / self.new.money;
        if let (Goal::Best, Goal::Cheapest { .. }) = (self.old.goal, goal) {
            scale = OUTWEIGH;
            self.objective = by_name
                .get(&RowName::Objective)
                .and_then(|&at| Some((u32::try_from(at).ok()?, OUTWEIGH * rows[at].norm)));
        }
        // What was sought there has only to be enough here: its multipliers say where it is not.
        if let Some(row) = self.old_objective().filter(|_| (self.old.goal, goal) == (Goal::Best, Goal::Best)) {
            scale = OUTWEIGH;
            self.objective = Some((row, OUTWEIGH * rows[row as usize].norm));
        }
        let limits = self.limits();
        let place = |row: &Row| {
            let at = *by_name.get(&self.name(row.name, &limits)?)?;
            let factor = scale * (row.unit / row.norm) * (rows[at].norm / rows[at].unit);
            Some((u32::try_from(at).ok()?, factor))
        };
        self.old.problem.instance.rows.iter().map(place).collect()
    }

    /// The row that holds what the other search sought at least as high as it can be, where this one seeks something else.
    fn old_objective(&self) -> Option<u32> {
        let (old, new) = (&self.old.problem.instance, &self.new.instance);
        let mut there = new.above.iter().filter(|above| {
            above.gains.len() == old.services.len()
                && above.points.iter().zip(&old.items).all(|(points, item)| *points == item.worth)
                && above.gains.iter().zip(&old.services).all(|(gains, steps)| {
                    gains.len() == steps.levels.len()
                        && gains.iter().zip(&steps.levels).all(|(gain, level)| *gain == level.worth)
                })
        });
        there.next().map(|above| above.row)
    }

    fn limits(&self) -> Vec<Option<usize>> {
        let of = |case: &Case| {
            case.limits
                .iter()
                .map(|limit| format!("{} {}", limit.scope.word(), limit.scope.value(case)))
                .collect::<Vec<_>>()
        };
        let (before, after) = (of(&self.old.case), of(self.case));
        same(before.iter().map(String::as_str), after.iter().map(String::as_str))
    }

    /// A row's name here.
    fn name(&self, name: RowName, limits: &[Option<usize>]) -> Option<RowName> {
        let item = |candidate: CandidateIx| self.items[candidate.0].map(CandidateIx);
        let relation = |relation: usize| self.relations.get(relation).copied().flatten();
        Some(match name {
            RowName::Budget { ministry, year } => {
                RowName::Budget { ministry: MinistryIx(self.ministries[ministry.0]?), year: self.year(year)? }
            }
            RowName::Tie { candidate, diagram, year, lasts } => RowName::Tie {
                lasts,
                candidate: item(candidate)?,
                diagram: self.diagrams[diagram]?,
                year: self.year_that_counts(year)?,
            },
            RowName::Member { relation: at, candidate, year } => RowName::Member {
                relation: relation(at)?,
                candidate: item(candidate)?,
                year: self.year_that_counts(year)?,
            },
            RowName::Requires { relation: at, need, year } => {
                RowName::Requires { relation: relation(at)?, need, year: self.year(year)? }
            }
            RowName::Relation { relation: at, part } => RowName::Relation { relation: relation(at)?, part },
            RowName::LimitMin(at) => RowName::LimitMin(limits[at]?),
            RowName::LimitMax(at) => RowName::LimitMax(limits[at]?),
            RowName::Target(domain) => RowName::Target(DomainIx(self.domains[domain.0]?)),
            RowName::DomainFloor(domain) => RowName::DomainFloor(DomainIx(self.domains[domain.0]?)),
            RowName::DomainsAtTarget | RowName::NoGood(_) | RowName::Objective | RowName::Least(_) => name,
        })
    }

    /// The position of a year.
    fn year(&self, year: usize) -> Option<usize> {
        let shift = self.old.case.first_year.checked_sub(self.case.first_year)?;
        let year = i32::try_from(year).ok()?.checked_add(shift)?;
        usize::try_from(year).ok()
    }

    /// Which of the years that count it is here; the end is the end, where only that counts.
    fn year_that_counts(&self, at: usize) -> Option<usize> {
        let (before, after) = (&self.old.problem.instance.years, &self.new.instance.years);
        if before.len() == 1 && after.len() == 1 {
            return Some(0);
        }
        let year = self.year(*before.get(at)?)?;
        after.iter().position(|it| *it == year)
    }

    /// Multipliers.
    pub fn prices(&self, prices: &Sparse) -> Vec<f64> {
        let mut dense = vec![0.0; self.new.instance.rows.len()];
        for &(row, price) in prices {
            if let Some((row, factor)) = self.rows.get(row as usize).copied().flatten() {
                dense[row as usize] = (price * factor).max(0.0);
            }
        }
        if let Some((row, price)) = self.objective {
            dense[row as usize] = price;
        }
        dense
    }

    /// A decision.
    pub fn decision(&self, decision: Decision) -> Mapped {
        use Decision as D;
        let item = match decision {
            D::Off(switch) | D::On(switch) => return self.switch_decision(decision, switch),
            D::Out(item)
            | D::In(item)
            | D::NotStart(item, _)
            | D::StartUpTo(item, _)
            | D::StartAfter(item, _)
            | D::ShareUpTo(item, ..)
            | D::ShareFrom(item, ..) => item,
        };
        let Some(new) = self.items[item as usize].filter(|&new| !self.new.instance.items[new].starts.is_empty()) else {
            return if matches!(decision, D::In(_)) { Mapped::Impossible } else { Mapped::Nothing };
        };
        let Ok(index) = u32::try_from(new) else { return Mapped::Unknown };
        let start = |at: u8| self.last_start(item as usize, new, at);
        let ministry = |at: u8| u8::try_from(self.ministries.get(usize::from(at)).copied().flatten()?).ok();
        let found = match decision {
            D::Out(_) => Some(D::Out(index)),
            D::In(_) => Some(D::In(index)),
            D::StartUpTo(_, at) => start(at).map(|at| D::StartUpTo(index, at)),
            D::StartAfter(_, at) => start(at).map(|at| D::StartAfter(index, at)),
            D::ShareUpTo(_, at, share) => ministry(at).map(|at| D::ShareUpTo(index, at, share)),
            D::ShareFrom(_, at, share) => ministry(at).map(|at| D::ShareFrom(index, at, share)),
            D::NotStart(..) | D::Off(_) | D::On(_) => None,
        };
        found.map_or(Mapped::Unknown, Mapped::Same)
    }

    fn switch_decision(&self, decision: Decision, switch: u32) -> Mapped {
        let old = &self.old.problem.instance.switches[switch as usize];
        let Some(at) = self.switch(old).and_then(|at| u32::try_from(at).ok()) else { return Mapped::Unknown };
        Mapped::Same(if matches!(decision, Decision::On(_)) { Decision::On(at) } else { Decision::Off(at) })
    }

    /// The position of the last start no later than a start of the other case; `None` if that is no start or all.
    fn last_start(&self, old: usize, new: usize, at: u8) -> Option<u8> {
        let year = self.year(self.old.problem.instance.items[old].starts.get(usize::from(at))?.year)?;
        let starts = &self.new.instance.items[new].starts;
        let count = starts.iter().filter(|start| start.year <= year).count();
        u8::try_from(count.checked_sub(1).filter(|_| count < starts.len())?).ok()
    }

    /// The switch that says the same.
    fn switch(&self, old: &Switch) -> Option<usize> {
        let switches = &self.new.instance.switches;
        if let Some(target) = old.target {
            let domain = self.domains.get(target).copied().flatten()?;
            return switches.iter().position(|switch| switch.target == Some(domain));
        }
        let (row, _) = self.rows[old.terms.first()?.row as usize]?;
        let is_it = |it: &Switch| it.target.is_none() && it.terms.first().is_some_and(|term| term.row == row);
        switches.iter().position(is_it)
    }

    /// A portfolio, without what is not there any more.
    pub fn selection(&self, old: &Selection) -> Selection {
        let mut selection = vec![None; self.new.instance.items.len()];
        for (item, chosen) in old.iter().enumerate() {
            let Some(new) = self.items[item] else { continue };
            let Some(plan) = chosen.as_ref().and_then(|it| self.plan(item, it.start, &it.shares)) else { continue };
            selection[new] = Some(Chosen { start: plan.start, shares: plan.shares });
        }
        selection
    }

    /// The best portfolio of the other search.
    pub fn best(&self) -> Option<Selection> {
        self.old.portfolio.as_ref().map(|portfolio| self.selection(portfolio))
    }

    /// What a candidate did, if it can do it here.
    fn plan(&self, item: usize, start: u8, shares: &[u8]) -> Option<Planned> {
        let new = self.items[item]?;
        let year = self.year(self.old.problem.instance.items[item].starts.get(usize::from(start))?.year)?;
        let starts = &self.new.instance.items[new].starts;
        let start = u8::try_from(starts.iter().position(|start| start.year == year)?).ok()?;
        let mut own = vec![0; self.new.instance.ministries];
        for (ministry, &share) in shares.iter().enumerate().filter(|(_, share)| **share > 0) {
            *own.get_mut(self.ministries[ministry]?)? = share;
        }
        Some(Planned { item: new, start, shares: own })
    }

    /// What branching on each candidate cost.
    pub fn costs(&self) -> Vec<super::branching::Pseudocost> {
        let mut costs = vec![super::branching::Pseudocost::default(); self.new.instance.items.len()];
        if self.is_same_stage() {
            for (item, cost) in self.old.learnt.costs.iter().enumerate() {
                if let Some(new) = self.items[item] {
                    costs[new] = *cost;
                }
            }
        }
        costs
    }

    /// The basis of the root, filled up with the best paths under its multipliers.
    pub fn basis(&self, relaxation: &mut Relaxation, open: &Domains) -> Vec<Basic> {
        let (instance, layout) = (&self.new.instance, &self.new.layout);
        let mut sums = Sums::new(instance.rows.len());
        let mut basis = Vec::new();
        let mut has = vec![false; layout.diagrams.len() + instance.switches.len()];
        for basic in self.old.learnt.basis.iter() {
            match basic {
                Basic::Slack(row) => {
                    basis.extend(self.rows.get(*row).copied().flatten().map(|(row, _)| Basic::Slack(row as usize)));
                }
                Basic::Broken(..) | Basic::Turned(_) => {}
                Basic::Path(column) => {
                    if let Some(column) = self.column(column, &mut sums) {
                        has[column.block] = true;
                        basis.push(Basic::Path(Arc::new(column)));
                    }
                }
            }
        }
        let prices = self.prices(&super::record::sparse(&self.old.learnt.prices));
        if relaxation.pass.run(instance, layout, open, &prices) != NONE {
            for block in (0..has.len()).filter(|&block| !has[block]) {
                let column = Column::best(instance, layout, open, (&relaxation.pass, &prices), block, &mut sums);
                basis.push(Basic::Path(Arc::new(column)));
            }
        }
        basis
    }

    /// A path, or a switch.
    fn column(&self, old: &Column, sums: &mut Sums) -> Option<Column> {
        let (instance, layout) = (&self.new.instance, &self.new.layout);
        let before = &self.old.problem;
        let Some(from) = before.layout.diagrams.get(old.block) else {
            let switch = before.instance.switches.get(old.block - before.layout.diagrams.len())?;
            let at = self.switch(switch)?;
            return Some(Column::switch(instance, layout.diagrams.len() + at, at, old.taken[0] == 1));
        };
        let block = self.diagrams[old.block]?;
        // What wears off has other classes in another horizon: the best path takes its place.
        let wears_off = |layer: &Layer| !layer.turns.patterns.is_empty();
        if from.layers.iter().chain(&layout.diagrams[block].layers).any(wears_off) {
            return None;
        }
        let plans: Vec<Planned> =
            old.plans.iter().map(|plan| self.plan(plan.item, plan.start, &plan.shares)).collect::<Option<_>>()?;
        let (mut copies, mut synergies) = (Vec::new(), Vec::new());
        for (layer, taken) in from.layers.iter().zip(&old.taken) {
            // In force from this year on, of those that count here.
            let Some(since) = usize::from(*taken).checked_sub(1).map(|class| layer.turns.signals[class].year) else {
                continue;
            };
            match layer.who {
                Who::Home(_) => {}
                Who::Copy(item) => copies.push((self.items[item]?, self.year_that_counts(since)?)),
                Who::Synergy(relation) => synergies.push((self.relations[relation]?, self.year_that_counts(since)?)),
            }
        }
        let class_of = |layer: &Layer, all: &[(usize, usize)], it: usize| {
            let since = all.iter().find(|(one, _)| *one == it).map(|(_, since)| *since);
            since.map_or(0, |since| layer.turns.signals.iter().take_while(|it| since <= it.year).count())
        };
        let follow = |layer: &Layer| match layer.who {
            Who::Home(item) => {
                let plan = plans.iter().find(|plan| plan.item == item).cloned();
                (plan.as_ref().map_or(0, |plan| layer.class_of(plan.start)), plan)
            }
            Who::Copy(item) => (class_of(layer, &copies, item), None),
            Who::Synergy(relation) => (class_of(layer, &synergies, relation), None),
        };
        Some(Column::along(instance, layout, block, follow, sums))
    }
}

/// For each of the old where it is among the new; of several with one name the first.
fn same<'n>(old: impl Iterator<Item = &'n str>, new: impl Iterator<Item = &'n str>) -> Vec<Option<usize>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (at, name) in new.enumerate() {
        places.entry(name).or_insert(at);
    }
    old.map(|name| places.get(name).copied()).collect()
}
