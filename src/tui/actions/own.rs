//! The planner's own portfolio: in and out, starts and shares, taken over from the recommended one.

use crate::messages::capital;
use crate::model::CandidateIx;
use crate::say;
use crate::session::placing::{as_wished, newly_broken, place};
use crate::session::{Change, UserPortfolio};
use crate::tui::state::{App, Popup, Purpose};
use crate::tui::text::width;

/// Empties the own portfolio.
pub(crate) fn empty(app: &mut App) {
    set(app, say!("own-own-portfolio-emptied"), UserPortfolio::default());
}

/// Changes the own portfolio as one step, and tells it: what it was, and where that is more than one pick, which.
pub(crate) fn set(app: &mut App, label: impl Into<String>, own: UserPortfolio) {
    let Some(document) = &mut app.document else { return };
    let label = label.into();
    if document.own == own {
        return;
    }
    let before = document.own.clone();
    document.apply(label.clone(), vec![Change::Own(own)]);
    app.note(format!("{}.", capital(&label)));
    tell_since(app, &before);
}

/// Adds to the last message what came in, went out and moved in the own portfolio; one that came or went is told already.
pub(crate) fn tell_since(app: &mut App, before: &UserPortfolio) {
    let Some(document) = &app.document else { return };
    let (case, own) = (document.case(), &document.own);
    let one_came_or_went = before.picks.len().abs_diff(own.picks.len()) == 1
        && before.picks.iter().filter(|&(id, pick)| own.picks.get(id) == Some(pick)).count()
            == before.picks.len().min(own.picks.len());
    let details = super::news::between((case, &before.picks), (case, &own.picks));
    if let Some([few, all]) = details.filter(|_| !one_came_or_went) {
        app.tell_more(&few, &all);
    }
}

/// The candidates that a command on the screen is about.
pub(crate) fn chosen(app: &App) -> Vec<CandidateIx> {
    app.document.as_ref().map_or_else(Vec::new, |document| (app.spec().candidates)(app, document))
}

/// The candidate under the cursor.
pub(crate) fn candidate_on_screen(app: &App) -> Option<CandidateIx> {
    chosen(app).first().copied()
}

/// Puts the chosen candidates into the own portfolio, or takes them out.
pub(crate) fn toggle(app: &mut App) {
    let chosen = chosen(app);
    let Some(document) = &app.document else { return };
    let mut own = document.own.clone();
    let case = document.case();
    // Marked candidates go in together unless all of them are in already.
    let (mut let_go, mut breaks, mut came_back) = (Vec::new(), Vec::new(), false);
    let all_in = chosen.iter().all(|&ix| own.picks.contains_key(&case[ix].id));
    for &ix in &chosen {
        let it = &case[ix];
        if all_in {
            let_go.extend(own.picks.remove(&it.id).map(|pick| (it.id.clone(), pick)));
        } else {
            // One that comes back is as it was.
            let was = document.let_go.get(&it.id);
            let recommended = || document.best.shown.as_ref()?.picks.get(&it.id);
            let wish = was.or_else(recommended).cloned().unwrap_or_else(|| UserPortfolio::usual(case, it));
            if own.picks.contains_key(&it.id) {
                continue;
            }
            // What cannot be measured goes where it was wished for.
            let pick = if document.snapshot.is_sound() {
                came_back |= was.is_some();
                let place = if was.is_some() { as_wished } else { place };
                let placed = place(case, &own.portfolio(case), ix, wish);
                breaks.extend(placed.breaks.iter().map(|rule| rule.describe(case)));
                placed.pick
            } else {
                wish
            };
            own.picks.insert(it.id.clone(), pick);
        }
    }
    if all_in && document.snapshot.is_sound() {
        let broken = newly_broken(case, &document.own.portfolio(case), &own.portfolio(case));
        breaks.extend(broken.iter().map(|rule| rule.describe(case)));
    }
    let mut brief = String::new();
    let label = match (chosen.as_slice(), all_in) {
        ([], _) => return app.note(say!("analyses-there-no-candidate")),
        ([one], true) => {
            brief = say!("own-out-brief", id = case[*one].name, count = breaks.len());
            say!("own-id-out", id = case[*one].name)
        }
        ([one], false) => match own.picks.get(&case[*one].id) {
            Some(pick) => {
                let (name, start, broken) = (&case[*one].name, pick.start, breaks.len());
                brief = say!("own-in-brief", id = name, start = start, count = broken);
                say!("own-id-in-at", id = name, start = start, shares = pick.payers(case))
            }
            None => return,
        },
        (many, true) => say!("own-candidates-out", count = many.len()),
        (many, false) => say!("own-candidates-in", count = many.len()),
    };
    // One that goes is told of only where something breaks by it.
    let measured = document.snapshot.is_sound() && !(all_in && breaks.is_empty());
    if let Some(document) = &mut app.document {
        document.let_go.extend(let_go);
    }
    set(app, label, own);
    if measured {
        let told = match breaks.as_slice() {
            [] => say!("own-breaks-nothing"),
            [first, more @ ..] if all_in => say!("own-breaks-without", count = more.len() + 1, first = first),
            [first, more @ ..] if came_back => say!("own-breaks-there", count = more.len() + 1, first = first),
            [first, more @ ..] => say!("own-breaks-anywhere", count = more.len() + 1, first = first),
        };
        let whole = format!("{} {told}", app.last_message);
        let short = width(&whole) > usize::from(app.size.0) && !brief.is_empty();
        app.note(if short { &brief } else { &whole });
        app.last_message = whole;
    }
    // What is done with marked rows ends the marking.
    app.with_current(|grid, state| {
        state.marked.clear();
        state.range = None;
        state.count(grid);
    });
}

/// Asks for the start of the chosen candidates in the own portfolio.
pub(crate) fn ask_start(app: &mut App) {
    let chosen = chosen(app);
    let Some(document) = &app.document else { return };
    let case = document.case();
    let ids: Vec<String> =
        chosen.iter().map(|&ix| case[ix].id.clone()).filter(|id| document.own.picks.contains_key(id)).collect();
    let (Some(first), Some(&ix)) = (ids.first(), chosen.first()) else {
        return app.note(say!("own-not-your-own"));
    };
    let starts = case[ix].starts(case.first_year, case.last_year);
    let help = say!("own-may-start-from", start = starts.start(), end = starts.end());
    let text = document.own.picks.get(first).map_or_else(String::new, |pick| pick.start.to_string());
    let title = if ids.len() == 1 {
        say!("own-start-first", first = case[ix].name)
    } else {
        say!("own-start-count-candidates", count = ids.len())
    };
    app.popups.push(Popup::ask(title, help, &text, Purpose::Start(ids), Some(document)));
}

/// Asks who pays how much for the candidate under the cursor.
pub(crate) fn ask_shares(app: &mut App) {
    let chosen = chosen(app);
    let Some(document) = &app.document else { return };
    let case = document.case();
    let Some(it) = chosen.first().map(|&ix| &case[ix]) else { return };
    let Some(pick) = document.own.picks.get(&it.id) else {
        return app.note(say!("own-not-your-own"));
    };
    let ranges: Vec<String> = case
        .ministries
        .iter()
        .zip(&it.shares)
        .map(|(ministry, range)| format!("{} {}-{}", ministry.name, range.min, range.max))
        .collect();
    let help = say!("own-whole-percents-ranges", ranges = ranges.join(", "));
    let text = pick.shares.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let title = say!("own-shares-id", id = it.name);
    app.popups.push(Popup::ask(title, help, &text, Purpose::Shares(it.id.clone()), Some(document)));
}

/// Makes the own portfolio the recommended one.
pub(crate) fn take_recommended(app: &mut App) {
    let Some(document) = &app.document else { return };
    let Some(shown) = document.best.shown.as_ref().filter(|shown| shown.answer.portfolio.is_some()) else {
        return app.note(say!("overview-no-portfolio-recommended"));
    };
    let own = shown.portfolio();
    let stale = document.is_stale();
    set(app, say!("own-recommended-portfolio-taken"), own);
    if stale {
        app.note(say!("own-recommended-portfolio-earlier"));
    }
}

/// Locks the marked candidates in, or those of the own portfolio.
pub(crate) fn lock_own(app: &mut App) {
    let marks = app.table_key().is_some_and(|key| !app.table_state(key).marked.is_empty());
    let chosen = if marks { chosen(app) } else { Vec::new() };
    let Some(document) = &app.document else { return };
    let case = document.case();
    let rows: Vec<usize> = if chosen.is_empty() {
        let own = |id: &str| document.own.picks.contains_key(id);
        case.candidates.iter().filter(|candidate| own(&candidate.id)).map(|candidate| candidate.row).collect()
    } else {
        chosen.into_iter().map(|ix| case[ix].row).collect()
    };
    if rows.is_empty() {
        return app.note(say!("own-nothing-marked-nothing"));
    }
    let title = say!("own-lock-rows-candidates", rows = rows.len());
    let help = say!("own-why-someone-will-ask");
    app.popups.push(Popup::ask(title, help, "", Purpose::Reason(rows, "locked_in"), Some(document)));
}
