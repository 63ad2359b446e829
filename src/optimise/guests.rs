//! Which guests there are on the machine.

use crate::model::order::InOrder as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A solver that can be a guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuestKind {
    /// HiGHS.
    Highs,
    /// SCIP.
    Scip,
    /// CBC.
    Cbc,
    /// Gurobi.
    Gurobi,
    /// CPLEX.
    Cplex,
}

impl GuestKind {
    /// All of them, in the order in which they are asked where nobody chose.
    pub const ALL: [Self; 5] = [Self::Highs, Self::Scip, Self::Cbc, Self::Gurobi, Self::Cplex];

    /// Its name, as people write it.
    pub const fn name(self) -> &'static str {
        ["HiGHS", "SCIP", "CBC", "Gurobi", "CPLEX"][self as usize]
    }

    /// Its name on the command line and in the settings.
    pub const fn id(self) -> &'static str {
        ["highs", "scip", "cbc", "gurobi", "cplex"][self as usize]
    }

    /// What its program is called.
    pub const fn program(self) -> &'static str {
        match self {
            Self::Gurobi => "gurobi_cl",
            other => other.id(),
        }
    }
}

/// A guest's program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestProgram {
    /// Which solver it is.
    pub kind: GuestKind,
    /// The program, with its folder.
    pub path: PathBuf,
    /// The most memory that it may take, in megabytes; none is the default.
    pub memory: Option<u64>,
}

/// The guests that were found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guests(Arc<[GuestProgram]>);

impl Guests {
    /// These, at most one of a kind: the first counts.
    pub fn new(programs: impl IntoIterator<Item = GuestProgram>) -> Self {
        let mut kept: Vec<GuestProgram> = Vec::new();
        for program in programs {
            if kept.iter().all(|known| known.kind != program.kind) {
                kept.push(program);
            }
        }
        kept.order_by_key(|program| program.kind);
        Self(kept.into())
    }

    /// Those in the folders, the first folder that has one counting. A folder that is not named in full is passed over:
    /// what it holds depends on where the program was started.
    pub fn in_folders(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        let folders: Vec<PathBuf> = folders.into_iter().filter(|folder| folder.is_absolute()).collect();
        let find = |kind: GuestKind| {
            let name = format!("{}{}", kind.program(), std::env::consts::EXE_SUFFIX);
            let paths = folders.iter().map(|folder| folder.join(&name));
            paths.into_iter().find(|path| is_program(path)).map(|path| GuestProgram { kind, path, memory: None })
        };
        Self::new(GuestKind::ALL.into_iter().filter_map(find))
    }

    /// The one of this kind.
    pub fn get(&self, kind: GuestKind) -> Option<&GuestProgram> {
        self.0.iter().find(|program| program.kind == kind)
    }

    /// The one that is asked where nobody chose.
    pub fn first(&self) -> Option<&GuestProgram> {
        self.0.first()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &GuestProgram> {
        self.0.iter()
    }
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|facts| facts.is_file() && facts.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}
