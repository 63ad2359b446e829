//! The planner's own portfolio: picks by the candidates' ids, so that they stay with their candidate when rows move.

use std::fmt::Write as _;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Candidate, Case, Pick, Portfolio, ShareRange, Year};

/// A start and a split of the bill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OwnPick {
    /// The year in which it starts.
    pub start: Year,
    /// The whole percent that each ministry pays, in the order of the case.
    pub shares: Vec<u8>,
}

/// The planner's own portfolio, by candidate id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Own {
    /// The picks.
    pub picks: BTreeMap<String, OwnPick>,
}

impl Own {
    /// The own portfolio that a portfolio of a case makes.
    pub fn of(case: &Case, portfolio: &Portfolio) -> Self {
        let picks = portfolio
            .picks()
            .iter()
            .filter_map(|pick| {
                let id = case.candidates.get(pick.candidate.0)?.id.clone();
                Some((id, OwnPick { start: pick.start, shares: pick.shares.clone() }))
            })
            .collect();
        Self { picks }
    }

    /// The portfolio as the present case understands it. Candidates that are no longer there are left out; a split that
    /// does not fit the ministries becomes the usual one.
    pub fn portfolio(&self, case: &Case) -> Portfolio {
        let picks = case.candidate_ixs().filter_map(|candidate| {
            let own = self.picks.get(&case[candidate].id)?;
            let fits = own.shares.len() == case.ministries.len();
            let shares = if fits { own.shares.clone() } else { usual_shares(&case[candidate].shares) };
            Some(Pick { candidate, start: own.start, shares })
        });
        Portfolio::new(picks.collect())
    }

    /// What a candidate gets when it is put in: its first possible year and the usual split.
    pub fn usual(case: &Case, candidate: &Candidate) -> OwnPick {
        let starts = candidate.starts(case.first_year, case.last_year);
        let start = if starts.is_empty() { candidate.start_from } else { *starts.start() };
        OwnPick { start, shares: usual_shares(&candidate.shares) }
    }

    /// The CSV that is kept beside the case: `candidate,start,share_<ministry>…`.
    pub fn to_csv(&self, case: &Case) -> String {
        let mut text = String::from("candidate,start");
        for ministry in &case.ministries {
            text.push_str(",share_");
            text.push_str(&ministry.id);
        }
        text.push('\n');
        for (id, pick) in &self.picks {
            let shares: Vec<_> = pick.shares.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "{id},{},{}", pick.start, shares.join(","));
        }
        text
    }

    /// Reads what [`Own::to_csv`] wrote. Rows that cannot be read are left out; their number is given.
    pub fn from_csv(text: &str, ministries: &[String]) -> (Self, usize) {
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let column = |name: &str| header.iter().position(|cell| cell == name);
        let shares: Vec<_> = ministries.iter().map(|id| column(&format!("share_{id}"))).collect();
        let (id, start) = (column("candidate"), column("start"));
        let mut own = Self::default();
        let mut unread = 0;
        for record in reader.records() {
            let pick = record.ok().and_then(|record| {
                let cell = |at: Option<usize>| at.and_then(|at| record.get(at));
                let shares = shares.iter().map(|&at| cell(at).map_or(Some(0), |text| text.parse().ok()));
                let pick = OwnPick { start: cell(start)?.parse().ok()?, shares: shares.collect::<Option<_>>()? };
                Some((cell(id)?.to_string(), pick))
            });
            match pick {
                Some((id, pick)) => drop(own.picks.insert(id, pick)),
                None => unread += 1,
            }
        }
        (own, unread)
    }
}

/// A split that keeps the ranges where one exists: everybody pays the least, and the rest is spread evenly.
pub(crate) fn usual_shares(ranges: &[ShareRange]) -> Vec<u8> {
    let mut shares: Vec<u8> = ranges.iter().map(|range| range.min).collect();
    let mut rest = 100_i32 - shares.iter().map(|&share| i32::from(share)).sum::<i32>();
    while rest > 0 {
        let open: Vec<usize> = (0..shares.len()).filter(|&at| shares[at] < ranges[at].max).collect();
        // The one that pays least takes the next percent.
        let Some(&at) = open.iter().min_by_key(|&&at| shares[at]) else { break };
        shares[at] += 1;
        rest -= 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_split_keeps_the_ranges_and_adds_up() {
        let range = |min, max| ShareRange { min, max };
        assert_eq!(usual_shares(&[ShareRange::ANY, ShareRange::ANY]), [50, 50]);
        assert_eq!(usual_shares(&[range(20, 30), ShareRange::ANY]), [30, 70]);
        assert_eq!(usual_shares(&[range(40, 40), range(0, 100), range(0, 100)]), [40, 30, 30]);
        assert_eq!(usual_shares(&[range(0, 10), range(0, 20)]), [10, 20]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = "candidate,start,share_a,share_b\nx,2027,40,60\ny,2030,0,100\nz,soon,1,99\n";
        let (own, unread) = Own::from_csv(text, &["a".into(), "b".into()]);
        assert_eq!(unread, 1);
        assert_eq!(own.picks["x"], OwnPick { start: 2027, shares: vec![40, 60] });
        let mut case = Case::default();
        for id in ["a", "b"] {
            case.ministries.push(crate::model::Ministry {
                id: id.into(),
                name: String::new(),
                voice: 1.into(),
                carry_over: crate::model::CarryOver::All,
                budget: Vec::new(),
            });
        }
        assert_eq!(Own::from_csv(&own.to_csv(&case), &["a".into(), "b".into()]).0, own);
    }
}
