//! What an analysis is asked: its options, read, with everything that the background needs to work on it.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::Kind;
use super::options::{self, Options};
use crate::analyse::alternatives::Reach;
use crate::analyse::asked as words;
use crate::analyse::importance::TurningPoints;
use crate::analyse::pareto::Axis;
use crate::analyse::robust::{Draws, VoiceRange};
use crate::model::{CandidateIx, Case, Percent, Portfolio, Workbook};
use crate::optimise::{Answer, Known, Reply, Status};
use crate::session::Running;
use crate::tui::document::Document;

/// What an analysis is asked.
#[derive(Debug, Clone)]
pub(crate) enum Asked {
    /// From and to so many percent of the budget, in so many widths.
    Budget { from: Decimal, to: Decimal, widths: usize },
    /// Two axes, and at most so many points.
    Pareto { axes: Box<(Axis, Axis)>, points: Option<usize> },
    /// So many next best ones, or all within so many percent.
    Alternatives { count: usize, within: Percent, reach: Reach },
    /// The order of funding in so many cuts.
    Importance { cuts: usize, turning: TurningPoints },
    /// Worlds.
    Robust { scenarios: Wanted, own: Option<Portfolio>, voice: Option<VoiceRange>, draws: Draws, outcomes: usize },
    /// A portfolio under scenarios.
    Stress { portfolio: Portfolio, scenarios: Wanted },
    /// Cooperation.
    Cooperate,
    /// A candidate.
    Explain(CandidateIx),
    /// Why nothing is possible.
    Conflict,
}

/// Which scenarios are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// None of them.
    None,
    /// Those named; all where none is.
    Named(Vec<String>),
}

/// An analysis for the background: plain data that belongs to nobody else.
#[derive(Debug, Clone)]
pub struct StudyRequest {
    /// The number of its job.
    pub(crate) job: u64,
    /// The case.
    pub(crate) case: Arc<Case>,
    /// Its text, from which scenarios are made.
    pub(crate) book: Box<Workbook>,
    /// What is asked.
    pub(crate) asked: Asked,
    /// The best portfolio of the case, where it is proven already.
    pub(crate) known: Option<Reply>,
    /// The last answer, where it says that nothing is possible.
    pub(crate) conflict: Option<Box<Answer>>,
}

impl StudyRequest {
    /// The number of its job.
    pub fn job(&self) -> u64 {
        self.job
    }
}

/// Makes the request of an analysis as it is set; a sentence where it cannot be asked so.
pub(crate) fn request(document: &Document, kind: Kind, job: u64) -> Result<StudyRequest, String> {
    let case = &document.snapshot.case;
    let options = Options::of(&document.studies, kind, case);
    let asked = asked(document, kind, &options)?;
    let current = document.best.shown.as_ref().filter(|shown| shown.case == *case).map(|shown| &shown.answer);
    let known = current.and_then(|answer| match answer.status {
        Status::Optimal => {
            let found = answer.portfolio.clone().zip(answer.evaluation.clone())?;
            let value = Some(found.1.objective);
            Some(Reply { known: Known::Proven, found: Some(found), value, bound: answer.bound, nodes: 0 })
        }
        Status::Infeasible => Some(Reply::IMPOSSIBLE),
        Status::Feasible | Status::Unknown => None,
    });
    let conflict = current.filter(|answer| answer.conflict.is_some()).cloned().map(Box::new);
    let case = Arc::clone(case);
    Ok(StudyRequest { job, case, book: Box::new(document.book.clone()), asked, known, conflict })
}

fn asked(document: &Document, kind: Kind, options: &Options<'_>) -> Result<Asked, String> {
    let case = document.case();
    let failure = |failure: crate::analyse::Failure| failure.to_string();
    Ok(match kind {
        Kind::Budget => {
            let (from, to) = (options.percent("from")?, options.percent("to")?);
            if to <= from {
                return Err("`to` must be above `from`.".into());
            }
            Asked::Budget { from, to, widths: options.count("points")? - 1 }
        }
        Kind::Pareto => {
            let axes = (
                words::axis(case, options.text("up")).map_err(failure)?,
                words::axis(case, options.text("across")).map_err(failure)?,
            );
            let points = if options.text("points") == "all" { None } else { Some(options.count("points")?) };
            Asked::Pareto { axes: Box::new(axes), points }
        }
        Kind::Alternatives => Asked::Alternatives {
            count: options.count("count")?,
            within: options.percent("within")?,
            reach: if options.text("which") == "near" { Reach::Within } else { Reach::Count },
        },
        Kind::Importance => Asked::Importance {
            cuts: options.count("cuts")?,
            turning: if options.text("turning") == "yes" { TurningPoints::With } else { TurningPoints::Without },
        },
        Kind::Robust => Asked::Robust {
            scenarios: wanted(options.text("scenarios")),
            own: Some(document.snapshot.own.clone()).filter(|own| !own.picks().is_empty()),
            voice: match options.text("voice") {
                "none" => None,
                text => Some(words::voice(case, text).map_err(failure)?),
            },
            draws: Draws {
                count: options.count("draws")?,
                seed: options.whole("seed")?,
                weights: words::weights(options.text("weights")).map_err(failure)?,
                costs: options.percent("costs")?,
                gains: options.percent("gains")?,
                success: options.percent("success")?,
            },
            outcomes: options.count("outcomes")?,
        },
        Kind::Stress => {
            let own = options.text("portfolio") == "own";
            let portfolio = if own { Some(document.snapshot.own.clone()) } else { document.recommended() };
            let portfolio = portfolio.filter(|portfolio| !own || !portfolio.picks().is_empty());
            let portfolio = portfolio.ok_or_else(|| missing(own))?;
            if case.scenarios.is_empty() {
                return Err("The case has no scenarios; the screen of scenarios (key ‹scenarios›) makes one.".into());
            }
            Asked::Stress { portfolio, scenarios: wanted(options.text("scenarios")) }
        }
        Kind::Cooperate => Asked::Cooperate,
        Kind::Explain => explained(document, options)?,
    })
}

fn missing(own: bool) -> String {
    if own {
        "Your own portfolio is empty: ‹toggle-own› on the screen of candidates (key ‹candidates›) puts a candidate in."
            .into()
    } else {
        "No portfolio is recommended yet; o looks for one.".into()
    }
}

fn explained(document: &Document, options: &Options<'_>) -> Result<Asked, String> {
    let case = document.case();
    let shown = document.best.shown.as_ref().is_some_and(|shown| shown.answer.status == Status::Infeasible);
    let impossible = shown || document.best.running.as_ref().is_some_and(Running::finds_why);
    let id = options.text("candidate");
    if id.is_empty() || impossible {
        return if impossible {
            Ok(Asked::Conflict)
        } else {
            Err("Which candidate? ‹candidates/explain-candidate› on its row on the screens of candidates (key ‹candidates›) and of the portfolio (key ‹portfolio›) asks for it.".into())
        };
    }
    options::candidate(case, id).map(Asked::Explain)
}

fn wanted(text: &str) -> Wanted {
    match text {
        "none" => Wanted::None,
        "all" => Wanted::Named(Vec::new()),
        names => Wanted::Named(names.split([' ', ',']).filter(|name| !name.is_empty()).map(str::to_owned).collect()),
    }
}
