//! CBC: commands as arguments, and its log.

use super::dialect::{Dialect, Heard, MODEL, Order, SOLUTION, Said, lines_of, number_behind, said, value_of_line};

pub(super) struct Cbc;

const START: &str = "start.sol";

impl Dialect for Cbc {
    fn arguments(&self, order: &Order) -> Vec<String> {
        let mut arguments = vec![MODEL.to_owned(), "-timeMode".to_owned(), "elapsed".to_owned()];
        for (name, value) in self.options(order) {
            arguments.extend([format!("-{name}"), value]);
        }
        if order.has_start {
            arguments.extend(["-mipstart".to_owned(), START.to_owned()]);
        }
        arguments.extend(["-solve", "-solution", SOLUTION, "-quit"].map(str::to_owned));
        arguments
    }

    fn options(&self, order: &Order) -> Vec<(&'static str, String)> {
        let (whole, row) = order.tolerances();
        let mut options = vec![
            ("ratioGap", "0".to_owned()),
            ("allowableGap", order.gap.to_string()),
            ("integerTolerance", whole.to_string()),
            ("primalTolerance", row.to_string()),
            ("threads", if order.threads > 1 { order.threads.to_string() } else { "0".to_owned() }),
        ];
        options.extend(order.seconds().map(|seconds| ("sec", seconds)));
        options
    }

    fn before_version(&self) -> &'static [&'static str] {
        &["Version: "]
    }

    fn start(&self, values: &[f64]) -> Option<(&'static str, String)> {
        Some((START, lines_of(values)))
    }

    fn read(&self, line: &str, heard: &mut Heard) {
        if let Some(result) = line.trim().strip_prefix("Result - ") {
            let ends = [
                ("Optimal solution found", Said::Optimal),
                ("infeasible", Said::Infeasible),
                ("time limit", Said::OutOfTime),
            ];
            heard.said = said(result, &ends);
        }
        let ends = ["Problem is infeasible", "Problem proven infeasible", "Pre-processing says infeasible"];
        if ends.iter().any(|end| line.trim().starts_with(end)) {
            heard.said = Some(Said::Infeasible);
        }
        if let Some(value) = number_behind(line, "Objective value") {
            heard.take_best(Some(value));
            if heard.said == Some(Said::Optimal) {
                // Where nothing is left open, the bound is the optimum; a gap that was left stands in its own line.
                heard.bound = heard.best;
            }
        }
        heard.take_bound(number_behind(line, "Lower bound"));
        heard.take_nodes(number_behind(line, "Enumerated nodes"));
        if let Some((head, rest)) = line.split_once(" best solution, best possible ") {
            heard.take_best(head.rsplit(' ').next().and_then(|word| word.parse().ok()));
            heard.take_bound(rest.split(' ').next().and_then(|word| word.parse().ok()));
        }
    }

    fn solution(&self, text: &str) -> Option<Vec<(usize, f64)>> {
        let head = text.lines().next()?;
        let has_point = !head.contains("nfeasible") && !head.contains("No solution");
        has_point.then(|| text.lines().skip(1).filter_map(value_of_line).collect())
    }

    fn ask_version(&self) -> &'static [&'static str] {
        &["-quit"]
    }
}
