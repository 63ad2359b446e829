//! Small random cases that use every feature of the model, for tests.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use super::guests::{GuestKind, Guests};
use super::options::SolverChoice;
use crate::model::{
    Amount, Candidate, CandidateIx, CarryOver, Case, Domain, DomainIx, Effect, Holder, Limit, Ministry, MinistryIx,
    Pick, Portfolio, PowerRule, Relation, RelationKind, Risk, Rung, RungIx, Scope, Service, ServiceIx, ShareRange,
    Status, Timing,
};

/// The solvers of this machine that the engine is held to: on the `PATH`, or brought by `.tools/guest`.
pub(crate) fn guests() -> Guests {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let brought = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/native/bin");
    Guests::in_folders(std::env::split_paths(&path).chain([brought]))
}

/// HiGHS, where the machine has it: a comparison with it is left out where it is not.
pub(crate) fn highs() -> Option<SolverChoice> {
    guests().get(GuestKind::Highs).map(|_| SolverChoice::Guest(GuestKind::Highs))
}

pub(crate) fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

fn tenths(rng: &mut ChaCha8Rng, from: i64, to: i64) -> Decimal {
    Decimal::new(rng.random_range(from..=to), 1)
}

fn whole(rng: &mut ChaCha8Rng, from: i64, to: i64) -> Decimal {
    Decimal::from(rng.random_range(from..=to))
}

/// A case of `candidates` candidates; harder rules with a larger `strictness` (0-3).
pub(crate) fn random_case(seed: u64, candidates: usize, strictness: u32) -> Case {
    let rng = &mut rng(seed);
    let years = rng.random_range(1..=4_i32);
    let ministries = if rng.random_ratio(1, 4) { rng.random_range(1..=3) } else { 2 };
    let domains = 3_usize;
    let services = rng.random_range(2..=5_usize);
    let mut case = Case {
        title: format!("random {seed}"),
        first_year: 2027,
        last_year: 2027 + years - 1,
        risk: if rng.random_ratio(1, 3) { Risk::Full } else { Risk::Expected },
        timing: if rng.random_ratio(1, 3) { Timing::Average } else { Timing::Final },
        domains_at_target: if rng.random_ratio(strictness, 6) { rng.random_range(1..=2) } else { 0 },
        ..Case::default()
    };
    for at in 0..ministries {
        let carry_over = match rng.random_range(0..3) {
            0 => CarryOver::All,
            1 => CarryOver::Fraction(Decimal::ZERO),
            _ => CarryOver::Fraction(tenths(rng, 1, 9)),
        };
        case.ministries.push(Ministry {
            id: format!("m{at}"),
            name: format!("Ministry {at}"),
            voice: whole(rng, 1, 3),
            carry_over,
            budget: (0..years).map(|_| tenths(rng, 0, 250)).collect(),
        });
    }
    let mut at_least = Decimal::ZERO;
    let mut power = Decimal::ZERO;
    for at in 0..rng.random_range(2..=4_usize) {
        at_least += whole(rng, 5, 24);
        power += tenths(rng, i64::from(at != 1), 2);
        case.rungs.push(Rung { id: format!("r{at}"), name: format!("Rung {at}"), at_least, power });
    }
    for at in 0..domains {
        case.domains.push(Domain {
            id: format!("d{at}"),
            name: format!("Domain {at}"),
            weights: (0..ministries).map(|_| whole(rng, 1, 5)).collect(),
            target: tenths(rng, 1, 5),
            floor: None,
            row: at,
        });
    }
    for at in 0..services {
        let floor = rng.random_ratio(strictness, 12).then(|| RungIx(rng.random_range(0..case.rungs.len())));
        case.services.push(Service {
            id: format!("s{at}"),
            domain: DomainIx(if at < 2 { at } else { rng.random_range(0..2) }),
            name: format!("Service {at}"),
            weight: whole(rng, 1, 4),
            control: tenths(rng, 0, 400),
            drift: if rng.random_bool(0.5) { Decimal::ZERO } else { tenths(rng, 0, 60) },
            floor,
            power: PowerRule::Ladder,
            quota: Decimal::from(50),
            holder: String::new(),
            jurisdiction: String::new(),
            depends_on: Vec::new(),
            classification: 0,
            withheld: None,
            note: String::new(),
            source: String::new(),
            row: at,
        });
    }
    for at in 0..candidates {
        let candidate = random_candidate(rng, &case, at, strictness);
        case.candidates.push(candidate);
    }
    for at in 0..rng.random_range(0..=4_usize) {
        let mut relation = random_relation(rng, &case, strictness);
        if relation.kind.shape().counts && relation.members.len() > 2 && seed.is_multiple_of(3) {
            relation.count = 2;
        }
        case.relations.push(Relation { row: at, ..relation });
    }
    for at in 0..rng.random_range(0..=strictness.min(2)) {
        let limit = random_limit(rng, &case, at as usize);
        case.limits.push(limit);
    }
    case
}

fn random_candidate(rng: &mut ChaCha8Rng, case: &Case, at: usize, strictness: u32) -> Candidate {
    let years = i32::try_from(case.horizon()).unwrap();
    let start_from = case.first_year + rng.random_range(0..years);
    let costs: Vec<_> = (0..rng.random_range(0..=3_i32.min(years)))
        .map(|_| if rng.random_ratio(1, 6) { Decimal::ZERO } else { tenths(rng, 1, 150) })
        .collect();
    let shares = (0..case.ministries.len())
        .map(|_| {
            let min = [0, 0, 20, 35][rng.random_range(0..4)];
            let max = [100, 100, 60, 80][rng.random_range(0..4)];
            ShareRange { min, max }
        })
        .collect();
    let mut services: Vec<usize> = (0..case.services.len()).collect();
    let mut effects = Vec::new();
    for row in 0..rng.random_range(0..=2_usize).min(services.len()) {
        let service = services.swap_remove(rng.random_range(0..services.len()));
        let grants = rng.random_ratio(1, 6).then(|| RungIx(rng.random_range(0..case.rungs.len())));
        let control_gain = if grants.is_some() && rng.random_bool(0.5) { Decimal::ZERO } else { tenths(rng, 10, 250) };
        effects.push(Effect {
            service: ServiceIx(service),
            control_gain,
            grants,
            prevents: None,
            buys_from: String::new(),
            lasts: None,
            row,
        });
    }
    let points = if rng.random_ratio(1, 3) { tenths(rng, -20, 40) } else { Decimal::ZERO };
    let status = match rng.random_range(0..24 / strictness.max(1)) {
        0 => Status::LockedIn,
        1 => Status::LockedOut,
        _ => Status::Free,
    };
    Candidate {
        domain: DomainIx(rng.random_range(0..case.domains.len())),
        instrument: ["grant", "stake"][rng.random_range(0..2)].to_owned(),
        pillar: ["one", "two"][rng.random_range(0..2)].to_owned(),
        costs,
        cofinance: [Decimal::ZERO, Decimal::from(25), Decimal::new(125, 1)][rng.random_range(0..3)],
        shares,
        start_from,
        start_to: start_from + rng.random_range(0..=2),
        lead_time: rng.random_range(1..=3),
        success: tenths(rng, 3, 10),
        points,
        status,
        effects,
        ..plain_candidate(at, case)
    }
}

/// The case with effects of which some wear off, and more years in which those candidates may start.
pub(crate) fn wearing_off(mut case: Case, seed: u64) -> Case {
    let rng = &mut rng(seed);
    for candidate in &mut case.candidates {
        for effect in &mut candidate.effects {
            effect.lasts = rng.random_ratio(3, 5).then(|| rng.random_range(1..=3));
        }
        if candidate.effects.iter().any(|effect| effect.lasts.is_some()) {
            candidate.start_to += rng.random_range(0..=2);
        }
    }
    case
}

/// The case with cap tables for most services, and effects of which many buy from a holder by name: of a holder who may have less than
/// that, alone or together, and who may vote with another one.
pub(crate) fn bought_by_name(mut case: Case, seed: u64) -> Case {
    let rng = &mut rng(seed);
    for service in case.service_ixs().collect::<Vec<_>>() {
        if rng.random_ratio(1, 5) {
            continue;
        }
        let it = &mut case.services[service.0];
        it.power = if rng.random_bool(0.5) { PowerRule::Banzhaf } else { PowerRule::Shapley };
        it.quota = [50, 66, 75, 40][rng.random_range(0..4)].into();
        it.control = it.control.min(Decimal::from(60));
        it.drift = if rng.random_ratio(1, 3) { tenths(rng, 1, 30) } else { Decimal::ZERO };
        let rest = Decimal::ONE_HUNDRED - it.control;
        let mut cuts: Vec<Decimal> = (0..rng.random_range(1..=4)).map(|_| rest * tenths(rng, 1, 9)).collect();
        cuts.extend([Decimal::ZERO, rest]);
        cuts.sort();
        for (row, pair) in cuts.windows(2).enumerate() {
            let party = if row > 1 && rng.random_ratio(1, 4) { format!("h{}", row - 1) } else { format!("h{row}") };
            case.holders.push(holder(service, &format!("h{row}"), (pair[1] - pair[0], &party), row));
        }
    }
    for candidate in &mut case.candidates {
        // Few services, so that several buy of the same one.
        if let [first, rest @ ..] = candidate.effects.as_mut_slice()
            && rest.iter().all(|it| it.service != ServiceIx(0))
        {
            first.service = ServiceIx(0);
        }
        for effect in &mut candidate.effects {
            if rng.random_ratio(3, 4) {
                effect.buys_from = format!("h{}", rng.random_range(0..4));
            }
        }
    }
    case
}

fn holder(service: ServiceIx, id: &str, (stake, party): (Decimal, &str), row: usize) -> Holder {
    Holder {
        service,
        holder: id.to_owned(),
        name: String::new(),
        jurisdiction: String::new(),
        stake,
        price: None,
        marked: false,
        home: false,
        party: party.to_owned(),
        row,
    }
}

/// A candidate that costs nothing, does nothing and may start in the first year.
pub(crate) fn plain_candidate(at: usize, case: &Case) -> Candidate {
    Candidate {
        id: format!("c{at}"),
        name: format!("Candidate {at}"),
        domain: DomainIx(0),
        instrument: String::new(),
        pillar: String::new(),
        costs: Vec::new(),
        cofinance: Decimal::ZERO,
        shares: vec![ShareRange::ANY; case.ministries.len()],
        start_from: case.first_year,
        start_to: case.first_year,
        lead_time: 1,
        success: Decimal::ONE,
        points: Decimal::ZERO,
        overrun: Decimal::ZERO,
        status: Status::Free,
        reason: String::new(),
        classification: 0,
        withheld: None,
        effects: Vec::new(),
        note: String::new(),
        source: String::new(),
        row: at,
    }
}

fn random_members(rng: &mut ChaCha8Rng, case: &Case, least: usize) -> Vec<CandidateIx> {
    let mut all: Vec<_> = case.candidate_ixs().collect();
    let wanted = rng.random_range(least..=least.max(3)).min(all.len());
    (0..wanted).map(|_| all.swap_remove(rng.random_range(0..all.len()))).collect()
}

fn random_relation(rng: &mut ChaCha8Rng, case: &Case, strictness: u32) -> Relation {
    let kinds = if strictness == 0 { 4 } else { 5 };
    match rng.random_range(0..kinds) {
        0 => Relation::between(RelationKind::Requires, random_members(rng, case, 2)),
        1 => Relation::between(RelationKind::Excludes, random_members(rng, case, 2)),
        2 => Relation::counting(RelationKind::AtMost, 1, random_members(rng, case, 2)),
        3 => {
            let members = random_members(rng, case, 2);
            let service = Some(ServiceIx(rng.random_range(0..case.services.len())));
            let control_gain = tenths(rng, 10, 200);
            Relation { service, control_gain, ..Relation::between(RelationKind::Synergy, members) }
        }
        _ => Relation::counting(RelationKind::AtLeast, 1, random_members(rng, case, 2)),
    }
}

fn random_limit(rng: &mut ChaCha8Rng, case: &Case, row: usize) -> Limit {
    let scope = match rng.random_range(0..4) {
        0 => Scope::Domain(DomainIx(rng.random_range(0..case.domains.len()))),
        1 => Scope::Instrument("grant".to_owned()),
        2 => Scope::Pillar("one".to_owned()),
        _ => Scope::Ministry(MinistryIx(rng.random_range(0..case.ministries.len()))),
    };
    let amount =
        if rng.random_bool(0.5) { Amount::Percent(whole(rng, 20, 70)) } else { Amount::Money(whole(rng, 5, 30)) };
    if rng.random_ratio(1, 3) {
        let small = match amount {
            Amount::Percent(_) => Amount::Percent(whole(rng, 1, 20)),
            Amount::Money(_) => Amount::Money(whole(rng, 1, 6)),
        };
        return Limit { scope, min: Some(small), max: None, row };
    }
    Limit { scope, min: None, max: Some(amount), row }
}

/// Any portfolio: starts within the window, shares within the ranges where a split exists; rules may be broken.
pub(crate) fn random_portfolio(rng: &mut ChaCha8Rng, case: &Case) -> Portfolio {
    let mut picks = Vec::new();
    let often = rng.random_range(0..=6_u32);
    for candidate in case.candidate_ixs() {
        let facts = &case[candidate];
        let starts: Vec<_> = facts.starts(case.first_year, case.last_year).collect();
        let locked = facts.status == Status::LockedIn && !rng.random_ratio(1, 10);
        if starts.is_empty() || !(locked || rng.random_ratio(often, 10)) {
            continue;
        }
        let start = starts[rng.random_range(0..starts.len())];
        picks.push(Pick { candidate, start, shares: random_split(rng, &facts.shares) });
    }
    Portfolio::new(picks)
}

fn random_split(rng: &mut ChaCha8Rng, ranges: &[ShareRange]) -> Vec<u8> {
    let mut shares: Vec<u8> = ranges.iter().map(|range| range.min).collect();
    let mut left = 100_u8.saturating_sub(shares.iter().sum::<u8>());
    for _ in 0..400 {
        let at = rng.random_range(0..ranges.len());
        let room = ranges[at].max.saturating_sub(shares[at]).min(left);
        if room > 0 {
            let step = rng.random_range(1..=room);
            shares[at] += step;
            left -= step;
        }
    }
    shares
}

/// A proof of what is best for a case.
pub(crate) fn proof_of(case: &Case) -> String {
    use crate::optimise::{Options, Task, proof};
    let options = Options::default();
    let task = Task::best(case, &options);
    proof::prove(&task, &mut |_| std::ops::ControlFlow::Continue(())).unwrap().unwrap().text
}
