//! CPLEX: its interactive optimizer with commands on the command line, and its log.

use std::fmt::Write as _;

use super::dialect::{Dialect, Heard, MODEL, Order, SOLUTION, Said, column_of, number_behind, said};

pub(super) struct Cplex;

const START: &str = "start.mst";

impl Dialect for Cplex {
    fn arguments(&self, order: &Order) -> Vec<String> {
        let mut commands = vec!["set logfile *".to_owned(), format!("read {MODEL}")];
        commands.extend(self.options(order).iter().map(|(name, value)| format!("set {name} {value}")));
        if order.has_start {
            commands.push(format!("read {START}"));
        }
        commands.extend(["optimize".to_owned(), format!("write {SOLUTION}"), "quit".to_owned()]);
        std::iter::once("-c".to_owned()).chain(commands).collect()
    }

    fn options(&self, order: &Order) -> Vec<(&'static str, String)> {
        let (whole, row) = order.tolerances();
        let mut options = vec![
            ("mip tolerances mipgap", "0".to_owned()),
            ("mip tolerances absmipgap", order.gap.to_string()),
            ("mip tolerances integrality", whole.to_string()),
            ("simplex tolerances feasibility", row.to_string()),
            ("threads", order.threads.to_string()),
            ("randomseed", "0".to_owned()),
        ];
        options.extend(order.seconds().map(|seconds| ("timelimit", seconds)));
        options
    }

    fn before_version(&self) -> &'static [&'static str] {
        &["Interactive Optimizer "]
    }

    fn start(&self, values: &[f64]) -> Option<(&'static str, String)> {
        let mut text = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CPLEXSolutions version=\"1.2\">\n<CPLEXSolution version=\"1.2\">\n \
             <header solutionName=\"start\"/>\n <variables>\n",
        );
        for (column, value) in values.iter().enumerate() {
            let _ = writeln!(text, "  <variable name=\"x{column}\" index=\"{column}\" value=\"{value}\"/>");
        }
        text.push_str(" </variables>\n</CPLEXSolution>\n</CPLEXSolutions>\n");
        Some((START, text))
    }

    fn read(&self, line: &str, heard: &mut Heard) {
        let text = line.trim();
        if let Some(end) = text.strip_prefix("MIP - ").or_else(|| text.strip_prefix("Dual simplex - ")) {
            let ends =
                [("Time limit exceeded", Said::OutOfTime), ("ptimal", Said::Optimal), ("nfeasible", Said::Infeasible)];
            heard.said = said(end, &ends);
            if let Some((_, value)) = end.split_once("Objective =") {
                heard.take_best(value.trim().parse().ok());
            }
            if heard.said == Some(Said::Optimal) && !end.contains("tolerance") {
                heard.bound = heard.best;
            }
        }
        heard.take_bound(number_behind(line, "Current MIP best bound"));
        if let Some((_, nodes)) = line.split_once("Nodes =") {
            heard.take_nodes(nodes.split_whitespace().next().and_then(|word| word.parse().ok()));
        }
    }

    fn solution(&self, text: &str) -> Option<Vec<(usize, f64)>> {
        let attribute = |line: &str, name: &str| -> Option<String> {
            let rest = line.split_once(&format!(" {name}=\""))?.1;
            rest.split_once('"').map(|(value, _)| value.to_owned())
        };
        let values = text.lines().filter(|line| line.trim_start().starts_with("<variable "));
        Some(
            values
                .filter_map(|line| {
                    Some((column_of(&attribute(line, "name")?)?, attribute(line, "value")?.parse().ok()?))
                })
                .collect(),
        )
    }

    fn ask_version(&self) -> &'static [&'static str] {
        &["-c", "quit"]
    }
}
