//! Every analysis, stopped at any moment: what is finished is kept, drawn, and said to be a part.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::analyse::{AnalysisKind, AnalysisProgress, QueryStats};
use crate::model::Workbook;
use crate::model::generate::guarded;
use crate::session::UserPortfolio;
use crate::session::analyses::{AnalysisNews, work};
use crate::session::on_disk::Loaded;
use crate::tui::event::Event;
use crate::tui::screen::Screen;
use crate::tui::state::{App, Setup};
use crate::tui::{update, view};

fn book() -> Workbook {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
    crate::store::open(&folder).unwrap().workbook
}

fn tutorial() -> App {
    opened(book())
}

fn opened(book: Workbook) -> App {
    let mut app = App::new(&Setup::default(), (80, 24));
    drop(update(
        &mut app,
        Event::Loaded("portfolios/tutorial".into(), Ok(Box::new(Loaded::new(book, UserPortfolio::default())))),
    ));
    // One candidate in the own portfolio, so that there is one to judge.
    app.screen = Screen::CANDIDATES;
    for key in crate::tui::Key::sequence("j<space>").unwrap() {
        drop(update(&mut app, Event::Key(key)));
    }
    let runs = &mut app.document.as_mut().unwrap().analyses.runs;
    for (kind, name, text) in [
        (AnalysisKind::Stress, "portfolio", "own"),
        (AnalysisKind::Takeover, "portfolio", "own"),
        (AnalysisKind::Events, "portfolio", "own"),
        (AnalysisKind::Explain, "candidate", "own-cable"),
        (AnalysisKind::Robust, "draws", "3"),
        (AnalysisKind::Robust, "voice", "defence:20-80"),
        (AnalysisKind::Robust, "outcomes", "20"),
    ] {
        runs.set(kind, name, text.to_owned());
    }
    app
}

fn draw(app: &App) -> String {
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    view(app, &mut buffer);
    buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
}

/// Runs an analysis until its listener was called so often; every part and the end go to the screen.
fn stopped_after(app: &mut App, kind: AnalysisKind, calls: usize) -> String {
    app.show_analysis(kind);
    let mut effects = update::update(app, Event::Key(crate::tui::Key::parse("r").unwrap()));
    let Some(crate::tui::Effect::Analysis(request)) = effects.pop() else { panic!("{kind:?} was not asked for") };
    let mut heard = 0;
    let mut on = |_: &AnalysisProgress| {
        heard += 1;
        if heard > calls { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let parts = Mutex::new(Vec::new());
    let found =
        work(&request, (1, &crate::optimise::Options::default()), &mut on, &|part| parts.lock().unwrap().push(part));
    for news in parts.into_inner().unwrap() {
        drop(update::update(app, Event::Analysis(request.job, news)));
        draw(app);
    }
    drop(update::update(app, Event::Key(crate::tui::Key::parse("ctrl-x").unwrap())));
    drop(update::update(app, Event::Analysis(request.job, AnalysisNews::End(found, QueryStats::default(), 1.0))));
    draw(app)
}

#[test]
fn an_analysis_can_be_stopped_at_any_moment_and_says_that_it_was() {
    let mut app = tutorial();
    for &kind in AnalysisKind::ALL {
        for calls in [0, 1, 2, 3, 5, 9, 17, 40] {
            let screen = stopped_after(&mut app, kind, calls);
            assert!(screen.contains("stopped, part kept"), "{kind:?} after {calls} calls\n{screen}");
            let analysis = app.document.as_ref().unwrap().analyses.shown(kind).unwrap();
            // One that searches for nothing is worked out in one go.
            if calls <= 1 && kind != AnalysisKind::Events {
                assert!(!analysis.report.open.is_empty(), "{kind:?} after {calls} calls says that all is proven");
            }
            for table in analysis.tables() {
                for row in &table.rows {
                    assert_eq!(row.len(), table.columns.len(), "{kind:?} {}", table.key);
                }
            }
        }
    }
}

#[test]
fn what_rows_stand_for_can_be_taken_wherever_there_is_a_portfolio() {
    let (mut tutorial, mut guarded) = (tutorial(), opened(guarded(book(), 1)));
    for &kind in AnalysisKind::ALL {
        // What makes takeovers dear asks for holders.
        let app = if kind == AnalysisKind::Fortify { &mut guarded } else { &mut tutorial };
        stopped_after(app, kind, usize::MAX);
        let analysis = app.document.as_ref().unwrap().analyses.shown(kind).unwrap();
        let mut portfolios = 0;
        for (table, row) in analysis.tables().flat_map(|table| (0..table.rows.len()).map(move |row| (table, row))) {
            let meaning = super::meaning(analysis, table.key, row);
            if let Some((name, picks)) = &meaning.portfolio {
                portfolios += 1;
                let first = name.chars().next().unwrap();
                assert!(first.is_uppercase(), "{name}");
                assert!(!picks.portfolio().picks().is_empty(), "{kind:?} {} {row}: {name}", table.key);
            }
        }
        let has_none = matches!(kind, AnalysisKind::Census | AnalysisKind::Takeover | AnalysisKind::Events);
        assert!(portfolios > 0 || has_none, "{kind:?}");
    }
}

/// The analysis that is only there in tests: declared in a file of its own, told in another one, with a line in the list.
#[test]
fn an_analysis_in_a_file_of_its_own_is_in_the_palette_the_list_the_form_and_has_a_view() {
    let mut app = tutorial();
    let mut press = |keys: &str| {
        for key in crate::tui::Key::sequence(keys).unwrap() {
            for effect in update(&mut app, Event::Key(key)) {
                if let crate::tui::Effect::Analysis(request) = effect {
                    let go_on = &mut |_: &_| ControlFlow::Continue(());
                    let found = work(&request, (1, &crate::optimise::Options::default()), go_on, &|_| {});
                    let end = AnalysisNews::End(found, QueryStats::default(), 1.0);
                    drop(update(&mut app, Event::Analysis(request.job, end)));
                }
            }
        }
        draw(&app)
    };
    assert!(press("xG").contains("Census"), "the list");
    assert!(press(":census").contains("How many candidates each domain has."), "the palette");
    assert!(press("<enter>").contains("Leave out domains with fewer candidates."), "what it can be asked");
    assert!(press("e").contains("Census: options"), "the form of options");
    assert!(press("<enter>500").contains("A whole number from 0 to 100."), "what it cannot be asked");
    assert!(press("<esc><enter>2<enter>").contains("least"), "an option that is set");
    let screen = press("r");
    assert!(
        screen.contains("finished, proven") && screen.contains("least 2") && screen.contains("Domains ("),
        "{screen}"
    );
    for (width, height) in [(0, 0), (20, 5), (60, 16), (200, 60)] {
        let area = Rect::new(0, 0, width, height);
        view(&app, &mut Buffer::empty(area));
    }
}
