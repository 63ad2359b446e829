//! Making a new case step by step: a folder, a title, the years, the ministries. Each step is one line.

use std::path::PathBuf;

use crate::messages::word;
use crate::model::cell::is_id;
use crate::model::{Workbook, Year};
use crate::say;
use crate::store::blank::{Blank, blank};

/// What was answered so far, and the step that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wizard {
    /// The step that is asked.
    pub step: Step,
    folder: String,
    title: String,
    years: (Year, Year),
}

/// A step of making a new case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// The name of the folder under `portfolios/`.
    #[default]
    Folder,
    /// The title in reports.
    Title,
    /// The first and the last year.
    Years,
    /// The ministries' ids.
    Ministries,
}

/// What follows an answer.
pub enum Next {
    /// Another step.
    Ask(Wizard),
    /// The folder and the case that is to stand in it.
    Create(PathBuf, Box<Workbook>),
}

impl Wizard {
    /// The heading, the explanation and the proposed text of the step.
    pub fn question(&self) -> (String, String, String) {
        let number = self.step as usize + 1;
        let (title, help, text) = match self.step {
            Step::Folder => ("folder", say!("new-case-name-new-folder-under"), String::new()),
            Step::Title => ("title", say!("new-case-reports-call-case"), self.folder.replace(['-', '_'], " ")),
            Step::Years => ("years", say!("new-case-first-last-year-plan"), "2027-2034".to_string()),
            Step::Ministries => {
                ("ministries", say!("new-case-ids-ministries-pay-separated"), say!("new-case-defence-economy"))
            }
        };
        (say!("new-case-new-case-number", number = number, title = word(title)), help, text)
    }

    /// What is wrong with an answer.
    pub fn problem(&self, text: &str) -> Option<String> {
        let text = text.trim();
        match self.step {
            Step::Folder if !is_id(text) => Some(say!("new-case-folder-name-small")),
            Step::Years if years(text).is_none() => Some(say!("new-case-two-years-which")),
            Step::Ministries if text.is_empty() || !text.split_whitespace().all(is_id) => {
                Some(say!("new-case-at-least-one"))
            }
            _ => None,
        }
    }

    /// Takes an answer that has no problem.
    pub fn answer(mut self, text: &str) -> Next {
        let text = text.trim();
        self.step = match self.step {
            Step::Folder => {
                text.clone_into(&mut self.folder);
                Step::Title
            }
            Step::Title => {
                text.clone_into(&mut self.title);
                Step::Years
            }
            Step::Years => {
                self.years = years(text).unwrap_or((2027, 2034));
                Step::Ministries
            }
            Step::Ministries => {
                let ministries = text.split_whitespace().map(|id| (id.to_owned(), id.to_owned())).collect();
                let (first_year, last_year) = self.years;
                let case = blank(&Blank { title: self.title, first_year, last_year, ministries, ..Blank::default() });
                return Next::Create(PathBuf::from(self.folder), Box::new(case));
            }
        };
        Next::Ask(self)
    }
}

fn years(text: &str) -> Option<(Year, Year)> {
    let (first, last) = text.split_once(['-', ' ']).unwrap_or((text, text));
    let (first, last) = (first.trim().parse::<Year>().ok()?, last.trim().parse::<Year>().ok()?);
    ((1900..=2999).contains(&first) && first <= last && last - first < 100).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_answers_make_a_case() {
        let mut wizard = Wizard::default();
        for answer in ["my-plan", "My \"plan\"", "2027-2030"] {
            assert_eq!(wizard.problem(answer), None);
            let Next::Ask(next) = wizard.answer(answer) else { panic!("a step too few") };
            wizard = next;
        }
        let Next::Create(folder, case) = wizard.answer("defence economy") else { panic!("a step too many") };
        assert_eq!(folder, PathBuf::from("my-plan"));
        let settings: toml_edit::DocumentMut = case.settings.parse().unwrap();
        assert_eq!(
            (settings["title"].as_str(), settings["first_year"].as_integer()),
            (Some("My \"plan\""), Some(2027))
        );
        assert_eq!(case.file("budgets.csv").unwrap().lines().count(), 1 + 2 * 4);
    }

    #[test]
    fn wrong_answers_are_refused() {
        assert!(Wizard::default().problem("../x").is_some());
        let years = Wizard { step: Step::Years, ..Wizard::default() };
        assert!(years.problem("2030-2027").is_some() && years.problem("soon").is_some());
        assert_eq!(years.problem("2030"), None);
    }
}
