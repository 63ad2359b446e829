//! Proposals: what is looked at is kept under a name, opened, put forward, agreed, turned down, discussed, thrown away.

use crate::model::order::InOrder as _;
use std::fmt::Write as _;
use std::sync::Arc;

use super::proposal_news::{leave_sides, rearrange};
use crate::messages::word;
use crate::report;
use crate::say;
use crate::session::UserPortfolio;
use crate::session::comparison::Side;
use crate::session::edit::scenarios::called;
use crate::session::second_case::{Of, PortfolioFile};
use crate::store::proposal::{Deed, Proposal, State, case_hash};
use crate::tui::event::Effect;
use crate::tui::state::{Answer, App, Command, Confirm, Item, List, Popup, Purpose, Screen, TableKey, Whose};

/// Asks for the name under which what is looked at is kept; which of the two, where there are two.
pub(crate) fn ask_keep(app: &mut App) {
    let Some(document) = &app.document else { return };
    let own = !document.own.picks.is_empty();
    let recommended = document.recommended().is_some();
    match (recommended && !document.is_stale(), own) {
        (false, false) if recommended => app.note(say!("kept-recommended-portfolio-about")),
        (false, false) => app.note(say!("overview-no-portfolio-recommended")),
        (true, false) => ask_name(app, Whose::Recommended, None),
        (false, true) => ask_name(app, Whose::Own, None),
        (true, true) => {
            let of = |label: String, doc: String, whose| Item::new(label, doc, move |app| ask_name(app, whose, None));
            let items = vec![
                of(say!("proposal-keep-own"), say!("comparison-your-own-now"), Whose::Own),
                of(say!("proposal-keep-recommended"), say!("comparison-best-case-now"), Whose::Recommended),
            ];
            app.popups.push(Popup::List(List::new(&say!("proposal-keep-which"), items)));
        }
    }
}

/// Asks for the name; what was typed before and refused stands in the line.
fn ask_name(app: &mut App, whose: Whose, typed: Option<&str>) {
    let Some(document) = &app.document else { return };
    let open = app.comparison.opened().filter(|it| it.kept_from(&app.person.author).is_none());
    let proposed = match (typed, open) {
        (Some(typed), _) => typed.to_owned(),
        (None, Some(open)) if whose == Whose::Own => open.name.clone(),
        _ => {
            let scenario = document.scenario_on().map(|id| called(document.base_book(), id));
            let begin = if whose == Whose::Own { word("own") } else { scenario.unwrap_or_else(|| word("best")) };
            // One more than there are is enough for a free one.
            let most = app.comparison.files.len() + 2;
            let mut names = std::iter::once(begin.clone()).chain((2..=most).map(|n| format!("{begin}-{n}")));
            names.find(|name| app.comparison.file(name).is_none()).unwrap_or_default()
        }
    };
    let (title, help) = match whose {
        Whose::Own => (say!("proposal-keep-own-as"), say!("proposal-keep-help")),
        Whose::Recommended => (say!("kept-keep"), say!("proposal-keep-help")),
    };
    app.popups.push(Popup::ask(title, help, &proposed, Purpose::KeepAs(whose), Some(document)));
}

/// Keeps it under a name, in the place of an own draft of that name.
pub(crate) fn keep(app: &mut App, whose: Whose, name: &str) {
    let Some(document) = &app.document else { return };
    let shown = document.best.shown.clone().filter(|shown| shown.answer.portfolio.is_some());
    let own = match whose {
        Whose::Own => document.own.clone(),
        Whose::Recommended => match &shown {
            Some(shown) => shown.portfolio(),
            None => return,
        },
    };
    let made_for = case_hash(document.base_book());
    let deed = Deed::Keep { picks: own.to_csv(document.case()), made_for, state: State::Draft };
    let Some(name) = perform(app, name, deed) else { return ask_name(app, whose, Some(name)) };
    match whose {
        Whose::Own => app.comparison.open = Some(Arc::clone(&name)),
        Whose::Recommended => {
            if let Some(file) = app.comparison.files.iter_mut().find(|file| file.name == name) {
                file.then = shown;
            }
        }
    }
    // Sides that the planner chose stay.
    let (left, right) = (&app.comparison.left, &app.comparison.right);
    if matches!((left, right), (Side::Recommended, Side::Own) | (Side::File(_), Side::Recommended)) {
        app.comparison.left = Side::File(Arc::clone(&name));
        app.comparison.right = Side::Recommended;
    }
    // The list of them stands on it, so that what is done there next is about it.
    let at = proposals(app).position(|it| it.name == name);
    if let Some(at) = at {
        app.with_table(TableKey::PROPOSALS, |grid, state| {
            drop(state.arrange(grid));
            state.go_to(at);
        });
    }
    app.note(say!("proposal-kept", name = name));
}

/// Does something with a proposal, here at once and then on disk; gives its name, or says why it may not be done.
fn perform(app: &mut App, name: &str, deed: Deed) -> Option<Arc<str>> {
    let case = app.document.as_ref()?.path.clone();
    let ministries: Vec<String> = app.document.as_ref()?.case().ministries.iter().map(|it| it.id.clone()).collect();
    let known = app.comparison.files.iter().position(|it| it.name.to_lowercase() == name.trim().to_lowercase());
    let before = match known.map(|at| &app.comparison.files[at]) {
        Some(file) => file.proposal().cloned(),
        None => Some(Proposal { name: name.trim().to_owned(), by: app.person.clone(), ..Proposal::default() }),
    };
    let Some(before) = before else {
        if known.is_some() {
            app.warn(say!("proposal-not-one", name = name));
        }
        return None;
    };
    match before.after(&deed, &app.person) {
        Err(why) => {
            app.warn(why);
            return None;
        }
        Ok(after) => {
            let then = known.and_then(|at| app.comparison.files.remove(at).then);
            if let Some(after) = after {
                let file = PortfolioFile { then, ..PortfolioFile::of_proposal(after, &ministries) };
                app.comparison.files.push(file);
                app.comparison.files.order_by_key(|it| it.name.to_lowercase());
            }
        }
    }
    rearrange(app);
    let name: Arc<str> = before.name.as_str().into();
    app.effects.push(Effect::Propose { case, name: before.name, deed, by: app.person.clone() });
    Some(name)
}

/// The proposal under the cursor of their screen.
fn here(app: &mut App) -> Option<Arc<str>> {
    let at = app.table_state(TableKey::PROPOSALS).current();
    let found = at.and_then(|at| proposals(app).nth(at)).map(|file| Arc::clone(&file.name));
    if found.is_none() {
        app.note(say!("proposal-none-here"));
    }
    found
}

/// The proposals, in the order of their screen.
pub(crate) fn proposals(app: &App) -> impl Iterator<Item = &PortfolioFile> {
    app.comparison.files.iter().filter(|file| file.of != Of::File)
}

/// Makes the own portfolio the proposal under the cursor.
pub(crate) fn open(app: &mut App) {
    let Some(name) = here(app) else { return };
    let (Some(document), Some(file)) = (&app.document, app.comparison.file(&name)) else { return };
    let mut own = file.own.clone();
    own.picks.retain(|id, _| document.case().candidate_by_id(id).is_some());
    let gone = file.own.picks.len() - own.picks.len();
    let same = document.own == own;
    super::own::set(app, say!("proposal-opened", name = name), own);
    let opened = same || app.document.as_ref().is_some_and(|document| document.own == own_of(app, &name));
    if opened {
        app.comparison.open = Some(Arc::clone(&name));
        let text = say!("proposal-open-now", name = name);
        app.note(if gone == 0 { text } else { format!("{text} {}", say!("proposal-picks-gone", count = gone)) });
    }
}

/// The picks of a proposal, as far as its candidates are still there.
fn own_of(app: &App, name: &str) -> UserPortfolio {
    let mut own = app.comparison.file(name).map(|file| file.own.clone()).unwrap_or_default();
    if let Some(document) = &app.document {
        own.picks.retain(|id, _| document.case().candidate_by_id(id).is_some());
    }
    own
}

/// Whether the own portfolio says what the proposal says that is open.
pub(crate) fn is_changed(app: &App) -> bool {
    let open = app.comparison.open.as_ref();
    open.is_some_and(|name| app.document.as_ref().is_some_and(|document| document.own != own_of(app, name)))
}

/// Puts the proposal under the cursor beside the own portfolio, or beside the recommended one where it is open itself.
pub(crate) fn compare(app: &mut App) {
    let Some(name) = here(app) else { return };
    let open = app.comparison.open.as_ref() == Some(&name) && !is_changed(app);
    let empty = app.document.as_ref().is_none_or(|document| document.own.picks.is_empty());
    app.comparison.left = if open || empty { Side::Recommended } else { Side::Own };
    app.comparison.right = Side::File(name);
    app.screen = Screen::COMPARE;
    rearrange(app);
}

/// Asks for the words with which the proposal under the cursor is put forward, agreed or turned down, or for a remark.
pub(crate) fn ask(app: &mut App, command: Command) {
    let Some(name) = here(app) else { return };
    let (state, title) = match command {
        Command::Only("propose") => (Some(State::Proposed), say!("proposal-propose", name = name)),
        Command::Only("agree") => (Some(State::Agreed), say!("proposal-agree", name = name)),
        Command::Only("reject") => (Some(State::Rejected), say!("proposal-reject", name = name)),
        _ => (None, say!("proposal-remark", name = name)),
    };
    // Who may not agree hears it before the words are typed.
    let agrees = state == Some(State::Agreed);
    let proposal = app.comparison.file(&name).and_then(PortfolioFile::proposal).filter(|_| agrees);
    if let Some(why) = proposal.and_then(|it| it.kept_from_agreeing(&app.person)) {
        return app.warn(why);
    }
    let mut help = if state.is_some() { say!("proposal-words-help") } else { say!("proposal-remark-help") };
    let proposal = app.comparison.file(&name).and_then(PortfolioFile::proposal);
    if let Some(it) = proposal.filter(|it| it.state == State::Draft && it.by.author != app.person.author) {
        let _ = write!(help, " {}", say!("proposal-draft-of", author = it.by.author));
    }
    if state.is_some() && app.comparison.open.as_ref() == Some(&name) && is_changed(app) {
        let _ = write!(help, " {}", say!("proposal-changed-since"));
    }
    let purpose = Purpose::Proposal(name, state);
    app.popups.push(Popup::ask(title, help, "", purpose, app.document.as_ref()));
}

/// Gives the proposal its state, or the remark.
pub(crate) fn said(app: &mut App, name: &str, state: Option<State>, text: &str) {
    let text = text.to_owned();
    let deed = match state {
        Some(state) => Deed::Decide(state, text),
        None => Deed::Remark(text),
    };
    if let Some(name) = perform(app, name, deed) {
        let proposal = app.comparison.file(&name).and_then(PortfolioFile::proposal);
        let case = app.document.as_ref().map(|document| document.case());
        let told = proposal.zip(case).map(|(it, case)| report::proposal_told(case, it, state));
        app.note(told.unwrap_or_default());
    }
}

/// Asks whether the proposal under the cursor is thrown away.
pub(crate) fn ask_delete(app: &mut App) {
    if let Some(name) = here(app) {
        ask_forget(app, name);
    }
}

/// Asks whether a proposal, or a portfolio that was kept, is thrown away.
pub(crate) fn ask_forget(app: &mut App, name: Arc<str>) {
    let author = app.comparison.file(&name).and_then(PortfolioFile::proposal).map(|it| it.by.author.clone());
    let text = match author.filter(|author| *author != app.person.author && !author.is_empty()) {
        Some(author) => say!("proposal-forget-theirs", name = name, author = author),
        None => say!("kept-portfolio-name-was", name = name),
    };
    let answers = vec![
        Answer::leave(Command::No, say!("kept-leave")),
        Answer::new(Command::ThrowAway, say!("kept-throw-away"), move |app| forget(app, &name)),
    ];
    app.popups.push(Popup::Confirm(Confirm::new(say!("kept-throw-kept-portfolio"), text, answers)));
}

/// Throws a proposal, or a portfolio that was kept, away.
fn forget(app: &mut App, name: &str) {
    let Some(case) = app.document.as_ref().map(|document| document.path.clone()) else { return };
    if app.comparison.file(name).is_some_and(|file| file.of == Of::Kept) {
        app.comparison.files.retain(|file| &*file.name != name);
        app.effects.push(Effect::ForgetKept { case, name: name.to_owned() });
    } else if perform(app, name, Deed::Delete).is_none() {
        return;
    }
    leave_sides(app);
    app.note(say!("kept-kept-portfolio-name", name = name));
}
