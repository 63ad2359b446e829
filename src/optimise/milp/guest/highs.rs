//! HiGHS: `highs --options_file … --model_file …`, and its log.

use std::fmt::Write as _;

use super::dialect::{Dialect, Heard, MODEL, Order, SOLUTION, Said, Tuning, lines_of, number_behind};
use crate::optimise::milp::Effort;
use crate::optimise::task::Precision;

pub(super) struct Highs;

const OPTIONS: &str = "options.txt";
const START: &str = "start.sol";
/// What it found on the way, should it be ended.
const IMPROVED: &str = "improved.sol";

/// The presolve rule that tries all values of the columns of a row (`kPresolveRuleEnumeration`, as a bit). With it HiGHS
/// 1.16 calls one in some thousand small cases infeasible, or a worse portfolio the best, though a better one keeps every
/// row; without it none was found.
const ENUMERATION: &str = "65536";

/// The switches that differ from HiGHS's own.
///
/// Restarts cost a third of the time on the benchmarks' cases, where few columns get fixed at the root. Where the start
/// is probably the best already, looking for better ones is time lost for the proof.
const PROOF_ONLY: &[(&str, &str)] = &[
    ("mip_heuristic_effort", "0"),
    ("mip_heuristic_run_rins", "false"),
    ("mip_heuristic_run_rens", "false"),
    ("mip_heuristic_run_root_reduced_cost", "false"),
    ("mip_heuristic_run_feasibility_jump", "false"),
];

impl Dialect for Highs {
    fn arguments(&self, _order: &Order) -> Vec<String> {
        ["--options_file", OPTIONS, "--model_file", MODEL].map(str::to_owned).to_vec()
    }

    fn files(&self, order: &Order) -> Vec<(&'static str, String)> {
        let mut text = String::new();
        for (name, value) in self.options(order) {
            let _ = writeln!(text, "{name} = {value}");
        }
        text.push_str(
            "mip_min_logging_interval = 0.2\nwrite_solution_to_file = true\nmip_improving_solution_save = true\n",
        );
        let _ = writeln!(text, "solution_file = {SOLUTION}\nmip_improving_solution_file = {IMPROVED}");
        if order.has_start {
            let _ = writeln!(text, "read_solution_file = {START}");
        }
        vec![(OPTIONS, text)]
    }

    fn options(&self, order: &Order) -> Vec<(&'static str, String)> {
        let (whole, row) = order.tolerances();
        let mut options = vec![
            ("mip_rel_gap", "0".to_owned()),
            ("mip_abs_gap", order.gap.to_string()),
            ("mip_feasibility_tolerance", whole.to_string()),
            ("primal_feasibility_tolerance", row.to_string()),
            ("dual_feasibility_tolerance", row.to_string()),
            ("threads", order.threads.to_string()),
            ("random_seed", "0".to_owned()),
        ];
        if order.tuning == Tuning::Tuned {
            options.push(("mip_allow_restart", "false".to_owned()));
            options.push(("presolve_rule_off", ENUMERATION.to_owned()));
            if order.effort == Effort::Proof {
                options.extend(PROOF_ONLY.iter().map(|&(name, value)| (name, value.to_owned())));
            }
        }
        if order.precision == Precision::Tightest {
            options.push(("presolve", "off".to_owned()));
        }
        options.extend(order.seconds().map(|seconds| ("time_limit", seconds)));
        options
    }

    fn before_version(&self) -> &'static [&'static str] {
        &["Running HiGHS ", "HiGHS version "]
    }

    fn start(&self, values: &[f64]) -> Option<(&'static str, String)> {
        let head = format!(
            "Model status\nUnknown\n\n# Primal solution values\nFeasible\nObjective 0\n# Columns {}\n",
            values.len()
        );
        Some((START, head + &lines_of(values) + "# Rows 0\n"))
    }

    fn read(&self, line: &str, heard: &mut Heard) {
        if let Some(status) = status(line) {
            heard.said = match status.trim_start_matches(':').trim() {
                "Optimal" => Some(Said::Optimal),
                "Infeasible" | "Primal infeasible or unbounded" => Some(Said::Infeasible),
                "Time limit reached" => Some(Said::OutOfTime),
                _ => heard.said,
            };
            return;
        }
        heard.take_best(number_behind(line, "Primal bound"));
        heard.take_bound(number_behind(line, "Dual bound"));
        if let Some(value) = number_behind(line, "Objective value") {
            // A model without whole numbers has no bound but its optimum.
            heard.take_best(Some(value));
            heard.bound = heard.bound.or(heard.best);
        }
        row(line, heard);
    }

    fn solutions(&self) -> &'static [&'static str] {
        &[SOLUTION, IMPROVED]
    }

    fn solution(&self, text: &str) -> Option<Vec<(usize, f64)>> {
        // Rows and reduced costs stand behind the columns.
        let columns = text.split_once("# Columns ")?.1;
        let columns = columns.split("# Rows ").next()?;
        Some(columns.lines().filter_map(super::dialect::value_of_line).collect())
    }
}

fn status(line: &str) -> Option<&str> {
    let line = line.trim();
    line.strip_prefix("Status ").or_else(|| line.strip_prefix("Model status ")).map(str::trim)
}

/// A row of the table of its search: `… | BestBound BestSol Gap | Cuts InLp Confl. | LpIters Time`.
fn row(line: &str, heard: &mut Heard) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let Some((time, rest)) = words.split_last() else { return };
    let is_row = time.strip_suffix('s').is_some_and(|time| time.parse::<f64>().is_ok());
    // Counting from the end: LpIters, Confl., InLp, Cuts, Gap, BestSol, BestBound, Expl., Leaves, InQueue, Proc.
    let &[.., processed, _, _, explored, bound, best, _, _, _, _, _] = rest else { return };
    if !is_row || !explored.ends_with('%') {
        return;
    }
    heard.take_bound(bound.parse().ok());
    heard.take_best(best.parse().ok());
    heard.nodes = processed.parse().unwrap_or(heard.nodes);
}
