//! What the screens show of each scenario. Made anew when the case, the portfolios or the runs change, never while drawing.

use crate::messages::{Thousands, word, written};
use crate::say;
use std::sync::Arc;

use super::WhatIf;
use crate::analyse::Outcome;
use crate::analyse::scenarios::Scenario;
use crate::analyse::stress::{Hit, hit};
use crate::measure::{Evaluation, evaluate};
use crate::model::compile::compile;
use crate::model::schema::TableId;
use crate::model::{Case, Level, Portfolio};
use crate::optimise::{Conflict, ProofStatus, QueryResult};
use crate::session::Document;
use crate::session::edit::scenarios::{Does, does, named, under};
use crate::session::snapshot::Snapshot;
use crate::session::user_portfolio::UserPortfolio;

/// What is shown of a scenario.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its id.
    pub name: String,
    /// Its name for people: the first that one of its rows says, else its id as it is read.
    pub called: String,
    /// How many changes it has.
    pub changes: usize,
    /// The first note among its rows.
    pub note: String,
    /// The first source among its rows.
    pub source: String,
    /// Why it cannot be applied, or what is wrong with the case under it.
    pub problem: Option<String>,
    /// What each of its rows does; left out for large cases while it is not open.
    pub does: Vec<Does>,
    /// The case under it, where it can be computed.
    pub case: Option<Arc<Case>>,
    /// What a run found, also where it is out of date.
    pub reply: Option<QueryResult>,
    /// Where no portfolio is possible: why, once that is found.
    pub conflict: Option<Conflict>,
    /// The case that it was found for.
    pub run_case: Option<Arc<Case>>,
    /// How far it is.
    pub state: State,
    /// The recommended portfolio of the case under it.
    pub recommended: Option<Stood>,
    /// The planner's own portfolio under it.
    pub own: Option<Stood>,
}

/// How far a scenario is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has no change yet.
    Draft,
    /// It cannot be applied, or leaves a case with errors.
    Wrong,
    /// It was not run.
    NotRun,
    /// It is being run, or waits for it.
    Running,
    /// The best portfolio under it is proven.
    Proven,
    /// A portfolio was found, and is not proven to be the best.
    Open,
    /// It was stopped before anything was found.
    Stopped,
    /// No portfolio is possible under it.
    Impossible,
    /// The run failed.
    Failed,
    /// The case or the scenario changed since it was run.
    Stale,
}

impl State {
    /// The state as words.
    pub fn words(self) -> String {
        word(match self {
            Self::Draft => "no change",
            Self::Wrong => "wrong",
            Self::NotRun => "not run",
            Self::Running => "running",
            Self::Proven => "proven",
            Self::Open => "not proven",
            Self::Stopped => "stopped",
            Self::Impossible => "infeasible",
            Self::Failed => "failed",
            Self::Stale => "stale",
        })
    }
}

/// A portfolio of the case under a scenario.
#[derive(Debug, Clone)]
pub struct Stood {
    /// The portfolio.
    pub portfolio: Portfolio,
    /// What it gives there.
    pub gives: Evaluation,
    /// What it loses there.
    pub hit: Hit,
}

impl Standing {
    /// The rungs that fall for a portfolio, in words: `cable_landings seat to nothing`.
    pub fn falls(case: &Case, stood: &Stood) -> Vec<String> {
        let rung = |at: Option<usize>, power: rust_decimal::Decimal| {
            at.and_then(|at| case.rungs.get(at)).map_or_else(
                || {
                    if power.is_zero() {
                        word("nothing")
                    } else {
                        written(&power.normalize().to_string(), Thousands::Plain)
                    }
                },
                |rung| rung.name.clone(),
            )
        };
        let falls = stood.hit.falls.iter();
        falls
            .filter_map(|fall| {
                let service = &case.services.get(fall.service)?.name;
                let (from, to) = (rung(fall.rung_before, fall.power_before), rung(fall.rung_after, fall.power_after));
                Some(say!("standing-falls", service = service, before = from, after = to))
            })
            .collect()
    }
}

/// Brings the standings up to date with the document and the runs, where they are not.
pub fn refresh(what_if: &mut WhatIf, document: &Document) {
    let best = document.base_best().version + document.best.version;
    let stamp = (document.generation, document.base_snapshot().generation, best, what_if.version);
    if what_if.stamp == Some(stamp) {
        return;
    }
    let known = named(document.base_book());
    what_if.drafts.retain(|draft| !known.iter().any(|it| it.name == draft.id));
    let mut standings: Vec<Standing> = known.iter().map(|it| standing(what_if, document, &it.name, &it.rows)).collect();
    standings.extend(what_if.drafts.iter().map(|draft| standing(what_if, document, &draft.id, &[])));
    what_if.standings = standings;
    what_if.stamp = Some(stamp);
}

fn standing(what_if: &WhatIf, document: &Document, name: &str, rows: &[usize]) -> Standing {
    let book = document.base_book();
    let sheet = book.sheet(TableId::Scenarios);
    let first = |column: &str| {
        let texts = rows.iter().map(|&row| sheet.cell(row, column));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
    };
    let large = Snapshot::is_large(book);
    let run = what_if.runs.get(name);
    let applied = under(book, name);
    let mut problem = applied.as_ref().err().cloned();
    let mut case = None;
    let base = document.base_snapshot();
    if let Some(book) = applied.ok().filter(|_| !large && !rows.is_empty() && !base.case.ministries.is_empty()) {
        let compiled = compile(&book);
        if let Some(error) = compiled.findings.iter().find(|finding| finding.level == Level::Error) {
            problem = Some(say!("standing-case-under-has", message = error.message, remedy = error.remedy));
        } else {
            let mut typed = compiled.case;
            typed.scenarios.clear();
            typed.unread_scenarios.clear();
            case = Some(Arc::new(typed));
        }
    }
    let fresh = run.is_some_and(|run| run.is_fresh(book, name, case.as_deref()));
    if large && fresh {
        case = run.and_then(|run| run.case.clone());
    }
    let reply = run.and_then(|run| run.reply.clone().ok());
    let mut state = match run {
        _ if rows.is_empty() => State::Draft,
        _ if problem.is_some() => State::Wrong,
        None => State::NotRun,
        Some(_) if !fresh => State::Stale,
        Some(run) => state_of(&run.reply),
    };
    if what_if
        .running
        .as_ref()
        .is_some_and(|it| it.names.iter().any(|at| at == name) && !it.done.iter().any(|at| at == name))
    {
        state = State::Running;
    }
    if let (Some(Err(error)), State::Failed) = (run.map(|run| &run.reply), state) {
        problem = Some(error.clone());
    }
    let answer = reply.as_ref().filter(|_| fresh);
    let shown = document.base_best().shown.as_ref().filter(|shown| shown.answer.portfolio.is_some());
    let stand = |own: UserPortfolio| stood(&base.case, name, case.as_ref()?, own.portfolio(&base.case), answer);
    Standing {
        name: name.to_owned(),
        called: what_if.called(book, name),
        changes: rows.len(),
        note: first("note"),
        source: first("source"),
        does: if large && what_if.open.as_deref() != Some(name) { Vec::new() } else { does(book, name) },
        recommended: shown.filter(|_| base.is_sound()).and_then(|shown| stand(shown.portfolio())),
        own: base
            .own_evaluation
            .as_ref()
            .filter(|_| !document.own.picks.is_empty())
            .and_then(|_| stand(document.own.clone())),
        problem,
        case,
        conflict: run.filter(|_| fresh).and_then(|run| run.conflict.clone()),
        run_case: run.and_then(|run| run.case.clone()),
        reply,
        state,
    }
}

const fn state_of(reply: &Result<QueryResult, String>) -> State {
    match reply {
        Ok(QueryResult { known: ProofStatus::Proven, .. }) => State::Proven,
        Ok(QueryResult { known: ProofStatus::Impossible, .. }) => State::Impossible,
        Ok(QueryResult { found: Some(_), .. }) => State::Open,
        Ok(_) => State::Stopped,
        Err(_) => State::Failed,
    }
}

fn stood(
    base: &Case,
    name: &str,
    case: &Arc<Case>,
    portfolio: Portfolio,
    answer: Option<&QueryResult>,
) -> Option<Stood> {
    // The rows of a scenario are those of the case, so positions mean the same in both.
    if base.candidates.len() != case.candidates.len() || base.services.len() != case.services.len() {
        return None;
    }
    let best = answer.map_or_else(|| Outcome::of(&QueryResult::NOTHING), Outcome::of);
    let scenario = Scenario { name: name.to_owned(), case: case.as_ref().clone() };
    let gives = evaluate(case, &portfolio);
    let hit = hit(base, &scenario, 0, &portfolio, best);
    Some(Stood { portfolio, gives, hit })
}
