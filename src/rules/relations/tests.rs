//! Every kind says the same in all its ways, and one more kind is found wherever a kind should be.

use std::ops::ControlFlow;

use super::Starts;
use crate::analyse::repairs::{Change, Repair};
use crate::analyse::{Outcome, case_transforms::without_rule};
use crate::check::check;
use crate::measure::evaluate;
use crate::model::generate::small;
use crate::model::{CandidateIx, Case, Pick, Portfolio, Relation, RelationKind, Workbook, Year, compile::compile};
use crate::optimise::testing::proof_of;
use crate::optimise::{Options, SolverChoice, Status, mps, optimise, proof};
use crate::report::file_reference;
use crate::rules::{Inequality, Rule, Side, When};
use crate::session::edit::repairs::repaired;

const YEARS: std::ops::RangeInclusive<Year> = 2027..=2029;

fn holds(inequality: &Inequality, starts: &Starts) -> bool {
    let sum = |by: Year| -> i64 {
        let counted = inequality.terms.iter().filter(|(it, _)| starts.of(*it).is_some_and(|start| start <= by));
        counted.map(|(_, factor)| factor).sum()
    };
    let keeps = |by: Year| match inequality.side {
        Side::AtLeast => sum(by) >= inequality.bound,
        Side::AtMost => sum(by) <= inequality.bound,
    };
    match inequality.when {
        When::Ever => keeps(Year::MAX),
        When::ByEachYear => YEARS.into_iter().all(keeps),
    }
}

/// All starts of three candidates.
fn all_starts() -> impl Iterator<Item = Starts> {
    let one = || std::iter::once(None).chain(YEARS.map(Some));
    one().flat_map(move |a| one().flat_map(move |b| one().map(move |c| Starts(vec![a, b, c]))))
}

fn relations() -> impl Iterator<Item = Relation> {
    let members = || vec![CandidateIx(1), CandidateIx(0), CandidateIx(2)];
    RelationKind::ALL.iter().flat_map(move |&kind| (0..=4).map(move |count| Relation::counting(kind, count, members())))
}

#[test]
fn what_is_judged_is_what_is_searched_for() {
    for relation in relations() {
        for starts in all_starts() {
            let kept = relation.inequalities().iter().all(|it| holds(it, &starts));
            let verdict = relation.judge(Rule::Relation(0), &starts);
            assert_eq!(kept, verdict.is_none_or(|it| it.holds), "{relation:?} {:?}", starts.0);
        }
    }
}

#[test]
fn what_is_told_of_inequalities_is_so() {
    for (one, other) in relations().flat_map(|one| relations().map(move |other| (one.clone(), other))) {
        let keeps = |it: &Relation, starts: &Starts| it.inequalities().iter().all(|it| holds(it, starts));
        if one.is_no_looser(&other) {
            assert!(all_starts().all(|starts| !keeps(&one, &starts) || keeps(&other, &starts)), "{one:?} {other:?}");
        }
        for (candidate, need) in one.needs() {
            let kept = all_starts().filter(|starts| keeps(&one, starts));
            assert!(kept.into_iter().all(|it| it.of(candidate).is_none() || it.of(need).is_some()), "{one:?}");
        }
        let nothing = Starts(vec![None; 3]);
        assert!(keeps(&one.without_demand(), &nothing) && keeps(&one.given_up(), &nothing), "{one:?}");
        if let Some(count) = one.most_loosened() {
            let last = Relation { count, ..one.clone() };
            assert!(last.inequalities().iter().all(Inequality::is_always_kept), "{one:?}");
        }
    }
}

/// Two candidates of which the first brings all, and a relation between them.
fn book(relation: &str, locks: [&str; 2], budget: u32) -> Workbook {
    let settings = "format = 1\nfirst_year = 2027\nlast_year = 2027\n[[ministry]]\nid = \"m\"\n";
    Workbook::from_files(&[
        ("case.toml", settings),
        ("domains.csv", "domain,weight_m\nd,1\n"),
        ("services.csv", "service,domain\n"),
        (
            "candidates.csv",
            &format!(
                "candidate,name,domain,cost_1,start_from,points,status,reason\na,Alpha,d,1,2027,5,{},law\nb,Beta,d,9,2027,1,{},law\n",
                locks[0], locks[1]
            ),
        ),
        ("effects.csv", "candidate,service,control_gain\n"),
        ("budgets.csv", &format!("ministry,year,amount\nm,2027,{budget}\n")),
        ("relations.csv", &format!("kind,members\n{relation}\n")),
    ])
}

fn answer(case: &Case, solver: SolverChoice) -> crate::optimise::Answer {
    optimise(case, &Options { solver, ..Options::default() }, None, &mut |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn one_more_kind_is_found_everywhere() {
    let book_of = |locks, budget| book("together,a b", locks, budget);
    let free = book_of(["", ""], 20);
    let compiled = compile(&free);
    let case = &compiled.case;
    assert!(compiled.findings.is_empty(), "{:?}", compiled.findings);
    // The table, and what is documented of it.
    assert_eq!(case.relations[0].kind, RelationKind::Together);
    assert!(file_reference().contains("`together`") && file_reference().contains("all of them or none"));
    // A check of one row, of locks, and of cells that mean nothing.
    let codes = |book: &Workbook| check(book, &compile(book)).iter().map(|found| found.code).collect::<Vec<_>>();
    assert!(codes(&book("together,a", ["", ""], 20)).contains(&"too-few-members"));
    assert!(codes(&book_of(["locked_in", "locked_out"], 20)).contains(&"lock-against-relation"));
    let mut counted = free.clone();
    counted.put_file("relations.csv", "kind,members,count\ntogether,a b,1\n");
    assert!(codes(&counted).contains(&"unused-cell"));
    // The verdict, and its sentence.
    let pick = |at| Pick { candidate: CandidateIx(at), start: 2027, shares: vec![100] };
    let one = evaluate(case, &Portfolio::new(vec![pick(0)]));
    let broken: Vec<String> = one.broken().map(|verdict| verdict.sentence(case)).collect();
    assert_eq!(broken, ["Alpha and Beta are chosen together or not at all; this is broken by 1 candidate."]);
    assert!(evaluate(case, &Portfolio::new(vec![pick(0), pick(1)])).keeps_all_rules());
    // The program that solvers get.
    assert!(mps(case).contains("relation_1"));
    // The engine, the general solver, and a proof.
    for (budget, picks) in [(20, 2), (9, 0)] {
        let case = compile(&book_of(["", ""], budget)).case;
        for solver in [SolverChoice::Engine, SolverChoice::Microlp] {
            let answer = answer(&case, solver);
            assert_eq!(answer.status, Status::Optimal);
            assert_eq!(answer.portfolio.unwrap().picks().len(), picks, "{budget} {solver:?}");
        }
        let proof = proof_of(&case);
        assert!(proof::verify(&case, &proof).is_ok());
        // The digest: the proof is no proof of another case.
        let mut other = case.clone();
        other.relations[0].kind = RelationKind::Excludes;
        assert!(proof::verify(&other, &proof).is_err());
    }
    // Why nothing is possible, and the repair.
    let stuck = book_of(["locked_in", ""], 9);
    let case = compile(&stuck).case;
    let conflict = answer(&case, SolverChoice::Engine).conflict.unwrap();
    assert!(conflict.rules.contains(&Rule::Relation(0)), "{:?}", conflict.words);
    assert!(conflict.repair.is_some());
    let freed = without_rule(&case, Rule::Relation(0));
    assert_eq!(answer(&freed, SolverChoice::Engine).status, Status::Optimal);
    let changes = vec![Change::GiveUp(Rule::Relation(0))];
    let repair = Repair { changes, money: rust_decimal::Decimal::ZERO, best: Outcome::IMPOSSIBLE, least: true };
    let mut fixed = stuck.clone();
    let _ = repaired(&stuck, &case, &repair).unwrap().apply(&mut fixed);
    assert!(compile(&fixed).case.relations.is_empty());
    // Made-up cases.
    let made_up = (0..200).map(|seed| compile(&small(seed)).case);
    assert!(made_up.into_iter().any(|case| case.relations.iter().any(|it| it.kind == RelationKind::Together)));
}
