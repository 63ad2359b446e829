//! The gain against the total budget: every budget at which the best portfolio changes.
//!
//! All budgets of all ministries and years are multiplied alike. More money forbids nothing, so the best objective never
//! falls as the total grows, and a portfolio that is the best at a total stays the best down to the lowest total that
//! can pay for it. So the exact steps are found from the top: answer a total, see without any search how far down its
//! portfolio fits, and ask again one step below. Each answer is one step of the frontier.
//!
//! The steps are exact down to the chosen width: a portfolio that is the best only between two neighbouring totals of
//! the grid is not seen. *Marginal gain* is the rise of the objective over the step before, for each unit of money
//! between the two. A *knee* is a corner of the concave hull of the frontier after which a unit of money brings less
//! than half of what it brought before it; the *main knee* is the corner farthest above the straight line between the
//! ends, both axes scaled to 1.
//!
//! Source of the hull and of the distance: Satopää and others, "Finding a Kneedle in a Haystack", 2011.

use super::analysis::Begin;
use super::base::ceiling;
use super::case_transforms::with_total_budget;
use super::prelude::*;
use super::related::{Ceiling, StartFrom};
use super::saved::{Picks, no_better};
use crate::measure::{Evaluation, Measures};

/// Which frontier is asked for.
#[derive(Debug, Clone)]
pub struct BudgetFrontier<'a> {
    /// The case.
    pub case: &'a Case,
    /// The lowest total budget, in money.
    pub from: Money,
    /// The highest total budget.
    pub to: Money,
    /// The width of the grid; the totals asked for are `from`, `from + step`, … up to `to`.
    pub step: Money,
}

/// From and to this many percent of the case's own budget, in this many widths, with a portfolio to be shown on the curve.
#[derive(Debug, Clone)]
pub struct Params {
    from: Decimal,
    to: Decimal,
    widths: usize,
    /// The planner's own portfolio.
    pub own: Option<Portfolio>,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "frontier",
        command: CommandLine { name: "frontier", by: Some("budget") },
        params: &[
            Param { name: "from", value: "P", kind: ParamKind::Percent(None), preset: Preset::Text("0") },
            Param { name: "to", value: "P", kind: ParamKind::Percent(None), preset: Preset::Text("150") },
            Param {
                name: "points",
                value: "N",
                kind: ParamKind::Count(2, 20_000),
                preset: Preset::Quicker("151", "51"),
            },
            Param { name: "own", value: "FILE", kind: ParamKind::Own, preset: Preset::Text("own") },
        ],
    };
    /// Most can be picked where there is the most money.
    const BEGIN: Begin = Begin::Last;
    type Sweep<'a> = BudgetFrontier<'a>;
    type Found = BudgetSteps;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let (from, to) = (asked.percent("from")?, asked.percent("to")?);
        let params = Self { from, to, widths: asked.count("points")?.saturating_sub(1), own: asked.portfolio("own") };
        params.sweep(asked.case)?;
        Ok(params)
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<BudgetFrontier<'a>, Failure> {
        BudgetFrontier::in_percent(case, self.from, self.to, self.widths)
    }

    fn place(&self, _case: &Case, asked: &Case, (_, worth): (&Portfolio, &Evaluation)) -> Option<(Decimal, Decimal)> {
        Some((asked.total_budget(), worth.objective))
    }

    fn reach(&self, case: &Case) -> Vec<Decimal> {
        [self.from, self.to].map(|percent| case.total_budget() * percent / Decimal::ONE_HUNDRED).to_vec()
    }
}

/// The largest total that is looked at.
const LARGEST: Money = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
/// Totals are told apart to this.
const SMALLEST: Money = Decimal::from_parts(1, 0, 0, false, 4);
/// Grid totals for one piece.
const TOTALS_IN_PIECE: usize = 4;
/// The most pieces that a frontier is cut into.
const MOST_PIECES: usize = 16;

/// A stretch of totals with the same best portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stretch {
    /// The first total of the grid.
    pub first: usize,
    /// The last total of the grid.
    pub last: usize,
    /// What is best there.
    pub best: Outcome,
}

/// A step of the frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// From this total on, to the width of the grid.
    pub from: Money,
    /// From this total on the portfolio can be paid, to 4 places.
    pub fits_from: Option<Money>,
    /// What is best.
    pub best: Outcome,
    /// Up to this total of the grid it is known to be the best.
    pub to: Money,
    /// The rise of the objective over the step before for each unit of money; `None` on the first, and if budgets
    /// between the two are missing or one of the two is not proven.
    pub marginal: Option<Decimal>,
    /// Candidates that the step before did not have; none if budgets between the two are missing.
    pub enter: Vec<CandidateIx>,
    /// Candidates that only the step before had; none if budgets between the two are missing.
    pub leave: Vec<CandidateIx>,
    /// Whether it is a corner of the hull.
    pub knee: Knee,
}

/// How sharp a corner of the frontier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knee {
    /// No corner, or a blunt one.
    None,
    /// After it money brings less than half of what it brought before.
    Knee,
    /// The knee farthest above the line between the ends.
    Main,
}

/// The frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct BudgetSteps {
    /// The steps, from the lowest total up.
    pub steps: Vec<Step>,
    /// The totals of the grid.
    pub grid: Vec<Money>,
    /// For each total of the grid its step; `None` if the search was stopped before.
    pub at: Vec<Option<usize>>,
    /// The total budget of the case.
    pub own: Money,
    /// Whether every total of the grid has a proven answer. Knees are marked only then.
    pub complete: bool,
}

impl BudgetFrontier<'_> {
    /// From `from` to `to` percent of the case's own total, in this many equal widths.
    pub fn in_percent(case: &Case, from: Decimal, to: Decimal, widths: usize) -> Result<BudgetFrontier<'_>, Failure> {
        let own = case.total_budget();
        if own.is_zero() {
            return Err(Failure::Asked(say!("budget-frontier-case-has-no")));
        }
        if from < Decimal::ZERO || to <= from || widths == 0 {
            return Err(Failure::Asked(say!("budget-frontier-frontier-needs-range")));
        }
        let money = |percent: Decimal| -> Result<Money, Failure> {
            let large = || Failure::Asked(say!("budget-frontier-percent-budget-too", percent = percent));
            let total = own.checked_mul(percent).filter(|total| *total <= LARGEST * Decimal::ONE_HUNDRED);
            Ok((total.ok_or_else(large)? / Decimal::ONE_HUNDRED).round_dp(4))
        };
        let (from, to) = (money(from)?, money(to)?);
        let step = ((to - from) / Decimal::from(widths)).normalize();
        if step < SMALLEST {
            return Err(Failure::Asked(say!("budget-frontier-budgets-from-from", from = from, to = to)));
        }
        Ok(BudgetFrontier { case, from, to, step })
    }

    fn grid(&self) -> Vec<Money> {
        let last = ((self.to - self.from) / self.step).round_dp(6).floor();
        let last = u32::try_from(last).unwrap_or(0);
        (0..=last).map(|at| (self.from + self.step * Decimal::from(at)).round_dp(6).normalize()).collect()
    }

    /// The first and the last total of a piece.
    fn range(&self, piece: usize) -> (usize, usize) {
        let totals = self.grid().len();
        let pieces = pieces_of(totals);
        (piece * totals / pieces, (piece + 1) * totals / pieces - 1)
    }

    /// The lowest total of the grid, no lower than `lowest`, that can pay for a portfolio which fits at `highest`.
    fn fits_down_to(&self, grid: &[Money], portfolio: &Portfolio, lowest: usize, highest: usize) -> usize {
        let fits = |at: usize| {
            let case = with_total_budget(self.case, grid[at]);
            Measures::new(&case).evaluate(&case, portfolio).keeps_all_rules()
        };
        let (mut low, mut high) = (lowest, highest);
        while low < high {
            let middle = low.midpoint(high);
            if fits(middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        high
    }

    /// The lowest total budget, to 4 places and at most `high`, with which a portfolio keeps all rules; `None` if it does
    /// not at `high`.
    pub fn need(case: &Case, portfolio: &Portfolio, high: Money) -> Option<Money> {
        let plenty = with_total_budget(case, high);
        let keeps = Measures::new(&plenty).evaluate(&plenty, portfolio).keeps_all_rules();
        let frontier = BudgetFrontier { case, from: Decimal::ZERO, to: high, step: high };
        keeps.then(|| frontier.exact_need(portfolio, high))
    }

    /// The lowest total, to 4 places, that can pay for a portfolio which fits at `high`.
    fn exact_need(&self, portfolio: &Portfolio, high: Money) -> Money {
        let unit = Decimal::new(1, 4);
        let fits = |total: Money| {
            let case = with_total_budget(self.case, total);
            Measures::new(&case).evaluate(&case, portfolio).keeps_all_rules()
        };
        if fits(Decimal::ZERO) {
            return Decimal::ZERO;
        }
        let (mut low, mut high) = (Decimal::ZERO, high);
        while high - low > unit {
            let middle = ((low + high) / Decimal::TWO).round_dp(4);
            if middle <= low || middle >= high {
                break;
            }
            if fits(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        high.normalize()
    }
}

impl BudgetFrontier<'_> {
    /// A stretch as a step over the one before, which it may not touch.
    fn step(&self, grid: &[Money], before: Option<&Stretch>, stretch: &Stretch) -> Step {
        let from = grid[stretch.first];
        let touches = before.filter(|before| before.last + 1 == stretch.first);
        let proven = touches.filter(|before| before.best.is_proven() && stretch.best.is_proven());
        let rise = proven.and_then(|before| {
            (stretch.best.objective? - before.best.objective?).checked_div(from - grid[before.first])
        });
        // Of the lowest step everything is new, but only where nothing is missing below it.
        let nothing = Picks::default();
        let below = touches.map(|before| &before.best.picks).or((stretch.first == 0).then_some(&nothing));
        let compared = below.filter(|_| stretch.best.objective.is_some() || stretch.best.is_proven());
        Step {
            from,
            to: grid[stretch.last],
            fits_from: stretch.best.objective.map(|_| self.exact_need(&stretch.best.picks.portfolio(), from)),
            marginal: rise.map(|rise| rise.normalize()),
            enter: compared.map(|below| stretch.best.picks.beyond(below)).unwrap_or_default(),
            leave: compared.map(|below| below.beyond(&stretch.best.picks)).unwrap_or_default(),
            best: stretch.best.clone(),
            knee: Knee::None,
        }
    }
}

fn pieces_of(totals: usize) -> usize {
    totals.div_ceil(TOTALS_IN_PIECE).clamp(1, MOST_PIECES)
}

impl Sweep for BudgetFrontier<'_> {
    type Base = Outcome;
    type Piece = Vec<Stretch>;
    type Result = BudgetSteps;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        let grid = self.grid();
        runner.expect(grid.len());
        let highest = grid.last().copied().unwrap_or(self.to);
        let case = with_total_budget(self.case, highest);
        Ok(Outcome::of(&runner.first(&case, &say!("budget-frontier-highest-budget"))?))
    }

    fn pieces(&self, _base: &Outcome) -> usize {
        pieces_of(self.grid().len())
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        piece: usize,
        _: &Told<'_, Vec<Stretch>>,
    ) -> Result<Vec<Stretch>, Failure> {
        let grid = self.grid();
        let (lowest, mut at) = self.range(piece);
        let highest = grid.last().copied().unwrap_or(self.to);
        let mut pool = pool_of(&with_total_budget(self.case, highest), base);
        let mut ceiling = ceiling(base);
        let mut stretches = Vec::new();
        loop {
            if runner.is_stopped() || base.known == ProofStatus::Impossible {
                if base.known == ProofStatus::Impossible {
                    runner.finish(at - lowest + 1);
                    stretches.push(Stretch { first: lowest, last: at, best: base.clone() });
                }
                break;
            }
            let case = Arc::new(with_total_budget(self.case, grid[at]));
            let doing = say!("budget-frontier-total-budget-at", total = grid[at].round_dp(2).normalize());
            let reply = runner.ask_from(&mut pool, &Query::best(case), (ceiling, StartFrom::Portfolio), &doing)?;
            let first = match (reply.known, reply.portfolio()) {
                (ProofStatus::Impossible, _) => lowest,
                (ProofStatus::Proven, Some(portfolio)) => self.fits_down_to(&grid, portfolio, lowest, at),
                _ => at,
            };
            ceiling = Ceiling::of(&reply).or(ceiling);
            stretches.push(Stretch { first, last: at, best: Outcome::of(&reply) });
            runner.finish(at - first + 1);
            if first == lowest {
                break;
            }
            at = first - 1;
        }
        // A search that was broken off before it found or excluded anything says nothing of its budget.
        stretches
            .retain(|stretch| stretch.best.is_proven() || stretch.best.objective.is_some() || !runner.is_stopped());
        stretches.reverse();
        Ok(stretches)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Vec<Stretch>)]) -> Result<(), String> {
        let grid = self.grid();
        let at = |total: usize| Arc::new(with_total_budget(self.case, grid.get(total).copied().unwrap_or(self.to)));
        let highest = grid.len().saturating_sub(1);
        base.certify(&Query::best(at(highest)))?;
        let mut below: Option<Decimal> = None;
        for (piece, stretches) in pieces {
            let (lowest, top) = self.range(*piece);
            let mut next = lowest;
            for stretch in stretches {
                if stretch.first < next || stretch.last < stretch.first || stretch.last > top {
                    return Err(say!(
                        "budget-frontier-stretch-from-stretch",
                        first = stretch.first,
                        last = stretch.last,
                        piece = piece
                    ));
                }
                next = stretch.last + 1;
                stretch.best.certify(&Query::best(at(stretch.last)))?;
                stretch.best.certified(&at(stretch.first))?;
                // More money forbids nothing.
                if stretch.best.known == ProofStatus::Impossible && below.is_some() {
                    return Err(say!("budget-frontier-more-money-nothing"));
                }
                no_better(&say!("budget-frontier-smaller-budget"), below, stretch.best.bound)?;
                below = below.max(stretch.best.objective);
            }
        }
        no_better(&say!("budget-frontier-smaller-budget"), below, base.bound)?;
        if base.known == ProofStatus::Impossible && below.is_some() {
            return Err(say!("budget-frontier-more-money-nothing"));
        }
        Ok(())
    }

    fn assemble(
        &self,
        _runner: &QueryRunner<'_>,
        _base: Outcome,
        pieces: Pieces<Vec<Stretch>>,
    ) -> Result<BudgetSteps, Failure> {
        let grid = self.grid();
        let stretches: Vec<Stretch> = joined(pieces.into_iter().flatten().flatten());
        let mut at = vec![None; grid.len()];
        let mut steps: Vec<Step> = Vec::new();
        for (number, stretch) in stretches.iter().enumerate() {
            // What lies beyond the grid was refused when the parts were certified.
            if let Some(totals) = at.get_mut(stretch.first..=stretch.last) {
                totals.fill(Some(number));
            }
            let before = number.checked_sub(1).map(|before| &stretches[before]);
            steps.push(self.step(&grid, before, stretch));
        }
        let complete = at.iter().all(Option::is_some) && steps.iter().all(|step| step.best.is_proven());
        if complete {
            mark_knees(&mut steps);
        }
        Ok(BudgetSteps { steps, grid, at, own: self.case.total_budget(), complete })
    }
}

/// Neighbouring stretches with the same objective and bill are one; its portfolio is that of the lowest, which fits
/// everywhere.
fn joined(stretches: impl Iterator<Item = Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        if let Some(last) = joined.last_mut() {
            let same = last.best.is_proven()
                && last.best.known == stretch.best.known
                && last.best.cost == stretch.best.cost
                && match (last.best.objective, stretch.best.objective) {
                    (Some(a), Some(b)) => (a - b).abs() <= SAME,
                    (a, b) => a == b,
                };
            if same && last.last.checked_add(1) == Some(stretch.first) {
                last.last = stretch.last;
                continue;
            }
        }
        joined.push(stretch);
    }
    joined
}

/// Marks the corners of the concave hull.
fn mark_knees(steps: &mut [Step]) {
    let points: Vec<(usize, Decimal, Decimal)> =
        steps.iter().enumerate().filter_map(|(at, step)| Some((at, step.from, step.best.objective?))).collect();
    let hull = concave_hull(&points);
    let slope = |a: &(usize, Decimal, Decimal), b: &(usize, Decimal, Decimal)| (b.2 - a.2).checked_div(b.1 - a.1);
    let (Some(first), Some(last)) = (hull.first(), hull.last()) else { return };
    let chord = |x: Decimal| {
        let along = (x - first.1).checked_div(last.1 - first.1).unwrap_or_default();
        first.2 + along * (last.2 - first.2)
    };
    let mut main: Option<(Decimal, usize)> = None;
    for corner in hull.windows(3) {
        let (Some(before), Some(after)) = (slope(&corner[0], &corner[1]), slope(&corner[1], &corner[2])) else {
            continue;
        };
        if after * Decimal::TWO < before {
            let (at, x, y) = corner[1];
            steps[at].knee = Knee::Knee;
            let above = y - chord(x);
            if main.is_none_or(|(highest, _)| above > highest) {
                main = Some((above, at));
            }
        }
    }
    if let Some((_, at)) = main {
        steps[at].knee = Knee::Main;
    }
}

/// The points on the concave hull, from left to right.
fn concave_hull(points: &[(usize, Decimal, Decimal)]) -> Vec<(usize, Decimal, Decimal)> {
    let mut hull: Vec<(usize, Decimal, Decimal)> = Vec::new();
    for &point in points {
        while let [.., a, b] = hull.as_slice() {
            let under = (b.2 - a.2) * (point.1 - a.1) <= (point.2 - a.2) * (b.1 - a.1);
            if !under {
                break;
            }
            hull.pop();
        }
        hull.push(point);
    }
    hull
}
