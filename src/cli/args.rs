//! Arguments that more than one command takes.

use crate::say;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};
use rust_decimal::Decimal;

use crate::job::cores;
use crate::messages::text_of;
use crate::model::{DecimalMark, typed};
use crate::optimise::{Asked, GuestKind, Options, SolverChoice};
use crate::report::formats::{self, FORMATS, Format};

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The same by name.
pub(super) const WHEN: &[(&str, When)] = &[("auto", When::Auto), ("always", When::Always), ("never", When::Never)];

/// Choices by name; the language says what each means, as `choice-<of>-<name>`.
pub(super) fn choices<T: Clone + Send + Sync>(
    of: &str,
    all: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    let value = |(name, _): &(&'static str, T)| PossibleValue::new(*name).help(text_of("choice", of, name, ""));
    let names = PossibleValuesParser::new(all.iter().map(value).collect::<Vec<_>>());
    names.try_map(|name| all.iter().find(|it| it.0 == name).map(|it| it.1.clone()).ok_or(name))
}

/// Decimal marks by name.
pub(super) const DECIMAL: &[(&str, DecimalMark)] = &[("comma", DecimalMark::Comma), ("point", DecimalMark::Point)];

/// Which case, and what to change in it for this run.
#[derive(Debug, Args)]
pub(super) struct CaseArgs {
    #[arg(value_name = "CASE", value_hint = ValueHint::AnyPath)]
    pub case: PathBuf,
    #[arg(long, value_name = "B", value_parser = budget, allow_negative_numbers = true)]
    pub budget: Option<Decimal>,
    #[arg(long, value_name = "MARK", value_parser = choices("decimal", DECIMAL))]
    pub decimal: Option<DecimalMark>,
    #[arg(long = "set", value_name = "KEY=V")]
    pub set: Vec<String>,
    #[arg(id = "for", long = "for", value_name = "LEVEL")]
    pub level: Option<String>,
    #[arg(long)]
    pub set_aside: bool,
}

/// For whom a report is that is about more than one state of a case.
#[derive(Debug, Args)]
pub(super) struct ReadersArgs {
    #[arg(id = "for", long = "for", value_name = "LEVEL")]
    pub level: Option<String>,
}

/// In which scenario, for commands that look at one case and not at its scenarios.
#[derive(Debug, Default, Args)]
pub(super) struct ScenarioArgs {
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
}

/// How to search.
#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    #[arg(long, value_name = "S", value_parser = seconds, allow_negative_numbers = true)]
    pub time_limit: Option<Duration>,
    #[arg(long, value_name = "MB", value_parser = megabytes, default_value = "2000", allow_negative_numbers = true)]
    pub memory_limit: u64,
    #[arg(long, value_name = "G", value_parser = gap, default_value = "0", allow_negative_numbers = true)]
    pub gap: Decimal,
    #[arg(long, value_parser = choices("solver", SOLVERS), default_value = "auto", value_name = "SOLVER")]
    pub solver: SolverChoice,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

impl SolveArgs {
    /// The options of the optimiser for a question by itself: the engine works with all cores, whose number says nothing to
    /// its answer; another solver is given one.
    pub fn options(&self) -> Options {
        let ours = matches!(self.solver, SolverChoice::Auto | SolverChoice::Engine);
        let threads = self.threads.map_or_else(|| if ours { cores() } else { 1 }, usize::from);
        Options { threads, ..self.options_of_many() }
    }

    /// The options for one of many questions, several of which are worked on at the same time: one thread each.
    pub fn options_of_many(&self) -> Options {
        Options {
            time_limit: self.time_limit,
            memory_limit: self.memory_limit,
            gap: self.gap,
            threads: self.threads.map_or(1, usize::from),
            solver: self.solver,
            asked: Asked::ByItself,
            told_every_step: false,
            guests: super::guests::found(),
        }
    }
}

/// The solvers by name.
const SOLVERS: &[(&str, SolverChoice)] = &[
    ("auto", SolverChoice::Auto),
    ("engine", SolverChoice::Engine),
    ("highs", SolverChoice::Guest(GuestKind::Highs)),
    ("scip", SolverChoice::Guest(GuestKind::Scip)),
    ("cbc", SolverChoice::Guest(GuestKind::Cbc)),
    ("gurobi", SolverChoice::Guest(GuestKind::Gurobi)),
    ("cplex", SolverChoice::Guest(GuestKind::Cplex)),
    ("highs-natural", SolverChoice::HighsNatural),
    ("microlp", SolverChoice::Microlp),
];

/// Where the result goes, and in which format.
#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "F", value_parser = format())]
    pub format: Option<&'static Format>,
}

/// The values of `--format`: every format that there is.
fn format() -> impl TypedValueParser<Value = &'static Format> {
    let value = |format: &&Format| PossibleValue::new(format.id).help(format.about()).aliases(format.aliases);
    let ids = PossibleValuesParser::new(FORMATS.iter().map(value));
    ids.map(|id| formats::by_id(&id).unwrap_or(formats::DEFAULT))
}

/// A decimal that is not negative, and no percentage.
pub(super) fn not_negative(text: &str) -> Result<Decimal, String> {
    if text.contains('%') {
        return Err(say!("args-must-not-percentage"));
    }
    let plain = typed::number(text).only(text)?;
    let number = Decimal::from_str_exact(&plain).or_else(|_| Decimal::from_scientific(&plain));
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

/// A percentage of a whole, with its sign or without.
pub(super) fn percent(text: &str) -> Result<Decimal, String> {
    not_negative(text.trim_end().trim_end_matches('%')).and_then(|percent| at_most(percent, Decimal::ONE_HUNDRED))
}

fn at_most(number: Decimal, most: Decimal) -> Result<Decimal, String> {
    if number <= most { Ok(number) } else { Err(say!("args-must-be-at-most", most = most)) }
}

/// A budget: a decimal that is not negative.
pub(super) fn budget(text: &str) -> Result<Decimal, String> {
    not_negative(text)
        .map_err(|wrong| if text.trim_start().starts_with('-') { say!("args-budget-0-more") } else { wrong })
}

/// This many megabytes, in bytes.
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
