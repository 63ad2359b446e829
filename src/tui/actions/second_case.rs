//! A second case, or a portfolio from a file, beside the open case to be compared with.

use crate::optimise::Answer;
use crate::say;
use crate::session::comparison::Side;
use crate::session::on_disk::{CaseEntry, Loaded};
use crate::session::second_case::{Of, PortfolioFile, SecondCase};
use crate::session::{Shown, UserPortfolio};
use crate::tui::event::{Effect, ReadFor, Reads};
use crate::tui::state::{App, Popup, Purpose, TableKey};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Asks for the folder of a second case, or for a portfolio to be compared with.
pub(crate) fn ask(app: &mut App) {
    ask_for(
        app,
        Reads::SecondCase,
        say!("second-case-second-case-portfolio"),
        say!("second-case-folder-second-case-csv"),
    );
}

/// Asks for the folder of a case to be opened.
pub(crate) fn ask_path(app: &mut App) {
    ask_for(app, Reads::Case, say!("second-case-open-case"), say!("second-case-folder-case-completes-those"));
}

/// Asks for a portfolio to be taken as own.
pub(crate) fn ask_own(app: &mut App) {
    ask_for(app, Reads::Own, say!("second-case-take-own"), say!("second-case-csv-portfolio-such-colleague"));
}

/// Asks for a list that becomes a case.
pub(crate) fn ask_list(app: &mut App) {
    let (title, help) = (say!("list-import-which"), say!("list-import-which-help"));
    app.popups.push(Popup::ask(title, help, "", Purpose::Read(Reads::List, Vec::new()), app.document.as_ref()));
    app.effects.push(Effect::ListLists);
}

fn ask_for(app: &mut App, reads: Reads, title: String, help: String) {
    let near = match &app.document {
        Some(document) => document.path.clone(),
        None if reads == Reads::Case => PathBuf::from("portfolios/-"),
        None => return,
    };
    app.popups.push(Popup::ask(title, help, "", Purpose::Read(reads, Vec::new()), app.document.as_ref()));
    app.effects.push(Effect::ListNeighbours(near));
}

/// The cases in the same folder were listed: the line that asks for one can offer them.
pub(crate) fn known(app: &mut App, cases: Vec<CaseEntry>) {
    if let Some(Popup::Prompt(line)) = app.popups.last_mut()
        && let Purpose::Read(reads, known) = &mut line.purpose
    {
        // What is a portfolio is a file with a table.
        let fits = |case: &CaseEntry| {
            let table = case.path.extension().is_some_and(|ending| ending == "csv");
            *reads == Reads::List || *reads != if table { Reads::Case } else { Reads::Own }
        };
        let told = |case: CaseEntry| (case.path.display().to_string(), case.title);
        *known = cases.into_iter().filter(fits).map(told).collect();
        line.check(app.document.as_ref());
    }
}

/// The folder of a path was listed that was being typed: it is completed, if it is still what stands there.
pub(crate) fn in_folder(app: &mut App, typed: &str, found: Vec<CaseEntry>) {
    let Some(Popup::Prompt(line)) = app.popups.last_mut() else { return };
    let Purpose::Read(_, known) = &mut line.purpose else { return };
    if line.input.value().trim() != typed {
        return;
    }
    for entry in found {
        let path = entry.path.display().to_string();
        // What was offered as being here is offered as it is typed.
        known.retain(|(other, _)| *other != path && other.strip_prefix("./") != Some(path.as_str()));
        known.push((path, entry.title));
    }
    let document = app.document.as_ref();
    line.check(document);
    line.complete(document);
}

/// A second case was read: both sides are shown, and the best portfolio of it is looked for.
pub(crate) fn loaded(app: &mut App, path: PathBuf, loaded: Result<Box<Loaded>, String>) {
    let loaded = match loaded {
        Ok(loaded) => *loaded,
        Err(error) => {
            return app.popups.push(Popup::text(&say!("second-case-second-case-cannot"), error));
        }
    };
    let sound = loaded.snapshot.is_sound();
    let [errors, ..] = loaded.snapshot.counts();
    let snapshot = Arc::new(loaded.snapshot);
    app.jobs += 1;
    let second_case = SecondCase {
        path,
        book: loaded.book,
        snapshot: Arc::clone(&snapshot),
        shown: None,
        running: sound.then_some(app.jobs),
        error: (!sound).then(|| say!("second-case-has-count-so", errors = errors)),
        difference: None,
    };
    let name = second_case.name();
    app.note(say!("second-case-name-beside-this", name = name));
    app.comparison.left = Side::Recommended;
    app.comparison.right = Side::SecondCase(name.into());
    app.comparison.second_case = Some(Box::new(second_case));
    app.rearrange(TableKey::COMPARE);
    if sound {
        app.effects.push(Effect::OptimiseSecondCase { job: app.jobs, case: snapshot.case.clone() });
    }
}

/// Reads what a line asked for; to be compared with, a CSV is a portfolio.
pub(crate) fn read(app: &mut App, reads: Reads, path: PathBuf) {
    let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    app.effects.push(match reads {
        Reads::Case | Reads::List => return super::opening::open(app, path),
        Reads::Own => Effect::ReadPortfolio(path, ReadFor::Own),
        Reads::SecondCase if is_table => Effect::ReadPortfolio(path, ReadFor::SecondCase),
        Reads::SecondCase => Effect::LoadSecondCase(path),
    });
}

/// Says what is most likely not meant as it is written.
fn warn_of(app: &mut App, warnings: &[crate::model::Finding]) {
    if let Some(first) = warnings.first() {
        app.warn(format!("{}: {} {}", first.file_and_line(), first.message, first.remedy));
    }
}

/// Puts a portfolio from a file on the right side.
fn show_file(app: &mut App, name: &str, own: UserPortfolio) {
    let name: Arc<str> = name.into();
    if matches!(app.comparison.left, Side::SecondCase(_) | Side::SecondCaseOwn(_) | Side::File(_)) {
        app.comparison.left = Side::Recommended;
    }
    app.comparison.right = Side::File(Arc::clone(&name));
    app.comparison.add(PortfolioFile { name, own, stands: None, then: None, of: Of::File });
    app.rearrange(TableKey::COMPARE);
}

/// A portfolio was read from a file.
pub(crate) fn portfolio(app: &mut App, path: &Path, wanted: ReadFor, text: Result<String, String>) {
    let Some(document) = &app.document else { return };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let case = document.case();
    let read = text.and_then(|text| {
        crate::store::portfolio::read(case, &name, &text).map_err(|findings| {
            let line = |it: &crate::model::Finding| format!("{}: {} {}", it.file_and_line(), it.message, it.remedy);
            findings.iter().map(line).collect::<Vec<_>>().join("\n\n")
        })
    });
    match read {
        Ok(crate::store::portfolio::Read { portfolio, warnings }) => {
            let count = crate::session::count_of(portfolio.picks().len(), "pick");
            let own = UserPortfolio::of(case, &portfolio);
            if wanted == ReadFor::Own {
                super::own::set(app, say!("second-case-own-portfolio-taken", name = name, count = count), own);
                return warn_of(app, &warnings);
            }
            show_file(app, &name, own);
            app.note(say!("second-case-name-count-right", name = name, count = count));
            warn_of(app, &warnings);
        }
        Err(error) => app.popups.push(Popup::text(&say!("second-case-no-portfolio-this"), error)),
    }
}

/// The best portfolio of the second case was found, or could not be.
pub(crate) fn answered(app: &mut App, job: u64, answer: Result<Box<Answer>, String>) {
    let Some(second_case) = app.comparison.second_case.as_mut().filter(|second_case| second_case.running == Some(job))
    else {
        return;
    };
    second_case.running = None;
    match answer {
        Ok(answer) if answer.portfolio.is_some() => {
            let case = second_case.snapshot.case.clone();
            second_case.shown = Some(Arc::new(Shown::new(0, case, *answer)));
        }
        Ok(_) => second_case.error = Some(say!("second-case-no-portfolio-possible")),
        Err(error) => second_case.error = Some(error),
    }
    app.rearrange(TableKey::COMPARE);
}
