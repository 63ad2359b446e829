//! Portfolios that are kept under a name in the folder of the case, and thrown away again.

use crate::say;
use crate::session::comparison::Side;
use crate::session::second_case::{Of, PortfolioFile};
use crate::tui::event::Effect;
use crate::tui::state::{App, Popup, Purpose, TableKey};

/// Asks for the name under which the recommended portfolio of now is kept.
pub(crate) fn ask_keep(app: &mut App) {
    let Some(document) = app.document.as_ref().filter(|document| document.recommended().is_some()) else {
        return app.note(say!("overview-no-portfolio-recommended"));
    };
    if document.is_stale() {
        return app.note(say!("kept-recommended-portfolio-about"));
    }
    let begin = document.scenario_on().unwrap_or("best");
    let free = |name: &String| app.comparison.file(name).is_none();
    // One more than there are is enough for a free one.
    let most = app.comparison.files.len() + 2;
    let name = std::iter::once(begin.to_owned()).chain((2..=most).map(|n| format!("{begin}-{n}"))).find(free);
    let help = say!("kept-name-recommended-portfolio-now");
    app.popups.push(Popup::ask(say!("kept-keep"), help, &name.unwrap_or_default(), Purpose::KeepAs, Some(document)));
}

/// Keeps the recommended portfolio of now under a name, in the place of what was kept so before.
pub(crate) fn keep(app: &mut App, name: &str) {
    let Some(document) = &app.document else { return };
    let Some(shown) = document.best.shown.clone().filter(|shown| shown.answer.portfolio.is_some()) else {
        return;
    };
    let own = shown.portfolio();
    let (path, rows) = (document.path.clone(), own.to_csv(document.case()));
    let elsewhere = document.is_elsewhere();
    let file = PortfolioFile { name: name.into(), own, stands: None, then: Some(shown), of: Of::Kept };
    app.comparison.add(file);
    // Sides that the planner chose stay.
    if matches!(
        (&app.comparison.left, &app.comparison.right),
        (Side::Recommended, Side::Own) | (Side::File(_), Side::Recommended)
    ) {
        app.comparison.left = Side::File(name.into());
        app.comparison.right = Side::Recommended;
    }
    app.rearrange(TableKey::COMPARE);
    if elsewhere {
        return app.note(say!("kept-kept-name-this", name = name));
    }
    app.note(say!("kept-kept-name-compare", name = name));
    app.effects.push(Effect::KeepPortfolio { case: path, name: name.to_owned(), rows: Some(rows) });
}

/// Throws a kept portfolio away.
pub(crate) fn forget(app: &mut App, name: &str) {
    let Some(case) = app.document.as_ref().map(|document| document.path.clone()) else { return };
    let comparison = &mut app.comparison;
    comparison.files.retain(|file| &*file.name != name);
    for (side, instead) in [(&mut comparison.left, Side::Recommended), (&mut comparison.right, Side::Own)] {
        if matches!(side, Side::File(it) | Side::Then(it) if &**it == name) {
            *side = instead;
        }
    }
    app.rearrange(TableKey::COMPARE);
    app.note(say!("kept-kept-portfolio-name", name = name));
    app.effects.push(Effect::KeepPortfolio { case, name: name.to_owned(), rows: None });
}
