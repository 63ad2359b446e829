//! Arguments that more than one command takes.

use crate::say;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum, ValueHint};
use rust_decimal::Decimal;

use crate::optimise::{Asked, GuestKind, Options, SolverChoice};
use crate::report::formats::{self, FORMATS, Format};

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which case, and what to change in it for this run.
#[derive(Debug, Args)]
pub(super) struct CaseArgs {
    /// The folder of the case, or one CSV file with candidate, cost and gain (with --budget).
    #[arg(value_name = "CASE", value_hint = ValueHint::AnyPath)]
    pub case: PathBuf,

    /// Multiply every budget so that all together are B, rounded down to 4 decimals.
    #[arg(long, value_name = "B", value_parser = budget, allow_negative_numbers = true)]
    pub budget: Option<Decimal>,

    /// Change a cell for this run: `budgets.amount[defence:2029]=120`, `objective.risk=full`. May be given again.
    #[arg(long = "set", value_name = "KEY=V")]
    pub set: Vec<String>,
}

/// In which scenario, for commands that look at one case and not at its scenarios.
#[derive(Debug, Default, Args)]
pub(super) struct ScenarioArgs {
    /// Apply this scenario of scenarios.csv first, before anything that --set and --budget change.
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
}

/// How to search.
#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    /// Stop after so many seconds with the best found so far.
    #[arg(long, value_name = "S", value_parser = seconds, allow_negative_numbers = true)]
    pub time_limit: Option<Duration>,

    /// Let a search take at most so many megabytes for what it remembers, and stop with the best found so far.
    #[arg(long, value_name = "MB", value_parser = megabytes, default_value = "2000", allow_negative_numbers = true)]
    pub memory_limit: u64,

    /// Stop as soon as the best is within so many index points of the bound (absolute).
    #[arg(long, value_name = "G", value_parser = gap, default_value = "0", allow_negative_numbers = true)]
    pub gap: Decimal,

    /// Which solver answers.
    #[arg(long, value_enum, default_value_t, value_name = "SOLVER")]
    pub solver: SolverName,

    /// How many threads a solver may use.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024), default_value = "1")]
    pub threads: u16,
}

impl SolveArgs {
    /// The options of the optimiser.
    pub fn options(&self) -> Options {
        Options {
            time_limit: self.time_limit,
            memory_limit: self.memory_limit,
            gap: self.gap,
            threads: usize::from(self.threads),
            solver: self.solver.choice(),
            asked: Asked::ByItself,
            guests: super::guests::found(),
        }
    }
}

/// A solver by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum SolverName {
    /// The engine; where it does not take a case on, a solver of the machine if there is one, else microlp.
    #[default]
    Auto,
    /// The program's own engine.
    Engine,
    /// HiGHS, if the machine has it.
    Highs,
    /// SCIP, if the machine has it.
    Scip,
    /// CBC, if the machine has it.
    Cbc,
    /// Gurobi, if the machine has it.
    Gurobi,
    /// CPLEX, if the machine has it.
    Cplex,
    /// HiGHS on the formulation as one would write it by hand, for comparisons.
    HighsNatural,
    /// microlp, which is built in; for small cases.
    Microlp,
}

impl SolverName {
    fn choice(self) -> SolverChoice {
        match self {
            Self::Auto => SolverChoice::Auto,
            Self::Engine => SolverChoice::Engine,
            Self::Highs => SolverChoice::Guest(GuestKind::Highs),
            Self::Scip => SolverChoice::Guest(GuestKind::Scip),
            Self::Cbc => SolverChoice::Guest(GuestKind::Cbc),
            Self::Gurobi => SolverChoice::Guest(GuestKind::Gurobi),
            Self::Cplex => SolverChoice::Guest(GuestKind::Cplex),
            Self::HighsNatural => SolverChoice::HighsNatural,
            Self::Microlp => SolverChoice::Microlp,
        }
    }
}

/// Where the result goes, and in which format.
#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    /// Write the result to FILE instead of standard output.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub out: Option<PathBuf>,

    /// The format; by default from FILE's ending, else a table.
    #[arg(long, value_name = "F", value_parser = format())]
    pub format: Option<&'static Format>,
}

/// The values of `--format`: every format that there is.
fn format() -> impl TypedValueParser<Value = &'static Format> {
    let value = |format: &&Format| PossibleValue::new(format.id).help(format.about()).aliases(format.aliases);
    let ids = PossibleValuesParser::new(FORMATS.iter().map(value));
    ids.map(|id| formats::by_id(&id).unwrap_or(formats::DEFAULT))
}

/// A decimal that is not negative.
pub(super) fn not_negative(text: &str) -> Result<Decimal, String> {
    let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
    match number {
        Ok(number) if number.is_sign_negative() && !number.is_zero() => Err(say!("args-must-not-negative")),
        Ok(number) => Ok(number),
        Err(_) => Err(say!("args-must-number-decimal-point")),
    }
}

/// The largest number that a case may hold, and so the largest that makes sense beside one.
const LARGEST: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

/// A gap in index points.
fn gap(text: &str) -> Result<Decimal, String> {
    not_negative(text).and_then(|gap| at_most(gap, LARGEST))
}

fn at_most(number: Decimal, most: Decimal) -> Result<Decimal, String> {
    if number <= most { Ok(number) } else { Err(say!("args-must-be-at-most", most = most)) }
}

/// A budget: a decimal that is not negative.
pub(super) fn budget(text: &str) -> Result<Decimal, String> {
    not_negative(text)
        .map_err(|wrong| if text.trim_start().starts_with('-') { say!("args-budget-0-more") } else { wrong })
}

/// So many megabytes, in bytes.
fn megabytes(text: &str) -> Result<u64, String> {
    let bytes = text.parse::<u64>().ok().and_then(|megabytes| megabytes.checked_mul(1_000_000));
    bytes.filter(|bytes| *bytes > 0).ok_or_else(|| say!("args-must-whole-number-megabytes"))
}

/// A wall time in seconds.
fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || say!("args-must-number-seconds-0");
    let seconds: f64 = text.parse().ok().ok_or_else(wrong)?;
    // More than thirty years are no limit, and a clock cannot be asked for them.
    if seconds > LONGEST {
        Err(say!("args-must-be-at-most-seconds", most = LONGEST))
    } else {
        duration(seconds).ok_or_else(wrong)
    }
}

/// The longest time limit, in seconds.
const LONGEST: f64 = 1e9;

fn duration(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_format_is_a_value_and_in_the_help_of_every_command_that_writes_results() {
        for command in ["check", "optimise", "evaluate", "frontier", "compare", "merge"] {
            let mut program = crate::cli::program();
            let help = program.find_subcommand_mut(command).unwrap().render_long_help().to_string();
            let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
            for format in crate::report::formats::FORMATS {
                assert!(
                    help.contains(&format!("- {}:", format.id)) && help.contains(&format.about()),
                    "{command}: {help}"
                );
                let arguments = ["beslismacht", command, "a", "b", "--format", format.id];
                let most = if matches!(command, "check" | "optimise" | "frontier") {
                    [&arguments[..3], &arguments[4..]].concat()
                } else {
                    arguments.to_vec()
                };
                assert!(crate::cli::can_read(most.into_iter().map(Into::into)), "{command} {}", format.id);
            }
        }
    }
}
