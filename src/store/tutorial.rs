//! The tutorial case, which the program carries with it: for whoever begins where there is no case yet.

use crate::model::Workbook;
use crate::model::workbook::SETTINGS_FILE;

/// The files of `portfolios/tutorial`.
const FILES: &[(&str, &str)] = &[
    (SETTINGS_FILE, include_str!("../../portfolios/tutorial/case.toml")),
    ("domains.csv", include_str!("../../portfolios/tutorial/domains.csv")),
    ("services.csv", include_str!("../../portfolios/tutorial/services.csv")),
    ("candidates.csv", include_str!("../../portfolios/tutorial/candidates.csv")),
    ("effects.csv", include_str!("../../portfolios/tutorial/effects.csv")),
    ("budgets.csv", include_str!("../../portfolios/tutorial/budgets.csv")),
    ("relations.csv", include_str!("../../portfolios/tutorial/relations.csv")),
    ("limits.csv", include_str!("../../portfolios/tutorial/limits.csv")),
    ("scenarios.csv", include_str!("../../portfolios/tutorial/scenarios.csv")),
];

/// The tutorial case as it comes.
pub fn tutorial() -> Workbook {
    Workbook::from_files(FILES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_of_the_tutorial_is_missing() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
        let there = crate::store::open(&folder).unwrap().workbook;
        assert!(tutorial().same_files(&there));
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        let known = |name: std::ffi::OsString| FILES.iter().any(|(file, _)| name == *file);
        assert!(names.into_iter().all(known));
    }
}
