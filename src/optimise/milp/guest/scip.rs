//! SCIP: its interactive shell with commands on the command line, and its log.

use super::dialect::{Dialect, Heard, MODEL, Order, SOLUTION, Said, lines_of, number_behind, said, value_of_line};

pub(super) struct Scip;

const START: &str = "start.sol";

impl Dialect for Scip {
    fn arguments(&self, order: &Order) -> Vec<String> {
        let mut commands: Vec<String> =
            self.options(order).iter().map(|(name, value)| format!("set {name} {value}")).collect();
        commands.push(format!("read {MODEL}"));
        if order.has_start {
            commands.push(format!("read {START}"));
        }
        commands.extend(["optimize".to_owned(), format!("write solution {SOLUTION}"), "quit".to_owned()]);
        commands.into_iter().flat_map(|command| ["-c".to_owned(), command]).collect()
    }

    fn options(&self, order: &Order) -> Vec<(&'static str, String)> {
        let (_, row) = order.tolerances();
        let mut options = vec![
            ("limits gap", "0".to_owned()),
            ("limits absgap", order.gap.to_string()),
            ("numerics feastol", row.to_string()),
            ("lp threads", order.threads.to_string()),
            ("randomization randomseedshift", "0".to_owned()),
        ];
        options.extend(order.seconds().map(|seconds| ("limits time", seconds)));
        options
    }

    fn before_version(&self) -> &'static [&'static str] {
        &["SCIP version "]
    }

    fn start(&self, values: &[f64]) -> Option<(&'static str, String)> {
        Some((START, format!("solution status: unknown\n{}", lines_of(values))))
    }

    fn read(&self, line: &str, heard: &mut Heard) {
        if line.starts_with("SCIP Status") {
            let ends = [
                ("[optimal solution found]", Said::Optimal),
                ("[gap limit reached]", Said::Optimal),
                ("[infeasible", Said::Infeasible),
                ("[time limit reached]", Said::OutOfTime),
            ];
            heard.said = said(line, &ends);
        }
        heard.take_best(number_behind(line, "Primal Bound"));
        heard.take_bound(number_behind(line, "Dual Bound"));
        heard.take_nodes(number_behind(line, "Solving Nodes"));
        // Rows of the table of its search end `… | dualbound | primalbound | gap | compl.`
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let &[.., bound, best, _, _] = cells.as_slice()
            && cells.len() > 8
        {
            heard.take_bound(bound.parse().ok());
            heard.take_best(best.parse().ok());
        }
    }

    fn solution(&self, text: &str) -> Option<Vec<(usize, f64)>> {
        (!text.contains("no solution available")).then(|| text.lines().filter_map(value_of_line).collect())
    }
}
