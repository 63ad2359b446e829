//! Which solvers the machine has: on the `PATH`, beside the program's own checkout, or named in the settings.

use crate::say;
use std::env;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use crate::optimise::{GuestKind, GuestProgram, Guests};
use crate::session::on_disk;
use crate::store;

/// Where `.tools/guest` puts what it brings, seen from the top of a checkout.
const BROUGHT: &str = ".tools/native/bin";

/// The file in the settings folder that can name solvers.
const SETTINGS: &str = "settings.toml";

/// The table of it that does.
const TABLE: &str = "solvers";

/// What was found, and what is wrong with the settings, in sentences.
pub(super) struct Search {
    /// The solvers.
    pub guests: Guests,
    /// What the settings say that cannot be done.
    pub wrong: Vec<String>,
}

/// The guests of the machine. What is wrong with the settings is for `solvers` to say.
pub(super) fn found() -> Guests {
    search().guests
}

/// The settings first, then the `PATH`, then what was brought into the checkout that the program was built in.
pub(super) fn search() -> Search {
    let (named, wrong) = settings_file().map(|path| named(&path)).unwrap_or_default();
    let on_path = env::var_os("PATH").map(|path| env::split_paths(&path).collect::<Vec<_>>()).unwrap_or_default();
    let in_folders = Guests::in_folders(on_path.into_iter().chain(brought()));
    let guests = Guests::new(named.into_iter().chain(in_folders.iter().cloned()));
    Search { guests, wrong }
}

/// The file that can name solvers.
pub(super) fn settings_file() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("beslismacht").join(SETTINGS))
}

/// Who changes a case, for its log: as the settings say, else the user of the system.
pub(super) fn author() -> String {
    let settings = settings_file().and_then(|path| store::read_setting(&path).ok().flatten()).unwrap_or_default();
    let user = || ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| env::var_os(name)?.into_string().ok());
    on_disk::author(&String::from_utf8_lossy(&settings)).or_else(user).unwrap_or_else(|| say!("lock-somebody"))
}

/// `target/release/beslismacht` lies two folders below the top of its checkout; a build for another machine three.
fn brought() -> Vec<PathBuf> {
    let Ok(program) = env::current_exe() else { return Vec::new() };
    program.ancestors().skip(2).take(3).map(|folder| folder.join(BROUGHT)).collect()
}

/// What the settings name: `[solvers]` with `highs = "/opt/highs/bin/highs"` and `memory = 4096` (megabytes for each).
fn named(path: &Path) -> (Vec<GuestProgram>, Vec<String>) {
    let text = match store::read_setting(path) {
        Ok(Some(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        Ok(None) => return Default::default(),
        Err(error) => return (Vec::new(), vec![say!("guests-path-cannot-read", path = path.display(), error = error)]),
    };
    let document = match text.parse::<toml_edit::DocumentMut>() {
        Ok(document) => document,
        Err(error) => return (Vec::new(), vec![say!("guests-path-not-toml", path = path.display(), error = error)]),
    };
    let Some(table) = document.get(TABLE).and_then(toml_edit::Item::as_table_like) else { return Default::default() };
    let memory =
        table.get("memory").and_then(toml_edit::Item::as_integer).and_then(|number| u64::try_from(number).ok());
    let mut programs = Vec::new();
    let mut wrong = Vec::new();
    for (key, value) in table.iter().filter(|&(key, _)| key != "memory") {
        let kind = GuestKind::ALL.into_iter().find(|kind| kind.id() == key);
        match (kind, value.as_str().map(PathBuf::from)) {
            (Some(kind), Some(path)) if path.is_absolute() && path.is_file() => {
                programs.push(GuestProgram { kind, path, memory });
            }
            (Some(kind), Some(_)) => {
                wrong.push(say!("guests-kind-no-program", kind = kind.name(), value = value));
            }
            (Some(kind), None) => wrong.push(say!("guests-kind-write-path", kind = kind.name())),
            (None, _) => wrong.push(say!("guests-key-no-solver", key = key, solvers = ids())),
        }
    }
    (programs, wrong)
}

fn ids() -> String {
    GuestKind::ALL.map(GuestKind::id).join(", ")
}
