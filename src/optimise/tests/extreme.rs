//! Small tables whose numbers lie up to twenty orders of magnitude apart: every portfolio of them is gone through in
//! integers, and whatever a solver says is held against that. `optimal` means within 1e-6, a bound is a bound, and
//! `infeasible` is never said of what is possible.

use std::ops::ControlFlow;

use rand::RngExt;
use rand::rngs::ChaCha8Rng;
use rust_decimal::Decimal;

use crate::model::{
    Candidate, CandidateIx, CarryOver, Case, Domain, DomainIx, Effect, Ministry, PowerRule, Relation, RelationKind,
    Risk, Rung, Service, ServiceIx, ShareRange, Status as Lock,
};
use crate::optimise::testing::{guests, highs, plain_candidate, rng};
use crate::optimise::{Answer, BEST_WITHIN, OptimiseError, Options, SolverChoice, SolverError, Status, Stop, optimise};

/// Decimal places of everything that is gone through.
const PLACES: u32 = 14;

/// What is gone through: whole numbers of 10^-14.
fn whole(number: Decimal) -> i128 {
    let number = number.normalize();
    number.mantissa() * 10_i128.pow(PLACES - number.scale())
}

fn decimal(whole: i128) -> Decimal {
    Decimal::from_i128_with_scale(whole, PLACES)
}

/// A number of one to `digits` digits, times ten to something between `from` and `to`.
fn number(random: &mut ChaCha8Rng, digits: u32, (from, to): (i32, i32)) -> Decimal {
    let digits = random.random_range(1..=digits);
    let mantissa = random.random_range(1..10_i128.pow(digits));
    let power = random.random_range(from..=to);
    // Never more than 12 places and never more than 10^12, as in a file.
    let most = 10_i128.pow(24);
    let units = match u32::try_from(power + 12) {
        Ok(up) => mantissa.saturating_mul(10_i128.pow(up)).min(most),
        Err(_) => mantissa,
    };
    Decimal::from_i128_with_scale(units, 12).normalize()
}

/// A hair more or less, or nothing.
fn hair(random: &mut ChaCha8Rng) -> Decimal {
    let size = Decimal::new(1, random.random_range(4..=12));
    match random.random_range(0..3) {
        0 => size,
        1 => -size,
        _ => Decimal::ZERO,
    }
}

fn candidate(at: usize, case: &Case, costs: Vec<Decimal>, points: Decimal) -> Candidate {
    Candidate { costs, points, ..plain_candidate(at, case) }
}

fn ministry(at: usize, years: usize) -> Ministry {
    Ministry {
        id: format!("m{at}"),
        name: format!("Ministry {at}"),
        voice: Decimal::ONE,
        carry_over: CarryOver::All,
        budget: vec![Decimal::ZERO; years],
    }
}

fn frame(years: i32, ministries: usize) -> Case {
    Case {
        title: "extreme".to_owned(),
        first_year: 2027,
        last_year: 2026 + years,
        risk: Risk::Full,
        ministries: (0..ministries).map(|at| ministry(at, usize::try_from(years).unwrap())).collect(),
        domains: vec![Domain {
            id: "d".to_owned(),
            name: "Domain".to_owned(),
            weights: vec![Decimal::ONE; ministries],
            target: Decimal::ZERO,
            floor: None,
            row: 0,
        }],
        ..Case::default()
    }
}

/// A table of one of six kinds.
fn table(seed: u64) -> Case {
    let random = &mut rng(seed);
    let kind = seed % 6;
    let years = if kind == 3 { 2 } else { 1 };
    let mut case = frame(years, if kind == 4 { 2 } else { 1 });
    let count = random.random_range(2..=if kind == 3 { 6 } else { 10 });
    let near = number(random, 6, (-2, 7));
    for at in 0..count {
        let (cost, points) = match kind {
            // Bills far apart, and worth far more than a float can tell to the millionth.
            0 => (number(random, 3, (-10, 9)), number(random, 15, (-6, -6))),
            1 => (number(random, 2, (-8, 11)), number(random, 3, (-8, 10))),
            // All but alike.
            2 => (near + hair(random).abs(), near * Decimal::TEN + hair(random)),
            3 => (number(random, 3, (-8, 10)), number(random, 8, (-8, 4))),
            4 => (number(random, 4, (-6, 9)), number(random, 12, (-8, 0)) - Decimal::from(random.random_range(0..3))),
            // As planners write them.
            _ => (number(random, 3, (0, 1)), number(random, 2, (-1, 0))),
        };
        let costs = if kind == 3 { vec![cost, number(random, 3, (-8, 10))] } else { vec![cost] };
        let mut candidate = candidate(at, &case, costs, points);
        if kind == 3 && random.random_bool(0.5) {
            candidate.costs.truncate(1);
            candidate.start_to = case.last_year;
        }
        if kind == 4 {
            let share = random.random_range(0..=100);
            let fixed = |share| ShareRange { min: share, max: share };
            candidate.shares = vec![fixed(share), fixed(100 - share)];
            candidate.status = [Lock::Free, Lock::Free, Lock::LockedIn, Lock::Free][random.random_range(0..4)];
        }
        case.candidates.push(candidate);
    }
    if kind >= 4 {
        relate(random, &mut case);
    }
    if kind == 2 && random.random_bool(0.5) || kind == 5 {
        climb(random, &mut case);
    }
    pay(random, &mut case);
    case
}

/// What some of the candidates need together, a hair more or less.
fn pay(random: &mut ChaCha8Rng, case: &mut Case) {
    for at in 0..case.ministries.len() {
        let mut years = vec![Decimal::ZERO; case.horizon()];
        for candidate in &case.candidates {
            if random.random_bool(0.5) {
                let share = Decimal::from(candidate.shares[at].max) / Decimal::ONE_HUNDRED;
                for (year, cost) in candidate.costs.iter().enumerate().take(years.len()) {
                    years[year] += cost * share;
                }
            }
        }
        for year in &mut years {
            *year = (*year + hair(random)).max(Decimal::ZERO).round_dp(12);
        }
        let carry_over = [CarryOver::All, CarryOver::Fraction(Decimal::ZERO), CarryOver::Fraction(Decimal::new(5, 1))];
        case.ministries[at].carry_over = carry_over[random.random_range(0..3)];
        case.ministries[at].budget = years;
    }
}

fn relate(random: &mut ChaCha8Rng, case: &mut Case) {
    let count = case.candidates.len();
    for row in 0..random.random_range(0..=2) {
        let one = random.random_range(0..count);
        let other = (one + random.random_range(1..count)) % count;
        let members = vec![CandidateIx(one), CandidateIx(other)];
        let relation = match random.random_range(0..3) {
            0 => Relation::between(RelationKind::Requires, members),
            1 => Relation::between(RelationKind::Excludes, members),
            _ => Relation::counting(RelationKind::AtLeast, 1, members),
        };
        case.relations.push(Relation { row, ..relation });
    }
}

/// A service whose rungs are reached to the last digit, or missed by it.
fn climb(random: &mut ChaCha8Rng, case: &mut Case) {
    for (at, (at_least, power)) in [(20, 25), (40, 60), (60, 100)].into_iter().enumerate() {
        case.rungs.push(Rung {
            id: format!("r{at}"),
            name: format!("Rung {at}"),
            at_least: Decimal::from(at_least),
            power: Decimal::new(power, 2),
        });
    }
    case.services.push(Service {
        id: "s".to_owned(),
        domain: DomainIx(0),
        name: "Service".to_owned(),
        weight: Decimal::ONE,
        control: Decimal::ZERO,
        drift: Decimal::ZERO,
        floor: None,
        power: PowerRule::Ladder,
        quota: Decimal::from(50),
        takeover_floor: None,
        holder: String::new(),
        jurisdiction: String::new(),
        depends_on: Vec::new(),
        classification: 0,
        withheld: None,
        note: String::new(),
        source: String::new(),
        row: 0,
    });
    for candidate in &mut case.candidates {
        let control_gain = (Decimal::from(random.random_range(1..5) * 5) + hair(random)).max(Decimal::ZERO);
        candidate.effects.push(Effect {
            service: ServiceIx(0),
            control_gain,
            buys_from: String::new(),
            grants: None,
            prevents: None,
            lasts: None,
            row: candidate.row,
        });
    }
}

/// Going through everything.
struct Through<'a> {
    case: &'a Case,
    starts: Vec<Option<usize>>,
    /// The highest objective, and the lowest bill of those that have it.
    best: Option<(i128, i128)>,
}

impl Through<'_> {
    fn best(case: &Case) -> Option<(i128, i128)> {
        let mut it = Through { case, starts: Vec::new(), best: None };
        it.next();
        it.best
    }

    fn next(&mut self) {
        let Some(candidate) = self.case.candidates.get(self.starts.len()) else { return self.look() };
        let locked_in = candidate.status == Lock::LockedIn;
        let first = usize::try_from(candidate.start_from - self.case.first_year).unwrap();
        let last = usize::try_from(candidate.start_to - self.case.first_year).unwrap();
        let fits = (first..=last).filter(|start| start + candidate.costs.len() <= self.case.horizon());
        let starts: Vec<_> = fits.map(Some).chain((!locked_in).then_some(None)).collect();
        for start in starts {
            self.starts.push(start);
            self.next();
            self.starts.pop();
        }
    }

    fn look(&mut self) {
        let (case, starts) = (self.case, &self.starts);
        let chosen = || case.candidates.iter().zip(starts).filter_map(|(it, start)| start.map(|start| (it, start)));
        for (at, ministry) in case.ministries.iter().enumerate() {
            let mut carried = 0;
            for (year, &budget) in ministry.budget.iter().enumerate() {
                let costs = chosen().filter_map(|(it, start)| {
                    Some(whole(*it.costs.get(year.checked_sub(start)?)?) / 100 * i128::from(share(case, it, at)))
                });
                let left = whole(budget) + carried - costs.sum::<i128>();
                if left < 0 {
                    return;
                }
                carried = match ministry.carry_over {
                    CarryOver::All => left,
                    CarryOver::Fraction(part) => {
                        left.min(whole(budget) / 10 * (whole(part) / whole(Decimal::new(1, 1))))
                    }
                };
            }
        }
        let start = |at: CandidateIx| starts[at.0];
        let kept = |Relation { kind, members, count, .. }: &Relation| {
            let chosen = members.iter().filter(|&&it| start(it).is_some()).count();
            match kind {
                RelationKind::Requires => start(members[0])
                    .is_none_or(|when| members.iter().all(|&need| start(need).is_some_and(|other| other <= when))),
                RelationKind::Excludes => chosen <= 1,
                RelationKind::AtLeast => chosen >= *count,
                _ => true,
            }
        };
        if !case.relations.iter().all(kept) {
            return;
        }
        let control: i128 = chosen().flat_map(|(it, _)| &it.effects).map(|effect| whole(effect.control_gain)).sum();
        let rung = case.rungs.iter().rev().find(|rung| whole(rung.at_least) <= control);
        let gain = rung.map_or(0, |rung| whole(rung.power) * 100);
        let points: i128 = chosen().map(|(it, _)| whole(it.points)).sum();
        let bill: i128 = chosen().flat_map(|(it, _)| &it.costs).map(|&cost| whole(cost)).sum();
        let (worth, cheap) = (gain + points, -bill);
        self.best = self.best.max(Some((worth, cheap)));
    }
}

fn share(case: &Case, candidate: &Candidate, ministry: usize) -> u8 {
    if case.ministries.len() == 1 { 100 } else { candidate.shares[ministry].max }
}

/// What is wrong with an answer.
fn lie(answer: &Answer, best: Option<(i128, i128)>) -> Option<String> {
    let said = |what: &str| Some(format!("{what}: {:?} {:?}", answer.status, answer.bound));
    let Some((best, bill)) = best else {
        return if answer.portfolio.is_some() { said("something where nothing is") } else { None };
    };
    let best = decimal(best);
    if answer.status == Status::Infeasible {
        return said("nothing where there is something");
    }
    if answer.bound.is_some_and(|bound| bound < best) {
        return said(&format!("a bound below {best}"));
    }
    let evaluation = answer.evaluation.as_ref()?;
    if answer.status == Status::Optimal && best - evaluation.objective > BEST_WITHIN {
        return said(&format!("{} as the best, not {best}", evaluation.objective));
    }
    // A lower objective within the millionth may cost less, but never more.
    let dear = answer.status == Status::Optimal && answer.stopped.is_none() && evaluation.cost > decimal(-bill);
    if dear { said(&format!("a bill of {}, not {}", evaluation.cost, decimal(-bill))) } else { None }
}

/// Asks about tables, and gives back how many were proven.
fn hold(seeds: impl Iterator<Item = u64>, solver: SolverChoice) -> (usize, usize) {
    let (mut proven, mut all, mut lies) = (0, 0, Vec::new());
    for seed in seeds {
        let case = table(seed);
        let options = Options { solver, guests: guests(), ..Options::default() };
        all += 1;
        let answer = match optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())) {
            Ok(answer) => answer,
            // A solver that fails says nothing wrong.
            Err(OptimiseError::Solver(SolverError::Failed { .. })) if solver == SolverChoice::Microlp => continue,
            Err(error) => {
                lies.push(format!("seed {seed}: {error}"));
                continue;
            }
        };
        proven += usize::from(matches!(answer.status, Status::Optimal | Status::Infeasible));
        lies.extend(lie(&answer, Through::best(&case)).map(|lie| format!("seed {seed}: {lie}")));
    }
    assert!(lies.is_empty(), "{} of {all}, {solver:?}:\n{}", lies.len(), lies.join("\n"));
    (proven, all)
}

#[test]
fn the_engine_is_right_about_numbers_that_are_far_apart() {
    let (proven, all) = hold(0..2000, SolverChoice::Engine);
    assert!(proven * 1000 >= all * 999, "only {proven} of {all} are proven");
}

#[test]
fn whoever_answers_is_right_about_numbers_that_are_far_apart() {
    hold(5000..6000, SolverChoice::Auto);
}

#[test]
fn a_general_solver_is_right_or_claims_nothing_about_numbers_that_are_far_apart() {
    hold(7000..9000, SolverChoice::Microlp);
}

#[test]
fn a_guest_is_right_or_proves_nothing_about_numbers_that_are_far_apart() {
    if let Some(highs) = highs() {
        // About the first of these HiGHS is not to be believed, and microlp, which is next, fails: then the engine answers.
        hold([7935].into_iter().chain(10_000..10_100), highs);
    }
}

/// Every solver about every table, some minutes long: `cargo test --release -- --ignored every_solver`.
#[test]
#[ignore = "it takes some minutes"]
fn every_solver_is_right_about_every_table() {
    for solver in [SolverChoice::Engine, SolverChoice::Auto, SolverChoice::Microlp].into_iter().chain(highs()) {
        hold(0..10_000, solver);
    }
}

/// A table whose best portfolio a general solver once missed by 5 %, with a bound below it.
#[test]
fn the_last_penny_of_a_budget_with_bills_from_a_billionth_to_a_trillion() {
    let rows = [
        ("46000000", "842636553.805651"),
        ("451000000000", "499224359.495563"),
        ("0.000301", "588497189.466403"),
        ("38100", "681728398.252629"),
        ("0.00000911", "552657395.878708"),
        ("0.00579", "218952650.824491"),
        ("0.0000000135", "733221485.375558"),
        ("475", "809386596.298603"),
        ("0.00000000889", "159589065.776218"),
    ];
    let number = |text: &str| text.parse::<Decimal>().unwrap();
    let mut case = frame(1, 1);
    for (at, (cost, gain)) in rows.into_iter().enumerate() {
        let candidate = candidate(at, &case, vec![number(cost)], number(gain));
        case.candidates.push(candidate);
    }
    case.ministries[0].budget = vec![number("451000000475.00579911")];
    for solver in [SolverChoice::Auto, SolverChoice::Engine] {
        let options = Options { solver, ..Options::default() };
        let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(lie(&answer, Through::best(&case)), None);
        assert_eq!((answer.status, answer.stopped), (Status::Optimal, None));
    }
}

/// What a general solver cannot tell apart is said, with the scale that would help; nobody asked for a gap.
#[test]
fn numbers_too_far_apart_for_a_general_solver_are_named() {
    let (large, small) = (Decimal::from(10_i64.pow(12)), Decimal::new(1, 6));
    let mut case = frame(1, 1);
    for (at, (cost, gain)) in [(large, 5), (small, 2)].into_iter().enumerate() {
        let candidate = candidate(at, &case, vec![cost], Decimal::from(gain));
        case.candidates.push(candidate);
    }
    case.ministries[0].budget = vec![large];
    let ask = |solver| {
        let options = Options { solver, ..Options::default() };
        optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
    };
    let answer = ask(SolverChoice::Microlp);
    assert_eq!((answer.status, answer.stopped), (Status::Feasible, Some(Stop::TooFarApart)));
    let why = &answer.solver.why;
    assert!(why.contains("1000000000000 and 0.000001") && why.contains("multiples of 1000 "), "{why}");
    let answer = ask(SolverChoice::Auto);
    assert_eq!(answer.status, Status::Optimal);
    assert_eq!(answer.evaluation.map(|it| it.objective), Some(Decimal::from(5)));
}

/// Two payers who may share every bill in any way, and gains of some billions: once all candidates are decided nothing is left
/// to try.
#[test]
fn large_gains_are_proven_without_trying_every_split() {
    for seed in 0..40 {
        let random = &mut rng(seed);
        let mut case = frame(1, 2);
        for at in 0..9 {
            let (cost, points) = (number(random, 3, (-2, 6)), number(random, 6, (5, 7)));
            let candidate = candidate(at, &case, vec![cost], points);
            case.candidates.push(candidate);
        }
        let all: Decimal = case.candidates.iter().flat_map(|it| &it.costs).sum();
        case.ministries.iter_mut().for_each(|it| it.budget = vec![(all / Decimal::from(4)).round_dp(4)]);
        let options = Options { solver: SolverChoice::Engine, ..Options::default() };
        let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((answer.status, answer.stopped), (Status::Optimal, None), "seed {seed}");
        assert!(answer.solver.nodes < 2000, "seed {seed}: {} nodes", answer.solver.nodes);
    }
}
