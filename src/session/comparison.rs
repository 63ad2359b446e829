//! The two sides of a comparison: what can stand on one, and what there is to choose from.

use crate::messages::word;
use crate::say;
use std::borrow::Cow;
use std::sync::Arc;

use super::document::Document;
use super::recommendation::{Best, Shown};
use super::second_case::{PortfolioFile, SecondCase};
use super::snapshot::Snapshot;
use crate::measure::Evaluation;
use crate::model::{Case, Portfolio};
use crate::store::proposal::Proposal;

/// A side of a comparison.
#[derive(Debug, Clone)]
pub enum Side {
    /// The recommended portfolio.
    Recommended,
    /// The own portfolio.
    Own,
    /// Nothing chosen.
    Nothing,
    /// What was recommended before the last edit that changed the case, in the case as it was.
    Before,
    /// What was recommended when the case was opened or saved last, in the case as it was.
    Saved,
    /// The best portfolio of the second case.
    SecondCase(Arc<str>),
    /// The own portfolio of the second case.
    SecondCaseOwn(Arc<str>),
    /// A portfolio that was kept or comes from a file, by its name, as the case is now.
    File(Arc<str>),
    /// A portfolio that was kept, by its name, in the case as it was then.
    Then(Arc<str>),
}

/// A side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// The two sides of the comparison.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The left one.
    pub left: Side,
    /// The right one.
    pub right: Side,
    /// The second case.
    pub second_case: Option<Box<SecondCase>>,
    /// The proposals, and portfolios from files.
    pub files: Vec<PortfolioFile>,
    /// The proposal that the own portfolio is, as far as it was not changed since.
    pub open: Option<Arc<str>>,
}

impl Default for Comparison {
    fn default() -> Self {
        Self { left: Side::Recommended, right: Side::Own, second_case: None, files: Vec::new(), open: None }
    }
}

impl Side {
    /// Its name.
    pub fn name(&self) -> String {
        match self {
            Self::Recommended => word("recommended"),
            Self::Own => word("own"),
            Self::Nothing => say!("comparison-nothing-chosen"),
            Self::Before => say!("comparison-before"),
            Self::Saved => say!("comparison-saved"),
            Self::Then(name) => say!("comparison-then", name = name),
            Self::SecondCase(name) | Self::File(name) => name.to_string(),
            Self::SecondCaseOwn(name) => say!("comparison-second-own", name = name),
        }
    }

    /// Whether it is about the second case.
    pub const fn is_beside(&self) -> bool {
        matches!(self, Self::SecondCase(_) | Self::SecondCaseOwn(_))
    }

    /// What it is, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Recommended => say!("comparison-best-case-now"),
            Self::Own => say!("comparison-your-own-now"),
            Self::Nothing => say!("comparison-country-if-nothing"),
            Self::Before => say!("comparison-before-words"),
            Self::Saved => say!("comparison-saved-words"),
            Self::Then(name) => say!("comparison-name-case-was", name = name),
            Self::SecondCase(name) => say!("comparison-best-case-name", name = name),
            Self::SecondCaseOwn(name) => say!("comparison-own-portfolio-kept", name = name),
            Self::File(name) => say!("comparison-portfolio-name-case", name = name),
        }
    }

    /// Its case, its portfolio and what it gives, if it is there.
    pub fn data<'a>(&self, comparison: &'a Comparison, document: &'a Document) -> Option<Data<'a>> {
        let of_shown = |shown: &'a Arc<Shown>| {
            let answer = &shown.answer;
            Some(Data {
                case: &shown.case,
                portfolio: Cow::Borrowed(answer.portfolio.as_ref()?),
                gives: answer.evaluation.as_ref()?,
            })
        };
        let of_own = |snapshot: &'a Snapshot| {
            let gives = snapshot.own_evaluation.as_ref()?;
            Some(Data { case: &snapshot.case, portfolio: Cow::Borrowed(&snapshot.own), gives })
        };
        let snapshot = &document.snapshot;
        match self {
            Self::Recommended => of_shown(document.best.shown.as_ref()?),
            Self::Before => of_shown(document.best.before.as_ref()?),
            Self::Saved => of_shown(document.best.saved.as_ref()?),
            Self::Then(name) => of_shown(comparison.file(name)?.then.as_ref()?),
            Self::SecondCase(_) => of_shown(comparison.second_case.as_ref()?.shown.as_ref()?),
            Self::SecondCaseOwn(_) => of_own(&comparison.second_case.as_ref()?.snapshot),
            Self::File(name) => {
                let (_, portfolio, gives) = comparison.file(name)?.stands.as_ref()?;
                Some(Data { case: &snapshot.case, portfolio: Cow::Borrowed(portfolio), gives: gives.as_ref()? })
            }
            Self::Own => of_own(snapshot),
            Self::Nothing => Some(Data {
                case: &snapshot.case,
                portfolio: Cow::Owned(Portfolio::default()),
                gives: snapshot.nothing.as_ref()?,
            }),
        }
    }
}

impl Comparison {
    /// A portfolio that was kept or comes from a file.
    pub fn file(&self, name: &str) -> Option<&PortfolioFile> {
        self.files.iter().find(|file| &*file.name == name)
    }

    /// The proposal that is open.
    pub fn opened(&self) -> Option<&Proposal> {
        self.file(self.open.as_deref()?)?.proposal()
    }

    /// Puts a portfolio among those that can be compared, in the place of one with the same name.
    pub fn add(&mut self, file: PortfolioFile) {
        self.files.retain(|it| it.name != file.name);
        self.files.push(file);
    }

    /// Every side that there is to choose from.
    pub fn all(&self, best: &Best) -> Vec<Side> {
        let mut comparison = vec![Side::Recommended, Side::Own, Side::Nothing];
        comparison.extend(best.before.as_ref().map(|_| Side::Before));
        comparison.extend(best.saved.as_ref().map(|_| Side::Saved));
        for file in &self.files {
            comparison.push(Side::File(Arc::clone(&file.name)));
            comparison.extend(file.then.as_ref().map(|_| Side::Then(Arc::clone(&file.name))));
        }
        if let Some(second_case) = &self.second_case {
            let name: Arc<str> = second_case.name().into();
            comparison.extend([Side::SecondCase(Arc::clone(&name)), Side::SecondCaseOwn(name)]);
        }
        comparison
    }
}

/// What a side of a comparison is about.
pub struct Data<'a> {
    /// The case.
    pub case: &'a Case,
    /// The portfolio.
    pub portfolio: Cow<'a, Portfolio>,
    /// What it gives.
    pub gives: &'a Evaluation,
}
