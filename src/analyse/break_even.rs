//! Break-evens: how far a number of a candidate may move until it enters or leaves the best portfolio.

use super::case_transforms::{with_cost_factor, with_gain_factor, with_status, with_total_budget};
use super::prelude::*;
use crate::model::Status;

/// Whether break-evens of costs are sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BreakEvens {
    /// They are left out.
    #[default]
    Without,
    /// They are sought.
    With,
}

/// Up to which factor a candidate is in a best portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BreakEven {
    /// Up to this factor, to 0.01.
    At(Decimal),
    /// Whatever the factor, as far as was looked.
    Always,
    /// Not even at the best end of what was looked at.
    Never,
    /// The search was stopped before it was known.
    Open,
}

impl BreakEven {
    /// Whether a file claims what can be: a factor that was looked at.
    pub(super) fn certify(self) -> Result<(), String> {
        match self {
            Self::At(factor) if !(Decimal::ZERO..=HIGHEST_COST).contains(&factor) => {
                Err(say!("break-even-break-even-said", factor = factor))
            }
            Self::At(_) | Self::Always | Self::Never | Self::Open => Ok(()),
        }
    }
}

/// The largest factor on costs that is looked at.
pub const HIGHEST_COST: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
/// The largest factor on gains that is looked at.
pub const HIGHEST_GAIN: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
/// The largest factor on budgets that is looked at.
pub const HIGHEST_BUDGET: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
/// How near a break-even is found.
const WIDTH: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// The factor on all costs of a candidate up to which a best portfolio has it. `otherwise` is the best with the candidate
/// forced the other way.
pub fn break_even_cost(
    runner: &QueryRunner<'_>,
    pool: &mut SolutionPool,
    case: &Case,
    candidate: CandidateIx,
    best: &Outcome,
    otherwise: &Outcome,
) -> Result<Option<BreakEven>, Failure> {
    let chosen = best.picks.contains(candidate);
    // What it must reach: the best without it.
    let without = if chosen { otherwise } else { best };
    if without.known == ProofStatus::Impossible {
        return Ok(Some(BreakEven::Always));
    }
    let Some(must) = without.objective.filter(|_| without.known == ProofStatus::Proven) else {
        return Ok(Some(BreakEven::Open));
    };
    // Of two candidates that are as good as each other one is chosen, and the other could be.
    let chosen = chosen || otherwise.objective.is_some_and(|objective| objective >= must - SAME);
    let (low, high) = if chosen { (Decimal::ONE, HIGHEST_COST) } else { (Decimal::ZERO, Decimal::ONE) };
    let reaches = |pool: &mut SolutionPool, factor: Decimal| {
        let case = with_cost_factor(case, candidate, factor);
        reach(runner, pool, &with_status(&case, candidate, Status::LockedIn), must)
    };
    let looked = match (chosen, reaches(pool, if chosen { high } else { low })?) {
        (_, None) => return Ok(Some(BreakEven::Open)),
        (true, Some(true)) => BreakEven::Always,
        (false, Some(false)) => BreakEven::Never,
        _ => bisect(low, high, |factor| reaches(pool, factor))?,
    };
    Ok(Some(looked))
}

/// The smallest factor on all gains of a candidate from which a best portfolio has it; for one that is not chosen.
pub fn break_even_gain(
    runner: &QueryRunner<'_>,
    pool: &mut SolutionPool,
    case: &Case,
    candidate: CandidateIx,
    must: Decimal,
) -> Result<BreakEven, Failure> {
    lowest((runner, pool), (candidate, must), HIGHEST_GAIN, |factor| with_gain_factor(case, candidate, factor))
}

/// The smallest factor on all budgets from which the candidate can be had besides as much objective as is the best now.
pub fn break_even_budget(
    runner: &QueryRunner<'_>,
    pool: &mut SolutionPool,
    case: &Case,
    candidate: CandidateIx,
    must: Decimal,
) -> Result<BreakEven, Failure> {
    let own: Money = case.total_budget();
    lowest((runner, pool), (candidate, must), HIGHEST_BUDGET, |factor| with_total_budget(case, own * factor))
}

/// The smallest factor from which a portfolio with the candidate reaches an objective.
fn lowest(
    (runner, pool): (&QueryRunner<'_>, &mut SolutionPool),
    (candidate, must): (CandidateIx, Decimal),
    highest: Decimal,
    changed: impl Fn(Decimal) -> Case,
) -> Result<BreakEven, Failure> {
    let mut misses = |factor: Decimal| {
        let case = with_status(&changed(factor), candidate, Status::LockedIn);
        Ok(reach(runner, pool, &case, must)?.map(|reached| !reached))
    };
    match misses(highest)? {
        None => Ok(BreakEven::Open),
        Some(true) => Ok(BreakEven::Never),
        Some(false) => bisect(Decimal::ONE, highest, misses),
    }
}

/// Whether a case has a portfolio with at least this objective; `None` if that was not settled.
fn reach(
    runner: &QueryRunner<'_>,
    pool: &mut SolutionPool,
    case: &Case,
    must: Decimal,
) -> Result<Option<bool>, Failure> {
    let question = Query::objective(Arc::new(case.clone()));
    if pool.reaches(&question, must) {
        runner.imply();
        return Ok(Some(true));
    }
    let reply = runner.ask(pool, &question, None, &say!("break-even-break-even"))?;
    let reached = reply.value.is_some_and(|value| value >= must - SAME);
    let beyond = reply.known == ProofStatus::Impossible || reply.bound.is_some_and(|bound| bound < must - SAME);
    Ok(match (reached, reply.is_proven() || beyond) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    })
}

/// The place between `low`, where `holds` is true, and `high`, where it is not.
fn bisect(
    mut low: Decimal,
    mut high: Decimal,
    mut holds: impl FnMut(Decimal) -> Result<Option<bool>, Failure>,
) -> Result<BreakEven, Failure> {
    while high - low > WIDTH {
        let middle = ((low + high) / Decimal::TWO).round_dp(2);
        if middle <= low || middle >= high {
            break;
        }
        match holds(middle)? {
            Some(true) => low = middle,
            Some(false) => high = middle,
            None => return Ok(BreakEven::Open),
        }
    }
    Ok(BreakEven::At(low.normalize()))
}
