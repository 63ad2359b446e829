//! How many candidates each domain has. It is only there in tests, as an example of an analysis: this file declares and does
//! it, the one of the same name in `report/analyses` tells what it found, and `registry.rs` has a line for it.

use super::prelude::*;
use crate::model::DomainIx;

/// From how many candidates on a domain counts.
#[derive(Debug, Clone)]
pub struct Params {
    least: usize,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "census",
        command: CommandLine { name: "census", by: None },
        params: &[Param { name: "least", value: "N", kind: ParamKind::Count(0, 100), preset: Preset::Text("1") }],
    };
    type Sweep<'a> = Census<'a>;
    type Found = Counted;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        Ok(Self { least: asked.count("least")? })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Census<'a>, Failure> {
        Ok(Census { case, least: self.least })
    }
}

/// The sweep: a piece for each domain.
#[derive(Debug)]
pub struct Census<'a> {
    case: &'a Case,
    least: usize,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// The best portfolio.
    pub best: Outcome,
    /// The candidates of each domain that counts; none if it was not reached.
    pub domains: Vec<(usize, usize)>,
    /// Domains that were not reached.
    pub missing: usize,
}

impl Sweep for Census<'_> {
    type Base = Outcome;
    type Piece = usize;
    type Result = Counted;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(self.case.domains.len());
        Ok(Outcome::of(&runner.first(self.case, "the best portfolio")?))
    }

    fn pieces(&self, _base: &Outcome) -> usize {
        self.case.domains.len()
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        _base: &Outcome,
        piece: usize,
        _: &Told<'_, usize>,
    ) -> Result<usize, Failure> {
        runner.finish(1);
        Ok(self.case.candidates.iter().filter(|candidate| candidate.domain == DomainIx(piece)).count())
    }

    fn certify(&self, _base: &Outcome, _pieces: &[(usize, usize)]) -> Result<(), String> {
        Ok(())
    }

    fn assemble(&self, _runner: &QueryRunner<'_>, best: Outcome, pieces: Pieces<usize>) -> Result<Counted, Failure> {
        let missing = pieces.iter().filter(|piece| piece.is_none()).count();
        let reached = pieces.into_iter().enumerate().filter_map(|(domain, count)| Some((domain, count?)));
        Ok(Counted { best, domains: reached.filter(|&(_, count)| count >= self.least).collect(), missing })
    }
}
