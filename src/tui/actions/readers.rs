//! For whom a report is written: where something of a case is classified, that is asked before, and what is above the level of its
//! readers is not in it.

use crate::messages::list;
use crate::model::{Case, Mask, Workbook};
use crate::say;
use crate::tui::state::{App, Popup, Purpose};

/// What writes a report to a file.
pub(crate) type Write = fn(&mut App, &str);

/// Writes a report; where something of it is classified, asks first for whom.
pub(crate) fn ask(app: &mut App, write: Write, to: &str) {
    app.readers = None;
    let levels = app.document.as_ref().map(|document| document.case().levels.clone()).unwrap_or_default();
    if !is_classified(app) {
        return write(app, to);
    }
    let lowest = levels.first().map_or("", String::as_str);
    app.popups.push(Popup::ask(
        say!("readers-title"),
        say!("readers-help", levels = list(&levels)),
        lowest,
        Purpose::Readers(write, to.to_owned()),
        app.document.as_ref(),
    ));
}

/// Writes the report for readers of this level.
pub(crate) fn given(app: &mut App, write: Write, to: &str, level: &str) {
    app.readers = Some(level.to_owned());
    write(app, to);
    app.readers = None;
}

fn is_classified(app: &App) -> bool {
    let second = app.comparison.second_case.as_ref().map(|second| &*second.snapshot.case);
    let open = app.document.as_ref().map(|document| document.case());
    let has = |case: &Case| {
        case.candidates.iter().any(|it| it.classification > 0) || case.services.iter().any(|it| it.classification > 0)
    };
    open.into_iter().chain(second).any(has)
}

/// What the readers do not get to see of a case, where they are not those who may see everything.
pub(crate) fn mask(app: &App, book: &Workbook) -> Result<Option<Mask>, String> {
    let of_level = |level: &String| Mask::of(book, level, &Mask::default()).map(|(mask, _)| mask);
    app.readers.as_ref().map(of_level).transpose()
}

/// The same of the open case and of the one beside it.
pub(crate) fn masks(app: &App) -> Result<Vec<Mask>, String> {
    let open = app.document.as_ref().map(|document| document.base_book());
    let second = app.comparison.second_case.as_ref().map(|second| &second.book);
    let mut masks: Vec<Mask> = Vec::new();
    for book in open.into_iter().chain(second) {
        let before = masks.last().cloned().unwrap_or_default();
        if let Some(level) = &app.readers {
            masks.push(Mask::of(book, level, &before)?.0);
        }
    }
    Ok(masks)
}

#[cfg(test)]
pub(super) mod tests {
    use std::ops::ControlFlow;
    use std::path::PathBuf;

    use super::*;
    use crate::session::edit::Edit;
    use crate::session::on_disk::Loaded;
    use crate::session::{Change, UserPortfolio};
    use crate::tui::event::{About, Effect, Event};
    use crate::tui::state::{Command, Setup};
    use crate::tui::{Key, update};

    fn press(app: &mut App, keys: &str) -> Vec<Effect> {
        Key::sequence(keys).unwrap().into_iter().flat_map(|key| update(app, Event::Key(key))).collect()
    }

    /// The tutorial, in which one of the recommended investments is called something else and may be seen by few.
    fn book() -> Workbook {
        let mut book = crate::store::tutorial();
        let text = book.file("candidates.csv").unwrap();
        let mut lines = text.lines();
        let header = lines.next().unwrap();
        let rows: Vec<String> = lines
            .map(|line| format!("{line},{}", if line.starts_with("own-cable,") { "secret" } else { "" }))
            .collect();
        let text = format!("{header},classification\n{}\n", rows.join("\n")).replace("own-cable,", "falcon,");
        book.put_file("candidates.csv", &text.replace("Own sea cable", "The falcon's nest"));
        for file in ["effects.csv", "relations.csv", "scenarios.csv"] {
            if let Some(text) = book.file(file) {
                book.put_file(file, &text.replace("own-cable", "falcon"));
            }
        }
        book
    }

    fn open(setup: &Setup) -> App {
        opened(App::new(setup, (100, 30)), book())
    }

    /// The interface with a case whose best portfolio is known.
    pub(in crate::tui::actions) fn opened(mut app: App, book: Workbook) -> App {
        let case = Loaded::new(book, UserPortfolio::default());
        let asked = update(&mut app, Event::Loaded(PathBuf::from("case"), Ok(Box::new(case))));
        let search = asked.into_iter().find_map(|effect| match effect {
            Effect::Optimise { job, case, .. } => Some((job, case)),
            _ => None,
        });
        let (job, case) = search.expect("a search");
        let go_on = &mut |_: &_| ControlFlow::Continue(());
        let answer = crate::optimise::optimise(&case, &crate::optimise::Options::default(), None, go_on).unwrap();
        drop(update(&mut app, Event::Answered(job, Ok(Box::new(answer)))));
        app
    }

    #[test]
    fn an_export_of_something_classified_asks_for_whom() {
        let mut app = open(&Setup::default());
        assert!(press(&mut app, "5E<enter><enter>").iter().all(|effect| !matches!(effect, Effect::Export(_))));
        let Some(Popup::Prompt(line)) = app.popups.last() else { panic!("no question") };
        assert_eq!((line.input.value(), line.suggestions.len()), ("public", 4), "{line:?}");
        let effects = press(&mut app, "<enter>");
        let readers = effects.iter().find_map(|effect| match effect {
            Effect::Export(export) => Some(export.readers.clone()),
            _ => None,
        });
        assert_eq!(readers, Some(Some("public".to_owned())));
        assert!(app.readers.is_none(), "the next report asks again");
        assert!(press(&mut app, "5E<enter>nobody<enter>").is_empty(), "only a level of the case is one");
    }

    #[test]
    fn what_stands_side_by_side_is_masked() {
        let mut app = open(&Setup::default());
        let written = |app: &mut App, level: &str| {
            let keys = format!("<esc><esc>7Eside.md<enter>{level}<enter>");
            let effects = press(app, &keys);
            let bytes = effects.into_iter().find_map(|effect| match effect {
                Effect::Write(_, bytes) => Some(bytes),
                _ => None,
            });
            String::from_utf8(bytes.expect("a file")).unwrap()
        };
        drop(press(&mut app, "2<space>"));
        assert!(written(&mut app, "secret").contains("falcon"));
        let masked = written(&mut app, "internal");
        assert!(!masked.contains("falcon") && masked.to_lowercase().contains("withheld"), "{masked}");
    }

    #[test]
    fn what_the_pillars_carry_is_written_with_the_picks_and_masked() {
        let written = |app: &mut App, keys: &str, level: &str| {
            let effects = press(app, &format!("<esc><esc>d{keys}Epillars.md<enter>{level}<enter>"));
            let report = effects.into_iter().find_map(|effect| match effect {
                Effect::Export(export) => match export.about {
                    About::Analysis(report, "pillars") => Some(report),
                    _ => None,
                },
                _ => None,
            });
            format!("{:?}", report.expect("a report"))
        };
        let mut app = open(&Setup::default());
        let whole = written(&mut app, "R", "secret");
        for part in ["falcon", "own_start", "partners", "lost_alone", "was not looked for"] {
            assert!(whole.contains(part), "{part}: {whole}");
        }
        let masked = written(&mut app, "", "internal");
        assert!(!masked.contains("falcon") && masked.contains("own_start"), "{masked}");
        // The earlier portfolio is none of the case as it stands.
        drop(press(&mut app, "O4l<enter>9<enter>dE"));
        assert!(app.popups.is_empty() && app.last_message.contains("predates"), "{}", app.last_message);
    }

    #[test]
    fn why_is_asked_where_the_settings_say_so_and_by_a_command() {
        let edit = |app: &mut App| {
            let (table, text) = (crate::model::schema::TableId::Budgets, "12".to_owned());
            let edit = Edit::SetCell { table, row: 0, column: "amount".to_owned(), text };
            app.document.as_mut().unwrap().apply("an edit", vec![Change::Book(edit)]);
        };
        let why = |effects: Vec<Effect>| {
            effects.into_iter().find_map(|effect| match effect {
                Effect::Save(request) => Some(request.why),
                _ => None,
            })
        };
        let mut app = open(&Setup::default());
        edit(&mut app);
        assert_eq!(why(press(&mut app, "<ctrl-s>")), Some(String::new()));
        crate::tui::actions::opening::ask_why(&mut app);
        assert_eq!(why(press(&mut app, "talks<enter>")), Some("talks".to_owned()));
        let entry = app.keymap.registry.entries.iter().find(|entry| entry.command == Command::SaveWithReason);
        assert!(entry.is_some(), "the palette has it");
        let mut app = open(&Setup { asks_why: true, ..Setup::default() });
        edit(&mut app);
        assert_eq!(why(press(&mut app, "<ctrl-s>")), None);
        assert_eq!(why(press(&mut app, "<enter>")), Some(String::new()), "it may stay empty");
    }
}
