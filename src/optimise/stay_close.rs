//! A plan that stays put: of the portfolios that are best and cheapest the one that changes a plan least, and the fewest
//! changes that still reach a part of the best.
//!
//! What changes least is told first by the picks, then by the starts of those that stay, then by their shares. Each is a
//! question of its own with what is settled before it as rows, so that each is proven: the picks as the lowest distance,
//! the starts by halving, each time asking for a portfolio that moves no more than so many. Shares enter no row of counts; they
//! are settled last, for the picks and starts that were found, as a choice between two copies of each pick: one that is
//! paid as in the plan, and one that is paid as it may be; and then for each other portfolio that changes as few picks and
//! starts, until there is no other left, or none could change fewer. Where there are very many, that is left unproven.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::answer::{Answer, Closeness, Kept, OptimiseError, Status};
use super::ask::ask_from;
use super::canonical_case::CanonicalCase;
use super::certificate::Certified;
use super::dd::WarmStart;
use super::lexicographic::optimise_from;
use super::no_good::{Changes, NoGood};
use super::options::{Options, Progress, Stage, Stop};
use super::query::{Aim, Measure, ProofStatus, Query, QueryResult, Side};
use super::task::BEST_WITHIN;
use super::tie_break;
use crate::measure::evaluate;
use crate::model::{
    Aggregate, CandidateIx, Case, Percent, Pick, Portfolio, Relation, RelationKind, ShareRange, Status as Lock,
};

/// Room below a proven bound, so that its rounding never costs the proof.
const ROOM: Decimal = Decimal::from_parts(1, 0, 0, false, 8);

/// So many other portfolios that change as few picks and starts are looked at for their shares.
const MOST_OTHERS: usize = 12;

/// What is to stay.
#[derive(Debug, Clone, Copy)]
pub struct StayClose<'a> {
    /// The plan.
    pub plan: &'a Portfolio,
    /// The percentage of the best that is enough, if less than the best is: then as little is changed as reaches it.
    pub keep: Option<Percent>,
}

/// The least objective that counts as this percentage of the best: the best less the rest of its size.
pub fn percent_of(best: Decimal, percent: Percent) -> Decimal {
    let rest = (Decimal::ONE_HUNDRED - percent).checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
    best.saturating_sub(best.abs().saturating_mul(rest))
}

/// Finds the best portfolio of a case that changes a plan least. Without a portfolio the answer is that of the case.
pub fn optimise_close(
    case: &Case,
    options: &Options,
    close: &StayClose<'_>,
    warm_start: &mut WarmStart,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError> {
    let began = Instant::now();
    let mut cancelled = false;
    let mut answer = optimise_from(case, options, Some(close.plan), warm_start, &mut |progress| {
        let flow = on(progress);
        cancelled |= flow.is_break();
        flow
    })?;
    let (Some(portfolio), Some(evaluation)) = (answer.portfolio.take(), answer.evaluation.take()) else {
        return Ok(answer);
    };
    let progress = Progress {
        stage: Stage::Closest,
        best: Some(evaluation.objective),
        bound: answer.bound,
        gap: answer.gap,
        nodes: answer.solver.nodes,
        ..Progress::default()
    };
    // What is as good holds the same level.
    let floored = case.at_level(answer.level.and_then(|level| level.held));
    let mut closing = Closing { case: &floored, options, plan: close.plan, began, progress, cancelled, on, nodes: 0 };
    let best = Certified { portfolio, evaluation };
    let is_best = answer.status == Status::Optimal && answer.stopped.is_none();
    let (found, closeness) = match close.keep {
        Some(percent) => closing.keep(best, (percent, answer.status == Status::Optimal))?,
        None if is_best => {
            let at_least = least(&best, answer.bound);
            closing.closest(best, (at_least, None))?
        }
        None => {
            let known = Closeness::known(close.plan, &best.portfolio, None);
            (best, known)
        }
    };
    answer.solver.nodes += closing.nodes;
    answer.solver.seconds = Decimal::new(i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX), 3);
    if answer.stopped.is_none() && !closeness.is_proven() {
        answer.stopped = closing.stop();
    }
    let found = Certified { evaluation: evaluate(case, &found.portfolio), ..found };
    let gap = answer.bound.map(|bound| (bound - found.evaluation.objective).max(Decimal::ZERO));
    if answer.status == Status::Optimal && gap.is_none_or(|gap| gap > BEST_WITHIN) {
        // It is not the best, and says so: what is proven of it is that it changes least.
        answer.status = Status::Feasible;
    }
    answer.gap = gap;
    (answer.portfolio, answer.evaluation) = (Some(found.portfolio), Some(found.evaluation));
    answer.closeness = Some(closeness);
    Ok(answer)
}

/// What is as good as the best by its bound.
fn least(best: &Certified, bound: Option<Decimal>) -> Decimal {
    let objective = best.evaluation.objective;
    bound.map_or(objective, |bound| (bound - BEST_WITHIN + ROOM).min(objective))
}

/// The search for what changes a plan least.
struct Closing<'a> {
    case: &'a Case,
    options: &'a Options,
    plan: &'a Portfolio,
    began: Instant,
    progress: Progress,
    cancelled: bool,
    on: &'a mut dyn FnMut(&Progress) -> ControlFlow<()>,
    nodes: u64,
}

impl Closing<'_> {
    /// Asks with what is left of the time; told as a stage of one search.
    fn ask(
        &mut self,
        question: &Query,
        warm: &Portfolio,
        memory: &mut WarmStart,
    ) -> Result<QueryResult, OptimiseError> {
        if self.stop().is_some() {
            return Ok(QueryResult::NOTHING);
        }
        let time_limit = self.options.time_limit.map(|limit| limit.saturating_sub(self.began.elapsed()));
        let options = Options { time_limit, gap: Decimal::ZERO, ..self.options.clone() };
        let (known, nodes, began) = (&self.progress, self.nodes, self.began);
        let (on, cancelled) = (&mut *self.on, &mut self.cancelled);
        let reply = ask_from(question, &options, Some(warm), memory, &mut |progress| {
            let nodes = known.nodes + nodes + progress.nodes;
            let flow = on(&Progress { nodes, seconds: began.elapsed().as_secs_f64(), ..known.clone() });
            *cancelled |= flow.is_break();
            flow
        })?;
        self.nodes += reply.nodes;
        Ok(reply)
    }

    /// Why it has to stop, where it has to.
    fn stop(&self) -> Option<Stop> {
        let over = self.options.time_limit.is_some_and(|limit: Duration| self.began.elapsed() >= limit);
        if self.cancelled { Some(Stop::Cancelled) } else { over.then_some(Stop::TimeLimit) }
    }

    fn question(&self, aim: Aim) -> Query {
        Query::new(Arc::new(self.case.clone()), aim)
    }

    fn changed(&self, most: Changes) -> NoGood {
        NoGood::Changed { plan: Arc::new(self.plan.clone()), most }
    }

    /// The fewest picks changed among what a question allows, starting from what is known; and whether that is proven.
    fn fewest(&mut self, question: &Query, known: &mut Certified) -> Result<bool, OptimiseError> {
        if Changes::between(self.plan, &known.portfolio).picks == 0 {
            return Ok(true);
        }
        let picks = self.plan.picks().iter().map(|pick| pick.candidate).collect();
        let question = Query { aim: Aim::Lowest(Measure::Distance(picks)), ..question.clone() };
        let reply = self.ask(&question, &known.portfolio, &mut WarmStart::default())?;
        let is_proven = reply.known == ProofStatus::Proven;
        if let Some((portfolio, evaluation)) = reply.found {
            *known = Certified { portfolio, evaluation };
        }
        Ok(is_proven)
    }

    /// The fewest changes that reach a part of the best, and of these the best, the cheapest and the closest.
    fn keep(
        &mut self,
        best: Certified,
        (percent, is_best): (Percent, bool),
    ) -> Result<(Certified, Closeness), OptimiseError> {
        let objective = best.evaluation.objective;
        let near = percent_of(objective, percent);
        let question = self.question(Aim::Best).with(Measure::Objective, Side::AtLeast, near);
        let mut kept = Kept { percent, best: objective, is_best, is_best_of_these: false };
        let whole = evaluate(self.case, self.plan);
        let mut now = if question.allows(self.plan, &whole) {
            Certified { portfolio: self.plan.clone(), evaluation: whole }
        } else {
            best
        };
        let fewest = self.fewest(&question, &mut now)?;
        let picks = Changes::between(self.plan, &now.portfolio).picks;
        let mut question = self.question(Aim::Best);
        question.no_goods.push(self.changed(Changes { picks, ..Changes::ANY }));
        let reply = self.ask(&question, &now.portfolio, &mut WarmStart::default())?;
        kept.is_best_of_these = reply.known == ProofStatus::Proven;
        let Some((portfolio, evaluation)) = reply.found.filter(|(_, it)| it.objective >= now.evaluation.objective)
        else {
            kept.is_best_of_these = false;
            let known = Closeness::known(self.plan, &now.portfolio, Some(kept));
            return Ok((now, Closeness { fewest_picks: fewest, ..known }));
        };
        now = Certified { portfolio, evaluation };
        if !kept.is_best_of_these {
            let known = Closeness::known(self.plan, &now.portfolio, Some(kept));
            return Ok((now, Closeness { fewest_picks: fewest, ..known }));
        }
        let at_least = least(&now, reply.bound);
        let (found, closeness) = self.closest(now, (at_least, Some(picks)))?;
        Ok((found, Closeness { fewest_picks: fewest, kept: Some(kept), ..closeness }))
    }

    /// Of what is worth at least so much and costs no more the one that changes least; where it is known already, within so many
    /// picks.
    fn closest(
        &mut self,
        from: Certified,
        (at_least, within): (Decimal, Option<usize>),
    ) -> Result<(Certified, Closeness), OptimiseError> {
        let cost = from.evaluation.cost;
        let mut question = self
            .question(Aim::Highest(Measure::Objective))
            .with(Measure::Objective, Side::AtLeast, at_least)
            .with(Measure::Cost, Side::AtMost, cost);
        let whole = evaluate(self.case, self.plan);
        if question.allows(self.plan, &whole) && whole.cost <= cost {
            let found = Certified { portfolio: self.plan.clone(), evaluation: whole };
            let known = Closeness::known(self.plan, self.plan, None);
            return Ok((found, known));
        }
        let mut now = from;
        let fewest_picks = match within {
            Some(_) => true,
            None => self.fewest(&question, &mut now)?,
        };
        let picks = Changes::between(self.plan, &now.portfolio).picks;
        let within = self.changed(Changes { picks, ..Changes::ANY });
        question.no_goods.push(within);
        now = self.nearer(now, &question);
        let fewest_starts = self.fewest_starts(&mut question, &mut now)?;
        let fewest_shares = self.fewest_shares_of_all(&mut question, &mut now)?;
        now = self.settled(now);
        let known = Closeness::known(self.plan, &now.portfolio, None);
        Ok((now, Closeness { fewest_picks, fewest_starts, fewest_shares, ..known }))
    }

    /// Puts picks of the plan back one by one where nothing is against it.
    fn nearer(&mut self, mut now: Certified, question: &Query) -> Certified {
        loop {
            let before = Changes::between(self.plan, &now.portfolio);
            for pick in self.plan.picks() {
                let Some(present) = now.portfolio.pick(pick.candidate).cloned() else { continue };
                let moved = Pick { start: pick.start, ..present.clone() };
                for trial in [pick.clone(), moved] {
                    let mut portfolio = now.portfolio.clone();
                    portfolio.insert(trial);
                    let nearer = Changes::between(self.plan, &portfolio) < Changes::between(self.plan, &now.portfolio);
                    let evaluation = evaluate(self.case, &portfolio);
                    let is_as_good = evaluation.objective >= now.evaluation.objective;
                    if nearer && is_as_good && question.allows(&portfolio, &evaluation) {
                        now = Certified { portfolio, evaluation };
                        break;
                    }
                }
            }
            if Changes::between(self.plan, &now.portfolio) == before {
                return now;
            }
        }
    }

    /// The fewest starts that are moved, by halving; whether that is proven.
    fn fewest_starts(&mut self, question: &mut Query, now: &mut Certified) -> Result<bool, OptimiseError> {
        let mut memory = WarmStart::default();
        let picks = Changes::between(self.plan, &now.portfolio).picks;
        // What a portfolio is known to move, and what none moves fewer than.
        let (mut can, mut cannot) = (Changes::between(self.plan, &now.portfolio).starts, 0);
        while cannot < can {
            let starts = cannot + (can - cannot) / 2;
            question.no_goods.pop();
            question.no_goods.push(self.changed(Changes { picks, starts, ..Changes::ANY }));
            let reply = self.ask(question, &now.portfolio, &mut memory)?;
            match (reply.known, reply.found) {
                (_, Some((portfolio, evaluation))) => {
                    *now = self.nearer(Certified { portfolio, evaluation }, question);
                    can = Changes::between(self.plan, &now.portfolio).starts;
                }
                (ProofStatus::Impossible, None) => cannot = starts + 1,
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// The fewest shares that are changed among all that change as few picks and starts; whether that is proven.
    fn fewest_shares_of_all(&mut self, question: &mut Query, now: &mut Certified) -> Result<bool, OptimiseError> {
        let mut is_proven = self.fewest_shares(now)?;
        let least = Changes { shares: usize::MAX, ..Changes::between(self.plan, &now.portfolio) };
        question.no_goods.pop();
        question.no_goods.push(self.changed(least));
        let (mut other, mut memory) = (now.clone(), WarmStart::default());
        for _ in 0..MOST_OTHERS {
            if Changes::between(self.plan, &now.portfolio).shares == 0 {
                return Ok(true);
            }
            let picks = other.portfolio.picks().iter().map(|pick| (pick.candidate, pick.start));
            question.no_goods.push(NoGood::Starts(picks.collect()));
            let reply = self.ask(question, &other.portfolio, &mut memory)?;
            let Some((portfolio, evaluation)) = reply.found else {
                return Ok(is_proven && reply.known == ProofStatus::Impossible);
            };
            other = Certified { portfolio, evaluation };
            is_proven &= self.fewest_shares(&mut other)?;
            if Changes::between(self.plan, &other.portfolio) < Changes::between(self.plan, &now.portfolio) {
                *now = other.clone();
            }
        }
        Ok(false)
    }

    /// The fewest shares that are changed with the picks and starts as they are; whether that is proven.
    fn fewest_shares(&mut self, now: &mut Certified) -> Result<bool, OptimiseError> {
        if Changes::between(self.plan, &now.portfolio).shares == 0 {
            return Ok(true);
        }
        let (case, copied) = as_paid(self.case, &now.portfolio, self.plan);
        let question = Query::objective(Arc::new(case));
        let warm = Portfolio::new(
            (copied.iter().enumerate().filter_map(|(at, &(origin, _))| {
                let pick = now.portfolio.pick(origin)?;
                let as_planned = self.plan.pick(origin).is_some_and(|plan| plan == pick);
                let has_two = copied.iter().filter(|copy| copy.0 == origin).count() == 2;
                (!has_two || copied[at].1 == as_planned).then(|| Pick { candidate: CandidateIx(at), ..pick.clone() })
            }))
            .collect(),
        );
        let reply = self.ask(&question, &warm, &mut WarmStart::default())?;
        let is_proven = reply.known == ProofStatus::Proven;
        if let Some((shared, _)) = reply.found {
            let picks =
                shared.picks().iter().map(|pick| Pick { candidate: copied[pick.candidate.0].0, ..pick.clone() });
            let portfolio = Portfolio::new(picks.collect());
            let evaluation = evaluate(self.case, &portfolio);
            let fewer = Changes::between(self.plan, &portfolio) <= Changes::between(self.plan, &now.portfolio);
            // Its rows are those of the case, but nothing is shown that was not measured.
            if !(fewer && evaluation.keeps_all_rules() && evaluation.objective >= now.evaluation.objective) {
                return Ok(false);
            }
            *now = Certified { portfolio, evaluation };
        }
        Ok(is_proven)
    }

    /// What the plan says nothing of is settled as ever: the earliest starts, and the splits that are easiest to say.
    fn settled(&mut self, now: Certified) -> Certified {
        let ordered = CanonicalCase::new(self.case);
        let most = Changes::between(self.plan, &now.portfolio);
        let left_out = [ordered.no_good(&self.changed(most))];
        let portfolio = ordered.portfolio(&now.portfolio);
        let evaluation = evaluate(&ordered.case, &portfolio);
        let (began, limit) = (self.began, self.options.time_limit);
        let mut tick = || limit.is_some_and(|limit| began.elapsed() >= limit);
        let settled = tie_break::break_ties(&ordered.case, &left_out, Certified { portfolio, evaluation }, &mut tick);
        let portfolio = ordered.portfolio_back(&settled.portfolio);
        let evaluation = evaluate(self.case, &portfolio);
        let no_worse = evaluation.objective >= now.evaluation.objective.min(evaluation.objective + ROOM);
        if no_worse && evaluation.keeps_all_rules() && evaluation.cost <= now.evaluation.cost {
            return Certified { portfolio, evaluation };
        }
        now
    }
}

/// The case in which only who pays is open: each pick with its start, and once more as it is paid in the plan, worth a point;
/// one of the two. And of which candidate each is, and whether it is paid as in the plan.
fn as_paid(case: &Case, portfolio: &Portfolio, plan: &Portfolio) -> (Case, Vec<(CandidateIx, bool)>) {
    let mut only: Case = Case {
        services: Vec::new(),
        holders: Vec::new(),
        relations: Vec::new(),
        candidates: Vec::new(),
        scenarios: Vec::new(),
        unread_scenarios: Vec::new(),
        domains_at_target: 0,
        aggregate: Aggregate::Weighted,
        ..case.clone()
    };
    only.domains.iter_mut().for_each(|domain| domain.floor = None);
    let mut copied: Vec<(CandidateIx, bool)> = Vec::new();
    for pick in portfolio.picks() {
        let mut candidate = case[pick.candidate].clone();
        candidate.effects.clear();
        candidate.points = Decimal::ZERO;
        candidate.success = Decimal::ONE;
        (candidate.start_from, candidate.start_to) = (pick.start, pick.start);
        let fixed = |shares: &[u8]| shares.iter().map(|&share| ShareRange { min: share, max: share }).collect();
        let planned = plan.pick(pick.candidate).filter(|it| it.start == pick.start);
        let fits = |it: &&Pick| {
            it.shares.len() == candidate.shares.len()
                && candidate.shares.iter().zip(&it.shares).all(|(range, share)| range.contains(*share))
        };
        let planned = planned.filter(fits);
        candidate.status = if planned.is_some() { Lock::Free } else { Lock::LockedIn };
        if let Some(planned) = planned {
            let both = vec![CandidateIx(copied.len()), CandidateIx(copied.len() + 1)];
            let mut as_planned = candidate.clone();
            (as_planned.id, as_planned.shares) = (format!("{}+", candidate.id), fixed(&planned.shares));
            as_planned.points = Decimal::ONE;
            only.candidates.push(as_planned);
            copied.push((pick.candidate, true));
            for kind in [RelationKind::AtLeast, RelationKind::AtMost] {
                let row = only.relations.len();
                only.relations.push(Relation { row, ..Relation::counting(kind, 1, both.clone()) });
            }
        }
        only.candidates.push(candidate);
        copied.push((pick.candidate, false));
    }
    (only, copied)
}
