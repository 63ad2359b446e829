//! The portfolios in the folder of a case: its proposals, and the bare tables that earlier versions kept.

use crate::model::order::InOrder as _;
use crate::say;
use std::path::Path;

use crate::store::{self, StoreError};

use super::KEPT_FOLDER;
use crate::session::second_case::{Of, PortfolioFile};
use crate::session::user_portfolio::UserPortfolio;

/// Those of a case, by name; and what is to be told of those that cannot be read.
pub fn read(case: &Path, ministries: &[String]) -> (Vec<PortfolioFile>, Vec<String>) {
    let (proposals, mut wrong) = store::proposal::read_all(case);
    let mut found: Vec<PortfolioFile> =
        proposals.into_iter().map(|it| PortfolioFile::of_proposal(it, ministries)).collect();
    let folder = case.join(KEPT_FOLDER);
    if is_link(&folder) {
        wrong.push(say!("portfolios-folder-link-another", folder = folder.display()));
        return (found, wrong);
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "csv"));
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
        if found.iter().all(|it| *it.name != *name) {
            found.push(PortfolioFile { name: name.into(), own, stands: None, then: None, of: Of::Kept });
        }
    }
    found.order_by_key(|it| it.name.to_lowercase());
    wrong.order();
    (found, wrong)
}

fn is_link(folder: &Path) -> bool {
    std::fs::symlink_metadata(folder).is_ok_and(|it| it.is_symlink())
}

/// Throws a bare table away that an earlier version kept, and the folder with the last one.
///
/// # Errors
/// What the system refuses.
pub fn forget(case: &Path, name: &str) -> Result<(), StoreError> {
    let folder = case.join(KEPT_FOLDER);
    if !is_link(&folder) {
        store::delete(&folder.join(format!("{name}.csv")))?;
        // Where other files are in it, it stays.
        let _ = std::fs::remove_dir(&folder);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::proposal::{By, Deed, State, perform};

    #[test]
    fn proposals_and_what_was_kept_before_stand_together() {
        let case = tempfile::tempdir().unwrap();
        let ministries = ["a".to_owned(), "b".to_owned()];
        let rows = "candidate,start,share_a,share_b\nx,2027,40,60\n";
        store::create(case.path(), &store::tutorial()).unwrap();
        assert!(read(case.path(), &ministries).0.is_empty());
        std::fs::create_dir(case.path().join(KEPT_FOLDER)).unwrap();
        store::write_own(&case.path().join("kept/cut-10.csv"), rows.as_bytes()).unwrap();
        let keep = Deed::Keep { picks: rows.into(), made_for: String::new(), state: State::Draft };
        perform(case.path(), "Best of all", &keep, &By::default()).unwrap();
        let (all, wrong) = read(case.path(), &ministries);
        let names: Vec<_> = all.iter().map(|it| (&*it.name, it.proposal().is_some())).collect();
        assert_eq!((names, wrong), (vec![("Best of all", true), ("cut-10", false)], vec![]));
        assert!(all.iter().all(|it| it.own.picks.get("x").unwrap().start == 2027));
        forget(case.path(), "cut-10").unwrap();
        assert!(!case.path().join(KEPT_FOLDER).exists());
    }
}
