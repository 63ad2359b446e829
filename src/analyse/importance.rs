//! What each candidate and each rule is worth, and what to cut first.
//!
//! *Replacement cost* of a candidate in the best portfolio: by how much the best objective falls when it is forced out.
//! Of one that is not in it: by how much the objective falls when it is forced in. It is never negative for a candidate
//! without a lock. A candidate without which no portfolio is possible is *irreplaceable*. (Moilanen and others,
//! *Spatial Conservation Prioritization*, 2009, on replacement cost; the R package prioritizr has it.)
//!
//! *Price* of a rule: by how much the best objective rises when that rule alone is left out. A rule of price 0 may still
//! be met with nothing to spare. A budget is left out by giving that ministry in that year as much as anything could
//! ask for. Rules are first left out in lots: where a whole lot changes nothing, none of its rules has a price.
//!
//! *Break-even* of the cost: the factor on all costs of a candidate up to which it is in a best portfolio.
//!
//! Replacement costs and break-evens have a file of their own ([`super::forced_flip`]).
//!
//! *Order of funding*: budgets shrink step by step, and each smaller portfolio may keep only picks of the larger one
//! before it. What goes first is what to cut first. (The incremental rank of prioritizr, from the top.) Beside it stands the best for
//! that budget without that restriction, so that what the order itself costs is seen.

use super::base::ceiling;
pub use super::break_even::BreakEvens;
use super::case_transforms::{with_only, with_total_budget, without_rules};
use super::forced_flip::{ForcedFlip, candidate_pieces, certify_forced, forced};
use super::prelude::*;
use super::related::Ceiling;
use super::saved::{agree, no_better};
use crate::measure::Rule;
use crate::messages::word;
use crate::model::order::InOrder as _;
use crate::model::{Aggregate, CandidateIx, Case, Money};
use crate::optimise::{ProofStatus, Query, SAME};
pub use crate::rules::judged_and_negotiable as priced_rules;

/// How many cuts, and whether break-evens are sought.
#[derive(Debug, Clone)]
pub struct Params {
    cuts: usize,
    break_evens: BreakEvens,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "importance",
        command: CommandLine { name: "importance", by: None },
        params: &[
            Param { name: "cuts", value: "N", kind: ParamKind::Count(0, 1_000), preset: Preset::Text("10") },
            Param { name: "turning-costs", value: "", kind: ParamKind::Switch, preset: Preset::Text("no") },
        ],
    };
    type Sweep<'a> = Importance<'a>;
    type Found = Worth;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let break_evens = if asked.is_on("turning-costs") { BreakEvens::With } else { BreakEvens::Without };
        Ok(Self { cuts: asked.count("cuts")?, break_evens })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Importance<'a>, Failure> {
        Ok(Importance { case, cuts: self.cuts, break_evens: self.break_evens })
    }
}

/// A rule of a case that is asked about, in a planner's words. Where the weakest domain comes first a domain's floor stands for the
/// level that all of them hold, whatever the case itself demands of it.
pub fn told(case: &Case, rule: Rule) -> String {
    match rule {
        Rule::DomainFloor(domain) if case.aggregate == Aggregate::Weakest => {
            let mut bare = case.clone();
            bare.domains[domain.0].floor = None;
            rule.describe(&bare)
        }
        _ => rule.describe(case),
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Importance<'a> {
    /// The case.
    pub case: &'a Case,
    /// Into how many steps the budget shrinks for the order of funding; 0 for none.
    pub cuts: usize,
    /// Whether break-evens of costs are sought, which asks several questions more for each candidate.
    pub break_evens: BreakEvens,
}

const RULES_IN_PIECE: usize = 12;

/// The result of one piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// Candidates forced the other way.
    Candidates(Vec<ForcedFlip>),
    /// Rules left out, by their position in [`priced_rules`].
    Rules(Vec<(usize, Outcome)>),
    /// The order of funding.
    Funding(Vec<Cut>),
}

/// A step of the order of funding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cut {
    /// The total budget.
    pub budget: Money,
    /// The best of the picks that are left.
    pub best: Outcome,
    /// The best of all candidates for that budget, whatever was kept above it.
    pub free: Outcome,
}

/// What each candidate and each rule is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// The best portfolio.
    pub best: Outcome,
    /// The candidates; those that were not reached are missing.
    pub candidates: Vec<ForcedFlip>,
    /// The rules, with the best without each.
    pub rules: Vec<(Rule, Outcome)>,
    /// The order of funding, from the whole budget down.
    pub funding: Vec<Cut>,
    /// Candidates and rules that were not reached.
    pub missing: usize,
    /// Steps of the order of funding that were not reached.
    pub missing_cuts: usize,
}

impl Importance<'_> {
    fn rule_pieces(&self) -> usize {
        priced_rules(self.case).len().div_ceil(RULES_IN_PIECE)
    }

    fn prices(&self, runner: &QueryRunner<'_>, base: &Outcome, piece: usize) -> Result<Vec<(usize, Outcome)>, Failure> {
        let all = priced_rules(self.case);
        let first = piece * RULES_IN_PIECE;
        let lot: Vec<usize> = (first..(first + RULES_IN_PIECE).min(all.len())).collect();
        let mut pricing =
            Pricing { runner, case: self.case, all: &all, base, pool: pool_of(self.case, base), priced: Vec::new() };
        let (budgets, others): (Vec<_>, Vec<_>) =
            lot.into_iter().partition(|&at| matches!(all[at], Rule::Budget { .. }));
        pricing.lot(&others, None)?;
        for budget in budgets {
            pricing.lot(&[budget], None)?;
        }
        let mut priced = pricing.priced;
        priced.order_by_key(|&(at, _)| at);
        Ok(priced)
    }

    /// Without a rule nothing is worth less than with it.
    fn certify_prices(&self, base: &Outcome, lot: usize, priced: &[(usize, Outcome)]) -> Result<(), String> {
        let all = priced_rules(self.case);
        let (first, mut next) = (lot * RULES_IN_PIECE, lot * RULES_IN_PIECE);
        for (at, without) in priced {
            let rule = all.get(*at).filter(|_| *at >= next && *at < first + RULES_IN_PIECE);
            let rule = rule.ok_or_else(|| say!("importance-rule-at-does", rule = at))?;
            next = at + 1;
            without.certify(&Query::objective(Arc::new(without_rules(self.case, &[*rule]))))?;
            no_better(&say!("importance-best-rule"), base.objective, without.bound)?;
            if without.known == ProofStatus::Impossible && base.objective.is_some() {
                return Err(say!("importance-without-rule-nothing"));
            }
        }
        Ok(())
    }

    /// Each budget of the order of funding is the next one, and its best has picks of the one before it alone.
    fn certify_funding(&self, base: &Outcome, cuts: &[Cut]) -> Result<(), String> {
        let whole = self.case.total_budget();
        if cuts.len() > self.cuts.saturating_add(1) || cuts.first().is_none_or(|cut| cut.best != *base) {
            return Err(say!("importance-order-funding-does"));
        }
        let mut left: Vec<CandidateIx> = base.picks.candidates().collect();
        for (step, cut) in cuts.iter().enumerate() {
            agree(&word("a budget"), Some(cut.budget), Some(self.budget_after(whole, step)))?;
            if step > 0 {
                let all = with_total_budget(self.case, cut.budget);
                let case = with_only(&all, &left);
                cut.best.certify(&Query::best(Arc::new(case)))?;
                cut.free.certify(&Query::objective(Arc::new(all)))?;
                no_better(&say!("budget-frontier-smaller-budget"), cut.free.objective, base.bound)?;
                no_better(&say!("budget-frontier-smaller-budget"), cut.best.objective, base.bound)?;
                if cut.best.objective.is_some() {
                    left = cut.best.picks.candidates().collect();
                }
            }
        }
        Ok(())
    }

    /// The total budget after this many steps of the order of funding.
    fn budget_after(&self, whole: Money, step: usize) -> Money {
        if step == 0 {
            return whole;
        }
        let left = whole.saturating_mul(Decimal::from(self.cuts.saturating_sub(step)));
        left.checked_div(Decimal::from(self.cuts)).unwrap_or_default().round_dp(4).normalize()
    }

    fn funding(&self, runner: &QueryRunner<'_>, base: &Outcome) -> Result<Vec<Cut>, Failure> {
        let mut pool = pool_of(self.case, base);
        let whole = self.case.total_budget();
        let mut left: Vec<CandidateIx> = base.picks.candidates().collect();
        let mut cuts = vec![Cut { budget: whole, best: base.clone(), free: base.clone() }];
        let (mut ceiling, mut free_ceiling) = (ceiling(base), ceiling(base));
        for step in 1..=self.cuts {
            if runner.is_stopped() {
                break;
            }
            let budget = self.budget_after(whole, step);
            let all = with_total_budget(self.case, budget);
            let doing = say!("importance-funding-budget", budget = budget);
            let question = Query::best(Arc::new(with_only(&all, &left)));
            let reply = runner.ask(&mut pool, &question, ceiling, &doing)?;
            ceiling = Ceiling::of(&reply).or(ceiling);
            let best = Outcome::of(&reply);
            let reply = runner.ask(&mut pool, &Query::objective(Arc::new(all)), free_ceiling, &doing)?;
            free_ceiling = Ceiling::of(&reply).or(free_ceiling);
            let free = Outcome::of(&reply);
            runner.finish(1);
            let impossible = best.known == ProofStatus::Impossible;
            if best.objective.is_some() {
                left = best.picks.candidates().collect();
            }
            cuts.push(Cut { budget, best, free });
            if impossible {
                runner.finish(self.cuts - step);
                break;
            }
        }
        Ok(cuts)
    }
}

/// What each of some rules costs by itself: the best of the case without it, in their order; `None` of what was not reached before
/// the runner was stopped.
pub fn without_each(case: &Case, rules: &[Rule], runner: &QueryRunner<'_>) -> Result<Vec<Option<Outcome>>, Failure> {
    let mut found = vec![None; rules.len()];
    if rules.is_empty() {
        return Ok(found);
    }
    runner.expect(rules.len());
    // What this search leaves is what all others start from, which is worth asking it again.
    let base = Outcome::of(&runner.first(case, &say!("alternatives-best-portfolio"))?);
    let pool = pool_of(case, &base);
    let mut pricing = Pricing { runner, case, all: rules, base: &base, pool, priced: Vec::new() };
    let all: Vec<usize> = (0..rules.len()).collect();
    for lot in all.chunks(RULES_IN_PIECE) {
        pricing.lot(lot, None)?;
    }
    for (at, outcome) in pricing.priced {
        found[at] = Some(outcome);
    }
    Ok(found)
}

struct Pricing<'a, 'd> {
    runner: &'a QueryRunner<'d>,
    case: &'a Case,
    all: &'a [Rule],
    base: &'a Outcome,
    pool: SolutionPool,
    priced: Vec<(usize, Outcome)>,
}

impl Pricing<'_, '_> {
    /// Prices a lot of rules: all of them at once first, and each half only where that changes something.
    fn lot(&mut self, lot: &[usize], ceiling: Option<Ceiling>) -> Result<(), Failure> {
        if lot.is_empty() || self.runner.is_stopped() {
            return Ok(());
        }
        let rules: Vec<Rule> = lot.iter().map(|&at| self.all[at]).collect();
        let question = Query::objective(Arc::new(without_rules(self.case, &rules)));
        let doing = if let [rule] = rules.as_slice() {
            rule.describe(self.case)
        } else {
            say!("importance-rules", rules = lot.len())
        };
        let reply = self.runner.ask(&mut self.pool, &question, ceiling, &doing)?;
        let without = Outcome::of(&reply);
        let rises = without.objective.zip(self.base.objective).is_none_or(|(without, with)| without - with > SAME);
        let settled = without.known == ProofStatus::Impossible || (without.known == ProofStatus::Proven && !rises);
        if settled || lot.len() == 1 {
            let each = if lot.len() > 1 && !rises { self.base } else { &without };
            self.priced.extend(lot.iter().map(|&at| (at, each.clone())));
            (1..lot.len()).for_each(|_| self.runner.imply());
            self.runner.finish(lot.len());
            return Ok(());
        }
        let (left, right) = lot.split_at(lot.len() / 2);
        let ceiling = Ceiling::of(&reply);
        self.lot(left, ceiling)?;
        self.lot(right, ceiling)
    }
}

impl Sweep for Importance<'_> {
    type Base = Outcome;
    type Piece = Piece;
    type Result = Worth;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(self.case.candidates.len() + priced_rules(self.case).len() + self.cuts);
        Ok(Outcome::of(&runner.first(self.case, &say!("alternatives-best-portfolio"))?))
    }

    fn pieces(&self, base: &Outcome) -> usize {
        // Without a portfolio there is nothing to force or to fund; rules show what stands in the way.
        let possible = usize::from(base.known != ProofStatus::Impossible);
        possible * candidate_pieces(self.case) + self.rule_pieces() + possible * usize::from(self.cuts > 0)
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        piece: usize,
        told: &Told<'_, Piece>,
    ) -> Result<Piece, Failure> {
        let candidates = if base.known == ProofStatus::Impossible { 0 } else { candidate_pieces(self.case) };
        if piece < candidates {
            // One candidate can hold up those after it for a long time.
            let told = |so_far| told(Piece::Candidates(so_far));
            return forced((self.case, self.break_evens), runner, base, piece, &told).map(Piece::Candidates);
        }
        if piece - candidates < self.rule_pieces() {
            return self.prices(runner, base, piece - candidates).map(Piece::Rules);
        }
        self.funding(runner, base).map(Piece::Funding)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Piece)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.case.clone())))?;
        let candidates = if base.known == ProofStatus::Impossible { 0 } else { candidate_pieces(self.case) };
        for (number, piece) in pieces {
            match (piece, number.checked_sub(candidates)) {
                (Piece::Candidates(forced), None) => certify_forced(self.case, base, *number, forced)?,
                (Piece::Rules(priced), Some(lot)) if lot < self.rule_pieces() => {
                    self.certify_prices(base, lot, priced)?;
                }
                (Piece::Funding(cuts), Some(after)) if after >= self.rule_pieces() => {
                    self.certify_funding(base, cuts)?;
                }
                _ => return Err(say!("alternatives-piece-number-holds", number = number)),
            }
        }
        Ok(())
    }

    fn assemble(&self, _runner: &QueryRunner<'_>, best: Outcome, pieces: Pieces<Piece>) -> Result<Worth, Failure> {
        let rules = priced_rules(self.case);
        let (candidates, funding) = (Vec::new(), Vec::new());
        let mut worth = Worth { best, candidates, rules: Vec::new(), funding, missing: 0, missing_cuts: 0 };
        for piece in pieces {
            match piece {
                Some(Piece::Candidates(forced)) => worth.candidates.extend(forced),
                Some(Piece::Rules(priced)) => {
                    let priced = priced.into_iter().filter_map(|(at, outcome)| Some((*rules.get(at)?, outcome)));
                    worth.rules.extend(priced);
                }
                Some(Piece::Funding(cuts)) => worth.funding = cuts,
                None => {}
            }
        }
        let forced = if worth.best.known == ProofStatus::Impossible { 0 } else { self.case.candidates.len() };
        worth.missing = (forced + rules.len()).saturating_sub(worth.candidates.len() + worth.rules.len());
        // Below a budget at which nothing is possible nothing is, so that the order may end early.
        let ended = worth.best.known == ProofStatus::Impossible
            || worth.funding.last().is_some_and(|last| last.best.known == ProofStatus::Impossible);
        worth.missing_cuts = if ended { 0 } else { (self.cuts + 1).saturating_sub(worth.funding.len()) };
        if self.cuts == 0 {
            worth.missing_cuts = 0;
        }
        Ok(worth)
    }
}
