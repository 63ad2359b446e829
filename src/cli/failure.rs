//! What goes wrong, how it is said, and with which exit code the program ends.

use crate::say;
use std::fmt::Display;
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use super::parser_words;
use super::tell::complain;
use crate::analyse::{self, MergeError};
use crate::store::StoreError;

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// Everything asked for was done.
    Done = 0,
    /// The input is wrong, or the work failed.
    Failed = 1,
    /// The program was called wrongly.
    Usage = 2,
    /// No portfolio is possible.
    Impossible = 3,
    /// The search was stopped before its proof; only with `--require-optimal`.
    NotProven = 4,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        ExitCode::from(code as u8)
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Failure(Box<Kind>);

#[derive(Debug)]
enum Kind {
    /// A message of our own, with hints.
    Message { code: Code, message: String, hints: Vec<String> },
    /// What the parser of the arguments says; also help and version.
    Arguments(clap::Error),
    /// Whoever read our output has had enough: not all of it was written, and nobody is there to be told.
    BrokenPipe,
}

impl Failure {
    /// The input is wrong or the work failed.
    pub fn failed(message: impl Display) -> Self {
        Self::message(Code::Failed, message)
    }

    /// The program was called wrongly.
    pub fn usage(message: impl Display) -> Self {
        Self::message(Code::Usage, message)
    }

    fn message(code: Code, message: impl Display) -> Self {
        Self(Box::new(Kind::Message { code, message: message.to_string(), hints: Vec::new() }))
    }

    /// Adds a hint: how to go on.
    #[must_use]
    pub fn hint(mut self, hint: impl Display) -> Self {
        if let Kind::Message { hints, .. } = self.0.as_mut() {
            hints.push(hint.to_string());
        }
        self
    }

    /// Adds a hint, if there is one.
    #[must_use]
    pub fn maybe_hint(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    /// Writing the output failed.
    pub fn writing(error: &std::io::Error, target: &str) -> Self {
        if error.kind() == ErrorKind::BrokenPipe {
            return Self(Box::new(Kind::BrokenPipe));
        }
        Self::failed(say!("failure-target-could-not", target = target, why = plain(error)))
    }

    /// Says it on standard error and gives the exit code. Nothing is said to a reader that has gone.
    pub(super) fn report(self) -> ExitCode {
        match *self.0 {
            Kind::Message { code, message, hints } => {
                let hints = hints.iter().map(|hint| say!("failure-hint", hint = hint));
                let lines = std::iter::once(say!("failure-error", message = message)).chain(hints);
                lines.for_each(|line| super::tell::message(&line));
                code.into()
            }
            Kind::Arguments(error) if error.use_stderr() => {
                complain(&error.render().to_string());
                Code::Usage.into()
            }
            Kind::Arguments(help) => match help.print().and_then(|()| std::io::stdout().flush()) {
                Ok(()) => Code::Done.into(),
                Err(error) => Self::writing(&error, &say!("failure-standard-output")).report(),
            },
            Kind::BrokenPipe => Code::Failed.into(),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Io { path, what: "reading", error } => {
                Self::failed(say!("failure-path-cannot-read", path = path.display(), why = plain(&error)))
            }
            other => Self::failed(other),
        }
    }
}

/// The error of the system in words, without its number.
pub(super) fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => say!("failure-folder-does-not"),
        ErrorKind::PermissionDenied => say!("failure-permission-denied"),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}

impl From<analyse::Failure> for Failure {
    fn from(failure: analyse::Failure) -> Self {
        Self::failed(failure)
    }
}

impl From<MergeError> for Failure {
    fn from(error: MergeError) -> Self {
        let failure = Self::failed(&error);
        match error {
            MergeError::Untrue(_) => failure.hint(say!("failure-part-was-changed")),
            _ => failure,
        }
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        match parser_words::complaint(&error) {
            Some((message, hints)) => Self(Box::new(Kind::Message { code: Code::Usage, message, hints })),
            None => Self(Box::new(Kind::Arguments(error))),
        }
    }
}
