//! `frontier CASE --by budget|ministries`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rust_decimal::Decimal;

use super::analysis::{AnalysisArgs, Setting, run};
use super::args::{ScenarioArgs, When, not_negative};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use super::output::refuse;
use crate::analyse::asked::{axis, own_axis};
use crate::analyse::budget_frontier::BudgetFrontier;
use crate::analyse::pareto::{Axis, Pareto};
use crate::model::{Case, MinistryIx};
use crate::report::analyses::{Context, frontier, pareto};
use crate::store::PartFile;

/// Show what more money would bring, or what one ministry's gain costs the other.
#[derive(Debug, Args)]
#[command(
    after_help = "--by budget: every total budget at which the best portfolio changes, all budgets scaled alike.\n\
                        --by ministries: every pair of own gains that no portfolio beats in both; exact, also where a \
                        weighted sum finds nothing.\n--of A,B: the same for any two of gain, points, cost, risk-free, \
                        own:MINISTRY, power:DOMAIN."
)]
pub(super) struct Frontier {
    #[command(flatten)]
    pub shared: AnalysisArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,

    /// Against what.
    #[arg(long, value_enum, default_value_t)]
    by: By,

    /// Two measures against each other, instead of --by.
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "by")]
    of: Vec<String>,

    /// The lowest budget, in percent of the case's own.
    #[arg(long, value_name = "P", value_parser = not_negative, default_value = "0")]
    from: Decimal,

    /// The highest budget, in percent of the case's own.
    #[arg(long, value_name = "P", value_parser = not_negative, default_value = "150")]
    to: Decimal,

    /// By budget: how many budgets to look at; the frontier is exact down to the width between two of them (151 by
    /// default). Else: at most so many points, spread over the front (all by default).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(2..=20_000))]
    points: Option<u16>,

    /// A portfolio of your own, shown on the curve.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    own: Option<PathBuf>,
}

/// Against what the gain is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum By {
    /// The total budget.
    #[default]
    Budget,
    /// The gain by each of two ministries' own weights.
    Ministries,
}

/// Budgets to look at by default: every percent from 0 to 150.
const BUDGETS: u16 = 151;

impl Frontier {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let inputs: Vec<&Path> = [&self.shared.case.case].into_iter().chain(&self.own).map(PathBuf::as_path).collect();
        refuse(self.shared.output.out.as_deref(), &inputs)?;
        let Loaded { case, mut header, .. } = load::load_in(&self.shared.case, &self.scenario)?;
        let own = self.own.as_deref().map(|path| load::portfolio(&case, path, &mut header)).transpose()?;
        let setting = Setting { args: &self.shared, colour, parts };
        if self.of.is_empty() && self.by == By::Budget {
            let widths = usize::from(self.points.unwrap_or(BUDGETS)) - 1;
            let frontier = BudgetFrontier::in_percent(&case, self.from, self.to, widths).map_err(Failure::failed)?;
            return run(setting, &frontier, header, |steps, header| {
                frontier::report(&steps, Context { case: &case, header, own: own.as_ref() })
            });
        }
        let (first, second) = self.axes(&case)?;
        let points = self.points.map(usize::from);
        let front = Pareto { case: &case, first: first.clone(), second: second.clone(), points };
        run(setting, &front, header, |front, header| {
            pareto::report((&front, &first, &second), Context { case: &case, header, own: own.as_ref() })
        })
    }

    fn axes(&self, case: &Case) -> Result<(Axis, Axis), Failure> {
        if let [first, second] = self.of.as_slice() {
            return Ok((axis(case, first).map_err(Failure::usage)?, axis(case, second).map_err(Failure::usage)?));
        }
        if !self.of.is_empty() {
            return Err(Failure::usage("--of takes two measures, such as --of gain,cost."));
        }
        if case.ministries.len() != 2 {
            return Err(Failure::usage(format!(
                "--by ministries needs a case with two ministries; this one has {}.",
                case.ministries.len()
            ))
            .hint("Name two measures with --of, such as --of own:defence,own:economic_affairs."));
        }
        Ok((own_axis(case, MinistryIx(0)), own_axis(case, MinistryIx(1))))
    }
}
