//! What each pillar carries of the recommended, of the own, and of the portfolio in which each has to carry its part: measured anew
//! when one of them changes.

use std::sync::Arc;

use litemap::LiteMap;
use rust_decimal::Decimal;

use super::analyses::{Age, AnalysisRun};
use super::user_portfolio::UserPortfolio;
use super::{Document, Shown, Snapshot};
use crate::analyse::carrying::{Carrying, Part, Way};
use crate::analyse::pillars::{Even, pillars};
use crate::analyse::{AnalysisOutcome, Outcome};
use crate::model::{Case, Portfolio, Year};

/// By what the picks are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cut {
    /// The pillar that the case names for each.
    #[default]
    Named,
    /// What each does for policy.
    Ways,
}

/// What the pillars carry, as far as it was measured.
#[derive(Debug, Clone, Default)]
pub struct Pillars {
    /// By what the picks are told apart, where the case names pillars.
    pub cut: Cut,
    /// Of the recommended portfolio, in the case that it is about.
    pub recommended: Option<Carried>,
    /// Of the own portfolio, in the case as it is.
    pub own: Option<Carried>,
    /// Of the portfolio in which every pillar carries its part, or as much as all of them can.
    pub even: Option<EvenlyCarried>,
    /// What they were measured of.
    of: Measured,
}

/// What was measured: kept, so that it is known to be the same.
#[derive(Debug, Clone, Default)]
struct Measured {
    shown: Option<Arc<Shown>>,
    snapshot: Option<Arc<Snapshot>>,
    run: Option<Arc<AnalysisRun>>,
}

/// What the pillars carry of a portfolio.
#[derive(Debug, Clone)]
pub struct Carried {
    /// The picks by candidate id.
    pub picks: UserPortfolio,
    /// The picks of each pillar that the case names, and of no pillar where there are any.
    pub named: Vec<(String, Part)>,
    /// The picks that do each thing for policy.
    pub ways: Vec<(Way, Part)>,
    /// All picks.
    pub all: Part,
    /// What each ministry loses where the others pay nothing.
    pub without_others: Vec<Decimal>,
    /// What the objective loses without each pick, by candidate id.
    pub lost: LiteMap<String, Decimal>,
}

impl Carried {
    /// Measures a portfolio; nothing where it is empty.
    fn of(case: &Case, portfolio: &Portfolio) -> Option<Self> {
        let carrying = Carrying::new(case, portfolio);
        let chosen: Vec<_> = portfolio.picks().iter().map(|pick| pick.candidate).collect();
        if chosen.is_empty() {
            return None;
        }
        let is_bare = chosen.iter().any(|&it| case[it].pillar.is_empty());
        let all = pillars(case).into_iter().chain(is_bare.then(String::new));
        let named = |name: String| {
            let part = carrying.part(&|candidate| case[candidate].pillar == name);
            (name, part)
        };
        let way = |way: Way| (way, carrying.part(&|candidate| way.is_of(case, candidate)));
        let lost = chosen.iter().map(|&it| (case[it].id.clone(), carrying.lost_without(it)));
        Some(Self {
            picks: UserPortfolio::of(case, portfolio),
            named: all.map(named).collect(),
            ways: Way::ALL.into_iter().map(way).collect(),
            all: carrying.part(&|_| true),
            without_others: carrying.lost_without_others(),
            lost: lost.collect(),
        })
    }

    /// The year in which a candidate starts; none where it is not chosen.
    pub fn start(&self, candidate: &str) -> Option<Year> {
        self.picks.picks.get(candidate).map(|pick| pick.start)
    }
}

/// The portfolio in which every pillar carries its part, or as much as all of them can.
#[derive(Debug, Clone)]
pub struct EvenlyCarried {
    /// In percent of the bill, what every pillar carries at least.
    pub percent: usize,
    /// What the pillars carry of it.
    pub carried: Carried,
    /// Its objective, in index points.
    pub objective: Decimal,
    /// The objective of the best portfolio.
    pub best: Option<Decimal>,
    /// Candidates that it has and the best one has not, by id.
    pub enter: Vec<String>,
    /// Candidates that the best one has and it has not, by id.
    pub leave: Vec<String>,
    /// Whether the case is still the one that it was looked for in.
    pub age: Age,
}

impl EvenlyCarried {
    fn of(run: &AnalysisRun) -> Option<Self> {
        let AnalysisOutcome::Pillars(params, found) = &run.outcome else { return None };
        let Even { found: even, most, .. } = found.even.as_ref()?;
        let (percent, even): (usize, &Outcome) =
            if even.objective.is_some() { (params.least, even) } else { most.as_ref().map(|(at, it)| (*at, it))? };
        let ids = |all: Vec<crate::model::CandidateIx>| -> Vec<String> {
            all.into_iter().filter_map(|it| Some(run.case.candidates.get(it.0)?.id.clone())).collect()
        };
        Some(Self {
            percent,
            carried: Carried::of(&run.case, &even.picks.portfolio())?,
            objective: even.objective?,
            best: found.best.objective,
            enter: ids(even.picks.beyond(&found.best.picks)),
            leave: ids(found.best.picks.beyond(&even.picks)),
            age: run.age,
        })
    }
}

fn is_same<T>(one: Option<&Arc<T>>, other: Option<&Arc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// Measures anew what has changed.
pub fn refresh(pillars: &mut Pillars, document: &Document, run: Option<&Arc<AnalysisRun>>) {
    let (shown, snapshot) = (document.best.shown.as_ref(), Some(&document.snapshot));
    if !is_same(pillars.of.shown.as_ref(), shown) {
        pillars.recommended = shown.and_then(|shown| Carried::of(&shown.case, shown.answer.portfolio.as_ref()?));
        pillars.of.shown = shown.cloned();
    }
    if !is_same(pillars.of.snapshot.as_ref(), snapshot) {
        let it = &document.snapshot;
        pillars.own = it.own_evaluation.as_ref().and_then(|_| Carried::of(&it.case, &it.own));
        pillars.of.snapshot = snapshot.cloned();
    }
    if !is_same(pillars.of.run.as_ref(), run) {
        pillars.even = run.and_then(|run| EvenlyCarried::of(run));
        pillars.of.run = run.cloned();
    }
}
