//! Every analysis, stopped at any moment: what is finished is kept, drawn, and said to be a part.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::tui::app::{App, Setup};
use crate::tui::event::Event;
use crate::tui::{update, view};

fn tutorial() -> App {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
    let book = crate::store::open(&folder).unwrap().workbook;
    let mut app = App::new(&Setup::default(), (80, 24));
    drop(app.open(PathBuf::from("portfolios/tutorial"), book));
    // One candidate in the own portfolio, so that there is one to judge.
    app.screen = crate::tui::screens::candidates::SCREEN;
    for key in crate::tui::Key::sequence("j<space>").unwrap() {
        drop(update(&mut app, Event::Key(key)));
    }
    let chosen = &mut app.document.as_mut().unwrap().studies.chosen;
    for (kind, key, text) in [
        (Kind::Stress, "portfolio", "own"),
        (Kind::Explain, "candidate", "own-cable"),
        (Kind::Robust, "draws", "3"),
        (Kind::Robust, "voice", "defence:20-80"),
        (Kind::Robust, "outcomes", "20"),
    ] {
        chosen.insert((kind, key), text.to_owned());
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
fn stopped_after(app: &mut App, kind: Kind, calls: usize) -> String {
    app.show_study(kind);
    let mut effects = update::update(app, Event::Key(crate::tui::Key::parse("r").unwrap()));
    let Some(crate::tui::Effect::Study(request)) = effects.pop() else { panic!("{kind:?} was not asked for") };
    let mut heard = 0;
    let mut on = |_: &Pace| {
        heard += 1;
        if heard > calls { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let parts = Mutex::new(Vec::new());
    let found =
        work(&request, (1, &crate::optimise::Options::default()), &mut on, &|part| parts.lock().unwrap().push(part));
    for part in parts.into_inner().unwrap() {
        let news = match part {
            Sofar::Part(found) => StudyNews::Part(found),
            Sofar::Answered(answered) => StudyNews::Answered(answered),
        };
        drop(update::update(app, Event::Study(request.job(), news)));
        draw(app);
    }
    drop(update::update(app, Event::Key(crate::tui::Key::parse("ctrl-x").unwrap())));
    drop(update::update(app, Event::Study(request.job(), StudyNews::End(found, Tally::default(), 1.0))));
    draw(app)
}

#[test]
fn an_analysis_can_be_stopped_at_any_moment_and_says_that_it_was() {
    let mut app = tutorial();
    for kind in Kind::ALL {
        for calls in [0, 1, 2, 3, 5, 9, 17, 40] {
            let screen = stopped_after(&mut app, kind, calls);
            assert!(screen.contains("stopped, part kept"), "{kind:?} after {calls} calls\n{screen}");
            let study = &app.document.as_ref().unwrap().studies.results[&kind];
            if calls <= 1 {
                assert!(!study.report.open.is_empty(), "{kind:?} after {calls} calls says that all is proven");
            }
            for table in study.report.tables.iter().chain(&study.extra) {
                for row in &table.rows {
                    assert_eq!(row.len(), table.columns.len(), "{kind:?} {}", table.key);
                }
            }
        }
    }
}

#[test]
fn what_rows_stand_for_can_be_taken_wherever_there_is_a_portfolio() {
    let mut app = tutorial();
    for kind in Kind::ALL {
        stopped_after(&mut app, kind, usize::MAX);
        let study = app.document.as_ref().unwrap().studies.results[&kind].clone();
        let tables = study.report.tables.iter().chain(&study.extra);
        let mut portfolios = 0;
        for (table, row) in tables.flat_map(|table| (0..table.rows.len()).map(move |row| (table, row))) {
            let meaning = crate::tui::screens::analyses::meaning(&study, table.key, row);
            if let Some((name, picks)) = &meaning.portfolio {
                portfolios += 1;
                let first = name.chars().next().unwrap();
                assert!(first.is_uppercase(), "{name}");
                assert!(!picks.portfolio().picks().is_empty(), "{kind:?} {} {row}: {name}", table.key);
            }
        }
        assert!(portfolios > 0, "{kind:?}");
    }
}
