//! In a terminal of 80x24, in every language: no title, no heading of a table, no label and no line of a screen is cut where that
//! hides a meaning. Names of a case may be, and cells of tables: both are shown whole by a key, or below the table.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use super::{SCREENS, answered, drawn, dummy, found, press};
use crate::analyse::{AnalysisKind, QueryStats};
use crate::model::{Case, Workbook};
use crate::optimise::Options;
use crate::session::analyses::{AnalysisNews, work};
use crate::tui::canvas::cuts;
use crate::tui::state::Popup;
use crate::tui::text::wrap;
use crate::tui::{App, Effect, Event, Key, update};

/// What can lie over a screen, by the keys that bring it.
const LAYERS: [&str; 23] = [
    "?", ":", "/", "f", "c", "e", "<enter>", "+", "E", "t", "<ctrl-e>", "b", "<ctrl-n>", "<f10>", "<f9>", "p", "7b",
    "7c", "S", "P", "I", "q", "xe",
];

/// What is cut on the screen, with the line that it stands on.
fn cut(app: &mut App) -> Vec<(u16, String, String)> {
    drop(drawn(app, (80, 24)));
    drop(cuts::taken());
    drop(drawn(app, (80, 24)));
    cuts::taken()
}

fn names(case: &Case) -> Vec<String> {
    let all = [
        case.ministries.iter().map(|it| it.name.clone()).collect::<Vec<_>>(),
        case.domains.iter().map(|it| it.name.clone()).collect(),
        case.services.iter().map(|it| it.name.clone()).collect(),
        case.candidates.iter().map(|it| it.name.clone()).collect(),
        case.scenarios.iter().map(|it| case.scenario_name(&it.name)).collect(),
        // A table may call a ministry by its id, or without what it is.
        case.ministries.iter().map(|it| it.id.clone()).collect(),
        case.ministries.iter().map(|it| it.name.trim_start_matches("Ministry of ").to_owned()).collect(),
        vec![case.title.clone()],
    ];
    all.into_iter().flatten().filter(|name| !name.is_empty()).collect()
}

/// What is cut on the screen and hides a meaning. The last two lines show a cell or the news, which a key shows whole, and keys.
fn hidden(app: &mut App) -> Vec<String> {
    let names = app.document.as_ref().map_or_else(Vec::new, |document| names(document.case()));
    let rest = cut(app);
    let table = app.table_key().map(|_| app.table_area());
    let is_cell = |y: u16| table.is_some_and(|table| y > table.top() && y < table.bottom());
    let is_name = |text: &str| names.iter().any(|name| text.contains(name.as_str()));
    let tells = |(y, text, _): &(u16, String, String)| *y > 1 && *y < 22 && !is_cell(*y) && !is_name(text);
    rest.into_iter().filter(tells).map(|(y, text, rest)| format!("line {y}: {rest:?} of {text:?}")).collect()
}

/// Runs the analysis whose view is shown.
fn run(app: &mut App) {
    for effect in update(app, Event::Key(Key::parse("r").unwrap())) {
        if let Effect::Analysis(request) = effect {
            let go_on = &mut |_: &_| ControlFlow::Continue(());
            let found = work(&request, (1, &Options::default()), go_on, &|_| {});
            drop(update(app, Event::Analysis(request.job, AnalysisNews::End(found, QueryStats::default(), 1.0))));
        }
    }
    app.message = None;
}

fn case(name: &str) -> Workbook {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios").join(name);
    crate::store::open(&folder).unwrap().workbook
}

/// Does this in every language, and fails with all that it names.
fn in_every_language(named: impl Fn(&mut BTreeSet<String>)) {
    let mut all = BTreeSet::new();
    for language in ["en", "nl"] {
        crate::messages::in_language(language, || {
            let mut here = BTreeSet::new();
            named(&mut here);
            all.extend(here.into_iter().map(|it| format!("{language}, {it}")));
        });
    }
    assert!(all.is_empty(), "{} are cut: {all:#?}", all.len());
}

/// Cases as a planner has them: answered, with an own portfolio, changed since.
fn states() -> Vec<App> {
    let dutch = found(case("netherlands"), true);
    let (mut own, mut stale) = (dutch.clone(), dutch.clone());
    press(&mut own, "2<space>jj<space>jj<space>");
    press(&mut stale, "2<space>O4l<enter>9<enter>");
    [dutch, own, stale, found(case("dictu"), false), answered()]
        .into_iter()
        .map(|mut app| {
            drop(update(&mut app, Event::KeptForLater(Ok(()))));
            app.message = None;
            app
        })
        .collect()
}

#[test]
fn no_screen_cuts_what_hides_a_meaning() {
    in_every_language(|all| {
        for app in states() {
            for spec in SCREENS.iter().filter(|spec| spec.screen != dummy::SCREEN) {
                let mut app = app.clone();
                app.screen = spec.screen;
                all.extend(hidden(&mut app).into_iter().map(|it| format!("{}: {it}", spec.screen.0)));
            }
        }
    });
}

#[test]
fn nothing_that_lies_over_a_screen_cuts_what_hides_a_meaning() {
    in_every_language(|all| {
        for app in [found(case("dictu"), false), answered()] {
            let names = names(app.document.as_ref().unwrap().case());
            for spec in SCREENS.iter().filter(|spec| spec.screen != dummy::SCREEN) {
                for layer in LAYERS {
                    let mut app = app.clone();
                    app.screen = spec.screen;
                    app.message = None;
                    press(&mut app, layer);
                    // What an entry of a list is for stands whole at its foot.
                    let docs: Vec<String> = match app.popups.last() {
                        None => continue,
                        // As does the cell under the cursor at the foot of a form.
                        Some(Popup::Form(form)) => {
                            let sheet = app.workbook().unwrap().sheet(form.table);
                            sheet.header.iter().map(|column| sheet.cell(form.row, column).to_owned()).collect()
                        }
                        Some(Popup::List(list)) => list.items.iter().map(|it| app.said(&it.doc).into_owned()).collect(),
                        Some(_) => Vec::new(),
                    };
                    let is_list = matches!(app.popups.last(), Some(Popup::List(_)));
                    for doc in docs.iter().filter(|doc| is_list && wrap(doc, 72).len() > 3) {
                        all.insert(format!("the foot of {layer}: {doc}"));
                    }
                    let is_said =
                        |text: &str| docs.iter().any(|it| it == text) || names.iter().any(|it| text.contains(it));
                    let mut rest = cut(&mut app);
                    rest.retain(|it| !is_said(&it.1));
                    if rest.is_empty() {
                        continue;
                    }
                    app.popups.clear();
                    let behind: BTreeSet<String> = cut(&mut app).into_iter().map(|it| it.1).collect();
                    let rest = rest.into_iter().filter(|it| !behind.contains(&it.1));
                    all.extend(rest.map(|(y, text, rest)| format!("{layer}, line {y}: {rest:?} of {text:?}")));
                }
            }
        }
    });
}

#[test]
fn no_view_of_an_analysis_cuts_a_title_or_a_heading() {
    in_every_language(|all| {
        for (name, app) in [
            ("tutorial", answered()),
            ("netherlands", found(case("netherlands"), true)),
            ("dictu", found(case("dictu"), false)),
        ] {
            for &kind in AnalysisKind::ALL {
                // What searches takes too long in the large one.
                if name == "netherlands" && !matches!(kind, AnalysisKind::Takeover | AnalysisKind::Events) {
                    continue;
                }
                let mut app = app.clone();
                app.message = None;
                let runs = &mut app.document.as_mut().unwrap().analyses.runs;
                let options = [
                    (AnalysisKind::Explain, "candidate", "own-cable"),
                    (AnalysisKind::Robust, "draws", "3"),
                    (AnalysisKind::Robust, "voice", "defence:20-80"),
                    (AnalysisKind::Robust, "outcomes", "20"),
                ];
                for (kind, option, text) in options.into_iter().filter(|_| name == "tutorial") {
                    runs.set(kind, option, text.to_owned());
                }
                app.show_analysis(kind);
                let mut note = |app: &mut App, when: &str| {
                    all.extend(hidden(app).into_iter().map(|it| format!("{kind:?} {when}: {it}")));
                };
                note(&mut app, "before it is run");
                run(&mut app);
                // Chart and table by turns, and each of its tables.
                for shape in ["", "t", "t"] {
                    press(&mut app, shape);
                    for _ in 0..9 {
                        app.message = None;
                        note(&mut app, "with what it found");
                        press(&mut app, "]");
                    }
                }
            }
        }
    });
}
