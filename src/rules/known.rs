//! Picks: a candidate is one of the case's, and is picked at most once.

use super::kind::prelude::*;

pub(super) struct Known(pub CandidateIx);

impl Kind for Known {
    fn nature(&self) -> Nature {
        Nature::fact("candidate", 0)
    }

    fn describe(&self, case: &Case) -> String {
        if self.0.0 >= case.candidates.len() {
            say!("told-candidate-number-candidate", candidate = self.0.0 + 1)
        } else {
            say!("told-candidate-may-chosen", candidate = name(case, self.0))
        }
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        (format!("once_{}", case[self.0].id), cell_of(case, self.0, "status"))
    }

    fn broken(&self) -> Option<String> {
        Some(say!("told-this-broken-2"))
    }

    fn give_up(&self, _: &mut Case) {}
}

/// Candidates that are picked more than once, or that the case does not have. Only these are reported: of all others
/// there is nothing to say.
pub(super) fn picked_wrongly(measured: &Measured) -> Vec<Verdict> {
    let picks = measured.portfolio.picks();
    let wrong = picks.chunk_by(|a, b| a.candidate == b.candidate).filter_map(|same| {
        let candidate = same.first()?.candidate;
        let allowed = usize::from(candidate.0 < measured.case.candidates.len());
        let verdict = Verdict::on(Side::AtMost, Rule::Known(candidate), count(same.len()), count(allowed), Unit::None);
        (!verdict.holds).then_some(verdict)
    });
    wrong.collect()
}
