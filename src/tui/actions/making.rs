//! The report that is being made beside all other work.

use crate::say;
use crate::tui::event::Effect;
use crate::tui::state::App;

/// How far the report is that is being made.
pub(crate) fn progress(app: &mut App, far: Option<(usize, usize)>) {
    match (far, &mut app.exporting) {
        (Some((done, total)), Some(under_way)) => (under_way.done, under_way.total) = (done, total),
        (None, under_way) => *under_way = None,
        (Some(_), None) => {}
    }
}

/// Has the report that is being made written with what is known of it; whether there is one.
pub(crate) fn stop(app: &mut App) -> bool {
    let Some(under_way) = &app.exporting else { return false };
    app.note(say!("exporting-stopped", file = under_way.file.display()));
    app.effects.push(Effect::CancelExport);
    true
}

#[cfg(test)]
mod tests {
    use crate::session::UserPortfolio;
    use crate::session::on_disk::Loaded;
    use crate::tui::event::{Effect, Event, Export};
    use crate::tui::state::{App, Setup};
    use crate::tui::{Key, update};

    fn press(app: &mut App, keys: &str) -> Vec<Effect> {
        Key::sequence(keys).unwrap().into_iter().flat_map(|key| update(app, Event::Key(key))).collect()
    }

    fn exports(effects: &[Effect]) -> Vec<&Export> {
        let mut found = Vec::new();
        for effect in effects {
            if let Effect::Export(export) = effect {
                found.push(&**export);
            }
        }
        found
    }

    #[test]
    fn one_note_is_made_at_a_time_and_can_be_stopped() {
        let mut app = App::new(&Setup::default(), (120, 40));
        let loaded = Loaded::new(crate::store::tutorial(), UserPortfolio::default());
        let asked = update(&mut app, Event::Loaded("a-case".into(), Ok(Box::new(loaded))));
        for effect in asked {
            if let Effect::Optimise { job, case, .. } = effect {
                let go_on = &mut |_: &_| std::ops::ControlFlow::Continue(());
                let options = crate::optimise::Options::default();
                let answer = crate::optimise::optimise(&case, &options, None, go_on).unwrap();
                drop(update(&mut app, Event::Answered(job, Ok(Box::new(answer)))));
            }
        }
        super::super::exporting::export(&mut app, "a.csv");
        let quick = std::mem::take(&mut app.effects);
        assert!(exports(&quick).len() == 1 && !exports(&quick)[0].asks_much() && app.exporting.is_none());
        super::super::exporting::export(&mut app, "a.md");
        let note = std::mem::take(&mut app.effects);
        assert!(exports(&note).len() == 1 && exports(&note)[0].asks_much() && app.exporting.is_some());
        drop(update(&mut app, Event::Exporting(Some((3, 12)))));
        super::super::exporting::export(&mut app, "b.html");
        assert!(
            app.effects.is_empty() && app.last_message.contains("a.md is still being made"),
            "{}",
            app.last_message
        );
        assert!(press(&mut app, "<ctrl-x>").iter().any(|effect| matches!(effect, Effect::CancelExport)));
        drop(update(&mut app, Event::Exporting(None)));
        assert!(app.exporting.is_none());
        assert!(!press(&mut app, "<ctrl-x>").iter().any(|effect| matches!(effect, Effect::CancelExport)));
    }
}
