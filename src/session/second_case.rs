//! What stands beside the open case to be compared with: a second case, or a portfolio from a file. Read only, never edited or
//! saved.

use std::path::PathBuf;
use std::sync::Arc;

use super::edit::difference::{Difference, difference};
use super::recommendation::Shown;
use super::snapshot::Snapshot;
use super::user_portfolio::UserPortfolio;
use crate::measure::{Evaluation, evaluate};
use crate::model::{Case, Portfolio, Workbook};
use crate::store::proposal::Proposal;

/// A second case.
#[derive(Debug, Clone)]
pub struct SecondCase {
    /// Its folder.
    pub path: PathBuf,
    /// Its text.
    pub book: Workbook,
    /// What is read from it, with the own portfolio kept beside it.
    pub snapshot: Arc<Snapshot>,
    /// The best portfolio of it, once it is found.
    pub shown: Option<Arc<Shown>>,
    /// The number of the job that looks for it.
    pub running: Option<u64>,
    /// Why there is none.
    pub error: Option<String>,
    /// What differs between the open case and this one, as of this edit.
    pub difference: Option<(u64, Arc<Difference>)>,
}

/// A proposal, or a portfolio from a file, such as a colleague's export.
#[derive(Debug, Clone)]
pub struct PortfolioFile {
    /// The name of the proposal, or that of the file.
    pub name: Arc<str>,
    /// Its picks, by candidate id.
    pub own: UserPortfolio,
    /// The portfolio in the open case, and what it gives there, as of this snapshot.
    pub stands: Option<(u64, Portfolio, Option<Evaluation>)>,
    /// Where it was kept in this session: what was recommended then, in the case as it was.
    pub then: Option<Arc<Shown>>,
    /// Where it comes from.
    pub of: Of,
}

/// Where a portfolio comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// It is a proposal in the folder of the case.
    Proposal(Arc<Proposal>),
    /// It was kept in the folder of the case by an earlier version, as a bare table.
    Kept,
    /// It was read from a file.
    File,
}

impl PortfolioFile {
    /// A proposal of a case with these ministries.
    pub fn of_proposal(proposal: Proposal, ministries: &[String]) -> Self {
        let (own, _) = UserPortfolio::from_csv(&proposal.picks, ministries);
        let name = proposal.name.as_str().into();
        Self { name, own, stands: None, then: None, of: Of::Proposal(Arc::new(proposal)) }
    }

    /// The proposal, if it is one.
    pub fn proposal(&self) -> Option<&Proposal> {
        match &self.of {
            Of::Proposal(proposal) => Some(proposal),
            Of::Kept | Of::File => None,
        }
    }

    /// The picks of candidates that the case does not have any more, by id.
    pub fn missing<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = &'a str> {
        self.own.picks.keys().map(String::as_str).filter(|id| case.candidate_by_id(id).is_none())
    }

    /// What it gives in the open case, as of the last refreshing; none while that has errors.
    pub fn gives(&self) -> Option<&Evaluation> {
        self.stands.as_ref()?.2.as_ref()
    }

    /// Brings what it gives up to date with the open case.
    pub fn refresh(&mut self, snapshot: &Snapshot) {
        if self.stands.as_ref().is_none_or(|(edit, ..)| *edit != snapshot.generation) {
            let portfolio = self.own.portfolio(&snapshot.case);
            let gives = snapshot.is_sound().then(|| evaluate(&snapshot.case, &portfolio));
            self.stands = Some((snapshot.generation, portfolio, gives));
        }
    }
}

impl SecondCase {
    /// Its name: that of its folder.
    pub fn name(&self) -> String {
        let path = &self.path;
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// Brings the differences of the cells up to date with the open case.
    pub fn refresh(&mut self, generation: u64, book: &Workbook) {
        if self.difference.as_ref().is_none_or(|(edit, _)| *edit != generation) {
            self.difference = Some((generation, Arc::new(difference(book, &self.book))));
        }
    }
}
