//! The lines above the table: what the portfolio gains, what is proven, the own portfolio, what each ministry gains.

use super::proof::together;
use crate::analyse::complete::Step;
use crate::measure::Evaluation;
use crate::messages::word;
use crate::model::{Case, Ministry, MinistryIx};
use crate::optimise::{Answer, Status};
use crate::say;
use crate::session::{Purpose, Running, count_of};
use crate::tui::canvas::{Canvas, Role, row, width};
use crate::tui::state::{App, Command as C, Context, Document, Screen};
use crate::tui::widgets::number::{self, fixed, money, signed};
use ratatui::layout::Rect;
use rust_decimal::Decimal;

/// The proof in four lines: what it gains, what is proven and by whom, the own portfolio, what each ministry gains.
pub(super) fn draw_proof(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let best = &document.best;
    let used = if let Some(error) = &best.error {
        canvas.pieces(row(area, 0), &[(&format!("{} ", word("failed")), Role::Bad), (error, Role::Text)])
    } else if let Some(shown) = &best.shown {
        draw_answer(app, canvas, area, &shown.case, &shown.answer)
    } else {
        canvas.text(row(area, 0), &say!("portfolio-no-portfolio-recommended"), Role::Dim)
    };
    // Where there is no room for it, the line above says so too.
    let stale = say!("portfolio-stale-about-earlier");
    if document.is_stale() && usize::from(used) + 2 + width(&stale) <= usize::from(area.width) {
        canvas.right(row(area, 0), &stale, Role::Warn);
    }
    if let Some(running) = &best.running {
        canvas.repeat(row(area, 1), " ", Role::Text);
        let (begin, role) = match (running.purpose, running.finds_why()) {
            (Purpose::Complete, _) => (label("own"), Role::Warn),
            (_, true) => (label("infeasible"), Role::Bad),
            (_, false) => (label("searching"), Role::Warn),
        };
        canvas.pieces(row(area, 1), &[(&begin, role), (&progress_words(app, running), Role::Text)]);
    }
    draw_own(app, document, canvas, row(area, 2));
    draw_gains(document, canvas, row(area, 3));
}

/// The word that a line begins with, as wide as all of them.
fn label(name: &str) -> String {
    format!("{:<13}", word(name))
}

/// What each ministry gains by its own weights, with the recommended and with the own portfolio.
fn draw_gains(document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let shown = document.best.shown.as_ref();
    let recommended = shown.and_then(|shown| Some((shown.case.as_ref(), shown.answer.evaluation.as_ref()?)));
    let own = document.snapshot.own_evaluation.as_ref().filter(|_| !document.own.picks.is_empty());
    let comparison =
        [(String::new(), recommended), (format!("{} ", word("own")), own.map(|own| (document.case(), own)))];
    let of_ministry = |ministry: &Ministry, called: &str| {
        let gain = |(name, side): &(String, Option<(&Case, &Evaluation)>)| {
            let (case, gives) = side.as_ref()?;
            let at = case.ministry_by_id(&ministry.id)?;
            Some(format!("{name}{}", signed(gives.ministries.get(at.0)?.gain_by_own_weights, 2)))
        };
        let gains: Vec<String> = comparison.iter().filter_map(gain).collect();
        (!gains.is_empty()).then(|| format!("{called} {}", gains.join(", ")))
    };
    let case = document.case();
    let [long, short] = [false, true].map(|short| {
        let called = |at: usize, ministry: &Ministry| {
            of_ministry(ministry, if short { case.short_name(MinistryIx(at)) } else { &ministry.name })
        };
        let parts: Vec<String> =
            case.ministries.iter().enumerate().filter_map(|(at, ministry)| called(at, ministry)).collect();
        parts.join("; ")
    });
    if !long.is_empty() {
        let begin = label("priorities");
        let way = |text| [(begin.as_str(), Role::Dim), (text, Role::Text)];
        canvas.ways(area, &[&way(long.as_str()), &way(short.as_str())]);
    }
}

/// What the own portfolio gives, how far it is from the best, and the first rule that it breaks; how it is begun while it is
/// empty.
fn draw_own(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    if document.own.picks.is_empty() {
        let [put, take] = [(C::ToggleOwn, Context::Screen(Screen::PORTFOLIO)), (C::TakeRecommended, Context::Case)]
            .map(|(command, context)| app.keymap.shown(command, &[context]));
        canvas.pieces(
            area,
            &[
                (&label("own"), Role::Accent),
                (&say!("portfolio-none-yet-begin"), Role::Dim),
                (&put, Role::Key),
                (&say!("portfolio-puts-candidate"), Role::Dim),
                (&take, Role::Key),
                (&say!("portfolio-takes-recommended-one-begin"), Role::Dim),
            ],
        );
    } else if let Some(own) = &document.snapshot.own_evaluation {
        let broken = own.broken().count();
        let case = document.case();
        let breaks = || say!("overview-breaks-rules", rules = count_of(broken, "rule"));
        let (rules, counted) = match own.broken().next() {
            None => (say!("portfolio-keeps-every-rule"), say!("portfolio-keeps-every-rule")),
            Some(first) => (format!("{}: {}", breaks(), first.rule.describe(case)), breaks()),
        };
        let text = |distance: String| {
            say!(
                "portfolio-objective-points-distance",
                objective = signed(own.objective, 4),
                distance = distance,
                cost = money(own.cost),
                money_unit = case.money_unit()
            )
        };
        let (text, short) = (text(distance(document, own.objective)), text(String::new()));
        let role = if broken == 0 { Role::Good } else { Role::Bad };
        let begin = label("own");
        let way = |text, rules| [(begin.as_str(), Role::Accent), (text, Role::Text), (rules, role)];
        let ways = [way(text.as_str(), rules.as_str()), way(&text, counted.as_str()), way(short.as_str(), &counted)];
        canvas.ways(area, &ways.each_ref().map(|way| &way[..]));
    } else {
        let errors = document.snapshot.stopping();
        let text = say!("portfolio-cannot-measured-while", errors = errors);
        canvas.pieces(area, &[(&label("own"), Role::Accent), (&text, Role::Warn)]);
    }
}

/// How far the own portfolio is from the best one, where that is known.
fn distance(document: &Document, own: Decimal) -> String {
    let best = document.best.shown.as_ref().filter(|_| !document.is_stale());
    let best = best.and_then(|shown| Some((shown.answer.evaluation.as_ref()?.objective, shown.answer.status)));
    match best {
        Some((best, Status::Optimal)) if best >= own => say!("portfolio-best-below-best", best = fixed(best - own, 4)),
        Some((best, _)) if best >= own => say!("portfolio-best-below-best-known", best = fixed(best - own, 4)),
        _ => String::new(),
    }
}

/// The best explanation so far, while why nothing is possible is looked for.
pub(crate) fn so_far(running: &Running) -> Option<String> {
    let conflict = running.progress.conflict.as_ref()?;
    Some(say!("portfolio-conflict-so-far", rules = conflict.rules.len(), together = together(conflict)))
}

/// How far a search is, in words: what it does, best so far, bound, gap, nodes, seconds. Once it is known that no portfolio is
/// possible, only what is looked for then.
pub(crate) fn progress_words(app: &App, running: &Running) -> String {
    let progress = &running.progress;
    let seconds = number::seconds(progress.seconds, 1);
    let stop = app.keymap.shown(C::CancelJob, &[Context::Case]);
    if running.finds_why() {
        return say!(
            "portfolio-no-portfolio-keeps-every",
            doing = progress.stage.words(),
            seconds = seconds,
            stop_key = stop
        );
    }
    if let (Purpose::Complete, Step::Most { kept, at_most }) = (running.purpose, running.step) {
        return say!(
            "portfolio-no-portfolio-keeps-every-rule",
            kept = kept,
            at_most = at_most,
            seconds = seconds,
            stop = stop
        );
    }
    let number = |value: Option<Decimal>| value.map_or_else(|| say!("portfolio-none-yet"), |value| fixed(value, 4));
    say!(
        "portfolio-stage-best-best",
        stage = progress.stage.words(),
        best = number(progress.best),
        bound = number(progress.bound),
        gap = number(progress.gap),
        nodes = progress.nodes,
        seconds = seconds,
        stop = stop
    )
}

/// Draws what an answer gives and what is proven of it; gives the cells that the first line takes.
fn draw_answer(app: &App, canvas: &mut Canvas<'_>, area: Rect, case: &Case, answer: &Answer) -> u16 {
    let Some(evaluation) = &answer.evaluation else {
        if answer.status != Status::Infeasible {
            let text = say!("portfolio-search-stopped-before-portfolio-2");
            let text = app.said(&text);
            return canvas.pieces(row(area, 0), &[(&label("stopped"), Role::Warn), (&text, Role::Text)]);
        }
        let words = answer.conflict.as_ref().map_or_else(String::new, together);
        let repair = answer.conflict.as_ref().and_then(|conflict| conflict.repair.as_deref()).unwrap_or_default();
        let used = canvas.pieces(
            row(area, 0),
            &[
                (&label("infeasible"), Role::Bad),
                (&say!("portfolio-no-portfolio-keeps-every-3"), Role::Text),
                (&words, Role::Text),
            ],
        );
        let key = app.keymap.shown(C::ExplainCandidate, &[Context::Screen(Screen::PORTFOLIO)]);
        canvas.pieces(
            row(area, 1),
            &[
                (&label("way out"), Role::Accent),
                (&key, Role::Key),
                (&say!("portfolio-shows-all"), Role::Dim),
                (repair, Role::Text),
            ],
        );
        return used;
    };
    let sum = if evaluation.points.is_zero() {
        String::new()
    } else {
        say!(
            "portfolio-gain-gain-evaluation",
            gain = signed(evaluation.gain, 2),
            evaluation = signed(evaluation.points, 2)
        )
    };
    let text = |sum: &str| {
        say!(
            "portfolio-objective-index-points",
            objective = signed(evaluation.objective, 4),
            sum = sum,
            cost = money(evaluation.cost),
            money_unit = case.money_unit(),
            evaluation = evaluation.picks.len()
        )
    };
    let (begin, text, short) = (label("recommended"), text(&sum), text(""));
    let way = |text| [(begin.as_str(), Role::Accent), (text, Role::Text)];
    let used = canvas.ways(row(area, 0), &[&way(text.as_str()), &way(short.as_str())]);
    let (begin, role) = match answer.status {
        Status::Optimal => (label("proven"), Role::Good),
        _ => (label("not proven"), Role::Warn),
    };
    let bound = answer.bound.map_or_else(|| word("none"), |bound| fixed(bound, 6));
    let gap = answer.gap.map_or_else(|| "?".to_string(), |gap| fixed(gap, 6));
    let proof = say!(
        "portfolio-bound-bound-gap",
        bound = bound,
        gap = gap,
        seconds = fixed(answer.solver.seconds, 1),
        nodes = answer.solver.nodes
    );
    let by = format!("{proof}, {} {}", answer.solver.name, answer.solver.version);
    let way = |text| [(begin.as_str(), role), (text, Role::Dim)];
    canvas.ways(row(area, 1), &[&way(by.as_str()), &way(proof.as_str())]);
    used
}
