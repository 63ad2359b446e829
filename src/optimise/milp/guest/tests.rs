//! Guests that misbehave: small scripts play the solver. Whatever they do, the session lives, the right answer comes, and
//! it says what happened and who answered instead. The same once more with a real HiGHS, where the machine has one.
#![cfg(unix)]

use std::fs;
use std::ops::ControlFlow;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rust_decimal::Decimal;

use super::*;
use crate::model::Case;
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning, small};
use crate::optimise::milp::Effort;
use crate::optimise::milp::fallback::Fallback;
use crate::optimise::milp::formulation::program::{Col, Kind, Program, Scale, Tag, What};
use crate::optimise::milp::microlp::Microlp;
use crate::optimise::options::MEMORY;
use crate::optimise::testing::guests;
use crate::optimise::{Answer, Guests, Options, Precision, SolverChoice, Status, optimise};

/// A folder with a program that plays a solver.
struct Play {
    folder: tempfile::TempDir,
    guest: GuestProgram,
}

impl Play {
    fn new(kind: GuestKind, script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(kind.program());
        put(folder.path(), kind.program(), &format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let guest = GuestProgram { kind, path, memory: Some(200) };
        Self { folder, guest }
    }

    fn highs(script: &str) -> Self {
        Self::new(GuestKind::Highs, script)
    }

    /// A backend with limits that a test can wait for.
    fn backend(&self) -> Guest {
        let mut guest = Guest::new(self.guest.clone());
        // A busy machine may keep an honest script silent for seconds.
        guest.limits = Limits { time: None, silence: Duration::from_secs(30), memory: 200, file: 4, output: 1 };
        guest
    }

    /// What is said of it where it fails.
    fn failure(&self) -> String {
        self.failure_after(Duration::from_secs(30))
    }

    /// The same where it may be silent for so long.
    fn failure_after(&self, silence: Duration) -> String {
        let mut backend = self.backend();
        backend.limits.silence = silence;
        let outcome = backend.run(&program(), &order(), &mut |_| ControlFlow::Continue(()));
        outcome.unwrap_err().to_string()
    }

    fn answer(&self, case: &Case, solver: SolverChoice) -> Answer {
        let options = Options { solver, guests: Guests::new([self.guest.clone()]), ..Options::default() };
        optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
    }
}

/// Take as much as can be of two things of which only one fits: the best is 7.
fn program() -> Program {
    let mut program = Program::default();
    let columns: Vec<Col> = (0..2).map(|_| program.column(What::Least, Kind::Whole, Decimal::ONE)).collect();
    let terms = columns.iter().map(|&column| (column, Decimal::ONE)).collect();
    program.at_most(Tag::Meaning, terms, Decimal::ONE);
    program
}

fn order() -> Ask {
    Ask {
        memory: MEMORY,
        direction: Direction::Maximise,
        objective: vec![(Col(0), Decimal::from(5)), (Col(1), Decimal::from(7))],
        scale: Scale::ONE,
        gap: Decimal::ZERO,
        time: None,
        threads: 1,
        precision: Precision::Normal,
        start: Some(vec![1.0, 0.0]),
        effort: Effort::Balanced,
    }
}

fn case() -> Case {
    compile(&planning(10, 7, Shape::Ladder)).case
}

fn right(case: &Case) -> Decimal {
    let options = Options { solver: SolverChoice::Engine, ..Options::default() };
    let answer = optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(answer.status, Status::Optimal);
    answer.evaluation.unwrap().objective
}

/// Asserts that the engine gave the right answer instead, and that the answer says so.
fn the_engine_answers_instead(script: &str, because: &str) {
    let (case, play) = (case(), Play::highs(script));
    let answer = play.answer(&case, SolverChoice::Guest(GuestKind::Highs));
    assert_eq!(answer.status, Status::Optimal, "{}", answer.solver.why);
    assert_eq!(answer.evaluation.unwrap().objective, right(&case), "{}", answer.solver.why);
    let why = &answer.solver.why;
    assert!(why.contains("answered instead") && why.contains(because), "{why}");
    assert!(!answer.solver.is_word && answer.solver.name != "HiGHS", "{why}");
}

#[test]
fn one_that_crashes() {
    the_engine_answers_instead("kill -SEGV $$", "it crashed (signal 11)");
    the_engine_answers_instead("echo 'no licence was found'; exit 3", "code 3; its last words: no licence was found");
}

#[test]
fn one_that_is_gone() {
    let play = Play::highs("exit 0");
    fs::remove_file(&play.guest.path).unwrap();
    assert!(play.failure().contains("it could not be started"), "{}", play.failure());
}

#[test]
fn one_that_says_nothing() {
    let failure = Play::highs("sleep 600").failure_after(Duration::from_millis(300));
    assert!(failure.contains("it said nothing for"), "{failure}");
}

#[test]
fn one_that_closes_its_output_and_stays() {
    let play = Play::highs("exec >/dev/null 2>&1; sleep 600");
    let failure = play.failure();
    assert!(failure.contains("closed its output"), "{failure}");
}

#[test]
fn one_that_prints_without_end() {
    let play = Play::highs("yes 'all is well'");
    assert!(play.failure().contains("printed more than 1 MB"), "{}", play.failure());
    let play = Play::highs("head -c 3000000 /dev/zero; sleep 600");
    assert!(play.failure().contains("printed more than 1 MB"), "{}", play.failure());
}

#[test]
fn one_that_fills_the_disk() {
    let failure = Play::highs("cat /dev/zero >big; exit 5").failure();
    assert!(failure.contains("it ended with code 5"), "no file grows beyond the limit: {failure}");
    let play = Play::highs(
        "for i in 1 2 3 4 5 6; do head -c 1000000 /dev/zero >part$i; done; while :; do echo on; sleep 0.1; done",
    );
    assert!(play.failure().contains("wrote more than 4 MB"), "{}", play.failure());
}

#[test]
fn one_that_takes_all_memory() {
    let play = Play::highs("head -c 900000000 /dev/zero | tail -n 1 >/dev/null || exit 137");
    let failure = play.failure();
    assert!(failure.contains("200 MB of memory") || failure.contains("without an answer"), "{failure}");
}

#[test]
fn one_that_talks_nonsense() {
    the_engine_answers_instead("head -c 5000 /dev/urandom", "it ended without an answer");
    the_engine_answers_instead("echo '  Status            Optimal'", "wrote no solution");
    let lies = [("x999999 1", "a variable that the model does not have"), ("x0 NaN", "a value that is not a number")];
    for (line, because) in lies {
        let script =
            format!("echo '  Status            Optimal'; printf '# Columns 1\\n{line}\\n# Rows 0\\n' >solution.sol");
        the_engine_answers_instead(&script, because);
    }
    let binary = "echo '  Status            Optimal'; head -c 5000 /dev/urandom >solution.sol";
    the_engine_answers_instead(binary, "is not text");
}

/// Everything at once is far above every budget.
#[test]
fn one_that_claims_a_portfolio_that_breaks_rules() {
    let script = "echo '  Status            Optimal'; echo '  Dual bound        -99999999'
        { echo '# Columns 9'; grep -o '^ UP bound x[0-9]* [0-9.]*' model.mps | sed 's/ UP bound //'; echo '# Rows 0'; } >solution.sol";
    the_engine_answers_instead(script, "were refused");
}

/// It found nothing but doing nothing, and says that this cannot be beaten.
#[test]
fn one_that_claims_a_bound_below_what_is_known() {
    let script = "echo '  Status            Optimal'; echo '  Dual bound        0'
        printf '# Columns 1\\nx0 0\\n# Rows 0\\n' >solution.sol";
    let (case, play) = (case(), Play::highs(script));
    let answer = play.answer(&case, SolverChoice::Guest(GuestKind::Highs));
    assert_ne!(answer.status, Status::Optimal, "a quickly found portfolio is above that bound: {answer:?}");
}

#[test]
fn one_that_says_that_nothing_is_possible() {
    the_engine_answers_instead("echo 'Model status        : Infeasible'", "no portfolio is possible");
}

/// Its bound is told as its word, also where it is right.
#[test]
fn its_bound_is_told_as_its_word() {
    let Some(guest) = guests().first().cloned() else { return };
    let case = case();
    let options =
        Options { solver: SolverChoice::Guest(guest.kind), guests: Guests::new([guest]), ..Options::default() };
    let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(answer.status, Status::Optimal);
    assert!(answer.solver.is_word && !answer.solver.version.is_empty(), "{:?}", answer.solver);
    assert_eq!(answer.evaluation.unwrap().objective, right(&case));
}

#[test]
fn a_cancel_ends_it_with_all_that_it_started() {
    let play = Play::highs(
        "sleep 987654 & echo $! >PID; while :; do echo on; sleep 0.05; done".replace("PID", "\"$0.pid\"").as_str(),
    );
    let mut asked = 0;
    let backend = play.backend();
    let outcome = backend.run(&program(), &order(), &mut |_| {
        asked += 1;
        if asked > 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(outcome.unwrap().end, Ended::Stopped(Stop::Cancelled));
    let id = fs::read_to_string(play.folder.path().join("highs.pid")).unwrap();
    let lives = || Path::new("/proc").join(id.trim()).join("cmdline");
    let gone = (0..100).any(|_| {
        let running = fs::read(lives()).is_ok_and(|line| !line.is_empty());
        std::thread::sleep(Duration::from_millis(20));
        !running
    });
    assert!(gone || !Path::new("/proc/self").exists(), "process {id} still runs");
}

#[test]
fn its_time_ends_it() {
    let play = Play::highs("while :; do echo on; sleep 0.05; done");
    let ask = Ask { time: Some(Duration::from_millis(50)), ..order() };
    let outcome = play.backend().run(&program(), &ask, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((outcome.end, outcome.values), (Ended::Stopped(Stop::TimeLimit), None));
}

/// Where nobody chose, the built-in solver answers where the guest fails, and a program too small for a process at once.
#[test]
fn the_built_in_solver_answers_where_a_guest_fails() {
    let mut large = Program::default();
    let columns: Vec<Col> = (0..80).map(|_| large.column(What::Least, Kind::Whole, Decimal::ONE)).collect();
    large.at_most(Tag::Meaning, columns.iter().map(|&column| (column, Decimal::ONE)).collect(), Decimal::ONE);
    let play = Play::highs("kill -ABRT $$");
    let ask = Ask { start: None, ..order() };
    for (program, why) in [(program(), None), (large, Some("microlp took over, because HiGHS failed"))] {
        let both = Fallback::new(Box::new(play.backend()), Box::new(Microlp));
        let outcome = both.run(&program, &ask, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((outcome.end, outcome.value.map(f64::round)), (Ended::Done, Some(7.0)));
        assert_eq!(both.name(), "microlp");
        assert_eq!(both.remark().is_some_and(|said| why.is_some_and(|why| said.contains(why))), why.is_some());
    }
}

/// What each guest is told and how its own words are read, each by a script that plays it.
#[test]
fn every_language_is_spoken() {
    let plays = [
        (GuestKind::Highs, "echo 'Running HiGHS 1.2.3 (git hash: 0)'; echo '  Status            Optimal'; echo '  Dual bound        -7'
          grep -q '^read_solution_file = start.sol' \"$2\" && printf '# Columns 2\\nx0 0\\nx1 1\\n# Rows 1\\nr0 1\\n# Columns 2\\nx0 9\\n' >solution.sol"),
        (GuestKind::Scip, "echo 'SCIP version 1.2.3 [precision: 8 byte]'; echo 'SCIP Status        : problem is solved [optimal solution found]'
          echo 'Dual Bound         : -7.00000000000000e+00'; printf 'objective value: -7\\nx1  1 \\t(obj:-7)\\n' >solution.sol"),
        (GuestKind::Cbc, "echo 'Version: 1.2.3'; echo 'Result - Optimal solution found'; echo 'Objective value:                -7.00000000'
          printf 'Optimal - objective value -7.00000000\\n      1 x1                     1                      -7\\n' >solution.sol"),
        (GuestKind::Gurobi, "echo 'Gurobi Optimizer version 1.2.3 build v1'; echo 'Optimal solution found (tolerance 0.00e+00)'
          echo 'Best objective -7.000000000000e+00, best bound -7.000000000000e+00, gap 0.0000%'
          printf '# Objective value = -7\\nx0 0\\nx1 1\\n' >solution.sol"),
        (GuestKind::Cplex, "echo 'Welcome to IBM(R) ILOG(R) CPLEX(R) Interactive Optimizer 1.2.3'
          echo 'MIP - Integer optimal solution:  Objective = -7.0000000000e+00'
          printf ' <variable name=\"x0\" index=\"0\" value=\"0\"/>\\n <variable name=\"x1\" index=\"1\" value=\"1\"/>\\n' >solution.sol"),
    ];
    for (kind, script) in plays {
        let play = Play::new(kind, script);
        let backend = play.backend();
        let outcome = backend.run(&program(), &order(), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(outcome.end, Ended::Done, "{kind:?}");
        assert_eq!(outcome.values, Some(vec![0.0, 1.0]), "{kind:?}");
        assert_eq!((outcome.value, outcome.bound), (Some(7.0), Some(7.0)), "{kind:?}");
        assert_eq!(backend.version(), "1.2.3", "{kind:?}");
    }
}

/// The guests that this machine has read the model, and agree with the engine.
#[test]
fn the_guests_of_this_machine_agree() {
    for guest in guests().iter() {
        for seed in 0..12 {
            let case = compile(&small(seed)).case;
            let ask = |solver| {
                let options = Options { solver, guests: guests(), ..Options::default() };
                optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
            };
            let (ours, theirs) = (ask(SolverChoice::Engine), ask(SolverChoice::Guest(guest.kind)));
            let told = format!("{:?}, seed {seed}: {}", guest.kind, theirs.solver.why);
            assert_eq!(ours.status, theirs.status, "{told}");
            assert!(!told.contains("instead"), "{told}");
            let value =
                |answer: &Answer| answer.evaluation.as_ref().map(|found| (found.objective.round_dp(6), found.cost));
            assert_eq!(value(&ours), value(&theirs), "{told}");
        }
    }
}

/// A guest that outlives us would go on for ever: it is ended where the pipe from us ends.
#[test]
fn it_does_not_outlive_us() {
    let play = Play::highs("echo $$ >PID; while :; do echo on; sleep 0.05; done".replace("PID", "\"$0.pid\"").as_str());
    let limits = play.backend().limits;
    let mut child = super::process::command(&play.guest.path, &[], &limits).spawn().unwrap();
    let id = (0..200).find_map(|_| {
        std::thread::sleep(Duration::from_millis(20));
        fs::read_to_string(play.folder.path().join("highs.pid")).ok().filter(|id| id.ends_with('\n'))
    });
    let id = id.unwrap();
    drop(child.stdin.take());
    let gone = (0..200).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        !Command::new("kill").args(["-0", id.trim()]).status().unwrap().success()
            || fs::read_to_string(format!("/proc/{}/stat", id.trim())).is_ok_and(|stat| stat.contains(") Z "))
    });
    assert!(gone, "process {id} still runs");
    let _ = child.wait();
}
