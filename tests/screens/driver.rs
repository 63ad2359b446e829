//! Drives the interface as the runtime does, but without threads, a terminal or a clock.

use std::cell::Cell;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;

use beslismacht::analyse::complete::Complete;
use beslismacht::analyse::{AnalysisProgress, QueryStats};
use beslismacht::optimise::{Options, ProofStatus, Query, Status, StayClose, WarmStart, ask, optimise, optimise_close};
use beslismacht::session::UserPortfolio;
use beslismacht::session::analyses::{AnalysisNews, AnalysisRequest, work};
use beslismacht::session::on_disk::Loaded;
use beslismacht::session::scenarios::ScenarioRun;
use beslismacht::tui::{App, COMMANDS, Effect, Event, Key, Setup, update, view};
use beslismacht::{model::Workbook, store};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The interface with what its effects did.
pub struct Driver {
    pub app: App,
    /// Effects that were not done here, by their names: `Save`, `Quit`.
    pub asked: Vec<String>,
    /// Texts put on the clipboard.
    pub copied: Vec<String>,
    /// Texts written to files, with the names of the files.
    pub written: Vec<(String, String)>,
    /// Whether searches are answered at once; otherwise they stay under way.
    pub solve: Solve,
    /// The last analysis that was asked for and not answered.
    pub analysis: Option<AnalysisRequest>,
    /// The number of the last job that completes the own portfolio and was not answered.
    pub completing: Option<u64>,
    /// The last search that was asked for and not answered: the number of its job, and its case.
    pub search: Option<(u64, std::sync::Arc<beslismacht::model::Case>)>,
    /// Whether every command has another key; those that are pressed are turned into them.
    pub moved: bool,
    /// The frame that was drawn last: the next one is drawn in its memory.
    frame: Buffer,
}

thread_local! {
    static OTHER_KEYS: Cell<bool> = const { Cell::new(false) };
}

/// What is made in here has a keymap file in which every key of every command is another one.
pub fn with_other_keys<T>(make: impl FnOnce() -> T) -> T {
    OTHER_KEYS.set(true);
    let what = make();
    OTHER_KEYS.set(false);
    what
}

fn other_name(key: &str) -> String {
    format!("alt-{key}")
}

/// A keymap file in which every key of every command is another one.
pub fn other_keymap() -> String {
    let mut text = String::new();
    let mut place = "";
    let mut entries: Vec<_> = COMMANDS.iter().collect();
    entries.sort_by_key(|entry| entry.context);
    for entry in entries {
        if entry.context.id() != place {
            place = entry.context.id();
            writeln!(text, "[{place}]").unwrap();
        }
        let keys: Vec<String> = entry.keys.iter().map(|key| format!("'{}'", other_name(key))).collect();
        writeln!(text, "{} = [{}]", entry.id, keys.join(", ")).unwrap();
    }
    text
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solve {
    AtOnce,
    Never,
}

impl Driver {
    /// The interface on a case of the project, with the recommendation found where it is asked to be.
    pub fn on(case: &str, solve: Solve) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios").join(case);
        Self::with(case, store::open(&folder).unwrap().workbook, solve)
    }

    /// The interface on a workbook.
    pub fn with(name: &str, workbook: Workbook, solve: Solve) -> Self {
        let mut driver = Self::empty();
        driver.solve = solve;
        driver.open(name, workbook);
        driver
    }

    /// The interface on a case of the project, with a keymap file.
    pub fn with_keymap(keymap: &str, case: &str, solve: Solve) -> Self {
        let mut driver = Self::set_up(&Setup { keymap: Some(keymap.to_owned()), ..Setup::default() });
        driver.solve = solve;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios").join(case);
        driver.open(case, store::open(&folder).unwrap().workbook);
        driver
    }

    /// The interface with nothing open.
    pub fn empty() -> Self {
        let keymap = OTHER_KEYS.get().then(other_keymap);
        Self::set_up(&Setup { keymap, ..Setup::default() })
    }

    /// The interface with nothing open, and these settings.
    pub fn set_up(setup: &Setup) -> Self {
        let app = App::new(setup, (120, 40));
        let moved = OTHER_KEYS.get();
        Self {
            app,
            asked: Vec::new(),
            copied: Vec::new(),
            written: Vec::new(),
            solve: Solve::AtOnce,
            analysis: None,
            search: None,
            completing: None,
            moved,
            frame: Buffer::empty(Rect::ZERO),
        }
    }

    /// Puts a second case beside the open one.
    pub fn beside(&mut self, name: &str, workbook: Workbook) {
        self.send(Event::SecondCase(
            Path::new("portfolios").join(name),
            Ok(Box::new(Loaded::new(workbook, UserPortfolio::default()))),
        ));
    }

    /// Opens a case.
    pub fn open(&mut self, name: &str, workbook: Workbook) {
        self.send(Event::Loaded(
            Path::new("portfolios").join(name),
            Ok(Box::new(Loaded::new(workbook, UserPortfolio::default()))),
        ));
    }

    /// Presses keys, written as `jj<enter>12<esc>`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::sequence(keys).unwrap() {
            let name = key.to_string();
            let letter = name.chars().count() == 1 || name == "Space";
            let types = letter && self.app.takes_letters();
            let key = if self.moved && !types { Key::parse(&other_name(&name)).unwrap() } else { key };
            self.send(Event::Key(key));
        }
        self
    }

    pub fn send(&mut self, event: Event) {
        let effects = update(&mut self.app, event);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Optimise { job, case, warm, .. } if self.solve == Solve::AtOnce => {
                    let (options, go_on) = (Options::default(), &mut |_: &_| ControlFlow::Continue(()));
                    let close = warm.as_ref().map(|plan| StayClose { plan, keep: None });
                    let answer = match &close {
                        Some(close) => optimise_close(&case, &options, close, &mut WarmStart::default(), go_on),
                        None => optimise(&case, &options, None, go_on),
                    };
                    let mut answer = answer.unwrap();
                    // What depends on the machine does not belong on a screen that is compared.
                    answer.solver.seconds = 1.into();
                    answer.solver.nodes = 1;
                    answer.solver.version = "1.0".into();
                    answer.solver.name = "solver".into();
                    answer.solver.why = String::new();
                    answer.solver.options.clear();
                    if answer.status == Status::Optimal {
                        answer.bound = answer.evaluation.as_ref().map(|evaluation| evaluation.objective);
                        answer.gap = Some(0.into());
                    }
                    self.send(Event::Answered(job, Ok(Box::new(answer))));
                }
                Effect::Complete { job, case, picks, keep, known } if self.solve == Solve::AtOnce => {
                    let asked = Complete {
                        case: &case,
                        picks: &picks,
                        keep: &keep,
                        known: &known,
                        options: &beslismacht::optimise::Options::default(),
                    };
                    let found = asked.run(&mut WarmStart::default(), &mut |_, _| ControlFlow::Continue(())).unwrap();
                    self.send(Event::Completed(job, Ok(Box::new(found))));
                }
                Effect::Complete { job, .. } => {
                    self.asked.push("Complete".to_owned());
                    self.completing = Some(job);
                }
                Effect::Optimise { job, case, .. } => {
                    self.asked.push("Optimise".to_owned());
                    self.search = Some((job, case));
                }
                Effect::Analysis(request) if self.solve == Solve::AtOnce => {
                    self.send(Event::Analysis(request.job, work_at_once(&request)));
                }
                Effect::Analysis(request) => {
                    self.asked.push("Analysis".to_owned());
                    self.analysis = Some(*request);
                }
                Effect::RunScenarios { job, book, case, names, warm } if self.solve == Solve::AtOnce => {
                    for name in names {
                        let found =
                            beslismacht::analyse::scenarios::scenarios(&book, &case, std::slice::from_ref(&name))
                                .unwrap();
                        let mut case = found.into_iter().next().unwrap().case;
                        let question = Query::best(std::sync::Arc::new(case.clone()));
                        let go_on = &mut |_: &_| ControlFlow::Continue(());
                        let reply = ask(&question, &Options::default(), warm.as_ref(), go_on).unwrap();
                        case.scenarios.clear();
                        case.unread_scenarios.clear();
                        let nothing = reply.known == ProofStatus::Impossible;
                        let conflict = nothing
                            .then(|| optimise(&case, &Options::default(), None, go_on).unwrap().conflict)
                            .flatten();
                        let hash = beslismacht::session::scenarios::kept::hash_of(&book, &name);
                        let run = ScenarioRun {
                            name,
                            case: Some(std::sync::Arc::new(case)),
                            hash,
                            reply: Ok(reply),
                            conflict,
                        };
                        self.send(Event::ScenarioFound(job, Box::new(run)));
                    }
                    self.send(Event::ScenariosEnded(job, None));
                }
                Effect::OptimiseSecondCase { job, case } if self.solve == Solve::AtOnce => {
                    let go_on = &mut |_: &_| ControlFlow::Continue(());
                    let answer = optimise(&case, &Options::default(), None, go_on).unwrap();
                    self.send(Event::Answered(job, Ok(Box::new(answer))));
                }
                Effect::KeepForLater => self.send(Event::KeptForLater(Ok(()))),
                Effect::Copy(text) => self.copied.push(text),
                Effect::Write(to, bytes) => {
                    self.written.push((to.display().to_string(), String::from_utf8(bytes).unwrap()));
                }
                other => {
                    let name = format!("{other:?}");
                    let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
                    self.asked.push(name.chars().take(end).collect());
                }
            }
        }
    }

    /// The screen as text, one line each, without the spaces at the ends.
    pub fn screen(&mut self, width: u16, height: u16) -> String {
        let buffer = self.buffer(width, height);
        let lines: Vec<String> = (0..usize::from(height))
            .map(|y| {
                let row = &buffer.content()[y * usize::from(width)..(y + 1) * usize::from(width)];
                let used = row.iter().rposition(|cell| cell.symbol() != " ").map_or(0, |last| last + 1);
                let mut line = String::with_capacity(2 * used);
                let mut covered = 0;
                for symbol in row[..used].iter().map(ratatui::buffer::Cell::symbol) {
                    // A wide character covers the cell after it.
                    if covered > 0 {
                        covered -= 1;
                        continue;
                    }
                    line.push_str(symbol);
                    if !symbol.is_ascii() {
                        covered = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
                    }
                }
                line.truncate(line.trim_end().len());
                line
            })
            .collect();
        lines.join("\n")
    }

    /// How the screen looks: below each line of text the letter of each cell's style, and what the letters mean.
    pub fn styles(&mut self, width: u16, height: u16) -> String {
        let text = self.screen(width, height);
        let buffer = self.buffer(width, height).clone();
        let mut legend: Vec<String> = Vec::new();
        let mut lines = Vec::new();
        for (y, line) in (0..height).zip(text.lines()) {
            lines.push(line.to_owned());
            let letters: String = (0..width)
                .map(|x| {
                    let cell = &buffer[(x, y)];
                    let style = format!("fg {:?} bg {:?} {:?}", cell.fg, cell.bg, cell.modifier);
                    if style == "fg Reset bg Reset NONE" {
                        return ' ';
                    }
                    let at = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
                        legend.push(style);
                        legend.len() - 1
                    });
                    char::from(b'a' + u8::try_from(at).unwrap())
                })
                .collect();
            if !letters.trim().is_empty() {
                lines.push(letters.trim_end().to_owned());
            }
        }
        for (letter, style) in ('a'..).zip(&legend) {
            lines.push(format!("{letter}: {style}"));
        }
        lines.join("\n")
    }

    /// The cells of the screen.
    pub fn buffer(&mut self, width: u16, height: u16) -> &Buffer {
        self.send(Event::Resize(width, height));
        self.frame.resize(Rect::new(0, 0, width, height));
        self.frame.reset();
        view(&self.app, &mut self.frame);
        &self.frame
    }

    /// The text of a cell of the open case.
    pub fn cell(&self, table: &str, key: &str, column: &str) -> String {
        let table = beslismacht::model::schema::table_by_name(table).unwrap();
        let sheet = self.app.workbook().unwrap().sheet(table.id);
        let row = (0..sheet.rows.len()).find(|&row| sheet.key(row) == key);
        row.map_or_else(|| panic!("no row {key}"), |row| sheet.cell(row, column).to_owned())
    }

    /// Every file of the open case as it would be saved.
    pub fn files(&self) -> Vec<(String, String)> {
        let book = self.app.workbook().unwrap();
        let names = beslismacht::model::schema::TABLES.iter().map(|table| table.file);
        std::iter::once("case.toml").chain(names).filter_map(|name| Some((name.to_owned(), book.file(name)?))).collect()
    }
}

/// What an analysis finds, by one worker and without news on the way.
pub fn work_at_once(request: &AnalysisRequest) -> AnalysisNews {
    let mut stats = QueryStats::default();
    let mut on = |progress: &AnalysisProgress| {
        stats = progress.stats;
        ControlFlow::Continue(())
    };
    let found = work(request, (1, &Options::default()), &mut on, &|_| {});
    AnalysisNews::End(found, stats, 0.0)
}
