//! An advisory lock, so that two planners who open the same case know of each other.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::StoreError;

/// The file in the case's folder that is locked while the case is open.
pub const LOCK_FILE: &str = ".beslismacht-lock";

/// The lock on a case, held until it is dropped. The system gives it back when the program ends in whatever way.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock; `who` is what another planner is told, such as a name and a process number.
    ///
    /// # Errors
    /// [`StoreError::Locked`] with what the other planner left, where somebody has it; and the system's refusals, such
    /// as a folder that cannot be written.
    pub fn take(folder: &Path, who: &str) -> Result<Self, StoreError> {
        let path = folder.join(LOCK_FILE);
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(&path).map_err(StoreError::io(&path, "locking"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut other = String::new();
                let _ = file.read_to_string(&mut other);
                let other = other.trim();
                return Err(StoreError::Locked(if other.is_empty() { "by somebody" } else { other }.to_owned()));
            }
            Err(TryLockError::Error(error)) => return Err(StoreError::io(&path, "locking")(error)),
        }
        let noted =
            file.set_len(0).and_then(|()| file.seek(SeekFrom::Start(0))).and_then(|_| file.write_all(who.as_bytes()));
        noted.map_err(StoreError::io(&path, "locking"))?;
        Ok(Self { path, file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}
