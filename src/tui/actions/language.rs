//! The language of the interface: the next one, and everything that is open told in it.

use crate::messages::{LANGUAGES, Language, language};
use crate::say;
use crate::session::spoken::{named_like, told};
use crate::session::{AskedBy, Purpose, Snapshot, UserPortfolio};
use crate::tui::event::Effect;
use crate::tui::state::App;
use std::sync::Arc;

/// Asks the world to speak the next language.
pub(crate) fn next(app: &mut App) {
    // Those of the tests are for private use.
    let all: Vec<&Language> = LANGUAGES.iter().filter(|language| !language.id.starts_with("x-")).collect();
    let spoken = all.iter().position(|it| it.id == language()).unwrap_or_default();
    if let Some(next) = all.get((spoken + 1) % all.len().max(1)) {
        app.effects.push(Effect::Speak(next.id));
    }
}

/// Another language is spoken: what is open is told in it, and it is kept in the settings.
pub(crate) fn spoken(app: &mut App) {
    app.effects.push(Effect::KeepLooks(format!("language = \"{}\"\n", language())));
    let name = LANGUAGES.iter().find(|it| it.id == language()).map_or("", |it| it.name);
    if let Some(second) = &mut app.comparison.second_case {
        let own = UserPortfolio::of(&second.snapshot.case, &second.snapshot.own);
        second.snapshot = Arc::new(Snapshot::new(second.snapshot.generation, &second.book, &own));
        let case = Arc::clone(&second.snapshot.case);
        second.shown = second.shown.as_ref().map(|shown| told(shown, &case));
    }
    if let Some(document) = &mut app.document {
        document.tell_anew();
        let case = Arc::clone(&document.snapshot.case);
        document.analyses.runs.tell_anew(&case);
        super::analyses::faces(document);
        for run in app.what_if.runs.values_mut() {
            run.case = run.case.as_ref().map(|run| named_like(run, &case));
        }
        app.what_if.stamp = None;
        app.what_if.version += 1;
        // Which rules conflict is told in words, which are found again.
        let conflict = document.best.shown.as_ref().is_some_and(|shown| shown.answer.conflict.is_some());
        if conflict && !document.is_stale() {
            super::jobs::optimise(app, Purpose::Recommend, AskedBy::Itself);
        }
    }
    app.note(say!("update-language", language = name));
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::*;
    use crate::messages::in_language;
    use crate::session::on_disk::Loaded;
    use crate::tui::event::Event;
    use crate::tui::state::Setup;
    use crate::tui::{Key, update, view};

    fn press(app: &mut App, keys: &str) -> Vec<Effect> {
        Key::sequence(keys).unwrap().into_iter().flat_map(|key| update(app, Event::Key(key))).collect()
    }

    fn drawn(app: &App) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        view(app, &mut buffer);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    /// The tutorial, in which a candidate has a Dutch name and another one an error.
    fn book() -> crate::model::Workbook {
        let mut book = crate::store::tutorial();
        let text = book.file("candidates.csv").unwrap().replacen("candidate,", "name_nl,candidate,", 1);
        let named = |(at, line): (usize, &str)| match at {
            0 => line.to_owned(),
            _ if line.starts_with("own-cable,") => format!("Eigen zeekabel,{line}"),
            _ => format!(",{line}"),
        };
        let lines: Vec<String> = text.lines().enumerate().map(named).collect();
        book.put_file("candidates.csv", &(lines.join("\n") + "\n"));
        book
    }

    #[test]
    fn a_key_switches_the_language_of_everything_that_is_open() {
        let mut app = in_language("en", || {
            let mut app = App::new(&Setup::default(), (120, 40));
            let case = Loaded::new(book(), UserPortfolio::default());
            drop(update(&mut app, Event::Loaded(PathBuf::from("case"), Ok(Box::new(case)))));
            drop(press(&mut app, "2"));
            app
        });
        let english = in_language("en", || drawn(&app));
        assert!(english.contains("Own sea cable") && english.contains("Candidates"), "{english}");
        // The world speaks, and says that it does.
        let asked = in_language("en", || press(&mut app, "<f9>"));
        assert!(matches!(asked.as_slice(), [Effect::Speak("nl")]), "{asked:?}");
        let (kept, dutch) = in_language("nl", || (update(&mut app, Event::Spoken), drawn(&app)));
        assert!(dutch.contains("Eigen zeekabel") && dutch.contains("Kandidaten"), "{dutch}");
        assert!(!dutch.contains("Candidates"), "{dutch}");
        let text = kept.iter().find_map(|effect| match effect {
            Effect::KeepLooks(text) => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(text, Some("language = \"nl\"\n"));
        assert!(!kept.iter().any(|effect| matches!(effect, Effect::Journal(_))), "nothing of the case was changed");
        // The palette knows it in the language that is spoken, and leads back.
        let back = in_language("nl", || press(&mut app, ":taal<enter>"));
        assert!(back.iter().any(|effect| matches!(effect, Effect::Speak("en"))), "{back:?}");
        let again = in_language("en", || {
            drop(update(&mut app, Event::Spoken));
            drawn(&app)
        });
        assert!(again.contains("Own sea cable") && again.contains("Candidates"), "{again}");
    }
}
