//! What cooperation is worth: each ministry alone, all side by side, and all together.
//!
//! *Alone* a ministry has its own money only and chooses, by its own domain weights, among the candidates that it may pay
//! in full. Demands of the case (locks in, `at_least`, least limits, floors, targets) bind the ministries together, so
//! that none of them has to meet them alone. *Side by side* is what they choose alone, added up: a candidate that several
//! choose is there once, with the earliest start, and the first of them pays. *Together* is the best portfolio of the
//! case.
//!
//! The *worth of a coalition* is the highest joint objective that its money alone can reach, without demands. The *Shapley
//! value* of a ministry is its mean contribution over all orders in which the ministries could join (Shapley 1953); the
//! values add up to the worth of all together.
//!
//! *Worth in money.* What the joint portfolio brings a ministry by its own weights is turned into money, namely the smallest
//! own budget (all its years scaled alike, up to 8 times what it has) with which it would reach as much alone, less the
//! budget that it has. Where even 8 times its budget is not enough, cooperation is worth more to it than 7 times its budget.
//!
//! *Side payment.* Where two ministries both know their worth in money, its sum is the surplus: each gets half of it (the
//! Shapley value of the game in money), and the payment evens out the difference. Else each bears the part of the joint bill
//! that its Shapley value is of all of them, and the payment evens out the difference to what it pays now (costs in proportion
//! to benefits), and between two no more is paid than cooperation is worth to the one who pays. So neither is worse off than
//! alone, unless what cooperation is worth to both is negative.

use super::case_transforms::{paid_by, valued_by, without_demands};
use super::prelude::*;
use crate::measure::{Evaluation, evaluate};
use crate::model::{Ministry, MinistryIx, Pick};
use crate::optimise::QueryResult;

/// What the way is called in which the ministries choose one after the other apart: a value of the tables, the same in all languages.
pub const SIDE_BY_SIDE: &str = "side by side";
/// What the way is called in which they choose together.
pub const TOGETHER: &str = "together";

/// What the way is called in which a ministry acts alone.
pub fn alone(ministry: &Ministry) -> String {
    say!("cooperate-ministry-alone", ministry = ministry.name)
}

/// Nothing can be set.
#[derive(Debug, Clone)]
pub struct Params;

impl Analysis for Params {
    const SPEC: &'static Spec =
        &Spec { id: "cooperate", command: CommandLine { name: "cooperate", by: None }, params: &[] };
    type Sweep<'a> = Cooperate<'a>;
    type Found = Cooperation;

    fn read(_asked: &Asked<'_>) -> Result<Self, Failure> {
        Ok(Self)
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Cooperate<'a>, Failure> {
        Ok(Cooperate { case })
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Cooperate<'a> {
    /// The case.
    pub case: &'a Case,
}

/// The result of one piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// What a ministry chooses alone, by position.
    Alone(usize, Outcome),
    /// The worth of a coalition, as a set of bits.
    Coalition(u32, Outcome),
    /// The own budget with which a ministry would reach alone what it has together, as a factor.
    Equivalent(usize, Option<Decimal>, ProofStatus),
}

/// A way to act, measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Its name.
    pub name: String,
    /// What is known of it.
    pub outcome: Outcome,
    /// The joint objective.
    pub objective: Option<Decimal>,
    /// The gain by each ministry's own weights.
    pub own: Vec<Decimal>,
    /// What each ministry pays.
    pub paid: Vec<Money>,
    /// Rules of the case that it breaks, in words.
    pub broken: Vec<String>,
}

/// What cooperation is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Cooperation {
    /// Each ministry alone, side by side, and together.
    pub ways: Vec<Way>,
    /// The worth of each coalition: `(members, worth)`.
    pub coalitions: Vec<(Vec<MinistryIx>, Outcome)>,
    /// The Shapley value of each ministry in joint points; `None` if a worth is not proven.
    pub shapley: Option<Vec<Decimal>>,
    /// For each ministry what cooperation is worth to it in money; `None` if it is not known.
    pub surplus: Vec<Option<Money>>,
    /// For each ministry whether that is proven; impossible where no budget up to 8 times its own reaches it alone.
    pub equivalent: Vec<ProofStatus>,
    /// For each ministry the part of the joint bill that its Shapley value is of all; `None` if that is not known.
    pub fair_bill: Option<Vec<Money>>,
    /// The side payment; `None` if there is nobody to pay, or too little is known.
    pub settlement: Option<Settlement>,
    /// Parts that were not finished.
    pub missing: usize,
}

/// A side payment in money.
#[derive(Debug, Clone, PartialEq)]
pub struct Settlement {
    /// By which rule.
    pub rule: Division,
    /// What each ministry receives; below 0 it pays. All add up to 0.
    pub receives: Vec<Money>,
    /// Whether no ministry is worse off with it than alone; `None` if that is not known.
    pub nobody_worse: Option<bool>,
}

/// How a side payment is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// Each of two gets half of what cooperation is worth to both in money.
    HalfSurplus,
    /// Each bears the part of the joint bill that its Shapley value is of all.
    ShapleyBill,
}

/// The largest factor on a budget that is looked at for its equivalent.
const HIGHEST: Decimal = Decimal::from_parts(8, 0, 0, false, 0);
/// How near an equivalent budget is found, as a factor.
const WIDTH: Decimal = Decimal::from_parts(5, 0, 0, false, 3);
/// The most ministries whose coalitions are all asked for.
pub const MOST: usize = 8;

impl Cooperate<'_> {
    fn alone(&self, ministry: MinistryIx) -> Case {
        valued_by(&paid_by(&without_demands(self.case), &[ministry]), &[ministry])
    }

    /// All coalitions of at least one ministry, as sets of bits.
    fn coalitions(&self) -> Vec<u32> {
        let count = self.case.ministries.len();
        if count > MOST { Vec::new() } else { (1..1_u32 << count).collect() }
    }

    fn members(&self, coalition: u32) -> Vec<MinistryIx> {
        self.case.ministry_ixs().filter(|ministry| coalition >> ministry.0 & 1 == 1).collect()
    }

    /// The factor on a ministry's budget with which it reaches alone what it has together.
    fn equivalent(&self, runner: &QueryRunner<'_>, base: &Outcome, ministry: MinistryIx) -> Result<Piece, Failure> {
        let own = |known, factor| Piece::Equivalent(ministry.0, factor, known);
        if base.objective.is_none() {
            return Ok(own(base.known, None));
        }
        let together = evaluate(&self.alone(ministry), &base.picks.portfolio()).objective;
        let mut pool = SolutionPool::default();
        let mut reach = |factor: Decimal| -> Result<Option<bool>, Failure> {
            let mut case = self.alone(ministry);
            for amount in &mut case.ministries[ministry.0].budget {
                *amount = (*amount * factor).round_dp(4);
            }
            let question = Query::objective(Arc::new(case));
            if pool.reaches(&question, together) {
                runner.imply();
                return Ok(Some(true));
            }
            let doing = say!("cooperate-id-alone-factor", id = self.case[ministry].id, factor = factor.normalize());
            let reply = runner.ask(&mut pool, &question, None, &doing)?;
            let reached = reply.value.is_some_and(|value| value >= together - SAME);
            let beyond = reply.bound.is_some_and(|bound| bound < together - SAME);
            Ok(if reached { Some(true) } else { (reply.is_proven() || beyond).then_some(false) })
        };
        let (mut low, mut high) = (Decimal::ZERO, HIGHEST);
        match reach(high)? {
            Some(true) => {}
            Some(false) => return Ok(own(ProofStatus::Impossible, None)),
            None => return Ok(own(ProofStatus::Open, None)),
        }
        if reach(low)? == Some(true) {
            return Ok(own(ProofStatus::Proven, Some(low)));
        }
        while high - low > WIDTH {
            let middle = ((low + high) / Decimal::TWO).round_dp(4);
            match reach(middle)? {
                Some(true) => high = middle,
                Some(false) => low = middle,
                None => return Ok(own(ProofStatus::Open, None)),
            }
        }
        Ok(own(ProofStatus::Proven, Some(high)))
    }

    fn equivalents(&self) -> usize {
        match self.case.ministries.len() {
            count @ 2..=MOST => count,
            _ => 0,
        }
    }

    fn way(&self, name: String, outcome: Outcome) -> Way {
        let mut way = Way { name, outcome, objective: None, own: Vec::new(), paid: Vec::new(), broken: Vec::new() };
        if way.outcome.objective.is_some() {
            let evaluation = evaluate(self.case, &way.outcome.picks.portfolio());
            way.measured(self.case, &evaluation);
        }
        way
    }

    /// What the ministries choose alone, added up.
    fn side_by_side(&self, alone: &[Option<Outcome>]) -> Way {
        let name = SIDE_BY_SIDE.to_owned();
        if !alone.iter().all(|outcome| outcome.as_ref().is_some_and(|outcome| outcome.objective.is_some())) {
            return self.way(name, Outcome::of(&QueryResult::NOTHING));
        }
        let mut portfolio = Portfolio::default();
        for outcome in alone.iter().flatten() {
            for pick in outcome.picks.portfolio().picks() {
                let present: Option<&Pick> = portfolio.pick(pick.candidate);
                let merged = match present {
                    Some(present) => Pick { start: present.start.min(pick.start), ..present.clone() },
                    None => pick.clone(),
                };
                portfolio.insert(merged);
            }
        }
        let proven = alone.iter().all(|outcome| outcome.as_ref().is_some_and(Outcome::is_proven));
        let known = if proven { ProofStatus::Proven } else { ProofStatus::Open };
        self.way(name, Outcome::given(self.case, &portfolio, known))
    }
}

impl Way {
    fn measured(&mut self, case: &Case, evaluation: &Evaluation) {
        self.objective = Some(evaluation.objective.normalize());
        let ministries = &evaluation.ministries;
        self.own = ministries.iter().map(|ministry| ministry.gain_by_own_weights.normalize()).collect();
        self.paid = ministries.iter().map(|ministry| ministry.spent.normalize()).collect();
        self.broken = evaluation.broken().map(|verdict| verdict.sentence(case)).collect();
    }
}

/// The Shapley values of players whose coalitions, as sets of bits, have these worths; the empty one has 0.
///
/// `φ_i = Σ_{S without i} |S|! (n - |S| - 1)! / n! × (v(S ∪ i) - v(S))`.
pub fn shapley(players: usize, worth: impl Fn(u32) -> Decimal) -> Vec<Decimal> {
    let factorial = |n: u32| (1..=n).map(Decimal::from).product::<Decimal>();
    let count = u32::try_from(players).unwrap_or(0);
    (0..count)
        .map(|player| {
            let without = (0..1_u32 << count).filter(|set| set >> player & 1 == 0);
            let sum: Decimal = without
                .map(|set| {
                    let size = set.count_ones();
                    let orders = factorial(size) * factorial(count - size - 1);
                    orders * (worth(set | 1 << player) - worth(set))
                })
                .sum();
            sum / factorial(count)
        })
        .collect()
}

impl Sweep for Cooperate<'_> {
    type Base = Outcome;
    type Piece = Piece;
    type Result = Cooperation;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(self.pieces(&Outcome::IMPOSSIBLE));
        Ok(Outcome::of(&runner.first(self.case, &say!("cooperate-all-together"))?))
    }

    fn pieces(&self, _base: &Outcome) -> usize {
        self.case.ministries.len() + self.coalitions().len() + self.equivalents()
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        piece: usize,
        _: &Told<'_, Piece>,
    ) -> Result<Piece, Failure> {
        let ministries = self.case.ministries.len();
        let coalitions = self.coalitions();
        let done = if piece < ministries {
            let ministry = MinistryIx(piece);
            let doing = say!("cooperate-ministry-alone", ministry = self.case[ministry].id);
            let reply = runner.best(&mut SolutionPool::default(), &self.alone(ministry), &doing)?;
            Piece::Alone(piece, Outcome::of(&reply))
        } else if let Some(&coalition) = coalitions.get(piece - ministries) {
            let case = paid_by(&without_demands(self.case), &self.members(coalition));
            let mut pool = SolutionPool::default();
            pool.add(&base.picks.portfolio());
            let reply = runner.best(&mut pool, &case, &say!("cooperate-coalition", number = coalition))?;
            Piece::Coalition(coalition, Outcome::of(&reply))
        } else {
            self.equivalent(runner, base, MinistryIx(piece - ministries - coalitions.len()))?
        };
        runner.finish(1);
        Ok(done)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Piece)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.case.clone())))?;
        let ministries = self.case.ministries.len();
        let coalitions = self.coalitions();
        for (number, piece) in pieces {
            let after = number.checked_sub(ministries);
            match (piece, after) {
                (Piece::Alone(ministry, outcome), None) if ministry == number => {
                    outcome.certify(&Query::best(Arc::new(self.alone(MinistryIx(*ministry)))))?;
                }
                (Piece::Coalition(set, outcome), Some(at)) if coalitions.get(at) == Some(set) => {
                    let case = paid_by(&without_demands(self.case), &self.members(*set));
                    outcome.certify(&Query::best(Arc::new(case)))?;
                }
                (Piece::Equivalent(ministry, factor, known), Some(at))
                    if at.checked_sub(coalitions.len()) == Some(*ministry) && *ministry < self.equivalents() =>
                {
                    let looked_at = factor.is_none_or(|factor| (Decimal::ZERO..=HIGHEST).contains(&factor));
                    if !looked_at || factor.is_some() != (*known == ProofStatus::Proven) {
                        return Err(say!("cooperate-equivalent-budget-said"));
                    }
                }
                _ => return Err(say!("alternatives-piece-number-holds", number = number)),
            }
        }
        Ok(())
    }

    fn assemble(
        &self,
        _runner: &QueryRunner<'_>,
        base: Outcome,
        pieces: Pieces<Piece>,
    ) -> Result<Cooperation, Failure> {
        let ministries = self.case.ministries.len();
        let missing = pieces.iter().filter(|piece| piece.is_none()).count();
        let mut alone: Vec<Option<Outcome>> = vec![None; ministries];
        let mut coalitions: Vec<(u32, Outcome)> = Vec::new();
        let mut factors: Vec<Option<Decimal>> = vec![None; ministries];
        let mut equivalent = vec![ProofStatus::Open; ministries];
        for piece in pieces.into_iter().flatten() {
            match piece {
                // Positions beyond the ministries were refused when the parts were certified.
                Piece::Alone(ministry, outcome) => {
                    if let Some(place) = alone.get_mut(ministry) {
                        *place = Some(outcome);
                    }
                }
                Piece::Coalition(coalition, outcome) => coalitions.push((coalition, outcome)),
                Piece::Equivalent(ministry, factor, known) => {
                    if let (Some(own), Some(is)) = (factors.get_mut(ministry), equivalent.get_mut(ministry)) {
                        (*own, *is) = (factor, known);
                    }
                }
            }
        }
        let mut ways: Vec<Way> = Vec::new();
        for (at, outcome) in alone.iter().enumerate() {
            if let Some(outcome) = outcome {
                ways.push(self.way(self::alone(&self.case.ministries[at]), outcome.clone()));
            }
        }
        ways.push(self.side_by_side(&alone));
        ways.push(self.way(TOGETHER.to_owned(), base));
        let proven = coalitions.len() == self.coalitions().len()
            && !coalitions.is_empty()
            && coalitions.iter().all(|(_, worth)| worth.known == ProofStatus::Proven);
        let worth = |set: u32| {
            let found = coalitions.iter().find(|&&(coalition, _)| coalition == set);
            found.and_then(|(_, outcome)| outcome.objective).unwrap_or_default()
        };
        let shapley = proven
            .then(|| shapley(ministries, worth).into_iter().map(|value| value.round_dp(12).normalize()).collect());
        let surplus: Vec<Option<Money>> = factors
            .iter()
            .zip(&self.case.ministries)
            .map(|(factor, ministry)| {
                let own: Money = ministry.budget.iter().sum();
                factor.map(|factor| (own * factor - own).normalize())
            })
            .collect();
        let mut found = Cooperation {
            coalitions: coalitions.iter().map(|(set, outcome)| (self.members(*set), outcome.clone())).collect(),
            equivalent,
            ways,
            shapley,
            surplus,
            fair_bill: None,
            settlement: None,
            missing,
        };
        found.fair_bill = found.fair_bill();
        found.settlement = found.settlement(self.case);
        Ok(found)
    }
}

impl Cooperation {
    /// The way with everybody together.
    pub fn together(&self) -> Option<&Way> {
        self.ways.last().filter(|way| way.objective.is_some())
    }

    /// The joint bill in the proportions of the Shapley values, to 4 places.
    fn fair_bill(&self) -> Option<Vec<Money>> {
        let values = self.shapley.as_ref()?;
        let all: Decimal = values.iter().sum();
        let bill: Money = self.together()?.paid.iter().sum();
        if all <= Decimal::ZERO || values.len() < 2 {
            return None;
        }
        let (_, others) = values.split_last()?;
        let mut parts: Vec<Money> = others.iter().map(|value| (bill * value / all).round_dp(4).normalize()).collect();
        parts.push((bill - parts.iter().sum::<Money>()).normalize());
        Some(parts)
    }

    /// The most that each ministry can pay without being worse off than alone, as far as is known; below 0 it has to receive.
    fn most(&self, case: &Case) -> Vec<Option<Money>> {
        let each = case.ministries.iter().zip(self.surplus.iter().zip(&self.equivalent));
        let most = each.map(|(ministry, (surplus, known))| match (surplus, known) {
            (Some(surplus), _) => Some(*surplus),
            // Cooperation is worth more to it than this; how much more is not known.
            (None, ProofStatus::Impossible) => Some(ministry.budget.iter().sum::<Money>() * (HIGHEST - Decimal::ONE)),
            _ => None,
        });
        most.collect()
    }

    fn settlement(&self, case: &Case) -> Option<Settlement> {
        let most = self.most(case);
        let half = halves(&self.surplus).map(|receives| (Division::HalfSurplus, receives));
        let (rule, receives) = half.or_else(|| {
            let paid = &self.together()?.paid;
            let evened = self.fair_bill.as_ref()?.iter().zip(paid).map(|(fair, paid)| (paid - fair).normalize());
            Some((Division::ShapleyBill, within(evened.collect(), &most)))
        })?;
        let each: Option<Vec<bool>> =
            most.iter().zip(&receives).map(|(most, receives)| Some((*most)? + receives >= Decimal::ZERO)).collect();
        Some(Settlement { rule, receives, nobody_worse: each.map(|each| each.into_iter().all(|it| it)) })
    }
}

/// A payment between two, changed as little as can be so that neither pays more than it can without being worse off.
fn within(receives: Vec<Money>, most: &[Option<Money>]) -> Vec<Money> {
    let ([first, _], [Some(low), Some(high)]) = (receives.as_slice(), most) else { return receives };
    if -low > *high {
        return receives;
    }
    let first = (*first).clamp(-low, *high);
    vec![first, -first]
}

/// What each of two receives so that both have half of the surplus.
fn halves(surplus: &[Option<Money>]) -> Option<Vec<Money>> {
    let [first, second] = surplus else { return None };
    let half = (first.as_ref()? + second.as_ref()?) / Decimal::TWO;
    Some(vec![(half - first.as_ref()?).normalize(), (half - second.as_ref()?).normalize()])
}
