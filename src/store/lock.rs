//! An advisory lock, so that two planners who open the same case know of each other.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{Read, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::StoreError;
use crate::say;

/// The file in the case's folder that is locked while the case is open.
pub const LOCK_FILE: &str = ".beslismacht-lock";

/// This many bytes of what another session left are read.
const LONGEST: u64 = 1_000;

/// So often the lock is tried where other sessions take it and let it go all the time.
const TRIES: usize = 1_000;

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
        let mut tries = 0;
        loop {
            let file = super::file::open_own(&path).map_err(StoreError::io(&path, "locking"))?;
            tries += 1;
            // Where a file system never says twice the same of a file, the lock is taken as it is.
            if let Some(lock) = Self::claim(path.clone(), file, who, tries > TRIES)? {
                return Ok(lock);
            }
        }
    }

    /// Locks an open file; `None` if it was deleted since it was opened, so that another one locks the case by now.
    fn claim(path: PathBuf, mut file: File, who: &str, at_last: bool) -> Result<Option<Self>, StoreError> {
        match file.try_lock() {
            Ok(()) if at_last || is_at(&file, &path) => {}
            Ok(()) => return Ok(None),
            Err(TryLockError::WouldBlock) => {
                let mut other = String::new();
                let _ = Read::by_ref(&mut file).take(LONGEST).read_to_string(&mut other);
                let mut other = other.trim().to_owned();
                if other.is_empty() {
                    other = say!("lock-somebody");
                }
                // The lock is taken when the case is opened, so that the file is as old as that.
                let since = fs::metadata(&path).and_then(|it| it.modified()).ok();
                let since = since.and_then(|it| it.duration_since(UNIX_EPOCH).ok()).map(|it| it.as_secs());
                return Err(StoreError::Locked(OpenElsewhere { who: other, since, offset: None }));
            }
            Err(TryLockError::Error(error)) => return Err(StoreError::io(&path, "locking")(error)),
        }
        // On a full disk nobody is told who it is, but the case is locked all the same.
        let _ =
            file.set_len(0).and_then(|()| file.seek(SeekFrom::Start(0))).and_then(|_| file.write_all(who.as_bytes()));
        Ok(Some(Self { path, file }))
    }
}

/// Who has a case open, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenElsewhere {
    /// What the session left: a name and a machine or a process.
    pub who: String,
    /// Seconds since the beginning of 1970, where the system says.
    pub since: Option<u64>,
    /// How many seconds the clocks of the reader were east of UTC then; none where that is not known, or nobody asked.
    pub offset: Option<i64>,
}

impl fmt::Display for OpenElsewhere {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.since {
            None => to.write_str(&self.who),
            Some(since) => {
                let local = since.saturating_add_signed(self.offset.unwrap_or(0));
                let day = crate::messages::day(&utc(UNIX_EPOCH + Duration::from_secs(local)));
                let time = time_of_day(since, self.offset);
                to.write_str(&say!("lock-since", who = self.who, day = day, time = time))
            }
        }
    }
}

/// Whether a file is the one that stands at a path, and not one that stood there before.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let which = |it: fs::Metadata| (it.dev(), it.ino());
    let (one, other) = (file.metadata().map(which), fs::symlink_metadata(path).map(which));
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}

/// Elsewhere a file that is open cannot be deleted.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// The time of the day of a moment, in seconds since the beginning of 1970, as people write it: `10:05` where their clocks are known
/// to be so many seconds east of UTC, else `09:05 UTC`.
pub fn time_of_day(seconds: u64, offset: Option<i64>) -> String {
    let minutes = seconds.saturating_add_signed(offset.unwrap_or(0)) / 60;
    let zone = if offset.is_none() { " UTC" } else { "" };
    format!("{:02}:{:02}{zone}", minutes / 60 % 24, minutes % 60)
}

/// A moment in UTC as programs write it: `2026-11-24T09:05:12Z`.
pub(super) fn utc(time: SystemTime) -> String {
    let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (year, month, day) = date(seconds / (24 * 60 * 60));
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The day that is this many days after the first of January 1970.
fn date(days: u64) -> (u64, u64, u64) {
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (mut rest, mut year) = (days, 1970);
    while rest >= 365 + u64::from(leap(year)) {
        rest -= 365 + u64::from(leap(year));
        year += 1;
    }
    let february = 28 + u64::from(leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    (year, month, rest + 1)
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn a_lock_file_that_was_deleted_meanwhile_locks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path(), "the first").unwrap();
        let old = File::open(folder.path().join(LOCK_FILE)).unwrap();
        drop(first);
        let second = Lock::take(folder.path(), "the second").unwrap();
        let third = Lock::claim(folder.path().join(LOCK_FILE), old, "the third", false).unwrap();
        assert!(third.is_none(), "the third session has the file of the first, which locks nothing any more");
        let refused = Lock::take(folder.path(), "the third").unwrap_err();
        assert!(matches!(&refused, StoreError::Locked(it) if it.who == "the second"), "{refused}");
        drop(second);
    }

    /// The first session closes the case, the second opens it, and the third had the file open before it was deleted.
    #[test]
    fn only_one_of_many_sessions_has_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let holders = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let mut taken = 0;
                    while taken < 200 {
                        let Ok(lock) = Lock::take(folder.path(), "a test") else { continue };
                        assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0, "two sessions have the lock");
                        std::thread::yield_now();
                        holders.fetch_sub(1, Ordering::SeqCst);
                        drop(lock);
                        taken += 1;
                    }
                });
            }
        });
        assert!(!folder.path().join(LOCK_FILE).exists(), "the last one takes the file away");
    }

    #[test]
    fn a_moment_is_written_as_the_clocks_of_the_reader_say() {
        let at = |since, offset| OpenElsewhere { who: "Anna".to_owned(), since: Some(since), offset }.to_string();
        assert_eq!(at(0, None), "Anna, since 1 January 1970, 00:00 UTC,");
        assert_eq!(at(951_782_399, None), "Anna, since 28 February 2000, 23:59 UTC,");
        assert_eq!(at(951_782_399, Some(3600)), "Anna, since 29 February 2000, 00:59,");
        assert_eq!(at(951_868_800, Some(-18_000)), "Anna, since 29 February 2000, 19:00,");
        assert_eq!(at(1_735_689_600, Some(0)), "Anna, since 1 January 2025, 00:00,");
    }
}
