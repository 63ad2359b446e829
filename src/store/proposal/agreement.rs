//! Who has agreed to a proposal, and whose word is still to come. An agreement is the other side's: who puts a proposal forward
//! has said yes by that, and every other ministry that pays for a pick of it has to say so for itself.

use super::{By, Proposal, State};
use crate::say;

impl Proposal {
    /// Who put it on the table last.
    pub fn put_forward_by(&self) -> &By {
        let last = self.remarks.iter().rfind(|it| it.state == Some(State::Proposed));
        last.map_or(&self.by, |it| &it.by)
    }

    /// Who has agreed since it was put forward last, or its picks changed: of each side its last word.
    pub fn agreed_by(&self) -> Vec<&By> {
        self.words(State::Agreed)
    }

    /// The ministries, by id, that pay for a pick of it and have not agreed to it as it stands. That of who put it forward is none of them.
    pub fn awaits(&self) -> Vec<String> {
        let from = self.put_forward_by();
        // Of who speaks for no ministry nobody can tell whose word is missing: anybody else's is the other side's.
        if from.ministry.is_empty() {
            return Vec::new();
        }
        let agreed = self.agreed_by();
        let mut missing = payers(&self.picks);
        missing.retain(|id| *id != from.ministry && !agreed.iter().any(|by| by.ministry == *id));
        missing
    }

    /// Why this person may not agree to it, if so.
    pub fn kept_from_agreeing(&self, by: &By) -> Option<String> {
        let (name, from) = (&self.name, self.put_forward_by());
        match self.state {
            State::Draft => return Some(say!("proposal-still-draft", name = name)),
            State::Agreed => return Some(say!("proposal-agreed-already", name = name)),
            State::Proposed | State::Rejected => {}
        }
        if !from.author.is_empty() && from.author == by.author {
            return Some(say!("proposal-agree-own", name = name));
        }
        if !from.ministry.is_empty() && from.ministry == by.ministry {
            return Some(say!("proposal-agree-own-ministry", name = name, author = from.author));
        }
        if by.ministry.is_empty() && !self.awaits().is_empty() {
            return Some(say!("proposal-agree-for-whom"));
        }
        let refused = self.words(State::Rejected);
        let other = refused.iter().find(|it| side(it) != side(by));
        other.map(|it| say!("proposal-turned-down-by", name = name, author = it.author))
    }

    /// The state that follows from what each side said last, for one that is on the table.
    pub(super) fn settled(&self) -> State {
        if !self.words(State::Rejected).is_empty() {
            State::Rejected
        } else if !self.agreed_by().is_empty() && self.awaits().is_empty() {
            State::Agreed
        } else {
            State::Proposed
        }
    }

    /// The state that follows from all that was said of it; `None` where the file says another, as earlier versions wrote it, or nothing
    /// was said yet.
    pub fn state_of_remarks(&self) -> Option<State> {
        let last = self.remarks.iter().rfind(|it| matches!(it.state, Some(State::Proposed | State::Draft)));
        let state = match last.and_then(|it| it.state) {
            Some(State::Draft) if self.words(State::Rejected).is_empty() => State::Draft,
            _ => self.settled(),
        };
        self.is_spoken_of().then_some(state)
    }

    /// Whether somebody has said yes or no since it was put forward.
    pub(super) fn is_spoken_of(&self) -> bool {
        self.remarks.iter().any(|it| it.state.is_some())
    }

    /// The sides whose last word is this state, since it was put forward.
    fn words(&self, state: State) -> Vec<&By> {
        let is_start = |it: &super::Remark| matches!(it.state, Some(State::Proposed | State::Draft));
        let start = self.remarks.iter().rposition(is_start).map_or(0, |at| at + 1);
        let said: Vec<_> = self.remarks[start..].iter().filter(|it| it.state.is_some()).collect();
        let last = said
            .iter()
            .enumerate()
            .filter(|(at, it)| !said[at + 1..].iter().any(|other| side(&other.by) == side(&it.by)));
        last.filter(|(_, it)| it.state == Some(state)).map(|(_, it)| &it.by).collect()
    }
}

/// For whom somebody speaks: a ministry, else for himself.
fn side(by: &By) -> (&str, &str) {
    if by.ministry.is_empty() { ("", &by.author) } else { (&by.ministry, "") }
}

/// The ministries that pay a part of a pick, by id.
fn payers(picks: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(picks.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let shares: Vec<(usize, &str)> =
        header.iter().enumerate().filter_map(|(at, name)| Some((at, name.strip_prefix("share_")?))).collect();
    let rows: Vec<csv::StringRecord> = reader.records().flatten().collect();
    let pays = |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|share| !share.is_empty() && share != "0"));
    shares.into_iter().filter(|(at, _)| pays(*at)).map(|(_, id)| id.to_owned()).collect()
}
