//! HiGHS.

use std::num::NonZeroU32;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use highs::{HighsModelStatus, HighsSolutionStatus, HighsStatus, Model, SolvedModel};

use rust_decimal::Decimal;

use super::highs_callbacks::{Event, run};
use super::stated::{float, stated};
use super::{Ask, Backend, Effort, Ended, Outcome, Program, SolverError, Tick, decided};
use crate::optimise::solver::Precision;
use crate::optimise::types::Stop;

/// HiGHS with a gap of nothing and a fixed seed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Highs {
    /// With which options.
    pub tuning: Tuning,
}

/// With which options HiGHS runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tuning {
    /// Those that were fastest on the cases of the benchmarks.
    #[default]
    Tuned,
    /// Its own: the yardstick of the benchmarks.
    AsItComes,
}

/// The observer is asked at least so often, in seconds: HiGHS offers it far more often.
const PATIENCE: f64 = 0.01;

const NAME: &str = "HiGHS";

/// The presolve rule that tries all values of the columns of a row (`kPresolveRuleEnumeration`, as a bit). With it HiGHS
/// 1.16 calls one in some thousand small cases infeasible, or a worse portfolio the best, though a better one keeps every
/// row; without it none was found.
const ENUMERATION: i32 = 1 << 16;

impl Backend for Highs {
    fn name(&self) -> &'static str {
        NAME
    }

    fn version(&self) -> String {
        format!(
            "{}.{}.{}",
            highs_sys::HIGHS_VERSION_MAJOR,
            highs_sys::HIGHS_VERSION_MINOR,
            highs_sys::HIGHS_VERSION_PATCH
        )
    }

    fn run(
        &self,
        program: &Program,
        ask: &Ask,
        on: &mut dyn FnMut(&Tick) -> ControlFlow<()>,
    ) -> Result<Outcome, SolverError> {
        if let Some(outcome) = decided(program) {
            return Ok(outcome);
        }
        let began = Instant::now();
        if ask.precision == Precision::Tightest {
            return self.attempt(program, ask, Presolve::Off, on).map_err(failed);
        }
        let first = match self.attempt(program, ask, Presolve::On, on) {
            Ok(outcome) => return Ok(outcome),
            Err(error) => error,
        };
        // Where its presolve leaves nothing of a model, HiGHS now and then ends with an error.
        let time = ask.time.map(|time| time.saturating_sub(began.elapsed()));
        let again = Ask { time, ..ask.clone() };
        self.attempt(program, &again, Presolve::Off, on)
            .map_err(|second| failed(format!("{first}, and once more without presolve: {second}")))
    }
}

/// Whether HiGHS makes a model smaller before it solves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presolve {
    On,
    Off,
}

impl Highs {
    /// One run of HiGHS; an error is what it reported, in words.
    fn attempt(
        self,
        program: &Program,
        ask: &Ask,
        presolve: Presolve,
        on: &mut dyn FnMut(&Tick) -> ControlFlow<()>,
    ) -> Result<Outcome, String> {
        let (problem, _) = stated(program, ask, good_lp::solvers::highs::highs);
        let mut model = problem.try_into_inner().map_err(|error| error.to_string())?;
        let mut options = set_options(&mut model, ask, self.tuning)?;
        if presolve == Presolve::Off {
            model.try_set_option("presolve", "off").map_err(|error| format!("option presolve: {error:?}"))?;
            options.push(("presolve".to_owned(), "off".to_owned()));
        }
        if let Some(start) = &ask.start {
            // A start that HiGHS does not take costs time and nothing else.
            let _ = model.try_set_solution(Some(start), None, None, None);
        }
        let mut seen = Seen::default();
        let scale = float(ask.scale.of(Decimal::ONE));
        let mut observer = |event: &Event| seen.take(event, scale, on);
        let solved = match run(model, &mut observer) {
            Ok(solved) => solved,
            Err(_) if seen.cancelled => return Ok(Outcome::without_point(Ended::Stopped(Stop::Cancelled))),
            Err(status) => return Err(format!("it ended with {status:?}")),
        };
        let mut outcome = read(&solved, &seen, scale)?;
        outcome.options = options;
        Ok(outcome)
    }
}

fn failed(what: String) -> SolverError {
    SolverError::Failed { solver: NAME, what }
}

/// Sets the options and tells which, for the report.
fn set_options(model: &mut Model, ask: &Ask, tuning: Tuning) -> Result<Vec<(String, String)>, String> {
    let mut told = Vec::new();
    // In rows of whole numbers these leave no rule to be broken by a rounding; where they do, the certificate refuses
    // the answer and the tightest are asked for.
    let (integrality, tolerance) = match ask.precision {
        Precision::Normal => (1e-6, 1e-7),
        Precision::Tightest => (1e-9, 1e-9),
    };
    let floats = [
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", float(ask.scale.of(ask.gap))),
        ("mip_feasibility_tolerance", integrality),
        ("primal_feasibility_tolerance", tolerance),
        ("dual_feasibility_tolerance", tolerance),
    ];
    for (name, value) in floats {
        model.try_set_option(name, value).map_err(|error| format!("option {name}: {error:?}"))?;
        told.push((name.to_owned(), value.to_string()));
    }
    if tuning == Tuning::Tuned && ask.effort == Effort::Proof {
        model.try_set_option("mip_heuristic_effort", 0.0).map_err(|error| format!("heuristics: {error:?}"))?;
    }
    for (name, value) in switches(ask, tuning) {
        model.try_set_option(*name, *value).map_err(|error| format!("option {name}: {error:?}"))?;
        told.push(((*name).to_owned(), value.to_string()));
    }
    if let Some(time) = ask.time {
        let seconds = time.as_secs_f64();
        model.try_set_option("time_limit", seconds).map_err(|error| format!("time_limit: {error:?}"))?;
        told.push(("time_limit".to_owned(), format!("{seconds:.3}")));
    }
    let threads = u32::try_from(ask.threads).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MIN);
    model.set_threads(threads);
    told.push(("threads".to_owned(), threads.to_string()));
    model.try_set_option("random_seed", 0).map_err(|error| format!("random_seed: {error:?}"))?;
    told.push(("random_seed".to_owned(), "0".to_owned()));
    if tuning == Tuning::Tuned {
        model
            .try_set_option("presolve_rule_off", ENUMERATION)
            .map_err(|error| format!("presolve_rule_off: {error:?}"))?;
        told.push(("presolve_rule_off".to_owned(), ENUMERATION.to_string()));
    }
    Ok(told)
}

/// The switches that differ from HiGHS's own.
///
/// Restarts cost a third of the time on the benchmarks' cases, where few columns get fixed at the root. Where the start
/// is probably the best already, looking for better ones is time lost for the proof.
fn switches(ask: &Ask, tuning: Tuning) -> &'static [(&'static str, bool)] {
    match (tuning, ask.effort) {
        (Tuning::AsItComes, _) => &[],
        (Tuning::Tuned, Effort::Balanced) => &[("mip_allow_restart", false)],
        (Tuning::Tuned, Effort::Proof) => &[
            ("mip_allow_restart", false),
            ("mip_heuristic_run_rins", false),
            ("mip_heuristic_run_rens", false),
            ("mip_heuristic_run_root_reduced_cost", false),
            ("mip_heuristic_run_feasibility_jump", false),
        ],
    }
}

/// What was seen on the way.
#[derive(Debug, Default)]
struct Seen {
    tick: Tick,
    best: Option<Vec<f64>>,
    first_found: Option<Duration>,
    told: Option<f64>,
    cancelled: bool,
}

impl Seen {
    fn take(&mut self, event: &Event, scale: f64, on: &mut dyn FnMut(&Tick) -> ControlFlow<()>) -> ControlFlow<()> {
        let is_new = event.solution.is_some();
        if let Some(solution) = event.solution {
            self.best = Some(solution.to_vec());
            self.first_found.get_or_insert(Duration::from_secs_f64(event.seconds.max(0.0)));
        }
        let finite = |value: f64| (value.abs() < 1e100).then_some(value / scale);
        self.tick = Tick {
            best: finite(event.primal).or(self.tick.best),
            bound: finite(event.dual).or(self.tick.bound),
            nodes: u64::try_from(event.nodes).unwrap_or(self.tick.nodes),
            seconds: event.seconds.max(self.tick.seconds),
        };
        if !is_new && self.told.is_some_and(|told| event.seconds < told + PATIENCE) {
            return ControlFlow::Continue(());
        }
        self.told = Some(event.seconds);
        let flow = on(&self.tick);
        self.cancelled |= flow.is_break();
        flow
    }
}

fn read(solved: &SolvedModel, seen: &Seen, scale: f64) -> Result<Outcome, String> {
    let end = match solved.status() {
        HighsModelStatus::Optimal => Ended::Done,
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => Ended::Infeasible,
        HighsModelStatus::ReachedTimeLimit => Ended::Stopped(Stop::TimeLimit),
        _ if seen.cancelled => Ended::Stopped(Stop::Cancelled),
        other => return Err(format!("it ended with the status {other:?}")),
    };
    let bound = info(solved.double_info_value(c"mip_dual_bound"));
    let has_point = solved.primal_solution_status() == HighsSolutionStatus::Feasible && end != Ended::Infeasible;
    let (values, value) = if has_point {
        (Some(solved.get_solution().columns().to_vec()), Some(solved.objective_value() / scale))
    } else if end == Ended::Infeasible {
        (None, None)
    } else {
        (seen.best.clone(), seen.tick.best.filter(|_| seen.best.is_some()))
    };
    Ok(Outcome {
        end,
        values,
        value,
        bound: bound.map(|bound| bound / scale).or(seen.tick.bound),
        nodes: seen.tick.nodes,
        first_found: seen.first_found,
        options: Vec::new(),
    })
}

fn info(value: Result<f64, HighsStatus>) -> Option<f64> {
    value.ok().filter(|value| value.abs() < 1e100)
}
