//! What events reach, against going through all of it again.

use beslismacht::analyse::events::{Params, Reached};
use beslismacht::analyse::sweep::{Sweep as _, run};
use beslismacht::analyse::{Analysis, AnalysisKind, AnalysisParams};
use beslismacht::measure::evaluate;
use beslismacht::model::{Case, Event, Pick, Portfolio, ServiceIx, ShareRange};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, cases, with_runner};

const LAWS: [&str; 4] = ["NL", "US", "US/NL", "CN (fund)/US"];

/// Lets services depend on others and answer to laws, and effects prevent events, at random.
fn dress(case: &mut Case, rng: &mut ChaCha8Rng) {
    "NL".clone_into(&mut case.jurisdiction);
    for at in 0..case.services.len() {
        let on = case.service_ixs().filter(|on| on.0 != at && rng.random_bool(0.3)).collect();
        case.services[at].depends_on = on;
        LAWS[rng.random_range(0..LAWS.len())].clone_into(&mut case.services[at].jurisdiction);
    }
    for effect in case.candidates.iter_mut().flat_map(|it| &mut it.effects) {
        effect.prevents =
            [None, Some(Event::Denial), Some(Event::Outage), Some(Event::Takeover)][rng.random_range(0..4)];
    }
}

/// The services that stop, found by going round until nothing changes.
fn stops(case: &Case, hit: &dyn Fn(ServiceIx) -> bool) -> Vec<bool> {
    let mut stops: Vec<bool> = case.service_ixs().map(hit).collect();
    loop {
        let next: Vec<bool> = case
            .services
            .iter()
            .zip(&stops)
            .map(|(it, &stop)| stop || it.depends_on.iter().any(|on| stops[on.0]))
            .collect();
        if next == stops {
            return stops;
        }
        stops = next;
    }
}

/// Whether a service goes on through an event by itself.
fn safe(case: &Case, portfolio: &Portfolio, event: Event, service: ServiceIx) -> bool {
    portfolio.picks().iter().any(|pick| {
        let it = &case[pick.candidate];
        let prevents = it.effects.iter().any(|effect| effect.service == service && effect.prevents == Some(event));
        prevents && it.in_force(pick.start) <= case.last_year
    })
}

fn weakest(case: &Case, power: &[Decimal]) -> Decimal {
    let mut least = power.to_vec();
    for _ in 0..power.len() {
        for (at, it) in case.services.iter().enumerate() {
            least[at] = it.depends_on.iter().map(|on| least[on.0]).chain([least[at]]).min().unwrap();
        }
    }
    // What the index makes of these powers, service by service.
    let whole = |of: &dyn Fn(usize) -> Decimal| -> Decimal {
        let voices: Decimal = case.ministries.iter().map(|it| it.voice).sum();
        let mut index = Decimal::ZERO;
        for (m, ministry) in case.ministries.iter().enumerate() {
            let weights: Decimal = case.domains.iter().map(|it| it.weights[m]).sum();
            for (domain, it) in case.domains.iter().enumerate() {
                let inside = || case.service_ixs().filter(|at| case[*at].domain.0 == domain);
                let sum: Decimal = inside().map(|at| case[at].weight).sum();
                if !sum.is_zero() {
                    let power: Decimal = inside().map(|at| case[at].weight * of(at.0)).sum();
                    index += ministry.voice / voices * it.weights[m] / weights * power / sum;
                }
            }
        }
        index * Decimal::ONE_HUNDRED
    };
    whole(&|at| least[at])
}

fn close(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() < Decimal::new(1, 9)
}

fn found(case: &Case, portfolio: &Portfolio) -> Reached {
    let params = Params::of(portfolio.clone());
    with_runner(&Exhaustive, 1, |runner| run(&params.sweep(case).unwrap(), runner)).unwrap()
}

fn check(seed: u64, case: &Case, portfolio: &Portfolio, counts: &mut [usize; 3]) {
    let found = found(case, portfolio);
    let none = Portfolio::default();
    assert_eq!(found.laws.iter().map(|it| it.law.as_str()).filter(|law| *law == "NL").count(), 0);
    for it in &found.laws {
        for (portfolio, stop) in [&none, portfolio].into_iter().zip(&it.stops) {
            let answers = |at: ServiceIx| {
                let text = case[at].jurisdiction.replace(" (fund)", "");
                text.split('/').any(|law| law == it.law)
            };
            let should = stops(case, &|at| answers(at) && !safe(case, portfolio, Event::Denial, at));
            assert_eq!(stop.by.iter().map(Option::is_some).collect::<Vec<_>>(), should, "case {seed}, {}", it.law);
            counts[0] += stop.by.iter().enumerate().filter(|(at, by)| by.is_some_and(|by| by != *at)).count();
        }
    }
    for it in &found.outages {
        for (portfolio, stop) in [&none, portfolio].into_iter().zip(&it.stops) {
            let should = stops(case, &|at| at.0 == it.service && !safe(case, portfolio, Event::Outage, at));
            assert_eq!(stop.by.iter().map(Option::is_some).collect::<Vec<_>>(), should, "case {seed}");
        }
    }
    let power = |portfolio: &Portfolio| -> Vec<Decimal> {
        evaluate(case, portfolio).services.iter().map(|it| it.power_after).collect()
    };
    let base = weakest(case, &power(portfolio));
    assert!(close(found.weakest[1], base), "case {seed}: {} instead of {base}", found.weakest[1]);
    assert!(close(found.weakest[0], weakest(case, &power(&none))), "case {seed}");
    for layer in &found.layers {
        let mut full = power(portfolio);
        full[layer.service] = Decimal::ONE;
        assert!(close(layer.held_back, weakest(case, &full) - base), "case {seed}");
        let mut best: Option<Decimal> = None;
        for candidate in case.candidate_ixs() {
            let moves = case[candidate].effects.iter().any(|it| it.service.0 == layer.service);
            if !moves || !case.may_be_chosen(candidate) || portfolio.picks().iter().any(|it| it.candidate == candidate)
            {
                continue;
            }
            let shares = ShareRange::even_split(&case[candidate].shares);
            let pick = Pick { candidate, start: *case.starts(candidate).start(), shares };
            let with = Portfolio::new(portfolio.picks().iter().cloned().chain([pick]).collect());
            let (adds, cost) =
                (weakest(case, &power(&with)) - base, beslismacht::measure::bill::whole(&case[candidate]));
            if adds > Decimal::new(1, 9) && !cost.is_zero() {
                best = best.max(Some(adds / cost));
            }
        }
        if let Some(next) = layer.next.as_ref().and_then(|it| it.for_money) {
            counts[1] += 1;
            assert!(close(next, best.unwrap()), "case {seed}: {next} instead of {best:?}");
        }
    }
    let order: Vec<_> = found.layers.iter().filter_map(|it| it.next.as_ref()?.for_money).collect();
    assert!(order.is_sorted_by(|one, other| one >= other), "case {seed}: {order:?}");
    for it in &found.alternatives {
        counts[2] += usize::from(it.keeps.len() > 1);
        assert!(it.keeps.iter().all(|&at| at == it.service || !case.services[at].depends_on.is_empty()));
    }
}

#[test]
fn events_agree_with_going_through_all_of_it() {
    let mut counts = [0; 3];
    for (seed, mut case) in cases(0..120) {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        dress(&mut case, &mut rng);
        let portfolios = all(&case);
        if !portfolios.is_empty() {
            // Where little is chosen, much is left that could come next.
            let fewest = (0..portfolios.len()).min_by_key(|&at| portfolios[at].0.picks().len()).unwrap();
            let at = if seed % 2 == 0 { fewest } else { rng.random_range(0..portfolios.len()) };
            let (portfolio, _) = &portfolios[at];
            check(seed, &case, portfolio, &mut counts);
        }
    }
    assert!(counts.iter().all(|&count| count > 5), "{counts:?}");
}

#[test]
fn what_was_written_of_events_is_certified() {
    let (_, mut case) = cases(0..120).find(|(_, case)| case.services.len() > 2).unwrap();
    dress(&mut case, &mut ChaCha8Rng::seed_from_u64(4));
    let params = Params::of(Portfolio::default());
    let sweep = params.sweep(&case).unwrap();
    let mut found = found(&case, &Portfolio::default());
    assert_eq!(sweep.certify(&(), &[(0, found.clone())]), Ok(()));
    found.weakest[1] += Decimal::ONE;
    assert!(sweep.certify(&(), &[(0, found)]).is_err());
    assert_eq!(AnalysisParams::Events(std::sync::Arc::new(params)).kind(), AnalysisKind::Events);
}
