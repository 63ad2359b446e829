//! The two sides of a comparison: what can stand on one, and what there is to choose from.

use std::borrow::Cow;
use std::sync::Arc;

use crate::measure::Evaluation;
use crate::model::{Case, Portfolio};
use crate::tui::beside::{Beside, PortfolioFile};
use crate::tui::document::{Document, Shown};

/// A side of a comparison.
#[derive(Debug, Clone)]
pub(crate) enum Side {
    /// The recommended portfolio.
    Recommended,
    /// The own portfolio.
    Own,
    /// Nothing chosen.
    Nothing,
    /// The best portfolio of the second case.
    Beside(Arc<str>),
    /// The own portfolio of the second case.
    BesideOwn(Arc<str>),
    /// A portfolio that was kept or comes from a file, by its name, as the case is now.
    File(Arc<str>),
    /// A portfolio that was kept, by its name, in the case as it was then.
    Then(Arc<str>),
}

/// A side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// The two sides of the comparison.
#[derive(Debug, Clone)]
pub(crate) struct Sides {
    /// The left one.
    pub left: Side,
    /// The right one.
    pub right: Side,
    /// The second case.
    pub beside: Option<Box<Beside>>,
    /// The portfolios that were kept, and those from files.
    pub files: Vec<PortfolioFile>,
}

impl Default for Sides {
    fn default() -> Self {
        Self { left: Side::Recommended, right: Side::Own, beside: None, files: Vec::new() }
    }
}

impl Side {
    /// Its name.
    pub fn name(&self) -> String {
        match self {
            Self::Recommended => "recommended".to_owned(),
            Self::Own => "own".to_owned(),
            Self::Nothing => "nothing chosen".to_owned(),
            Self::Then(name) => format!("{name}, then"),
            Self::Beside(name) | Self::File(name) => name.to_string(),
            Self::BesideOwn(name) => format!("{name}, own"),
        }
    }

    /// Whether it is about the second case.
    pub const fn is_beside(&self) -> bool {
        matches!(self, Self::Beside(_) | Self::BesideOwn(_))
    }

    /// What it is, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Recommended => "the best of the case as it is now".to_owned(),
            Self::Own => "your own as it is now".to_owned(),
            Self::Nothing => "the country if nothing is done".to_owned(),
            Self::Then(name) => format!("{name}, in the case as it was when you kept it"),
            Self::Beside(name) => format!("the best of the case {name}"),
            Self::BesideOwn(name) => format!("the own portfolio kept beside the case {name}"),
            Self::File(name) => format!("the portfolio {name} in the case as it is now"),
        }
    }

    /// Its case, its portfolio and what it gives, if it is there.
    pub fn data<'a>(&'a self, sides: &'a Sides, document: &'a Document) -> Option<Data<'a>> {
        let of_shown = |shown: &'a Arc<Shown>| {
            let answer = &shown.answer;
            Some(Data {
                case: &shown.case,
                portfolio: Cow::Borrowed(answer.portfolio.as_ref()?),
                gives: answer.evaluation.as_ref()?,
            })
        };
        let reading = &document.reading;
        match self {
            Self::Recommended => of_shown(document.best.shown.as_ref()?),
            Self::Then(name) => of_shown(sides.file(name)?.then.as_ref()?),
            Self::Beside(_) => of_shown(sides.beside.as_ref()?.shown.as_ref()?),
            Self::BesideOwn(_) => {
                let reading = &sides.beside.as_ref()?.reading;
                Some(Data {
                    case: &reading.case,
                    portfolio: Cow::Borrowed(&reading.own),
                    gives: reading.own_evaluation.as_ref()?,
                })
            }
            Self::File(name) => {
                let (_, portfolio, gives) = sides.file(name)?.stands.as_ref()?;
                Some(Data { case: &reading.case, portfolio: Cow::Borrowed(portfolio), gives: gives.as_ref()? })
            }
            Self::Own => Some(Data {
                case: &reading.case,
                portfolio: Cow::Borrowed(&reading.own),
                gives: reading.own_evaluation.as_ref()?,
            }),
            Self::Nothing => Some(Data {
                case: &reading.case,
                portfolio: Cow::Owned(Portfolio::default()),
                gives: reading.nothing.as_ref()?,
            }),
        }
    }
}

impl Sides {
    /// A portfolio that was kept or comes from a file.
    pub fn file(&self, name: &str) -> Option<&PortfolioFile> {
        self.files.iter().find(|file| &*file.name == name)
    }

    /// Puts a portfolio among those that can be compared, in the place of one with the same name.
    pub fn add(&mut self, file: PortfolioFile) {
        self.files.retain(|it| it.name != file.name);
        self.files.push(file);
    }

    /// Every side that there is to choose from.
    pub fn all(&self) -> Vec<Side> {
        let mut sides = vec![Side::Recommended, Side::Own, Side::Nothing];
        for file in &self.files {
            sides.push(Side::File(Arc::clone(&file.name)));
            sides.extend(file.then.as_ref().map(|_| Side::Then(Arc::clone(&file.name))));
        }
        if let Some(beside) = &self.beside {
            let name: Arc<str> = beside.name().into();
            sides.extend([Side::Beside(Arc::clone(&name)), Side::BesideOwn(name)]);
        }
        sides
    }
}

/// What a side of a comparison is about.
pub(crate) struct Data<'a> {
    /// The case.
    pub case: &'a Case,
    /// The portfolio.
    pub portfolio: Cow<'a, Portfolio>,
    /// What it gives.
    pub gives: &'a Evaluation,
}
