//! That the files of a case are read and written together: whoever saves does it alone, and whoever reads waits for it.
//!
//! The folder itself is locked for the moment that it takes, which needs no file in it and so works where nothing may be
//! written; where the file system does not lock folders, a file in it is. The system gives the lock back when the program ends in
//! whatever way. That somebody has a case open is another lock, [`super::Lock`].

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use super::StoreError;
use super::file::{self, Links};

/// The file that is locked where the folder cannot be.
const SAVING_FILE: &str = ".beslismacht-saving";

/// Saving takes a moment; whoever holds the lock for so long was stopped in the middle of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The files of a case, held for as long as this lives; empty where the file system knows no locks.
#[derive(Debug)]
pub(super) struct Hold {
    _files: Vec<File>,
}

impl Hold {
    /// Waits until nobody saves, and keeps others from saving.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where somebody saves without end.
    pub fn to_read(folder: &Path) -> Result<Self, StoreError> {
        let mut files = Vec::new();
        files.extend(lock(folder, File::open(folder).ok(), File::try_lock_shared)?);
        // Where somebody who saves had to lock a file instead, it is there.
        let file = file::open(&folder.join(SAVING_FILE), Links::None, OpenOptions::new().read(true)).ok();
        files.extend(lock(folder, file, File::try_lock_shared)?);
        Ok(Self { _files: files })
    }

    /// Waits until nobody reads or saves, and keeps others from it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where somebody else does without end.
    pub fn to_save(folder: &Path) -> Result<Self, StoreError> {
        let held = match lock(folder, File::open(folder).ok(), File::try_lock)? {
            Some(held) => Some(held),
            None => lock(folder, file::open_own(&folder.join(SAVING_FILE)).ok(), File::try_lock)?,
        };
        Ok(Self { _files: held.into_iter().collect() })
    }
}

/// How a file is locked: so that nobody may write meanwhile, or that nobody may read either.
type TryLock = fn(&File) -> Result<(), TryLockError>;

/// Locks an open file; `None` if it cannot be locked at all.
fn lock(folder: &Path, file: Option<File>, try_lock: TryLock) -> Result<Option<File>, StoreError> {
    let Some(file) = file else { return Ok(None) };
    let began = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        match try_lock(&file) {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) if began.elapsed() < PATIENCE => std::thread::sleep(pause),
            Err(TryLockError::WouldBlock) => return Err(StoreError::Busy(folder.to_owned())),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
        pause = (pause * 2).min(Duration::from_millis(5));
    }
}
