//! The portfolios that a planner kept, each a table in a folder of the case, so that they are there at the next start and in whatever
//! keeps the versions of the case.

use crate::model::order::InOrder as _;
use crate::say;
use std::io;
use std::path::Path;

use crate::store::{self, StoreError};

use super::KEPT_FOLDER;
use crate::session::second_case::{Of, PortfolioFile};
use crate::session::user_portfolio::UserPortfolio;

/// Those of a case, by name; and what is to be told of those that cannot be read.
pub fn read(case: &Path, ministries: &[String]) -> (Vec<PortfolioFile>, Vec<String>) {
    let folder = case.join(KEPT_FOLDER);
    if is_link(&folder) {
        return (Vec::new(), vec![not_followed(&folder)]);
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "csv"));
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for path in files {
        let text = match store::read_text(&path) {
            Ok(text) => text,
            Err(error) => {
                wrong.push(say!("portfolios-portfolio-was-kept", error = error));
                continue;
            }
        };
        let (own, _) = UserPortfolio::from_csv(&text, ministries);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.push(PortfolioFile { name: name.into(), own, stands: None, then: None, of: Of::Kept });
    }
    found.order_by(|one, other| one.name.cmp(&other.name));
    wrong.order();
    (found, wrong)
}

fn is_link(folder: &Path) -> bool {
    std::fs::symlink_metadata(folder).is_ok_and(|it| it.is_symlink())
}

fn not_followed(folder: &Path) -> String {
    say!("portfolios-folder-link-another", folder = folder.display())
}

/// Keeps one under a name, in the place of an earlier one; without rows it is thrown away, and the folder with the last one.
pub fn write(case: &Path, name: &str, rows: Option<&str>) -> Result<(), StoreError> {
    let folder = case.join(KEPT_FOLDER);
    let file = folder.join(format!("{name}.csv"));
    if is_link(&folder) {
        return Err(StoreError::io(&folder, "writing")(io::Error::other(not_followed(&folder))));
    }
    if let Some(rows) = rows {
        std::fs::create_dir_all(&folder).map_err(StoreError::io(&folder, "making"))?;
        return store::write_own(&file, rows.as_bytes());
    }
    store::delete(&file)?;
    // Where other files are in it, it stays.
    let _ = std::fs::remove_dir(&folder);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_there_at_the_next_start_until_it_is_thrown_away() {
        let case = tempfile::tempdir().unwrap();
        let ministries = ["a".to_owned(), "b".to_owned()];
        let rows = "candidate,start,share_a,share_b\nx,2027,40,60\n";
        assert!(read(case.path(), &ministries).0.is_empty());
        write(case.path(), "cut-10", Some(rows)).unwrap();
        write(case.path(), "best", Some("candidate,start,share_a,share_b\n")).unwrap();
        write(case.path(), "best", Some(rows)).unwrap();
        let names =
            |case: &Path| read(case, &ministries).0.into_iter().map(|it| it.name.to_string()).collect::<Vec<_>>();
        assert_eq!(names(case.path()), ["best", "cut-10"]);
        assert_eq!(read(case.path(), &ministries).0[0].own.picks["x"].start, 2027);
        write(case.path(), "best", None).unwrap();
        assert_eq!(names(case.path()), ["cut-10"]);
        write(case.path(), "cut-10", None).unwrap();
        write(case.path(), "cut-10", None).unwrap();
        assert!(!case.path().join(KEPT_FOLDER).exists());
    }
}
