//! `verify CASE PROOF`

use super::prelude::*;
use std::io::BufReader;

use super::output;
use crate::optimise::proof::verify_lines;
use crate::report::Figure;
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(value_name = "PROOF", value_hint = clap::ValueHint::FilePath)]
    proof: PathBuf,
}

impl Command for Verify {
    const NAME: &'static str = "verify";

    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        let Loaded { case, mask, .. } = load::load_in(&self.case, &self.scenario)?;
        load::refuse_masked(&mask, Self::NAME)?;
        let path = self.proof.display();
        let file = store::open_named(&self.proof)?;
        let verified = verify_lines(&case, BufReader::new(file)).map_err(|refused| {
            Failure::failed(say!("verify-not-proven-path", path = path, line = refused.line, why = refused.why))
        })?;
        let checked = say!("verify-leaves-leaves-settled", leaves = verified.leaves, settled = verified.settled);
        let said = match (verified.objective, verified.level) {
            (Some(objective), Some(level)) => {
                let level = level.map_or_else(|| say!("words-no-level"), |rung| case[rung].name.clone());
                say!("verify-proven-level", level = level, exact = Figure(objective).exact(), checked = checked)
            }
            (Some(objective), None) => {
                say!("verify-proven-no-portfolio", exact = Figure(objective).exact(), checked = checked)
            }
            (None, _) => say!("verify-proven-no-portfolio-possible", checked = checked),
        };
        output::stdout(said.as_bytes())?;
        Ok(Code::Done)
    }
}
