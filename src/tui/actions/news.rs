//! What an edit did to the recommendation, in one line.

use crate::say;
use crate::session::Shown;
use crate::tui::text::width;
use crate::tui::widgets::number::signed;

pub(super) struct News {
    value: String,
    details: String,
}

impl News {
    /// The line that says it, behind what was said before as far as there is room.
    pub fn line(&self, before: Option<&str>, room: usize) -> String {
        let whole = format!("{}: {}.", self.value, self.details);
        let Some(before) = before else { return whole };
        let lines = [format!("{before}  {whole}"), format!("{before}  {}.", self.value)];
        lines.into_iter().find(|line| width(line) <= room).unwrap_or_else(|| before.to_owned())
    }
}

/// Names that are told before the rest is counted.
const NAMES: usize = 3;

/// What differs between two recommendations: the objective, which candidates came in and went out, how many are done otherwise.
/// `None` if one of them holds no portfolio.
pub(super) fn since(before: &Shown, now: &Shown) -> Option<News> {
    let objective = |shown: &Shown| shown.answer.evaluation.as_ref().map(|evaluation| evaluation.objective);
    let (old, new) = (objective(before)?, objective(now)?);
    let only = |these: &Shown, others: &Shown| -> Vec<String> {
        these.picks.keys().filter(|id| !others.picks.contains_key(*id)).cloned().collect()
    };
    let (came, went) = (only(now, before), only(before, now));
    let otherwise = now.picks.iter().filter(|(id, pick)| before.picks.get(*id).is_some_and(|old| old != *pick)).count();
    let mut parts = Vec::new();
    if !came.is_empty() {
        parts.push(say!("news-came-in", candidates = told(&came)));
    }
    if !went.is_empty() {
        parts.push(say!("news-went-out", candidates = told(&went)));
    }
    match otherwise {
        0 => {}
        1 => parts.push(say!("news-pick-has-another")),
        many => parts.push(say!("news-many-picks-have", many = many)),
    }
    let value = if old == new {
        say!("news-recommended-before-what", objective = signed(new, 2))
    } else {
        say!("news-recommended-what-was", objective = signed(new, 2), old = signed(old, 2))
    };
    let details = if parts.is_empty() { say!("news-same-picks") } else { parts.join("; ") };
    Some(News { value, details })
}

fn told(ids: &[String]) -> String {
    let shown = ids.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
    match ids.len().saturating_sub(NAMES) {
        0 => shown,
        more => say!("news-shown-more-more", names = shown, more = more),
    }
}
