//! A case on disk: reading its folder, and writing what changed.

mod decode;
mod open;

use std::io;
use std::path::{Path, PathBuf};

pub use open::{FileStamp, Opened, open, sha256};

/// Why a case could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder does not exist.
    #[error("There is no folder {0}. Check the path, or make a new case there with `beslismacht new`.")]
    NoFolder(PathBuf),
    /// The folder holds no case.
    #[error("The folder {0} holds no case: it has no case.toml. Name the folder in which case.toml stands.")]
    NoCase(PathBuf),
    /// The system refused.
    #[error("{path}: {what} failed: {error}.")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was tried, such as `reading`.
        what: &'static str,
        /// What the system said.
        error: io::Error,
    },
}

impl StoreError {
    /// A failure of the system.
    pub(crate) fn io(path: &Path, what: &'static str) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { path, what, error }
    }
}
