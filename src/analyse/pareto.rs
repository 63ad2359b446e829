//! The exact Pareto front of two measures: every pair of values that no portfolio beats in both.
//!
//! Found by the ε-constraint method with a second, lexicographic question for each point (Haimes and others 1971;
//! Mavrotas and Florios 2013, augmented): the first measure is made as good as can be while the second is at least so
//! good, then the second while the first stays. So all points come out, also the *unsupported* ones that no weighted
//! sum finds. The front is walked along from both ends side by side, each half with the measure sought that is best at its own
//! end: a bound on the other one then forbids little, which makes the search short. Points of the middle are met by both.
//!
//! *Supported* points lie on the convex hull of the front. The *compromise* is the point nearest to the ideal (both
//! measures at their best), with both axes scaled to the range of the front (Zeleny 1973). The point of *equal sacrifice*
//! is the one whose larger loss, as a part of its range, is smallest (after Kalai and Smorodinsky 1975).

pub use super::axis::{Axis, Better};
use super::prelude::*;
use super::related::{Ceiling, StartFrom};
use super::saved::{Picks, agree, is_same};
use crate::measure::{Evaluation, evaluate};
use crate::model::order::InOrder as _;
use crate::optimise::{Aim, QueryResult};

/// Two axes, at most this many points, and a portfolio to be shown among them.
#[derive(Debug, Clone)]
pub struct Params {
    /// The first axis, upwards on a chart.
    pub first: Axis,
    /// The second axis, across on a chart.
    pub second: Axis,
    points: Option<usize>,
    /// The planner's own portfolio.
    pub own: Option<Portfolio>,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "pareto",
        command: CommandLine { name: "frontier", by: Some("ministries") },
        params: &[
            Param { name: "up", value: "A", kind: ParamKind::Axis, preset: Preset::Axis(0, "gain") },
            Param { name: "across", value: "B", kind: ParamKind::Axis, preset: Preset::Axis(1, "cost") },
            Param {
                name: "points",
                value: "N",
                kind: ParamKind::CountOrAll(2, 20_000),
                preset: Preset::Quicker("all", "9"),
            },
            Param { name: "own", value: "FILE", kind: ParamKind::Own, preset: Preset::Text("own") },
        ],
    };
    type Sweep<'a> = Pareto<'a>;
    type Found = Front;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let axis = |name: &str| super::axis::axis(asked.case, asked.text(name));
        let (first, second) = (axis("up")?, axis("across")?);
        Ok(Self { first, second, points: asked.count_or_all("points")?, own: asked.portfolio("own") })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Pareto<'a>, Failure> {
        Ok(Pareto { case, first: self.first.clone(), second: self.second.clone(), points: self.points })
    }

    fn place(&self, case: &Case, _asked: &Case, found: (&Portfolio, &Evaluation)) -> Option<(Decimal, Decimal)> {
        let of = |axis: &Axis| axis.measure.of(case, found.0, found.1);
        Some((of(&self.second), of(&self.first)))
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Pareto<'a> {
    /// The case.
    pub case: &'a Case,
    /// The first axis.
    pub first: Axis,
    /// The second axis.
    pub second: Axis,
    /// At most this many points, spread over the range of the second axis: both ends, and between them the first point from each
    /// of this many equal steps on. None for all.
    pub points: Option<usize>,
}

/// With so many candidates a front has so many points that each half of it is walked along in two stretches.
const MANY: usize = 100;

/// The ends of the front.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ends {
    /// Best on the first axis.
    pub first: Option<Point>,
    /// Best on the second axis.
    pub second: Option<Point>,
    /// Whether the case has portfolios at all.
    pub known: ProofStatus,
}

/// A point of the front.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The value on the first axis.
    pub first: Decimal,
    /// The value on the second axis.
    pub second: Decimal,
    /// A portfolio that has both.
    pub outcome: Outcome,
}

/// The points of one slice, and whether all of them are there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slice {
    /// The points, from best on the first axis to best on the second.
    pub points: Vec<Point>,
    /// Whether all points of the slice are there: proven.
    pub complete: bool,
}

/// The front.
#[derive(Debug, Clone, PartialEq)]
pub struct Front {
    /// The points, from best on the first axis to best on the second.
    pub points: Vec<Point>,
    /// Whether each point lies on the hull of those that are here.
    pub supported: Vec<bool>,
    /// The point nearest to the ideal.
    pub compromise: Option<usize>,
    /// The point of equal sacrifice.
    pub equal_sacrifice: Option<usize>,
    /// Whether every point of the front (of the spread, if one was asked for) is there: proven.
    pub complete: bool,
    /// Whether only a spread was asked for, so that other points lie between these.
    pub spread: bool,
    /// Whether the case has portfolios at all.
    pub known: ProofStatus,
}

impl Pareto<'_> {
    /// Whether a point is at least as good in both and better in one.
    fn beats(&self, a: &Point, b: &Point) -> bool {
        let (first, second) = (self.first.better_by(a.first, b.first), self.second.better_by(a.second, b.second));
        first >= -SAME && second >= -SAME && (first > SAME || second > SAME)
    }

    fn question(&self, aim: Aim) -> Query {
        Query::new(Arc::new(self.case.clone()), aim)
    }

    fn point(&self, outcome: Outcome) -> Option<Point> {
        outcome.objective?;
        let portfolio = outcome.picks.portfolio();
        let evaluation = evaluate(self.case, &portfolio);
        Some(Point {
            first: self.first.measure.of(self.case, &portfolio, &evaluation).normalize(),
            second: self.second.measure.of(self.case, &portfolio, &evaluation).normalize(),
            outcome,
        })
    }

    /// Best on `a` (under the bounds of `question`), then best on `b` among those.
    fn lexicographic(
        &self,
        runner: &QueryRunner<'_>,
        pool: &mut SolutionPool,
        (a, b): (&Axis, &Axis),
        bound: Option<Decimal>,
        limits: Limits,
    ) -> Result<Outcome, Failure> {
        let bounded = |question: Query| match bound {
            Some(value) => b.at_least(question, value),
            None => question,
        };
        let ceiling = limits.ceiling.map(|value| Ceiling { value, cost: None });
        // Each point is worth less than the one before: whatever its tree left closed is open for the next.
        let first = bounded(self.question(a.aim()));
        let reply =
            runner.ask_from(pool, &first, (ceiling, StartFrom::Portfolio), &say!("pareto-best-name", name = a.name))?;
        let Some(value) = reply.value.filter(|_| reply.known == ProofStatus::Proven) else {
            return Ok(Outcome::of(&reply));
        };
        let second = reply.found.as_ref().map(|(portfolio, evaluation)| b.measure.of(self.case, portfolio, evaluation));
        let beyond = limits.most.zip(second).is_some_and(|(most, second)| b.better_by(second, most) > Decimal::ZERO);
        if beyond || limits.least.is_some_and(|least| a.better_by(least, value) >= Decimal::ZERO) {
            // The point belongs to another stretch.
            return Ok(Outcome::of(&reply));
        }
        let then = a.at_least(bounded(self.question(b.aim())), value);
        let second = runner.ask_from(
            pool,
            &then,
            (None, StartFrom::Last),
            &say!("pareto-best-name-at", name = b.name, value = value.round_dp(3)),
        )?;
        if second.found.is_none() {
            // Stopped in between: what the first question found is kept, and is not proven to be on the front.
            return Ok(Outcome { known: ProofStatus::Open, bound: None, ..Outcome::of(&reply) });
        }
        Ok(Outcome::of(&second))
    }

    /// The stretches of the front that are walked along.
    fn walks(&self, ends: &Ends) -> Vec<Walk> {
        let (Some(one), Some(other)) = (&ends.first, &ends.second) else { return Vec::new() };
        if self.second.better_by(other.second, one.second) <= SAME {
            return Vec::new();
        }
        let second = Range { from: one.second, to: other.second };
        if let Some(points) = self.points {
            // The first point of a spread is an end, which is known.
            let steps = points.saturating_sub(1).max(1);
            let walk = |step| Walk { rising: Rising::Second, range: second.part(step, steps), until: None };
            return (1..steps).map(walk).collect();
        }
        let middle = second.part(0, 2).to;
        let parts = if self.case.candidates.len() < MANY { 1 } else { 2 };
        let lower = Range { to: middle, ..second };
        let upper = Range { from: other.first, to: one.first };
        let rises = |part| Walk { rising: Rising::Second, range: lower.part(part, parts), until: None };
        let falls = |part| Walk { rising: Rising::First, range: upper.part(part, parts), until: Some(middle) };
        (0..parts).map(rises).chain((0..parts).map(falls)).collect()
    }

    /// All points of a stretch; with a spread, only the first.
    fn walked(&self, runner: &QueryRunner<'_>, ends: &Ends, walk: &Walk) -> Result<Slice, Failure> {
        let mut found = Slice { points: Vec::new(), complete: true };
        let mut pool = SolutionPool::default();
        for end in ends.first.iter().chain(&ends.second) {
            pool.add(&end.outcome.picks.portfolio());
        }
        let (sought, rising, end) = match walk.rising {
            Rising::Second => (&self.first, &self.second, &ends.first),
            Rising::First => (&self.second, &self.first, &ends.second),
        };
        let of = |point: &Point| match walk.rising {
            Rising::Second => (point.first, point.second),
            Rising::First => (point.second, point.first),
        };
        let most = self.points.is_none().then_some(walk.range.to);
        let mut bound = rising.plus(walk.range.from, SAME * Decimal::TWO);
        let mut ceiling = end.as_ref().map(|end| of(end).0);
        while rising.better_by(walk.range.to, bound) >= Decimal::ZERO {
            if runner.is_stopped() {
                found.complete = false;
                break;
            }
            let outcome = self.lexicographic(
                runner,
                &mut pool,
                (sought, rising),
                Some(bound),
                Limits { ceiling, most, least: walk.until },
            )?;
            if outcome.known == ProofStatus::Impossible {
                break;
            }
            found.complete &= outcome.known == ProofStatus::Proven;
            let Some(point) = self.point(outcome) else { break };
            let (value, risen) = of(&point);
            let beyond = rising.better_by(risen, walk.range.to) > Decimal::ZERO;
            let is_others = walk.until.is_some_and(|until| sought.better_by(until, value) >= Decimal::ZERO);
            if self.points.is_none() && (beyond || is_others) {
                break;
            }
            bound = rising.plus(risen, SAME * Decimal::TWO);
            ceiling = Some(value).filter(|_| point.outcome.known == ProofStatus::Proven).or(ceiling);
            found.points.push(point);
            if self.points.is_some() || !found.complete {
                break;
            }
        }
        runner.finish(1);
        Ok(found)
    }
}

/// A stretch of the front: one axis rises through a range, the other is made as good as can be.
#[derive(Debug, Clone)]
struct Walk {
    rising: Rising,
    range: Range,
    /// The other axis has to stay better than this: what lies beyond belongs to the walk from the other end.
    until: Option<Decimal>,
}

/// Which axis rises on a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rising {
    First,
    Second,
}

/// What ends a question of a walk, besides its bound.
#[derive(Debug, Clone, Copy, Default)]
struct Limits {
    /// Nothing is better than this on the axis that is sought.
    ceiling: Option<Decimal>,
    /// A point that is better than this on the rising axis belongs to another stretch.
    most: Option<Decimal>,
    /// So does one that is no better than this on the other.
    least: Option<Decimal>,
}

/// Values of an axis from one to another, which may be higher or lower.
#[derive(Debug, Clone, Copy)]
struct Range {
    from: Decimal,
    to: Decimal,
}

impl Range {
    /// One of this many equal parts.
    fn part(self, part: usize, parts: usize) -> Self {
        // The ends may come from a file, and so be anything.
        let width = self.to.saturating_sub(self.from);
        let share =
            |part: usize| width.checked_mul(Decimal::from(part)).and_then(|it| it.checked_div(Decimal::from(parts)));
        let at = |part: usize| self.from.saturating_add(share(part).unwrap_or(width));
        Self { from: at(part), to: if part + 1 == parts { self.to } else { at(part + 1) } }
    }
}

impl Sweep for Pareto<'_> {
    type Base = Ends;
    type Piece = Slice;
    type Result = Front;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Ends, Failure> {
        runner.expect(2);
        let ends = runner.blocks(&[0, 1], |end| {
            let axes = if end == 0 { (&self.first, &self.second) } else { (&self.second, &self.first) };
            let outcome = self.lexicographic(runner, &mut SolutionPool::default(), axes, None, Limits::default())?;
            runner.finish(1);
            Ok(outcome)
        })?;
        let mut ends = ends.into_iter().map(|(_, end)| end.unwrap_or_else(|| Outcome::of(&QueryResult::NOTHING)));
        let (Some(first), Some(second)) = (ends.next(), ends.next()) else {
            return Ok(Ends { first: None, second: None, known: ProofStatus::Open });
        };
        let known = match (first.known, second.known) {
            (ProofStatus::Impossible, _) => ProofStatus::Impossible,
            (ProofStatus::Proven, ProofStatus::Proven) => ProofStatus::Proven,
            _ => ProofStatus::Open,
        };
        let ends = Ends { first: self.point(first), second: self.point(second), known };
        runner.expect(self.walks(&ends).len());
        Ok(ends)
    }

    fn pieces(&self, ends: &Ends) -> usize {
        self.walks(ends).len()
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        ends: &Ends,
        piece: usize,
        _: &Told<'_, Slice>,
    ) -> Result<Slice, Failure> {
        match self.walks(ends).get(piece) {
            Some(walk) => self.walked(runner, ends, walk),
            None => Ok(Slice { points: Vec::new(), complete: true }),
        }
    }

    fn certify(&self, ends: &Ends, pieces: &[(usize, Slice)]) -> Result<(), String> {
        let proven = |end: &Option<Point>| end.as_ref().filter(|_| ends.known == ProofStatus::Proven).cloned();
        let (best_first, best_second) = (proven(&ends.first), proven(&ends.second));
        let found = pieces.iter().flat_map(|(_, slice)| &slice.points);
        for point in ends.first.iter().chain(found).chain(&ends.second) {
            if ends.known == ProofStatus::Impossible {
                return Err(say!("pareto-nothing-said-possible"));
            }
            let outcome = &point.outcome;
            let Some((portfolio, evaluation)) = outcome.certified(self.case)? else {
                return Err(say!("pareto-point-has-no"));
            };
            let first = self.first.measure.of(self.case, &portfolio, &evaluation);
            let second = self.second.measure.of(self.case, &portfolio, &evaluation);
            agree(&self.first.name, Some(point.first), Some(first))?;
            agree(&self.second.name, Some(point.second), Some(second))?;
            if outcome.value.is_none_or(|value| !is_same(value, first) && !is_same(value, second)) {
                return Err(say!("pareto-value-point-neither"));
            }
            let beats = |axis: &Axis, value: Decimal, best: Option<Decimal>| {
                best.is_some_and(|best| axis.better_by(value, best) > SAME)
            };
            if beats(&self.first, first, best_first.as_ref().map(|end| end.first))
                || beats(&self.second, second, best_second.as_ref().map(|end| end.second))
            {
                return Err(say!("pareto-point-better-than"));
            }
        }
        Ok(())
    }

    fn assemble(&self, _runner: &QueryRunner<'_>, ends: Ends, pieces: Pieces<Slice>) -> Result<Front, Failure> {
        let complete = ends.known != ProofStatus::Open
            && pieces.iter().all(|piece| piece.as_ref().is_some_and(|slice| slice.complete));
        let known = ends.known;
        let found = pieces.into_iter().flatten().flat_map(|slice| slice.points);
        let mut points: Vec<Point> = Vec::new();
        for point in ends.first.into_iter().chain(found).chain(ends.second) {
            let same = |other: &Point| {
                (other.first - point.first).abs() <= SAME && (other.second - point.second).abs() <= SAME
            };
            if !points.iter().any(same) {
                points.push(point);
            }
        }
        // What was not proven may be beaten by what was found since.
        let others = points.clone();
        points.retain(|point| point.outcome.is_proven() || !others.iter().any(|other| self.beats(other, point)));
        points.order_by(|a, b| self.second.better_by(a.second, b.second).cmp(&Decimal::ZERO));
        Ok(self.front(points, complete, known))
    }
}

impl Pareto<'_> {
    fn front(&self, points: Vec<Point>, complete: bool, known: ProofStatus) -> Front {
        let supported = supported(&points.iter().map(|point| self.signed(point)).collect::<Vec<_>>());
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            let spread = self.points.is_some();
            return Front { points, supported, compromise: None, equal_sacrifice: None, complete, spread, known };
        };
        let ranges = (
            self.first.better_by(first.first, last.first).max(SAME),
            self.second.better_by(last.second, first.second).max(SAME),
        );
        let given_up = |point: &Point| {
            let given = self.first.better_by(first.first, point.first) / ranges.0;
            (given, self.second.better_by(last.second, point.second) / ranges.1)
        };
        let smallest = |value: &dyn Fn(&Point) -> Decimal| {
            points.iter().enumerate().min_by_key(|(at, point)| (value(point), *at)).map(|(at, _)| at)
        };
        let compromise = smallest(&|point| {
            let (a, b) = given_up(point);
            a * a + b * b
        });
        let equal_sacrifice = smallest(&|point| {
            let (a, b) = given_up(point);
            a.max(b)
        });
        Front { points, supported, compromise, equal_sacrifice, complete, spread: self.points.is_some(), known }
    }

    /// Both values so that more is better.
    fn signed(&self, point: &Point) -> (Decimal, Decimal) {
        (self.first.better_by(point.first, Decimal::ZERO), self.second.better_by(point.second, Decimal::ZERO))
    }
}

/// Whether each point (ascending on the second value, descending on the first) lies on the hull.
fn supported(points: &[(Decimal, Decimal)]) -> Vec<bool> {
    let mut hull: Vec<usize> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        while let [.., a, b] = hull.as_slice() {
            let (a, b) = (points[*a], points[*b]);
            // Strictly below the line from `a` to the point: no weighted sum finds `b`.
            let cross = (b.0 - a.0) * (point.1 - a.1) - (point.0 - a.0) * (b.1 - a.1);
            if cross >= -SAME * SAME {
                break;
            }
            hull.pop();
        }
        hull.push(at);
    }
    (0..points.len()).map(|at| hull.contains(&at)).collect()
}

/// The candidates in every portfolio of a front, in some, and in none: `(core, borderline, exterior)` by position.
pub fn shares(points: &[Point], candidates: usize) -> Vec<usize> {
    let mut counts = vec![0; candidates];
    for Picks(picks) in points.iter().map(|point| &point.outcome.picks) {
        for &(candidate, _, _) in picks {
            if let Some(count) = counts.get_mut(candidate) {
                *count += 1;
            }
        }
    }
    counts
}
