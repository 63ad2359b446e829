//! What an edit did to the recommendation, in one line.

use crate::model::Case;
use crate::say;
use crate::session::{Shown, UserPick};
use crate::tui::text::width;
use crate::tui::widgets::number::signed;
use litemap::LiteMap;

pub(super) struct News {
    /// The value.
    value: String,
    /// What came in, went out and moved: the first few of each, and all.
    details: [String; 2],
}

impl News {
    /// The line that says it, with what was said before; that has a line of its own where there is no room for both.
    pub fn line(&self, before: Option<&str>, room: usize) -> String {
        let [details, _] = &self.details;
        let (value, whole) = (format!("{}.", self.value), format!("{}: {details}.", self.value));
        let own = if width(&whole) <= room { &whole } else { &value };
        let Some(before) = before.filter(|before| !before.is_empty()) else { return own.clone() };
        let lines = [format!("{before}  {whole}"), format!("{before}  {value}")];
        let fits = |line: &String| !line.contains('\n') && width(line) <= room;
        lines.into_iter().find(fits).unwrap_or_else(|| format!("{before}\n{own}"))
    }

    /// All of it, to be read at leisure.
    pub fn whole(&self, before: Option<&str>) -> String {
        let whole = format!("{}: {}.", self.value, self.details[1]);
        before.map_or_else(|| whole.clone(), |before| format!("{before}\n\n{whole}"))
    }
}

/// Names that are told before the rest is counted, in a line.
const NAMES: usize = 3;

/// What differs between two recommendations: the objective, which candidates came in, went out, moved. `None` where both hold no
/// portfolio.
pub(super) fn since(before: &Shown, now: &Shown) -> Option<News> {
    let objective = |shown: &Shown| shown.answer.evaluation.as_ref().map(|evaluation| evaluation.objective);
    let value = match (objective(before), objective(now)) {
        (Some(old), Some(new)) if old == new => say!("news-recommended-before-what", objective = signed(new, 2)),
        (Some(old), Some(new)) => {
            say!("news-recommended-what-was", objective = signed(new, 2), old = signed(old, 2))
        }
        (None, Some(new)) => say!("news-possible-again", objective = signed(new, 2)),
        (Some(_), None) => {
            let (value, details) = (say!("news-impossible-now"), say!("news-undo-or-repair"));
            return Some(News { value, details: [details.clone(), details] });
        }
        (None, None) => return None,
    };
    let details = between((&before.case, &before.picks), (&now.case, &now.picks));
    Some(News { value, details: details.unwrap_or_else(|| [say!("news-same-picks"), say!("news-same-picks")]) })
}

/// Picks by the candidates' ids.
type Picks = LiteMap<String, UserPick>;

/// What came in, went out and moved between two portfolios, by name: the first few of each, and all. `None` where nothing did.
pub(super) fn between(before: (&Case, &Picks), now: (&Case, &Picks)) -> Option<[String; 2]> {
    let name = |case: &Case, id: &str| {
        let known = case.candidate_by_id(id).map(|ix| case[ix].name.clone());
        known.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_owned())
    };
    let only = |these: (&Case, &Picks), others: &Picks| -> Vec<String> {
        these.1.keys().filter(|id| !others.contains_key(*id)).map(|id| name(these.0, id)).collect()
    };
    let moved = now.1.iter().filter_map(|(id, new)| {
        let old = before.1.get(id).filter(|old| *old != new)?;
        Some(format!("{} {}", name(now.0, id), new.moved(old, now.0)))
    });
    let moved: Vec<String> = moved.collect();
    let (came, went) = (only(now, before.1), only(before, now.1));
    if came.is_empty() && went.is_empty() && moved.is_empty() {
        return None;
    }
    Some([NAMES, usize::MAX].map(|most| {
        let mut parts = Vec::new();
        if !came.is_empty() {
            parts.push(say!("news-came-in", candidates = told(&came, most)));
        }
        if !went.is_empty() {
            parts.push(say!("news-went-out", candidates = told(&went, most)));
        }
        if !moved.is_empty() {
            parts.push(say!("news-moved", candidates = told(&moved, most)));
        }
        parts.join("; ")
    }))
}

fn told(names: &[String], most: usize) -> String {
    let shown = names.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(most) {
        0 => shown,
        more => say!("news-shown-more-more", names = shown, more = more),
    }
}
