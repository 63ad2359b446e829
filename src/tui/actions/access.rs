//! What stands between a planner and an edit: somebody else who has the case open, unsaved edits of an earlier session,
//! and files that changed on disk. Nothing of this is decided without the planner.

use super::exporting::ask_export_own;
use crate::model::Case;
use crate::say;
use crate::session::on_disk::{Reread, Take};
use crate::session::three_way_merge::{By, Difference, summary};
use crate::session::{EditAccess, Taken, UnsavedEdits};
use crate::tui::event::Effect;
use crate::tui::state::merge::Of;
use crate::tui::state::{Answer, App, Command, Confirm, Merge, Popup};
use std::fmt::Write as _;

/// Asks what has to be decided before the case may be edited, if something has.
pub(crate) fn ask_for_access(app: &mut App) {
    let Some(document) = &app.document else { return };
    let ask = match &document.access {
        EditAccess::Elsewhere(who) => elsewhere(who, document.later.is_some()),
        EditAccess::Undecided(found) => unsaved_found(found, document.case()),
        EditAccess::Open => return,
    };
    app.popups.push(Popup::Confirm(ask));
}

/// Asks where an edit was refused just now. It is done as soon as the planner decides for it.
pub(crate) fn ask_where_refused(app: &mut App) {
    let asked = matches!(app.popups.last(), Some(Popup::Confirm(_)));
    if !asked && app.document.as_ref().is_some_and(|document| document.refused.is_some()) {
        // A form that was opened for a row that was not made would be about nothing.
        app.popups.clear();
        app.message = None;
        ask_for_access(app);
    }
}

fn elsewhere(who: &str, has_unsaved: bool) -> Confirm {
    let mut text = say!("access-who-has-this", who = who);
    if has_unsaved {
        let _ = write!(text, "\n\n{}", say!("access-unsaved-later"));
    }
    let answers = vec![
        Answer::leave(Command::Later, say!("access-look-only-edit-asks")),
        Answer::new(Command::LookAgain, say!("access-look-again-whether-free"), open_again),
        Answer::new(Command::EditAnyway, say!("access-edit-here-all-same"), edit_anyway),
    ];
    Confirm::new(say!("access-open-elsewhere"), text, answers)
}

/// What is at stake where somebody else has the case open.
pub(super) fn own_only_here() -> String {
    say!("access-your-own-portfolio-changed")
}

/// The answers about an own portfolio that is kept nowhere but here.
fn own_answers() -> [Answer; 2] {
    [
        Answer::new(Command::ExportFirst, say!("access-export-your-own-portfolio"), ask_export_own),
        Answer::leave(Command::No, say!("access-stay-here")),
    ]
}

/// What is said instead of saving where somebody else has the case open.
pub(crate) fn own_is_kept(who: &str) -> Confirm {
    let text = say!("access-who-has-this-case", who = who);
    let [export, stay] = own_answers();
    let anyway = Answer::new(Command::EditAnyway, say!("access-edit-here-all-same-2"), edit_anyway);
    Confirm::new(say!("access-open-elsewhere"), text, vec![export, anyway, stay])
}

/// The question before something that loses an own portfolio that is kept nowhere but here.
pub(crate) fn own_is_lost(label: String, act: impl Fn(&mut App) + Send + Sync + 'static) -> Confirm {
    let [export, stay] = own_answers();
    let go = Answer::new(Command::ThrowAway, label, act);
    Confirm::new(say!("robust-your-own-portfolio"), own_only_here(), vec![export, go, stay])
}

/// Reads the case again from disk.
pub(crate) fn reload(app: &mut App) {
    let Some(document) = &app.document else { return };
    match document.access {
        EditAccess::Undecided(_) => ask_for_access(app),
        EditAccess::Open if document.is_dirty() => app.note(say!("access-there-unsaved-edits")),
        _ => app.effects.push(Effect::Reread(Take::Theirs)),
    }
}

fn unsaved_found(found: &UnsavedEdits, case: &Case) -> Confirm {
    if found.steps.is_empty() {
        return unreadable(found);
    }
    let mut text = say!("access-earlier-session-ended", edits = found.labels.len(), place = place_of(found));
    if !found.author.is_empty() {
        let _ = writeln!(text, "{}", say!("access-edits-of-another", author = found.author));
    }
    match found.lost {
        0 => {}
        1 => text.push_str(&say!("access-last-one-was")),
        lost => {
            text.push_str(&say!("access-journal-found-damaged", found = found.name, lost = lost));
            text.push('\n');
        }
    }
    if !found.checked {
        text.push_str(&say!("access-earlier-version-kept"));
    }
    for label in found.labels.iter().rev().take(6) {
        let _ = write!(text, "\n  {label}");
    }
    if found.labels.len() > 6 {
        text.push_str(&say!("access-labels-before", labels = found.labels.len() - 6));
    }
    let mut answers = vec![Answer::new(Command::Yes, say!("access-take-them-up-again"), |app| recover(app, None))];
    let throw = Answer::new(Command::ThrowAway, say!("access-throw-them-away-keep"), drop_found);
    if found.differences.is_empty() {
        answers.push(throw);
    } else {
        text.push_str(&say!("access-since-then-changed", who = who_changed(&found.who)));
        text.push_str(&summary(&found.differences, Some(case)));
        answers = vec![
            Answer::leave(Command::Later, say!("access-decide-later-until-then")),
            Answer::new(Command::TakeBoth, both_label(&found.differences), recover_both),
            Answer::new(Command::TakeMine, say!("access-mine-edited-files-they"), |app| recover(app, None)),
            Answer::new(Command::ThrowAway, say!("access-theirs-keep-disk-throw"), drop_found),
        ];
    }
    if !found.others.is_empty() {
        text.push_str("\n\n");
        text.push_str(&say!("access-also-changed-on-disk", files = found.others.join(", ")));
    }
    Confirm::new(say!("access-unsaved-edits-were"), text, answers)
}

/// Who changed files on disk: the authors that the log names, else somebody.
pub(super) fn who_changed(authors: &[String]) -> String {
    if authors.is_empty() { say!("access-who-unknown") } else { crate::messages::list(authors) }
}

/// Whether a journal is not beside the case: its name is then a whole path.
fn is_elsewhere(found: &UnsavedEdits) -> bool {
    std::path::Path::new(&found.name).is_absolute()
}

fn place_of(found: &UnsavedEdits) -> String {
    if is_elsewhere(found) { say!("access-in-place", place = found.name) } else { say!("access-beside-case") }
}

/// A journal of which nothing can be read.
fn unreadable(found: &UnsavedEdits) -> Confirm {
    let text = match found.lost {
        1 => {
            say!("access-earlier-session-ended-while")
        }
        lost => say!(
            "access-earlier-session-kept",
            found = found.name,
            folder = if is_elsewhere(found) { String::new() } else { say!("access-folder-case") },
            lost = lost
        ),
    };
    let answers = vec![
        Answer::leave(Command::Later, say!("access-leave-file-there-until")),
        Answer::new(Command::ThrowAway, say!("access-delete-go-disk"), drop_found),
    ];
    Confirm::new(say!("access-unsaved-edits-cannot"), text, answers)
}

pub(super) fn both_label(differences: &[Difference]) -> String {
    if differences.iter().any(|it| it.by() == By::Both) {
        say!("access-both-put-together-only")
    } else {
        say!("access-both-put-them-together")
    }
}

/// Takes the unsaved edits of an earlier session up again, put together with what was changed on disk since. Where both changed
/// a cell, asks which one first.
pub(crate) fn recover_both(app: &mut App) {
    let Some(found) = app.document.as_ref().and_then(|document| document.unsaved_edits()) else { return };
    let some = found.versions.as_ref().map_or_else(Vec::new, |versions| versions.merge().conflicts());
    if some.is_empty() {
        return recover(app, Some(&[]));
    }
    app.popups.push(Popup::Merge(Merge::new(some, Of::Recovering)));
}

/// Puts the versions together as the planner chose.
pub(crate) fn put_together(app: &mut App, merge: Merge) {
    let theirs = merge.taken();
    match merge.of {
        Of::Saving(read) => take_both(app, *read, &theirs),
        Of::Recovering => recover(app, Some(&theirs)),
    }
}

/// Takes the unsaved edits of an earlier session up again: as they were, or put together with what was changed on disk since,
/// and with these versions of what both changed.
pub(crate) fn recover(app: &mut App, theirs: Option<&[Difference]>) {
    let Some(document) = &mut app.document else { return };
    if document.recover(theirs).is_none() {
        return;
    }
    let done = std::mem::take(&mut document.pending);
    app.note(say!("access-edits-earlier-session"));
    app.effects.push(Effect::KeepFound(done));
}

/// Throws the unsaved edits of an earlier session away.
pub(crate) fn drop_found(app: &mut App) {
    let Some(name) = app.document.as_mut().and_then(|document| document.discard_unsaved()) else { return };
    app.note(say!("access-edits-earlier-session-thrown"));
    app.effects.push(Effect::DecideJournal(name));
}

/// Edits a case that somebody else has open.
pub(crate) fn edit_anyway(app: &mut App) {
    let Some(document) = &mut app.document else { return };
    // What was done with the own portfolio meanwhile waited for this; the journal has it from now on.
    let waited = document.edit_anyway();
    app.note(say!("access-can-edited-here"));
    app.effects.push(Effect::TakeLock);
    app.effects.extend((!waited.is_empty()).then_some(Effect::Journal(waited)));
    app.effects.push(Effect::KeepOwn(None));
    if app.document.as_ref().is_some_and(|document| document.is_undecided()) {
        ask_for_access(app);
    }
}

/// A case was read again after somebody changed it on disk.
pub(crate) fn reread(app: &mut App, read: Reread) {
    let Some(document) = app.document.as_mut().filter(|document| document.path == read.path) else { return };
    if read.take == Take::Both {
        let some = document.conflicts_with(&read);
        if some.is_empty() {
            return take_both(app, read, &[]);
        }
        return app.popups.push(Popup::Merge(Merge::new(some, Of::Saving(Box::new(read)))));
    }
    let text = match document.take_disk(read) {
        Taken::Same => say!("access-nothing-case-has-changed"),
        Taken::Shown => say!("access-disk-shown-now"),
        Taken::BesideOwn => say!("access-disk-shown-now-your"),
        Taken::AsStep => say!("access-disk-taken-over-brings"),
    };
    app.after_save = None;
    app.note(text);
}

/// Takes over what was changed on disk: alone there, or there as well and chosen.
fn take_both(app: &mut App, read: Reread, theirs: &[Difference]) {
    let Some(document) = app.document.as_mut().filter(|document| document.path == read.path) else { return };
    let count = document.merge_disk(&read, theirs);
    app.note(say!("access-count-disk-taken", changes = count));
    app.effects.push(Effect::Adopt(Box::new(read)));
}

/// Looks again whether somebody else has the case open.
fn open_again(app: &mut App) {
    let path = app.document.as_ref().map(|document| document.path.clone()).unwrap_or_default();
    app.effects.push(Effect::Load(path));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Workbook;
    use crate::model::schema::TableId;
    use crate::session::Change;
    use crate::session::edit::Edit;
    use crate::session::rows::set_cell;
    use crate::tui::actions::readers::tests::opened;
    use crate::tui::event::Event;
    use crate::tui::state::Setup;
    use crate::tui::update;

    fn cost(row: usize, text: &str) -> Edit {
        set_cell(TableId::Candidates, row, "cost_1", text)
    }

    fn costs(app: &App) -> [String; 2] {
        let sheet = app.document.as_ref().unwrap().base_book().sheet(TableId::Candidates);
        [0, 1].map(|row| sheet.cell(row, "cost_1").to_owned())
    }

    fn press(app: &mut App, keys: &str) {
        for key in crate::tui::Key::sequence(keys).unwrap() {
            drop(update(app, Event::Key(key)));
        }
    }

    /// Somebody else saved another cost of the first candidate.
    fn read_again(app: &mut App, base: Workbook, take: Take) {
        let mut book = base.clone();
        let _ = cost(0, "33").apply(&mut book);
        let (base_own, own) = (base_own(app), base_own(app));
        let read = Reread { path: "case".into(), base, base_own, book, own, files: Vec::new(), own_text: None, take };
        drop(update(app, Event::Reread(Box::new(read))));
    }

    fn base_own(app: &App) -> crate::session::UserPortfolio {
        app.document.as_ref().unwrap().own.clone()
    }

    #[test]
    fn undo_never_takes_back_what_others_wrote() {
        let book = crate::store::tutorial();
        for take in [Take::Theirs, Take::Both] {
            // Nothing was edited here since the last save.
            let mut app = opened(App::new(&Setup::default(), (100, 30)), book.clone());
            read_again(&mut app, book.clone(), take);
            let [_, other] = costs(&app);
            assert_eq!(costs(&app), ["33", &other]);
            press(&mut app, "uu");
            assert_eq!(costs(&app), ["33", &other], "{take:?}");
            // Something was.
            let mut app = opened(App::new(&Setup::default(), (100, 30)), book.clone());
            app.document.as_mut().unwrap().apply("an edit", vec![Change::Book(cost(1, "44"))]);
            read_again(&mut app, book.clone(), take);
            assert_eq!(costs(&app)[0], "33", "{take:?}");
            press(&mut app, "u");
            assert_eq!(costs(&app), ["33", "44"], "{take:?}");
            press(&mut app, "uu");
            assert_eq!(costs(&app)[0], "33", "{take:?}");
        }
    }
}
