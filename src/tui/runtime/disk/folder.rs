//! What is in a folder that somebody types the path of.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use crate::model::order::InOrder as _;
use crate::session::on_disk::CaseEntry;
use crate::tui::event::Reads;

/// Most entries that are told of: of more, nobody reads the list.
const MOST: usize = 2000;

/// The folders in the folder of a path that is being typed, and the files that can be what is asked for, by name, each as its
/// path would be typed on.
pub(super) fn in_folder_of(typed: &str, reads: Reads) -> Vec<CaseEntry> {
    let end = typed.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    let (folder, begun) = typed.split_at(end);
    let place = if folder.is_empty() { Path::new(".") } else { Path::new(folder) };
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten().take(MOST);
    let mut found: Vec<CaseEntry> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let path = entry.path();
            let after = if path.is_dir() { MAIN_SEPARATOR.to_string() } else { String::new() };
            let offered = !hidden && (path.is_dir() || is_meant(&path, reads));
            offered.then(|| CaseEntry {
                path: PathBuf::from(format!("{folder}{name}{after}")),
                name,
                title: String::new(),
            })
        })
        .collect();
    found.order_by(|one, other| one.name.cmp(&other.name));
    found
}

/// Whether a file can be what is asked for, by the ending of its name.
fn is_meant(path: &Path, reads: Reads) -> bool {
    let endings: &[&str] = match reads {
        Reads::Case => &[],
        Reads::List => &["csv", "tsv", "txt", "xlsx", "xlsm"],
        Reads::SecondCase | Reads::Own => &["csv"],
    };
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
    fn folders_and_the_files_that_are_meant_are_told() {
        let place = tempfile::tempdir().unwrap();
        std::fs::create_dir(place.path().join("lists")).unwrap();
        for name in ["plan.XLSX", "plan.csv", "note.pdf", ".hidden.csv"] {
            std::fs::write(place.path().join(name), "").unwrap();
        }
        let typed = format!("{}{MAIN_SEPARATOR}", place.path().display());
        let told = |begun: &str, reads| -> Vec<String> {
            let found = in_folder_of(&format!("{typed}{begun}"), reads);
            found.iter().map(|it| it.path.to_str().unwrap().strip_prefix(&typed).unwrap().to_owned()).collect()
        };
        let folder = format!("lists{MAIN_SEPARATOR}");
        assert_eq!(told("p", Reads::List), [folder.as_str(), "plan.XLSX", "plan.csv"]);
        assert_eq!(told("", Reads::Own), [folder.as_str(), "plan.csv"]);
        assert_eq!(told("", Reads::Case), [folder.as_str()]);
        assert!(told(".", Reads::Own).contains(&".hidden.csv".to_owned()));
        assert!(in_folder_of(&format!("{typed}nowhere/x"), Reads::List).is_empty());
    }
}
