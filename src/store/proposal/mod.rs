//! Proposals: portfolios with a name, an author and a state, each a readable file of its own in a folder of the case, so that
//! several people write them at once and version control keeps them.
//!
//! These files know each other: a proposal is read from its file, and the file says what a proposal is.

mod agreement;
mod file;
mod on_disk;

use std::time::SystemTime;

use super::lock::utc;
use super::sha256;
use crate::model::Workbook;
use crate::model::visible::is_hidden;
use crate::say;

pub use on_disk::{is_inside, looks, perform, perform_logged, read_all};

/// The longest name of a proposal or a person, in characters.
pub const LONGEST_TITLE: usize = 80;

/// The longest remark, in characters.
pub const LONGEST_REMARK: usize = 2_000;

/// How far a proposal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum State {
    /// Its author still works on it.
    #[default]
    Draft,
    /// It is on the table.
    Proposed,
    /// Every side has agreed, see [`Proposal::awaits`].
    Agreed,
    /// It is turned down.
    Rejected,
}

impl State {
    /// Every state, in the order of a proposal's life.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Proposed, Self::Agreed, Self::Rejected];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Rejected => "rejected",
        }
    }

    /// The state of this name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }
}

/// Who does something with a proposal, for which ministry, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct By {
    /// The person's name.
    pub author: String,
    /// The ministry, by id; empty where none was said.
    pub ministry: String,
    /// The moment, in UTC: `2026-11-24T09:05:12Z`.
    pub date: String,
}

impl By {
    /// This person, now.
    pub fn now(author: &str, ministry: &str) -> Self {
        #[expect(clippy::disallowed_methods, reason = "a proposal says when it was made; nothing is computed from it")]
        let date = utc(SystemTime::now());
        Self { author: author.to_owned(), ministry: ministry.to_owned(), date }
    }
}

/// What somebody said of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Who, and when.
    pub by: By,
    /// The state that it was given with these words, if it was.
    pub state: Option<State>,
    /// The words; may be empty where a state was given.
    pub text: String,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Its file, without the ending.
    pub stem: String,
    /// Its name.
    pub name: String,
    /// Who made it, and when.
    pub by: By,
    /// How far it has come.
    pub state: State,
    /// The hash of the case that it was made for, see [`case_hash`]; empty where it was not said.
    pub made_for: String,
    /// What was said of it, the oldest first.
    pub remarks: Vec<Remark>,
    /// Its picks, as a portfolio file has them.
    pub picks: String,
}

/// What is done with a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Its picks become these, made for the case with this hash, in this state; where there is none of its name it is made.
    Keep {
        /// The picks, as a portfolio file has them.
        picks: String,
        /// The hash of the case.
        made_for: String,
        /// The state.
        state: State,
    },
    /// It gets a state, with a remark that may be empty.
    Decide(State, String),
    /// Something is said of it.
    Remark(String),
    /// Its file is deleted.
    Delete,
}

impl Proposal {
    /// Does something with it; `None` where that deletes it.
    ///
    /// # Errors
    /// Why it may not be done, in a sentence.
    pub fn after(&self, deed: &Deed, by: &By) -> Result<Option<Self>, String> {
        let mut after = self.clone();
        match deed {
            Deed::Delete => return Ok(None),
            Deed::Keep { picks, made_for, state } => {
                if let Some(why) = self.kept_from(&by.author) {
                    return Err(why);
                }
                (after.picks, after.made_for, after.state) = (picks.clone(), made_for.clone(), *state);
                after.by = by.clone();
                // Who agreed did not agree to these.
                if self.is_spoken_of() {
                    after.remarks.push(Remark { by: by.clone(), state: Some(*state), text: String::new() });
                }
            }
            Deed::Decide(state, text) => {
                if let (State::Agreed, Some(why)) = (state, self.kept_from_agreeing(by)) {
                    return Err(why);
                }
                after.state = *state;
                after.remarks.push(Remark { by: by.clone(), state: Some(*state), text: remark(text)? });
                if *state == State::Agreed {
                    after.state = after.settled();
                }
            }
            Deed::Remark(text) => match remark(text)? {
                empty if empty.is_empty() => return Err(say!("proposal-remark-empty")),
                text => after.remarks.push(Remark { by: by.clone(), state: None, text }),
            },
        }
        Ok(Some(after))
    }

    /// Why this person may not change its picks, if so: it is somebody else's, or it is decided upon.
    pub fn kept_from(&self, author: &str) -> Option<String> {
        let made = !self.by.author.is_empty();
        if made && self.by.author != author {
            return Some(say!("proposal-of-another", name = self.name, author = self.by.author));
        }
        let decided = matches!(self.state, State::Agreed | State::Rejected);
        decided.then(|| say!("proposal-decided", name = self.name, state = crate::messages::word(self.state.id())))
    }
}

/// A remark as it is kept.
fn remark(text: &str) -> Result<String, String> {
    let text = seen(text).trim().to_owned();
    let most = LONGEST_REMARK;
    if text.chars().count() > most {
        return Err(say!("proposal-remark-long", most = most));
    }
    Ok(text)
}

/// What a reader sees of a text of several lines: what is pasted into a remark may hold characters that nobody sees.
fn seen(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|it| !is_hidden(*it) || matches!(it, '\n' | '\t')).collect()
}

/// What is wrong with a name for a proposal or a person.
pub fn title_problem(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some(say!("proposal-name-empty"));
    }
    if text.chars().count() > LONGEST_TITLE {
        return Some(say!("proposal-name-long", most = LONGEST_TITLE));
    }
    text.chars().any(is_hidden).then(|| say!("proposal-name-hidden"))
}

/// The hash of a case: that of the names and the texts of all its files, whatever ends their lines.
pub fn case_hash(workbook: &Workbook) -> String {
    let file = |(name, text): (String, String)| format!("{name} {}\n", sha256(text.replace("\r\n", "\n").as_bytes()));
    sha256(super::files_of(workbook).into_iter().map(file).collect::<String>().as_bytes())
}

/// The proposal that is meant: by its name as it is written, else in any case of letters, else by its file.
pub fn find<'a>(all: &'a [Proposal], name: &str) -> Option<&'a Proposal> {
    let name = name.trim();
    let lower = name.to_lowercase();
    let exact = all.iter().find(|it| it.name == name);
    exact
        .or_else(|| all.iter().find(|it| it.name.to_lowercase() == lower))
        .or_else(|| all.iter().find(|it| it.stem == name))
}

/// The proposal that a text says.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn read_text(text: &str) -> Result<Proposal, String> {
    file::read(text)
}

/// The text of a proposal; what `before` says else stays.
///
/// # Errors
/// Where that is no proposal.
pub fn text_of(proposal: &Proposal, before: &str) -> Result<String, String> {
    file::written(proposal, Some(before))
}

#[cfg(test)]
mod tests;
