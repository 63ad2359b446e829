//! What happens to the interface, and what it asks of the world. `update` turns the one into the other.

use std::path::PathBuf;
use std::sync::Arc;

use ratatui::crossterm::event::MouseEvent;

use super::key::Key;
use crate::analyse::complete::{self, Completion};
use crate::model::{CandidateIx, Case, Portfolio, Workbook};
use crate::optimise::{Answer, Progress};
use crate::report::formats;
use crate::report::{AnalysisReport, Audience};
use crate::session::analyses::{AnalysisNews, AnalysisRequest, AnalysisRun, Restore};
use crate::session::list_import::ListSource;
use crate::session::on_disk::{CaseEntry, Loaded, Reread, SaveOutcome, SaveRequest, Take};
use crate::session::scenarios::ScenarioRun;
use crate::session::scenarios::kept::KeptScenario;
use crate::session::second_case::PortfolioFile;
use crate::session::{Snapshot, Step, UserPortfolio};
use crate::store::PartFile;
use crate::store::proposal::{By, Deed};

/// What a portfolio is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadFor {
    /// To be compared.
    SecondCase,
    /// To become the own one.
    Own,
}

/// What a path is typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// A case that is opened.
    Case,
    /// A list that becomes a case.
    List,
    /// A case or a portfolio to be compared with.
    SecondCase,
    /// A portfolio that becomes the own one.
    Own,
}

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// How far the report is that is being made: the questions that are answered, and all of them; none once it is made.
    Exporting(Option<(usize, usize)>),
    /// A key was pressed.
    Key(Key),
    /// The mouse was used.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this size now: columns, rows.
    Resize(u16, u16),
    /// The cases that can be opened were listed.
    Cases(Vec<CaseEntry>),
    /// A case was read from disk, or could not be.
    Loaded(PathBuf, Result<Box<Loaded>, String>),
    /// The cases in the folder of the open one were listed.
    Neighbours(Vec<CaseEntry>),
    /// What can complete a path that was typed was listed: the path, and what is in its folder.
    Folder(String, Vec<CaseEntry>),
    /// A second case was read to be compared with, or could not be.
    SecondCase(PathBuf, Result<Box<Loaded>, String>),
    /// The text of a portfolio was read from a file, or could not be.
    PortfolioRead(PathBuf, ReadFor, Result<String, String>),
    /// A list was read that becomes a case, or could not be.
    ListRead(PathBuf, Result<ListSource, String>),
    /// A large case was read anew in the background.
    Read(Box<Snapshot>),
    /// News of a job, by its number.
    Progress(u64, Progress),
    /// News of completing the own portfolio, by the number of the job.
    Completing(u64, complete::Step, Progress),
    /// The own portfolio was completed, or could not be, by the number of the job.
    Completed(u64, Result<Box<Completion>, String>),
    /// A job has ended, by its number.
    Answered(u64, Result<Box<Answer>, String>),
    /// News of an analysis, by the number of its job.
    Analysis(u64, AnalysisNews),
    /// What was found under the scenarios of a case in an earlier session, for this text of it.
    ScenariosRestored(PathBuf, Arc<Workbook>, Vec<ScenarioRun>),
    /// What an analysis of a case found in an earlier session.
    Restored(PathBuf, Box<AnalysisRun>),
    /// What the run of this job found is kept for the next session.
    RunKept(u64),
    /// News of the search under a scenario, by the number of the job and the scenario's name.
    ScenarioProgress(u64, String, Progress),
    /// A scenario was run, by the number of the job.
    ScenarioFound(u64, Box<ScenarioRun>),
    /// All scenarios of a job are run, or it was stopped, or it failed.
    ScenariosEnded(u64, Option<String>),
    /// Saving ended; the number is the edit up to which all is saved.
    Saved(SaveOutcome),
    /// A case was read again after somebody changed it on disk.
    Reread(Box<Reread>),
    /// Unsaved edits could not be kept, with a sentence why; or they are kept again, beside the case or in this file.
    Kept(Result<Option<PathBuf>, String>),
    /// The disk does not answer: where unsaved edits are kept meanwhile, or a sentence why they are not. Or it answers again.
    Hangs(Option<Result<PathBuf, String>>),
    /// Whether unsaved edits are kept for a later session, or else a sentence why not.
    KeptForLater(Result<(), String>),
    /// The proposals of the open case were read again; and why something could not be done with one, where it could not.
    Proposals(Vec<PortfolioFile>, Option<String>),
    /// A file that was to be written is there already; what was to be written.
    There(PathBuf, Vec<u8>),
    /// Somebody changed these files of the open case on disk.
    Moved(Vec<String>),
    /// Something was written, or could not be: a sentence either way.
    Done(Result<String, String>),
    /// Another language is spoken from now on.
    Spoken,
    /// A text to look at, with its heading: a report as it will be.
    Preview(Result<(String, String), String>),
    /// The process was asked to end.
    Terminate,
}

/// Something that the runtime is to do. Results come back as events.
#[derive(Debug, Clone)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back to the shell until `fg`.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// List the cases that can be opened.
    ListCases,
    /// Read a case from disk.
    Load(PathBuf),
    /// Read the tutorial case, which is made where it is not there yet.
    LoadTutorial,
    /// List the cases in the folder that the open one is in.
    ListNeighbours(PathBuf),
    /// List the tables that can become a case.
    ListLists,
    /// List what is in the folder of a path that is being typed, and can be what is asked for.
    ListFolder(String, Reads),
    /// Read a second case from disk, to be compared with.
    LoadSecondCase(PathBuf),
    /// Read a portfolio from a file, to be compared with.
    ReadPortfolio(PathBuf, ReadFor),
    /// Keep the own portfolio of a planner who may only look, as CSV, in the settings folder; or none any more.
    KeepOwn(Option<String>),
    /// Look for the best portfolio of the second case, beside all other work.
    OptimiseSecondCase {
        /// The number of the job.
        job: u64,
        /// The case.
        case: Arc<Case>,
    },
    /// Read a large workbook in the background.
    Read {
        /// The edit that it is about.
        generation: u64,
        /// The text.
        book: Box<Workbook>,
        /// The own portfolio.
        own: UserPortfolio,
    },
    /// Look for the best portfolio.
    Optimise {
        /// The number of the job.
        job: u64,
        /// The case.
        case: Arc<Case>,
        /// Where to start from.
        warm: Option<Portfolio>,
    },
    /// Look for the best portfolio with the planner's own picks, or with the most of them that can stand together.
    Complete {
        /// The number of the job.
        job: u64,
        /// The case.
        case: Arc<Case>,
        /// The picks.
        picks: Vec<CandidateIx>,
        /// Of these the ones for which the others make room.
        keep: Vec<CandidateIx>,
        /// Where to start from.
        known: Vec<Portfolio>,
    },
    /// Look for the best portfolio under scenarios, one after the other as cores are free.
    RunScenarios {
        /// The number of the job.
        job: u64,
        /// The text of the case.
        book: Box<Workbook>,
        /// The typed case.
        case: Arc<Case>,
        /// The names of the scenarios.
        names: Vec<String>,
        /// Where to start from.
        warm: Option<Portfolio>,
    },
    /// Stop running scenarios and keep what is finished.
    CancelScenarios,
    /// Write the report that is being made with what is known of it.
    CancelExport,
    /// Stop the running job and keep the best found so far.
    CancelJob,
    /// Work on an analysis; one that is under way is told to stop.
    Analysis(Box<AnalysisRequest>),
    /// Stop the running analysis and keep what is finished.
    CancelAnalysis,
    /// Read back what analyses of a case, and runs of its scenarios, found in an earlier session.
    Restore {
        /// Its folder.
        path: PathBuf,
        /// What was kept.
        runs: Vec<Restore>,
        /// What was kept of its scenarios.
        scenarios: Vec<KeptScenario>,
        /// The case.
        case: Arc<Case>,
        /// Its text.
        book: Arc<Workbook>,
    },
    /// Keep what the run of this job found for the next session.
    KeepRun {
        /// The number of the job.
        job: u64,
        /// The folder of the case.
        case: PathBuf,
        /// The id of the analysis.
        id: &'static str,
        /// What is kept.
        file: Box<PartFile>,
    },
    /// Add steps to the journal of unsaved edits beside the case.
    Journal(Vec<Step>),
    /// Delete the journal of unsaved edits: there are none.
    ClearJournal,
    /// Make sure that unsaved edits are kept, before the case is left.
    KeepForLater,
    /// Add the steps of an earlier session's journal that was offered, and only then delete that one.
    KeepFound(Vec<Step>),
    /// Delete the journal of an earlier session, by its name: its edits are not wanted.
    DecideJournal(String),
    /// Try again to be the one who has the case open.
    TakeLock,
    /// Read the case again after somebody changed it on disk.
    Reread(Take),
    /// Edit from here on what was read from disk.
    Adopt(Box<Reread>),
    /// Save the case.
    Save(Box<SaveRequest>),
    /// Write a report, in the format of the file's ending.
    Export(Box<Export>),
    /// Show a report as it will be.
    Preview(Box<Export>),
    /// Do something with a proposal of a case.
    Propose {
        /// The folder of the case.
        case: PathBuf,
        /// Its name.
        name: String,
        /// What is done.
        deed: Deed,
        /// Who does it.
        by: By,
    },
    /// Throw a portfolio away that an earlier version kept in the folder of the case.
    ForgetKept {
        /// The folder of the case.
        case: PathBuf,
        /// Its name.
        name: String,
    },
    /// Write bytes to a file.
    Write(PathBuf, Vec<u8>),
    /// Write over a file that is there.
    WriteOver(PathBuf, Vec<u8>),
    /// Put a text on the clipboard of the terminal.
    Copy(String),
    /// Keep these settings in the settings folder: theme, characters, language, where reports went.
    KeepLooks(String),
    /// Speak the language of this id.
    Speak(&'static str),
    /// Write a keymap file.
    WriteKeymap(String),
    /// Make a folder with this case, which must not exist.
    Create(PathBuf, Vec<(String, String)>),
}

/// A report that is to be written.
#[derive(Debug, Clone)]
pub struct Export {
    /// Where to.
    pub to: PathBuf,
    /// The folder of the case.
    pub path: PathBuf,
    /// The text of the case itself when it was answered.
    pub book: Workbook,
    /// The scenario that the case stands under, if it does.
    pub scenario: Option<String>,
    /// What it is about.
    pub about: About,
    /// The level of its readers; none where they may see everything.
    pub readers: Option<String>,
}

impl Export {
    /// Whether it tells what rules cost, for which the best portfolio is looked for again and again.
    pub(crate) fn asks_much(&self) -> bool {
        let reader = formats::by_ending(&self.to).map(|format| format.reader);
        matches!(self.about, About::Recommended(..)) && reader.is_ok_and(|reader| reader == Audience::Notes)
    }
}

/// What a report is about.
#[derive(Debug, Clone)]
pub enum About {
    /// The recommended portfolio: the case that the answer is about, and the answer.
    Recommended(Arc<Case>, Box<Answer>),
    /// The page alone, of the same or of another portfolio beside it, by its name.
    Brief(Arc<Case>, Box<Answer>, Option<(String, Portfolio)>),
    /// The own portfolio in a case, and the answer to compare it with, where that is about the same case.
    Own(Arc<Case>, Portfolio, Option<Box<Answer>>),
    /// The case itself, as a workbook.
    Case,
    /// What an analysis found, and the table that a CSV holds.
    Analysis(Box<AnalysisReport>, &'static str),
}
