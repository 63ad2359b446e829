//! Finished runs between two sessions: the file of one, and how it is read back. It goes the way of the parts of a sweep: a file that
//! vouches for itself, whose claims are certified again before anything is shown of them.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::kept::KeptRun;
use super::run::{Age, AnalysisRun, Standing};
use crate::analyse::spec::Asker;
use crate::analyse::values::{Asked, Values};
use crate::analyse::{AnalysisKind, AnalysisProgress, QueryRunner, QueryStats, Run, Solving};
use crate::messages::day;
use crate::model::schema::TableId;
use crate::model::{Case, Portfolio, Sheet, Workbook};
use crate::optimise::Options;
use crate::say;
use crate::session::user_portfolio::UserPortfolio;
use crate::store::PartFile;
use crate::store::proposal::case_hash;

/// A run that is to be read back.
#[derive(Debug, Clone)]
pub struct Restore {
    /// Which analysis.
    pub kind: AnalysisKind,
    /// What was kept of it.
    pub kept: KeptRun,
    /// When, in UTC.
    pub when: String,
}

/// The file of a run, once it is finished and has its pieces.
pub fn file_of(mut kept: KeptRun, run: &AnalysisRun) -> Option<PartFile> {
    let kind = run.outcome.params().kind();
    kept.own = run.own.as_ref().map(|own| UserPortfolio::of(&run.case, own));
    kept.seconds = run.seconds;
    kept.questions = (run.stats.searched, run.stats.implied, run.stats.given_up);
    let is_there = run.standing == Standing::Finished && !kept.pieces.is_null();
    is_there.then(|| PartFile {
        beslismacht_part: PartFile::FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        arguments: vec![kind.spec().id.to_owned()],
        inputs: inputs(kind, &run.book),
        part: "1/1".to_owned(),
        complete: true,
        found: serde_json::to_value(kept).unwrap_or_default(),
        sha256: String::new(),
    })
}

/// What an analysis depends on: the text of the case, without its scenarios where it asks none.
fn inputs(kind: AnalysisKind, book: &Workbook) -> Vec<(String, String)> {
    let hash = if kind.spec().has_scenarios() {
        case_hash(book)
    } else {
        let mut book = book.clone();
        *book.sheet_mut(TableId::Scenarios) = Sheet::absent(TableId::Scenarios);
        case_hash(&book)
    };
    vec![("case".to_owned(), hash)]
}

/// What of the files that were kept, each with the moment when, is about the case as it stands and of this version.
pub fn wanted(files: Vec<(PartFile, String)>, book: &Workbook) -> Vec<Restore> {
    let each = files.into_iter().filter_map(|(file, when)| {
        let [id] = file.arguments.as_slice() else { return None };
        let kind = AnalysisKind::ALL.iter().copied().find(|kind| kind.spec().id == id)?;
        let same = file.version == env!("CARGO_PKG_VERSION") && file.inputs == inputs(kind, book);
        let kept = serde_json::from_value(file.found).ok().filter(|_| same)?;
        Some(Restore { kind, kept, when })
    });
    each.collect()
}

/// Reads a run back: its pieces are certified and put together as those of other machines are. Nothing where anything of it is not as
/// it was written, or `on` breaks it off.
pub fn restore<'a>(
    Restore { kind, kept, when }: Restore,
    (case, book): (&Arc<Case>, &Arc<Workbook>),
    (workers, options): (usize, &Options),
    on: &'a mut (dyn FnMut(&AnalysisProgress) -> ControlFlow<()> + Send + 'a),
) -> Option<AnalysisRun> {
    let spec = kind.spec();
    let text = |name: &str| kept.values.iter().find(|(other, _)| other == name).map(|(_, text)| text.clone());
    let values = Values::of(spec, (case, Asker::Interface), text);
    let named = |(name, own): &(String, UserPortfolio)| Some((spec.param(name)?.name, own.portfolio(case)));
    let portfolios: Vec<(&'static str, Portfolio)> = kept.portfolios.iter().filter_map(named).collect();
    let asked = Asked { spec, case, values: &values, portfolios: &portfolios, answer: None };
    let mut params = kind.read(&asked).ok()?;
    params.prepare(case, book).ok()?;
    let solving = Solving::with(&options.guests);
    let runner = QueryRunner::new(&solving, workers, on);
    let run = Run { case, runner: &runner, options, pieces: None };
    let outcome = params.merge(&run, vec![(spec.id.to_owned(), kept.pieces)]).ok()?;
    let (searched, implied, given_up) = kept.questions;
    (!runner.is_stopped()).then(|| AnalysisRun {
        job: 0,
        case: Arc::clone(case),
        own: kept.own.map(|own| own.portfolio(case)),
        asked: say!("analyses-earlier-session", when = day(&when), asked = kept.asked),
        book: Arc::clone(book),
        outcome,
        standing: Standing::Finished,
        age: Age::Current,
        stats: QueryStats { searched, implied, given_up },
        seconds: kept.seconds,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::model::Pick;
    use crate::session::Snapshot;
    use crate::session::analyses::{AnalysisNews, AnalysisRequest, work};
    use crate::store;

    /// A finished run of an analysis of the tutorial as a file, and what it found.
    fn finished(kind: AnalysisKind, book: &Workbook) -> (PartFile, String) {
        let case = Snapshot::new(0, book, &UserPortfolio::default()).case.clone();
        let host = case.candidate_by_id("host-share").unwrap();
        let usual = UserPortfolio::usual(&case, &case[host]);
        let portfolio = Portfolio::new(vec![Pick { candidate: host, start: usual.start, shares: usual.shares }]);
        let spec = kind.spec();
        let values = Values::of(spec, (&case, Asker::Interface), |_| None);
        let portfolios = [("portfolio", portfolio)];
        let asked = Asked { spec, case: &case, values: &values, portfolios: &portfolios, answer: None };
        let (params, book) = (kind.read(&asked).unwrap(), Box::new(book.clone()));
        let request = AnalysisRequest {
            job: 1,
            case,
            book,
            params,
            known: None,
            skips: crate::analyse::Skips::default(),
            kept: None,
        };
        let pieces = Mutex::new(None);
        let tell = |news| {
            if let AnalysisNews::Pieces(all) = news {
                *pieces.lock().unwrap() = Some(all);
            }
        };
        let outcome = work(&request, (1, &Options::default()), &mut |_| ControlFlow::Continue(()), &tell).unwrap();
        let mut kept = KeptRun::of((spec, &request.case), "as ever".to_owned(), (&values, &portfolios));
        kept.pieces = pieces.into_inner().unwrap().unwrap();
        let run = AnalysisRun {
            job: 1,
            case: request.case,
            own: None,
            asked: String::new(),
            book: Arc::new(*request.book),
            outcome,
            standing: Standing::Finished,
            age: Age::Current,
            stats: QueryStats::default(),
            seconds: 7.0,
        };
        (file_of(kept, &run).unwrap(), format!("{:?}", run.outcome))
    }

    #[test]
    fn what_was_finished_is_there_in_the_next_session_of_the_same_case() {
        let (book, state) = (store::tutorial(), tempfile::tempdir().unwrap());
        let path = std::path::Path::new("somewhere/tutorial");
        for (kind, at) in [(AnalysisKind::Stress, 0), (AnalysisKind::Pillars, 1)] {
            let (file, found) = finished(kind, &book);
            assert!(store::keep_run(state.path(), path, kind.spec().id, file).unwrap());
            let kept = || store::kept_runs(state.path(), path);
            let of = |book: &Workbook| wanted(kept(), book).into_iter().find(|it| it.kind == kind);
            let case = Snapshot::new(0, &book, &UserPortfolio::default()).case.clone();
            let mut on = |_: &AnalysisProgress| ControlFlow::Continue(());
            let text = Arc::new(book.clone());
            let run = restore(of(&book).unwrap(), (&case, &text), (1, &Options::default()), &mut on).unwrap();
            assert_eq!((format!("{:?}", run.outcome), run.seconds), (found, 7.0));
            assert!(run.asked.contains("in an earlier session") && run.asked.ends_with("as ever"), "{}", run.asked);
            // Another scenario matters to those that ask them; another budget to all.
            let mut other = book.clone();
            other.sheet_mut(TableId::Scenarios).remove_rows(|row| row == 0);
            assert_eq!(of(&other).is_none(), kind.spec().has_scenarios());
            let amount = book.sheet(TableId::Budgets).column("amount").unwrap();
            let mut other = book.clone();
            other.sheet_mut(TableId::Budgets).set(0, amount, "11");
            assert!(of(&other).is_none());
            assert_eq!(kept().len(), at + 1);
        }
        // What is not as it was written is nothing.
        let folder = state.path().join("analyses").join(store::name_of_its_own(path));
        let file = folder.join("stress.json");
        let text = String::from_utf8(store::read_own(&file).unwrap().unwrap()).unwrap();
        store::write_own(&file, text.replacen("as ever", "as never", 1).as_bytes()).unwrap();
        assert_eq!(store::kept_runs(state.path(), path).len(), 1);
    }
}
