//! What others do with their proposals is told, and what is shown of them follows.

use std::sync::Arc;

use crate::messages::word;
use crate::report::state_words;
use crate::say;
use crate::session::comparison::Side;
use crate::session::second_case::{Of, PortfolioFile};
use crate::store::proposal::{Proposal, State};
use crate::tui::state::{App, TableKey};

/// The tables of proposals are worked out anew.
pub(super) fn rearrange(app: &mut App) {
    app.rearrange(TableKey::COMPARE);
    app.rearrange(TableKey::PROPOSALS);
}

/// Sides and the open proposal whose file is gone are let go.
pub(super) fn leave_sides(app: &mut App) {
    let comparison = &mut app.comparison;
    let there = |side: &Side, files: &[PortfolioFile]| match side {
        Side::File(name) | Side::Then(name) => files.iter().any(|file| file.name == *name),
        _ => true,
    };
    for (side, instead) in [(&mut comparison.left, Side::Recommended), (&mut comparison.right, Side::Own)] {
        if !there(side, &comparison.files) {
            *side = instead;
        }
    }
    if comparison.left.name() == comparison.right.name() {
        (comparison.left, comparison.right) = (Side::Recommended, Side::Own);
    }
    if comparison.open.as_ref().is_some_and(|name| comparison.files.iter().all(|file| file.name != *name)) {
        comparison.open = None;
    }
    rearrange(app);
}

/// The proposals were read from disk: what others did is told.
pub(crate) fn read(app: &mut App, mut files: Vec<PortfolioFile>, failed: Option<String>) {
    let before = std::mem::take(&mut app.comparison.files);
    let mut news = Vec::new();
    for file in &mut files {
        let old = before.iter().find(|it| it.name == file.name);
        file.then = old.and_then(|it| it.then.clone());
        if let Some(new) = file.proposal() {
            news.extend(told(old.and_then(PortfolioFile::proposal), new, &app.person.author));
        }
    }
    let gone = before.iter().filter(|it| it.proposal().is_some() && files.iter().all(|new| new.name != it.name));
    news.extend(gone.map(|it| say!("proposal-news-gone", name = it.name)));
    files.extend(before.into_iter().filter(|it| it.of == Of::File));
    app.comparison.files = files;
    leave_sides(app);
    if let Some(failed) = failed {
        app.warn(failed);
    } else if let Some((first, more)) = news.split_first() {
        let more = if more.is_empty() { String::new() } else { say!("proposal-news-more", count = more.len()) };
        app.note(format!("{first}{more}"));
    }
}

/// What somebody else did with a proposal since it was read last, if anything.
fn told(old: Option<&Proposal>, new: &Proposal, me: &str) -> Option<String> {
    let Some(old) = old else {
        let (name, author, state) = (&new.name, &new.by.author, word(new.state.id()));
        return Some(say!("proposal-news-new", name = name, author = author, state = state));
    };
    // What was done here comes back from the disk, and is no news.
    let last = new.remarks.last().filter(|it| it.by.author != me);
    if old.state != new.state {
        return last.map(|_| say!("proposals-now", name = new.name, state = state_words(new)));
    }
    if new.remarks.len() > old.remarks.len() {
        let last = last?;
        if last.state == Some(State::Agreed) && last.text.is_empty() {
            return Some(say!("proposal-news-agrees", name = new.name, author = last.by.author));
        }
        return Some(say!("proposal-news-remark", name = new.name, author = last.by.author, text = last.text));
    }
    (old.picks != new.picks && new.by.author != me)
        .then(|| say!("proposal-news-picks", name = new.name, author = new.by.author))
}

/// The proposal that the own portfolio is as a case is opened, if it is one.
pub(crate) fn find_open(app: &mut App) {
    let Some(document) = app.document.as_ref().filter(|document| !document.own.picks.is_empty()) else { return };
    let same = app.comparison.files.iter().find(|file| file.proposal().is_some() && file.own == document.own);
    app.comparison.open = same.map(|file| Arc::clone(&file.name));
}
