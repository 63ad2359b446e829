//! From the options of an analysis, as they are set, to what the background is asked.

use crate::analyse::AnalysisKind;
use crate::analyse::spec::{NoScenario, Param, ParamKind};
use crate::analyse::values::{Asked, Values};
use crate::model::Portfolio;
use crate::optimise::Status;
use crate::say;
use crate::session::Running;
use crate::session::analyses::{AnalysisRequest, proven};
use crate::tui::state::Document;
use std::sync::Arc;

/// Makes the request of an analysis as it is set, with what is asked in words; a sentence where it cannot be asked so.
pub(crate) fn request(document: &Document, kind: AnalysisKind, job: u64) -> Result<(AnalysisRequest, String), String> {
    let case = &document.snapshot.case;
    let set = document.analyses.runs.values(kind, case);
    let answer = document.best.shown.as_ref().filter(|shown| shown.case == *case).map(|shown| &shown.answer);
    let values = if is_impossible(document) {
        set.without(kind.spec(), |param| param.kind == ParamKind::Candidate)
    } else {
        set.clone()
    };
    let mut portfolios = Vec::new();
    for param in kind.spec().params {
        portfolios.extend(portfolio(document, param, &values)?.map(|portfolio| (param.name, portfolio)));
    }
    let asked = Asked { spec: kind.spec(), case, values: &values, portfolios: &portfolios, answer };
    let params = kind.read(&asked).map_err(|failure| failure.to_string())?;
    let (case, book) = (Arc::clone(case), Box::new(document.book.clone()));
    Ok((AnalysisRequest { job, case, book, params, known: answer.and_then(proven) }, set.line(kind.spec())))
}

/// Whether no portfolio is possible, so that this is what there is to explain.
fn is_impossible(document: &Document) -> bool {
    document.best.shown.as_ref().is_some_and(|shown| shown.answer.status == Status::Infeasible)
        || document.best.running.as_ref().is_some_and(Running::finds_why)
}

/// The portfolio that a parameter stands for; where the planner has to do something first, what.
fn portfolio(document: &Document, param: &Param, values: &Values) -> Result<Option<Portfolio>, String> {
    let own = || Some(document.snapshot.own.clone()).filter(|own| !own.picks().is_empty());
    match param.kind {
        ParamKind::Own => Ok(own()),
        ParamKind::Portfolio if values.text(param.name) == "own" => {
            own().map(Some).ok_or_else(|| say!("ask-your-own-portfolio-empty"))
        }
        ParamKind::Portfolio => {
            document.recommended().map(Some).ok_or_else(|| say!("ask-no-portfolio-recommended-yet"))
        }
        ParamKind::Scenarios(NoScenario::Senseless) if document.case().scenarios.is_empty() => {
            Err(say!("ask-case-has-no-scenarios"))
        }
        ParamKind::Candidate if values.text(param.name).is_empty() && !is_impossible(document) => {
            Err(say!("ask-which-candidate-row-screens"))
        }
        _ => Ok(None),
    }
}
