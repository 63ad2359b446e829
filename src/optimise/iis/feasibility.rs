//! Whether a case has any portfolio at all, asked of the engine again and again on the way to an explanation.
//!
//! Any portfolio will do, so nothing in the case is worth anything: the first one that is found is as good as all others and
//! ends the search. A portfolio that was found answers every later question whose rules it keeps, and the tree of the last proof
//! that nothing is possible is where the next one begins: where fewer rules are left, most of its leaves close as they did.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use rust_decimal::Decimal;

use crate::measure::evaluate;
use crate::model::{Aggregate, Case, Portfolio, RelationKind, ServiceIx, Timing};
use crate::optimise::answer::{Answer, OptimiseError, Status};
use crate::optimise::conflict::Conflict;
use crate::optimise::dd::WarmStart;
use crate::optimise::instance::rows::RowName;
use crate::optimise::options::{Asked, Options, Progress, SolverChoice, Stage};
use crate::optimise::query::Query;
use crate::optimise::run::Run;
use crate::optimise::task::SolverError;
use crate::rules::{Rule, takeover_floor};

/// The longest time for one question, for general solvers: the engine's nodes are counted. One that runs out of it is not settled.
const LONGEST: Duration = Duration::from_secs(30);
/// This many nodes are searched for one question at first: near the edge of what is possible it can take thousands, and what is not
/// settled then is often easy once other rules are gone.
const AT_FIRST: u64 = 200;
/// This many nodes are searched for what was not settled at first.
const AT_LAST: u64 = 3000;
/// This many portfolios are remembered, the newest.
const MOST: usize = 24;

/// Whoever knows which cases are possible.
pub trait Feasibility {
    /// Why it cannot answer at all.
    type Error;

    /// Whether a case has a portfolio; `None` if that was not settled. `doing` says what for, for whoever waits.
    fn is_possible(&mut self, case: &Case, doing: &str) -> Result<Option<bool>, Self::Error>;

    /// Whether a portfolio that is known already keeps every rule of a case.
    fn is_known_possible(&mut self, case: &Case) -> bool;

    /// Whether somebody asked to stop.
    fn is_stopped(&self) -> bool;
}

/// Whether a case has any portfolio, as a question: the first one that is found answers it.
#[must_use]
pub fn any_portfolio(case: &Case) -> Query {
    Query::objective(Arc::new(worthless(case)))
}

/// The case in which no portfolio is worth more than another. What moves a service matters only for its floor, and where domains
/// have to reach their targets.
pub(in crate::optimise) fn worthless(case: &Case) -> Case {
    let mut bare = Case { timing: Timing::Final, aggregate: Aggregate::Weighted, ..case.clone() };
    bare.domains.iter_mut().flat_map(|domain| &mut domain.weights).for_each(|weight| *weight = Decimal::ZERO);
    let matters = |service: ServiceIx| {
        let floors = case[service].floor.is_some() || case[case[service].domain].floor.is_some();
        floors || case.domains_at_target > 0 || takeover_floor::asked(case, service).is_some()
    };
    for candidate in &mut bare.candidates {
        candidate.points = Decimal::ZERO;
        candidate.effects.retain(|effect| matters(effect.service));
    }
    for relation in &mut bare.relations {
        if relation.kind == RelationKind::Synergy && relation.service.is_some_and(|service| !matters(service)) {
            *relation = relation.given_up();
        }
    }
    bare
}

/// Who searches for a portfolio: whoever explains does not know.
pub(crate) type Search =
    fn(&Case, &Options, &mut WarmStart, &mut dyn FnMut(&Progress) -> ControlFlow<()>) -> Result<Answer, OptimiseError>;

/// Asks the engine, and a general solver where the engine does not take a case on.
pub(super) struct Probing<'r, 'a> {
    pub run: &'r mut Run<'a>,
    search: Search,
    options: Options,
    /// What the work is for.
    pub stage: Stage,
    /// The portfolios that were found, the newest last.
    found: Vec<Portfolio>,
    /// What the last proof left behind that nothing is possible.
    impossible: WarmStart,
    /// This many nodes may still be searched; none is any number.
    allowed: Option<u64>,
    /// This many nodes may be searched for one question.
    most: u64,
}

impl<'r, 'a> Probing<'r, 'a> {
    pub fn new(run: &'r mut Run<'a>, search: Search) -> Self {
        let options =
            Options { solver: SolverChoice::Auto, asked: Asked::AmongMany, gap: Decimal::ZERO, ..run.options.clone() };
        Self {
            run,
            search,
            options,
            stage: Stage::Conflict,
            found: Vec::new(),
            impossible: WarmStart::default(),
            allowed: None,
            most: AT_FIRST,
        }
    }

    /// The rules without whose rows the last proof would not hold; `None` if it names no rows. What a candidate may do, and what
    /// a service has to hold, has no rows: those rules are not among them.
    pub fn rules_of_proof(&self) -> Option<BTreeSet<Rule>> {
        let case = self.run.case;
        let rows = self.impossible.rows_of_proof()?;
        Some(rows.into_iter().flat_map(|row| rules_of(case, row)).collect())
    }

    /// Allows this many nodes for all questions from now on; none is any number.
    pub fn allow(&mut self, nodes: Option<u64>) {
        self.allowed = nodes;
    }

    /// Searches longer for each question from now on, or no longer.
    pub fn insist(&mut self, insists: bool) {
        self.most = if insists { AT_LAST } else { AT_FIRST };
    }

    /// Tells the best explanation so far.
    pub fn tell(&mut self, so_far: Conflict) {
        let progress = Progress { conflict: Some(Arc::new(so_far)), ..Progress::default() };
        let _ = self.run.tell(&progress, self.stage);
    }

    /// What is known of a case; a search that has a portfolio stops there, where `stops_early` says so.
    fn ask(&mut self, case: &Case, stops_early: bool) -> Result<Settled, OptimiseError> {
        let mut warm_start = self.impossible.clone();
        let left = self.run.time_left().map_or(LONGEST, |left| left.min(LONGEST));
        let options = Options { time_limit: Some(left), ..self.options.clone() };
        let (run, stage, allowed, most) = (&mut *self.run, self.stage, self.allowed, self.most);
        let (mut nodes, mut stopped_early) = (0, false);
        let mut on = |progress: &Progress| {
            nodes = progress.nodes;
            stopped_early |= stops_early && progress.best.is_some();
            let enough = stopped_early || nodes > most.min(allowed.unwrap_or(u64::MAX));
            let now = Progress { nodes, ..Progress::default() };
            if enough { ControlFlow::Break(()) } else { run.tell(&now, stage) }
        };
        let answer = (self.search)(case, &options, &mut warm_start, &mut on)?;
        self.allowed = allowed.map(|allowed| allowed.saturating_sub(nodes.max(answer.solver.nodes)));
        if answer.status == Status::Infeasible {
            self.impossible = warm_start;
        }
        Ok(Settled { portfolio: answer.portfolio, status: answer.status, stopped_early })
    }
}

/// What a question gave.
struct Settled {
    portfolio: Option<Portfolio>,
    status: Status,
    stopped_early: bool,
}

impl Feasibility for Probing<'_, '_> {
    type Error = OptimiseError;

    fn is_possible(&mut self, case: &Case, _: &str) -> Result<Option<bool>, OptimiseError> {
        if self.is_known_possible(case) {
            return Ok(Some(true));
        }
        if self.run.is_over() || self.allowed == Some(0) {
            return Ok(None);
        }
        let bare = worthless(case);
        let mut asked = self.ask(&bare, true);
        // The first portfolio that a search has may break a rule by a hair.
        if asked.as_ref().is_ok_and(|it| it.portfolio.is_none() && it.stopped_early) && !self.run.is_over() {
            asked = self.ask(&bare, false);
        }
        Ok(match asked {
            Ok(Settled { portfolio: Some(portfolio), .. }) => {
                if self.found.len() == MOST {
                    self.found.remove(0);
                }
                self.found.push(portfolio);
                Some(true)
            }
            Ok(Settled { status: Status::Infeasible, .. }) => Some(false),
            // One that fails has only not answered.
            Ok(_) | Err(OptimiseError::Solver(SolverError::Failed { .. }) | OptimiseError::Refused { .. }) => None,
            Err(error) => return Err(error),
        })
    }

    fn is_known_possible(&mut self, case: &Case) -> bool {
        self.found.iter().rev().any(|portfolio| evaluate(case, portfolio).keeps_all_rules())
    }

    fn is_stopped(&self) -> bool {
        self.run.is_over()
    }
}

/// The rules that a row follows from.
fn rules_of(case: &Case, row: RowName) -> Vec<Rule> {
    match row {
        RowName::Budget { ministry, year } => {
            let years = case.years().take(year + 1);
            years.map(|year| Rule::Budget { ministry, year }).chain([Rule::CarryOver(ministry)]).collect()
        }
        RowName::Requires { relation, .. } | RowName::Relation { relation, .. } => vec![Rule::Relation(relation)],
        RowName::LimitMin(at) => vec![Rule::LimitMin(at)],
        RowName::LimitMax(at) => vec![Rule::LimitMax(at)],
        RowName::Target(_) | RowName::DomainsAtTarget => vec![Rule::DomainsAtTarget],
        RowName::DomainFloor(domain) => vec![Rule::DomainFloor(domain)],
        RowName::Tie { .. } | RowName::Member { .. } | RowName::NoGood(_) | RowName::Objective | RowName::Least(_) => {
            Vec::new()
        }
    }
}
