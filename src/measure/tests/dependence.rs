//! What stops with what: by hand, and against going through every service again and again.

use std::fmt::Write as _;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use super::{d, measured, text};
use crate::measure::dependence::{
    all_foreign_laws, chain, foreign_laws, goes_on, laws, stopped, tasks, weakest, weakest_index,
};
use crate::measure::index::Weights;
use crate::model::{Case, Event, ServiceIx};

const RUNGS: &str =
    "[[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.2\n[[rung]]\nid = \"most\"\nat_least = 50\npower = 0.8";

/// The worked example of the README.
fn example() -> Case {
    text(2028)
        .set("jurisdiction = \"NL\"")
        .ministries(&[("a", RUNGS)])
        .with(
            "services",
            "service,domain,control,jurisdiction,depends_on\ncloud,d,20,US/NL,\nmail,d,60,NL,cloud\ntax,d,90,NL,mail\ndns,d,60,NL,",
        )
        .with("candidates", "candidate,domain,cost_1\nown-cloud,d,10\nown-mail,d,5")
        .with("effects", "candidate,service,control_gain,prevents\nown-cloud,cloud,30,denial\nown-mail,mail,0,denial")
        .case()
}

fn denied(case: &Case, picks: &str) -> Vec<bool> {
    let safe = goes_on(case, &measured(case, picks), Event::Denial);
    let hit: Vec<bool> =
        case.service_ixs().map(|at| foreign_laws(case, at).any(|law| law == "US") && !safe[at.0]).collect();
    stopped(case, &hit).iter().map(Option::is_some).collect()
}

#[test]
fn the_worked_example_by_hand() {
    let case = example();
    assert_eq!(all_foreign_laws(&case), ["US"]);
    let weights = Weights::new(&case);
    // An order under US law stops the cloud, the mail on it and the tax office's work on that: three of four services.
    assert_eq!(denied(&case, ""), [true, true, true, false]);
    let stops = denied(&case, "");
    assert_eq!(tasks(&case, &weights, &|at| stops[at.0]), [d("75")]);
    // Own mail stands on the same cloud; an own cloud keeps all three going.
    assert_eq!(denied(&case, "own-mail 2027 100"), [true, true, true, false]);
    assert_eq!(denied(&case, "own-cloud 2027 100"), [false; 4]);
    let by = stopped(&case, &[true, false, false, false]);
    assert_eq!(chain(&by, ServiceIx(2)), [2, 1, 0].map(ServiceIx));
    // 100 (0.2 + 0.8 + 0.8 + 0.8) / 4 = 65, by the weakest layers 100 (0.2 + 0.2 + 0.2 + 0.8) / 4 = 35.
    let before = ["0.2", "0.8", "0.8", "0.8"].map(d);
    assert_eq!(weakest(&case, &before), [0, 0, 0, 3].map(ServiceIx));
    assert_eq!(weakest_index(&case, &weights, &before), d("35"));
    // The own cloud brings its control to 50: all have 0.8, and 45 points are won by moving one service.
    assert_eq!(weakest_index(&case, &weights, &[d("0.8"); 4]), d("80"));
    assert_eq!(weakest(&case, &[d("0.8"); 4]), [0, 1, 2, 3].map(ServiceIx), "of equal layers the service itself");
}

#[test]
fn laws_are_parted_by_strokes_and_remarks_are_none() {
    let all = |text| laws(text).collect::<Vec<_>>();
    assert_eq!(all("US/ FR /NL"), ["US", "FR", "NL"]);
    assert_eq!(all("NL (listed)"), ["NL"]);
    assert_eq!(all(" / (somewhere)"), [""; 0]);
}

/// Services that depend on each other at random, also in circles.
fn random(seed: u64) -> (Case, Vec<bool>, Vec<Decimal>) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let services = rng.random_range(1..9_usize);
    let mut rows = "service,domain,depends_on".to_owned();
    for at in 0..services {
        let on: Vec<String> =
            (0..services).filter(|&on| on != at && rng.random_bool(0.2)).map(|on| format!("s{on}")).collect();
        let _ = write!(rows, "\ns{at},d,{}", on.join(" "));
    }
    let hit = (0..services).map(|_| rng.random_bool(0.3)).collect();
    let power = (0..services).map(|_| Decimal::new(rng.random_range(0..6), 1)).collect();
    (text(2028).with("services", &rows).case(), hit, power)
}

/// All layers of a service: itself and what its layers depend on, until nothing is added.
fn layers(case: &Case, service: usize) -> Vec<usize> {
    let mut all = vec![service];
    let mut at = 0;
    while at < all.len() {
        for on in &case.services[all[at]].depends_on {
            if !all.contains(&on.0) {
                all.push(on.0);
            }
        }
        at += 1;
    }
    all
}

#[test]
fn all_services_that_stop_and_all_weakest_layers_are_found() {
    let mut through = 0;
    for seed in 0..400 {
        let (case, hit, power) = random(seed);
        let by = stopped(&case, &hit);
        let weak = weakest(&case, &power);
        for at in 0..hit.len() {
            let layers = layers(&case, at);
            assert_eq!(by[at].is_some(), layers.iter().any(|&layer| hit[layer]), "seed {seed}, service {at}");
            if by[at].is_some() {
                let chain = chain(&by, ServiceIx(at));
                assert!(hit[chain[chain.len() - 1].0], "seed {seed}: {chain:?}");
                let follows = |pair: &[ServiceIx]| case[pair[0]].depends_on.contains(&pair[1]);
                assert!(chain.windows(2).all(follows), "seed {seed}: {chain:?}");
                through += usize::from(chain.len() > 2);
            }
            let least = layers.iter().map(|&layer| power[layer]).min().unwrap();
            assert_eq!(power[weak[at].0], least, "seed {seed}, service {at}");
            assert!(layers.contains(&weak[at].0) && (power[at] > least || weak[at].0 == at), "seed {seed}");
        }
    }
    assert!(through > 100, "{through} chains of more than two");
}
