//! Single files: opened at once whatever stands there, without following a link to where nobody meant to look, and written in
//! one piece.

use crate::say;
use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::StoreError;
use crate::model::limits::{LARGEST_CASE, LARGEST_OWN, LARGEST_SETTINGS};
use crate::model::too_many::size;
use crate::model::workbook::SETTINGS_FILE;

/// Which links are followed on the way to a file.
#[derive(Debug, Clone, Copy)]
pub enum Links<'a> {
    /// Every one: the planner named the file, or it is among the planner's settings.
    All,
    /// Those to a file in this folder: the case may come from somebody else.
    Within(&'a Path),
    /// None: a file of the program's own.
    None,
}

/// Why something at the place of a file is not read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Odd {
    #[error("{}", say!("file-is-folder"))]
    Folder,
    #[error("{}", say!("file-is-pipe"))]
    Pipe,
    #[error("{}", say!("file-is-socket"))]
    Socket,
    #[error("{}", say!("file-is-device"))]
    Device,
    #[error("{}", say!("file-link-dangling"))]
    Dangling,
    #[error("{}", say!("file-link-outside"))]
    Outside,
    #[error("{}", say!("file-is-link"))]
    Link,
    #[error("{}", say!("file-is-shared"))]
    Shared,
    #[error("{}", say!("file-is-too-big", most = size(*.0)))]
    TooBig(u64),
}

impl From<Odd> for io::Error {
    fn from(odd: Odd) -> Self {
        Self::new(ErrorKind::InvalidInput, odd)
    }
}

impl Odd {
    /// What a failure is about, where it is about something that is no file.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }

    /// What stands where a file should be: `a pipe`; none for links.
    pub const fn thing(self) -> Option<&'static str> {
        Some(match self {
            Self::Folder => "a folder",
            Self::Pipe => "a pipe",
            Self::Socket => "a socket",
            Self::Device => "a device",
            Self::Dangling | Self::Outside | Self::Link | Self::Shared | Self::TooBig(_) => return None,
        })
    }

    fn kind(kind: FileType) -> Result<(), Self> {
        if kind.is_file() {
            return Ok(());
        }
        Err(if kind.is_dir() {
            Self::Folder
        } else if kind.is_symlink() {
            Self::Link
        } else {
            other_kind(kind)
        })
    }
}

#[cfg(unix)]
fn other_kind(kind: FileType) -> Odd {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_fifo() {
        Odd::Pipe
    } else if kind.is_socket() {
        Odd::Socket
    } else {
        Odd::Device
    }
}

#[cfg(not(unix))]
fn other_kind(_: FileType) -> Odd {
    Odd::Device
}

/// The file that is meant: itself, or what a link that is followed leads to.
fn resolve(path: &Path, links: Links<'_>) -> io::Result<PathBuf> {
    let is_link = fs::symlink_metadata(path)?.is_symlink();
    match links {
        _ if !is_link => Ok(path.to_owned()),
        Links::None => Err(Odd::Link.into()),
        Links::All | Links::Within(_) => {
            let end = path.canonicalize().map_err(|error| match error.kind() {
                ErrorKind::NotFound => Odd::Dangling.into(),
                _ => error,
            })?;
            match links {
                Links::Within(folder) if !end.starts_with(folder.canonicalize()?) => Err(Odd::Outside.into()),
                _ => Ok(end),
            }
        }
    }
}

/// Never waits for the other end of a pipe, and never follows a link that was put there meanwhile.
#[cfg(unix)]
fn careful(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    options.custom_flags(flags.bits().cast_signed())
}

#[cfg(not(unix))]
fn careful(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Opens a regular file; anything else is refused at once, before it is opened and again where it was exchanged meanwhile.
pub(super) fn open(path: &Path, links: Links<'_>, options: &mut OpenOptions) -> io::Result<File> {
    let path = resolve(path, links)?;
    Odd::kind(fs::symlink_metadata(&path)?.file_type())?;
    let file = careful(options).open(&path)?;
    Odd::kind(file.metadata()?.file_type())?;
    Ok(file)
}

/// The bytes of a file that has no more than this many.
pub(super) fn read(path: &Path, links: Links<'_>, most: u64) -> io::Result<Vec<u8>> {
    read_all(open(path, links, OpenOptions::new().read(true))?, most)
}

/// All that comes out of a file; a pipe says only at its end how much that is.
fn read_all(file: File, most: u64) -> io::Result<Vec<u8>> {
    let length = file.metadata().map_or(0, |it| it.len());
    let mut bytes = Vec::new();
    if length <= most {
        file.take(most + 1).read_to_end(&mut bytes)?;
    }
    if length > most || bytes.len() as u64 > most { Err(Odd::TooBig(most).into()) } else { Ok(bytes) }
}

/// The bytes of a file; `None` if nothing of this name is there, not even a link.
pub(super) fn read_if_there(path: &Path, links: Links<'_>, most: u64) -> io::Result<Option<Vec<u8>>> {
    match read(path, links, most) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Opens a file of the program's own to read and write it, and makes it where it is missing.
pub(super) fn open_own(path: &Path) -> io::Result<File> {
    let mut tries = 0;
    loop {
        let mut options = OpenOptions::new();
        match careful(options.read(true).write(true).create_new(true)).open(path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => return made,
        }
        tries += 1;
        match open(path, Links::None, OpenOptions::new().read(true).write(true)) {
            // Somebody took it away between the two.
            Err(error) if error.kind() == ErrorKind::NotFound && tries < 100 => {}
            Ok(file) if has_other_names(&file) => return Err(Odd::Shared.into()),
            opened => return opened,
        }
    }
}

/// Whether a file stands under another name as well: what is written to it would change that one too.
#[cfg(unix)]
fn has_other_names(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    file.metadata().is_ok_and(|it| it.nlink() > 1)
}

#[cfg(not(unix))]
fn has_other_names(_: &File) -> bool {
    false
}

/// The bytes of a file that the planner named, such as a part of a sweep.
///
/// # Errors
/// What the system refuses, what is no file, and what is larger than the program writes such files.
pub fn read_named(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_at_most(path, LARGEST_OWN)
}

/// The same with no more bytes than this many.
pub(crate) fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    let file = open_named(path)?;
    read_all(file, most).map_err(StoreError::io(path, "reading"))
}

/// A file that the planner named, opened: in a case only what lies in it, elsewhere any file, and what another program hands over.
/// For what is read piece by piece because it may be large.
///
/// # Errors
/// What the system refuses, and what is no file.
pub fn open_named(path: &Path) -> Result<File, StoreError> {
    let file = if is_handed_over(path) {
        File::open(path)
    } else {
        let case = case_around(path);
        open(path, case.as_deref().map_or(Links::All, Links::Within), OpenOptions::new().read(true))
    };
    file.map_err(StoreError::io(path, "reading"))
}

/// Whether a path names what the program was started with, such as standard input or a pipe of the shell.
fn is_handed_over(path: &Path) -> bool {
    ["/dev/stdin", "/dev/fd", "/proc/self/fd"].iter().any(|place| path.starts_with(place))
}

/// The folder of the case in which a file lies, if it lies in one.
fn case_around(path: &Path) -> Option<PathBuf> {
    let folder = parent(path);
    let above = folder.parent().map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
    let is_case = |folder: &&Path| fs::symlink_metadata(folder.join(SETTINGS_FILE)).is_ok();
    std::iter::once(folder).chain(above).find(is_case).map(Path::to_owned)
}

/// The folder in which a path stands.
fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new version of a file, written beside the old one and then put in its place, so that a crash leaves either of them whole.
#[derive(Debug)]
pub struct Replacement {
    path: PathBuf,
    temporary: NamedTempFile,
}

impl Replacement {
    /// Makes an empty file beside the one that is to be replaced, with the same permissions. A link that is followed stays a link.
    ///
    /// # Errors
    /// What the system refuses, and where something other than a file stands there.
    pub fn begin(path: &Path, links: Links<'_>) -> io::Result<Self> {
        let path = match resolve(path, links) {
            Ok(path) => path,
            Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
            Err(error) => return Err(error),
        };
        let before = match fs::symlink_metadata(&path) {
            Ok(before) => Some(before),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if let Some(before) = &before {
            Odd::kind(before.file_type())?;
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".beslismacht-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // A new file gets what the system grants by default, and not the private mode of a temporary one.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let temporary = builder.tempfile_in(parent(&path))?;
        if let Some(before) = before {
            temporary.as_file().set_permissions(before.permissions())?;
        }
        Ok(Self { path, temporary })
    }

    /// The file that is replaced.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes all of it and flushes it to the disk.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.temporary.write_all(bytes)?;
        self.temporary.as_file().sync_all()
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn put_in_place(self) -> io::Result<()> {
        let path = self.put()?;
        sync_folder(parent(&path));
        Ok(())
    }

    /// Puts it in its place; that the name lasts is for [`sync_folder`], once for many files.
    pub(super) fn put(self) -> io::Result<PathBuf> {
        self.temporary.persist(&self.path).map_err(|error| error.error)?;
        Ok(self.path)
    }
}

/// Makes new names last; some systems cannot do that to a folder, and then the files themselves are safe all the same.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn write(path: &Path, bytes: &[u8], links: Links<'_>) -> Result<(), StoreError> {
    let written = Replacement::begin(path, links).and_then(|mut file| {
        file.write(bytes)?;
        file.put_in_place()
    });
    written.map_err(StoreError::io(path, "writing"))
}

/// Writes one file in one piece, such as an export or a setting: beside its old self first, then in its place.
///
/// # Errors
/// What the system refuses.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write(path, bytes, Links::All)
}

/// The same for a file of the program's own, where a link is refused.
///
/// # Errors
/// What the system refuses.
pub fn write_own(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write(path, bytes, Links::None)
}

/// The bytes of a file of the program's own; `None` if it is not there. What is no file, or a link, is refused.
///
/// # Errors
/// What the system refuses.
pub fn read_own(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    read_if_there(path, Links::None, LARGEST_CASE).map_err(StoreError::io(path, "reading"))
}

/// The bytes of a file among the planner's settings; `None` if it is not there.
///
/// # Errors
/// What the system refuses.
pub fn read_setting(path: &Path) -> io::Result<Option<Vec<u8>>> {
    read_if_there(path, Links::All, LARGEST_SETTINGS)
}

/// Deletes a file, if it is there.
///
/// # Errors
/// What the system refuses.
pub fn delete(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::io(path, "deleting")(error)),
        _ => Ok(()),
    }
}
