//! Proofs are believed when they are right, and refused however they are spoilt.

use std::ops::ControlFlow;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::verify;
use super::write::{Proof, prove};
use crate::model::generate::{Shape, planning};
use crate::model::{Case, Timing, compile};
use crate::optimise::testing::{bought_by_name, guarded, random_case, wearing_off};
use crate::optimise::{Goal, Options, Precision, Task};

fn proof(case: &Case) -> Proof {
    let options = Options::default();
    let task = Task {
        case,
        options: &options,
        time_left: None,
        warm: None,
        goal: Goal::Best,
        no_goods: &[],
        known: &[],
        precision: Precision::Normal,
    };
    prove(&task, &mut |_| ControlFlow::Continue(())).unwrap().unwrap()
}

/// A case whose proof has splits, settled decisions and leaves.
fn planned() -> Case {
    compile::compile(&planning(40, 3, Shape::Ladder)).case
}

fn lines(proof: &Proof) -> Vec<Value> {
    proof.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(lines: &[Value]) -> String {
    lines.iter().map(Value::to_string).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn proofs_of_small_cases_hold() {
    for seed in 0..300 {
        let case = random_case(seed, 3 + (seed % 7) as usize, (seed % 4) as u32);
        let case = if seed >= 150 || seed.is_multiple_of(4) { wearing_off(case, seed) } else { case };
        let case = if seed < 200 && seed.is_multiple_of(3) { bought_by_name(case, seed) } else { case };
        let case = if seed < 200 { case } else { guarded(case, seed) };
        let proof = proof(&case);
        let verified = verify(&case, &proof.text).unwrap_or_else(|why| panic!("seed {seed}: {why}"));
        assert_eq!(verified.portfolio, proof.found.portfolio, "seed {seed}");
    }
}

#[test]
fn a_missing_line_is_seen() {
    let case = planned();
    let whole = lines(&proof(&case));
    assert!(whole.len() > 20, "the case is too easy for this test: {} lines", whole.len());
    for missing in 0..whole.len() {
        // Without a decision that was settled the rest may hold all the same: what follows is then a weaker proof.
        if whole[missing].get("fix").is_none() {
            let mut fewer = whole.clone();
            fewer.remove(missing);
            assert!(verify(&case, &text(&fewer)).is_err(), "line {} was not missed", missing + 1);
        }
    }
}

#[test]
fn a_line_too_many_is_seen() {
    let case = planned();
    let mut whole = lines(&proof(&case));
    whole.push(json!({ "leaf": {} }));
    assert!(verify(&case, &text(&whole)).is_err());
}

#[test]
fn a_negative_multiplier_is_refused() {
    let case = planned();
    let whole = lines(&proof(&case));
    for at in 0..whole.len() {
        for key in ["leaf", "with", "impossible"] {
            let mut spoilt = whole.clone();
            let Some(table) = spoilt[at].get_mut(key).and_then(Value::as_object_mut) else { continue };
            let Some(price) = table.values_mut().next() else { continue };
            *price = json!(format!("-{}", price.as_str().unwrap()));
            let why = verify(&case, &text(&spoilt)).unwrap_err();
            assert_eq!(why.line, at + 1);
            assert!(why.why.contains("negative"), "{why}");
        }
    }
}

#[test]
fn multipliers_that_bound_nothing_are_refused() {
    let case = planned();
    let whole = lines(&proof(&case));
    let mut refused = 0;
    for at in 1..whole.len() {
        for key in ["leaf", "with"] {
            let mut spoilt = whole.clone();
            if spoilt[at].get(key).is_some() {
                spoilt[at][key] = json!({});
                refused += usize::from(verify(&case, &text(&spoilt)).is_err_and(|why| why.line == at + 1));
            }
        }
    }
    assert!(refused > 5, "only {refused} lines needed their multipliers");
}

#[test]
fn a_decision_that_is_not_settled_is_refused() {
    let case = planned();
    let whole = lines(&proof(&case));
    let portfolio = whole[0]["portfolio"].as_array().unwrap();
    let at = whole.iter().position(|line| line.get("with").is_some()).unwrap();
    // The proof may not settle away what its own best portfolio does.
    let mut refused = 0;
    for pick in portfolio {
        let mut spoilt = whole.clone();
        spoilt[at]["fix"].as_array_mut().unwrap().push(json!(["out", pick[0]]));
        refused += usize::from(verify(&case, &text(&spoilt)).is_err());
    }
    assert!(refused > 0);
}

#[test]
fn splits_must_cover_everything() {
    let case = planned();
    let whole = lines(&proof(&case));
    for at in (0..whole.len()).filter(|&at| whole[at].get("split").is_some()) {
        let mut spoilt = whole.clone();
        spoilt[at]["split"][1] = spoilt[at]["split"][0].clone();
        assert_eq!(verify(&case, &text(&spoilt)).unwrap_err().line, at + 1);
    }
}

#[test]
fn a_better_portfolio_cannot_be_hidden() {
    let case = planned();
    let mut whole = lines(&proof(&case));
    let mut picks = whole[0]["portfolio"].as_array().unwrap().clone();
    while let Some(last) = picks.pop() {
        whole[0]["portfolio"] = json!(picks);
        whole[0]["objective"] = json!("0");
        let why = verify(&case, &text(&whole)).unwrap_err();
        // Its worth is measured, whatever the header says; with the right worth it is not the best.
        if let Some(worth) =
            why.why.strip_prefix("the portfolio has an objective of ").and_then(|it| it.split(',').next())
        {
            whole[0]["objective"] = json!(worth);
            assert!(verify(&case, &text(&whole)).is_err(), "without {last} it still counts as the best");
            return;
        }
    }
    panic!("no smaller portfolio keeps all rules");
}

#[test]
fn a_case_cannot_be_called_impossible() {
    let case = planned();
    let mut whole = lines(&proof(&case));
    whole[0]["portfolio"] = Value::Null;
    whole[0]["objective"] = Value::Null;
    assert!(verify(&case, &text(&whole)).is_err());
}

#[test]
fn another_case_is_refused() {
    let case = planned();
    let proof = proof(&case);
    let mut other = case.clone();
    other.ministries[0].budget[0] += Decimal::ONE;
    assert_eq!(verify(&other, &proof.text).unwrap_err().line, 1);
    // Even with the digest of the other case the numbers are those of the other case.
    let mut whole = lines(&proof);
    let mut richer = case.clone();
    richer.ministries.iter_mut().flat_map(|ministry| &mut ministry.budget).for_each(|budget| *budget += Decimal::TEN);
    whole[0]["case"] = json!(super::digest::digest(&richer));
    assert!(verify(&richer, &text(&whole)).is_err());
}

#[test]
fn what_is_not_a_proof_is_refused() {
    let case = planned();
    for nonsense in ["", "{}", "not json", "[1,2]", "{\"format\":\"beslismacht-proof-2\"}"] {
        assert!(verify(&case, nonsense).is_err(), "{nonsense}");
    }
}

#[test]
fn a_proof_that_is_cut_short_is_refused() {
    let case = planned();
    let whole = proof(&case).text;
    let ends: Vec<usize> = whole.char_indices().filter(|(_, letter)| *letter == '\n').map(|(at, _)| at).collect();
    for &end in &ends[..ends.len() - 1] {
        assert!(verify(&case, whole.get(..end).unwrap()).is_err(), "the first {end} bytes count as a proof");
    }
    for end in [1, 20, whole.len() / 2, whole.len() - 3] {
        assert!(verify(&case, whole.get(..end).unwrap()).is_err(), "the first {end} bytes count as a proof");
    }
}

#[test]
fn a_line_twice_is_refused() {
    let case = planned();
    let whole = lines(&proof(&case));
    for at in 0..whole.len() {
        // What was settled may be settled again.
        if whole[at].get("fix").is_none() {
            let mut more = whole.clone();
            more.insert(at, whole[at].clone());
            assert!(verify(&case, &text(&more)).is_err(), "line {} twice counts as a proof", at + 1);
        }
    }
}

#[test]
fn multipliers_that_are_not_numbers_are_refused() {
    let case = planned();
    let whole = lines(&proof(&case));
    let at = whole.iter().position(|line| line["leaf"].as_object().is_some_and(|leaf| !leaf.is_empty())).unwrap();
    let row = whole[at]["leaf"].as_object().unwrap().keys().next().unwrap().clone();
    for nonsense in [
        json!("NaN"),
        json!("inf"),
        json!("1e300"),
        json!(""),
        json!("-0.000000000001"),
        json!("0.0000000000001"),
        json!("79228162514264337593543950335"),
        json!("1000000000000000000000000000"),
        json!("1000000000000000"),
        json!(1.5),
        json!(null),
        json!([]),
    ] {
        let mut spoilt = whole.clone();
        spoilt[at]["leaf"][&row] = nonsense.clone();
        assert!(verify(&case, &text(&spoilt)).is_err(), "{nonsense} counts as a multiplier");
    }
    let mut spoilt = whole.clone();
    spoilt[at]["leaf"]["budget:nobody:1999"] = json!("1");
    assert!(verify(&case, &text(&spoilt)).unwrap_err().why.contains("no row"));
}

#[test]
fn the_objective_must_be_that_of_the_portfolio() {
    let case = planned();
    let whole = lines(&proof(&case));
    let objective: Decimal = whole[0]["objective"].as_str().unwrap().parse().unwrap();
    let more = (objective + Decimal::new(1, 6)).to_string();
    let less = (objective - Decimal::ONE).to_string();
    for wrong in [json!(more), json!(less), json!("NaN"), json!("1e9"), json!(12), Value::Null] {
        let mut spoilt = whole.clone();
        spoilt[0]["objective"] = wrong.clone();
        assert_eq!(verify(&case, &text(&spoilt)).unwrap_err().line, 1, "{wrong}");
    }
}

#[test]
fn a_portfolio_that_breaks_a_rule_proves_nothing() {
    let case = planned();
    let whole = lines(&proof(&case));
    let first = whole[0]["portfolio"][0].clone();
    let mut twice = whole.clone();
    twice[0]["portfolio"].as_array_mut().unwrap().push(first);
    let mut shares = whole.clone();
    shares[0]["portfolio"][0][2] = json!([100, 100]);
    let mut few = whole.clone();
    few[0]["portfolio"][0][2] = json!([100]);
    let mut early = whole.clone();
    early[0]["portfolio"][0][1] = json!(1990);
    let mut unknown = whole.clone();
    unknown[0]["portfolio"][0][0] = json!("nobody");
    for spoilt in [twice, shares, few, early, unknown] {
        assert_eq!(verify(&case, &text(&spoilt)).unwrap_err().line, 1, "{}", spoilt[0]);
    }
}

#[test]
fn groups_hold_every_service_once() {
    let case = planned();
    let whole = lines(&proof(&case));
    let mut missing = whole.clone();
    missing[0]["diagrams"].as_array_mut().unwrap().remove(0);
    let mut twice = whole.clone();
    let first = whole[0]["diagrams"][0].clone();
    twice[0]["diagrams"].as_array_mut().unwrap().push(first);
    let mut away = whole.clone();
    let home = whole[0]["homes"].as_object().unwrap().keys().next().unwrap().clone();
    away[0]["homes"][&home] = json!(999);
    for spoilt in [missing, twice, away] {
        assert_eq!(verify(&case, &text(&spoilt)).unwrap_err().line, 1);
    }
}

#[test]
fn groups_hold_every_year_of_a_service_once() {
    let case = Case { timing: Timing::Average, ..compile::compile(&planning(12, 3, Shape::Ladder)).case };
    let whole = lines(&proof(&case));
    verify(&case, &text(&whole)).unwrap();
    let id = match &whole[0]["diagrams"][0][0] {
        Value::Array(entry) => entry[0].clone(),
        id => id.clone(),
    };
    let (first, last) = (case.first_year, case.last_year);
    let years = [(first, last - 1), (first + 1, last), (first - 1, last), (first, last + 1), (last, first)];
    for (from, to) in years {
        let mut spoilt = whole.clone();
        // All of its years that the proof has elsewhere would be there twice.
        spoilt[0]["diagrams"][0][0] = json!([id, from, to]);
        assert_eq!(verify(&case, &text(&spoilt)).unwrap_err().line, 1, "{from}-{to}");
    }
}

#[test]
fn the_digest_says_what_the_best_depends_on() {
    let case = planned();
    let digest = |change: &dyn Fn(&mut Case)| {
        let mut other = case.clone();
        change(&mut other);
        super::digest::digest(&other)
    };
    let same = digest(&|_| {});
    assert_eq!(same, digest(&|case| case.title = "another title".to_owned()));
    assert_eq!(same, digest(&|case| case.candidates[0].name = "another name".to_owned()));
    assert_eq!(same, digest(&|case| case.candidates[0].costs.push(Decimal::ZERO)));
    assert_eq!(same, digest(&|case| case.candidates[0].points.rescale(6)));
    let changes: [&dyn Fn(&mut Case); 8] = [
        &|case| case.candidates[0].points += Decimal::ONE,
        &|case| case.candidates[0].start_to += 1,
        &|case| case.candidates[0].shares[0].max -= 1,
        &|case| case.services[0].control += Decimal::ONE,
        &|case| case.ministries[0].voice += Decimal::ONE,
        &|case| case.relations[0].row += 1,
        &|case| case.limits[0].max = None,
        &|case| case.domains.swap(0, 1),
    ];
    for (at, change) in changes.iter().enumerate() {
        assert_ne!(same, digest(change), "change {at}");
    }
}

#[test]
fn the_canonical_form_is_the_one_that_is_described() {
    let case = compile::compile(&planning(6, 1, Shape::Ladder)).case;
    let form = crate::rules::facts::canonical(&case);
    for line in form.lines() {
        let words: Vec<String> = serde_json::from_str(line).unwrap();
        assert!(!words.is_empty() && !line.contains(", "), "{line}");
    }
    assert!(form.starts_with("[\"horizon\",\"2027\",\"2036\"]\n[\"objective\",\"expected\",\"final\"]\n"), "{form}");
    assert!(form.contains("\n[\"rung\",\"blocking\",\"33.4\",\"0.55\"]\n"), "{form}");
    assert!(form.contains("\n[\"limit\",\"1\",\"domain\",\"domain2\",\"\",\"35%\"]\n"), "{form}");
}
