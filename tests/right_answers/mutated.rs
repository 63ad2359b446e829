//! Files and arguments that are mutated at random: nothing ends the program, and nothing false is believed.
//!
//! A few thousand in every run; the hundred thousand are `cargo test --release -- --ignored a_hundred_thousand`. What is found
//! can be had again: every mutation follows from its number.

use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::Path;

use crate::made_up::{Shape, planning};
use beslismacht::analyse::budget_frontier::BudgetFrontier;
use beslismacht::analyse::sweep::{Part, Sweep, assemble, certify, merge, run_part};
use beslismacht::analyse::{AnalysisProgress, Outcome, QueryRunner, Solving};
use beslismacht::cli;
use beslismacht::model::compile::compile;
use beslismacht::model::schema::TableId;
use beslismacht::model::{Case, Workbook};
use beslismacht::optimise::proof::{prove, verify};
use beslismacht::optimise::{Goal, Options, Precision, SAME, Task};
use beslismacht::session::edit::Edit;
use beslismacht::session::{Change, History, Step, UserPortfolio};
use beslismacht::store::{self, Base, JOURNAL_FILE, Journal, NoPart, PartFile};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;
use serde_json::Value;

/// What stands at the end of what a type holds, or is no such thing at all.
const EXTREMES: &[&str] = &[
    "0",
    "-1",
    "-0",
    "1",
    "2",
    "255",
    "256",
    "2147483647",
    "-2147483648",
    "4294967296",
    "9223372036854775807",
    "18446744073709551615",
    "18446744073709551616",
    "79228162514264337593543950335",
    "-79228162514264337593543950335",
    "7922816251426433759354395033.5",
    "0.0000000000000000000000000001",
    "999999999999",
    "1e400",
    "NaN",
    "null",
    "[]",
    "{}",
    "true",
    "\"\"",
    "\"79228162514264337593543950335\"",
    "\"-79228162514264337593543950335\"",
    "\"0.0000000000000000000000000001\"",
    "\"1000000000000000\"",
    "\"999999999999\"",
];

fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

fn pick<'a, T>(random: &mut ChaCha8Rng, all: &'a [T]) -> &'a T {
    &all[random.random_range(0..all.len())]
}

/// Where numbers and words stand in a text: runs of what they are made of.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = None;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        let inside = byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(begin)) => {
                found.push((begin, at));
                from = None;
            }
            _ => {}
        }
    }
    found
}

/// The text after one to three mutations.
fn mutated(text: &str, random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut text = text.to_owned();
    for _ in 0..random.random_range(1..=3) {
        let words = words(&text);
        let lines: Vec<&str> = text.lines().collect();
        if words.is_empty() || lines.is_empty() {
            break;
        }
        let (from, to) = *pick(random, &words);
        text = match random.random_range(0..9) {
            0..=3 => {
                let quoted = from > 0 && text.as_bytes()[from - 1] == b'"';
                let extreme = pick(random, EXTREMES);
                // Between quotes only what is inside them is put there, so that the file stays JSON.
                let extreme = if quoted { extreme.trim_matches('"') } else { extreme };
                format!("{}{extreme}{}", text.get(..from).unwrap(), text.get(to..).unwrap())
            }
            4 => {
                // One digit more, or another one.
                let digit = random.random_range(0..=9);
                format!(
                    "{}{digit}{}",
                    text.get(..from).unwrap(),
                    text.get(from + random.random_range(0..=1)..).unwrap()
                )
            }
            5 => {
                // A word of elsewhere in the file.
                let (other, end) = *pick(random, &words);
                let word = text.get(other..end).unwrap().to_owned();
                format!("{}{word}{}", text.get(..from).unwrap(), text.get(to..).unwrap())
            }
            6 => {
                let gone = random.random_range(0..lines.len());
                let kept = lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| *line);
                kept.collect::<Vec<_>>().join("\n") + "\n"
            }
            7 => {
                let mut more = lines.clone();
                let line = *pick(random, &lines);
                more.insert(random.random_range(0..=lines.len()), line);
                more.join("\n") + "\n"
            }
            _ => text.get(..from).unwrap().to_owned(),
        };
    }
    let mut bytes = text.into_bytes();
    if random.random_range(0..20) == 0 && !bytes.is_empty() {
        let at = random.random_range(0..bytes.len());
        bytes[at] = random.random();
    }
    bytes
}

/// A case with its proof.
fn proven(workbook: &Workbook) -> (Case, String, Option<Decimal>) {
    let case = crate::right_answers::case(workbook);
    let options = Options::default();
    let (goal, precision) = (Goal::Best, Precision::Normal);
    let task = Task {
        case: &case,
        options: &options,
        time_left: None,
        warm: None,
        goal,
        no_goods: &[],
        known: &[],
        precision,
    };
    let proof = prove(&task, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    let best = verify(&case, &proof.text).unwrap().objective;
    (case, proof.text, best)
}

/// A small corpus: cases whose proofs have splits, settled decisions, leaves of every kind, targets, and no portfolio at all.
fn corpus() -> Vec<(Case, String, Option<Decimal>)> {
    let mut all = Vec::new();
    for seed in [1, 4, 7] {
        all.push(proven(&planning(10, seed, Shape::Ladder)));
    }
    let tutorial = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
    let mut workbook = store::open(&tutorial).unwrap().workbook;
    all.push(proven(&workbook));
    for (key, text) in [("ministry.defence.carry_over", "0"), ("require.domains_at_target", "3")] {
        beslismacht::model::change::Change::set("case", "", key, text).apply(&mut workbook).unwrap();
    }
    all.push(proven(&workbook));
    all
}

/// Mutated proofs: what is believed is true.
fn proofs(count: u64) {
    let corpus = corpus();
    let mut believed = 0;
    for seed in 0..count {
        let random = &mut rng(seed);
        let (case, text, best) = pick(random, &corpus);
        let Ok(text) = String::from_utf8(mutated(text, random)) else { continue };
        let Ok(verified) = verify(case, &text) else { continue };
        believed += 1;
        match (verified.objective, best) {
            (Some(objective), Some(best)) => {
                assert!((objective - best).abs() <= SAME, "mutation {seed}: {objective} is believed, {best} is right");
            }
            (objective, best) => assert_eq!(objective, *best, "mutation {seed}"),
        }
    }
    assert!(believed > 0, "no mutation leaves a proof whole: they are too rough");
}

/// The parts of a frontier of the small case, as files.
fn part_file(case: &Case) -> (BudgetFrontier<'_>, PartFile) {
    let frontier = BudgetFrontier::in_percent(case, Decimal::ZERO, Decimal::ONE_HUNDRED, 8).unwrap();
    let solving = Solving::default();
    let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
    let runner = QueryRunner::new(&solving, 1, &mut on);
    let part = run_part(&frontier, &runner, "1/1".parse().unwrap()).unwrap();
    let file = PartFile {
        beslismacht_part: PartFile::FORMAT,
        version: "0".to_owned(),
        arguments: vec!["frontier".to_owned()],
        inputs: vec![("case.toml".to_owned(), "0".repeat(64))],
        part: "1/1".to_owned(),
        complete: true,
        found: serde_json::to_value(part).unwrap(),
        sha256: String::new(),
    };
    (frontier, file)
}

type Found<S> = Part<<S as Sweep>::Base, <S as Sweep>::Piece>;

/// Mutated shards: what was changed is refused by its checksum; and with a checksum that fits, no portfolio is worth what is
/// not so, and nothing that is certified brings the program down.
fn shards(count: u64) {
    let case = crate::right_answers::case(&planning(8, 2, Shape::Ladder));
    let (frontier, file) = part_file(&case);
    let text = String::from_utf8(file.clone().sealed().unwrap()).unwrap();
    let whole = PartFile::read(text.as_bytes()).unwrap();
    let found = serde_json::to_string_pretty(&file.found).unwrap();
    let solving = Solving::default();
    let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
    let runner = QueryRunner::new(&solving, 1, &mut on);
    let mut certified = 0;
    for seed in 0..count {
        let random = &mut rng(seed + 1_000_000);
        match PartFile::read(&mutated(&text, random)) {
            Ok(read) => assert_eq!(read, whole, "mutation {seed} is believed"),
            Err(NoPart::Other(_) | NoPart::WithoutChecksum | NoPart::UnknownFormat | NoPart::Changed) => {}
        }
        let Ok(claimed) = serde_json::from_slice::<Found<BudgetFrontier<'_>>>(&mutated(&found, random)) else {
            continue;
        };
        let Ok(claimed) = merge(vec![claimed]) else { continue };
        if certify(&frontier, &claimed).is_err() {
            continue;
        }
        certified += 1;
        for best in claimed.found.iter().flat_map(|(_, stretches)| stretches).map(|stretch| &stretch.best) {
            is_so(&case, best, seed);
        }
        let _ = assemble(&frontier, &runner, claimed);
    }
    assert!(certified > 0, "no mutation leaves a shard whole: they are too rough");
}

/// What an outcome says that its portfolio gives, it gives.
fn is_so(case: &Case, outcome: &Outcome, seed: u64) {
    let Some(objective) = outcome.objective else { return };
    let evaluation = beslismacht::measure::evaluate(case, &outcome.picks.portfolio());
    assert!((evaluation.objective - objective).abs() <= SAME, "mutation {seed}");
    assert!(outcome.bound.is_none_or(|bound| bound >= objective - SAME), "mutation {seed}");
}

/// Mutated journals: what is given back was done, or the journal says that nobody can know.
#[allow(clippy::disallowed_methods, reason = "a test's own file")]
fn journals(count: u64) {
    let folder = tempfile::tempdir().unwrap();
    let tutorial = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
    let opened = store::open(&tutorial).unwrap();
    let mut workbook = opened.workbook.clone();
    let mut history = History::default();
    let mut journal = Journal::new(store::Places::of(folder.path(), None), &opened.files);
    for (row, text) in [(0, "0.5"), (1, "0.25"), (0, "1")] {
        let edit = Edit::SetCell { table: TableId::Services, row, column: "weight".to_owned(), text: text.to_owned() };
        let gone = Edit::DeleteRows { table: TableId::Effects, at: row, count: 1 };
        let steps =
            [(text, edit), ("an effect less", gone)].map(|(label, edit)| Step::new(label, vec![Change::Book(edit)]));
        for step in &steps {
            history.perform(step.clone(), &mut workbook, &mut UserPortfolio::default());
        }
        let base = Base { file: "services.csv".to_owned(), text: Some("service,domain\n".to_owned()) };
        let bases = if journal.wants_base("services.csv") { vec![base] } else { Vec::new() };
        journal.append(bases, &steps).unwrap();
    }
    drop(journal);
    let path = folder.path().join(JOURNAL_FILE);
    let text = std::fs::read_to_string(&path).unwrap();
    let recovered = || store::recover::<Step>(&store::Places::of(folder.path(), None), &opened.files, "Anna").unwrap();
    let whole = recovered().unwrap();
    assert!(whole.checked && whole.lost == 0 && whole.steps.len() == 6);
    // As an earlier version wrote it.
    let lines = text.lines().map(|line| line.split('\t').next().unwrap());
    let plain = lines.collect::<Vec<_>>().join("\n").replace("\"journal\":3", "\"journal\":2") + "\n";
    std::fs::write(&path, &plain).unwrap();
    let old = recovered().unwrap();
    assert!(!old.checked && old.steps == whole.steps);
    for seed in 0..count {
        let random = &mut rng(seed + 2_000_000);
        let text = if seed % 2 == 0 { &text } else { &plain };
        std::fs::write(&path, mutated(text, random)).unwrap();
        let Some(recovery) = recovered() else { continue };
        if recovery.checked {
            assert!(whole.steps.starts_with(&recovery.steps), "mutation {seed}: a step that was never done");
        }
        let mut again = opened.workbook.clone();
        for step in recovery.steps {
            let _ = step.apply(&mut again, &mut UserPortfolio::default());
        }
        if seed % 16 == 1 {
            let _ = compile(&again);
        }
    }
}

/// Mutated arguments: each is read or refused, and those that are read end the program in no other way.
fn arguments(count: u64) {
    const LINES: &[&str] = &[
        "optimise CASE --budget 100 --time-limit 10 --gap 0.5 --threads 2 --solver engine --set objective.risk=full",
        "frontier CASE --from 0 --to 150 --points 31 --jobs 2 --shard 1/3",
        "frontier CASE --of gain,cost --points 5",
        "alternatives CASE --count 5 --within 5 --near",
        "importance CASE --cuts 10 --turning-costs",
        "robust CASE --draws 20 --weights ranking --costs 10 --gains 10 --success 10 --seed 1 --outcomes 2000",
        "robust CASE --voice defence:30-70 --scenario thrift",
        "explain CASE crypto-stake --repairs 10",
        "verify CASE PROOF --budget 100",
        "merge ONE TWO --format json --table steps",
    ];
    let case = crate::right_answers::case(&planning(8, 2, Shape::Ladder));
    for seed in 0..count {
        let random = &mut rng(seed + 3_000_000);
        let line = LINES[random.random_range(0..LINES.len())];
        let line = String::from_utf8_lossy(&mutated(line, random)).into_owned();
        let words = std::iter::once("beslismacht").chain(line.split_whitespace()).map(OsString::from);
        let _ = cli::can_read(words);
        for word in line.split([' ', '=', ',']) {
            let _ = word.parse::<beslismacht::analyse::sweep::Shard>();
            let _ = beslismacht::analyse::uncertain::voice(&case, word);
            let _ = beslismacht::analyse::uncertain::weights(word);
            let _ = beslismacht::analyse::axis::axis(&case, word);
            if let Ok(number) = word.parse::<Decimal>() {
                let _ = BudgetFrontier::in_percent(&case, Decimal::ZERO, number, 7);
                let _ = case.clone().scale_budgets(number);
            }
        }
    }
}

/// The most memory that this process has had, in MB; `None` if nobody says so.
fn peak() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

#[test]
fn mutated_proofs_prove_nothing_false() {
    proofs(600);
}

#[test]
fn mutated_shards_are_refused() {
    shards(400);
}

#[test]
fn mutated_journals_give_back_what_was_done() {
    journals(400);
}

#[test]
fn mutated_arguments_are_read_or_refused() {
    arguments(60);
}

/// In a process of its own its memory is measured.
#[test]
#[ignore = "takes minutes; run it by name in an optimised build"]
fn a_hundred_thousand() {
    proofs(55_000);
    shards(20_000);
    journals(20_000);
    arguments(5_000);
    if let Some(peak) = peak() {
        assert!(peak < 200, "it took {peak} MB");
    }
}

/// A value of a line of a proof may be anything.
#[test]
fn the_numbers_of_a_header_may_be_anything() {
    let (case, text, _) = proven(&planning(10, 1, Shape::Ladder));
    let (header, rest) = text.split_once('\n').unwrap();
    let header: Value = serde_json::from_str(header).unwrap();
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut header = header.clone();
        change(&mut header);
        assert_eq!(verify(&case, &format!("{header}\n{rest}")).unwrap_err().line, 1, "{header}");
    };
    for start in [i32::MAX, i32::MIN, i32::MAX - 1, 0] {
        refused(&|header| header["portfolio"][0][1] = start.into());
    }
    for objective in [Decimal::MAX, Decimal::MIN, Decimal::MAX - Decimal::ONE] {
        refused(&|header| header["objective"] = objective.to_string().into());
    }
}
