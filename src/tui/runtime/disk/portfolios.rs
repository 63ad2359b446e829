//! The portfolios that a planner kept, each a table in a folder of the case, so that they are there at the next start and in whatever
//! keeps the versions of the case.

use std::io;
use std::path::Path;

use crate::store::{self, StoreError};
use crate::tui::beside::{Of, PortfolioFile};
use crate::tui::files::KEPT_FOLDER;
use crate::tui::own::Own;

/// Those of a case, by name.
pub(super) fn read(case: &Path, ministries: &[String]) -> Vec<PortfolioFile> {
    let entries = std::fs::read_dir(case.join(KEPT_FOLDER)).into_iter().flatten().flatten();
    let mut found: Vec<PortfolioFile> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .filter_map(|path| {
            let (own, _) = Own::from_csv(&store::read_text(&path).ok()?, ministries);
            let name = path.file_stem()?.to_string_lossy().into_owned();
            Some(PortfolioFile { name: name.into(), own, stands: None, then: None, of: Of::Kept })
        })
        .collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

/// Keeps one under a name, in the place of an earlier one; without rows it is thrown away, and the folder with the last one.
pub(super) fn write(case: &Path, name: &str, rows: Option<&str>) -> Result<(), StoreError> {
    let folder = case.join(KEPT_FOLDER);
    let file = folder.join(format!("{name}.csv"));
    if let Some(rows) = rows {
        std::fs::create_dir_all(&folder).map_err(StoreError::io(&folder, "making the folder"))?;
        return store::write_file(&file, rows.as_bytes());
    }
    match std::fs::remove_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::io(&file, "deleting")(error)),
        _ => {
            // Where other files are in it, it stays.
            let _ = std::fs::remove_dir(&folder);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_there_at_the_next_start_until_it_is_thrown_away() {
        let case = tempfile::tempdir().unwrap();
        let ministries = ["a".to_owned(), "b".to_owned()];
        let rows = "candidate,start,share_a,share_b\nx,2027,40,60\n";
        assert!(read(case.path(), &ministries).is_empty());
        write(case.path(), "cut-10", Some(rows)).unwrap();
        write(case.path(), "best", Some("candidate,start,share_a,share_b\n")).unwrap();
        write(case.path(), "best", Some(rows)).unwrap();
        let names = |case: &Path| read(case, &ministries).into_iter().map(|it| it.name.to_string()).collect::<Vec<_>>();
        assert_eq!(names(case.path()), ["best", "cut-10"]);
        assert_eq!(read(case.path(), &ministries)[0].own.picks["x"].start, 2027);
        write(case.path(), "best", None).unwrap();
        assert_eq!(names(case.path()), ["cut-10"]);
        write(case.path(), "cut-10", None).unwrap();
        write(case.path(), "cut-10", None).unwrap();
        assert!(!case.path().join(KEPT_FOLDER).exists());
    }
}
