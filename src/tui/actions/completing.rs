//! Completing the own portfolio: what is asked for, and what becomes of the answer.

use crate::analyse::complete::{Completion, Fewest, Kept, Step};
use crate::measure::{Evaluation, Rule};
use crate::messages::list;
use crate::model::{Candidate, Case};
use crate::optimise::{Progress, ProofStatus};
use crate::say;
use crate::session::{ByHand, UserPick, UserPortfolio, count_of};
use crate::tui::event::Effect;
use crate::tui::state::{Answer, App, Command, Confirm, Document, Popup};
use crate::tui::widgets::number::{fixed, money, signed};
use std::fmt::Write as _;
use std::sync::Arc;

/// Has the own portfolio completed, in the years and with the shares that the planner set by hand.
pub(crate) fn complete(document: &Document, job: u64) -> Effect {
    let mut case = document.snapshot.case.clone();
    let own = &document.own.picks;
    for candidate in &mut Arc::make_mut(&mut case).candidates {
        if let Some(pick) = own.get(&candidate.id) {
            hold(candidate, pick, document.by_hand.get(&candidate.id));
        }
    }
    let picks = case.candidate_ixs().filter(|&ix| own.contains_key(&case[ix].id)).collect();
    let put_in = document.history.last_put_in(&document.own);
    let keep = put_in.iter().filter_map(|id| case.candidate_by_id(id)).collect();
    let known = std::iter::once(document.snapshot.own.clone()).chain(document.recommended()).collect();
    Effect::Complete { job, case, picks, keep, known }
}

/// Keeps the year and the shares that the planner set by hand.
fn hold(candidate: &mut Candidate, pick: &UserPick, by_hand: Option<&ByHand>) {
    if by_hand.is_some_and(|it| it.start == Some(pick.start)) {
        (candidate.start_from, candidate.start_to) = (pick.start, pick.start);
    }
    if by_hand.is_some_and(|it| it.shares.as_ref() == Some(&pick.shares)) {
        for (range, &share) in candidate.shares.iter_mut().zip(&pick.shares) {
            (range.min, range.max) = (share, share);
        }
    }
}

/// News of completing the own portfolio.
pub(crate) fn completing(app: &mut App, job: u64, step: Step, progress: Progress) {
    if let Some(running) = app.search(job) {
        running.step = step;
        running.progress = progress;
    }
}

/// The own portfolio was completed, or could not be.
pub(crate) fn completion(app: &mut App, job: u64, completion: Result<Box<Completion>, String>) {
    if app.search(job).is_none() {
        return;
    }
    let Some(document) = &mut app.document else { return };
    document.best.running = None;
    let completion = match completion {
        Ok(completion) => *completion,
        Err(error) => return app.warn(error),
    };
    let Some((portfolio, gives)) = &completion.reply.found else {
        return if completion.reply.known == ProofStatus::Impossible {
            app.warn(say!("completing-no-portfolio-keeps-every"));
        } else {
            app.note(say!("completing-stopped-before-your"));
        };
    };
    let own = UserPortfolio::of(document.case(), portfolio);
    let told = completed(document, &own, gives);
    if completion.out.is_empty() {
        let before = document.own.clone();
        super::own::set(app, say!("completing-own-portfolio-completed-2"), own);
        app.note(say!("completing-own-portfolio-completed", changes = told));
        return super::own::tell_since(app, &before);
    }
    let ask = in_the_way(document, &completion, (own, &told));
    app.popups.push(Popup::Confirm(ask));
}

/// Rules that the own portfolio breaks as it stands are told up to this many.
const BROKEN: usize = 4;

/// Which picks have to go so that the others can stand together, and what they could become.
fn in_the_way(document: &Document, completion: &Completion, (own, told): (UserPortfolio, &str)) -> Confirm {
    let case = document.case();
    let all = document.own.picks.len();
    let ids: Vec<String> = completion.out.iter().map(|&ix| case[ix].id.clone()).collect();
    let names: Vec<String> = completion.out.iter().map(|&ix| case[ix].name.clone()).collect();
    let lines = names.iter().map(|name| format!("  {name}")).collect::<Vec<_>>().join("\n");
    let how = match completion.fewest {
        Fewest::Proven => say!("completing-proven-no-fewer"),
        Fewest::AtMost(most) => say!("completing-search-was-stopped", most = most),
    };
    let put_in = document.history.last_put_in(&document.own);
    let put_in: Vec<String> =
        put_in.iter().filter_map(|id| case.candidate_by_id(id)).map(|ix| case[ix].name.clone()).collect();
    let room = match completion.kept {
        Kept::NotAsked => String::new(),
        Kept::Stay => say!("completing-put-in-stays", names = list(&put_in)),
        Kept::CannotStay => say!("completing-put-in-cannot-stay", count = put_in.len(), names = list(&put_in)),
    };
    let mut text = say!(
        "completing-no-portfolio-keeps",
        room = room,
        all = all,
        together = all - ids.len(),
        without = lines,
        certainty = how,
        completed = told
    );
    if let Some(gives) = &document.snapshot.own_evaluation {
        let budget = case.total_budget();
        if gives.cost > budget {
            let unit = case.money_unit();
            text.push_str(&say!(
                "completing-your-picks-alone",
                cost = money(gives.cost),
                unit = unit,
                budget = money(budget)
            ));
        }
        let broken = gives.broken().filter(|verdict| !is_mended_by_more(case, verdict.rule));
        let broken: Vec<String> = broken.map(|verdict| verdict.sentence(case)).collect();
        if !broken.is_empty() {
            text.push_str(&say!("completing-they-stand-your", rules = broken.len()));
            broken.iter().take(BROKEN).for_each(|sentence| {
                let _ = write!(text, "\n  {sentence}");
            });
        }
    }
    let step = say!("completing-own-portfolio-completed-without", candidates = names.join(", "));
    let answers = vec![
        Answer::new(Command::Yes, say!("completing-leave-these-out-complete"), move |app| {
            super::own::set(app, step.clone(), own.clone());
        }),
        Answer::new(Command::ThrowAway, say!("completing-only-take-these-out"), move |app| let_go(app, &ids)),
        Answer::leave(Command::No, say!("completing-leave-your-own-portfolio")),
    ];
    Confirm::new(say!("completing-your-own-portfolio"), text, answers)
}

/// Whether more picks can fix a rule that is broken: it asks for something that may still come.
fn is_mended_by_more(case: &Case, rule: Rule) -> bool {
    match rule {
        Rule::LockedIn(_)
        | Rule::Floor(_)
        | Rule::DomainFloor(_)
        | Rule::TakeoverFloor(_)
        | Rule::LimitMin(_)
        | Rule::DomainsAtTarget => true,
        Rule::Relation(at) => case.relations[at].asks_for_more(),
        _ => false,
    }
}

/// What became of the own portfolio when it was completed.
fn completed(document: &Document, now: &UserPortfolio, gives: &Evaluation) -> String {
    let before = &document.own.picks;
    let added = now.picks.keys().filter(|id| !before.contains_key(*id)).count();
    let kept = || now.picks.iter().filter_map(|(id, pick)| Some((before.get(id)?, pick)));
    let moved = kept().filter(|(old, new)| old.start != new.start).count();
    let shared = kept().filter(|(old, new)| old.shares != new.shares).count();
    let mut parts = vec![say!("completing-added", added = added)];
    if moved > 0 {
        parts.push(say!("completing-moved", starts = count_of(moved, "start")));
    }
    if shared > 0 {
        parts.push(say!("completing-count-shared-otherwise", bills = shared));
    }
    parts.push(signed(gives.objective, 2));
    let best = document.best.shown.as_ref().filter(|_| !document.is_stale());
    let best = best.and_then(|shown| Some(shown.answer.evaluation.as_ref()?.objective));
    if let Some(below) = best.map(|best| best - gives.objective).filter(|below| !below.is_sign_negative()) {
        parts.push(if below <= crate::optimise::SAME {
            say!("completing-good-recommended-one")
        } else {
            say!("completing-below-below-recommended", below = fixed(below, 2))
        });
    }
    parts.join(", ")
}

/// Takes picks out of the own portfolio.
pub(crate) fn let_go(app: &mut App, ids: &[String]) {
    let Some(document) = &app.document else { return };
    let mut own = document.own.clone();
    own.picks.retain(|id, _| !ids.contains(id));
    let case = document.case();
    let name = |id: &String| case.candidate_by_id(id).map_or_else(|| id.clone(), |ix| case[ix].name.clone());
    let names = ids.iter().map(name).collect::<Vec<_>>().join(", ");
    super::own::set(app, say!("completing-what-out-own", candidates = names), own);
}
