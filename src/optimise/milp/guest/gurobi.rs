//! Gurobi: `gurobi_cl NAME=VALUE… model.mps`, and its log.

use super::dialect::{Dialect, Heard, MODEL, Order, SOLUTION, Said, lines_of, number_behind, value_of_line};

pub(super) struct Gurobi;

const START: &str = "start.mst";

impl Dialect for Gurobi {
    fn arguments(&self, order: &Order) -> Vec<String> {
        let mut arguments: Vec<String> =
            self.options(order).iter().map(|(name, value)| format!("{name}={value}")).collect();
        arguments.push("LogFile=".to_owned());
        if order.has_start {
            arguments.push(format!("InputFile={START}"));
        }
        arguments.extend([format!("ResultFile={SOLUTION}"), MODEL.to_owned()]);
        arguments
    }

    fn options(&self, order: &Order) -> Vec<(&'static str, String)> {
        let (whole, row) = order.tolerances();
        let mut options = vec![
            ("MIPGap", "0".to_owned()),
            ("MIPGapAbs", order.gap.to_string()),
            ("IntFeasTol", whole.to_string()),
            ("FeasibilityTol", row.to_string()),
            ("Threads", order.threads.to_string()),
            ("Seed", "0".to_owned()),
        ];
        options.extend(order.seconds().map(|seconds| ("TimeLimit", seconds)));
        options
    }

    fn before_version(&self) -> &'static [&'static str] {
        &["Gurobi Optimizer version "]
    }

    fn start(&self, values: &[f64]) -> Option<(&'static str, String)> {
        Some((START, lines_of(values)))
    }

    fn read(&self, line: &str, heard: &mut Heard) {
        let text = line.trim();
        if text.starts_with("Optimal solution found") {
            heard.said = Some(Said::Optimal);
        } else if text.starts_with("Model is infeasible") || text.starts_with("Infeasible model") {
            heard.said = Some(Said::Infeasible);
        } else if text.starts_with("Time limit reached") {
            heard.said = Some(Said::OutOfTime);
        }
        if let Some((best, bound)) =
            text.strip_prefix("Best objective ").and_then(|rest| rest.split_once(", best bound "))
        {
            heard.take_best(best.parse().ok());
            heard.take_bound(bound.split(',').next().and_then(|bound| bound.parse().ok()));
        }
        // A model without whole numbers has no bound but its optimum.
        if let Some(value) = number_behind(line, "Optimal objective") {
            (heard.said, heard.best, heard.bound) = (Some(Said::Optimal), Some(value), Some(value));
        }
        heard.take_nodes(number_behind(line, "Explored"));
        // Rows of the table of its search end `… Incumbent BestBd Gap It/Node Time`.
        let words: Vec<&str> = text.split_whitespace().collect();
        if let &[.., best, bound, gap, _, time] = words.as_slice()
            && time.ends_with('s')
            && (gap.ends_with('%') || gap == "-")
        {
            heard.take_best(best.parse().ok());
            heard.take_bound(bound.parse().ok());
        }
    }

    fn solution(&self, text: &str) -> Option<Vec<(usize, f64)>> {
        Some(text.lines().filter(|line| !line.starts_with('#')).filter_map(value_of_line).collect())
    }
}
