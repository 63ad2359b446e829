//! `compare CASE [PORTFOLIO…]`

use super::prelude::*;
use std::sync::Arc;

use super::analysis::{AnalysisArgs, with_runner};
use crate::analyse::compare::Column;
use crate::analyse::scenarios::scenarios;
use crate::analyse::{self, QueryRunner, SolutionPool};
use crate::model::{Case, Mask, Portfolio};
use crate::report::analyses::{Context, compare};

#[derive(Debug, Args)]
pub(super) struct Compare {
    #[command(flatten)]
    pub shared: AnalysisArgs,
    #[arg(value_name = "OTHER", value_hint = clap::ValueHint::AnyPath)]
    others: Vec<PathBuf>,
    #[arg(long)]
    best: bool,
    #[arg(long = "scenario", value_name = "NAME")]
    scenarios: Vec<String>,
    #[arg(long = "with", value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    with: Vec<PathBuf>,
}

/// What the first columns of the tables are called, which no portfolio may be.
const FIRST_COLUMNS: [&str; 6] = ["metric", "candidate", "spending", "service", "ministry", "year"];

/// A column before its work is done.
enum Asked {
    Own(String, Portfolio),
    Best(String, Arc<Case>),
}

impl Command for Compare {
    const NAME: &'static str = "compare";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let others = self.others.iter().chain(&self.with).map(PathBuf::as_path);
        let inputs: Vec<&Path> = others.chain([self.shared.case.case.as_path()]).collect();
        let output = Output::open(&self.shared.output, &inputs)?;
        if self.shared.shard.is_some() {
            return Err(Failure::usage(say!("compare-comparison-has-no")));
        }
        let Loaded { case, mut header, workbook, mask } = load::load(&self.shared.case)?;
        let other = |path: &Path| other(path, &self.shared.case, &mask);
        let case = Arc::new(case);
        let scenario = |name: &str| -> Result<Asked, Failure> {
            let found = scenarios(&workbook, &case, &[name.to_owned()]).map_err(Failure::failed)?;
            let found = found
                .into_iter()
                .next()
                .ok_or_else(|| Failure::failed(say!("compare-no-scenario-name", name = name)))?;
            Ok(Asked::Best(found.name, Arc::new(found.case)))
        };
        let mut asked: Vec<Asked> = Vec::new();
        for path in &self.others {
            let given = path.display().to_string();
            let name = mask.text(&given);
            asked.push(if path.is_dir() {
                Asked::Best(name, Arc::new(other(path)?))
            } else if case.scenarios.iter().any(|change| change.scenario == given) && !path.exists() {
                scenario(&given)?
            } else {
                Asked::Own(name, load::portfolio(&case, path, (&mut header, &mask))?)
            });
        }
        for name in &self.scenarios {
            asked.push(scenario(name)?);
        }
        for path in &self.with {
            asked.push(Asked::Best(mask.text(&path.display().to_string()), Arc::new(other(path)?)));
        }
        let own = asked.iter().filter(|it| matches!(it, Asked::Own(..))).count();
        if self.best || own < asked.len() || asked.len() < 2 {
            asked.insert(0, Asked::Best(say!("compare-best"), Arc::clone(&case)));
        }
        if asked.len() < 2 {
            return Err(
                Failure::usage(say!("compare-there-nothing-compare")).hint(say!("compare-name-portfolio-another"))
            );
        }
        apart(&mut asked);
        let columns = with_runner(&self.shared, |runner| side_by_side(runner, &case, asked))?;
        let report = compare::report(&columns, Context::new(&case, header));
        self.shared.write(output, &report, call.colour)?;
        Ok(Code::Done)
    }
}

/// Gives columns of the same name a number, so that programs can tell their keys apart.
fn apart(asked: &mut [Asked]) {
    let mut taken: Vec<String> = FIRST_COLUMNS.map(str::to_owned).to_vec();
    for it in asked {
        let (Asked::Own(name, _) | Asked::Best(name, _)) = it;
        let bare = name.clone();
        let mut number = 2;
        while taken.contains(name) {
            *name = format!("{bare} ({number})");
            number += 1;
        }
        taken.push(name.clone());
    }
}

fn side_by_side(
    runner: &QueryRunner<'_>,
    case: &Arc<Case>,
    asked: Vec<Asked>,
) -> Result<Vec<Column>, analyse::Failure> {
    runner.expect(asked.iter().filter(|it| matches!(it, Asked::Best(..))).count());
    let mut columns = Vec::new();
    for it in asked {
        columns.push(match it {
            Asked::Own(name, portfolio) => Column::own(name, Arc::clone(case), portfolio),
            Asked::Best(name, case) => {
                let reply = runner.best(&mut SolutionPool::default(), &case, &name)?;
                runner.finish(1);
                Column::best(name, case, &reply)
            }
        });
    }
    Ok(columns)
}

/// Another case, for the same readers as the first one.
fn other(path: &Path, first: &CaseArgs, beside: &Mask) -> Result<Case, Failure> {
    let level = first.level.clone();
    let set_aside = first.set_aside;
    let args = CaseArgs { case: path.to_owned(), budget: None, decimal: None, set: Vec::new(), level, set_aside };
    load::load_beside(&args, &ScenarioArgs::default(), beside).map(|loaded| loaded.case)
}
