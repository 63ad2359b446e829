//! What was found under scenarios, between two sessions: the file of it, and how it is read back. It goes the way of what analyses
//! found: a file that vouches for itself, whose claims are certified again before anything is shown of them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Run, ScenarioRun};
use crate::analyse::Outcome;
use crate::model::compile::compile;
use crate::model::order::InOrder as _;
use crate::model::schema::TableId;
use crate::model::{Case, Level, Sheet, Workbook};
use crate::optimise::{Conflict, ProofStatus};
use crate::rules::Rule;
use crate::session::edit::scenarios::under;
use crate::store::PartFile;
use crate::store::proposal::case_hash;

/// What the file is called, and says that it is.
pub const ID: &str = "scenario-runs";

/// What was found under a scenario.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptScenario {
    /// The scenario, by id.
    name: String,
    /// The hash of the case under it.
    hash: String,
    /// The answer.
    outcome: Outcome,
    /// Where no portfolio is possible: why, if that was found.
    conflict: Option<Why>,
}

/// Why nothing is possible; the words of it are made anew.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Why {
    rules: Vec<Rule>,
    all_facts: bool,
    repair: Option<String>,
    proven_smallest: bool,
    /// The language of the repair.
    language: String,
}

/// The hash of the case under a scenario, whatever other scenarios there are; `None` where it cannot be applied.
pub fn hash_of(book: &Workbook, name: &str) -> Option<String> {
    under(book, name).ok().map(hash_under)
}

fn hash_under(mut under: Workbook) -> String {
    *under.sheet_mut(TableId::Scenarios) = Sheet::absent(TableId::Scenarios);
    case_hash(&under)
}

/// The file of what was found; `None` where nothing was.
pub fn file_of<'a>(runs: impl IntoIterator<Item = (&'a String, &'a Run)>) -> Option<PartFile> {
    let mut found: Vec<KeptScenario> = runs.into_iter().filter_map(|(name, run)| kept(name, run)).collect();
    found.order_by_key(|it| it.name.clone());
    (!found.is_empty()).then(|| PartFile {
        beslismacht_part: PartFile::FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        arguments: vec![ID.to_owned()],
        inputs: Vec::new(),
        part: "1/1".to_owned(),
        complete: true,
        found: serde_json::to_value(found).unwrap_or_default(),
        sha256: String::new(),
    })
}

fn kept(name: &str, run: &Run) -> Option<KeptScenario> {
    let reply = run.reply.as_ref().ok().filter(|reply| reply.is_proven() || reply.found.is_some())?;
    let conflict = run.conflict.as_ref().map(|it| Why {
        rules: it.rules.clone(),
        all_facts: it.all_facts,
        repair: it.repair.clone(),
        proven_smallest: it.proven_smallest,
        language: crate::messages::language().to_owned(),
    });
    let (name, hash) = (name.to_owned(), run.hash.clone()?);
    Some(KeptScenario { name, hash, outcome: Outcome::of(reply), conflict })
}

/// What such a file says, of those that were kept for a case.
pub fn wanted(files: &[(PartFile, String)]) -> Vec<KeptScenario> {
    let is_one = |file: &&PartFile| file.arguments == [ID] && file.version == env!("CARGO_PKG_VERSION");
    let mut files = files.iter().map(|(file, _)| file).filter(is_one);
    files.find_map(|file| serde_json::from_value(file.found.clone()).ok()).unwrap_or_default()
}

/// Reads back what is about the case as it stands; what is not as it was found, or about another case, is passed over.
pub fn restore(kept: KeptScenario, book: &Workbook) -> Option<ScenarioRun> {
    let KeptScenario { name, hash, outcome, conflict } = kept;
    let book = under(book, &name).ok()?;
    let compiled = compile(&book);
    if hash_under(book) != hash || compiled.findings.iter().any(|finding| finding.level == Level::Error) {
        return None;
    }
    let mut case = compiled.case;
    case.scenarios.clear();
    case.unread_scenarios.clear();
    let case = Arc::new(case);
    let reply = outcome.reply(&case)?;
    let conflict = conflict.filter(|_| reply.known == ProofStatus::Impossible).and_then(|why| told(why, &case));
    Some(ScenarioRun { name, case: Some(case), hash: Some(hash), reply: Ok(reply), conflict })
}

fn told(why: Why, case: &Case) -> Option<Conflict> {
    let Why { rules, all_facts, repair, proven_smallest, language } = why;
    if !rules.iter().all(|rule| rule.is_of(case)) {
        return None;
    }
    let repair = repair.filter(|_| language == crate::messages::language());
    let conflict = Conflict { rules, words: Vec::new(), lines: Vec::new(), all_facts, repair, proven_smallest };
    Some(conflict.of_case(case))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::optimise::{Options, Query, QueryResult, ask, optimise};
    use crate::session::edit::scenarios::named;
    use crate::session::scenarios::changes_of;
    use crate::store;

    fn run(book: &Workbook, name: &str) -> Run {
        let mut case = compile(&under(book, name).unwrap()).case;
        case.scenarios.clear();
        let case = Arc::new(case);
        let reply =
            ask(&Query::best(case.clone()), &Options::default(), None, &mut |_| std::ops::ControlFlow::Continue(()));
        let reply = reply.unwrap();
        let nothing = reply.known == ProofStatus::Impossible;
        let why = || optimise(&case, &Options::default(), None, &mut |_| std::ops::ControlFlow::Continue(()));
        let conflict = nothing.then(|| why().unwrap().conflict.unwrap());
        let (changes, hash) = (changes_of(book, name), hash_of(book, name));
        Run { case: Some(case), book: book.clone(), changes, hash, reply: Ok(reply), conflict }
    }

    fn book() -> Workbook {
        let mut book = store::tutorial();
        let row = book.sheet(TableId::Scenarios).rows.len();
        let text = book.file("scenarios.csv").unwrap();
        let columns = text.lines().next().unwrap().split(',').count();
        let nothing = format!("broke,candidates,*,status,=locked_in{}\n", ",".repeat(columns - 5));
        book.put_file("scenarios.csv", &format!("{text}{nothing}"));
        assert_eq!(book.sheet(TableId::Scenarios).rows.len(), row + 1);
        book
    }

    #[test]
    fn what_was_proven_under_scenarios_is_there_in_the_next_session_of_the_same_case() {
        let (book, state) = (book(), tempfile::tempdir().unwrap());
        let path = std::path::Path::new("somewhere/tutorial");
        let names: Vec<String> = named(&book).into_iter().map(|it| it.name).collect();
        let runs: HashMap<String, Run> = names.iter().map(|name| (name.clone(), run(&book, name))).collect();
        assert!(store::keep_run(state.path(), path, ID, file_of(&runs).unwrap()).unwrap());
        let kept = || wanted(&store::kept_runs(state.path(), path));
        assert_eq!(kept().len(), names.len());
        for it in kept() {
            let (name, back) = (it.name.clone(), restore(it, &book).unwrap());
            let was = &runs[&name];
            assert_eq!((&back.case, &back.hash), (&was.case, &was.hash));
            assert_eq!((&back.conflict, back.conflict.is_some()), (&was.conflict, name == "broke"));
            let (back, was): (QueryResult, &QueryResult) = (back.reply.unwrap(), was.reply.as_ref().unwrap());
            assert_eq!((back.known, back.value, back.portfolio()), (was.known, was.value, was.portfolio()));
            assert!(back.is_proven());
        }
        // Another scenario leaves them valid; another budget none of them.
        let mut other = book.clone();
        let text = other.file("scenarios.csv").unwrap();
        let rest: Vec<&str> = text.lines().filter(|line| !line.starts_with(names[0].as_str())).collect();
        let without = format!("{}\n", rest.join("\n"));
        other.put_file("scenarios.csv", &without);
        assert_eq!(kept().into_iter().filter_map(|it| restore(it, &other)).count(), names.len() - 1);
        let amount = book.sheet(TableId::Budgets).column("amount").unwrap();
        let mut other = book.clone();
        other.sheet_mut(TableId::Budgets).set(0, amount, "11");
        let broke = |it: &KeptScenario| it.name != "broke";
        assert_eq!(kept().into_iter().filter(broke).filter_map(|it| restore(it, &other)).count(), 0);
        // A portfolio that is not worth what is said of it is no answer.
        let mut claims = kept();
        let claim = claims.iter_mut().find(|it| it.outcome.objective.is_some()).unwrap();
        claim.outcome.objective = claim.outcome.objective.map(|it| it + rust_decimal::Decimal::ONE);
        assert!(restore(claim.clone(), &book).is_none());
    }
}
