//! Making a new case step by step: a folder, a title, the years, the ministries. Each step is one line.

use crate::say;
use std::fmt::Write as _;

use std::path::PathBuf;

use crate::model::cell::is_id;

/// What was answered so far, and the step that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wizard {
    /// The step that is asked.
    pub step: Step,
    folder: String,
    title: String,
    years: (i32, i32),
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
    /// The folder and its files.
    Create(PathBuf, Vec<(String, String)>),
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
        (say!("new-case-new-case-number", number = number, title = title), help, text)
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
                let ministries: Vec<&str> = text.split_whitespace().collect();
                return Next::Create(PathBuf::from(&self.folder), self.files(&ministries));
            }
        };
        Next::Ask(self)
    }

    fn files(&self, ministries: &[&str]) -> Vec<(String, String)> {
        let columns = |prefix: &str| ministries.iter().flat_map(|id| [",", prefix, id]).collect::<String>();
        let mut settings = format!(
            "format = 1\ntitle = {}\ncurrency = \"EUR\"\nunit = \"million\"\nfirst_year = {}\nlast_year = {}\n\n\
             [objective]\nrisk = \"expected\"\ntiming = \"final\"\n",
            toml_edit::Value::from(self.title.as_str()).to_string().trim(),
            self.years.0,
            self.years.1
        );
        for id in ministries {
            let _ =
                write!(settings, "\n[[ministry]]\nid = \"{id}\"\nname = \"{id}\"\nvoice = 1\ncarry_over = \"all\"\n");
        }
        for (id, name, at_least, power) in rungs() {
            settings.push_str(&say!("new-case-rung-id-id", id = id, name = name, at_least = at_least, power = power));
        }
        let mut budgets = String::from("ministry,year,amount\n");
        for id in ministries {
            for year in self.years.0..=self.years.1 {
                let _ = writeln!(budgets, "{id},{year},0");
            }
        }
        vec![
            ("case.toml".to_string(), settings),
            ("domains.csv".to_string(), format!("domain,name{},target\n", columns("weight_"))),
            (
                "services.csv".to_string(),
                "service,domain,name,weight,control,drift,floor,holder,note,source\n".to_string(),
            ),
            ("candidates.csv".to_string(), say!("new-case-candidate-name-domain", columns = columns("share_"))),
            ("effects.csv".to_string(), "candidate,service,control_gain,grants\n".to_string()),
            ("budgets.csv".to_string(), budgets),
            ("relations.csv".to_string(), "kind,members,count,service,control_gain\n".to_string()),
            ("limits.csv".to_string(), "scope,value,min,max\n".to_string()),
        ]
    }
}

/// A ladder to start from; the planner changes it in the settings.
fn rungs() -> [(&'static str, String, &'static str, &'static str); 5] {
    [
        ("seat", say!("new-case-seat"), "5", "0.10"),
        ("voice", say!("new-case-voice"), "20", "0.30"),
        ("veto", say!("new-case-veto"), "33.4", "0.55"),
        ("control", say!("new-case-control"), "50.1", "0.85"),
        ("full", say!("new-case-full"), "95", "1"),
    ]
}

fn years(text: &str) -> Option<(i32, i32)> {
    let (first, last) = text.split_once(['-', ' ']).unwrap_or((text, text));
    let (first, last) = (first.trim().parse::<i32>().ok()?, last.trim().parse::<i32>().ok()?);
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
        let Next::Create(folder, files) = wizard.answer("defence economy") else { panic!("a step too many") };
        assert_eq!(folder, PathBuf::from("my-plan"));
        assert!(files[0].1.contains("first_year = 2027") && files[0].1.parse::<toml_edit::DocumentMut>().is_ok());
        assert_eq!(files[5].1.lines().count(), 1 + 2 * 4);
    }

    #[test]
    fn wrong_answers_are_refused() {
        assert!(Wizard::default().problem("../x").is_some());
        let years = Wizard { step: Step::Years, ..Wizard::default() };
        assert!(years.problem("2030-2027").is_some() && years.problem("soon").is_some());
        assert_eq!(years.problem("2030"), None);
    }
}
